/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/word/zb-word-text.h"

#include <math.h>
#include <string.h>

#define THIN_BORDERS \
  "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>" \
  "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>" \
  "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"

/* Whether XML 1.0 can hold it. */
static gboolean
can_stand (gunichar c)
{
  return c >= 0x20 ? c != 0xfffe && c != 0xffff : c == '\t' || c == '\n';
}

static void
add_char (GString *out, gunichar c)
{
  switch (c)
    {
    case '&': g_string_append (out, "&amp;"); break;
    case '<': g_string_append (out, "&lt;"); break;
    case '>': g_string_append (out, "&gt;"); break;
    case '"': g_string_append (out, "&quot;"); break;
    default:
      if (can_stand (c))
        g_string_append_unichar (out, c);
    }
}

void
zb_word_add_text (GString *out, const char *text)
{
  /* Most texts are plain and go through in one piece. */
  if (text[strcspn (text, "&<>\"\xef\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f")] == '\0')
    {
      g_string_append (out, text);
      return;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    add_char (out, g_utf8_get_char (p));
}

char *
zb_word_clean (const char *text)
{
  GString *out = g_string_new (NULL);

  zb_word_add_text (out, text);
  return g_string_free (out, FALSE);
}

static void
add_piece (GString *out, const char *text, gsize length)
{
  g_autofree char *piece = g_strndup (text, length);

  if (length == 0)
    return;
  /* Blanks at the ends and in rows are kept only where this is said. */
  g_string_append (out, *piece == ' ' || piece[length - 1] == ' ' || strstr (piece, "  ") != NULL ? "<w:t xml:space=\"preserve\">" : "<w:t>");
  zb_word_add_text (out, piece);
  g_string_append (out, "</w:t>");
}

void
zb_word_add_run (GString *out, const char *properties, const char *text)
{
  const char *p = text;

  if (*text == '\0')
    return;
  g_string_append (out, "<w:r>");
  if (properties != NULL && *properties != '\0')
    g_string_append_printf (out, "<w:rPr>%s</w:rPr>", properties);
  for (;;)
    {
      gsize n = strcspn (p, "\n\t");

      add_piece (out, p, n);
      p += n;
      if (*p == '\0')
        break;
      g_string_append (out, *p++ == '\n' ? "<w:br/>" : "<w:tab/>");
    }
  g_string_append (out, "</w:r>");
}

void
zb_word_add_paragraph (GString *out, const char *style, const char *properties, const char *run_properties, const char *text)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style, properties != NULL ? properties : "");
  zb_word_add_run (out, run_properties, text);
  g_string_append (out, "</w:p>");
}

int
zb_word_twips (double points)
{
  return (int) lround (points * 20);
}

int
zb_word_half_points (double points)
{
  return (int) lround (points * 2);
}

void
zb_word_begin_table (GString *out, const double *widths, guint n, double indent, const char *borders, double pad, double pad_above)
{
  double all = 0;

  for (guint i = 0; i < n; i++)
    all += widths[i];
  g_string_append_printf (out,
                          "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblInd w:w=\"%d\" w:type=\"dxa\"/>"
                          "<w:tblBorders>%s</w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
                          "<w:tblCellMar><w:top w:w=\"%d\" w:type=\"dxa\"/><w:left w:w=\"%d\" w:type=\"dxa\"/><w:bottom w:w=\"%d\" w:type=\"dxa\"/>"
                          "<w:right w:w=\"%d\" w:type=\"dxa\"/></w:tblCellMar>"
                          "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
                          "</w:tblPr><w:tblGrid>",
                          zb_word_twips (all), zb_word_twips (indent), borders != NULL ? borders : THIN_BORDERS,
                          zb_word_twips (pad_above), zb_word_twips (pad), zb_word_twips (pad_above), zb_word_twips (pad));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "<w:gridCol w:w=\"%d\"/>", zb_word_twips (widths[i]));
  g_string_append (out, "</w:tblGrid>");
}

void
zb_word_end_table (GString *out)
{
  g_string_append (out, "</w:tbl>");
}

void
zb_word_begin_row (GString *out, double height, gboolean splits, gboolean is_heading)
{
  g_string_append (out, splits ? "<w:tr><w:trPr>" : "<w:tr><w:trPr><w:cantSplit/>");
  if (height > 0)
    g_string_append_printf (out, "<w:trHeight w:val=\"%d\" w:hRule=\"atLeast\"/>", zb_word_twips (height));
  g_string_append (out, is_heading ? "<w:tblHeader/></w:trPr>" : "</w:trPr>");
}

void
zb_word_end_row (GString *out)
{
  g_string_append (out, "</w:tr>");
}

void
zb_word_begin_cell (GString *out, double width, guint span, const char *properties)
{
  g_string_append_printf (out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", zb_word_twips (width));
  if (span > 1)
    g_string_append_printf (out, "<w:gridSpan w:val=\"%u\"/>", span);
  g_string_append_printf (out, "%s</w:tcPr>", properties != NULL ? properties : "");
}

void
zb_word_end_cell (GString *out)
{
  g_string_append (out, "</w:tc>");
}
