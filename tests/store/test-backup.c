/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/zb-backup.h"
#include "store/zb-db-private.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

static gboolean
backup (ZbTestDb *test, const char *to, gboolean force, ZbStoreError expected)
{
  ZbBackupReport report = { 0 };
  g_autoptr(GError) error = NULL;
  gboolean done = zb_backup_make (test->db, to, force, NULL, NULL, &report, &error);

  if (!done)
    g_assert_error (error, ZB_STORE_ERROR, (int) expected);
  zb_backup_report_clear (&report);
  return done;
}

static void
test_round_trip (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", branch, "phone", "19900000001", NULL);
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu");
  g_autofree char *then = zb_test_db_state (test->db), *later = NULL, *kept = NULL, *state = NULL;
  ZbBackupReport report = { 0 };
  g_autoptr(GError) error = NULL;
  struct stat info;

  g_assert_true (zb_backup_make (test->db, copy, FALSE, NULL, NULL, &report, &error));
  g_assert_cmpuint (report.people, ==, 1);
  g_assert_cmpuint (report.organizations, ==, 1);
  g_assert_cmpuint (report.changes, ==, 2);
  /* The branch, its founding, the person, the membership. */
  g_assert_cmpuint (report.records, ==, 4);
  g_assert_nonnull (report.last_change);
  zb_backup_report_clear (&report);
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  zb_test_set (test->db, &zb_kind_member, person, "note", "以后写的");
  zb_test_member (test->db, "李四", branch, NULL);
  later = zb_test_db_state (test->db);
  g_clear_pointer (&test->db, zb_db_close);

  g_assert_true (zb_backup_restore (test->path, copy, &kept, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.people, ==, 1);
  zb_backup_report_clear (&report);
  zb_test_db_reopen (test);
  state = zb_test_db_state (test->db);
  g_assert_cmpstr (state, ==, then);
  g_clear_pointer (&test->db, zb_db_close);

  /* Restoring what was kept takes the restoring back. */
  g_assert_nonnull (kept);
  g_assert_true (zb_backup_restore (test->path, kept, NULL, &report, &error));
  zb_backup_report_clear (&report);
  zb_test_db_reopen (test);
  g_free (state);
  state = zb_test_db_state (test->db);
  g_assert_cmpstr (state, ==, later);
  zb_test_member (test->db, "王五", branch, NULL);
}

static void
test_one_plain_file (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu");
  g_autofree char *files = NULL;

  g_assert_true (backup (test, copy, FALSE, 0));
  g_clear_pointer (&test->db, zb_db_close);
  files = zb_test_db_files (test);
  g_assert_cmpstr (files, ==, "copy.zhibu registry.zhibu");
}

static void
test_existing_is_kept (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu");
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (copy, "precious", -1, NULL));
  g_assert_false (backup (test, copy, FALSE, ZB_STORE_ERROR_EXISTS));
  g_assert_true (g_file_get_contents (copy, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "precious");
  g_assert_true (backup (test, copy, TRUE, 0));
  g_assert_false (backup (test, test->path, TRUE, ZB_STORE_ERROR_EXISTS));
  g_assert_false (backup (test, test->folder, TRUE, ZB_STORE_ERROR_EXISTS));
}

static void
test_no_folder (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "nowhere/copy.zhibu");

  g_assert_false (backup (test, copy, FALSE, ZB_STORE_ERROR_NOT_FOUND));
}

/* A copy made while another program writes holds one moment of it. */
static void
test_while_others_write (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu");
  g_autoptr(ZbDb) other = zb_db_open (test->path, ZB_DB_WRITE, NULL);
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  ZbBackupReport report = { 0 };

  zb_test_member (test->db, "张三", 0, NULL);
  set = zb_change_set_begin (other, "member.add", NULL, NULL);
  zb_record_set (record, "name", "李四");
  g_assert_true (zb_change_set_insert (set, record, NULL));
  g_assert_true (zb_backup_make (test->db, copy, FALSE, NULL, NULL, &report, NULL));
  g_assert_cmpuint (report.people, ==, 1);
  zb_backup_report_clear (&report);
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
}

