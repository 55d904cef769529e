/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-sheet-stream.h"

G_BEGIN_DECLS

/**
 * ZbTextTables:
 *
 * The tables of a text document as sheets: what stands over a table is in the rows above it, as the title of a list is in a
 * spreadsheet. Tables with nothing between them are one. The first sheet has no name, as that of a text file has none; further
 * ones are numbered. Cost: the texts of one table in memory. Runs in the child process only.
 */
typedef struct _ZbTextTables ZbTextTables;

/** zb_text_tables_new: @wanted: (nullable): only this sheet */
ZbTextTables *zb_text_tables_new (ZbSheetStream *out, const char *wanted);
void zb_text_tables_free (ZbTextTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTextTables, zb_text_tables_free)

/** zb_text_tables_paragraph: words outside of tables. */
void zb_text_tables_paragraph (ZbTextTables *self, const char *text);

/** zb_text_tables_begin, zb_text_tables_end: a table; tables do not stand in each other. @error: of #ZbSheetError: TOO_BIG, TOO_MANY_ROWS */
void zb_text_tables_begin (ZbTextTables *self);
gboolean zb_text_tables_end (ZbTextTables *self, GError **error);

void zb_text_tables_row (ZbTextTables *self);

/** zb_text_tables_drop_row: the row in hand is not there: it was deleted, and only the document remembers it. */
void zb_text_tables_drop_row (ZbTextTables *self);

/** zb_text_tables_skip: columns that the row leaves free. */
void zb_text_tables_skip (ZbTextTables *self, guint columns);

/**
 * zb_text_tables_cell:
 * @across: columns that the cell takes
 * @goes_on: it is the lower part of the cell above it
 *
 * The next cell of the row.
 */
void zb_text_tables_cell (ZbTextTables *self, guint across, gboolean goes_on, const char *text);

/** zb_text_tables_finish: the document ends. @error: NOT_A_SHEET, a document without a table; NO_SHEET */
gboolean zb_text_tables_finish (ZbTextTables *self, GError **error);

G_END_DECLS
