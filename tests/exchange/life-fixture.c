/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "life-fixture.h"

#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"

/* The roll stands by posts, then strokes: 1 王一鸣, 2 田富, 3 李芳, 4 王伟, 5 孙立, 6 李四, 7 张三, 8 周洁, 9 赵敏. */
static const char *const names[] = { "王一鸣", "田富", "李芳", "李四", "孙立", "张三", "赵敏", "周洁" };
static const char *const posts[] = { "secretary", "organization_officer", "publicity_officer" };

static void
commit (ZbChangeSet *set)
{
  g_autoptr(GError) error = NULL;

  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
}

gint64
zb_life_meeting (ZbDb *db, gint64 org, const char *kind, ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.add", NULL, &error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);
  const char *field;
  va_list args;

  zb_record_set_int (record, "org", org);
  zb_record_set (record, "kind", kind);
  va_start (args, kind);
  while ((field = va_arg (args, const char *)) != NULL)
    zb_record_set (record, field, va_arg (args, const char *));
  va_end (args);
  zb_meetings_add (set, record, &error);
  g_assert_no_error (error);
  zb_roll_fill (set, record->id, &error);
  g_assert_no_error (error);
  commit (set);
  return record->id;
}

void
zb_life_roll (ZbDb *db, gint64 meeting, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.roll", NULL, &error);

  zb_roll_command (set, meeting, text, &error);
  g_assert_no_error (error);
  commit (set);
}

static gint64
add_full (ZbDb *db, const char *name, gint64 org)
{
  return zb_test_member (db, name, org, "category", "full", "sex", "1", "birth_date", "1985-07-12", "joined_on", "2010-07-01", "confirmed_on",
                         "2011-07-01", NULL);
}

static void
add_people (ZbLifeFixture *self)
{
  static const char *const others[] = { "陈静", "买买提·吐尔逊", "杨帆" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = add_full (self->db, names[i], self->first);
  self->people[8] = zb_test_member (self->db, "王伟", self->first, "category", "probationary", "sex", "1", "birth_date", "1998-02-03", "joined_on",
                                    "2026-03-05", "introducer1", "田富", "introducer2", "李芳", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    self->others[i] = add_full (self->db, others[i], self->second);
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    zb_test_record (self->db, &zb_kind_post, "org", zb_test_id (self->first), "person", zb_test_id (self->people[i]), "post", posts[i],
                    "started_on", "2024-03-01", NULL);
}

/* 支委会 in March; 大会 in March: 张三 on leave, 李四 absent, two hours; 党课 in April, half a day, 李四 on leave and made up in
 * May, 赵敏 absent; an oath on 1 July, everybody came, 周洁 late. */
static void
add_meetings (ZbLifeFixture *self)
{
  ZbDb *db = self->db;

  self->committee_meeting = zb_life_meeting (db, self->first, "committee", "title", "研究发展党员工作", "held_on", "2026-03-02", NULL);
  zb_life_roll (db, self->committee_meeting, "全到");
  self->assembly = zb_life_meeting (db, self->first, "assembly", "title", "讨论接收王伟同志为预备党员", "planned_on", "2026-03-04", "planned_at", "14:00",
                                    "held_on", "2026-03-05", "started_at", "14:30", "ended_at", "16:30", "place", "三楼会议室", "chair", "王一鸣",
                                    "recorder", "李芳", "observers", "集团组织部 郑和平", "contents", "李芳介绍王伟同志的情况。\n与会党员充分发表意见。", "views",
                                    "孙立认为还应多到一线锻炼。", "decisions", "同意接收王伟同志为预备党员。", NULL);
  zb_life_roll (db, self->assembly, "假 7 出差；缺 6；全到");
  self->lecture = zb_life_meeting (db, self->first, "lecture", "title", "老兵讲历史故事", "held_on", "2026-04-10", "started_at", "13:30", "ended_at", "17:00",
                                   "place", "红色驿站", "chair", "田富", "recorder", "李芳", "lecturer", "钱守义", "lecturer_role", "退役老兵", "form",
                                   "talk", "readings", "《中国共产党简史》第一章", "audience_workers", "26", NULL);
  zb_life_roll (db, self->lecture, "假 6 住院；缺 9；全到");
  self->oath = zb_life_meeting (db, self->first, "ceremony", "title", "“七一”入党宣誓仪式", "held_on", "2026-07-01", "started_at", "09:00", "ended_at",
                                "10:30", "place", "革命烈士纪念馆", "chair", "田富", "recorder", "李芳", NULL);
  zb_life_roll (db, self->oath, "迟 8；全到");
  self->to_come = zb_life_meeting (db, self->first, "assembly", "title", "年度工作总结", "planned_on", "2026-12-10", "planned_at", "14:00", "place",
                                   "三楼会议室", "chair", "王一鸣", NULL);
}

/* The row of attendance of one person. */
static gint64
row_of (ZbLifeFixture *self, gint64 meeting, gint64 person)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM attendance WHERE meeting = %" G_GINT64_FORMAT " AND person = %" G_GINT64_FORMAT, meeting,
                                          person);

  return zb_test_db_number (self->test, sql);
}

