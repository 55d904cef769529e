/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that were not taken, as a workbook that looks as the file did and can be read again when it is mended. */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-new-file.h"
#include "exchange/paper/zb-xlsx-file.h"
#include "exchange/import/zb-import-private.h"
#include "exchange/zb-import-answers.h"

/* What the column of reasons is called; an import of the report leaves it out. */
#define REASON_HEADING "错误原因"

/* A spreadsheet's cell holds no more characters. */
#define MAX_CELL 32767

/* Bounds of a column's width, in Latin characters. */
#define LEAST_WIDTH 6
#define MOST_WIDTH 40
#define REASON_WIDTH 60

/* A sheet's name in the file is cut to what a workbook takes, with room for a number. */
#define MAX_NAME 28

typedef struct {
  ZbImport *import;
  ZbXlsxFile *book;
  GHashTable *reasons;      /* (owned): index of a line → its sentences */
  GHashTable *names;        /* (owned): of the pages, so that none comes twice */
  lxw_format *heading;
  lxw_format *text;
  lxw_format *reason;
  lxw_row_t row;
  guint n_columns;          /* of the sheet in hand: the reasons stand behind them */
} Report;

/* Always as text: never a formula, no digit lost. */
static void
write_text (Report *self, guint column, const char *text, lxw_format *format)
{
  g_autofree char *shown = g_utf8_strlen (text, -1) > MAX_CELL ? g_utf8_substring (text, 0, MAX_CELL) : NULL;

  if (*text != '\0')
    worksheet_write_string (self->book->page, self->row, (lxw_col_t) column, shown != NULL ? shown : text, format);
}

static gboolean
is_left_out (ZbImport *import, guint i)
{
  ZbImportVerdict verdict = (ZbImportVerdict) g_array_index (import->lines, ZbImportLine, i).verdict;

  return verdict == ZB_IMPORT_ERROR || verdict == ZB_IMPORT_CONFLICT || zb_import_decision (import, i, NULL) == ZB_IMPORT_LEAVE_OUT;
}

/* Index of a line → its sentences, one after the other. */
static GHashTable *
collect_reasons (ZbImport *import, char *(*words) (const ZbImportProblem *problem))
{
  GHashTable *reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < import->problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (import->problems, i);
      g_autofree char *sentence = problem->line >= 0 && is_left_out (import, (guint) problem->line) ? words (problem) : NULL;
      const char *before = g_hash_table_lookup (reasons, GINT_TO_POINTER (problem->line));

      if (sentence != NULL)
        g_hash_table_insert (reasons, GINT_TO_POINTER (problem->line),
                             before != NULL ? g_strdup_printf ("%s\n%s", before, sentence) : g_strdup (sentence));
    }
  return reasons;
}

static int
compare_keys (gconstpointer one, gconstpointer two)
{
  guint a = GPOINTER_TO_UINT (*(const gpointer *) one), b = GPOINTER_TO_UINT (*(const gpointer *) two);

  return a < b ? -1 : a > b;
}

/* The rows of a sheet that are not taken, with the sections that stand over them.
 * Returns: (element-type gpointer): indexes of lines, by row */
static GPtrArray *
lines_of (Report *self, const ZbImportSheet *sheet)
{
  GPtrArray *out = g_ptr_array_new ();
  ZbImport *import = self->import;
  gint section = -1;

  for (guint i = 0; i < import->lines->len; i++)
    {
      const ZbImportLine *line = &g_array_index (import->lines, ZbImportLine, i);

      if (((ZbImportTable *) g_ptr_array_index (import->tables, line->table))->sheet != sheet)
        continue;
      if (line->skip == ZB_IMPORT_IS_SECTION)
        section = (gint) i;
      if (!is_left_out (import, i))
        continue;
      if (section >= 0)
        g_ptr_array_add (out, GINT_TO_POINTER (section));
      section = -1;
      g_ptr_array_add (out, GUINT_TO_POINTER (i));
    }
  g_ptr_array_sort (out, compare_keys);
  return out;
}

static guint
halves (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0' && *at != '\n'; at = g_utf8_next_char (at))
    n += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return n;
}

/* Widths of the columns by what stands in the headings and the rows; how many columns there are. */
static void
measure (Report *self, const ZbImportSheet *sheet, guint first, guint next, GPtrArray *lines)
{
  g_autoptr(GArray) widths = g_array_new (FALSE, TRUE, sizeof (guint));
  ZbImport *import = self->import;

  self->n_columns = 0;
  for (guint i = 0; i < next + lines->len; i++)
    {
      guint row = i < next ? i : g_array_index (import->lines, ZbImportLine, GPOINTER_TO_UINT (g_ptr_array_index (lines, i - next))).row;

      zb_import_rows_get (sheet->rows, row, import->cells);
      for (guint c = 0; c < import->cells->len; c++)
        {
          const ZbSheetCell *cell = &g_array_index (import->cells, ZbSheetCell, c);

          if (widths->len <= cell->column)
            g_array_set_size (widths, cell->column + 1);
          if (cell->text != NULL && *cell->text != '\0')
            self->n_columns = MAX (self->n_columns, cell->column + 1);
          /* A title runs over the columns beside it. */
          if (cell->text != NULL && i >= first)
            g_array_index (widths, guint, cell->column) = MAX (g_array_index (widths, guint, cell->column), halves (cell->text));
        }
    }
  for (guint c = 0; c < self->n_columns; c++)
    worksheet_set_column (self->book->page, (lxw_col_t) c, (lxw_col_t) c, CLAMP (g_array_index (widths, guint, c) + 2, LEAST_WIDTH, MOST_WIDTH), NULL);
  worksheet_set_column (self->book->page, (lxw_col_t) self->n_columns, (lxw_col_t) self->n_columns, REASON_WIDTH, NULL);
}

