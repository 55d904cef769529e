/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-ods.h"

#include <string.h>

/* A file of a few bytes can say that a cell or row stands there a million times; no list repeats itself so much. */
#define MAX_REPEATED (32 * 1024 * 1024)

/* A cell of the row in hand; the row may be written several times. @text: where its text begins in the row's texts */
typedef struct {
  guint column;
  ZbCellKind kind;
  gsize text;
  gsize length;
} Cell;

typedef struct {
  ZbSheetStream *out;
  const char *wanted;
  ZbOdsStyles styles;
  gboolean in_tables;      /* behind the styles */
  gboolean is_spreadsheet;
  gboolean any;

  guint tables;            /* how deep in tables: only the outermost is a sheet */
  gboolean is_taken;       /* the rows of this sheet */
  guint64 row;
  guint64 row_repeats;
  GArray *cells;           /* (element-type Cell) */
  GString *texts;          /* of the row */
  guint64 repeated;        /* bytes that were written again */

  guint64 column;
  guint64 column_repeats;
  gboolean in_cell;
  guint passed_over;       /* how deep in what is no part of the cell: notes, drawings */
  guint paragraphs;        /* of the cell */
  GString *value;          /* its text */
  char *type;
  char *number;
  char *style;
  gboolean is_error;
  gboolean has_formula;
} Ods;

static void
ods_clear (Ods *self)
{
  zb_ods_styles_clear (&self->styles);
  g_array_unref (self->cells);
  g_string_free (self->texts, TRUE);
  g_string_free (self->value, TRUE);
  g_free (self->type);
  g_free (self->number);
  g_free (self->style);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ods, ods_clear)

static guint64
count_of (const char **attributes, const char *name)
{
  const char *text = zb_xml_attribute (attributes, name);

  return text != NULL ? MAX (g_ascii_strtoull (text, NULL, 10), 1) : 1;
}

static void
begin_sheet (Ods *self, const char **attributes)
{
  const char *name = zb_xml_attribute (attributes, "name"), *style = zb_xml_attribute (attributes, "style-name");
  gboolean hidden = style != NULL && g_hash_table_contains (self->styles.hidden, style);

  if (name == NULL)
    name = "";
  zb_sheet_stream_listed (self->out, name, hidden);
  self->is_taken = self->wanted != NULL ? strcmp (self->wanted, name) == 0 : !hidden;
  if (self->is_taken)
    zb_sheet_stream_sheet (self->out, name, FALSE);
  self->any = self->any || self->is_taken;
  self->row = 0;
  self->row_repeats = 1;
}

static void
begin_cell (ZbXml *xml, Ods *self, const char **attributes)
{
  static const char *const numbers[] = { "value", "date-value", "time-value", "boolean-value", "string-value" };
  guint64 down = count_of (attributes, "number-rows-spanned"), right = count_of (attributes, "number-columns-spanned");

  self->in_cell = TRUE;
  self->column_repeats = count_of (attributes, "number-columns-repeated");
  self->paragraphs = 0;
  g_string_truncate (self->value, 0);
  g_free (self->type);
  g_free (self->number);
  g_free (self->style);
  self->type = g_strdup (zb_xml_attribute (attributes, "value-type"));
  self->style = g_strdup (zb_xml_attribute (attributes, "style-name"));
  self->is_error = zb_xml_has (attributes, "value-type", "error");
  self->has_formula = zb_xml_attribute (attributes, "formula") != NULL;
  self->number = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (numbers) && self->number == NULL; i++)
    self->number = g_strdup (zb_xml_attribute (attributes, numbers[i]));
  if ((down > 1 || right > 1) && down <= ZB_SHEET_MAX_ROWS && right <= ZB_SHEET_MAX_COLUMNS && self->column < ZB_SHEET_MAX_COLUMNS
      && self->row < ZB_SHEET_MAX_ROWS)
    {
      const ZbSheetMerged merged = {
        (guint32) (self->row + 1), (guint32) (self->row + down), (guint32) self->column, (guint32) (self->column + right - 1)
      };

      zb_sheet_stream_merged (self->out, &merged);
    }
}

static void
put (Ods *self, ZbCellKind kind, const char *text, gsize length)
{
  gsize start = self->texts->len;

  g_string_append_len (self->texts, text, (gssize) length);
  for (guint64 i = 0; i < self->column_repeats && self->column + i < ZB_SHEET_MAX_COLUMNS; i++)
    {
      Cell cell = { (guint) (self->column + i), kind, start, length };

      self->repeated += i > 0 ? length + 16 : 0;
      g_array_append_val (self->cells, cell);
    }
}

