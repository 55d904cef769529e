/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"

/* Columns that hold nothing of a record. */
static const char *const silent_headings[] = { "序号", "序", "No", "No.", "NO", "NO.", "错误原因", "签名", "签字", NULL };

void
zb_import_column_state_free (ZbImportColumnState *state)
{
  g_free (state->shown.heading);
  g_free (state->shown.sample);
  g_free (state->shown.other);
  g_clear_pointer (&state->cache, g_hash_table_unref);
  g_free (state);
}

const ZbField *
zb_import_title (ZbImport *self)
{
  return zb_kind_field (self->kind, self->way->title != NULL ? self->way->title : self->kind->title_field);
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

static void
add_column (ZbImport *self, guint column, const char *heading)
{
  ZbImportColumnState *state = g_new0 (ZbImportColumnState, 1);

  state->shown.index = column;
  state->shown.heading = g_strdup (heading);
  g_ptr_array_add (self->columns, state);
}

/* The place of a column of the sheet among those of the import. */
static void
place_column (ZbImportTable *table, guint column, gint at)
{
  static const gint nowhere = -1;

  while (table->positions->len <= column)
    g_array_append_val (table->positions, nowhere);
  g_array_index (table->positions, gint, column) = at;
}

static void
append_close (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
}

/* Headings are often spread: 序　号, or one below the other. */
gboolean
zb_import_is_silent (const char *heading)
{
  g_autoptr(GString) close = g_string_new (NULL);

  append_close (close, heading);
  g_string_replace (close, "/", "", 0);
  return g_strv_contains (silent_headings, close->str) || (g_ascii_isalpha (*close->str) && g_str_has_suffix (close->str, "序号"));
}

/* Whether a table of the file has both columns: then they cannot mean the same. */
static gboolean
meet (ZbImport *self, gint one, gint two)
{
  for (guint t = 0; t < self->tables->len; t++)
    {
      const ZbImportTable *table = g_ptr_array_index (self->tables, t);
      guint n = 0;

      for (guint i = 0; i < table->positions->len; i++)
        n += g_array_index (table->positions, gint, i) == one || g_array_index (table->positions, gint, i) == two;
      if (n > 1)
        return TRUE;
    }
  return FALSE;
}

static void
list_free (gpointer list)
{
  g_array_unref (list);
}

/* The columns with the same heading, blanks apart. Returns: (element-type gint) */
static GArray *
columns_called (ZbImport *self, const char *heading)
{
  g_autoptr(GString) close = g_string_new (NULL);
  GArray *list;

  if (self->by_heading == NULL)
    self->by_heading = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, list_free);
  append_close (close, heading);
  if ((list = g_hash_table_lookup (self->by_heading, close->str)) == NULL)
    g_hash_table_insert (self->by_heading, g_strdup (close->str), list = g_array_new (FALSE, FALSE, sizeof (gint)));
  return list;
}

/* The column of another sheet or of a table beside with the same heading, that this table does not have yet; a new one if need be. */
static gint
find_column (ZbImport *self, ZbImportTable *table, guint column, const char *heading, gboolean *out_is_new)
{
  GArray *list = columns_called (self, heading);
  gint at = -1;

  for (guint i = 0; i < list->len && at < 0; i++)
    if (((ZbImportColumnState *) g_ptr_array_index (self->columns, g_array_index (list, gint, i)))->placed != table)
      at = g_array_index (list, gint, i);
  if ((*out_is_new = at < 0))
    {
      at = (gint) self->columns->len;
      add_column (self, column, heading);
      g_array_append_val (list, at);
    }
  ((ZbImportColumnState *) g_ptr_array_index (self->columns, at))->placed = table;
  place_column (table, column, at);
  return at;
}

