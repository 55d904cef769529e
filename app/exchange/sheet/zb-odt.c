/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-odt.h"

#include <string.h>

#include "exchange/sheet/zb-ods.h"
#include "exchange/sheet/zb-text-tables.h"

/* A cell that reaches down from a row above. @rows: how many more */
typedef struct {
  guint across;
  guint64 rows;
} Reach;

typedef struct {
  ZbTextTables *tables;
  gboolean in_body;
  guint depth;           /* how deep in tables: only the outermost is one */
  gboolean in_cell;      /* of the outermost */
  guint passed_over;     /* how deep in what is no text */
  gboolean in_paragraph;
  guint paragraphs;      /* of the cell, or of the text outside of tables */
  GString *text;
  GHashTable *reaching;  /* (owned): column of the grid → #Reach */
  guint column;
  guint across;          /* of the cell in hand */
  guint repeated;
  guint covered;         /* cells of the row that the last one covers yet */
} Odt;

static guint
number_of (const char **attributes, const char *name)
{
  const char *text = zb_xml_attribute (attributes, name);

  return text != NULL ? (guint) CLAMP (g_ascii_strtoull (text, NULL, 10), 1, ZB_SHEET_MAX_COLUMNS) : 1;
}

static void
begin_text (Odt *self)
{
  g_string_truncate (self->text, 0);
  self->paragraphs = 0;
}

static void
begin_cell (Odt *self, const char **attributes)
{
  const char *down = zb_xml_attribute (attributes, "number-rows-spanned");
  guint64 rows = down != NULL ? g_ascii_strtoull (down, NULL, 10) : 1;

  self->in_cell = TRUE;
  self->across = number_of (attributes, "number-columns-spanned");
  self->repeated = number_of (attributes, "number-columns-repeated");
  begin_text (self);
  if (rows > 1)
    {
      Reach *reach = g_new (Reach, 1);

      *reach = (Reach) { self->across, rows - 1 };
      g_hash_table_insert (self->reaching, GUINT_TO_POINTER (self->column), reach);
    }
}

/* A cell that another one covers: one beside it, or one above it, which goes on here. */
static void
cover (Odt *self, guint n)
{
  while (n-- > 0 && self->column < ZB_SHEET_MAX_COLUMNS)
    {
      Reach *reach = self->covered == 0 ? g_hash_table_lookup (self->reaching, GUINT_TO_POINTER (self->column)) : NULL;

      if (reach != NULL)
        {
          zb_text_tables_cell (self->tables, reach->across, TRUE, "");
          self->covered = reach->across;
          if (--reach->rows == 0)
            g_hash_table_remove (self->reaching, GUINT_TO_POINTER (self->column));
        }
      else if (self->covered == 0)
        zb_text_tables_skip (self->tables, 1);
      self->covered -= self->covered > 0;
      self->column++;
    }
}

static void
start_in_table (Odt *self, const char *name, const char **attributes)
{
  if (strcmp (name, "table-row") == 0)
    {
      zb_text_tables_row (self->tables);
      self->column = self->covered = 0;
    }
  else if (strcmp (name, "table-cell") == 0)
    begin_cell (self, attributes);
  else if (strcmp (name, "covered-table-cell") == 0)
    cover (self, number_of (attributes, "number-columns-repeated"));
}

static void
start_in_text (Odt *self, const char *name, const char **attributes)
{
  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      if (self->paragraphs++ > 0 && self->in_cell)
        g_string_append_c (self->text, '\n');
      self->in_paragraph = TRUE;
    }
  else if (self->in_paragraph && self->text->len <= ZB_SHEET_MAX_CELL)
    zb_ods_append_sign (self->text, name, attributes);
}

static gboolean
wants_text (const Odt *self)
{
  return self->passed_over == 0 && self->in_paragraph && (self->depth == 0 || self->in_cell);
}

static void
on_start (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Odt *self = user_data;

  if (!self->in_body)
    {
      self->in_body = strcmp (name, "body") == 0;
      return;
    }
  /* What was struck out stands before the text. */
  if (self->passed_over > 0 || zb_ods_is_no_text (name) || strcmp (name, "tracked-changes") == 0)
    self->passed_over++;
  else if (strcmp (name, "table") == 0)
    {
      if (self->depth++ == 0)
        zb_text_tables_begin (self->tables);
    }
  else
    {
      if (self->depth == 1 && !self->in_cell)
        start_in_table (self, name, attributes);
      if (self->depth == 0 || self->in_cell)
        start_in_text (self, name, attributes);
    }
  zb_xml_want_text (xml, wants_text (self));
}

static void
end_cell (ZbXml *xml, Odt *self)
{
  self->in_cell = FALSE;
  if (self->text->len > ZB_SHEET_MAX_CELL || self->text->len * self->repeated > ZB_SHEET_MAX_FRAME)
    zb_xml_fail (xml, g_error_new_literal (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "a cell holds too much text"));
  else
    for (guint i = 0; i < self->repeated && self->column < ZB_SHEET_MAX_COLUMNS; i++, self->column++)
      zb_text_tables_cell (self->tables, self->across, FALSE, self->text->str);
  self->covered = self->across - 1;
  begin_text (self);
}

static void
end_table (ZbXml *xml, Odt *self)
{
  GError *error = NULL;

  if (self->depth == 0 || --self->depth > 0)
    return;
  g_hash_table_remove_all (self->reaching);
  if (!zb_text_tables_end (self->tables, &error))
    zb_xml_fail (xml, error);
}

static void
on_end (ZbXml *xml, const char *name, gpointer user_data)
{
  Odt *self = user_data;

  if (self->passed_over > 0)
    self->passed_over--;
  else if (strcmp (name, "body") == 0)
    self->in_body = FALSE;
  else if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      self->in_paragraph = FALSE;
      if (self->in_body && self->depth == 0)
        {
          zb_text_tables_paragraph (self->tables, self->text->str);
          begin_text (self);
        }
    }
  else if (strcmp (name, "table") == 0 && self->in_body)
    end_table (xml, self);
  else if (strcmp (name, "table-cell") == 0 && self->depth == 1 && self->in_cell)
    end_cell (xml, self);
  zb_xml_want_text (xml, wants_text (self));
}

static void
on_text (ZbXml *xml, const char *text, gsize length, gpointer user_data)
{
  Odt *self = user_data;

  if (self->text->len <= ZB_SHEET_MAX_CELL)
    g_string_append_len (self->text, text, (gssize) length);
}

gboolean
zb_odt_read (ZbZip *zip, const char *sheet, ZbSheetStream *out, GError **error)
{
  static const ZbXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr(ZbTextTables) tables = zb_text_tables_new (out, sheet);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GHashTable) reaching = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Odt self = { .tables = tables, .text = text, .reaching = reaching };

  return zb_ods_check_password (zip, error) && zb_xml_read (zip, "content.xml", &handlers, &self, NULL, error) && zb_text_tables_finish (tables, error);
}
