/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-life: ten years of organisational life: a branch's (1,500 meetings, 60,000 rows of attendance) and, with
 * ZB_BENCH_MILLION, a committee's (200,000 meetings, 8 million rows: some minutes and three gigabytes in the folder for
 * temporary files). Each figure beside its floor, the bare statement on the same file in the same run. The aims: the matrix
 * of a year, a person's history and the opening of a meeting of 500 in 100 ms each; a mark in 16 until it is painted, of which
 * bench-roll measures the other part.
 */
#include "config.h"

#include <locale.h>

#include "bench-bare.h"
#include "bench-minutes.h"
#include "bench-times.h"
#include "service/zb-due.h"
#include "service/zb-words-life.h"
#include "store/life/zb-check-life.h"
#include "store/life/zb-meeting-list.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/life/zb-year.h"
#include "store/zb-check-private.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

#define PER_BRANCH 40
#define YEARS 10
#define PER_YEAR 150
#define FIRST_YEAR 2017
#define LARGE_MEETING 500
/* In the last of the years. */
static const ZbDate today = { 2026, 11, 24 };

typedef struct {
  const char *name;
  ZbTestDb *test;
  sqlite3 *bare;
  guint n_branches;
  gint64 top;
  gint64 branch;
  gint64 person;
  gint64 large; /* a meeting of 500 people */
  ZbMemberColumns *columns; /* everybody in memory, as the window has them */
  ZbDueFacts *facts;
} Life;

/* Filling */

/* Branches of forty, the first five of each their committee; ids of people count on from 1, those of branches from the second. */
static void
add_branches (Life *life)
{
  ZbDb *db = life->test->db;
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(GError) error = NULL;
  static const char *const posts[] = { "secretary", "deputy_secretary", "organization_officer", "publicity_officer", "discipline_officer" };

  life->top = zb_test_organization (db, "committee", "集团党委", 0);
  set = zb_change_set_begin (db, "demo", NULL, &error);
  for (guint b = 0; b < life->n_branches; b++)
    {
      g_autoptr(ZbRecord) branch = zb_record_new (&zb_kind_organization);
      g_autofree char *name = g_strdup_printf ("第%u党支部", b + 1);

      zb_record_set (branch, "name", name);
      zb_record_set (branch, "kind", "branch");
      zb_record_set (branch, "opened_on", "2010-01-01");
      g_assert_true (zb_organizations_add (set, branch, life->top, NULL));
      if (b == 0)
        life->branch = branch->id;
      for (guint p = 0; p < PER_BRANCH; p++)
        {
          g_autoptr(ZbRecord) person = zb_record_new (&zb_kind_member);
          g_autofree char *own = g_strdup_printf ("党员%u", b * PER_BRANCH + p + 1);

          zb_record_set (person, "name", own);
          zb_record_set (person, "category", "full");
          zb_record_set (person, "joined_on", "2005-07-01");
          zb_record_set (person, "confirmed_on", "2006-07-01");
          g_assert_true (zb_members_add (set, person, branch->id, 0, ZB_DATE_NONE, "imported", NULL));
          if (b == 0 && p == 20)
            life->person = person->id;
          if (p < G_N_ELEMENTS (posts))
            {
              g_autoptr(ZbRecord) post = zb_record_new (&zb_kind_post);

              zb_record_set_int (post, "org", branch->id);
              zb_record_set_int (post, "person", person->id);
              zb_record_set (post, "post", posts[p]);
              zb_record_set (post, "started_on", "2012-01-01");
              g_assert_true (zb_change_set_insert (set, post, NULL));
            }
        }
    }
  g_assert_true (zb_change_set_commit (set, NULL, &error));
}

