/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-date.h"
#include "core/zb-error.h"

static ZbDate
day (int year, int month, int of_month)
{
  return (ZbDate) { (gint16) year, (guint8) month, (guint8) of_month };
}

static void
assert_date (ZbDate date, int year, int month, int of_month)
{
  g_assert_cmpint (date.year, ==, year);
  g_assert_cmpint (date.month, ==, month);
  g_assert_cmpint (date.day, ==, of_month);
}

static void
test_parse (void)
{
  ZbDate date;

  g_assert_true (zb_date_parse ("1985", &date, NULL));
  assert_date (date, 1985, 0, 0);
  g_assert_true (zb_date_parse ("1985-07", &date, NULL));
  assert_date (date, 1985, 7, 0);
  g_assert_true (zb_date_parse ("1985-07-01", &date, NULL));
  assert_date (date, 1985, 7, 1);
  g_assert_true (zb_date_parse ("2000-02-29", &date, NULL));
  assert_date (date, 2000, 2, 29);
}

static void
test_parse_refused (void)
{
  static const char *const wrong[] = { "", "85", "1985-7", "1985-00", "1985-13", "1985-07-00", "1985-07-32", "1985.07", "1985-07-1",
    "0000", "0000-01-01", "1900-02-29", "2023-02-29", "2023-04-31", "1985-07-01 ", " 1985", "1985-07-0x", "１９８５" };
  ZbDate date = day (1, 2, 3);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (zb_date_parse (wrong[i], &date, &error));
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_DATE);
    }
  g_assert_false (zb_date_parse (NULL, &date, NULL));
  assert_date (date, 1, 2, 3);
}

static void
test_read (void)
{
  static const struct { const char *text; int year, month, day; } right[] = {
    { "1985.07", 1985, 7, 0 },        { "1985.7", 1985, 7, 0 },         { "1985.7.1", 1985, 7, 1 },
    { "1985/7/1", 1985, 7, 1 },       { "1985-07", 1985, 7, 0 },        { "1985-7-1", 1985, 7, 1 },
    { "19850701", 1985, 7, 1 },       { "198507", 1985, 7, 0 },         { "1985", 1985, 0, 0 },
    { "1985年7月1日", 1985, 7, 1 },   { "1985年7月", 1985, 7, 0 },      { "1985年", 1985, 0, 0 },
    { "1985年07月01号", 1985, 7, 1 }, { "１９８５．０７", 1985, 7, 0 }, { "１９８５／７／１", 1985, 7, 1 },
    { "1985。07", 1985, 7, 0 },       { "  1985.07  ", 1985, 7, 0 },    { "\xe3\x80\x80" "1985.07", 1985, 7, 0 },
    { "1985 年 7 月 1 日", 1985, 7, 1 }, { "1985. 7. 1", 1985, 7, 1 },  { "2019/2/3  14:30", 2019, 2, 3 },
    { "2019-02-03 00:00:00", 2019, 2, 3 }, { "2019-02-03 00:00:00.000", 2019, 2, 3 }, { "1985—07", 1985, 7, 0 },
    { "1969.01", 1969, 1, 0 },        { "20000229", 2000, 2, 29 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      ZbDate date;

      if (!zb_date_read (right[i].text, &date, NULL))
        g_error ("%s was refused", right[i].text);
      assert_date (date, right[i].year, right[i].month, right[i].day);
    }
}

static void
test_read_refused (void)
{
  static const char *const wrong[] = { "", "  ", "不详", "—", "85.7", "1985.13", "1985.0", "1985.7.0", "2023.2.29", "2023年2月30日",
    "1900/2/29", "19850732", "19851301", "198500", "1985070", "1985.7/1", "1985月7年", "1985年7日", "31229x", "1985.7.1.2", "1985..7",
    "1985.07.01abc", "0985.07", "19850701119", "-1985", "1985.7.1至今", "1985.7 10", "1985.007", "NaN", "1e3" };
  g_autofree char *longest = g_strnfill (10000, '1');

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      ZbDate date = day (1, 2, 3);

      if (zb_date_read (wrong[i], &date, &error))
        g_error ("%s was taken for a date", wrong[i]);
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_DATE);
      assert_date (date, 1, 2, 3);
    }
  g_assert_false (zb_date_read (longest, &(ZbDate) { 0 }, NULL));
  g_assert_false (zb_date_read ("1985\xff", &(ZbDate) { 0 }, NULL));
  g_assert_false (zb_date_read (NULL, &(ZbDate) { 0 }, NULL));
}

