/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "life-fixture.h"

#include <string.h>

#include "core/zb-error.h"
#include "paper-fixture.h"

#define CASE(path, function) \
  g_test_add ("/life-rosters/" path, ZbLifeFixture, NULL, zb_life_fixture_set_up, function, zb_life_fixture_tear_down)

static ZbSheet *
sheet_for (ZbLifeFixture *fixture, const ZbRosterRequest *request)
{
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet = zb_sheet_new (fixture->db, NULL, request, &error);

  g_assert_no_error (error);
  return sheet;
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

/* The numbers of the sheet are those that “缺 6” means. */
static void
test_sign_in (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "sign-in");
  g_autoptr(ZbSheet) sheet = NULL;

  request->subject = fixture->assembly;
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "讨论接收王伟同志为预备党员签到表");
  g_assert_cmpstr (zb_sheet_note_left (sheet), ==, "时间：2026年3月5日（星期四）14:30—16:30　　地点：三楼会议室");
  g_assert_cmpstr (zb_sheet_note_right (sheet), ==, "主持人：王一鸣");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "应到 9 人　　实到 7 人　　请假 1 人　　缺席 1 人");
  /* Nine people and three rows for 列席人员. */
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 12);
  assert_column (sheet, "seat", "1 2 3 4 5 6 7 8 9   ");
  assert_row (sheet, 0, "1|王一鸣|书记||");
  assert_row (sheet, 5, "6|李四|||缺席");
  assert_row (sheet, 6, "7|张三|||请假：出差");
  assert_row (sheet, 9, "||||列席");
}

static void
test_sign_in_before (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "sign-in");
  g_autoptr(ZbSheet) sheet = NULL;

  request->subject = fixture->to_come;
  request->blocks = 2;
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "应到 9 人　　实到＿＿＿＿人　　请假＿＿＿＿人　　缺席＿＿＿＿人");
  /* Two people side by side, one after the other in the order of the numbers. */
  g_assert_cmpuint (zb_sheet_n_columns (sheet), ==, 8);
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 6);
  assert_row (sheet, 0, "1|王一鸣|||2|田富||");
  assert_row (sheet, 4, "9|赵敏||||||列席");
  assert_row (sheet, 5, "|||列席||||列席");
}

/* Nobody can be asked for a sheet of no meeting. */
static void
test_which (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) sign_in = zb_life_request (fixture, "sign-in");
  g_autoptr(ZbRosterRequest) person = zb_life_request (fixture, "study-person");
  g_autoptr(ZbRosterRequest) period = zb_life_request (fixture, "meetings");
  g_autoptr(ZbRosterRequest) matrix = zb_life_request (fixture, "meeting-year");
  g_autoptr(GError) error = NULL;

  g_assert_null (zb_sheet_new (fixture->db, NULL, sign_in, &error));
  g_assert_cmpstr (error->message, ==, "which-meeting");
  g_clear_error (&error);
  sign_in->subject = 4711;
  g_assert_null (zb_sheet_new (fixture->db, NULL, sign_in, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (zb_sheet_new (fixture->db, NULL, person, &error));
  g_assert_cmpstr (error->message, ==, "which-person");
  g_clear_error (&error);
  period->from = (ZbDate) { 2026, 5, 0 };
  period->to = (ZbDate) { 2026, 3, 0 };
  g_assert_null (zb_sheet_new (fixture->db, NULL, period, &error));
  g_assert_cmpstr (error->message, ==, "ends-before|2026.03.31|2026.05.01");
  g_clear_error (&error);
  matrix->filter = zb_filter_parse_fields (&zb_kind_meeting, "kind=lecture", NULL, NULL);
  g_assert_null (zb_sheet_new (fixture->db, NULL, matrix, &error));
  g_assert_cmpstr (error->message, ==, "no-conditions");
}

static void
test_attendance (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "attendance");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) lectures = NULL;
  g_autoptr(ZbSheet) spring = NULL;

  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_note_right (sheet), ==, "起止日期：2026年1月1日至2026年11月24日");
  assert_column (sheet, "name", "王一鸣 田富 李芳 王伟 孙立 李四 张三 周洁 赵敏");
  /* 王一鸣: 支委会, 大会, 党课, 宣誓. 李四: absent once, on leave once and that made up. */
  assert_row (sheet, 0, "1|王一鸣|4|4|0|0|0|1/1|1/1||1/1|||");
  assert_row (sheet, 5, "6|李四|3|1|1|1|1|0/1|||0/1（补1）|||");
  assert_row (sheet, 6, "7|张三|3|2|1|0|0|0/1|||1/1|||");
  /* 王伟 joined on the day of the assembly and was expected like everybody. */
  assert_row (sheet, 3, "4|王伟|3|3|0|0|0|1/1|||1/1|||");
  g_assert_cmpstr (zb_sheet_total (sheet), ==,
                   "共 4 次会议、9 人；应到 30 人次，实到 26 人次（到会率 86.7%），请假 2 人次，缺席 2 人次，补学 1 人次。");
  request->filter = zb_filter_parse_fields (&zb_kind_meeting, "kind=lecture", NULL, NULL);
  lectures = sheet_for (fixture, request);
  assert_row (lectures, 5, "6|李四|1|0|1|0|1||||0/1（补1）|||");
  g_assert_cmpstr (zb_sheet_total (lectures), ==, "共 1 次会议、9 人；应到 9 人次，实到 7 人次（到会率 77.8%），请假 1 人次，缺席 1 人次，补学 1 人次。");
  g_clear_pointer (&request->filter, zb_filter_unref);
  request->from = (ZbDate) { 2026, 3, 0 };
  request->to = (ZbDate) { 2026, 3, 0 };
  spring = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_total (spring), ==, "共 2 次会议、9 人；应到 12 人次，实到 10 人次（到会率 83.3%），请假 1 人次，缺席 1 人次，补学 0 人次。");
}

