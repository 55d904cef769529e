/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-standing.h"

/* Somebody who went the whole way. */
static const ZbStanding whole = {
  .declared = ZB_CATEGORY_FULL,
  .applied = { 2018, 3, 1 },
  .activist = { 2018, 9, 10 },
  .candidate = { 2019, 10, 1 },
  .joined = { 2019, 12, 20 },
  .confirmed = { 2020, 12, 20 },
};

static void
assert_category (const ZbStanding *standing, ZbDate day, ZbCategory expected)
{
  g_assert_cmpstr (zb_category_code (zb_standing_category (standing, day)), ==, zb_category_code (expected));
}

static void
test_way (void)
{
  static const struct { ZbDate day; ZbCategory category; } steps[] = {
    { { 2018, 2, 28 }, ZB_CATEGORY_NONE },          { { 2018, 3, 1 }, ZB_CATEGORY_APPLICANT },
    { { 2018, 9, 9 }, ZB_CATEGORY_APPLICANT },      { { 2018, 9, 10 }, ZB_CATEGORY_ACTIVIST },
    { { 2019, 9, 30 }, ZB_CATEGORY_ACTIVIST },      { { 2019, 10, 1 }, ZB_CATEGORY_CANDIDATE },
    { { 2019, 12, 19 }, ZB_CATEGORY_CANDIDATE },    { { 2019, 12, 20 }, ZB_CATEGORY_PROBATIONARY },
    { { 2020, 12, 19 }, ZB_CATEGORY_PROBATIONARY }, { { 2020, 12, 20 }, ZB_CATEGORY_FULL },
    { { 2026, 7, 1 }, ZB_CATEGORY_FULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    assert_category (&whole, steps[i].day, steps[i].category);
}

static void
test_declared (void)
{
  const ZbStanding only_declared = { .declared = ZB_CATEGORY_FULL };
  const ZbStanding no_confirmation = { .declared = ZB_CATEGORY_FULL, .joined = { 1985, 7, 0 } };
  const ZbStanding not_yet = { .declared = ZB_CATEGORY_FULL, .joined = { 2027, 1, 1 } };
  const ZbStanding future_confirmation = { .declared = ZB_CATEGORY_FULL, .joined = { 2025, 12, 1 }, .confirmed = { 2026, 12, 1 } };
  const ZbStanding behind = { .declared = ZB_CATEGORY_PROBATIONARY, .joined = { 2020, 1, 1 }, .confirmed = { 2021, 1, 1 } };
  const ZbStanding undeclared = { .joined = { 2025, 12, 1 } };
  const ZbDate day = { 2026, 7, 1 };

  assert_category (&only_declared, day, ZB_CATEGORY_FULL);
  assert_category (&no_confirmation, day, ZB_CATEGORY_FULL);
  assert_category (&no_confirmation, (ZbDate) { 1985, 6, 30 }, ZB_CATEGORY_CANDIDATE);
  assert_category (&not_yet, day, ZB_CATEGORY_CANDIDATE);
  assert_category (&future_confirmation, day, ZB_CATEGORY_PROBATIONARY);
  assert_category (&behind, day, ZB_CATEGORY_FULL);
  assert_category (&undeclared, day, ZB_CATEGORY_PROBATIONARY);
  assert_category (&(ZbStanding) { 0 }, day, ZB_CATEGORY_NONE);
}

/* A month counts from its first day, a year from its January. */
static void
test_precision (void)
{
  const ZbStanding month = { .declared = ZB_CATEGORY_FULL, .joined = { 1984, 7, 0 }, .confirmed = { 1985, 7, 0 } };
  const ZbStanding year = { .confirmed = { 1985, 0, 0 } };

  assert_category (&month, (ZbDate) { 1985, 6, 30 }, ZB_CATEGORY_PROBATIONARY);
  assert_category (&month, (ZbDate) { 1985, 7, 1 }, ZB_CATEGORY_FULL);
  g_assert_cmpint (zb_standing_months (&month, (ZbDate) { 2026, 6, 30 }), ==, 40 * 12 + 11);
  g_assert_cmpint (zb_standing_months (&month, (ZbDate) { 2026, 7, 1 }), ==, 41 * 12);
  g_assert_cmpint (zb_standing_months (&year, (ZbDate) { 2026, 1, 1 }), ==, 41 * 12);
}

static void
assert_shown (const ZbStanding *standing, ZbDate day, const char *expected)
{
  g_autofree char *shown = zb_standing_show (standing, day);

  g_assert_cmpstr (shown, ==, expected);
}

/* 党龄 is counted from the confirmation: not a day of the probation is in it. */
static void
test_months (void)
{
  g_assert_cmpint (zb_standing_months (&whole, (ZbDate) { 2020, 12, 19 }), ==, -1);
  g_assert_cmpint (zb_standing_months (&whole, (ZbDate) { 2020, 12, 20 }), ==, 0);
  g_assert_cmpint (zb_standing_months (&whole, (ZbDate) { 2021, 1, 19 }), ==, 0);
  g_assert_cmpint (zb_standing_months (&whole, (ZbDate) { 2021, 1, 20 }), ==, 1);
  g_assert_cmpint (zb_standing_months (&whole, (ZbDate) { 2021, 12, 19 }), ==, 11);
  g_assert_cmpint (zb_standing_months (&whole, (ZbDate) { 2021, 12, 20 }), ==, 12);
  assert_shown (&whole, (ZbDate) { 2020, 12, 19 }, "预备期");
  assert_shown (&whole, (ZbDate) { 2020, 12, 20 }, "0");
  assert_shown (&whole, (ZbDate) { 2021, 12, 19 }, "0");
  assert_shown (&whole, (ZbDate) { 2021, 12, 20 }, "1");
  assert_shown (&whole, (ZbDate) { 2018, 4, 1 }, "");
}

/* The medal for fifty years: full years on 1 July. */
static void
test_fifty_years (void)
{
  const ZbStanding on_the_day = { .confirmed = { 1976, 7, 1 } };
  const ZbStanding a_day_late = { .confirmed = { 1976, 7, 2 } };
  const ZbDate day = { 2026, 7, 1 };

  g_assert_cmpint (zb_standing_months (&on_the_day, day), ==, 600);
  g_assert_cmpint (zb_standing_months (&a_day_late, day), ==, 599);
  assert_shown (&a_day_late, day, "49");
}

static void
test_correction (void)
{
  ZbStanding standing = { .confirmed = { 2020, 7, 1 }, .correction_months = 18 };
  const ZbDate day = { 2026, 7, 1 };

  g_assert_cmpint (zb_standing_months (&standing, day), ==, 90);
  assert_shown (&standing, day, "7");
  standing.correction_months = -13;
  g_assert_cmpint (zb_standing_months (&standing, day), ==, 59);
  standing.correction_months = -1000;
  g_assert_cmpint (zb_standing_months (&standing, day), ==, 0);
}

static void
test_unknown_confirmation (void)
{
  const ZbStanding standing = { .declared = ZB_CATEGORY_FULL, .joined = { 1970, 5, 0 } };

  g_assert_cmpint (zb_standing_months (&standing, (ZbDate) { 2026, 7, 1 }), ==, -1);
  assert_shown (&standing, (ZbDate) { 2026, 7, 1 }, "");
}

static void
test_codes (void)
{
  g_assert_cmpstr (zb_category_code (ZB_CATEGORY_FULL), ==, "full");
  g_assert_cmpint (zb_category_from_code ("probationary"), ==, ZB_CATEGORY_PROBATIONARY);
  g_assert_cmpint (zb_category_from_code ("nobody"), ==, ZB_CATEGORY_NONE);
  g_assert_cmpint (zb_category_from_code (NULL), ==, ZB_CATEGORY_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standing/way", test_way);
  g_test_add_func ("/standing/declared", test_declared);
  g_test_add_func ("/standing/precision", test_precision);
  g_test_add_func ("/standing/months", test_months);
  g_test_add_func ("/standing/fifty-years", test_fifty_years);
  g_test_add_func ("/standing/correction", test_correction);
  g_test_add_func ("/standing/unknown-confirmation", test_unknown_confirmation);
  g_test_add_func ("/standing/codes", test_codes);
  return g_test_run ();
}
