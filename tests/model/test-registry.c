/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/zb-error.h"
#include "service/zb-registry-private.h"
#include "store/zb-records.h"
#include "zb-test-registry.h"

static char *
label_of (ZbRegistry *registry, const char *property)
{
  char *label = NULL;

  g_object_get (registry, property, &label, NULL);
  return label;
}

/* Finishes a write and forgets its words. */
static gboolean
finish (ZbRegistry *registry, GAsyncResult **waiting, GError **error)
{
  g_autoptr(GAsyncResult) result = zb_test_wait (waiting);

  return zb_registry_write_finish (registry, result, NULL, error);
}

static void
assert_name (ZbRegistry *registry, gint64 id, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) record = zb_registry_get (registry, &zb_kind_member, id, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (zb_record_title (record), ==, name);
}

static void
test_create (void)
{
  g_autoptr(ZbTestDb) files = zb_test_db_new ();
  g_autofree char *path = zb_test_db_file (files, "new.zhibu");
  g_autoptr(GError) error = NULL;
  ZbRegistry *registry = zb_test_registry_open (path, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (zb_registry_path (registry), ==, path);
  g_assert_false (zb_registry_is_read_only (registry));
  g_assert_cmpuint (zb_org_tree_size (zb_registry_tree (registry)), ==, 0);
  g_assert_null (label_of (registry, "undo-label"));
  g_assert_null (label_of (registry, "redo-label"));
  zb_test_registry_wait_columns (registry, 0);
  zb_test_registry_close (registry);
}

static void
assert_refused (const char *path, gboolean create, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (zb_test_registry_open (path, create, &error));
  g_assert_error (error, ZB_STORE_ERROR, code);
}

static void
test_open_refused (void)
{
  g_autoptr(ZbTestDb) files = zb_test_db_new ();
  g_autofree char *missing = zb_test_db_file (files, "missing.zhibu");
  g_autofree char *letter = zb_test_db_file (files, "letter.txt");

  g_assert_true (g_file_set_contents (letter, "a letter, long enough to be looked at as a file of its own", -1, NULL));
  assert_refused (missing, FALSE, ZB_STORE_ERROR_NOT_FOUND);
  assert_refused (letter, FALSE, ZB_STORE_ERROR_CORRUPT);
  assert_refused (files->folder, FALSE, ZB_STORE_ERROR_CORRUPT);
  assert_refused (files->path, TRUE, ZB_STORE_ERROR_EXISTS);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  zb_test_db_sql (files, "PRAGMA user_version = 9999");
  assert_refused (files->path, FALSE, ZB_STORE_ERROR_TOO_NEW);
}

static void
test_save_and_undo (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = zb_test_registry_add (test, "张三");
  g_autofree char *expected = g_strdup_printf ("M%" G_GINT64_FORMAT " ", id);
  g_autofree char *thrice = g_strconcat (expected, expected, expected, NULL);
  g_autofree char *label = label_of (test->registry, "undo-label");
  g_autofree char *redo_label = NULL;

  g_assert_cmpstr (test->said->str, ==, expected);
  g_assert_cmpint (zb_test_registry_people (test->registry), ==, 1);
  g_assert_nonnull (strstr (label, "张三"));

  zb_test_registry_undo (test);
  g_assert_cmpint (zb_test_registry_people (test->registry), ==, 0);
  redo_label = label_of (test->registry, "redo-label");
  g_assert_cmpstr (redo_label, ==, label);

  zb_registry_redo_async (test->registry, NULL, zb_test_take_result, &waiting);
  g_assert_true (finish (test->registry, &waiting, &error));
  assert_name (test->registry, id, "张三");
  g_assert_cmpint (zb_test_registry_people (test->registry), ==, 1);
  g_assert_cmpstr (test->said->str, ==, thrice);
}

static void
test_words (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autofree char *words = NULL;

  zb_record_set (record, "name", "李四");
  zb_registry_save_async (test->registry, record, test->branch, 0, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_cmpint (zb_registry_save_finish (test->registry, result, &words, NULL), >, 0);
  g_assert_cmpstr (words, ==, "Entered: 李四");
}

/* Two forms on the same person: the second to save is told, and nothing of it is kept. */
static void
test_conflict (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 id = zb_test_registry_add (test, "张三");
  g_autoptr(ZbRecord) first = zb_registry_get (test->registry, &zb_kind_member, id, FALSE, NULL);
  g_autoptr(ZbRecord) second = zb_record_copy (first);
  GAsyncResult *first_waiting = NULL, *second_waiting = NULL;
  g_autoptr(GAsyncResult) first_result = NULL;
  g_autoptr(GAsyncResult) second_result = NULL;
  g_autoptr(GError) error = NULL;

  zb_record_set (first, "name", "张三丰");
  zb_record_set (second, "name", "张四");
  zb_registry_save_async (test->registry, first, 0, -1, NULL, zb_test_take_result, &first_waiting);
  zb_registry_save_async (test->registry, second, 0, -1, NULL, zb_test_take_result, &second_waiting);
  first_result = zb_test_wait (&first_waiting);
  g_assert_cmpint (zb_registry_save_finish (test->registry, first_result, NULL, NULL), ==, id);
  second_result = zb_test_wait (&second_waiting);
  g_assert_cmpint (zb_registry_save_finish (test->registry, second_result, NULL, &error), ==, 0);
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT);
  assert_name (test->registry, id, "张三丰");
}

static void
test_missing_name (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autoptr(GError) error = NULL;

  zb_registry_save_async (test->registry, record, test->branch, 0, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_cmpint (zb_registry_save_finish (test->registry, result, NULL, &error), ==, 0);
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_MISSING);
  g_assert_cmpstr (test->said->str, ==, "");
}

static void
test_set_many (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 ids[] = { zb_test_registry_add (test, "张三"), zb_test_registry_add (test, "李四") };
  GAsyncResult *waiting = NULL;
  g_autoptr(GError) error = NULL;

  zb_registry_set_many_async (test->registry, &zb_kind_member, ids, 2, "department", "办公室", NULL, zb_test_take_result, &waiting);
  g_assert_true (finish (test->registry, &waiting, &error));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ZbRecord) record = zb_registry_get (test->registry, &zb_kind_member, ids[i], FALSE, NULL);

      g_assert_cmpstr (zb_record_get (record, "department"), ==, "办公室");
    }
  zb_test_registry_undo (test);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ZbRecord) record = zb_registry_get (test->registry, &zb_kind_member, ids[i], FALSE, NULL);

      g_assert_null (zb_record_get (record, "department"));
    }
}

