/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/zb-table-columns.h"
#include "widgets/zb-table-font.h"

G_BEGIN_DECLS

#define ZB_TYPE_TABLE_ROW (zb_table_row_get_type ())

/**
 * ZbTableRow:
 *
 * A row of a table: a cell for each column, at the place and of the width that the columns say. What
 * it shows may change with every frame.
 */
G_DECLARE_FINAL_TYPE (ZbTableRow, zb_table_row, ZB, TABLE_ROW, GtkWidget)

/** zb_table_row_new: @font must outlive the row. */
ZbTableRow *zb_table_row_new (ZbTableColumns *columns, const ZbTableFont *font);

/** zb_table_row_set_text: of the column at place @i. */
void zb_table_row_set_text (ZbTableRow *self, guint i, const char *text);
const char *zb_table_row_get_text (ZbTableRow *self, guint i);
void zb_table_row_set_selected (ZbTableRow *self, gboolean selected);
/** zb_table_row_set_view: only cells between @x and @x + @width are drawn: the others are out of sight. */
void zb_table_row_set_view (ZbTableRow *self, int x, int width);
void zb_table_row_font_changed (ZbTableRow *self);
/** zb_table_row_columns_changed: other columns, or in another order: cells come and go; their texts must be set anew. */
void zb_table_row_columns_changed (ZbTableRow *self);

G_END_DECLS
