/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-xlsx.h"

#include <string.h>

#include "exchange/sheet/zb-xml.h"

/* The cell being read: its place and type, and the text of its value. */
typedef struct {
  ZbXlsxBook *book;
  ZbSheetStream *out;
  gboolean in_data;
  guint64 row;
  gint64 column;
  char type;            /* n, s (shared), b, e, i (inline), r (text of a formula), d */
  guint style;
  gboolean has_formula;
  guint phonetic;
  GString *value;
} Sheet;

static void
fail_at (ZbXml *xml, Sheet *self, ZbSheetError code, const char *what)
{
  zb_xml_fail (xml, g_error_new (ZB_SHEET_ERROR, code, "row %" G_GUINT64_FORMAT ": %s", self->row, what));
}

static gboolean
is_letter (const char *name, char letter)
{
  return name[0] == letter && name[1] == '\0';
}

static guint64
number (const char *text)
{
  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static char
cell_type (const char *type)
{
  if (type == NULL || strcmp (type, "n") == 0)
    return 'n';
  if (strcmp (type, "str") == 0)
    return 'r';
  if (strcmp (type, "inlineStr") == 0)
    return 'i';
  return type[0];
}

/* `AB12` → 27, or −1. */
static gint64
column_of (const char *reference)
{
  gint64 column = 0;
  const char *p = reference;

  for (; g_ascii_isalpha (*p) && column <= ZB_SHEET_MAX_COLUMNS; p++)
    column = column * 26 + (g_ascii_toupper (*p) - 'A' + 1);
  return p > reference && column <= ZB_SHEET_MAX_COLUMNS ? column - 1 : -1;
}

/* `A1:F1`; both rows are counted from 1. */
static void
take_merged (Sheet *self, const char *reference)
{
  const char *colon = reference != NULL ? strchr (reference, ':') : NULL;
  gint64 first = reference != NULL ? column_of (reference) : -1, last = colon != NULL ? column_of (colon + 1) : -1;
  ZbSheetMerged merged;

  if (first < 0 || last < 0)
    return;
  merged.first_column = (guint32) first;
  merged.last_column = (guint32) last;
  merged.first_row = (guint32) MIN (number (reference + strcspn (reference, "0123456789")), G_MAXUINT32);
  merged.last_row = (guint32) MIN (number (colon + strcspn (colon, "0123456789")), G_MAXUINT32);
  zb_sheet_stream_merged (self->out, &merged);
}

static void
start_cell (ZbXml *xml, Sheet *self, const char **attributes)
{
  const char *reference = NULL, *style = NULL, *type = NULL;

  for (guint i = 0; attributes[i] != NULL; i += 2)
    switch (attributes[i][0])
      {
      case 'r': reference = attributes[i + 1]; break;
      case 's': style = attributes[i + 1]; break;
      case 't': type = attributes[i + 1]; break;
      default: break;
      }
  self->column = reference != NULL ? column_of (reference) : self->column + 1;
  if (self->column < 0 || self->column >= ZB_SHEET_MAX_COLUMNS)
    fail_at (xml, self, ZB_SHEET_ERROR_DAMAGED, "a cell outside of the sheet");
  self->type = cell_type (type);
  self->style = (guint) number (style);
  self->has_formula = FALSE;
  g_string_truncate (self->value, 0);
}

static void
on_start (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Sheet *self = user_data;

  if (!self->in_data)
    {
      self->in_data = strcmp (name, "sheetData") == 0;
      if (strcmp (name, "mergeCell") == 0)
        take_merged (self, zb_xml_attribute (attributes, "ref"));
      return;
    }
  if (is_letter (name, 'c'))
    start_cell (xml, self, attributes);
  else if (is_letter (name, 'v'))
    zb_xml_want_text (xml, self->type != 'i');
  else if (is_letter (name, 't'))
    zb_xml_want_text (xml, self->type == 'i' && self->phonetic == 0);
  else if (strcmp (name, "row") == 0)
    {
      const char *reference = zb_xml_attribute (attributes, "r");

      self->row = reference != NULL ? number (reference) : self->row + 1;
      self->column = -1;
      if (self->row == 0)
        fail_at (xml, self, ZB_SHEET_ERROR_DAMAGED, "a row outside of the sheet");
    }
  else if (is_letter (name, 'f'))
    self->has_formula = TRUE;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
}

static void
emit (Sheet *self, ZbCellKind kind, const char *text, gsize length)
{
  zb_sheet_stream_cell (self->out, (guint) self->column, kind, text, length);
}

static void
end_number (Sheet *self)
{
  ZbCellFormat format = { ZB_CELL_SHOWS_NUMBER, 0, 0 };
  char text[ZB_CELL_NUMBER_SIZE];
  ZbCellKind kind;
  gsize length;

  if (self->style < self->book->formats->len)
    format = g_array_index (self->book->formats, ZbCellFormat, self->style);
  if ((length = zb_cell_text (self->value->str, self->value->len, format, self->book->from_1904, &kind, text)) > 0)
    emit (self, kind, text, length);
  else
    emit (self, ZB_CELL_TEXT, self->value->str, self->value->len);
}

static void
end_shared (ZbXml *xml, Sheet *self)
{
  guint64 i = number (self->value->str);
  guint32 start, end;

  if (i >= self->book->starts->len)
    {
      fail_at (xml, self, ZB_SHEET_ERROR_DAMAGED, "a text that is not in the file");
      return;
    }
  start = g_array_index (self->book->starts, guint32, i);
  end = i + 1 < self->book->starts->len ? g_array_index (self->book->starts, guint32, i + 1) : self->book->strings->len;
  emit (self, ZB_CELL_TEXT, (const char *) self->book->strings->data + start, end - start - 1);
}

/* A date in ISO 8601, as strict workbooks may have it. */
static void
end_iso_date (Sheet *self)
{
  char *time = strchr (self->value->str, 'T');

  if (time != NULL && g_str_has_prefix (time, "T00:00:00"))
    g_string_truncate (self->value, (gsize) (time - self->value->str));
  else if (time != NULL)
    *time = ' ';
  emit (self, ZB_CELL_DATE, self->value->str, self->value->len);
}

static void
end_cell (ZbXml *xml, Sheet *self)
{
  GString *value = self->value;

  if (value->len > ZB_SHEET_MAX_CELL)
    {
      fail_at (xml, self, ZB_SHEET_ERROR_TOO_BIG, "a cell holds too much text");
      return;
    }
  if (value->len == 0)
    {
      if (self->has_formula && self->type == 'n')
        emit (self, ZB_CELL_FORMULA, "", 0);
      return;
    }
  switch (self->type)
    {
    case 's': end_shared (xml, self); break;
    case 'b': emit (self, ZB_CELL_BOOLEAN, value->str[0] == '1' || value->str[0] == 't' ? "1" : "0", 1); break;
    case 'e': emit (self, ZB_CELL_ERROR, value->str, value->len); break;
    case 'd': end_iso_date (self); break;
    case 'i':
    case 'r':
      zb_xlsx_unescape (value);
      emit (self, ZB_CELL_TEXT, value->str, value->len);
      break;
    default: end_number (self); break;
    }
}

static void
on_end (ZbXml *xml, const char *name, gpointer user_data)
{
  Sheet *self = user_data;
  GError *error = NULL;

  if (!self->in_data)
    return;
  if (is_letter (name, 'v') || is_letter (name, 't'))
    zb_xml_want_text (xml, FALSE);
  else if (is_letter (name, 'c'))
    end_cell (xml, self);
  else if (strcmp (name, "row") == 0 && !zb_sheet_stream_row (self->out, self->row, &error))
    zb_xml_fail (xml, error);
  else if (strcmp (name, "rPh") == 0 && self->phonetic > 0)
    self->phonetic--;
  else if (strcmp (name, "sheetData") == 0)
    self->in_data = FALSE;
}

static void
on_text (ZbXml *xml, const char *text, gsize length, gpointer user_data)
{
  Sheet *self = user_data;

  if (self->value->len <= ZB_SHEET_MAX_CELL)
    g_string_append_len (self->value, text, (gssize) length);
}

gboolean
zb_xlsx_read_sheet (ZbXlsxBook *book, const char *part, ZbSheetStream *out, GError **error)
{
  static const ZbXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr(GString) value = g_string_new (NULL);
  Sheet self = { .book = book, .out = out, .column = -1, .type = 'n', .value = value };

  return zb_xml_read (book->zip, part, &handlers, &self, NULL, error);
}
