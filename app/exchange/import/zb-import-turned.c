/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table on its side: the fields below each other in the first column, the people side by side. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"

/* Fewer known headings below each other are no table. */
#define LEAST 3

/* The headings stand in one of so many columns, each in one of so many rows. */
#define LABEL_COLUMNS 4
#define MAX_ROWS 200

/* More people than this nobody has put side by side. */
#define MAX_COLUMNS 4096

typedef struct {
  ZbImport *import;
  const ZbImportSheet *sheet;
  GArray *cells;            /* (owned) (element-type ZbSheetCell): of the row in hand */
  guint first;              /* index of the first row with a heading */
  guint first_row;          /* its number in the sheet */
} Turning;

static const ZbField *
field_of (Turning *self, const ZbSheetCell *cell)
{
  return zb_import_field_of_heading (self->import, zb_import_plain_text (self->import, cell->text, FALSE));
}

/* How many fields the column names, with the name of the record among them and something beside it; 0 when it is no column of headings. */
static guint
count_labels (Turning *self, guint column, guint *out_first)
{
  g_autoptr(GHashTable) fields = g_hash_table_new (NULL, NULL);
  const ZbField *title = zb_import_title (self->import);
  guint n = MIN (zb_import_rows_size (self->sheet->rows), MAX_ROWS);

  *out_first = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    {
      zb_import_rows_get (self->sheet->rows, i, self->cells);
      for (guint c = 0; c < self->cells->len; c++)
        {
          const ZbSheetCell *cell = &g_array_index (self->cells, ZbSheetCell, c);
          const ZbField *field = cell->column == column ? field_of (self, cell) : NULL;

          if (field == NULL || (field == title && c + 1 == self->cells->len))
            continue;
          g_hash_table_add (fields, (gpointer) field);
          *out_first = MIN (*out_first, i);
        }
    }
  return g_hash_table_contains (fields, title) ? g_hash_table_size (fields) : 0;
}

static gboolean
find_labels (Turning *self)
{
  guint most = 0;

  for (guint column = 0; column < LABEL_COLUMNS; column++)
    {
      guint first, n = count_labels (self, column, &first);

      if (n > most)
        {
          most = n;
          self->first = first;
        }
    }
  return most >= LEAST;
}

/* What stands above is the title of the list. */
static void
copy_title (Turning *self, ZbImportSheet *out)
{
  for (guint i = 0; i < self->first; i++)
    {
      zb_import_rows_get (self->sheet->rows, i, self->cells);
      zb_import_rows_add (out->rows, 0, (const ZbSheetCell *) self->cells->data, self->cells->len);
    }
}

/* The cells as they stand in the turned table. Returns: (element-type GArray): by column of the sheet, each of ZbSheetCell */
static GPtrArray *
collect (Turning *self)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n = MIN (zb_import_rows_size (self->sheet->rows), self->first + MAX_ROWS);

  for (guint i = self->first; i < n; i++)
    {
      guint number = zb_import_rows_get (self->sheet->rows, i, self->cells);

      if (i == self->first)
        self->first_row = number;
      for (guint c = 0; c < self->cells->len; c++)
        {
          ZbSheetCell cell = g_array_index (self->cells, ZbSheetCell, c);
          guint column = cell.column;

          if (column >= MAX_COLUMNS || number - self->first_row >= ZB_SHEET_MAX_COLUMNS)
            continue;
          while (columns->len <= column)
            g_ptr_array_add (columns, g_array_new (FALSE, FALSE, sizeof (ZbSheetCell)));
          cell.column = number - self->first_row;
          g_array_append_val ((GArray *) g_ptr_array_index (columns, column), cell);
        }
    }
  return columns;
}

static void
turn_merged (Turning *self, ZbImportSheet *out)
{
  for (guint i = 0; i < self->sheet->merged->len; i++)
    {
      const ZbSheetMerged *area = &g_array_index (self->sheet->merged, ZbSheetMerged, i);
      ZbSheetMerged turned = { area->first_column + 1, area->last_column + 1, area->first_row - self->first_row, area->last_row - self->first_row };

      if (area->first_row >= self->first_row)
        g_array_append_val (out->merged, turned);
    }
}

/* The number of a row becomes that of the column. */
static ZbImportSheet *
turn (Turning *self)
{
  ZbImportSheet *out = zb_import_sheet_new (self->sheet->name, self->sheet->from_1904);
  g_autoptr(GPtrArray) columns = NULL;

  copy_title (self, out);
  columns = collect (self);
  for (guint c = 0; c < columns->len; c++)
    {
      const GArray *cells = g_ptr_array_index (columns, c);

      if (cells->len > 0)
        zb_import_rows_add (out->rows, c + 1, (const ZbSheetCell *) cells->data, cells->len);
    }
  turn_merged (self, out);
  return out;
}

gboolean
zb_import_turn_tables (ZbImport *import)
{
  import->has_turned = FALSE;
  for (guint i = 0; i < import->read->len; i++)
    {
      g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
      Turning turning = { import, g_ptr_array_index (import->read, i), cells, 0, 0 };
      ZbImportSheet *turned;

      if (!find_labels (&turning))
        continue;
      turned = turn (&turning);
      zb_import_sheet_free (g_ptr_array_index (import->read, i));
      g_ptr_array_index (import->read, i) = turned;
      import->has_turned = TRUE;
    }
  return import->has_turned;
}
