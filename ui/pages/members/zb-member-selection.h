/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-member-model.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEMBER_SELECTION (zb_member_selection_get_type ())

/**
 * ZbMemberSelection:
 *
 * Which people of a table are selected: by id, so that it stays with them through every new order
 * and search. "All" is a mode, not a list: selecting a million costs nothing.
 */
G_DECLARE_FINAL_TYPE (ZbMemberSelection, zb_member_selection, ZB, MEMBER_SELECTION, GObject)

ZbMemberSelection *zb_member_selection_new (ZbMemberModel *model);

/** zb_member_selection_size: how many people are selected of those the table holds now. */
guint zb_member_selection_size (ZbMemberSelection *self);
gboolean zb_member_selection_has (ZbMemberSelection *self, gint64 id);
/** zb_member_selection_first: the only or topmost selected person, 0 for none. */
gint64 zb_member_selection_first (ZbMemberSelection *self);
/** zb_member_selection_ids: (array length=out_n): the selected people in the table's order. Returns: (transfer full) */
gint64 *zb_member_selection_ids (ZbMemberSelection *self, guint *out_n);
void zb_member_selection_clear (ZbMemberSelection *self);
void zb_member_selection_select_only (ZbMemberSelection *self, gint64 id);

G_END_DECLS
