/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "service/zb-demo.h"
#include "service/zb-registry-private.h"
#include "service/zb-registry-write-private.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/service/zb-service-activities.h"
#include "store/service/zb-service-certificates.h"
#include "store/service/zb-teams.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-access-log.h"
#include "store/zb-letters.h"
#include "store/zb-records.h"

static void
write_free (ZbRegistryWrite *write)
{
  g_clear_pointer (&write->record, zb_record_free);
  g_free (write->ids);
  g_free (write->field);
  g_free (write->value);
  g_clear_pointer (&write->fields, g_hash_table_unref);
  g_clear_pointer (&write->records, g_ptr_array_unref);
  g_clear_pointer (&write->pictures, g_ptr_array_unref);
  g_clear_pointer (&write->bytes, g_bytes_unref);
  g_free (write);
}

ZbRegistryWrite *
zb_registry_write_new (ZbRegistry *self, ZbRegistryWriteFunc run, const ZbKind *kind)
{
  ZbRegistryWrite *write = g_new0 (ZbRegistryWrite, 1);

  write->run = run;
  write->kind = kind;
  write->today = self->today;
  return write;
}

static void
write_thread (GTask *task, ZbDb **db)
{
  ZbRegistryWrite *write = g_task_get_task_data (task);
  GError *error = NULL;

  if (write->run (write, *db, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Back on the main thread: first the registry is brought up to date, then the caller is told. */
static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ZbRegistry *self = ZB_REGISTRY (source);
  g_autoptr(GTask) outer = G_TASK (user_data);
  ZbRegistryWrite *write = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  if (good && write->set_id != 0)
    zb_registry_take_note (self, write->set_id);
  zb_registry_end_write (self);
  if (!good)
    {
      g_task_return_error (outer, error);
      return;
    }
  g_object_set_data_full (G_OBJECT (outer), "zb-words", zb_registry_words_of_set (self, write->set_id), g_free);
  g_task_return_int (outer, write->record != NULL ? (gssize) write->record->id : write->made != 0 ? (gssize) write->made : 1);
}

void
zb_registry_write_push (ZbRegistry *self, ZbRegistryWrite *write, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  GTask *task = g_task_new (self, cancellable, on_written, outer);

  /* Cancelled too late is done all the same, and said so. */
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (outer, zb_registry_write_push);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  zb_registry_begin_write (self);
  zb_worker_push (self->writer, task, write_thread);
}

gboolean
zb_registry_write_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error)
{
  gssize value = g_task_propagate_int (G_TASK (result), error);

  if (value <= 0)
    return FALSE;
  if (out_words != NULL)
    *out_words = g_strdup (g_object_get_data (G_OBJECT (result), "zb-words"));
  return TRUE;
}

gint64
zb_registry_save_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error)
{
  gssize id = g_task_propagate_int (G_TASK (result), error);

  if (id <= 0)
    return 0;
  if (out_words != NULL)
    *out_words = g_strdup (g_object_get_data (G_OBJECT (result), "zb-words"));
  return id;
}

/* Saving */

/* A meeting of service is an activity. */
static gboolean
insert_activity (ZbRegistryWrite *write, ZbChangeSet *set, GError **error)
{
  g_autoptr(ZbRecord) activity = zb_record_new (&zb_kind_service_activity);

  return zb_service_activities_add (set, write->record, activity, NULL, 0, FALSE, error);
}

