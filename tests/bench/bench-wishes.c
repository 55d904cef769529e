/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-wishes: a city's 100,000 wishes of five years, 20,000 of them open, and 2 million rows of service hours. Each figure
 * beside its floor, the bare statement on the same file in the same run. The aims: the wall of the open ones in 100 ms, a
 * step in 20, the summary of a year in 200, a key of the search in 16.
 */
#include "config.h"

#include <locale.h>

#include "bench-city.h"
#include "bench-times.h"
#include "store/wishes/zb-wish-finder.h"
#include "store/wishes/zb-wish-year.h"

#define N_WISHES 100000
#define N_OPEN 20000
#define N_HOUSEHOLDS 25000

static const ZbDate today = { 2026, 11, 24 };

/* Filling */

/* The last of the wishes are open: one in four of them waits to be claimed, the others are spread over the states before and after. */
static void
add_wishes (BenchCity *city)
{
  bench_bare_run (city->bare, BENCH_COUNT (N_HOUSEHOLDS) "INSERT INTO household (" BENCH_HEAD ", alias, community) SELECT " BENCH_UID ("a000") ", 1, 1, '张奶奶' || i %% 90, '云溪社区' || i %% 40 FROM n");
  bench_bare_run (city->bare, "INSERT INTO household_private (household_id, name, phone) SELECT id, '张' || id, '19900000000' FROM household");
  bench_bare_run (city->bare, BENCH_COUNT (N_WISHES) "INSERT INTO wish (" BENCH_HEAD ", number, title, household, org, category, quantity, unit, estimate, state, collected_on, published_on, fulfilled_on) "
           "SELECT " BENCH_UID ("a001") ", 1, 1, printf ('%%d-%%05d', 2022 + i / 20000, i %% 20000), "
           "CASE i %% 10 WHEN 0 THEN '一件过冬的棉衣' WHEN 1 THEN '一盏护眼台灯' WHEN 2 THEN '一辆轮椅' ELSE '心愿第' || i || '件' END, 1 + i %% %d, "
           "%" G_GINT64_FORMAT " + i %% %d, "
           "CASE i %% 4 WHEN 0 THEN 'clothes' WHEN 1 THEN 'study' WHEN 2 THEN 'aid' ELSE 'repair' END, 1 + (i %% 5 = 0), '件', 20000, "
           "CASE WHEN i < %d THEN 'thanked' ELSE CASE i %% 8 WHEN 0 THEN 'published' WHEN 1 THEN 'published' WHEN 2 THEN 'claimed' WHEN 3 THEN 'doing' WHEN 4 THEN 'fulfilled' "
           "WHEN 5 THEN 'collected' WHEN 6 THEN 'checked' ELSE 'approved' END END, date ('2022-01-02', '+' || (i * 1780 / %d) || ' days'), "
           "CASE WHEN i < %d OR i %% 8 < 5 THEN date ('2022-01-02', '+' || (i * 1780 / %d + 3) || ' days') END, "
           "CASE WHEN i < %d OR i %% 8 = 4 THEN date ('2022-01-02', '+' || (i * 1780 / %d + 9) || ' days') END FROM n",
           N_HOUSEHOLDS, city->branch, BENCH_CITY_BRANCHES, N_WISHES - N_OPEN, N_WISHES, N_WISHES - N_OPEN, N_WISHES, N_WISHES - N_OPEN, N_WISHES);
  bench_bare_run (city->bare, "INSERT INTO wish_private (wish_id, details) SELECT id, '家里的话' FROM wish");
  bench_bare_run (city->bare, "INSERT INTO wish_event (" BENCH_HEAD ", wish, \"on\", step, state) SELECT printf ('%%08x-0000-7000-a006-%%012x', 0, id), 1, 1, id, collected_on, 'collect', 'collected' FROM wish");
}

static void
add_claims (BenchCity *city)
{
  bench_bare_run (city->bare, "INSERT INTO claim (" BENCH_HEAD ", wish, kind, name, branch_name, person, state, claimed_on, promised_on, pieces) "
           "SELECT printf ('%%08x-0000-7000-a002-%%012x', 0, id), 1, 1, id, 'member', '王丁', '第一党支部', %" G_GINT64_FORMAT " + id %% %d, "
           "CASE state WHEN 'claimed' THEN 'active' WHEN 'doing' THEN 'active' ELSE 'delivered' END, published_on, date (published_on, '+20 days'), quantity "
           "FROM wish WHERE state IN ('claimed', 'doing', 'fulfilled', 'thanked')", city->person, BENCH_CITY_PEOPLE);
  bench_bare_run (city->bare, "INSERT INTO delivery (" BENCH_HEAD ", wish, claim, \"on\", what, cost, witness1, witness2, hours) "
           "SELECT printf ('%%08x-0000-7000-a003-%%012x', 0, c.id), 1, 1, c.wish, c.id, c.claimed_on, '送到家里', 15000, '李测', '周六', 15 FROM claim c WHERE c.state = 'delivered'");
  bench_bare_run (city->bare, "INSERT INTO service_hours (" BENCH_HEAD ", person, \"on\", hours, contents, source, confirmed_by, claim) "
           "SELECT printf ('%%08x-0000-7000-a004-%%012x', 0, c.id), 1, 1, c.person, c.claimed_on, 15, '圆梦', 'wish', '李测', c.id FROM claim c WHERE c.state = 'delivered'");
}

