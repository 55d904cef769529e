/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-ceremony.h"

#include "service/zb-registry-write-private.h"
#include "store/life/zb-oaths.h"
#include "store/zb-records.h"

ZbRecord *
zb_registry_ceremony_of (ZbRegistry *self, gint64 meeting)
{
  return zb_ceremonies_of_meeting (self->db, meeting, NULL);
}

GPtrArray *
zb_registry_ceremony_people (ZbRegistry *self, gint64 ceremony, GError **error)
{
  return zb_ceremonies_people (self->db, ceremony, error);
}

/* What an organisation has of ceremonies */

/* What the reader brings, for the people in memory to be looked at on the main thread. */
typedef struct {
  gint64 org;
  ZbDate today;
  GPtrArray *ceremonies; /* (owned) (nullable) */
  GHashTable *sworn;     /* (owned) (nullable) */
  GHashTable *planned;   /* (owned) (nullable) */
  int months;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->ceremonies, g_ptr_array_unref);
  g_clear_pointer (&reading->sworn, g_hash_table_unref);
  g_clear_pointer (&reading->planned, g_hash_table_unref);
  g_free (reading);
}

static gboolean
read_ceremonies (Reading *reading, ZbDb *db, GError **error)
{
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);

  if (rules == NULL)
    return FALSE;
  reading->months = (int) zb_rules_value (rules, "dev.oath_advice", reading->today);
  return (reading->ceremonies = zb_ceremonies_list (db, reading->org, error)) != NULL
         && (reading->sworn = zb_oaths_sworn (db, reading->today, error)) != NULL && (reading->planned = zb_oaths_planned (db, error)) != NULL;
}

static void
ceremonies_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  if (zb_registry_open_reader (self, db, &error) && read_ceremonies (reading, *db, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
zb_registry_ceremonies_async (ZbRegistry *self, gint64 org, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->org = org;
  reading->today = self->today;
  g_task_set_source_tag (task, zb_registry_ceremonies_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  zb_worker_push (self->reader, task, ceremonies_thread);
}

GPtrArray *
zb_registry_ceremonies_finish (ZbRegistry *self, GAsyncResult *result, GPtrArray **out_unsworn, GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *out_unsworn = self->columns != NULL ? zb_unsworn_list (self->columns, reading->org, reading->sworn, reading->planned, reading->months)
                                       : g_ptr_array_new ();
  return g_steal_pointer (&reading->ceremonies);
}

/* Writing */

static gboolean
add (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  ZbRecord *ceremony = g_ptr_array_index (write->records, 0);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "ceremony.add", zb_record_title (ceremony), error);

  if (set == NULL)
    return FALSE;
  zb_record_set_int (ceremony, "meeting", write->record->id);
  if (write->record->id == 0 ? !zb_ceremonies_add (set, write->record, ceremony, write->ids, write->n_ids, error)
                             : !zb_ceremonies_set_up (set, ceremony, write->ids, write->n_ids, error))
    return FALSE;
  zb_change_set_subject (set, zb_record_title (ceremony));
  return zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_add_ceremony_async (ZbRegistry *self, const ZbRecord *meeting, const ZbRecord *ceremony, const gint64 *people, guint n_people,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, add, &zb_kind_meeting);

  write->record = zb_record_copy (meeting);
  write->records = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_ptr_array_add (write->records, zb_record_copy (ceremony));
  write->ids = g_memdup2 (people, n_people * sizeof *people);
  write->n_ids = n_people;
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

/* The ceremony is where others have an organisation. */
static gboolean
add_people (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autofree char *subject = zb_records_title (db, &zb_kind_ceremony, write->org);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "ceremony.people", subject, error);

  return set != NULL && zb_ceremonies_add_people (set, write->org, write->ids, write->n_ids, error)
         && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_add_swearers_async (ZbRegistry *self, gint64 ceremony, const gint64 *people, guint n_people, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, add_people, &zb_kind_ceremony_person);

  write->org = ceremony;
  write->ids = g_memdup2 (people, n_people * sizeof *people);
  write->n_ids = n_people;
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
freeze_people (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autofree char *subject = zb_records_title (db, &zb_kind_ceremony, write->org);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "ceremony.freeze", subject, error);

  return set != NULL && zb_ceremonies_freeze (set, write->org, error) && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_freeze_swearers_async (ZbRegistry *self, gint64 ceremony, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, freeze_people, &zb_kind_ceremony_person);

  write->org = ceremony;
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}
