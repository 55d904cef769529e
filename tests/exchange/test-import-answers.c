/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/zb-error.h"
#include "exchange/zb-import-answers.h"
#include "import-fixture.h"
#include "store/zb-records.h"

/* What a person says about the words, cells and rows of a list. */

#define CASE(path, function) \
  g_test_add ("/import-answers/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

#define ZHANG "990101198507120018"

static const ZbField *
field (const char *name)
{
  return zb_kind_field (&zb_kind_member, name);
}

static void
check (ZbImport *import)
{
  g_autoptr(GError) error = NULL;
  gboolean good = zb_import_check (import, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

/* The questions, one a line: field, word, rule, rows, answer or what was found. */
static char *
questions (ZbImport *import)
{
  g_autoptr(GPtrArray) all = zb_import_questions (import);
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const ZbImportQuestion *question = g_ptr_array_index (all, i);

      g_string_append_printf (out, "%s %s %s%s %u %s\n", question->field->name, question->text, question->rule != NULL ? question->rule : "-",
                              question->is_error ? "!" : "", question->n_rows, question->answer != NULL ? question->answer : question->found != NULL ? question->found : "-");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gint64
branch_of (ImportFixture *fixture, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT m.org FROM membership m JOIN person p ON p.id = m.person WHERE p.name = '%s'", name);

  return zb_test_db_number (fixture->db, sql);
}

/* One answer settles a word in all its rows; a word that is not answered stays what it was. */
static void
test_words (ImportFixture *fixture, gconstpointer data)
{
  gint64 first = zb_test_organization (fixture->db->db, "branch", "青禾镇第一党支部", 0);
  gint64 second = zb_test_organization (fixture->db->db, "branch", "青禾镇第二党支部", 0);
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,学历,所在党支部\n张三,宇宙本科,青禾二支部\n李四,宇宙本科,青禾二支部\n王五,大专,第一党支部\n");
  g_autofree char *before = questions (import);
  g_autofree char *after = NULL, *again = NULL;

  import_expect (import, 1, 0, 0, 0, 2);
  g_assert_cmpstr (before, ==, "education 宇宙本科 unknown-code! 2 -\nbranch 青禾二支部 branch-new 2 -\nbranch 第一党支部 branch-matched 1 青禾镇第一党支部\n");

  zb_import_answer (import, field ("education"), " 宇宙本科", "大学本科");
  zb_import_answer (import, field ("branch"), "青禾二支部", "青禾镇第二党支部");
  check (import);
  after = questions (import);
  import_expect (import, 3, 0, 0, 0, 0);
  g_assert_cmpuint (zb_import_counts (import)->new_organizations, ==, 0);
  g_assert_cmpstr (after, ==, "branch 第一党支部 branch-matched 1 青禾镇第一党支部\neducation 宇宙本科 - 2 大学本科\nbranch 青禾二支部 - 2 青禾镇第二党支部\n");

  zb_import_answer (import, field ("education"), "宇宙本科", NULL);
  check (import);
  import_expect (import, 1, 0, 0, 0, 2);
  zb_import_answer (import, field ("education"), "宇宙本科", "");
  check (import);
  again = questions (import);
  g_assert_nonnull (strstr (again, "education 宇宙本科 - 2 \n"));
  import_take (import);
  g_assert_cmpint (branch_of (fixture, "张三"), ==, second);
  g_assert_cmpint (branch_of (fixture, "王五"), ==, first);
  g_assert_cmpint (import_count (fixture, &zb_kind_organization), ==, 2);
}

/* A new organisation although the name ends as another's does; the word of a title or a sheet is answered as well. */
static void
test_organizations (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = NULL;
  g_autoptr(ZbImport) titled = NULL;
  g_autofree char *asked = NULL;

  gint64 first = zb_test_organization (fixture->db->db, "branch", "青禾镇第一党支部", 0);

  import = import_text (fixture, "姓名,所在党支部\n张三,第一党支部\n");
  zb_import_answer (import, field ("branch"), "第一党支部", "+第一党支部");
  check (import);
  g_assert_cmpuint (zb_import_counts (import)->new_organizations, ==, 1);
  import_take (import);
  g_assert_cmpint (branch_of (fixture, "张三"), !=, first);

  titled = import_text (fixture, "填报单位：青禾二支部,,\n姓名,性别,民族\n李四,男,汉\n王五,女,汉\n");
  asked = questions (titled);
  g_assert_cmpstr (asked, ==, "branch 青禾二支部 branch-new 2 -\n");
  zb_import_answer (titled, field ("branch"), "青禾二支部", "青禾镇第一党支部");
  check (titled);
  g_assert_cmpuint (zb_import_counts (titled)->new_organizations, ==, 0);
  import_take (titled);
  g_assert_cmpint (branch_of (fixture, "王五"), ==, first);
}

/* A cell is corrected where it stands; the file stays what it was. */
static void
test_cells (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,出生日期,所在党支部\n张三,1990-13-40,第一党支部\n李四,1990-01-02,第一党支部\n");
  g_autoptr(GPtrArray) rows = NULL;

  import_expect (import, 1, 0, 0, 0, 1);
  zb_import_correct (import, 0, 1, "1990-12-04");
  check (import);
  import_expect (import, 2, 0, 0, 0, 0);
  g_assert_cmpstr (zb_import_correction (import, 0, 1), ==, "1990-12-04");
  rows = zb_import_preview (import, 5);
  g_assert_cmpstr (((ZbImportRow *) g_ptr_array_index (rows, 0))->cells[1], ==, "1990-12-04");
  zb_import_correct (import, 0, 1, NULL);
  check (import);
  import_expect (import, 1, 0, 0, 0, 1);
  zb_import_correct (import, 0, 1, "1990-12-04");
  check (import);
  import_take (import);
  import_assert (fixture, "张三", "birth_date", "1990-12-04");
}

/* Left out, taken although it looks like a total, somebody else of the same name, the one who is meant. */
static void
test_rows (ImportFixture *fixture, gconstpointer data)
{
  gint64 org = zb_test_organization (fixture->db->db, "branch", "第一党支部", 0);
  gint64 old = zb_test_member (fixture->db->db, "张三", org, "birth_date", "1985-07-12", NULL);
  gint64 other = zb_test_member (fixture->db->db, "张三", org, "birth_date", "1985-07-30", NULL);
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,出生日期,籍贯,所在党支部\n张三,1985.07,义乌,第一党支部\n李四,,,第一党支部\n合计,2,,第一党支部\n");
  g_autoptr(GArray) candidates = zb_import_candidates (import, fixture->db->db, 0, NULL);

  import_expect (import, 1, 0, 0, 1, 1);
  g_assert_cmpuint (candidates->len, ==, 2);
  g_assert_cmpint (g_array_index (candidates, gint64, 0), ==, old);
  g_assert_cmpint (g_array_index (candidates, gint64, 1), ==, other);

  zb_import_decide (import, 0, ZB_IMPORT_AS_RECORD, other);
  zb_import_decide (import, 1, ZB_IMPORT_LEAVE_OUT, 0);
  check (import);
  import_expect (import, 0, 1, 0, 2, 0);
  g_assert_true (import_has (import, 3, "row-left-out"));

  zb_import_decide (import, 0, ZB_IMPORT_AS_NEW, 0);
  zb_import_decide (import, 1, ZB_IMPORT_AS_FOUND, 0);
  zb_import_decide (import, 2, ZB_IMPORT_TAKE, 0);
  zb_import_correct (import, 2, 0, "何合计");
  zb_import_correct (import, 2, 1, "");
  check (import);
  import_expect (import, 3, 0, 0, 0, 0);
  import_take (import);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 5);
  g_assert_cmpint (branch_of (fixture, "何合计"), ==, org);
}

/* Two people never get one ID number, whatever is decided. */
static void
test_number_stays (ImportFixture *fixture, gconstpointer data)
{
  gint64 org = zb_test_organization (fixture->db->db, "branch", "第一党支部", 0);
  g_autoptr(ZbImport) import = NULL;
  g_autoptr(GArray) candidates = NULL;

  gint64 other = zb_test_member (fixture->db->db, "张叁", org, "id_number", ZHANG, NULL);

  import = import_text (fixture, "姓名,身份证号,所在党支部\n张三," ZHANG ",第一党支部\n");
  import_expect (import, 0, 0, 0, 0, 1);
  candidates = zb_import_candidates (import, fixture->db->db, 0, NULL);
  g_assert_cmpuint (candidates->len, ==, 1);
  g_assert_cmpint (g_array_index (candidates, gint64, 0), ==, other);
  zb_import_decide (import, 0, ZB_IMPORT_AS_NEW, 0);
  check (import);
  import_expect (import, 0, 0, 0, 0, 1);
  /* The name was written wrongly in one of the two: who looks at them says which person it is. */
  zb_import_decide (import, 0, ZB_IMPORT_AS_RECORD, other);
  check (import);
  import_expect (import, 0, 1, 0, 0, 0);
  import_take (import);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 1);
  import_assert (fixture, "张三", "id_number", ZHANG);
}

/* Two of one name in one list are two where somebody says so; one ID number is one person all the same. */
static void
test_namesakes (ImportFixture *fixture, gconstpointer data)
{
  gint64 org = zb_test_organization (fixture->db->db, "branch", "第一党支部", 0);
  gint64 old = zb_test_member (fixture->db->db, "张三", org, NULL);
  gint64 gone = zb_test_member (fixture->db->db, "王五", org, NULL);
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,身份证号,籍贯,所在党支部\n张三,,义乌,第一党支部\n张三,,金华,第一党支部\n"
                                            "李四," ZHANG ",,第一党支部\n李四," ZHANG ",,第一党支部\n王五,,,第一党支部\n");

  import_expect (import, 1, 1, 1, 0, 2);
  zb_import_decide (import, 1, ZB_IMPORT_AS_NEW, 0);
  zb_import_decide (import, 3, ZB_IMPORT_AS_NEW, 0);
  check (import);
  import_expect (import, 2, 1, 1, 0, 1);
  zb_import_decide (import, 0, ZB_IMPORT_AS_NEW, 0);
  zb_import_decide (import, 1, ZB_IMPORT_AS_RECORD, old);
  zb_import_decide (import, 3, ZB_IMPORT_LEAVE_OUT, 0);
  /* Who was meant is no record of this registry: as found, and nobody new behind somebody's back. */
  zb_import_decide (import, 4, ZB_IMPORT_AS_RECORD, gone + 1000);
  check (import);
  import_expect (import, 2, 1, 1, 1, 0);
  import_take (import);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 4);
  g_assert_cmpint (zb_test_db_number (fixture->db, "SELECT id FROM person WHERE native_place = '金华'"), ==, old);
}

