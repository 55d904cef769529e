/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/zb-error.h"
#include "exchange/paper/zb-sheet-private.h"
#include "exchange/paper/zb-xlsx-lists.h"

/* The names that a Party office's machine has; another machine takes its own in their place. */
#define TITLE_FONT "方正小标宋简体"
#define HEADER_FONT "黑体"
#define CELL_FONT "宋体"

#define TITLE_SIZE 18
#define NOTE_SIZE 11
#define HEADER_SIZE 11
#define CELL_SIZE 10

/* Heights of rows, points. */
#define TITLE_HEIGHT 38
#define TITLE_LINE 26
#define NOTE_HEIGHT 21
#define HEADER_HEIGHT 30
#define HEADER_LINE 15
#define ROW_HEIGHT 21
#define LINE_HEIGHT 13.5
#define MAX_HEIGHT 400

/* A column is counted in digits of the workbook's own font; a Chinese character takes this many a point. */
#define UNITS_A_POINT 0.19
#define PADDING_UNITS 0.9
/* The table is at least this wide, so that its title stands over it. */
#define LEAST_UNITS 64

/* Rows that are looked at for the widths. */
#define N_SAMPLES 200
#define MAX_TEXT 32767
#define A3_PAPER 8
#define A4_PAPER 9

/* What a cell holds, by which it is shown. */
typedef enum {
  HOLDS_TEXT,
  HOLDS_NUMBER,
  HOLDS_DAY,
  HOLDS_MONTH
} ZbXlsxHolds;

typedef struct {
  lxw_format *text;  /* (unowned): the workbook frees its formats */
  lxw_format *value; /* (unowned) (nullable): for a real date or number */
  double width;      /* Chinese characters that fit in a line */
} ZbXlsxColumn;

typedef struct {
  ZbSheet *sheet; /* (unowned) */
  lxw_workbook *book;  /* (unowned): the file's */
  lxw_worksheet *page; /* (unowned): the file's */
  ZbXlsxColumn *columns;
  guint n_columns;
  double size; /* of the cells' letters, points */
  /* (unowned) (nullable): by what the cell holds and how it stands. The library looks a format up by all its
   * properties at every cell, unless it is the only one that has them. */
  lxw_format *formats[HOLDS_MONTH + 1][ZB_ROSTER_RIGHT + 1];
  lxw_row_t row; /* next row to write */
  lxw_row_t header;
} ZbXlsx;