/* Saves an edit of somebody who is there, with that word on the group. */
static gint64
save_edit (ZbTestRegistry *test, gint64 id, const char *note, gint64 group, GError **error)
{
  g_autoptr(ZbRecord) record = zb_registry_get (test->registry, &zb_kind_member, id, TRUE, NULL);
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_record_set (record, "note", note);
  zb_registry_save_async (test->registry, record, 0, group, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  return zb_registry_save_finish (test->registry, result, NULL, error);
}

static void
assert_group (ZbTestRegistry *test, gint64 id, gint64 group, const char *note)
{
  g_autoptr(ZbRecord) record = zb_registry_get_derived (test->registry, id, FALSE, NULL);

  g_assert_cmpint (zb_record_get_int (record, "group"), ==, group);
  g_assert_cmpint (zb_record_get_int (record, "branch"), ==, test->branch);
  g_assert_cmpstr (zb_record_get (record, "note"), ==, note);
}

/* A corrected record stays in its group, unless another or none is asked for. */
static void
test_group_of_edited (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GError) error = NULL;
  gint64 id = zb_test_registry_add (test, "张三"), first, second, elsewhere;

  zb_test_db_reopen (test->files);
  first = zb_test_organization (test->files->db, "group", "第一党小组", test->branch);
  second = zb_test_organization (test->files->db, "group", "第二党小组", test->branch);
  elsewhere = zb_test_organization (test->files->db, "group", "第一党小组",
                                    zb_test_organization (test->files->db, "branch", "第二党支部", 0));

  g_assert_cmpint (save_edit (test, id, "编入", first, &error), ==, id);
  assert_group (test, id, first, "编入");
  g_assert_cmpint (save_edit (test, id, "照旧", -1, &error), ==, id);
  assert_group (test, id, first, "照旧");
  g_assert_cmpint (save_edit (test, id, "调整", second, &error), ==, id);
  assert_group (test, id, second, "调整");
  g_assert_cmpint (save_edit (test, id, "退出", 0, &error), ==, id);
  assert_group (test, id, 0, "退出");
  g_assert_no_error (error);

  /* Refused as a whole: neither the group nor what else was typed. */
  g_assert_cmpint (save_edit (test, id, "别处", elsewhere, &error), ==, 0);
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  assert_group (test, id, 0, "退出");
}

