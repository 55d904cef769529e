/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/zb-error.h"
#include "exchange/zb-sheet-error.h"
#include "store/zb-history.h"
#include "service/zb-registry-import.h"
#include "service/zb-registry-print.h"
#include "service/zb-words.h"
#include "zb-test-registry.h"

/* Two people, one of them with a birthday that does not exist; then the same without that row. */
#define GOOD_ROSTER "姓名,性别,出生日期\n赵一,男,1985-07-01\n钱二,女,1990.12\n"
#define BAD_ROSTER GOOD_ROSTER "孙三,男,1985-02-30\n"

static char *
write_file (ZbTestRegistry *test, const char *name, const char *text)
{
  char *path = zb_test_db_file (test->files, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static ZbImport *
read_roster (ZbTestRegistry *test, const char *path, GError **error)
{
  ZbImportRequest request = { .path = path, .kind = &zb_kind_member, .org = test->branch };
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_registry_import_read_async (test->registry, &request, NULL, NULL, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  return zb_registry_import_read_finish (test->registry, result, NULL, error);
}

static gboolean
commit_roster (ZbTestRegistry *test, ZbImport *import, gboolean skip_bad, GCancellable *cancellable, char **out_words, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_registry_import_commit_async (test->registry, &import, NULL, 1, skip_bad, NULL, NULL, cancellable, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  return zb_registry_import_commit_finish (test->registry, result, NULL, out_words, error);
}

static void
test_import (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *path = write_file (test, "roster.csv", GOOD_ROSTER);
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbImport) import = read_roster (test, path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (zb_import_counts (import)->fresh, ==, 2);
  g_assert_cmpuint (zb_import_counts (import)->errors, ==, 0);
  g_assert_cmpint (zb_test_registry_people (test->registry), ==, 0);
  g_assert_true (commit_roster (test, import, FALSE, NULL, &words, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (words, "2 new"));
  zb_test_registry_wait_columns (test->registry, 2);
  /* The whole file is one step back. */
  zb_test_registry_undo (test);
  zb_test_registry_wait_columns (test->registry, 0);
  g_clear_pointer (&import, zb_import_free);
}

static void
test_import_with_errors (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *path = write_file (test, "roster.csv", BAD_ROSTER);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbImport) import = read_roster (test, path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (zb_import_counts (import)->errors, ==, 1);
  g_assert_false (commit_roster (test, import, FALSE, NULL, NULL, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (zb_test_registry_people (test->registry), ==, 0);
  g_assert_cmpstr (test->said->str, ==, "");
  g_assert_true (commit_roster (test, import, TRUE, NULL, NULL, &error));
  g_assert_no_error (error);
  zb_test_registry_wait_columns (test->registry, 2);
  g_clear_pointer (&import, zb_import_free);
}

static void
test_import_cancelled (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *path = write_file (test, "roster.csv", GOOD_ROSTER);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbImport) import = read_roster (test, path, &error);

  g_cancellable_cancel (cancellable);
  g_assert_false (commit_roster (test, import, FALSE, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (test->said->str, ==, "");
  g_clear_pointer (&import, zb_import_free);
}

/* Nothing stays of an import that was stopped, not even how its columns were read; with one that is written that stays. */
static void
test_import_remembered (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *path = write_file (test, "roster.csv", GOOD_ROSTER);
  const char *name = "六月";

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(ZbImport) import = read_roster (test, path, NULL);
      GAsyncResult *waiting = NULL;

      if (i == 0)
        g_cancellable_cancel (cancellable);
      zb_registry_import_commit_async (test->registry, &import, &name, 1, FALSE, NULL, NULL, cancellable, zb_test_take_result, &waiting);
      result = zb_test_wait (&waiting);
      g_assert_cmpint (zb_registry_import_commit_finish (test->registry, result, NULL, NULL, NULL), ==, i == 1);
      g_assert_cmpint (zb_test_db_number (test->files, "SELECT count(*) FROM import_mapping WHERE withdrawn = 0"), ==, i);
      g_clear_pointer (&import, zb_import_free);
    }
}

static void
test_import_of_no_roster (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *picture = write_file (test, "picture.xlsx", "\x89PNG\r\n\x1a\n no roster");
  g_autoptr(GError) error = NULL;

  g_assert_null (read_roster (test, picture, &error));
  g_assert_true (error->domain == ZB_SHEET_ERROR);
}

static gboolean
export (ZbTestRegistry *test, const ZbRosterRequest *request, ZbSheetFormat format, const char *path, gboolean force, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_registry_export_async (test->registry, request, format, path, force, NULL, NULL, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  return zb_registry_export_finish (test->registry, result, error);
}

static ZbRosterRequest *
all_members (ZbTestRegistry *test)
{
  ZbRosterRequest *request = zb_roster_request_new (zb_roster_get ("members"), zb_registry_today (test->registry));

  request->with_below = TRUE;
  request->scope = ZB_SCOPE_HERE;
  return request;
}

/* Paper leaves the house, too. */
static void
test_printed (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(ZbRosterRequest) request = all_members (test);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) log = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  GAsyncResult *waiting = NULL;
  ZbSheet *sheet = NULL;
  ZbPaper *paper;

  request->internal = TRUE;
  request->columns = g_strsplit ("name,phone", ",", -1);
  paper = zb_registry_paper (test->registry, request, &sheet, &error);
  g_assert_no_error (error);
  zb_registry_note_sheet_async (test->registry, sheet, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_note_finish (test->registry, result, &error));
  g_assert_no_error (error);
  zb_paper_free (paper);
  zb_sheet_free (sheet);
  log = zb_registry_access_log (test->registry, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 1);
  words = zb_words_access (g_ptr_array_index (log, 0));
  g_assert_cmpstr (words, ==, "Printed: Member Roster (0 rows); in full: Mobile Phone");
}

static void
fill_demo (ZbTestRegistry *test, guint people)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  zb_registry_demo_async (test->registry, people, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_write_finish (test->registry, result, NULL, &error));
  g_assert_no_error (error);
}

/* A registry that is empty, as the demonstration needs it. */
static ZbTestRegistry *
empty_registry (void)
{
  ZbTestRegistry *test = g_new0 (ZbTestRegistry, 1);
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  test->files = zb_test_db_new ();
  test->said = g_string_new (NULL);
  path = zb_test_db_file (test->files, "demo.zhibu");
  test->registry = zb_test_registry_open (path, TRUE, &error);
  g_assert_no_error (error);
  return test;
}

static void
test_export (void)
{
  g_autoptr(ZbTestRegistry) test = empty_registry ();
  g_autoptr(ZbRosterRequest) request = all_members (test);
  g_autofree char *csv = zb_test_db_file (test->files, "roster.csv");
  g_autofree char *nowhere = g_build_filename (test->files->folder, "no such folder", "roster.csv", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  fill_demo (test, 12);
  zb_test_registry_wait_columns (test->registry, 12);
  g_assert_true (export (test, request, ZB_SHEET_CSV, csv, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (csv, &before, NULL, NULL));
  g_assert_nonnull (strstr (before, "姓名"));

  /* What is there stays unless replacing was asked for. */
  g_assert_true (g_file_set_contents (csv, "kept", -1, NULL));
  g_assert_false (export (test, request, ZB_SHEET_CSV, csv, FALSE, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (csv, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "kept");
  g_assert_true (export (test, request, ZB_SHEET_CSV, csv, TRUE, &error));
  g_assert_no_error (error);

  g_assert_false (export (test, request, ZB_SHEET_CSV, nowhere, FALSE, &error));
  g_assert_nonnull (error);
}

static void
test_paper (void)
{
  g_autoptr(ZbTestRegistry) test = empty_registry ();
  g_autoptr(ZbRosterRequest) request = all_members (test);
  ZbSheet *sheet = NULL;
  ZbPaper *paper;
  g_autoptr(GError) error = NULL;

  fill_demo (test, 12);
  zb_test_registry_wait_columns (test->registry, 12);
  paper = zb_registry_paper (test->registry, request, &sheet, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (zb_paper_n_pages (paper), >=, 1);
  g_assert_cmpuint (zb_sheet_n_rows (sheet), <=, 12);
  zb_paper_free (paper);
  zb_sheet_free (sheet);
}

static GAsyncResult *
work_out (ZbTestRegistry *test, const char *roster, GCancellable *cancellable)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get (roster), zb_registry_today (test->registry));
  GAsyncResult *result = NULL;

  zb_registry_paper_async (test->registry, request, cancellable, zb_test_take_result, &result);
  return zb_test_wait (&result);
}

/* What is worked out on the reader is the same as here, and needs no connection to be drawn. */
static void
test_paper_worked_out (void)
{
  static const char *const rosters[] = { "study-hours", "meetings", "attendance", "members" };
  g_autoptr(ZbTestRegistry) test = empty_registry ();

  fill_demo (test, 40);
  zb_test_registry_wait_columns (test->registry, 40);
  for (guint i = 0; i < G_N_ELEMENTS (rosters); i++)
    {
      g_autoptr(GAsyncResult) result = work_out (test, rosters[i], NULL);
      g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get (rosters[i]), zb_registry_today (test->registry));
      g_autoptr(GError) error = NULL;
      ZbSheet *sheet = NULL, *other = NULL;
      ZbPaper *paper = zb_registry_paper_finish (test->registry, result, &sheet, &error), *same;
      const char *cells[64], *others[64];

      g_assert_no_error (error);
      same = zb_registry_paper (test->registry, request, &other, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (zb_paper_n_pages (paper), ==, zb_paper_n_pages (same));
      g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, zb_sheet_n_rows (other));
      g_assert_cmpuint (zb_sheet_n_rows (sheet), >, 0);
      for (guint row = 0; row < zb_sheet_n_rows (sheet); row++)
        {
          g_assert_true (zb_sheet_row (sheet, row, cells, NULL));
          g_assert_true (zb_sheet_row (other, row, others, NULL));
          for (guint c = 0; c < zb_sheet_n_columns (sheet); c++)
            g_assert_cmpstr (cells[c], ==, others[c]);
        }
      zb_paper_free (paper);
      zb_paper_free (same);
      zb_sheet_free (sheet);
      zb_sheet_free (other);
    }
}

static void
test_paper_cancelled (void)
{
  g_autoptr(ZbTestRegistry) test = empty_registry ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet = NULL;

  fill_demo (test, 12);
  g_cancellable_cancel (cancellable);
  result = work_out (test, "study-hours", cancellable);
  g_assert_null (zb_registry_paper_finish (test->registry, result, &sheet, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (sheet);
}

static void
test_demo (void)
{
  g_autoptr(ZbTestRegistry) test = empty_registry ();
  g_autofree char *label = NULL;

  fill_demo (test, 60);
  zb_test_registry_wait_columns (test->registry, 60);
  g_assert_cmpuint (zb_org_tree_size (zb_registry_tree (test->registry)), >, 0);
  g_object_get (test->registry, "undo-label", &label, NULL);
  g_assert_nonnull (label);
}

static gboolean
back_up (ZbTestRegistry *test, const char *to, gboolean force, char **out_words, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_registry_backup_async (test->registry, to, force, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  return zb_registry_backup_finish (test->registry, result, out_words, error);
}

static gboolean
restore (ZbTestRegistry *test, const char *from, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_registry_restore_async (test->registry, from, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  return zb_registry_restore_finish (test->registry, result, NULL, error);
}

/* While the window has it open: the copy comes back, what it replaced is kept, and work goes on. */
static void
test_backup_and_restore (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *copy = zb_test_db_file (test->files, "copy.zhibu");
  g_autofree char *words = NULL;
  g_autofree char *names = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  zb_test_registry_add (test, "张三");
  g_assert_true (back_up (test, copy, FALSE, &words, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (words, "1 people"));
  g_assert_false (back_up (test, copy, FALSE, NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  zb_test_registry_add (test, "李四");
  zb_test_registry_add (test, "王五");
  g_string_truncate (test->said, 0);
  g_assert_true (restore (test, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (test->said->str, ==, "MOPFL* ");
  zb_test_registry_wait_columns (test->registry, 1);
  g_object_get (test->registry, "undo-label", &label, NULL);
  g_assert_nonnull (strstr (label, "张三"));
  names = zb_test_db_files (test->files);
  g_assert_cmpuint (g_regex_match_simple ("\\S+ \\S+ \\S+", names, 0, 0), ==, TRUE);

  zb_test_registry_add (test, "赵六");
  g_assert_cmpint (zb_test_registry_people (test->registry), ==, 2);
}

static void
test_restore_refused (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *letter = write_file (test, "letter.zhibu", "a letter, long enough to be looked at as a file of its own");
  g_autoptr(GError) error = NULL;
  gint64 id = zb_test_registry_add (test, "张三");
  g_autofree char *title = NULL;

  g_string_truncate (test->said, 0);
  g_assert_false (restore (test, letter, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT);
  g_assert_cmpstr (test->said->str, ==, "");
  title = zb_registry_title (test->registry, &zb_kind_member, id);
  g_assert_cmpstr (title, ==, "张三");
}

static GPtrArray *
check (ZbTestRegistry *test, gboolean quick)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *findings;

  zb_registry_check_async (test->registry, quick, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  findings = zb_registry_check_finish (test->registry, result, &error);
  g_assert_no_error (error);
  return findings;
}

static gboolean
has_damage (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (((ZbFinding *) g_ptr_array_index (findings, i))->level == ZB_FINDING_DAMAGE)
      return TRUE;
  return FALSE;
}

static void
test_check (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GPtrArray) sound = NULL;
  g_autoptr(GPtrArray) quick = NULL;
  g_autoptr(GPtrArray) altered = NULL;

  zb_test_registry_add (test, "张三");
  sound = check (test, FALSE);
  g_assert_false (has_damage (sound));
  zb_test_db_sql (test->files, "UPDATE person SET name = '李四'");
  quick = check (test, TRUE);
  g_assert_false (has_damage (quick));
  altered = check (test, FALSE);
  g_assert_true (has_damage (altered));
}

static void
test_another_day (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ZbMemberColumns) columns = NULL;
  g_autoptr(GError) error = NULL;
  ZbDate day = zb_test_date ("2020-02-29");

  zb_test_registry_add (test, "张三");
  zb_registry_columns_on_async (test->registry, day, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  columns = zb_registry_columns_on_finish (test->registry, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (zb_date_compare (zb_member_columns_as_of (columns), day), ==, 0);
  g_assert_true (columns != zb_registry_columns (test->registry));
}

/* Another program opens the registry, counts its changes, and closes it. */
static guint
count_elsewhere (ZbTestRegistry *test)
{
  char *argv[] = { (char *) "/proc/self/exe", (char *) "--count", test->files->path, NULL };
  g_autofree char *self = g_file_read_link (argv[0], NULL);
  g_autofree char *out = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  argv[0] = self;
  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error));
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return (guint) g_ascii_strtoull (out, NULL, 10);
}

static int
count (const char *path)
{
  g_autoptr(ZbDb) db = zb_db_open (path, ZB_DB_WRITE, NULL);
  g_autoptr(GPtrArray) sets = db != NULL ? zb_history_list (db, 0, 1000, NULL) : NULL;

  if (sets == NULL)
    return 1;
  printf ("%u\n", sets->len);
  return 0;
}

/* A dialog that lists the folder opens and closes the registry's files, and with that drops the locks that SQLite has
 * on them. Another program that closes the registry then must not take the journal away that is written on. */
static void
test_looked_into (void)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *journal = g_strconcat (test->files->path, "-wal", NULL);
  guint before;

  zb_test_registry_add (test, "赵一");
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (test->files->path, suffixes[i], NULL);
      int fd = g_open (name, O_RDONLY | O_CLOEXEC);

      g_assert_cmpint (fd, >=, 0);
      g_assert_cmpint (close (fd), ==, 0);
    }
  before = count_elsewhere (test);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  zb_test_registry_add (test, "钱二");
  g_assert_cmpuint (count_elsewhere (test), ==, before + 1);
  /* When the last one goes, everything is in the one file. */
  g_signal_handlers_disconnect_by_data (test->registry, test);
  zb_test_registry_close (g_steal_pointer (&test->registry));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_elsewhere (test), ==, before + 1);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--count"))
    return count (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry-files/looked-into", test_looked_into);
  g_test_add_func ("/registry-files/import", test_import);
  g_test_add_func ("/registry-files/import-with-errors", test_import_with_errors);
  g_test_add_func ("/registry-files/import-cancelled", test_import_cancelled);
  g_test_add_func ("/registry-files/import-remembered", test_import_remembered);
  g_test_add_func ("/registry-files/import-of-no-roster", test_import_of_no_roster);
  g_test_add_func ("/registry-files/printed", test_printed);
  g_test_add_func ("/registry-files/export", test_export);
  g_test_add_func ("/registry-files/paper", test_paper);
  g_test_add_func ("/registry-files/paper/worked-out", test_paper_worked_out);
  g_test_add_func ("/registry-files/paper/cancelled", test_paper_cancelled);
  g_test_add_func ("/registry-files/demo", test_demo);
  g_test_add_func ("/registry-files/backup-and-restore", test_backup_and_restore);
  g_test_add_func ("/registry-files/restore-refused", test_restore_refused);
  g_test_add_func ("/registry-files/check", test_check);
  g_test_add_func ("/registry-files/another-day", test_another_day);
  return g_test_run ();
}
