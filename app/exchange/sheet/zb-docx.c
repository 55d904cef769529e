/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-docx.h"

#include <string.h>

#include "exchange/sheet/zb-text-tables.h"
#include "exchange/sheet/zb-xml.h"

typedef struct {
  ZbTextTables *tables;
  guint depth;           /* how deep in tables: only the outermost is one */
  gboolean in_cell;      /* of the outermost */
  guint passed_over;     /* how deep in what is no text of the cell: pictures, what was struck out */
  gboolean in_run;
  gboolean is_hidden;    /* the run in hand */
  gboolean in_row_marks;
  gboolean row_is_gone;
  guint across;
  gboolean goes_on;
  guint paragraphs;      /* of the cell, or of the text outside of tables */
  GString *text;
} Docx;

static gboolean
is_passed_over (const char *name)
{
  static const char *const others[] = {
    "del", "moveFrom", "delText", "instrText", "drawing", "pict", "object", "txbxContent", "Fallback", "rt", "footnote", "comment", NULL
  };

  return g_strv_contains (others, name);
}

/* Of a mark that is on unless it says otherwise. */
static gboolean
is_on (const char **attributes)
{
  const char *value = zb_xml_attribute (attributes, "val");

  return value == NULL || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0 && strcmp (value, "off") != 0 && strcmp (value, "none") != 0);
}

static guint
number_of (const char **attributes)
{
  const char *value = zb_xml_attribute (attributes, "val");

  return value != NULL ? (guint) MIN (g_ascii_strtoull (value, NULL, 10), ZB_SHEET_MAX_COLUMNS) : 0;
}

/* Ticks and boxes are letters of fonts of signs, in Unicode's place for private use. */
static const char *
sign_of (const char **attributes)
{
  static const struct { const char *font; guint code; const char *sign; } signs[] = {
    { "Wingdings", 0xfe, "☑" }, { "Wingdings", 0xfc, "✓" }, { "Wingdings", 0xfd, "☒" }, { "Wingdings", 0xfb, "✗" },
    { "Wingdings", 0xa8, "□" }, { "Wingdings", 0x6f, "□" },
    { "Wingdings 2", 0x52, "☑" }, { "Wingdings 2", 0x50, "✓" }, { "Wingdings 2", 0x53, "☒" }, { "Wingdings 2", 0x51, "☒" },
    { "Wingdings 2", 0x4f, "✗" }, { "Wingdings 2", 0xa3, "□" }, { "Wingdings 2", 0x2a, "□" },
  };
  const char *font = zb_xml_attribute (attributes, "font"), *code = zb_xml_attribute (attributes, "char");
  guint64 letter = code != NULL ? g_ascii_strtoull (code, NULL, 16) & 0xff : 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs) && font != NULL; i++)
    if (signs[i].code == letter && g_ascii_strcasecmp (signs[i].font, font) == 0)
      return signs[i].sign;
  return "";
}

static void
append (Docx *self, const char *text)
{
  if (self->in_run && !self->is_hidden && self->text->len <= ZB_SHEET_MAX_CELL)
    g_string_append (self->text, text);
}

static void
begin_text (Docx *self)
{
  g_string_truncate (self->text, 0);
  self->paragraphs = 0;
}

/* Marks of the table, its rows and cells. */
static void
start_in_table (Docx *self, const char *name, const char **attributes)
{
  if (strcmp (name, "tr") == 0)
    {
      zb_text_tables_row (self->tables);
      self->row_is_gone = FALSE;
    }
  else if (strcmp (name, "trPr") == 0)
    self->in_row_marks = TRUE;
  else if (strcmp (name, "gridBefore") == 0)
    zb_text_tables_skip (self->tables, number_of (attributes));
  else if (strcmp (name, "tc") == 0)
    {
      self->in_cell = TRUE;
      self->across = 1;
      self->goes_on = FALSE;
      begin_text (self);
    }
  else if (strcmp (name, "gridSpan") == 0)
    self->across = MAX (number_of (attributes), 1);
  else if (strcmp (name, "vMerge") == 0)
    self->goes_on = !zb_xml_has (attributes, "val", "restart");
}

