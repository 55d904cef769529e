/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-import.h"

G_BEGIN_DECLS

#define ZB_TYPE_IMPORT_ROWS_VIEW (zb_import_rows_view_get_type ())

/**
 * ZbImportRowsView:
 *
 * The rows of a list and what happens with each: a table that can be filtered, and a page for one row on which its cells are
 * corrected and whom it means is decided.
 *
 * Signals:
 *  - `changed`: something was answered: zb_import_check() is due
 */
G_DECLARE_FINAL_TYPE (ZbImportRowsView, zb_import_rows_view, ZB, IMPORT_ROWS_VIEW, GtkBox)

GtkWidget *zb_import_rows_view_new (ZbRegistry *registry);

/**
 * zb_import_rows_view_set:
 * @import: (nullable): checked; %NULL: somebody else has it for now, and what is seen stays
 * @is_same: whether it is the one that was shown before, so that the eye finds its place again
 */
void zb_import_rows_view_set (ZbImportRowsView *self, ZbImport *import, gboolean is_same);

/** zb_import_rows_view_set_done: whether it is written already, and can only be looked at. */
void zb_import_rows_view_set_done (ZbImportRowsView *self, gboolean is_done);

/** zb_import_rows_view_show_filter: shows those rows, in the table. @filter: a #ZbImportFilter */
void zb_import_rows_view_show_filter (ZbImportRowsView *self, guint filter);

/** zb_import_rows_view_open: shows the row @index of the import, to be corrected. */
void zb_import_rows_view_open (ZbImportRowsView *self, guint index);

/** zb_import_rows_view_is_typed: whether something was typed into the page of a row and not confirmed yet. */
gboolean zb_import_rows_view_is_typed (ZbImportRowsView *self);

/** zb_import_rows_view_apply: takes what was typed into the page of a row and not confirmed yet. Returns: whether there was anything */
gboolean zb_import_rows_view_apply (ZbImportRowsView *self);

G_END_DECLS
