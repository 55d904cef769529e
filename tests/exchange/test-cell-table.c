/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/sheet/zb-cell-table.h"

/* Cells in memory, written and read back: against a hash table of what was put last into each place. */

typedef struct {
  ZbCellTable *table;
  GHashTable *expected; /* (element-type gint64 utf8): row and column → kind and text */
} Fixture;

static gint64
place_of (guint row, guint column)
{
  return (gint64) row << 32 | column;
}

static void
expect (Fixture *self, guint row, guint column, ZbCellKind kind, const char *text)
{
  gint64 place = place_of (row, column);

  g_hash_table_insert (self->expected, g_memdup2 (&place, sizeof place), g_strdup_printf ("%d%s", (int) kind, text));
}

static void
put (Fixture *self, guint row, guint column, ZbCellKind kind, const char *text)
{
  zb_cell_table_add (self->table, row, column, kind, text, strlen (text));
  expect (self, row, column, kind, text);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->table = zb_cell_table_new ();
  self->expected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_cell_table_free (self->table);
  g_hash_table_unref (self->expected);
}

static gsize
size_of (int fd)
{
  return (gsize) lseek (fd, 0, SEEK_END);
}

/* Rows come in their order, cells of a row too, each place once, and nothing is missing. */
static void
check (Fixture *self)
{
  int fd = memfd_create ("cells", MFD_CLOEXEC);
  g_autoptr(ZbSheetStream) stream = zb_sheet_stream_new (fd);
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  g_autoptr(GError) error = NULL;
  g_autofree guint8 *bytes = NULL;
  guint n = 0, before = 0;
  gsize size;

  g_assert_true (zb_cell_table_write (self->table, stream, &error));
  g_assert_no_error (error);
  g_assert_true (zb_sheet_stream_finish (stream, "", NULL));
  size = size_of (fd);
  bytes = g_malloc (size);
  g_assert_cmpint (pread (fd, bytes, size, 0), ==, (gssize) size);
  close (fd);
  for (gsize at = 0; bytes[at] == ZB_SHEET_FRAME_ROW;)
    {
      guint32 length;
      guint row;

      memcpy (&length, bytes + at + 1, sizeof length);
      length = GUINT32_FROM_LE (length);
      g_assert_true (zb_sheet_row_decode (bytes + at + 5, length, cells, &row));
      g_assert_cmpuint (row, >, before);
      before = row;
      for (guint i = 0; i < cells->len; i++)
        {
          const ZbSheetCell *cell = &g_array_index (cells, ZbSheetCell, i);
          gint64 place = place_of (row, cell->column);
          g_autofree char *now = g_strdup_printf ("%d%s", (int) cell->kind, cell->text);

          g_assert_true (i == 0 || g_array_index (cells, ZbSheetCell, i - 1).column < cell->column);
          g_assert_cmpstr (now, ==, g_hash_table_lookup (self->expected, &place));
          n++;
        }
      at += 5 + length;
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (self->expected));
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_assert_true (zb_cell_table_is_empty (self->table));
  check (self);
}

/* As pages and workbooks tell them; the last row and the last column that there are. */
static void
test_in_order (Fixture *self, gconstpointer data)
{
  for (guint row = 1; row < 300; row++)
    for (guint column = row % 3; column < 200; column += 7)
      put (self, row, column, (ZbCellKind) (column % 5), "一格");
  put (self, ZB_SHEET_MAX_ROWS, 0, ZB_CELL_TEXT, "x");
  put (self, ZB_SHEET_MAX_ROWS, ZB_SHEET_MAX_COLUMNS - 1, ZB_CELL_FORMULA, "");
  g_assert_false (zb_cell_table_is_empty (self->table));
  check (self);
}

/* As records of an old workbook may: rows to and fro, a place written again. */
static void
test_in_disorder (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      put (self, (guint) g_test_rand_int_range (1, 400), (guint) g_test_rand_int_range (0, 40), ZB_CELL_NUMBER, text);
    }
  check (self);
}

/* Texts longer than a piece of memory, and those that stay elsewhere. */
static void
test_long_and_borrowed (Fixture *self, gconstpointer data)
{
  static const char elsewhere[] = "stands in the table of texts";
  g_autofree char *half = g_strnfill (ZB_SHEET_MAX_CELL, 'y');

  for (guint row = 1; row < 40; row++)
    {
      put (self, row, 0, ZB_CELL_TEXT, row % 2 == 0 ? half : "short");
      zb_cell_table_borrow (self->table, row, 1, ZB_CELL_TEXT, elsewhere, strlen (elsewhere));
      expect (self, row, 1, ZB_CELL_TEXT, elsewhere);
      zb_cell_table_borrow (self->table, row, 2, ZB_CELL_ERROR, "#N/A", 4);
      expect (self, row, 2, ZB_CELL_ERROR, "#N/A");
    }
  check (self);
}

static void
test_outside (Fixture *self, gconstpointer data)
{
  int fd = memfd_create ("cells", MFD_CLOEXEC);
  g_autoptr(ZbSheetStream) stream = zb_sheet_stream_new (fd);
  g_autoptr(GError) error = NULL;

  zb_cell_table_add (self->table, 3, ZB_SHEET_MAX_COLUMNS, ZB_CELL_TEXT, "x", 1);
  g_assert_false (zb_cell_table_write (self->table, stream, &error));
  g_assert_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED);
  close (fd);
}

#define ADD(name, test) g_test_add ("/cell-table/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("in-order", test_in_order);
  ADD ("in-disorder", test_in_disorder);
  ADD ("long-and-borrowed", test_long_and_borrowed);
  ADD ("outside", test_outside);
  return g_test_run ();
}
