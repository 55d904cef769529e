/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-row-source.h"

G_BEGIN_DECLS

/**
 * ZbMadeRows:
 *
 * Rows that are worked out when the list is made, where its rows are no records: figures of people over a year, a
 * matrix. Texts by the columns of the source.
 */
typedef struct _ZbMadeRows ZbMadeRows;

/** zb_made_rows_new: gives @sheet rows of @source, none yet. Returns: (transfer none): the sheet's */
ZbMadeRows *zb_made_rows_new (ZbSheet *sheet, const ZbRowSource *source);

/**
 * zb_made_rows_add:
 *
 * Adds a row. Returns: (transfer none) (array): one place for each column of the source, to be filled with texts that
 * the rows take over; %NULL is an empty one. Good until the next row is added
 */
char **zb_made_rows_add (ZbMadeRows *rows);

/** zb_made_rows_of: says whose row the last one is. */
void zb_made_rows_of (ZbMadeRows *rows, gint64 person);

guint zb_made_rows_size (const ZbMadeRows *rows);

/** zb_made_rows_at: Returns: (transfer none) (nullable): the text of a row in a column of the source. */
const char *zb_made_rows_at (const ZbMadeRows *rows, guint row, guint column);

/** zb_made_rows_row: Returns: (transfer none) (array): the places of a row that was added, as zb_made_rows_add() gave them */
char **zb_made_rows_row (ZbMadeRows *rows, guint row);

/** zb_made_rows_finish: tells the sheet how many rows there are; its blocks side by side make fewer of them. */
void zb_made_rows_finish (ZbMadeRows *rows);

G_END_DECLS
