/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same person on several sheets of a file, on the summary and on the sheet of the branch: taken once where both say the same. */
#include "config.h"

#include <string.h>

#include "core/zb-id-number.h"
#include "exchange/import/zb-import-private.h"
#include "exchange/zb-import-answers.h"

typedef struct {
  ZbImport *import;
  GHashTable *by_key;        /* (owned): what somebody is known by → line plus one */
  ZbImportDraft *one;        /* (owned): the row in hand */
  ZbImportDraft *other;      /* (owned): the one that may be the same */
} Union;

static void
union_clear (Union *self)
{
  g_hash_table_unref (self->by_key);
  zb_import_draft_free (self->one);
  zb_import_draft_free (self->other);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Union, union_clear)

/* What the row's person is known by, the surest first. */
static GPtrArray *
keys_of (Union *self, const ZbImportDraft *draft)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const char *name = zb_import_draft_value (self->import, draft, "name"), *number = zb_import_draft_value (self->import, draft, "id_number");
  const char *birth = zb_import_draft_value (self->import, draft, "birth_date");
  gboolean by_end;
  ZbImportPlace *place = zb_import_places_branch (self->import->places, draft->branch, &by_end);

  if (name == NULL)
    return keys;
  if (number != NULL)
    {
      g_autofree char *eighteen = zb_id_number_eighteen (number);

      g_ptr_array_add (keys, g_strconcat (name, "#", eighteen, NULL));
    }
  if (birth != NULL)
    g_ptr_array_add (keys, g_strdup_printf ("%s@%.7s", name, birth));
  if (place != NULL)
    g_ptr_array_add (keys, g_strdup_printf ("%s*%p", name, (gpointer) place));
  return keys;
}

static gboolean
texts_agree (const ZbField *field, const char *one, const char *two)
{
  if (one == NULL || two == NULL || strcmp (one, two) == 0)
    return TRUE;
  if (field->type == ZB_FIELD_DATE)
    return g_str_has_prefix (one, two) || g_str_has_prefix (two, one);
  if (field->type == ZB_FIELD_ID_NUMBER)
    {
      g_autofree char *first = zb_id_number_eighteen (one), *second = zb_id_number_eighteen (two);

      return strcmp (first, second) == 0;
    }
  return FALSE;
}

static gboolean
places_agree (Union *self, const char *one, const char *two)
{
  gboolean by_end;

  return one == NULL || two == NULL
         || zb_import_places_branch (self->import->places, one, &by_end) == zb_import_places_branch (self->import->places, two, &by_end);
}

/* Nothing that both rows say is different. */
static gboolean
agree (Union *self)
{
  const ZbImportDraft *one = self->one, *two = self->other;
  const ZbKind *kind = self->import->kind;

  if (one->has_error || two->has_error || !places_agree (self, one->branch, two->branch) || (one->group != NULL && two->group != NULL && strcmp (one->group, two->group) != 0))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!texts_agree (&kind->fields[i], one->values[i], two->values[i]))
      return FALSE;
  return TRUE;
}

static ZbImportLine *
line_of (Union *self, const ZbImportDraft *draft)
{
  return &g_array_index (self->import->lines, ZbImportLine, draft->index);
}

static gboolean
has_value (Union *self, const ZbImportDraft *draft, const ZbField *field)
{
  if (zb_field_is_stored (field) && zb_import_is_own (self->import, field))
    return zb_import_draft_value (self->import, draft, field->name) != NULL;
  return (strcmp (field->name, "branch") == 0 && draft->branch != NULL) || (strcmp (field->name, "group") == 0 && draft->group != NULL)
         || (strcmp (field->name, "post") == 0 && draft->post != NULL);
}

/* The row that is kept takes from the other what it does not say itself. */
static void
complete (Union *self, const ZbImportDraft *kept, ZbImportDraft *left)
{
  ZbImport *import = self->import;
  ZbImportLine *line = line_of (self, kept);
  guint start = import->fills->len;

  /* The cells of a row are there until the next one is loaded. */
  zb_import_draft_load (import, left, left->index, FALSE);
  for (guint i = 0; i < line->n_fills; i++)
    {
      ZbImportFill fill = g_array_index (import->fills, ZbImportFill, line->fills + i);

      g_array_append_val (import->fills, fill);
    }
  for (guint i = 0; i < import->columns->len && import->fills->len - start < G_MAXUINT8; i++)
    {
      const ZbField *field = ((ZbImportColumnState *) g_ptr_array_index (import->columns, i))->shown.field;

      if (field != NULL && kept->cells[i] == NULL && left->cells[i] != NULL && !has_value (self, kept, field))
        g_array_append_val (import->fills, ((ZbImportFill) { i, *left->cells[i] }));
    }
  line->fills = start;
  line->n_fills = (guint8) (import->fills->len - start);
}

static gboolean
are_of_two_sheets (Union *self, guint one, guint two)
{
  const ZbImportTable *tables[2];

  tables[0] = g_ptr_array_index (self->import->tables, g_array_index (self->import->lines, ZbImportLine, one).table);
  tables[1] = g_ptr_array_index (self->import->tables, g_array_index (self->import->lines, ZbImportLine, two).table);
  return tables[0]->sheet != tables[1]->sheet;
}

static gboolean
load (Union *self, ZbImportDraft *draft, guint line)
{
  if (!zb_import_draft_load (self->import, draft, line, FALSE))
    return FALSE;
  zb_import_draft_read (self->import, draft, FALSE);
  zb_import_draft_compare (self->import, draft, FALSE);
  return TRUE;
}

/* The row that says the branch is kept, else the first. Returns: its line */
static guint
unite (Union *self)
{
  gboolean swaps = self->other->branch == NULL && self->one->branch != NULL;
  ZbImportDraft *kept = swaps ? self->one : self->other, *left = swaps ? self->other : self->one;

  complete (self, kept, left);
  line_of (self, left)->skip = ZB_IMPORT_IS_REPEATED;
  self->import->is_united = TRUE;
  return kept->index;
}

static void
take_line (Union *self, guint line)
{
  g_autoptr(GPtrArray) keys = NULL;
  guint known = 0;

  /* Somebody has said who it is. */
  if (zb_import_decision (self->import, line, NULL) != ZB_IMPORT_AS_FOUND)
    return;
  if (g_array_index (self->import->lines, ZbImportLine, line).skip != ZB_IMPORT_IS_RECORD || !load (self, self->one, line))
    return;
  keys = keys_of (self, self->one);
  for (guint i = 0; i < keys->len && known == 0; i++)
    known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, g_ptr_array_index (keys, i)));
  if (known != 0 && are_of_two_sheets (self, line, known - 1) && load (self, self->other, known - 1) && agree (self))
    line = unite (self);
  else if (known != 0)
    return;
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (self->by_key, g_strdup (g_ptr_array_index (keys, i)), GUINT_TO_POINTER (line + 1));
}

void
zb_import_unite (ZbImport *import)
{
  g_auto(Union) self = { import, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), zb_import_draft_new (import), zb_import_draft_new (import) };

  for (guint i = 0; import->n_sheets > 1 && i < import->lines->len; i++)
    take_line (&self, i);
  import->in_hand = NULL;
}
