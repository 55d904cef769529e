/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-demo-life.h"

#include <string.h>

#include "store/life/zb-meetings.h"
#include "store/zb-records.h"

#define MONTHS 12
#define ROOM "三楼会议室"

/* By the month of the year. */
static const char *const themes[MONTHS] = {
  "新春走访慰问", "重温入党志愿书", "学雷锋志愿服务", "缅怀革命先烈", "安全生产进工地", "联系服务企业", "走进革命纪念馆", "退役军人讲传统", "助力园区招商",
  "我为项目献一策", "学习宪法和党内法规", "年度工作回头看",
};
static const char *const lectures[4] = { "从党史中汲取奋进力量", "把纪律挺在前面", "弘扬优良作风", "做合格的共产党员" };
static const char *const readings[4] = { "党史有关章节", "党内有关法规", "中央有关规定精神", "党章" };

/* The branch in the month that is being made. */
typedef struct {
  ZbDemoLife *life;
  const ZbDemoBranch *branch;
  ZbDate month; /* its first day */
  gint64 theme_plan;
  gint64 lecture_plan;
} Month;

static ZbDate
day_of (const Month *month, guint day)
{
  return zb_demo_weekday ((ZbDate) { month->month.year, month->month.month, (guint8) day });
}

static char *
id_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* What the rules ask for, each kind on a day of its own */

static gboolean
hold_committee (const Month *month, GError **error)
{
  ZbDate day = day_of (month, 3), since = month->branch->committee_since;
  gboolean is_first = since.year == day.year && since.month == day.month && zb_date_compare (day, since) < 0;

  /* A new committee meets on the evening of its election. */
  if (is_first)
    day = since;
  return !zb_date_is_set (since) || zb_date_compare (day, since) < 0
         || zb_demo_meet (month->life, &(ZbDemoMeeting) { .org = month->branch->id, .kind = "committee", .day = day, .begin = is_first ? "17:10" : "16:00",
                                                         .end = is_first ? "18:00" : "17:00", .place = ROOM,
                                                         .contents = zb_demo_minutes ("committee", month->month.month), .decisions = "同意主题党日方案，按分工落实。" }, error) != 0;
}

static gboolean
hold_theme_day (const Month *month, GError **error)
{
  const char *theme = themes[month->month.month - 1];
  gboolean away = month->month.month == 4 || month->month.month == 7;
  ZbDate missing = zb_date_add_months (month->life->today, -2);

  /* One is missing on purpose. */
  if (month->branch->number == 2 && missing.year == month->month.year && missing.month == month->month.month)
    return TRUE;
  return zb_demo_meet (month->life, &(ZbDemoMeeting) { .org = month->branch->id, .kind = "theme_day", .day = day_of (month, 10), .begin = "14:00", .end = "17:00",
                                                      .title = theme, .contents = zb_demo_minutes ("theme_day", month->month.month), .place = away ? "云溪革命纪念馆" : ROOM,
                                                      .form = away ? "on_site" : "collective", .venue = away ? month->life->venue : 0,
                                                      .plan_item = month->theme_plan }, error) != 0;
}

static gboolean
hold_lecture (const Month *month, GError **error)
{
  guint quarter = (month->month.month - 1u) / 3;

  return month->month.month % 3 != 2
         || zb_demo_meet (month->life, &(ZbDemoMeeting) { .org = month->branch->id, .kind = "lecture", .day = day_of (month, 15), .begin = "15:00", .end = "16:30",
                                                         .title = lectures[quarter], .contents = zb_demo_minutes ("lecture", month->month.month), .readings = readings[quarter], .place = ROOM,
                                                         .form = "lecture", .lecturer = "支部书记", .plan_item = month->lecture_plan }, error) != 0;
}

