/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/zb-table-columns.h"

G_BEGIN_DECLS

#define ZB_TYPE_TABLE_HEADER (zb_table_header_get_type ())

/**
 * ZbTableHeader:
 *
 * The headings over the columns of a table. The edge of one can be dragged to make its column wider,
 * a heading can be dragged to another place; on the keyboard the arrows go from heading to heading,
 * with Ctrl they make the column wider or narrower, with Ctrl and Shift they move it.
 *
 * Signals:
 *  - `sort (guint i)`: the heading at that place was clicked
 *  - `resized (guint i)`: a hand made the column wider or narrower
 *  - `moved`: a hand moved a column
 */
G_DECLARE_FINAL_TYPE (ZbTableHeader, zb_table_header, ZB, TABLE_HEADER, GtkWidget)

GtkWidget *zb_table_header_new (ZbTableColumns *columns);
/** zb_table_header_set_across: by what the table is scrolled sideways: the heading with the focus is brought into sight. */
void zb_table_header_set_across (ZbTableHeader *self, GtkAdjustment *across);

G_END_DECLS
