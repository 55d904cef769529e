/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-frames.h"
#include "pages/members/zb-member-table.h"
#include "service/zb-demo.h"
#include "shell/zb-application.h"
#include "shell/zb-drawing.h"
#include "shell/zb-settings.h"
#include "shell/zb-window.h"
#include "widgets/zb-table-row.h"
#include "widgets/zb-table.h"

/*
 * The window with many people, beside an empty window of libadwaita: how much work until the first full
 * table, and until the overview with its figures; from a key in the search to the rows with the result, and
 * to the painted result; from another order to the painted table; frames while scrolling; memory over the
 * empty window, all of it and what no other program shares. CPU time of the process with all its threads, so
 * that neighbours on the machine count little. Each measurement is a process of its own: this program starts
 * itself.
 *
 * The empty window is drawn as GTK does it by itself on this machine. The program may have it drawn otherwise
 * (zb-drawing.h), so the lines “drawn alike” stand beside an empty window that is drawn as the program is.
 */

#define STARTS 7
#define KEYS 100
#define FRAMES 120
#define ORDERS 8

typedef struct {
  GtkWindow *window;
  gboolean queried;
  double queried_at;
} Run;

static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

typedef struct {
  double resident;
  double own; /* written to: nobody else can use it */
} Memory;

/* The empty window: as GTK draws it by itself, and drawn as the program is. */
typedef struct {
  double itself;
  double alike;
  Memory itself_memory;
  Memory alike_memory;
} Floor;

static Memory
memory (void)
{
  g_autofree char *text = NULL;
  Memory memory = { 0 };
  const char *at;

  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL);
  if (text != NULL && (at = strstr (text, "\nRss:")) != NULL)
    memory.resident = g_ascii_strtod (at + strlen ("\nRss:"), NULL) * 1024 / 1e6;
  if (text != NULL && (at = strstr (text, "\nPrivate_Dirty:")) != NULL)
    memory.own = g_ascii_strtod (at + strlen ("\nPrivate_Dirty:"), NULL) * 1024 / 1e6;
  return memory;
}

/* What it took, and out, before anything is taken down. */
static void
leave (const char *what)
{
  double spent = cpu_ms ();
  Memory now = memory ();

  printf ("%s %f 0\nmemory %f %f\n", what, spent, now.resident, now.own);
  fflush (stdout);
  _exit (0);
}

static void
on_activate_empty (GtkApplication *application, Run *run)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  run->window = GTK_WINDOW (adw_application_window_new (application));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_window_set_default_size (run->window, 1180, 700);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (run->window), box);
  gtk_widget_realize (GTK_WIDGET (run->window));
  gtk_window_present (run->window);
  bench_wait_for_paint (GTK_WIDGET (run->window));
  leave ("start");
}

static int
child_empty (void)
{
  Run run = { 0 };
  g_autoptr(AdwApplication) application = adw_application_new ("io.github.zhibu.Zhibu.Bench", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate_empty), &run);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* The widget of that type on the screen; without it there is nothing to measure. */
static GtkWidget *
need (Run *run, GType type)
{
  GtkWidget *found = bench_find (GTK_WIDGET (run->window), type);

  if (found == NULL)
    g_error ("there is no %s on the screen", g_type_name (type));
  return found;
}

static void
on_queried (ZbMemberModel *model, Run *run)
{
  run->queried = TRUE;
  run->queried_at = cpu_ms ();
}

