/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-template.h"

#include "service/zb-registry-private.h"
#include "service/zb-registry-write-private.h"
#include "service/zb-words-template.h"
#include "store/zb-records.h"
#include "store/zb-templates.h"

typedef struct {
  ZbRegistryTeller teller;
  char *path;               /* (owned) (nullable) */
  GBytes *bytes;            /* (owned) (nullable) */
  const ZbRoster *roster;   /* (nullable) */
  ZbRosterRequest *request; /* (owned) (nullable) */
  gboolean force;
  gboolean keep_unknown;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->request, zb_roster_request_free);
  g_free (job);
}

GPtrArray *
zb_registry_templates (ZbRegistry *self, GError **error)
{
  return zb_records_list (self->db, &zb_kind_template, NULL, NULL, FALSE, error);
}

GBytes *
zb_registry_read_template (ZbRegistry *self, const ZbRecord *record, GError **error)
{
  return zb_templates_read (self->db, record, error);
}

static void
check_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  ZbTemplateCheck *check = NULL;

  if (job->bytes == NULL)
    job->bytes = zb_template_read_file (job->path, &error);
  if (job->bytes != NULL)
    check = zb_template_check (job->bytes, job->roster, zb_words_field, g_task_get_cancellable (task), &error);
  if (check != NULL)
    g_task_return_pointer (task, check, (GDestroyNotify) zb_template_check_free);
  else
    g_task_return_error (task, error);
}

void
zb_registry_check_template_async (ZbRegistry *self, const char *path, GBytes *bytes, const ZbRoster *roster, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->roster = roster;
  g_task_set_source_tag (task, zb_registry_check_template_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  zb_worker_push (self->reader, task, check_thread);
}

ZbTemplateCheck *
zb_registry_check_template_finish (ZbRegistry *self, GAsyncResult *result, GBytes **out_bytes, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  ZbTemplateCheck *check = g_task_propagate_pointer (G_TASK (result), error);

  if (check != NULL)
    *out_bytes = g_bytes_ref (job->bytes);
  return check;
}

static gboolean
keep (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  return zb_templates_put (db, write->record, write->bytes, &write->set_id, error);
}

void
zb_registry_keep_template_async (ZbRegistry *self, const char *name, const char *file_name, const ZbTemplateCheck *check, GBytes *bytes,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, keep, &zb_kind_template);

  write->record = zb_record_new (&zb_kind_template);
  zb_record_set (write->record, "name", name);
  zb_record_set (write->record, "roster", check->roster->name);
  zb_record_set (write->record, "media", check->kind == 'x' ? "xlsx" : "docx");
  zb_record_set (write->record, "file_name", file_name);
  write->bytes = g_bytes_ref (bytes);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static void
fill_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  const ZbTemplateFill fill = { job->bytes, job->request, job->path, job->force, job->keep_unknown, zb_words_field };
  GError *error = NULL;
  guint n_rows;

  if (zb_template_fill (*db, &fill, &n_rows, zb_registry_tell, &job->teller, g_task_get_cancellable (task), &error))
    g_task_return_int (task, n_rows);
  else
    g_task_return_error (task, error);
}

void
zb_registry_fill_template_async (ZbRegistry *self, GBytes *bytes, const ZbRosterRequest *request, const char *path, gboolean force, gboolean keep_unknown,
                                 ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->teller = (ZbRegistryTeller) { progress, progress_data, 0, cancellable };
  job->path = g_strdup (path);
  job->bytes = g_bytes_ref (bytes);
  job->request = zb_roster_request_copy (request);
  job->force = force;
  job->keep_unknown = keep_unknown;
  g_task_set_source_tag (task, zb_registry_fill_template_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  zb_worker_push (self->writer, task, fill_thread);
}

int
zb_registry_fill_template_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
