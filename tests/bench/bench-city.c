/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-city.h"

static void
add_branch (ZbChangeSet *set, BenchCity *city, guint number)
{
  g_autoptr(ZbRecord) branch = zb_record_new (&zb_kind_organization);
  g_autofree char *name = g_strdup_printf ("第%u党支部", number + 1);

  zb_record_set (branch, "name", name);
  zb_record_set (branch, "kind", "branch");
  zb_record_set (branch, "opened_on", "2010-01-01");
  g_assert_true (zb_organizations_add (set, branch, city->top, NULL));
  if (number == 0)
    city->branch = branch->id;
  for (guint i = 0; i < BENCH_CITY_PER_BRANCH; i++)
    {
      g_autoptr(ZbRecord) person = zb_record_new (&zb_kind_member);
      g_autofree char *own = g_strdup_printf ("党员%u", number * BENCH_CITY_PER_BRANCH + i + 1);

      zb_record_set (person, "name", own);
      zb_record_set (person, "category", "full");
      zb_record_set (person, "joined_on", "2005-07-01");
      g_assert_true (zb_members_add (set, person, branch->id, 0, ZB_DATE_NONE, "imported", NULL));
      if (number == 0 && i == 0)
        city->person = person->id;
    }
}

BenchCity *
bench_city_new (ZbDate today)
{
  BenchCity *city = g_new0 (BenchCity, 1);
  g_autoptr(ZbChangeSet) set = NULL;

  city->test = zb_test_db_new ();
  zb_db_set_today (city->test->db, today);
  city->top = zb_test_organization (city->test->db, "committee", "市委", 0);
  set = zb_change_set_begin (city->test->db, "demo", NULL, NULL);
  for (guint i = 0; i < BENCH_CITY_BRANCHES; i++)
    add_branch (set, city, i);
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  city->bare = bench_bare_open (city->test->path);
  bench_bare_begin_filling (city->bare);
  return city;
}

/* Everybody serves as often as everybody else, each time on a day of its own; the last time of some on the day of their first. */
void
bench_city_add_hours (BenchCity *city)
{
  bench_bare_run (city->bare,
    BENCH_COUNT (BENCH_CITY_HOURS) ", h (i, p, k, n) AS (SELECT i, i %% %d, i / %d, %d FROM n) "
    "INSERT INTO service_hours (" BENCH_HEAD ", person, \"on\", hours, contents, place, source, started_at, ended_at, confirmed_by) "
    "SELECT " BENCH_UID ("a005") ", 1, 1, %" G_GINT64_FORMAT " + p, "
    "date ('2022-01-02', '+' || (CASE WHEN k = n - 1 AND (p %% %d = 0 OR p %% %d = 1) THEN 0 ELSE k * 8 END + p %% 8) || ' days'), "
    "CASE WHEN k = n - 1 AND p %% %d = 1 THEN 110 ELSE 20 END, '社区服务', '云溪社区', 'measured', "
    "CASE WHEN k = n - 1 AND p %% %d = 1 THEN NULL WHEN k = n - 1 AND p %% %d = 0 THEN '09:30' WHEN k %% 2 = 0 THEN '09:00' END, "
    "CASE WHEN k = n - 1 AND p %% %d = 1 THEN NULL WHEN k = n - 1 AND p %% %d = 0 THEN '11:30' WHEN k %% 2 = 0 THEN '11:00' END, '李测' FROM h",
    BENCH_CITY_PEOPLE, BENCH_CITY_PEOPLE, BENCH_CITY_HOURS / BENCH_CITY_PEOPLE, city->person, BENCH_CITY_OVERLAPS, BENCH_CITY_TOO_MUCH, BENCH_CITY_TOO_MUCH,
    BENCH_CITY_TOO_MUCH, BENCH_CITY_OVERLAPS, BENCH_CITY_TOO_MUCH, BENCH_CITY_OVERLAPS);
}

void
bench_city_ready (BenchCity *city, ZbDate today)
{
  bench_bare_end_filling (city->bare);
  zb_test_db_reopen (city->test);
  zb_db_set_today (city->test->db, today);
}

void
bench_city_free (BenchCity *city)
{
  sqlite3_close (city->bare);
  zb_test_db_free (city->test);
  g_free (city);
}
