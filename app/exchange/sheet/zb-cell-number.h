/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-sheet-stream.h"

G_BEGIN_DECLS

/* How numbers of spreadsheets become texts. Pure functions for any thread. */

/** ZB_CELL_NUMBER_SIZE: room that any number or date needs as text. */
#define ZB_CELL_NUMBER_SIZE 64

/** ZbCellShows: what a number format shows of a number. */
typedef enum {
  ZB_CELL_SHOWS_NUMBER,
  ZB_CELL_SHOWS_DAY,      /* a date, perhaps with its time */
  ZB_CELL_SHOWS_MONTH,    /* year and month only */
  ZB_CELL_SHOWS_YEAR,     /* the year only */
  ZB_CELL_SHOWS_TIME      /* hours and minutes only */
} ZbCellShows;

/**
 * ZbCellFormat:
 * @digits: least digits before the point (`0000`), 0 when not told
 * @decimals: digits after the point that are always shown (`0.00`), 0 when not told
 */
typedef struct {
  ZbCellShows shows;
  guint8 digits;
  guint8 decimals;
} ZbCellFormat;

/** zb_cell_format_builtin: the formats that no file defines, by number   [ECMA-376 18.8.30, with those of zh-CN: 27–36, 50–58] */
ZbCellFormat zb_cell_format_builtin (guint number);

/** zb_cell_format_parse: @code: a format as written: `yyyy"年"m"月"`, `[$-804]yyyy/m/d;@`, `0.00` */
ZbCellFormat zb_cell_format_parse (const char *code);

/**
 * zb_cell_number_text:
 * @value: (array length=length): a number as the file has it
 * @out: filled with the shortest text that reads back the same; whole numbers with all their digits
 *
 * Returns: length of the text, 0 when @value is not a number
 */
gsize zb_cell_number_text (const char *value, gsize length, ZbCellFormat format, char out[ZB_CELL_NUMBER_SIZE]);

/**
 * zb_cell_date_text:
 * @from_1904: days count from 1904-01-01, else from 1900 with its 29 February that never was
 * @out: `YYYY-MM-DD`; `YYYY-MM` when the cell shows no more and stands on the first; with ` HH:MM:SS`
 *
 * Returns: length of the text, 0 when the number is no date
 */
gsize zb_cell_date_text (double serial, gboolean from_1904, ZbCellShows shows, char out[ZB_CELL_NUMBER_SIZE]);

/**
 * zb_cell_text:
 * @value: (array length=length): a number as the file has it
 * @out_kind: (out): a number, or a date where the format shows one; a text for a bare time of day
 *
 * What a cell of that format holds. Returns: length of the text, 0 when @value is not a number
 */
gsize zb_cell_text (const char *value, gsize length, ZbCellFormat format, gboolean from_1904, ZbCellKind *out_kind, char out[ZB_CELL_NUMBER_SIZE]);

G_END_DECLS