/* Everything that matches, in order; the rows are filled anew when the model says that it is done. */
static void
measure_keys (Run *run)
{
  static const char *const words[] = { "张", "z", "zs", "wang", "伟", "0001", "19900", "li", "欧阳", "s" };
  GtkWidget *entry = need (run, GTK_TYPE_SEARCH_ENTRY);
  ZbMemberModel *model = zb_member_table_get_model (ZB_MEMBER_TABLE (need (run, ZB_TYPE_MEMBER_TABLE)));
  double rows[KEYS], painted[KEYS];

  g_signal_connect_after (model, "queried", G_CALLBACK (on_queried), run);
  for (guint i = 0; i < KEYS; i++)
    {
      double before = cpu_ms ();

      run->queried = FALSE;
      gtk_editable_set_text (GTK_EDITABLE (entry), words[i % G_N_ELEMENTS (words)]);
      while (!run->queried)
        g_main_context_iteration (NULL, TRUE);
      rows[i] = run->queried_at - before;
      bench_wait_for_paint (GTK_WIDGET (run->window));
      painted[i] = cpu_ms () - before;
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  bench_wait_for_paint (GTK_WIDGET (run->window));
  printf ("key-to-rows %f %f\n", bench_quantile (rows, KEYS, 0.5), bench_quantile (rows, KEYS, 0.99));
  printf ("key %f %f\n", bench_quantile (painted, KEYS, 0.5), bench_quantile (painted, KEYS, 0.99));
}

static void
measure_orders (Run *run)
{
  GtkWidget *table = need (run, ZB_TYPE_TABLE);
  ZbTableColumns *columns = zb_table_get_columns (ZB_TABLE (table));
  double times[ORDERS];
  guint n = 0;

  for (guint i = 0; i < zb_table_columns_size (columns) && n < ORDERS; i++)
    {
      const ZbTableColumn *column = zb_table_columns_at (columns, i);
      double before = cpu_ms ();

      if ((column->flags & ZB_TABLE_SORTABLE) == 0)
        continue;
      g_signal_emit_by_name (table, "sort-chosen", column->id, FALSE);
      bench_wait_for_paint (GTK_WIDGET (run->window));
      times[n++] = cpu_ms () - before;
    }
  if (n > 0)
    printf ("order %f %f\n", bench_quantile (times, n, 0.5), bench_quantile (times, n, 0.99));
}

static void
measure_scrolling (Run *run)
{
  GtkWidget *view = need (run, ZB_TYPE_TABLE);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double jumps[FRAMES], smooth[FRAMES];
  double height = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  for (guint i = 0; i < FRAMES; i++)
    {
      double before = cpu_ms ();

      gtk_adjustment_set_value (adjustment, height * i / FRAMES);
      bench_wait_for_paint (GTK_WIDGET (run->window));
      jumps[i] = cpu_ms () - before;
    }
  for (guint i = 0; i < FRAMES; i++)
    {
      double before = cpu_ms ();

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - 40);
      bench_wait_for_paint (GTK_WIDGET (run->window));
      smooth[i] = cpu_ms () - before;
    }
  printf ("jump %f %f\n", bench_quantile (jumps, FRAMES, 0.5), bench_quantile (jumps, FRAMES, 0.99));
  printf ("smooth %f %f\n", bench_quantile (smooth, FRAMES, 0.5), bench_quantile (smooth, FRAMES, 0.99));
}

/* The window as the program opens it, with the area shown last in front, until @type is painted. */
static void
open_window (Run *run, ZbApplication *application, const char *path, const char *area)
{
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  zb_settings_set_string ("last-area", area);
  run->window = GTK_WINDOW (zb_window_new (ADW_APPLICATION (application)));
  gtk_widget_realize (GTK_WIDGET (run->window));
  zb_window_present_soon (ZB_WINDOW (run->window));
  zb_window_open (ZB_WINDOW (run->window), path, ZB_START_NONE);
}

/* Whether a figure of the overview is on the screen. */
static gboolean
has_figures (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "figure"))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_figures (child))
      return TRUE;
  return FALSE;
}

static int
child_overview (const char *path)
{
  g_autoptr(ZbApplication) application = zb_application_new ();
  Run run = { 0 };

  open_window (&run, application, path, "home");
  while (!has_figures (GTK_WIDGET (run.window)))
    g_main_context_iteration (NULL, TRUE);
  bench_wait_for_paint (GTK_WIDGET (run.window));
  leave ("overview");
  return 0;
}

