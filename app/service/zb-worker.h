/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbWorker:
 *
 * A named thread with a connection of its own that works tasks off one after the other, the more
 * urgent first. The only place that starts threads.
 */
typedef struct _ZbWorker ZbWorker;

/**
 * ZbWorkerFunc:
 * @db: (nullable): the worker's connection; %NULL before one is open
 *
 * Runs on the worker's thread and returns the task's result. May store another connection into @db.
 */
typedef void (*ZbWorkerFunc) (GTask *task, ZbDb **db);

ZbWorker *zb_worker_new (const char *name);

/**
 * zb_worker_push:
 * @worker: (nullable): %NULL after it was stopped: the task fails with %G_IO_ERROR_CLOSED
 * @task: (transfer full): its last reference goes on the thread that it came from
 *
 * Queues @task, in the order of its priority, then of coming. A task cancelled while it waits fails
 * without running.
 */
void zb_worker_push (ZbWorker *worker, GTask *task, ZbWorkerFunc func);

/** zb_worker_assert_here: for functions that must run on the thread of @worker. */
void zb_worker_assert_here (ZbWorker *worker);

/** zb_worker_stop: works off what is queued, closes the connection, ends the thread and waits for it. */
void zb_worker_stop (ZbWorker *worker);

G_END_DECLS
