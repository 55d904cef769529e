/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/sheet/zb-sheet-reader.h"
#include "exchange/zb-sheet.h"
#include "exchange/zb-import-answers.h"
#include "import-fixture.h"

/* From real files to the registry and back: encodings, workbooks, exported rosters, reports. */

#define CASE(path, function) \
  g_test_add ("/import-files/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

#define ROSTER "序号,姓名,性别,出生年月,所在党支部\r\n1,张三,男,1985.07,第一党支部\r\n2,買買提·㐂𠮷,男,1990.12,第二党支部\r\n"

static void
test_encodings (ImportFixture *fixture, gconstpointer data)
{
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (ROSTER, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *path = import_file (fixture, "名册.csv", bytes, (gssize) length);
      g_autoptr(ZbImport) import = import_open (fixture, path);

      import_expect (import, i == 0 ? 2 : 0, 0, i == 0 ? 0 : 2, 0, 0);
      import_take (import);
    }
  import_assert (fixture, "张三", "birth_date", "1985-07");
  import_assert (fixture, "買買提·㐂𠮷", "branch", "第二党支部");
}

static void
make_sheets (ImportFixture *fixture)
{
  g_autofree char *script = g_build_filename (g_getenv ("ZB_SOURCEDIR"), "tests/exchange/make-sheets.py", NULL);
  /* Debian's own Python has openpyxl. */
  const char *argv[] = { "/usr/bin/python3", script, fixture->folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL));
}

/* Numbers where dates should be, digits that are lost, an error, and the sheet that is the list among others. */
static void
test_odd_cells (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "odd.xlsx", NULL);
  g_autoptr(ZbImport) import = NULL;
  g_autofree char *rules = NULL;

  make_sheets (fixture);
  /* One sheet by its name; without one, 二支部 would be taken together with it. */
  import = zb_import_new (fixture->db->db, &zb_kind_member, path, "名册", NULL, NULL, NULL, NULL);
  g_assert_true (zb_import_check (import, NULL, NULL, NULL, NULL));
  rules = import_rules (import);
  g_assert_cmpstr (rules, ==, "0 - branch-missing\n2 出生日期 ambiguous-date\n"
                              "3 出生日期 date-from-serial\n4 身份证号 id-lost-digits!\n5 备注 error-value!\n");
  import_expect (import, 3, 0, 0, 0, 2);
  g_assert_cmpuint (g_strv_length ((char **) zb_import_sheets (import)), ==, 3);
  g_assert_true (zb_import_commit (import, TRUE, NULL, NULL, NULL, NULL, NULL));
  import_assert (fixture, "张甲", "birth_date", "1985");
  import_assert (fixture, "张乙", "birth_date", "1985-07-01");
  import_assert (fixture, "张戊", "birth_date", "1985-10");
}

/* The roster that make-sheets.py has a library of another language write. */
static void
test_workbook (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "roster.xlsx", NULL);
  g_autoptr(ZbImport) import = NULL;
  g_autofree char *rules = NULL;

  make_sheets (fixture);
  import = import_open (fixture, path);
  import_expect (import, 2, 0, 0, 1, 0);
  rules = import_rules (import);
  g_assert_cmpstr (rules, ==, "0 - hidden-sheet-not-taken\n0 人员类别 category-missing\n4 备注 formula-without-value\n5 - row-total\n");
  import_take (import);
  import_assert (fixture, "张三", "birth_date", "1985-07");
  import_assert (fixture, "张三", "joined_on", "2010-07-01");
  import_assert (fixture, "李四", "birth_date", "1990-12");
  import_assert (fixture, "李四", "joined_on", "2011-07");
  import_assert (fixture, "李四", "note", NULL);
}

