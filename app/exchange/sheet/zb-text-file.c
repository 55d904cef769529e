/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-text-file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

struct _ZbTextFile {
  int fd;
  const char *encoding;
  GIConv converter;
  char raw[CHUNK];
  gsize n_raw;        /* bytes carried over: the beginning of a character */
};

static gssize
read_some (int fd, char *buffer, gsize size)
{
  gssize n;

  do
    n = read (fd, buffer, size);
  while (n < 0 && errno == EINTR);
  return n;
}

static gboolean
refuse (GError **error, ZbSheetError code, const char *why)
{
  g_set_error_literal (error, ZB_SHEET_ERROR, (int) code, why);
  return FALSE;
}

/* How many bytes at the end of @text may be the beginning of a UTF-8 character. */
static gsize
unfinished (const char *text, gsize length)
{
  for (gsize back = 1; back <= MIN (length, 3); back++)
    {
      guint8 byte = (guint8) text[length - back];

      if (byte >= 0xc0)
        return (gsize) (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
      if (byte < 0x80)
        return 0;
    }
  return 0;
}

typedef enum { UTF8_WHOLE, UTF8_CUT, UTF8_NOT } Utf8;

/* Whether the whole file is UTF-8, or would be but for a character cut at its end. */
static gboolean
scan_utf8 (ZbTextFile *self, Utf8 *out, GError **error)
{
  gboolean beyond_ascii = FALSE;
  gsize carried = 0;
  gssize n;

  if (lseek (self->fd, 0, SEEK_SET) != 0)
    return refuse (error, ZB_SHEET_ERROR_FAILED, "cannot read the file twice");
  while ((n = read_some (self->fd, self->raw + carried, CHUNK - carried)) > 0)
    {
      gsize length = carried + (gsize) n;

      carried = unfinished (self->raw, length);
      if (!g_utf8_validate_len (self->raw, length - carried, NULL))
        {
          *out = UTF8_NOT;
          return TRUE;
        }
      for (gsize i = 0; !beyond_ascii && i < length - carried; i++)
        beyond_ascii = (guint8) self->raw[i] >= 0x80;
      memmove (self->raw, self->raw + length - carried, carried);
    }
  if (n < 0)
    return refuse (error, ZB_SHEET_ERROR_DAMAGED, g_strerror (errno));
  *out = carried == 0 ? UTF8_WHOLE : beyond_ascii ? UTF8_CUT : UTF8_NOT;
  return TRUE;
}

/* UTF-16 without a mark: commas, digits and line ends have a zero byte on one side; the few Chinese
 * characters with one on the other side (一 is 4E 00) do not count against them. */
static const char *
guess_utf16 (const char *head, gsize length)
{
  guint even = 0, odd = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      even += head[i] == '\0';
      odd += head[i + 1] == '\0';
    }
  if (odd > 2 && odd > even * 3)
    return "UTF-16LE";
  if (even > 2 && even > odd * 3)
    return "UTF-16BE";
  return NULL;
}

static gboolean
tell_encoding (ZbTextFile *self, gsize *out_skip, GError **error)
{
  gssize n = read_some (self->fd, self->raw, CHUNK);
  gsize length = n > 0 ? (gsize) n : 0;
  gboolean marked;
  Utf8 utf8;

  *out_skip = 0;
  if (length >= 2 && (memcmp (self->raw, "\xff\xfe", 2) == 0 || memcmp (self->raw, "\xfe\xff", 2) == 0))
    {
      self->encoding = (guint8) self->raw[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
      *out_skip = 2;
      return TRUE;
    }
  if ((self->encoding = guess_utf16 (self->raw, length)) != NULL)
    return TRUE;
  if (memchr (self->raw, '\0', length) != NULL)
    return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "binary data");
  marked = length >= 3 && memcmp (self->raw, "\xef\xbb\xbf", 3) == 0;
  if (!scan_utf8 (self, &utf8, error))
    return FALSE;
  if (utf8 == UTF8_CUT || (marked && utf8 == UTF8_NOT))
    return refuse (error, ZB_SHEET_ERROR_DAMAGED, "broken inside a character");
  self->encoding = utf8 == UTF8_WHOLE ? "UTF-8" : "GB18030";
  *out_skip = marked ? 3 : 0;
  return TRUE;
}

ZbTextFile *
zb_text_file_open (int fd, GError **error)
{
  g_autoptr(ZbTextFile) self = g_new0 (ZbTextFile, 1);
  gsize skip;

  self->fd = fd;
  self->converter = (GIConv) -1;
  if (lseek (fd, 0, SEEK_SET) != 0)
    {
      refuse (error, ZB_SHEET_ERROR_FAILED, "cannot read the file twice");
      return NULL;
    }
  if (!tell_encoding (self, &skip, error))
    return NULL;
  if (strcmp (self->encoding, "UTF-8") != 0 && (self->converter = g_iconv_open ("UTF-8", self->encoding)) == (GIConv) -1)
    {
      refuse (error, ZB_SHEET_ERROR_FAILED, "this system cannot convert the encoding");
      return NULL;
    }
  lseek (fd, (off_t) skip, SEEK_SET);
  self->n_raw = 0;
  return g_steal_pointer (&self);
}

void
zb_text_file_free (ZbTextFile *self)
{
  if (self == NULL)
    return;
  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  g_free (self);
}

const char *
zb_text_file_encoding (ZbTextFile *self)
{
  return self->encoding;
}

/* Converts what is in the buffer; the beginning of a character stays there. */
static gboolean
convert (ZbTextFile *self, gsize length, GString *out, GError **error)
{
  char *from = self->raw;
  gsize left = length;

  while (left > 0)
    {
      char buffer[16 * 1024];
      char *to = buffer;
      gsize room = sizeof buffer;
      gsize status = g_iconv (self->converter, &from, &left, &to, &room);

      g_string_append_len (out, buffer, to - buffer);
      if (status == (gsize) -1 && errno == EILSEQ)
        return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "text in no known encoding");
      if (status == (gsize) -1 && errno == EINVAL)
        break;
    }
  memmove (self->raw, from, left);
  self->n_raw = left;
  return TRUE;
}

gboolean
zb_text_file_read (ZbTextFile *self, GString *out, GError **error)
{
  g_string_truncate (out, 0);
  while (out->len == 0)
    {
      gssize n = read_some (self->fd, self->raw + self->n_raw, CHUNK - self->n_raw);
      gsize length;

      if (n < 0)
        return refuse (error, ZB_SHEET_ERROR_DAMAGED, g_strerror (errno));
      if (n == 0)
        return self->n_raw == 0 || refuse (error, ZB_SHEET_ERROR_DAMAGED, "cut inside a character");
      length = self->n_raw + (gsize) n;
      if (self->converter != (GIConv) -1)
        {
          if (!convert (self, length, out, error))
            return FALSE;
        }
      else
        {
          self->n_raw = unfinished (self->raw, length);
          g_string_append_len (out, self->raw, (gssize) (length - self->n_raw));
          memmove (self->raw, self->raw + length - self->n_raw, self->n_raw);
        }
    }
  if (memchr (out->str, '\0', out->len) != NULL)
    return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "binary data");
  return TRUE;
}

