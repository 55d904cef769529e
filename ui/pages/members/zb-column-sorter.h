/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZB_TYPE_COLUMN_SORTER (zb_column_sorter_get_type ())

/**
 * ZbColumnSorter:
 *
 * Stands at a column so that its header can be clicked; never sorts anything. GTK 4.8 does not tell
 * which header was clicked, so the view's sorter is asked to compare and the first of these that it
 * turns to is the one.
 */
G_DECLARE_FINAL_TYPE (ZbColumnSorter, zb_column_sorter, ZB, COLUMN_SORTER, GtkSorter)

GtkSorter *zb_column_sorter_new (guint id);

/**
 * zb_column_sorter_probe:
 * @view_sorter: of a GtkColumnView whose columns have these sorters
 * @out_descending: (out): the direction
 *
 * Returns: id of the column that the view is sorted by, or -1 for none
 */
int zb_column_sorter_probe (GtkSorter *view_sorter, gboolean *out_descending);

G_END_DECLS
