/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/zb-import.h"

G_BEGIN_DECLS

/** ZbImportMapped: a column was given another meaning; the new @field may be %NULL. */
typedef void (*ZbImportMapped) (guint column, const ZbField *field, gpointer user_data);

/** zb_import_review_columns: one row a column of the file: heading, first value, what it means. */
void zb_import_review_columns (GtkListBox *list, ZbImport *import, const ZbKind *kind, ZbImportMapped mapped, gpointer user_data);

/** zb_import_review_preview: the first rows, what each would do, and why. */
void zb_import_review_preview (GtkColumnView *view, ZbImport *import);

/** zb_import_review_problems: the problems in words, at most a thousand. Returns: how many there are in all */
guint zb_import_review_problems (GtkListView *view, ZbImport *import);

/** zb_import_review_counts: a line for each count; @facts is a zb_facts_new(), @kind what the rows become. */
void zb_import_review_counts (GtkWidget *facts, const ZbKind *kind, const ZbImportCounts *counts);

G_END_DECLS
