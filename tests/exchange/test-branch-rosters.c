/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/paper/zb-sheet-paper-private.h"
#include "store/life/zb-ceremonies.h"
#include "store/zb-records.h"
#include "store/zb-steps.h"

#define CASE(path, function) \
  g_test_add ("/branch-rosters/" path, ZbPaperFixture, NULL, zb_paper_fixture_set_up, function, zb_paper_fixture_tear_down)

static ZbSheet *
sheet_for (ZbPaperFixture *fixture, const ZbRosterRequest *request)
{
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet = zb_sheet_new (fixture->db, NULL, request, &error);

  g_assert_no_error (error);
  return sheet;
}

static ZbRosterRequest *
request_for (const char *roster)
{
  return zb_roster_request_new (zb_roster_get (roster), ZB_TEST_DAY);
}

static void
assert_row (ZbSheet *sheet, guint row, const char *expected)
{
  g_autofree char *cells = zb_test_cells (sheet, row);

  g_assert_cmpstr (cells, ==, expected);
}

static void
assert_column (ZbSheet *sheet, const char *name, const char *expected)
{
  g_autofree char *cells = zb_test_column (sheet, name);

  g_assert_cmpstr (cells, ==, expected);
}

/* A record of any kind by fields and values; @org and @person where they are not 0. */
static gint64
add (ZbPaperFixture *fixture, const ZbKind *kind, gint64 org, gint64 person, ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "test.add", NULL, &error);
  g_autoptr(ZbRecord) record = zb_record_new (kind);
  const char *name;
  va_list pairs;

  if (org != 0)
    zb_record_set_int (record, "org", org);
  if (person != 0)
    zb_record_set_int (record, "person", person);
  va_start (pairs, person);
  while ((name = va_arg (pairs, const char *)) != NULL)
    zb_record_set (record, name, va_arg (pairs, const char *));
  va_end (pairs);
  zb_change_set_insert (set, record, &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
  return record->id;
}

static gint64
add_group (ZbPaperFixture *fixture, gint64 branch, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "organization.add", NULL, &error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);

  zb_record_set (record, "name", name);
  zb_record_set (record, "kind", "group");
  zb_record_set (record, "opened_on", "2015-01-01");
  zb_organizations_add (set, record, branch, &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
  return record->id;
}

/* The leader first, then in the order of the list; a group without people is seen; who is in none stands last. */
static void
test_groups (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("groups");
  g_autoptr(ZbSheet) sheet = NULL;
  gint64 leader = zb_paper_fixture_add (fixture, fixture->first, fixture->group, "name", "叶青", "category", "full", NULL);
  gint64 deputy = zb_paper_fixture_add (fixture, fixture->first, fixture->group, "name", "于山", "category", "full", NULL);
  gint64 empty = add_group (fixture, fixture->first, "第二党小组");

  add (fixture, &zb_kind_post, fixture->group, leader, "post", "group_leader", "started_on", "2024-03-01", NULL);
  add (fixture, &zb_kind_post, fixture->first, deputy, "post", "deputy_group_leader", "started_on", "2024-03-01", NULL);
  /* No leader any more on the day, and one of another group. */
  add (fixture, &zb_kind_post, fixture->group, deputy, "post", "group_leader", "started_on", "2020-03-01", "ended_on", "2024-03-01", NULL);
  add (fixture, &zb_kind_post, empty, 2, "post", "group_leader", NULL);
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共甲乙公司委员会党小组名册");
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 5);
  assert_column (sheet, "group", "第一党小组 第一党小组 第一党小组 第二党小组 未编入党小组");
  assert_column (sheet, "leader", "叶青 叶青 叶青 田富 ");
  assert_column (sheet, "role", "组长 副组长   ");
  assert_row (sheet, 2, "第一党小组|叶青|3||王一鸣|男|汉族|1985.07.12|大学本科|正式党员|2010.07.01|综合办公室主任|");
  assert_row (sheet, 3, "第二党小组|田富|4||||||||||暂无党员");
  assert_row (sheet, 4, "未编入党小组||5||田富|女|回族|1970.05||正式党员|1995.07||");
  g_assert_cmpstr (zb_sheet_total (sheet), ==,
                   "共 2 个党小组，党员 4 人，其中正式党员 4 人，预备党员 0 人；未编入党小组 1 人。另有 1 个党支部未设党小组。");
}

