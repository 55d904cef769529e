/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-rules.h"

static ZbRules *
rules_new (void)
{
  g_autoptr(GError) error = NULL;
  ZbRules *rules = zb_rules_new (&error);

  g_assert_no_error (error);
  return rules;
}

/* Numbers of the regulations, from their text. */
static void
test_defaults (void)
{
  static const struct { const char *key; double value; const char *unit; } known[] = {
    { "branch.min_full_members", 3, "people" },      { "branch.max_members", 50, "people" },
    { "general_branch.min_members", 50, "people" },  { "committee.min_members", 100, "people" },
    { "branch.committee_min_full_members", 7, "people" }, { "joint_branch.max_units", 5, "units" },
    { "term.years.village", 5, "years" },            { "term.years.branch", 3, "years" },
    { "term.years.committee", 5, "years" },          { "term.extension_max", 1, "years" },
    { "election.quorum", 0.8, "share" },             { "probation.length", 1, "years" },
    { "probation.extension_min", 6, "months" },      { "probation.extension_max", 12, "months" },
    { "dev.talk_deadline", 1, "months" },            { "dev.activist_to_target_min", 1, "years" },
    { "dev.training_min_hours", 24, "hours" },       { "dev.approval_max", 3, "months" },
    { "transfer.required_if_away", 6, "months" },    { "lost.after", 6, "months" },
    { "abroad.contact_every", 6, "months" },         { "medal50.years", 50, "years" },
    { "medal50.month", 7, "month" },                 { "medal50.day", 1, "day" },
    { "stats.cutoff_month", 12, "month" },           { "study.hours_member", 32, "hours" },
    { "study.hours_committee", 56, "hours" },
  };
  g_autoptr(ZbRules) rules = rules_new ();
  const ZbDate day = { 2026, 7, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const ZbRule *rule = zb_rules_get (rules, known[i].key, day);

      if (rule == NULL)
        g_error ("no rule %s", known[i].key);
      g_assert_cmpfloat (rule->value, ==, known[i].value);
      g_assert_cmpstr (rule->unit, ==, known[i].unit);
      g_assert_cmpstr (rule->source, !=, "");
      g_assert_null (rule->reason);
      g_assert_cmpfloat (zb_rules_value (rules, known[i].key, ZB_DATE_NONE), ==, known[i].value);
    }
  g_assert_null (zb_rules_get (rules, "no.such.rule", day));
  g_assert_null (zb_rules_get (rules, "", day));
}

static void
test_override (void)
{
  g_autoptr(ZbRules) rules = rules_new ();
  const ZbRule own = {
    .key = (char *) "term.years.branch", .value = 5, .unit = (char *) "years", .reason = (char *) "上级批复",
    .from = { 2025, 1, 1 }, .to = { 2026, 12, 31 },
  };
  const ZbRule later = { .key = (char *) "term.years.branch", .value = 4, .from = { 2026, 0, 0 } };

  zb_rules_override (rules, &own);
  g_assert_cmpfloat (zb_rules_value (rules, "term.years.branch", (ZbDate) { 2024, 12, 31 }), ==, 3);
  g_assert_cmpfloat (zb_rules_value (rules, "term.years.branch", (ZbDate) { 2025, 1, 1 }), ==, 5);
  g_assert_cmpfloat (zb_rules_value (rules, "term.years.branch", (ZbDate) { 2026, 12, 31 }), ==, 5);
  g_assert_cmpfloat (zb_rules_value (rules, "term.years.branch", (ZbDate) { 2027, 1, 1 }), ==, 3);
  g_assert_cmpfloat (zb_rules_value (rules, "term.years.branch", ZB_DATE_NONE), ==, 5);
  g_assert_cmpstr (zb_rules_get (rules, "term.years.branch", (ZbDate) { 2025, 6, 1 })->reason, ==, "上级批复");
  zb_rules_override (rules, &later);
  g_assert_cmpfloat (zb_rules_value (rules, "term.years.branch", (ZbDate) { 2025, 12, 31 }), ==, 5);
  g_assert_cmpfloat (zb_rules_value (rules, "term.years.branch", (ZbDate) { 2026, 1, 1 }), ==, 4);
  g_assert_cmpfloat (zb_rules_value (rules, "term.years.village", (ZbDate) { 2026, 1, 1 }), ==, 5);
}

/* A limit of months or years holds to the end of its last one. */
static void
test_until_month (void)
{
  g_autoptr(ZbRules) rules = rules_new ();
  const ZbRule until = { .key = (char *) "wish.claim_days", .value = 10, .to = { 2026, 6, 0 } };

  zb_rules_override (rules, &until);
  g_assert_cmpfloat (zb_rules_value (rules, "wish.claim_days", (ZbDate) { 2026, 6, 30 }), ==, 10);
  g_assert_cmpfloat (zb_rules_value (rules, "wish.claim_days", (ZbDate) { 2026, 7, 1 }), ==, 30);
}

/* The table's own, not what an office has put over it. */
static void
test_each (void)
{
  g_autoptr(ZbRules) rules = rules_new ();
  const ZbRule own = { .key = (char *) "wish.claim_days", .value = 10 };
  g_autoptr(GPtrArray) all = NULL;
  guint own_ones = 0, named = 0;

  zb_rules_override (rules, &own);
  all = zb_rules_each (rules);
  for (guint i = 0; i < all->len; i++)
    {
      const ZbRule *rule = g_ptr_array_index (all, i);

      own_ones += g_str_equal (rule->key, "wish.claim_days") && rule->value == 10;
      named += rule->source != NULL;
    }
  g_assert_cmpuint (all->len, >, 40);
  g_assert_cmpuint (named, ==, all->len);
  g_assert_cmpuint (own_ones, ==, 0);
}

static void
test_free (void)
{
  zb_rules_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/defaults", test_defaults);
  g_test_add_func ("/rules/override", test_override);
  g_test_add_func ("/rules/until-month", test_until_month);
  g_test_add_func ("/rules/each", test_each);
  g_test_add_func ("/rules/free", test_free);
  return g_test_run ();
}