static void
test_cancelled (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu"), *files = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  ZbBackupReport report = { 0 };

  zb_db_set_cancellable (test->db, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_false (zb_backup_make (test->db, copy, FALSE, NULL, NULL, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  zb_db_set_cancellable (test->db, NULL);
  g_clear_pointer (&test->db, zb_db_close);
  files = zb_test_db_files (test);
  g_assert_cmpstr (files, ==, "registry.zhibu");
}

static int
copy_within (ZbTestDb *test, const char *to, rlim_t limit)
{
  const struct rlimit bytes = { limit, limit };
  g_autoptr(GError) error = NULL;
  ZbBackupReport report = { 0 };

  if (setrlimit (RLIMIT_FSIZE, &bytes) != 0)
    return 99;
  if (zb_backup_make (test->db, to, TRUE, NULL, NULL, &report, &error))
    return 1;
  return g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NO_SPACE) ? 0 : 2;
}

/* A full stick: the older copy on it stays whole. */
static void
test_no_space (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu"), *files = NULL;
  ZbBackupReport report = { 0 };
  pid_t child;
  int status;

  zb_test_member (test->db, "张三", 0, NULL);
  g_assert_true (backup (test, copy, FALSE, 0));
  zb_test_member (test->db, "李四", 0, NULL);
  g_clear_pointer (&test->db, zb_db_close);
  child = fork ();
  if (child == 0)
    {
      zb_test_db_reopen (test);
      _exit (copy_within (test, copy, 30000));
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_true (zb_backup_inspect (copy, &report, NULL));
  g_assert_cmpuint (report.people, ==, 1);
  zb_backup_report_clear (&report);
  zb_test_db_reopen (test);
  g_clear_pointer (&test->db, zb_db_close);
  files = zb_test_db_files (test);
  g_assert_cmpstr (files, ==, "copy.zhibu registry.zhibu");
}

static void
assert_not_taken (ZbTestDb *test, const char *from, ZbStoreError code)
{
  ZbBackupReport report = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *before = zb_test_db_files (test), *after = NULL;

  g_assert_false (zb_backup_inspect (from, &report, &error));
  g_assert_error (error, ZB_STORE_ERROR, (int) code);
  g_clear_error (&error);
  g_assert_false (zb_backup_restore (test->path, from, &kept, &report, &error));
  g_assert_error (error, ZB_STORE_ERROR, (int) code);
  g_assert_null (kept);
  after = zb_test_db_files (test);
  g_assert_cmpstr (after, ==, before);
}

static void
test_bad_copies (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *missing = zb_test_db_file (test, "missing.zhibu");
  g_autofree char *damaged = zb_test_db_file (test, "damaged.zhibu");
  g_autofree char *newer = zb_test_db_file (test, "newer.zhibu");
  g_autofree char *bytes = NULL;
  gsize length;
  ZbTestDb other;

  for (guint i = 0; i < 300; i++)
    zb_test_member (test->db, "张三", 0, "note", "一段不短的备注，好让表多占几页", NULL);
  g_assert_true (backup (test, damaged, FALSE, 0));
  g_assert_true (backup (test, newer, FALSE, 0));
  g_clear_pointer (&test->db, zb_db_close);
  g_assert_true (g_file_get_contents (damaged, &bytes, &length, NULL));
  memset (bytes + length / 2 / 4096 * 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (damaged, bytes, (gssize) length, NULL));
  other = (ZbTestDb) { .path = newer };
  zb_test_db_sql (&other, "PRAGMA user_version = 999");
  assert_not_taken (test, missing, ZB_STORE_ERROR_NOT_FOUND);
  assert_not_taken (test, damaged, ZB_STORE_ERROR_CORRUPT);
  assert_not_taken (test, newer, ZB_STORE_ERROR_TOO_NEW);
  assert_not_taken (test, test->folder, ZB_STORE_ERROR_CORRUPT);
  zb_test_db_reopen (test);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 300);
}

/* What a backup is for: the registry itself is damaged, or gone. */
static void
test_over_damage (void)
{
  static const char *const damages[] = { "no registry any more", "", NULL };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu");

  zb_test_member (test->db, "张三", 0, NULL);
  g_assert_true (backup (test, copy, FALSE, 0));
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      ZbBackupReport report = { 0 };
      g_autoptr(GError) error = NULL;
      g_autofree char *kept = NULL, *contents = NULL;

      g_clear_pointer (&test->db, zb_db_close);
      if (damages[i] != NULL)
        g_assert_true (g_file_set_contents (test->path, damages[i], -1, NULL));
      else
        g_unlink (test->path);
      g_assert_true (zb_backup_restore (test->path, copy, &kept, &report, &error));
      g_assert_no_error (error);
      zb_backup_report_clear (&report);
      zb_test_db_reopen (test);
      g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 1);
      if (damages[i] == NULL)
        continue;
      /* Also what was damaged is kept, just as it was. */
      g_assert_nonnull (kept);
      g_assert_true (g_file_get_contents (kept, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, damages[i]);
    }
}

/* A folder, or a link that leads nowhere, is neither replaced nor removed. */
static void
test_no_place (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu"), *link = zb_test_db_file (test, "link.zhibu");
  ZbBackupReport report = { 0 };
  g_autoptr(GError) for_folder = NULL;
  g_autoptr(GError) for_link = NULL;

  g_assert_true (backup (test, copy, FALSE, 0));
  g_assert_cmpint (symlink ("/nowhere/registry.zhibu", link), ==, 0);
  g_assert_false (zb_backup_restore (test->folder, copy, NULL, &report, &for_folder));
  g_assert_error (for_folder, ZB_STORE_ERROR, ZB_STORE_ERROR_EXISTS);
  g_assert_false (zb_backup_restore (link, copy, NULL, &report, &for_link));
  g_assert_error (for_link, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

/* The copy of a damaged file fails with the name of that file, not of one in between. */
static void
test_of_damage (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu"), *words = g_strconcat (test->path, " is damaged", NULL);
  g_autoptr(ZbDb) reader = NULL;
  ZbBackupReport report = { 0 };
  g_autoptr(GError) error = NULL;
  GStatBuf file;

  /* So many that the end of the file holds them, not what the file needs to be opened. */
  for (guint i = 0; i < 300; i++)
    zb_test_member (test->db, "张三", 0, NULL);
  g_clear_pointer (&test->db, zb_db_close);
  g_assert_cmpint (g_stat (test->path, &file), ==, 0);
  g_assert_cmpint (truncate (test->path, file.st_size - 1000), ==, 0);
  reader = zb_db_open (test->path, ZB_DB_READ, NULL);
  g_assert_false (zb_backup_make (reader, copy, FALSE, NULL, NULL, &report, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT);
  g_assert_cmpstr (error->message, ==, words);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
test_others_see_it (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *copy = zb_test_db_file (test, "copy.zhibu");
  g_autoptr(ZbDb) other = zb_db_open (test->path, ZB_DB_READ, NULL);
  ZbBackupReport report = { 0 };
  gint64 version;

  g_assert_true (backup (test, copy, FALSE, 0));
  zb_test_member (test->db, "张三", 0, NULL);
  g_assert_cmpint (zb_records_count (other, &zb_kind_member, NULL), ==, 1);
  version = zb_db_data_version (other);
  g_clear_pointer (&test->db, zb_db_close);
  g_assert_true (zb_backup_restore (test->path, copy, NULL, &report, NULL));
  zb_backup_report_clear (&report);
  g_assert_cmpint (zb_db_data_version (other), !=, version);
  g_assert_cmpint (zb_records_count (other, &zb_kind_member, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/round-trip", test_round_trip);
  g_test_add_func ("/backup/one-plain-file", test_one_plain_file);
  g_test_add_func ("/backup/existing-is-kept", test_existing_is_kept);
  g_test_add_func ("/backup/no-folder", test_no_folder);
  g_test_add_func ("/backup/while-others-write", test_while_others_write);
  g_test_add_func ("/backup/cancelled", test_cancelled);
  g_test_add_func ("/backup/no-space", test_no_space);
  g_test_add_func ("/backup/bad-copies", test_bad_copies);
  g_test_add_func ("/backup/over-damage", test_over_damage);
  g_test_add_func ("/backup/no-place", test_no_place);
  g_test_add_func ("/backup/of-damage", test_of_damage);
  g_test_add_func ("/backup/others-see-it", test_others_see_it);
  return g_test_run ();
}