/* Straight into the tables: what is measured is reading, and one mark. */
static void
add_meetings (Life *life)
{
  bench_minutes_register (life->bare);
  bench_bare_begin_filling (life->bare);
  bench_bare_run (life->bare,
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %u), "
    "b (k, org) AS (SELECT row_number() OVER (ORDER BY id) - 1, id FROM organization WHERE kind = 'branch') "
    "INSERT INTO meeting (uid, stamp, device, org, kind, title, number, state, held_on, started_at, ended_at, place, chair, recorder, hours, contents) "
    "SELECT printf ('%%08x-0000-7000-8000-%%012x', b.k, n.i), 1, 1, b.org, "
    "CASE n.i %% 5 WHEN 0 THEN 'committee' WHEN 1 THEN 'theme_day' WHEN 2 THEN 'study' WHEN 3 THEN 'lecture' ELSE 'assembly' END, '第' || n.i || '次会议', "
    "n.i %% %u / 5 + 1, 'held', date ('%d-01-01', '+' || (n.i * 365 / %u) || ' days'), printf ('%%02d:00', 8 + n.i %% 9), printf ('%%02d:30', 9 + n.i %% 9), "
    "'会议室', '党员1', '党员2', 15, minutes (b.k, n.i) "
    "FROM n, b ORDER BY n.i, b.k", PER_YEAR * YEARS, PER_YEAR, FIRST_YEAR, PER_YEAR);
  bench_bare_run (life->bare,
    "INSERT INTO attendance (uid, stamp, device, meeting, person, seat, name, place_of, role, why, expected, voter, state, reason, made_up_on) "
    "SELECT printf ('%%08x-0000-7000-9000-%%012x', m.id, p.person), 1, 1, m.id, p.person, p.seat, '党员' || p.person, '支部', 'member', 'branch', 1, 1, "
    "CASE WHEN (m.id * 7 + p.seat) %% 12 <> 0 THEN 'present' ELSE 'excused' END, CASE WHEN (m.id * 7 + p.seat) %% 12 <> 0 THEN NULL ELSE '出差' END, "
    "CASE WHEN (m.id * 7 + p.seat) %% 36 = 0 THEN m.held_on END "
    "FROM meeting m JOIN (SELECT person, org, row_number() OVER (PARTITION BY org ORDER BY person) AS seat FROM membership) p ON p.org = m.org "
    "ORDER BY m.id, p.seat");
  bench_bare_end_filling (life->bare);
}

/* One meeting of 500 people: the branch, and others who were asked to come. */
static void
add_large_meeting (Life *life)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (life->test->db, "meeting.add", NULL, NULL);
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  guint n = 0;

  zb_record_set_int (meeting, "org", life->branch);
  zb_record_set (meeting, "kind", "assembly");
  zb_record_set (meeting, "held_on", "2026-11-20");
  zb_record_set (meeting, "started_at", "09:00");
  zb_record_set (meeting, "ended_at", "11:00");
  zb_record_set (meeting, "chair", "党员1");
  g_assert_true (zb_meetings_add (set, meeting, NULL) && zb_roll_fill (set, meeting->id, NULL));
  life->large = meeting->id;
  for (n = PER_BRANCH; n < LARGE_MEETING; n++)
    {
      g_autoptr(ZbRecord) row = zb_record_new (&zb_kind_attendance);
      g_autofree char *name = g_strdup_printf ("来宾%u", n);

      zb_record_set_int (row, "meeting", meeting->id);
      zb_record_set_int (row, "seat", n + 1);
      zb_record_set (row, "name", name);
      zb_record_set (row, "role", "member");
      zb_record_set (row, "why", "added");
      zb_record_set (row, "expected", "1");
      g_assert_true (zb_change_set_insert (set, row, NULL));
    }
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
}

/* The work, and the bare statement for it */

static void
must (gpointer result)
{
  g_assert_nonnull (result);
}

static void
read_matrix (gpointer data)
{
  Life *life = data;
  g_autoptr(GPtrArray) rows = zb_year_matrix (life->test->db, 0, today.year, today, NULL);

  must (rows);
}

static void
read_matrix_bare (gpointer data)
{
  Life *life = data;

  bench_bare_drain (life->bare, "SELECT held_on, org, kind FROM meeting WHERE held_on >= '2026' AND held_on < '2027' AND held_on IS NOT NULL AND withdrawn = 0");
}

static void
read_person (gpointer data)
{
  Life *life = data;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, life->person);
  g_autoptr(GPtrArray) rows = zb_records_list (life->test->db, &zb_kind_attendance, "person", id, FALSE, NULL);
  g_autoptr(GPtrArray) hours = zb_study_of_person (life->test->db, life->person, today.year, NULL);

  must (rows);
  must (hours);
}

