/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/**
 * ZbXlsxFile:
 * @book: the library's workbook, until it is finished
 * @page: (unowned): its page in hand, whose rows are written from the top down
 * @pages: (owned): all of them
 *
 * A workbook that is whole or an error. The library does not look at what happens to its scratch files, and
 * prints when its own file cannot be written: so its file stands in memory, the scratch files are looked
 * after here, and what is written to the disk is written by us.
 */
typedef struct {
  lxw_workbook *book;
  lxw_worksheet *page;
  GPtrArray *pages;
  int memory;
} ZbXlsxFile;

/** zb_xlsx_file_new: @sheet_name: of the page. @error: of %ZB_STORE_ERROR. Returns: (transfer full) */
ZbXlsxFile *zb_xlsx_file_new (const char *sheet_name, GError **error);

/** zb_xlsx_file_add_page: a further page, that is in hand from now on. @sheet_name: of no other page, at most 31 characters without []:*?/\ */
gboolean zb_xlsx_file_add_page (ZbXlsxFile *self, const char *sheet_name, GError **error);

/**
 * zb_xlsx_file_finish:
 * @fd: where the whole workbook is written to
 * @error: NO_SPACE, also for a limit on the size of files
 *
 * Packs the workbook and writes it. Whatever the outcome, it is finished then; free it.
 */
gboolean zb_xlsx_file_finish (ZbXlsxFile *self, int fd, GError **error);

void zb_xlsx_file_free (ZbXlsxFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbXlsxFile, zb_xlsx_file_free)

G_END_DECLS
