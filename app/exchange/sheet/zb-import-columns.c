/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/sheet/zb-import-private.h"

/* Titles, units and dates stand above the headings; no more than this many rows of them. */
#define HEADER_ROWS 20

/* Columns that hold nothing of a record. */
static const char *const silent_headings[] = { "序号", "序", "No", "No.", "NO", "NO.", "错误原因", "签名", "签字", NULL };

void
zb_import_column_state_free (ZbImportColumnState *state)
{
  g_free (state->shown.heading);
  g_free (state->shown.sample);
  g_clear_pointer (&state->cache, g_hash_table_unref);
  g_free (state);
}

static const ZbField *
field_of_heading (ZbImport *self, const char *heading)
{
  const ZbField *field = zb_kind_field_by_heading (self->kind, heading);

  return field == NULL && self->way->also_field != NULL ? self->way->also_field (heading) : field;
}

/* How many different fields a row names; none when the field by which people name a record is missing. */
static guint
score_header (ZbImport *self, guint row)
{
  const ZbField *title = zb_kind_field (self->kind, self->kind->title_field);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  zb_import_rows_get (self->rows, row, self->cells);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const ZbField *field = field_of_heading (self, g_array_index (self->cells, ZbSheetCell, i).text);

      if (field != NULL)
        g_hash_table_add (seen, (gpointer) field);
    }
  return g_hash_table_contains (seen, title) ? g_hash_table_size (seen) : 0;
}

gint
zb_import_find_header (ZbImport *self)
{
  guint best_score = 0;
  gint best = -1;

  for (guint row = 0; row < MIN (zb_import_rows_size (self->rows), HEADER_ROWS); row++)
    {
      guint score = score_header (self, row);

      if (score > best_score)
        {
          best_score = score;
          best = (gint) row;
        }
    }
  return best;
}

/* What a spreadsheet calls a column: A … XFD. */
static char *
column_letters (guint column)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (out, (char) ('A' + (rest - 1) % 26));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static ZbImportColumnState *
add_column (ZbImport *self, guint column, char *heading)
{
  ZbImportColumnState *state = g_new0 (ZbImportColumnState, 1);
  static const gint nowhere = -1;
  gint at = (gint) self->columns->len;

  state->shown.index = column;
  state->shown.heading = heading;
  while (self->positions->len <= column)
    g_array_append_val (self->positions, nowhere);
  g_array_index (self->positions, gint, column) = at;
  g_ptr_array_add (self->columns, state);
  return state;
}

/* Headings are often spread: 序　号. */
static gboolean
is_silent (const char *heading)
{
  g_autoptr(GString) close = g_string_new (NULL);

  for (const char *p = heading; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (close, g_utf8_get_char (p));
  return g_strv_contains (silent_headings, close->str);
}

static void
name_column (ZbImport *self, ZbImportColumnState *state)
{
  const ZbField *field = field_of_heading (self, state->shown.heading);

  if (is_silent (state->shown.heading))
    {
      state->role = ZB_IMPORT_ROLE_SILENT;
      return;
    }
  for (guint i = 0; field != NULL && i < self->columns->len; i++)
    {
      const ZbImportColumnState *other = g_ptr_array_index (self->columns, i);

      if (other != state && other->shown.field == field)
        {
          state->role = ZB_IMPORT_ROLE_TWICE;
          return;
        }
    }
  state->shown.field = field;
}

/* The first value of every column; a column without heading exists when it has one. */
static void
take_samples (ZbImport *self)
{
  for (guint row = self->header + 1; row < zb_import_rows_size (self->rows); row++)
    {
      zb_import_rows_get (self->rows, row, self->cells);
      for (guint i = 0; i < self->cells->len; i++)
        {
          const ZbSheetCell *cell = &g_array_index (self->cells, ZbSheetCell, i);
          gint at = cell->column < self->positions->len ? g_array_index (self->positions, gint, cell->column) : -1;
          ZbImportColumnState *state = at >= 0 ? g_ptr_array_index (self->columns, at) : NULL;
          const char *text;

          if ((state != NULL && state->shown.sample != NULL) || *(text = zb_import_plain_text (self, cell->text, FALSE)) == '\0')
            continue;
          if (state == NULL)
            state = add_column (self, cell->column, column_letters (cell->column));
          state->shown.sample = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 200));
        }
    }
}

void
zb_import_make_columns (ZbImport *self)
{
  g_autoptr(GArray) headings = NULL;

  headings = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  zb_import_rows_get (self->rows, self->header, headings);
  for (guint i = 0; i < headings->len; i++)
    {
      const ZbSheetCell *cell = &g_array_index (headings, ZbSheetCell, i);
      g_autofree char *heading = g_strdup (zb_import_plain_text (self, cell->text, FALSE));
      gboolean taken = cell->column < self->positions->len && g_array_index (self->positions, gint, cell->column) >= 0;

      if (*heading != '\0' && !taken)
        name_column (self, add_column (self, cell->column, g_steal_pointer (&heading)));
    }
  take_samples (self);
}

static const char *
rule_of_column (ZbImport *self, const ZbImportColumnState *state)
{
  const ZbField *field = state->shown.field;

  if (state->shown.sample == NULL || state->role == ZB_IMPORT_ROLE_SILENT)
    return NULL;
  if (state->role == ZB_IMPORT_ROLE_TWICE)
    return "column-twice";
  if (field == NULL)
    return "unknown-column";
  return g_strv_contains (self->way->not_taken, field->name) && zb_import_is_own (self, field) ? self->way->not_taken_rule : NULL;
}

void
zb_import_report_columns (ZbImport *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (self->columns, i);
      const char *rule = rule_of_column (self, state);

      if (rule != NULL)
        zb_import_add_problem (self, 0, state->shown.heading, state->shown.sample, rule, FALSE);
    }
  for (guint i = 0; i < self->other_sheets->len; i++)
    zb_import_add_problem (self, 0, NULL, g_ptr_array_index (self->other_sheets, i), "sheet-not-taken", FALSE);
}