/* Cells of one row that are one; such over several rows have to stay apart, the rows are written one by one. */
static void
merge (Report *self, const ZbImportSheet *sheet, guint number)
{
  for (guint i = 0; i < sheet->merged->len; i++)
    {
      const ZbSheetMerged *area = &g_array_index (sheet->merged, ZbSheetMerged, i);
      const char *text = "";

      if (area->first_row != number || area->last_row != number || area->last_column <= area->first_column || area->last_column >= self->n_columns)
        continue;
      for (guint c = 0; c < self->import->cells->len; c++)
        if (g_array_index (self->import->cells, ZbSheetCell, c).column == area->first_column)
          text = g_array_index (self->import->cells, ZbSheetCell, c).text;
      worksheet_merge_range (self->book->page, self->row, (lxw_col_t) area->first_column, self->row, (lxw_col_t) area->last_column,
                             text != NULL ? text : "", self->heading);
    }
}

static void
write_heads (Report *self, const ZbImportSheet *sheet, guint next)
{
  for (guint i = 0; i < next; i++)
    {
      guint number = zb_import_rows_get (sheet->rows, i, self->import->cells);

      for (guint c = 0; c < self->import->cells->len; c++)
        {
          const ZbSheetCell *cell = &g_array_index (self->import->cells, ZbSheetCell, c);

          if (cell->text != NULL)
            write_text (self, cell->column, cell->text, self->heading);
        }
      if (i + 1 == next)
        write_text (self, self->n_columns, REASON_HEADING, self->reason);
      merge (self, sheet, number);
      self->row++;
    }
  worksheet_freeze_panes (self->book->page, self->row, 0);
}

/* What a record takes from above it, and what a person has corrected. */
static void
write_taken (Report *self, ZbImportDraft *draft, guint line)
{
  ZbImport *import = self->import;
  const ZbImportTable *table = g_ptr_array_index (import->tables, g_array_index (import->lines, ZbImportLine, line).table);

  zb_import_draft_load (import, draft, line, FALSE);
  for (guint c = 0; c < table->positions->len; c++)
    {
      gint at = g_array_index (table->positions, gint, c);
      const char *corrected = at >= 0 ? zb_import_correction (import, line, (guint) at) : NULL;

      if (at < 0 || c < table->first_column || c > table->last_column)
        continue;
      if (corrected != NULL)
        worksheet_write_string (self->book->page, self->row, (lxw_col_t) c, corrected, self->text);
      else if (draft->cells[at] != NULL && draft->cells[at]->text != NULL)
        write_text (self, c, draft->cells[at]->text, self->text);
    }
}

/* Records that stand side by side are one row of the sheet. */
static void
write_lines (Report *self, const ZbImportSheet *sheet, GPtrArray *lines)
{
  ZbImport *import = self->import;
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (import);

  draft->is_of_file = TRUE;
  for (guint i = 0; i < lines->len;)
    {
      guint first = GPOINTER_TO_UINT (g_ptr_array_index (lines, i)), row = g_array_index (import->lines, ZbImportLine, first).row;
      g_autoptr(GString) why = g_string_new (NULL);

      zb_import_rows_get (sheet->rows, row, import->cells);
      for (guint c = 0; c < import->cells->len; c++)
        if (g_array_index (import->cells, ZbSheetCell, c).text != NULL)
          write_text (self, g_array_index (import->cells, ZbSheetCell, c).column, g_array_index (import->cells, ZbSheetCell, c).text, self->text);
      for (; i < lines->len; i++)
        {
          guint line = GPOINTER_TO_UINT (g_ptr_array_index (lines, i));
          const char *reason = g_hash_table_lookup (self->reasons, GUINT_TO_POINTER (line));

          if (g_array_index (import->lines, ZbImportLine, line).row != row)
            break;
          if (is_left_out (import, line))
            write_taken (self, draft, line);
          if (reason != NULL)
            g_string_append_printf (why, "%s%s", why->len > 0 ? "\n" : "", reason);
        }
      write_text (self, self->n_columns, why->str, self->reason);
      self->row++;
    }
}

