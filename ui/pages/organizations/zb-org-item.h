/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_ORG_ITEM (zb_org_item_get_type ())

/** ZbOrgItem: one organisation as a row of the tree shows it. */
G_DECLARE_FINAL_TYPE (ZbOrgItem, zb_org_item, ZB, ORG_ITEM, GObject)

gint64 zb_org_item_id (ZbOrgItem *self);
const char *zb_org_item_name (ZbOrgItem *self);
/** zb_org_item_count: how many Party members, with those below; "" until they are counted. */
const char *zb_org_item_count (ZbOrgItem *self);

/**
 * zb_org_item_children:
 * @parent: id, 0 for the top
 * @counts: (nullable): figures with those below, by position in @tree
 *
 * The organisations right below one, in display order.
 *
 * Returns: (transfer full) (nullable): %NULL when there are none
 */
GListModel *zb_org_item_children (ZbOrgTree *tree, const ZbMemberCounts *counts, gint64 parent);

G_END_DECLS
