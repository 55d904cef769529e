/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-numerals.h"

static void
test_capital (void)
{
  static const struct { guint number; const char *words; } cases[] = {
    { 0, "零" }, { 1, "壹" }, { 10, "壹拾" }, { 12, "壹拾贰" }, { 20, "贰拾" }, { 30, "叁拾" }, { 90, "玖拾" }, { 100, "壹佰" },
    { 105, "壹佰零伍" }, { 110, "壹佰壹拾" }, { 1000, "壹仟" }, { 1001, "壹仟零壹" }, { 1010, "壹仟零壹拾" }, { 2026, "贰仟零贰拾陆" },
    { 10000, "壹万" }, { 10005, "壹万零伍" }, { 10500, "壹万零伍佰" }, { 100000, "壹拾万" }, { 101000, "壹拾万壹仟" }, { 20304050, "贰仟零叁拾万肆仟零伍拾" },
    { 100000000, "壹亿" }, { 100000001, "壹亿零壹" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = zb_numerals_capital (cases[i].number);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_month (void)
{
  g_autofree char *month = zb_numerals_capital_month ((ZbDate) { 2026, 10, 31 });
  g_autofree char *year = zb_numerals_capital_month ((ZbDate) { 2010, 0, 0 });
  g_autofree char *none = zb_numerals_capital_month (ZB_DATE_NONE);

  g_assert_cmpstr (month, ==, "贰零贰陆年壹拾月");
  g_assert_cmpstr (year, ==, "贰零壹零年");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numerals/capital", test_capital);
  g_test_add_func ("/numerals/month", test_month);
  return g_test_run ();
}
