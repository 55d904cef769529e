/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

#define TODAY "2026-06-30"

/* A branch with a committee of three, a group, a probationer and an activist; a second branch beside it. */
typedef struct {
  gint64 committee;
  gint64 one;
  gint64 two;
  gint64 group;
  gint64 secretary;
  gint64 officer;
  gint64 member;
  gint64 probationer;
} House;

static gint64
full (ZbDb *db, const char *name, gint64 org)
{
  return zb_test_member (db, name, org, "category", "full", "joined_on", "2010-05-01", "confirmed_on", "2011-05-01", NULL);
}

static House
build (ZbDb *db)
{
  House house;

  zb_db_set_today (db, zb_test_date (TODAY));
  house.committee = zb_test_organization (db, "committee", "党委", 0);

  house.one = zb_test_organization (db, "branch", "第一党支部", house.committee);
  house.two = zb_test_organization (db, "branch", "第二党支部", house.committee);
  house.group = zb_test_organization (db, "group", "第一党小组", house.one);
  house.member = full (db, "丁一", house.one);
  house.officer = full (db, "王二", house.one);
  house.secretary = full (db, "张三", house.one);
  house.probationer = zb_test_member (db, "李四", house.one, "category", "probationary", "joined_on", "2026-01-10", NULL);
  zb_test_member (db, "赵五", house.one, "category", "activist", "activist_on", "2025-01-10", NULL);
  full (db, "孙六", house.two);
  zb_test_record (db, &zb_kind_post, "org", zb_test_id (house.one), "person", zb_test_id (house.secretary), "post", "secretary", "started_on",
                  "2024-01-01", NULL);
  zb_test_record (db, &zb_kind_post, "org", zb_test_id (house.one), "person", zb_test_id (house.officer), "post", "organization_officer",
                  "started_on", "2024-01-01", NULL);
  return house;
}

/* A roll as one text: name, + expected or −, v voter, and why. */
static char *
roll_on (ZbDb *db, gint64 org, const char *kind, const char *day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) roll = zb_roll_compute (db, org, kind, zb_test_date (day), &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < roll->len; i++)
    {
      const ZbRollEntry *entry = g_ptr_array_index (roll, i);

      g_string_append_printf (out, "%s%s%s%s:%s", i > 0 ? " " : "", entry->name, entry->expected ? "+" : "-", entry->voter ? "v" : "", entry->why);
    }
  return g_string_free (out, FALSE);
}

#define ASSERT_ROLL(db, org, kind, day, expected) \
  G_STMT_START { \
    g_autofree char *found_ = roll_on (db, org, kind, day); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

static gint64
add_meeting (ZbDb *db, const char *first, ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.add", NULL, NULL);
  va_list args;

  va_start (args, first);
  for (const char *field = first; field != NULL; field = va_arg (args, const char *))
    zb_record_set (record, field, va_arg (args, const char *));
  va_end (args);
  g_assert_true (zb_meetings_add (set, record, &error));
  g_assert_no_error (error);
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  return record->id;
}

static void
fill (ZbDb *db, gint64 meeting)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.roll", NULL, NULL);

  g_assert_true (zb_roll_fill (set, meeting, &error));
  g_assert_no_error (error);
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
}

static gboolean
command (ZbDb *db, gint64 meeting, const char *text, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.mark", NULL, NULL);

  return zb_roll_command (set, meeting, text, error) && zb_change_set_commit (set, NULL, NULL);
}

static void
assert_refused (GError *error, const char *reason)
{
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, reason));
}

static void
test_roll (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  /* In order of posts, then strokes of the name; the activist is not expected, the probationer has no vote. */
  ASSERT_ROLL (test->db, house.one, "assembly", "2026-03-01", "张三+v:branch 王二+v:branch 丁一+v:branch 李四+:branch");
  ASSERT_ROLL (test->db, house.one, "committee", "2026-03-01", "张三+v:committee 王二+v:committee");
  ASSERT_ROLL (test->db, house.group, "group", "2026-03-01", "");
  ASSERT_ROLL (test->db, house.committee, "assembly", "2026-03-01",
               "丁一+v:branch 王二+v:branch 孙六+v:branch 李四+:branch 张三+v:branch");
  /* Before the posts began and before the probationer had joined. */
  ASSERT_ROLL (test->db, house.one, "committee", "2023-03-01", "");
  ASSERT_ROLL (test->db, house.one, "assembly", "2025-12-01", "张三+v:branch 王二+v:branch 丁一+v:branch");
}

