/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-document.h"

#include "service/zb-registry-private.h"

typedef struct {
  ZbDocumentRequest *request;
  ZbDocumentFormat format;
  char *path;
  gboolean force;
} Job;

static void
job_free (Job *job)
{
  zb_document_request_free (job->request);
  g_free (job->path);
  g_free (job);
}

ZbDocument *
zb_registry_document (ZbRegistry *self, const ZbDocumentRequest *request, GError **error)
{
  return zb_document_new (self->db, request, error);
}

static void
write_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(ZbDocument) document = zb_document_new (*db, job->request, &error);

  if (document != NULL && zb_document_write (document, *db, job->format, job->path, job->force, g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
zb_registry_write_document_async (ZbRegistry *self, const ZbDocumentRequest *request, ZbDocumentFormat format, const char *path, gboolean force,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, zb_registry_write_document_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  job->request = zb_document_request_copy (request);
  job->format = format;
  job->path = g_strdup (path);
  job->force = force;
  zb_worker_push (self->writer, task, write_thread);
}

gboolean
zb_registry_write_document_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
