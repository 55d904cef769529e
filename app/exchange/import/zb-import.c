/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-error.h"
#include "exchange/import/zb-import-private.h"
#include "exchange/sheet/zb-sheet-reader.h"
#include "exchange/zb-sheet.h"

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
  g_free (row->sheet);
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
  g_free (self->name);
  g_free (self->sheet);
  g_free (self->hash);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->read);
  g_ptr_array_unref (self->columns);
  g_clear_pointer (&self->by_heading, g_hash_table_unref);
  g_array_unref (self->lines);
  g_array_unref (self->fills);
  g_array_unref (self->sections);
  g_string_chunk_free (self->words);
  g_ptr_array_unref (self->other_sheets);
  g_ptr_array_unref (self->hidden_sheets);
  g_array_unref (self->below);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->changes);
  g_clear_pointer (&self->orgs, g_array_unref);
  zb_import_places_free (self->places);
  zb_import_matcher_free (self->matcher);
  zb_import_answers_free (self->answers);
  g_hash_table_unref (self->found);
  g_array_unref (self->cells);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

void
zb_import_set_kind (ZbImport *self, const ZbKind *kind)
{
  self->kind = kind;
  self->way = zb_import_way (kind);
  self->category = zb_kind_field_index (kind, "category");
  self->branch_field = self->way->branch_field != NULL ? zb_kind_field (kind, self->way->branch_field) : NULL;
  if (self->way->branch_field != NULL && self->branch_field == NULL)
    self->branch_field = zb_kind_field (&zb_kind_member, self->way->branch_field);
}

/* An import that has read nothing yet. */
static ZbImport *
new_blank (ZbDb *db, const ZbKind *kind, const char *path)
{
  ZbImport *self = g_new0 (ZbImport, 1);

  self->db = db;
  zb_import_set_kind (self, kind);
  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_column_state_free);
  self->read = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_sheet_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_table_free);
  self->fills = g_array_new (FALSE, FALSE, sizeof (ZbImportFill));
  self->sections = g_array_new (FALSE, TRUE, sizeof (ZbImportSection));
  self->words = g_string_chunk_new (4096);
  self->lines = g_array_new (FALSE, TRUE, sizeof (ZbImportLine));
  self->other_sheets = g_ptr_array_new_with_free_func (g_free);
  self->hidden_sheets = g_ptr_array_new_with_free_func (g_free);
  self->below = g_array_new (FALSE, FALSE, sizeof (ZbImportBelow));
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_problem_free);
  self->changes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  self->scratch = g_string_new (NULL);
  return self;
}

static void
take_event (ZbImport *self, const ZbSheetEvent *event)
{
  ZbImportSheet *sheet = self->read->len > 0 ? g_ptr_array_index (self->read, self->read->len - 1) : NULL;

  switch (event->kind)
    {
    case ZB_SHEET_FRAME_LISTED:
      /* Our own lists to choose from are nobody's data. */
      if (event->is_hidden && strcmp (event->name, ZB_SHEET_LISTS_PAGE) == 0)
        break;
      g_ptr_array_add (self->sheets, g_strdup (event->name));
      if (event->is_hidden)
        g_ptr_array_add (self->hidden_sheets, g_strdup (event->name));
      break;
    case ZB_SHEET_FRAME_SHEET:
      g_ptr_array_add (self->read, zb_import_sheet_new (event->name, event->from_1904));
      break;
    case ZB_SHEET_FRAME_ROW:
      if (sheet != NULL)
        zb_import_rows_add (sheet->rows, event->row, event->cells, event->n_cells);
      break;
    case ZB_SHEET_FRAME_MERGED:
      if (sheet != NULL)
        g_array_append_val (sheet->merged, event->merged);
      break;
    case ZB_SHEET_FRAME_END:
    case ZB_SHEET_FRAME_FAILED:
    default:
      break;
    }
}

static gboolean
read_file (ZbImport *self, const char *sheet, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbSheetReader) reader = zb_sheet_reader_new (self->path, sheet, error);
  ZbSheetEvent event = { 0 };
  gboolean good = reader != NULL;
  guint64 n = 0;

  while (good && event.kind != ZB_SHEET_FRAME_END && (good = zb_sheet_reader_next (reader, &event, cancellable, error)))
    {
      take_event (self, &event);
      if (progress != NULL && ++n % PROGRESS_EVERY == 0)
        progress (n, 0, user_data);
    }
  if (good)
    self->hash = g_strdup (zb_sheet_reader_hash (reader));
  self->is_chosen = sheet != NULL;
  /* Who asks for one sheet knows that there are others. */
  if (sheet != NULL)
    g_ptr_array_set_size (self->hidden_sheets, 0);
  g_ptr_array_add (self->sheets, NULL);
  return good;
}

