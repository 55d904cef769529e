/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as text: to be kept for the next file, or written by hand. */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/import/zb-import-answers-private.h"
#include "store/zb-records.h"

static const struct { const char *word; ZbImportDecision decision; } decisions[] = {
  { "skip", ZB_IMPORT_LEAVE_OUT }, { "take", ZB_IMPORT_TAKE }, { "new", ZB_IMPORT_AS_NEW },
};

/* A text in one line: tabs, line breaks and backslashes get a backslash. */
static void
append_cell (GString *out, const char *text)
{
  g_string_append_c (out, '\t');
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '\t': g_string_append (out, "\\t"); break;
      case '\n': g_string_append (out, "\\n"); break;
      case '\r': g_string_append (out, "\\r"); break;
      case '\\': g_string_append (out, "\\\\"); break;
      default: g_string_append_c (out, *text);
      }
}

/* Which table of its row a line stands in, from 0; tables stand side by side. */
static guint
table_of_row (ZbImport *import, guint row)
{
  const ZbImportLine *line = &g_array_index (import->lines, ZbImportLine, row);
  const ZbImportTable *own = g_ptr_array_index (import->tables, line->table);
  guint n = 0;

  for (guint t = 0; t < line->table; t++)
    n += ((ZbImportTable *) g_ptr_array_index (import->tables, t))->sheet == own->sheet;
  return n;
}

static void
append_row (ZbImport *import, GString *out, guint row)
{
  const ZbImportLine *line = &g_array_index (import->lines, ZbImportLine, row);
  const ZbImportTable *table = g_ptr_array_index (import->tables, line->table);
  guint beside = table_of_row (import, row);

  append_cell (out, table->sheet->name);
  g_string_append_printf (out, "\t%u", zb_import_row_number (import, row));
  if (beside > 0)
    g_string_append_printf (out, "#%u", beside + 1);
}

static void
append_columns (ZbImport *import, GString *out)
{
  for (guint i = 0; i < import->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (import->columns, i);

      if (state->is_bare || state->role == ZB_IMPORT_ROLE_SILENT || *state->shown.heading == '\0')
        continue;
      g_string_append (out, "column");
      append_cell (out, state->shown.heading);
      append_cell (out, state->shown.field != NULL && state->role == ZB_IMPORT_ROLE_FIELD ? state->shown.field->heading : "");
      g_string_append_c (out, '\n');
    }
}

static int
compare_words (gconstpointer one, gconstpointer two)
{
  const ZbImportWord *a = one, *b = two;

  return a->field != b->field ? strcmp (a->field->heading, b->field->heading) : strcmp (a->text, b->text);
}

static int
compare_keys (gconstpointer one, gconstpointer two)
{
  const gint64 *a = one, *b = two;

  return *a < *b ? -1 : *a > *b;
}

static void
append_words (ZbImport *import, GString *out)
{
  g_autoptr(GList) words = g_list_sort (g_hash_table_get_keys (import->answers->words), compare_words);

  for (GList *at = words; at != NULL; at = at->next)
    {
      const ZbImportWord *word = at->data;

      g_string_append (out, "word");
      append_cell (out, word->field->heading);
      append_cell (out, word->text);
      append_cell (out, word->meaning);
      g_string_append_c (out, '\n');
    }
}

static int
compare_fields (gconstpointer one, gconstpointer two)
{
  return strcmp (((const ZbField *) one)->name, ((const ZbField *) two)->name);
}

static void
append_defaults (ZbImport *import, GString *out)
{
  g_autoptr(GList) fields = g_list_sort (g_hash_table_get_keys (import->answers->defaults), compare_fields);

  for (GList *at = fields; at != NULL; at = at->next)
    {
      g_string_append (out, "default");
      append_cell (out, ((const ZbField *) at->data)->heading);
      append_cell (out, zb_import_default (import, at->data));
      g_string_append_c (out, '\n');
    }
}

static void
append_cells (ZbImport *import, GString *out)
{
  g_autoptr(GList) keys = g_list_sort (g_hash_table_get_keys (import->answers->cells), compare_keys);

  for (GList *at = keys; at != NULL; at = at->next)
    {
      gint64 key = *(gint64 *) at->data;
      const ZbImportColumnState *state = g_ptr_array_index (import->columns, (guint) (key & G_MAXUINT32));

      g_string_append (out, "cell");
      append_row (import, out, (guint) (key >> 32));
      append_cell (out, state->shown.heading);
      append_cell (out, g_hash_table_lookup (import->answers->cells, &key));
      g_string_append_c (out, '\n');
    }
}

static void
append_decisions (ZbImport *import, GString *out)
{
  for (guint i = 0; i < import->lines->len; i++)
    {
      gint64 id;
      ZbImportDecision decision = zb_import_decision (import, i, &id);
      /* Only what is in memory is read: who looks at the import may not use its connection. */
      g_autofree char *record = decision == ZB_IMPORT_AS_RECORD ? g_strdup_printf ("#%" G_GINT64_FORMAT, id) : NULL;
      const char *word = record;

      for (guint d = 0; d < G_N_ELEMENTS (decisions); d++)
        if (decisions[d].decision == decision)
          word = decisions[d].word;
      if (word == NULL)
        continue;
      g_string_append (out, "row");
      append_row (import, out, i);
      append_cell (out, word);
      g_string_append_c (out, '\n');
    }
}