/* What a new column means, unless another one of the table means it. */
static void
name_column (ZbImport *self, gint at, const ZbField *field, ZbImportPart part, const char *code)
{
  ZbImportColumnState *state = g_ptr_array_index (self->columns, at);

  if (field == NULL && zb_import_is_silent (state->shown.heading))
    {
      state->role = ZB_IMPORT_ROLE_SILENT;
      return;
    }
  /* Two columns of remarks are one text, and so are the parts of a date. */
  for (gint i = 0; field != NULL && field->type != ZB_FIELD_LONG_TEXT && i < (gint) self->columns->len; i++)
    {
      const ZbImportColumnState *other = g_ptr_array_index (self->columns, i);

      if (i == at || other->shown.field != field || (part != ZB_IMPORT_WHOLE && other->part != ZB_IMPORT_WHOLE) || !meet (self, i, at))
        continue;
      /* 党籍状态 beside 人员类别 tells who is no member any more. */
      if (strcmp (field->name, "category") == 0 && strstr (state->shown.heading, "状态") != NULL)
        state->shown.field = zb_kind_field (self->kind, "state");
      else
        state->role = ZB_IMPORT_ROLE_TWICE;
      return;
    }
  state->shown.field = field;
  state->part = part;
  state->code = code;
}

/* Whether no other column means the field already. */
static gboolean
is_free (ZbImport *self, const ZbField *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (self->columns, i);

      if (state->shown.field == field || state->second == field)
        return FALSE;
    }
  return TRUE;
}

/* 性别/民族: two facts below one heading. */
static void
name_two (ZbImport *self, gint at)
{
  ZbImportColumnState *state = g_ptr_array_index (self->columns, at);
  const ZbField *first, *second;

  if (state->role != ZB_IMPORT_ROLE_FIELD || !zb_import_fields_of_two (self, state->shown.heading, &first, &second)
      || (state->shown.field != NULL ? state->shown.field != first : !is_free (self, first)) || !is_free (self, second))
    return;
  state->shown.field = first;
  state->second = second;
}

void
zb_import_add_columns (ZbImport *self, ZbImportTable *table, const ZbImportHead *head, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      const ZbImportHeading *heading = &g_array_index (head->headings, ZbImportHeading, i);
      gboolean is_new;
      gint at = find_column (self, table, heading->column, heading->text, &is_new);

      if (is_new)
        {
          name_column (self, at, heading->field, heading->part, heading->code);
          if (heading->field == NULL || (heading->field->type == ZB_FIELD_DATE && heading->part == ZB_IMPORT_WHOLE))
            name_two (self, at);
        }
    }
}

gint
zb_import_add_bare_column (ZbImport *self, ZbImportTable *table, guint column)
{
  g_autofree char *letters = column_letters (column);
  gboolean is_new;
  gint at = find_column (self, table, column, letters, &is_new);

  if (is_new)
    ((ZbImportColumnState *) g_ptr_array_index (self->columns, at))->is_bare = TRUE;
  return at;
}

gint
zb_import_add_column_below (ZbImport *self, guint column, const char *heading)
{
  const ZbField *field = zb_import_field_of_heading (self, heading);
  gboolean is_twice = field != NULL && field->type != ZB_FIELD_LONG_TEXT && zb_import_heading_of (self, field->name) != NULL;
  ZbImportColumnState *state;

  for (guint i = 0; i < self->columns->len; i++)
    {
      state = g_ptr_array_index (self->columns, i);
      if (state->is_below && strcmp (state->shown.heading, heading) == 0)
        return (gint) i;
    }
  add_column (self, column, heading);
  state = g_ptr_array_index (self->columns, self->columns->len - 1);
  state->is_below = TRUE;
  state->role = is_twice ? ZB_IMPORT_ROLE_TWICE : ZB_IMPORT_ROLE_FIELD;
  state->shown.field = is_twice ? NULL : field;
  return (gint) self->columns->len - 1;
}

void
zb_import_map (ZbImport *self, guint i, const ZbField *field)
{
  ZbImportColumnState *state;

  g_return_if_fail (i < self->columns->len);

  /* A field is filled by one column of a table: the one that was named last. */
  for (guint other = 0; field != NULL && field->type != ZB_FIELD_LONG_TEXT && other < self->columns->len; other++)
    {
      state = g_ptr_array_index (self->columns, other);
      if (state->shown.field == field && (other == i || meet (self, (gint) i, (gint) other)))
        state->shown.field = NULL;
    }
  state = g_ptr_array_index (self->columns, i);
  state->shown.field = field;
  state->role = ZB_IMPORT_ROLE_FIELD;
  state->shown.is_guessed = FALSE;
  state->part = ZB_IMPORT_WHOLE;
  state->second = NULL;
  g_clear_pointer (&state->cache, g_hash_table_unref);
  self->is_checked = self->is_surveyed = FALSE;
}

