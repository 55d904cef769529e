/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-member-model.h"
#include "zb-test-registry.h"

static const char *const name_only[] = { "name", NULL };

/* A model with somebody who listens: `4-1+0` is items-changed, `q` queried, `r2` the row at 2 refilled. */
typedef struct {
  ZbTestRegistry *test;
  ZbMemberModel *model;
  GString *log;
  guint n_known;
} Fixture;

/* Whoever adds up the signals always knows how many items there are; so does everybody who asks. */
static void
on_items_changed (Fixture *f, guint position, guint removed, guint added)
{
  g_assert_cmpuint (position + removed, <=, f->n_known);
  f->n_known = f->n_known - removed + added;
  g_assert_cmpuint (f->n_known, ==, g_list_model_get_n_items (G_LIST_MODEL (f->model)));
  g_string_append_printf (f->log, "%u-%u+%u ", position, removed, added);
}

static void
on_queried (Fixture *f)
{
  g_assert_cmpuint (f->n_known, ==, g_list_model_get_n_items (G_LIST_MODEL (f->model)));
  g_string_append (f->log, "q ");
}

static void
on_refilled (Fixture *f, GParamSpec *pspec, ZbMemberRow *row)
{
  g_assert_cmpuint (f->n_known, ==, g_list_model_get_n_items (G_LIST_MODEL (f->model)));
  g_assert_cmpint (zb_member_row_id (row), ==, zb_member_model_id_at (f->model, zb_member_row_position (row)));
  g_string_append_printf (f->log, "r%u ", zb_member_row_position (row));
}

static void
listen (Fixture *f)
{
  f->n_known = g_list_model_get_n_items (G_LIST_MODEL (f->model));
  g_signal_connect_swapped (f->model, "items-changed", G_CALLBACK (on_items_changed), f);
  g_signal_connect_swapped (f->model, "queried", G_CALLBACK (on_queried), f);
}

static void
set_query (Fixture *f, const char *text, gboolean descending)
{
  zb_member_model_set_query (f->model, &(ZbMemberQuery) { .text = text, .order = ZB_ORDER_PINYIN, .descending = descending });
}

/* Four people, in pinyin order: 陈一 (chen), 李二 (li), 王三 (wang), 张四 (zhang). */
static Fixture *
fixture_new (void)
{
  static const char *const names[] = { "张四", "陈一", "王三", "李二" };
  Fixture *f = g_new0 (Fixture, 1);

  f->test = zb_test_registry_new ();
  f->log = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    zb_test_registry_add (f->test, names[i]);
  f->model = zb_member_model_new (f->test->registry, name_only);
  set_query (f, NULL, FALSE);
  listen (f);
  return f;
}

static void
fixture_free (Fixture *f)
{
  g_signal_handlers_disconnect_by_data (f->model, f);
  g_assert_finalize_object (f->model);
  zb_test_registry_free (f->test);
  g_string_free (f->log, TRUE);
  g_free (f);
}

static void
assert_log (Fixture *f, const char *expected)
{
  g_assert_cmpstr (f->log->str, ==, expected);
  g_string_truncate (f->log, 0);
}

static ZbMemberRow *
row_at (Fixture *f, guint position)
{
  ZbMemberRow *row = g_list_model_get_item (G_LIST_MODEL (f->model), position);

  g_signal_connect_swapped (row, "notify::revision", G_CALLBACK (on_refilled), f);
  return row;
}

static void
row_free (Fixture *f, ZbMemberRow *row)
{
  g_signal_handlers_disconnect_by_data (row, f);
  g_object_unref (row);
}

