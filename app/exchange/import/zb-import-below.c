/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What begins below the headings of a sheet: another list with headings of its own, or the same headings again. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"

/* Lines of headings above the one with the name that may belong to the same block. */
#define LINES_ABOVE 2

/* Fewer known headings than this are the words of a record; nobody is called 姓名, so that one more is enough. */
#define LEAST 3
#define LEAST_OF_PEOPLE 2

/* A sheet has no more lists below each other than this. */
#define MAX_BELOW 256

/* So many texts are remembered as headings or none; others are looked up again. */
#define MAX_KNOWN 4096

typedef struct {
  ZbImport *import;
  const ZbImportSheet *sheet;
  const ZbField *title;
  GPtrArray *beginnings;   /* (owned) (element-type utf8): first characters of what the name can be called */
  GHashTable *known;       /* (owned): text → field or NULL */
  GArray *cells;           /* (owned) (element-type ZbSheetCell) */
} Search;

static void
search_clear (Search *self)
{
  g_ptr_array_unref (self->beginnings);
  g_hash_table_unref (self->known);
  g_array_unref (self->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
add_beginning (Search *self, const char *word)
{
  char *first = g_strndup (word, (gsize) (g_utf8_next_char (word) - word));

  if (g_ptr_array_find_with_equal_func (self->beginnings, first, g_str_equal, NULL))
    g_free (first);
  else
    g_ptr_array_add (self->beginnings, first);
}

static void
search_init (Search *self, ZbImport *import, const ZbImportSheet *sheet)
{
  g_auto(GStrv) words = NULL;

  self->import = import;
  self->sheet = sheet;
  self->title = zb_import_title (import);
  self->beginnings = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  add_beginning (self, self->title->heading);
  words = g_strsplit (self->title->words != NULL ? self->title->words : "", "|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      add_beginning (self, words[i]);
  g_ptr_array_add (self->beginnings, NULL);
}

static const ZbField *
field_of (Search *self, const char *text)
{
  gpointer field = NULL;

  if (g_hash_table_lookup_extended (self->known, text, NULL, &field))
    return field;
  field = (gpointer) zb_import_field_of_heading (self->import, text);
  if (g_hash_table_size (self->known) < MAX_KNOWN)
    g_hash_table_insert (self->known, g_strdup (text), field);
  return field;
}

static gboolean
may_begin (Search *self, const char *text)
{
  for (guint i = 0; i + 1 < self->beginnings->len; i++)
    if (g_str_has_prefix (text, g_ptr_array_index (self->beginnings, i)))
      return TRUE;
  return FALSE;
}

/* Whether the row names the column of the name and some others. */
static gboolean
names_columns (Search *self, guint row)
{
  g_autoptr(GHashTable) fields = g_hash_table_new (NULL, NULL);
  gboolean has_title = FALSE;

  zb_import_rows_get (self->sheet->rows, row, self->cells);
  for (guint i = 0; i < self->cells->len && !has_title; i++)
    {
      const char *text = zb_import_plain_text (self->import, g_array_index (self->cells, ZbSheetCell, i).text, FALSE);

      has_title = may_begin (self, text) && field_of (self, text) == self->title;
    }
  for (guint i = 0; has_title && i < self->cells->len; i++)
    {
      const ZbField *field = field_of (self, zb_import_plain_text (self->import, g_array_index (self->cells, ZbSheetCell, i).text, FALSE));

      if (field != NULL)
        g_hash_table_add (fields, (gpointer) field);
    }
  return has_title && (g_hash_table_size (fields) >= (self->import->kind == &zb_kind_member ? LEAST_OF_PEOPLE : LEAST) || g_hash_table_size (fields) == self->cells->len);
}

/* The next row from @from on that names columns. How the texts begin is looked at where they lie: a long list has few such rows. */
static guint
next_names (Search *self, guint from)
{
  guint n = zb_import_rows_size (self->sheet->rows);

  for (guint row = from; row < n; row++)
    if (zb_import_rows_may_begin (self->sheet->rows, row, (const char *const *) self->beginnings->pdata) && names_columns (self, row))
      return row;
  return n;
}

/* The block of headings around the row. */
static gboolean
find_block (Search *self, guint from, guint row, ZbImportHead *out)
{
  *out = (ZbImportHead) { 0 };
  for (guint first = MAX (from, row > LINES_ABOVE ? row - LINES_ABOVE : 0); first <= row; first++)
    {
      ZbImportHead head;

      if (zb_import_head_at (self->import, self->sheet, first, &head) && head.next > row && head.score > out->score)
        {
          zb_import_head_clear (out);
          *out = head;
        }
      else
        zb_import_head_clear (&head);
    }
  return out->score > 0;
}

/* Whether the headings are those of a block above, column by column. */
static gboolean
are_the_same (const ZbImportHead *one, const ZbImportHead *two)
{
  gboolean same = one->headings->len == two->headings->len;

  for (guint i = 0; same && i < one->headings->len; i++)
    {
      const ZbImportHeading *a = &g_array_index (one->headings, ZbImportHeading, i), *b = &g_array_index (two->headings, ZbImportHeading, i);
      g_autofree char *first = zb_import_fold_org (a->text), *second = zb_import_fold_org (b->text);

      same = a->column == b->column && strcmp (first, second) == 0;
    }
  return same;
}

static void
head_clear (gpointer head)
{
  zb_import_head_clear (head);
}

GArray *
zb_import_find_below (ZbImport *import, const ZbImportSheet *sheet, const ZbImportHead *head)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ZbImportHead));
  g_auto(Search) search = { 0 };
  guint n = zb_import_rows_size (sheet->rows), from = head->next;
  ZbImportHead next;

  g_array_set_clear_func (found, head_clear);
  search_init (&search, import, sheet);
  for (guint row = next_names (&search, from); row < n && found->len < MAX_BELOW; row = next_names (&search, from))
    {
      const ZbImportHead *last = found->len > 0 ? &g_array_index (found, ZbImportHead, found->len - 1) : head;

      if (!find_block (&search, from, row, &next))
        {
          from = row + 1;
          continue;
        }
      next.is_again = are_the_same (last, &next);
      from = next.next;
      g_array_append_val (found, next);
    }
  return found;
}
