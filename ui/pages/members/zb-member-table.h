/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/members/zb-member-selection.h"
#include "service/zb-member-model.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEMBER_TABLE (zb_member_table_get_type ())

/**
 * ZbMemberTable:
 *
 * The table of people, of any size: columns that can be chosen, moved and widened and are
 * remembered; a click on a header orders.
 *
 * Signals:
 *  - `activated (gint64 id)`: Enter or a double click on a person
 *  - `menu (int x, int y)`: somebody asks what can be done with those selected, at that place in the table
 *  - `selection-changed`
 *  - `order-chosen (guint order, gboolean descending)`: by a header; a #ZbMemberOrder
 */
G_DECLARE_FINAL_TYPE (ZbMemberTable, zb_member_table, ZB, MEMBER_TABLE, GtkWidget)

GtkWidget *zb_member_table_new (ZbRegistry *registry);

ZbMemberModel *zb_member_table_get_model (ZbMemberTable *self);
ZbMemberSelection *zb_member_table_get_selection (ZbMemberTable *self);
const char *const *zb_member_table_get_columns (ZbMemberTable *self);
/** zb_member_table_set_columns: names of fields; kept for the next start. */
void zb_member_table_set_columns (ZbMemberTable *self, const char *const *fields);
/** zb_member_table_show_order: puts the arrow at the header of the order, or takes it away. */
void zb_member_table_show_order (ZbMemberTable *self, ZbMemberOrder order, gboolean descending);
/** zb_member_table_go_to: to the row of a person, who comes into sight and whom the next key is about. */
void zb_member_table_go_to (ZbMemberTable *self, gint64 id);
void zb_member_table_focus (ZbMemberTable *self);

/** zb_member_column_offered: whether a field makes a column of the table. */
gboolean zb_member_column_offered (const ZbField *field);

G_END_DECLS