/* Who moved is expected where he was that day. */
static void
test_roll_after_moves (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  g_assert_true (zb_test_do (test->db, &zb_kind_member, house.member, "move", TODAY, NULL, "on", "2026-05-10", "to", zb_test_id (house.two), NULL));
  ASSERT_ROLL (test->db, house.one, "assembly", "2026-05-09", "张三+v:branch 王二+v:branch 丁一+v:branch 李四+:branch");
  ASSERT_ROLL (test->db, house.one, "assembly", "2026-05-10", "张三+v:branch 王二+v:branch 李四+:branch");
  ASSERT_ROLL (test->db, house.two, "assembly", "2026-05-09", "孙六+v:branch");
  ASSERT_ROLL (test->db, house.two, "assembly", "2026-05-10", "丁一+v:branch 孙六+v:branch");
}

static void
test_exemptions (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  zb_test_record (test->db, &zb_kind_exemption, "person", zb_test_id (house.member), "kind", "illness", "started_on", "2026-02-01", "ended_on",
                  "2026-03", "reason", "住院", NULL);
  zb_test_record (test->db, &zb_kind_exemption, "person", zb_test_id (house.officer), "kind", "restricted", "started_on", "2026-02-01",
                  "attends", "1", "votes", "1", "reason", "留党察看", NULL);
  ASSERT_ROLL (test->db, house.one, "assembly", "2026-01-31", "张三+v:branch 王二+v:branch 丁一+v:branch 李四+:branch");
  ASSERT_ROLL (test->db, house.one, "assembly", "2026-03-31", "张三+v:branch 王二+:branch 丁一-:exempt 李四+:branch");
  ASSERT_ROLL (test->db, house.one, "assembly", "2026-04-01", "张三+v:branch 王二+:branch 丁一+v:branch 李四+:branch");
}

static void
test_second_membership (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  zb_test_record (test->db, &zb_kind_membership, "person", zb_test_id (house.member), "org", zb_test_id (house.two), "kind", "temporary",
                  "started_on", "2026-02-01", NULL);
  ASSERT_ROLL (test->db, house.two, "assembly", "2026-03-01", "丁一+:second 孙六+v:branch");
  ASSERT_ROLL (test->db, house.one, "assembly", "2026-03-01", "张三+v:branch 王二+v:branch 丁一+v:branch 李四+:branch");
  /* Seen from above one person stands on the roll once, with the vote of the organisational membership. */
  ASSERT_ROLL (test->db, house.committee, "assembly", "2026-03-01",
               "丁一+v:branch 王二+v:branch 孙六+v:branch 李四+:branch 张三+v:branch");
}

static void
test_add (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 first = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-03-05", "started_at", "14:00",
                              "ended_at", "15:30", "chair", "张三", "recorder", "王二", "lecturer", "陈老兵", NULL);
  gint64 second = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "planned_on", "2026-07-05", NULL);
  gint64 other = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "lecture", "held_on", "2026-03-05", "held_until", "2026-03-06",
                              "title", "专题党课", NULL);

  zb_test_assert_value (test->db, &zb_kind_meeting, first, "state", "held");
  zb_test_assert_value (test->db, &zb_kind_meeting, first, "title", "2026年第1次支部党员大会");
  zb_test_assert_value (test->db, &zb_kind_meeting, first, "hours", "15");
  zb_test_assert_value (test->db, &zb_kind_meeting, first, "chair_person", zb_test_id (house.secretary));
  zb_test_assert_value (test->db, &zb_kind_meeting, first, "recorder_person", zb_test_id (house.officer));
  zb_test_assert_value (test->db, &zb_kind_meeting, first, "lecturer_person", NULL);
  zb_test_assert_value (test->db, &zb_kind_meeting, second, "state", "planned");
  zb_test_assert_value (test->db, &zb_kind_meeting, second, "number", "2");
  zb_test_assert_value (test->db, &zb_kind_meeting, other, "number", "1");
  zb_test_assert_value (test->db, &zb_kind_meeting, other, "hours", "160");
  zb_test_assert_value (test->db, &zb_kind_meeting, other, "title", "专题党课");
}

