/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-city.h"
#include "bench-frames.h"
#include "pages/wishes/zb-wish-moves.h"
#include "pages/wishes/zb-wish-wall.h"
#include "store/wishes/zb-wish-list.h"
#include "zb-test-registry.h"

/*
 * The wall of a city's 20,000 open wishes in a real window: from the lines, as a worker brings them, to the painted cards, when it
 * opens and with each key of a search. Time as it passes, beside a frame of the same window in which nothing changed; and the
 * work of the thread that draws. What the worker does is measured by bench-wishes.
 */

#define N_OPEN 20000
#define N_HOUSEHOLDS 5000
#define TIMES 21

typedef struct {
  GtkWidget *window;
  ZbWishWall *wall;
} Run;

/* The states of the wall's columns in turn. */
static void
fill (ZbTestRegistry *here)
{
  sqlite3 *bare = bench_bare_open (zb_registry_path (here->registry));

  bench_bare_begin_filling (bare);
  bench_bare_run (bare, BENCH_COUNT (N_HOUSEHOLDS) "INSERT INTO household (" BENCH_HEAD ", alias, community) SELECT " BENCH_UID ("a000") ", 1, 1, "
                        "'张奶奶' || i %% 90, '云溪社区' || i %% 40 FROM n");
  bench_bare_run (bare, BENCH_COUNT (N_OPEN) "INSERT INTO wish (" BENCH_HEAD ", number, title, household, org, category, quantity, unit, state, collected_on, published_on) "
                        "SELECT " BENCH_UID ("a001") ", 1, 1, printf ('2026-%%05d', i), CASE i %% 10 WHEN 0 THEN '一件过冬的棉衣' ELSE '心愿第' || i || '件' END, "
                        "1 + i %% %d, %" G_GINT64_FORMAT ", 'clothes', 1, '件', "
                        "CASE i %% 6 WHEN 0 THEN 'published' WHEN 1 THEN 'approved' WHEN 2 THEN 'claimed' WHEN 3 THEN 'doing' WHEN 4 THEN 'fulfilled' ELSE 'collected' END, "
                        "date ('2026-01-02', '+' || (i %% 300) || ' days'), CASE WHEN i %% 6 IN (0, 2, 3, 4) THEN date ('2026-01-05', '+' || (i %% 300) || ' days') END FROM n",
                  N_HOUSEHOLDS, here->branch);
  bench_bare_end_filling (bare);
  sqlite3_close (bare);
}

static GPtrArray *
lines_with (ZbDb *db, const char *text)
{
  ZbWishQuery query = { .day = { 2026, 11, 24 }, .text = text };
  GPtrArray *lines = zb_wishes_list (db, &query, NULL);

  g_assert (lines != NULL);
  return lines;
}

static double
measure_frames (Run *run)
{
  double frames[TIMES];

  for (guint i = 0; i < TIMES; i++)
    {
      double start = bench_passing ();

      gtk_widget_queue_draw (run->window);
      bench_wait_for_paint (run->window);
      frames[i] = bench_passing () - start;
    }
  return bench_quantile (frames, TIMES, 0.5);
}

/* The lines of @to in the place of those of @from. */
static void
measure (Run *run, const char *what, GPtrArray *from, GPtrArray *to, double floor)
{
  double times[TIMES], work[TIMES];
  g_autofree char *name = g_strdup_printf ("wall: %s", what), *own = g_strdup_printf ("wall: %s, own work", what);

  for (guint i = 0; i < TIMES; i++)
    {
      double start, before;

      zb_wish_wall_show (run->wall, from);
      bench_settle (run->window);
      start = bench_passing ();
      before = bench_spent_here ();
      zb_wish_wall_show (run->wall, to);
      bench_wait_for_paint (run->window);
      times[i] = bench_passing () - start;
      work[i] = bench_spent_here () - before;
    }
  bench_print (name, bench_quantile (times, TIMES, 0.5), "ms", floor);
  bench_print (own, bench_quantile (work, TIMES, 0.5), "ms", 0);
}

int
main (void)
{
  Run run = { 0 };
  ZbTestRegistry *here;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) many = NULL;
  g_autoptr(GPtrArray) few = NULL;
  ZbDb *db;
  double floor;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  gtk_init ();
  adw_init ();
  here = zb_test_registry_new ();
  fill (here);
  db = zb_db_open (zb_registry_path (here->registry), ZB_DB_READ, NULL);
  all = lines_with (db, NULL);
  many = lines_with (db, "棉衣");
  few = lines_with (db, "2026-1234");
  zb_db_close (db);
  run.window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1180, "default-height", 700, NULL);
  run.wall = ZB_WISH_WALL (zb_wish_wall_new (here->registry));
  adw_window_set_content (ADW_WINDOW (run.window), GTK_WIDGET (run.wall));
  gtk_widget_realize (run.window);
  gtk_window_present (GTK_WINDOW (run.window));
  bench_settle (run.window);
  floor = measure_frames (&run);
  measure (&run, "20,000 shown", none, all, floor);
  measure (&run, "a key from 20,000 to 2,000", all, many, floor);
  measure (&run, "a key from 2,000 to ten", many, few, floor);
  measure (&run, "from ten back to 20,000", few, all, floor);
  gtk_window_destroy (GTK_WINDOW (run.window));
  zb_test_registry_free (here);
  return 0;
}
