/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "service/zb-registry-private.h"

/* A backup put in the place of a registry that nobody has open: a damaged one, or none at all. */

typedef struct {
  ZbWorker *worker; /* (owned) (nullable) */
  char *path;
  char *from;
  char *kept;       /* (nullable) */
  ZbBackupReport report;
} Restore;

static void
restore_free (Restore *restore)
{
  g_clear_pointer (&restore->worker, zb_worker_stop);
  zb_backup_report_clear (&restore->report);
  g_free (restore->path);
  g_free (restore->from);
  g_free (restore->kept);
  g_free (restore);
}

char *
zb_restore_words (const ZbBackupReport *report, const char *kept)
{
  g_autofree char *name = kept != NULL ? g_path_get_basename (kept) : NULL;

  if (name == NULL)
    /* Translators: %1$lu people, %2$lu organisations */
    return g_strdup_printf (_("Backup restored: %1$lu people, %2$lu organisations"), (gulong) report->people,
                            (gulong) report->organizations);
  /* Translators: %1$lu people, %2$lu organisations, %3$s a file's name */
  return g_strdup_printf (_("Backup restored: %1$lu people, %2$lu organisations. What was there before is kept as “%3$s”; "
                            "restore that to take this back."),
                          (gulong) report->people, (gulong) report->organizations, name);
}

static void
restore_thread (GTask *task, ZbDb **db)
{
  Restore *restore = g_task_get_task_data (task);
  GError *error = NULL;

  if (zb_backup_restore (restore->path, restore->from, &restore->kept, &restore->report, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
zb_restore_async (const char *path, const char *from, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Restore *restore = g_new0 (Restore, 1);
  g_autofree char *folder = g_path_get_dirname (path);

  restore->worker = zb_worker_new ("zb-restore");
  restore->path = g_strdup (path);
  restore->from = g_strdup (from);
  g_mkdir_with_parents (folder, 0700);
  g_task_set_source_tag (task, zb_restore_async);
  g_task_set_task_data (task, restore, (GDestroyNotify) restore_free);
  zb_worker_push (restore->worker, task, restore_thread);
}

gboolean
zb_restore_finish (GAsyncResult *result, char **out_words, GError **error)
{
  Restore *restore = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *out_words = zb_restore_words (&restore->report, restore->kept);
  return TRUE;
}
