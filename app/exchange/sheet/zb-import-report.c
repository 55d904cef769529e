/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-new-file.h"
#include "exchange/paper/zb-xlsx-file.h"
#include "exchange/sheet/zb-import-private.h"

/* What the column of reasons is called; an import of the report leaves it out. */
#define REASON_HEADING "错误原因"

/* A spreadsheet's cell holds no more characters. */
#define MAX_CELL 32767

typedef struct {
  lxw_worksheet *sheet;
  lxw_format *heading;
  lxw_format *text;
  lxw_format *reason;
  lxw_row_t row;
} Report;

/* Always as text: never a formula, no digit lost. */
static void
write_text (Report *self, guint column, const char *text, lxw_format *format)
{
  g_autofree char *shown = g_utf8_strlen (text, -1) > MAX_CELL ? g_utf8_substring (text, 0, MAX_CELL) : NULL;

  if (*text != '\0')
    worksheet_write_string (self->sheet, self->row, (lxw_col_t) column, shown != NULL ? shown : text, format);
}

static void
write_headings (ZbImport *import, Report *self)
{
  for (guint i = 0; i < import->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (import->columns, i);

      write_text (self, i, state->is_bare ? "" : state->shown.heading, self->heading);
    }
  write_text (self, import->columns->len, REASON_HEADING, self->heading);
  self->row++;
}

static void
write_row (Report *self, const ZbImportDraft *draft, guint n_columns, const char *reason)
{
  for (guint i = 0; i < n_columns; i++)
    if (draft->cells[i] != NULL)
      write_text (self, i, draft->cells[i]->text, self->text);
  write_text (self, n_columns, reason, self->reason);
  self->row++;
}

/* Index of the line → its reasons, one after the other; those of the file at −1. */
static GHashTable *
collect_reasons (ZbImport *import, char *(*words) (const ZbImportProblem *problem))
{
  GHashTable *reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < import->problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (import->problems, i);
      g_autofree char *sentence = words (problem);
      const char *before = g_hash_table_lookup (reasons, GINT_TO_POINTER (problem->line));

      g_hash_table_insert (reasons, GINT_TO_POINTER (problem->line),
                           before != NULL ? g_strdup_printf ("%s\n%s", before, sentence) : g_strdup (sentence));
    }
  return reasons;
}

static void
prepare (Report *self, lxw_workbook *book, guint n_columns)
{
  self->heading = workbook_add_format (book);
  format_set_bold (self->heading);
  format_set_text_wrap (self->heading);
  self->text = workbook_add_format (book);
  format_set_num_format (self->text, "@");
  self->reason = workbook_add_format (book);
  format_set_font_color (self->reason, LXW_COLOR_RED);
  format_set_text_wrap (self->reason);
  worksheet_set_column (self->sheet, 0, n_columns > 0 ? (lxw_col_t) (n_columns - 1) : 0, 14, NULL);
  worksheet_set_column (self->sheet, (lxw_col_t) n_columns, (lxw_col_t) n_columns, 60, NULL);
  worksheet_freeze_panes (self->sheet, 1, 0);
}

static void
write_rows (ZbImport *import, Report *self, GHashTable *reasons)
{
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (import);
  const char *of_file = g_hash_table_lookup (reasons, GINT_TO_POINTER (-1));

  write_headings (import, self);
  for (guint i = 0; i < import->lines->len; i++)
    {
      const char *reason = g_hash_table_lookup (reasons, GINT_TO_POINTER ((gint) i));

      if (reason == NULL)
        continue;
      zb_import_draft_load (import, draft, i, FALSE);
      write_row (self, draft, import->columns->len, reason);
    }
  if (of_file != NULL)
    write_text (self, import->columns->len, of_file, self->reason);
}

gboolean
zb_import_write_report (ZbImport *import, const char *path, gboolean force, char *(*words) (const ZbImportProblem *problem), GError **error)
{
  g_autoptr(ZbNewFile) file = zb_new_file_begin (path, force, error);
  g_autoptr(GHashTable) reasons = NULL;
  g_autoptr(ZbXlsxFile) book = NULL;
  Report report = { 0 };

  if (file == NULL || !(book = zb_xlsx_file_new (REASON_HEADING, error)))
    return FALSE;
  report.sheet = book->page;
  reasons = collect_reasons (import, words);
  prepare (&report, book->book, import->columns->len);
  write_rows (import, &report, reasons);
  return zb_xlsx_file_finish (book, zb_new_file_fd (file), error) && zb_new_file_commit (file, error);
}
