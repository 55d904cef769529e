/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/life/zb-check-life.h"
#include "zb-test-db.h"

#define TODAY "2026-06-30"

/* Each rule is broken on purpose in a house where all the others hold. */
typedef struct {
  gint64 branch;
  gint64 full;
  gint64 probationer;
  gint64 meeting;
} House;

static gint64
hold (ZbDb *db, gint64 org, const char *kind, const char *on, const char *from, const char *to)
{
  return zb_test_record (db, &zb_kind_meeting, "org", zb_test_id (org), "kind", kind, "title", kind, "state", "held", "held_on", on, "started_at", from,
                         "ended_at", to, "chair", "张三", "recorder", "王二", "contents", on, NULL);
}

static gint64
attend (ZbDb *db, gint64 meeting, gint64 person, const char *name, const char *state, const char *voter)
{
  return zb_test_record (db, &zb_kind_attendance, "meeting", zb_test_id (meeting), "person", person != 0 ? zb_test_id (person) : NULL, "name", name, "role", "member", "expected",
                         "1", "voter", voter, "state", state, NULL);
}

static House
build (ZbDb *db)
{
  House house = { .branch = zb_test_organization (db, "branch", "第一党支部", 0) };

  house.full = zb_test_member (db, "张三", house.branch, "category", "full", "joined_on", "2010-05-01", "confirmed_on", "2011-05-01", NULL);
  house.probationer = zb_test_member (db, "李四", house.branch, "category", "probationary", "joined_on", "2026-01-10", NULL);
  house.meeting = hold (db, house.branch, "assembly", "2026-03-05", "09:00", "10:30");
  attend (db, house.meeting, house.full, "张三", "present", "1");
  attend (db, house.meeting, house.probationer, "李四", "present", "0");
  return house;
}

/* The rules that are broken, with their values: `rule(value,value)`, sorted. */
static char *
findings_of (ZbDb *db, gint64 meeting)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = meeting != 0 ? zb_check_meeting (db, meeting, zb_test_date (TODAY), &error)
                                            : zb_check_run (db, zb_test_date (TODAY), TRUE, NULL, NULL, &error);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const ZbFinding *finding = g_ptr_array_index (found, i);
      g_autofree char *values = g_strjoinv (",", finding->values);

      /* Other rooms look at people and organisations. */
      if (meeting != 0 || finding->kind == &zb_kind_meeting || strstr (finding->rule, "outstanding") != NULL || strcmp (finding->rule, "meeting-missing") == 0)
        g_ptr_array_add (words, g_strdup_printf ("%s(%s)", finding->rule, values));
    }
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (words, i));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define ASSERT_FOUND(db, meeting, expected) \
  G_STMT_START { \
    g_autofree char *found_ = findings_of (db, meeting); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

static void
test_sound (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  ASSERT_FOUND (test->db, house.meeting, "");
}

static void
test_absent (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 first = attend (test->db, house.meeting, 0, "赵五", "absent", "0"), second = attend (test->db, house.meeting, 0, "孙六", NULL, "0");

  ASSERT_FOUND (test->db, house.meeting, "absent-without-reason(2,赵五、孙六)");
  zb_test_set (test->db, &zb_kind_attendance, first, "reason", "出差");
  ASSERT_FOUND (test->db, house.meeting, "absent-without-reason(1,孙六)");
  zb_test_set (test->db, &zb_kind_attendance, second, "expected", "0");
  ASSERT_FOUND (test->db, house.meeting, "");
}

static void
test_minutes (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "recorder", "张三");
  ASSERT_FOUND (test->db, house.meeting, "chair-is-recorder(张三)");
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "recorder", NULL);
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "contents", NULL);
  ASSERT_FOUND (test->db, house.meeting, "no-recorder() no-contents()");
}

static void
test_copies (void)
{
  static const char *const text = "会议学习了上级文件，传达了有关会议精神，与会党员结合各自工作实际作了交流发言，支部书记作了总结讲话并提出要求。";
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 later = hold (test->db, house.branch, "theme_day", "2026-04-05", "09:00", "10:00");

  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "contents", text);
  zb_test_set (test->db, &zb_kind_meeting, later, "contents", text);
  ASSERT_FOUND (test->db, later, "copied-contents(2026-03-05,assembly)");
  ASSERT_FOUND (test->db, house.meeting, "");
  zb_test_set (test->db, &zb_kind_meeting, later, "contents", "另一次会议");
  ASSERT_FOUND (test->db, later, "");
}