static gboolean
insert (ZbRegistryWrite *write, ZbChangeSet *set, GError **error)
{
  if (write->kind == &zb_kind_meeting && g_strcmp0 (zb_record_get (write->record, "kind"), "service") == 0)
    return insert_activity (write, set, error);
  if (write->kind == &zb_kind_member)
    return zb_members_add (set, write->record, write->org, write->group, ZB_DATE_NONE, "imported", error);
  if (write->kind == &zb_kind_organization)
    return zb_organizations_add (set, write->record, write->org, error);
  if (write->kind == &zb_kind_meeting)
    return zb_meetings_add (set, write->record, error)
           && (!zb_meetings_has_day (write->record) || zb_roll_fill (set, write->record->id, error));
  if (write->kind == &zb_kind_wish)
    return zb_wishes_add (set, write->record, error);
  if (write->kind == &zb_kind_household)
    return zb_households_add (set, write->record, error);
  if (write->kind == &zb_kind_service_certificate)
    return zb_service_certify (set, write->record, error);
  if (write->kind == &zb_kind_letter)
    return zb_letters_issue (set, write->record, error);
  return zb_teams_fill (zb_change_set_db (set), write->record, error) && zb_change_set_insert (set, write->record, error);
}

/* The roll of a meeting follows its day as long as nobody has marked it. */
static gboolean
update (ZbRegistryWrite *write, ZbChangeSet *set, GError **error)
{
  if (write->kind == &zb_kind_meeting)
    return zb_meetings_update (set, write->record, error) && (!zb_meetings_has_day (write->record) || zb_roll_fill (set, write->record->id, error));
  return zb_change_set_update (set, write->record, error);
}

/* Kinds of which the store fills in what is missing. */
static gboolean
is_filled_in (const ZbKind *kind)
{
  return kind == &zb_kind_meeting || kind == &zb_kind_wish || kind == &zb_kind_household || kind == &zb_kind_team || kind == &zb_kind_team_member
         || kind == &zb_kind_service_certificate || kind == &zb_kind_letter;
}

