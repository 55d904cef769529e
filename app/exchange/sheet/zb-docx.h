/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-sheet-stream.h"
#include "exchange/sheet/zb-zip.h"

G_BEGIN_DECLS

/**
 * zb_docx_read:
 * @part: the document itself, a part of the container
 * @sheet: (nullable): only this table, see #ZbTextTables
 *
 * Reads the tables of a text document, transitional or strict; what was struck out while changes were tracked is not there.
 * Runs in the child process only   [ECMA-376-1 §17.4].
 */
gboolean zb_docx_read (ZbZip *zip, const char *part, const char *sheet, ZbSheetStream *out, GError **error);

G_END_DECLS