static void
read_person_bare (gpointer data)
{
  Life *life = data;

  bench_bare_drain (life->bare, "SELECT * FROM attendance a JOIN meeting m ON m.id = a.meeting WHERE a.person = %" G_GINT64_FORMAT, life->person);
}

static void
read_all_hours (gpointer data)
{
  Life *life = data;
  g_autoptr(GPtrArray) people = zb_study_of_org (life->test->db, life->top, today, NULL);

  must (people);
}

static void
read_branch_hours (gpointer data)
{
  Life *life = data;
  g_autoptr(GPtrArray) people = zb_study_of_org (life->test->db, life->branch, today, NULL);

  must (people);
}

/* What a meeting's page reads when it opens. */
static void
open_meeting (gpointer data)
{
  Life *life = data;
  ZbDb *db = life->test->db;
  g_autoptr(ZbRecord) meeting = zb_records_get (db, &zb_kind_meeting, life->large, FALSE, NULL);
  g_autoptr(GPtrArray) rows = zb_meetings_parts (db, &zb_kind_attendance, life->large, NULL);
  g_autoptr(GPtrArray) agenda = zb_meetings_parts (db, &zb_kind_agenda_item, life->large, NULL);
  g_autoptr(GPtrArray) votes = zb_meetings_parts (db, &zb_kind_resolution, life->large, NULL);
  g_autoptr(GPtrArray) findings = zb_check_meeting (db, life->large, today, NULL);
  g_autofree char *words = zb_words_count (db, life->large);

  must (meeting);
  must (findings);
  g_assert_cmpuint (rows->len, ==, LARGE_MEETING);
}

static void
open_meeting_bare (gpointer data)
{
  Life *life = data;

  bench_bare_drain (life->bare, "SELECT * FROM attendance WHERE meeting = %" G_GINT64_FORMAT, life->large);
}

static void
compute_roll (gpointer data)
{
  Life *life = data;
  g_autoptr(GPtrArray) roll = zb_roll_compute (life->test->db, life->branch, "assembly", today, NULL);

  g_assert_cmpuint (roll->len, ==, PER_BRANCH);
}

/* A key on the attendance screen: the mark is safe on the disk, the figures are new. */
static void
mark_one (gpointer data)
{
  Life *life = data;
  static guint turn;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (life->test->db, "meeting.mark", NULL, NULL);
  g_autofree char *words = NULL;

  g_assert_true (zb_roll_command (set, life->large, turn++ % 2 == 0 ? "缺 7" : "到 7", NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  words = zb_words_count (life->test->db, life->large);
}

static void
mark_one_bare (gpointer data)
{
  Life *life = data;
  static guint turn;

  bench_bare_run (life->bare, "UPDATE attendance SET state = '%s' WHERE meeting = %" G_GINT64_FORMAT " AND seat = 8", turn++ % 2 == 0 ? "absent" : "present", life->large);
}

static void
list_month (gpointer data)
{
  Life *life = data;
  g_autoptr(GPtrArray) lines = zb_meetings_list (life->test->db, 0, (ZbDate) { 2026, 3, 1 }, (ZbDate) { 2026, 4, 1 }, NULL);

  must (lines);
}

static void
list_month_bare (gpointer data)
{
  Life *life = data;

  bench_bare_drain (life->bare, "SELECT id, org, kind, held_on, started_at, title, place, state FROM meeting WHERE held_on >= '2026-03-01' AND held_on < '2026-04-01' "
                    "AND held_on IS NOT NULL AND withdrawn = 0");
}

static void
find_due (gpointer data)
{
  Life *life = data;
  g_autoptr(GHashTable) missed = zb_study_missed_by_all (life->test->db, today, NULL);

  must (missed);
}

static void
find_due_bare (gpointer data)
{
  Life *life = data;

  bench_bare_drain (life->bare, "SELECT meeting FROM attendance WHERE expected = 1 AND state IN ('excused', 'absent') AND made_up_on IS NULL AND role = 'member' AND withdrawn = 0");
}

/* What the overview asks for: what its worker reads, and what is left to do on the main thread. */

static void
read_due (gpointer data)
{
  Life *life = data;
  g_autoptr(GArray) probationers = zb_due_probationers (life->columns);
  g_autoptr(ZbDueFacts) facts = zb_due_facts_load (life->test->db, today, (const gint64 *) probationers->data, probationers->len, NULL);

  must (facts);
}

static void
list_due (gpointer data)
{
  Life *life = data;
  g_autoptr(GPtrArray) due = zb_due_from_facts (life->facts, life->columns);

  must (due);
}

static void
load_people (Life *life)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (life->test->db, today, FALSE, NULL);
  g_autoptr(GArray) probationers = NULL;

  life->columns = zb_member_columns_load (life->test->db, tree, today, NULL, NULL, NULL);
  must (life->columns);
  probationers = zb_due_probationers (life->columns);
  life->facts = zb_due_facts_load (life->test->db, today, (const gint64 *) probationers->data, probationers->len, NULL);
  must (life->facts);
}

/* The check for copied minutes alone; and all that check what was entered, not the file and its log. */

static void
check_copies (gpointer data)
{
  Life *life = data;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_finding_free);
  g_autoptr(ZbRules) rules = zb_rules_load (life->test->db, NULL);
  ZbChecker checker = { life->test->db, today, rules, found, NULL, NULL };

  g_assert_true (zb_check_copies (&checker, 0, NULL));
  /* Of so many that are made of few phrases one or two are alike by chance. */
  g_assert_cmpuint (found->len, >=, life->n_branches * PER_YEAR * YEARS / BENCH_MINUTES_COPIED);
}

