/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-sheet-private.h"
#include "exchange/paper/zb-xlsx-file.h"

G_BEGIN_DECLS

/**
 * zb_xlsx_lists_add:
 * @first, @last: rows of the page in hand
 *
 * Lets every cell of a column of codes, of yes and no, or of branches be chosen from the words that the import takes. Another word is
 * asked about and not refused: the import knows more of them. Call it before the file is finished.
 */
gboolean zb_xlsx_lists_add (ZbXlsxFile *file, ZbSheet *sheet, lxw_row_t first, lxw_row_t last, GError **error);

G_END_DECLS