/* What our own export writes comes back as the same people. */
static void
test_exported_roster (ImportFixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "out.xlsx", "out.csv" };
  static const char *const columns[] = { "row", "name", "sex", "ethnicity", "birth_date", "education", "joined_on", "confirmed_on", "category",
                                         "branch", "group", "post", "id_number", "phone", "work_unit", "note", NULL };
  g_autoptr(ZbImport) first = import_text (fixture,
    "姓名,性别,民族,出生年月,学历,入党时间,转正时间,人员类别,所在党支部,党小组,党内职务,身份证号,联系电话,工作单位及职务,备注\n"
    "张三,男,汉,1985.07,本科,2010.07.01,2011.07,正式,第一党支部,第一党小组,书记,990101198507120018,19900000001,某公司,'=1+1\n"
    "李四,女,回,1985-07-12,大专,2024.07,,预备,第一党支部,,,990101198507120026,0579-85550001,'-5,\n"
    "王五,,,,,,,正式,第二党支部,,,,,,\"一\n二\"\n");
  g_autofree char *before = NULL;

  import_expect (first, 3, 0, 0, 0, 0);
  import_take (first);
  before = zb_test_db_state (fixture->db->db);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, formats[i], NULL);
      g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), (ZbDate) { 2026, 11, 24 });
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbSheet) sheet = NULL;
      g_autoptr(ZbImport) again = NULL;
      g_autofree char *after = NULL;
      g_autofree char *rules = NULL;
      ZbSheetFormat format;

      request->internal = TRUE;
      request->columns = g_strdupv ((char **) columns);
      sheet = zb_sheet_new (fixture->db->db, NULL, request, &error);
      g_assert_no_error (error);
      g_assert_true (zb_sheet_format_from_name (path, &format));
      zb_sheet_write (sheet, fixture->db->db, format, path, FALSE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      again = import_open (fixture, path);
      g_test_message ("%s", rules = import_rules (again));
      g_assert_cmpuint (zb_import_counts (again)->errors, ==, 0);
      g_assert_cmpuint (zb_import_counts (again)->same, ==, 3);
      import_take (again);
      after = zb_test_db_state (fixture->db->db);
      g_assert_cmpstr (after, ==, before);
    }
}

static char *
words (const ZbImportProblem *problem)
{
  return g_strdup_printf ("%s %s", problem->rule, problem->value != NULL ? problem->value : "");
}

/* The rows with problems as they stood, digits and formulas as text, and why; it can be read again. */
static void
test_report (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "党员名册\n序号,姓名,出生日期,身份证号,QQ号\n1,张三,1985.13,990101198507120018,'=1+1\n2,李四,1985.07,,12\n3,王五,,990101199001010036,\n");
  g_autofree char *path = g_build_filename (fixture->folder, "report.xlsx", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbSheetReader) reader = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(ZbImport) again = NULL;
  ZbSheetEvent event = { 0 };

  import_expect (import, 2, 0, 0, 0, 1);
  zb_import_write_report (import, path, FALSE, words, &error);
  g_assert_no_error (error);
  reader = zb_sheet_reader_new (path, NULL, NULL);
  while (event.kind != ZB_SHEET_FRAME_END && zb_sheet_reader_next (reader, &event, NULL, &error))
    for (guint i = 0; event.kind == ZB_SHEET_FRAME_ROW && i < event.n_cells; i++)
      g_string_append_printf (out, "%u:%c%c %s\n", event.row, 'A' + (int) event.cells[i].column, "tndbef"[event.cells[i].kind],
                              event.cells[i].text);
  g_assert_no_error (error);
  g_assert_cmpstr (out->str, ==,
    "1:At 党员名册\n2:At 序号\n2:Bt 姓名\n2:Ct 出生日期\n2:Dt 身份证号\n2:Et QQ号\n2:Ft 错误原因\n"
    "3:At 1\n3:Bt 张三\n3:Ct 1985.13\n3:Dt 990101198507120018\n3:Et '=1+1\n3:Ft bad-date 1985.13\n"
    "1:At 工作表\n1:Bt 行\n1:Ct 列\n1:Dt 内容\n1:Et 说明\n"
    "2:Ct QQ号\n2:Dt =1+1\n2:Et unknown-column =1+1\n3:Et branch-missing \n"
    "4:Bn 5\n4:Ct 身份证号\n4:Dt 990101199001010036\n4:Et id-check-digit 990101199001010036\n");
  g_assert_false (zb_import_write_report (import, path, FALSE, words, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (zb_import_write_report (import, path, TRUE, words, &error));
  again = import_open (fixture, path);
  import_expect (again, 0, 0, 0, 0, 1);
}

static ZbImport *
read_report (ImportFixture *fixture, ZbImport *import)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.xlsx", NULL);
  g_autoptr(GError) error = NULL;

  zb_import_write_report (import, path, TRUE, words, &error);
  g_assert_no_error (error);
  return import_open (fixture, path);
}

