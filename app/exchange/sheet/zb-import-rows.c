/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-import-rows.h"

#include <string.h>

#define BLOCK (1024 * 1024)

typedef struct {
  const guint8 *payload;
  gsize length;
} Row;

struct _ZbImportRows {
  GPtrArray *blocks;   /* (owned) */
  gsize used;          /* bytes of the last block */
  gsize size;          /* of the last block */
  GArray *rows;        /* (owned) (element-type Row) */
};

ZbImportRows *
zb_import_rows_new (void)
{
  ZbImportRows *self = g_new0 (ZbImportRows, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

void
zb_import_rows_free (ZbImportRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->rows);
  g_free (self);
}

void
zb_import_rows_add (ZbImportRows *self, const guint8 *payload, gsize length)
{
  guint8 *block;
  Row row;

  if (self->used + length > self->size)
    {
      self->size = MAX (length, BLOCK);
      self->used = 0;
      g_ptr_array_add (self->blocks, g_malloc (self->size));
    }
  block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  memcpy (block + self->used, payload, length);
  row = (Row) { block + self->used, length };
  self->used += length;
  g_array_append_val (self->rows, row);
}

guint
zb_import_rows_size (ZbImportRows *self)
{
  return self->rows->len;
}

guint
zb_import_rows_get (ZbImportRows *self, guint i, GArray *cells)
{
  const Row *row = &g_array_index (self->rows, Row, i);
  guint number = 0;

  /* The reader gives only what it has decoded. */
  if (!zb_sheet_row_decode_again (row->payload, row->length, cells, &number))
    g_array_set_size (cells, 0);
  return number;
}