static gboolean
hold_groups (const Month *month, GError **error)
{
  for (guint i = 0; i < month->branch->groups->len; i++)
    {
      if (zb_demo_meet (month->life, &(ZbDemoMeeting) { .org = g_array_index (month->branch->groups, gint64, i), .kind = "group", .day = day_of (month, 18),
                                                       .begin = "16:00", .end = "17:00", .place = "二楼活动室", .contents = zb_demo_minutes ("group", month->month.month) }, error) == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
hold_assembly (const Month *month, GError **error)
{
  return month->month.month % 3 != 0
         || zb_demo_meet (month->life, &(ZbDemoMeeting) { .org = month->branch->id, .kind = "assembly", .day = day_of (month, 22), .begin = "14:30", .end = "16:00",
                                                         .place = ROOM, .contents = zb_demo_minutes ("assembly", month->month.month), .decisions = "通过支部委员会季度工作报告。" }, error) != 0;
}

/* The year's end */

static gboolean
grade (ZbDemoLife *life, const ZbDemoBranch *branch, gint64 meeting, int year, GError **error)
{
  g_autoptr(GPtrArray) rows = zb_meetings_parts (zb_change_set_db (life->set), &zb_kind_attendance, meeting, error);
  g_autofree char *meeting_text = id_text (meeting), *org = id_text (branch->id), *year_text = g_strdup_printf ("%d", year);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (rows, i);

      /* One of four is outstanding: fewer than the third that may be. */
      if (zb_record_get_int (row, "voter") == 1
          && zb_demo_record (life, &zb_kind_appraisal, error, "meeting", meeting_text, "org", org, "person", zb_record_get (row, "person"), "year", year_text,
                             "self_grade", "qualified", "grade", i % 4 == 3 ? "outstanding" : "qualified", NULL) == 0)
        return FALSE;
    }
  return rows != NULL;
}

static gboolean
hold_life_meeting (const Month *month, GError **error)
{
  static const char *const problems[][2] = {
    { "学习不够系统，联系实际不够", "制定学习计划，每月至少一次交流体会" }, { "深入项目现场不够", "每季度至少到联系项目两次，收集问题建账" },
  };
  ZbDate day = day_of (month, 26);
  ZbDemoMeeting wanted = { .org = month->branch->id, .kind = "life", .day = day, .begin = "14:00", .end = "16:00", .place = ROOM,
                           .contents = "会前开展谈心谈话，支部班子作对照检查，党员逐一开展批评和自我批评，明确了整改方向。" };
  gint64 meeting, appraisal = 0;
  g_autofree char *id = NULL;

  if (month->month.month != 12 || zb_date_compare (day, month->life->today) >= 0)
    return TRUE;
  if ((meeting = zb_demo_meet (month->life, &wanted, error)) == 0)
    return FALSE;
  id = id_text (meeting);
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    if (zb_demo_record (month->life, &zb_kind_life_problem, error, "meeting", id, "number", i == 0 ? "1" : "2", "problem", problems[i][0], "remedy", problems[i][1],
                        "responsible", "支部委员会", NULL) == 0)
      return FALSE;
  wanted = (ZbDemoMeeting) { .org = month->branch->id, .kind = "appraisal", .day = day, .begin = "16:10", .end = "17:00", .place = ROOM,
                             .contents = "按照个人自评、党员互评、民主测评、组织评定的程序评议党员，支部委员会提出评定意见。" };
  appraisal = zb_demo_meet (month->life, &wanted, error);
  return appraisal != 0 && grade (month->life, month->branch, appraisal, day.year, error);
}

static gboolean
hold_month (const Month *month, GError **error)
{
  return hold_committee (month, error) && hold_theme_day (month, error) && hold_lecture (month, error) && hold_groups (month, error)
         && hold_assembly (month, error) && hold_life_meeting (month, error);
}

/* Plans */

static gint64
plan (ZbDemoLife *life, const ZbDemoBranch *branch, ZbDate month, const char *kind, const char *title, const char *preparer, GError **error)
{
  g_autofree char *org = id_text (branch->id), *text = g_strdup_printf ("%04d-%02d", month.year, month.month);

  return zb_demo_record (life, &zb_kind_plan_item, error, "org", org, "month", text, "kind", kind, "title", title, "preparer", preparer, NULL);
}

static gboolean
plan_month (Month *month, GError **error)
{
  guint quarter = (month->month.month - 1u) / 3;

  month->theme_plan = plan (month->life, month->branch, month->month, "theme_day", themes[month->month.month - 1], "宣传委员", error);
  if (month->theme_plan == 0)
    return FALSE;
  if (month->month.month % 3 == 2)
    month->lecture_plan = plan (month->life, month->branch, month->month, "lecture", lectures[quarter], "支部书记", error);
  return month->month.month % 3 != 2 || month->lecture_plan != 0;
}

/* The last twelve months with this one, and the plan to the end of the year. */
static gboolean
hold_year (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  ZbDate first = zb_date_add_months ((ZbDate) { life->today.year, life->today.month, 1 }, 1 - MONTHS);
  ZbDate end = { (gint16) (life->today.year + 1), 1, 1 };

  for (guint i = 0; zb_date_compare (zb_date_add_months (first, (int) i), end) < 0; i++)
    {
      Month month = { life, branch, zb_date_add_months (first, (int) i), 0, 0 };

      if (!plan_month (&month, error) || (i < MONTHS && !hold_month (&month, error)))
        return FALSE;
    }
  return TRUE;
}

/* People */

/* An assembly accepted each probationer on the day that counts as the day of joining. */
static gboolean
accept (ZbDemoLife *life, const ZbDemoBranch *branch, const ZbRecord *person, guint nth, GError **error)
{
  static const char *const times[][2] = { { "08:30", "09:30" }, { "09:40", "10:40" } };
  ZbDate day = zb_record_get_date (person, "joined_on");
  g_autofree char *subject = g_strdup_printf ("接收%s同志为预备党员", zb_record_title (person));
  g_autofree char *contents = zb_demo_minutes_of_admission (zb_record_title (person), nth);
  ZbDemoMeeting wanted = { .org = branch->id, .kind = "assembly", .day = day, .begin = times[nth % 2][0], .end = times[nth % 2][1], .title = subject,
                           .place = ROOM, .contents = contents, .decisions = subject };
  gint64 meeting;

  if (!zb_date_is_complete (day) || zb_date_compare (day, life->today) >= 0)
    return TRUE;
  meeting = zb_demo_meet (life, &wanted, error);
  return meeting != 0 && zb_demo_decide (life, meeting, "admission", subject, person->id, error);
}

static gboolean
accept_people (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  guint nth = 0;

  for (guint i = 0; i < branch->people->len; i++)
    {
      g_autoptr(ZbRecord) person = zb_records_get (zb_change_set_db (life->set), &zb_kind_member, g_array_index (branch->people, gint64, i), FALSE, error);

      if (person == NULL || (g_strcmp0 (zb_record_get (person, "category"), "probationary") == 0 && !accept (life, branch, person, nth++, error)))
        return FALSE;
    }
  return TRUE;
}

/* Somebody too old to come, and somebody who was ill for three months. */
static gboolean
exempt (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  ZbDate year_ago = zb_date_add_months (life->today, -14), ill = zb_date_add_months (life->today, -5);
  g_autofree char *since = zb_date_to_text (year_ago), *from = zb_date_to_text (ill), *until = zb_date_to_text (zb_date_add_months (ill, 3));
  g_autofree char *old = NULL, *patient = NULL;

  /* The first carry posts. */
  if (branch->people->len < 12)
    return TRUE;
  old = id_text (g_array_index (branch->people, gint64, 10));
  patient = id_text (g_array_index (branch->people, gint64, 11));
  return zb_demo_record (life, &zb_kind_exemption, error, "person", old, "kind", "elderly", "started_on", since, "attends", "0", "votes", "0", "reason",
                         "年老体弱，行动不便", "document", "支委会研究同意", NULL) != 0
         && zb_demo_record (life, &zb_kind_exemption, error, "person", patient, "kind", "illness", "started_on", from, "ended_on", until, "attends", "0", "votes", "0",
                            "reason", "住院治疗", NULL) != 0;
}

/* Those of the committee with some of the others. */
static gboolean
talk (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  g_autofree char *org = id_text (branch->id);

  for (guint i = 0; i < 5 && zb_date_is_set (branch->committee_since) && 5 + 2 * i + 1 < MIN (branch->people->len, 12); i++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *officer = id_text (g_array_index (branch->people, gint64, i)), *other = id_text (g_array_index (branch->people, gint64, 5 + 2 * i + k));
        g_autofree char *on = zb_date_to_text (zb_date_add_days (life->today, -g_rand_int_range (life->rand, 3, 200)));

        if (zb_demo_record (life, &zb_kind_talk, error, "org", org, "on", on, "person", officer, "other", other, "place", "谈心室", "subject", "思想和工作情况",
                            "contents", "交流近期思想和工作情况，听取对支部工作的意见建议。", NULL) == 0)
          return FALSE;
      }
  return TRUE;
}

/* Admissions were added behind the meetings of the year, and were held between them. */
static gboolean
renumber (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  for (int year = life->today.year - 2; year <= life->today.year; year++)
    if (!zb_meetings_renumber (life->set, branch->id, "assembly", year, NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
zb_demo_life_begin (ZbDemoLife *life, GError **error)
{
  life->venue = zb_demo_record (life, &zb_kind_venue, error, "name", "云溪革命纪念馆", "address", "云溪市青石街道红旗路 1 号", "red_base", "1", "level", "市级", "phone",
                                "19900009999", "capacity", "200", NULL);
  return life->venue != 0;
}

gboolean
zb_demo_life_branch (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  /* Two cannot meet: one is in the chair, one writes. */
  if (branch->people->len < 3)
    return TRUE;
  return exempt (life, branch, error) && hold_year (life, branch, error) && accept_people (life, branch, error) && zb_demo_ceremony (life, branch, error)
         && talk (life, branch, error) && renumber (life, branch, error) && zb_demo_wishes (life, branch, error) && zb_demo_service (life, branch, error);
}
