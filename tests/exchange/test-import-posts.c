/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "import-fixture.h"
#include "store/zb-records.h"

/* Lists of committees, and what kind of list a file is. */

#define CASE(path, function) \
  g_test_add ("/import-posts/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

static ZbImport *
open_posts (ImportFixture *fixture, const char *text)
{
  g_autofree char *path = import_file (fixture, "posts.csv", text, -1);
  g_autoptr(GError) error = NULL;
  ZbImport *import = zb_import_new (fixture->db->db, &zb_kind_post, path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  zb_import_check (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

/* Every post in full, in the order in which they were entered. */
static void
assert_posts (ImportFixture *fixture, const char *expected)
{
  g_autoptr(GPtrArray) posts = zb_records_list (fixture->db->db, &zb_kind_post, NULL, NULL, FALSE, NULL);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < posts->len; i++)
    {
      const ZbRecord *post = g_ptr_array_index (posts, i);
      g_autofree char *org = zb_records_title (fixture->db->db, &zb_kind_organization, zb_record_get_int (post, "org"));
      g_autofree char *person = zb_records_title (fixture->db->db, &zb_kind_member, zb_record_get_int (post, "person"));
      const char *const fields[] = { "post", "started_on", "ended_on", "document", "how" };

      g_string_append_printf (found, "%s|%s", org, person);
      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        g_string_append_printf (found, "|%s", zb_record_get (post, fields[f]) != NULL ? zb_record_get (post, fields[f]) : "—");
      g_string_append_c (found, '\n');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
set_up_people (ImportFixture *fixture)
{
  gint64 one = zb_test_organization (fixture->db->db, "branch", "第一党支部", 0);
  gint64 two = zb_test_organization (fixture->db->db, "branch", "第二党支部", 0);

  zb_test_member (fixture->db->db, "张三", one, NULL);
  zb_test_member (fixture->db->db, "李四", one, NULL);
  zb_test_member (fixture->db->db, "王五", one, NULL);
  zb_test_member (fixture->db->db, "王五", two, NULL);
  zb_test_member (fixture->db->db, "赵六", two, NULL);
}

static const char committee[] =
  "支部委员会成员名单,,,,,\n序号,姓名,职务,任职时间,任职文号,产生方式\n第一党支部,,,,,\n1,张　三,支部书记,2024.05,云委〔2024〕3号,选举\n"
  "2,李四,副书记、组织委员,2024年5月,,\n3,王五,,2024.05,,\n第二党支部（2人）,,,,,\n1,王五,书记,2023/4/1,,指派\n2,赵六,宣传委员,2023/4/1,,\n";

static void
test_committees (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = NULL;
  g_autoptr(ZbImport) again = NULL;
  g_autoptr(ZbImport) later = NULL;
  g_autofree char *rules = NULL;
  g_autofree char *later_rules = NULL;
  static const char written[] =
    "第一党支部|张三|secretary|2024-05|—|云委〔2024〕3号|elected\n第一党支部|李四|deputy_secretary|2024-05|—|—|—\n"
    "第一党支部|李四|organization_officer|2024-05|—|—|—\n第一党支部|王五|officer|2024-05|—|—|—\n"
    "第二党支部|王五|secretary|2023-04-01|—|—|appointed\n第二党支部|赵六|publicity_officer|2023-04-01|—|—|—\n";

  set_up_people (fixture);
  import = open_posts (fixture, committee);
  rules = import_rules (import);
  import_expect (import, 5, 0, 0, 2, 0);
  g_assert_cmpstr (rules, ==, "3 - row-section\n6 职务 post-assumed\n7 - row-section\n");
  import_take (import);
  assert_posts (fixture, written);
  again = open_posts (fixture, committee);
  import_expect (again, 0, 0, 5, 2, 0);
  g_assert_cmpint (import_take (again), ==, 0);

  later = open_posts (fixture, "党组织,姓名,职务,任职时间,免职时间\n第一党支部,张三,书记,2024.05,2026.03\n第一党支部,李四,书记,2026.03,\n"
                               "第一党支部,周一,书记,,\n第一党支部,王五,宇航委员,,\n第三党支部,王五,书记,,\n第二党支部,赵六,书记,2026.03,2025.01\n");
  later_rules = import_rules (later);
  import_expect (later, 1, 1, 0, 0, 4);
  g_assert_cmpstr (later_rules, ==, "4 姓名 refused!\n5 职务 unknown-code!\n6 党组织 refused!\n7 - refused!\n");
}

static void
test_kinds (ImportFixture *fixture, gconstpointer data)
{
  static const struct { const char *text; const ZbKind *kind; } lists[] = {
    { "党员花名册\n序号,姓名,性别,民族,出生年月,学历,入党时间,所在党支部,党内职务,联系电话\n", &zb_kind_member },
    { "姓名,性别\n", &zb_kind_member },
    { "姓名,申请入党时间,确定积极分子时间,发展对象时间,培养联系人\n", &zb_kind_member },
    { "党组织名称,组织类别,上级党组织,成立时间,联系人,联系电话\n", &zb_kind_organization },
    { committee, &zb_kind_post },
    { "支部,姓名,性别,出生年月,职务,任职时间,联系电话\n", &zb_kind_post },
    { "姓名,党支部,日期,服务时长（小时）,服务内容\n", &zb_kind_service_hours },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = import_file (fixture, "a.csv", lists[i].text, -1);
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbImport) import = zb_import_open (fixture->db->db, NULL, path, NULL, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s", lists[i].text);
      g_assert_cmpstr (zb_import_kind (import)->name, ==, lists[i].kind->name);
    }
}

static void
test_no_kind (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = import_file (fixture, "a.csv", "今天天气很好\na,b,c\n", -1);
  g_autofree char *sheets = import_sheets (fixture, "branches.xlsx");
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbImport) import = NULL;

  g_assert_null (zb_import_open (fixture->db->db, NULL, path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NO_TABLE);
  import = zb_import_open (fixture->db->db, NULL, sheets, "三支部", NULL, NULL, NULL, NULL);
  g_assert_true (zb_import_kind (import) == &zb_kind_member);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("committees", test_committees);
  CASE ("kinds", test_kinds);
  CASE ("no-kind", test_no_kind);
  return g_test_run ();
}
