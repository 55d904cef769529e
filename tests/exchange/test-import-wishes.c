/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of wishes, claims and hours as offices keep them; what must come of them was counted by hand. */
#include <string.h>

#include "core/zb-error.h"
#include "import-fixture.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-history.h"
#include "store/zb-records.h"

#define TODAY "2026-11-20"

#define CASE(path, function) g_test_add ("/import-wishes/" path, Fixture, NULL, set_up, function, tear_down)

typedef struct {
  ImportFixture base;
  ZbDb *db;
  gint64 branch;
  gint64 other;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  import_fixture_set_up (&self->base, NULL);
  self->db = self->base.db->db;
  zb_db_set_today (self->db, zb_test_date (TODAY));
  self->branch = zb_test_organization (self->db, "branch", "第一党支部", 0);
  self->other = zb_test_organization (self->db, "branch", "第二党支部", 0);
  zb_test_member (self->db, "王丁", self->branch, "category", "full", NULL);
  zb_test_member (self->db, "赵三", self->branch, "category", "full", NULL);
  zb_test_member (self->db, "赵三", self->other, "category", "full", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  import_fixture_tear_down (&self->base, NULL);
}

static ZbImport *
open_list (Fixture *self, const ZbKind *kind, const char *text)
{
  g_autofree char *path = import_file (&self->base, "list.csv", text, -1);
  g_autoptr(GError) error = NULL;
  ZbImport *import = zb_import_new (self->db, kind, path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  zb_import_set_org (import, kind == &zb_kind_wish ? self->branch : 0);
  g_assert_true (zb_import_check (import, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return import;
}

static gint64
number (Fixture *self, const char *sql)
{
  return zb_test_db_number (self->base.db, sql);
}

/* A sheet of collected wishes: headings of a real one, two wishes of one household, one household by its public name. */
static const char collected[] =
  "微心愿征集表\n"
  "序号,征集日期,征集渠道,心愿人,性别,身份类别,家庭情况,心愿内容,类别,预计金额（元）,期望完成时间,所在社区,详细地址,联系电话,征集人,审核意见,备注\n"
  "1,2026.11.1,入户,张桂兰,女,空巢老人,子女在外,一部老人手机,物品,200,2026.12,云溪社区,3号楼2单元501,19900000011,李测,同意,\n"
  "2,2026.11.2,入户,张桂兰,女,空巢老人,,修一下水龙头,服务,,,云溪社区,,19900000011,李测,,急\n"
  "3,2026.11.2,心愿箱,吴大山,男,残疾人,,一副拐杖,物品,80.5,,云溪社区,,19900000012,,,\n"
  "合计,,,,,,,3个,,,,,,,,,\n";

static void
test_collected (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbImport) import = open_list (self, &zb_kind_wish, collected);
  g_autofree char *state = zb_test_db_state (self->db);
  g_autofree char *rules = import_rules (import);
  g_autoptr(ZbImport) again = NULL;
  g_autoptr(GError) error = NULL;
  gint64 set;

  g_assert_cmpstr (rules, ==, "0 审核意见 column-by-step\n4 心愿人（公示称呼） household-matched\n6 - row-total\n");
  import_expect (import, 3, 0, 0, 1, 0);
  /* The check wrote every row and took all of it back. */
  g_assert_cmpint (import_count (&self->base, &zb_kind_wish), ==, 0);
  g_assert_cmpint (import_count (&self->base, &zb_kind_household), ==, 0);
  set = import_take (import);
  g_assert_cmpint (number (self, "SELECT count(*) FROM wish WHERE state = 'collected' AND number IN ('2026-0001', '2026-0002', '2026-0003')"), ==, 3);
  g_assert_cmpint (import_count (&self->base, &zb_kind_household), ==, 2);
  g_assert_cmpint (number (self, "SELECT count(*) FROM wish w JOIN household h ON h.id = w.household JOIN household_private p ON p.household_id = h.id "
                                 "WHERE p.name = '张桂兰' AND p.phone = '19900000011' AND p.sex = '2' AND p.situation = '子女在外' AND h.community = '云溪社区'"), ==, 2);
  g_assert_cmpint (number (self, "SELECT estimate FROM wish WHERE title = '一副拐杖'"), ==, 8050);
  g_assert_cmpint (number (self, "SELECT count(*) FROM wish WHERE wanted_by = '2026-12' AND collected_on = '2026-11-01' AND collector = '李测'"), ==, 1);
  g_assert_cmpint (number (self, "SELECT count(*) FROM wish_event WHERE step = 'collect'"), ==, 3);
  again = open_list (self, &zb_kind_wish, collected);
  import_expect (again, 0, 0, 3, 1, 0);
  g_assert_true (zb_history_undo (self->db, set, NULL, &error));
  g_assert_cmpint (import_count (&self->base, &zb_kind_wish), ==, 0);
  g_assert_cmpint (import_count (&self->base, &zb_kind_household), ==, 0);
}

static void
test_wishes_refused (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbImport) import = open_list (self, &zb_kind_wish,
    "征集日期,心愿人,联系电话,心愿内容,党支部,预计金额（元）\n"
    "2026-11-01,张桂兰,19900000011,张桂兰想要一部手机,,\n"  /* the public title tells the name */
    "2026-11-01,,,一台电风扇,,\n"
    "2026-11-01,吴大山,,,,\n"
    ",吴大山,,一副拐杖,,\n"
    "2026-11-01,吴大山,,一副拐杖,没有的支部,\n"
    "2026-12-01,吴大山,,一副拐杖,,\n"
    "2026-11-01,吴大山,,一副拐杖,,1.234\n"
    "2026-11-01,吴大山,,一副拐杖,第二党支部,12.5\n");
  g_autofree char *rules = import_rules (import);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (rules, ==, "2 - refused!\n3 心愿人（公示称呼） wisher-missing!\n4 心愿内容 title-missing!\n5 征集日期 day-missing!\n"
                              "6 党支部 refused!\n7 征集日期 in-future!\n8 预计金额（元） bad-number!\n");
  import_expect (import, 1, 0, 0, 0, 7);
  g_assert_false (zb_import_commit (import, FALSE, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (zb_import_commit (import, TRUE, NULL, NULL, NULL, NULL, &error));
  g_assert_cmpint (number (self, "SELECT count(*) FROM wish"), ==, 1);
  g_assert_cmpint (number (self, "SELECT count(*) FROM household"), ==, 1);
  g_assert_cmpint (number (self, "SELECT org FROM wish"), ==, self->other);
}

/* The same number means the same wish, and so the household; an empty cell erases nothing, and what the household has stays. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbImport) import = open_list (self, &zb_kind_wish, collected);
  g_autoptr(ZbImport) second = NULL;
  g_autofree char *rules = NULL;

  import_take (import);
  second = open_list (self, &zb_kind_wish,
    "编号,征集日期,心愿人,联系电话,心愿内容,数量,类别\n"
    "2026-0003,2026-11-02,吴大山,19900000012,一副拐杖,2,\n"
    "2026-0003,2026-11-02,张桂兰,19900000011,一副拐杖,2,\n"
    "2026-0001,2026-11-01,张桂兰,19900000011,一部老人手机,1,\n");
  rules = import_rules (second);
  g_assert_cmpstr (rules, ==, "3 心愿人（公示称呼） household-matched\n3 编号 number-taken!\n");
  import_expect (second, 0, 1, 1, 0, 1);
  g_assert_true (zb_import_commit (second, TRUE, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpint (number (self, "SELECT quantity FROM wish WHERE number = '2026-0003' AND category = 'goods'"), ==, 2);
}

/* The same name is not the same household when the ID numbers are others; two that fit are not guessed between. */
static void
test_households (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbImport) import = NULL;
  g_autofree char *rules = NULL;

  zb_test_record (self->db, &zb_kind_household, "alias", "王某", "community", "云溪社区", "name", "王小明", "id_number", "99010119520304001X", NULL);
  zb_test_record (self->db, &zb_kind_household, "alias", "陈爷爷", "community", "云溪社区", "name", "陈国庆", "phone", "19900000021", NULL);
  zb_test_record (self->db, &zb_kind_household, "alias", "陈师傅", "community", "云溪社区", "name", "陈国庆", "phone", "19900000022", NULL);
  zb_test_record (self->db, &zb_kind_household, "alias", "李奶奶", "community", "云溪社区", NULL);
  import = open_list (self, &zb_kind_wish,
    "征集日期,心愿人,公民身份号码,联系电话,心愿人（公示称呼）,所在社区,心愿内容\n"
    "2026-11-01,王小明,990101195203040028,,,云溪社区,一袋大米\n"
    "2026-11-01,王小明,99010119520304001X,19900000031,,云溪社区,一桶油\n"
    "2026-11-01,陈国庆,,,,云溪社区,一床棉被\n"
    "2026-11-01,,,,李奶奶,云溪社区,一台电风扇\n"
    "2026-11-01,,,,李奶奶,江滨社区,一台电风扇\n");
  rules = import_rules (import);
  g_assert_cmpstr (rules, ==, "3 心愿人（公示称呼） household-matched\n4 心愿人（公示称呼） several-households!\n"
                              "5 心愿人（公示称呼） household-matched\n");
  import_expect (import, 4, 0, 0, 0, 1);
  g_assert_true (zb_import_commit (import, TRUE, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpint (import_count (&self->base, &zb_kind_household), ==, 6);
  g_assert_cmpint (number (self, "SELECT count(*) FROM household_private WHERE id_number = '99010119520304001X' AND phone = '19900000031'"), ==, 1);
}

static void
publish (Fixture *self, const char *wish)
{
  static const char *const steps[] = { "check", "approve", "publish" };
  gint64 id = zb_records_find (self->db, &zb_kind_wish, wish, NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_true (zb_test_do (self->db, &zb_kind_wish, id, steps[i], TODAY, &error, "on", "2026-11-05", "by", "李测", "words", "属实", NULL));
}

/* What is claimed in the list goes through the step itself: never more than is left, nobody who is not known. */
static void
test_claims (Fixture *self, gconstpointer data)
{
  static const char list[] =
    "认领表,,,,,,\n"
    "心愿编号,心愿摘要,认领人,认领党支部,联合认领人,认领日期,承诺日期,份额,认领方式,认领方\n"
    "2026-0001,棉衣,王丁、赵三,第一党支部,,2026-11-06,2026-11-30,2,,\n"
    "2026-0001,棉衣,第二党支部,,,2026-11-06,2026-11-30,2,,\n"      /* one is left */
    "2026-0001,拐杖,第二党支部,,,2026-11-06,2026-11-30,1,,\n"      /* called otherwise: taken and told */
    "2026-0002,,赵三,,,2026-11-06,2026-11-30,,,\n"                 /* there are two of that name */
    "2026-0002,,某公司,,,2026-11-06,2026-11-30,,,\n"
    "2026-0002,,某公司,,,2026-11-06,2026-11-30,,出资,爱心企业\n"
    "2026-0003,,王丁,,,2026-11-06,2026-11-30,,,\n"                 /* not published */
    "2026-0009,,王丁,,,2026-11-06,2026-11-30,,,\n"
    ",,王丁,,,2026-11-06,2026-11-30,,,\n"
    "2026-0002,,王丁,,,2026-11-06,,,,\n";
  g_autoptr(ZbImport) wishes = open_list (self, &zb_kind_wish,
    "征集日期,心愿人（公示称呼）,同意公示日期,心愿内容,数量\n2026-11-01,张奶奶,2026-11-01,三件棉衣,3\n2026-11-01,张奶奶,,一台风扇,1\n2026-11-01,张奶奶,,一袋米,1\n");
  g_autoptr(ZbImport) import = NULL;
  g_autoptr(ZbImport) again = NULL;
  g_autofree char *rules = NULL;

  import_expect (wishes, 3, 0, 0, 0, 0);
  import_take (wishes);
  publish (self, "2026-0001");
  publish (self, "2026-0002");
  import = open_list (self, &zb_kind_claim, list);
  rules = import_rules (import);
  g_assert_cmpstr (rules, ==, "4 认领人 refused!\n5 心愿编号 wish-differs\n6 认领人 refused!\n7 认领人 refused!\n9 - refused!\n10 心愿编号 refused!\n"
                              "11 心愿编号 wish-missing!\n12 承诺日期 day-missing!\n");
  import_expect (import, 3, 0, 0, 0, 7);
  g_assert_true (zb_import_commit (import, TRUE, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpint (number (self, "SELECT count(*) FROM claim"), ==, 3);
  g_assert_cmpint (number (self, "SELECT sum(pieces) FROM claim WHERE wish = (SELECT id FROM wish WHERE number = '2026-0001')"), ==, 3);
  g_assert_cmpint (number (self, "SELECT count(*) FROM claimer p JOIN membership m ON m.person = p.person WHERE p.name IN ('王丁', '赵三') AND m.org = "
                                 "(SELECT id FROM organization WHERE name = '第一党支部')"), ==, 2);
  g_assert_cmpint (number (self, "SELECT count(*) FROM claim WHERE kind = 'partner' AND name = '某公司' AND given_by = 'money'"), ==, 1);
  g_assert_cmpint (number (self, "SELECT count(*) FROM wish WHERE state = 'claimed'"), ==, 2);
  again = open_list (self, &zb_kind_claim, list);
  g_assert_cmpuint (zb_import_counts (again)->same, ==, 3);
  g_assert_cmpuint (zb_import_counts (again)->fresh, ==, 0);
}

static void
test_hours (Fixture *self, gconstpointer data)
{
  static const char list[] =
    "姓名,党支部,日期,服务时长（小时）,服务内容,地点,记录人\n"
    "王丁,第一党支部,2026.11.3,2.5,社区清扫,云溪社区,李测\n"
    "赵三,第二党支部,2026.11.3,2.5,社区清扫,云溪社区,李测\n"
    "王丁,第一党支部,2026.11.3,2.5,社区清扫,云溪社区,李测\n"   /* twice in the file */
    "赵三,,2026.11.3,2,社区清扫,,李测\n"                        /* two of that name */
    "孙无,,2026.11.3,2,社区清扫,,李测\n"
    "王丁,,2026.11.4,两小时,社区清扫,,李测\n"
    "王丁,,2026.11.4,2,社区清扫,,\n"                            /* nobody confirms it */
    "王丁,,2026.12.4,2,社区清扫,,李测\n";
  g_autoptr(ZbImport) import = open_list (self, &zb_kind_service_hours, list);
  g_autofree char *rules = import_rules (import);
  g_autoptr(GError) error = NULL;
  gint64 set = 0;

  g_assert_cmpstr (rules, ==, "5 姓名 refused!\n6 姓名 refused!\n7 服务时长（小时） bad-number!\n8 - refused!\n9 日期 in-future!\n");
  import_expect (import, 2, 0, 1, 0, 5);
  g_assert_true (zb_import_commit (import, TRUE, &set, NULL, NULL, NULL, &error));
  g_assert_cmpint (number (self, "SELECT count(*) FROM service_hours WHERE hours = 25 AND source = 'sheet' AND confirmed_by = '李测' AND \"on\" = '2026-11-03'"), ==, 2);
  g_assert_true (zb_history_undo (self->db, set, NULL, &error));
  g_assert_cmpint (import_count (&self->base, &zb_kind_service_hours), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("collected", test_collected);
  CASE ("wishes-refused", test_wishes_refused);
  CASE ("changed", test_changed);
  CASE ("households", test_households);
  CASE ("claims", test_claims);
  CASE ("hours", test_hours);
  return g_test_run ();
}
