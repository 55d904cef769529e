/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-xlsx.h"

#include <string.h>

#include "exchange/sheet/zb-xml.h"

/* More than the strings of an honest workbook of a million rows fill, and within the limit of memory. */
#define MAX_STRINGS (240u * 1024 * 1024)

typedef struct {
  ZbXlsxBook *book;
  GString *text;
  gboolean in_item;
  guint phonetic;
} Strings;

void
zb_xlsx_unescape (GString *text)
{
  char *from = memchr (text->str, '_', text->len), *to = from;

  if (from == NULL)
    return;
  while (*from != '\0')
    {
      guint code = 0;
      gboolean escape = from[0] == '_' && from[1] == 'x';

      for (guint i = 2; escape && i < 6; i++)
        {
          escape = g_ascii_isxdigit (from[i]);
          code = code * 16 + (escape ? (guint) g_ascii_xdigit_value (from[i]) : 0);
        }
      escape = escape && from[6] == '_' && code != 0 && (code < 0xd800 || code > 0xdfff);
      if (escape)
        {
          to += g_unichar_to_utf8 (code, to);
          from += 7;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

static void
on_start (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Strings *self = user_data;

  if (strcmp (name, "si") == 0)
    {
      self->in_item = TRUE;
      g_string_truncate (self->text, 0);
    }
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
  else if (strcmp (name, "t") == 0 && self->in_item && self->phonetic == 0)
    zb_xml_want_text (xml, TRUE);
}

static void
on_end (ZbXml *xml, const char *name, gpointer user_data)
{
  Strings *self = user_data;
  ZbXlsxBook *book = self->book;
  guint32 start = book->strings->len;

  if (strcmp (name, "t") == 0)
    zb_xml_want_text (xml, FALSE);
  else if (strcmp (name, "rPh") == 0 && self->phonetic > 0)
    self->phonetic--;
  if (strcmp (name, "si") != 0)
    return;
  self->in_item = FALSE;
  if (self->text->len > ZB_SHEET_MAX_CELL || start > MAX_STRINGS)
    {
      zb_xml_fail (xml, g_error_new_literal (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "too much text"));
      return;
    }
  zb_xlsx_unescape (self->text);
  g_array_append_val (book->starts, start);
  g_byte_array_append (book->strings, (const guint8 *) self->text->str, (guint) self->text->len + 1);
}

static void
on_text (ZbXml *xml, const char *text, gsize length, gpointer user_data)
{
  Strings *self = user_data;

  if (self->text->len <= ZB_SHEET_MAX_CELL)
    g_string_append_len (self->text, text, (gssize) length);
}

gboolean
zb_xlsx_read_strings (ZbXlsxBook *book, const char *part, GError **error)
{
  static const ZbXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr(GString) text = g_string_new (NULL);
  Strings self = { book, text, FALSE, 0 };
  gboolean found;

  return zb_xml_read (book->zip, part, &handlers, &self, &found, error);
}
