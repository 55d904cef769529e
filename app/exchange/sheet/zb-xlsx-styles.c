/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/sheet/zb-xml.h"

/* Excel itself refuses more than 65,490 cell styles. */
#define MAX_STYLES 70000

typedef struct {
  GHashTable *codes;    /* number → format code */
  GArray *numbers;      /* (element-type guint): of each cell style */
  gboolean in_cells;
} Styles;

static void
on_start (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Styles *self = user_data;
  const char *number = zb_xml_attribute (attributes, "numFmtId");
  guint value = number != NULL ? (guint) strtoul (number, NULL, 10) : 0;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cells = TRUE;
  else if (strcmp (name, "numFmt") == 0 && zb_xml_attribute (attributes, "formatCode") != NULL
           && g_hash_table_size (self->codes) < MAX_STYLES)
    g_hash_table_insert (self->codes, GUINT_TO_POINTER (value), g_strdup (zb_xml_attribute (attributes, "formatCode")));
  else if (strcmp (name, "xf") == 0 && self->in_cells && self->numbers->len < MAX_STYLES)
    g_array_append_val (self->numbers, value);
}

static void
on_end (ZbXml *xml, const char *name, gpointer user_data)
{
  Styles *self = user_data;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cells = FALSE;
}

gboolean
zb_xlsx_read_styles (ZbXlsxBook *book, const char *part, GError **error)
{
  static const ZbXmlHandlers handlers = { on_start, on_end, NULL };
  g_autoptr(GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  Styles self = { codes, numbers, FALSE };
  gboolean found;

  if (!zb_xml_read (book->zip, part, &handlers, &self, &found, error))
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      const char *code = g_hash_table_lookup (codes, GUINT_TO_POINTER (number));
      ZbCellFormat format = code != NULL ? zb_cell_format_parse (code) : zb_cell_format_builtin (number);

      g_array_append_val (book->formats, format);
    }
  return TRUE;
}