/* 32 hours for members, 56 for the committee; two hours of 大会, four of a half-day lecture. */
static void
test_study_hours (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "study-hours");
  g_autoptr(ZbSheet) sheet = sheet_for (fixture, request);

  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共云溪投资有限公司第一支部委员会2026年度学时达标情况表");
  /* 大会 2, 党课 4, 宣誓 1.5; the committee's meeting has no times. */
  assert_row (sheet, 0, "1|王一鸣|书记|56|7.5|48.5|0|未达标|");
  /* 李四 missed the assembly; the lecture is made up. */
  assert_row (sheet, 5, "6|李四||32|5.5|26.5|2|未达标|");
  assert_row (sheet, 8, "9|赵敏||32|3.5|28.5|4|未达标|");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 9 人，达标 0 人，未达标 9 人。");
}

/* Who lacks hours because nobody expected him is not told the same as who stayed away. */
static void
test_study_hours_of_exempt (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "study-hours");
  g_autoptr(ZbSheet) sheet = NULL;

  zb_test_record (fixture->db, &zb_kind_exemption, "person", zb_test_id (fixture->people[6]), "kind", "illness", "started_on", "2026-02-01", "ended_on",
                  "2026-06", "reason", "手术后休养", NULL);
  zb_test_record (fixture->db, &zb_kind_exemption, "person", zb_test_id (fixture->people[7]), "kind", "elderly", "started_on", "2025-10-01", "reason",
                  "行动不便", NULL);
  /* Over before the year began, and one who lost the vote only. */
  zb_test_record (fixture->db, &zb_kind_exemption, "person", zb_test_id (fixture->people[5]), "kind", "illness", "started_on", "2025-02-01", "ended_on",
                  "2025-12-31", "reason", "骨折", NULL);
  zb_test_record (fixture->db, &zb_kind_exemption, "person", zb_test_id (fixture->people[4]), "kind", "restricted", "started_on", "2026-01-01",
                  "attends", "1", "reason", "留党察看", NULL);
  sheet = sheet_for (fixture, request);
  assert_row (sheet, 8, "9|赵敏||32|3.5|28.5|4|未达标|因病免于参会（2026.02.01—2026.06）");
  assert_row (sheet, 7, "8|周洁||32|7.5|24.5|0|未达标|年老体弱免于参会（2025.10.01起）");
  assert_row (sheet, 6, "7|张三||32|5.5|26.5|2|未达标|");
  assert_row (sheet, 4, "5|孙立||32|7.5|24.5|0|未达标|");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 9 人，达标 0 人，未达标 9 人（其中本年有免于参会情形 2 人）。");
}