/* Headings over three lines, a merged cell that the row takes from above, what a person has corrected. */
static void
test_report_of_headings (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *source = import_sheets (fixture, "stepped.xlsx");
  g_autoptr(ZbImport) import = import_open (fixture, source);
  g_autoptr(ZbImport) again = NULL;

  zb_import_decide (import, 1, ZB_IMPORT_LEAVE_OUT, 0);
  zb_import_correct (import, 1, 1, "李小四");
  g_assert_true (zb_import_check (import, NULL, NULL, NULL, NULL));
  again = read_report (fixture, import);
  import_expect (again, 1, 0, 0, 0, 0);
  import_take (again);
  import_assert (fixture, "李小四", "birth_date", "1990-12");
  import_assert (fixture, "李小四", "joined_on", "2015-06-01");
  import_assert (fixture, "李小四", "confirmed_on", "2016-06-01");
  import_assert (fixture, "李小四", "phone", "19900000002");
  import_assert (fixture, "李小四", "work_unit", "第一车间");
}

/* A page for each sheet, under its name, because that is the branch; none for a sheet that came in whole. */
static void
test_report_of_sheets (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *source = import_sheets (fixture, "branches.xlsx");
  g_autoptr(ZbImport) import = import_open (fixture, source);
  g_autoptr(ZbImport) again = read_report (fixture, import);
  GPtrArray *problems = zb_import_problems (again);

  import_expect (again, 0, 0, 0, 0, 1);
  g_assert_cmpuint (g_strv_length ((char **) zb_import_sheets (again)), ==, 2);
  g_assert_cmpstr (zb_import_sheets (again)[0], ==, "三支部");
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpstr (((ZbImportProblem *) g_ptr_array_index (problems, i))->rule, !=, "sheet-not-taken");
}

/* The section that stands over a row stays over it; of two records beside each other only one is left out. */
static void
test_report_of_sections (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,出生日期,姓名,出生日期\n第一党支部,,,\n张三,1985.07,李四,1985.08\n第二党支部,,,\n王五,1985.13,赵六,1985.09\n");
  g_autoptr(ZbImport) again = NULL;

  import_expect (import, 3, 0, 0, 2, 1);
  again = read_report (fixture, import);
  zb_import_correct (again, 1, 1, "1985.12");
  g_assert_true (zb_import_check (again, NULL, NULL, NULL, NULL));
  import_expect (again, 2, 0, 0, 1, 0);
  import_take (again);
  import_assert (fixture, "王五", "birth_date", "1985-12");
}

static void
test_no_table (ImportFixture *fixture, gconstpointer data)
{
  static const char *const no_tables[] = { "今天天气很好\n", "a,b,c\n1,2,3\n", "性别,民族\n男,汉\n" };

  for (guint i = 0; i < G_N_ELEMENTS (no_tables); i++)
    {
      g_autofree char *path = import_file (fixture, "x.csv", no_tables[i], -1);
      g_autoptr(GError) error = NULL;

      g_assert_null (zb_import_new (fixture->db->db, &zb_kind_member, path, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NO_TABLE);
    }
}

static void
test_only_headings (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,性别\n");

  import_expect (import, 0, 0, 0, 0, 0);
  g_assert_cmpint (import_take (import), ==, 0);
}

/* The import reads the registry's own file, a folder, nothing at all: refused, and nothing is touched. */
static void
test_what_is_no_roster (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.xlsx", NULL);
  g_autofree char *before = zb_test_db_state (fixture->db->db);
  g_autofree char *after = NULL;
  const struct { const char *path; ZbSheetError code; } cases[] = {
    { missing, ZB_SHEET_ERROR_NOT_FOUND }, { fixture->folder, ZB_SHEET_ERROR_NOT_A_FILE }, { fixture->db->path, ZB_SHEET_ERROR_NOT_A_SHEET },
    { "/dev/null", ZB_SHEET_ERROR_NOT_A_FILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (zb_import_new (fixture->db->db, &zb_kind_member, cases[i].path, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, ZB_SHEET_ERROR, (int) cases[i].code);
    }
  after = zb_test_db_state (fixture->db->db);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("encodings", test_encodings);
  CASE ("workbook", test_workbook);
  CASE ("odd-cells", test_odd_cells);
  CASE ("exported-roster", test_exported_roster);
  CASE ("report", test_report);
  CASE ("report-of-headings", test_report_of_headings);
  CASE ("report-of-sheets", test_report_of_sheets);
  CASE ("report-of-sections", test_report_of_sections);
  CASE ("no-table", test_no_table);
  CASE ("only-headings", test_only_headings);
  CASE ("what-is-no-roster", test_what_is_no_roster);
  return g_test_run ();
}
