/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Rows of a list box that people put in order: with the pointer, with two arrows, or with Alt and the arrow keys.
 */

/**
 * zb_row_order_enable:
 * @row: not yet in its list, or in it
 * @moved: called swapped, with @user_data first, when the row has another place
 */
void zb_row_order_enable (GtkListBoxRow *row, GCallback moved, gpointer user_data);

/**
 * zb_row_order_arrow:
 * @step: −1 up, 1 down
 *
 * Returns: (transfer floating): a button that moves the row it stands in, one that zb_row_order_enable() was called for
 */
GtkWidget *zb_row_order_arrow (int step);

G_END_DECLS
