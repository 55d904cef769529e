/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-sheet-stream.h"

G_BEGIN_DECLS

/**
 * ZbCellTable:
 *
 * The cells of one sheet in memory, for files that do not tell them row by row. What was written last into a cell is what
 * stands there. A cell costs its text and a few bytes: a page of a million rows of fifteen columns 200 MB. Runs in the child
 * process only.
 */
typedef struct _ZbCellTable ZbCellTable;

ZbCellTable *zb_cell_table_new (void);
void zb_cell_table_free (ZbCellTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbCellTable, zb_cell_table_free)

/** zb_cell_table_add: @row: from 1. @text: (array length=length): copied */
void zb_cell_table_add (ZbCellTable *self, guint row, guint column, ZbCellKind kind, const char *text, gsize length);

/** zb_cell_table_borrow: the same with a text that stays until the table was written. */
void zb_cell_table_borrow (ZbCellTable *self, guint row, guint column, ZbCellKind kind, const char *text, gsize length);

void zb_cell_table_merge (ZbCellTable *self, guint first_row, guint last_row, guint first_column, guint last_column);

gboolean zb_cell_table_is_empty (ZbCellTable *self);

/** zb_cell_table_write: streams the rows in their order, then what is merged. @error: as zb_sheet_stream_row() */
gboolean zb_cell_table_write (ZbCellTable *self, ZbSheetStream *out, GError **error);

G_END_DECLS
