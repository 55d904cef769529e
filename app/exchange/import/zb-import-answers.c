/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person said about the words, cells and rows of a file, and how it takes their place. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-answers-private.h"
#include "store/zb-members.h"

/* Whom a row may mean: more than so many nobody compares. */
#define MAX_CANDIDATES 20

static void
word_free (gpointer data)
{
  ZbImportWord *word = data;

  g_free (word->text);
  g_free (word->meaning);
  g_free (word);
}

static guint
hash_word (gconstpointer data)
{
  const ZbImportWord *word = data;

  return g_direct_hash (word->field) ^ g_str_hash (word->text);
}

static gboolean
words_equal (gconstpointer one, gconstpointer two)
{
  const ZbImportWord *a = one, *b = two;

  return a->field == b->field && strcmp (a->text, b->text) == 0;
}

static void
idle_free (gpointer data)
{
  ZbImportIdle *idle = data;

  g_free (idle->line);
  g_free (idle->text);
  g_free (idle);
}

ZbImportAnswers *
zb_import_answers_new (void)
{
  ZbImportAnswers *self = g_new0 (ZbImportAnswers, 1);

  self->words = g_hash_table_new_full (hash_word, words_equal, word_free, NULL);
  self->defaults = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->idle = g_ptr_array_new_with_free_func (idle_free);
  return self;
}

void
zb_import_answers_free (ZbImportAnswers *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->defaults);
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->idle);
  g_free (self);
}

static ZbImportAnswers *
answers_of (ZbImport *import)
{
  if (import->answers == NULL)
    import->answers = zb_import_answers_new ();
  import->is_checked = FALSE;
  return import->answers;
}

void
zb_import_answer (ZbImport *import, const ZbField *field, const char *text, const char *meaning)
{
  ZbImportAnswers *self = answers_of (import);
  ZbImportWord *word = g_new0 (ZbImportWord, 1);

  g_return_if_fail (field != NULL && text != NULL);

  word->field = field;
  word->text = g_strdup (zb_import_plain_text (import, text, FALSE));
  word->meaning = g_strdup (meaning);
  if (meaning != NULL)
    {
      g_hash_table_replace (self->words, word, word);
      return;
    }
  g_hash_table_remove (self->words, word);
  word_free (word);
}

/* A cell is known by its row and column; there are never more than 2^31 of either. */
static gint64
cell_key (guint row, guint column)
{
  return ((gint64) row << 32) | column;
}

void
zb_import_correct (ZbImport *import, guint row, guint column, const char *text)
{
  ZbImportAnswers *self = answers_of (import);
  gint64 key = cell_key (row, column);

  g_return_if_fail (row < import->lines->len && column < import->columns->len);

  if (text != NULL)
    g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), g_strdup (text));
  else
    g_hash_table_remove (self->cells, &key);
}

const char *
zb_import_correction (ZbImport *import, guint row, guint column)
{
  gint64 key = cell_key (row, column);

  return import->answers != NULL ? g_hash_table_lookup (import->answers->cells, &key) : NULL;
}

void
zb_import_decide (ZbImport *import, guint row, ZbImportDecision decision, gint64 record)
{
  ZbImportAnswers *self = answers_of (import);
  ZbImportRowAnswer *answer;

  g_return_if_fail (row < import->lines->len);

  if (decision == ZB_IMPORT_AS_FOUND)
    {
      g_hash_table_remove (self->rows, GUINT_TO_POINTER (row));
      return;
    }
  answer = g_new0 (ZbImportRowAnswer, 1);
  answer->decision = decision;
  answer->record = record;
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (row), answer);
}

ZbImportDecision
zb_import_decision (ZbImport *import, guint row, gint64 *out_record)
{
  const ZbImportRowAnswer *answer = import->answers != NULL ? g_hash_table_lookup (import->answers->rows, GUINT_TO_POINTER (row)) : NULL;

  if (out_record != NULL)
    *out_record = answer != NULL ? answer->record : 0;
  return answer != NULL ? answer->decision : ZB_IMPORT_AS_FOUND;
}

void
zb_import_set_default (ZbImport *import, const ZbField *field, const char *text)
{
  ZbImportAnswers *self = answers_of (import);

  g_return_if_fail (zb_import_is_own (import, field) && zb_field_is_stored (field));

  if (text != NULL)
    g_hash_table_insert (self->defaults, (gpointer) field, g_strdup (text));
  else
    g_hash_table_remove (self->defaults, field);
}