static lxw_format *
add_format (ZbXlsx *xlsx, const char *font, double size, enum lxw_format_alignments align)
{
  lxw_format *format = workbook_add_format (xlsx->book);

  format_set_font_name (format, font);
  format_set_font_size (format, size);
  format_set_align (format, (uint8_t) align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

static lxw_format *
cell_format (ZbXlsx *xlsx, ZbXlsxHolds holds, ZbRosterAlign align)
{
  static const enum lxw_format_alignments aligns[] = {
    [ZB_ROSTER_CENTER] = LXW_ALIGN_CENTER, [ZB_ROSTER_LEFT] = LXW_ALIGN_LEFT, [ZB_ROSTER_RIGHT] = LXW_ALIGN_RIGHT
  };
  /* Text cells keep being text when somebody types into them: an ID number stays whole. */
  static const char *const shown[] = {
    [HOLDS_TEXT] = "@", [HOLDS_NUMBER] = "General", [HOLDS_DAY] = "yyyy.mm.dd", [HOLDS_MONTH] = "yyyy.mm"
  };
  lxw_format **format = &xlsx->formats[holds][align];

  if (*format == NULL)
    {
      *format = add_format (xlsx, CELL_FONT, xlsx->size, aligns[align]);
      format_set_border (*format, LXW_BORDER_THIN);
      format_set_text_wrap (*format);
      format_set_num_format (*format, shown[holds]);
    }
  return *format;
}

/* Columns get the width that their headings and first rows ask for, within reason of the declared one. */
static gboolean
measure_columns (ZbXlsx *xlsx, GError **error)
{
  guint n_rows = MIN (zb_sheet_n_rows (xlsx->sheet), N_SAMPLES);
  g_autofree const char **cells = g_new0 (const char *, xlsx->n_columns);

  for (guint i = 0; i < xlsx->n_columns; i++)
    xlsx->columns[i].width = ceil (zb_sheet_width_of (zb_sheet_column (xlsx->sheet, i)->heading) * 1.1 / 2);
  for (guint row = 0; row < n_rows; row++)
    {
      if (!zb_sheet_row (xlsx->sheet, row, cells, error))
        return FALSE;
      for (guint i = 0; i < xlsx->n_columns; i++)
        {
          const ZbSheetColumn *column = zb_sheet_column (xlsx->sheet, i);
          double width = zb_sheet_width_of (cells[i]);

          xlsx->columns[i].width = MAX (xlsx->columns[i].width, column->to_month ? MIN (width, 4) : width);
        }
    }
  for (guint i = 0; i < xlsx->n_columns; i++)
    {
      double declared = zb_sheet_column (xlsx->sheet, i)->width;

      xlsx->columns[i].width = CLAMP (xlsx->columns[i].width + 0.4, MIN (declared, MAX (2.4, 0.6 * declared)), MAX (declared, 1.4 * declared));
    }
  return TRUE;
}

static gboolean
add_columns (ZbXlsx *xlsx, GError **error)
{
  double units = 0, stretch;

  if (!measure_columns (xlsx, error))
    return FALSE;
  for (guint i = 0; i < xlsx->n_columns; i++)
    units += xlsx->columns[i].width * UNITS_A_POINT * xlsx->size + PADDING_UNITS;
  stretch = units < LEAST_UNITS ? LEAST_UNITS / units : 1;
  for (guint i = 0; i < xlsx->n_columns; i++)
    {
      const ZbSheetColumn *column = zb_sheet_column (xlsx->sheet, i);
      ZbXlsxColumn *out = &xlsx->columns[i];
      double width = (out->width * UNITS_A_POINT * xlsx->size + PADDING_UNITS) * stretch;

      out->text = cell_format (xlsx, HOLDS_TEXT, column->align);
      if (column->is_date)
        out->value = cell_format (xlsx, column->to_month ? HOLDS_MONTH : HOLDS_DAY, column->align);
      else if (column->is_number)
        out->value = cell_format (xlsx, HOLDS_NUMBER, column->align);
      out->width = (width - PADDING_UNITS) / UNITS_A_POINT / xlsx->size;
      worksheet_set_column (xlsx->page, (lxw_col_t) i, (lxw_col_t) i, width, NULL);
    }
  return TRUE;
}

/* A line across some columns. */
static void
write_across (ZbXlsx *xlsx, guint from, guint to, const char *text, lxw_format *format)
{
  if (from >= to)
    worksheet_write_string (xlsx->page, xlsx->row, (lxw_col_t) from, text, format);
  else
    worksheet_merge_range (xlsx->page, xlsx->row, (lxw_col_t) from, xlsx->row, (lxw_col_t) to, text, format);
}

static void
write_line (ZbXlsx *xlsx, const char *text, double height, lxw_format *format)
{
  if (*text == '\0')
    return;
  worksheet_set_row (xlsx->page, xlsx->row, height, NULL);
  write_across (xlsx, 0, xlsx->n_columns - 1, text, format);
  xlsx->row++;
}

static lxw_format *
note_format (ZbXlsx *xlsx, enum lxw_format_alignments align)
{
  lxw_format *format = add_format (xlsx, CELL_FONT, NOTE_SIZE, align);

  format_set_shrink (format);
  return format;
}

/* 填报单位 on the left, 截至日期 on the right; each gets the share of the columns that its text needs. */
static void
write_notes (ZbXlsx *xlsx)
{
  const char *left = zb_sheet_note_left (xlsx->sheet);
  const char *right = zb_sheet_note_right (xlsx->sheet);
  double wide_left = zb_sheet_width_of (left), wide_right = zb_sheet_width_of (right);
  double all = 0, so_far = 0;
  guint last = xlsx->n_columns - 1, split = 0;

  if (*left == '\0' && *right == '\0')
    return;
  for (guint i = 0; i < xlsx->n_columns; i++)
    all += xlsx->columns[i].width;
  while (split < last && so_far + xlsx->columns[split].width < all * wide_left / MAX (wide_left + wide_right, 1))
    so_far += xlsx->columns[split++].width;
  if (last == 0 || (wide_left + wide_right) * NOTE_SIZE / xlsx->size > all)
    {
      write_line (xlsx, left, NOTE_HEIGHT, note_format (xlsx, LXW_ALIGN_LEFT));
      write_line (xlsx, right, NOTE_HEIGHT, note_format (xlsx, LXW_ALIGN_RIGHT));
      return;
    }
  split = CLAMP (split, 1, last);
  worksheet_set_row (xlsx->page, xlsx->row, NOTE_HEIGHT, NULL);
  write_across (xlsx, 0, split - 1, left, note_format (xlsx, LXW_ALIGN_LEFT));
  write_across (xlsx, split, last, right, note_format (xlsx, LXW_ALIGN_RIGHT));
  xlsx->row++;
}

/* Lines that a text of that size takes where so many characters of a cell fit into one. */
static guint
lines_of (const ZbXlsx *xlsx, const char *text, double size, double width)
{
  double needed = zb_sheet_width_of (text) * size / xlsx->size;

  return width > 0 ? (guint) ceil (needed / width - 0.001) : 1;
}

/* The name of a long organisation goes on in a second line over a narrow table. */
static double
title_height (const ZbXlsx *xlsx)
{
  double all = 0;

  for (guint i = 0; i < xlsx->n_columns; i++)
    all += xlsx->columns[i].width + PADDING_UNITS / (UNITS_A_POINT * xlsx->size);
  return TITLE_HEIGHT + (MAX (lines_of (xlsx, zb_sheet_title (xlsx->sheet), TITLE_SIZE, all), 1) - 1) * TITLE_LINE;
}

static double
header_height (const ZbXlsx *xlsx)
{
  double height = HEADER_HEIGHT;

  for (guint i = 0; i < xlsx->n_columns; i++)
    height = MAX (height, HEADER_LINE * lines_of (xlsx, zb_sheet_column (xlsx->sheet, i)->heading, HEADER_SIZE, xlsx->columns[i].width));
  return height;
}

static void
write_head (ZbXlsx *xlsx)
{
  lxw_format *title = add_format (xlsx, TITLE_FONT, TITLE_SIZE, LXW_ALIGN_CENTER);
  lxw_format *header = add_format (xlsx, HEADER_FONT, HEADER_SIZE, LXW_ALIGN_CENTER);

  format_set_text_wrap (title);
  write_line (xlsx, zb_sheet_title (xlsx->sheet), title_height (xlsx), title);
  write_line (xlsx, zb_sheet_order_line (xlsx->sheet), NOTE_HEIGHT, note_format (xlsx, LXW_ALIGN_CENTER));
  write_notes (xlsx);
  format_set_bold (header);
  format_set_border (header, LXW_BORDER_THIN);
  format_set_text_wrap (header);
  xlsx->header = xlsx->row;
  worksheet_set_row (xlsx->page, xlsx->row, header_height (xlsx), NULL);
  for (guint i = 0; i < xlsx->n_columns; i++)
    worksheet_write_string (xlsx->page, xlsx->row, (lxw_col_t) i, zb_sheet_column (xlsx->sheet, i)->heading, header);
  xlsx->row++;
}

/* `1985.07.12` as it is in a cell; what is less, or older than the calendar of spreadsheets, stays text. */
static gboolean
read_date (const char *text, lxw_datetime *out)
{
  if (strlen (text) != 10 || text[4] != '.' || text[7] != '.' || strspn (text, "0123456789.") != 10)
    return FALSE;
  *out = (lxw_datetime) { .year = atoi (text), .month = atoi (text + 5), .day = atoi (text + 8) };
  return out->year > 1900;
}

static gboolean
read_number (const char *text, double *out)
{
  char *end;

  if (*text == '\0' || strlen (text) > 15 || strspn (text, "-0123456789.") != strlen (text))
    return FALSE;
  *out = g_ascii_strtod (text, &end);
  return *end == '\0';
}

/* Spreadsheets hold no control characters and no longer texts. */
static char *
clean_text (const char *text)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < MAX_TEXT; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x20 || *p == '\n' || *p == '\t')
      {
        /* A tab would hold words apart here and nowhere else. */
        g_string_append_unichar (out, *p == '\t' ? ' ' : g_utf8_get_char (p));
        n += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_clean (const char *text, gsize length)
{
  if (length >= MAX_TEXT)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20)
      return FALSE;
  return TRUE;
}

static lxw_error
write_cell (ZbXlsx *xlsx, lxw_col_t i, const char *text)
{
  const ZbSheetColumn *column = &g_array_index (xlsx->sheet->columns, ZbSheetColumn, i);
  const ZbXlsxColumn *out = &xlsx->columns[i];
  lxw_datetime date;
  double number;
  g_autofree char *clean = NULL;
  g_autofree char *guarded = NULL;

  if (*text == '\0')
    return worksheet_write_blank (xlsx->page, xlsx->row, i, out->text);
  if (column->is_date && read_date (text, &date))
    return worksheet_write_datetime (xlsx->page, xlsx->row, i, &date, out->value);
  if (column->is_number && read_number (text, &number))
    return worksheet_write_number (xlsx->page, xlsx->row, i, number, out->value);
  if (!is_clean (text, strlen (text)))
    text = clean = clean_text (text);
  if ((*text == '\'' || *text == '=') && zb_sheet_needs_guard (text))
    text = guarded = g_strconcat ("'", text, NULL);
  return worksheet_write_string (xlsx->page, xlsx->row, i, text, out->text);
}

/* Of a row of one line. */
static double
row_height (const ZbXlsx *xlsx)
{
  return MAX (ROW_HEIGHT, xlsx->sheet->request->roster->row_height * 72 / 25.4);
}

/* The row is given a height only where a text needs more than one line. */
static void
set_row_height (ZbXlsx *xlsx, const char *const *cells)
{
  double lines = 1;

  /* Dates and numbers stay in their line; a text with fewer bytes than that cannot fill one. */
  for (guint i = 0; i < xlsx->n_columns; i++)
    if (xlsx->columns[i].value == NULL && (double) strlen (cells[i]) * 0.55 > xlsx->columns[i].width
        && (zb_sheet_width_of (cells[i]) > xlsx->columns[i].width || strchr (cells[i], '\n') != NULL))
      {
        double needed = 0;
        g_auto(GStrv) parts = g_strsplit (cells[i], "\n", -1);

        for (guint j = 0; parts[j] != NULL; j++)
          needed += MAX (1, (int) (zb_sheet_width_of (parts[j]) / xlsx->columns[i].width + 0.97));
        lines = MAX (lines, needed);
      }
  if (lines > 1)
    worksheet_set_row (xlsx->page, xlsx->row, MIN (MAX (row_height (xlsx), lines * LINE_HEIGHT * xlsx->size / CELL_SIZE + 4), MAX_HEIGHT), NULL);
}

static gboolean
write_rows (ZbXlsx *xlsx, const ZbWriteProgress *progress, GError **error)
{
  guint n_rows = zb_sheet_n_rows (xlsx->sheet);
  g_autofree const char **cells = g_new0 (const char *, xlsx->n_columns + 1);

  for (guint row = 0; row < n_rows; row++, xlsx->row++)
    {
      if (!zb_sheet_row (xlsx->sheet, row, cells, error))
        return FALSE;
      set_row_height (xlsx, cells);
      for (guint i = 0; i < xlsx->n_columns; i++)
        {
          lxw_error failed = write_cell (xlsx, (lxw_col_t) i, cells[i]);

          if (failed != LXW_NO_ERROR)
            {
              g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "row %u, column %u: %s", row + 1, i + 1,
                           lxw_strerror (failed));
              return FALSE;
            }
        }
      if (!zb_write_progress_step (progress, row + 1, n_rows, error))
        return FALSE;
    }
  return TRUE;
}

