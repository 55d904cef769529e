/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-template-out.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Marks of one form, all told. */
#define MAX_MARKS 20000

#define CHUNK (256 * 1024)

/* Numbers before the texts of a mark. */
typedef struct {
  guint32 place;
  guint32 a;
  guint32 b;
  guint32 c;
  guint32 is_closed;
  guint32 format;
  guint32 number;
} Head;

struct _ZbTemplateOut {
  int fd;
  guint n_marks;
  gboolean is_broken;
};

ZbTemplateOut *
zb_template_out_new (int fd)
{
  ZbTemplateOut *self = g_new0 (ZbTemplateOut, 1);

  self->fd = fd;
  return self;
}

void
zb_template_out_free (ZbTemplateOut *self)
{
  g_free (self);
}

static gboolean
put (ZbTemplateOut *self, const void *data, gsize size)
{
  const guint8 *at = data;

  while (size > 0 && !self->is_broken)
    {
      gssize n = write (self->fd, at, size);

      if (n > 0)
        {
          at += n;
          size -= (gsize) n;
        }
      else if (errno != EINTR)
        self->is_broken = TRUE;
    }
  return !self->is_broken;
}

static gboolean
frame (ZbTemplateOut *self, ZbTemplateFrame kind, const void *payload, gsize size)
{
  guint8 head[ZB_TEMPLATE_FRAME_HEAD] = { (guint8) kind };
  guint32 length = GUINT32_TO_LE ((guint32) size);

  memcpy (head + 1, &length, sizeof length);
  return put (self, head, sizeof head) && put (self, payload, size);
}

static void
append_text (GByteArray *out, const char *text)
{
  if (text == NULL)
    text = "";
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text) + 1);
}

gboolean
zb_template_out_marks (ZbTemplateOut *self, const char *text, GArray *marks, const ZbTemplatePlace *place, GError **error)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const ZbMark *mark = &g_array_index (marks, ZbMark, i);
      const Head head = { place->kind, place->a, place->b, place->c, mark->is_closed, mark->format, mark->number };
      g_autofree char *stands = g_strndup (text + mark->start, mark->end - mark->start);
      g_autoptr(GByteArray) out = g_byte_array_new ();

      if (self->n_marks++ >= MAX_MARKS)
        {
          g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_TOO_BIG, "more than %d marks", MAX_MARKS);
          return FALSE;
        }
      g_byte_array_append (out, (const guint8 *) &head, sizeof head);
      append_text (out, place->sheet);
      append_text (out, place->ref);
      append_text (out, stands);
      append_text (out, mark->label);
      append_text (out, mark->format_text);
      frame (self, ZB_TEMPLATE_FRAME_MARK, out->data, out->len);
    }
  return TRUE;
}

gboolean
zb_template_out_data (const void *data, gsize size, gpointer out, GError **error)
{
  ZbTemplateOut *self = out;

  for (gsize at = 0; at < size; at += CHUNK)
    if (!frame (self, ZB_TEMPLATE_FRAME_DATA, (const guint8 *) data + at, MIN (CHUNK, size - at)))
      {
        g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_FAILED, "nobody reads what is written");
        return FALSE;
      }
  return TRUE;
}

gboolean
zb_template_out_finish (ZbTemplateOut *self, char kind, const GError *reason)
{
  g_autoptr(GByteArray) out = g_byte_array_new ();
  g_autofree char *message = reason != NULL ? g_utf8_make_valid (reason->message, -1) : NULL;
  guint8 code = reason == NULL ? (guint8) kind : reason->domain == ZB_TEMPLATE_ERROR ? (guint8) reason->code : ZB_TEMPLATE_ERROR_FAILED;

  g_byte_array_append (out, &code, 1);
  if (message != NULL)
    g_byte_array_append (out, (const guint8 *) message, (guint) MIN (strlen (message), 4000));
  return frame (self, reason == NULL ? ZB_TEMPLATE_FRAME_END : ZB_TEMPLATE_FRAME_FAILED, out->data, out->len);
}

gboolean
zb_template_mark_decode (const guint8 *payload, gsize length, const char **out_text, ZbMark *out_mark, ZbTemplatePlace *out_place)
{
  const char *texts[5] = { NULL }, *at = (const char *) payload + sizeof (Head), *end = (const char *) payload + length;
  Head head;

  if (length < sizeof head)
    return FALSE;
  memcpy (&head, payload, sizeof head);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *zero = memchr (at, '\0', (gsize) (end - at));

      if (zero == NULL || !g_utf8_validate (at, zero - at, NULL))
        return FALSE;
      texts[i] = at;
      at = zero + 1;
    }
  if (at != end || head.place >= ZB_N_PLACES || head.format > ZB_MARK_NO_FORMAT || head.is_closed > 1)
    return FALSE;
  *out_place = (ZbTemplatePlace) { (ZbTemplatePlaceKind) head.place, texts[0], texts[1], head.a, head.b, head.c };
  *out_mark = (ZbMark) { .label = (char *) texts[3], .format_text = *texts[4] != '\0' ? (char *) texts[4] : NULL, .format = (ZbMarkFormat) head.format,
                         .number = head.number, .is_closed = head.is_closed != 0 };
  *out_text = texts[2];
  return TRUE;
}
