/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-text-tables.h"

#include <string.h>

#include "exchange/sheet/zb-cell-table.h"

/* The title of a list and the lines below it; the rest of a long document is not about the table. */
#define MAX_WORDS 12

/* A document of more tables is no list. */
#define MAX_TABLES 500

/* A cell of the table in hand. @start: the column of the grid where it begins; @first, @last: the columns of the sheet that it takes;
 * @text: where it begins in the table's texts */
typedef struct {
  guint start;
  guint across;
  guint first;
  guint last;
  gboolean goes_on;
  gsize text;
  gsize length;
} Cell;

/* A row of it. @first: its first cell in the table */
typedef struct {
  guint first;
  guint n_cells;
} Row;

struct _ZbTextTables {
  ZbSheetStream *out;
  const char *wanted;
  GQueue words;          /* (element-type utf8): since the last table */
  ZbCellTable *sheet;    /* (nullable): the sheet in hand */
  guint n_sheets;
  guint last_row;        /* of the sheet in hand */
  gboolean any;

  GArray *rows;          /* (element-type Row): of the table in hand */
  GArray *cells;         /* (element-type Cell) */
  GString *texts;
  guint column;          /* of the row in hand */
};

ZbTextTables *
zb_text_tables_new (ZbSheetStream *out, const char *wanted)
{
  ZbTextTables *self = g_new0 (ZbTextTables, 1);

  self->out = out;
  self->wanted = wanted;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->texts = g_string_new (NULL);
  return self;
}

void
zb_text_tables_free (ZbTextTables *self)
{
  if (self == NULL)
    return;
  g_queue_clear_full (&self->words, g_free);
  g_clear_pointer (&self->sheet, zb_cell_table_free);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

void
zb_text_tables_paragraph (ZbTextTables *self, const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));

  /* Of what follows the last table the beginning counts, of what stands before a table the end; which it is, is not known yet. */
  if (*plain == '\0')
    return;
  if (g_queue_get_length (&self->words) == 2 * MAX_WORDS)
    g_free (g_queue_pop_nth (&self->words, MAX_WORDS));
  g_queue_push_tail (&self->words, g_steal_pointer (&plain));
}

void
zb_text_tables_begin (ZbTextTables *self)
{
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->cells, 0);
  g_string_truncate (self->texts, 0);
}

void
zb_text_tables_row (ZbTextTables *self)
{
  Row row = { self->cells->len, 0 };

  g_array_append_val (self->rows, row);
  self->column = 0;
}

void
zb_text_tables_drop_row (ZbTextTables *self)
{
  if (self->rows->len == 0)
    return;
  g_array_set_size (self->cells, g_array_index (self->rows, Row, self->rows->len - 1).first);
  g_array_set_size (self->rows, self->rows->len - 1);
}

void
zb_text_tables_skip (ZbTextTables *self, guint columns)
{
  self->column += MIN (columns, ZB_SHEET_MAX_COLUMNS);
}

void
zb_text_tables_cell (ZbTextTables *self, guint across, gboolean goes_on, const char *text)
{
  Cell cell = { .start = self->column, .across = CLAMP (across, 1, ZB_SHEET_MAX_COLUMNS), .goes_on = goes_on, .text = self->texts->len, .length = strlen (text) };

  if (self->rows->len == 0)
    zb_text_tables_row (self);
  g_string_append_len (self->texts, text, (gssize) cell.length);
  g_array_append_val (self->cells, cell);
  g_array_index (self->rows, Row, self->rows->len - 1).n_cells++;
  self->column = MIN (self->column + cell.across, ZB_SHEET_MAX_COLUMNS);
}

/* Columns */

static Cell *
cell_of (const ZbTextTables *self, const Row *row, guint i)
{
  return &g_array_index (self->cells, Cell, row->first + i);
}

/* The number of cells that most rows have; 0 when no number speaks for the table. */
static guint
usual_cells (const ZbTextTables *self)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint usual = 0, most = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gpointer n = GUINT_TO_POINTER (g_array_index (self->rows, Row, i).n_cells);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, n)) + 1;

      g_hash_table_insert (counts, n, GUINT_TO_POINTER (count));
      if (count > most || (count == most && GPOINTER_TO_UINT (n) > usual))
        {
          most = count;
          usual = GPOINTER_TO_UINT (n);
        }
    }
  return most >= 3 && 2 * most >= self->rows->len ? usual : 0;
}

/* Where the columns begin in the first of the usual rows, and where its last one ends. */
static GArray *
usual_borders (const ZbTextTables *self, guint usual)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; borders->len == 0; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      guint end;

      if (row->n_cells != usual)
        continue;
      for (guint c = 0; c < usual; c++)
        g_array_append_val (borders, cell_of (self, row, c)->start);
      end = cell_of (self, row, usual - 1)->start + cell_of (self, row, usual - 1)->across;
      g_array_append_val (borders, end);
    }
  return borders;
}

/* The border nearest to a column of the grid. */
static guint
nearest (const GArray *borders, guint column)
{
  guint best = 0, distance = G_MAXUINT;

  for (guint i = 0; i < borders->len; i++)
    {
      guint at = g_array_index (borders, guint, i), d = at > column ? at - column : column - at;

      if (d < distance)
        {
          distance = d;
          best = i;
        }
    }
  return best;
}