char *
zb_import_answers_text (ZbImport *import, gboolean is_for_next)
{
  g_autoptr(GString) out = g_string_new (NULL);

  append_columns (import, out);
  if (import->answers != NULL)
    {
      append_words (import, out);
      append_defaults (import, out);
      if (!is_for_next)
        append_cells (import, out);
      if (!is_for_next && g_hash_table_size (import->answers->rows) > 0)
        append_decisions (import, out);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Reading. */

/* Headings are compared without their blanks. */
static gboolean
headings_equal (const char *one, const char *two)
{
  g_autofree char *a = zb_import_fold_org (one), *b = zb_import_fold_org (two);

  return strcmp (a, b) == 0;
}

static const ZbField *
find_field (ZbImport *import, const char *name)
{
  g_autoptr(GPtrArray) fields = zb_import_fields (import->kind);

  for (guint i = 0; i < fields->len; i++)
    {
      const ZbField *field = g_ptr_array_index (fields, i);

      if (strcmp (field->name, name) == 0 || strcmp (field->heading, name) == 0)
        return field;
    }
  /* The heading that the file itself has is meant as its column is. */
  for (guint i = 0; i < import->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (import->columns, i);

      if (state->shown.field != NULL && headings_equal (state->shown.heading, name))
        return state->shown.field;
    }
  return zb_import_field_of_heading (import, name);
}

/* What a line of the file is, −1 when the file has none such. */
static gint
find_row (ZbImport *import, const char *sheet, const char *number)
{
  char *end = NULL;
  guint64 row = g_ascii_strtoull (number, &end, 10), beside = 1;
  guint from = import->answers != NULL ? import->answers->last : 0;

  if (end == number || (*end == '#' && ((beside = g_ascii_strtoull (end + 1, &end, 10)) == 0)) || *end != '\0')
    return -2;
  for (guint n = 0; n < import->lines->len; n++)
    {
      guint i = (from + n) % import->lines->len;
      const ZbImportLine *line = &g_array_index (import->lines, ZbImportLine, i);
      const ZbImportTable *table = g_ptr_array_index (import->tables, line->table);

      if (strcmp (table->sheet->name, sheet) != 0 || zb_import_row_number (import, i) != row || table_of_row (import, i) + 1 != beside)
        continue;
      if (import->answers != NULL)
        import->answers->last = i;
      return (gint) i;
    }
  return -1;
}

/* The line may mean nothing here. @field, @text: (nullable): the word that the file has to have */
static void
note_idle (ZbImport *import, const char *line, const ZbField *field, const char *text)
{
  ZbImportIdle *idle = g_new0 (ZbImportIdle, 1);

  if (import->answers == NULL)
    import->answers = zb_import_answers_new ();
  idle->line = g_strdup (line);
  idle->field = field;
  idle->text = g_strdup (text);
  g_ptr_array_add (import->answers->idle, idle);
}

static gboolean
take_column (ZbImport *import, const char *line, const char *heading, const char *meaning)
{
  const ZbField *field = *meaning != '\0' ? find_field (import, meaning) : NULL;
  gboolean has = FALSE;

  for (guint i = 0; i < import->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (import->columns, i);

      if (!headings_equal (state->shown.heading, heading))
        continue;
      has = TRUE;
      if (state->shown.field != field)
        zb_import_map (import, i, field);
    }
  if (!has)
    note_idle (import, line, NULL, NULL);
  return *meaning == '\0' || field != NULL;
}

static gboolean
take_word (ZbImport *import, const char *line, const char *name, const char *text, const char *meaning)
{
  const ZbField *field = find_field (import, name);

  if (field != NULL)
    {
      zb_import_answer (import, field, text, meaning);
      note_idle (import, line, field, text);
    }
  return field != NULL;
}

static gboolean
take_default (ZbImport *import, const char *name, const char *text)
{
  const ZbField *field = find_field (import, name);
  g_autofree char *value = NULL;

  if (field == NULL || !zb_import_is_own (import, field) || !zb_field_is_stored (field) || field->type == ZB_FIELD_LINK
      || !zb_field_read (field, text, &value, NULL))
    return FALSE;
  zb_import_set_default (import, field, *text != '\0' ? text : NULL);
  return TRUE;
}

static gboolean
take_cell (ZbImport *import, const char *line, const char *sheet, const char *number, const char *heading, const char *text)
{
  gint row = find_row (import, sheet, number);
  gboolean has = FALSE;

  for (guint i = 0; row >= 0 && i < import->columns->len; i++)
    if (headings_equal (((ZbImportColumnState *) g_ptr_array_index (import->columns, i))->shown.heading, heading))
      {
        zb_import_correct (import, (guint) row, i, text);
        has = TRUE;
      }
  if (!has)
    note_idle (import, line, NULL, NULL);
  return row > -2;
}

static gboolean
take_row (ZbImport *import, const char *line, const char *sheet, const char *number, const char *word)
{
  gint row = find_row (import, sheet, number);
  gint64 id;

  if (row < 0)
    {
      note_idle (import, line, NULL, NULL);
      return row > -2;
    }
  for (guint d = 0; d < G_N_ELEMENTS (decisions); d++)
    if (strcmp (decisions[d].word, word) == 0)
      {
        zb_import_decide (import, (guint) row, decisions[d].decision, 0);
        return TRUE;
      }
  /* Somebody who is gone meanwhile is nobody: the check judges. */
  if ((id = zb_records_find (import->db, import->kind, word, NULL)) == 0)
    return *word == '#';
  zb_import_decide (import, (guint) row, ZB_IMPORT_AS_RECORD, id);
  return TRUE;
}

/* Takes back what append_cell() did. A backslash before anything else is one that somebody typed. */
static void
unescape (char *text)
{
  static const char escaped[] = "tnr\\", plain[] = "\t\n\r\\";
  char *to = text;

  for (const char *at = text; *at != '\0'; at++)
    {
      const char *found = *at == '\\' && at[1] != '\0' ? strchr (escaped, at[1]) : NULL;

      *to++ = found != NULL ? plain[found - escaped] : *at;
      at += found != NULL;
    }
  *to = '\0';
}

/* The cells of a line. Returns: (transfer full) */
static char **
split_line (const char *line)
{
  char **cells = g_strsplit (line, "\t", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    unescape (cells[i]);
  return cells;
}

/* Columns first: what words and cells mean depends on them. */
static gboolean
take_line (ZbImport *import, const char *line, char **cells, gboolean is_column_pass)
{
  guint n = g_strv_length (cells);

  if (n == 2)
    return !is_column_pass || take_column (import, line, cells[0], cells[1]);
  if (n == 3 && strcmp (cells[0], "column") == 0)
    return !is_column_pass || take_column (import, line, cells[1], cells[2]);
  if (is_column_pass)
    return TRUE;
  if (n == 3 && strcmp (cells[0], "default") == 0)
    return take_default (import, cells[1], cells[2]);
  if (n == 4 && strcmp (cells[0], "word") == 0)
    return take_word (import, line, cells[1], cells[2], cells[3]);
  if (n == 5 && strcmp (cells[0], "cell") == 0)
    return take_cell (import, line, cells[1], cells[2], cells[3], cells[4]);
  return n == 4 && strcmp (cells[0], "row") == 0 && take_row (import, line, cells[1], cells[2], cells[3]);
}

gboolean
zb_import_take_answers (ZbImport *import, const char *text, GError **error)
{
  g_auto(GStrv) lines = g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, "\n", -1);

  if (import->answers != NULL)
    g_ptr_array_set_size (import->answers->idle, 0);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; lines[i] != NULL; i++)
        {
          gsize length = strlen (lines[i]);
          g_auto(GStrv) cells = NULL;

          if (length > 0 && lines[i][length - 1] == '\r')
            lines[i][length - 1] = '\0';
          if (*lines[i] == '\0' || *lines[i] == '#')
            continue;
          cells = split_line (lines[i]);
          if (take_line (import, lines[i], cells, pass == 0))
            continue;
          g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "import-answers|%u|%s", i + 1, lines[i]);
          return FALSE;
        }
      if (!import->is_surveyed)
        zb_import_survey (import);
    }
  return TRUE;
}

