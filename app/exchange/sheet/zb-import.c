/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-error.h"
#include "exchange/sheet/zb-import-private.h"
#include "exchange/sheet/zb-sheet-reader.h"

/* How often progress is told, in rows. */
#define PROGRESS_EVERY 2000

void
zb_import_problem_free (ZbImportProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->sheet);
  g_free (problem->column);
  g_free (problem->value);
  g_free (problem->rule);
  g_clear_error (&problem->refusal);
  g_free (problem);
}

void
zb_import_row_free (ZbImportRow *row)
{
  if (row == NULL)
    return;
  g_strfreev (row->cells);
  g_free (row->explanation);
  g_free (row);
}

void
zb_import_free (ZbImport *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->sheet);
  g_free (self->hash);
  g_ptr_array_unref (self->sheets);
  zb_import_rows_free (self->rows);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->positions);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->other_sheets);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->changes);
  g_clear_pointer (&self->orgs, g_array_unref);
  zb_import_places_free (self->places);
  zb_import_matcher_free (self->matcher);
  g_hash_table_unref (self->found);
  g_array_unref (self->cells);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

static ZbImport *
new_import (ZbDb *db, const ZbKind *kind, const char *path)
{
  ZbImport *self = g_new0 (ZbImport, 1);

  self->db = db;
  self->kind = kind;
  self->way = zb_import_way (kind);
  self->path = g_strdup (path);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_column_state_free);
  self->positions = g_array_new (FALSE, FALSE, sizeof (gint));
  self->lines = g_array_new (FALSE, TRUE, sizeof (ZbImportLine));
  self->other_sheets = g_ptr_array_new_with_free_func (g_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_problem_free);
  self->changes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  self->scratch = g_string_new (NULL);
  return self;
}

/* Where the reading stands: the rows of the sheet in hand, until a sheet with headings was found. */
typedef struct {
  ZbImportRows *rows;
  char *name;
  gboolean from_1904;
  gboolean has_rows;
} Reading;

/* A sheet is over: it is the one, or one that has rows and is not taken, or nothing. */
static void
end_sheet (ZbImport *self, Reading *reading)
{
  gint header;

  if (reading->name == NULL)
    return;
  if (self->sheet != NULL)
    {
      if (reading->has_rows)
        g_ptr_array_add (self->other_sheets, g_steal_pointer (&reading->name));
      g_clear_pointer (&reading->name, g_free);
      return;
    }
  self->rows = g_steal_pointer (&reading->rows);
  header = zb_import_find_header (self);
  if (header >= 0)
    {
      self->header = (guint) header;
      self->from_1904 = reading->from_1904;
      self->sheet = g_steal_pointer (&reading->name);
      return;
    }
  if (reading->has_rows)
    g_ptr_array_add (self->other_sheets, g_steal_pointer (&reading->name));
  g_clear_pointer (&reading->name, g_free);
  g_clear_pointer (&self->rows, zb_import_rows_free);
}

static void
begin_sheet (ZbImport *self, Reading *reading, const ZbSheetEvent *event)
{
  end_sheet (self, reading);
  g_free (reading->name);
  reading->name = g_strdup (event->name);
  reading->from_1904 = event->from_1904;
  reading->has_rows = FALSE;
  if (self->sheet == NULL && reading->rows == NULL)
    reading->rows = zb_import_rows_new ();
}

static void
take_event (ZbImport *self, Reading *reading, const ZbSheetEvent *event)
{
  switch (event->kind)
    {
    case ZB_SHEET_FRAME_LISTED:
      g_ptr_array_add (self->sheets, g_strdup (event->name));
      break;
    case ZB_SHEET_FRAME_SHEET:
      begin_sheet (self, reading, event);
      break;
    case ZB_SHEET_FRAME_ROW:
      reading->has_rows = TRUE;
      if (reading->rows != NULL)
        zb_import_rows_add (reading->rows, event->payload, event->length);
      break;
    case ZB_SHEET_FRAME_MERGED:
      break;
    case ZB_SHEET_FRAME_END:
      end_sheet (self, reading);
      break;
    case ZB_SHEET_FRAME_FAILED:
    default:
      break;
    }
}