static void
step (ZbTestRegistry *test, gint64 id, const char *name, const char *on, GAsyncResult **waiting)
{
  g_autoptr(GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (fields, (gpointer) "on", (gpointer) on);
  zb_registry_step_async (test->registry, &zb_kind_member, &id, 1, zb_kind_step (&zb_kind_member, name), fields, NULL,
                          zb_test_take_result, waiting);
}

/* The form, several at once and an earlier value: each is refused like a line of the command line. */
static void
test_days_to_come (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 id = zb_test_registry_add (test, "张三");
  g_autoptr(ZbRecord) record = zb_registry_get (test->registry, &zb_kind_member, id, TRUE, NULL);
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  zb_record_set (record, "joined_on", "9998-07-01");
  zb_registry_save_async (test->registry, record, 0, -1, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_cmpint (zb_registry_save_finish (test->registry, result, NULL, &error), ==, 0);
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "in-future|9998-07-01");
  g_clear_error (&error);

  zb_registry_set_many_async (test->registry, &zb_kind_member, &id, 1, "joined_on", "9998-07-01", NULL, zb_test_take_result, &waiting);
  g_assert_false (finish (test->registry, &waiting, &error));
  g_assert_cmpstr (error->message, ==, "in-future|9998-07-01");
  g_clear_error (&error);

  zb_registry_restore_value_async (test->registry, &zb_kind_member, id, "joined_on", "9998-07-01", NULL, zb_test_take_result, &waiting);
  g_assert_false (finish (test->registry, &waiting, &error));
  g_assert_cmpstr (error->message, ==, "in-future|9998-07-01");
  g_clear_error (&error);

  step (test, id, "join", "9998-07-01", &waiting);
  g_assert_false (finish (test->registry, &waiting, &error));
  g_assert_cmpstr (error->message, ==, "in-future|9998-07-01");
}

static void
test_steps (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 id = zb_test_registry_add (test, "张三");
  GAsyncResult *waiting = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) after = NULL;

  step (test, id, "join", "2020-07-01", &waiting);
  g_assert_true (finish (test->registry, &waiting, &error));
  g_assert_no_error (error);
  step (test, id, "confirm", "2021-07-01", &waiting);
  g_assert_true (finish (test->registry, &waiting, &error));
  after = zb_registry_get_derived (test->registry, id, FALSE, &error);
  g_assert_cmpstr (zb_record_get (after, "category"), ==, "full");
  g_assert_cmpstr (zb_record_get (after, "confirmed_on"), ==, "2021-07-01");

  /* Nobody is confirmed twice. */
  g_string_truncate (test->said, 0);
  step (test, id, "confirm", "2022-07-01", &waiting);
  g_assert_false (finish (test->registry, &waiting, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_assert_cmpstr (test->said->str, ==, "");
}

static gboolean
has_said (gpointer data)
{
  return ((ZbTestRegistry *) data)->said->len > 0;
}

static void
test_another_program (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 id;

  zb_test_db_reopen (test->files);
  id = zb_test_member (test->files->db, "王五", test->branch, NULL);
  zb_test_spin_until (has_said, test);
  g_assert_nonnull (strchr (test->said->str, '*'));
  zb_test_registry_wait_columns (test->registry, 1);
  assert_name (test->registry, id, "王五");
}

/* Both wrote, the other first: what this program knows of its own set is not all. */
static void
test_another_program_just_before (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();

  zb_test_db_reopen (test->files);
  zb_test_member (test->files->db, "王五", test->branch, NULL);
  zb_test_registry_add (test, "张三");
  g_assert_nonnull (strchr (test->said->str, '*'));
  zb_test_registry_wait_columns (test->registry, 2);
}

static gboolean
is_idle (gpointer data)
{
  gboolean busy;

  g_object_get (data, "busy", &busy, NULL);
  return !busy;
}

/* A look at a private field is logged, but changes nothing that is shown. */
static void
test_reveal_is_quiet (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 id = zb_test_registry_add (test, "张三");
  gint64 before = zb_db_data_version (test->registry->db);

  zb_registry_look (test->registry);
  g_string_truncate (test->said, 0);
  zb_registry_reveal_async (test->registry, &zb_kind_member, id, "id_number");
  zb_test_spin_until (is_idle, test->registry);
  g_assert_cmpint (zb_db_data_version (test->registry->db), !=, before);
  zb_registry_look (test->registry);
  g_assert_cmpstr (test->said->str, ==, "");
}

/* At midnight ages, standings and whose probation is over are of another day. */
static void
test_new_day (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  ZbDate today = zb_registry_today (test->registry);

  zb_registry_look (test->registry);
  g_assert_cmpstr (test->said->str, ==, "");
  test->registry->today = zb_test_date ("2020-02-29");
  zb_registry_look (test->registry);
  g_assert_cmpint (zb_date_compare (zb_registry_today (test->registry), today), >=, 0);
  g_assert_cmpstr (test->said->str, ==, "MOPFL* ");
  g_assert_nonnull (test->registry->loading);
  zb_test_registry_wait_columns (test->registry, 0);
}

static void
test_organization (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);
  g_autoptr(GError) error = NULL;
  gint64 id;

  zb_record_set (record, "name", "第一党小组");
  zb_record_set (record, "kind", "group");
  zb_registry_save_async (test->registry, record, test->branch, 0, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  id = zb_registry_save_finish (test->registry, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (test->said->str, "O"));
  g_assert_cmpuint (zb_org_tree_size (zb_registry_tree (test->registry)), ==, 2);
  g_assert_true (zb_org_tree_is_below (zb_registry_tree (test->registry), id, test->branch));
  /* The columns look at the same tree. */
  g_assert_true (zb_member_columns_tree (zb_registry_columns (test->registry)) == zb_registry_tree (test->registry));
}

static void
test_cancelled (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autoptr(GError) error = NULL;

  zb_record_set (record, "name", "张三");
  g_cancellable_cancel (cancellable);
  zb_registry_save_async (test->registry, record, test->branch, 0, cancellable, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_cmpint (zb_registry_save_finish (test->registry, result, NULL, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (test->said->str, ==, "");
  g_assert_true (is_idle (test->registry));
}

/* What was queued when the window was closed is in the file. */
static void
test_shutdown_loses_nothing (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);

      zb_record_set (record, "name", "张三");
      zb_registry_save_async (test->registry, record, test->branch, 0, NULL, NULL, NULL);
    }
  zb_registry_shutdown_async (test->registry, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  zb_test_db_reopen (test->files);
  g_assert_cmpint (zb_records_count (test->files->db, &zb_kind_member, NULL), ==, 20);
}

/* Whatever asks after the end gets an error, not a crash. */
static void
test_after_shutdown (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 id = zb_test_registry_add (test, "张三");
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) cells = NULL;

  zb_registry_shutdown_async (test->registry, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  zb_registry_undo_async (test->registry, 0, NULL, zb_test_take_result, &waiting);
  g_assert_false (finish (test->registry, &waiting, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  cells = zb_registry_fill_cells (test->registry, id, (const char *const[]) { "name", NULL });
  g_assert_cmpstr (cells[0], ==, "");
}

static void
test_cells (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 id = zb_test_registry_add (test, "张三");
  GAsyncResult *waiting = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) cells = NULL;
  static const char *const fields[] = { "name", "sex", "branch", "phone", "birth_date", NULL };
  static const char *const values[][2] = { { "sex", "2" }, { "phone", "19900001234" }, { "birth_date", "1985-07" } };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      zb_registry_set_many_async (test->registry, &zb_kind_member, &id, 1, values[i][0], values[i][1], NULL, zb_test_take_result,
                                  &waiting);
      g_assert_true (finish (test->registry, &waiting, &error));
      g_assert_no_error (error);
    }
  cells = zb_registry_fill_cells (test->registry, id, fields);
  g_assert_cmpuint (g_strv_length (cells), ==, 5);
  g_assert_cmpstr (cells[0], ==, "张三");
  g_assert_cmpstr (cells[1], ==, "女");
  g_assert_cmpstr (cells[2], ==, "第一党支部");
  /* Private: masked in tables. */
  g_assert_cmpstr (cells[3], ==, "199****1234");
  g_assert_cmpstr (cells[4], ==, "1985.07");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/create", test_create);
  g_test_add_func ("/registry/open-refused", test_open_refused);
  g_test_add_func ("/registry/save-and-undo", test_save_and_undo);
  g_test_add_func ("/registry/words", test_words);
  g_test_add_func ("/registry/conflict", test_conflict);
  g_test_add_func ("/registry/missing-name", test_missing_name);
  g_test_add_func ("/registry/set-many", test_set_many);
  g_test_add_func ("/registry/group-of-edited", test_group_of_edited);
  g_test_add_func ("/registry/days-to-come", test_days_to_come);
  g_test_add_func ("/registry/steps", test_steps);
  g_test_add_func ("/registry/another-program", test_another_program);
  g_test_add_func ("/registry/another-program-just-before", test_another_program_just_before);
  g_test_add_func ("/registry/reveal-is-quiet", test_reveal_is_quiet);
  g_test_add_func ("/registry/new-day", test_new_day);
  g_test_add_func ("/registry/organization", test_organization);
  g_test_add_func ("/registry/cancelled", test_cancelled);
  g_test_add_func ("/registry/shutdown-loses-nothing", test_shutdown_loses_nothing);
  g_test_add_func ("/registry/after-shutdown", test_after_shutdown);
  g_test_add_func ("/registry/cells", test_cells);
  return g_test_run ();
}
