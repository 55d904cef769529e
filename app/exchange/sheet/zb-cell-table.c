/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-cell-table.h"

/* A cell; those of one row may come apart from each other. @order: how many came before */
typedef struct {
  guint32 row;
  guint32 column;
  guint32 order;
  guint32 length;
  const char *text;
  ZbCellKind kind;
} Cell;

struct _ZbCellTable {
  GArray *cells;       /* (owned) (element-type Cell) */
  GArray *merged;      /* (owned) (element-type ZbSheetMerged) */
  GStringChunk *texts; /* (owned) */
  gboolean is_sorted;
};

ZbCellTable *
zb_cell_table_new (void)
{
  ZbCellTable *self = g_new0 (ZbCellTable, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->merged = g_array_new (FALSE, FALSE, sizeof (ZbSheetMerged));
  self->texts = g_string_chunk_new (64 * 1024);
  self->is_sorted = TRUE;
  return self;
}

void
zb_cell_table_free (ZbCellTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_array_unref (self->merged);
  g_string_chunk_free (self->texts);
  g_free (self);
}

void
zb_cell_table_borrow (ZbCellTable *self, guint row, guint column, ZbCellKind kind, const char *text, gsize length)
{
  const Cell *last = self->cells->len > 0 ? &g_array_index (self->cells, Cell, self->cells->len - 1) : NULL;
  Cell cell = { row, column, self->cells->len, (guint32) length, text, kind };

  if (last != NULL && (last->row > row || (last->row == row && last->column > column)))
    self->is_sorted = FALSE;
  g_array_append_val (self->cells, cell);
}

void
zb_cell_table_add (ZbCellTable *self, guint row, guint column, ZbCellKind kind, const char *text, gsize length)
{
  zb_cell_table_borrow (self, row, column, kind, g_string_chunk_insert_len (self->texts, text, (gssize) length), length);
}

void
zb_cell_table_merge (ZbCellTable *self, guint first_row, guint last_row, guint first_column, guint last_column)
{
  const ZbSheetMerged merged = { first_row, last_row, first_column, last_column };

  g_array_append_val (self->merged, merged);
}

gboolean
zb_cell_table_is_empty (ZbCellTable *self)
{
  return self->cells->len == 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Cell *one = a, *two = b;

  if (one->row != two->row)
    return one->row < two->row ? -1 : 1;
  if (one->column != two->column)
    return one->column < two->column ? -1 : 1;
  return one->order < two->order ? -1 : 1;
}

gboolean
zb_cell_table_write (ZbCellTable *self, ZbSheetStream *out, GError **error)
{
  if (!self->is_sorted)
    g_array_sort (self->cells, compare);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i), *next = i + 1 < self->cells->len ? cell + 1 : NULL;

      if (next != NULL && next->row == cell->row && next->column == cell->column)
        continue;
      if (cell->column >= ZB_SHEET_MAX_COLUMNS)
        {
          g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "row %u: a cell outside of the sheet", cell->row);
          return FALSE;
        }
      zb_sheet_stream_cell (out, cell->column, cell->kind, cell->text, cell->length);
      if ((next == NULL || next->row != cell->row) && !zb_sheet_stream_row (out, cell->row, error))
        return FALSE;
    }
  for (guint i = 0; i < self->merged->len; i++)
    zb_sheet_stream_merged (out, &g_array_index (self->merged, ZbSheetMerged, i));
  return TRUE;
}
