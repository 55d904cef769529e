/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-private.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "service/zb-stats.h"

/* Everybody, loaded on the reader: the figures come as soon as people can be counted, the columns when they are whole. */

/* What a load begins with. */
typedef struct {
  ZbDate today;
  ZbMemberOrder order; /* the table's */
  ZbOrgTree *tree; /* (owned) (nullable): where somebody needed it already */
} Load;

static void
load_free (Load *load)
{
  zb_org_tree_unref (load->tree);
  g_free (load);
}

/* Figures on their way to the main thread. */
typedef struct {
  GTask *task;        /* (owned): of the load that counted them */
  GPtrArray *figures; /* (owned) (element-type ZbStat) */
} Counted;

static void
counted_free (gpointer user_data)
{
  Counted *counted = user_data;

  g_ptr_array_unref (counted->figures);
  g_object_unref (counted->task);
  g_free (counted);
}

/* A load that was overtaken counted what is not so any more. */
static gboolean
is_overtaken (ZbRegistry *self, GTask *task)
{
  return g_task_get_cancellable (task) != self->loading;
}

static gboolean
on_counted (gpointer user_data)
{
  Counted *counted = user_data;
  ZbRegistry *self = g_task_get_source_object (counted->task);

  if (is_overtaken (self, counted->task))
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  self->figures = g_ptr_array_ref (counted->figures);
  g_signal_emit_by_name (self, "figures-ready");
  return G_SOURCE_REMOVE;
}

/* On the reader's thread, with columns that are not whole yet. */
static void
count (ZbMemberColumns *columns, gpointer task)
{
  g_autoptr(GSource) source = g_idle_source_new ();
  Counted *counted = g_new0 (Counted, 1);

  counted->task = g_object_ref (task);
  counted->figures = zb_stats_compute (columns, "summary", NULL);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "zb-registry figures");
  g_source_set_callback (source, on_counted, counted, counted_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
on_columns_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ZbRegistry *self = ZB_REGISTRY (source);
  ZbMemberColumns *columns = g_task_propagate_pointer (G_TASK (result), NULL);

  /* One that was overtaken by another load leaves that one alone. */
  if (!is_overtaken (self, G_TASK (result)))
    g_clear_object (&self->loading);
  if (columns == NULL)
    return;
  zb_registry_stop_ranking (self);
  g_clear_pointer (&self->columns, zb_member_columns_unref);
  self->columns = columns;
  /* One and the same tree for both; where one was read meanwhile, it said the same. */
  zb_org_tree_ref (zb_member_columns_tree (columns));
  g_clear_pointer (&self->tree, zb_org_tree_unref);
  self->tree = zb_member_columns_tree (columns);
  g_signal_emit_by_name (self, "columns-ready");
}

gboolean
zb_registry_open_reader (ZbRegistry *self, ZbDb **db, GError **error)
{
  if (*db == NULL)
    *db = zb_db_open (self->path, ZB_DB_READ, error);
  return *db != NULL;
}

/* Sorting took arrays as large as the columns; the C library would keep them for who never comes again. */
static void
give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static void
load_columns_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  ZbMemberColumns *columns = NULL;
  GError *error = NULL;

  if (zb_registry_open_reader (self, db, &error) && load->tree == NULL)
    load->tree = zb_org_tree_load (*db, load->today, FALSE, &error);
  if (load->tree != NULL)
    columns = zb_member_columns_load (*db, load->tree, load->today, count, task, &error);
  if (columns == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  zb_member_columns_prepare (columns);
  zb_member_columns_rank (*db, columns, load->order, NULL);
  give_back ();
  g_task_return_pointer (task, columns, (GDestroyNotify) zb_member_columns_unref);
}

void
zb_registry_load_columns (ZbRegistry *self)
{
  Load *load = g_new0 (Load, 1);
  GTask *task;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, on_columns_loaded, NULL);
  g_task_set_source_tag (task, zb_registry_load_columns);
  load->today = self->today;
  load->order = self->order;
  load->tree = self->tree != NULL ? zb_org_tree_ref (self->tree) : NULL;
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  zb_worker_push (self->reader, task, load_columns_thread);
}

GPtrArray *
zb_registry_figures (ZbRegistry *self)
{
  if (self->figures == NULL && self->columns != NULL)
    self->figures = zb_stats_compute (self->columns, "summary", NULL);
  return self->figures;
}
