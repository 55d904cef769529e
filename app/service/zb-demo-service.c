/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-demo-life.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/service/zb-service-activities.h"
#include "store/service/zb-service-certificates.h"
#include "store/service/zb-service-hours.h"
#include "store/zb-records.h"

/* Service of the first branches: a team, volunteers with their report to the community, activities with their hours. The first branch
 * has a task force, a correction and a certificate besides. */
#define BRANCHES_WITH_SERVICE 21
/* The first people of a branch carry its posts; those behind them serve. */
#define FIRST 5
#define SERVING 6

typedef struct {
  const char *title;
  const char *contents;
  const char *served;
  const char *people;
  const char *place;
  int ago; /* days; less than nothing: still to come */
  const char *begin;
  const char *end;
  const char *needed;
  const char *shifts; /* (nullable) */
} Activity;

static const Activity activities[] = {
  { "社区清洁日", "清扫楼道，清运堆放的杂物", "幸福社区居民", "120", "幸福社区", 96, "08:30", "11:30", "6", NULL },
  { "敬老理发", "为老人上门理发、测血压", "独居老人", "18", "青石社区", 61, "09:00", "11:00", "4", NULL },
  { "交通文明劝导", "早高峰路口劝导", "过往行人", "300", "红旗路口", 24, "07:00", "09:00", "6", NULL },
  { "河道巡护", "沿河捡拾垃圾，劝导垂钓", "沿河居民", NULL, "云溪河", -12, "08:00", "16:00", "10", "上午 8:00—11:30\n下午 13:30—16:00" },
};

static char *
ago (ZbDemoLife *life, int days)
{
  return zb_date_to_text (zb_date_add_days (life->today, -days));
}

static gint64
person_of (const ZbDemoBranch *branch, guint nth)
{
  return g_array_index (branch->people, gint64, FIRST + nth % (branch->people->len - FIRST));
}

static char *
person_text (const ZbDemoBranch *branch, guint nth)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, person_of (branch, nth));
}

static char *
name_of (ZbDemoLife *life, const ZbDemoBranch *branch, guint nth)
{
  return zb_records_title (zb_change_set_db (life->set), &zb_kind_member, person_of (branch, nth));
}

/* Teams and volunteers */

static gint64
add_team (ZbDemoLife *life, const ZbDemoBranch *branch, gboolean is_force, GError **error)
{
  g_autofree char *org = g_strdup_printf ("%" G_GINT64_FORMAT, branch->id), *captain = person_text (branch, 0), *called = name_of (life, branch, 0);
  g_autofree char *founded = ago (life, is_force ? 150 : 700), *flag = ago (life, is_force ? 148 : 690), *until = ago (life, -60);
  static const char *const names[] = { "红帆", "先锋", "暖流", "萤火", "石榴籽", "银杏", "晨光" };
  g_autofree char *name = is_force ? g_strdup ("党员招商突击队") : g_strdup_printf ("%s志愿服务队", names[(branch->number - 1) % G_N_ELEMENTS (names)]);
  gint64 team = zb_demo_record (life, &zb_kind_team, error, "name", name, "kind", is_force ? "business" : "volunteer", "org", org, "captain", called,
                                "captain_person", captain, "founded_on", founded, "flag_on", flag, "task", is_force ? "走访企业，收集需求，对接项目" : NULL, "aim",
                                is_force ? "走访企业 30 家" : NULL, "started_on", is_force ? founded : NULL, "ended_on", is_force ? until : NULL, "results",
                                is_force ? "已走访企业 17 家，收集问题 6 个" : NULL, NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, team);

  for (guint i = 0; team != 0 && i < SERVING; i++)
    {
      g_autofree char *person = person_text (branch, i), *member = name_of (life, branch, i);

      if (zb_demo_record (life, &zb_kind_team_member, error, "team", id, "person", person, "name", member, "role", i == 0 ? "队长" : NULL, "joined_on", founded, NULL) == 0)
        return 0;
    }
  return team;
}

