/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "store/zb-store-error.h"
#include "zb-test-nobody.h"

#define CASE(path, function) \
  g_test_add ("/sheet-files/" path, ZbPaperFixture, NULL, zb_paper_fixture_set_up, function, zb_paper_fixture_tear_down)

static const char *const file_names[] = { "list.csv", "list.xlsx", "list.pdf", "list.docx" };

static ZbSheet *
small_sheet (void)
{
  static const char *const columns[] = { "row", "name", "joined_on", "note", NULL };
  static const char *const rows[] = { "1\t王伟\t2010.07.01\t", "2\t买买提·吐尔逊\t1985.07\t好" };
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), ZB_TEST_DAY);

  return zb_test_sheet (request, columns, rows, G_N_ELEMENTS (rows));
}

static gboolean
write_to (ZbSheet *sheet, const char *path, gboolean force, GCancellable *cancellable, GError **error)
{
  ZbSheetFormat format;

  g_assert_true (zb_sheet_format_from_name (path, &format));
  return zb_sheet_write (sheet, NULL, format, path, force, NULL, NULL, cancellable, error);
}

/* Names in the folder besides the registry's own. */
static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_prefix (name, "registry.zhibu");
  return n;
}

static void
assert_text (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_csv (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = small_sheet ();
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  g_autoptr(GError) error = NULL;

  write_to (sheet, path, FALSE, NULL, &error);
  g_assert_no_error (error);
  assert_text (path, "\xef\xbb\xbf序号,姓名,入党时间,备注\r\n1,王伟,2010.07.01,\r\n2,买买提·吐尔逊,1985.07,好\r\n");
}

/* What stands in a cell, and how the file holds it. */
static void
test_csv_formulas (ZbPaperFixture *fixture, gconstpointer unused)
{
  static const struct { const char *cell; const char *held; } cases[] = {
    { "=1+2", "'=1+2" }, { "+86", "'+86" }, { "-1", "'-1" }, { "@SUM(A1)", "'@SUM(A1)" }, { "'=1", "''=1" },
    { "'好", "'好" }, { "a=b", "a=b" }, { "他说\"好\"", "\"他说\"\"好\"\"\"" }, { "甲,乙", "\"甲,乙\"" },
    { "甲\n乙", "\"甲\n乙\"" }, { "=\"a\",b", "\"'=\"\"a\"\",b\"" }, { "\r=1", "\"'\r=1\"" },
  };
  static const char *const columns[] = { "note", NULL };
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), ZB_TEST_DAY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZbSheet) sheet = zb_test_sheet (request, columns, &cases[i].cell, 1);
      g_autofree char *path = g_strdup_printf ("%s/%u.csv", fixture->folder, i);
      g_autofree char *expected = g_strdup_printf ("\xef\xbb\xbf备注\r\n%s\r\n", cases[i].held);
      g_autoptr(GError) error = NULL;

      write_to (sheet, path, FALSE, NULL, &error);
      g_assert_no_error (error);
      assert_text (path, expected);
    }
}

static void
test_existing_file (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = small_sheet ();

  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, file_names[i], NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) forced = NULL;
      g_autofree char *text = NULL;

      g_assert_true (g_file_set_contents (path, "别人的文件", -1, NULL));
      g_assert_false (write_to (sheet, path, FALSE, NULL, &error));
      g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_EXISTS);
      assert_text (path, "别人的文件");
      write_to (sheet, path, TRUE, NULL, &forced);
      g_assert_no_error (forced);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, !=, "别人的文件");
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, G_N_ELEMENTS (file_names));
}

