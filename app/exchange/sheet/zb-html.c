/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "exchange/sheet/zb-cell-number.h"
#include "exchange/sheet/zb-cell-table.h"
#include "exchange/sheet/zb-markup.h"

/* Tables inside tables lay out pages; no list stands deeper. */
#define MAX_DEPTH 64

/* Each end is looked for among all marks that are open: ends times open marks at most. Pages whose cells leave marks open stay below. */
#define MAX_LOOKING (G_GUINT64_CONSTANT (1000) * 1000 * 1000)

/* A page of more tables is no list. */
#define MAX_TABLES 500

/* Blanks and = in one mark at most. */
#define MAX_ATTRIBUTES 10000

/* A table whose end has not come. @spans: how many more rows the cell above reaches down, by column */
typedef struct {
  ZbCellTable *cells;
  GArray *spans;         /* (element-type guint32) */
  guint row;
  guint column;
  guint width;           /* columns that the cell in hand takes */
  gboolean in_cell;
  GString *text;
  GString *number;       /* what the cell holds, where the page tells it beside what it shows; "" */
} Table;

typedef struct {
  htmlParserCtxtPtr parser;
  ZbSheetStream *out;
  const char *wanted;
  GPtrArray *open;       /* (element-type Table): the innermost last */
  guint n_tables;
  guint unseen;          /* how deep in what no page shows: scripts, styles */
  gboolean any;
  GString *tail;         /* end of the last piece, in which a tag may begin */
  gint unclosed;         /* tables that begin and do not end, as they are written */
  guint n_apart;         /* blanks and = since the last < */
  gboolean is_after_less;
  gboolean is_in_mark;
  guint64 looking;       /* for the beginnings of ends, so far */
  GError *error;
} Page;

static void
table_free (gpointer data)
{
  Table *table = data;

  zb_cell_table_free (table->cells);
  g_array_unref (table->spans);
  g_string_free (table->text, TRUE);
  g_string_free (table->number, TRUE);
  g_free (table);
}

static void
page_clear (Page *self)
{
  g_ptr_array_unref (self->open);
  g_clear_error (&self->error);
  g_string_free (self->tail, TRUE);
  if (self->parser != NULL)
    htmlFreeParserCtxt (self->parser);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static Table *
innermost (Page *self)
{
  return self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;
}

static void
fail (Page *self, ZbSheetError code, const char *why)
{
  if (self->error == NULL)
    self->error = g_error_new_literal (ZB_SHEET_ERROR, (int) code, why);
  xmlStopParser (self->parser);
}

static const char *
attribute (const xmlChar **attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
      return (const char *) attributes[i + 1];
  return NULL;
}

static guint
span_of (const xmlChar **attributes, const char *name, guint most)
{
  const char *text = attribute (attributes, name);
  guint64 span = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (span, 1, most);
}

static guint32 *
span_at (Table *table, guint column)
{
  static const guint32 none = 0;

  while (table->spans->len <= column)
    g_array_append_val (table->spans, none);
  return &g_array_index (table->spans, guint32, column);
}

/* Blanks and line ends are one blank, as a browser shows them; a line break is one. */
static void
append_text (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xa0)
        c = ' ';
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
            g_string_append_c (out, ' ');
        }
      else
        g_string_append_unichar (out, c);
    }
}

static void
break_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

/* 1.99E+10 in a narrow column: the number itself stands beside it, if the program that wrote the page put it there. */
static gboolean
is_rounded (const Table *table)
{
  return table->number->len > 0 && strspn (table->text->str, "0123456789.E+") == table->text->len && strstr (table->text->str, "E+") != NULL;
}

static void
take_number (Table *table)
{
  ZbCellFormat format = { ZB_CELL_SHOWS_NUMBER, 0, 0 };
  char text[ZB_CELL_NUMBER_SIZE];
  gsize length = zb_cell_number_text (table->number->str, table->number->len, format, text);

  if (length > 0)
    zb_cell_table_add (table->cells, table->row, table->column, ZB_CELL_NUMBER, text, length);
}

static void
end_cell (Page *self, Table *table)
{
  if (!table->in_cell)
    return;
  g_strstrip (table->text->str);
  table->text->len = strlen (table->text->str);
  if (table->text->len > ZB_SHEET_MAX_CELL)
    fail (self, ZB_SHEET_ERROR_TOO_BIG, "a cell holds too much text");
  else if (is_rounded (table))
    take_number (table);
  else if (table->text->len > 0)
    zb_cell_table_add (table->cells, table->row, table->column, ZB_CELL_TEXT, table->text->str, table->text->len);
  table->column += table->width;
  table->in_cell = FALSE;
}