/* The names of the sheets that are taken, for the log. */
static char *
name_sheets (ZbImport *self)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const ZbImportSheet *last = NULL;

  for (guint i = 0; i < self->tables->len; i++)
    {
      const ZbImportTable *table = g_ptr_array_index (self->tables, i);

      if (table->sheet == last)
        continue;
      g_string_append_printf (out, "%s%s", last != NULL ? "、" : "", table->sheet->name);
      self->n_sheets++;
      last = table->sheet;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
read_forms (ZbImport *self)
{
  zb_import_set_kind (self, &zb_kind_member);
  return zb_import_unfold_forms (self);
}

/* Where there is no list: a form of one person may be read as one. */
static gboolean
lay_out_forms (ZbImport *self, const ZbKind *kind)
{
  return (kind == NULL || kind == &zb_kind_member) && read_forms (self) && zb_import_lay_out (self);
}

/* Where there is no list and no form: a table that lies on its side. */
static gboolean
lay_out_turned (ZbImport *self, const ZbKind *kind)
{
  if (kind == NULL)
    zb_import_set_kind (self, &zb_kind_member);
  return !self->has_turned && zb_import_turn_tables (self) && zb_import_lay_out (self);
}

/* @kind: (nullable): told by the headings when it is not given, @hint where they fit several */
static ZbImport *
open_file (ZbDb *db, const ZbKind *kind, const ZbKind *hint, const char *path, const char *sheet, ZbProgressFunc progress, gpointer user_data,
           GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbImport) self = new_blank (db, kind != NULL ? kind : &zb_kind_member, path);
  const ZbKind *told;

  if (!read_file (self, sheet, progress, user_data, cancellable, error))
    return NULL;
  told = kind != NULL ? kind : zb_import_tell_kind (self, hint);
  /* A form of one person has a word or two that other lists know, too. */
  if (kind == NULL && told != &zb_kind_member && (read_forms (self) || zb_import_turn_tables (self)))
    told = &zb_kind_member;
  if ((kind == NULL ? told == NULL || told == &zb_kind_organization : kind == &zb_kind_post) && zb_import_unfold_matrix (self))
    told = &zb_kind_post;
  if (told != NULL)
    zb_import_set_kind (self, told);
  if ((told == NULL || !zb_import_lay_out (self)) && !lay_out_forms (self, kind) && !lay_out_turned (self, kind))
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NO_TABLE, "no row of headings that means anything");
      return NULL;
    }
  self->sheet = name_sheets (self);
  zb_import_survey (self);
  zb_import_guess_columns (self);
  zb_import_report_columns (self);
  return g_steal_pointer (&self);
}

ZbImport *
zb_import_new (ZbDb *db, const ZbKind *kind, const char *path, const char *sheet, ZbProgressFunc progress, gpointer user_data,
               GCancellable *cancellable, GError **error)
{
  if (zb_import_way (kind) != NULL)
    return open_file (db, kind, NULL, path, sheet, progress, user_data, cancellable, error);
  g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "import-kind|%s", kind->heading);
  return NULL;
}

ZbImport *
zb_import_open (ZbDb *db, const ZbKind *hint, const char *path, const char *sheet, ZbProgressFunc progress, gpointer user_data,
                GCancellable *cancellable, GError **error)
{
  return open_file (db, NULL, hint, path, sheet, progress, user_data, cancellable, error);
}

void
zb_import_set_org (ZbImport *self, gint64 org)
{
  self->org = org;
  self->is_checked = FALSE;
}

const char *
zb_import_hash (ZbImport *self)
{
  return self->hash;
}

void
zb_import_call (ZbImport *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
}

const char *
zb_import_file_name (ZbImport *self)
{
  return self->name;
}

gint64
zb_import_org (ZbImport *self)
{
  return self->org;
}

const ZbKind *
zb_import_kind (ZbImport *self)
{
  return self->kind;
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

  problem->sheet = g_strdup (self->in_hand != NULL ? self->in_hand->sheet->name : self->sheet);
  problem->is_of_several = row > 0 && self->n_sheets > 1;
  problem->row = row;
  problem->line = row > 0 ? (gint) self->line : -1;
  problem->column = g_strdup (column);
  problem->value = g_strdup (value);
  problem->rule = g_strdup (rule);
  problem->is_error = is_error;
  g_ptr_array_add (self->problems, problem);
}

ZbImportRow *
zb_import_shown (ZbImport *self, guint i)
{
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (self);
  ZbImportRow *row = g_new0 (ZbImportRow, 1);

  zb_import_draft_load (self, draft, i, FALSE);
  row->sheet = g_strdup (self->in_hand->sheet->name);
  row->row = draft->row;
  row->verdict = (ZbImportVerdict) g_array_index (self->lines, ZbImportLine, i).verdict;
  row->cells = g_new0 (char *, self->columns->len + 1);
  row->explanation = g_strdup (g_hash_table_lookup (self->changes, GUINT_TO_POINTER (i)));
  for (guint c = 0; c < self->columns->len; c++)
    row->cells[c] = g_strdup (draft->cells[c] != NULL ? draft->cells[c]->text : "");
  return row;
}

ZbImportVerdict
zb_import_verdict (ZbImport *self, guint i)
{
  g_return_val_if_fail (i < self->lines->len, ZB_IMPORT_SKIP);

  return (ZbImportVerdict) g_array_index (self->lines, ZbImportLine, i).verdict;
}

GPtrArray *
zb_import_preview (ZbImport *self, guint limit)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_row_free);

  for (guint i = 0; i < MIN (self->lines->len, limit); i++)
    g_ptr_array_add (out, zb_import_shown (self, i));
  return out;
}