/* 1985-07-01 or 1985-07-01T12:30:00, as much of it as the cell shows. */
static void
put_date (Ods *self)
{
  ZbCellShows shows = zb_ods_styles_format (&self->styles, self->style).shows;
  g_autofree char *date = g_strdup (self->number);
  char *time = strchr (date, 'T');

  if (time != NULL && (g_str_has_prefix (time, "T00:00:00") || strlen (time) < 9))
    *time = '\0';
  else if (time != NULL)
    {
      *time = ' ';
      time[9] = '\0';
    }
  else if (shows == ZB_CELL_SHOWS_YEAR && strlen (date) == 10 && g_str_has_suffix (date, "-01-01"))
    date[4] = '\0';
  if ((shows == ZB_CELL_SHOWS_MONTH || shows == ZB_CELL_SHOWS_YEAR) && strlen (date) == 10 && g_str_has_suffix (date, "-01"))
    date[7] = '\0';
  put (self, ZB_CELL_DATE, date, strlen (date));
}

static void
put_number (Ods *self)
{
  ZbCellFormat format = zb_ods_styles_format (&self->styles, self->style);
  char text[ZB_CELL_NUMBER_SIZE];
  gsize length;

  format.shows = ZB_CELL_SHOWS_NUMBER;
  if ((length = zb_cell_number_text (self->number, strlen (self->number), format, text)) > 0)
    put (self, ZB_CELL_NUMBER, text, length);
}

static void
end_cell (ZbXml *xml, Ods *self)
{
  const char *type = self->type != NULL ? self->type : "";
  const char *shown = self->value->len > 0 ? self->value->str : self->number != NULL ? self->number : "";

  self->in_cell = FALSE;
  if (self->value->len > ZB_SHEET_MAX_CELL || strlen (shown) > ZB_SHEET_MAX_CELL)
    zb_xml_fail (xml, g_error_new (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "row %" G_GUINT64_FORMAT ": a cell holds too much text", self->row + 1));
  else if (self->is_error)
    put (self, ZB_CELL_ERROR, *shown != '\0' ? shown : "#N/A", *shown != '\0' ? strlen (shown) : 4);
  else if (strcmp (type, "date") == 0 && self->number != NULL)
    put_date (self);
  else if ((strcmp (type, "float") == 0 || strcmp (type, "currency") == 0 || strcmp (type, "percentage") == 0) && self->number != NULL)
    put_number (self);
  else if (strcmp (type, "boolean") == 0 && self->number != NULL)
    put (self, ZB_CELL_BOOLEAN, strcmp (self->number, "true") == 0 ? "1" : "0", 1);
  else if (*shown != '\0' && self->value->len + strlen (type) > 0)
    put (self, ZB_CELL_TEXT, shown, strlen (shown));
  else if (self->has_formula)
    put (self, ZB_CELL_FORMULA, "", 0);
  self->column += self->column_repeats;
}

static void
end_row (ZbXml *xml, Ods *self)
{
  GError *error = NULL;

  for (guint64 n = 0; self->cells->len > 0 && n < self->row_repeats && error == NULL; n++)
    {
      self->repeated += n > 0 ? self->texts->len + self->cells->len * 16 : 0;
      if (self->repeated > MAX_REPEATED)
        {
          error = g_error_new (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "row %" G_GUINT64_FORMAT ": repeated without measure", self->row + 1);
          break;
        }
      for (guint i = 0; i < self->cells->len; i++)
        {
          const Cell *cell = &g_array_index (self->cells, Cell, i);

          zb_sheet_stream_cell (self->out, cell->column, cell->kind, self->texts->str + cell->text, cell->length);
        }
      zb_sheet_stream_row (self->out, self->row + n + 1, &error);
    }
  if (error != NULL)
    zb_xml_fail (xml, error);
  self->row += self->row_repeats;
}

gboolean
zb_ods_is_no_text (const char *name)
{
  static const char *const no_text[] = { "annotation", "note", "frame", "shape", "custom-shape", "g", "line", "rect", "ruby-text", NULL };

  return g_strv_contains (no_text, name);
}

void
zb_ods_append_sign (GString *text, const char *name, const char **attributes)
{
  if (strcmp (name, "s") == 0)
    for (guint64 i = MIN (count_of (attributes, "c"), 1000); i > 0; i--)
      g_string_append_c (text, ' ');
  else if (strcmp (name, "tab") == 0)
    g_string_append_c (text, '\t');
  else if (strcmp (name, "line-break") == 0)
    g_string_append_c (text, '\n');
}

/* Inside a cell: its paragraphs, and what stands in them. */
static void
start_in_cell (ZbXml *xml, Ods *self, const char *name, const char **attributes)
{
  if (self->passed_over > 0 || zb_ods_is_no_text (name))
    self->passed_over++;
  else if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      if (self->paragraphs++ > 0)
        g_string_append_c (self->value, '\n');
    }
  else
    zb_ods_append_sign (self->value, name, attributes);
  zb_xml_want_text (xml, self->passed_over == 0 && self->paragraphs > 0);
}