/* Dates, figures and a name were changed: nobody wrote that anew. The check of all finds what that of one finds. */
static void
test_near_copies (void)
{
  static const char *const first =
    "3月5日下午2点，会议由张三同志主持。首先学习了上级文件，传达了有关会议精神，与会党员结合各自工作实际作了交流发言，张三同志作了总结讲话并提出三点要求。";
  static const char *const second =
    "4月二十日上午9点，会议由赵敏同志主持。首先学习了上级文件，传达了有关会议精神，与会党员结合各自工作实际作了交流发言，赵敏同志作了总结讲话并提出四点要求。";
  static const char *const other =
    "5月6日上午，支部组织党员到云溪革命纪念馆参观，在纪念碑前敬献花篮，听讲解员介绍当地革命历史，两名青年党员谈了参观感受，回程途中讨论了下月志愿服务安排。";
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 copy = hold (test->db, house.branch, "theme_day", "2026-04-20", "09:00", "10:00");
  gint64 fresh = hold (test->db, house.branch, "theme_day", "2026-05-06", "09:00", "10:00");
  gint64 branch = zb_test_organization (test->db, "branch", "第二党支部", 0);
  gint64 elsewhere = hold (test->db, branch, "theme_day", "2026-06-06", "09:00", "10:00");
  g_autofree char *all = NULL;

  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "contents", first);
  zb_test_set (test->db, &zb_kind_meeting, copy, "contents", second);
  zb_test_set (test->db, &zb_kind_meeting, fresh, "contents", other);
  zb_test_set (test->db, &zb_kind_meeting, elsewhere, "contents", first);
  ASSERT_FOUND (test->db, house.meeting, "");
  ASSERT_FOUND (test->db, copy, "alike-contents(2026-03-05,assembly,86%)");
  ASSERT_FOUND (test->db, fresh, "");
  ASSERT_FOUND (test->db, elsewhere, "");
  all = findings_of (test->db, 0);
  g_assert_nonnull (strstr (all, "alike-contents(2026-03-05,assembly,86%)"));
  g_assert_null (strstr (strstr (all, "alike-contents") + 1, "alike-contents"));
}

/* Sentences of their own: the same for the same number, without a group in common for others. */
static void
append_sentences (GString *out, guint from, guint n, guint of)
{
  for (guint i = from; i < from + n; i++)
    {
      for (guint k = 0; k < 9; k++)
        g_string_append_unichar (out, 0x4e00 + (i % of) * 9 + k);
      g_string_append (out, "。");
    }
}

/* Of what an earlier meeting says each later one says a half: it is still found from the one that says all of it again and
 * five characters more: 106 groups of 106 and 111. */
static void
test_copies_among_many (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  g_autoptr(GString) whole = g_string_new (NULL);
  g_autofree char *all = NULL;
  gint64 copy;

  append_sentences (whole, 0, 12, 12);
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "contents", whole->str);
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-04-%02u", i + 1);
      gint64 other = hold (test->db, house.branch, "theme_day", day, "09:00", "10:00");
      g_autoptr(GString) half = g_string_new (NULL);

      append_sentences (half, i, 6, 12);
      append_sentences (half, 100 + i * 6, 6, G_MAXUINT);
      zb_test_set (test->db, &zb_kind_meeting, other, "contents", half->str);
    }
  copy = hold (test->db, house.branch, "theme_day", "2026-05-20", "09:00", "10:00");
  g_string_append (whole, "另有一句新话");
  zb_test_set (test->db, &zb_kind_meeting, copy, "contents", whole->str);
  ASSERT_FOUND (test->db, copy, "alike-contents(2026-03-05,assembly,98%)");
  all = findings_of (test->db, 0);
  g_assert_nonnull (strstr (all, "alike-contents(2026-03-05,assembly,98%)"));
  g_assert_null (strstr (strstr (all, "alike-contents") + 1, "alike-contents"));
}

