/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-worker.h"

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

static gpointer
worker_thread (gpointer user_data)
{
  ZbWorker *worker = user_data;
  ZbDb *db = NULL;
  gboolean more = TRUE;

  while (more)
    {
      Work *work = g_async_queue_pop (worker->queue);

      more = work->task != NULL;
      if (more && !g_task_return_error_if_cancelled (work->task))
        {
          if (db != NULL)
            zb_db_set_cancellable (db, g_task_get_cancellable (work->task));
          work->func (work->task, &db);
          if (db != NULL)
            zb_db_set_cancellable (db, NULL);
        }
      g_clear_object (&work->task);
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
  push (worker, task, func, g_task_get_priority (task));
}

void
zb_worker_stop (ZbWorker *worker)
{
  if (worker == NULL)
    return;
  push (worker, NULL, NULL, G_MAXINT);
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->queue);
  g_free (worker);
}
