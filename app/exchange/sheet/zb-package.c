/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-package.h"

#include <string.h>

#include "exchange/sheet/zb-xml.h"

/* More parts than one list ever has. */
#define MAX_RELATIONS 2048

void
zb_package_relations_clear (ZbPackageRelations *self)
{
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->types, g_hash_table_unref);
  g_free (self->from);
}

static void
on_relation (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  ZbPackageRelations *self = user_data;
  const char *id = zb_xml_attribute (attributes, "Id"), *type = zb_xml_attribute (attributes, "Type");
  const char *target = zb_xml_attribute (attributes, "Target"), *mode = zb_xml_attribute (attributes, "TargetMode");
  const char *word;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL
      || g_strcmp0 (mode, "External") == 0 || g_hash_table_size (self->targets) > MAX_RELATIONS)
    return;
  word = strrchr (type, '/');
  g_hash_table_insert (self->targets, g_strdup (id), zb_zip_resolve (self->from, target));
  g_hash_table_insert (self->types, g_strdup (id), g_strdup (word != NULL ? word + 1 : type));
}

gboolean
zb_package_relations (ZbZip *zip, const char *from, ZbPackageRelations *out, gboolean *out_found, GError **error)
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

const char *
zb_package_part_of_type (ZbPackageRelations *relations, const char *type)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, relations->types);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (strcmp (value, type) == 0)
      return g_hash_table_lookup (relations->targets, id);
  return NULL;
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

char *
zb_package_main (ZbZip *zip, GError **error)
{
  g_auto(ZbPackageRelations) relations = { NULL, NULL, NULL };
  const char *part;
  gboolean found;

  if (!zb_package_relations (zip, "", &relations, &found, error) || (!found && !tell_container (zip, error)))
    return NULL;
  part = found ? zb_package_part_of_type (&relations, "officeDocument") : NULL;
  if (part == NULL)
    g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NOT_A_SHEET, "a zip container without a document");
  else if (!g_str_has_suffix (part, ".xml"))
    g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_OLD_FORMAT, "a binary workbook");
  else
    return g_strdup (part);
  return NULL;
}

/* The first element is enough: what follows is read by whoever understands it. */
static void
on_root (ZbXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  char **root = user_data;

  *root = g_strdup (name);
  zb_xml_fail (xml, g_error_new_literal (ZB_SHEET_ERROR, ZB_SHEET_ERROR_FAILED, "seen enough"));
}

char *
zb_package_root (ZbZip *zip, const char *part, GError **error)
{
  static const ZbXmlHandlers handlers = { on_root, NULL, NULL };
  g_autoptr(GError) failure = NULL;
  char *root = NULL;

  if (!zb_xml_read (zip, part, &handlers, &root, NULL, &failure) && root == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return root;
}