static gboolean
save (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autofree char *action = g_strdup_printf ("%s.%s", write->kind->name, write->record->id == 0 ? "add" : "set");
  g_autofree char *subject = zb_records_subject (db, write->record);
  g_autoptr(ZbChangeSet) set = NULL;
  gboolean is_new = write->record->id == 0;

  /* What some lack is filled in on the way. */
  if ((!is_filled_in (write->kind) && !zb_record_check (write->record, error)) || !(set = zb_change_set_begin (db, action, subject, error)))
    return FALSE;
  if (!(is_new ? insert (write, set, error) : update (write, set, error)))
    return FALSE;
  if (!is_new && write->kind == &zb_kind_member && write->group >= 0 && !zb_members_set_group (set, write->record->id, write->group, error))
    return FALSE;
  if (is_new && is_filled_in (write->kind))
    {
      g_autofree char *title = zb_records_subject (db, write->record);

      zb_change_set_subject (set, title);
    }
  return zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_save_async (ZbRegistry *self, const ZbRecord *record, gint64 org, gint64 group, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, save, record->kind);

  write->record = zb_record_copy (record);
  /* Computed for a day, never stored: what the form showed of them must not be taken for a value. */
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (!zb_field_is_stored (&record->kind->fields[i]))
      g_clear_pointer (&write->record->values[i], g_free);
  write->org = org;
  write->group = group;
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
set_many (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autofree char *action = g_strdup_printf ("%s.set-many", write->kind->name);
  const ZbField *field = zb_kind_field (write->kind, write->field);
  g_autofree char *subject = g_strdup_printf ("%s", field != NULL ? field->heading : write->field);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, action, subject, error);
  gboolean is_group = write->kind == &zb_kind_member && strcmp (write->field, "group") == 0;

  for (guint i = 0; set != NULL && i < write->n_ids; i++)
    if (!(is_group ? zb_members_set_group (set, write->ids[i], write->value != NULL ? g_ascii_strtoll (write->value, NULL, 10) : 0, error)
                   : zb_change_set_set (set, write->kind, write->ids[i], write->field, write->value, error)))
      return FALSE;
  return set != NULL && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_set_many_async (ZbRegistry *self, const ZbKind *kind, const gint64 *ids, guint n_ids, const char *field, const char *value,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, set_many, kind);

  write->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  write->n_ids = n_ids;
  write->field = g_strdup (field);
  write->value = g_strdup (value);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

/* Steps */

static gboolean
do_step (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autofree char *action = g_strdup_printf ("%s.%s", write->kind->name, write->step->name);
  g_autofree char *first = zb_records_step_subject (db, write->kind, write->ids[0]);
  g_autofree char *subject = write->n_ids == 1 ? g_strdup (first) : g_strdup_printf ("%s 等 %u 人", first, write->n_ids);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, action, subject, error);

  for (guint i = 0; set != NULL && i < write->n_ids; i++)
    if (!zb_steps_apply (set, write->kind, write->ids[i], write->step, write->fields, write->today, error))
      return FALSE;
  return set != NULL && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_step_async (ZbRegistry *self, const ZbKind *kind, const gint64 *ids, guint n_ids, const ZbStep *step, GHashTable *fields,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, do_step, kind);
  GHashTableIter iter;
  gpointer key, value;

  g_return_if_fail (n_ids > 0);

  write->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  write->n_ids = n_ids;
  write->step = step;
  write->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (write->fields, g_strdup (key), g_strdup (value));
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

/* The rest */

static gboolean
reorder (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "organization.reorder", NULL, error);

  return set != NULL && zb_organizations_reorder (set, write->ids, write->n_ids, error) && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_reorder_async (ZbRegistry *self, const gint64 *org_ids, guint n_ids, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, reorder, &zb_kind_organization);

  write->ids = g_memdup2 (org_ids, n_ids * sizeof *org_ids);
  write->n_ids = n_ids;
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
withdraw (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autofree char *action = g_strdup_printf ("%s.withdraw", write->kind->name);
  g_autofree char *subject = zb_records_title (db, write->kind, write->ids[0]);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, action, subject, error);

  return set != NULL && zb_change_set_withdraw_whole (set, write->kind, write->ids[0], error)
         && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_withdraw_async (ZbRegistry *self, const ZbKind *kind, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, withdraw, kind);

  write->ids = g_memdup2 (&id, sizeof id);
  write->n_ids = 1;
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
restore_value (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autofree char *subject = zb_records_title (db, write->kind, write->ids[0]);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "restore-value", subject, error);

  return set != NULL && zb_change_set_set (set, write->kind, write->ids[0], write->field, write->value, error)
         && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_restore_value_async (ZbRegistry *self, const ZbKind *kind, gint64 id, const char *field, const char *value,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, restore_value, kind);

  write->ids = g_memdup2 (&id, sizeof id);
  write->n_ids = 1;
  write->field = g_strdup (field);
  write->value = g_strdup (value);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
undo (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  return zb_history_undo (db, write->set_id, &write->set_id, error);
}

static gboolean
redo (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  return zb_history_redo (db, &write->set_id, error);
}

void
zb_registry_undo_async (ZbRegistry *self, gint64 set_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, undo, NULL);

  write->set_id = set_id;
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

void
zb_registry_redo_async (ZbRegistry *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  zb_registry_write_push (self, zb_registry_write_new (self, redo, NULL), cancellable, callback, user_data);
}

static gboolean
reveal (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  return zb_db_is_read_only (db) || zb_access_log_reveal (db, write->kind, write->ids[0], write->field, error);
}

void
zb_registry_reveal_async (ZbRegistry *self, const ZbKind *kind, gint64 record, const char *field)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, reveal, kind);

  write->ids = g_memdup2 (&record, sizeof record);
  write->n_ids = 1;
  write->field = g_strdup (field);
  zb_registry_write_push (self, write, NULL, NULL, NULL);
}

static gboolean
fill_demo (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  if (!zb_demo_fill (db, (guint) write->org, 1, write->today, FALSE, NULL, NULL, error))
    return FALSE;
  write->set_id = 1;
  return TRUE;
}

void
zb_registry_demo_async (ZbRegistry *self, guint members, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, fill_demo, NULL);

  write->org = members;
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}
