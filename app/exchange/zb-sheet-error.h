/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbSheetError:
 * @ZB_SHEET_ERROR_NOT_FOUND: no such file
 * @ZB_SHEET_ERROR_NO_PERMISSION: the file may not be read
 * @ZB_SHEET_ERROR_NOT_A_FILE: a folder or a device
 * @ZB_SHEET_ERROR_EMPTY: nothing in it: no bytes, or no rows on any sheet
 * @ZB_SHEET_ERROR_NOT_A_SHEET: a picture, a document without a table, text in no known encoding …
 * @ZB_SHEET_ERROR_OLD_FORMAT: a kind of spreadsheet that is not read (.xlsb, a page saved as one file, older than Excel 5): save it as .xlsx
 * @ZB_SHEET_ERROR_OLD_DOCUMENT: a text document of a kind that is not read (.doc, .wps, .rtf): save it as .docx
 * @ZB_SHEET_ERROR_PASSWORD: locked: save it without a password
 * @ZB_SHEET_ERROR_DAMAGED: cut short or broken inside; the message says where
 * @ZB_SHEET_ERROR_TOO_MANY_ROWS: more than 1,048,576 rows
 * @ZB_SHEET_ERROR_TOO_BIG: needs more memory, time or space than any honest list (zip bombs)
 * @ZB_SHEET_ERROR_NO_SHEET: no sheet of the name that was asked for
 * @ZB_SHEET_ERROR_NO_TABLE: no row of headings was recognised
 * @ZB_SHEET_ERROR_STUCK: reading made no progress for a minute
 * @ZB_SHEET_ERROR_PACKED: files packed into one (.zip, .rar, .7z): unpack it
 * @ZB_SHEET_ERROR_FAILED: the reader could not be started, or broke down over the file
 *
 * What a file can be instead of a list. Nothing was changed in any of these cases.
 */
typedef enum {
  ZB_SHEET_ERROR_NOT_FOUND,
  ZB_SHEET_ERROR_NO_PERMISSION,
  ZB_SHEET_ERROR_NOT_A_FILE,
  ZB_SHEET_ERROR_EMPTY,
  ZB_SHEET_ERROR_NOT_A_SHEET,
  ZB_SHEET_ERROR_OLD_FORMAT,
  ZB_SHEET_ERROR_OLD_DOCUMENT,
  ZB_SHEET_ERROR_PASSWORD,
  ZB_SHEET_ERROR_DAMAGED,
  ZB_SHEET_ERROR_TOO_MANY_ROWS,
  ZB_SHEET_ERROR_TOO_BIG,
  ZB_SHEET_ERROR_NO_SHEET,
  ZB_SHEET_ERROR_NO_TABLE,
  ZB_SHEET_ERROR_STUCK,
  ZB_SHEET_ERROR_PACKED,
  ZB_SHEET_ERROR_FAILED
} ZbSheetError;

#define ZB_SHEET_ERROR (zb_sheet_error_quark ())

GQuark zb_sheet_error_quark (void);

G_END_DECLS
