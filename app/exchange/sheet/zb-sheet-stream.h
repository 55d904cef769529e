/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/zb-sheet-error.h"

G_BEGIN_DECLS

/*
 * What the child process that parses a file says to the program: frames of one byte of kind, four of
 * length (little endian) and a payload. The program trusts none of it and checks every length.
 */

/** ZB_SHEET_MAX_ROWS, ZB_SHEET_MAX_COLUMNS: a spreadsheet has no more (ECMA-376). */
#define ZB_SHEET_MAX_ROWS 1048576
#define ZB_SHEET_MAX_COLUMNS 16384

/** ZB_SHEET_MAX_CELL: bytes of one cell; spreadsheets stop at 32,767 characters. */
#define ZB_SHEET_MAX_CELL (256 * 1024)

/** ZB_SHEET_MAX_FRAME: bytes of one row. */
#define ZB_SHEET_MAX_FRAME (16 * 1024 * 1024)

/**
 * ZbCellKind:
 * @ZB_CELL_TEXT: text, word for word
 * @ZB_CELL_NUMBER: a number, the shortest text that reads back the same; whole numbers with all digits
 * @ZB_CELL_DATE: `YYYY-MM-DD`, `YYYY-MM` where the cell shows no more, with ` HH:MM:SS` where there is a time
 * @ZB_CELL_BOOLEAN: `0` or `1`
 * @ZB_CELL_ERROR: `#N/A` and the like
 * @ZB_CELL_FORMULA: a formula without the value it had
 */
typedef enum {
  ZB_CELL_TEXT,
  ZB_CELL_NUMBER,
  ZB_CELL_DATE,
  ZB_CELL_BOOLEAN,
  ZB_CELL_ERROR,
  ZB_CELL_FORMULA
} ZbCellKind;

/**
 * ZbSheetCell:
 * @column: from 0
 * @text: UTF-8, borrowed
 */
typedef struct {
  guint column;
  ZbCellKind kind;
  const char *text;
} ZbSheetCell;

/**
 * ZbSheetFrame:
 * @ZB_SHEET_FRAME_LISTED: a sheet of the file: one byte whether it is hidden, then its name
 * @ZB_SHEET_FRAME_SHEET: the rows of this sheet follow: one byte whether dates count from 1904, then its name
 * @ZB_SHEET_FRAME_ROW: see zb_sheet_row_decode()
 * @ZB_SHEET_FRAME_MERGED: cells of the sheet in hand that are one, see #ZbSheetMerged; may come after the rows
 * @ZB_SHEET_FRAME_END: all is said; the file's SHA-256 in hexadecimal
 * @ZB_SHEET_FRAME_FAILED: one byte of #ZbSheetError, then a message for the log
 */
typedef enum {
  ZB_SHEET_FRAME_LISTED = 'L',
  ZB_SHEET_FRAME_SHEET = 'S',
  ZB_SHEET_FRAME_ROW = 'R',
  ZB_SHEET_FRAME_MERGED = 'M',
  ZB_SHEET_FRAME_END = 'Z',
  ZB_SHEET_FRAME_FAILED = 'E'
} ZbSheetFrame;

/**
 * ZbSheetStream:
 *
 * The child's end. Rows are made cell by cell; empty cells and rows are left out.
 */
typedef struct _ZbSheetStream ZbSheetStream;

/** zb_sheet_stream_new: @fd: where to write, not closed */
ZbSheetStream *zb_sheet_stream_new (int fd);
void zb_sheet_stream_free (ZbSheetStream *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbSheetStream, zb_sheet_stream_free)

void zb_sheet_stream_listed (ZbSheetStream *self, const char *name, gboolean hidden);
void zb_sheet_stream_sheet (ZbSheetStream *self, const char *name, gboolean from_1904);
void zb_sheet_stream_cell (ZbSheetStream *self, guint column, ZbCellKind kind, const char *text, gsize length);

/**
 * ZbSheetMerged:
 * @first_row, @last_row: as the spreadsheet counts, from 1
 * @first_column, @last_column: from 0
 *
 * A rectangle of cells that is shown as one; its text stands in the first.
 */
typedef struct {
  guint32 first_row;
  guint32 last_row;
  guint32 first_column;
  guint32 last_column;
} ZbSheetMerged;

/** zb_sheet_stream_merged: tells of merged cells; what is no rectangle inside a sheet is passed over. */
void zb_sheet_stream_merged (ZbSheetStream *self, const ZbSheetMerged *merged);

/** zb_sheet_merged_decode: @payload: of a frame of merged cells. Returns: %FALSE when it is none */
gboolean zb_sheet_merged_decode (const guint8 *payload, gsize length, ZbSheetMerged *out);

/** zb_sheet_stream_row: ends the row of the cells given so far. @error: TOO_MANY_ROWS, TOO_BIG, FAILED (cannot write) */
gboolean zb_sheet_stream_row (ZbSheetStream *self, guint64 row, GError **error);
guint zb_sheet_stream_n_rows (ZbSheetStream *self);

/** zb_sheet_stream_finish: the last words, flushed. @reason: (nullable): %NULL when all went well */
gboolean zb_sheet_stream_finish (ZbSheetStream *self, const char *hash, const GError *reason);

/**
 * zb_sheet_row_decode:
 * @payload: of a row frame: row number, number of cells, and for each column, kind, length, text, NUL
 * @cells: (element-type ZbSheetCell): filled; texts point into @payload
 * @out_row: (out): as the spreadsheet counts, from 1
 *
 * Reads a row and checks all of it: lengths, kinds, columns, UTF-8.
 *
 * Returns: %FALSE when it is not a row
 */
gboolean zb_sheet_row_decode (const guint8 *payload, gsize length, GArray *cells, guint *out_row);

G_END_DECLS
