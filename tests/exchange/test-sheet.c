/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/paper/zb-sheet-private.h"

#define CASE(path, function) \
  g_test_add ("/sheet/" path, ZbPaperFixture, NULL, zb_paper_fixture_set_up, function, zb_paper_fixture_tear_down)

static ZbRosterRequest *
request_for (const char *roster)
{
  return zb_roster_request_new (zb_roster_get (roster), ZB_TEST_DAY);
}

static ZbSheet *
sheet_for (ZbPaperFixture *fixture, const ZbRosterRequest *request)
{
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet = zb_sheet_new (fixture->db, NULL, request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sheet);
  return sheet;
}

static void
set_columns (ZbRosterRequest *request, const char *names)
{
  g_strfreev (request->columns);
  request->columns = g_strsplit (names, ",", -1);
}

static void
assert_column (ZbSheet *sheet, const char *name, const char *expected)
{
  g_autofree char *cells = zb_test_column (sheet, name);

  g_assert_cmpstr (cells, ==, expected);
}

static char *
headings (ZbSheet *sheet)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < zb_sheet_n_columns (sheet); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", zb_sheet_column (sheet, i)->heading);
  return g_string_free (out, FALSE);
}

static void
test_members (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autofree char *heads = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  request->org = fixture->first;
  sheet = sheet_for (fixture, request);
  heads = headings (sheet);
  g_assert_cmpstr (heads, ==,
                   "序号 姓名 性别 民族 出生年月 籍贯 学历 学位 参加工作时间 入党时间 转正时间 党内职务 工作单位及职务 备注");
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共甲乙公司第一支部委员会党员花名册");
  g_assert_cmpstr (zb_sheet_note_left (sheet), ==, "填报单位：中共甲乙公司第一支部委员会（盖章）");
  g_assert_cmpstr (zb_sheet_note_right (sheet), ==, "截至日期：2026年11月24日　　总数：2 人");
  g_assert_cmpstr (zb_sheet_order_line (sheet), ==, "");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 2 人，其中正式党员 2 人；女 1 人，少数民族 1 人。");
  g_assert_true (g_str_has_prefix (zb_sheet_footer (sheet), "填表人："));
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 2);
  first = zb_test_cells (sheet, 0);
  second = zb_test_cells (sheet, 1);
  g_assert_cmpstr (first, ==, "1|田富|女|回族|1970.05|||||1995.07|1996.07|书记、组织委员||");
  g_assert_cmpstr (second, ==, "2|王一鸣|男|汉族|1985.07.12||大学本科|||2010.07.01|2011.07.01||综合办公室主任|");
}

static void
test_whole_registry (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) sheet = sheet_for (fixture, request);

  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共甲乙公司委员会党员花名册");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 3 人，其中正式党员 2 人，预备党员 1 人；女 1 人，少数民族 1 人。");
  /* People of several branches: the branch is told too. */
  assert_column (sheet, "branch", "第一党支部 第一党支部 第二党支部");
}

static void
test_other_rosters (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) probationary = request_for ("probationary");
  g_autoptr(ZbRosterRequest) activists = request_for ("activists");
  g_autoptr(ZbRosterRequest) former = request_for ("former");
  g_autoptr(ZbSheet) one = NULL;
  g_autoptr(ZbSheet) two = sheet_for (fixture, activists);
  g_autoptr(ZbSheet) three = sheet_for (fixture, former);

  one = sheet_for (fixture, probationary);
  assert_column (one, "name", "王伟");
  assert_column (one, "probation_due", "2027.03.05");
  g_assert_cmpstr (zb_sheet_total (one), ==, "共 1 人，其中预备党员 1 人；女 0 人，少数民族 0 人。");
  assert_column (two, "name", "丁小宁");
  assert_column (two, "category", "入党积极分子");
  g_assert_cmpstr (zb_sheet_title (two), ==, "中共甲乙公司委员会入党积极分子、发展对象名册");
  assert_column (three, "name", "林芳");
  assert_column (three, "branch", "第二党支部");
  assert_column (three, "state", "转出组织关系");
  assert_column (three, "left_on", "2025.06.01");
  assert_column (three, "left_to", "外地某支部");
}

