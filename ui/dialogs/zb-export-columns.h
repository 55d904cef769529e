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

/**
 * zb_export_columns_follow:
 * @sheet: the list as it was made
 *
 * Ticks the columns that the list has by itself, as long as nobody has ticked or moved one.
 */
void zb_export_columns_follow (GtkListBox *list, ZbSheet *sheet);

/**
 * zb_export_columns_set_internal:
 * @internal: the edition that was chosen
 *
 * Where columns were chosen and no private one is among them, the internal edition brings those that it would have by
 * itself, and the public one takes them away again.
 */
void zb_export_columns_set_internal (GtkListBox *list, const ZbRoster *roster, gboolean internal);

/** zb_export_columns_take: puts the widths and, once one was ticked or moved, the ticked columns in their order into @request. */
void zb_export_columns_take (GtkListBox *list, ZbRosterRequest *request);

G_END_DECLS
