/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-private.h"
#include "service/zb-stats.h"
#include "zb-test-registry.h"

/* More people than are loaded when the registry is opened: every third a member, the others applicants. */
#define PEOPLE (ZB_REGISTRY_SMALL + 1)
#define MEMBERS ((PEOPLE + 2) / 3)

typedef struct {
  ZbTestDb *files; /* its connection is another program's */
  gint64 branch;
  gint64 first;
  ZbRegistry *registry;
  GString *said;   /* `f` and how many members for figures, `c` for columns, a blank after each */
} Fixture;

static guint
figure (GPtrArray *figures, const char *label)
{
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    if (g_str_equal (((ZbStat *) g_ptr_array_index (figures, i))->label, label))
      return ((ZbStat *) g_ptr_array_index (figures, i))->count;
  return G_MAXUINT;
}

static guint
members (Fixture *self)
{
  return figure (zb_registry_figures (self->registry), "党员总数");
}

static void
on_figures (Fixture *self)
{
  g_string_append_printf (self->said, "f%u ", members (self));
}

static void
on_columns (Fixture *self)
{
  g_string_append (self->said, "c ");
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const births[] = { "1940", "1991-05", "1960-06-01", "2005-01-01" };
  g_autoptr(GError) error = NULL;

  self->files = zb_test_db_new ();
  self->branch = zb_test_organization (self->files->db, "branch", "第一党支部", 0);
  for (guint i = 0; i < PEOPLE; i++)
    {
      gint64 id = zb_test_member (self->files->db, i % 2 == 0 ? "张四" : "陈一", self->branch,
                                  "category", i % 3 > 0 ? "applicant" : i % 9 == 0 ? "probationary" : "full",
                                  "sex", i % 2 == 0 ? "2" : "1", "birth_date", births[i / 3 % 4], "ethnicity", i % 5 == 0 ? "03" : "01",
                                  "education", i % 4 == 0 ? "20" : "60", "floating", i % 7 == 0 ? "1" : "0", "lost", i % 21 == 0 ? "1" : "0",
                                  NULL);

      self->first = i == 0 ? id : self->first;
    }
  self->said = g_string_new (NULL);
  self->registry = zb_test_registry_open (self->files->path, FALSE, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (self->registry, "figures-ready", G_CALLBACK (on_figures), self);
  g_signal_connect_swapped (self->registry, "columns-ready", G_CALLBACK (on_columns), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->registry, self);
  zb_test_registry_close (self->registry);
  zb_test_db_free (self->files);
  g_string_free (self->said, TRUE);
}

/* Since asked last: figures with so many members, once, then the columns. */
static void
assert_loaded_once (Fixture *self, guint n_members)
{
  g_autofree char *wanted = g_strdup_printf ("f%u c ", n_members);

  g_assert_cmpstr (self->said->str, ==, wanted);
  g_string_truncate (self->said, 0);
}

/* A figure opens to just as many people. */
static void
assert_found (Fixture *self, const ZbStat *stat)
{
  ZbMemberColumns *columns = zb_registry_columns (self->registry);
  g_autoptr(ZbFilter) filter = zb_filter_parse (stat->filter, zb_member_columns_tree (columns), NULL);
  guint n;

  g_assert_nonnull (filter);
  g_free (zb_member_columns_query (columns, &(ZbMemberQuery) { .filter = filter, .order = ZB_ORDER_ID }, &n));
  g_assert_cmpuint (stat->count, ==, n);
}

/* The figures are those that the columns give. */
static void
assert_figures (Fixture *self)
{
  g_autoptr(GPtrArray) wanted = zb_stats_compute (zb_registry_columns (self->registry), "summary", NULL);
  GPtrArray *figures = zb_registry_figures (self->registry);

  g_assert_nonnull (figures);
  g_assert_cmpuint (figures->len, ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    {
      const ZbStat *one = g_ptr_array_index (figures, i), *other = g_ptr_array_index (wanted, i);

      g_assert_cmpstr (one->label, ==, other->label);
      g_assert_cmpstr (one->filter, ==, other->filter);
      g_assert_cmpuint (one->count, ==, other->count);
      assert_found (self, one);
    }
}

static gboolean
has_figures (gpointer fixture)
{
  return ((Fixture *) fixture)->said->len > 0;
}

/* Counted before all is loaded, and right. */
static void
test_first (Fixture *self, gconstpointer data)
{
  GPtrArray *figures;

  g_assert_null (zb_registry_figures (self->registry));
  zb_test_spin_until (has_figures, self);
  g_assert_nonnull (zb_registry_figures (self->registry));
  figures = g_ptr_array_ref (zb_registry_figures (self->registry));
  zb_test_registry_wait_columns (self->registry, PEOPLE);
  assert_loaded_once (self, MEMBERS);
  g_assert_true (zb_registry_figures (self->registry) == figures);
  g_ptr_array_unref (figures);
  assert_figures (self);
}

static void
set_category (Fixture *self, const char *category)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_registry_set_many_async (self->registry, &zb_kind_member, &self->first, 1, "category", category, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_write_finish (self->registry, result, NULL, NULL));
}

/* One person changes: the figures follow without a load. */
static void
test_after_change (Fixture *self, gconstpointer data)
{
  zb_test_registry_wait_columns (self->registry, PEOPLE);
  g_string_truncate (self->said, 0);
  g_assert_cmpuint (members (self), ==, MEMBERS);
  set_category (self, "activist");
  g_assert_cmpuint (members (self), ==, MEMBERS - 1);
  g_assert_cmpuint (figure (zb_registry_figures (self->registry), "入党积极分子"), ==, 1);
  assert_figures (self);
  g_assert_cmpstr (self->said->str, ==, "");
}

/* Another program adds somebody: with the new columns come new figures. */
static void
test_loaded_anew (Fixture *self, gconstpointer data)
{
  zb_test_registry_wait_columns (self->registry, PEOPLE);
  g_string_truncate (self->said, 0);
  zb_test_member (self->files->db, "李四", self->branch, "category", "full", NULL);
  zb_registry_look (self->registry);
  zb_test_registry_wait_columns (self->registry, PEOPLE + 1);
  assert_loaded_once (self, MEMBERS + 1);
  assert_figures (self);
}

/* A task that tells this thread when everything before it is done. */
typedef struct {
  GMutex mutex;
  GCond cond;
  gboolean done;
} Mark;

static void
mark_thread (GTask *task, ZbDb **db)
{
  Mark *mark = g_task_get_task_data (task);

  g_mutex_lock (&mark->mutex);
  mark->done = TRUE;
  g_cond_signal (&mark->cond);
  g_mutex_unlock (&mark->mutex);
  g_task_return_boolean (task, TRUE);
}

/* Waits for the reader without turning the main loop. */
static void
wait_for_reader (ZbRegistry *registry)
{
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);
  Mark mark = { .done = FALSE };

  g_mutex_init (&mark.mutex);
  g_cond_init (&mark.cond);
  g_task_set_task_data (task, &mark, NULL);
  zb_worker_push (registry->reader, task, mark_thread);
  g_mutex_lock (&mark.mutex);
  while (!mark.done)
    g_cond_wait (&mark.cond, &mark.mutex);
  g_mutex_unlock (&mark.mutex);
  g_mutex_clear (&mark.mutex);
  g_cond_clear (&mark.cond);
}

