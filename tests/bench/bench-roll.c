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
 * The roll of a meeting of 500 people in a real window: from the key to the painted mark, beside a frame of the same window in
 * which nothing changed; and from opening the meeting to its painted page. Time as it passes, which waits for the next frame as a
 * person does; and the work of the thread that draws, which is what can make a frame late.
 */

#define PEOPLE 500
#define MARKS 200
#define OPENINGS 9

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
} Run;

static void
print (const char *name, double *values, guint n, double floor)
{
  g_autofree char *median = g_strconcat (name, ", median", NULL);
  g_autofree char *late = g_strconcat (name, ", 99th of 100", NULL);

  bench_print (median, bench_quantile (values, n, 0.5), "ms", floor);
  bench_print (late, bench_quantile (values, n, 0.99), "ms", 0);
}

static void
make_people (Run *run)
{
  static const char *const surnames[] = { "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈" };

  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s样%s", surnames[i % G_N_ELEMENTS (surnames)], surnames[i / 50]);

      zb_test_life_member (run->here, name);
    }
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
  print ("opening 500 people", openings, OPENINGS, 0);
  print ("opening 500 people, own work", work, OPENINGS, 0);
}

static void
measure_marks (Run *run)
{
  ZbRollList *list = ZB_ROLL_LIST (bench_find (run->window, ZB_TYPE_ROLL_LIST));
  double floor = measure_frames (run);
  double marks[MARKS], work[MARKS];

  for (guint i = 0; i < MARKS; i++)
    {
      double start = bench_passing ();
      double before = bench_spent_here ();

      if (!zb_roll_list_key (list, i % 10 == 9 ? GDK_KEY_F6 : GDK_KEY_space, 0))
        g_error ("the key did nothing");
      bench_wait_for_paint (run->window);
      marks[i] = bench_passing () - start;
      work[i] = bench_spent_here () - before;
    }
  print ("mark of 500, painted", marks, MARKS, floor);
  print ("mark of 500, own work", work, MARKS, 0);
}

int
main (void)
{
  Run run = { 0 };
  gint64 meeting, other;
  g_autofree char *day = NULL;
  g_autofree char *next = NULL;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  gtk_init ();
  adw_init ();
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
  measure_marks (&run);
  bench_settle (run.window);
  gtk_window_destroy (GTK_WINDOW (run.window));
  zb_test_registry_free (run.here);
  return 0;
}
