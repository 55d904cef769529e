/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-person-life.h"
#include "store/life/zb-talks.h"
#include "zb-test-db.h"

typedef struct {
  ZbTestDb *test;
  gint64 branch;
  gint64 people[5];
} Fixture;

/* Five of a branch, nobody elected yet. */
static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "甲", "乙", "丙", "丁", "戊" };
  ZbDb *db;

  self->test = zb_test_db_new ();
  db = self->test->db;
  self->branch = zb_test_organization (db, "branch", "第一党支部", 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = zb_test_member (db, names[i], self->branch, "category", "full", "joined_on", "2010-05-01", "confirmed_on", "2011-05-01", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_db_free (self->test);
}

static void
elect (Fixture *self, guint person, const char *post)
{
  zb_test_record (self->test->db, &zb_kind_post, "org", zb_test_id (self->branch), "person", zb_test_id (self->people[person]), "post", post,
                  "started_on", "2024-03-01", NULL);
}

static gint64
talk (Fixture *self, guint one, guint other, const char *day)
{
  return zb_test_record (self->test->db, &zb_kind_talk, "org", zb_test_id (self->branch), "person", zb_test_id (self->people[one]), "other",
                         zb_test_id (self->people[other]), "on", day, NULL);
}

/* The talks still to be held, and how many were: `甲+乙 丙 / 1`. */
static char *
gaps (Fixture *self)
{
  guint held = 0;
  g_autoptr(GPtrArray) missing = zb_talks_missing (self->test->db, self->branch, zb_test_date ("2026-06-15"), &held, NULL);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (missing);
  for (guint i = 0; i < missing->len; i++)
    {
      const ZbTalkGap *gap = g_ptr_array_index (missing, i);

      g_string_append_printf (out, "%s%s%s ", gap->name != NULL ? gap->name : "", gap->name != NULL ? "+" : "", gap->other_name);
    }
  g_string_append_printf (out, "/ %u", held);
  return g_string_free (out, FALSE);
}

static void
assert_gaps (Fixture *self, const char *expected)
{
  g_autofree char *found = gaps (self);

  g_assert_cmpstr (found, ==, expected);
}

/* Every two of the committee, everybody else with one of it; whoever began counts for both; only this year. */
static void
test_talks (Fixture *self, gconstpointer data)
{
  gint64 taken_back;

  elect (self, 0, "secretary");
  elect (self, 1, "organization_officer");
  elect (self, 2, "publicity_officer");
  assert_gaps (self, "甲+乙 甲+丙 乙+丙 丁 戊 / 0");
  talk (self, 1, 0, "2026-02-03");
  talk (self, 3, 2, "2026-02-03");
  talk (self, 0, 4, "2025-12-31");
  talk (self, 3, 4, "2026-03-01");
  assert_gaps (self, "甲+丙 乙+丙 戊 / 2");
  taken_back = talk (self, 0, 4, "2026-05");
  assert_gaps (self, "甲+丙 乙+丙 / 3");
  zb_test_set (self->test->db, &zb_kind_talk, taken_back, "on", "2025-05");
  assert_gaps (self, "甲+丙 乙+丙 戊 / 2");
}

/* A branch without a committee: whoever holds a post. */
static void
test_talks_secretary_alone (Fixture *self, gconstpointer data)
{
  assert_gaps (self, "/ 0");
  elect (self, 0, "secretary");
  talk (self, 0, 1, "2026-02-03");
  assert_gaps (self, "丁 丙 戊 / 1");
}

static gint64
attend (Fixture *self, const char *day, const char *state, const char *made_up)
{
  gint64 meeting = zb_test_record (self->test->db, &zb_kind_meeting, "org", zb_test_id (self->branch), "kind", "lecture", "title", day, "state",
                                   "held", "held_on", day, "hours", "20", NULL);

  return zb_test_record (self->test->db, &zb_kind_attendance, "meeting", zb_test_id (meeting), "person", zb_test_id (self->people[0]), "name", "甲",
                         "role", "member", "expected", "1", "state", state, made_up != NULL ? "made_up_on" : NULL, made_up, "made_up_hours", "15",
                         NULL);
}

/* By day, only those of the year, with the hours that the year credits for each. */
static void
test_meetings (Fixture *self, gconstpointer data)
{
  g_autoptr(GPtrArray) meetings = NULL;
  const ZbPersonMeeting *first, *second;

  attend (self, "2026-05-01", "excused", "2026-05-20");
  attend (self, "2026-03-01", "present", NULL);
  attend (self, "2025-12-31", "present", NULL);
  meetings = zb_person_meetings (self->test->db, self->people[0], 2026, NULL);
  g_assert_cmpuint (meetings->len, ==, 2);
  first = g_ptr_array_index (meetings, 0);
  second = g_ptr_array_index (meetings, 1);
  g_assert_cmpstr (first->title, ==, "2026-03-01");
  g_assert_cmpstr (first->state, ==, "present");
  g_assert_cmpint (first->tenths, ==, 20);
  g_assert_cmpstr (second->state, ==, "excused");
  g_assert_true (zb_date_is_set (second->made_up));
  g_assert_cmpint (second->tenths, ==, 15);
}

static void
test_ceremonies (Fixture *self, gconstpointer data)
{
  ZbDb *db = self->test->db;
  gint64 meeting = zb_test_record (db, &zb_kind_meeting, "org", zb_test_id (self->branch), "kind", "ceremony", "title", "宣誓", "state", "held",
                                   "held_on", "2010-07-01", NULL);
  gint64 ceremony = zb_test_record (db, &zb_kind_ceremony, "meeting", zb_test_id (meeting), "type", "oath", "title", "入党宣誓仪式", "text", "constitution",
                                    NULL);
  g_autoptr(GPtrArray) none = zb_person_ceremonies (db, self->people[1], NULL);
  g_autoptr(GPtrArray) found = NULL;
  const ZbPersonCeremony *first;

  zb_test_record (db, &zb_kind_ceremony_person, "ceremony", zb_test_id (ceremony), "person", zb_test_id (self->people[0]), "name", "甲", "role",
                  "swearer", NULL);
  found = zb_person_ceremonies (db, self->people[0], NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (found->len, ==, 1);
  first = g_ptr_array_index (found, 0);
  g_assert_cmpstr (first->title, ==, "入党宣誓仪式");
  g_assert_cmpstr (first->role, ==, "swearer");
  g_assert_true (first->is_held);
  g_assert_cmpint (first->meeting, ==, meeting);
}

#define ADD(name, test) g_test_add ("/person-life/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("talks", test_talks);
  ADD ("talks-secretary-alone", test_talks_secretary_alone);
  ADD ("meetings", test_meetings);
  ADD ("ceremonies", test_ceremonies);
  return g_test_run ();
}