/* Problems that nobody numbered are numbered on the paper. */
static void
test_problems (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "life-problems");
  g_autoptr(ZbSheet) sheet = NULL;

  zb_test_record (fixture->db, &zb_kind_life_problem, "meeting", zb_test_id (fixture->assembly), "problem", "学习不够经常", "remedy", "每月自学", NULL);
  zb_test_record (fixture->db, &zb_kind_life_problem, "meeting", zb_test_id (fixture->assembly), "number", "3", "problem", "联系群众不多", NULL);
  request->subject = fixture->assembly;
  sheet = sheet_for (fixture, request);
  assert_row (sheet, 0, "1||联系群众不多|||||");
  assert_row (sheet, 1, "2||学习不够经常|每月自学||||");
}

static void
test_study_person (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "study-person");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) before = NULL;

  request->subject = fixture->people[3];
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "李四同志2026年度学习情况登记表");
  g_assert_cmpstr (zb_sheet_note_left (sheet), ==, "所在党支部：第一党支部");
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 3);
  assert_row (sheet, 0, "1|2026.03.05|支部党员大会|讨论接收王伟同志为预备党员||||缺席|0|未补学（2学时）");
  assert_row (sheet, 1, "2|2026.04.10|党课|老兵讲历史故事|宣讲|钱守义|《中国共产党简史》第一章|请假|4|2026.05.08 送学上门");
  assert_row (sheet, 2, "3|2026.07.01|仪式|“七一”入党宣誓仪式||||到会|1.5|");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "本年已完成 5.5 学时，应完成 32 学时，差额 26.5 学时；未补学 2 学时。");
  request->from = (ZbDate) { 2025, 0, 0 };
  before = sheet_for (fixture, request);
  g_assert_cmpuint (zb_sheet_n_rows (before), ==, 0);
}

/* November is not over; what is due in December is not late. */
static void
test_meeting_year (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "meeting-year");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) later = NULL;
  g_autoptr(ZbSheet) two = NULL;

  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共云溪投资有限公司第一支部委员会2026年度“三会一课”情况统计表");
  assert_column (sheet, "kind", "支部党员大会 支部委员会 党小组会 党课 主题党日 组织生活会 民主评议党员");
  /* Quarters: first held in March, second and third not. The mark stands in their last months. */
  assert_row (sheet, 0, "第一党支部|支部党员大会|||1|||△|||△||||1|1|33%");
  assert_row (sheet, 1, "第一党支部|支部委员会|△|△|1|△|△|△|△|△|△|△|||1|1|10%");
  /* There are no groups. */
  assert_row (sheet, 2, "第一党支部|党小组会|／|／|／|／|／|／|／|／|／|／|／||0|0|");
  assert_row (sheet, 3, "第一党支部|党课|||△|1|||||△||||1|1|33%");
  assert_row (sheet, 5, "第一党支部|组织生活会|||||||||||||0|0|");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 1 个党组织；应开展 26 期，已开展 3 期，未开展 23 期，完成率 11.5%。");
  /* The whole year is known in the next one: 4 + 12 + 4 + 12 + 1 + 1. */
  request->as_of = (ZbDate) { 2027, 1, 5 };
  request->from = (ZbDate) { 2026, 0, 0 };
  later = sheet_for (fixture, request);
  assert_row (later, 5, "第一党支部|组织生活会||||||||||||△|0|0|0%");
  g_assert_cmpstr (zb_sheet_total (later), ==, "共 1 个党组织；应开展 34 期，已开展 3 期，未开展 31 期，完成率 8.8%。");
  /* A branch without a committee is asked for no 支委会. */
  request->org = fixture->second;
  two = sheet_for (fixture, request);
  assert_row (two, 1, "第二党支部|支部委员会|／|／|／|／|／|／|／|／|／|／|／|／|0|0|");
}

static void
test_make_up (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "make-up");
  g_autoptr(ZbSheet) sheet = sheet_for (fixture, request);
  g_autoptr(ZbSheet) open = NULL;
  g_autoptr(ZbFilter) filter = zb_filter_parse_fields (&zb_kind_attendance, "made_up_on=?", NULL, NULL);

  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 4 人次，已补学 1 人次，未补学 3 人次。");
  assert_row (sheet, 0, "1|李四|第一党支部|2026.03.05|讨论接收王伟同志为预备党员|缺席||2|||||未补学|");
  assert_row (sheet, 1, "2|张三|第一党支部|2026.03.05|讨论接收王伟同志为预备党员|请假|出差|2|||||未补学|");
  assert_row (sheet, 2, "3|李四|第一党支部|2026.04.10|老兵讲历史故事|请假|住院|4|2026.05.08|送学上门|田富||已补学|");
  request->filter = zb_filter_ref (filter);
  open = sheet_for (fixture, request);
  assert_column (open, "name", "李四 张三 赵敏");
}

