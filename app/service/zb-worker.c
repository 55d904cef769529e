/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-worker.h"

static GPrivate current;   /* the worker whose thread this is */

struct _ZbWorker
{
  GThread *thread;    /* (owned) */
  GAsyncQueue *queue; /* (owned) (element-type Work) */
  gint serial;        /* (atomic) */
};

typedef struct {
  GTask *task; /* (owned) (nullable): %NULL ends the thread */
  ZbWorkerFunc func;
  int priority;
  int serial;
} Work;

static int
compare_work (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Work *left = a, *right = b;

  if (left->priority != right->priority)
    return left->priority < right->priority ? -1 : 1;
  return left->serial < right->serial ? -1 : left->serial > right->serial;
}

static gboolean
on_release (gpointer task)
{
  return G_SOURCE_REMOVE;
}

/* A task owns the object that it works for, which owns this thread: the last reference must not go
 * here, where the thread would wait for itself, but where the task came from. */
static void
release (GTask *task)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "zb-worker release");
  g_source_set_callback (source, on_release, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static gpointer
worker_thread (gpointer user_data)
{
  ZbWorker *worker = user_data;
  ZbDb *db = NULL;
  gboolean more = TRUE;

  g_private_set (&current, worker);
  while (more)
    {
      Work *work = g_async_queue_pop (worker->queue);

      more = work->task != NULL;
      if (more && !g_task_return_error_if_cancelled (work->task))
        {
          if (db != NULL)
            {
              zb_db_renew (db);
              zb_db_set_cancellable (db, g_task_get_cancellable (work->task));
            }
          work->func (work->task, &db);
          if (db != NULL)
            zb_db_set_cancellable (db, NULL);
        }
      if (work->task != NULL)
        release (work->task);
      g_free (work);
    }
  zb_db_close (db);
  return NULL;
}

static void
push (ZbWorker *worker, GTask *task, ZbWorkerFunc func, int priority)
{
  Work *work = g_new0 (Work, 1);

  work->task = task;
  work->func = func;
  work->priority = priority;
  work->serial = g_atomic_int_add (&worker->serial, 1);
  g_async_queue_push_sorted (worker->queue, work, compare_work, NULL);
}

ZbWorker *
zb_worker_new (const char *name)
{
  ZbWorker *worker = g_new0 (ZbWorker, 1);

  worker->queue = g_async_queue_new ();
  worker->thread = g_thread_new (name, worker_thread, worker);
  return worker;
}

void
zb_worker_push (ZbWorker *worker, GTask *task, ZbWorkerFunc func)
{
  if (worker != NULL)
    {
      push (worker, task, func, g_task_get_priority (task));
      return;
    }
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "the worker has stopped");
  g_object_unref (task);
}

void
zb_worker_assert_here (ZbWorker *worker)
{
  g_assert (g_private_get (&current) == worker);
}

void
zb_worker_stop (ZbWorker *worker)
{
  if (worker == NULL)
    return;
  g_assert (g_private_get (&current) != worker);
  push (worker, NULL, NULL, G_MAXINT);
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->queue);
  g_free (worker);
}
