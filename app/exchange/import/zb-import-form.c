/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form of one person, 姓名 beside 张三 and 性别 beside 男, as a list of one row. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"

/* Fewer labels with something beside them are no form. */
#define LEAST 4

/* So many rows of one label and several values are a list on its side. */
#define LYING 3

/* No form goes on further down, nor to the right. */
#define MAX_ROWS 200
#define MAX_PAIRS 256

/* The label in a cell and what stands beside it. */
typedef struct {
  char *label;
  char *value;
  ZbCellKind kind;
  const ZbField *field;
} Pair;

typedef struct {
  ZbImport *import;
  const ZbImportSheet *sheet;
  GArray *pairs;        /* (owned) (element-type Pair) */
  guint first;          /* index of the first row with a pair */
  guint number;         /* of the row with the name */
  guint n_lying;        /* rows of one label and several values: 姓名, 张三, 李四 */
} Form;

static void
pair_clear (gpointer data)
{
  Pair *pair = data;

  g_free (pair->label);
  g_free (pair->value);
}

/* The column after a cell, or after the merged area that it begins. */
static guint
column_after (const Form *self, guint row, guint column)
{
  for (guint i = 0; i < self->sheet->merged->len; i++)
    {
      const ZbSheetMerged *area = &g_array_index (self->sheet->merged, ZbSheetMerged, i);

      if (area->first_row <= row && row <= area->last_row && area->first_column == column)
        return area->last_column + 1;
    }
  return column + 1;
}

static const ZbField *
field_of (const Form *self, const ZbSheetCell *cell)
{
  return zb_import_field_of_heading (self->import, zb_import_plain_text (self->import, cell->text, FALSE));
}

static gboolean
has_field (const Form *self, const ZbField *field)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (g_array_index (self->pairs, Pair, i).field == field)
      return TRUE;
  return FALSE;
}

/* What follows is about others, or is a table of its own. */
static gboolean
is_of_others (const char *text)
{
  return strstr (text, "家庭成员") != NULL || strstr (text, "家庭主要成员") != NULL || strstr (text, "社会关系") != NULL || strstr (text, "称谓") != NULL;
}

/* The pairs of a row. Returns: whether the form goes on below it */
static gboolean
read_row (Form *self, guint i)
{
  GArray *cells = self->import->cells;
  guint row = zb_import_rows_get (self->sheet->rows, i, cells), side_by_side = 0, n_labels = 0;

  for (guint c = 0; c < cells->len; c++)
    {
      const ZbSheetCell *label = &g_array_index (cells, ZbSheetCell, c);
      const ZbSheetCell *value = c + 1 < cells->len ? &g_array_index (cells, ZbSheetCell, c + 1) : NULL;
      const ZbField *field;

      if (is_of_others (label->text))
        return FALSE;
      field = field_of (self, label);
      n_labels += field != NULL;
      if (field == NULL || value == NULL || value->column != column_after (self, row, label->column))
        continue;
      if (field_of (self, value) != NULL || *zb_import_plain_text (self->import, value->text, FALSE) == '\0')
        {
          side_by_side += field_of (self, value) != NULL;
          continue;
        }
      c++;
      if (has_field (self, field) || self->pairs->len >= MAX_PAIRS)
        continue;
      self->first = MIN (self->first, i);
      self->number = field == zb_import_title (self->import) ? row : self->number;
      g_array_append_val (self->pairs, ((Pair) { g_strdup (zb_import_plain_text (self->import, label->text, FALSE)), g_strdup (value->text), value->kind, field }));
    }
  self->n_lying += n_labels == 1 && cells->len > 2 && field_of (self, &g_array_index (cells, ZbSheetCell, 0)) != NULL;
  return side_by_side < 2;
}

/* Copies what stands above the form, its title, and then its labels and values as two rows. */
static ZbImportSheet *
unfold (Form *self)
{
  ZbImportSheet *out = zb_import_sheet_new (self->sheet->name, self->sheet->from_1904);
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));

  for (guint i = 0; i < self->first; i++)
    {
      guint number = zb_import_rows_get (self->sheet->rows, i, cells);

      zb_import_rows_add (out->rows, number, (const ZbSheetCell *) cells->data, cells->len);
    }
  for (guint is_value = 0; is_value < 2; is_value++)
    {
      g_array_set_size (cells, 0);
      for (guint i = 0; i < self->pairs->len; i++)
        {
          const Pair *pair = &g_array_index (self->pairs, Pair, i);
          ZbSheetCell cell = { i, is_value ? pair->kind : ZB_CELL_TEXT, is_value ? pair->value : pair->label };

          g_array_append_val (cells, cell);
        }
      zb_import_rows_add (out->rows, self->number, (const ZbSheetCell *) cells->data, cells->len);
    }
  return out;
}

static ZbImportSheet *
read_form (ZbImport *self, const ZbImportSheet *sheet)
{
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  Form form = { self, sheet, pairs, G_MAXUINT, 0, 0 };
  guint n = MIN (zb_import_rows_size (sheet->rows), MAX_ROWS);

  g_array_set_clear_func (pairs, pair_clear);
  for (guint i = 0; i < n && read_row (&form, i); i++)
    ;
  return pairs->len >= LEAST && form.number > 0 && form.n_lying < LYING ? unfold (&form) : NULL;
}

gboolean
zb_import_unfold_forms (ZbImport *self)
{
  self->has_forms = FALSE;
  for (guint i = 0; i < self->read->len; i++)
    {
      ZbImportSheet *form = read_form (self, g_ptr_array_index (self->read, i));

      if (form == NULL)
        continue;
      zb_import_sheet_free (g_ptr_array_index (self->read, i));
      g_ptr_array_index (self->read, i) = form;
      self->has_forms = TRUE;
    }
  return self->has_forms;
}
