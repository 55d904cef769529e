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

/** zb_import_remarks_row: the row of the import that the remark at @place is about, −1 */
gint zb_import_remarks_row (ZbImport *import, guint place);

/** zb_import_remarks_counts: @facts: of zb_facts_new(); the numbers are buttons of `import.show-rows` and `import.show-questions` */
void zb_import_remarks_counts (GtkWidget *facts, const ZbKind *kind, const ZbImportCounts *counts, gboolean is_done);

G_END_DECLS
