/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-new-file.h"
#include "exchange/paper/zb-sheet-private.h"
#include "store/zb-export-log.h"

/* Rows between two looks at the cancellable. */
#define STEP 1000

gboolean
zb_write_progress_step (const ZbWriteProgress *progress, guint64 done, guint64 total, GError **error)
{
  if (done % STEP != 0 && done != total)
    return TRUE;
  if (progress->func != NULL)
    progress->func (done, total, progress->user_data);
  return !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
}

static gboolean
write_format (ZbSheet *sheet, ZbSheetFormat format, ZbNewFile *file, const ZbWriteProgress *progress, GError **error)
{
  switch (format)
    {
    case ZB_SHEET_XLSX: return zb_sheet_write_xlsx (sheet, zb_new_file_fd (file), progress, error);
    case ZB_SHEET_PDF: return zb_sheet_write_pdf (sheet, zb_new_file_fd (file), progress, error);
    case ZB_SHEET_DOCX: return zb_sheet_write_word (sheet, zb_new_file_fd (file), progress, error);
    case ZB_SHEET_CSV:
    case ZB_SHEET_CSV_GB18030: return zb_sheet_write_csv (sheet, format == ZB_SHEET_CSV_GB18030, zb_new_file_fd (file), progress, error);
    default: g_return_val_if_reached (FALSE);
    }
}

/* All rows of a file show one moment of the registry. */
static gboolean
write_held (ZbSheet *sheet, ZbSheetFormat format, ZbNewFile *file, const ZbWriteProgress *progress, GError **error)
{
  gboolean done;

  if (sheet->source == NULL || sheet->source->hold == NULL)
    return write_format (sheet, format, file, progress, error);
  if (!sheet->source->hold (sheet->data, TRUE, error))
    return FALSE;
  done = write_format (sheet, format, file, progress, error);
  return sheet->source->hold (sheet->data, FALSE, done ? error : NULL) && done;
}

gboolean
zb_sheet_write (ZbSheet *sheet, ZbDb *log, ZbSheetFormat format, const char *path, gboolean force, ZbProgressFunc progress,
                gpointer user_data, GCancellable *cancellable, GError **error)
{
  static const char *const names[] = { [ZB_SHEET_XLSX] = "xlsx", [ZB_SHEET_PDF] = "pdf", [ZB_SHEET_CSV] = "csv", [ZB_SHEET_CSV_GB18030] = "csv", [ZB_SHEET_DOCX] = "docx" };
  const ZbWriteProgress steps = { progress, user_data, cancellable };
  g_autoptr(ZbNewFile) file = NULL;

  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (names), FALSE);
  if (!zb_write_progress_step (&steps, 0, zb_sheet_n_rows (sheet), error) || !(file = zb_new_file_begin (path, force, error))
      || !write_held (sheet, format, file, &steps, error) || !zb_new_file_commit (file, error))
    return FALSE;
  /* The file is there; a registry that cannot note it (read-only, full) does not take it back. */
  if (log != NULL && !zb_db_is_read_only (log))
    {
      g_autoptr(GError) not_logged = NULL;

      if (!zb_export_log_add (log, sheet->request->roster->name, names[format], zb_sheet_n_rows (sheet), sheet->private_columns,
                              &not_logged))
        g_debug ("the export was not noted: %s", not_logged->message);
    }
  return TRUE;
}
