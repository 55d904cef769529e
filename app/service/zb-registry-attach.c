/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "service/zb-attach.h"
#include "service/zb-registry-life.h"
#include "service/zb-registry-write-private.h"
#include "store/life/zb-attachments.h"
#include "store/zb-records.h"

/* What is to be attached, while its files are read; the writer waits for nobody’s photos. */
typedef struct {
  ZbRegistry *self;
  char **paths;
  char *kind;
  char *caption;
  const ZbKind *of;
  gint64 id;
} Attach;

static void
attach_free (Attach *attach)
{
  g_object_unref (attach->self);
  g_strfreev (attach->paths);
  g_free (attach->kind);
  g_free (attach->caption);
  g_free (attach);
}

static void
read_thread (GTask *task, ZbDb **db)
{
  const Attach *attach = g_task_get_task_data (task);
  GPtrArray *pictures = NULL;
  GError *error = NULL;

  if (*db == NULL)
    *db = zb_db_open (attach->self->path, ZB_DB_READ, &error);
  if (*db != NULL)
    pictures = zb_attach_read (*db, (const char *const *) attach->paths, g_task_get_cancellable (task), &error);
  if (pictures != NULL)
    g_task_return_pointer (task, pictures, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
write_pictures (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  return zb_attach_write (db, write->kind, write->ids[0], write->pictures, write->field, write->value, &write->set_id, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) outer = G_TASK (user_data);
  const char *note = g_object_get_data (G_OBJECT (outer), "zb-note");
  g_autofree char *words = NULL;
  GError *error = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    g_task_return_error (outer, error);
  else
    /* Translators: %1$s what was done, %2$s a sentence that adds to it */
    g_task_return_pointer (outer, note != NULL ? g_strdup_printf (_("%1$s. %2$s"), words, note) : g_steal_pointer (&words), g_free);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) outer = G_TASK (user_data);
  Attach *attach = g_task_get_task_data (outer);
  GError *error = NULL;
  GPtrArray *pictures = g_task_propagate_pointer (G_TASK (result), &error);
  GCancellable *cancellable;
  ZbRegistryWrite *write;

  if (pictures == NULL)
    {
      g_task_return_error (outer, error);
      return;
    }
  write = zb_registry_write_new (attach->self, write_pictures, attach->of);
  write->ids = g_memdup2 (&attach->id, sizeof attach->id);
  write->n_ids = 1;
  g_object_set_data_full (G_OBJECT (outer), "zb-note", zb_attach_note (attach->self->db, attach->of, attach->id, attach->kind, pictures), g_free);
  write->field = g_steal_pointer (&attach->kind);
  write->value = g_steal_pointer (&attach->caption);
  write->pictures = pictures;
  cancellable = g_task_get_cancellable (outer);
  zb_registry_write_push (attach->self, write, cancellable, on_written, g_steal_pointer (&outer));
}

void
zb_registry_attach_async (ZbRegistry *self, const ZbKind *of, gint64 id, const char *const *paths, const char *kind, const char *caption,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  Attach *attach = g_new0 (Attach, 1);
  GTask *task = g_task_new (self, cancellable, on_read, outer);

  attach->self = g_object_ref (self);
  attach->paths = g_strdupv ((char **) paths);
  attach->kind = g_strdup (kind);
  attach->caption = g_strdup (caption);
  attach->of = of;
  attach->id = id;
  /* What was written is written, however late somebody cancels. */
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_source_tag (outer, zb_registry_attach_async);
  g_task_set_task_data (outer, attach, (GDestroyNotify) attach_free);
  g_task_set_task_data (task, attach, NULL);
  zb_worker_push (self->reader, task, read_thread);
}

gboolean
zb_registry_attach_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error)
{
  g_autofree char *words = g_task_propagate_pointer (G_TASK (result), error);

  if (words == NULL)
    return FALSE;
  if (out_words != NULL)
    *out_words = g_steal_pointer (&words);
  return TRUE;
}

GPtrArray *
zb_registry_attachments (ZbRegistry *self, gint64 meeting, GError **error)
{
  return zb_meetings_parts (self->db, &zb_kind_attachment, meeting, error);
}

char *
zb_registry_photo_consent (ZbRegistry *self, gint64 wish)
{
  return zb_attach_consent (self->db, wish);
}

GBytes *
zb_registry_attachment_bytes (ZbRegistry *self, gint64 attachment, gboolean preview, GError **error)
{
  return zb_attachments_read (self->db, attachment, preview, error);
}
