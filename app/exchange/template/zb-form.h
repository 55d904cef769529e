/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/zb-filling.h"
#include "exchange/template/zb-package.h"
#include "exchange/template/zb-template-out.h"
#include "exchange/template/zb-texts.h"

G_BEGIN_DECLS

/**
 * ZbForm:
 * @data: (nullable): what to fill it with; %NULL: it is only looked at, and its marks told to @out
 *
 * A form in the hands of the child process.
 */
typedef struct {
  ZbPackage *package;   /* (owned) */
  ZbTemplateData *data; /* (unowned) (nullable) */
  ZbTemplateOut *out;   /* (unowned) */
  GHashTable *types;    /* (owned): content types by part (small letters, with a slash) or, with a dot, by ending */
  char kind;            /* x or d */
  guint main_part;
} ZbForm;

/**
 * zb_form_run:
 * @fd: a file that can be read at any place
 * @data: (nullable): as in #ZbForm
 * @out_kind: (out): x or d
 * @error: of %ZB_TEMPLATE_ERROR
 *
 * Tells by its content what a file is, and tells its marks, or fills it and writes it. Runs in the child process only.
 */
gboolean zb_form_run (int fd, ZbTemplateData *data, ZbTemplateOut *out, char *out_kind, GError **error);

/** zb_form_type: the content type of a part; "" when it is not told. */
const char *zb_form_type (ZbForm *self, const char *part);

/** ZbFormRelation: @type: the last word of its type: `worksheet`; @part: the place in the package, −1 for what is not there. */
typedef struct {
  char *id;
  char *type;
  int part;
} ZbFormRelation;

/** zb_form_relations: of a part. Returns: (transfer full) (element-type ZbFormRelation); %NULL with @error */
GArray *zb_form_relations (ZbForm *self, const char *part, GError **error);

/** zb_form_related: the first part of that type that @part has to do with; −1 for none. */
int zb_form_related (GArray *relations, const char *type);

/** zb_form_open: a part to look into. Returns: (transfer full) */
ZbXmlPart *zb_form_open (ZbForm *self, guint part, GError **error);

/** zb_form_close: puts the part back, edited, if anything was. */
void zb_form_close (ZbForm *self, guint part, const ZbXmlPart *xml, ZbXmlEdits *edits);

/** zb_form_forget: takes a part out, with what refers to it from @from and from the list of contents. */
gboolean zb_form_forget (ZbForm *self, guint part, const char *from, GError **error);

/**
 * zb_form_fill_texts:
 * @node: what stands in it is filled, or told; texts in rows that repeat are passed over when @skip says so
 * @place: the place of what is found, completed by @refine
 *
 * Texts that stand by themselves: paragraphs outside of rows that repeat, drawings, headers.
 */
typedef gboolean (*ZbFormSkip) (const ZbXmlNode *container, gpointer user_data);
typedef void (*ZbFormRefine) (const ZbXmlPart *xml, const ZbXmlNode *container, ZbTemplatePlace *place, gpointer user_data);
gboolean zb_form_fill_texts (ZbForm *self, const ZbXmlPart *xml, ZbTextsWay way, const ZbTemplatePlace *place, ZbFormSkip skip, ZbFormRefine refine,
                             gpointer user_data, ZbXmlEdits *edits, GError **error);

/** zb_form_fill_one: one text, for a row of the list or, with −1, for none. */
void zb_form_fill_one (ZbForm *self, ZbTexts *texts, ZbTextsWay way, const int *rows, ZbXmlEdits *edits);

/** zb_form_fill_plain: elements that hold nothing but text: names of headers, properties. */
gboolean zb_form_fill_plain (ZbForm *self, const ZbXmlPart *xml, ZbXmlNode *node, ZbTextsWay way, const ZbTemplatePlace *place, ZbXmlEdits *edits, GError **error);

/** zb_form_workbook, zb_form_document: the two kinds of forms. */
gboolean zb_form_workbook (ZbForm *self, GError **error);
gboolean zb_form_document (ZbForm *self, GError **error);

G_END_DECLS