/* The work, and the bare statement for it */

static guint
mask (const char *const *names)
{
  guint out = 0;

  for (guint i = 0; zb_kind_wish.states[i] != NULL; i++)
    if (g_strv_contains (names, zb_kind_wish.states[i]))
      out |= 1u << i;
  return out;
}

static const char *const open_states[] = { "collected", "returned", "checked", "approved", "published", "claimed", "doing", "fulfilled", "confirmed", "visited", NULL };

static guint
list (BenchCity *city, gint64 org, const char *text)
{
  ZbWishQuery query = { .org = org, .states = mask (open_states), .day = today, .text = text };
  g_autoptr(GPtrArray) lines = zb_wishes_list (city->test->db, &query, NULL);

  g_assert (lines != NULL);
  return lines->len;
}

static void
read_wall (gpointer data)
{
  BenchCity *city = data;

  g_assert_cmpuint (list (city, 0, NULL), ==, N_OPEN);
}

static void
read_branch_wall (gpointer data)
{
  BenchCity *city = data;

  g_assert_cmpuint (list (city, city->branch, NULL), >, 0);
}

static void
read_wall_bare (gpointer data)
{
  BenchCity *city = data;

  bench_bare_drain (city->bare, "SELECT id, number, title, household, state, published_on FROM wish WHERE withdrawn = 0 AND state IN ('collected', 'checked', 'approved', "
               "'published', 'claimed', 'doing', 'fulfilled')");
}

/* A key in the search of the window: the lines are in its memory since it showed them. */
static void
search (BenchCity *city, const char *text, guint n_expected)
{
  static ZbWishFinder *finder;
  ZbWishQuery query = { .states = mask (open_states), .day = today, .text = text };
  g_autoptr(GPtrArray) lines = NULL;

  if (finder == NULL)
    finder = zb_wish_finder_new ();
  lines = zb_wish_finder_list (finder, city->test->db, &query, NULL);
  g_assert_cmpuint (lines->len, ==, n_expected);
}

static void
search_all (gpointer data)
{
  search (data, "", N_OPEN);
}

static void
search_many (gpointer data)
{
  search (data, "棉衣", N_OPEN / 10);
}

static void
search_few (gpointer data)
{
  search (data, "2026-1234", 10);
}

static void
search_none (gpointer data)
{
  search (data, "没有的心愿", 0);
}

/* The same without memory, as the command line asks. */
static void
search_once (gpointer data)
{
  g_assert_cmpuint (list (data, 0, "棉衣"), ==, N_OPEN / 10);
}

static void
sum_year (gpointer data)
{
  BenchCity *city = data;
  g_autoptr(GPtrArray) figures = zb_wishes_year (city->test->db, 0, (ZbDate) { 2025, 1, 1 }, (ZbDate) { 2025, 12, 31 }, NULL);

  g_assert_nonnull (figures);
  g_assert_cmpuint (figures->len, ==, 4);
}

static void
sum_year_bare (gpointer data)
{
  BenchCity *city = data;

  bench_bare_drain (city->bare, "SELECT id, category, state FROM wish WHERE withdrawn = 0 AND collected_on >= '2025' AND collected_on <= '2025-12-31'");
}

/* A claim, safe on the disk: each time of the next wish that waits. */
static void
claim (gpointer data)
{
  BenchCity *city = data;
  static gint64 next;
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (city->bare, "SELECT min (id) FROM wish WHERE state = 'published' AND id > ?1", -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (stmt, 1, next);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  next = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  zb_test_do (city->test->db, &zb_kind_wish, next, "claim", "2026-11-24", &error, "on", "2026-11-24", "promised_on", "2026-12-20", "partner", "青石商行", NULL);
  g_assert_no_error (error);
}

static void
claim_bare (gpointer data)
{
  BenchCity *city = data;
  static guint turn;

  bench_bare_run (city->bare, "UPDATE household SET people = %u WHERE id = 1", turn++ % 9 + 1);
}

int
main (void)
{
  g_autoptr(BenchCity) city = NULL;
  double start = bench_passing ();

  setlocale (LC_ALL, "");
  city = bench_city_new (today);
  add_wishes (city);
  add_claims (city);
  bench_city_add_hours (city);
  bench_city_ready (city, today);
  bench_print ("wishes: filling", (bench_passing () - start) / 1000, "s", 0);
  bench_report_spent ("wishes: wall of 20,000 open ones", read_wall, read_wall_bare, city);
  bench_report_spent ("wishes: wall of a branch", read_branch_wall, NULL, city);
  bench_report_spent ("wishes: search asked once", search_once, NULL, city);
  bench_report_spent ("wishes: a key in the search that finds all again", search_all, NULL, city);
  bench_report_spent ("wishes: a key in the search that finds 2,000", search_many, NULL, city);
  bench_report_spent ("wishes: a key in the search that finds ten", search_few, NULL, city);
  bench_report_spent ("wishes: a key in the search that finds nothing", search_none, NULL, city);
  bench_report_spent ("wishes: summary of a year", sum_year, sum_year_bare, city);
  bench_report_passing ("wishes: a claim, on the disk", claim, claim_bare, city);
  return 0;
}
