/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/sheet/zb-sheet-stream.h"

G_BEGIN_DECLS

/**
 * ZbSheetReader:
 *
 * The program's end of a file that a child process parses. Used on one thread at a time. Whatever
 * happens to the child, the worst that happens here is one #GError.
 */
typedef struct _ZbSheetReader ZbSheetReader;

/**
 * ZbSheetEvent:
 * @kind: LISTED, SHEET, ROW, MERGED or END
 * @name: name of the sheet listed or begun; "" for text files
 * @is_hidden: of a sheet listed
 * @from_1904: of a sheet begun
 * @row: number of the row, from 1
 * @cells: (array length=n_cells): of the row; borrowed until the next event
 * @merged: the cells that are one
 * @payload: (array length=length): the row as it came, for zb_sheet_row_decode()
 */
typedef struct {
  ZbSheetFrame kind;
  const char *name;
  gboolean is_hidden;
  gboolean from_1904;
  guint row;
  const ZbSheetCell *cells;
  guint n_cells;
  ZbSheetMerged merged;
  const guint8 *payload;
  gsize length;
} ZbSheetEvent;

/** zb_sheet_reader_new: starts the child. @sheet: (nullable): only this sheet; %NULL: all that are not hidden. @error: %ZB_SHEET_ERROR_FAILED */
ZbSheetReader *zb_sheet_reader_new (const char *path, const char *sheet, GError **error);

/** zb_sheet_reader_free: ends the child if it still works. */
void zb_sheet_reader_free (ZbSheetReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbSheetReader, zb_sheet_reader_free)

/** zb_sheet_reader_set_patience: how long the child may be silent; a minute unless told. */
void zb_sheet_reader_set_patience (ZbSheetReader *self, guint milliseconds);

/**
 * zb_sheet_reader_next:
 * @out_event: (out): what came; END is the last
 * @error: of %ZB_SHEET_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Waits for the next event.
 */
gboolean zb_sheet_reader_next (ZbSheetReader *self, ZbSheetEvent *out_event, GCancellable *cancellable, GError **error);

/** zb_sheet_reader_hash: SHA-256 of the file, in hexadecimal; known after END. */
const char *zb_sheet_reader_hash (ZbSheetReader *self);

G_END_DECLS
