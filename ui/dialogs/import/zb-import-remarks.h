/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/zb-import.h"

G_BEGIN_DECLS

/*
 * What is to be said of a list: what was done, passed over or refused, and how many rows are what.
 */

/** zb_import_remarks_fill: @view: shows the problems of @import, those of the file first. Returns: how many there are */
guint zb_import_remarks_fill (GtkListView *view, ZbImport *import);

/** zb_import_remarks_counts: @facts: of zb_facts_new() */
void zb_import_remarks_counts (GtkWidget *facts, const ZbKind *kind, const ZbImportCounts *counts);

G_END_DECLS