/* Returns: FALSE when two cells of the row would stand in one column */
static gboolean
place_row (const ZbTextTables *self, const Row *row, guint usual, const GArray *borders)
{
  for (guint c = 0; c < row->n_cells; c++)
    {
      Cell *cell = cell_of (self, row, c);

      cell->first = row->n_cells == usual ? c : MIN (nearest (borders, cell->start), usual - 1);
      cell->last = row->n_cells == usual ? c : MAX (nearest (borders, cell->start + cell->across), cell->first + 1) - 1;
      if (c > 0 && cell->first == cell_of (self, row, c - 1)->first)
        return FALSE;
      if (c > 0)
        cell_of (self, row, c - 1)->last = MIN (cell_of (self, row, c - 1)->last, cell->first - 1);
    }
  return TRUE;
}

/*
 * Whoever drew a line of a table a hair beside the one above it has made two columns of one: the grid has more columns than
 * anybody sees. Where most rows have the same number of cells, those are the columns, and what other rows have stands in the
 * nearest; otherwise, and where that does not fit, the grid itself is as good.
 */
static void
place (const ZbTextTables *self)
{
  guint usual = usual_cells (self);
  g_autoptr(GArray) borders = usual > 0 ? usual_borders (self, usual) : NULL;
  gboolean fits = usual > 0;

  for (guint i = 0; i < self->rows->len && fits; i++)
    fits = place_row (self, &g_array_index (self->rows, Row, i), usual, borders);
  for (guint i = 0; i < self->cells->len && !fits; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);

      cell->first = cell->start;
      cell->last = MIN (cell->start + cell->across, ZB_SHEET_MAX_COLUMNS) - 1;
    }
}

/* Rows */

/* (nullable): the cell of the row that begins at that column of the grid. */
static const Cell *
cell_at (const ZbTextTables *self, const Row *row, guint start)
{
  guint low = 0, high = row->n_cells;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (cell_of (self, row, middle)->start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low < row->n_cells && cell_of (self, row, low)->start == start ? cell_of (self, row, low) : NULL;
}

/* How many rows down the cell reaches. */
static guint
reach_down (const ZbTextTables *self, guint row, const Cell *cell)
{
  guint down = 1;

  while (row + down < self->rows->len)
    {
      const Cell *below = cell_at (self, &g_array_index (self->rows, Row, row + down), cell->start);

      if (below == NULL || !below->goes_on)
        break;
      down++;
    }
  return down;
}

static void
take_table (ZbTextTables *self)
{
  place (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      guint at = self->last_row + i + 1;

      for (guint c = 0; c < row->n_cells; c++)
        {
          const Cell *cell = cell_of (self, row, c);
          guint down = cell->goes_on ? 1 : reach_down (self, i, cell);

          if (cell->goes_on)
            continue;
          if (cell->length > 0)
            zb_cell_table_add (self->sheet, at, cell->first, ZB_CELL_TEXT, self->texts->str + cell->text, cell->length);
          if (down > 1 || cell->last > cell->first)
            zb_cell_table_merge (self->sheet, at, at + down - 1, cell->first, cell->last);
        }
    }
  self->last_row += self->rows->len;
}

static gboolean
end_sheet (ZbTextTables *self, GError **error)
{
  g_autoptr(ZbCellTable) sheet = g_steal_pointer (&self->sheet);
  g_autofree char *name = NULL;

  if (sheet == NULL || zb_cell_table_is_empty (sheet))
    return TRUE;
  if (++self->n_sheets > MAX_TABLES)
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "tables without end");
      return FALSE;
    }
  name = self->n_sheets == 1 ? g_strdup ("") : g_strdup_printf ("%u", self->n_sheets);
  zb_sheet_stream_listed (self->out, name, FALSE);
  if (self->wanted != NULL && strcmp (self->wanted, name) != 0)
    return TRUE;
  self->any = TRUE;
  zb_sheet_stream_sheet (self->out, name, FALSE);
  return zb_cell_table_write (sheet, self->out, error);
}

static void
take_words (ZbTextTables *self)
{
  char *words;

  while ((words = g_queue_pop_head (&self->words)) != NULL)
    {
      zb_cell_table_add (self->sheet, ++self->last_row, 0, ZB_CELL_TEXT, words, strlen (words));
      g_free (words);
    }
}

gboolean
zb_text_tables_end (ZbTextTables *self, GError **error)
{
  if (self->cells->len == 0)
    return TRUE;
  /* Something between two tables: the next one is another list. */
  if (!g_queue_is_empty (&self->words) && !end_sheet (self, error))
    return FALSE;
  if (self->sheet == NULL)
    {
      self->sheet = zb_cell_table_new ();
      self->last_row = 0;
      while (g_queue_get_length (&self->words) > MAX_WORDS)
        g_free (g_queue_pop_head (&self->words));
      take_words (self);
    }
  if (self->rows->len > ZB_SHEET_MAX_ROWS - self->last_row)
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_MANY_ROWS, "more rows than a sheet has");
      return FALSE;
    }
  take_table (self);
  zb_text_tables_begin (self);
  return TRUE;
}

gboolean
zb_text_tables_finish (ZbTextTables *self, GError **error)
{
  if (self->sheet != NULL)
    {
      while (g_queue_get_length (&self->words) > MAX_WORDS)
        g_free (g_queue_pop_tail (&self->words));
      take_words (self);
    }
  if (!end_sheet (self, error))
    return FALSE;
  if (self->any)
    return TRUE;
  g_set_error_literal (error, ZB_SHEET_ERROR, self->n_sheets > 0 ? ZB_SHEET_ERROR_NO_SHEET : ZB_SHEET_ERROR_NOT_A_SHEET,
                       self->n_sheets > 0 ? "no table of that name" : "a text document without a table");
  return FALSE;
}
