/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-cell-number.h"
#include "exchange/sheet/zb-sheet-stream.h"
#include "exchange/sheet/zb-xml.h"

G_BEGIN_DECLS

/* Spreadsheets of OpenDocument, in their container or flat   [ISO/IEC 26300]. Runs in the child process only. */

/**
 * ZbOdsStyles:
 * @formats: (owned): name of a data style → #ZbCellFormat
 * @cells: (owned): name of a cell style → name of its data style
 * @hidden: (owned): names of table styles that hide their sheet
 *
 * What a document says of its styles, before it comes to its tables.
 */
typedef struct {
  GHashTable *formats;
  GHashTable *cells;
  GHashTable *hidden;
  char *name;          /* of the style in hand */
  gboolean is_table;
  ZbCellFormat format;
  guint parts;         /* of a date that the data style in hand shows */
} ZbOdsStyles;

void zb_ods_styles_init (ZbOdsStyles *self);
void zb_ods_styles_clear (ZbOdsStyles *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbOdsStyles, zb_ods_styles_clear)

/** zb_ods_styles_start, zb_ods_styles_end: for the handlers of a part: elements that are no styles are passed over. */
void zb_ods_styles_start (ZbOdsStyles *self, const char *name, const char **attributes);
void zb_ods_styles_end (ZbOdsStyles *self, const char *name);

/** zb_ods_styles_format: what a cell of that style shows. @cell_style: (nullable) */
ZbCellFormat zb_ods_styles_format (const ZbOdsStyles *self, const char *cell_style);

/** zb_ods_is_no_text: whether what stands in an element of a paragraph or cell is none of its words: notes, drawings. */
gboolean zb_ods_is_no_text (const char *name);

/** zb_ods_append_sign: adds the blanks, tab or line break that an element of a paragraph is. */
void zb_ods_append_sign (GString *text, const char *name, const char **attributes);

/** zb_ods_check_password: fails with PASSWORD when the container says that its parts are encrypted. */
gboolean zb_ods_check_password (ZbZip *zip, GError **error);

/** zb_ods_read: reads a spreadsheet in its container. @sheet: (nullable): only this sheet; %NULL: all that are not hidden */
gboolean zb_ods_read (ZbZip *zip, const char *sheet, ZbSheetStream *out, GError **error);

/** zb_ods_read_flat: reads a spreadsheet that is one XML file. */
gboolean zb_ods_read_flat (ZbTextFile *file, const char *sheet, ZbSheetStream *out, GError **error);

G_END_DECLS
