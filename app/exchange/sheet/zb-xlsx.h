/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-cell-number.h"
#include "exchange/sheet/zb-sheet-stream.h"
#include "exchange/sheet/zb-zip.h"

G_BEGIN_DECLS

/* Office Open XML workbooks, transitional and strict. Runs in the child process only. */

/**
 * ZbXlsxBook:
 * @zip: the container
 * @from_1904: the workbook's calendar
 * @strings: shared strings, each ended by NUL, one after the other
 * @starts: (element-type guint32): where each begins
 * @formats: (element-type ZbCellFormat): by style number of a cell
 *
 * What the cells of any sheet refer to.
 */
typedef struct {
  ZbZip *zip;
  gboolean from_1904;
  GByteArray *strings;
  GArray *starts;
  GArray *formats;
} ZbXlsxBook;

/** zb_xlsx_read_strings: the shared strings; runs joined, phonetic hints left out. An absent part is no error. */
gboolean zb_xlsx_read_strings (ZbXlsxBook *book, const char *part, GError **error);

/** zb_xlsx_read_styles: number formats of the cells. */
gboolean zb_xlsx_read_styles (ZbXlsxBook *book, const char *part, GError **error);

/** zb_xlsx_read_sheet: streams the rows of one sheet. */
gboolean zb_xlsx_read_sheet (ZbXlsxBook *book, const char *part, ZbSheetStream *out, GError **error);

/** zb_xlsx_unescape: turns `_x000D_` into the character, in place. */
void zb_xlsx_unescape (GString *text);

/**
 * zb_xlsx_read:
 * @zip: the container
 * @part: the workbook itself
 * @sheet: (nullable): only this sheet; %NULL: all that are not hidden
 * @out: gets the list of sheets and their rows
 *
 * Reads a workbook.
 */
gboolean zb_xlsx_read (ZbZip *zip, const char *part, const char *sheet, ZbSheetStream *out, GError **error);

G_END_DECLS
