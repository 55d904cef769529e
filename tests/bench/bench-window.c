/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "service/zb-demo.h"
#include "shell/zb-application.h"
#include "shell/zb-areas.h"
#include "shell/zb-window.h"

/*
 * The window with many people: how much work until the first full table, beside an empty window of
 * libadwaita; from a key in the search to the painted result; from another order to the painted table;
 * frames while scrolling; memory over the empty window. CPU time of the process, so that neighbours on the
 * machine count little. Each measurement is a process of its own: this program starts itself.
 */

#define STARTS 7
#define KEYS 40
#define FRAMES 120

typedef enum {
  PHASE_OPENING,
  PHASE_LOADING,
  PHASE_DONE
} Phase;

typedef struct {
  GtkWindow *window;
  Phase phase;
  gboolean painted;
  gboolean start_only;
} Run;

static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static double
rss_mb (void)
{
  g_autofree char *text = NULL;
  long pages = 0, shared = 0, resident = 0;

  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  sscanf (text, "%ld %ld %ld", &pages, &resident, &shared);
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static int
compare_double (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
quantile (double *values, guint n, double share)
{
  qsort (values, n, sizeof *values, compare_double);
  return values[MIN (n - 1, (guint) (share * n))];
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
on_after_paint (GdkFrameClock *clock, Run *run)
{
  run->painted = TRUE;
}

/* Runs the main loop until something was painted after now. */
static void
wait_for_paint (Run *run)
{
  run->painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (run->window));
  while (!run->painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (Run *run)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  wait_for_paint (run);
}

static void
watch (Run *run)
{
  gtk_widget_realize (GTK_WIDGET (run->window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (run->window)), "after-paint", G_CALLBACK (on_after_paint), run);
}

static void
on_activate_empty (GtkApplication *application, Run *run)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  run->window = GTK_WINDOW (adw_application_window_new (application));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_window_set_default_size (run->window, 1180, 700);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (run->window), box);
  watch (run);
  gtk_window_present (run->window);
  wait_for_paint (run);
  printf ("%f %f\n", cpu_ms (), rss_mb ());
  fflush (stdout);
  _exit (0);
}

static int
child_empty (void)
{
  Run run = { 0 };
  g_autoptr(AdwApplication) application = adw_application_new ("io.github.zhibu.Zhibu.Bench", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate_empty), &run);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static void
go_to_members (ZbWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.area", "i", zb_area_find ("members") + 1);
}

/* The widget of that type on the screen; without it there is nothing to measure. */
static GtkWidget *
need (Run *run, GType type)
{
  GtkWidget *found = find (GTK_WIDGET (run->window), type);

  if (found == NULL)
    g_error ("there is no %s on the screen", g_type_name (type));
  return found;
}

static void
measure_keys (Run *run)
{
  static const char *const words[] = { "张", "z", "zs", "wang", "伟", "0001", "19900", "li", "欧阳", "s" };
  GtkWidget *entry = need (run, GTK_TYPE_SEARCH_ENTRY);
  double times[KEYS];

  for (guint i = 0; i < KEYS; i++)
    {
      double before = cpu_ms ();

      gtk_editable_set_text (GTK_EDITABLE (entry), words[i % G_N_ELEMENTS (words)]);
      wait_for_paint (run);
      times[i] = cpu_ms () - before;
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  wait_for_paint (run);
  printf ("key %f %f\n", quantile (times, KEYS, 0.5), quantile (times, KEYS, 0.99));
}

static void
measure_orders (Run *run)
{
  GtkWidget *view = need (run, GTK_TYPE_COLUMN_VIEW);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  double times[8];
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns) && n < G_N_ELEMENTS (times); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      double before = cpu_ms ();

      if (gtk_column_view_column_get_sorter (column) == NULL)
        continue;
      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column, GTK_SORT_ASCENDING);
      wait_for_paint (run);
      times[n++] = cpu_ms () - before;
    }
  if (n > 0)
    printf ("order %f %f\n", quantile (times, n, 0.5), quantile (times, n, 0.99));
}

static void
measure_scrolling (Run *run)
{
  GtkWidget *view = need (run, GTK_TYPE_COLUMN_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double jumps[FRAMES], smooth[FRAMES];
  double height = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  for (guint i = 0; i < FRAMES; i++)
    {
      double before = cpu_ms ();

      gtk_adjustment_set_value (adjustment, height * i / FRAMES);
      wait_for_paint (run);
      jumps[i] = cpu_ms () - before;
    }
  for (guint i = 0; i < FRAMES; i++)
    {
      double before = cpu_ms ();

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - 40);
      wait_for_paint (run);
      smooth[i] = cpu_ms () - before;
    }
  printf ("jump %f %f\n", quantile (jumps, FRAMES, 0.5), quantile (jumps, FRAMES, 0.99));
  printf ("smooth %f %f\n", quantile (smooth, FRAMES, 0.5), quantile (smooth, FRAMES, 0.99));
}

