/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/sheet/zb-cell-table.h"

/* Cells are kept as bytes, one after the other as they came: what is known of the cell and, from the second byte on, its
 * row where that is another than the last one's, its column and length (seven bits a byte), and its text or where that
 * stands. A million rows of fifteen columns are 200 MB so, where an array of cells was 650. */

/* The first byte: a ZbCellKind and these. */
#define NEW_ROW 0x40
#define BORROWED 0x80
#define KIND 0x3f

/* Bytes taken from the system at once; a longer text has a piece of its own. */
#define PIECE (1024 * 1024)

/* What comes before a text at most. */
#define MAX_HEAD (1 + 5 + 5 + 5 + sizeof (const char *))

typedef struct {
  guint8 *data;
  gsize size;
  gsize used;
} Piece;

/* A cell as it is read back. @order: how many came before: of two in one place the later one counts */
typedef struct {
  guint32 row;
  guint32 column;
  guint32 order;
  guint32 length;
  const char *text;
  ZbCellKind kind;
} Cell;

struct _ZbCellTable {
  GArray *pieces; /* (owned) (element-type Piece) */
  GArray *merged; /* (owned) (element-type ZbSheetMerged) */
  guint n_cells;
  guint last_row;
  guint last_column;
  gboolean is_sorted;
};

/* Where reading back has come to. */
typedef struct {
  const ZbCellTable *table;
  guint piece;
  gsize at;
  guint row;
  guint order;
} Reading;

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->data);
}

ZbCellTable *
zb_cell_table_new (void)
{
  ZbCellTable *self = g_new0 (ZbCellTable, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->merged = g_array_new (FALSE, FALSE, sizeof (ZbSheetMerged));
  self->is_sorted = TRUE;
  return self;
}

void
zb_cell_table_free (ZbCellTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_array_unref (self->merged);
  g_free (self);
}

/* A piece with room for @size bytes more; small tables take little. */
static Piece *
piece_for (ZbCellTable *self, gsize size)
{
  Piece *last = self->pieces->len > 0 ? &g_array_index (self->pieces, Piece, self->pieces->len - 1) : NULL;
  Piece fresh = { NULL, MAX (size, last == NULL ? PIECE / 64 : MIN (PIECE, last->size * 2)), 0 };

  if (last != NULL && last->size - last->used >= size)
    return last;
  fresh.data = g_malloc (fresh.size);
  g_array_append_val (self->pieces, fresh);
  return &g_array_index (self->pieces, Piece, self->pieces->len - 1);
}

static guint8 *
put_number (guint8 *at, guint32 number)
{
  for (; number >= 0x80; number >>= 7)
    *at++ = (guint8) (number | 0x80);
  *at++ = (guint8) number;
  return at;
}

static const guint8 *
take_number (const guint8 *at, guint32 *out)
{
  guint32 number = 0;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      number |= (guint32) (*at & 0x7f) << shift;
      if ((*at++ & 0x80) == 0)
        break;
    }
  *out = number;
  return at;
}

static void
add (ZbCellTable *self, guint row, guint column, ZbCellKind kind, gboolean is_borrowed, const char *text, gsize length)
{
  Piece *piece = piece_for (self, MAX_HEAD + (is_borrowed ? 0 : length));
  guint8 *start = piece->data + piece->used, *at = start;
  gboolean has_row = self->n_cells == 0 || row != self->last_row;

  if (self->n_cells > 0 && (self->last_row > row || (self->last_row == row && self->last_column > column)))
    self->is_sorted = FALSE;
  *at++ = (guint8) ((guint) kind | (has_row ? NEW_ROW : 0) | (is_borrowed ? BORROWED : 0));
  if (has_row)
    at = put_number (at, row);
  at = put_number (at, column);
  at = put_number (at, (guint32) length);
  if (is_borrowed)
    {
      memcpy (at, &text, sizeof text);
      at += sizeof text;
    }
  else
    {
      memcpy (at, text, length);
      at += length;
    }
  piece->used += (gsize) (at - start);
  self->n_cells++;
  self->last_row = row;
  self->last_column = column;
}

void
zb_cell_table_borrow (ZbCellTable *self, guint row, guint column, ZbCellKind kind, const char *text, gsize length)
{
  add (self, row, column, kind, length > sizeof text, text, length);
}

void
zb_cell_table_add (ZbCellTable *self, guint row, guint column, ZbCellKind kind, const char *text, gsize length)
{
  add (self, row, column, kind, FALSE, text, length);
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
  return self->n_cells == 0;
}

static gboolean
read_cell (Reading *self, Cell *out)
{
  const Piece *piece;
  const guint8 *start, *at;

  if (self->order == self->table->n_cells)
    return FALSE;
  piece = &g_array_index (self->table->pieces, Piece, self->piece);
  if (self->at == piece->used)
    {
      piece = &g_array_index (self->table->pieces, Piece, ++self->piece);
      self->at = 0;
    }
  start = at = piece->data + self->at;
  at++;
  if (*start & NEW_ROW)
    at = take_number (at, &self->row);
  at = take_number (at, &out->column);
  at = take_number (at, &out->length);
  out->row = self->row;
  out->kind = (ZbCellKind) (*start & KIND);
  out->order = self->order++;
  if (*start & BORROWED)
    {
      memcpy (&out->text, at, sizeof out->text);
      at += sizeof out->text;
    }
  else
    {
      out->text = (const char *) at;
      at += out->length;
    }
  self->at = (gsize) (at - piece->data);
  return TRUE;
}

/* Of cells that came apart from each other: rows and columns in their order. */
typedef struct {
  GArray *sorted; /* (owned) (nullable) (element-type Cell): %NULL when they came in their order */
  guint next;
  Reading reading;
} Order;

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

static void
order_init (Order *self, const ZbCellTable *table)
{
  Cell cell;

  *self = (Order) { .reading = { .table = table } };
  if (table->is_sorted)
    return;
  self->sorted = g_array_sized_new (FALSE, FALSE, sizeof (Cell), table->n_cells);
  while (read_cell (&self->reading, &cell))
    g_array_append_val (self->sorted, cell);
  g_array_sort (self->sorted, compare);
}

static void
order_clear (Order *self)
{
  g_clear_pointer (&self->sorted, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static gboolean
order_next (Order *self, Cell *out)
{
  if (self->sorted == NULL)
    return read_cell (&self->reading, out);
  if (self->next == self->sorted->len)
    return FALSE;
  *out = g_array_index (self->sorted, Cell, self->next++);
  return TRUE;
}

gboolean
zb_cell_table_write (ZbCellTable *self, ZbSheetStream *out, GError **error)
{
  g_auto(Order) order = { 0 };
  Cell cell, next;
  gboolean has_next;

  order_init (&order, self);
  for (has_next = order_next (&order, &next); has_next;)
    {
      cell = next;
      has_next = order_next (&order, &next);
      if (has_next && next.row == cell.row && next.column == cell.column)
        continue;
      if (cell.column >= ZB_SHEET_MAX_COLUMNS)
        {
          g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "row %u: a cell outside of the sheet", cell.row);
          return FALSE;
        }
      zb_sheet_stream_cell (out, cell.column, cell.kind, cell.text, cell.length);
      if ((!has_next || next.row != cell.row) && !zb_sheet_stream_row (out, cell.row, error))
        return FALSE;
    }
  for (guint i = 0; i < self->merged->len; i++)
    zb_sheet_stream_merged (out, &g_array_index (self->merged, ZbSheetMerged, i));
  return TRUE;
}