static void
change (ZbDb *db, gint64 meeting, const char *field, const char *value)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.set", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_records_get (db, &zb_kind_meeting, meeting, FALSE, NULL);

  zb_record_set (record, field, value);
  g_assert_true (zb_meetings_update (set, record, NULL) && zb_change_set_commit (set, NULL, NULL));
}

/* Moved and cancelled as people do it, two meetings never have one number; numbers that people gave, and titles, stay. */
static void
test_moved_numbers (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 first = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "planned_on", "2026-07-05", NULL);
  gint64 second = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "planned_on", "2026-08-05", "title", "半年总结", NULL);
  gint64 third, lecture = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "lecture", "planned_on", "2026-08-05", NULL);

  /* Within the year the number stays: the notice named it. */
  change (test->db, first, "planned_on", "2026-09-05");
  zb_test_assert_value (test->db, &zb_kind_meeting, first, "number", "1");
  /* Cancelled, its number is free for the next; planned again, it gets another. */
  g_assert_true (zb_test_do (test->db, &zb_kind_meeting, second, "cancel", TODAY, NULL, "reason", "防汛", NULL));
  third = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "planned_on", "2026-10-05", NULL);
  zb_test_assert_value (test->db, &zb_kind_meeting, third, "number", "2");
  g_assert_true (zb_test_do (test->db, &zb_kind_meeting, second, "reopen", TODAY, NULL, NULL));
  zb_test_assert_value (test->db, &zb_kind_meeting, second, "number", "3");
  zb_test_assert_value (test->db, &zb_kind_meeting, second, "title", "半年总结");
  /* Cancelled and planned again while nobody took it, it keeps its own. */
  g_assert_true (zb_test_do (test->db, &zb_kind_meeting, second, "cancel", TODAY, NULL, "reason", "防汛", NULL));
  g_assert_true (zb_test_do (test->db, &zb_kind_meeting, second, "reopen", TODAY, NULL, NULL));
  zb_test_assert_value (test->db, &zb_kind_meeting, second, "number", "3");
  /* In another year, of another kind, it is the next there. */
  change (test->db, third, "planned_on", "2027-01-05");
  zb_test_assert_value (test->db, &zb_kind_meeting, third, "number", "1");
  zb_test_assert_value (test->db, &zb_kind_meeting, third, "title", "2027年第1次支部党员大会");
  change (test->db, first, "kind", "lecture");
  zb_test_assert_value (test->db, &zb_kind_meeting, first, "number", "2");
  zb_test_assert_value (test->db, &zb_kind_meeting, lecture, "number", "1");
  /* What a person gives stays. */
  change (test->db, lecture, "number", "7");
  zb_test_assert_value (test->db, &zb_kind_meeting, lecture, "number", "7");
}

/* Written down late, a meeting stands where its day is; a title that somebody gave stays. */
static void
test_renumber (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 may = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-05-05", NULL);
  gint64 planned = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "planned_on", "2026-07-05", "title", "半年总结", NULL);
  gint64 march = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-03-05", NULL);
  gint64 before = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2025-03-05", "number", "7", NULL);
  gint64 lecture = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "lecture", "held_on", "2026-03-05", "number", "9", NULL);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "meeting.renumber", NULL, NULL);
  guint changed;

  zb_test_assert_value (test->db, &zb_kind_meeting, march, "title", "2026年第3次支部党员大会");
  g_assert_true (zb_meetings_renumber (set, house.one, "assembly", 2026, &changed, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  g_assert_cmpuint (changed, ==, 3);
  zb_test_assert_value (test->db, &zb_kind_meeting, march, "title", "2026年第1次支部党员大会");
  zb_test_assert_value (test->db, &zb_kind_meeting, may, "title", "2026年第2次支部党员大会");
  zb_test_assert_value (test->db, &zb_kind_meeting, planned, "number", "3");
  zb_test_assert_value (test->db, &zb_kind_meeting, planned, "title", "半年总结");
  zb_test_assert_value (test->db, &zb_kind_meeting, before, "number", "7");
  zb_test_assert_value (test->db, &zb_kind_meeting, lecture, "number", "9");
}

static void
test_bad_times (void)
{
  static const struct { const char *field, *value, *field2, *value2, *reason; } cases[] = {
    { "held_on", "2026-07-01", "note", "x", "in-future|2026-07-01" },
    { "held_on", "2026-06-01", "held_until", "2026-05-31", "reversed-of|结束日期|2026-05-31|召开日期|2026-06-01|第一党支部" },
    { "started_at", "15:00", "ended_at", "14:59", "ends-before|14:59|15:00" },
  };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);
      g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "meeting.add", NULL, NULL);

      zb_record_set_int (record, "org", house.one);
      zb_record_set (record, "kind", "assembly");
      zb_record_set (record, cases[i].field, cases[i].value);
      zb_record_set (record, cases[i].field2, cases[i].value2);
      g_assert_false (zb_meetings_add (set, record, &error));
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
      g_assert_cmpstr (error->message, ==, cases[i].reason);
    }
}

