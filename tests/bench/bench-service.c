/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-service: five years of service of a city's 10,000 members, 2 million rows of hours. Each figure beside its floor, the
 * bare statement on the same file in the same run. The aim: the summary of a year in 200 ms.
 */
#include "config.h"

#include <locale.h>

#include "bench-city.h"
#include "bench-times.h"
#include "exchange/zb-sheet.h"
#include "store/service/zb-check-service.h"
#include "store/service/zb-service-hours.h"
#include "store/service/zb-service-list.h"
#include "store/zb-check-private.h"

#define THIS_YEAR 2025

static const ZbDate today = { 2026, 11, 24 };
static const ZbDate last_day = { THIS_YEAR, 12, 31 };

/* The work, and the bare statement for it */

/* As the table on paper: names, branches, figures and stars of everybody, worked out into cells. */
static void
make_list (BenchCity *city, const char *name, gint64 subject, guint n_least)
{
  ZbRosterRequest *request = zb_roster_request_new (zb_roster_get (name), last_day);
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet;

  request->subject = subject;
  request->from = (ZbDate) { THIS_YEAR, 1, 1 };
  request->to = last_day;
  sheet = zb_sheet_new (city->test->db, NULL, request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (zb_sheet_n_rows (sheet), >=, n_least);
  zb_sheet_free (sheet);
  zb_roster_request_free (request);
}

static void
list_person (gpointer data)
{
  BenchCity *city = data;

  make_list (city, "service-person", city->person, 40);
}

static void
list_person_bare (gpointer data)
{
  BenchCity *city = data;

  bench_bare_drain (city->bare, "SELECT * FROM service_hours WHERE person = %" G_GINT64_FORMAT " AND withdrawn = 0", city->person);
}

static void
list_everybody (gpointer data)
{
  make_list (data, "service-hours", 0, BENCH_CITY_PEOPLE);
}

static void
list_orgs (gpointer data)
{
  make_list (data, "service-year", 0, BENCH_CITY_BRANCHES);
}

static void
sum_year (gpointer data)
{
  BenchCity *city = data;
  g_autoptr(GHashTable) years = zb_service_years (city->test->db, (ZbDate) { THIS_YEAR, 0, 0 }, last_day, FALSE, NULL);

  g_assert_cmpuint (g_hash_table_size (years), ==, BENCH_CITY_PEOPLE);
}

static void
sum_year_bare (gpointer data)
{
  BenchCity *city = data;

  bench_bare_drain (city->bare, "SELECT \"on\", person, hours FROM service_hours WHERE withdrawn = 0 AND \"on\" BETWEEN '%d' AND '%d-12-31'", THIS_YEAR, THIS_YEAR);
}

/* With what everybody served ever, which stars are counted from. */
static void
sum_ever (gpointer data)
{
  BenchCity *city = data;
  g_autoptr(GHashTable) years = zb_service_years (city->test->db, (ZbDate) { THIS_YEAR, 0, 0 }, last_day, TRUE, NULL);

  g_assert_cmpuint (g_hash_table_size (years), ==, BENCH_CITY_PEOPLE);
}

static void
sum_ever_bare (gpointer data)
{
  BenchCity *city = data;

  bench_bare_drain (city->bare, "SELECT person, sum (hours) FROM service_hours WHERE withdrawn = 0 GROUP BY person");
}

static void
stand (gpointer data)
{
  BenchCity *city = data;
  ZbServiceStanding standing;

  g_assert_true (zb_service_standing (city->test->db, city->person, today, &standing, NULL));
  g_assert_cmpuint (standing.stars, >, 0);
}

static void
stand_bare (gpointer data)
{
  BenchCity *city = data;

  bench_bare_drain (city->bare, "SELECT \"on\", hours FROM service_hours WHERE withdrawn = 0 AND person = %" G_GINT64_FORMAT, city->person);
}

/* While hours are entered: of one person and day. */
static void
check_day (gpointer data)
{
  BenchCity *city = data;
  g_autoptr(GPtrArray) found = zb_check_hours (city->test->db, city->person + 1, "2022-01-03", today, NULL);

  g_assert_cmpuint (found->len, ==, 1);
}

static void
check_person (gpointer data)
{
  BenchCity *city = data;
  g_autoptr(GPtrArray) found = zb_check_hours (city->test->db, city->person, NULL, today, NULL);

  g_assert_cmpuint (found->len, ==, 1);
}

static void
check_everybody (gpointer data)
{
  BenchCity *city = data;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_finding_free);
  g_autoptr(ZbRules) rules = zb_rules_load (city->test->db, NULL);
  ZbChecker checker = { city->test->db, today, rules, found, NULL, NULL };

  g_assert_true (zb_check_service (&checker, NULL));
  g_assert_cmpuint (found->len, ==, BENCH_CITY_PEOPLE / BENCH_CITY_OVERLAPS + BENCH_CITY_PEOPLE / BENCH_CITY_TOO_MUCH);
}

static void
check_everybody_bare (gpointer data)
{
  BenchCity *city = data;

  bench_bare_drain (city->bare, "SELECT person, \"on\", hours, started_at, ended_at FROM service_hours WHERE withdrawn = 0");
}

/* Hours entered, safe on the disk. */
static void
enter (gpointer data)
{
  static guint turn;
  BenchCity *city = data;
  const char *person = zb_test_id (city->person + 7 + turn++ % 90);

  g_assert_cmpint (zb_test_record (city->test->db, &zb_kind_service_hours, "person", person, "on", "2026-11-20", "hours", "20", "contents", "社区服务",
                                   "source", "measured", "confirmed_by", "李测", NULL), >, 0);
}

static void
enter_bare (gpointer data)
{
  static guint turn;
  BenchCity *city = data;

  bench_bare_run (city->bare, "UPDATE person SET row_version = %u WHERE id = %" G_GINT64_FORMAT, turn++ + 100, city->person + 100);
}

int
main (void)
{
  g_autoptr(BenchCity) city = NULL;
  double start = bench_passing ();

  setlocale (LC_ALL, "");
  city = bench_city_new (today);
  bench_city_add_hours (city);
  bench_city_ready (city, today);
  bench_print ("service: filling", (bench_passing () - start) / 1000, "s", 0);
  bench_report_spent ("service: a person’s statement", list_person, list_person_bare, city);
  bench_report_spent ("service: hours and stars of a person", stand, stand_bare, city);
  bench_report_spent ("service: a year of everybody", sum_year, sum_year_bare, city);
  bench_report_spent ("service: a year of everybody, with what they served ever", sum_ever, sum_ever_bare, city);
  bench_report_spent ("service: table of everybody’s year, with stars", list_everybody, sum_ever_bare, city);
  bench_report_spent ("service: table of the branches’ year", list_orgs, sum_year_bare, city);
  bench_report_spent ("service: a day checked", check_day, NULL, city);
  bench_report_spent ("service: a person checked", check_person, list_person_bare, city);
  bench_report_spent ("service: everybody checked", check_everybody, check_everybody_bare, city);
  bench_report_passing ("service: hours entered, on the disk", enter, enter_bare, city);
  return 0;
}
