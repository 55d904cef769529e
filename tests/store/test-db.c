/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/zb-db-private.h"
#include "store/zb-records.h"
#include "zb-test-db.h"
#include "zb-test-nobody.h"

static gboolean
can_read (const char *path)
{
  g_autoptr(ZbDb) db = zb_db_open (path, ZB_DB_READ, NULL);

  return db != NULL && zb_records_count (db, &zb_kind_member, NULL) == 1;
}

static void
assert_refused (const char *path, ZbDbMode mode, ZbStoreError code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbDb) db = zb_db_open (path, mode, &error);

  g_assert_error (error, ZB_STORE_ERROR, (int) code);
  g_assert_null (db);
}

static void
test_new_registry (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  g_assert_cmpint (zb_test_db_number (test, "PRAGMA application_id"), ==, 0x5a684275);
  g_assert_cmpint (zb_test_db_number (test, "PRAGMA user_version"), ==, 5);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 0);
  g_assert_cmpstr (zb_db_path (test->db), ==, test->path);
  g_assert_false (zb_db_is_read_only (test->db));
  g_assert_null (zb_db_migrated_copy (test->db));
  assert_refused (test->path, ZB_DB_CREATE, ZB_STORE_ERROR_EXISTS);
}

static void
test_durable (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  static const struct { const char *pragma; gint64 wanted; } wanted[] = {
    { "PRAGMA foreign_keys", 1 }, { "PRAGMA synchronous", 2 }, { "PRAGMA trusted_schema", 0 }, { "PRAGMA busy_timeout", 5000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (zb_db_int (test->db, wanted[i].pragma, -2, NULL), ==, wanted[i].wanted);
  g_assert_cmpint (zb_test_db_number (test, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
  g_clear_pointer (&test->db, zb_db_close);
  g_autofree char *files = zb_test_db_files (test);
  g_assert_cmpstr (files, ==, "registry.zhibu");
}

static void
test_no_registry (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *missing = zb_test_db_file (test, "missing.zhibu");
  g_autofree char *empty = zb_test_db_file (test, "empty.zhibu");
  g_autofree char *garbage = zb_test_db_file (test, "garbage.zhibu");
  g_autofree char *foreign = zb_test_db_file (test, "foreign.zhibu");
  g_autofree char *noise = g_strnfill (50000, 'x');
  sqlite3 *other;

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (garbage, noise, 50000, NULL));
  g_assert_cmpint (sqlite3_open (foreign, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "CREATE TABLE person (id INTEGER)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  for (ZbDbMode mode = ZB_DB_READ; mode <= ZB_DB_WRITE; mode++)
    {
      assert_refused (missing, mode, ZB_STORE_ERROR_NOT_FOUND);
      assert_refused (test->folder, mode, ZB_STORE_ERROR_CORRUPT);
      assert_refused (empty, mode, ZB_STORE_ERROR_CORRUPT);
      assert_refused (garbage, mode, ZB_STORE_ERROR_CORRUPT);
      assert_refused (foreign, mode, ZB_STORE_ERROR_CORRUPT);
    }
  g_clear_pointer (&test->db, zb_db_close);
  g_autofree char *files = zb_test_db_files (test);
  g_assert_cmpstr (files, ==, "empty.zhibu foreign.zhibu garbage.zhibu registry.zhibu");
}

/* Cut at several places: in the first page, at a page's edge, within the data. */
static void
test_cut_short (void)
{
  static const gsize lengths[] = { 1, 90, 100, 511, 4096, 4097, 8192, 40960 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(ZbTestDb) test = zb_test_db_new ();

      g_clear_pointer (&test->db, zb_db_close);
      g_assert_cmpint (truncate (test->path, (off_t) lengths[i]), ==, 0);
      assert_refused (test->path, ZB_DB_READ, ZB_STORE_ERROR_CORRUPT);
      assert_refused (test->path, ZB_DB_WRITE, ZB_STORE_ERROR_CORRUPT);
    }
}

/* Cut within its last page, a file may still be read as far as it goes; writing into it is refused. */
static void
test_cut_at_the_end (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  GStatBuf file;

  zb_test_member (test->db, "张三", 0, NULL);
  /* So that the end of the file is a list that nobody asks for. */
  zb_test_db_sql (test, "WITH n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
                        "INSERT INTO reveal_log (at, who, kind, record, field) SELECT '2026-11-24', 'x', 'member', i, 'phone' FROM n");
  g_clear_pointer (&test->db, zb_db_close);
  g_assert_cmpint (g_stat (test->path, &file), ==, 0);
  g_assert_cmpint (truncate (test->path, file.st_size - 1000), ==, 0);
  words = g_strconcat (test->path, " is damaged", NULL);
  g_assert_null (zb_db_open (test->path, ZB_DB_WRITE, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT);
  g_assert_cmpstr (error->message, ==, words);
  g_assert_true (can_read (test->path));
}

/* What is no database is called by its name. */
static void
test_damage_is_named (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *words = g_strconcat (test->path, " is damaged", NULL);

  g_clear_pointer (&test->db, zb_db_close);
  g_assert_true (g_file_set_contents (test->path, "no registry any more, but a text of more than a hundred characters, "
                                      "so that SQLite reads its header before it finds out what it is", -1, NULL));
  g_assert_null (zb_db_open (test->path, ZB_DB_READ, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT);
  g_assert_cmpstr (error->message, ==, words);
}

/* A name that leads to a medium that is not there is not taken for a free one. */
static void
test_link_to_nowhere (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *link = zb_test_db_file (test, "link.zhibu");

  g_assert_cmpint (symlink ("/nowhere/registry.zhibu", link), ==, 0);
  assert_refused (link, ZB_DB_CREATE, ZB_STORE_ERROR_EXISTS);
  assert_refused (link, ZB_DB_READ, ZB_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_newer (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before, length_after;

  zb_test_member (test->db, "张三", 0, NULL);
  g_clear_pointer (&test->db, zb_db_close);
  zb_test_db_sql (test, "PRAGMA user_version = 999");
  g_assert_true (g_file_get_contents (test->path, &before, &length_before, NULL));
  assert_refused (test->path, ZB_DB_WRITE, ZB_STORE_ERROR_TOO_NEW);
  assert_refused (test->path, ZB_DB_READ, ZB_STORE_ERROR_TOO_NEW);
  g_assert_true (g_file_get_contents (test->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_two_programs (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbDb) other = zb_db_open (test->path, ZB_DB_WRITE, &error);
  gint64 version;

  g_assert_no_error (error);
  version = zb_db_data_version (test->db);
  g_assert_cmpint (zb_db_data_version (test->db), ==, version);
  zb_test_member (other, "张三", 0, NULL);
  g_assert_cmpint (zb_db_data_version (test->db), !=, version);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 1);
  zb_test_member (test->db, "李四", 0, NULL);
  g_assert_cmpint (zb_records_count (other, &zb_kind_member, NULL), ==, 2);
}

static void
test_reader_does_not_write (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbDb) reader = zb_db_open (test->path, ZB_DB_READ, &error);

  g_assert_no_error (error);
  g_assert_true (zb_db_is_read_only (reader));
  g_assert_null (zb_change_set_begin (reader, "test", NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY);
}

static gboolean
is_refused (const char *path, ZbDbMode mode, ZbStoreError code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbDb) db = zb_db_open (path, mode, &error);

  return db == NULL && g_error_matches (error, ZB_STORE_ERROR, (int) code);
}

static int
check_read_only (gpointer data)
{
  ZbTestDb *test = data;
  if (!is_refused (test->path, ZB_DB_WRITE, ZB_STORE_ERROR_READ_ONLY))
    return 1;
  return can_read (test->path) ? 0 : 2;
}

static void
test_read_only_file (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  zb_test_member (test->db, "张三", 0, NULL);
  g_clear_pointer (&test->db, zb_db_close);
  g_chmod (test->path, 0444);
  g_chmod (test->folder, 0777);
  zb_test_as_nobody (check_read_only, test);
  /* Files of the reader's beside it would keep the owner from writing. */
  g_autofree char *files = zb_test_db_files (test);
  g_assert_cmpstr (files, ==, "registry.zhibu");
}

/* What a reader without rights shows is read afresh once the owner has written. */
static int
check_renewed (gpointer data)
{
  ZbTestDb *test = data;
  g_autoptr(ZbDb) reader = NULL;
  g_autoptr(ZbDb) owner = NULL;

  if (g_chmod (test->path, 0444) != 0 || !(reader = zb_db_open (test->path, ZB_DB_READ, NULL)) || zb_db_renew (reader)
      || zb_records_count (reader, &zb_kind_member, NULL) != 1)
    return 1;
  if (g_chmod (test->path, 0644) != 0 || !(owner = zb_db_open (test->path, ZB_DB_WRITE, NULL)))
    return 2;
  zb_test_member (owner, "李四", 0, NULL);
  g_clear_pointer (&owner, zb_db_close);
  g_chmod (test->path, 0444);
  if (!zb_db_renew (reader) || zb_records_count (reader, &zb_kind_member, NULL) != 2)
    return 3;
  return zb_db_renew (reader) ? 4 : 0;
}

/* The owner's program runs on: what it wrote waits in the WAL. From then on the reader follows it. */
static int
check_renewed_while_open (gpointer data)
{
  ZbTestDb *test = data;
  g_autoptr(ZbDb) reader = NULL;
  g_autoptr(ZbDb) owner = NULL;

  if (g_chmod (test->path, 0444) != 0 || !(reader = zb_db_open (test->path, ZB_DB_READ, NULL)) || g_chmod (test->path, 0644) != 0
      || !(owner = zb_db_open (test->path, ZB_DB_WRITE, NULL)))
    return 1;
  g_chmod (test->path, 0444);
  zb_test_member (owner, "李四", 0, NULL);
  if (!zb_db_renew (reader) || zb_records_count (reader, &zb_kind_member, NULL) != 2)
    return 2;
  zb_test_member (owner, "王五", 0, NULL);
  return zb_db_renew (reader) || zb_records_count (reader, &zb_kind_member, NULL) != 3 ? 3 : 0;
}

static void
test_renewed (void)
{
  int (*const checks[]) (gpointer) = { check_renewed, check_renewed_while_open };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr(ZbTestDb) test = zb_test_db_new ();

      zb_test_member (test->db, "张三", 0, NULL);
      g_clear_pointer (&test->db, zb_db_close);
      g_chmod (test->folder, 0777);
      if (geteuid () == 0)
        g_assert_cmpint (chown (test->path, ZB_TEST_NOBODY, ZB_TEST_NOBODY), ==, 0);
      zb_test_as_nobody (checks[i], test);
    }
}

static void
test_read_only_folder (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  zb_test_member (test->db, "张三", 0, NULL);
  g_clear_pointer (&test->db, zb_db_close);
  g_chmod (test->path, 0666);
  g_chmod (test->folder, 0555);
  zb_test_as_nobody (check_read_only, test);
}

static int
check_no_rights (gpointer data)
{
  ZbTestDb *test = data;
  g_autofree char *new = zb_test_db_file (test, "new.zhibu");
  g_autoptr(GError) error = NULL;

  /* What may not even be read is not called “may only be read”. */
  if (zb_db_open (test->path, ZB_DB_READ, &error) != NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return 1;
  return is_refused (new, ZB_DB_CREATE, ZB_STORE_ERROR_READ_ONLY) ? 0 : 2;
}

static void
test_no_rights (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  g_clear_pointer (&test->db, zb_db_close);
  g_chmod (test->path, 0000);
  g_chmod (test->folder, 0555);
  zb_test_as_nobody (check_no_rights, test);
  g_autofree char *files = zb_test_db_files (test);
  g_assert_cmpstr (files, ==, "registry.zhibu");
}

static void
test_no_folder (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *path = zb_test_db_file (test, "nowhere/new.zhibu");

  assert_refused (path, ZB_DB_CREATE, ZB_STORE_ERROR_NOT_FOUND);
}

/* A disk that is full after so many bytes: a file-size limit, in a child so that it ends with it. */
static int
create_in (const char *path, rlim_t limit)
{
  const struct rlimit bytes = { limit, limit };

  signal (SIGXFSZ, SIG_DFL);
  if (setrlimit (RLIMIT_FSIZE, &bytes) != 0)
    return 99;
  return is_refused (path, ZB_DB_CREATE, ZB_STORE_ERROR_NO_SPACE) ? 0 : 1;
}

static void
test_no_space_for_new (void)
{
  static const rlim_t limits[] = { 100, 4096, 20000, 60000 };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *path = zb_test_db_file (test, "new.zhibu");

  g_clear_pointer (&test->db, zb_db_close);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *files = NULL;
      pid_t child = fork ();
      int status;

      if (child == 0)
        _exit (create_in (path, limits[i]));
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
      files = zb_test_db_files (test);
      g_assert_cmpstr (files, ==, "registry.zhibu");
    }
}

/* Where there is no shared memory there is no WAL; what was written must be there all the same. */
static void
test_without_wal (void)
{
  sqlite3_vfs *usual = sqlite3_vfs_find (NULL), *plain = sqlite3_vfs_find ("unix-dotfile");
  ZbTestDb *test;

  g_assert_nonnull (plain);
  sqlite3_vfs_register (plain, TRUE);
  test = zb_test_db_new ();
  zb_test_member (test->db, "张三", 0, NULL);
  g_assert_cmpint (zb_db_int (test->db, "PRAGMA synchronous", 0, NULL), ==, 3);
  zb_test_db_reopen (test);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 1);
  zb_test_db_free (test);
  sqlite3_vfs_register (usual, TRUE);
}

static void
test_cancel (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  const char *long_query = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT count(*) FROM n";

  zb_db_set_cancellable (test->db, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (zb_db_int (test->db, long_query, 0, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  zb_db_set_cancellable (test->db, NULL);
  g_assert_cmpint (zb_db_int (test->db, long_query, 0, NULL), ==, 1000000);
}

static void
test_identifiers (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 20000; i++)
    {
      char *uid = zb_uid_new ();

      /* RFC 9562: version 7 in the 13th digit, variant 10 in the 17th. */
      g_assert_cmpuint (strlen (uid), ==, 36);
      g_assert_cmpint (uid[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", uid[19]));
      g_assert_true (g_hash_table_add (seen, uid));
    }
}

static void
test_clock (void)
{
  ZbDb db = { .last_stamp = 0 };
  gint64 far = (g_get_real_time () / 1000 + G_GINT64_CONSTANT (86400000)) << 16, last = 0;

  for (guint i = 0; i < 100000; i++)
    {
      gint64 stamp = zb_stamp_next (&db);

      g_assert_cmpint (stamp, >, last);
      last = stamp;
    }
  g_assert_cmpint (ABS ((last >> 16) - g_get_real_time () / 1000), <, 60000);
  /* Another desk's clock was a day ahead, or ours was put back: order stays. */
  db.last_stamp = far;
  g_assert_cmpint (zb_stamp_next (&db), >, far);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/new-registry", test_new_registry);
  g_test_add_func ("/db/durable", test_durable);
  g_test_add_func ("/db/no-registry", test_no_registry);
  g_test_add_func ("/db/cut-short", test_cut_short);
  g_test_add_func ("/db/cut-at-the-end", test_cut_at_the_end);
  g_test_add_func ("/db/damage-is-named", test_damage_is_named);
  g_test_add_func ("/db/link-to-nowhere", test_link_to_nowhere);
  g_test_add_func ("/db/newer", test_newer);
  g_test_add_func ("/db/two-programs", test_two_programs);
  g_test_add_func ("/db/reader-does-not-write", test_reader_does_not_write);
  g_test_add_func ("/db/read-only-file", test_read_only_file);
  g_test_add_func ("/db/renewed", test_renewed);
  g_test_add_func ("/db/read-only-folder", test_read_only_folder);
  g_test_add_func ("/db/no-rights", test_no_rights);
  g_test_add_func ("/db/no-folder", test_no_folder);
  g_test_add_func ("/db/no-space-for-new", test_no_space_for_new);
  g_test_add_func ("/db/without-wal", test_without_wal);
  g_test_add_func ("/db/cancel", test_cancel);
  g_test_add_func ("/db/identifiers", test_identifiers);
  g_test_add_func ("/db/clock", test_clock);
  return g_test_run ();
}