static gboolean
add_volunteers (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  static const char *const skills[][2] = { { "理发", "助老服务" }, { "水电维修", "便民维修" }, { "法律咨询", "政策宣讲" }, { "摄影", "文明劝导" } };
  g_autofree char *registered = ago (life, 650), *reported = ago (life, 320);
  ZbDate quarter = zb_date_add_months (life->today, -3);
  g_autofree char *year = g_strdup_printf ("%d", quarter.year), *nth = g_strdup_printf ("%d", (quarter.month + 2) / 3), *received = ago (life, 20);

  for (guint i = 0; i < G_N_ELEMENTS (skills); i++)
    {
      g_autofree char *person = person_text (branch, i), *slip = g_strdup_printf ("报到%02u%02u", branch->number, i + 1), *id = NULL;
      gint64 volunteer = zb_demo_record (life, &zb_kind_volunteer, error, "person", person, "registered_on", registered, "skills", skills[i][0], "services",
                                         skills[i][1], "community", i % 2 == 0 ? "幸福社区" : "青石社区", "grid", "第二网格", "reported_on", reported, "slip",
                                         slip, "contact", "社区网格员", NULL);

      id = g_strdup_printf ("%" G_GINT64_FORMAT, volunteer);
      if (volunteer == 0
          || (i == 0 && zb_demo_record (life, &zb_kind_community_feedback, error, "volunteer", id, "year", year, "quarter", nth, "received_on", received,
                                        "times", "3", "words", "按时参加社区活动，邻里评价好", NULL) == 0))
        return FALSE;
    }
  return TRUE;
}

/* Activities */

static gboolean
finish (ZbDemoLife *life, gint64 activity, gint64 meeting, const char *responsible, GError **error)
{
  const ZbServiceCredit credit = { .confirmed_by = responsible };

  return zb_roll_mark (life->set, meeting, NULL, 0, "present", NULL, error) && zb_service_activities_credit (life->set, activity, &credit, NULL, error);
}

static gboolean
add_activity (ZbDemoLife *life, const ZbDemoBranch *branch, const Activity *from, gint64 team, const char *responsible, GError **error)
{
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting), activity = zb_record_new (&zb_kind_service_activity);
  g_autofree char *on = ago (life, from->ago);
  gboolean is_held = from->ago >= 0;
  gint64 people[SERVING];
  guint n = is_held ? SERVING : SERVING / 2;

  for (guint i = 0; i < n; i++)
    people[i] = person_of (branch, i);
  zb_record_set_int (meeting, "org", branch->id);
  zb_record_set (meeting, "title", from->title);
  zb_record_set (meeting, is_held ? "held_on" : "planned_on", on);
  zb_record_set (meeting, is_held ? "started_at" : "planned_at", from->begin);
  zb_record_set (meeting, "ended_at", is_held ? from->end : NULL);
  zb_record_set (meeting, "place", from->place);
  zb_record_set (meeting, "chair", responsible);
  zb_record_set (activity, "contents", from->contents);
  zb_record_set (activity, "served", from->served);
  zb_record_set (activity, "served_people", from->people);
  zb_record_set (activity, "needed", from->needed);
  zb_record_set (activity, "shifts", from->shifts);
  zb_record_set_int (activity, "team", team);
  if (!zb_service_activities_add (life->set, meeting, activity, people, n, FALSE, error))
    return FALSE;
  if (is_held)
    return finish (life, activity->id, meeting->id, responsible, error);
  return zb_service_activities_sign_up (life->set, activity->id, people, 2, "上午 8:00—11:30", error);
}

/* From a sheet of the community, a slip of the pen in it, and the paper that somebody asked for. */
static gboolean
certify (ZbDemoLife *life, const ZbDemoBranch *branch, const char *responsible, GError **error)
{
  g_autoptr(ZbRecord) certificate = zb_record_new (&zb_kind_service_certificate);
  g_autofree char *on = ago (life, 40), *person = person_text (branch, 1), *from = ago (life, 100), *to = ago (life, 5);
  gint64 hours = zb_demo_record (life, &zb_kind_service_hours, error, "person", person, "on", on, "hours", "50", "contents", "社区图书室值守", "place", "幸福社区",
                                 "source", "sheet", "confirmed_by", "社区网格员", NULL);

  if (hours == 0 || !zb_service_hours_correct (life->set, hours, 35, "登记表多写一个半小时", responsible, NULL, error))
    return FALSE;
  zb_record_set_int (certificate, "person", person_of (branch, 1));
  zb_record_set (certificate, "from", from);
  zb_record_set (certificate, "to", to);
  zb_record_set (certificate, "handler", responsible);
  zb_record_set (certificate, "issued_on", to);
  zb_record_set (certificate, "purpose", "评选优秀志愿者");
  return zb_service_certify (life->set, certificate, error);
}

gboolean
zb_demo_service (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  g_autofree char *responsible = NULL;
  gint64 team;

  if (branch->number > BRANCHES_WITH_SERVICE || branch->people->len < FIRST + SERVING)
    return TRUE;
  responsible = name_of (life, branch, 0);
  if ((team = add_team (life, branch, FALSE, error)) == 0 || (branch->number == 1 && add_team (life, branch, TRUE, error) == 0)
      || !add_volunteers (life, branch, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
    if (!add_activity (life, branch, &activities[i], team, responsible, error))
      return FALSE;
  return branch->number != 1 || certify (life, branch, responsible, error);
}