/* Two of one name on two sheets of a file are taken for one, until somebody says that they are two: then nothing is mixed. */
static void
test_two_sheets (ImportFixture *fixture, gconstpointer data)
{
  static const char book[] = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
                             "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">";
  static const char sheet[] = "<Worksheet ss:Name=\"%s\"><Table><Row><Cell><Data ss:Type=\"String\">姓名</Data></Cell><Cell><Data ss:Type=\"String\">党支部</Data></Cell>"
                              "<Cell><Data ss:Type=\"String\">籍贯</Data></Cell><Cell><Data ss:Type=\"String\">学历</Data></Cell></Row>"
                              "<Row><Cell><Data ss:Type=\"String\">张三</Data></Cell><Cell><Data ss:Type=\"String\">第一党支部</Data></Cell>"
                              "<Cell><Data ss:Type=\"String\">%s</Data></Cell><Cell><Data ss:Type=\"String\">%s</Data></Cell></Row></Table></Worksheet>";
  g_autofree char *one = g_strdup_printf (sheet, "一", "义乌", ""), *two = g_strdup_printf (sheet, "二", "", "大专");
  g_autofree char *whole = g_strconcat (book, one, two, "</Workbook>", NULL);
  g_autofree char *path = import_file (fixture, "book.xml", whole, -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbImport) import = zb_import_new (fixture->db->db, &zb_kind_member, path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  check (import);
  import_expect (import, 1, 0, 0, 1, 0);
  zb_import_decide (import, 1, ZB_IMPORT_TAKE, 0);
  check (import);
  import_expect (import, 2, 0, 0, 0, 0);
  import_take (import);
  g_assert_cmpint (zb_test_db_number (fixture->db, "SELECT count(*) FROM person WHERE native_place = '义乌' AND education IS NULL"), ==, 1);
  g_assert_cmpint (zb_test_db_number (fixture->db, "SELECT count(*) FROM person WHERE native_place IS NULL AND education = '30'"), ==, 1);
}

/* All answers go through their text, and those for the next file leave the cells and rows behind. */
static void
test_as_text (ImportFixture *fixture, gconstpointer data)
{
  const char *text = "姓　名,学历,甲列,所在党支部\n张三,宇宙本科,男,青禾二支部\n李四,博导,女,\n张三,,,\n";
  gint64 second = zb_test_organization (fixture->db->db, "branch", "青禾镇第二党支部", 0);
  g_autoptr(ZbImport) first = NULL;
  g_autoptr(ZbImport) again = import_text (fixture, text);
  g_autoptr(ZbImport) next = NULL;
  g_autofree char *all = NULL, *some = NULL, *repeated = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = zb_test_member (fixture->db->db, "张三", 0, "birth_date", "1985-07-12", NULL);
  g_autofree char *expected = NULL;

  first = import_text (fixture, text);
  zb_import_map (first, 2, field ("sex"));
  zb_import_answer (first, field ("education"), "宇宙本科", "大学本科");
  zb_import_answer (first, field ("branch"), "青禾二支部", "青禾镇第二党支部");
  zb_import_set_default (first, field ("category"), "正式党员");
  zb_import_correct (first, 1, 1, "博士\t研究生\\");
  zb_import_decide (first, 1, ZB_IMPORT_LEAVE_OUT, 0);
  zb_import_decide (first, 2, ZB_IMPORT_AS_RECORD, id);
  all = zb_import_answers_text (first, FALSE);
  expected = g_strdup_printf ("column\t姓　名\t姓名\ncolumn\t学历\t学历\ncolumn\t甲列\t性别\ncolumn\t所在党支部\t所在党支部\n"
                              "word\t学历\t宇宙本科\t大学本科\nword\t所在党支部\t青禾二支部\t青禾镇第二党支部\n"
                              "default\t人员类别\t正式党员\n"
                              "cell\t\t3\t学历\t博士\\t研究生\\\\\nrow\t\t3\tskip\nrow\t\t4\t#%" G_GINT64_FORMAT "\n", id);
  g_assert_cmpstr (all, ==, expected);

  g_assert_true (zb_import_take_answers (again, all, &error));
  g_assert_no_error (error);
  repeated = zb_import_answers_text (again, FALSE);
  g_assert_cmpstr (repeated, ==, all);
  g_assert_cmpuint (zb_import_n_answers (again), ==, 6);

  some = zb_import_answers_text (first, TRUE);
  next = import_text (fixture, "序号,姓名,学历,甲列,新列,所在党支部\n1,赵六,宇宙本科,女,x,青禾二支部\n");
  g_assert_true (zb_import_fits (next, some));
  g_assert_false (zb_import_fits (next, "column\t没有的列\t姓名\n"));
  g_assert_false (zb_import_fits (next, "column\t姓名\t姓名\ncolumn\t学历\t学历\ndefault\t人员类别\t正式党员\n"));
  g_assert_true (zb_import_take_answers (next, some, &error));
  check (next);
  import_expect (next, 1, 0, 0, 0, 0);
  import_take (next);
  import_assert (fixture, "赵六", "sex", "2");
  import_assert (fixture, "赵六", "education", "20");
  import_assert (fixture, "赵六", "category", "full");
  g_assert_cmpint (branch_of (fixture, "赵六"), ==, second);
}

static void
test_bad_text (ImportFixture *fixture, gconstpointer data)
{
  static const struct { const char *text; const char *line; } bad[] = {
    { "column\t姓名\t没有的字段\n", "import-answers|1|" }, { "# 说明\r\nword\t学历\t本科\n", "import-answers|2|" }, { "hello\n", "import-answers|1|" }, { "default\t人员类别\t宇航员\n", "import-answers|1|" },
    { "row\t\tx\tskip\n", "import-answers|1|" }, { "\n\nrow\t\t2\tnobody\n", "import-answers|3|" },
  };
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,学历\n张三,本科\n");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (zb_import_take_answers (import, bad[i].text, &error));
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
      g_assert_true (g_str_has_prefix (error->message, bad[i].line));
    }
  /* What is of another file does not matter; a byte order mark is none of the text. */
  g_assert_true (zb_import_take_answers (import, "\xef\xbb\xbf" "学历\t\nrow\tother.csv\t99\tskip\ncell\t\t99\t姓名\t乙\n", NULL));
  g_assert_null (zb_import_column (import, 1)->field);
}

