/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-cell-number.h"
#include "exchange/sheet/zb-sheet-stream.h"

G_BEGIN_DECLS

/* Workbooks of Excel 5, 95 and 97–2003 (BIFF5, BIFF8)   [MS-XLS, and OpenOffice.org's documentation of the format].
 * Runs in the child process only. */

/**
 * ZbXlsRecords:
 * @data: (array length=length): the stream of the workbook
 * @next: where the next record begins
 * @type, @body, @size: the record in hand; its body lies inside @data
 *
 * A walk over the records of a stream. Nothing outside of the stream is ever read.
 */
typedef struct {
  const guint8 *data;
  gsize length;
  gsize next;
  guint16 type;
  const guint8 *body;
  gsize size;
} ZbXlsRecords;

/** zb_xls_records_next: Returns: %FALSE at the end of the stream, also one that is cut short */
gboolean zb_xls_records_next (ZbXlsRecords *self);

/** zb_xls_u8, zb_xls_u16, zb_xls_u32, zb_xls_double: a number at @at of the record in hand, 0 behind its end. */
guint8 zb_xls_u8 (const ZbXlsRecords *self, gsize at);
guint16 zb_xls_u16 (const ZbXlsRecords *self, gsize at);
guint32 zb_xls_u32 (const ZbXlsRecords *self, gsize at);
double zb_xls_double (const ZbXlsRecords *self, gsize at);

/**
 * ZbXlsBook:
 * @is_biff8: texts are Unicode, else bytes of @encoding
 * @encoding: of texts that are bytes
 * @strings: (owned): shared texts, each ended by NUL, one after the other
 * @starts: (owned) (element-type guint32): where each begins
 * @formats: (owned) (element-type ZbCellFormat): by number of a cell's format record
 *
 * What the cells of any sheet refer to.
 */
typedef struct {
  gboolean is_biff8;
  gboolean from_1904;
  const char *encoding;
  GString *strings;
  GArray *starts;
  GArray *formats;
} ZbXlsBook;

/**
 * zb_xls_text:
 * @at: where the text of the record in hand begins
 * @long_count: whether its length is told in two bytes, else in one
 * @out: appended to
 *
 * Reads a text; it may go on in the records that follow, which are then in hand.
 *
 * Returns: %FALSE when it is cut short
 */
gboolean zb_xls_text (const ZbXlsBook *book, ZbXlsRecords *records, gsize at, gboolean long_count, GString *out);

/** zb_xls_shared_texts: the table of shared texts that begins with the record in hand. @error: DAMAGED, TOO_BIG */
gboolean zb_xls_shared_texts (ZbXlsBook *book, ZbXlsRecords *records, GError **error);

/** zb_xls_read_sheet: streams the rows of the sheet that begins at @offset. */
gboolean zb_xls_read_sheet (const ZbXlsBook *book, const ZbXlsRecords *records, gsize offset, ZbSheetStream *out, GError **error);

/**
 * zb_xls_read:
 * @fd: a compound file
 * @sheet: (nullable): only this sheet; %NULL: all that are not hidden
 * @error: of %ZB_SHEET_ERROR: PASSWORD, DAMAGED, NOT_A_SHEET for a compound file of another program …
 *
 * Reads a workbook.
 */
gboolean zb_xls_read (int fd, const char *sheet, ZbSheetStream *out, GError **error);

G_END_DECLS
