/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-sheet-stream.h"
#include "exchange/sheet/zb-text-file.h"

G_BEGIN_DECLS

/* Files of markup that hold tables: web pages, XML Spreadsheet 2003, flat OpenDocument; often under the name of a workbook.
 * Runs in the child process only. */

/** zb_markup_read: tells by its beginning which of them a file is, and reads it. @error: of %ZB_SHEET_ERROR */
gboolean zb_markup_read (int fd, const char *sheet, ZbSheetStream *out, GError **error);

/** zb_html_read: every table of a page that has cells is a sheet; what a page is wrong in is mended as browsers do. */
gboolean zb_html_read (ZbTextFile *file, const char *sheet, ZbSheetStream *out, GError **error);

/** zb_xml_workbook_read: reads XML Spreadsheet 2003   [MS-OE376 has its names]. */
gboolean zb_xml_workbook_read (ZbTextFile *file, const char *sheet, ZbSheetStream *out, GError **error);

G_END_DECLS
