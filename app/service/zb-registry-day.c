/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-day.h"

#include "service/zb-registry-private.h"

static void
columns_on_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  const ZbDate *day = g_task_get_task_data (task);
  g_autoptr(ZbOrgTree) tree = NULL;
  ZbMemberColumns *columns = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (*db == NULL)
    *db = zb_db_open (self->path, ZB_DB_READ, &error);
  if (*db != NULL && (tree = zb_org_tree_load (*db, *day, TRUE, &error)) != NULL)
    columns = zb_member_columns_load (*db, tree, *day, NULL, NULL, &error);
  if (columns == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, columns, (GDestroyNotify) zb_member_columns_unref);
}

void
zb_registry_columns_on_async (ZbRegistry *self, ZbDate day, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ZB_IS_REGISTRY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, zb_registry_columns_on_async);
  g_task_set_task_data (task, g_memdup2 (&day, sizeof day), g_free);
  zb_worker_push (self->reader, task, columns_on_thread);
}

ZbMemberColumns *
zb_registry_columns_on_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