static void
test_a_link_is_followed (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = small_sheet ();
  g_autofree char *path = g_build_filename (fixture->folder, "real.csv", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.csv", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "旧", -1, NULL));
  g_assert_cmpint (symlink ("real.csv", link), ==, 0);
  write_to (sheet, link, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_text (path, "\xef\xbb\xbf序号,姓名,入党时间,备注\r\n1,王伟,2010.07.01,\r\n2,买买提·吐尔逊,1985.07,好\r\n");
}

static void
test_places_that_cannot_be (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = small_sheet ();
  g_autofree char *folder = g_build_filename (fixture->folder, "folder.csv", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "list.csv", NULL);
  const struct { const char *path; int code; } cases[] = {
    { folder, ZB_STORE_ERROR_EXISTS }, { missing, ZB_STORE_ERROR_NOT_FOUND },
  };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (write_to (sheet, cases[i].path, TRUE, NULL, &error));
      g_assert_error (error, ZB_STORE_ERROR, cases[i].code);
    }
}

static int
check_locked (gpointer data)
{
  g_autoptr(ZbSheet) sheet = small_sheet ();

  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autofree char *path = g_build_filename (data, file_names[i], NULL);
      g_autoptr(GError) error = NULL;

      if (write_to (sheet, path, TRUE, NULL, &error) || !g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY))
        return 1 + (int) i;
    }
  return 0;
}

static void
test_a_locked_folder (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autofree char *locked = g_build_filename (fixture->folder, "locked", NULL);

  g_assert_cmpint (g_mkdir (locked, 0555), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  zb_test_as_nobody (check_locked, locked);
}

static void
test_a_full_disk (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = small_sheet ();
  const struct rlimit tight = { 64, RLIM_INFINITY };
  struct rlimit usual;

  /* A limit on the size of files is met as a full disk is: a write that fails. */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, file_names[i], NULL);
      g_autoptr(GError) error = NULL;
      gboolean done;

      g_assert_true (g_file_set_contents (path, "旧的", -1, NULL));
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
      done = write_to (sheet, path, TRUE, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
      g_assert_false (done);
      g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NO_SPACE);
      assert_text (path, "旧的");
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, G_N_ELEMENTS (file_names));
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  if (done > 0)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = small_sheet ();

  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *path = g_build_filename (fixture->folder, file_names[i], NULL);
      g_autoptr(GError) error = NULL;
      ZbSheetFormat format;

      g_assert_true (zb_sheet_format_from_name (path, &format));
      g_assert_false (zb_sheet_write (sheet, NULL, format, path, FALSE, on_progress, cancellable, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_names_of_formats (void)
{
  ZbSheetFormat format;

  g_assert_true (zb_sheet_format_from_name ("党员 花名册.XLSX", &format));
  g_assert_cmpint (format, ==, ZB_SHEET_XLSX);
  g_assert_true (zb_sheet_format_from_name ("/a.b/c.pdf", &format));
  g_assert_cmpint (format, ==, ZB_SHEET_PDF);
  g_assert_true (zb_sheet_format_from_name ("名册.Docx", &format));
  g_assert_cmpint (format, ==, ZB_SHEET_DOCX);
  g_assert_false (zb_sheet_format_from_name ("a.xls", &format));
  g_assert_false (zb_sheet_format_from_name ("csv", &format));
}

/* A list of the registry leaves while the registry goes on being written: one moment of it. */
static void
test_one_moment (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), ZB_TEST_DAY);
  g_autoptr(ZbSheet) sheet = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  request->columns = g_strsplit ("name,id_number", ",", -1);
  sheet = zb_sheet_new (fixture->db, NULL, request, &error);
  g_assert_no_error (error);
  zb_sheet_write (sheet, fixture->db, ZB_SHEET_CSV, path, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "990101198507120015"));
  /* No transaction is left open: the registry can be written. */
  zb_paper_fixture_add (fixture, fixture->first, 0, "name", "赵一", "category", "full", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("csv", test_csv);
  CASE ("csv-formulas", test_csv_formulas);
  CASE ("existing", test_existing_file);
  CASE ("link", test_a_link_is_followed);
  CASE ("places", test_places_that_cannot_be);
  CASE ("locked-folder", test_a_locked_folder);
  CASE ("full-disk", test_a_full_disk);
  CASE ("cancel", test_cancel);
  g_test_add_func ("/sheet-files/formats", test_names_of_formats);
  CASE ("one-moment", test_one_moment);
  return g_test_run ();
}