static int
child_table (const char *path, gboolean start_only)
{
  g_autoptr(ZbApplication) application = zb_application_new ();
  Run run = { 0 };

  open_window (&run, application, path, "members");
  /* The table with its first page on the screen is what a person waits for. */
  while (bench_find (GTK_WIDGET (run.window), ZB_TYPE_TABLE_ROW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench_wait_for_paint (GTK_WIDGET (run.window));
  if (start_only)
    leave ("start");
  while (zb_registry_columns (zb_window_get_registry (ZB_WINDOW (run.window))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench_settle (GTK_WIDGET (run.window));
  measure_keys (&run);
  measure_orders (&run);
  measure_scrolling (&run);
  leave ("whole");
  return 0;
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

/* Median work of @mode over some starts. */
static double
measure_start (const char *program, const char *mode, const char *path, Memory *out_memory)
{
  double spent[STARTS];

  for (guint i = 0; i < STARTS; i++)
    {
      g_autofree char *out = run_child (program, mode, path);

      if (sscanf (out, "%*s %lf %*f\nmemory %lf %lf", &spent[i], &out_memory->resident, &out_memory->own) != 3)
        g_error ("%s said nothing", mode);
    }
  return bench_quantile (spent, STARTS, 0.5);
}

static void
print_memory (const char *than, const char *size, Memory full, Memory empty)
{
  g_autofree char *all = g_strconcat ("memory over ", than, NULL);
  g_autofree char *own = g_strconcat ("own memory over ", than, NULL);

  print (all, size, full.resident - empty.resident, "MB", 0);
  print (own, size, full.own - empty.own, "MB", 0);
}

static void
print_line (const char *line, const char *size, const Floor *floor)
{
  char what[32] = "";
  double value, worst;
  g_autofree char *median = NULL;
  g_autofree char *late = NULL;

  if (sscanf (line, "%31s %lf %lf", what, &value, &worst) != 3 || strcmp (what, "whole") == 0)
    return;
  if (strcmp (what, "memory") == 0)
    {
      print_memory ("the empty window", size, (Memory) { value, worst }, floor->itself_memory);
      print_memory ("the empty window, drawn alike", size, (Memory) { value, worst }, floor->alike_memory);
      return;
    }
  median = g_strdup_printf ("%s, median", what);
  late = g_strdup_printf ("%s, 99th of 100", what);
  print (median, size, value, "ms", 0);
  print (late, size, worst, "ms", 0);
}

static void
print_start (const char *program, const char *mode, const char *path, const char *what, const char *size, const Floor *floor)
{
  g_autofree char *alike = g_strconcat (what, ", drawn alike", NULL);
  Memory memory;
  double spent = measure_start (program, mode, path, &memory);

  print (what, size, spent, "ms", floor->itself);
  print (alike, size, spent, "ms", floor->alike);
}

static void
measure_size (const char *program, const char *folder, guint members, const char *size)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.zhibu", folder, members);
  g_autoptr(ZbDb) db = zb_db_open (path, ZB_DB_CREATE, NULL);
  Floor floor;
  g_autofree char *out = NULL;
  g_auto(GStrv) lines = NULL;

  if (db == NULL || !zb_demo_fill (db, members, 1, (ZbDate) { 2026, 11, 24 }, FALSE, NULL, NULL, NULL))
    g_error ("the registry to measure with could not be made");
  g_clear_pointer (&db, zb_db_close);
  floor.itself = measure_start (program, "--empty", path, &floor.itself_memory);
  floor.alike = measure_start (program, "--alike", path, &floor.alike_memory);
  print_start (program, "--start", path, "first table", size, &floor);
  print_start (program, "--overview", path, "overview", size, &floor);
  out = run_child (program, "--whole", path);
  lines = g_strsplit (out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    print_line (lines[i], size, &floor);
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

  if (argc == 3 && strcmp (argv[1], "--empty") == 0)
    return child_empty ();
  if (argc == 3)
    zb_drawing_free (zb_drawing_start ());
  if (argc == 3 && strcmp (argv[1], "--alike") == 0)
    return child_empty ();
  if (argc == 3 && strcmp (argv[1], "--overview") == 0)
    return child_overview (argv[2]);
  if (argc == 3)
    return child_table (argv[2], strcmp (argv[1], "--start") == 0);
  folder = g_dir_make_tmp ("zhibu-bench-XXXXXX", NULL);
  measure_size (argv[0], folder, 60, "60");
  measure_size (argv[0], folder, 100000, "100k");
  if (g_getenv ("ZB_BENCH_MILLION") != NULL)
    measure_size (argv[0], folder, 1000000, "1M");
  remove_folder (folder);
  return 0;
}
