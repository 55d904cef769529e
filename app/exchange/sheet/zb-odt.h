/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-sheet-stream.h"
#include "exchange/sheet/zb-zip.h"

G_BEGIN_DECLS

/**
 * zb_odt_read:
 * @sheet: (nullable): only this table, see #ZbTextTables
 *
 * Reads the tables of a text document of OpenDocument. Runs in the child process only   [ISO/IEC 26300].
 */
gboolean zb_odt_read (ZbZip *zip, const char *sheet, ZbSheetStream *out, GError **error);

G_END_DECLS
