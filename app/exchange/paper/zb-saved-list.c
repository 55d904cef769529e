/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/zb-sheet.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/zb-records.h"

/* A name that two filters of different kinds share means that of the list's own. */
static ZbRecord *
find_saved (ZbDb *db, const char *kind, const char *name, GError **error)
{
  g_autoptr(GPtrArray) saved = zb_records_list (db, &zb_kind_saved_filter, NULL, NULL, FALSE, error);

  for (guint i = 0; saved != NULL && i < saved->len; i++)
    {
      ZbRecord *record = g_ptr_array_index (saved, i);

      if (g_strcmp0 (zb_record_get (record, "name"), name) == 0 && g_strcmp0 (zb_record_get (record, "kind"), kind) == 0)
        return g_steal_pointer (&saved->pdata[i]);
    }
  if (saved != NULL)
    g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "no-saved-filter|%s", name);
  return NULL;
}

gboolean
zb_roster_request_add_saved (ZbRosterRequest *request, ZbDb *db, const char *name, GError **error)
{
  const char *kind = request->roster->kind;
  gboolean is_member = strcmp (kind, zb_kind_member.name) == 0;
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, request->as_of, TRUE, error);
  g_autoptr(ZbRecord) saved = tree != NULL ? find_saved (db, kind, name, error) : NULL;
  const char *text = saved != NULL ? zb_record_get (saved, "conditions") : NULL;
  g_autoptr(ZbFilter) filter = NULL;

  if (saved == NULL)
    return FALSE;
  filter = is_member ? zb_filter_parse (text != NULL ? text : "", tree, error) : zb_filter_parse_fields (zb_kind_get (kind), text, tree, error);
  if (filter == NULL)
    return FALSE;
  for (guint i = 0; request->filter != NULL && i < zb_filter_size (request->filter); i++)
    {
      const ZbCondition *condition = zb_filter_at (request->filter, i);

      zb_filter_add (filter, condition->field, condition->op, (const char *const *) condition->values);
    }
  g_clear_pointer (&request->filter, zb_filter_unref);
  request->filter = g_steal_pointer (&filter);
  return TRUE;
}
