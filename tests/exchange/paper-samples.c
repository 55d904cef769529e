/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper-samples FOLDER: writes the files that test-written-files.py reads back with other people's programs. */
#include "paper-fixture.h"

#include "exchange/paper/zb-sheet-private.h"
#include "store/zb-backup.h"

static void
write_as (ZbSheet *sheet, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  ZbSheetFormat format;

  g_assert_true (zb_sheet_format_from_name (name, &format));
  zb_sheet_write (sheet, NULL, format, path, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Texts that files get wrong. */
static void
write_hard (const char *folder)
{
  static const char *const columns[] = { "row", "name", "id_number", "phone", "birth_date", "joined_on", "age", "note", NULL };
  static const char *const rows[] = {
    "1\t𠮷田䶮\t990101198507120015\t19900000001\t1985.07.12\t2010.07.01\t41\t=1+2",
    "2\t买买提·吐尔逊\t\t0579-1234\t1970.05\t1995\t\t<b>&\"'\n第二行",
    "3\t民生日入\t\t\t1899.12.31\t1900.01.01\t\t+1-1@x\001",
  };
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), ZB_TEST_DAY);
  g_autoptr(ZbSheet) sheet = zb_test_sheet (request, columns, rows, G_N_ELEMENTS (rows));

  g_array_index (sheet->columns, ZbSheetColumn, 4).to_month = TRUE;
  g_free (sheet->title);
  sheet->title = g_strdup ("第一党支部党员花名册");
  write_as (sheet, folder, "hard.xlsx");
  write_as (sheet, folder, "hard.pdf");
}

static void
write_long (const char *folder)
{
  static const char *const columns[] = { "row", "name", "note", NULL };
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), ZB_TEST_DAY);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(ZbSheet) sheet = NULL;

  for (guint i = 1; i <= 120; i++)
    g_ptr_array_add (rows, g_strdup_printf ("%u\t人员%03u号\t", i, i));
  sheet = zb_test_sheet (request, columns, (const char *const *) rows->pdata, rows->len);
  g_free (sheet->total);
  sheet->total = g_strdup ("共 120 人。");
  write_as (sheet, folder, "long.pdf");
}

static void
write_registry (ZbPaperFixture *fixture, const char *folder)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), ZB_TEST_DAY);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) portrait = NULL;

  g_assert_true (zb_roster_request_set_order (request, "stroke"));
  sheet = zb_sheet_new (fixture->db, NULL, request, &error);
  g_assert_no_error (error);
  write_as (sheet, folder, "members.xlsx");
  write_as (sheet, folder, "members.pdf");
  request->paper_a3 = TRUE;
  request->portrait = 1;
  portrait = zb_sheet_new (fixture->db, NULL, request, &error);
  g_assert_no_error (error);
  write_as (portrait, folder, "portrait.xlsx");
  write_as (portrait, folder, "portrait.pdf");
}

/* Lists with a registry that notes them, and a copy of that registry. */
static void
write_noted (ZbPaperFixture *fixture, const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = g_build_filename (folder, "copy.zhibu", NULL);
  g_autofree char *path = g_build_filename (folder, "noted.csv", NULL);
  ZbBackupReport counted = { 0 };

  for (guint internal = 0; internal < 2; internal++)
    {
      g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), ZB_TEST_DAY);
      g_autoptr(ZbSheet) sheet = NULL;

      request->internal = internal;
      request->columns = g_strsplit ("name,phone,id_number", ",", -1);
      sheet = zb_sheet_new (fixture->db, NULL, request, &error);
      g_assert_no_error (error);
      zb_sheet_write (sheet, fixture->db, ZB_SHEET_CSV, path, TRUE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  zb_backup_make (fixture->db, copy, FALSE, NULL, NULL, &counted, &error);
  g_assert_no_error (error);
  zb_backup_report_clear (&counted);
}

int
main (int argc, char **argv)
{
  ZbPaperFixture fixture;

  g_assert_cmpint (argc, ==, 2);
  zb_paper_fixture_set_up (&fixture, NULL);
  write_registry (&fixture, argv[1]);
  write_noted (&fixture, argv[1]);
  write_hard (argv[1]);
  write_long (argv[1]);
  zb_paper_fixture_tear_down (&fixture, NULL);
  return 0;
}