/* A name that a workbook takes and that no page has yet. Returns: (transfer full) */
static char *
page_name (Report *self, const char *name)
{
  g_autofree char *cut = g_utf8_strlen (name, -1) > MAX_NAME ? g_utf8_substring (name, 0, MAX_NAME) : g_strdup (*name != '\0' ? name : REASON_HEADING);
  g_autofree char *out = NULL;

  g_strdelimit (cut, "[]:*?/\\'", '_');
  out = g_strdup (cut);
  for (guint n = 2; g_hash_table_contains (self->names, out); n++)
    {
      g_free (out);
      out = g_strdup_printf ("%s_%u", cut, n);
    }
  g_hash_table_add (self->names, g_strdup (out));
  return g_steal_pointer (&out);
}

static gboolean
begin_page (Report *self, const char *wanted, GError **error)
{
  g_autofree char *name = page_name (self, wanted);

  self->row = 0;
  if (self->book != NULL)
    return zb_xlsx_file_add_page (self->book, name, error);
  if (!(self->book = zb_xlsx_file_new (name, error)))
    return FALSE;
  self->heading = workbook_add_format (self->book->book);
  format_set_bold (self->heading);
  format_set_text_wrap (self->heading);
  self->text = workbook_add_format (self->book->book);
  format_set_num_format (self->text, "@");
  self->reason = workbook_add_format (self->book->book);
  format_set_font_color (self->reason, LXW_COLOR_RED);
  format_set_text_wrap (self->reason);
  return TRUE;
}

static gboolean
write_sheet (Report *self, const ZbImportSheet *sheet, guint next, gboolean is_needed, GError **error)
{
  g_autoptr(GPtrArray) lines = lines_of (self, sheet);
  guint first = next > 0 ? next - 1 : 0;

  if (lines->len == 0 && !is_needed)
    return TRUE;
  if (!begin_page (self, sheet->name, error))
    return FALSE;
  measure (self, sheet, first, next, lines);
  write_heads (self, sheet, next);
  write_lines (self, sheet, lines);
  return TRUE;
}

/* What is to be looked at although it was taken, and what was passed over. */
static gboolean
write_remarks (Report *self, char *(*words) (const ZbImportProblem *problem), GError **error)
{
  static const char *const headings[] = { "工作表", "行", "列", "内容", "说明" };
  static const double widths[] = { 16, 8, 16, 24, REASON_WIDTH };
  ZbImport *import = self->import;
  gboolean begun = FALSE;

  for (guint i = 0; i < import->problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (import->problems, i);
      g_autofree char *sentence = NULL;

      if (problem->line >= 0 && is_left_out (import, (guint) problem->line))
        continue;
      if (!begun && !begin_page (self, ZB_IMPORT_REMARKS, error))
        return FALSE;
      for (guint c = 0; !begun && c < G_N_ELEMENTS (headings); c++)
        {
          write_text (self, c, headings[c], self->heading);
          worksheet_set_column (self->book->page, (lxw_col_t) c, (lxw_col_t) c, widths[c], NULL);
        }
      begun = TRUE;
      self->row++;
      sentence = words (problem);
      write_text (self, 0, problem->sheet, self->text);
      if (problem->row > 0)
        worksheet_write_number (self->book->page, self->row, 1, problem->row, NULL);
      write_text (self, 2, problem->column != NULL ? problem->column : "", self->text);
      write_text (self, 3, problem->value != NULL ? problem->value : "", self->text);
      write_text (self, 4, sentence, self->text);
    }
  return TRUE;
}

static gboolean
write_pages (Report *self, char *(*words) (const ZbImportProblem *problem), GError **error)
{
  ZbImport *import = self->import;
  const ZbImportSheet *last = NULL;

  for (guint i = 0; i < import->tables->len; i++)
    {
      const ZbImportTable *table = g_ptr_array_index (import->tables, i);
      guint next = table->next;

      if (table->sheet == last)
        continue;
      last = table->sheet;
      for (guint t = i + 1; t < import->tables->len; t++)
        if (((ZbImportTable *) g_ptr_array_index (import->tables, t))->sheet == last)
          next = MIN (next, ((ZbImportTable *) g_ptr_array_index (import->tables, t))->next);
      if (!write_sheet (self, last, next, i + 1 == import->tables->len && self->book == NULL && import->problems->len == 0, error))
        return FALSE;
    }
  return write_remarks (self, words, error) && (self->book != NULL || begin_page (self, ZB_IMPORT_REMARKS, error));
}

gboolean
zb_import_write_report (ZbImport *import, const char *path, gboolean force, char *(*words) (const ZbImportProblem *problem), GError **error)
{
  g_autoptr(ZbNewFile) file = zb_new_file_begin (path, force, error);
  g_autoptr(GHashTable) reasons = NULL;
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Report report = { .import = import, .names = names };
  gboolean good;

  if (file == NULL)
    return FALSE;
  report.reasons = reasons = collect_reasons (import, words);
  good = write_pages (&report, words, error) && zb_xlsx_file_finish (report.book, zb_new_file_fd (file), error) && zb_new_file_commit (file, error);
  zb_xlsx_file_free (report.book);
  return good;
}
