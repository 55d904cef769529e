/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/zb-table-body.h"
#include "widgets/zb-table-columns.h"

G_BEGIN_DECLS

#define ZB_TYPE_TABLE (zb_table_get_type ())

/**
 * ZbTable:
 *
 * A table of any size: headings, and below them the rows of a model. To be put into a
 * GtkScrolledWindow; wider than its place it is scrolled sideways, headings and rows together.
 * It knows nothing of what it shows, and keeps nothing: who uses it says which columns and in which
 * order, and hears what a hand made of them.
 *
 * Signals:
 *  - `activate (guint position)`: Enter or a double click on a row
 *  - `menu (int x, int y)`: somebody asks what can be done with the selected rows, at that place in the table
 *  - `sort-chosen (const char *column, gboolean descending)`: a heading was clicked; nothing is sorted yet
 *  - `column-resized (const char *column, int width)`: by a hand
 *  - `columns-moved`: by a hand
 */
G_DECLARE_FINAL_TYPE (ZbTable, zb_table, ZB, TABLE, GtkWidget)

/** zb_table_new: @label: what the table is called, for who cannot see it. */
GtkWidget *zb_table_new (const char *label);
/** zb_table_set_columns: widths of 0 become as wide as the heading and the declared characters need. */
void zb_table_set_columns (ZbTable *self, const ZbTableColumn *columns, guint n_columns);
/** zb_table_get_columns: Returns: (transfer none): as they stand now */
ZbTableColumns *zb_table_get_columns (ZbTable *self);
/**
 * zb_table_set_model:
 * @model: (nullable): rows and which of them are selected
 * @text: what a cell says; called for rows in sight only
 * @user_data: for @text; must outlive the table or a later call
 */
void zb_table_set_model (ZbTable *self, GtkSelectionModel *model, ZbTableText text, gpointer user_data);
/** zb_table_show_sort: puts the arrow at a heading, or with %NULL takes it away. */
void zb_table_show_sort (ZbTable *self, const char *column, gboolean descending);
/** zb_table_put_cursor: the row where the keys are from now on; scrolls there if needed. */
void zb_table_put_cursor (ZbTable *self, guint position);
/** zb_table_focus_rows: the keys go to the row where they were last, or to the topmost in sight. */
gboolean zb_table_focus_rows (ZbTable *self);

G_END_DECLS
