/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-sheet-stream.h"

G_BEGIN_DECLS

/**
 * ZbImportRows:
 *
 * The rows of a sheet in memory, packed: about their text and four bytes a cell.
 */
typedef struct _ZbImportRows ZbImportRows;

ZbImportRows *zb_import_rows_new (void);
void zb_import_rows_free (ZbImportRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbImportRows, zb_import_rows_free)

/** zb_import_rows_add: copies a row as the reader gives it. @number: of the row in the sheet */
void zb_import_rows_add (ZbImportRows *self, guint number, const ZbSheetCell *cells, guint n);
guint zb_import_rows_size (ZbImportRows *self);

/** zb_import_rows_may_begin: whether a text of row @i begins with one of @beginnings, or with what is taken away before texts are compared (blanks, signs, invisible characters) */
gboolean zb_import_rows_may_begin (ZbImportRows *self, guint i, const char *const *beginnings);

/** zb_import_rows_get: the cells of row @i (from 0). @cells: (element-type ZbSheetCell). Returns: the row's number in the sheet */
guint zb_import_rows_get (ZbImportRows *self, guint i, GArray *cells);

G_END_DECLS
