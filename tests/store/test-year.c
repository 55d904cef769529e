/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-year.h"
#include "zb-test-db.h"

#define YEAR 2026

/* A branch with two groups, from the beginning of 2020, and a committee of three from April on. */
typedef struct {
  gint64 top;
  gint64 branch;
  gint64 group1;
  gint64 group2;
  gint64 people[3];
} House;

static House
build (ZbDb *db)
{
  static const char *const posts[] = { "secretary", "organization_officer", "publicity_officer" };
  static const char *const names[] = { "丁一", "王二", "张三" };
  House house = { .top = zb_test_organization (db, "committee", "党委", 0) };

  house.branch = zb_test_organization (db, "branch", "第一党支部", house.top);
  house.group1 = zb_test_organization (db, "group", "第一党小组", house.branch);
  house.group2 = zb_test_organization (db, "group", "第二党小组", house.branch);
  for (guint i = 0; i < 3; i++)
    {
      house.people[i] = zb_test_member (db, names[i], house.branch, "category", "full", "joined_on", "2010-05-01", "confirmed_on", "2011-05-01", NULL);
      zb_test_record (db, &zb_kind_post, "org", zb_test_id (house.branch), "person", zb_test_id (house.people[i]), "post", posts[i], "started_on",
                      "2026-04-10", NULL);
    }
  return house;
}

static gint64
hold (ZbDb *db, gint64 org, const char *kind, const char *on, const char *hours)
{
  return zb_test_record (db, &zb_kind_meeting, "org", zb_test_id (org), "kind", kind, "title", on, "state", "held", "held_on", on, "hours", hours, NULL);
}

static char *
row_of (ZbDb *db, gint64 org, ZbMeetingKind kind, const char *today)
{
  static const char letters[] = { '.', 'h', 'o', 'g', 'e', 'b' };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = zb_year_matrix (db, 0, YEAR, zb_test_date (today), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const ZbYearRow *row = g_ptr_array_index (rows, i);
      GString *out;

      if (row->org != org || row->kind != kind)
        continue;
      out = g_string_new (NULL);
      for (guint month = 0; month < 12; month++)
        g_string_append_c (out, letters[row->cells[month]]);
      return g_string_free (out, FALSE);
    }
  return g_strdup ("no row");
}

#define ASSERT_ROW(db, org, kind, today, expected) \
  G_STMT_START { \
    g_autofree char *found_ = row_of (db, org, kind, today); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

static void
test_matrix (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  hold (test->db, house.branch, "assembly", "2026-02-03", NULL);
  hold (test->db, house.branch, "theme_day", "2026-01-05", NULL);
  hold (test->db, house.branch, "theme_day", "2026-03", NULL);
  hold (test->db, house.branch, "theme_day", "2025-12-31", NULL);
  hold (test->db, house.top, "study", "2026-05-06", NULL);
  ASSERT_ROW (test->db, house.branch, ZB_MEETING_ASSEMBLY, "2026-06-15", "hhhooo......");
  ASSERT_ROW (test->db, house.branch, ZB_MEETING_THEME_DAY, "2026-06-15", "hghggo......");
  ASSERT_ROW (test->db, house.branch, ZB_MEETING_STUDY, "2026-06-15", "no row");
  ASSERT_ROW (test->db, house.top, ZB_MEETING_STUDY, "2026-06-15", "....h.......");
  ASSERT_ROW (test->db, house.top, ZB_MEETING_ASSEMBLY, "2026-06-15", "no row");
}

/* Nobody demands a committee meeting before there is a committee; an office may excuse a kind for a time. */
static void
test_excused (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  zb_test_record (test->db, &zb_kind_duty_exemption, "org", zb_test_id (house.branch), "kind", "committee", "started_on", "2026-05-01", "ended_on",
                  "2026-06", "reason", "工程停工", NULL);
  ASSERT_ROW (test->db, house.branch, ZB_MEETING_COMMITTEE, "2026-08-01", "bbbgeego....");
}

/* A month counts when both groups have met; the branch may have recorded one meeting for all. */
static void
test_groups (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  hold (test->db, house.group1, "group", "2026-01-05", NULL);
  hold (test->db, house.group1, "group", "2026-02-05", NULL);
  hold (test->db, house.group2, "group", "2026-02-07", NULL);
  hold (test->db, house.branch, "group", "2026-03-07", NULL);
  ASSERT_ROW (test->db, house.branch, ZB_MEETING_GROUP, "2026-04-15", "ghho........");
  /* A committee above has no groups of its own. */
  ASSERT_ROW (test->db, house.top, ZB_MEETING_GROUP, "2026-04-15", "no row");
}

static void
test_rate (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  g_autoptr(GPtrArray) rows = NULL;
  guint done = 0, demanded = 0;

  hold (test->db, house.branch, "theme_day", "2026-01-05", NULL);
  hold (test->db, house.branch, "theme_day", "2026-03-05", NULL);
  rows = zb_year_matrix (test->db, house.branch, YEAR, zb_test_date ("2026-06-15"), NULL);
  for (guint i = 0; i < rows->len; i++)
    if (((ZbYearRow *) g_ptr_array_index (rows, i))->kind == ZB_MEETING_THEME_DAY)
      zb_year_row_rate (g_ptr_array_index (rows, i), &done, &demanded);
  /* January to May: two of five. */
  g_assert_cmpuint (done, ==, 2);
  g_assert_cmpuint (demanded, ==, 5);
}

static gint64
attend (ZbDb *db, gint64 meeting, gint64 person, const char *state)
{
  return zb_test_record (db, &zb_kind_attendance, "meeting", zb_test_id (meeting), "person", zb_test_id (person), "name", "丁一", "role", "member",
                         "expected", "1", "state", state, NULL);
}

static int
hours_in (ZbDb *db, gint64 person, int year, int *out_missed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = zb_study_of_person (db, person, year, &error);
  int tenths = 0;

  g_assert_no_error (error);
  *out_missed = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      tenths += ((ZbStudyEntry *) g_ptr_array_index (entries, i))->tenths;
      *out_missed += ((ZbStudyEntry *) g_ptr_array_index (entries, i))->missed;
    }
  return tenths;
}

