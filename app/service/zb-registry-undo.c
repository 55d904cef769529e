/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-undo.h"

#include "service/zb-registry-private.h"

typedef struct {
  ZbRegistryTeller teller;
  gint64 set_id;
  gint64 new_id; /* of the set that took it back, 0: nothing was left to take back */
} Job;

static GTask *
job_task (ZbRegistry *self, gpointer tag, gint64 set_id, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable,
          GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->teller = (ZbRegistryTeller) { progress, progress_data, 0, cancellable };
  job->set_id = set_id;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, g_free);
  return task;
}

static void
return_rest (GTask *task, ZbHistoryRest *rest, GError *error)
{
  if (rest != NULL)
    g_task_return_pointer (task, rest, (GDestroyNotify) zb_history_rest_free);
  else
    g_task_return_error (task, error);
}

ZbHistorySet *
zb_registry_set (ZbRegistry *self, gint64 set_id)
{
  g_autoptr(GPtrArray) sets = zb_registry_log (self, set_id + 1, 1, NULL);

  return sets != NULL && sets->len == 1 && ((ZbHistorySet *) sets->pdata[0])->id == set_id ? g_ptr_array_steal_index (sets, 0) : NULL;
}

static void
plan_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  ZbHistoryRest *rest = zb_registry_open_reader (self, db, &error)
    ? zb_history_plan_rest (*db, job->set_id, zb_registry_tell, &job->teller, g_task_get_cancellable (task), &error) : NULL;

  return_rest (task, rest, error);
}

void
zb_registry_plan_rest_async (ZbRegistry *self, gint64 set_id, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = job_task (self, zb_registry_plan_rest_async, set_id, progress, progress_data, cancellable, callback, user_data);

  zb_worker_push (self->reader, task, plan_thread);
}

ZbHistoryRest *
zb_registry_plan_rest_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
undo_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  ZbHistoryRest *rest = zb_history_undo_rest (*db, job->set_id, &job->new_id, zb_registry_tell, &job->teller, g_task_get_cancellable (task), &error);

  return_rest (task, rest, error);
}

void
zb_registry_undo_rest_async (ZbRegistry *self, gint64 set_id, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = job_task (self, zb_registry_undo_rest_async, set_id, progress, progress_data, cancellable, callback, user_data);

  /* Cancelled too late is done all the same, and said so. */
  g_task_set_check_cancellable (task, FALSE);
  zb_registry_begin_write (self);
  zb_worker_push (self->writer, task, undo_thread);
}

ZbHistoryRest *
zb_registry_undo_rest_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  ZbHistoryRest *rest = g_task_propagate_pointer (G_TASK (result), error);

  zb_registry_end_write (self);
  if (rest != NULL && job->new_id != 0)
    zb_registry_take_note (self, job->new_id);
  return rest;
}
