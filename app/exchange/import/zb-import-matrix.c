/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Committees with a column for each post, 支部 | 书记 | 组织委员 | 宣传委员, as a list of one post a row. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"

/* The headings stand in one of so many rows, and there are at least so many posts among them. */
#define HEAD_ROWS 12
#define LEAST 2

/* No committee has more posts, and no office more committees. */
#define MAX_POSTS 64
#define MAX_COLUMNS 256
#define MAX_ROWS 20000

typedef struct {
  guint column;
  char *text;
} Post;

typedef struct {
  ZbImport *import;
  const ZbImportSheet *sheet;
  GArray *cells;            /* (owned) (element-type ZbSheetCell): of the row in hand */
  GArray *posts;            /* (owned) (element-type Post) */
  guint head;               /* index of the row of headings */
  guint org;                /* the column of the organisation */
  char *label;              /* (owned): its heading */
} Matrix;

static void
post_clear (gpointer post)
{
  g_free (((Post *) post)->text);
}

static void
matrix_clear (Matrix *self)
{
  g_array_unref (self->cells);
  g_array_unref (self->posts);
  g_free (self->label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matrix, matrix_clear)

/* What only a list of organisations has: it names who leads them besides. */
static gboolean
is_of_organizations (const char *text)
{
  const ZbField *field = zb_kind_field_by_heading (&zb_kind_organization, text);

  return field != NULL && field->type != ZB_FIELD_NAME && strcmp (field->name, zb_kind_organization.title_field) != 0 && strcmp (field->name, "short_name") != 0
         && strcmp (field->name, "note") != 0 && strcmp (field->name, "display_order") != 0;
}

/* Whether the row in hand names an organisation's column and posts, and nobody's name. */
static gboolean
read_head (Matrix *self)
{
  g_array_set_size (self->posts, 0);
  g_clear_pointer (&self->label, g_free);
  for (guint c = 0; c < MIN (self->cells->len, MAX_COLUMNS); c++)
    {
      const ZbSheetCell *cell = &g_array_index (self->cells, ZbSheetCell, c);
      const char *text = zb_import_plain_text (self->import, cell->text, FALSE);
      const ZbField *field = zb_import_field_of_heading (self->import, text);

      if ((field != NULL && strcmp (field->name, "person") == 0) || is_of_organizations (text))
        return FALSE;
      if (field != NULL && strcmp (field->name, "org") == 0 && self->label == NULL)
        {
          self->org = cell->column;
          self->label = g_strdup (text);
        }
      else if (field == NULL && self->posts->len < MAX_POSTS && zb_code_read (zb_code_table_get ("post"), text, NULL) != NULL)
        g_array_append_val (self->posts, ((Post) { cell->column, g_strdup (text) }));
    }
  return self->label != NULL && self->posts->len >= LEAST;
}

static gboolean
find_head (Matrix *self)
{
  for (guint i = 0; i < MIN (zb_import_rows_size (self->sheet->rows), HEAD_ROWS); i++)
    {
      zb_import_rows_get (self->sheet->rows, i, self->cells);
      self->head = i;
      if (read_head (self))
        return TRUE;
    }
  return FALSE;
}

static void
add_row (ZbImportSheet *out, guint number, const char *org, const char *person, const char *post)
{
  const ZbSheetCell cells[] = { { 0, ZB_CELL_TEXT, org }, { 1, ZB_CELL_TEXT, person }, { 2, ZB_CELL_TEXT, post } };

  zb_import_rows_add (out->rows, number, cells, G_N_ELEMENTS (cells));
}

/* The people of a cell: several hold the post together. */
static void
unfold_cell (Matrix *self, ZbImportSheet *out, guint number, const char *org, const char *text, const char *post)
{
  g_auto(GStrv) people = g_regex_split_simple ("[、，,;；\\n]+", text, 0, 0);

  for (guint i = 0; people[i] != NULL; i++)
    if (*g_strstrip (people[i]) != '\0' && !zb_import_is_blank (people[i]))
      add_row (out, number, org, people[i], post);
}

static ZbImportSheet *
unfold (Matrix *self)
{
  ZbImportSheet *out = zb_import_sheet_new (self->sheet->name, self->sheet->from_1904);
  guint n = MIN (zb_import_rows_size (self->sheet->rows), MAX_ROWS);

  add_row (out, zb_import_rows_get (self->sheet->rows, self->head, self->cells), self->label, "姓名", "职务");
  for (guint i = self->head + 1; i < n; i++)
    {
      guint number = zb_import_rows_get (self->sheet->rows, i, self->cells);
      g_autofree char *org = NULL;

      for (guint c = 0; c < self->cells->len && org == NULL; c++)
        if (g_array_index (self->cells, ZbSheetCell, c).column == self->org)
          org = g_strdup (zb_import_plain_text (self->import, g_array_index (self->cells, ZbSheetCell, c).text, FALSE));
      for (guint p = 0; org != NULL && *org != '\0' && zb_import_tell_text (org) == ZB_IMPORT_IS_RECORD && p < self->posts->len; p++)
        for (guint c = 0; c < self->cells->len; c++)
          {
            const ZbSheetCell *cell = &g_array_index (self->cells, ZbSheetCell, c);
            const Post *post = &g_array_index (self->posts, Post, p);
            g_autofree char *text = cell->column == post->column ? g_strdup (zb_import_plain_text (self->import, cell->text, TRUE)) : NULL;

            if (text != NULL)
              unfold_cell (self, out, number, org, text, post->text);
          }
    }
  return out;
}

gboolean
zb_import_unfold_matrix (ZbImport *import)
{
  const ZbKind *kind = import->kind;

  import->has_matrix = FALSE;
  zb_import_set_kind (import, &zb_kind_post);
  for (guint i = 0; i < import->read->len; i++)
    {
      g_auto(Matrix) matrix = { import, g_ptr_array_index (import->read, i), g_array_new (FALSE, FALSE, sizeof (ZbSheetCell)),
                                g_array_new (FALSE, FALSE, sizeof (Post)), 0, 0, NULL };
      ZbImportSheet *unfolded;

      g_array_set_clear_func (matrix.posts, post_clear);
      if (!find_head (&matrix))
        continue;
      unfolded = unfold (&matrix);
      zb_import_sheet_free (g_ptr_array_index (import->read, i));
      g_ptr_array_index (import->read, i) = unfolded;
      import->has_matrix = TRUE;
    }
  if (!import->has_matrix)
    zb_import_set_kind (import, kind);
  return import->has_matrix;
}