static ZbMeetingCount
count (ZbDb *db, gint64 meeting)
{
  ZbMeetingCount result;

  g_assert_true (zb_meetings_count (db, meeting, &result, NULL));
  g_assert_cmpuint (result.expected, ==, result.present + result.excused + result.absent);
  return result;
}

/* 应到 4：张三 1, 王二 2, 丁一 3, 李四 4. */
static void
test_mark (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-03-05", NULL);
  ZbMeetingCount figures;

  fill (test->db, meeting);
  figures = count (test->db, meeting);
  g_assert_cmpuint (figures.expected, ==, 4);
  g_assert_cmpuint (figures.absent, ==, 4);
  g_assert_cmpuint (figures.unmarked, ==, 4);
  g_assert_cmpuint (figures.voters, ==, 3);
  g_assert_true (command (test->db, meeting, "假 3 出差；全到", &error));
  g_assert_no_error (error);
  g_assert_true (command (test->db, meeting, "迟 2", &error));
  figures = count (test->db, meeting);
  g_assert_cmpuint (figures.present, ==, 3);
  g_assert_cmpuint (figures.late, ==, 1);
  g_assert_cmpuint (figures.excused, ==, 1);
  g_assert_cmpuint (figures.absent, ==, 0);
  g_assert_cmpuint (figures.unmarked, ==, 0);
  g_assert_cmpuint (figures.voters_present, ==, 2);
  /* A wrong number changes nothing of the order. */
  g_assert_false (command (test->db, meeting, "缺 1；缺 9", &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE);
  g_assert_cmpuint (count (test->db, meeting).absent, ==, 0);
  /* Taking it back gives the four marks back. */
  g_assert_true (zb_history_undo (test->db, 0, NULL, NULL));
  g_assert_true (zb_history_undo (test->db, 0, NULL, NULL));
  g_assert_cmpuint (count (test->db, meeting).unmarked, ==, 4);
}

static void
test_mark_in_future (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "planned_on", "2026-07-01", NULL);

  fill (test->db, meeting);
  g_assert_false (command (test->db, meeting, "全到", &error));
  assert_refused (error, "not-held-yet|2026-07-01");
  g_clear_error (&error);
  /* Nor by any other way of writing. */
  rows = zb_meetings_parts (test->db, &zb_kind_attendance, meeting, NULL);
  set = zb_change_set_begin (test->db, "attendance.set", NULL, NULL);
  g_assert_false (zb_change_set_set (set, &zb_kind_attendance, ((ZbRecord *) rows->pdata[0])->id, "state", "present", &error));
  assert_refused (error, "not-held-yet|2026-07-01");
}

/* Only who missed a meeting makes it up, and afterwards. */
static void
test_make_up_follows (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GPtrArray) rows = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-06-05", NULL);
  static const struct { guint row; const char *on; const char *refused; } cases[] = {
    { 0, "2026-06-10", "made-up-was-there|" }, { 1, "2026-06-04", "made-up-before|2026-06-04|2026-06-05" }, { 1, "2026-06-05", NULL }, { 1, "2026-06", NULL },
  };

  fill (test->db, meeting);
  g_assert_true (command (test->db, meeting, "到 1；假 2 出差", NULL));
  rows = zb_meetings_parts (test->db, &zb_kind_attendance, meeting, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "attendance.set", NULL, NULL);
      const ZbRecord *row = rows->pdata[cases[i].row];
      gboolean good = zb_change_set_set (set, &zb_kind_attendance, row->id, "made_up_on", cases[i].on, &error);

      g_test_message ("%s", cases[i].on);
      g_assert_true (good == (cases[i].refused == NULL));
      if (!good)
        g_assert_true (g_str_has_prefix (error->message, cases[i].refused));
    }
}