/* A text under the table, in as many lines as it takes. */
static void
write_wrapped (ZbXlsx *xlsx, const char *text)
{
  lxw_format *format = add_format (xlsx, CELL_FONT, NOTE_SIZE, LXW_ALIGN_LEFT);
  double width = 0;
  int lines;

  for (guint i = 0; i < xlsx->n_columns; i++)
    width += xlsx->columns[i].width;
  lines = (int) (zb_sheet_width_of (text) * NOTE_SIZE / xlsx->size / MAX (width, 1) + 0.97);
  format_set_text_wrap (format);
  write_line (xlsx, text, NOTE_HEIGHT + LINE_HEIGHT * MAX (lines - 1, 0), format);
}

/* The number of the page, and on the left who made the file; & begins a command there. */
static void
set_footer (ZbXlsx *xlsx)
{
  g_auto(GStrv) parts = g_strsplit (zb_sheet_export_note (xlsx->sheet), "&", -1);
  g_autofree char *note = g_strjoinv ("&&", parts);
  g_autofree char *footer = g_strdup_printf ("%s%s&C第 &P 页　共 &N 页", *note != '\0' ? "&L&8" : "", note);

  worksheet_set_footer (xlsx->page, footer);
}

static void
set_up_page (ZbXlsx *xlsx)
{
  const ZbRosterRequest *request = zb_sheet_request (xlsx->sheet);

  if (request->portrait == 0 || (request->portrait < 0 && request->roster->landscape))
    worksheet_set_landscape (xlsx->page);
  worksheet_set_paper (xlsx->page, request->paper_a3 ? A3_PAPER : A4_PAPER);
  worksheet_set_margins (xlsx->page, 0.47, 0.47, 0.59, 0.67);
  worksheet_center_horizontally (xlsx->page);
  worksheet_fit_to_pages (xlsx->page, 1, 0);
  set_footer (xlsx);
  worksheet_set_default_row (xlsx->page, row_height (xlsx), LXW_FALSE);
}

