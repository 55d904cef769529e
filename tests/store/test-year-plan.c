/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-meetings.h"
#include "store/life/zb-plan.h"
#include "zb-test-db.h"

typedef struct {
  ZbTestDb *test;
  gint64 branch;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->test = zb_test_db_new ();
  self->branch = zb_test_organization (self->test->db, "branch", "第一党支部", 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_db_free (self->test);
}

static gint64
plan (Fixture *self, const char *month, const char *kind, const char *title)
{
  return zb_test_record (self->test->db, &zb_kind_plan_item, "org", zb_test_id (self->branch), "month", month, "kind", kind, "title", title, NULL);
}

static gint64
hold (Fixture *self, const char *day, const char *kind, gint64 item)
{
  return zb_test_record (self->test->db, &zb_kind_meeting, "org", zb_test_id (self->branch), "kind", kind, "title", day, "state", "held",
                         "held_on", day, item != 0 ? "plan_item" : NULL, zb_test_id (item), NULL);
}

/* A letter a line: what became of it; then the title of what was held. */
static char *
lines_of (Fixture *self, const char *today)
{
  static const char letters[] = "aADMmE";
  g_autoptr(GPtrArray) lines = zb_plan_compare (self->test->db, self->branch, 2026, zb_test_date (today), NULL);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const ZbPlanLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (out, "%c:%s:%s ", letters[line->state], line->item != NULL ? zb_record_title (line->item) : "",
                              line->meeting != NULL ? line->meeting->title : "");
    }
  return g_string_free (out, FALSE);
}

/* Side by side: by the link first, then by kind and month; what is left over stands for itself. */
static void
test_compare (Fixture *self, gconstpointer data)
{
  gint64 march = plan (self, "2026-03", "theme_day", "祭扫");
  g_autofree char *found = NULL;

  plan (self, "2026-03", "theme_day", "植树");
  plan (self, "2026-05", "lecture", "党课");
  plan (self, "2026-09", "life", "生活会");
  hold (self, "2026-03-05", "theme_day", 0);
  hold (self, "2026-04-02", "theme_day", march);
  hold (self, "2026-04-09", "committee", 0);
  found = lines_of (self, "2026-06-15");
  g_assert_cmpstr (found, ==, "M:祭扫:2026-04-02 D:植树:2026-03-05 E::2026-04-09 m:党课: a:生活会: ");
}

/* What is planned for an item is arranged; a meeting that was cancelled is as if it had never been planned. */
static void
test_arranged (Fixture *self, gconstpointer data)
{
  gint64 item = plan (self, "2026-09", "life", "生活会");
  gint64 meeting = zb_test_record (self->test->db, &zb_kind_meeting, "org", zb_test_id (self->branch), "kind", "life", "title", "会", "state", "planned",
                                   "planned_on", "2026-09-20", "plan_item", zb_test_id (item), NULL);
  g_autofree char *found = lines_of (self, "2026-06-15");
  g_autofree char *after = NULL;

  g_assert_cmpstr (found, ==, "A:生活会:会 ");
  g_assert_true (zb_test_do (self->test->db, &zb_kind_meeting, meeting, "cancel", "2026-06-15", NULL, "reason", "下雨", NULL));
  after = lines_of (self, "2026-06-15");
  g_assert_cmpstr (after, ==, "a:生活会: ");
}

/* What no item asks for is told as held beside the plan only when it was held. */
static void
test_beside (Fixture *self, gconstpointer data)
{
  gint64 meeting = zb_test_record (self->test->db, &zb_kind_meeting, "org", zb_test_id (self->branch), "kind", "committee", "title", "会", "state", "planned",
                                   "planned_on", "2026-06-20", NULL);
  g_autofree char *before = lines_of (self, "2026-06-15");
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "A::会 ");
  g_assert_true (zb_test_do (self->test->db, &zb_kind_meeting, meeting, "hold", "2026-06-21", NULL, "on", "2026-06-20", NULL));
  after = lines_of (self, "2026-06-21");
  g_assert_cmpstr (after, ==, "E::会 ");
}

/* The item of December may be held in January: it is found across the turn of the year. */
static void
test_turn_of_year (Fixture *self, gconstpointer data)
{
  gint64 item = plan (self, "2026-12", "life", "生活会");
  g_autofree char *found = NULL;

  hold (self, "2027-01-06", "life", item);
  found = lines_of (self, "2027-02-01");
  g_assert_cmpstr (found, ==, "M:生活会:2027-01-06 ");
}

/* Another organisation's meetings are its own, those of what stands below too. */
static void
test_own (Fixture *self, gconstpointer data)
{
  gint64 group = zb_test_organization (self->test->db, "group", "第一党小组", self->branch);
  g_autofree char *found = NULL;

  zb_test_record (self->test->db, &zb_kind_meeting, "org", zb_test_id (group), "kind", "group", "title", "小组会", "state", "held", "held_on",
                  "2026-03-05", NULL);
  found = lines_of (self, "2026-06-15");
  g_assert_cmpstr (found, ==, "");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/year-plan/compare", test_compare);
  ADD ("/year-plan/arranged", test_arranged);
  ADD ("/year-plan/beside", test_beside);
  ADD ("/year-plan/turn-of-year", test_turn_of_year);
  ADD ("/year-plan/own", test_own);
  return g_test_run ();
}