static void
test_meetings (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "meetings");
  g_autoptr(ZbSheet) sheet = sheet_for (fixture, request);
  g_autoptr(ZbSheet) april = NULL;

  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 4 次。");
  assert_row (sheet, 0, "1|2026.03.02||支部委员会|研究发展党员工作||||3|3|0|0|");
  assert_row (sheet, 1, "2|2026.03.05|14:30—16:30|支部党员大会|讨论接收王伟同志为预备党员|三楼会议室|王一鸣|李芳|9|7|1|1|同意接收王伟同志为预备党员。");
  request->from = (ZbDate) { 2026, 4, 0 };
  request->to = (ZbDate) { 2026, 4, 0 };
  april = sheet_for (fixture, request);
  assert_column (april, "title", "老兵讲历史故事");
}

static void
test_plan (ZbLifeFixture *fixture, gconstpointer unused)
{
  const char *org = zb_test_id (fixture->first);
  gint64 moved = zb_test_record (fixture->db, &zb_kind_plan_item, "org", org, "month", "2026-06", "kind", "ceremony", "title", "入党宣誓", NULL);
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "plan");
  g_autoptr(ZbSheet) sheet = NULL;

  zb_test_record (fixture->db, &zb_kind_plan_item, "org", org, "month", "2026-04", "kind", "lecture", "title", "老兵讲历史故事", "form", "talk", "preparer",
                  "田富", NULL);
  zb_test_record (fixture->db, &zb_kind_plan_item, "org", org, "month", "2026-05", "kind", "theme_day", "title", "志愿服务", NULL);
  zb_test_record (fixture->db, &zb_kind_plan_item, "org", org, "month", "2026-11", "kind", "life", "title", "组织生活会", NULL);
  zb_test_record (fixture->db, &zb_kind_plan_item, "org", org, "month", "2025-11", "kind", "life", "title", "去年的", NULL);
  zb_test_set (fixture->db, &zb_kind_meeting, fixture->oath, "plan_item", zb_test_id (moved));
  sheet = sheet_for (fixture, request);
  assert_row (sheet, 0, "1||支部委员会||||2026.03.02|研究发展党员工作|计划外|");
  assert_row (sheet, 2, "3|2026.04|党课|老兵讲历史故事|宣讲|田富|2026.04.10|老兵讲历史故事||");
  assert_row (sheet, 3, "4|2026.05|主题党日|志愿服务|||||未开展|");
  assert_row (sheet, 4, "5|2026.06|仪式|入党宣誓|||2026.07.01|“七一”入党宣誓仪式|推迟1个月，主题不同|");
  /* Its month is not over. */
  assert_row (sheet, 5, "6|2026.11|组织生活会|组织生活会||||||");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "计划 4 项，已开展 2 项（其中与计划有差异 1 项），到期未开展 1 项；计划外 2 项。");
}

static void
test_appraisal (ZbLifeFixture *fixture, gconstpointer unused)
{
  static const char *const grades[] = { "outstanding", "outstanding", "qualified", "qualified", "basic", "qualified" };
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "appraisal");
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) more = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    zb_test_record (fixture->db, &zb_kind_appraisal, "org", zb_test_id (fixture->first), "person", zb_test_id (fixture->people[i]), "year", "2026",
                    "self_grade", "qualified", "outstanding", "5", "qualified", "3", "grade", grades[i], NULL);
  zb_test_record (fixture->db, &zb_kind_appraisal, "org", zb_test_id (fixture->first), "person", zb_test_id (fixture->people[6]), "year", "2025",
                  "grade", "outstanding", NULL);
  sheet = sheet_for (fixture, request);
  assert_row (sheet, 0, "1|王一鸣|合格|5|3|||优秀|");
  /* Two of six are a third. */
  g_assert_cmpstr (zb_sheet_total (sheet), ==,
                   "共 6 人，已评定 6 人：优秀 2 人，合格 3 人，基本合格 1 人；优秀占 33.3%，不超过规定的 33.3%。未参加评议 3 人：王伟、周洁、赵敏。");
  zb_test_record (fixture->db, &zb_kind_appraisal, "org", zb_test_id (fixture->first), "person", zb_test_id (fixture->people[7]), "year", "2026",
                  "grade", "outstanding", NULL);
  more = sheet_for (fixture, request);
  g_assert_nonnull (strstr (zb_sheet_total (more), "优秀占 42.9%，超过规定的 33.3%。未参加评议 2 人：王伟、赵敏。"));
}

