/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/zb-roster.h"

G_BEGIN_DECLS

/**
 * zb_export_columns_fill:
 * @chosen: (nullable): names of the columns that are there, in order; %NULL: the roster's own
 * @changed: called swapped, with @user_data first, after every change
 *
 * Fills @list with one row a column: a tick and two arrows.
 */
void zb_export_columns_fill (GtkListBox *list, const ZbRoster *roster, const char *const *chosen, GCallback changed, gpointer user_data);

/** zb_export_columns_get: names of the ticked columns, in order. Returns: (transfer full) */
char **zb_export_columns_get (GtkListBox *list);

G_END_DECLS
