/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "service/zb-registry-duty.h"
#include "zb-test-life.h"

static const ZbYearRow *
row_of (GPtrArray *rows, ZbMeetingKind kind)
{
  for (guint i = 0; i < rows->len; i++)
    if (((ZbYearRow *) g_ptr_array_index (rows, i))->kind == kind)
      return g_ptr_array_index (rows, i);
  g_assert_not_reached ();
}

static void
assert_words (ZbTestRegistry *test, GPtrArray *rows, ZbMeetingKind kind, guint month, const char *expected)
{
  int year = zb_registry_today (test->registry).year - 1;
  g_autofree char *words = zb_registry_duty_words (test->registry, row_of (rows, kind), year, month);
  g_autofree char *text = g_strdup (expected);
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_auto(GStrv) parts = g_strsplit (text, "YEAR", -1);
  g_autofree char *filled = g_strjoinv (number, parts);

  if (!g_str_has_prefix (words, filled))
    g_test_message ("%s\n%s", words, filled);
  g_assert_true (g_str_has_prefix (words, filled));
}

/* Every cell explains itself: what was found, its days, what to do, the rule with its source. */
static void
test_words (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  int year = zb_registry_today (test->registry).year - 1;
  g_autofree char *may = zb_test_life_day (test, "05-20");
  g_autofree char *from = zb_test_life_day (test, "08-01");
  g_autofree char *to = zb_test_life_day (test, "08-31");
  g_autoptr(GPtrArray) rows = NULL;

  zb_test_life_meeting (test, "assembly", may);
  zb_test_life_meeting (test, "study", may);
  zb_test_life_save (test, &zb_kind_duty_exemption, "org", zb_test_id (test->branch), "kind", "theme_day", "started_on", from, "ended_on", to,
                     "reason", "驻村", NULL);
  rows = zb_registry_year (test->registry, test->branch, year, NULL);
  assert_words (test, rows, ZB_MEETING_ASSEMBLY, 4, "支部党员大会: held 1 time in this month. Rule: 支部工作条例：支部党员大会每季度至少1次.");
  assert_words (test, rows, ZB_MEETING_ASSEMBLY, 5, "支部党员大会 was held in YEAR.04–YEAR.06 already, in another month. Rule: ");
  assert_words (test, rows, ZB_MEETING_ASSEMBLY, 0, "支部党员大会 was not held in YEAR.01–YEAR.03; the time was over on YEAR.03.31. Record it ");
  assert_words (test, rows, ZB_MEETING_THEME_DAY, 7, "主题党日 need not be held in YEAR.08: 驻村 (from YEAR.08.01 until YEAR.08.31).");
  assert_words (test, rows, ZB_MEETING_THEME_DAY, 8, "主题党日 was not held in YEAR.09; ");
  assert_words (test, rows, ZB_MEETING_COMMITTEE, 0, "There is no committee here, so none of its meetings is demanded (支部工作条例：支部委员会一般3至5人).");
  assert_words (test, rows, ZB_MEETING_GROUP, 0, "There are no Party groups here");
  assert_words (test, rows, ZB_MEETING_STUDY, 0, "No rule says how often this is held here: 学习会.");
}

/* An office's own number goes before, and says why. */
static void
test_rule (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  ZbDate day = { 2026, 3, 5 };
  g_autofree char *before = zb_registry_rule_words (test->registry, "freq.lecture", day);
  g_autofree char *after = NULL;
  g_autofree char *none = zb_registry_rule_words (test->registry, "no.such.rule", day);

  g_assert_cmpfloat (zb_registry_rule (test->registry, "freq.lecture", day), ==, 3);
  g_assert_cmpstr (before, ==, "党课每季度1次（地方做法）");
  g_assert_cmpstr (none, ==, "");
  zb_test_life_save (test, &zb_kind_rule, "key", "freq.lecture", "value", "2", "source", "公司党委通知", "reason", "两月一课", NULL);
  after = zb_registry_rule_words (test->registry, "freq.lecture", day);
  g_assert_cmpfloat (zb_registry_rule (test->registry, "freq.lecture", day), ==, 2);
  g_assert_cmpstr (after, ==, "公司党委通知；两月一课");
}

static void
test_plan (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *march = zb_test_life_day (test, "03");
  g_autofree char *day = zb_test_life_day (test, "03-05");
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *held = NULL;
  g_autofree char *missed = NULL;

  zb_test_life_save (test, &zb_kind_plan_item, "org", zb_test_id (test->branch), "month", march, "kind", "theme_day", "title", "祭扫", NULL);
  zb_test_life_save (test, &zb_kind_plan_item, "org", zb_test_id (test->branch), "month", march, "kind", "lecture", "title", "党课", NULL);
  zb_test_life_meeting (test, "theme_day", day);
  lines = zb_registry_plan (test->registry, test->branch, zb_registry_today (test->registry).year - 1, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
  held = zb_plan_state_words (g_ptr_array_index (lines, 0));
  missed = zb_plan_state_words (g_ptr_array_index (lines, 1));
  g_assert_true (g_str_has_prefix (held, "Held on "));
  g_assert_cmpstr (missed, ==, "Its month is over and it was not held");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duty/words", test_words);
  g_test_add_func ("/duty/rule", test_rule);
  g_test_add_func ("/duty/plan", test_plan);
  return g_test_run ();
}
