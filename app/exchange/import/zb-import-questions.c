/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a file that one answer settles. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-answers-private.h"

/* Values that are somebody's own: what is wrong with them is wrong in one row only. */
static gboolean
is_own_value (ZbImport *import, const ZbField *field)
{
  return field->type == ZB_FIELD_ID_NUMBER || field->type == ZB_FIELD_PHONE || field->type == ZB_FIELD_LONG_TEXT
         || field == zb_import_title (import);
}

/* Words of a closed set, of which each is worth a question. */
static gboolean
is_word (const ZbField *field)
{
  return field->type == ZB_FIELD_CODE || field->type == ZB_FIELD_LINK || field->type == ZB_FIELD_BOOLEAN || strcmp (field->name, "branch") == 0
         || strcmp (field->name, "group") == 0 || strcmp (field->name, "post") == 0;
}

void
zb_import_question_free (ZbImportQuestion *question)
{
  g_free (question->heading);
  g_free (question->text);
  g_free (question->rule);
  g_free (question->answer);
  g_free (question->found);
  g_free (question);
}

typedef struct {
  ZbImport *import;
  GPtrArray *out;
  GHashTable *known;        /* (owned): field and text → question (unowned) */
} Gathering;

static ZbImportQuestion *
question_of (Gathering *self, const ZbField *field, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%p %s", (gconstpointer) field, text);
  ZbImportQuestion *question = g_hash_table_lookup (self->known, key);
  const char *heading = zb_import_heading_of (self->import, field->name);

  if (question != NULL)
    return question;
  question = g_new0 (ZbImportQuestion, 1);
  question->field = field;
  question->heading = g_strdup (heading != NULL ? heading : field->heading);
  question->text = g_strdup (text);
  question->answer = g_strdup (zb_import_meaning (self->import, field, text, FALSE));
  g_hash_table_insert (self->known, g_steal_pointer (&key), question);
  g_ptr_array_add (self->out, question);
  return question;
}

static const ZbField *
field_of (ZbImport *import, const char *heading)
{
  for (guint i = 0; i < import->columns->len; i++)
    {
      const ZbImportColumn *column = &((ZbImportColumnState *) g_ptr_array_index (import->columns, i))->shown;

      if (column->field != NULL && strcmp (column->heading, heading) == 0)
        return column->field;
    }
  return zb_import_field_of_heading (import, heading);
}

static void
gather_problems (Gathering *self)
{
  ZbImport *import = self->import;

  for (guint i = 0; i < import->problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (import->problems, i);
      const ZbField *field = problem->line < 0 || problem->column == NULL || problem->value == NULL ? NULL : field_of (import, problem->column);
      ZbImportQuestion *question;

      /* Organisations are counted with all the rows that name them. */
      if (field == NULL || (import->kind == &zb_kind_member && field == import->branch_field) || is_own_value (import, field) || zb_import_problem_severity (problem) == ZB_IMPORT_INFO)
        continue;
      question = question_of (self, field, zb_import_plain_text (import, problem->value, FALSE));
      question->n_rows++;
      if (question->rule == NULL || (problem->is_error && !question->is_error))
        {
          g_free (question->rule);
          question->rule = g_strdup (problem->rule);
          question->is_error = problem->is_error;
        }
    }
}

static void
add_place (const char *text, const ZbImportPlace *place, gboolean by_end, guint n_rows, gpointer user_data)
{
  Gathering *self = user_data;
  ZbImportQuestion *question;
  const ZbOrg *org;

  if (n_rows == 0 || !(place->is_new || place->is_ambiguous || by_end) || *text == '+')
    return;
  question = question_of (self, self->import->branch_field, text);
  question->n_rows += n_rows;
  g_free (question->rule);
  question->rule = g_strdup (place->is_ambiguous ? "ambiguous-branch" : by_end ? "branch-matched" : "branch-new");
  question->is_error = place->is_ambiguous;
  if (by_end && !place->is_ambiguous && (org = zb_import_places_find (self->import->places, text, &by_end)) != NULL)
    question->found = g_strdup (org->name);
}

/* What was answered stays a question: an answer can be changed. */
static void
gather_answered (Gathering *self)
{
  GHashTableIter iter;
  gpointer data;

  if (self->import->answers == NULL)
    return;
  g_hash_table_iter_init (&iter, self->import->answers->words);
  while (g_hash_table_iter_next (&iter, &data, NULL))
    {
      const ZbImportWord *word = data;

      if (word->n_rows > 0)
        question_of (self, word->field, word->text)->n_rows = word->n_rows;
    }
}

static int
compare (gconstpointer one, gconstpointer two)
{
  const ZbImportQuestion *a = *(ZbImportQuestion *const *) one, *b = *(ZbImportQuestion *const *) two;
  gboolean a_done = a->answer != NULL, b_done = b->answer != NULL;

  if (a_done != b_done)
    return a_done - b_done;
  if (a->is_error != b->is_error)
    return b->is_error - a->is_error;
  if (a->n_rows != b->n_rows)
    return a->n_rows > b->n_rows ? -1 : 1;
  return strcmp (a->text, b->text);
}

GPtrArray *
zb_import_questions (ZbImport *import)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_question_free);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Gathering self = { import, out, known };

  gather_problems (&self);
  if (import->places != NULL && import->branch_field != NULL)
    zb_import_places_words (import->places, add_place, &self);
  gather_answered (&self);
  for (guint i = out->len; i-- > 0;)
    {
      const ZbImportQuestion *question = g_ptr_array_index (out, i);

      /* A single bad date is mended in its row. */
      if (question->answer == NULL && question->n_rows < 2 && !is_word (question->field))
        g_ptr_array_remove_index (out, i);
    }
  g_ptr_array_sort (out, compare);
  return out;
}
