/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/service/zb-service-activities.h"
#include "store/zb-change-set.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

static gboolean withdraw_whole (ZbChangeSet *set, const ZbKind *kind, gint64 id, GError **error);

static gboolean
withdraw_parts (ZbChangeSet *set, const ZbKind *part, const ZbField *link, gint64 id, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr(GPtrArray) parts = zb_records_list (zb_change_set_db (set), part, link->name, text, FALSE, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (!withdraw_whole (set, part, ((ZbRecord *) g_ptr_array_index (parts, i))->id, error))
      return FALSE;
  return parts != NULL;
}

static gboolean
withdraw_whole (ZbChangeSet *set, const ZbKind *kind, gint64 id, GError **error)
{
  if (kind == &zb_kind_service_activity && !zb_service_activities_check_gone (zb_change_set_db (set), id, error))
    return FALSE;
  for (guint k = 0; zb_kinds ()[k] != NULL; k++)
    for (guint i = 0; i < zb_kinds ()[k]->n_fields; i++)
      {
        const ZbField *field = &zb_kinds ()[k]->fields[i];

        if ((field->flags & ZB_FIELD_PART_OF) && zb_kind_get (field->link) == kind
            && !withdraw_parts (set, zb_kinds ()[k], field, id, error))
          return FALSE;
      }
  return zb_change_set_withdraw (set, kind, id, error);
}

gboolean
zb_change_set_withdraw_whole (ZbChangeSet *set, const ZbKind *kind, gint64 id, GError **error)
{
  if (kind->keeps & ZB_KEEPS_RECORDS)
    return zb_step_refuse (error, "keeps-records", NULL);
  return withdraw_whole (set, kind, id, error);
}