static void
begin_cell (Page *self, Table *table, const xmlChar **attributes)
{
  guint down = span_of (attributes, "rowspan", ZB_SHEET_MAX_ROWS);
  const char *number;

  end_cell (self, table);
  if (table->row == 0)
    table->row = 1;
  table->width = span_of (attributes, "colspan", 1000);
  while (table->column < ZB_SHEET_MAX_COLUMNS && *span_at (table, table->column) > 0)
    table->column++;
  if (table->column + table->width > ZB_SHEET_MAX_COLUMNS)
    {
      fail (self, ZB_SHEET_ERROR_TOO_BIG, "too many columns");
      return;
    }
  for (guint i = 0; i < table->width && down > 1; i++)
    *span_at (table, table->column + i) = down;
  if (table->width > 1 || down > 1)
    zb_cell_table_merge (table->cells, table->row, MIN (table->row + down - 1, ZB_SHEET_MAX_ROWS), table->column, table->column + table->width - 1);
  table->in_cell = TRUE;
  g_string_truncate (table->text, 0);
  number = attribute (attributes, "x:num") != NULL ? attribute (attributes, "x:num") : attribute (attributes, "sdval");
  g_string_assign (table->number, number != NULL ? number : "");
}

static void
begin_row (Page *self, Table *table)
{
  end_cell (self, table);
  for (guint i = 0; table->row > 0 && i < table->spans->len; i++)
    *span_at (table, i) -= *span_at (table, i) > 0;
  table->row++;
  table->column = 0;
  if (table->row > ZB_SHEET_MAX_ROWS)
    fail (self, ZB_SHEET_ERROR_TOO_MANY_ROWS, "more rows than a sheet has");
}

static void
begin_table (Page *self)
{
  Table *table;

  if (self->open->len >= MAX_DEPTH)
    {
      fail (self, ZB_SHEET_ERROR_TOO_BIG, "tables in tables without end");
      return;
    }
  table = g_new0 (Table, 1);
  table->cells = zb_cell_table_new ();
  table->spans = g_array_new (FALSE, FALSE, sizeof (guint32));
  table->text = g_string_new (NULL);
  table->number = g_string_new (NULL);
  g_ptr_array_add (self->open, table);
}

