/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/zb-check.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "store/zb-templates.h"
#include "zb-test-db.h"

static void
put (ZbDb *db, const char *name, const char *bytes)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_template);
  g_autoptr(GBytes) data = g_bytes_new (bytes, strlen (bytes));
  g_autoptr(GError) error = NULL;
  gint64 set = 0;

  zb_record_set (record, "name", name);
  zb_record_set (record, "roster", "members");
  zb_record_set (record, "media", "xlsx");
  g_assert_true (zb_templates_put (db, record, data, &set, &error));
  g_assert_no_error (error);
}

static void
assert_form (ZbDb *db, const char *name, const char *bytes)
{
  g_autoptr(ZbRecord) record = NULL;
  g_autoptr(GBytes) data = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (zb_templates_find (db, name, &record, &error));
  g_assert_true ((record != NULL) == (bytes != NULL));
  if (bytes == NULL)
    return;
  data = zb_templates_read (db, record, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (data, NULL), g_bytes_get_size (data), bytes, strlen (bytes));
}

static void
withdraw (ZbDb *db, const ZbKind *kind, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "test.withdraw", name, &error);

  g_assert_true (zb_change_set_withdraw (set, kind, zb_records_find (db, kind, name, &error), &error));
  g_assert_true (zb_change_set_commit (set, NULL, &error));
  g_assert_no_error (error);
}

static gint64
last_set (ZbDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sets = zb_history_list (db, G_MAXINT64, 1, &error);

  g_assert_no_error (error);
  return ((ZbHistorySet *) g_ptr_array_index (sets, 0))->id;
}

static void
add_filter (ZbDb *db, const char *name, const char *kind, const char *conditions)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "test.add", name, &error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_saved_filter);

  zb_record_set (record, "name", name);
  zb_record_set (record, "kind", kind);
  zb_record_set (record, "conditions", conditions);
  g_assert_cmpint (zb_change_set_insert (set, record, &error), !=, 0);
  g_assert_true (zb_change_set_commit (set, NULL, &error));
}

/* All filters by name, with what they look for. */
static char *
filters (ZbDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_saved_filter, NULL, NULL, FALSE, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, i);

      g_string_append_printf (out, "%s=%s ", zb_record_get (record, "name"), zb_record_get (record, "conditions"));
    }
  return g_string_free (out, FALSE);
}

static void
assert_filters (ZbDb *db, const char *expected)
{
  g_autofree char *all = filters (db);

  g_assert_cmpstr (all, ==, expected);
}

/* What comes back when its name was given to another gets a number; that of another ledger is no other. */
static void
test_name_was_taken (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  gint64 removed;

  put (test->db, "县表", "一");
  withdraw (test->db, &zb_kind_template, "县表");
  removed = last_set (test->db);
  put (test->db, "县表", "二");
  g_assert_true (zb_history_undo (test->db, removed, NULL, &error));
  g_assert_no_error (error);
  assert_form (test->db, "县表", "二");
  assert_form (test->db, "县表（2）", "一");
  /* Doing the removal again takes the right one. */
  g_assert_true (zb_history_redo (test->db, NULL, &error));
  g_assert_no_error (error);
  assert_form (test->db, "县表", "二");
  assert_form (test->db, "县表（2）", NULL);

  add_filter (test->db, "女", "member", "a");
  withdraw (test->db, &zb_kind_saved_filter, "女");
  removed = last_set (test->db);
  add_filter (test->db, "女", "meeting", "b");
  g_assert_true (zb_history_undo (test->db, removed, NULL, &error));
  assert_filters (test->db, "女=a 女=b ");
  g_assert_true (zb_history_redo (test->db, NULL, &error));
  add_filter (test->db, "女", "member", "c");
  add_filter (test->db, "女（2）", "member", "d");
  g_assert_true (zb_history_undo (test->db, removed, NULL, &error));
  g_assert_no_error (error);
  assert_filters (test->db, "女（3）=a 女=b 女=c 女（2）=d ");
}

/* One that has the name is replaced; undo and redo go from one file to the other. */
static void
test_replace (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;

  put (test->db, "县表", "一");
  put (test->db, "市表", "一");
  put (test->db, "县表", "二");
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_template, NULL), ==, 2);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM template_data"), ==, 2);
  assert_form (test->db, "县表", "二");
  g_assert_true (zb_history_undo (test->db, 0, NULL, &error));
  assert_form (test->db, "县表", "一");
  g_assert_true (zb_history_redo (test->db, NULL, &error));
  assert_form (test->db, "县表", "二");
  assert_form (test->db, "无此表", NULL);
  g_assert_no_error (error);
}

static guint
count_damage (ZbDb *db, const char *rule)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = zb_check_run (db, zb_db_today (db), FALSE, NULL, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    n += strcmp (((ZbFinding *) g_ptr_array_index (found, i))->rule, rule) == 0;
  return n;
}

/* Bytes that were altered or taken from outside are told, and not given out. */
static void
test_damage (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbRecord) record = NULL;
  g_autoptr(GError) error = NULL;

  put (test->db, "县表", "一");
  g_assert_cmpuint (count_damage (test->db, "template-altered") + count_damage (test->db, "template-missing"), ==, 0);
  zb_test_db_sql (test, "UPDATE template_data SET data = x'00'");
  g_assert_cmpuint (count_damage (test->db, "template-altered"), ==, 1);
  g_assert_true (zb_templates_find (test->db, "县表", &record, NULL));
  g_assert_null (zb_templates_read (test->db, record, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT);
  zb_test_db_sql (test, "DELETE FROM template_data");
  g_assert_cmpuint (count_damage (test->db, "template-missing"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/name-was-taken", test_name_was_taken);
  g_test_add_func ("/templates/replace", test_replace);
  g_test_add_func ("/templates/damage", test_damage);
  return g_test_run ();
}
