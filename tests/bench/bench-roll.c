/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-frames.h"
#include "pages/life/zb-life-page.h"
#include "pages/life/zb-meeting-page.h"
#include "pages/life/zb-roll-list.h"
#include "pages/life/zb-roll-screen.h"
#include "shell/zb-page.h"
#include "zb-test-life.h"

/*
 * The roll of a meeting of 500 people, and of 5,000, in a real window: from the key to the painted mark, beside a frame of the
 * same window in which nothing changed; from a key that turns the page to the painted list; and from opening the meeting to its
 * painted page. Time as it passes, which waits for the next frame as a person does; and the work of the thread that draws, which
 * is what can make a frame late.
 */

#define MARKS 200
#define PAGES 100
#define OPENINGS 9

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  guint n_people;
} Run;

static void
print (const Run *run, const char *what, double *values, guint n, double floor)
{
  g_autofree char *median = g_strdup_printf ("roll of %u: %s, median", run->n_people, what);
  g_autofree char *late = g_strdup_printf ("roll of %u: %s, 99th of 100", run->n_people, what);

  bench_print (median, bench_quantile (values, n, 0.5), "ms", floor);
  bench_print (late, bench_quantile (values, n, 0.99), "ms", 0);
}

static void
make_people (Run *run)
{
  static const char *const surnames[] = { "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈" };
  ZbDb *db = zb_db_open (zb_registry_path (run->here->registry), ZB_DB_WRITE, NULL);
  ZbChangeSet *set = zb_change_set_begin (db, "demo", NULL, NULL);

  for (guint i = 0; i < run->n_people; i++)
    {
      g_autoptr(ZbRecord) person = zb_record_new (&zb_kind_member);
      g_autofree char *name = g_strdup_printf ("%s样%s%s", surnames[i % 10], surnames[i / 10 % 10], surnames[i / 100 % 10]);

      zb_record_set (person, "name", name);
      zb_record_set (person, "category", "full");
      zb_record_set (person, "joined_on", "2010-07-01");
      zb_record_set (person, "confirmed_on", "2011-07-01");
      g_assert_true (zb_members_add (set, person, run->here->branch, 0, ZB_DATE_NONE, "imported", NULL));
    }
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  zb_change_set_free (set);
  zb_db_close (db);
}

static double
measure_frames (Run *run)
{
  double frames[MARKS];

  for (guint i = 0; i < MARKS; i++)
    {
      double start = bench_passing ();

      gtk_widget_queue_draw (run->window);
      bench_wait_for_paint (run->window);
      frames[i] = bench_passing () - start;
    }
  return bench_quantile (frames, MARKS, 0.5);
}

static void
measure_opening (Run *run, gint64 meeting, gint64 other)
{
  double openings[OPENINGS], work[OPENINGS];

  for (guint i = 0; i < OPENINGS; i++)
    {
      double start = bench_passing ();
      double before = bench_spent_here ();

      zb_page_open_record (ZB_PAGE (run->page), &zb_kind_meeting, i % 2 == 0 ? meeting : other);
      bench_wait_for_paint (run->window);
      openings[i] = bench_passing () - start;
      work[i] = bench_spent_here () - before;
      bench_settle (run->window);
    }
  print (run, "opening", openings, OPENINGS, 0);
  print (run, "opening, own work", work, OPENINGS, 0);
}

static void
measure_keys (Run *run, const char *what, guint n, guint key, guint other)
{
  ZbRollList *list = ZB_ROLL_LIST (bench_find (run->window, ZB_TYPE_ROLL_LIST));
  g_autofree double *times = g_new (double, n);
  g_autofree double *work = g_new (double, n);
  g_autofree char *own = g_strconcat (what, ", own work", NULL);
  double floor = measure_frames (run);

  for (guint i = 0; i < n; i++)
    {
      double start = bench_passing ();
      double before = bench_spent_here ();

      if (!zb_roll_list_key (list, i % 10 == 9 ? other : key, 0))
        g_error ("the key did nothing");
      bench_wait_for_paint (run->window);
      times[i] = bench_passing () - start;
      work[i] = bench_spent_here () - before;
    }
  print (run, what, times, n, floor);
  print (run, own, work, n, 0);
}

static void
measure (guint n_people)
{
  Run run = { .n_people = n_people };
  g_autofree char *day = NULL;
  g_autofree char *next = NULL;
  gint64 meeting, other;

  run.here = zb_test_registry_new ();
  make_people (&run);
  day = zb_test_life_day (run.here, "03-05");
  next = zb_test_life_day (run.here, "04-09");
  meeting = zb_test_life_meeting (run.here, "assembly", day);
  other = zb_test_life_meeting (run.here, "assembly", next);
  run.window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1180, "default-height", 700, NULL);
  run.page = zb_life_page_new (run.here->registry);
  adw_window_set_content (ADW_WINDOW (run.window), run.page);
  gtk_widget_realize (run.window);
  gtk_window_present (GTK_WINDOW (run.window));
  bench_settle (run.window);
  measure_opening (&run, meeting, other);
  gtk_widget_activate_action (bench_find (run.page, ZB_TYPE_MEETING_PAGE), "meeting.roll", NULL);
  bench_settle (run.window);
  measure_keys (&run, "mark", MARKS, GDK_KEY_space, GDK_KEY_F6);
  bench_settle (run.window);
  measure_keys (&run, "page turned", MIN (PAGES, n_people / 10), GDK_KEY_Page_Down, GDK_KEY_Page_Down);
  bench_settle (run.window);
  gtk_window_destroy (GTK_WINDOW (run.window));
  zb_test_registry_free (run.here);
}

int
main (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  gtk_init ();
  adw_init ();
  measure (500);
  measure (5000);
  return 0;
}