/* Figures that are on their way when another load begins never arrive. */
static void
test_overtaken (Fixture *self, gconstpointer data)
{
  zb_registry_load_columns (self->registry);
  wait_for_reader (self->registry);
  g_assert_cmpstr (self->said->str, ==, "");
  zb_test_member (self->files->db, "李四", self->branch, "category", "full", NULL);
  zb_registry_load_columns (self->registry);
  zb_test_registry_wait_columns (self->registry, PEOPLE + 1);
  assert_loaded_once (self, MEMBERS + 1);
  assert_figures (self);
}

/* A small registry has them as soon as it is open. */
static void
test_small (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 id = zb_test_registry_add (test, "张三");
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  g_assert_cmpuint (figure (zb_registry_figures (test->registry), "党员总数"), ==, 0);
  zb_registry_set_many_async (test->registry, &zb_kind_member, &id, 1, "category", "full", NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_cmpuint (figure (zb_registry_figures (test->registry), "党员总数"), ==, 1);
  g_assert_true (zb_registry_figures (test->registry) == zb_registry_figures (test->registry));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/registry-load/first", Fixture, NULL, set_up, test_first, tear_down);
  g_test_add ("/registry-load/after-change", Fixture, NULL, set_up, test_after_change, tear_down);
  g_test_add ("/registry-load/loaded-anew", Fixture, NULL, set_up, test_loaded_anew, tear_down);
  g_test_add ("/registry-load/overtaken", Fixture, NULL, set_up, test_overtaken, tear_down);
  g_test_add_func ("/registry-load/small", test_small);
  return g_test_run ();
}
