/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-wishes: a city's 100,000 wishes of five years, 20,000 of them open, and 2 million rows of service hours. Each figure
 * beside its floor, the bare statement on the same file in the same run. The aims: the wall of the open ones in 100 ms, a
 * step in 20, the summary of a year in 200, a key of the search in 16.
 */
#include "config.h"

#include <locale.h>
#include <sqlite3.h>
#include <string.h>

#include "store/wishes/zb-wish-list.h"
#include "store/wishes/zb-wish-year.h"
#include "store/zb-members.h"
#include "zb-test-db.h"

#define N_WISHES 100000
#define N_OPEN 20000
#define N_HOUSEHOLDS 25000
#define N_HOURS 2000000
#define N_BRANCHES 100
#define N_TIMES 15

static const ZbDate today = { 2026, 11, 24 };

typedef struct {
  ZbTestDb *test;
  sqlite3 *bare;
  gint64 branch;
  gint64 next; /* the wish that is claimed next */
} City;

typedef void (*Work) (City *city);

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* The middle of several runs, after one that warms up. */
static double
time_of (City *city, Work work)
{
  double times[N_TIMES];

  work (city);
  for (guint i = 0; i < N_TIMES; i++)
    {
      double start = now ();

      work (city);
      times[i] = now () - start;
    }
  qsort (times, N_TIMES, sizeof *times, compare_doubles);
  return times[N_TIMES / 2];
}

static void
report (City *city, const char *what, Work work, Work bare)
{
  double value = time_of (city, work), floor = bare != NULL ? time_of (city, bare) : 0;

  g_print ("wishes: %s\t%.3f\tms\t", what, value);
  if (bare != NULL)
    g_print ("%.3f\t%.2f\n", floor, value / MAX (floor, 0.001));
  else
    g_print ("-\t-\n");
}

/* Filling */

