/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "import-fixture.h"

#define CASE(path, function) \
  g_test_add ("/import-organizations/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

static ZbImport *
open_text (ImportFixture *fixture, const char *text)
{
  g_autofree char *path = import_file (fixture, "organizations.csv", text, -1);
  g_autoptr(GError) error = NULL;
  ZbImport *import = zb_import_new (fixture->db->db, &zb_kind_organization, path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (zb_import_check (import, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return import;
}

/* Those below may stand before those above; kinds are told by the names where no column does. */
static void
test_a_tree (ImportFixture *fixture, gconstpointer data)
{
  const char *text = "党组织名称,上级党组织,党组织编码,显示排序,成立日期,联系电话\n"
                     "第一党小组,第一党支部,,,,\n第一党支部,机关党总支,001,2,1999.05,0579-85550001\n"
                     "机关党总支,中共某公司委员会,,1,,\n中共某公司委员会,,000,,,\n";
  g_autoptr(ZbImport) import = open_text (fixture, text);
  g_autoptr(ZbImport) again = NULL;

  import_expect (import, 4, 0, 0, 0, 0);
  g_assert_cmpuint (zb_import_problems (import)->len, ==, 0);
  import_take (import);
  g_assert_cmpint (zb_test_db_number (fixture->db,
    "SELECT count(*) FROM organization g JOIN organization b ON g.parent = b.id JOIN organization s ON b.parent = s.id "
    "JOIN organization c ON s.parent = c.id WHERE g.kind = 'group' AND b.kind = 'branch' AND b.opened_on = '1999-05' "
    "AND b.number = '001' AND s.kind = 'general_branch' AND c.kind = 'committee' AND g.path > b.path AND b.path > s.path"), ==, 1);
  again = open_text (fixture, text);
  import_expect (again, 0, 0, 4, 0, 0);
}

static void
test_problems (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = NULL;
  g_autofree char *rules = NULL;

  zb_test_record (fixture->db->db, &zb_kind_organization, "name", "老支部", "kind", "branch", "number", "007", NULL);
  import = open_text (fixture,
    "党组织名称,上级党组织,党组织编码\n,,\n甲支部,没有的党委,\n甲党小组,,\n乙支部,丙支部,\n丙支部,,\n丙支部,,\n某个地方,,\n新支部,,007\n"
    "丁总支,戊总支,\n戊总支,丁总支,\n");
  rules = import_rules (import);
  g_assert_cmpstr (rules, ==, "7 - double-in-file!\n8 党组织名称 kind-missing!\n9 党组织名称 name-differs!\n"
                              "3 上级党组织 unknown-parent!\n4 上级党组织 wrong-parent!\n5 上级党组织 wrong-parent!\n"
                              "10 上级党组织 parent-loop!\n11 上级党组织 unknown-parent!\n");
  import_expect (import, 1, 0, 0, 0, 8);
}

static void
test_update (ImportFixture *fixture, gconstpointer data)
{
  gint64 top = zb_test_organization (fixture->db->db, "committee", "某党委", 0);
  gint64 id = zb_test_organization (fixture->db->db, "branch", "第一党支部", top);
  g_autoptr(ZbImport) import = open_text (fixture, "党组织名称,组织类别,上级党组织,联系人\n第一党支部,党总支,别的党委,张三\n别的党委,,,\n");

  import_expect (import, 1, 1, 0, 0, 0);
  g_assert_true (import_has (import, 2, "step-differs"));
  import_take (import);
  zb_test_assert_value (fixture->db->db, &zb_kind_organization, id, "contact", "张三");
  zb_test_assert_value (fixture->db->db, &zb_kind_organization, id, "kind", "branch");
  zb_test_assert_value (fixture->db->db, &zb_kind_organization, id, "parent", zb_test_id (top));
}

/* A list cannot close an organisation that is there: that is a step, which looks for its members. */
static void
test_closing_is_a_step (ImportFixture *fixture, gconstpointer data)
{
  gint64 id = zb_test_organization (fixture->db->db, "branch", "第一党支部", 0);
  g_autoptr(ZbImport) import = open_text (fixture, "党组织名称,撤销日期,联系人\n第一党支部,2020.01.01,张三\n");

  import_expect (import, 0, 1, 0, 0, 0);
  g_assert_true (import_has (import, 2, "step-differs"));
  import_take (import);
  zb_test_assert_value (fixture->db->db, &zb_kind_organization, id, "contact", "张三");
  zb_test_assert_value (fixture->db->db, &zb_kind_organization, id, "closed_on", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("a-tree", test_a_tree);
  CASE ("problems", test_problems);
  CASE ("update", test_update);
  CASE ("closing-is-a-step", test_closing_is_a_step);
  return g_test_run ();
}
