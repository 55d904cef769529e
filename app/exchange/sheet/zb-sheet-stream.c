/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-sheet-stream.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define FLUSH_AT (64 * 1024)

/* All that one file may give: fifteen columns of a million rows are a fifth of it. */
#define MAX_OUTPUT (G_GUINT64_CONSTANT (2) << 30)

/* Merged cells of a file. */
#define MAX_MERGED 200000

struct _ZbSheetStream {
  int fd;
  GByteArray *out;
  GByteArray *row;     /* cells of the row being made */
  guint n_cells;
  guint n_rows;
  guint n_merged;
  guint64 written;
  gboolean broken;
};

ZbSheetStream *
zb_sheet_stream_new (int fd)
{
  ZbSheetStream *self = g_new0 (ZbSheetStream, 1);

  self->fd = fd;
  self->out = g_byte_array_sized_new (FLUSH_AT * 2);
  self->row = g_byte_array_new ();
  return self;
}

void
zb_sheet_stream_free (ZbSheetStream *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->out);
  g_byte_array_unref (self->row);
  g_free (self);
}

static gboolean
flush (ZbSheetStream *self)
{
  for (gsize done = 0; done < self->out->len && !self->broken;)
    {
      gssize n = write (self->fd, self->out->data + done, self->out->len - done);

      if (n > 0)
        done += (gsize) n;
      else if (n < 0 && errno != EINTR)
        self->broken = TRUE;
    }
  self->written += self->out->len;
  g_byte_array_set_size (self->out, 0);
  return !self->broken;
}

static void
append_u32 (GByteArray *out, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
frame (ZbSheetStream *self, ZbSheetFrame kind, const void *head, gsize n_head, const void *body, gsize n_body)
{
  guint8 byte = (guint8) kind;

  g_byte_array_append (self->out, &byte, 1);
  append_u32 (self->out, (guint32) (n_head + n_body));
  g_byte_array_append (self->out, head, (guint) n_head);
  g_byte_array_append (self->out, body, (guint) n_body);
  if (self->out->len >= FLUSH_AT)
    flush (self);
}

static void
named_frame (ZbSheetStream *self, ZbSheetFrame kind, guint8 flag, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  frame (self, kind, &flag, 1, valid, strlen (valid));
}

void
zb_sheet_stream_listed (ZbSheetStream *self, const char *name, gboolean hidden)
{
  named_frame (self, ZB_SHEET_FRAME_LISTED, hidden ? 1 : 0, name);
}

void
zb_sheet_stream_sheet (ZbSheetStream *self, const char *name, gboolean from_1904)
{
  named_frame (self, ZB_SHEET_FRAME_SHEET, from_1904 ? 1 : 0, name);
}

void
zb_sheet_stream_cell (ZbSheetStream *self, guint column, ZbCellKind kind, const char *text, gsize length)
{
  const guint32 head[2] = { GUINT32_TO_LE ((guint32) column), GUINT32_TO_LE ((guint32) length) };
  gsize before = self->row->len;
  guint8 *at;

  if (length == 0 && kind != ZB_CELL_FORMULA)
    return;
  /* Column, kind, length, text and a nul, in one piece: there are millions of cells. */
  g_byte_array_set_size (self->row, (guint) (before + sizeof head + 1 + length + 1));
  at = self->row->data + before;
  memcpy (at, &head[0], sizeof head[0]);
  at[4] = (guint8) kind;
  memcpy (at + 5, &head[1], sizeof head[1]);
  memcpy (at + 9, text, length);
  at[9 + length] = '\0';
  self->n_cells++;
}

gboolean
zb_sheet_stream_row (ZbSheetStream *self, guint64 row, GError **error)
{
  guint32 head[2] = { GUINT32_TO_LE ((guint32) row), GUINT32_TO_LE (self->n_cells) };

  if (self->n_cells == 0)
    return TRUE;
  if (row > ZB_SHEET_MAX_ROWS || self->n_rows >= ZB_SHEET_MAX_ROWS)
    {
      g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_MANY_ROWS, "more than %d rows", ZB_SHEET_MAX_ROWS);
      return FALSE;
    }
  /* Cells that stand in the same place again and again. */
  if (self->n_cells > ZB_SHEET_MAX_COLUMNS || self->row->len > ZB_SHEET_MAX_FRAME - sizeof head || self->written > MAX_OUTPUT)
    {
      g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "row %" G_GUINT64_FORMAT ": too much text", row);
      return FALSE;
    }
  frame (self, ZB_SHEET_FRAME_ROW, head, sizeof head, self->row->data, self->row->len);
  g_byte_array_set_size (self->row, 0);
  self->n_cells = 0;
  self->n_rows++;
  if (self->broken)
    g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_FAILED, "nobody reads what is written");
  return !self->broken;
}