static void
test_groups_asked (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("groups");
  g_autoptr(ZbSheet) one = NULL;
  g_autoptr(ZbSheet) women = NULL;
  g_autoptr(ZbSheet) internal = NULL;
  g_autoptr(ZbSheet) none = NULL;

  request->org = fixture->group;
  one = sheet_for (fixture, request);
  assert_column (one, "name", "王一鸣");
  request->org = fixture->first;
  request->internal = TRUE;
  internal = sheet_for (fixture, request);
  assert_column (internal, "phone", "19900000001 ");
  request->filter = zb_filter_parse ("女", NULL, NULL);
  women = sheet_for (fixture, request);
  assert_column (women, "name", "田富");
  request->org = fixture->second;
  none = sheet_for (fixture, request);
  g_assert_cmpuint (zb_sheet_n_rows (none), ==, 0);
}

/* In 职务序, somebody with two posts once; groups’ leaders and former officers are not of the committee. */
static void
test_committee (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("committee");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) internal = NULL;
  g_autoptr(ZbSheet) earlier = NULL;

  add (fixture, &zb_kind_term, fixture->first, 0, "number", "2", "appointed_on", "2024-03-01", "due_on", "2027-03-01", NULL);
  add (fixture, &zb_kind_post, fixture->first, 1, "post", "publicity_officer", "started_on", "2025-01-01", "work", "宣传、青年工作", NULL);
  add (fixture, &zb_kind_post, fixture->group, 1, "post", "group_leader", NULL);
  add (fixture, &zb_kind_post, fixture->first, 4, "post", "discipline_officer", "started_on", "2020-01-01", "ended_on", "2024-03-01", NULL);
  request->org = fixture->first;
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共甲乙公司第一支部委员会委员分工表");
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 2);
  assert_row (sheet, 0, "1|书记、组织委员|田富||2024.03.01|第2届|2024.03—2027.03");
  assert_row (sheet, 1, "2|宣传委员|王一鸣|宣传、青年工作|2025.01.01|第2届|2024.03—2027.03");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 2 人。");
  request->internal = TRUE;
  internal = sheet_for (fixture, request);
  assert_row (internal, 1, "2|宣传委员|王一鸣|宣传、青年工作|2025.01.01|第2届|2024.03—2027.03||19900000001");
  request->internal = FALSE;
  request->as_of = (ZbDate) { 2024, 2, 29 };
  earlier = sheet_for (fixture, request);
  assert_column (earlier, "post", "纪检委员");
}

/* For inside, as this list is, numbers stand there in full; where everybody may look they are left out, or covered when they are
 * asked for. */
static void
test_contacts (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("contacts");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) masked = NULL;
  g_autoptr(ZbSheet) internal = NULL;

  g_assert_true (request->internal);
  request->internal = FALSE;
  sheet = sheet_for (fixture, request);
  assert_column (sheet, "branch", "第一党支部 第一党支部 第二党支部");
  assert_row (sheet, 1, "第一党支部|2|王一鸣|男||综合办公室主任|");
  g_assert_true (zb_sheet_column (sheet, 0)->joined);
  request->internal = TRUE;
  internal = sheet_for (fixture, request);
  assert_column (internal, "phone", " 19900000001 ");
  g_assert_cmpstr (zb_sheet_column (internal, 9)->name, ==, "note");
  g_assert_cmpstr (zb_sheet_column (internal, 8)->name, ==, "address");
  request->internal = FALSE;
  request->columns = g_strsplit ("name,phone", ",", -1);
  masked = sheet_for (fixture, request);
  assert_row (masked, 1, "王一鸣|199****0001");
}