static int
child_window (const char *path, gboolean start_only)
{
  g_autoptr(ZbApplication) application = zb_application_new ();
  Run run = { .start_only = start_only };
  ZbRegistry *registry;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  run.window = GTK_WINDOW (zb_window_new (ADW_APPLICATION (application)));
  zb_window_open (ZB_WINDOW (run.window), path, ZB_START_NONE);
  watch (&run);
  gtk_window_present (run.window);
  while ((registry = zb_window_get_registry (ZB_WINDOW (run.window))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* The table with its first page on the screen is what a person waits for. */
  while (find (GTK_WIDGET (run.window), GTK_TYPE_COLUMN_VIEW) == NULL)
    {
      go_to_members (ZB_WINDOW (run.window));
      wait_for_paint (&run);
    }
  wait_for_paint (&run);
  printf ("start %f %f\n", cpu_ms (), rss_mb ());
  if (!start_only)
    {
      while (zb_registry_columns (registry) == NULL)
        g_main_context_iteration (NULL, TRUE);
      settle (&run);
      measure_keys (&run);
      measure_orders (&run);
      measure_scrolling (&run);
      printf ("memory %f 0\n", rss_mb ());
    }
  fflush (stdout);
  _exit (0);
}

/* Starts this program again and reads what it prints. */
static char *
run_child (const char *program, const char *mode, const char *path)
{
  const char *argv[] = { program, mode, path, NULL };
  char *out = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, NULL) || status != 0)
    g_error ("%s did not finish", mode);
  return out;
}

static void
print (const char *name, const char *size, double value, const char *unit, double floor)
{
  printf ("%s %s\t%.2f\t%s\t", name, size, value, unit);
  if (floor > 0)
    printf ("%.2f\t%.2f\n", floor, value / floor);
  else
    printf ("-\t-\n");
}

static void
measure_size (const char *program, const char *folder, guint members, const char *size)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.zhibu", folder, members);
  g_autoptr(ZbDb) db = zb_db_open (path, ZB_DB_CREATE, NULL);
  double empty[STARTS], full[STARTS], empty_rss = 0, value, worst;
  g_autofree char *out = NULL;
  g_auto(GStrv) lines = NULL;

  if (db == NULL || !zb_demo_fill (db, members, 1, (ZbDate) { 2026, 11, 24 }, FALSE, NULL, NULL, NULL))
    g_error ("the registry to measure with could not be made");
  g_clear_pointer (&db, zb_db_close);
  for (guint i = 0; i < STARTS; i++)
    {
      g_autofree char *floor = run_child (program, "--empty", path);
      g_autofree char *start = run_child (program, "--start", path);

      sscanf (floor, "%lf %lf", &empty[i], &empty_rss);
      sscanf (start, "start %lf", &full[i]);
    }
  print ("first table", size, quantile (full, STARTS, 0.5), "ms", quantile (empty, STARTS, 0.5));
  out = run_child (program, "--whole", path);
  lines = g_strsplit (out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char what[32] = "";

      if (sscanf (lines[i], "%31s %lf %lf", what, &value, &worst) != 3 || strcmp (what, "start") == 0)
        continue;
      if (strcmp (what, "memory") == 0)
        print ("memory over the empty window", size, value - empty_rss, "MB", 0);
      else
        {
          g_autofree char *median = g_strdup_printf ("%s, median", what);
          g_autofree char *late = g_strdup_printf ("%s, 99th of 100", what);

          print (median, size, value, "ms", 0);
          print (late, size, worst, "ms", 0);
        }
    }
}

/* What was made to be measured goes again, with the files that SQLite keeps beside it. */
static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (argc == 3 && strcmp (argv[1], "--empty") == 0)
    return child_empty ();
  if (argc == 3)
    return child_window (argv[2], strcmp (argv[1], "--start") == 0);
  folder = g_dir_make_tmp ("zhibu-bench-XXXXXX", NULL);
  measure_size (argv[0], folder, 100000, "100k");
  if (g_getenv ("ZB_BENCH_MILLION") != NULL)
    measure_size (argv[0], folder, 1000000, "1M");
  remove_folder (folder);
  return 0;
}