static void
test_hours (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 person = house.people[0], made_up, training;
  int missed;

  attend (test->db, hold (test->db, house.branch, "lecture", "2026-01-10", "20"), person, "present");
  attend (test->db, hold (test->db, house.branch, "study", "2026-02-10", "15"), person, "late");
  attend (test->db, hold (test->db, house.branch, "study", "2026-03-10", "40"), person, "excused");
  made_up = attend (test->db, hold (test->db, house.branch, "study", "2025-12-20", "30"), person, "absent");
  g_assert_cmpint (hours_in (test->db, person, 2026, &missed), ==, 35);
  g_assert_cmpint (missed, ==, 40);
  g_assert_cmpint (hours_in (test->db, person, 2025, &missed), ==, 0);
  g_assert_cmpint (missed, ==, 30);
  /* Made up in the next year: it counts there, with the hours that were made up. */
  zb_test_set (test->db, &zb_kind_attendance, made_up, "made_up_on", "2026-01-15");
  zb_test_set (test->db, &zb_kind_attendance, made_up, "made_up_hours", "25");
  g_assert_cmpint (hours_in (test->db, person, 2026, &missed), ==, 60);
  g_assert_cmpint (hours_in (test->db, person, 2025, &missed), ==, 0);
  g_assert_cmpint (missed, ==, 0);
  /* Four days over the turn of the year: one day of 2026, three of 2027. */
  training = zb_test_record (test->db, &zb_kind_meeting, "org", zb_test_id (house.branch), "kind", "study", "title", "集中培训", "state", "held",
                             "held_on", "2026-12-31", "held_until", "2027-01-03", "hours", "320", NULL);
  attend (test->db, training, person, "present");
  g_assert_cmpint (hours_in (test->db, person, 2026, &missed), ==, 60 + 80);
  g_assert_cmpint (hours_in (test->db, person, 2027, &missed), ==, 240);
}

static void
test_hours_of_branch (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  const ZbStudyYear *first;

  attend (test->db, hold (test->db, house.branch, "lecture", "2026-01-10", "20"), house.people[0], "present");
  before = zb_study_of_org (test->db, house.branch, zb_test_date ("2026-03-31"), NULL);
  after = zb_study_of_org (test->db, house.branch, zb_test_date ("2026-12-31"), NULL);
  g_assert_cmpuint (before->len, ==, 3);
  /* 32 hours for a member, 56 for who holds a post of the committee. */
  g_assert_cmpint (((ZbStudyYear *) g_ptr_array_index (before, 0))->needed, ==, 320);
  first = g_ptr_array_index (after, 0);
  g_assert_cmpstr (first->name, ==, "丁一");
  g_assert_true (first->officer);
  g_assert_cmpint (first->needed, ==, 560);
  g_assert_cmpint (first->tenths, ==, 20);
}

