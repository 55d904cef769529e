/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/zb-sheet.h"

G_BEGIN_DECLS

/**
 * zb_export_columns_fill:
 * @request: whose columns and widths they are
 * @changed: called swapped, with @user_data first, after every change
 *
 * Fills @list with one row a column: a tick, its width, two arrows; it can be dragged, too.
 */
void zb_export_columns_fill (GtkListBox *list, const ZbRosterRequest *request, GCallback changed, gpointer user_data);

/** zb_export_columns_take: puts the ticked columns, in their order, and the widths into @request. */
void zb_export_columns_take (GtkListBox *list, ZbRosterRequest *request);

G_END_DECLS
