/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-sheet-reader.h"

#include <string.h>

#include "exchange/jail/zb-jail-child.h"

#define BUFFER (256 * 1024)
#define HEAD 5

struct _ZbSheetReader {
  ZbJailChild *child;   /* (owned) (nullable): %NULL when it did not start */
  guint8 *data;         /* what came and was not taken yet */
  gsize size;
  gsize start;
  gsize end;
  GArray *cells;
  char *name;
  char *hash;
};

/* A path that begins with a dash is still a path. */
static char *
plain_path (const char *path)
{
  return g_path_is_absolute (path) ? g_strdup (path) : g_build_filename (".", path, NULL);
}

/* What happened to the child, in the words of who reads sheets. @local: (transfer full) */
static gboolean
propagate (GError **error, GError *local)
{
  static const ZbSheetError codes[] = {
    [ZB_JAIL_ERROR_FAILED] = ZB_SHEET_ERROR_FAILED, [ZB_JAIL_ERROR_LIMIT] = ZB_SHEET_ERROR_TOO_BIG, [ZB_JAIL_ERROR_STUCK] = ZB_SHEET_ERROR_STUCK,
  };

  if (local->domain == ZB_JAIL_ERROR)
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, (int) codes[local->code], local->message);
      g_error_free (local);
    }
  else
    g_propagate_error (error, local);
  return FALSE;
}

ZbSheetReader *
zb_sheet_reader_new (const char *path, const char *sheet, GError **error)
{
  g_autoptr(ZbSheetReader) self = g_new0 (ZbSheetReader, 1);
  g_autofree char *file = plain_path (path);
  const char *arguments[] = { file, sheet != NULL ? "--sheet" : NULL, sheet, NULL };
  GError *local = NULL;

  self->size = BUFFER;
  self->data = g_malloc (self->size);
  self->cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  if ((self->child = zb_jail_child_new ("sheet", arguments, NULL, 0, &local)) != NULL)
    return g_steal_pointer (&self);
  propagate (error, local);
  return NULL;
}

void
zb_sheet_reader_free (ZbSheetReader *self)
{
  if (self == NULL)
    return;
  zb_jail_child_free (self->child);
  g_free (self->data);
  g_array_unref (self->cells);
  g_free (self->name);
  g_free (self->hash);
  g_free (self);
}

void
zb_sheet_reader_set_patience (ZbSheetReader *self, guint milliseconds)
{
  zb_jail_child_set_patience (self->child, milliseconds);
}

const char *
zb_sheet_reader_hash (ZbSheetReader *self)
{
  return self->hash;
}

static gboolean
fail (const char *why, GError **error)
{
  g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_FAILED, why);
  return FALSE;
}

/* Has at least @need bytes in the buffer. */
static gboolean
fill (ZbSheetReader *self, gsize need, GCancellable *cancellable, GError **error)
{
  while (self->end - self->start < need)
    {
      GError *local = NULL;
      gsize n;

      if (self->start > 0)
        {
          memmove (self->data, self->data + self->start, self->end - self->start);
          self->end -= self->start;
          self->start = 0;
        }
      if (need > self->size)
        {
          self->size = need;
          self->data = g_realloc (self->data, self->size);
        }
      if ((n = zb_jail_child_read (self->child, self->data + self->end, self->size - self->end, cancellable, &local)) == 0)
        return propagate (error, local);
      self->end += n;
    }
  return TRUE;
}

static gboolean
take_named (ZbSheetReader *self, ZbSheetEvent *event, guint8 *out_flag, GError **error)
{
  if (event->length < 1 || !g_utf8_validate ((const char *) event->payload + 1, (gssize) event->length - 1, NULL))
    return fail ("the reader gave a name that is none", error);
  *out_flag = event->payload[0];
  g_free (self->name);
  self->name = g_strndup ((const char *) event->payload + 1, event->length - 1);
  event->name = self->name;
  return TRUE;
}

static gboolean
take_end (ZbSheetReader *self, ZbSheetEvent *event, GError **error)
{
  g_free (self->hash);
  self->hash = g_strndup ((const char *) event->payload, event->length);
  if (strspn (self->hash, "0123456789abcdef") == 64 && event->length == 64)
    return TRUE;
  return fail ("the reader gave a checksum that is none", error);
}

static gboolean
take_failure (ZbSheetReader *self, ZbSheetEvent *event, GError **error)
{
  guint8 code = 0;

  if (!take_named (self, event, &code, error))
    return FALSE;
  g_set_error_literal (error, ZB_SHEET_ERROR, code <= ZB_SHEET_ERROR_FAILED ? code : ZB_SHEET_ERROR_FAILED, event->name);
  return FALSE;
}

gboolean
zb_sheet_reader_next (ZbSheetReader *self, ZbSheetEvent *out_event, GCancellable *cancellable, GError **error)
{
  ZbSheetEvent event = { 0 };
  guint8 flag = 0;
  guint32 length;

  if (!fill (self, HEAD, cancellable, error))
    return FALSE;
  memcpy (&length, self->data + self->start + 1, sizeof length);
  event.length = GUINT32_FROM_LE (length);
  if (event.length > ZB_SHEET_MAX_FRAME)
    return fail ("the reader gave too much at once", error);
  if (!fill (self, HEAD + event.length, cancellable, error))
    return FALSE;
  event.kind = (ZbSheetFrame) self->data[self->start];
  event.payload = self->data + self->start + HEAD;
  self->start += HEAD + event.length;
  switch (event.kind)
    {
    case ZB_SHEET_FRAME_ROW:
      if (!zb_sheet_row_decode (event.payload, event.length, self->cells, &event.row))
        return fail ("the reader gave a row that is none", error);
      event.cells = (const ZbSheetCell *) (gpointer) self->cells->data;
      event.n_cells = self->cells->len;
      break;
    case ZB_SHEET_FRAME_MERGED:
      if (!zb_sheet_merged_decode (event.payload, event.length, &event.merged))
        return fail ("the reader gave merged cells that are none", error);
      break;
    case ZB_SHEET_FRAME_LISTED:
    case ZB_SHEET_FRAME_SHEET:
      if (!take_named (self, &event, &flag, error))
        return FALSE;
      event.is_hidden = event.kind == ZB_SHEET_FRAME_LISTED && flag != 0;
      event.from_1904 = event.kind == ZB_SHEET_FRAME_SHEET && flag != 0;
      break;
    case ZB_SHEET_FRAME_END:
      if (!take_end (self, &event, error))
        return FALSE;
      break;
    case ZB_SHEET_FRAME_FAILED:
      return take_failure (self, &event, error);
    default:
      return fail ("the reader speaks another language", error);
    }
  *out_event = event;
  return TRUE;
}
