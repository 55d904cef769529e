/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-occasion.h"

#include "service/zb-registry-private.h"
#include "store/zb-records.h"

static int
compare_names (gconstpointer one, gconstpointer two)
{
  const ZbRecord *a = *(ZbRecord *const *) one, *b = *(ZbRecord *const *) two;

  return g_utf8_collate (zb_record_title (a), zb_record_title (b));
}

GPtrArray *
zb_registry_occasions (ZbRegistry *self)
{
  GPtrArray *all = zb_registry_list (self, &zb_kind_occasion, NULL, NULL, NULL);

  if (all == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_ptr_array_sort (all, compare_names);
  return all;
}

ZbRosterRequest *
zb_registry_occasion_request (ZbRegistry *self, gint64 id, gint64 subject, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (self->db, &zb_kind_occasion, id, FALSE, error);

  return record != NULL ? zb_occasion_request (self->db, record, self->today, subject, error) : NULL;
}

ZbRecord *
zb_registry_occasion_record (ZbRegistry *self, const char *name, const ZbRosterRequest *request, GError **error)
{
  return zb_occasion_record (self->db, name, request, error);
}