static void
test_two_places (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 other = hold (test->db, house.branch, "lecture", "2026-03-05", "10:00", "11:00");

  attend (test->db, other, house.full, "张三", "late", "1");
  ASSERT_FOUND (test->db, house.meeting, "two-places(张三,lecture)");
  ASSERT_FOUND (test->db, other, "two-places(张三,assembly)");
  /* One occasion, two kinds recorded. */
  zb_test_set (test->db, &zb_kind_meeting, other, "occasion", zb_test_id (house.meeting));
  ASSERT_FOUND (test->db, house.meeting, "");
  zb_test_set (test->db, &zb_kind_meeting, other, "occasion", NULL);
  zb_test_set (test->db, &zb_kind_meeting, other, "started_at", "10:30");
  ASSERT_FOUND (test->db, house.meeting, "");
  /* Nobody wrote down when it ended. */
  zb_test_set (test->db, &zb_kind_meeting, other, "ended_at", NULL);
  ASSERT_FOUND (test->db, house.meeting, "");
  zb_test_set (test->db, &zb_kind_meeting, other, "started_at", "09:00");
  ASSERT_FOUND (test->db, other, "two-places(张三,assembly)");
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "ended_at", NULL);
  ASSERT_FOUND (test->db, other, "two-places(张三,assembly)");
}

/* A whole roll at the wrong hour is one line, not one for each. */
static void
test_many_in_two_places (void)
{
  static const char *const names[] = { "甲一", "乙二", "丙三", "丁四", "戊五", "己六" };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 other = hold (test->db, house.branch, "lecture", "2026-03-05", "10:00", "11:00");
  gint64 third = hold (test->db, house.branch, "group", "2026-03-06", "10:00", "11:00");
  g_autofree char *all = NULL;

  attend (test->db, other, house.full, "张三", "late", "1");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 person = zb_test_member (test->db, names[i], house.branch, NULL);

      attend (test->db, house.meeting, person, names[i], "present", "0");
      attend (test->db, other, person, names[i], "present", "0");
      attend (test->db, third, person, names[i], "present", "0");
      if (i == 0)
        {
          ASSERT_FOUND (test->db, other, "many-in-two-places(张三、甲一,assembly,2)");
          ASSERT_FOUND (test->db, house.meeting, "many-in-two-places(张三、甲一,lecture,2)");
        }
    }
  ASSERT_FOUND (test->db, other, "many-in-two-places(张三、甲一、乙二、丙三、丁四、…,assembly,7)");
  all = findings_of (test->db, 0);
  g_assert_nonnull (strstr (all, "two-places"));
  g_assert_null (strstr (strstr (all, "two-places") + 1, "two-places"));
}

static void
test_voters (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 other = hold (test->db, house.branch, "assembly", "2026-05-05", "10:00", "11:00");

  attend (test->db, other, house.probationer, "李四", "present", "1");
  ASSERT_FOUND (test->db, other, "probationer-votes(李四)");
}

static void
test_unknown_voter (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 row = attend (test->db, house.meeting, 0, "赵五", "present", "1");

  ASSERT_FOUND (test->db, house.meeting, "voter-unknown(赵五)");
  zb_test_set (test->db, &zb_kind_attendance, row, "voter", "0");
  ASSERT_FOUND (test->db, house.meeting, "");
}

/* Probation since 10 January 2026: a year, or as long as it was extended. A committee may look at it before. */
static void
test_confirmed_too_early (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  zb_test_record (test->db, &zb_kind_resolution, "meeting", zb_test_id (house.meeting), "kind", "confirmation", "subject", "李四转正", "person",
                  zb_test_id (house.probationer), "entitled", "1", "present", "1", "votes_for", "1", "votes_against", "0", "abstained", "0", NULL);
  ASSERT_FOUND (test->db, house.meeting, "confirmed-too-early(李四,2026-03-05,2026-01-10,2027-01-10)");
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "kind", "committee");
  ASSERT_FOUND (test->db, house.meeting, "");
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "kind", "assembly");
  zb_test_set (test->db, &zb_kind_member, house.probationer, "joined_on", "2025-03-05");
  ASSERT_FOUND (test->db, house.meeting, "");
  zb_test_set (test->db, &zb_kind_member, house.probationer, "probation_until", "2026-09-05");
  ASSERT_FOUND (test->db, house.meeting, "confirmed-too-early(李四,2026-03-05,2025-03-05,2026-09-05)");
}

