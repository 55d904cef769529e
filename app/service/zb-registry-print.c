/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-print.h"

#include "service/zb-registry-private.h"
#include "store/zb-export-log.h"

typedef struct {
  char *list;
  char *private_columns;
  guint n_rows;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->list);
  g_free (note->private_columns);
  g_free (note);
}

static void
note_thread (GTask *task, ZbDb **db)
{
  const Note *note = g_task_get_task_data (task);
  GError *error = NULL;

  if (zb_export_log_add (*db, note->list, ZB_EXPORT_PRINTED, note->n_rows, note->private_columns, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
push (ZbRegistry *self, const char *list, guint n_rows, const char *private_columns, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Note *note = g_new0 (Note, 1);

  note->list = g_strdup (list);
  note->n_rows = n_rows;
  note->private_columns = g_strdup (private_columns);
  g_task_set_source_tag (task, push);
  g_task_set_task_data (task, note, note_free);
  zb_worker_push (self->writer, task, note_thread);
}

void
zb_registry_note_sheet_async (ZbRegistry *self, ZbSheet *sheet, GAsyncReadyCallback callback, gpointer user_data)
{
  push (self, zb_sheet_request (sheet)->roster->name, zb_sheet_n_rows (sheet), zb_sheet_private_columns (sheet), callback, user_data);
}

void
zb_registry_note_document_async (ZbRegistry *self, ZbDocument *document, GAsyncReadyCallback callback, gpointer user_data)
{
  push (self, zb_document_name (document), zb_document_count (document), zb_document_private_fields (document), callback, user_data);
}

gboolean
zb_registry_note_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