/* Columns that a mapping speaks of. */
static guint
count_headings (ZbImport *import)
{
  guint n = 0;

  for (guint i = 0; i < import->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (import->columns, i);

      n += !state->is_bare && state->role != ZB_IMPORT_ROLE_SILENT && *state->shown.heading != '\0';
    }
  return n;
}

gboolean
zb_import_fits (ZbImport *import, const char *answers)
{
  g_auto(GStrv) lines = g_strsplit (answers, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = split_line (lines[i]);
      gboolean has = FALSE;

      if (g_strv_length (cells) != 3 || strcmp (cells[0], "column") != 0)
        continue;
      n++;
      for (guint c = 0; !has && c < import->columns->len; c++)
        has = headings_equal (((ZbImportColumnState *) g_ptr_array_index (import->columns, c))->shown.heading, cells[1]);
      if (!has)
        return FALSE;
    }
  /* What was said of a list of three columns says little of one of fifteen. */
  return n > 0 && n * 3 >= count_headings (import) * 2;
}

char *
zb_import_sender (ZbImport *import)
{
  for (guint i = 0; i < import->tables->len; i++)
    {
      const ZbImportTable *table = g_ptr_array_index (import->tables, i);

      if (table->unit != NULL || table->branch != NULL)
        return g_strdup (table->unit != NULL ? table->unit : table->branch);
    }
  return NULL;
}