static void
add_ceremony (ZbPaperFixture *fixture, const char *type, gint64 person, const char *day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "ceremony.add", NULL, &error);
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  g_autoptr(ZbRecord) ceremony = zb_record_new (&zb_kind_ceremony);

  zb_record_set_int (meeting, "org", fixture->second);
  zb_record_set (meeting, "held_on", day);
  zb_record_set (ceremony, "type", type);
  zb_ceremonies_add (set, meeting, ceremony, &person, 1, &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
}

static gint64
add_old (ZbPaperFixture *fixture, const char *name, const char *joined, const char *confirmed, const char *correction)
{
  return zb_paper_fixture_add (fixture, fixture->second, 0, "name", name, "category", "full", "joined_on", joined, "confirmed_on", confirmed,
                               "standing_correction", correction, NULL);
}

/* Counted by hand to 1 July 2026: fifty years to the day, a day less, and those whom only the correction brings there. */
static void
test_medal (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("medal50");
  g_autoptr(ZbSheet) sheet = NULL;
  gint64 person;

  zb_db_set_today (fixture->db, ZB_TEST_DAY);
  add_old (fixture, "满五十", "1975-07-01", "1976-07-01", NULL);
  add_old (fixture, "差一天", "1975-07-02", "1976-07-02", NULL);
  add_old (fixture, "校正人", "1976-01-01", "1977-01-01", "6");
  add_old (fixture, "差一年", "1976-07-01", "1977-07-01", NULL);
  add_old (fixture, "差得多", "1976-07-02", "1977-07-02", NULL);
  add_old (fixture, "只知月", "1975-06", "1976-06", NULL);
  add_old (fixture, "无转正", "1970-05-01", NULL, NULL);
  person = add_old (fixture, "已去世", "1970-01-01", "1971-01-01", NULL);
  zb_paper_fixture_do (fixture, &zb_kind_member, person, "decease", "on", "2026-05-01", NULL);
  person = add_old (fixture, "往年的", "1960-01-01", "1961-01-01", NULL);
  add_ceremony (fixture, "medal", person, "2021-06-28");
  person = add_old (fixture, "今年的", "1974-01-01", "1975-01-01", NULL);
  add_ceremony (fixture, "medal", person, "2026-06-30");
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共甲乙公司委员会2026年“光荣在党50年”纪念章颁发对象名册");
  g_assert_cmpstr (zb_sheet_note_right (sheet), ==, "党龄计算至：2026年7月1日");
  assert_column (sheet, "name", "今年的 只知月 校正人 满五十 差一天 差一年 无转正");
  assert_column (sheet, "standing", "51年6个月 50年1个月 50年 50年 49年11个月 49年 ");
  assert_column (sheet, "result", "已颁发 符合 符合 符合 差1个月 差1年 转正时间不详，待核");
  assert_column (sheet, "awarded_on", "2026.06.30      ");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "符合条件 4 人，差 12 个月以内 2 人，转正时间不详待核 1 人。往年已颁发 1 人，未列入。");
}

/* The day and the years are rules, which an office may have otherwise; of another year it is counted to the day of that year. */
static void
test_medal_of_another_year (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("medal50");
  g_autoptr(ZbSheet) next = NULL;
  g_autoptr(ZbSheet) other_day = NULL;

  add_old (fixture, "差一天", "1975-07-02", "1976-07-02", NULL);
  request->from = request->to = (ZbDate) { 2027, 0, 0 };
  next = sheet_for (fixture, request);
  assert_column (next, "result", "符合");
  g_assert_cmpstr (zb_sheet_note_right (next), ==, "党龄计算至：2027年7月1日");
  add (fixture, &zb_kind_rule, 0, 0, "key", "medal50.day", "value", "2", "reason", "本单位规定", NULL);
  request->from = request->to = ZB_DATE_NONE;
  other_day = sheet_for (fixture, request);
  assert_column (other_day, "result", "符合");
}