const char *
zb_import_default (ZbImport *import, const ZbField *field)
{
  return import->answers != NULL ? g_hash_table_lookup (import->answers->defaults, field) : NULL;
}

gboolean
zb_import_lacks_category (ZbImport *import)
{
  return import->lacks_category;
}

guint
zb_import_n_answers (ZbImport *import)
{
  return import->answers == NULL ? 0
         : g_hash_table_size (import->answers->words) + g_hash_table_size (import->answers->defaults) + g_hash_table_size (import->answers->cells) + g_hash_table_size (import->answers->rows);
}

const char *
zb_import_meaning (ZbImport *import, const ZbField *field, const char *text, gboolean count)
{
  ZbImportWord *word = NULL;

  if (import->answers == NULL || field == NULL || text == NULL || g_hash_table_size (import->answers->words) == 0)
    return NULL;
  word = g_hash_table_lookup (import->answers->words, &(ZbImportWord) { .field = field, .text = (char *) zb_import_plain_text (import, text, FALSE) });
  if (word == NULL)
    return NULL;
  word->n_rows += count;
  return word->meaning;
}

void
zb_import_answers_begin (ZbImport *import)
{
  GHashTableIter iter;
  gpointer word;

  if (import->answers == NULL)
    return;
  g_hash_table_iter_init (&iter, import->answers->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    ((ZbImportWord *) word)->n_rows = 0;
}

static void
replace (ZbImportDraft *draft, guint at, guint column, const char *text)
{
  if (draft->replaced == NULL)
    draft->replaced = g_new0 (ZbSheetCell, draft->n_cells);
  draft->replaced[at] = (ZbSheetCell) { .column = column, .kind = ZB_CELL_TEXT, .text = text };
  draft->cells[at] = *text != '\0' ? &draft->replaced[at] : NULL;
}

void
zb_import_answers_apply (ZbImport *import, ZbImportDraft *draft, gboolean count)
{
  gboolean has_cells = g_hash_table_size (import->answers->cells) > 0;

  for (guint i = 0; i < import->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (import->columns, i);
      const char *text = has_cells ? zb_import_correction (import, draft->index, i) : NULL;

      if (text != NULL)
        replace (draft, i, state->shown.index, text);
      if (draft->cells[i] == NULL || draft->cells[i]->text == NULL)
        continue;
      text = zb_import_meaning (import, state->shown.field, draft->cells[i]->text, count);
      if (text != NULL)
        replace (draft, i, state->shown.index, text);
    }
}

static void
add_once (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

GArray *
zb_import_candidates (ZbImport *import, ZbDb *db, guint row, GError **error)
{
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (import);
  g_autoptr(GError) failure = NULL;
  g_autoptr(GArray) out = NULL;
  g_autofree gint64 *ids = NULL;
  const char *name, *number;
  guint n = 0;

  g_return_val_if_fail (row < import->lines->len, NULL);

  if (import->kind != &zb_kind_member || !zb_import_draft_load (import, draft, row, FALSE))
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  zb_import_draft_read (import, draft, FALSE);
  name = zb_import_draft_value (import, draft, "name");
  number = zb_import_draft_value (import, draft, "id_number");
  out = name != NULL ? zb_members_named (db, name, MAX_CANDIDATES, error) : g_array_new (FALSE, FALSE, sizeof (gint64));
  ids = out != NULL && number != NULL ? zb_members_find_id_number (db, number, &n, &failure) : NULL;
  for (guint i = 0; i < n; i++)
    add_once (out, ids[i]);
  if (failure == NULL)
    return g_steal_pointer (&out);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
zb_import_idle_answers (ZbImport *import)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; import->answers != NULL && i < import->answers->idle->len; i++)
    {
      const ZbImportIdle *idle = g_ptr_array_index (import->answers->idle, i);
      const ZbImportWord *word = idle->field != NULL
        ? g_hash_table_lookup (import->answers->words, &(ZbImportWord) { .field = idle->field, .text = (char *) zb_import_plain_text (import, idle->text, FALSE) }) : NULL;

      if (word == NULL || word->n_rows == 0)
        g_ptr_array_add (lines, g_strdup (idle->line));
    }
  return lines;
}

void
zb_import_tell_idle (ZbImport *import, const char *line)
{
  g_autofree char *shown = g_strdelimit (g_strdup (line), "\t", ' ');

  import->in_hand = NULL;
  zb_import_add_problem (import, 0, NULL, shown, "answer-unused", FALSE);
}
