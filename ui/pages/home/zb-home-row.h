/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/zb-kind.h"

G_BEGIN_DECLS

/*
 * Rows of the overview. They look like an AdwActionRow, whose labels would take longer than everything else there together: see
 * ZbText.
 */

/** zb_home_row_new: @icon, @subtitle: (nullable). Returns: (transfer floating) */
GtkWidget *zb_home_row_new (const char *icon, const char *title, const char *subtitle);

/** zb_home_row_lead_to: a row that stands in its list opens a record; nothing without one. */
void zb_home_row_lead_to (GtkWidget *row, const ZbKind *kind, gint64 id);

G_END_DECLS
