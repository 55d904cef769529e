/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/zb-table-font.h"

G_BEGIN_DECLS

#define ZB_TYPE_TABLE_CELL (zb_table_cell_get_type ())

/**
 * ZbTableCell:
 *
 * One text in a row of a table, on one line, cut with dots where there is no room for the whole; a
 * tooltip shows the whole then. Does a tenth of the work of a label.
 */
G_DECLARE_FINAL_TYPE (ZbTableCell, zb_table_cell, ZB, TABLE_CELL, GtkWidget)

/** zb_table_cell_new: @font must outlive the cell. */
GtkWidget *zb_table_cell_new (const ZbTableFont *font);
void zb_table_cell_set_text (ZbTableCell *self, const char *text);
/** zb_table_cell_get_text: "" before one was set. */
const char *zb_table_cell_get_text (ZbTableCell *self);
/** zb_table_cell_font_changed: the text is set and measured anew. */
void zb_table_cell_font_changed (ZbTableCell *self);

G_END_DECLS