static void
test_rows (void)
{
  Fixture *f = fixture_new ();
  g_autoptr(ZbMemberRow) first = g_list_model_get_item (G_LIST_MODEL (f->model), 0);
  g_autoptr(ZbMemberRow) again = g_list_model_get_item (G_LIST_MODEL (f->model), 0);
  g_autoptr(ZbMemberRow) last = g_list_model_get_item (G_LIST_MODEL (f->model), 3);
  ZbMemberRow *gone = g_list_model_get_item (G_LIST_MODEL (f->model), 1);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (f->model)) == ZB_TYPE_MEMBER_ROW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 4);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->model), 4));
  /* One living row a position, none that nobody holds. */
  g_assert_true (first == again);
  g_assert_finalize_object (gone);
  g_assert_cmpstr (zb_member_row_cell (first, 0), ==, "陈一");
  g_assert_cmpstr (zb_member_row_cell (last, 0), ==, "张四");
  g_assert_cmpstr (zb_member_row_cell (first, 1), ==, "");
  g_clear_object (&first);
  g_clear_object (&again);
  g_clear_object (&last);
  fixture_free (f);
}

static void
test_ids (void)
{
  Fixture *f = fixture_new ();
  guint n;
  const gint64 *ids = zb_member_model_ids (f->model, &n);

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (zb_member_model_size (f->model), ==, 4);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (zb_member_model_id_at (f->model, i), ==, ids[i]);
      g_assert_cmpint (zb_member_model_find (f->model, ids[i]), ==, (int) i);
    }
  g_assert_cmpint (zb_member_model_find (f->model, 999), ==, -1);
  g_assert_cmpint (zb_member_model_id_at (f->model, 4), ==, 0);
  fixture_free (f);
}

/* Another order: nothing comes or goes, the living rows are refilled. */
static void
test_order (void)
{
  Fixture *f = fixture_new ();
  ZbMemberRow *first = row_at (f, 0);

  g_assert_cmpstr (zb_member_row_cell (first, 0), ==, "陈一");
  set_query (f, NULL, TRUE);
  assert_log (f, "r0 q ");
  g_assert_cmpstr (zb_member_row_cell (first, 0), ==, "张四");
  g_assert_true (zb_member_model_query (f->model)->descending);
  row_free (f, first);
  fixture_free (f);
}

/* A search takes the tail away, and gives it back when it is cleared. */
static void
test_search (void)
{
  Fixture *f = fixture_new ();
  ZbMemberRow *first = row_at (f, 0);
  ZbMemberRow *last = row_at (f, 3);

  set_query (f, "王", FALSE);
  assert_log (f, "1-3+0 r0 q ");
  g_assert_cmpstr (zb_member_row_cell (first, 0), ==, "王三");
  /* The row of a position that went says nothing of anybody. */
  g_assert_cmpint (zb_member_row_id (last), ==, 0);
  g_assert_cmpstr (zb_member_row_cell (last, 0), ==, "");

  set_query (f, NULL, FALSE);
  assert_log (f, "1-0+3 r0 q ");
  g_assert_cmpstr (zb_member_row_cell (first, 0), ==, "陈一");
  g_assert_cmpint (zb_member_row_id (last), ==, 0);
  row_free (f, last);

  set_query (f, "没有这个人", FALSE);
  assert_log (f, "0-4+0 q ");
  row_free (f, first);
  fixture_free (f);
}

/* The same again says only that it was worked out. */
static void
test_same_query (void)
{
  Fixture *f = fixture_new ();
  ZbMemberRow *first = row_at (f, 0);

  zb_member_model_set_query (f->model, zb_member_model_query (f->model));
  assert_log (f, "q ");
  row_free (f, first);
  fixture_free (f);
}

/* Somebody new in the middle: the tail grows by one, rows from there on are refilled. */
static void
test_somebody_comes_and_goes (void)
{
  Fixture *f = fixture_new ();
  ZbMemberRow *first = row_at (f, 0);
  ZbMemberRow *second = row_at (f, 1);

  zb_test_registry_add (f->test, "高五");
  assert_log (f, "4-0+1 r1 q ");
  g_assert_cmpstr (zb_member_row_cell (second, 0), ==, "高五");
  zb_test_registry_undo (f->test);
  assert_log (f, "4-1+0 r1 q ");
  g_assert_cmpstr (zb_member_row_cell (first, 0), ==, "陈一");
  g_assert_cmpstr (zb_member_row_cell (second, 0), ==, "李二");
  row_free (f, first);
  row_free (f, second);
  fixture_free (f);
}