/* The longest first; of two who were confirmed on one day, whose surname has fewer strokes; the unknown last. */
static void
test_by_standing (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) back = NULL;

  add_old (fixture, "马超", "2010-07-01", "2011-07-01", NULL);
  add_old (fixture, "丁一", "2010-07-01", "2011-07-01", NULL);
  add_old (fixture, "校正", "2010-07-01", "2011-07-01", "1");
  g_assert_true (zb_roster_request_set_order (request, "standing"));
  sheet = sheet_for (fixture, request);
  assert_column (sheet, "name", "田富 校正 丁一 马超 王一鸣 王伟");
  g_assert_cmpstr (zb_sheet_order_line (sheet), ==, "");
  request->descending = TRUE;
  back = sheet_for (fixture, request);
  assert_column (back, "name", "王一鸣 马超 丁一 校正 田富 王伟");
}

/* Anybody may be signed in on a day on which no meeting is entered; empty rows as many as asked for. */
static void
test_sign_in_people (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("sign-in-people");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) blocks = NULL;
  g_autoptr(ZbSheet) chosen = NULL;
  gint64 ids[] = { 4, 1 };

  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共甲乙公司委员会签到表");
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 6);
  assert_row (sheet, 0, "1|田富|书记、组织委员（第一党支部）||");
  assert_row (sheet, 2, "3|王伟|第二党支部||");
  assert_row (sheet, 5, "||||列席");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "应到 3 人　　实到＿＿＿＿人　　请假＿＿＿＿人　　缺席＿＿＿＿人");
  request->blocks = 2;
  request->blank_rows = 0;
  blocks = sheet_for (fixture, request);
  g_assert_cmpuint (zb_sheet_n_rows (blocks), ==, 2);
  assert_row (blocks, 1, "3|王伟||||||");
  request->blocks = 1;
  request->blank_rows = 5;
  request->ids = g_memdup2 (ids, sizeof ids);
  request->n_ids = G_N_ELEMENTS (ids);
  chosen = sheet_for (fixture, request);
  assert_column (chosen, "name", "王一鸣 丁小宁     ");
  g_assert_cmpfloat (zb_roster_get ("sign-in-people")->row_height, >=, 9);
  g_assert_cmpfloat (zb_roster_get ("sign-in")->row_height, >=, 9);
}

/* The cell of a list as its paper has it, names of two characters spread; of the first row. */
static void
assert_on_paper (ZbPaperFixture *fixture, const char *roster, const char *columns, guint column, const char *expected)
{
  g_autoptr(ZbRosterRequest) request = request_for (roster);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbPaper) paper = NULL;
  g_autofree const char **cells = NULL;

  request->spread_names = TRUE;
  request->columns = columns != NULL ? g_strsplit (columns, ",", -1) : NULL;
  sheet = sheet_for (fixture, request);
  paper = zb_paper_new (sheet, &error);
  g_assert_no_error (error);
  cells = g_new (const char *, zb_sheet_n_columns (sheet));
  g_assert_true (zb_sheet_row (sheet, 0, cells, &error));
  g_assert_cmpstr (zb_sheet_paper_text ((ZbSheetPaper *) paper, column, cells[column]), ==, expected);
}