static void
run (sqlite3 *sqlite, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (sqlite, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", message, sql);
}

static void G_GNUC_PRINTF (2, 3)
run_for (City *city, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  run (city->bare, sql);
}

static void
add_people (City *city)
{
  gint64 top = zb_test_organization (city->test->db, "committee", "市委", 0);

  for (guint i = 0; i < N_BRANCHES; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u党支部", i + 1);
      gint64 branch = zb_test_organization (city->test->db, "branch", name, top);

      zb_test_member (city->test->db, "王丁", branch, "category", "full", NULL);
      if (i == 0)
        city->branch = branch;
    }
}

#define COUNT(n_) "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " G_STRINGIFY (n_) ") "
#define UID(kind_) "printf ('%%08x-0000-7000-" kind_ "-%%012x', i / 65536, i)"
#define HEAD "uid, stamp, device"

/* The last of the wishes are open: one in four of them waits to be claimed, the others are spread over the states before and after. */
static void
add_wishes (City *city)
{
  run_for (city, COUNT (N_HOUSEHOLDS) "INSERT INTO household (" HEAD ", alias, community) SELECT " UID ("a000") ", 1, 1, '张奶奶' || i %% 90, '云溪社区' || i %% 40 FROM n");
  run_for (city, "INSERT INTO household_private (household_id, name, phone) SELECT id, '张' || id, '19900000000' FROM household");
  run_for (city, COUNT (N_WISHES) "INSERT INTO wish (" HEAD ", number, title, household, org, category, quantity, unit, estimate, state, collected_on, published_on, fulfilled_on) "
           "SELECT " UID ("a001") ", 1, 1, printf ('%%d-%%05d', 2022 + i / 20000, i %% 20000), "
           "CASE i %% 10 WHEN 0 THEN '一件过冬的棉衣' WHEN 1 THEN '一盏护眼台灯' WHEN 2 THEN '一辆轮椅' ELSE '心愿第' || i || '件' END, 1 + i %% %d, "
           "%" G_GINT64_FORMAT " + i %% %d, "
           "CASE i %% 4 WHEN 0 THEN 'clothes' WHEN 1 THEN 'study' WHEN 2 THEN 'aid' ELSE 'repair' END, 1 + (i %% 5 = 0), '件', 20000, "
           "CASE WHEN i < %d THEN 'thanked' ELSE CASE i %% 8 WHEN 0 THEN 'published' WHEN 1 THEN 'published' WHEN 2 THEN 'claimed' WHEN 3 THEN 'doing' WHEN 4 THEN 'fulfilled' "
           "WHEN 5 THEN 'collected' WHEN 6 THEN 'checked' ELSE 'approved' END END, date ('2022-01-02', '+' || (i * 1780 / %d) || ' days'), "
           "CASE WHEN i < %d OR i %% 8 < 5 THEN date ('2022-01-02', '+' || (i * 1780 / %d + 3) || ' days') END, "
           "CASE WHEN i < %d OR i %% 8 = 4 THEN date ('2022-01-02', '+' || (i * 1780 / %d + 9) || ' days') END FROM n",
           N_HOUSEHOLDS, city->branch, N_BRANCHES, N_WISHES - N_OPEN, N_WISHES, N_WISHES - N_OPEN, N_WISHES, N_WISHES - N_OPEN, N_WISHES);
  run_for (city, "INSERT INTO wish_private (wish_id, details) SELECT id, '家里的话' FROM wish");
  run_for (city, "INSERT INTO wish_event (" HEAD ", wish, \"on\", step, state) SELECT printf ('%%08x-0000-7000-a006-%%012x', 0, id), 1, 1, id, collected_on, 'collect', 'collected' FROM wish");
}

static void
add_service (City *city)
{
  run_for (city, "INSERT INTO claim (" HEAD ", wish, kind, name, branch_name, person, state, claimed_on, promised_on, pieces) "
           "SELECT printf ('%%08x-0000-7000-a002-%%012x', 0, id), 1, 1, id, 'member', '王丁', '第一党支部', 1 + id %% %d, "
           "CASE state WHEN 'claimed' THEN 'active' WHEN 'doing' THEN 'active' ELSE 'delivered' END, published_on, date (published_on, '+20 days'), quantity "
           "FROM wish WHERE state IN ('claimed', 'doing', 'fulfilled', 'thanked')", N_BRANCHES);
  run_for (city, "INSERT INTO delivery (" HEAD ", wish, claim, \"on\", what, cost, witness1, witness2, hours) "
           "SELECT printf ('%%08x-0000-7000-a003-%%012x', 0, c.id), 1, 1, c.wish, c.id, c.claimed_on, '送到家里', 15000, '李测', '周六', 15 FROM claim c WHERE c.state = 'delivered'");
  run_for (city, "INSERT INTO service_hours (" HEAD ", person, \"on\", hours, contents, source, confirmed_by, claim) "
           "SELECT printf ('%%08x-0000-7000-a004-%%012x', 0, c.id), 1, 1, c.person, c.claimed_on, 15, '圆梦', 'wish', '李测', c.id FROM claim c WHERE c.state = 'delivered'");
  run_for (city, COUNT (N_HOURS) "INSERT INTO service_hours (" HEAD ", person, \"on\", hours, contents, source, confirmed_by) "
           "SELECT " UID ("a005") ", 1, 1, 1 + i %% %d, date ('2022-01-02', '+' || (i %% 1780) || ' days'), 20, '社区服务', 'measured', '李测' FROM n "
           "WHERE i < %d - (SELECT count (*) FROM service_hours)", N_BRANCHES, N_HOURS);
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
list (City *city, gint64 org, const char *text)
{
  ZbWishQuery query = { .org = org, .states = mask (open_states), .day = today, .text = text };
  g_autoptr(GPtrArray) lines = zb_wishes_list (city->test->db, &query, NULL);

  g_assert_nonnull (lines);
  return lines->len;
}

static void
read_wall (City *city)
{
  g_assert_cmpuint (list (city, 0, NULL), ==, N_OPEN);
}

static void
read_branch_wall (City *city)
{
  g_assert_cmpuint (list (city, city->branch, NULL), >, 0);
}

static void
drain (City *city, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (city->bare, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (city->bare), sql);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      sqlite3_column_text (stmt, i);
  sqlite3_finalize (stmt);
}

static void
read_wall_bare (City *city)
{
  drain (city, "SELECT id, number, title, household, state, published_on FROM wish WHERE withdrawn = 0 AND state IN ('collected', 'checked', 'approved', "
               "'published', 'claimed', 'doing', 'fulfilled')");
}

static void
search_many (City *city)
{
  g_assert_cmpuint (list (city, 0, "棉衣"), ==, N_OPEN / 10);
}

static void
search_few (City *city)
{
  g_assert_cmpuint (list (city, 0, "2026-1234"), >, 0);
}

static void
search_none (City *city)
{
  g_assert_cmpuint (list (city, 0, "没有的心愿"), ==, 0);
}

static void
sum_year (City *city)
{
  g_autoptr(GPtrArray) figures = zb_wishes_year (city->test->db, 0, (ZbDate) { 2025, 1, 1 }, (ZbDate) { 2025, 12, 31 }, NULL);

  g_assert_nonnull (figures);
  g_assert_cmpuint (figures->len, ==, 4);
}

static void
sum_year_bare (City *city)
{
  drain (city, "SELECT id, category, state FROM wish WHERE withdrawn = 0 AND collected_on >= '2025' AND collected_on <= '2025-12-31'");
}

/* A claim, safe on the disk: each time of the next wish that waits. */
static void
claim (City *city)
{
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (city->bare, "SELECT min (id) FROM wish WHERE state = 'published' AND id > ?1", -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (stmt, 1, city->next);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  city->next = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  zb_test_do (city->test->db, &zb_kind_wish, city->next, "claim", "2026-11-24", &error, "on", "2026-11-24", "promised_on", "2026-12-20", "partner", "青石商行", NULL);
  g_assert_no_error (error);
}

static void
claim_bare (City *city)
{
  static guint turn;

  run_for (city, "UPDATE household SET people = %u WHERE id = 1", turn++ % 9 + 1);
}

int
main (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  City city = { .test = test };
  double start = now ();

  setlocale (LC_ALL, "");
  zb_db_set_today (test->db, today);
  add_people (&city);
  g_assert_cmpint (sqlite3_open (test->path, &city.bare), ==, SQLITE_OK);
  run (city.bare, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN");
  add_wishes (&city);
  add_service (&city);
  run (city.bare, "COMMIT; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = FULL; PRAGMA cache_size = -32768");
  g_print ("wishes: filling\t%.1f\ts\t-\t-\n", (now () - start) / 1000);
  zb_test_db_reopen (test);
  zb_db_set_today (test->db, today);
  report (&city, "wall of 20,000 open ones", read_wall, read_wall_bare);
  report (&city, "wall of a branch", read_branch_wall, NULL);
  report (&city, "search that finds 2,000", search_many, NULL);
  report (&city, "search that finds ten", search_few, NULL);
  report (&city, "search that finds nothing", search_none, NULL);
  report (&city, "summary of a year", sum_year, sum_year_bare);
  report (&city, "a claim, on the disk", claim, claim_bare);
  sqlite3_close (city.bare);
  return 0;
}