/* What was left out at the beginning of a year is told where the year is known to have begun before. */
static void
test_first_numbers (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 cancelled;

  /* A registry that begins in March. */
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "number", "3");
  ASSERT_FOUND (test->db, house.meeting, "");
  cancelled = zb_test_record (test->db, &zb_kind_meeting, "org", zb_test_id (house.branch), "kind", "assembly", "title", "防汛取消", "state", "cancelled",
                              "planned_on", "2026-02-01", "number", "2", NULL);
  ASSERT_FOUND (test->db, house.meeting, "number-first(3)");
  zb_test_set (test->db, &zb_kind_meeting, cancelled, "planned_on", "2025-02-01");
  ASSERT_FOUND (test->db, house.meeting, "");
  zb_test_set (test->db, &zb_kind_meeting, hold (test->db, house.branch, "assembly", "2025-12-05", "09:00", "10:30"), "number", "1");
  ASSERT_FOUND (test->db, house.meeting, "number-first(3)");
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "number", "1");
  ASSERT_FOUND (test->db, house.meeting, "");
}

/* Numbers run through a year in the order of the days; what is planned may hold a number that is not reached yet. */
static void
test_numbers (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 second = hold (test->db, house.branch, "assembly", "2026-04-05", "09:00", "10:30");
  gint64 other = hold (test->db, house.branch, "lecture", "2026-04-06", "09:00", "10:30");
  g_autofree char *all = NULL;

  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "number", "1");
  zb_test_set (test->db, &zb_kind_meeting, second, "number", "2");
  zb_test_set (test->db, &zb_kind_meeting, other, "number", "1");
  ASSERT_FOUND (test->db, second, "");
  ASSERT_FOUND (test->db, other, "");
  zb_test_set (test->db, &zb_kind_meeting, second, "number", "1");
  ASSERT_FOUND (test->db, second, "number-twice(1,2026-03-05,assembly,1)");
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "number", "2");
  ASSERT_FOUND (test->db, second, "number-out-of-order(1,2026-03-05,assembly,2)");
  all = findings_of (test->db, 0);
  g_assert_nonnull (strstr (all, "number-out-of-order(1,2026-03-05,assembly,2)"));
  zb_test_set (test->db, &zb_kind_meeting, second, "number", "4");
  ASSERT_FOUND (test->db, second, "number-left-out(4,2026-03-05,assembly,2)");
  zb_test_record (test->db, &zb_kind_meeting, "org", zb_test_id (house.branch), "kind", "assembly", "title", "计划中", "state", "planned", "planned_on",
                  "2026-12-01", "number", "3", NULL);
  ASSERT_FOUND (test->db, second, "");
  /* Nor does what is planned have the number of another. */
  zb_test_set (test->db, &zb_kind_meeting, second, "number", "3");
  {
    gint64 planned = zb_test_db_number (test, "SELECT id FROM meeting WHERE state = 'planned'");

    ASSERT_FOUND (test->db, planned, "number-twice(3,2026-04-05,assembly,3)");
    zb_test_set (test->db, &zb_kind_meeting, planned, "state", "cancelled");
    ASSERT_FOUND (test->db, planned, "");
    zb_test_set (test->db, &zb_kind_meeting, planned, "state", "planned");
    zb_test_set (test->db, &zb_kind_meeting, planned, "planned_on", "2027-12-01");
    ASSERT_FOUND (test->db, planned, "");
  }
  /* Another year begins anew. */
  zb_test_set (test->db, &zb_kind_meeting, second, "number", "1");
  zb_test_set (test->db, &zb_kind_meeting, house.meeting, "held_on", "2025-12-05");
  ASSERT_FOUND (test->db, second, "");
}