/* A field that does not move the person: that one row is refilled, no other. */
static void
test_correction (void)
{
  static const char *const fields[] = { "name", "department", NULL };
  Fixture *f = fixture_new ();
  ZbMemberRow *first = row_at (f, 0);
  ZbMemberRow *second = row_at (f, 1);
  gint64 id = zb_member_row_id (second);
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_member_model_set_fields (f->model, fields);
  g_string_truncate (f->log, 0);
  g_assert_cmpstr (zb_member_row_cell (second, 1), ==, "");
  zb_registry_set_many_async (f->test->registry, &zb_kind_member, &id, 1, "department", "财务部", NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_write_finish (f->test->registry, result, NULL, NULL));
  assert_log (f, "r1 q ");
  g_assert_cmpstr (zb_member_row_cell (second, 1), ==, "财务部");
  g_clear_object (&result);
  row_free (f, first);
  row_free (f, second);
  fixture_free (f);
}

static void
test_fields (void)
{
  static const char *const fields[] = { "branch", "name", NULL };
  Fixture *f = fixture_new ();
  ZbMemberRow *first = row_at (f, 0);

  zb_member_model_set_fields (f->model, name_only);
  assert_log (f, "");
  zb_member_model_set_fields (f->model, fields);
  assert_log (f, "r0 ");
  g_assert_cmpstr (zb_member_row_cell (first, 0), ==, "第一党支部");
  g_assert_cmpstr (zb_member_row_cell (first, 1), ==, "陈一");
  row_free (f, first);
  fixture_free (f);
}

