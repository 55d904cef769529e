/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-template-data.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define FLUSH_AT (256 * 1024)

/* All texts of a list: a hundred thousand people of thirty columns. */
#define MAX_BYTES (128 * 1024 * 1024)

/* Kinds of records. */
enum { MEANING = 'M', FACT = 'F', SIZE = 'S', CELL = 'C' };

struct _ZbTemplateWriter {
  int fd;
  GByteArray *out; /* (owned) */
  gsize written;
  int failed;      /* errno */
};

ZbTemplateWriter *
zb_template_writer_new (int fd)
{
  ZbTemplateWriter *self = g_new0 (ZbTemplateWriter, 1);

  self->fd = fd;
  self->out = g_byte_array_sized_new (FLUSH_AT * 2);
  return self;
}

void
zb_template_writer_free (ZbTemplateWriter *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->out);
  g_free (self);
}

static void
flush (ZbTemplateWriter *self)
{
  for (gsize done = 0; done < self->out->len && self->failed == 0;)
    {
      gssize n = write (self->fd, self->out->data + done, self->out->len - done);

      if (n > 0)
        done += (gsize) n;
      else if (errno != EINTR)
        self->failed = errno;
    }
  self->written += self->out->len;
  g_byte_array_set_size (self->out, 0);
}

/* A record: its kind, three numbers, and a text with its length and a zero. */
static void
put (ZbTemplateWriter *self, guint8 kind, guint32 a, guint32 b, guint32 c, const char *text)
{
  const guint32 head[4] = { a, b, c, (guint32) strlen (text) };

  if (self->written > MAX_BYTES)
    return;
  g_byte_array_append (self->out, &kind, 1);
  g_byte_array_append (self->out, (const guint8 *) head, sizeof head);
  g_byte_array_append (self->out, (const guint8 *) text, head[3] + 1);
  if (self->out->len >= FLUSH_AT)
    flush (self);
}

void
zb_template_writer_meaning (ZbTemplateWriter *self, const char *label, const ZbMarkMeaning *meaning)
{
  put (self, MEANING, meaning->role, meaning->index, meaning->format, label);
}

void
zb_template_writer_fact (ZbTemplateWriter *self, ZbValueKind kind, const char *text)
{
  put (self, FACT, kind, 0, 0, text);
}

void
zb_template_writer_size (ZbTemplateWriter *self, guint n_columns, guint n_rows)
{
  put (self, SIZE, n_columns, n_rows, 0, "");
}

void
zb_template_writer_cell (ZbTemplateWriter *self, ZbValueKind kind, const char *text)
{
  put (self, CELL, kind, 0, 0, text);
}

gboolean
zb_template_writer_finish (ZbTemplateWriter *self, GError **error)
{
  flush (self);
  if (self->failed != 0)
    g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_FAILED, "cannot hand the list over: %s", g_strerror (self->failed));
  else if (self->written > MAX_BYTES)
    g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_TOO_BIG, "the list is too long for a form");
  else
    return TRUE;
  return FALSE;
}

void
zb_template_data_free (ZbTemplateData *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->meanings);
  g_array_unref (self->facts);
  g_free (self->cells);
  g_free (self->bytes);
  g_free (self);
}

static gboolean
read_all (int fd, ZbTemplateData *self, gsize *out_size)
{
  off_t end = lseek (fd, 0, SEEK_END);
  gsize have = 0;

  if (end < 0 || end > MAX_BYTES + FLUSH_AT * 4)
    return FALSE;
  self->bytes = g_malloc ((gsize) end + 1);
  while (have < (gsize) end)
    {
      gssize n = pread (fd, self->bytes + have, (gsize) end - have, (off_t) have);

      if (n == 0 || (n < 0 && errno != EINTR))
        return FALSE;
      have += n > 0 ? (gsize) n : 0;
    }
  *out_size = have;
  return TRUE;
}

static void
take (ZbTemplateData *self, guint8 kind, const guint32 head[4], const char *text, guint *n_cells)
{
  ZbValue value = { (ZbValueKind) head[0], text };
  ZbMarkMeaning meaning = { (ZbMarkRole) head[0], head[1], (ZbMarkFormat) head[2] };

  switch (kind)
    {
    case MEANING: g_hash_table_insert (self->meanings, g_strdup (text), g_memdup2 (&meaning, sizeof meaning)); break;
    case FACT: g_array_append_val (self->facts, value); break;
    case SIZE:
      self->n_columns = head[0];
      self->n_rows = head[1];
      g_free (self->cells);
      self->cells = g_new0 (ZbValue, (gsize) self->n_columns * self->n_rows + 1);
      break;
    default:
      if (*n_cells < self->n_columns * self->n_rows)
        self->cells[(*n_cells)++] = value;
    }
}

ZbTemplateData *
zb_template_data_read (int fd, GError **error)
{
  g_autoptr(ZbTemplateData) self = g_new0 (ZbTemplateData, 1);
  gsize size = 0, at = 0;
  guint n_cells = 0;

  self->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->facts = g_array_new (FALSE, FALSE, sizeof (ZbValue));
  if (read_all (fd, self, &size))
    while (size - at > 17)
      {
        guint32 head[4];

        memcpy (head, self->bytes + at + 1, sizeof head);
        if (head[3] > size - at - 18)
          break;
        take (self, (guint8) self->bytes[at], head, self->bytes + at + 17, &n_cells);
        at += 18 + head[3];
      }
  if (size > 0 && at == size && n_cells == self->n_columns * self->n_rows)
    return g_steal_pointer (&self);
  g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_FAILED, "the list did not arrive whole");
  return NULL;
}
