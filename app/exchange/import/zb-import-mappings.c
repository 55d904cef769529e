/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How lists were read before, for the next list of the same shape. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-answers-private.h"
#include "store/zb-records.h"

/* The mapping of that name, %NULL without @error when there is none. */
static ZbRecord *
find_mapping (ZbDb *db, const ZbKind *kind, const char *name, GError **error)
{
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_import_mapping, NULL, NULL, FALSE, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, i);

      if (strcmp (zb_record_get (record, "name"), name) == 0 && strcmp (zb_record_get (record, "kind"), kind->name) == 0)
        return zb_record_copy (record);
    }
  return NULL;
}

gboolean
zb_import_remember (ZbImport *import, const char *name, gint64 *out_set, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(ZbRecord) known = find_mapping (import->db, import->kind, name, &failure);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_import_mapping);
  g_autofree char *answers = zb_import_answers_text (import, TRUE);
  g_autofree char *sender = zb_import_sender (import);
  g_autoptr(ZbChangeSet) set = NULL;
  gint64 newest = zb_import_newest_set (import, 0, NULL), own = 0;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (known != NULL)
    record->id = known->id;
  zb_record_set (record, "name", name);
  zb_record_set (record, "kind", import->kind->name);
  zb_record_set (record, "sender", sender);
  zb_record_set (record, "answers", answers);
  if (!(set = zb_change_set_begin (import->db, known != NULL ? "mapping.set" : "mapping.add", name, error)))
    return FALSE;
  if (!(known != NULL ? zb_change_set_update (set, record, error) : zb_change_set_insert (set, record, error))
      || !zb_change_set_commit (set, &own, error))
    return FALSE;
  /* This changes nothing of what the check found. */
  if (own != 0 && import->checked_at == newest)
    import->checked_at = own;
  if (out_set != NULL)
    *out_set = own;
  return TRUE;
}

gboolean
zb_import_recall (ZbImport *import, const char *name, gboolean *out_found, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(ZbRecord) record = find_mapping (import->db, import->kind, name, &failure);

  *out_found = record != NULL;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record != NULL)
    return zb_import_take_answers (import, zb_record_get (record, "answers"), error);
  return *out_found;
}

/* The last one saved first. */
static int
compare_ages (gconstpointer one, gconstpointer two)
{
  const ZbRecord *a = *(ZbRecord *const *) one, *b = *(ZbRecord *const *) two;

  return a->id > b->id ? -1 : a->id < b->id;
}

GPtrArray *
zb_import_mappings (ZbImport *import, ZbDb *db, GError **error)
{
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_import_mapping, "kind", import->kind->name, FALSE, error);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_autofree char *sender = zb_import_sender (import);
  GPtrArray *out;

  if (all == NULL)
    return NULL;
  out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_ptr_array_sort (all, compare_ages);
  for (guint i = 0; i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, i);

      if (zb_import_fits (import, zb_record_get (record, "answers")))
        g_ptr_array_add (sender != NULL && g_strcmp0 (sender, zb_record_get (record, "sender")) == 0 ? out : others, zb_record_copy (record));
    }
  g_ptr_array_extend_and_steal (out, g_steal_pointer (&others));
  return out;
}
