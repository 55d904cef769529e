/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-private.h"

/* The order of members by a field that the columns do not hold. */

static void
rank_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  ZbMemberOrder order = (ZbMemberOrder) GPOINTER_TO_UINT (g_task_get_task_data (task));
  ZbMemberRanks *ranks = NULL;
  GError *error = NULL;

  if (zb_registry_open_reader (self, db, &error))
    ranks = zb_members_rank (*db, order, &error);
  if (ranks != NULL)
    g_task_return_pointer (task, ranks, (GDestroyNotify) zb_member_ranks_free);
  else
    g_task_return_error (task, error);
}

static void
on_ranked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ZbRegistry *self = ZB_REGISTRY (source);
  g_autoptr(ZbMemberRanks) ranks = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Overtaken: by a change, by another order, or by columns that were loaded anew. */
  if (g_task_get_cancellable (G_TASK (result)) != self->ranking)
    return;
  g_clear_object (&self->ranking);
  if (ranks == NULL || self->columns == NULL)
    return;
  zb_member_columns_set_ranks (self->columns, ranks);
  g_signal_emit_by_name (self, "order-ready");
}

void
zb_registry_stop_ranking (ZbRegistry *self)
{
  if (self->ranking != NULL)
    g_cancellable_cancel (self->ranking);
  g_clear_object (&self->ranking);
}

void
zb_registry_need_order (ZbRegistry *self, ZbMemberOrder order)
{
  GTask *task;

  if (order != self->order)
    zb_registry_stop_ranking (self);
  self->order = order;
  if (self->db == NULL || self->columns == NULL || self->ranking != NULL || !zb_member_columns_lack_ranks (self->columns, order))
    return;
  if (zb_member_columns_size (self->columns) <= ZB_REGISTRY_SMALL)
    {
      zb_member_columns_rank (self->db, self->columns, order, NULL);
      return;
    }
  self->ranking = g_cancellable_new ();
  task = g_task_new (self, self->ranking, on_ranked, NULL);
  g_task_set_source_tag (task, zb_registry_need_order);
  g_task_set_task_data (task, GUINT_TO_POINTER (order), NULL);
  zb_worker_push (self->reader, task, rank_thread);
}