/* Wherever a person's name stands, and nowhere else. */
static void
test_spread_names (ZbPaperFixture *fixture, gconstpointer unused)
{
  add (fixture, &zb_kind_term, fixture->first, 0, "number", "2", "appointed_on", "2024-03-01", "due_on", "2027-03-01", NULL);
  add (fixture, &zb_kind_meeting, fixture->first, 0, "kind", "assembly", "title", "支部党员大会", "state", "held", "planned_on", "2026-10-10", "held_on", "2026-10-10", "chair", "田富", "place", "会场", NULL);
  assert_on_paper (fixture, "committee", NULL, 2, "田　富");
  assert_on_paper (fixture, "sign-in-people", NULL, 1, "田　富");
  assert_on_paper (fixture, "contacts", "name,sex", 0, "田　富");
  assert_on_paper (fixture, "contacts", "sex,post", 1, "书记、组织委员");
  assert_on_paper (fixture, "groups", "name,sex", 0, "王一鸣");
  assert_on_paper (fixture, "terms", "org,secretary", 1, "田　富");
  assert_on_paper (fixture, "terms", "org,secretary", 0, "第一党支部");
  assert_on_paper (fixture, "meetings", "chair,place", 0, "田　富");
  assert_on_paper (fixture, "meetings", "chair,place", 1, "会场");
  g_assert_true (zb_sheet_has_names (zb_roster_get ("committee")));
  g_assert_true (zb_sheet_has_names (zb_roster_get ("sign-in")));
  g_assert_false (zb_sheet_has_names (zb_roster_get ("meeting-year")));
}

/* Who has sworn, on the day of the list; the training of activists is written in. */
static void
test_sworn (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("probationary");
  g_autoptr(ZbRosterRequest) activists = request_for ("activists");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) before = NULL;
  g_autoptr(ZbSheet) training = NULL;

  zb_db_set_today (fixture->db, ZB_TEST_DAY);
  add_ceremony (fixture, "oath", 3, "2026-04-01");
  sheet = sheet_for (fixture, request);
  assert_column (sheet, "name", "王伟");
  assert_column (sheet, "sworn_on", "2026.04.01");
  request->as_of = (ZbDate) { 2026, 3, 31 };
  before = sheet_for (fixture, request);
  assert_column (before, "sworn_on", "");
  training = sheet_for (fixture, activists);
  assert_column (training, "blank", "");
  g_assert_cmpstr (zb_sheet_column (training, 11)->heading, ==, "培训时间");
}

/* A filter that somebody saved, together with further conditions; one of another kind is not meant. */
static void
test_saved (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("members");
  g_autoptr(ZbSheet) women = NULL;
  g_autoptr(ZbSheet) nobody = NULL;
  g_autoptr(GError) error = NULL;

  add (fixture, &zb_kind_saved_filter, 0, 0, "name", "女党员", "kind", "organization", "conditions", "kind=branch", NULL);
  g_assert_false (zb_roster_request_add_saved (request, fixture->db, "女党员", &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "no-saved-filter|女党员");
  g_clear_error (&error);
  add (fixture, &zb_kind_saved_filter, 0, 0, "name", "女党员", "kind", "member", "conditions", "sex=2", NULL);
  g_assert_true (zb_roster_request_add_saved (request, fixture->db, "女党员", &error));
  women = sheet_for (fixture, request);
  assert_column (women, "name", "田富");
  g_clear_pointer (&request->filter, zb_filter_unref);
  request->filter = zb_filter_parse ("预备党员", NULL, NULL);
  g_assert_true (zb_roster_request_add_saved (request, fixture->db, "女党员", &error));
  nobody = sheet_for (fixture, request);
  g_assert_cmpuint (zb_sheet_n_rows (nobody), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("groups", test_groups);
  CASE ("groups-asked", test_groups_asked);
  CASE ("committee", test_committee);
  CASE ("contacts", test_contacts);
  CASE ("medal", test_medal);
  CASE ("medal-of-another-year", test_medal_of_another_year);
  CASE ("by-standing", test_by_standing);
  CASE ("sign-in-people", test_sign_in_people);
  CASE ("spread-names", test_spread_names);
  CASE ("sworn", test_sworn);
  CASE ("saved", test_saved);
  return g_test_run ();
}
