/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/template/zb-template-error.h"

G_BEGIN_DECLS

/**
 * ZbXmlNode:
 * @start, @inner, @inner_end, @end: the element, and what is between its tags, as places in the text of the part
 * @name: (array length=n_name): its local name, in the text of the part
 * @parent, @first, @next: (nullable): elements only
 *
 * An element where it stands in the text. The text is edited, never written anew from a tree: what nobody edits keeps
 * every byte, with its prefixes, quotes and spaces.
 */
typedef struct _ZbXmlNode ZbXmlNode;

struct _ZbXmlNode {
  guint32 start;
  guint32 inner;
  guint32 inner_end;
  guint32 end;
  const char *name;
  guint32 n_name;
  guint32 n_prefix; /* bytes before the local name, with the colon */
  ZbXmlNode *parent;
  ZbXmlNode *first;
  ZbXmlNode *next;
};

/**
 * ZbXmlPart:
 * @text: UTF-8, ended by a zero
 * @nodes: (array length=n_nodes): in the order of the text; the first is the root
 */
typedef struct {
  char *text; /* (owned) */
  gsize length;
  ZbXmlNode *nodes; /* (owned) */
  guint n_nodes;
} ZbXmlPart;

/**
 * zb_xml_part_new:
 * @name: of the part, for the message
 * @error: DAMAGED (not well-formed, or with a document type, so that there are no entities but the five of XML), TOO_BIG
 */
ZbXmlPart *zb_xml_part_new (GBytes *bytes, const char *name, GError **error);
void zb_xml_part_free (ZbXmlPart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbXmlPart, zb_xml_part_free)

/** zb_xml_node_is: whether the local name is @name. */
gboolean zb_xml_node_is (const ZbXmlNode *node, const char *name);

/** zb_xml_node_child: Returns: (nullable): the first child of that local name. */
ZbXmlNode *zb_xml_node_child (const ZbXmlNode *node, const char *name);

/** zb_xml_node_under: Returns: (nullable): the nearest element of that name that @node is in. */
ZbXmlNode *zb_xml_node_under (const ZbXmlNode *node, const char *name);

/** zb_xml_node_prefix: `w:` of `w:t`, "" for none. Returns: (transfer full) */
char *zb_xml_node_prefix (const ZbXmlNode *node);

/**
 * zb_xml_part_attribute:
 * @name: as a whole (`r:id`) or, without a colon, its local name
 * @out_start, @out_end: (out) (optional): where its value stands in the text, without the quotes
 *
 * Returns: (transfer full) (nullable): its value
 */
char *zb_xml_part_attribute (const ZbXmlPart *self, const ZbXmlNode *node, const char *name, guint32 *out_start, guint32 *out_end);

/** zb_xml_part_number: an attribute as a number from 0; @otherwise for what is none. */
guint zb_xml_part_number (const ZbXmlPart *self, const ZbXmlNode *node, const char *name, guint otherwise);

/** zb_xml_part_inner: the characters that stand directly between the tags. Returns: (transfer full) */
char *zb_xml_part_inner (const ZbXmlPart *self, const ZbXmlNode *node);

/** zb_xml_escape: appends @text so that it may stand between tags and in quotes; what XML cannot hold becomes a space. */
void zb_xml_escape (GString *out, const char *text, gssize length);

/**
 * ZbXmlEdits:
 *
 * Replacements of pieces of a text, in any order, none inside another.
 */
typedef struct _ZbXmlEdits ZbXmlEdits;

ZbXmlEdits *zb_xml_edits_new (void);
void zb_xml_edits_free (ZbXmlEdits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbXmlEdits, zb_xml_edits_free)

void zb_xml_edits_clear (ZbXmlEdits *self);
guint zb_xml_edits_size (const ZbXmlEdits *self);

/** zb_xml_edits_add: @text: (transfer full): takes the place of what stands from @start to @end. */
void zb_xml_edits_add (ZbXmlEdits *self, guint32 start, guint32 end, char *text);

/** zb_xml_edits_attribute: gives an attribute another value, or itself where there was none; @value %NULL takes it out. */
void zb_xml_edits_attribute (ZbXmlEdits *self, const ZbXmlPart *part, const ZbXmlNode *node, const char *name, const char *value);

/** zb_xml_edits_render: appends the text of @part from @start to @end, edited. */
void zb_xml_edits_render (ZbXmlEdits *self, const ZbXmlPart *part, guint32 start, guint32 end, GString *out);

/** zb_xml_edits_finish: the whole part, edited. Returns: (transfer full) */
GBytes *zb_xml_edits_finish (ZbXmlEdits *self, const ZbXmlPart *part);

G_END_DECLS