static void
test_votes (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 vote = zb_test_record (test->db, &zb_kind_resolution, "meeting", zb_test_id (house.meeting), "kind", "matter", "subject", "年度计划", NULL);

  ASSERT_FOUND (test->db, house.meeting, "vote-without-figures(年度计划)");
  zb_test_set (test->db, &zb_kind_resolution, vote, "entitled", "1");
  zb_test_set (test->db, &zb_kind_resolution, vote, "present", "1");
  zb_test_set (test->db, &zb_kind_resolution, vote, "votes_against", "0");
  zb_test_set (test->db, &zb_kind_resolution, vote, "abstained", "0");
  zb_test_set (test->db, &zb_kind_resolution, vote, "votes_for", "2");
  ASSERT_FOUND (test->db, house.meeting, "more-votes-than-voters(年度计划)");
  zb_test_set (test->db, &zb_kind_resolution, vote, "votes_for", "1");
  ASSERT_FOUND (test->db, house.meeting, "");
  /* Two are said to be entitled: the roll of the day has one voter. */
  zb_test_set (test->db, &zb_kind_resolution, vote, "entitled", "2");
  ASSERT_FOUND (test->db, house.meeting, "voters-differ(2,1)");
  /* Two are said to have come: by the roll one did. */
  zb_test_set (test->db, &zb_kind_resolution, vote, "present", "2");
  zb_test_set (test->db, &zb_kind_resolution, vote, "votes_for", "2");
  ASSERT_FOUND (test->db, house.meeting, "voters-differ(2,1) voters-present-differ(2,1)");
}

/* Who is accepted or confirmed is voted on alone, and named. */
static void
test_vote_on_whom (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 vote = zb_test_record (test->db, &zb_kind_resolution, "meeting", zb_test_id (house.meeting), "kind", "confirmation", "subject", "转正", "entitled", "1",
                                "present", "1", "votes_for", "1", "votes_against", "0", "abstained", "0", NULL);

  ASSERT_FOUND (test->db, house.meeting, "vote-without-person(转正)");
  zb_test_set (test->db, &zb_kind_resolution, vote, "person", zb_test_id (house.probationer));
  ASSERT_FOUND (test->db, house.meeting, "confirmed-too-early(李四,2026-03-05,2026-01-10,2027-01-10)");
}

static void
test_flow (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 committee = hold (test->db, house.branch, "committee", "2026-03-10", "09:00", "10:00");
  const gint64 meetings[] = { house.meeting, committee };

  zb_test_set (test->db, &zb_kind_member, house.probationer, "joined_on", "2025-01-10");
  for (guint i = 0; i < 2; i++)
    zb_test_record (test->db, &zb_kind_resolution, "meeting", zb_test_id (meetings[i]), "kind", "confirmation", "subject", "李四转正", "person",
                    zb_test_id (house.probationer), "entitled", "1", "present", "1", "votes_for", "1", "votes_against", "0", "abstained", "0", NULL);
  ASSERT_FOUND (test->db, house.meeting, "assembly-before-committee(李四转正,2026-03-10)");
  zb_test_set (test->db, &zb_kind_meeting, committee, "held_on", "2026-03-01");
  ASSERT_FOUND (test->db, house.meeting, "");
}

/* A group is an organisation of its own; another branch's meetings are not looked at. */
static void
test_flow_of_group (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 group = zb_test_organization (test->db, "group", "第一党小组", house.branch);
  gint64 other = zb_test_organization (test->db, "branch", "第二党支部", 0);
  gint64 discussed = hold (test->db, group, "group", "2026-03-10", "09:00", "10:00");
  gint64 committee = hold (test->db, house.branch, "committee", "2026-03-01", "09:00", "10:00");
  const gint64 meetings[] = { house.meeting, discussed, committee };

  zb_test_set (test->db, &zb_kind_member, house.probationer, "joined_on", "2025-01-10");
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    zb_test_record (test->db, &zb_kind_resolution, "meeting", zb_test_id (meetings[i]), "kind", "confirmation", "subject", "李四转正", "person",
                    zb_test_id (house.probationer), "entitled", "1", "present", "1", "votes_for", "1", "votes_against", "0", "abstained", "0", NULL);
  ASSERT_FOUND (test->db, house.meeting, "assembly-before-committee(李四转正,2026-03-10)");
  zb_test_set (test->db, &zb_kind_meeting, discussed, "held_on", "2026-03-02");
  ASSERT_FOUND (test->db, house.meeting, "");
  zb_test_set (test->db, &zb_kind_meeting, discussed, "held_on", "2026-02-27");
  ASSERT_FOUND (test->db, discussed, "group-before-committee(李四转正,2026-03-01)");
  zb_test_set (test->db, &zb_kind_meeting, committee, "org", zb_test_id (other));
  ASSERT_FOUND (test->db, discussed, "");
}

