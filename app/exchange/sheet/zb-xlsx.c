/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-xlsx.h"

#include <string.h>

#include "exchange/sheet/zb-package.h"
#include "exchange/sheet/zb-xml.h"

/* More sheets than one list ever has. */
#define MAX_SHEETS 1024

typedef struct {
  char *name;
  char *relation;
  gboolean hidden;
} SheetEntry;

typedef struct {
  GPtrArray *sheets;
  gboolean from_1904;
} Workbook;

static void
sheet_entry_free (gpointer data)
{
  SheetEntry *entry = data;

  g_free (entry->name);
  g_free (entry->relation);
  g_free (entry);
}

static void
on_workbook (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Workbook *self = user_data;
  const char *value;

  if (strcmp (name, "workbookPr") == 0)
    {
      value = zb_xml_attribute (attributes, "date1904");
      self->from_1904 = value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
    }
  else if (strcmp (name, "sheet") == 0 && self->sheets->len == MAX_SHEETS)
    zb_xml_fail (xml, g_error_new (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "more than %d sheets", MAX_SHEETS));
  else if (strcmp (name, "sheet") == 0)
    {
      SheetEntry *entry = g_new0 (SheetEntry, 1);

      value = zb_xml_attribute (attributes, "state");
      entry->hidden = value != NULL && strcmp (value, "visible") != 0;
      entry->name = g_strdup (zb_xml_attribute (attributes, "name"));
      entry->relation = g_strdup (zb_xml_attribute (attributes, "id"));
      g_ptr_array_add (self->sheets, entry);
    }
}

/* Chart sheets and the like have no rows. */
static const char *
part_of_sheet (ZbPackageRelations *relations, const SheetEntry *entry)
{
  const char *type = entry->relation != NULL ? g_hash_table_lookup (relations->types, entry->relation) : NULL;

  return entry->name != NULL && g_strcmp0 (type, "worksheet") == 0 ? g_hash_table_lookup (relations->targets, entry->relation) : NULL;
}

static gboolean
read_sheets (ZbXlsxBook *book, Workbook *workbook, ZbPackageRelations *relations, const char *wanted, ZbSheetStream *out, GError **error)
{
  /* A part that stands for several sheets would be read over and over. */
  g_autoptr(GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any = FALSE;

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const SheetEntry *entry = g_ptr_array_index (workbook->sheets, i);

      if (part_of_sheet (relations, entry) == NULL)
        continue;
      if (!g_hash_table_add (parts, (gpointer) part_of_sheet (relations, entry)))
        {
          g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "a part stands for two sheets");
          return FALSE;
        }
      zb_sheet_stream_listed (out, entry->name, entry->hidden);
    }
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const SheetEntry *entry = g_ptr_array_index (workbook->sheets, i);
      const char *part = part_of_sheet (relations, entry);

      if (part == NULL || (wanted != NULL ? strcmp (wanted, entry->name) != 0 : entry->hidden))
        continue;
      any = TRUE;
      zb_sheet_stream_sheet (out, entry->name, book->from_1904);
      if (!zb_xlsx_read_sheet (book, part, out, error))
        return FALSE;
    }
  if (any)
    return TRUE;
  g_set_error (error, ZB_SHEET_ERROR, wanted != NULL ? ZB_SHEET_ERROR_NO_SHEET : ZB_SHEET_ERROR_EMPTY, "no sheet to read");
  return FALSE;
}

static gboolean
read_book (ZbXlsxBook *book, const char *part, const char *wanted, ZbSheetStream *out, GError **error)
{
  static const ZbXmlHandlers handlers = { on_workbook, NULL, NULL };
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func (sheet_entry_free);
  g_auto(ZbPackageRelations) relations = { NULL, NULL, NULL };
  Workbook workbook = { sheets, FALSE };
  const char *strings, *styles;
  gboolean found;

  if (!zb_package_relations (book->zip, part, &relations, &found, error)
      || !zb_xml_read (book->zip, part, &handlers, &workbook, NULL, error))
    return FALSE;
  book->from_1904 = workbook.from_1904;
  strings = zb_package_part_of_type (&relations, "sharedStrings");
  styles = zb_package_part_of_type (&relations, "styles");
  if ((strings != NULL && !zb_xlsx_read_strings (book, strings, error))
      || (styles != NULL && !zb_xlsx_read_styles (book, styles, error)))
    return FALSE;
  return read_sheets (book, &workbook, &relations, wanted, out, error);
}

gboolean
zb_xlsx_read (ZbZip *zip, const char *part, const char *sheet, ZbSheetStream *out, GError **error)
{
  g_autoptr(GByteArray) strings = g_byte_array_new ();
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) formats = g_array_new (FALSE, FALSE, sizeof (ZbCellFormat));
  ZbXlsxBook book = { zip, FALSE, strings, starts, formats };

  return read_book (&book, part, sheet, out, error);
}