/* How many rows are looked at to tell what 职务 means. */
#define LOOKED_AT 200

/* Whether most of what stands in a column are posts of a committee. */
static gboolean
holds_posts (ZbImport *self, guint at)
{
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (self);
  guint n = 0, n_posts = 0;

  for (guint i = 0; i < MIN (self->lines->len, LOOKED_AT); i++)
    if (zb_import_draft_load (self, draft, i, FALSE) && draft->cells[at] != NULL)
      {
        gboolean unknown = FALSE;
        g_autoptr(GPtrArray) posts = zb_import_posts (zb_import_plain_text (self, draft->cells[at]->text, FALSE), &unknown);

        n++;
        n_posts += !unknown;
      }
  self->in_hand = NULL;
  return n > 0 && n_posts * 2 >= n;
}

void
zb_import_guess_columns (ZbImport *self)
{
  static const char *const both[] = { "职务", "担任职务", "所任职务", "任职", NULL };
  const ZbField *post = zb_kind_field (&zb_kind_member, "post"), *duty = zb_kind_field (&zb_kind_member, "duty");

  for (guint i = 0; self->kind == &zb_kind_member && i < self->columns->len; i++)
    {
      ZbImportColumnState *state = g_ptr_array_index (self->columns, i);
      g_autoptr(GString) close = g_string_new (NULL);
      const ZbField *field;

      append_close (close, state->shown.heading);
      if (state->shown.field != NULL || state->role != ZB_IMPORT_ROLE_FIELD || state->shown.sample == NULL || !g_strv_contains (both, close->str))
        continue;
      field = holds_posts (self, i) ? post : duty;
      name_column (self, (gint) i, field, ZB_IMPORT_WHOLE, NULL);
      state->shown.is_guessed = state->shown.field != NULL;
    }
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
  if (state->second != NULL)
    return "column-of-two";
  if (state->shown.is_guessed)
    return strcmp (field->name, "post") == 0 ? "column-post" : "column-duty";
  return g_strv_contains (self->way->not_taken, field->name) && zb_import_is_own (self, field) ? self->way->not_taken_rule : NULL;
}

void
zb_import_report_columns (ZbImport *self)
{
  if (self->has_forms)
    zb_import_add_problem (self, 0, NULL, NULL, "form-read", FALSE);
  if (self->has_turned)
    zb_import_add_problem (self, 0, NULL, NULL, "table-turned", FALSE);
  if (self->has_matrix)
    zb_import_add_problem (self, 0, NULL, NULL, "posts-in-columns", FALSE);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (self->columns, i);
      const char *rule = rule_of_column (self, state);

      if (rule != NULL)
        zb_import_add_problem (self, 0, state->shown.heading, state->shown.sample, rule, FALSE);
    }
  for (guint i = 0; i < self->other_sheets->len; i++)
    {
      const char *name = g_ptr_array_index (self->other_sheets, i);

      zb_import_add_problem (self, 0, NULL, name, strcmp (name, ZB_IMPORT_REMARKS) == 0 ? "remarks-not-taken" : "sheet-not-taken", FALSE);
    }
  for (guint i = 0; i < self->below->len; i++)
    {
      const ZbImportBelow *below = &g_array_index (self->below, ZbImportBelow, i);
      g_autofree char *row = g_strdup_printf ("%u", zb_import_rows_get (below->sheet->rows, below->first, self->cells));

      zb_import_add_problem (self, 0, NULL, row, "table-below", FALSE);
    }
  for (guint i = 0; i < self->hidden_sheets->len; i++)
    zb_import_add_problem (self, 0, NULL, g_ptr_array_index (self->hidden_sheets, i), "hidden-sheet-not-taken", FALSE);
}
