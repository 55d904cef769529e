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
  g_test_add_func ("/templates/replace", test_replace);
  g_test_add_func ("/templates/damage", test_damage);
  return g_test_run ();
}
