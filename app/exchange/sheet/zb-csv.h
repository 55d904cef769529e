/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-sheet-stream.h"

G_BEGIN_DECLS

/**
 * zb_csv_read:
 * @fd: a file that can be read at any place
 * @out: gets one sheet without a name; rows are numbered as a spreadsheet numbers them, a cell with
 *   line breaks counting as one row
 * @error: of %ZB_SHEET_ERROR; DAMAGED for a quotation mark that is never closed
 *
 * Reads comma, tab or semicolon separated text (full-width commas too); quotes with line breaks,
 * doubled quotes and ragged rows are understood. Runs in the child process only.
 */
gboolean zb_csv_read (int fd, ZbSheetStream *out, GError **error);

/**
 * zb_csv_guess_separator:
 * @text: (array length=length): the beginning of a file
 *
 * Returns: the separator that most rows share: `,`, tab, `;` or U+FF0C; 0 when there is none
 */
gunichar zb_csv_guess_separator (const char *text, gsize length);

G_END_DECLS
