/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZB_TYPE_TABLE_HEADING (zb_table_heading_get_type ())

/**
 * ZbTableHeading:
 *
 * What stands over one column of a table: its label and, where the table is in its order, an arrow.
 *
 * Signal `clicked`: by the pointer, Enter or the space bar.
 */
G_DECLARE_FINAL_TYPE (ZbTableHeading, zb_table_heading, ZB, TABLE_HEADING, GtkWidget)

GtkWidget *zb_table_heading_new (void);
void zb_table_heading_set_label (ZbTableHeading *self, const char *label);
void zb_table_heading_set_sort (ZbTableHeading *self, GtkAccessibleSort sort);

G_END_DECLS
