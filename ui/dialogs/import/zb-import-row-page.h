/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-import.h"

G_BEGIN_DECLS

#define ZB_TYPE_IMPORT_ROW_PAGE (zb_import_row_page_get_type ())

/**
 * ZbImportRowPage:
 *
 * One row of a list: what is to be said of it, whom it may mean, and each of its cells as the file has it, as it is understood and
 * as the registry has it, to be corrected where it stands.
 *
 * Signals:
 *  - `changed`: it was corrected or decided about
 *  - `left`: back to the table
 *  - `step (int)`: 1 the next row, −1 the one before
 */
G_DECLARE_FINAL_TYPE (ZbImportRowPage, zb_import_row_page, ZB, IMPORT_ROW_PAGE, GtkBox)

GtkWidget *zb_import_row_page_new (ZbRegistry *registry);

/** zb_import_row_page_set: @problems: (nullable) (element-type ZbImportProblem): of the row; @is_done: only to be looked at */
void zb_import_row_page_set (ZbImportRowPage *self, ZbImport *import, guint index, GPtrArray *problems, gboolean is_done);
/** zb_import_row_page_forget: somebody else has the import from now on. */
void zb_import_row_page_forget (ZbImportRowPage *self);
guint zb_import_row_page_get_index (ZbImportRowPage *self);
/** zb_import_row_page_focus: puts the keys to what is to be done here. */
void zb_import_row_page_focus (ZbImportRowPage *self);
/** zb_import_row_page_is_typed: whether something was typed and not confirmed yet. */
gboolean zb_import_row_page_is_typed (ZbImportRowPage *self);

/** zb_import_row_page_apply: takes what was typed. Returns: whether there was anything */
gboolean zb_import_row_page_apply (ZbImportRowPage *self);

G_END_DECLS