/* Who was there after all keeps no make-up beside it, and undo brings it back. */
static void
test_mark_ends_make_up (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) marked = NULL;
  g_autoptr(GPtrArray) undone = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-06-05", NULL);
  gint64 id;

  fill (test->db, meeting);
  g_assert_true (command (test->db, meeting, "假 1 出差", NULL));
  rows = zb_meetings_parts (test->db, &zb_kind_attendance, meeting, NULL);
  id = ((ZbRecord *) rows->pdata[0])->id;
  zb_test_set (test->db, &zb_kind_attendance, id, "made_up_on", "2026-06-10");
  zb_test_set (test->db, &zb_kind_attendance, id, "made_up_hours", "150");
  /* By correcting the one field it is asked what became of the other. */
  set = zb_change_set_begin (test->db, "attendance.set", NULL, NULL);
  g_assert_false (zb_change_set_set (set, &zb_kind_attendance, id, "state", "present", &error));
  g_assert_true (g_str_has_prefix (error->message, "made-up-was-there|"));
  g_clear_pointer (&set, zb_change_set_free);
  g_assert_true (command (test->db, meeting, "到 1", NULL));
  marked = zb_meetings_parts (test->db, &zb_kind_attendance, meeting, NULL);
  g_assert_cmpstr (zb_record_get (marked->pdata[0], "state"), ==, "present");
  g_assert_null (zb_record_get (marked->pdata[0], "made_up_on"));
  g_assert_null (zb_record_get (marked->pdata[0], "made_up_hours"));
  g_assert_true (zb_history_undo (test->db, 0, NULL, NULL));
  undone = zb_meetings_parts (test->db, &zb_kind_attendance, meeting, NULL);
  g_assert_cmpstr (zb_record_get (undone->pdata[0], "state"), ==, "excused");
  g_assert_cmpstr (zb_record_get (undone->pdata[0], "made_up_on"), ==, "2026-06-10");
}

/* The roll follows the day until it is marked; what is marked stays. */
static void
test_frozen (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-06-05", NULL);

  fill (test->db, meeting);
  g_assert_true (command (test->db, meeting, "到 3", NULL));
  g_assert_true (zb_test_do (test->db, &zb_kind_member, house.member, "move", TODAY, NULL, "on", "2026-06-01", "to", zb_test_id (house.two), NULL));
  g_assert_true (zb_test_do (test->db, &zb_kind_member, house.probationer, "move", TODAY, NULL, "on", "2026-06-01", "to", zb_test_id (house.two), NULL));
  zb_test_set (test->db, &zb_kind_member, house.member, "name", "丁乙");
  fill (test->db, meeting);
  g_assert_cmpuint (count (test->db, meeting).expected, ==, 3);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM attendance WHERE name = '丁一' AND state = 'present' AND withdrawn = 0"), ==, 1);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM attendance WHERE name = '李四' AND withdrawn = 0"), ==, 0);
}

static void
test_newcomers (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.two), "kind", "lecture", "held_on", "2026-03-05", NULL);
  g_autoptr(ZbChangeSet) set = NULL;
  gint64 row = 0;

  fill (test->db, meeting);
  set = zb_change_set_begin (test->db, "meeting.mark", NULL, NULL);
  g_assert_true (zb_roll_add (set, meeting, house.member, NULL, "member", &row, &error));
  g_assert_true (zb_roll_add (set, meeting, 0, "施工班组长", "guest", NULL, &error));
  g_assert_false (zb_roll_add (set, meeting, house.member, NULL, "member", NULL, &error));
  assert_refused (error, "on-the-roll|丁一");
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  zb_test_assert_value (test->db, &zb_kind_attendance, row, "seat", "2");
  zb_test_assert_value (test->db, &zb_kind_attendance, row, "place_of", "第一党支部");
  zb_test_assert_value (test->db, &zb_kind_attendance, row, "voter", "0");
  g_assert_cmpuint (count (test->db, meeting).expected, ==, 2);
  g_assert_cmpuint (count (test->db, meeting).guests, ==, 1);
}

