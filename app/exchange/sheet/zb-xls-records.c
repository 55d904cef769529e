/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/sheet/zb-xls.h"

#define CONTINUE 0x003c

/* Flags of a Unicode text. */
#define WIDE 0x01
#define PHONETIC 0x04
#define RICH 0x08

gboolean
zb_xls_records_next (ZbXlsRecords *self)
{
  if (self->next > self->length || self->length - self->next < 4)
    return FALSE;
  self->type = (guint16) (self->data[self->next] | self->data[self->next + 1] << 8);
  self->size = (gsize) (self->data[self->next + 2] | self->data[self->next + 3] << 8);
  if (self->length - self->next - 4 < self->size)
    return FALSE;
  self->body = self->data + self->next + 4;
  self->next += 4 + self->size;
  return TRUE;
}

guint8
zb_xls_u8 (const ZbXlsRecords *self, gsize at)
{
  return at < self->size ? self->body[at] : 0;
}

guint16
zb_xls_u16 (const ZbXlsRecords *self, gsize at)
{
  return (guint16) (zb_xls_u8 (self, at) | zb_xls_u8 (self, at + 1) << 8);
}

guint32
zb_xls_u32 (const ZbXlsRecords *self, gsize at)
{
  return zb_xls_u16 (self, at) | (guint32) zb_xls_u16 (self, at + 2) << 16;
}

double
zb_xls_double (const ZbXlsRecords *self, gsize at)
{
  guint64 bits = zb_xls_u32 (self, at) | (guint64) zb_xls_u32 (self, at + 4) << 32;
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

/* Texts: a place in the record in hand, which moves on into the records that continue it. */

typedef struct {
  ZbXlsRecords *records;
  gsize at;
} Place;

static gboolean
is_continued (const Place *self)
{
  ZbXlsRecords peek = *self->records;

  return zb_xls_records_next (&peek) && peek.type == CONTINUE;
}

/* Whether there is a byte at the place, perhaps in the next record. */
static gboolean
has_byte (Place *self)
{
  while (self->at >= self->records->size)
    {
      if (!is_continued (self))
        return FALSE;
      zb_xls_records_next (self->records);
      self->at = 0;
    }
  return TRUE;
}

static gboolean
take (Place *self, guint n, guint32 *out)
{
  *out = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!has_byte (self))
        return FALSE;
      *out |= (guint32) self->records->body[self->at++] << (8 * i);
    }
  return TRUE;
}

static gboolean
skip (Place *self, guint64 n)
{
  while (n > 0)
    {
      gsize here;

      if (!has_byte (self))
        return FALSE;
      here = (gsize) MIN (n, self->records->size - self->at);
      self->at += here;
      n -= here;
    }
  return TRUE;
}

/* Half of a pair is no character: it is shown as what it is. */
static void
append_unit (GString *out, gunichar2 unit, gunichar2 *high)
{
  if (*high != 0 && unit >= 0xdc00 && unit < 0xe000)
    g_string_append_unichar (out, 0x10000 + (((gunichar) (*high - 0xd800) << 10) | (gunichar) (unit - 0xdc00)));
  else if (*high != 0)
    g_string_append_unichar (out, 0xfffd);
  if (*high != 0 && unit >= 0xdc00 && unit < 0xe000)
    {
      *high = 0;
      return;
    }
  *high = unit >= 0xd800 && unit < 0xdc00 ? unit : 0;
  if (*high == 0 && unit != 0)
    g_string_append_unichar (out, unit >= 0xdc00 && unit < 0xe000 ? 0xfffd : unit);
}

/* The characters of a Unicode text. Where a text goes on in another record, that begins with the text's width anew. */
static gboolean
take_characters (Place *self, guint count, gboolean wide, GString *out)
{
  gunichar2 high = 0;

  while (count > 0)
    {
      gsize before = self->records->next;
      guint32 unit;

      if (!has_byte (self))
        return FALSE;
      if (self->records->next != before && !take (self, 1, &unit))
        return FALSE;
      if (self->records->next != before)
        wide = (unit & WIDE) != 0;
      if (!take (self, wide ? 2 : 1, &unit))
        return FALSE;
      append_unit (out, (gunichar2) unit, &high);
      count--;
    }
  if (high != 0)
    g_string_append_unichar (out, 0xfffd);
  return TRUE;
}

static gboolean
take_unicode (Place *self, gboolean long_count, GString *out)
{
  guint32 count, flags, runs = 0, phonetic = 0;

  return take (self, long_count ? 2 : 1, &count) && take (self, 1, &flags) && ((flags & RICH) == 0 || take (self, 2, &runs))
         && ((flags & PHONETIC) == 0 || take (self, 4, &phonetic)) && take_characters (self, count, (flags & WIDE) != 0, out)
         && skip (self, runs * G_GUINT64_CONSTANT (4) + phonetic);
}

/* Bytes of the workbook's own encoding; what that cannot be is shown as what it is. */
static gboolean
take_bytes (const ZbXlsBook *book, Place *self, gboolean long_count, GString *out)
{
  g_autofree char *text = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint32 count, byte;

  if (!take (self, long_count ? 2 : 1, &count))
    return FALSE;
  for (guint i = 0; i < count; i++)
    {
      guint8 one;

      if (!take (self, 1, &byte))
        return FALSE;
      one = (guint8) byte;
      if (one != 0)
        g_byte_array_append (bytes, &one, 1);
    }
  text = g_convert_with_fallback ((const char *) bytes->data, (gssize) bytes->len, "UTF-8", book->encoding, "\xef\xbf\xbd", NULL, NULL, NULL);
  for (guint i = 0; text == NULL && i < bytes->len; i++)
    g_string_append_unichar (out, bytes->data[i] < 0x80 ? bytes->data[i] : 0xfffd);
  if (text != NULL)
    g_string_append (out, text);
  return TRUE;
}

gboolean
zb_xls_text (const ZbXlsBook *book, ZbXlsRecords *records, gsize at, gboolean long_count, GString *out)
{
  Place place = { records, at };

  return book->is_biff8 ? take_unicode (&place, long_count, out) : take_bytes (book, &place, long_count, out);
}

gboolean
zb_xls_shared_texts (ZbXlsBook *book, ZbXlsRecords *records, GError **error)
{
  guint32 count = zb_xls_u32 (records, 4);
  Place place = { records, 8 };

  for (guint32 i = 0; i < count; i++)
    {
      guint32 start = (guint32) book->strings->len;

      if (!take_unicode (&place, TRUE, book->strings) || book->strings->len > G_MAXINT32)
        {
          g_set_error (error, ZB_SHEET_ERROR, book->strings->len > G_MAXINT32 ? ZB_SHEET_ERROR_TOO_BIG : ZB_SHEET_ERROR_DAMAGED,
                       "the table of texts ends after %u of %u", i, count);
          return FALSE;
        }
      g_string_append_c (book->strings, '\0');
      g_array_append_val (book->starts, start);
    }
  return TRUE;
}
