/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/zb-date.h"

G_BEGIN_DECLS

/**
 * ZbOrgKind:
 *
 * Level of an organisation: 党委, 党总支, 党支部, 党小组.
 */
typedef enum {
  ZB_ORG_COMMITTEE,
  ZB_ORG_GENERAL_BRANCH,
  ZB_ORG_BRANCH,
  ZB_ORG_GROUP
} ZbOrgKind;

/**
 * ZbOrg:
 * @id: handle in the file
 * @parent: id of the organisation above, 0 at the top
 * @position: place in the tree's display order (a parent before those below it)
 * @below: how many organisations stand below it, at any depth: they are the @below next positions
 * @depth: 0 at the top
 * @name, @short_name: as they were on the tree's day; @short_name may be %NULL
 * @number: (nullable): 党组织编码
 * @order: 显示排序 among its siblings
 */
typedef struct {
  gint64 id;
  gint64 parent;
  guint position;
  guint below;
  guint depth;
  ZbOrgKind kind;
  char *uid;
  char *name;
  char *short_name;
  char *number;
  int order;
  ZbDate opened;
  ZbDate closed;
} ZbOrg;

#define ZB_TYPE_ORG_TREE (zb_org_tree_get_type ())

/**
 * ZbOrgTree:
 *
 * All organisations as they stood on one day, in display order. Immutable once sealed, counted by
 * reference, safe to read from several threads.
 */
typedef struct _ZbOrgTree ZbOrgTree;

GType zb_org_tree_get_type (void);
ZbOrgTree *zb_org_tree_new (ZbDate as_of);
ZbOrgTree *zb_org_tree_ref (ZbOrgTree *tree);
void zb_org_tree_unref (ZbOrgTree *tree);

/** zb_org_tree_add: copies @org (position, below and depth are computed by zb_org_tree_seal()). */
void zb_org_tree_add (ZbOrgTree *tree, const ZbOrg *org);

/** zb_org_tree_seal: puts everything in display order: by @order, then name key, below their parents. Orphans and rings come last, at the top level. */
void zb_org_tree_seal (ZbOrgTree *tree);

ZbDate zb_org_tree_as_of (ZbOrgTree *tree);
guint zb_org_tree_size (ZbOrgTree *tree);

/** zb_org_tree_at: the organisation at a position of the display order. */
const ZbOrg *zb_org_tree_at (ZbOrgTree *tree, guint position);

/** zb_org_tree_get: Returns: (nullable): by id. Cost: one hash look-up. */
const ZbOrg *zb_org_tree_get (ZbOrgTree *tree, gint64 id);

/** zb_org_tree_is_below: whether @id is @top or stands below it. */
gboolean zb_org_tree_is_below (ZbOrgTree *tree, gint64 id, gint64 top);

/**
 * zb_org_tree_find:
 * @text: uid, number, name, short name, or the end of a name (`一支部`, `第一党支部`)
 * @out_n: (out) (optional): how many matched equally well
 *
 * Returns: (nullable): the one organisation meant; %NULL when none or several match
 */
const ZbOrg *zb_org_tree_find (ZbOrgTree *tree, const char *text, guint *out_n);

/** zb_org_short: the short name, or the name. */
const char *zb_org_short (const ZbOrg *org);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbOrgTree, zb_org_tree_unref)

G_END_DECLS