static void
check_copies_bare (gpointer data)
{
  Life *life = data;

  bench_bare_drain (life->bare, "SELECT id, title, contents, held_on, org FROM meeting WHERE withdrawn = 0 AND held_on IS NOT NULL ORDER BY org, held_on, id");
}

static void
check_all (gpointer data)
{
  Life *life = data;
  g_autoptr(GPtrArray) found = zb_check_run (life->test->db, today, TRUE, NULL, NULL, NULL);

  must (found);
}

static void
report (const Life *life, const char *what, BenchWork work, BenchWork bare)
{
  g_autofree char *name = g_strdup_printf ("life %s: %s", life->name, what);

  bench_report_spent (name, work, bare, (gpointer) life);
}

/* What waits until it is on the disk is told by the clock on the wall. */
static void
report_write (const Life *life, const char *what, BenchWork work, BenchWork bare)
{
  g_autofree char *name = g_strdup_printf ("life %s: %s", life->name, what);

  bench_report_passing (name, work, bare, (gpointer) life);
}

static void
measure (const char *name, guint n_branches)
{
  Life life = { .name = name, .n_branches = n_branches };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *filling = g_strdup_printf ("life %s: filling", name);
  double start = bench_passing ();

  life.test = test;
  zb_db_set_today (test->db, today);
  add_branches (&life);
  life.bare = bench_bare_open (test->path);
  add_meetings (&life);
  bench_print (filling, (bench_passing () - start) / 1000, "s", 0);
  zb_test_db_reopen (test);
  zb_db_set_today (test->db, today);
  add_large_meeting (&life);
  report (&life, "matrix of a year", read_matrix, read_matrix_bare);
  report (&life, "a person’s ten years and hours", read_person, read_person_bare);
  report (&life, "hours of a branch", read_branch_hours, NULL);
  if (n_branches > 1)
    report (&life, "hours of everybody", read_all_hours, NULL);
  report (&life, "opening a meeting of 500", open_meeting, open_meeting_bare);
  report (&life, "roll of a branch worked out", compute_roll, NULL);
  report_write (&life, "marking one person, with figures", mark_one, mark_one_bare);
  report (&life, "list of a month", list_month, list_month_bare);
  report (&life, "absences not made up", find_due, find_due_bare);
  report (&life, "copied minutes looked for", check_copies, check_copies_bare);
  report (&life, "everything entered checked", check_all, NULL);
  load_people (&life);
  report (&life, "what is due, read by the worker", read_due, NULL);
  report (&life, "what is due, on the main thread", list_due, NULL);
  zb_due_facts_free (life.facts);
  zb_member_columns_unref (life.columns);
  sqlite3_close (life.bare);
}

int
main (void)
{
  setlocale (LC_ALL, "");
  measure ("of a branch", 1);
  if (g_getenv ("ZB_BENCH_MILLION") != NULL)
    measure ("of a committee", 134);
  return 0;
}
