/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-private.h"

typedef struct {
  ZbDate today;
  GArray *probationers; /* (owned) (element-type gint64) */
} Question;

static void
question_free (Question *question)
{
  g_array_unref (question->probationers);
  g_free (question);
}

static void
due_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  const Question *question = g_task_get_task_data (task);
  ZbDueFacts *facts = NULL;
  GError *error = NULL;

  if (zb_registry_open_reader (self, db, &error))
    facts = zb_due_facts_load (*db, question->today, (const gint64 *) question->probationers->data, question->probationers->len, &error);
  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) zb_due_facts_free);
  else
    g_task_return_error (task, error);
}

void
zb_registry_due_async (ZbRegistry *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->today = self->today;
  question->probationers = self->columns != NULL ? zb_due_probationers (self->columns) : g_array_new (FALSE, FALSE, sizeof (gint64));
  g_task_set_source_tag (task, zb_registry_due_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  /* What is on screen comes first. */
  g_task_set_priority (task, G_PRIORITY_DEFAULT_IDLE);
  zb_worker_push (self->reader, task, due_thread);
}

/* The people in memory belong to this thread; going through them is quick. */
GPtrArray *
zb_registry_due_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  g_autoptr(ZbDueFacts) facts = g_task_propagate_pointer (G_TASK (result), error);

  if (facts == NULL)
    return NULL;
  return self->columns != NULL ? zb_due_from_facts (facts, self->columns) : g_ptr_array_new ();
}