/* Before the rows: the library takes no filter for rows that it has let go of already. */
static void
set_up_table (ZbXlsx *xlsx)
{
  lxw_col_t last_column = (lxw_col_t) (xlsx->n_columns - 1);
  lxw_row_t last = xlsx->header + zb_sheet_n_rows (xlsx->sheet);
  char range[64];

  worksheet_freeze_panes (xlsx->page, xlsx->header + 1, 0);
  worksheet_repeat_rows (xlsx->page, xlsx->header, xlsx->header);
  if (last <= xlsx->header)
    return;
  /* Blocks side by side cannot be filtered or sorted. */
  if (xlsx->sheet->blocks == 1)
    worksheet_autofilter (xlsx->page, xlsx->header, 0, last, last_column);
  lxw_rowcol_to_range (range, xlsx->header + 1, 0, last, last_column);
  worksheet_ignore_errors (xlsx->page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
}

/* A sheet's name: what the list is, without the organisation. */
static char *
sheet_name (const ZbRosterRequest *request)
{
  ZbDate from, to;
  g_autofree char *name = NULL;

  zb_roster_request_period (request, &from, &to);
  name = zb_roster_title (request->roster, "", from.year);
  return g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), LXW_SHEETNAME_MAX));
}

gboolean
zb_sheet_write_xlsx (ZbSheet *sheet, int fd, const ZbWriteProgress *progress, GError **error)
{
  g_autofree char *name = sheet_name (sheet->request);
  g_autofree ZbXlsxColumn *columns = g_new0 (ZbXlsxColumn, MAX (zb_sheet_n_columns (sheet), 1));
  lxw_doc_properties properties = { .title = sheet->title, .author = sheet->author, .subject = (char *) zb_sheet_time_words (sheet) };
  g_autoptr(ZbXlsxFile) file = NULL;
  ZbXlsx xlsx = { .sheet = sheet, .columns = columns, .n_columns = zb_sheet_n_columns (sheet) };
  double size = sheet->request->roster->font_size;
  gboolean done;

  if (zb_sheet_n_rows (sheet) > LXW_ROW_MAX - 10)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "%u rows are more than a spreadsheet holds", zb_sheet_n_rows (sheet));
      return FALSE;
    }
  if (!(file = zb_xlsx_file_new (name, error)))
    return FALSE;
  xlsx.size = MAX (size, CELL_SIZE);
  xlsx.book = file->book;
  xlsx.page = file->page;
  workbook_set_properties (xlsx.book, &properties);
  set_up_page (&xlsx);
  done = add_columns (&xlsx, error);
  if (done)
    {
      write_head (&xlsx);
      set_up_table (&xlsx);
    }
  done = done && write_rows (&xlsx, progress, error);
  if (done && sheet->blocks == 1 && zb_sheet_n_rows (sheet) > 0)
    done = zb_xlsx_lists_add (file, sheet, xlsx.header + 1, xlsx.header + zb_sheet_n_rows (sheet), error);
  if (done)
    {
      write_wrapped (&xlsx, zb_sheet_total (sheet));
      write_wrapped (&xlsx, zb_sheet_legend (sheet));
      write_line (&xlsx, zb_sheet_footer (sheet), NOTE_HEIGHT + 6, note_format (&xlsx, LXW_ALIGN_LEFT));
    }
  return done && zb_xlsx_file_finish (file, fd, error);
}
