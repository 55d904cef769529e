/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-xlsx.h"

#include <string.h>

#include "exchange/sheet/zb-xml.h"

/* More sheets than one list ever has. */
#define MAX_SHEETS 1024

typedef struct {
  char *name;
  char *relation;
  gboolean hidden;
} SheetEntry;

typedef struct {
  GHashTable *targets;    /* relation id → part */
  GHashTable *types;      /* relation id → last word of its type: `worksheet`, `styles` … */
  char *from;
} Relations;

typedef struct {
  GPtrArray *sheets;
  gboolean from_1904;
  gboolean is_workbook;
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
relations_clear (Relations *self)
{
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->types, g_hash_table_unref);
  g_free (self->from);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relations, relations_clear)

static void
on_relation (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Relations *self = user_data;
  const char *id = zb_xml_attribute (attributes, "Id"), *type = zb_xml_attribute (attributes, "Type");
  const char *target = zb_xml_attribute (attributes, "Target"), *mode = zb_xml_attribute (attributes, "TargetMode");
  const char *word;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL
      || g_strcmp0 (mode, "External") == 0 || g_hash_table_size (self->targets) > MAX_SHEETS * 2)
    return;
  word = strrchr (type, '/');
  g_hash_table_insert (self->targets, g_strdup (id), zb_zip_resolve (self->from, target));
  g_hash_table_insert (self->types, g_strdup (id), g_strdup (word != NULL ? word + 1 : type));
}

/* The relations of the part @from, or of the whole container for "". */
static gboolean
read_relations (ZbZip *zip, const char *from, Relations *out, gboolean *out_found, GError **error)
{
  static const ZbXmlHandlers handlers = { on_relation, NULL, NULL };
  const char *slash = strrchr (from, '/');
  int folder = slash != NULL ? (int) (slash - from + 1) : 0;
  g_autofree char *part = g_strdup_printf ("%.*s_rels/%s.rels", folder, from, from + folder);

  out->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  out->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  out->from = g_strdup (from);
  return zb_xml_read (zip, part, &handlers, out, out_found, error);
}

static const char *
part_of_type (Relations *relations, const char *type)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, relations->types);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (strcmp (value, type) == 0)
      return g_hash_table_lookup (relations->targets, id);
  return NULL;
}

static void
on_workbook (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Workbook *self = user_data;
  const char *value;

  if (strcmp (name, "workbook") == 0)
    self->is_workbook = TRUE;
  else if (strcmp (name, "workbookPr") == 0)
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
part_of_sheet (Relations *relations, const SheetEntry *entry)
{
  const char *type = entry->relation != NULL ? g_hash_table_lookup (relations->types, entry->relation) : NULL;

  return entry->name != NULL && g_strcmp0 (type, "worksheet") == 0 ? g_hash_table_lookup (relations->targets, entry->relation) : NULL;
}

static gboolean
read_sheets (ZbXlsxBook *book, Workbook *workbook, Relations *relations, const char *wanted, ZbSheetStream *out, GError **error)
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
  g_auto(Relations) relations = { NULL, NULL, NULL };
  Workbook workbook = { sheets, FALSE, FALSE };
  const char *strings, *styles;
  gboolean found;

  if (!read_relations (book->zip, part, &relations, &found, error)
      || !zb_xml_read (book->zip, part, &handlers, &workbook, NULL, error))
    return FALSE;
  if (!workbook.is_workbook)
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NOT_A_SHEET, "an office document, but no workbook");
      return FALSE;
    }
  book->from_1904 = workbook.from_1904;
  strings = part_of_type (&relations, "sharedStrings");
  styles = part_of_type (&relations, "styles");
  if ((strings != NULL && !zb_xlsx_read_strings (book, strings, error))
      || (styles != NULL && !zb_xlsx_read_styles (book, styles, error)))
    return FALSE;
  return read_sheets (book, &workbook, &relations, wanted, out, error);
}

/* What a container without a list of its parts is. Returns: FALSE */
static gboolean
tell_container (ZbZip *zip, GError **error)
{
  static const struct { const char *part; ZbSheetError code; const char *what; } kinds[] = {
    { "xl/workbook.xml", ZB_SHEET_ERROR_DAMAGED, "a workbook without the list of its parts" },
    { "Index/Document.iwa", ZB_SHEET_ERROR_OLD_FORMAT, "a workbook of Numbers" },
    { "Index.zip", ZB_SHEET_ERROR_OLD_FORMAT, "a workbook of Numbers" },
    { "content.xml", ZB_SHEET_ERROR_DAMAGED, "an OpenDocument file that does not say what it is" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean found = FALSE;

      if (!zb_zip_open (zip, kinds[i].part, &found, error))
        return FALSE;
      if (!found)
        continue;
      g_set_error_literal (error, ZB_SHEET_ERROR, (int) kinds[i].code, kinds[i].what);
      return FALSE;
    }
  g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_PACKED, "a zip container of other files");
  return FALSE;
}

gboolean
zb_xlsx_read (ZbZip *zip, const char *sheet, ZbSheetStream *out, GError **error)
{
  g_autoptr(GByteArray) strings = g_byte_array_new ();
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) formats = g_array_new (FALSE, FALSE, sizeof (ZbCellFormat));
  g_auto(Relations) relations = { NULL, NULL, NULL };
  ZbXlsxBook book = { zip, FALSE, strings, starts, formats };
  const char *workbook;
  gboolean found;

  if (!read_relations (zip, "", &relations, &found, error) || (!found && !tell_container (zip, error)))
    return FALSE;
  workbook = found ? part_of_type (&relations, "officeDocument") : NULL;
  if (workbook == NULL)
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NOT_A_SHEET, "a zip container without a workbook");
      return FALSE;
    }
  if (!g_str_has_suffix (workbook, ".xml"))
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_OLD_FORMAT, "a binary workbook");
      return FALSE;
    }
  return read_book (&book, workbook, sheet, out, error);
}