static void
test_missed (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 first = hold (test->db, house.branch, "lecture", "2026-01-10", "20"), second = hold (test->db, house.branch, "study", "2026-02-10", "15"), absent;
  g_autoptr(GHashTable) before = NULL;
  g_autoptr(GHashTable) after = NULL;
  const ZbStudyMissed *missed;

  attend (test->db, second, house.people[0], "excused");
  absent = attend (test->db, first, house.people[0], "absent");
  attend (test->db, first, house.people[1], "present");
  attend (test->db, hold (test->db, house.branch, "study", "2025-12-20", "30"), house.people[1], "absent");
  attend (test->db, hold (test->db, house.branch, "group", "2026-02-11", NULL), house.people[1], "absent");
  before = zb_study_missed_by_all (test->db, zb_test_date ("2026-03-01"), NULL);
  g_assert_cmpuint (g_hash_table_size (before), ==, 1);
  missed = g_hash_table_lookup (before, &house.people[0]);
  g_assert_cmpuint (missed->n, ==, 2);
  g_assert_cmpint (missed->tenths, ==, 35);
  g_assert_cmpint (zb_date_compare (missed->first, zb_test_date ("2026-01-10")), ==, 0);
  zb_test_set (test->db, &zb_kind_attendance, absent, "made_up_on", "2026-01-20");
  after = zb_study_missed_by_all (test->db, zb_test_date ("2026-02-09"), NULL);
  g_assert_cmpuint (g_hash_table_size (after), ==, 0);
}

/* Of many people the year is read at once: each has what he has alone. */
static void
test_hours_of_many (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "大支部", 0), held, earlier, training;
  gint64 people[250];
  g_autoptr(GPtrArray) all = NULL;

  zb_test_set (test->db, &zb_kind_organization, branch, "opened_on", "2010-01-01");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = zb_test_member (test->db, "甲", branch, "category", "full", "joined_on", "2001-07-01", "confirmed_on", "2002-07-01", NULL);
  held = hold (test->db, branch, "lecture", "2026-01-10", "20");
  earlier = hold (test->db, branch, "study", "2025-05-20", "30");
  training = zb_test_record (test->db, &zb_kind_meeting, "org", zb_test_id (branch), "kind", "study", "title", "集中培训", "state", "held", "held_on",
                             "2025-12-31", "held_until", "2026-01-03", "hours", "320", NULL);
  attend (test->db, held, people[0], "present");
  attend (test->db, held, people[1], "excused");
  attend (test->db, training, people[2], "present");
  zb_test_set (test->db, &zb_kind_attendance, attend (test->db, earlier, people[3], "absent"), "made_up_on", "2026-02-01");
  attend (test->db, earlier, people[4], "present");
  all = zb_study_of_org (test->db, branch, zb_test_date ("2026-06-30"), NULL);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (people));
  for (guint i = 0; i < all->len; i++)
    {
      const ZbStudyYear *one = g_ptr_array_index (all, i);
      int missed, tenths = hours_in (test->db, one->person, 2026, &missed);

      g_assert_cmpint (one->tenths, ==, tenths);
      g_assert_cmpint (one->missed, ==, missed);
      /* Two hours; three of the four days; three hours made up; nothing of last year. */
      g_assert_cmpint (tenths, ==, one->person == people[0] ? 20 : one->person == people[2] ? 240 : one->person == people[3] ? 30 : 0);
      g_assert_cmpint (missed, ==, one->person == people[1] ? 20 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/year/matrix", test_matrix);
  g_test_add_func ("/year/excused", test_excused);
  g_test_add_func ("/year/groups", test_groups);
  g_test_add_func ("/year/rate", test_rate);
  g_test_add_func ("/year/hours", test_hours);
  g_test_add_func ("/year/hours-of-branch", test_hours_of_branch);
  g_test_add_func ("/year/hours-of-many", test_hours_of_many);
  g_test_add_func ("/year/missed", test_missed);
  return g_test_run ();
}
