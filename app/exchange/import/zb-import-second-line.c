/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second line of somebody: what stands there is joined to what stands above it, word for word. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-survey-private.h"

/* Nobody needs more lines; a cell that is merged over thousands of rows is no list. */
#define MAX_LINES 8

/* Whether a value may go on in the line below, where nothing but a blank name says that it does: a telephone is rather somebody
 * else's. @field: (nullable): of a column that is not taken */
static gboolean
may_go_on (const ZbField *field)
{
  return field == NULL || field->type == ZB_FIELD_TEXT || field->type == ZB_FIELD_LONG_TEXT || strcmp (field->name, "education") == 0;
}

/* What goes on from one line to the next without a sign between: an address. */
static gboolean
goes_on (const ZbField *field)
{
  static const char *const fields[] = { "address", "registered_at", "native_place", "birth_place", NULL };

  return g_strv_contains (fields, field->name);
}

static gboolean
has_way (const char *text)
{
  return strstr (text, "全日制") != NULL || strstr (text, "在职") != NULL;
}

/* What stands in two lines as one value. Returns: (nullable): %NULL where two values cannot be one */
static char *
join_texts (const ZbField *field, const char *above, const char *below)
{
  if (field->type == ZB_FIELD_PHONE)
    return g_strdup_printf ("%s、%s", above, below);
  /* The way of learning that is written first is the full-time one. */
  if (strcmp (field->name, "education") == 0)
    return has_way (above) || has_way (below) ? g_strdup_printf ("%s %s", above, below) : g_strdup_printf ("全日制：%s 在职：%s", above, below);
  if (field->type != ZB_FIELD_TEXT && field->type != ZB_FIELD_LONG_TEXT)
    return NULL;
  return g_strdup_printf (goes_on (field) ? "%s%s" : "%s；%s", above, below);
}

/* Gives the record a cell; with @text (nullable) in place of its own. */
static gboolean
add_fill (ZbImport *import, ZbImportLine *line, gint at, const char *text, const ZbSheetCell *cell)
{
  ZbImportFill fill = { (guint) at, *cell };

  /* Those of a line lie side by side. */
  if (line->n_fills == G_MAXUINT8 || line->fills + line->n_fills != import->fills->len)
    return FALSE;
  if (text != NULL)
    {
      fill.cell.kind = ZB_CELL_TEXT;
      fill.cell.text = g_string_chunk_insert (import->words, text);
    }
  g_array_append_val (import->fills, fill);
  line->n_fills++;
  return TRUE;
}

/* The place of a cell of a second line. */
static gint
place_below (const ZbImportSurvey *self, const ZbImportFilled *filled)
{
  const GArray *below = self->table->below;

  return below == NULL ? filled->at : filled->cell->column < below->len ? g_array_index (below, gint, filled->cell->column) : -1;
}

static const ZbImportColumnState *
column_at (const ZbImportSurvey *self, gint at)
{
  return at >= 0 ? g_ptr_array_index (self->import->columns, at) : NULL;
}

/* Whether the row after the one in hand is somebody. */
static gboolean
is_named_next (const ZbImportSurvey *self, guint i)
{
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));

  if (i + 1 >= MIN (self->table->end, zb_import_rows_size (self->table->sheet->rows)))
    return FALSE;
  zb_import_rows_get (self->table->sheet->rows, i + 1, cells);
  for (guint c = 0; c < cells->len; c++)
    {
      const ZbSheetCell *cell = &g_array_index (cells, ZbSheetCell, c);

      if (cell->column < self->table->positions->len && g_array_index (self->table->positions, gint, cell->column) == self->title)
        return *zb_import_plain_text (self->import, cell->text, FALSE) != '\0';
    }
  return FALSE;
}

/* A second line of somebody whose name is not merged: right below, without a number, and nothing in it but what may go on. */
gboolean
zb_import_survey_is_second_line (const ZbImportSurvey *self, guint i, guint row)
{
  guint n = 0;

  if (self->import->kind != &zb_kind_member || self->own_row == 0 || row != self->own_row + 1)
    return FALSE;
  for (guint c = 0; c < self->filled->len; c++)
    {
      gint at = place_below (self, &g_array_index (self->filled, ZbImportFilled, c));
      const ZbImportColumnState *state = column_at (self, at);

      if (self->table->below != NULL && at < 0)
        return FALSE;
      if (state != NULL && (state->role == ZB_IMPORT_ROLE_SILENT || (self->table->below == NULL && !may_go_on (state->shown.field))))
        return FALSE;
      n += state != NULL && state->shown.field != NULL && (zb_field_is_stored (state->shown.field) || self->table->below != NULL);
    }
  return n > 1 || (n == 1 && self->filled->len == 1 && is_named_next (self, i));
}

