/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-worker.h"
#include "zb-test-db.h"
#include "zb-test-spin.h"

/* What the tasks of a test share: a gate that holds the thread, and the names of those that ran. */
typedef struct {
  ZbWorker *worker;
  GMutex mutex;
  GCond opened;
  gboolean is_open;
  GString *ran;
  guint n_finished;
  ZbTestDb *registry;
} World;

static World *
world_new (void)
{
  World *world = g_new0 (World, 1);

  g_mutex_init (&world->mutex);
  g_cond_init (&world->opened);
  world->ran = g_string_new (NULL);
  world->worker = zb_worker_new ("test");
  return world;
}

static void
world_free (World *world)
{
  zb_worker_stop (world->worker);
  zb_test_spin_idle ();
  g_string_free (world->ran, TRUE);
  g_mutex_clear (&world->mutex);
  g_cond_clear (&world->opened);
  g_free (world);
}

/* The tasks look at the worker until it has stopped. */
static void
stop (World *world)
{
  zb_worker_stop (world->worker);
  world->worker = NULL;
}

static void
open_gate (World *world)
{
  g_mutex_lock (&world->mutex);
  world->is_open = TRUE;
  g_cond_signal (&world->opened);
  g_mutex_unlock (&world->mutex);
}

static void
wait_thread (GTask *task, ZbDb **db)
{
  World *world = g_task_get_task_data (task);

  g_mutex_lock (&world->mutex);
  while (!world->is_open)
    g_cond_wait (&world->opened, &world->mutex);
  g_mutex_unlock (&world->mutex);
  g_task_return_boolean (task, TRUE);
}

static void
note_thread (GTask *task, ZbDb **db)
{
  World *world = g_task_get_task_data (task);

  zb_worker_assert_here (world->worker);
  g_string_append_printf (world->ran, "%s ", g_task_get_name (task));
  g_task_return_boolean (task, TRUE);
}

static void
on_finished (GObject *source, GAsyncResult *result, gpointer user_data)
{
  World *world = user_data;

  world->n_finished++;
}

static gboolean
has_finished_five (gpointer data)
{
  return ((World *) data)->n_finished == 5;
}

static void
push (World *world, const char *name, int priority, GCancellable *cancellable, ZbWorkerFunc func)
{
  GTask *task = g_task_new (NULL, cancellable, on_finished, world);

  g_task_set_name (task, name);
  g_task_set_priority (task, priority);
  g_task_set_task_data (task, world, NULL);
  zb_worker_push (world->worker, task, func);
}

static void
test_order (void)
{
  World *world = world_new ();

  push (world, "gate", G_PRIORITY_HIGH, NULL, wait_thread);
  push (world, "idle", G_PRIORITY_LOW, NULL, note_thread);
  push (world, "first", G_PRIORITY_DEFAULT, NULL, note_thread);
  push (world, "second", G_PRIORITY_DEFAULT, NULL, note_thread);
  push (world, "urgent", G_PRIORITY_HIGH, NULL, note_thread);
  open_gate (world);
  zb_test_spin_until (has_finished_five, world);
  g_assert_cmpstr (world->ran->str, ==, "urgent first second idle ");
  world_free (world);
}

static void
test_cancelled_while_waiting (void)
{
  World *world = world_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GTask *task = g_task_new (NULL, cancellable, zb_test_take_result, &result);

  g_task_set_name (task, "cancelled");
  g_task_set_task_data (task, world, NULL);
  push (world, "gate", G_PRIORITY_HIGH, NULL, wait_thread);
  zb_worker_push (world->worker, task, note_thread);
  g_cancellable_cancel (cancellable);
  open_gate (world);
  g_assert_false (g_task_propagate_boolean (G_TASK (result = zb_test_wait (&result)), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (world->ran->str, ==, "");
  world_free (world);
}

/* Closing the window loses nothing that was queued. */
static void
test_stop_works_off (void)
{
  World *world = world_new ();

  push (world, "gate", G_PRIORITY_HIGH, NULL, wait_thread);
  push (world, "one", G_PRIORITY_DEFAULT, NULL, note_thread);
  push (world, "two", G_PRIORITY_LOW, NULL, note_thread);
  open_gate (world);
  stop (world);
  g_assert_cmpstr (world->ran->str, ==, "one two ");
  world_free (world);
}

static void
test_push_after_stop (void)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  zb_worker_push (NULL, g_task_new (NULL, NULL, zb_test_take_result, &result), note_thread);
  result = zb_test_wait (&result);
  g_assert_false (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
open_thread (GTask *task, ZbDb **db)
{
  World *world = g_task_get_task_data (task);

  g_assert_null (*db);
  *db = zb_db_open (world->registry->path, ZB_DB_READ, NULL);
  g_assert_nonnull (*db);
  g_task_return_boolean (task, TRUE);
}

static void
look_thread (GTask *task, ZbDb **db)
{
  World *world = g_task_get_task_data (task);

  g_assert_cmpstr (zb_db_path (*db), ==, world->registry->path);
  note_thread (task, db);
}

static void
test_keeps_its_connection (void)
{
  World *world = world_new ();
  g_autoptr(ZbTestDb) registry = zb_test_db_new ();

  world->registry = registry;
  push (world, "open", G_PRIORITY_DEFAULT, NULL, open_thread);
  push (world, "look", G_PRIORITY_DEFAULT, NULL, look_thread);
  stop (world);
  g_assert_cmpstr (world->ran->str, ==, "look ");
  world_free (world);
}

/* An object that owns its worker, as a registry does. */
#define TEST_TYPE_OWNER (test_owner_get_type ())
G_DECLARE_FINAL_TYPE (TestOwner, test_owner, TEST, OWNER, GObject)

struct _TestOwner
{
  GObject parent_instance;
  ZbWorker *worker;
};

G_DEFINE_FINAL_TYPE (TestOwner, test_owner, G_TYPE_OBJECT)

static void
test_owner_dispose (GObject *object)
{
  g_clear_pointer (&TEST_OWNER (object)->worker, zb_worker_stop);
  G_OBJECT_CLASS (test_owner_parent_class)->dispose (object);
}

static void
test_owner_class_init (TestOwnerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = test_owner_dispose;
}

static void
test_owner_init (TestOwner *self)
{
  self->worker = zb_worker_new ("owned");
}

/* Returns before the thread's own reference is gone, and lingers so that it would be the last. */
static void
linger_thread (GTask *task, ZbDb **db)
{
  g_task_return_boolean (task, TRUE);
  for (guint i = 0; i < 1000; i++)
    g_thread_yield ();
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_owner_goes_on_its_own_thread (void)
{
  for (guint i = 0; i < 50; i++)
    {
      TestOwner *owner = g_object_new (TEST_TYPE_OWNER, NULL);
      gpointer weak = owner;
      GAsyncResult *result = NULL;

      g_object_add_weak_pointer (G_OBJECT (owner), &weak);
      zb_worker_push (owner->worker, g_task_new (owner, NULL, zb_test_take_result, &result), linger_thread);
      g_object_unref (owner);
      g_object_unref (zb_test_wait (&result));
      zb_test_spin_until (is_gone, &weak);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/cancelled-while-waiting", test_cancelled_while_waiting);
  g_test_add_func ("/worker/stop-works-off", test_stop_works_off);
  g_test_add_func ("/worker/push-after-stop", test_push_after_stop);
  g_test_add_func ("/worker/keeps-its-connection", test_keeps_its_connection);
  g_test_add_func ("/worker/owner-goes-on-its-own-thread", test_owner_goes_on_its_own_thread);
  return g_test_run ();
}
