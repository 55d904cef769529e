/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <xlsxwriter.h>

#include "bench-glyphs.h"
#include "exchange/zb-paper.h"
#include "service/zb-demo.h"

/* Lists that leave the registry: CPU seconds, beside what the library alone takes for the same cells. */

#define DAY ((ZbDate) { 2026, 11, 24 })

static double
now (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double) at.tv_sec + (double) at.tv_nsec / 1e9;
}

static void
report (const char *name, double value, const char *unit, double floor_)
{
  if (floor_ > 0)
    g_print ("%s\t%.4f\t%s\t%.4f\t%.2f\n", name, value, unit, floor_, value / floor_);
  else
    g_print ("%s\t%.4f\t%s\t-\t-\n", name, value, unit);
}

static void
must (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static double
write_file (ZbSheet *sheet, ZbSheetFormat format, const char *path)
{
  g_autoptr(GError) error = NULL;
  double start = now ();

  zb_sheet_write (sheet, NULL, format, path, TRUE, NULL, NULL, NULL, &error);
  must (error);
  return now () - start;
}

/* The cells of a list, row by row. */
static GPtrArray *
texts_of (ZbSheet *sheet)
{
  guint n_columns = zb_sheet_n_columns (sheet);
  g_autofree const char **cells = g_new (const char *, n_columns);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < zb_sheet_n_rows (sheet); row++)
    {
      zb_sheet_row (sheet, row, cells, NULL);
      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (all, g_strdup (cells[i]));
    }
  return all;
}

/* The same cells on as many pages, and nothing but their glyphs and lines. */
static double
draw_bare (ZbSheet *sheet, const char *path)
{
  g_autoptr(GPtrArray) all = texts_of (sheet);
  g_autoptr(ZbPaper) paper = zb_paper_new (sheet, NULL);
  guint rows_a_page = zb_sheet_n_rows (sheet) / MAX (zb_paper_n_pages (paper), 1) + 1;
  double start = now ();

  bench_glyphs_draw (all, zb_sheet_n_columns (sheet), rows_a_page, path);
  return now () - start;
}

/* MB that the process has needed at most so far. */
static double
most_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

/* The same cells, kept in memory, with a border: what libxlsxwriter alone takes. */
static double
write_bare (ZbSheet *sheet, const char *path)
{
  guint n_rows = zb_sheet_n_rows (sheet), n_columns = zb_sheet_n_columns (sheet);
  g_autoptr(GPtrArray) all = texts_of (sheet);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book;
  lxw_worksheet *page;
  lxw_format *format, *day;
  double start;

  start = now ();
  book = workbook_new_opt (path, &options);
  page = workbook_add_worksheet (book, NULL);
  format = workbook_add_format (book);
  format_set_border (format, LXW_BORDER_THIN);
  day = workbook_add_format (book);
  format_set_num_format (day, "yyyy.mm.dd");
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < n_columns; i++)
      {
        const char *text = g_ptr_array_index (all, row * n_columns + i);
        lxw_datetime date = { 0 };

        if (i == 0)
          worksheet_write_number (page, row, 0, row + 1, format);
        else if (zb_sheet_column (sheet, i)->is_date && sscanf (text, "%d.%d.%d", &date.year, &date.month, &date.day) == 3)
          worksheet_write_datetime (page, row, (lxw_col_t) i, &date, day);
        else
          worksheet_write_string (page, row, (lxw_col_t) i, text, format);
      }
  workbook_close (book);
  return now () - start;
}

static ZbSheet *
make_sheet (ZbDb *db, guint limit)
{
  ZbRosterRequest *request = zb_roster_request_new (zb_roster_get ("members"), DAY);
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet;

  if (limit > 0)
    {
      request->n_ids = limit;
      request->ids = g_new (gint64, limit);
      for (guint i = 0; i < limit; i++)
        request->ids[i] = i + 1;
    }
  sheet = zb_sheet_new (db, NULL, request, &error);
  must (error);
  zb_roster_request_free (request);
  return sheet;
}

int
main (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("zhibu-bench-XXXXXX", NULL);
  g_autofree char *registry = g_build_filename (folder, "registry.zhibu", NULL);
  g_autofree char *path = g_build_filename (folder, "list", NULL);
  g_autoptr(ZbDb) db = zb_db_open (registry, ZB_DB_CREATE, &error);
  g_autoptr(ZbSheet) all = NULL;
  g_autoptr(ZbSheet) some = NULL;
  g_autofree char *wipe = g_strdup_printf ("rm -rf '%s'", folder);
  double start, bare, before;

  must (error);
  zb_demo_fill (db, 100000, 1, DAY, FALSE, NULL, NULL, &error);
  must (error);
  start = now ();
  all = make_sheet (db, 0);
  report ("export: work out 100k", now () - start, "s", 0);
  bare = write_bare (all, path);
  report ("export: xlsx 100k", write_file (all, ZB_SHEET_XLSX, path), "s", bare);
  report ("export: csv 100k", write_file (all, ZB_SHEET_CSV, path), "s", 0);
  before = most_memory ();
  report ("export: docx 100k", write_file (all, ZB_SHEET_DOCX, path), "s", 0);
  report ("export: docx 100k, memory above that of the list", most_memory () - before, "MB", 0);
  some = make_sheet (db, 10000);
  bare = draw_bare (some, path);
  report ("export: pdf 10k", write_file (some, ZB_SHEET_PDF, path), "s", bare);
  report ("export: xlsx 10k", write_file (some, ZB_SHEET_XLSX, path), "s", write_bare (some, path));
  report ("export: docx 10k", write_file (some, ZB_SHEET_DOCX, path), "s", 0);
  g_clear_pointer (&all, zb_sheet_free);
  g_clear_pointer (&some, zb_sheet_free);
  g_clear_pointer (&db, zb_db_close);
  return g_spawn_command_line_sync (wipe, NULL, NULL, NULL, NULL) ? 0 : 1;
}
