/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-import.h"

G_BEGIN_DECLS

/** zb_import_column_heading: what a column is called; one without heading by its number. Returns: (transfer full) */
char *zb_import_column_heading (const ZbImportColumn *column);

#define ZB_TYPE_IMPORT_COLUMNS (zb_import_columns_get_type ())

/**
 * ZbImportColumns:
 *
 * What each column of a list means: its heading, its first values, and the field it fills, to be chosen; and how the list is read
 * the next time.
 *
 * Signals:
 *  - `changed`: a column means something else: zb_import_check() is due
 */
G_DECLARE_FINAL_TYPE (ZbImportColumns, zb_import_columns, ZB, IMPORT_COLUMNS, AdwBin)

GtkWidget *zb_import_columns_new (void);

/** zb_import_columns_set: @import: (nullable): %NULL: somebody else has it for now */
void zb_import_columns_set (ZbImportColumns *self, ZbImport *import);

/** zb_import_columns_set_name: what the mapping is kept as; %NULL: not. */
void zb_import_columns_set_name (ZbImportColumns *self, const char *name, gboolean is_kept);

/** zb_import_columns_get_name: (nullable): name under which the mapping shall be kept */
const char *zb_import_columns_get_name (ZbImportColumns *self);

G_END_DECLS