/* What the record has at a place by now: (nullable) */
static const char *
text_of_record (const ZbImportSurvey *self, const ZbImportLine *line, gint at)
{
  for (guint i = line->n_fills; i-- > 0;)
    {
      const ZbImportFill *fill = &g_array_index (self->import->fills, ZbImportFill, line->fills + i);

      if (fill->at == (guint) at)
        return fill->cell.text;
    }
  for (guint i = 0; i < self->own->len; i++)
    {
      const ZbSheetCell *cell = &g_array_index (self->own, ZbSheetCell, i);

      if (cell->column < self->table->positions->len && g_array_index (self->table->positions, gint, cell->column) == at)
        return cell->text;
    }
  return NULL;
}

/* What cannot be joined to what stands above it goes to the notes with its heading. */
static gboolean
join_to_note (ZbImportSurvey *self, ZbImportLine *line, const ZbImportColumnState *state, const ZbSheetCell *cell)
{
  const char *above = self->note >= 0 ? text_of_record (self, line, self->note) : NULL;
  g_autofree char *text = g_strdup_printf ("%s%s%s：%s", above != NULL ? above : "", above != NULL ? "；" : "", state->shown.heading, cell->text);

  return self->note >= 0 && add_fill (self->import, line, self->note, text, cell);
}

static gboolean
join_cell (ZbImportSurvey *self, ZbImportLine *line, const ZbImportFilled *filled)
{
  gint at = place_below (self, filled);
  const ZbImportColumnState *state = column_at (self, at);
  g_autofree char *text = NULL, *above = NULL;
  const char *plain;

  if (state == NULL || state->shown.field == NULL || at == self->title || filled->cell->text == NULL)
    return FALSE;
  if (state->is_below)
    zb_import_survey_sample (self, at, filled->cell);
  if (text_of_record (self, line, at) == NULL)
    return add_fill (self->import, line, at, NULL, filled->cell);
  above = g_strdup (zb_import_plain_text (self->import, text_of_record (self, line, at), TRUE));
  plain = zb_import_plain_text (self->import, filled->cell->text, TRUE);
  if (*above == '\0')
    return add_fill (self->import, line, at, NULL, filled->cell);
  if (strcmp (above, plain) == 0)
    return FALSE;
  text = join_texts (state->shown.field, above, plain);
  return text != NULL ? add_fill (self->import, line, at, text, filled->cell) : join_to_note (self, line, state, filled->cell);
}

/* A second line of the record above. Returns: whether something of it was joined */
gboolean
zb_import_survey_join (ZbImportSurvey *self, guint row)
{
  ZbImportLine *line = self->own_row > 0 ? &g_array_index (self->import->lines, ZbImportLine, self->own_line) : NULL;
  guint n = 0;

  if (self->import->kind != &zb_kind_member || line == NULL || self->own_lines >= MAX_LINES)
    return FALSE;
  self->own_lines++;
  zb_import_rows_get (self->table->sheet->rows, line->row, self->own);
  g_array_set_size (self->last, MAX (self->last->len, self->import->columns->len));
  for (guint i = 0; i < self->filled->len; i++)
    n += join_cell (self, line, &g_array_index (self->filled, ZbImportFilled, i));
  self->own_row = row;
  return n > 0;
}

/* 民族 | 转正时间 right below the headings: what the second line of each record has. */
void
zb_import_survey_learn_below (ZbImportSurvey *self)
{
  static const gint nowhere = -1;
  ZbImportTable *table = self->table;

  if (table->below != NULL || self->import->kind != &zb_kind_member)
    return;
  table->below = g_array_new (FALSE, FALSE, sizeof (gint));
  for (guint i = 0; i < self->filled->len; i++)
    {
      const ZbSheetCell *cell = g_array_index (self->filled, ZbImportFilled, i).cell;
      g_autofree char *heading = g_strdup (zb_import_plain_text (self->import, cell->text, FALSE));
      gint at = zb_import_add_column_below (self->import, cell->column, heading);

      while (table->below->len <= cell->column)
        g_array_append_val (table->below, nowhere);
      g_array_index (table->below, gint, cell->column) = at;
    }
}