static void
add_papers (ZbLifeFixture *self)
{
  const char *assembly = zb_test_id (self->assembly), *oath = zb_test_id (self->oath);
  gint64 made_up = row_of (self, self->lecture, self->people[3]);

  zb_test_set (self->db, &zb_kind_attendance, made_up, "made_up_on", "2026-05-08");
  zb_test_set (self->db, &zb_kind_attendance, made_up, "made_up_how", "visit");
  zb_test_set (self->db, &zb_kind_attendance, made_up, "made_up_with", "田富");
  zb_test_record (self->db, &zb_kind_agenda_item, "meeting", assembly, "number", "2", "title", "无记名投票表决", NULL);
  zb_test_record (self->db, &zb_kind_agenda_item, "meeting", assembly, "number", "1", "title", "介绍王伟同志的情况", "speaker", "李芳", NULL);
  self->resolution = zb_test_record (self->db, &zb_kind_resolution, "meeting", assembly, "number", "1", "kind", "admission", "subject",
                                     "接收王伟同志为预备党员", "method", "secret", "entitled", "8", "present", "6", "written", "0", "votes_for", "6",
                                     "votes_against", "0", "abstained", "0", NULL);
  self->ceremony = zb_test_record (self->db, &zb_kind_ceremony, "meeting", oath, "type", "oath", "title", "“七一”入党宣誓仪式", "leader", "王一鸣",
                                   "leader_post", "党支部书记", "representative", "集团党委 郑和平", "text", "constitution", "flag", "1", NULL);
  zb_test_record (self->db, &zb_kind_ceremony_person, "ceremony", zb_test_id (self->ceremony), "person", zb_test_id (self->people[8]), "number", "1",
                  "role", "swearer", "name", "王伟", "sex", "1", "birth_date", "1998-02-03", "joined_on", "2026-03-05", "introducers", "田富、李芳",
                  "branch_name", "第一党支部", NULL);
  zb_test_record (self->db, &zb_kind_agenda_item, "meeting", oath, "number", "1", "title", "宣布开始，宣读宣誓人名单", "kind", "opening", "speaker", "田富",
                  "text", "同志们，入党宣誓仪式现在开始。", NULL);
  zb_test_record (self->db, &zb_kind_agenda_item, "meeting", oath, "number", "2", "title", "宣誓", "kind", "oath", NULL);
}

void
zb_life_fixture_set_up (ZbLifeFixture *self, gconstpointer unused)
{
  self->test = zb_test_db_new ();
  self->db = self->test->db;
  zb_db_set_today (self->db, ZB_LIFE_DAY);
  self->committee = zb_test_organization (self->db, "committee", "中共云溪投资有限公司委员会", 0);
  self->first = zb_test_organization (self->db, "branch", "中共云溪投资有限公司第一支部委员会", self->committee);
  self->second = zb_test_organization (self->db, "branch", "中共云溪投资有限公司第二支部", self->committee);
  zb_test_set (self->db, &zb_kind_organization, self->first, "short_name", "第一党支部");
  zb_test_set (self->db, &zb_kind_organization, self->second, "short_name", "第二党支部");
  add_people (self);
  add_meetings (self);
  add_papers (self);
}

void
zb_life_fixture_tear_down (ZbLifeFixture *self, gconstpointer unused)
{
  zb_test_db_free (self->test);
}

ZbRosterRequest *
zb_life_request (ZbLifeFixture *self, const char *roster)
{
  ZbRosterRequest *request = zb_roster_request_new (zb_roster_get (roster), ZB_LIFE_DAY);

  request->org = self->first;
  return request;
}