static void
test_beside_and_plan (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-03-05", "place", "三楼会议室", NULL);
  gint64 item = zb_test_record (test->db, &zb_kind_plan_item, "org", zb_test_id (house.one), "month", "2026-08", "kind", "theme_day", "title",
                                "参观红色教育基地", NULL);
  g_autoptr(ZbChangeSet) set = NULL;
  gint64 lecture = 0, committee = 0, planned = 0;

  fill (test->db, meeting);
  g_assert_true (command (test->db, meeting, "全到", NULL));
  set = zb_change_set_begin (test->db, "meeting.add", NULL, NULL);
  g_assert_true (zb_meetings_add_beside (set, meeting, "lecture", &lecture, NULL));
  g_assert_true (zb_meetings_add_beside (set, lecture, "committee", &committee, NULL));
  g_assert_true (zb_meetings_from_plan (set, item, zb_test_date ("2026-08-09"), &planned, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  zb_test_assert_value (test->db, &zb_kind_meeting, lecture, "place", "三楼会议室");
  zb_test_assert_value (test->db, &zb_kind_meeting, lecture, "occasion", zb_test_id (meeting));
  zb_test_assert_value (test->db, &zb_kind_meeting, committee, "occasion", zb_test_id (meeting));
  g_assert_cmpuint (count (test->db, lecture).present, ==, 4);
  g_assert_cmpuint (count (test->db, committee).expected, ==, 2);
  g_assert_cmpuint (count (test->db, committee).unmarked, ==, 2);
  zb_test_assert_value (test->db, &zb_kind_meeting, planned, "title", "参观红色教育基地");
  zb_test_assert_value (test->db, &zb_kind_meeting, planned, "planned_on", "2026-08-09");
  zb_test_assert_value (test->db, &zb_kind_meeting, planned, "plan_item", zb_test_id (item));
  g_assert_cmpuint (count (test->db, planned).expected, ==, 4);
}

static void
test_steps (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "planned_on", "2026-06-01", NULL);

  g_assert_false (zb_test_do (test->db, &zb_kind_meeting, meeting, "hold", TODAY, &error, "on", "2026-07-02", NULL));
  assert_refused (error, "in-future");
  g_clear_error (&error);
  g_assert_true (zb_test_do (test->db, &zb_kind_meeting, meeting, "hold", TODAY, &error, "on", "2026-06-02", "started_at", "09:00", NULL));
  g_assert_no_error (error);
  zb_test_assert_value (test->db, &zb_kind_meeting, meeting, "state", "held");
  zb_test_assert_value (test->db, &zb_kind_meeting, meeting, "held_on", "2026-06-02");
  zb_test_assert_value (test->db, &zb_kind_meeting, meeting, "started_at", "09:00");
  g_assert_false (zb_test_do (test->db, &zb_kind_meeting, meeting, "cancel", TODAY, &error, "reason", "防汛", NULL));
  assert_refused (error, "not-now");
  g_clear_error (&error);
  g_assert_true (zb_test_do (test->db, &zb_kind_meeting, meeting, "reopen", TODAY, &error, NULL));
  g_assert_true (zb_test_do (test->db, &zb_kind_meeting, meeting, "cancel", TODAY, &error, "reason", "防汛", NULL));
  zb_test_assert_value (test->db, &zb_kind_meeting, meeting, "cancelled_why", "防汛");
  zb_test_assert_value (test->db, &zb_kind_meeting, meeting, "held_on", NULL);
}

/* What is recorded as held gets its hours, and the roll of the day it was held. */
static void
test_hold (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "planned_on", "2025-12-01", NULL);

  fill (test->db, meeting);
  g_assert_cmpuint (count (test->db, meeting).expected, ==, 3);
  g_assert_false (zb_test_do (test->db, &zb_kind_meeting, meeting, "hold", TODAY, &error, "on", "2026-02-01", "started_at", "10:00", "ended_at", "09:00", NULL));
  assert_refused (error, "ends-before");
  g_clear_error (&error);
  g_assert_true (zb_test_do (test->db, &zb_kind_meeting, meeting, "hold", TODAY, &error, "on", "2026-02-01", "started_at", "09:00", "ended_at", "11:00", NULL));
  g_assert_no_error (error);
  zb_test_assert_value (test->db, &zb_kind_meeting, meeting, "hours", "20");
  g_assert_cmpuint (count (test->db, meeting).expected, ==, 4);
}