/* Who writes by hand knows of no escapes but a few: no byte comes out of digits, and nothing is cut off. */
static void
test_backslashes (ImportFixture *fixture, gconstpointer data)
{
  static const struct { const char *written; const char *meant; } cells[] = {
    { "D:\\\\张三\\377\\000x", "D:\\张三\\377\\000x" }, { "末尾\\", "末尾\\" }, { "甲\\t乙\\n丙\\", "甲\t乙\n丙\\" }, { "\\\\n", "\\n" },
  };
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,备注\n张三,好\n");

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = g_strdup_printf ("cell\t\t2\t备注\t%s\n", cells[i].written);

      g_assert_true (zb_import_take_answers (import, text, NULL));
      g_assert_cmpstr (zb_import_correction (import, 0, 1), ==, cells[i].meant);
    }
}

/* Which kind of list it is, is told by the headings. */
static void
test_kind (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = import_file (fixture, "orgs.csv", "党组织名称,组织类别,上级党组织\n第一党支部,党支部,\n", -1);
  g_autofree char *nothing = import_file (fixture, "nothing.csv", "a,b\n1,2\n", -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbImport) import = zb_import_open (fixture->db->db, NULL, path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (zb_import_kind (import) == &zb_kind_organization);
  g_assert_null (zb_import_open (fixture->db->db, NULL, nothing, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NO_TABLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("words", test_words);
  CASE ("organizations", test_organizations);
  CASE ("cells", test_cells);
  CASE ("rows", test_rows);
  CASE ("number-stays", test_number_stays);
  CASE ("namesakes", test_namesakes);
  CASE ("two-sheets", test_two_sheets);
  CASE ("as-text", test_as_text);
  CASE ("bad-text", test_bad_text);
  CASE ("backslashes", test_backslashes);
  CASE ("kind", test_kind);
  return g_test_run ();
}