static void
start_in_text (ZbXml *xml, Docx *self, const char *name, const char **attributes)
{
  if (strcmp (name, "p") == 0)
    {
      if (self->paragraphs++ > 0 && self->in_cell)
        g_string_append_c (self->text, '\n');
    }
  else if (strcmp (name, "r") == 0)
    {
      self->in_run = TRUE;
      self->is_hidden = FALSE;
    }
  else if (strcmp (name, "vanish") == 0)
    self->is_hidden = self->in_run && is_on (attributes);
  else if (strcmp (name, "t") == 0)
    zb_xml_want_text (xml, self->in_run && !self->is_hidden);
  else if (strcmp (name, "tab") == 0 || strcmp (name, "ptab") == 0)
    append (self, "\t");
  else if (strcmp (name, "br") == 0 || strcmp (name, "cr") == 0)
    append (self, "\n");
  else if (strcmp (name, "noBreakHyphen") == 0)
    append (self, "-");
  else if (strcmp (name, "sym") == 0)
    append (self, sign_of (attributes));
}

static void
on_start (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Docx *self = user_data;

  if (self->passed_over > 0 || is_passed_over (name))
    {
      self->row_is_gone = self->row_is_gone || (self->passed_over == 0 && self->in_row_marks && strcmp (name, "del") == 0);
      self->passed_over++;
      zb_xml_want_text (xml, FALSE);
    }
  else if (strcmp (name, "tbl") == 0)
    {
      if (self->depth++ == 0)
        zb_text_tables_begin (self->tables);
    }
  else
    {
      if (self->depth == 1)
        start_in_table (self, name, attributes);
      if (self->depth == 0 || self->in_cell)
        start_in_text (xml, self, name, attributes);
    }
}

static void
end_cell (ZbXml *xml, Docx *self)
{
  self->in_cell = FALSE;
  if (self->text->len > ZB_SHEET_MAX_CELL)
    zb_xml_fail (xml, g_error_new_literal (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "a cell holds too much text"));
  else
    zb_text_tables_cell (self->tables, self->across, self->goes_on, self->text->str);
  begin_text (self);
}

static void
end_table (ZbXml *xml, Docx *self)
{
  GError *error = NULL;

  if (self->depth > 0 && --self->depth == 0 && !zb_text_tables_end (self->tables, &error))
    zb_xml_fail (xml, error);
}

static void
on_end (ZbXml *xml, const char *name, gpointer user_data)
{
  Docx *self = user_data;

  if (self->passed_over > 0)
    self->passed_over--;
  else if (strcmp (name, "t") == 0)
    zb_xml_want_text (xml, FALSE);
  else if (strcmp (name, "r") == 0)
    self->in_run = FALSE;
  else if (strcmp (name, "tbl") == 0)
    end_table (xml, self);
  else if (self->depth == 0 && strcmp (name, "p") == 0)
    {
      zb_text_tables_paragraph (self->tables, self->text->str);
      begin_text (self);
    }
  else if (self->depth != 1)
    return;
  else if (strcmp (name, "tc") == 0 && self->in_cell)
    end_cell (xml, self);
  else if (strcmp (name, "trPr") == 0)
    self->in_row_marks = FALSE;
  else if (strcmp (name, "tr") == 0 && self->row_is_gone)
    zb_text_tables_drop_row (self->tables);
}

static void
on_text (ZbXml *xml, const char *text, gsize length, gpointer user_data)
{
  Docx *self = user_data;

  if (self->text->len <= ZB_SHEET_MAX_CELL)
    g_string_append_len (self->text, text, (gssize) length);
}

gboolean
zb_docx_read (ZbZip *zip, const char *part, const char *sheet, ZbSheetStream *out, GError **error)
{
  static const ZbXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr(ZbTextTables) tables = zb_text_tables_new (out, sheet);
  g_autoptr(GString) text = g_string_new (NULL);
  Docx self = { .tables = tables, .text = text };

  return zb_xml_read (zip, part, &handlers, &self, NULL, error) && zb_text_tables_finish (tables, error);
}
