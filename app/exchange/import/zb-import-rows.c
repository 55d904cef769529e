/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import/zb-import-rows.h"

#include <string.h>

#define BLOCK (1024 * 1024)

/* Bytes of a packed number at most. */
#define MAX_PACKED 5

/*
 * A row: its number, how many cells, then of each cell the column, the kind (one byte), the length of its text, and the text with a
 * nul. Numbers have seven bits in a byte, the lowest first; the eighth says that more follow.
 */
struct _ZbImportRows {
  GPtrArray *blocks;   /* (owned) */
  gsize used;          /* bytes of the last block */
  gsize size;          /* of the last block */
  GPtrArray *rows;     /* (owned) (element-type guint8): where they begin in the blocks */
};

ZbImportRows *
zb_import_rows_new (void)
{
  ZbImportRows *self = g_new0 (ZbImportRows, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  return self;
}

void
zb_import_rows_free (ZbImportRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static guint8 *
put_number (guint8 *at, guint number)
{
  for (; number >= 0x80; number >>= 7)
    *at++ = (guint8) (number | 0x80);
  *at++ = (guint8) number;
  return at;
}

static guint
take_number (const guint8 **at)
{
  guint number = 0, shift = 0;

  for (; **at & 0x80; shift += 7)
    number |= (guint) (*(*at)++ & 0x7f) << shift;
  return number | (guint) *(*at)++ << shift;
}

/* Room for as much in the last block. */
static guint8 *
reserve (ZbImportRows *self, gsize length)
{
  if (self->used + length > self->size)
    {
      self->size = MAX (length, BLOCK);
      self->used = 0;
      g_ptr_array_add (self->blocks, g_malloc (self->size));
    }
  return (guint8 *) g_ptr_array_index (self->blocks, self->blocks->len - 1) + self->used;
}

void
zb_import_rows_add (ZbImportRows *self, guint number, const ZbSheetCell *cells, guint n)
{
  gsize most = 2 * MAX_PACKED;
  guint8 *start, *at;

  for (guint i = 0; i < n; i++)
    most += 2 * MAX_PACKED + 2 + strlen (cells[i].text);
  start = reserve (self, most);
  at = put_number (put_number (start, number), n);
  for (guint i = 0; i < n; i++)
    {
      gsize length = strlen (cells[i].text);

      at = put_number (at, cells[i].column);
      *at++ = (guint8) cells[i].kind;
      at = put_number (at, (guint) length);
      memcpy (at, cells[i].text, length + 1);
      at += length + 1;
    }
  self->used += (gsize) (at - start);
  g_ptr_array_add (self->rows, start);
}

guint
zb_import_rows_size (ZbImportRows *self)
{
  return self->rows->len;
}

/* Blanks, signs and invisible characters: see zb_import_plain_text(). Some others have the same first byte. */
static gboolean
is_taken_away (const guint8 *text)
{
  return *text <= ' ' || *text == '\'' || *text == '=' || *text == 0xc2 || *text == 0xe1 || *text == 0xe2 || *text == 0xef
         || (*text == 0xe3 && text[1] == 0x80);
}

static gboolean
begins_with_one (const guint8 *text, const char *const *beginnings)
{
  for (guint i = 0; beginnings[i] != NULL; i++)
    {
      const char *p = beginnings[i];
      gsize n = 0;

      while (p[n] != '\0' && text[n] == (guint8) p[n])
        n++;
      if (p[n] == '\0')
        return TRUE;
    }
  return FALSE;
}

gboolean
zb_import_rows_may_begin (ZbImportRows *self, guint i, const char *const *beginnings)
{
  const guint8 *at = g_ptr_array_index (self->rows, i);
  guint n;

  take_number (&at);
  n = take_number (&at);
  for (guint c = 0; c < n; c++)
    {
      guint length;

      take_number (&at);
      at++;
      length = take_number (&at);
      if (is_taken_away (at) || begins_with_one (at, beginnings))
        return TRUE;
      at += length + 1;
    }
  return FALSE;
}

guint
zb_import_rows_get (ZbImportRows *self, guint i, GArray *cells)
{
  const guint8 *at = g_ptr_array_index (self->rows, i);
  guint number = take_number (&at), n = take_number (&at);

  g_array_set_size (cells, n);
  for (guint c = 0; c < n; c++)
    {
      ZbSheetCell *cell = &g_array_index (cells, ZbSheetCell, c);
      guint length;

      cell->column = take_number (&at);
      cell->kind = (ZbCellKind) *at++;
      length = take_number (&at);
      cell->text = (const char *) at;
      at += length + 1;
    }
  return number;
}
