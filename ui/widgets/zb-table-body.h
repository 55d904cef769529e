/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/zb-table-columns.h"

G_BEGIN_DECLS

/**
 * ZbTableText:
 * @item: of the model
 * @source: which of the columns that were set
 *
 * What a cell says, valid until the next call; %NULL for nothing.
 */
typedef const char *(*ZbTableText) (gpointer item, guint source, gpointer user_data);

#define ZB_TYPE_TABLE_BODY (zb_table_body_get_type ())

/**
 * ZbTableBody:
 *
 * The rows of a table of any size, all of one height. Only as many row widgets live as are in sight;
 * they are filled anew as others come into sight. Keys and clicks select as in the lists of GTK.
 * An item with a property `revision` is read anew when that notifies.
 *
 * Signals:
 *  - `activate (guint position)`: Enter or a double click
 *  - `menu (int x, int y)`: the other button, the menu key or Shift+F10; the row there is selected by then
 */
G_DECLARE_FINAL_TYPE (ZbTableBody, zb_table_body, ZB, TABLE_BODY, GtkWidget)

ZbTableBody *zb_table_body_new (ZbTableColumns *columns);
void zb_table_body_set_text (ZbTableBody *self, ZbTableText text, gpointer user_data);
void zb_table_body_set_model (ZbTableBody *self, GtkSelectionModel *model);
/** zb_table_body_set_adjustments: what it is scrolled by; it says in @along how long it is, and only reads @across. */
void zb_table_body_set_adjustments (ZbTableBody *self, GtkAdjustment *across, GtkAdjustment *along);
/** zb_table_body_put_cursor: where the keys are from now on, and where Shift extends from; scrolls there if needed. */
void zb_table_body_put_cursor (ZbTableBody *self, guint position);
int zb_table_body_character_width (ZbTableBody *self);
/** zb_table_body_text_width: of one line, in pixels, without padding. */
int zb_table_body_text_width (ZbTableBody *self, const char *text);

G_END_DECLS