/* The conditions are the model's own: the caller may let go of them. */
static void
test_filter (void)
{
  Fixture *f = fixture_new ();
  g_autoptr(ZbFilter) filter = zb_filter_parse ("女", NULL, NULL);
  gint64 woman = zb_member_model_id_at (f->model, 2);
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_registry_set_many_async (f->test->registry, &zb_kind_member, &woman, 1, "sex", "2", NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_string_truncate (f->log, 0);
  zb_member_model_set_query (f->model, &(ZbMemberQuery) { .filter = filter, .order = ZB_ORDER_PINYIN });
  g_clear_pointer (&filter, zb_filter_unref);
  assert_log (f, "1-3+0 q ");
  g_assert_cmpint (zb_member_model_id_at (f->model, 0), ==, woman);
  zb_test_registry_undo (f->test);
  assert_log (f, "0-1+0 q ");
  g_clear_object (&result);
  fixture_free (f);
}

static gboolean
has_columns (gpointer registry)
{
  return zb_registry_columns (registry) != NULL;
}

/* Who should come to stand first. */
typedef struct {
  ZbMemberModel *model;
  gint64 id;
} First;

static gboolean
stands_first (gpointer user_data)
{
  const First *first = user_data;

  return zb_member_model_id_at (first->model, 0) == first->id;
}

/* Of many people the ranks by a field come by the reader, and again after a change. */
static void
assert_ranks_come (Fixture *f)
{
  ZbRegistry *registry = f->test->registry;
  First first = { f->model, zb_member_model_id_at (f->model, ZB_REGISTRY_SMALL / 2) };
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  ZbMemberQuery query = { 0 };

  /* 张四, who stand behind in pinyin order, were at 安大学. */
  g_assert_true (zb_member_order_from_name ("school", &query.order));
  zb_member_model_set_query (f->model, &query);
  g_assert_cmpint (zb_member_model_id_at (f->model, 0), !=, first.id);
  zb_test_spin_until (stands_first, &first);
  first.id = zb_member_model_id_at (f->model, ZB_REGISTRY_SMALL);
  zb_registry_set_many_async (registry, &zb_kind_member, &first.id, 1, "school", "阿大学", NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  zb_test_spin_until (stands_first, &first);
}

/* In a large registry something to see before the columns are there; then all of it, in the query's order. */
static void
test_first_page (void)
{
  g_autoptr(ZbTestDb) files = zb_test_db_new ();
  g_autoptr(GString) log = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  gint64 branch = zb_test_organization (files->db, "branch", "第一党支部", 0);
  ZbTestRegistry holder = { .files = files };
  Fixture f = { .test = &holder, .log = log };
  g_autofree char *more = NULL;

  for (guint i = 0; i <= ZB_REGISTRY_SMALL; i++)
    zb_test_member (files->db, i % 2 == 0 ? "张四" : "陈一", branch, "school", i % 2 == 0 ? "安大学" : "乙大学", NULL);
  g_clear_pointer (&files->db, zb_db_close);
  holder.registry = zb_test_registry_open (files->path, FALSE, &error);
  g_assert_no_error (error);
  /* The columns come by the main loop, which has not turned since. */
  g_assert_null (zb_registry_columns (holder.registry));
  f.model = zb_member_model_new (holder.registry, name_only);
  g_assert_cmpuint (zb_member_model_size (f.model), ==, 60);
  listen (&f);
  /* What cannot be told yet is not told wrong. */
  set_query (&f, "张", FALSE);
  assert_log (&f, "0-60+0 q ");
  set_query (&f, NULL, FALSE);
  assert_log (&f, "0-0+60 q ");
  zb_test_spin_until (has_columns, holder.registry);
  more = g_strdup_printf ("60-0+%d q ", ZB_REGISTRY_SMALL + 1 - 60);
  assert_log (&f, more);
  assert_ranks_come (&f);
  g_signal_handlers_disconnect_by_data (f.model, &f);
  g_assert_finalize_object (f.model);
  zb_test_registry_close (holder.registry);
}

/* A small registry has all of it from the first moment. */
static void
test_small_at_once (void)
{
  g_autoptr(ZbTestDb) files = zb_test_db_new ();
  g_autoptr(ZbMemberModel) model = NULL;
  ZbRegistry *registry;

  zb_test_member (files->db, "张四", zb_test_organization (files->db, "branch", "第一党支部", 0), NULL);
  g_clear_pointer (&files->db, zb_db_close);
  registry = zb_test_registry_open (files->path, FALSE, NULL);
  g_assert_cmpint (zb_test_registry_people (registry), ==, 1);
  model = zb_member_model_new (registry, name_only);
  g_assert_cmpuint (zb_member_model_size (model), ==, 1);
  g_clear_object (&model);
  zb_test_registry_close (registry);
}

/* A row may outlive its model: it falls silent. */
static void
test_row_outlives_model (void)
{
  Fixture *f = fixture_new ();
  g_autoptr(ZbMemberRow) row = g_list_model_get_item (G_LIST_MODEL (f->model), 0);

  fixture_free (f);
  g_assert_cmpstr (zb_member_row_cell (row, 0), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/member-model/rows", test_rows);
  g_test_add_func ("/member-model/ids", test_ids);
  g_test_add_func ("/member-model/order", test_order);
  g_test_add_func ("/member-model/search", test_search);
  g_test_add_func ("/member-model/same-query", test_same_query);
  g_test_add_func ("/member-model/somebody-comes-and-goes", test_somebody_comes_and_goes);
  g_test_add_func ("/member-model/correction", test_correction);
  g_test_add_func ("/member-model/fields", test_fields);
  g_test_add_func ("/member-model/filter", test_filter);
  g_test_add_func ("/member-model/first-page", test_first_page);
  g_test_add_func ("/member-model/small-at-once", test_small_at_once);
  g_test_add_func ("/member-model/row-outlives-model", test_row_outlives_model);
  return g_test_run ();
}
