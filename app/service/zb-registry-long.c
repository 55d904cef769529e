/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "service/zb-registry-private.h"
#include "service/zb-words.h"

/* Long work on a worker: what it needs and what it brings back. */
typedef struct {
  ZbRegistryTeller teller;
  ZbRosterRequest *request;
  ZbSheetFormat format;
  char *path;
  gboolean force;
  ZbDate day;
  ZbBackupReport report;
  char *kept;       /* (owned) (nullable): where what was restored over is */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->request, zb_roster_request_free);
  zb_backup_report_clear (&job->report);
  g_free (job->path);
  g_free (job->kept);
  g_free (job);
}

static GTask *
job_task (ZbRegistry *self, gpointer tag, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable,
          GAsyncReadyCallback callback, gpointer user_data, Job **out_job)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->teller = (ZbRegistryTeller) { progress, progress_data, 0, cancellable };
  job->day = self->today;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  *out_job = job;
  return task;
}

/* Lists out */

static void
export_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(ZbSheet) sheet = zb_sheet_new (*db, NULL, job->request, &error);

  if (sheet != NULL
      && zb_sheet_write (sheet, *db, job->format, job->path, job->force, zb_registry_tell, &job->teller, g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
zb_registry_export_async (ZbRegistry *self, const ZbRosterRequest *request, ZbSheetFormat format, const char *path, gboolean force,
                          ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_export_async, progress, progress_data, cancellable, callback, user_data, &job);

  g_task_set_check_cancellable (task, FALSE);
  job->request = zb_roster_request_copy (request);
  job->format = format;
  job->path = g_strdup (path);
  job->force = force;
  zb_worker_push (self->writer, task, export_thread);
}

gboolean
zb_registry_export_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

ZbPaper *
zb_registry_paper (ZbRegistry *self, const ZbRosterRequest *request, ZbSheet **out_sheet, GError **error)
{
  gboolean today = zb_date_compare (request->as_of, self->today) == 0;
  g_autoptr(ZbSheet) sheet = zb_sheet_new (self->db, today ? self->columns : NULL, request, error);
  ZbPaper *paper = sheet != NULL ? zb_paper_new (sheet, error) : NULL;

  if (paper != NULL)
    *out_sheet = g_steal_pointer (&sheet);
  return paper;
}

static void
sheet_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(ZbSheet) sheet = zb_registry_open_reader (self, db, &error) ? zb_sheet_new (*db, NULL, job->request, &error) : NULL;

  if (sheet != NULL && zb_sheet_keep (sheet, g_task_get_cancellable (task), &error))
    g_task_return_pointer (task, g_steal_pointer (&sheet), (GDestroyNotify) zb_sheet_free);
  else
    g_task_return_error (task, error);
}

void
zb_registry_paper_async (ZbRegistry *self, const ZbRosterRequest *request, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_paper_async, NULL, NULL, cancellable, callback, user_data, &job);

  job->request = zb_roster_request_copy (request);
  if (zb_sheet_is_worked_out (request->roster))
    {
      zb_worker_push (self->reader, task, sheet_thread);
      return;
    }
  /* Read row by row as the pages are drawn: nothing to wait for. */
  g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

ZbPaper *
zb_registry_paper_finish (ZbRegistry *self, GAsyncResult *result, ZbSheet **out_sheet, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *failure = NULL;
  g_autoptr(ZbSheet) sheet = g_task_propagate_pointer (G_TASK (result), &failure);
  ZbPaper *paper;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (sheet == NULL)
    return zb_registry_paper (self, job->request, out_sheet, error);
  /* Fonts belong to the thread that draws. */
  paper = zb_paper_new (sheet, error);
  if (paper != NULL)
    *out_sheet = g_steal_pointer (&sheet);
  return paper;
}

/* Copies */

static void
backup_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (zb_backup_make (*db, job->path, job->force, zb_registry_tell, &job->teller, &job->report, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
zb_registry_backup_async (ZbRegistry *self, const char *to, gboolean force, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_backup_async, NULL, NULL, cancellable, callback, user_data, &job);

  g_task_set_check_cancellable (task, FALSE);
  job->path = g_strdup (to);
  job->force = force;
  zb_worker_push (self->writer, task, backup_thread);
}

gboolean
zb_registry_backup_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (out_words != NULL)
    /* Translators: %1$lu people, %2$lu organisations */
    *out_words = g_strdup_printf (_("Backup made and checked: %1$lu people, %2$lu organisations"), (gulong) job->report.people,
                                  (gulong) job->report.organizations);
  return TRUE;
}

static void
restore_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean good = zb_backup_restore (self->path, job->path, &job->kept, &job->report, &error);

  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
zb_registry_restore_async (ZbRegistry *self, const char *from, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_restore_async, NULL, NULL, cancellable, callback, user_data, &job);

  g_task_set_check_cancellable (task, FALSE);
  job->path = g_strdup (from);
  zb_registry_begin_write (self);
  zb_worker_push (self->writer, task, restore_thread);
}

gboolean
zb_registry_restore_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean good = g_task_propagate_boolean (G_TASK (result), error);

  zb_registry_end_write (self);
  if (!good)
    return FALSE;
  zb_registry_take_note (self, 0);
  if (out_words != NULL)
    *out_words = zb_restore_words (&job->report, job->kept);
  return TRUE;
}

/* Checks and other days, on the reader */

static void
check_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *findings = zb_registry_open_reader (self, db, &error) ? zb_check_run (*db, job->day, job->force, zb_registry_tell, &job->teller, &error) : NULL;

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
zb_registry_check_async (ZbRegistry *self, gboolean quick, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_check_async, NULL, NULL, cancellable, callback, user_data, &job);

  job->force = quick;
  /* The table waits for the columns; a check does not hurry. */
  g_task_set_priority (task, G_PRIORITY_LOW);
  zb_worker_push (self->reader, task, check_thread);
}

GPtrArray *
zb_registry_check_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
columns_on_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(ZbOrgTree) tree = zb_registry_open_reader (self, db, &error) ? zb_org_tree_load (*db, job->day, FALSE, &error) : NULL;
  ZbMemberColumns *columns = tree != NULL ? zb_member_columns_load (*db, tree, job->day, NULL, NULL, &error) : NULL;

  if (columns != NULL)
    g_task_return_pointer (task, columns, (GDestroyNotify) zb_member_columns_unref);
  else
    g_task_return_error (task, error);
}

void
zb_registry_columns_on_async (ZbRegistry *self, ZbDate day, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_columns_on_async, NULL, NULL, cancellable, callback, user_data, &job);

  job->day = day;
  zb_worker_push (self->reader, task, columns_on_thread);
}

ZbMemberColumns *
zb_registry_columns_on_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