static gboolean
read_file (ZbImport *self, const char *sheet, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbSheetReader) reader = zb_sheet_reader_new (self->path, sheet, error);
  Reading reading = { NULL, NULL, FALSE, FALSE };
  ZbSheetEvent event = { 0 };
  gboolean good = reader != NULL;
  guint64 n = 0;

  while (good && event.kind != ZB_SHEET_FRAME_END && (good = zb_sheet_reader_next (reader, &event, cancellable, error)))
    {
      take_event (self, &reading, &event);
      if (progress != NULL && ++n % PROGRESS_EVERY == 0)
        progress (n, 0, user_data);
    }
  if (good)
    self->hash = g_strdup (zb_sheet_reader_hash (reader));
  zb_import_rows_free (reading.rows);
  g_free (reading.name);
  g_ptr_array_add (self->sheets, NULL);
  return good;
}

ZbImport *
zb_import_new (ZbDb *db, const ZbKind *kind, const char *path, const char *sheet, ZbProgressFunc progress, gpointer user_data,
               GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbImport) self = NULL;

  if (zb_import_way (kind) == NULL)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "import-kind|%s", kind->heading);
      return NULL;
    }
  self = new_import (db, kind, path);
  if (!read_file (self, sheet, progress, user_data, cancellable, error))
    return NULL;
  if (self->sheet == NULL)
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NO_TABLE, "no row of headings that means anything");
      return NULL;
    }
  zb_import_make_columns (self);
  g_array_set_size (self->lines, zb_import_rows_size (self->rows) - self->header - 1);
  zb_import_report_columns (self);
  return g_steal_pointer (&self);
}

void
zb_import_set_org (ZbImport *self, gint64 org)
{
  self->org = org;
  self->is_checked = FALSE;
}

const char *const *
zb_import_sheets (ZbImport *self)
{
  return (const char *const *) self->sheets->pdata;
}

guint
zb_import_n_columns (ZbImport *self)
{
  return self->columns->len;
}

const ZbImportColumn *
zb_import_column (ZbImport *self, guint i)
{
  g_return_val_if_fail (i < self->columns->len, NULL);

  return &((ZbImportColumnState *) g_ptr_array_index (self->columns, i))->shown;
}

void
zb_import_map (ZbImport *self, guint i, const ZbField *field)
{
  ZbImportColumnState *state;

  g_return_if_fail (i < self->columns->len);

  /* A field is filled by one column: the one that was named last. */
  for (guint other = 0; field != NULL && other < self->columns->len; other++)
    {
      state = g_ptr_array_index (self->columns, other);
      if (state->shown.field == field)
        state->shown.field = NULL;
    }
  state = g_ptr_array_index (self->columns, i);
  state->shown.field = field;
  state->role = ZB_IMPORT_ROLE_FIELD;
  g_clear_pointer (&state->cache, g_hash_table_unref);
  self->is_checked = FALSE;
}

const ZbImportCounts *
zb_import_counts (ZbImport *self)
{
  return &self->counts;
}

GPtrArray *
zb_import_problems (ZbImport *self)
{
  return self->problems;
}

void
zb_import_add_problem (ZbImport *self, guint row, const char *column, const char *value, const char *rule, gboolean is_error)
{
  ZbImportProblem *problem = g_new0 (ZbImportProblem, 1);

  problem->sheet = g_strdup (self->sheet);
  problem->row = row;
  problem->column = g_strdup (column);
  problem->value = g_strdup (value);
  problem->rule = g_strdup (rule);
  problem->is_error = is_error;
  g_ptr_array_add (self->problems, problem);
}

GPtrArray *
zb_import_preview (ZbImport *self, guint limit)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_row_free);

  for (guint i = 0; i < self->lines->len && out->len < limit; i++)
    {
      const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, i);
      ZbImportRow *row = g_new0 (ZbImportRow, 1);

      row->row = zb_import_rows_get (self->rows, self->header + 1 + i, self->cells);
      row->verdict = (ZbImportVerdict) line->verdict;
      row->cells = g_new0 (char *, self->columns->len + 1);
      row->explanation = g_strdup (g_hash_table_lookup (self->changes, GUINT_TO_POINTER (i)));
      for (guint c = 0; c < self->cells->len; c++)
        {
          const ZbSheetCell *cell = &g_array_index (self->cells, ZbSheetCell, c);
          gint at = cell->column < self->positions->len ? g_array_index (self->positions, gint, cell->column) : -1;

          if (at >= 0 && row->cells[at] == NULL)
            row->cells[at] = g_strdup (cell->text);
        }
      for (guint c = 0; c < self->columns->len; c++)
        if (row->cells[c] == NULL)
          row->cells[c] = g_strdup ("");
      g_ptr_array_add (out, row);
    }
  return out;
}