static void
test_talks (ZbLifeFixture *fixture, gconstpointer unused)
{
  const char *org = zb_test_id (fixture->first), *one = zb_test_id (fixture->people[0]), *two = zb_test_id (fixture->people[3]);
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "talks");
  g_autoptr(ZbSheet) sheet = NULL;

  zb_test_record (fixture->db, &zb_kind_talk, "org", org, "on", "2026-04-02", "person", one, "other", two, "subject", "缺席会议", NULL);
  zb_test_record (fixture->db, &zb_kind_talk, "org", org, "on", "2025-12-30", "person", one, "other", two, NULL);
  zb_test_record (fixture->db, &zb_kind_talk, "org", zb_test_id (fixture->second), "on", "2026-04-03", "person", one, "other", two, NULL);
  sheet = sheet_for (fixture, request);
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 1);
  assert_row (sheet, 0, "1|2026.04.02|王一鸣|李四||缺席会议||");
}

static void
test_ceremonies (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) oath = zb_life_request (fixture, "swearers");
  g_autoptr(ZbRosterRequest) month = zb_life_request (fixture, "birthdays");
  g_autoptr(ZbSheet) swearers = NULL;
  g_autoptr(ZbSheet) birthdays = NULL;
  g_autoptr(ZbSheet) march = NULL;

  oath->subject = fixture->oath;
  swearers = sheet_for (fixture, oath);
  g_assert_cmpstr (zb_sheet_title (swearers), ==, "“七一”入党宣誓仪式宣誓人名单");
  g_assert_cmpstr (zb_sheet_note_left (swearers), ==, "填报单位：中共云溪投资有限公司第一支部委员会（盖章）");
  g_assert_cmpstr (zb_sheet_note_right (swearers), ==, "时间：2026年7月1日");
  assert_row (swearers, 0, "1|王伟|男|1998.02.03|2026.03.05|田富、李芳|第一党支部|");
  month->from = (ZbDate) { 2031, 7, 0 };
  month->as_of = (ZbDate) { 2031, 6, 20 };
  birthdays = sheet_for (fixture, month);
  g_assert_cmpstr (zb_sheet_note_right (birthdays), ==, "2031年7月");
  assert_row (birthdays, 0, "1|王一鸣|男|第一党支部|7月1日|2010.07.01|21|20|");
  g_assert_cmpuint (zb_sheet_n_rows (birthdays), ==, 8);
  month->from = (ZbDate) { 2036, 3, 0 };
  march = sheet_for (fixture, month);
  assert_row (march, 0, "1|王伟|男|第一党支部|3月5日|2026.03.05|10|预备期|满10周年");
}

/* A list of any kind that belongs to a meeting holds that meeting's only. */
static void
test_of_a_meeting (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "life-problems");
  g_autoptr(ZbSheet) sheet = NULL;

  zb_test_record (fixture->db, &zb_kind_life_problem, "meeting", zb_test_id (fixture->assembly), "number", "1", "problem", "学习不够深入", "remedy",
                  "每月自学一次", "due_on", "2026-12-31", NULL);
  zb_test_record (fixture->db, &zb_kind_life_problem, "meeting", zb_test_id (fixture->lecture), "problem", "别的会议", NULL);
  request->subject = fixture->assembly;
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "讨论接收王伟同志为预备党员问题整改清单");
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 1);
  assert_row (sheet, 0, "1||学习不够深入|每月自学一次||2026.12.31||");
  g_assert_cmpstr (zb_sheet_note_right (sheet), ==, "时间：2026年3月5日");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("sign-in", test_sign_in);
  CASE ("sign-in-before", test_sign_in_before);
  CASE ("which", test_which);
  CASE ("attendance", test_attendance);
  CASE ("study-hours", test_study_hours);
  CASE ("study-hours/exempt", test_study_hours_of_exempt);
  CASE ("problems", test_problems);
  CASE ("study-person", test_study_person);
  CASE ("meeting-year", test_meeting_year);
  CASE ("make-up", test_make_up);
  CASE ("meetings", test_meetings);
  CASE ("plan", test_plan);
  CASE ("appraisal", test_appraisal);
  CASE ("talks", test_talks);
  CASE ("ceremonies", test_ceremonies);
  CASE ("of-a-meeting", test_of_a_meeting);
  return g_test_run ();
}