static void
test_oaths (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 meeting = hold (test->db, house.branch, "ceremony", "2026-01-09", "09:00", "10:00");
  gint64 ceremony = zb_test_record (test->db, &zb_kind_ceremony, "meeting", zb_test_id (meeting), "type", "oath", "title", "入党宣誓", "text", "constitution", NULL);

  zb_test_record (test->db, &zb_kind_ceremony_person, "ceremony", zb_test_id (ceremony), "person", zb_test_id (house.probationer), "role", "swearer", "name",
                  "李四", NULL);
  ASSERT_FOUND (test->db, meeting, "oath-before-admission(李四,2026-01-10)");
  zb_test_set (test->db, &zb_kind_meeting, meeting, "held_on", "2026-01-10");
  ASSERT_FOUND (test->db, meeting, "");
  zb_test_record (test->db, &zb_kind_ceremony_person, "ceremony", zb_test_id (ceremony), "person", zb_test_id (house.full), "role", "swearer", "name", "张三", NULL);
  ASSERT_FOUND (test->db, meeting, "oath-after-confirmation(张三,2011-05-01)");
  /* 重温 is for everybody. */
  zb_test_set (test->db, &zb_kind_ceremony, ceremony, "type", "reaffirm");
  ASSERT_FOUND (test->db, meeting, "");
}

/* Of four at most one (a third of four is 1.33); the gaps of the year so far. */
static void
test_year (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  static const char *const grades[] = { "outstanding", "outstanding", "qualified", "qualified" };

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    zb_test_record (test->db, &zb_kind_appraisal, "org", zb_test_id (house.branch), "person", zb_test_id (house.full), "year", "2025", "grade", grades[i], NULL);
  hold (test->db, house.branch, "theme_day", "2026-02-05", "09:00", "10:00");
  ASSERT_FOUND (test->db, 0, "too-many-outstanding(2025,2,4) meeting-missing(党课,2026,1—3月) "
                             "meeting-missing(主题党日,2026,1月、3月、4月、5月)");
}

/* A registry that keeps no meetings is not told that they are missing. */
static void
test_silent (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  zb_test_organization (test->db, "branch", "第一党支部", 0);
  ASSERT_FOUND (test->db, 0, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-life/sound", test_sound);
  g_test_add_func ("/check-life/absent", test_absent);
  g_test_add_func ("/check-life/minutes", test_minutes);
  g_test_add_func ("/check-life/copies", test_copies);
  g_test_add_func ("/check-life/near-copies", test_near_copies);
  g_test_add_func ("/check-life/copies-among-many", test_copies_among_many);
  g_test_add_func ("/check-life/two-places", test_two_places);
  g_test_add_func ("/check-life/many-in-two-places", test_many_in_two_places);
  g_test_add_func ("/check-life/voters", test_voters);
  g_test_add_func ("/check-life/unknown-voter", test_unknown_voter);
  g_test_add_func ("/check-life/confirmed-too-early", test_confirmed_too_early);
  g_test_add_func ("/check-life/first-numbers", test_first_numbers);
  g_test_add_func ("/check-life/numbers", test_numbers);
  g_test_add_func ("/check-life/votes", test_votes);
  g_test_add_func ("/check-life/vote-on-whom", test_vote_on_whom);
  g_test_add_func ("/check-life/flow", test_flow);
  g_test_add_func ("/check-life/flow-of-group", test_flow_of_group);
  g_test_add_func ("/check-life/oaths", test_oaths);
  g_test_add_func ("/check-life/year", test_year);
  g_test_add_func ("/check-life/silent", test_silent);
  return g_test_run ();
}