static void
test_text (void)
{
  const struct { ZbDate date; const char *text, *print; } shown[] = {
    { day (1985, 0, 0), "1985", "1985" },
    { day (1985, 7, 0), "1985-07", "1985.07" },
    { day (1985, 7, 1), "1985-07-01", "1985.07.01" },
    { ZB_DATE_NONE, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = zb_date_to_text (shown[i].date);
      g_autofree char *print = zb_date_to_print (shown[i].date);

      g_assert_cmpstr (text, ==, shown[i].text);
      g_assert_cmpstr (print, ==, shown[i].print);
      g_assert_cmpint (zb_date_is_set (shown[i].date), ==, shown[i].text != NULL);
      g_assert_cmpint (zb_date_is_complete (shown[i].date), ==, i == 2);
    }
}

static void
test_compare (void)
{
  const ZbDate rising[] = { ZB_DATE_NONE, day (1, 1, 1), day (1984, 12, 31), day (1985, 0, 0), day (1985, 7, 0), day (1985, 7, 1),
    day (1985, 7, 31), day (1985, 8, 0), day (1986, 0, 0), day (9999, 12, 31) };

  for (guint i = 0; i < G_N_ELEMENTS (rising); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rising); j++)
      {
        g_assert_cmpint (zb_date_compare (rising[i], rising[j]), ==, i < j ? -1 : i > j);
        g_assert_cmpint (zb_date_pack (rising[i]) < zb_date_pack (rising[j]), ==, i < j);
      }
  for (guint i = 0; i < G_N_ELEMENTS (rising); i++)
    g_assert_cmpint (zb_date_compare (zb_date_unpack (zb_date_pack (rising[i])), rising[i]), ==, 0);
  g_assert_cmpuint (zb_date_pack (ZB_DATE_NONE), ==, 0);
}

static void
test_add_months (void)
{
  assert_date (zb_date_add_months (day (2023, 1, 31), 1), 2023, 2, 28);
  assert_date (zb_date_add_months (day (2024, 1, 31), 1), 2024, 2, 29);
  assert_date (zb_date_add_months (day (2024, 2, 29), 12), 2025, 2, 28);
  assert_date (zb_date_add_months (day (2024, 2, 29), 48), 2028, 2, 29);
  assert_date (zb_date_add_months (day (2023, 10, 31), 1), 2023, 11, 30);
  assert_date (zb_date_add_months (day (2023, 7, 1), 12), 2024, 7, 1);
  assert_date (zb_date_add_months (day (2023, 12, 15), 1), 2024, 1, 15);
  assert_date (zb_date_add_months (day (2024, 1, 15), -1), 2023, 12, 15);
  assert_date (zb_date_add_months (day (2024, 3, 31), -1), 2024, 2, 29);
  assert_date (zb_date_add_months (day (2023, 11, 0), 3), 2024, 2, 0);
  assert_date (zb_date_add_months (day (2023, 0, 0), 24), 2025, 0, 0);
  assert_date (zb_date_add_months (ZB_DATE_NONE, 24), 0, 0, 0);
}