static void
on_start (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Ods *self = user_data;

  if (!self->in_tables)
    {
      if (strcmp (name, "spreadsheet") == 0)
        self->in_tables = self->is_spreadsheet = TRUE;
      else
        zb_ods_styles_start (&self->styles, name, attributes);
      return;
    }
  if (self->in_cell)
    start_in_cell (xml, self, name, attributes);
  else if (strcmp (name, "table") == 0)
    {
      if (self->tables++ == 0)
        begin_sheet (self, attributes);
    }
  else if (self->tables != 1 || !self->is_taken)
    return;
  else if (strcmp (name, "table-row") == 0)
    {
      self->row_repeats = count_of (attributes, "number-rows-repeated");
      self->column = 0;
      g_array_set_size (self->cells, 0);
      g_string_truncate (self->texts, 0);
    }
  else if (strcmp (name, "table-cell") == 0)
    begin_cell (xml, self, attributes);
  else if (strcmp (name, "covered-table-cell") == 0)
    self->column += count_of (attributes, "number-columns-repeated");
}

static void
on_end (ZbXml *xml, const char *name, gpointer user_data)
{
  Ods *self = user_data;

  if (!self->in_tables)
    zb_ods_styles_end (&self->styles, name);
  else if (self->passed_over > 0)
    {
      self->passed_over--;
      zb_xml_want_text (xml, self->passed_over == 0 && self->paragraphs > 0);
    }
  else if (self->in_cell && strcmp (name, "table-cell") == 0)
    {
      zb_xml_want_text (xml, FALSE);
      end_cell (xml, self);
    }
  else if (strcmp (name, "spreadsheet") == 0)
    self->in_tables = FALSE;
  else if (self->in_cell)
    zb_xml_want_text (xml, strcmp (name, "p") != 0 && strcmp (name, "h") != 0);
  else if (strcmp (name, "table") == 0 && self->tables > 0)
    self->tables--;
  else if (strcmp (name, "table-row") == 0 && self->tables == 1 && self->is_taken)
    end_row (xml, self);
}

static void
on_text (ZbXml *xml, const char *text, gsize length, gpointer user_data)
{
  Ods *self = user_data;

  if (self->in_cell && self->value->len <= ZB_SHEET_MAX_CELL)
    g_string_append_len (self->value, text, (gssize) length);
}

static const ZbXmlHandlers handlers = { on_start, on_end, on_text };

static void
ods_init (Ods *self, const char *wanted, ZbSheetStream *out)
{
  memset (self, 0, sizeof *self);
  self->out = out;
  self->wanted = wanted;
  zb_ods_styles_init (&self->styles);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->texts = g_string_new (NULL);
  self->value = g_string_new (NULL);
}

static gboolean
check_end (const Ods *self, GError **error)
{
  if (self->any)
    return TRUE;
  g_set_error (error, ZB_SHEET_ERROR, !self->is_spreadsheet ? ZB_SHEET_ERROR_NOT_A_SHEET
               : self->wanted != NULL ? ZB_SHEET_ERROR_NO_SHEET : ZB_SHEET_ERROR_EMPTY, "no sheet to read");
  return FALSE;
}

static void
on_manifest (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  if (strcmp (name, "encryption-data") == 0 || strcmp (name, "encrypted-key") == 0)
    zb_xml_fail (xml, g_error_new_literal (ZB_SHEET_ERROR, ZB_SHEET_ERROR_PASSWORD, "an encrypted document"));
}

gboolean
zb_ods_check_password (ZbZip *zip, GError **error)
{
  static const ZbXmlHandlers manifest = { on_manifest, NULL, NULL };
  gboolean found;

  return zb_xml_read (zip, "META-INF/manifest.xml", &manifest, NULL, &found, error);
}

gboolean
zb_ods_read (ZbZip *zip, const char *sheet, ZbSheetStream *out, GError **error)
{
  g_auto(Ods) self;
  gboolean found;

  ods_init (&self, sheet, out);
  return zb_ods_check_password (zip, error) && zb_xml_read (zip, "styles.xml", &handlers, &self, &found, error)
         && zb_xml_read (zip, "content.xml", &handlers, &self, NULL, error) && check_end (&self, error);
}

gboolean
zb_ods_read_flat (ZbTextFile *file, const char *sheet, ZbSheetStream *out, GError **error)
{
  g_auto(Ods) self;

  ods_init (&self, sheet, out);
  return zb_xml_read_text (file, &handlers, &self, error) && check_end (&self, error);
}