static void
test_all_are_declared_well (void)
{
  const ZbRoster *const *rosters = zb_rosters ();

  for (guint i = 0; rosters[i] != NULL; i++)
    {
      g_autoptr(ZbRosterRequest) request = zb_roster_request_new (rosters[i], ZB_TEST_DAY);
      const char *const none[] = { NULL };
      g_autoptr(ZbSheet) sheet = zb_test_sheet (request, none, NULL, 0);
      gboolean is_offered = FALSE;

      g_assert_true (zb_roster_get (rosters[i]->name) == rosters[i]);
      g_assert_nonnull (strstr (rosters[i]->title, "%s"));
      /* Its own order is one of those that are offered, and there is such an order. */
      for (guint j = 0; rosters[i]->orders[j].name != NULL; j++)
        {
          g_assert_true (zb_roster_request_set_order (request, rosters[i]->orders[j].name));
          is_offered = is_offered || strcmp (rosters[i]->orders[j].name, rosters[i]->order) == 0;
        }
      g_assert_true (is_offered);
      for (guint j = 0; j < rosters[i]->n_columns; j++)
        {
          const ZbRosterColumn *column = &rosters[i]->columns[j];
          const ZbField *field = zb_kind_field (zb_kind_get (rosters[i]->kind), column->field);

          g_assert_true (field != NULL || column->heading != NULL);
          g_assert_true (zb_sheet_add_column (sheet, column->field, column, NULL));
          /* What is private is never there unless it is asked for. */
          g_assert_false (column->shown && field != NULL && (field->flags & ZB_FIELD_PRIVATE));
        }
    }
  g_assert_null (zb_roster_get ("no such"));
}

static void
test_private (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) masked = NULL;
  g_autoptr(ZbSheet) full = NULL;
  g_autoptr(ZbSheet) usual = NULL;
  g_autofree char *heads = NULL;

  request->org = fixture->first;
  set_columns (request, "name,id_number,phone");
  masked = sheet_for (fixture, request);
  assert_column (masked, "id_number", " 990101********0015");
  assert_column (masked, "phone", " 199****0001");
  request->internal = TRUE;
  full = sheet_for (fixture, request);
  assert_column (full, "id_number", " 990101198507120015");
  assert_column (full, "phone", " 19900000001");
  g_clear_pointer (&request->columns, g_strfreev);
  usual = sheet_for (fixture, request);
  heads = headings (usual);
  g_assert_nonnull (strstr (heads, "公民身份号码 联系电话"));
}

static void
test_unknown_column (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(GError) error = NULL;

  set_columns (request, "name,shoe_size");
  g_assert_null (zb_sheet_new (fixture->db, NULL, request, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FIELD);
}

static void
test_columns_by_heading (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autofree char *heads = NULL;

  set_columns (request, "姓名, 出生日期,序号,blank");
  sheet = sheet_for (fixture, request);
  heads = headings (sheet);
  g_assert_cmpstr (heads, ==, "姓名 出生年月 序号 ");
}

static void
test_orders (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) surname = NULL;
  g_autoptr(ZbSheet) whole = NULL;
  g_autoptr(ZbSheet) joined = NULL;

  zb_paper_fixture_add (fixture, fixture->second, 0, "name", "田大利", "category", "full", NULL);
  g_assert_true (zb_roster_request_set_order (request, "stroke"));
  surname = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_order_line (surname), ==, "（按姓氏笔画为序）");
  assert_column (surname, "name", "王伟 王一鸣 田富 田大利");
  g_assert_true (zb_roster_request_set_order (request, "stroke-full"));
  whole = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_order_line (whole), ==, "（按姓名笔画为序）");
  assert_column (whole, "name", "王一鸣 王伟 田大利 田富");
  g_assert_true (zb_roster_request_set_order (request, "joined"));
  joined = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_order_line (joined), ==, "");
  assert_column (joined, "name", "田富 王一鸣 王伟 田大利");
}

static void
test_choice_of_people (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) group = NULL;
  g_autoptr(ZbSheet) direct = NULL;
  g_autoptr(ZbSheet) filtered = NULL;
  g_autoptr(ZbSheet) chosen = NULL;
  g_autoptr(ZbSheet) all = sheet_for (fixture, request);

  request->org = fixture->group;
  group = sheet_for (fixture, request);
  assert_column (group, "name", "王一鸣");
  request->org = fixture->committee;
  request->with_below = FALSE;
  direct = sheet_for (fixture, request);
  g_assert_cmpuint (zb_sheet_n_rows (direct), ==, 0);
  request->with_below = TRUE;
  request->filter = zb_filter_parse ("女", NULL, NULL);
  filtered = sheet_for (fixture, request);
  assert_column (filtered, "name", "田富");
  /* Exactly the people given, whoever they are. */
  request->ids = g_new (gint64, 2);
  request->ids[0] = 4;
  request->ids[1] = 1;
  request->n_ids = 2;
  g_assert_true (zb_roster_request_set_order (request, "stroke"));
  chosen = sheet_for (fixture, request);
  assert_column (chosen, "name", "丁小宁 王一鸣");
  g_assert_cmpuint (zb_sheet_n_rows (all), ==, 3);
}

