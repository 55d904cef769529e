/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change sets that fail: on a full disk, stopped, in the way of another, half done. */
#include "config.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/zb-error.h"
#include "store/zb-db-private.h"
#include "store/zb-check.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

static ZbChangeSet *
begin (ZbTestDb *test)
{
  g_autoptr(GError) error = NULL;
  ZbChangeSet *set = zb_change_set_begin (test->db, "test", NULL, &error);

  g_assert_no_error (error);
  return set;
}

static ZbRecord *
new_person (const char *name)
{
  ZbRecord *record = zb_record_new (&zb_kind_member);

  zb_record_set (record, "name", name);
  return record;
}

static void
assert_no_damage (ZbTestDb *test)
{
  g_autoptr(GPtrArray) findings = zb_check_run (test->db, zb_test_date ("2026-01-01"), FALSE, NULL, NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (((ZbFinding *) findings->pdata[i])->level, !=, ZB_FINDING_DAMAGE);
}

/* Failing steps: whatever happens, nothing of the set is kept and the connection goes on. */

static void
assert_nothing_kept (ZbTestDb *test, gint64 people)
{
  g_assert_true (sqlite3_get_autocommit (test->db->sqlite));
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, people);
  zb_test_member (test->db, "以后的人", 0, NULL);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, people + 1);
}

/* Adds people until something fails, or there are @most; goes on after the failure as a careless caller might. */
static gboolean
add_many (ZbChangeSet *set, guint most, GCancellable *cancellable, GError **error)
{
  g_autofree char *note = g_strnfill (2000, 'x');
  gboolean good = TRUE;

  for (guint i = 0; i < most; i++)
    {
      g_autoptr(ZbRecord) record = new_person ("张三");

      zb_record_set (record, "note", note);
      if (cancellable != NULL && i == most / 2)
        g_cancellable_cancel (cancellable);
      if (!zb_change_set_insert (set, record, good ? error : NULL))
        good = FALSE;
    }
  return good;
}

static void
test_disk_full (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  for (guint pages = 1; pages < 200; pages += 17)
    {
      g_autofree char *limit = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbChangeSet) set = NULL;
      gint64 people = zb_records_count (test->db, &zb_kind_member, NULL);

      limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, zb_db_int (test->db, "PRAGMA page_count", 0, NULL) + pages);
      g_assert_true (zb_db_run (test->db, limit, NULL));
      set = zb_change_set_begin (test->db, "test", NULL, &error);
      g_assert_nonnull (set);
      g_assert_false (add_many (set, 500, NULL, &error));
      g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NO_SPACE);
      g_assert_false (zb_change_set_commit (set, NULL, NULL));
      g_clear_pointer (&set, zb_change_set_free);
      g_assert_true (zb_db_run (test->db, "PRAGMA max_page_count = 1000000", NULL));
      assert_nothing_kept (test, people);
    }
}

static void
test_cancelled (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(GError) error = NULL;

  zb_db_set_cancellable (test->db, cancellable);
  g_assert_false (add_many (set, 4000, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (zb_change_set_commit (set, NULL, NULL));
  g_clear_pointer (&set, zb_change_set_free);
  zb_db_set_cancellable (test->db, NULL);
  assert_nothing_kept (test, 0);
}

static void
test_busy (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbDb) other = zb_db_open (test->path, ZB_DB_WRITE, NULL);
  g_autoptr(ZbChangeSet) theirs = zb_change_set_begin (other, "test", NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (zb_db_run (test->db, "PRAGMA busy_timeout = 50", NULL));
  g_assert_null (zb_change_set_begin (test->db, "test", NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_BUSY);
  g_clear_pointer (&theirs, zb_change_set_free);
  assert_nothing_kept (test, 0);
}

static void
test_nested (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(ZbRecord) record = new_person ("张三");
  g_autoptr(GError) error = NULL;

  g_assert_true (zb_change_set_insert (set, record, NULL));
  g_assert_null (zb_change_set_begin (test->db, "test", NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 1);
}

/* What a failed statement left half done must not be committed with the rest. */
static void
test_half_done (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(ZbRecord) good = new_person ("张三");
  g_autoptr(ZbRecord) bad = new_person ("李四");
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  g_assert_true (zb_change_set_insert (set, good, NULL));
  zb_record_set (bad, "dues_base", "much");
  g_assert_false (zb_change_set_insert (set, bad, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_INVALID);
  g_assert_cmpint (bad->id, ==, 0);
  if (zb_change_set_commit (set, &id, NULL))
    {
      g_autoptr(GPtrArray) people = zb_records_list (test->db, &zb_kind_member, NULL, NULL, FALSE, NULL);

      g_assert_cmpuint (people->len, ==, 1);
      g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM change"), ==, 1);
    }
}

/* What was written since a mark goes by itself, also rows of the log that had been written; the rest is whole. */
static void
test_mark (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(ZbRecord) first = new_person ("张三");
  g_autoptr(ZbRecord) second = new_person ("单晓云");
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  g_assert_true (zb_change_set_insert (set, first, &error));
  g_assert_true (zb_change_set_mark (set, &error));
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(ZbRecord) gone = new_person ("李四");

      g_assert_true (zb_change_set_insert (set, gone, &error));
    }
  g_assert_true (zb_change_set_set (set, &zb_kind_member, first->id, "note", "x", &error));
  g_assert_true (zb_change_set_unmark (set, FALSE, &error));
  g_assert_cmpuint (zb_change_set_size (set), ==, 1);
  g_assert_true (zb_change_set_mark (set, &error));
  g_assert_true (zb_change_set_insert (set, second, &error));
  g_assert_true (zb_change_set_unmark (set, TRUE, &error));
  g_assert_true (zb_change_set_commit (set, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM person WHERE name = '李四' OR note IS NOT NULL"), ==, 0);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) * 10 + max(seq) FROM change"), ==, 22);
  assert_no_damage (test);
  g_assert_true (zb_history_undo (test->db, id, NULL, &error));
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 0);
}

static int
write_within (const char *path, rlim_t limit)
{
  const struct rlimit bytes = { limit, limit };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbDb) db = NULL;
  g_autoptr(ZbChangeSet) set = NULL;

  signal (SIGXFSZ, SIG_DFL);
  if (setrlimit (RLIMIT_FSIZE, &bytes) != 0 || (db = zb_db_open (path, ZB_DB_WRITE, NULL)) == NULL)
    return 99;
  if (!(set = zb_change_set_begin (db, "test", NULL, &error)))
    return g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NO_SPACE) ? 0 : 1;
  if (add_many (set, 500, NULL, &error) && zb_change_set_commit (set, NULL, &error))
    return 2;
  return g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NO_SPACE) ? 0 : 3;
}

static void
test_file_size_limit (void)
{
  static const rlim_t limits[] = { 300000, 400000, 500000, 700000 };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  zb_test_member (test->db, "张三", 0, NULL);
  g_clear_pointer (&test->db, zb_db_close);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      pid_t child = fork ();
      int status;

      if (child == 0)
        _exit (write_within (test->path, limits[i]));
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
  zb_test_db_reopen (test);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-set-failing/mark", test_mark);
  g_test_add_func ("/change-set-failing/disk-full", test_disk_full);
  g_test_add_func ("/change-set-failing/cancelled", test_cancelled);
  g_test_add_func ("/change-set-failing/busy", test_busy);
  g_test_add_func ("/change-set-failing/nested", test_nested);
  g_test_add_func ("/change-set-failing/half-done", test_half_done);
  g_test_add_func ("/change-set-failing/file-size-limit", test_file_size_limit);
  return g_test_run ();
}
