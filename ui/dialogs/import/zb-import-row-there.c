/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-row-there.h"

#include <glib/gi18n.h>
#include <string.h>

const ZbImportProblem *
zb_import_row_problem (GPtrArray *problems, const char *rule)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    if (strcmp (((ZbImportProblem *) g_ptr_array_index (problems, i))->rule, rule) == 0)
      return g_ptr_array_index (problems, i);
  return NULL;
}

/* The record of the registry that is meant, else the first that may be. */
static gint64
whom (ZbRegistry *registry, ZbImport *import, guint index)
{
  gint64 match = zb_import_match (import, index);
  g_autoptr(GArray) ids = NULL;

  if (match != 0 || zb_import_verdict (import, index) != ZB_IMPORT_CONFLICT)
    return match;
  ids = zb_registry_import_candidates (registry, import, index);
  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

/* The row of that number on the sheet of row @index, before it. Returns: (transfer full) (nullable) */
static ZbRecord *
earlier_row (ZbImport *import, guint index, guint number)
{
  ZbImportRow *own = zb_import_shown (import, index);
  ZbRecord *found = NULL;
  gboolean is_past = FALSE;

  for (guint i = index; i-- > 0 && found == NULL && !is_past;)
    {
      ZbImportRow *row = zb_import_shown (import, i);

      is_past = strcmp (row->sheet, own->sheet) != 0;
      if (!is_past && row->row == number)
        found = zb_import_record (import, i);
      zb_import_row_free (row);
    }
  zb_import_row_free (own);
  return found;
}

ZbRecord *
zb_import_row_there (ZbRegistry *registry, ZbImport *import, guint index, GPtrArray *problems, char **out_heading)
{
  gint64 match = whom (registry, import, index);
  const ZbKind *kind = zb_import_kind (import);
  const ZbImportProblem *twice = zb_import_row_problem (problems, "double-in-file");
  ZbRecord *there = NULL;

  if (match != 0)
    there = kind == &zb_kind_member ? zb_registry_get_derived (registry, match, TRUE, NULL) : zb_registry_get (registry, kind, match, TRUE, NULL);
  else if (twice != NULL && twice->value != NULL)
    there = earlier_row (import, index, (guint) g_ascii_strtoull (twice->value, NULL, 10));
  *out_heading = there == NULL ? NULL : match != 0 ? g_strdup (_("In the Registry")) : g_strdup_printf (_("Row %s"), twice->value);
  return there;
}