static void
test_the_name_of_the_day (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) now = NULL;
  g_autoptr(ZbSheet) then = NULL;

  zb_paper_fixture_do (fixture, &zb_kind_organization, fixture->first, "rename", "on", "2026-07-01", "name",
                       "中共甲乙公司机关支部委员会", "short_name", "机关党支部", NULL);
  request->org = fixture->first;
  now = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (now), ==, "中共甲乙公司机关支部委员会党员花名册");
  request->as_of = (ZbDate) { 2026, 6, 30 };
  then = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (then), ==, "中共甲乙公司第一支部委员会党员花名册");
  g_assert_cmpstr (zb_sheet_note_right (then), ==, "截至日期：2026年6月30日　　总数：2 人");
}

static void
test_an_earlier_day (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) sheet = NULL;

  /* 林芳 had not left yet, 王伟 had not joined, 王一鸣 was not confirmed. */
  request->as_of = (ZbDate) { 2010, 12, 31 };
  set_columns (request, "name,category,confirmed_on");
  g_assert_true (zb_roster_request_set_order (request, "stroke"));
  sheet = sheet_for (fixture, request);
  assert_column (sheet, "name", "王一鸣 田富 林芳");
  assert_column (sheet, "category", "预备党员 正式党员 正式党员");
  assert_column (sheet, "confirmed_on", " 1996.07 2001.07.01");
}

static void
test_own_words (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbRosterRequest) copy = NULL;
  g_autoptr(ZbSheet) sheet = NULL;

  request->title = g_strdup ("参会党员名单");
  request->reporter = g_strdup ("办公室");
  set_columns (request, "name");
  copy = zb_roster_request_copy (request);
  sheet = sheet_for (fixture, copy);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "参会党员名单");
  g_assert_cmpstr (zb_sheet_note_left (sheet), ==, "填报单位：办公室（盖章）");
  g_assert_cmpuint (zb_sheet_n_columns (sheet), ==, 1);
}

static void
test_branches_of_one_name (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) sheet = NULL;

  zb_paper_fixture_do (fixture, &zb_kind_organization, fixture->second, "rename", "on", "2026-07-01", "name", "中共丙丁公司支部",
                       "short_name", "第一党支部", NULL);
  set_columns (request, "name,branch");
  g_assert_true (zb_roster_request_set_order (request, "stroke"));
  sheet = sheet_for (fixture, request);
  assert_column (sheet, "branch", "中共丙丁公司支部 中共甲乙公司第一支部委员会 中共甲乙公司第一支部委员会");
}

static void
test_characters_without_strokes (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) sheet = NULL;

  /* U+323AF, the last character of extension H: in nobody's table of strokes. */
  zb_paper_fixture_add (fixture, fixture->second, 0, "name", "王\U000323AF", "category", "full", NULL);
  g_assert_true (zb_roster_request_set_order (request, "stroke"));
  sheet = sheet_for (fixture, request);
  g_assert_nonnull (strstr (zb_sheet_total (sheet), "笔顺未收录、按总笔画排列的字：\U000323AF。"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("members", test_members);
  CASE ("whole-registry", test_whole_registry);
  CASE ("other-rosters", test_other_rosters);
  g_test_add_func ("/sheet/declared", test_all_are_declared_well);
  CASE ("private", test_private);
  CASE ("unknown-column", test_unknown_column);
  CASE ("columns-by-heading", test_columns_by_heading);
  CASE ("orders", test_orders);
  CASE ("choice", test_choice_of_people);
  CASE ("name-of-the-day", test_the_name_of_the_day);
  CASE ("earlier-day", test_an_earlier_day);
  CASE ("own-words", test_own_words);
  CASE ("one-name", test_branches_of_one_name);
  CASE ("no-strokes", test_characters_without_strokes);
  return g_test_run ();
}