/* Held or not is told by the day; a state that says otherwise is refused. */
static void
test_state_and_day (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-03-05", NULL);
  g_autoptr(ZbRecord) record = zb_records_get (test->db, &zb_kind_meeting, meeting, FALSE, NULL);
  g_autoptr(ZbRecord) fresh = zb_record_new (&zb_kind_meeting);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "meeting.set", NULL, NULL);

  zb_record_set (record, "held_on", NULL);
  g_assert_false (zb_meetings_update (set, record, &error));
  assert_refused (error, "no-day-yet");
  g_clear_error (&error);
  zb_record_set_int (fresh, "org", house.one);
  zb_record_set (fresh, "kind", "assembly");
  zb_record_set (fresh, "state", "held");
  g_assert_false (zb_meetings_add (set, fresh, &error));
  assert_refused (error, "no-day-yet");
}

static void
test_mark_cancelled (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "planned_on", "2026-03-05", NULL);

  fill (test->db, meeting);
  g_assert_true (zb_test_do (test->db, &zb_kind_meeting, meeting, "cancel", TODAY, NULL, "reason", "防汛", NULL));
  g_assert_false (command (test->db, meeting, "全到", &error));
  assert_refused (error, "meeting-cancelled");
}

/* A meeting entered by mistake goes with its parts, and comes back with them. */
static void
test_withdraw (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GPtrArray) history = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "assembly", "held_on", "2026-03-05", NULL);
  g_autoptr(ZbChangeSet) set = NULL;

  fill (test->db, meeting);
  zb_test_record (test->db, &zb_kind_agenda_item, "meeting", zb_test_id (meeting), "title", "学习", NULL);
  before = zb_test_db_state (test->db);
  set = zb_change_set_begin (test->db, "meeting.withdraw", NULL, NULL);
  g_assert_true (zb_change_set_withdraw_whole (set, &zb_kind_meeting, meeting, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM attendance WHERE withdrawn = 0"), ==, 0);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM agenda_item WHERE withdrawn = 0"), ==, 0);
  history = zb_history_of_record (test->db, &zb_kind_meeting, meeting, NULL);
  g_assert_cmpuint (history->len, ==, 12);
  g_assert_true (zb_history_undo (test->db, 0, NULL, NULL));
  after = zb_test_db_state (test->db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_vote (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 meeting = add_meeting (test->db, "org", zb_test_id (house.one), "kind", "committee", "held_on", "2026-03-05", NULL);
  gint64 id = zb_test_record (test->db, &zb_kind_resolution, "meeting", zb_test_id (meeting), "kind", "candidate", "subject", "确定发展对象", "entitled",
                              "3", "present", "3", "votes_for", "3", "votes_against", "0", NULL);
  g_autoptr(ZbRecord) record = zb_records_get (test->db, &zb_kind_resolution, id, FALSE, NULL);
  ZbVote vote;

  g_assert_true (zb_meetings_vote (test->db, record, &vote, NULL));
  g_assert_true (vote.in_committee);
  g_assert_cmpint (vote.decision, ==, ZB_DECISION_CANDIDATE);
  g_assert_cmpint (vote.votes_for, ==, 3);
  g_assert_cmpint (vote.abstained, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meetings/moved-numbers", test_moved_numbers);
  g_test_add_func ("/meetings/renumber", test_renumber);
  g_test_add_func ("/meetings/roll", test_roll);
  g_test_add_func ("/meetings/roll-after-moves", test_roll_after_moves);
  g_test_add_func ("/meetings/exemptions", test_exemptions);
  g_test_add_func ("/meetings/second-membership", test_second_membership);
  g_test_add_func ("/meetings/add", test_add);
  g_test_add_func ("/meetings/bad-times", test_bad_times);
  g_test_add_func ("/meetings/mark", test_mark);
  g_test_add_func ("/meetings/mark-in-future", test_mark_in_future);
  g_test_add_func ("/meetings/make-up-follows", test_make_up_follows);
  g_test_add_func ("/meetings/mark-ends-make-up", test_mark_ends_make_up);
  g_test_add_func ("/meetings/frozen", test_frozen);
  g_test_add_func ("/meetings/newcomers", test_newcomers);
  g_test_add_func ("/meetings/beside-and-plan", test_beside_and_plan);
  g_test_add_func ("/meetings/steps", test_steps);
  g_test_add_func ("/meetings/hold", test_hold);
  g_test_add_func ("/meetings/state-and-day", test_state_and_day);
  g_test_add_func ("/meetings/mark-cancelled", test_mark_cancelled);
  g_test_add_func ("/meetings/withdraw", test_withdraw);
  g_test_add_func ("/meetings/vote", test_vote);
  return g_test_run ();
}
