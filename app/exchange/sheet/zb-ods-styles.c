/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/sheet/zb-ods.h"

/* What a data style shows of a date. */
enum {
  YEAR = 1 << 0,
  MONTH = 1 << 1,
  DAY = 1 << 2,
  CLOCK = 1 << 3
};

void
zb_ods_styles_init (ZbOdsStyles *self)
{
  memset (self, 0, sizeof *self);
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
zb_ods_styles_clear (ZbOdsStyles *self)
{
  g_clear_pointer (&self->formats, g_hash_table_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->name, g_free);
}

static gboolean
is_data_style (const char *name)
{
  return strcmp (name, "date-style") == 0 || strcmp (name, "number-style") == 0 || strcmp (name, "time-style") == 0;
}

static guint8
digits_of (const char **attributes, const char *name)
{
  const char *text = zb_xml_attribute (attributes, name);

  return text != NULL ? (guint8) MIN (g_ascii_strtoull (text, NULL, 10), 30) : 0;
}

static void
begin_style (ZbOdsStyles *self, const char **attributes)
{
  g_free (self->name);
  self->name = g_strdup (zb_xml_attribute (attributes, "name"));
  self->format = (ZbCellFormat) { ZB_CELL_SHOWS_NUMBER, 0, 0 };
  self->parts = 0;
  self->is_table = g_strcmp0 (zb_xml_attribute (attributes, "family"), "table") == 0;
}

void
zb_ods_styles_start (ZbOdsStyles *self, const char *name, const char **attributes)
{
  static const struct { const char *name; guint part; } parts[] = {
    { "year", YEAR }, { "month", MONTH }, { "day", DAY }, { "hours", CLOCK }, { "minutes", CLOCK }, { "seconds", CLOCK },
    { "era", YEAR },
  };

  if (is_data_style (name))
    begin_style (self, attributes);
  else if (strcmp (name, "style") == 0)
    {
      const char *data = zb_xml_attribute (attributes, "data-style-name");

      begin_style (self, attributes);
      if (self->name != NULL && data != NULL)
        g_hash_table_insert (self->cells, g_strdup (self->name), g_strdup (data));
    }
  else if (strcmp (name, "table-properties") == 0 && self->name != NULL && self->is_table && zb_xml_has (attributes, "display", "false"))
    g_hash_table_add (self->hidden, g_strdup (self->name));
  else if (strcmp (name, "number") == 0)
    {
      self->format.digits = digits_of (attributes, "min-integer-digits");
      self->format.decimals = MAX (digits_of (attributes, "min-decimal-places"), digits_of (attributes, "decimal-places"));
      if (self->format.digits <= 1)
        self->format.digits = 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (name, parts[i].name) == 0)
      self->parts |= parts[i].part;
}

void
zb_ods_styles_end (ZbOdsStyles *self, const char *name)
{
  if (!is_data_style (name) || self->name == NULL)
    return;
  if (self->parts & DAY)
    self->format.shows = ZB_CELL_SHOWS_DAY;
  else if (self->parts & MONTH)
    self->format.shows = ZB_CELL_SHOWS_MONTH;
  else if (self->parts & YEAR)
    self->format.shows = ZB_CELL_SHOWS_YEAR;
  else if (self->parts & CLOCK)
    self->format.shows = ZB_CELL_SHOWS_TIME;
  g_hash_table_insert (self->formats, g_steal_pointer (&self->name), g_memdup2 (&self->format, sizeof self->format));
}

ZbCellFormat
zb_ods_styles_format (const ZbOdsStyles *self, const char *cell_style)
{
  const char *data = cell_style != NULL ? g_hash_table_lookup (self->cells, cell_style) : NULL;
  const ZbCellFormat *format = data != NULL ? g_hash_table_lookup (self->formats, data) : NULL;

  return format != NULL ? *format : (ZbCellFormat) { ZB_CELL_SHOWS_NUMBER, 0, 0 };
}
