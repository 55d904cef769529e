/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exchange/zb-import-answers.h"
#include "import-fixture.h"

/* Who a row means, among those in the registry and those in the file. */

#define CASE(path, function) \
  g_test_add ("/import-people/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

#define ZHANG "990101198507120018"
#define LI "990101198507120026"
#define WANG "990101199001010035"

static gint64
branch (ImportFixture *fixture, const char *name)
{
  return zb_test_organization (fixture->db->db, "branch", name, 0);
}

static void
test_again_is_the_same (ImportFixture *fixture, gconstpointer data)
{
  const char *text = "姓名,性别,出生年月,所在党支部,党小组,党内职务,身份证号,备注\n"
                     "张三（书记）,男,1985.07,第一党支部,一组,支部书记," ZHANG ",\n李四,,,第一党支部,,,,\n王五,女,1990,第二党支部,,,,好\n";
  g_autoptr(ZbImport) first = import_text (fixture, text);
  g_autoptr(ZbImport) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import_take (first);
  before = zb_test_db_state (fixture->db->db);
  again = import_text (fixture, text);
  import_expect (again, 0, 0, 3, 0, 0);
  g_assert_cmpuint (zb_import_counts (again)->new_organizations, ==, 0);
  g_assert_cmpint (import_take (again), ==, 0);
  after = zb_test_db_state (fixture->db->db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_empty_never_erases (ImportFixture *fixture, gconstpointer data)
{
  gint64 org = branch (fixture, "第一党支部");
  gint64 id = zb_test_member (fixture->db->db, "张三", org, "id_number", ZHANG, "sex", "1", "birth_date", "1985-07-12",
                              "education", "20", "note", "老党员", NULL);
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,身份证号,出生日期,学历,备注,籍贯\n张三," ZHANG ",1985.07,,,义乌\n");

  import_expect (import, 0, 1, 0, 0, 0);
  import_take (import);
  zb_test_assert_value (fixture->db->db, &zb_kind_member, id, "note", "老党员");
  zb_test_assert_value (fixture->db->db, &zb_kind_member, id, "education", "20");
  zb_test_assert_value (fixture->db->db, &zb_kind_member, id, "birth_date", "1985-07-12");
  zb_test_assert_value (fixture->db->db, &zb_kind_member, id, "native_place", "义乌");
}

/* A day to come is an error of its row, a birth date to come in the ID number no birth date. */
static void
test_days_to_come (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = NULL;
  g_autofree char *rules = NULL;

  zb_db_set_today (fixture->db->db, zb_test_date ("2026-11-24"));
  import = import_text (fixture, "姓名,身份证号,入党时间,延长预备期至\n张三,,2026.11.25,\n李四,,2026.11,2027.05\n王五,990101208507120014,,\n");
  import_expect (import, 2, 0, 0, 0, 1);
  rules = import_rules (import);
  g_assert_nonnull (strstr (rules, "2 入党时间 in-future!"));
  g_assert_true (import_has (import, 4, "id-birth"));
  g_assert_true (zb_import_commit (import, TRUE, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 2);
}

static void
test_preview_names_what_changes (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  zb_test_member (fixture->db->db, "张三", branch (fixture, "第一党支部"), "birth_date", "1985-07", NULL);
  import = import_text (fixture, "姓名,出生日期,所在党支部,籍贯\n张三,1985-07-12,第一党支部,义乌\n");
  import_expect (import, 0, 1, 0, 0, 0);
  rows = zb_import_preview (import, 10);
  g_assert_cmpstr (((ZbImportRow *) g_ptr_array_index (rows, 0))->explanation, ==, "出生日期、籍贯");
}

/* 15 and 18 digits are the same number; the longer one is kept. */
static void
test_old_numbers (ImportFixture *fixture, gconstpointer data)
{
  gint64 old = zb_test_member (fixture->db->db, "张三", 0, "id_number", "990101850712001", NULL);
  gint64 new = zb_test_member (fixture->db->db, "李四", 0, "id_number", LI, "sex", "2", "birth_date", "1985-07-12", NULL);
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,身份证号\n张三," ZHANG "\n李四,990101850712002\n");

  import_expect (import, 0, 1, 1, 0, 0);
  import_take (import);
  zb_test_assert_value (fixture->db->db, &zb_kind_member, old, "id_number", ZHANG);
  zb_test_assert_value (fixture->db->db, &zb_kind_member, new, "id_number", LI);
}

static void
test_same_name_stays_two (ImportFixture *fixture, gconstpointer data)
{
  gint64 one = branch (fixture, "第一党支部");
  g_autoptr(ZbImport) import = NULL;

  branch (fixture, "第二党支部");
  zb_test_member (fixture->db->db, "张三", one, "id_number", ZHANG, "birth_date", "1985-07-12", NULL);
  zb_test_member (fixture->db->db, "李四", one, "birth_date", "1970-01", NULL);
  import = import_text (fixture, "姓名,出生日期,所在党支部,身份证号\n"
                                 "张三,1990-01-01,第一党支部," WANG "\n李四,1971-01,第一党支部,\n李四,1970-01,第二党支部,\n");
  import_expect (import, 3, 0, 0, 0, 0);
}

static void
test_by_name_and_branch (ImportFixture *fixture, gconstpointer data)
{
  gint64 one = branch (fixture, "第一党支部");
  gint64 id = zb_test_member (fixture->db->db, "张三", one, NULL);
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,出生日期,所在党支部,身份证号\n张三,1985-07-12,第一党支部," ZHANG "\n");

  import_expect (import, 0, 1, 0, 0, 0);
  g_assert_true (import_has (import, 2, "matched-by-name"));
  import_take (import);
  zb_test_assert_value (fixture->db->db, &zb_kind_member, id, "id_number", ZHANG);
}

static void
test_conflicts (ImportFixture *fixture, gconstpointer data)
{
  gint64 one = branch (fixture, "第一党支部");
  g_autoptr(ZbImport) import = NULL;
  gint64 left;

  branch (fixture, "第二党支部");
  zb_test_member (fixture->db->db, "张三", one, "id_number", ZHANG, NULL);
  zb_test_member (fixture->db->db, "李四", one, "birth_date", "1970-01-02", NULL);
  zb_test_member (fixture->db->db, "王五", one, NULL);
  zb_test_member (fixture->db->db, "王五", one, NULL);
  left = zb_test_member (fixture->db->db, "赵六", one, "birth_date", "1960-01-01", "category", "full", "joined_on", "1985-01-01",
                         "confirmed_on", "1986-01-01", NULL);
  g_assert_true (zb_test_do (fixture->db->db, &zb_kind_member, left, "decease", "2026-01-01", NULL, "on", "2025-12-01", NULL));
  import = import_text (fixture, "姓名,出生日期,所在党支部,身份证号\n"
                                 "章三,,第一党支部," ZHANG "\n李四,1970-01-02,第二党支部,\n王五,,第一党支部,\n赵六,1960-01-01,第一党支部,\n");
  import_expect (import, 0, 0, 0, 0, 4);
  g_assert_true (import_has (import, 2, "name-differs"));
  g_assert_true (import_has (import, 3, "double-in-registry"));
  g_assert_true (import_has (import, 4, "double-in-registry"));
  g_assert_true (import_has (import, 5, "left-already"));
}

static void
test_doubles_in_the_file (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "姓名,出生日期,所在党支部,身份证号\n"
    "张三,,第一党支部," ZHANG "\n张三,,第二党支部," ZHANG "\n张三,1985-07-12,第一党支部,\n"
    "李四,1970,第一党支部,\n李四,1970,第一党支部,\n李四,1970,第二党支部,\n李四,1971,第一党支部,\n");
  GPtrArray *problems = zb_import_problems (import);

  import_expect (import, 4, 0, 0, 0, 3);
  g_assert_true (import_has (import, 3, "double-in-file"));
  g_assert_true (import_has (import, 4, "double-in-file"));
  g_assert_true (import_has (import, 6, "double-in-file"));
  for (guint i = 0; i < problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);

      if (problem->row == 6 && problem->is_error)
        g_assert_cmpstr (problem->value, ==, "5");
    }
}

static void
test_two_rows_mean_one_person (ImportFixture *fixture, gconstpointer data)
{
  gint64 one = branch (fixture, "第一党支部");
  g_autoptr(ZbImport) import = NULL;

  zb_test_member (fixture->db->db, "张三", one, "id_number", ZHANG, "birth_date", "1985-07-12", "sex", "1", NULL);
  import = import_text (fixture, "姓名,出生日期,所在党支部,身份证号\n张三,1985-07-12,第一党支部," ZHANG "\n张三,1985-07,第一党支部,\n");
  import_expect (import, 0, 0, 1, 0, 1);
  g_assert_true (import_has (import, 3, "double-in-file"));
}

static void
test_branches_by_their_words (ImportFixture *fixture, gconstpointer data)
{
  gint64 committee = zb_test_organization (fixture->db->db, "committee", "中共某公司委员会", 0);
  gint64 first = zb_test_organization (fixture->db->db, "branch", "中共某公司第一党支部", committee);
  g_autoptr(ZbImport) import = NULL;
  g_autofree char *one = NULL, *three = NULL, *four = NULL;

  zb_test_organization (fixture->db->db, "branch", "中共某公司第十一党支部", committee);
  import = import_text (fixture, "姓名,所在党支部\n张三,中共某公司第一党支部\n李四,一支部\n王五,第二 党支部\n赵六,第二党支部\n");
  import_expect (import, 4, 0, 0, 0, 0);
  g_assert_cmpuint (zb_import_counts (import)->new_organizations, ==, 1);
  g_assert_false (import_has (import, 2, "branch-matched"));
  g_assert_true (import_has (import, 3, "branch-matched"));
  import_take (import);
  one = import_member (fixture, "李四", "branch");
  three = import_member (fixture, "王五", "branch");
  four = import_member (fixture, "赵六", "branch");
  g_assert_cmpstr (one, ==, "中共某公司第一党支部");
  g_assert_cmpstr (three, ==, "第二 党支部");
  g_assert_cmpstr (four, ==, three);
  /* New ones stand below the only organisation at the top. */
  g_assert_cmpint (zb_test_db_number (fixture->db, "SELECT count(*) FROM organization WHERE parent = 1"), ==, 3);
  g_assert_cmpint (first, >, 0);
}

static void
test_ambiguous_branch (ImportFixture *fixture, gconstpointer data)
{
  gint64 one = zb_test_organization (fixture->db->db, "committee", "甲公司党委", 0);
  gint64 two = zb_test_organization (fixture->db->db, "committee", "乙公司党委", 0);
  g_autoptr(ZbImport) import = NULL;

  zb_test_organization (fixture->db->db, "branch", "甲公司第一党支部", one);
  zb_test_organization (fixture->db->db, "branch", "乙公司第一党支部", two);
  import = import_text (fixture, "姓名,所在党支部\n张三,第一党支部\n");
  import_expect (import, 0, 0, 0, 0, 1);
  g_assert_true (import_has (import, 2, "ambiguous-branch"));
}

static void
test_other_branch_is_told (ImportFixture *fixture, gconstpointer data)
{
  gint64 one = branch (fixture, "第一党支部");
  g_autoptr(ZbImport) import = NULL;
  g_autofree char *now = NULL;

  branch (fixture, "第二党支部");
  zb_test_member (fixture->db->db, "张三", one, "id_number", ZHANG, NULL);
  import = import_text (fixture, "姓名,所在党支部,身份证号,备注\n张三,第二党支部," ZHANG ",好\n");
  import_expect (import, 0, 1, 0, 0, 0);
  g_assert_true (import_has (import, 2, "branch-differs"));
  import_take (import);
  now = import_member (fixture, "张三", "branch");
  g_assert_cmpstr (now, ==, "第一党支部");
}

static void
test_without_branch (ImportFixture *fixture, gconstpointer data)
{
  gint64 one = branch (fixture, "第一党支部");
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,党小组\n张三,一组\n");
  g_autofree char *where = NULL;
  g_autofree char *group = NULL;

  g_assert_true (import_has (import, 0, "branch-missing"));
  g_assert_true (import_has (import, 2, "group-without-branch"));
  zb_import_set_org (import, one);
  g_assert_true (zb_import_check (import, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (zb_import_problems (import)->len, ==, 0);
  import_take (import);
  where = import_member (fixture, "张三", "branch");
  group = import_member (fixture, "张三", "group");
  g_assert_cmpstr (where, ==, "第一党支部");
  g_assert_cmpstr (group, ==, "一组");
}

/* Somebody who is in no branch yet is put into the file's, and into its group. */
static void
test_unplaced_is_placed (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = NULL;
  g_autofree char *where = NULL;
  g_autofree char *post = NULL;

  zb_test_member (fixture->db->db, "张三", 0, "id_number", ZHANG, "sex", "1", "birth_date", "1985-07-12", NULL);
  import = import_text (fixture, "姓名,所在党支部,身份证号,党内职务,进入党支部日期\n张三,第一党支部," ZHANG ",组织委员、副书记,2020.01\n");
  import_expect (import, 0, 1, 0, 0, 0);
  import_take (import);
  where = import_member (fixture, "张三", "branch");
  post = import_member (fixture, "张三", "post");
  g_assert_cmpstr (where, ==, "第一党支部");
  g_assert_cmpstr (post, ==, "副书记、组织委员");
  g_assert_cmpint (zb_test_db_number (fixture->db, "SELECT count(*) FROM membership WHERE started_on = '2020-01'"), ==, 1);
}

/* A list that says nothing of the confirmation: who joined long ago is no probationary member. That is asked, not guessed. */
static void
test_category_missing (ImportFixture *fixture, gconstpointer data)
{
  const char *late = "姓名,入党时间,所在党支部\n李四,2024.11.25,第一党支部\n王五,2024.11,第一党支部\n赵六,2024,第一党支部\n";
  g_autofree char *early = g_strconcat (late, "张三,2024.10.31,第一党支部\n周七,2010.07.01,第一党支部\n", NULL);
  const ZbField *category = zb_kind_field (&zb_kind_member, "category");
  g_autoptr(ZbImport) import = NULL;
  g_autoptr(ZbImport) nobody = NULL;
  g_autofree char *rules = NULL, *none = NULL, *answered = NULL;
  gint64 there;

  zb_db_set_today (fixture->db->db, zb_test_date ("2026-11-24"));
  there = zb_test_member (fixture->db->db, "周七", branch (fixture, "第一党支部"), "joined_on", "2010-07-01", "category", "probationary", NULL);
  nobody = import_text (fixture, late);
  none = import_rules (nobody);
  g_assert_cmpstr (none, ==, "");
  g_assert_false (zb_import_lacks_category (nobody));
  import = import_text (fixture, early);
  rules = import_rules (import);
  g_assert_cmpstr (rules, ==, "0 人员类别 category-missing\n");
  g_assert_true (zb_import_lacks_category (import));

  zb_import_set_default (import, category, "正式党员");
  g_assert_true (zb_import_check (import, NULL, NULL, NULL, NULL));
  answered = import_rules (import);
  g_assert_cmpstr (answered, ==, "");
  import_expect (import, 4, 0, 1, 0, 0);
  import_take (import);
  import_assert (fixture, "张三", "category", "full");
  /* Never in place of what is there. */
  zb_test_assert_value (fixture->db->db, &zb_kind_member, there, "category", "probationary");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("again-is-the-same", test_again_is_the_same);
  CASE ("empty-never-erases", test_empty_never_erases);
  CASE ("category-missing", test_category_missing);
  CASE ("days-to-come", test_days_to_come);
  CASE ("preview-names-what-changes", test_preview_names_what_changes);
  CASE ("old-numbers", test_old_numbers);
  CASE ("same-name-stays-two", test_same_name_stays_two);
  CASE ("by-name-and-branch", test_by_name_and_branch);
  CASE ("conflicts", test_conflicts);
  CASE ("doubles-in-the-file", test_doubles_in_the_file);
  CASE ("two-rows-mean-one-person", test_two_rows_mean_one_person);
  CASE ("branches-by-their-words", test_branches_by_their_words);
  CASE ("ambiguous-branch", test_ambiguous_branch);
  CASE ("other-branch-is-told", test_other_branch_is_told);
  CASE ("without-branch", test_without_branch);
  CASE ("unplaced-is-placed", test_unplaced_is_placed);
  return g_test_run ();
}