/* Before, as far as both are known: what one of them leaves open is no contradiction. */
static void
test_is_before (void)
{
  static const struct { ZbDate a, b; gboolean before; } cases[] = {
    { { 2020, 7, 14 }, { 2020, 7, 15 }, TRUE },  { { 2020, 7, 15 }, { 2020, 7, 15 }, FALSE },
    { { 2020, 7, 16 }, { 2020, 7, 15 }, FALSE }, { { 2019, 12, 31 }, { 2020, 1, 1 }, TRUE },
    { { 2020, 6, 0 }, { 2020, 7, 1 }, TRUE },    { { 2020, 7, 0 }, { 2020, 7, 15 }, FALSE },
    { { 2020, 7, 15 }, { 2020, 7, 0 }, FALSE },  { { 2020, 7, 31 }, { 2020, 8, 0 }, TRUE },
    { { 2020, 8, 0 }, { 2020, 7, 31 }, FALSE },  { { 2020, 7, 0 }, { 2020, 7, 0 }, FALSE },
    { { 2019, 0, 0 }, { 2020, 1, 1 }, TRUE },    { { 2019, 12, 31 }, { 2020, 0, 0 }, TRUE },
    { { 2020, 0, 0 }, { 2020, 12, 31 }, FALSE }, { { 2020, 12, 31 }, { 2020, 0, 0 }, FALSE },
    { { 2020, 2, 0 }, { 2020, 0, 0 }, FALSE },   { { 2020, 0, 0 }, { 2020, 2, 0 }, FALSE },
    { { 2020, 0, 0 }, { 2019, 5, 0 }, FALSE },   { { 0, 0, 0 }, { 2020, 7, 15 }, FALSE },
    { { 2020, 7, 15 }, { 0, 0, 0 }, FALSE },     { { 0, 0, 0 }, { 0, 0, 0 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (zb_date_is_before (cases[i].a, cases[i].b), ==, cases[i].before);
}

static void
test_add_days (void)
{
  assert_date (zb_date_add_days (day (2024, 2, 28), 1), 2024, 2, 29);
  assert_date (zb_date_add_days (day (2023, 2, 28), 1), 2023, 3, 1);
  assert_date (zb_date_add_days (day (2023, 12, 31), 1), 2024, 1, 1);
  assert_date (zb_date_add_days (day (2024, 3, 1), -1), 2024, 2, 29);
  assert_date (zb_date_add_days (day (2000, 1, 1), 366), 2001, 1, 1);
  assert_date (zb_date_add_days (day (2023, 7, 0), 10), 2023, 7, 0);
}

static void
test_days_between (void)
{
  g_assert_cmpint (zb_date_days_between (day (2024, 2, 28), day (2024, 3, 1)), ==, 2);
  g_assert_cmpint (zb_date_days_between (day (2023, 3, 1), day (2023, 2, 28)), ==, -1);
  g_assert_cmpint (zb_date_days_between (day (2000, 1, 1), day (2001, 1, 1)), ==, 366);
  g_assert_cmpint (zb_date_days_between (day (2023, 7, 0), day (2023, 7, 10)), ==, 0);
  g_assert_cmpint (zb_date_days_between (ZB_DATE_NONE, day (2023, 7, 10)), ==, 0);
}

static void
test_between (void)
{
  static const struct { ZbDate from, to; int months, years; } cases[] = {
    { { 2020, 3, 15 }, { 2020, 3, 15 }, 0, 0 },    { { 2020, 3, 15 }, { 2020, 4, 14 }, 0, 0 },
    { { 2020, 3, 15 }, { 2020, 4, 15 }, 1, 0 },    { { 2020, 3, 15 }, { 2021, 3, 14 }, 11, 0 },
    { { 2020, 3, 15 }, { 2021, 3, 15 }, 12, 1 },   { { 2020, 3, 15 }, { 2020, 3, 10 }, -1, -1 },
    { { 2020, 3, 15 }, { 2019, 3, 15 }, -12, -1 }, { { 2020, 3, 15 }, { 2019, 3, 14 }, -13, -2 },
    { { 2024, 1, 31 }, { 2024, 2, 28 }, 0, 0 },    { { 2024, 1, 31 }, { 2024, 2, 29 }, 1, 0 },
    { { 2000, 2, 29 }, { 2001, 2, 27 }, 11, 0 },   { { 2000, 2, 29 }, { 2001, 2, 28 }, 12, 1 },
    { { 1985, 7, 0 }, { 2026, 6, 30 }, 491, 40 },  { { 1985, 7, 0 }, { 2026, 7, 1 }, 492, 41 },
    { { 1985, 0, 0 }, { 2026, 1, 1 }, 492, 41 },   { { 1985, 0, 0 }, { 2025, 12, 31 }, 491, 40 },
    { { 1976, 7, 1 }, { 2026, 7, 1 }, 600, 50 },   { { 1976, 7, 2 }, { 2026, 7, 1 }, 599, 49 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (zb_date_months_between (cases[i].from, cases[i].to), ==, cases[i].months);
      g_assert_cmpint (zb_date_years_between (cases[i].from, cases[i].to), ==, cases[i].years);
    }
}

/* Every day of several leap cycles against GLib's calendar. */
static void
test_every_day (void)
{
  ZbDate date = day (1896, 1, 1);
  GDate other;

  g_date_set_dmy (&other, 1, G_DATE_JANUARY, 1896);
  for (guint i = 0; i < 366 * 130; i++)
    {
      g_autofree char *text = zb_date_to_text (date);
      char expected[16];
      ZbDate read;

      g_date_strftime (expected, sizeof expected, "%Y-%m-%d", &other);
      g_assert_cmpstr (text, ==, expected);
      g_assert_true (zb_date_parse (text, &read, NULL));
      g_assert_cmpint (zb_date_compare (read, date), ==, 0);
      date = zb_date_add_days (date, 1);
      g_date_add_days (&other, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/parse-refused", test_parse_refused);
  g_test_add_func ("/date/read", test_read);
  g_test_add_func ("/date/read-refused", test_read_refused);
  g_test_add_func ("/date/text", test_text);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/is-before", test_is_before);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/add-days", test_add_days);
  g_test_add_func ("/date/days-between", test_days_between);
  g_test_add_func ("/date/between", test_between);
  g_test_add_func ("/date/every-day", test_every_day);
  return g_test_run ();
}