/* The first table of a page has no name, as a text file has none; further ones are numbered. */
static void
end_table (Page *self)
{
  Table *table = innermost (self);
  g_autofree char *name = NULL;

  if (table == NULL)
    return;
  end_cell (self, table);
  if (!zb_cell_table_is_empty (table->cells) && self->n_tables < MAX_TABLES && self->error == NULL)
    {
      self->n_tables++;
      name = self->n_tables == 1 ? g_strdup ("") : g_strdup_printf ("%u", self->n_tables);
      zb_sheet_stream_listed (self->out, name, FALSE);
      if (self->wanted == NULL || strcmp (self->wanted, name) == 0)
        {
          self->any = TRUE;
          zb_sheet_stream_sheet (self->out, name, FALSE);
          if (!zb_cell_table_write (table->cells, self->out, &self->error))
            xmlStopParser (self->parser);
        }
    }
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

static gboolean
is_unseen (const char *name)
{
  static const char *const unseen[] = { "script", "style", "head", "title", "textarea", "comment", NULL };

  return g_strv_contains (unseen, name);
}

static void
on_start (void *user_data, const xmlChar *element, const xmlChar **attributes)
{
  static const char *const lines[] = { "br", "p", "div", "li", NULL };
  Page *self = user_data;
  const char *name = (const char *) element;
  Table *table = innermost (self);

  if (self->unseen > 0 || is_unseen (name))
    self->unseen += is_unseen (name);
  else if (strcmp (name, "table") == 0)
    begin_table (self);
  else if (table == NULL)
    return;
  else if (strcmp (name, "tr") == 0)
    begin_row (self, table);
  else if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    begin_cell (self, table, attributes);
  else if (table->in_cell && g_strv_contains (lines, name))
    break_line (table->text);
}

static void
on_end (void *user_data, const xmlChar *element)
{
  Page *self = user_data;
  const char *name = (const char *) element;
  Table *table = innermost (self);

  if (self->unseen > 0)
    self->unseen -= is_unseen (name);
  else if (strcmp (name, "table") == 0)
    end_table (self);
  else if (table != NULL && (strcmp (name, "td") == 0 || strcmp (name, "th") == 0 || strcmp (name, "tr") == 0))
    end_cell (self, table);
}

static void
on_text (void *user_data, const xmlChar *text, int length)
{
  Page *self = user_data;
  Table *table = innermost (self);

  if (self->unseen == 0 && table != NULL && table->in_cell && table->text->len <= ZB_SHEET_MAX_CELL)
    append_text (table->text, (const char *) text, (gsize) length);
}

/* The parser ends by itself what is open where a page is cut short; as it is written, a table without its end tells that. */
static void
count_tables (Page *self, const char *text, gsize length)
{
  g_autofree char *lower = NULL;
  const char *at;
  gsize keep;

  g_string_append_len (self->tail, text, (gssize) length);
  lower = g_ascii_strdown (self->tail->str, (gssize) self->tail->len);
  at = lower;
  while ((at = strstr (at, "table")) != NULL)
    {
      gsize before = (gsize) (at - lower);

      self->unclosed += before >= 1 && at[-1] == '<';
      self->unclosed -= before >= 2 && at[-1] == '/' && at[-2] == '<';
      at += strlen ("table");
    }
  /* What is counted ends with the word; two signs before it and a part of it may be missing yet. */
  keep = MIN (self->tail->len, strlen ("</tabl"));
  g_string_erase (self->tail, 0, (gssize) (self->tail->len - keep));
}

/* The parser compares each attribute of a mark with all before it: a mark of a million of them is no table. */
static void
count_attributes (Page *self, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '<')
        self->n_apart = 0;
      else if (g_ascii_isspace (text[i]) || text[i] == '=')
        self->n_apart++;
      else if (text[i] == '>')
        {
          self->n_apart = 0;
          self->is_in_mark = FALSE;
        }
      if (self->is_after_less)
        self->is_in_mark = g_ascii_isalpha (text[i]);
      self->is_after_less = text[i] == '<';
      if (self->is_in_mark && self->n_apart > MAX_ATTRIBUTES)
        {
          fail (self, ZB_SHEET_ERROR_TOO_BIG, "a mark with attributes without end");
          return;
        }
    }
}

static void
count_ends (Page *self, const char *text, gsize length)
{
  guint64 n = 0;

  for (gsize i = 0; i + 1 < length; i++)
    n += text[i] == '<' && text[i + 1] == '/';
  self->looking += n * (guint64) MAX (self->parser->nameNr, 0);
  if (self->looking > MAX_LOOKING)
    fail (self, ZB_SHEET_ERROR_TOO_BIG, "marks in marks without end");
}

static void
on_message (void *user_data, const char *message, ...)
{
}

gboolean
zb_html_read (ZbTextFile *file, const char *sheet, ZbSheetStream *out, GError **error)
{
  htmlSAXHandler handler = { .startElement = on_start, .endElement = on_end, .characters = on_text, .ignorableWhitespace = on_text,
                             .cdataBlock = on_text, .warning = on_message, .error = on_message };
  g_autoptr(GString) chunk = g_string_new (NULL);
  g_auto(Page) self = { .out = out, .wanted = sheet, .open = g_ptr_array_new_with_free_func (table_free),
                         .tail = g_string_new (NULL) };

  self.parser = htmlCreatePushParserCtxt (&handler, &self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (self.parser == NULL)
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_FAILED, "no parser for pages");
      return FALSE;
    }
  htmlCtxtUseOptions (self.parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  do
    {
      if (!zb_text_file_read (file, chunk, error))
        return FALSE;
      count_tables (&self, chunk->str, chunk->len);
      count_attributes (&self, chunk->str, chunk->len);
      count_ends (&self, chunk->str, chunk->len);
      if (self.error == NULL)
        htmlParseChunk (self.parser, chunk->str, (int) chunk->len, chunk->len == 0);
    }
  while (chunk->len > 0 && self.error == NULL);
  if (self.error == NULL && self.unclosed > 0)
    fail (&self, ZB_SHEET_ERROR_DAMAGED, "a table without its end");
  if (self.error == NULL && !self.any)
    fail (&self, sheet != NULL ? ZB_SHEET_ERROR_NO_SHEET : ZB_SHEET_ERROR_NOT_A_SHEET, "a page without a table");
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self.error));
  return FALSE;
}
