/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-sheet-stream.h"

G_BEGIN_DECLS

/**
 * zb_sheet_file_read:
 * @fd: a regular file, open for reading
 * @sheet: (nullable): only this sheet; %NULL: all that are not hidden
 * @error: of %ZB_SHEET_ERROR
 *
 * Tells by its content what a file is, and streams what it holds. Runs in the child process only.
 */
gboolean zb_sheet_file_read (int fd, const char *sheet, ZbSheetStream *out, GError **error);

G_END_DECLS
