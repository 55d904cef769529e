/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/sheet/zb-cell-number.h"
#include "exchange/sheet/zb-cell-table.h"
#include "exchange/sheet/zb-markup.h"
#include "exchange/sheet/zb-xml.h"

typedef struct {
  ZbSheetStream *out;
  const char *wanted;
  GHashTable *formats;   /* id of a style → #ZbCellFormat */
  char *style;           /* id of the style in hand */
  gboolean any;

  char *name;            /* of the sheet in hand */
  gboolean is_hidden;
  gboolean in_table;
  ZbCellTable *table;
  guint64 row;
  guint64 column;        /* of the next cell, from 0 */
  guint64 across;
  guint64 down;
  char *cell_style;
  gboolean has_formula;
  gboolean has_data;
  char *type;
  guint passed_over;     /* how deep in a comment or a phonetic hint */
  gboolean in_data;
  gboolean in_visible;
  GString *value;
} Book;

static void
book_clear (Book *self)
{
  g_hash_table_unref (self->formats);
  zb_cell_table_free (self->table);
  g_string_free (self->value, TRUE);
  g_free (self->style);
  g_free (self->name);
  g_free (self->cell_style);
  g_free (self->type);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

/* The formats that have names instead of codes. */
static ZbCellFormat
format_of (const char *code)
{
  static const struct { const char *name; ZbCellShows shows; } named[] = {
    { "General Date", ZB_CELL_SHOWS_DAY }, { "Short Date", ZB_CELL_SHOWS_DAY }, { "Medium Date", ZB_CELL_SHOWS_DAY },
    { "Long Date", ZB_CELL_SHOWS_DAY }, { "Short Time", ZB_CELL_SHOWS_TIME }, { "Medium Time", ZB_CELL_SHOWS_TIME },
    { "Long Time", ZB_CELL_SHOWS_TIME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (strcmp (code, named[i].name) == 0)
      return (ZbCellFormat) { named[i].shows, 0, 0 };
  return zb_cell_format_parse (code);
}

static guint64
index_of (const char **attributes, const char *name, guint64 otherwise)
{
  const char *text = zb_xml_attribute (attributes, name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
begin_cell (ZbXml *xml, Book *self, const char **attributes)
{
  self->column = index_of (attributes, "Index", self->column + 1) - 1;
  self->across = index_of (attributes, "MergeAcross", 0);
  self->down = index_of (attributes, "MergeDown", 0);
  g_free (self->cell_style);
  self->cell_style = g_strdup (zb_xml_attribute (attributes, "StyleID"));
  self->has_formula = zb_xml_attribute (attributes, "Formula") != NULL;
  self->has_data = FALSE;
  if (self->column >= ZB_SHEET_MAX_COLUMNS || self->across >= ZB_SHEET_MAX_COLUMNS || self->down >= ZB_SHEET_MAX_ROWS)
    zb_xml_fail (xml, g_error_new (ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "row %" G_GUINT64_FORMAT ": a cell outside of the sheet", self->row));
  else if (self->across > 0 || self->down > 0)
    zb_cell_table_merge (self->table, (guint) self->row, (guint) (self->row + self->down), (guint) self->column, (guint) (self->column + self->across));
}

static void
add (Book *self, ZbCellKind kind, const char *text, gsize length)
{
  zb_cell_table_add (self->table, (guint) self->row, (guint) self->column, kind, text, length);
}

/* 1985-07-01T00:00:00.000, as much of it as the cell shows. */
static void
add_date (Book *self, ZbCellFormat format)
{
  char *time = strchr (self->value->str, 'T');

  if (time == NULL || time - self->value->str != 10)
    {
      add (self, ZB_CELL_TEXT, self->value->str, self->value->len);
      return;
    }
  if (format.shows == ZB_CELL_SHOWS_TIME && g_str_has_prefix (self->value->str, "1899-12-31"))
    {
      add (self, ZB_CELL_TEXT, time + 1, MIN (strlen (time + 1), 8));
      return;
    }
  if (g_str_has_prefix (time, "T00:00:00"))
    g_string_truncate (self->value, format.shows == ZB_CELL_SHOWS_MONTH && memcmp (time - 3, "-01", 3) == 0 ? 7 : 10);
  else
    {
      *time = ' ';
      g_string_truncate (self->value, MIN (self->value->len, 19));
    }
  add (self, ZB_CELL_DATE, self->value->str, self->value->len);
}

static void
end_data (ZbXml *xml, Book *self)
{
  const ZbCellFormat *known = self->cell_style != NULL ? g_hash_table_lookup (self->formats, self->cell_style) : NULL;
  ZbCellFormat format = known != NULL ? *known : (ZbCellFormat) { ZB_CELL_SHOWS_NUMBER, 0, 0 };
  char text[ZB_CELL_NUMBER_SIZE];
  ZbCellKind kind;
  gsize length;

  self->has_data = self->value->len > 0;
  if (self->value->len > ZB_SHEET_MAX_CELL)
    zb_xml_fail (xml, g_error_new (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "row %" G_GUINT64_FORMAT ": a cell holds too much text", self->row));
  else if (self->value->len == 0)
    return;
  else if (g_strcmp0 (self->type, "DateTime") == 0)
    add_date (self, format);
  else if (g_strcmp0 (self->type, "Boolean") == 0)
    add (self, ZB_CELL_BOOLEAN, self->value->str[0] == '1' ? "1" : "0", 1);
  else if (g_strcmp0 (self->type, "Error") == 0)
    add (self, ZB_CELL_ERROR, self->value->str, self->value->len);
  else if (g_strcmp0 (self->type, "Number") == 0 && (length = zb_cell_text (self->value->str, self->value->len, format, FALSE, &kind, text)) > 0)
    add (self, kind, text, length);
  else
    add (self, ZB_CELL_TEXT, self->value->str, self->value->len);
}

static void
begin_sheet (Book *self, const char **attributes)
{
  const char *name = zb_xml_attribute (attributes, "Name");

  g_free (self->name);
  self->name = g_strdup (name != NULL ? name : "");
  self->is_hidden = FALSE;
  zb_cell_table_free (self->table);
  self->table = zb_cell_table_new ();
}

/* Whether a sheet is hidden is told behind its rows. */
static void
end_sheet (ZbXml *xml, Book *self)
{
  GError *error = NULL;

  if (self->table == NULL)
    return;
  zb_sheet_stream_listed (self->out, self->name, self->is_hidden);
  if (self->wanted != NULL ? strcmp (self->wanted, self->name) == 0 : !self->is_hidden)
    {
      self->any = TRUE;
      zb_sheet_stream_sheet (self->out, self->name, FALSE);
      if (!zb_cell_table_write (self->table, self->out, &error))
        zb_xml_fail (xml, error);
    }
  g_clear_pointer (&self->table, zb_cell_table_free);
}

static void
start_in_table (ZbXml *xml, Book *self, const char *name, const char **attributes)
{
  if (self->passed_over > 0 || strcmp (name, "Comment") == 0 || strcmp (name, "PhoneticText") == 0)
    self->passed_over++;
  else if (strcmp (name, "Row") == 0)
    {
      self->row = index_of (attributes, "Index", self->row + 1);
      self->column = 0;
      if (self->row < 1 || self->row > ZB_SHEET_MAX_ROWS)
        zb_xml_fail (xml, g_error_new_literal (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_MANY_ROWS, "a row outside of the sheet"));
    }
  else if (strcmp (name, "Cell") == 0)
    begin_cell (xml, self, attributes);
  else if (strcmp (name, "Data") == 0)
    {
      g_free (self->type);
      self->type = g_strdup (zb_xml_attribute (attributes, "Type"));
      self->in_data = TRUE;
      g_string_truncate (self->value, 0);
    }
  zb_xml_want_text (xml, self->in_data && self->passed_over == 0);
}

static void
on_start (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Book *self = user_data;
  const char *code;

  if (self->in_table)
    start_in_table (xml, self, name, attributes);
  else if (strcmp (name, "Style") == 0)
    {
      g_free (self->style);
      self->style = g_strdup (zb_xml_attribute (attributes, "ID"));
    }
  else if (strcmp (name, "NumberFormat") == 0 && self->style != NULL && (code = zb_xml_attribute (attributes, "Format")) != NULL)
    {
      ZbCellFormat format = format_of (code);

      g_hash_table_insert (self->formats, g_strdup (self->style), g_memdup2 (&format, sizeof format));
    }
  else if (strcmp (name, "Worksheet") == 0)
    begin_sheet (self, attributes);
  else if (strcmp (name, "Table") == 0 && self->table != NULL)
    {
      self->in_table = TRUE;
      self->row = 0;
    }
  else if (strcmp (name, "Visible") == 0)
    {
      self->in_visible = TRUE;
      g_string_truncate (self->value, 0);
      zb_xml_want_text (xml, TRUE);
    }
}

static void
end_in_table (ZbXml *xml, Book *self, const char *name)
{
  if (self->passed_over > 0)
    self->passed_over--;
  else if (strcmp (name, "Data") == 0)
    {
      self->in_data = FALSE;
      end_data (xml, self);
    }
  else if (strcmp (name, "Cell") == 0)
    {
      if (self->has_formula && !self->has_data)
        add (self, ZB_CELL_FORMULA, "", 0);
      self->column += 1 + self->across;
    }
  else if (strcmp (name, "Table") == 0)
    self->in_table = FALSE;
  zb_xml_want_text (xml, self->in_data && self->passed_over == 0);
}

static void
on_end (ZbXml *xml, const char *name, gpointer user_data)
{
  Book *self = user_data;

  if (self->in_table)
    end_in_table (xml, self, name);
  else if (strcmp (name, "Visible") == 0)
    {
      self->in_visible = FALSE;
      self->is_hidden = g_str_has_prefix (self->value->str, "Sheet");
      zb_xml_want_text (xml, FALSE);
    }
  else if (strcmp (name, "Worksheet") == 0)
    end_sheet (xml, self);
}

static void
on_text (ZbXml *xml, const char *text, gsize length, gpointer user_data)
{
  Book *self = user_data;

  if (self->value->len <= ZB_SHEET_MAX_CELL)
    g_string_append_len (self->value, text, (gssize) length);
}

gboolean
zb_xml_workbook_read (ZbTextFile *file, const char *sheet, ZbSheetStream *out, GError **error)
{
  static const ZbXmlHandlers handlers = { on_start, on_end, on_text };
  g_auto(Book) self = {
    .out = out,
    .wanted = sheet,
    .formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .value = g_string_new (NULL),
  };

  if (!zb_xml_read_text (file, &handlers, &self, error))
    return FALSE;
  if (!self.any)
    g_set_error (error, ZB_SHEET_ERROR, sheet != NULL ? ZB_SHEET_ERROR_NO_SHEET : ZB_SHEET_ERROR_EMPTY, "no sheet to read");
  return self.any;
}