static gboolean
is_rectangle (const ZbSheetMerged *merged)
{
  return merged->first_row >= 1 && merged->first_row <= merged->last_row && merged->last_row <= ZB_SHEET_MAX_ROWS
         && merged->first_column <= merged->last_column && merged->last_column < ZB_SHEET_MAX_COLUMNS
         && (merged->first_row < merged->last_row || merged->first_column < merged->last_column);
}

void
zb_sheet_stream_merged (ZbSheetStream *self, const ZbSheetMerged *merged)
{
  const guint32 edges[] = {
    GUINT32_TO_LE (merged->first_row), GUINT32_TO_LE (merged->last_row), GUINT32_TO_LE (merged->first_column), GUINT32_TO_LE (merged->last_column)
  };

  /* No honest list has more; a file that is made of them would fill the memory of who reads it. */
  if (is_rectangle (merged) && self->n_merged++ < MAX_MERGED)
    frame (self, ZB_SHEET_FRAME_MERGED, edges, sizeof edges, NULL, 0);
}

guint
zb_sheet_stream_n_rows (ZbSheetStream *self)
{
  return self->n_rows;
}

gboolean
zb_sheet_stream_finish (ZbSheetStream *self, const char *hash, const GError *reason)
{
  if (reason != NULL)
    named_frame (self, ZB_SHEET_FRAME_FAILED,
                 reason->domain == ZB_SHEET_ERROR ? (guint8) reason->code : ZB_SHEET_ERROR_FAILED, reason->message);
  else
    frame (self, ZB_SHEET_FRAME_END, hash, strlen (hash), NULL, 0);
  return flush (self);
}

static gboolean
take_u32 (const guint8 **at, const guint8 *end, guint32 *out)
{
  guint32 little;

  if (end - *at < (gssize) sizeof little)
    return FALSE;
  memcpy (&little, *at, sizeof little);
  *at += sizeof little;
  *out = GUINT32_FROM_LE (little);
  return TRUE;
}

gboolean
zb_sheet_merged_decode (const guint8 *payload, gsize length, ZbSheetMerged *out)
{
  const guint8 *at = payload, *end = payload + length;

  return length == 4 * sizeof (guint32) && take_u32 (&at, end, &out->first_row) && take_u32 (&at, end, &out->last_row)
         && take_u32 (&at, end, &out->first_column) && take_u32 (&at, end, &out->last_column) && is_rectangle (out);
}

/* What a cell takes at least. */
#define LEAST_CELL (2 * sizeof (guint32) + 2)

static gboolean
decode (const guint8 *payload, gsize length, GArray *cells, guint *out_row)
{
  const guint8 *at = payload, *end = payload + length;
  guint32 row, n;

  if (!take_u32 (&at, end, &row) || !take_u32 (&at, end, &n) || row == 0 || row > ZB_SHEET_MAX_ROWS
      || n > (gsize) (end - at) / LEAST_CELL)
    return FALSE;
  g_array_set_size (cells, n);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 column, size;
      guint8 kind;

      if (!take_u32 (&at, end, &column) || column >= ZB_SHEET_MAX_COLUMNS || at == end)
        return FALSE;
      kind = *at++;
      if (kind > ZB_CELL_FORMULA || !take_u32 (&at, end, &size) || size > ZB_SHEET_MAX_CELL
          || (gsize) (end - at) < (gsize) size + 1 || at[size] != '\0'
          || !g_utf8_validate ((const char *) at, size, NULL))
        return FALSE;
      g_array_index (cells, ZbSheetCell, i) = (ZbSheetCell) { column, (ZbCellKind) kind, (const char *) at };
      at += size + 1;
    }
  *out_row = row;
  return at == end;
}

gboolean
zb_sheet_row_decode (const guint8 *payload, gsize length, GArray *cells, guint *out_row)
{
  gboolean good = decode (payload, length, cells, out_row);

  if (!good)
    g_array_set_size (cells, 0);
  return good;
}
