/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "core/zb-name.h"
#include "exchange/paper/zb-sheet-paper-private.h"

/* Points of the letters, unless asked for. */
#define CELL_SIZE 9.0
#define TITLE_SIZE 18.0
#define NOTE_SIZE 10.5

/* What stays white at the sides, points. */
#define SIDE 34.0

/* Rows that are looked at before the columns get their widths. */
#define N_SAMPLES 200
/* Lists up to this long have rows as high as their texts need, which means reading every row; in longer
 * ones all rows are of one height and a text that needs more is set smaller. */
#define MAX_MEASURED 10000
/* Sizes of the letters that a word may ask a column to be wide, and a heading may take in lines. */
#define MAX_WORD 11.0
#define HEADER_LINES 3
/* A row is at least this high, in sizes of the letters. */
#define ROW_HEIGHT 2.3

/* What a column needs, in sizes of the letters. */
typedef struct {
  double least; /* the longest word */
  double fits;  /* the longest text in one line */
  double width; /* what it gets */
} ZbColumnNeed;

const char *
zb_sheet_paper_text (ZbSheetPaper *self, guint column, const char *text)
{
  const ZbSheetColumn *c = zb_sheet_column (self->sheet, column);

  if (*text == '\0')
    return c->dash ? "—" : "";
  if (c->to_month && strlen (text) == 10)
    {
      g_string_truncate (self->scratch, 0);
      g_string_append_len (self->scratch, text, 7);
      return self->scratch->str;
    }
  if (self->sheet->request->spread_names && c->is_name)
    {
      g_autofree char *spread = zb_name_for_print (text);

      g_string_assign (self->scratch, spread);
      return self->scratch->str;
    }
  return text;
}

double
zb_sheet_paper_cell_pad (ZbSheetPaper *self)
{
  return 0.3 * self->size;
}

/* The longest piece of a text that should not be broken: a number, a Latin word, one day until another (2024.09—2027.09). */
static double
longest_word (ZbPaperFont *font, const char *text)
{
  double longest = 1;
  const char *start = NULL;

  for (const char *p = text;; p = *p != '\0' ? g_utf8_next_char (p) : p)
    {
      gboolean is_dash = start != NULL && (g_str_has_prefix (p, "—") || g_str_has_prefix (p, "–"));
      gboolean inside = is_dash || ((guchar) *p > ' ' && (guchar) *p < 0x80);

      if (inside && start == NULL)
        start = p;
      else if (!inside && start != NULL)
        {
          longest = MAX (longest, zb_paper_font_width (font, start, (gsize) (p - start)));
          start = NULL;
        }
      if (*p == '\0')
        return MIN (longest, MAX_WORD);
    }
}

/* The needs of the headings and of the first rows. */
static gboolean
sample (ZbSheetPaper *self, ZbColumnNeed *needs, GError **error)
{
  guint n = MIN (zb_sheet_n_rows (self->sheet), N_SAMPLES);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const ZbSheetColumn *column = zb_sheet_column (self->sheet, i);
      double heading = zb_paper_font_width (self->header_font, column->heading, strlen (column->heading));

      needs[i].least = MAX (2, ceil (heading / HEADER_LINES));
      needs[i].fits = MAX (2, MIN (heading, ceil (heading / 2)));
      needs[i].width = column->width;
    }
  for (guint row = 0; row < n; row++)
    {
      if (!zb_sheet_row (self->sheet, row, self->cells, error))
        return FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        {
          const ZbSheetColumn *column = zb_sheet_column (self->sheet, i);
          const char *text = zb_sheet_paper_text (self, i, self->cells[i]);
          double width = zb_paper_font_width (self->cell_font, text, strlen (text));

          needs[i].least = MAX (needs[i].least, column->is_name ? MIN (width, 4) : longest_word (self->cell_font, text) * self->play);
          needs[i].fits = MAX (needs[i].fits, width);
        }
    }
  return TRUE;
}

/* Blocks side by side look alike. */
static void
match_blocks (ZbSheetPaper *self, ZbColumnNeed *needs)
{
  guint each = self->n_columns / self->sheet->blocks;

  for (guint i = 0; i < self->n_columns; i++)
    {
      needs[i % each].least = MAX (needs[i % each].least, needs[i].least);
      needs[i % each].fits = MAX (needs[i % each].fits, needs[i].fits);
    }
  for (guint i = each; i < self->n_columns; i++)
    needs[i] = needs[i % each];
}

/* Gives @room (positive or negative) to columns in proportion to how much each can take. */
static double
share (ZbColumnNeed *needs, guint n, double room, const double *takes)
{
  double all = 0, given;

  for (guint i = 0; i < n; i++)
    all += takes[i];
  if (all <= 0)
    return room;
  given = MIN (ABS (room), all) * (room < 0 ? -1 : 1);
  for (guint i = 0; i < n; i++)
    needs[i].width += given * takes[i] / all;
  return room - given;
}

/* Makes the columns fill the width: first from and to those whose texts say so, then evenly. Letters get
 * smaller only when words would have to be broken. */
static void
fit_columns (ZbSheetPaper *self, ZbColumnNeed *needs)
{
  guint n = self->n_columns;
  g_autofree double *takes = g_new0 (double, n);
  double pads = 0.6 * n, least = pads, room;
  double width = self->right - self->left;

  for (guint i = 0; i < n; i++)
    {
      needs[i].width = MAX (needs[i].width, needs[i].least);
      least += needs[i].least;
    }
  self->size = MIN (self->size, width / least);
  room = width / self->size - pads;
  for (guint i = 0; i < n; i++)
    room -= needs[i].width;
  for (guint step = 0; step < 3 && fabs (room) > 0.001; step++)
    {
      for (guint i = 0; i < n; i++)
        {
          double slack = step == 0 ? needs[i].width - MAX (needs[i].fits, needs[i].least) : needs[i].width - needs[i].least;
          double hunger = step == 0 ? needs[i].fits - needs[i].width : needs[i].width * 1000;

          takes[i] = MAX (room < 0 ? slack : hunger, 0);
        }
      room = share (needs, n, room, takes);
    }
}

/* Sets the columns' places from their widths in sizes of the letters. */
static void
put_columns (ZbSheetPaper *self, const ZbColumnNeed *needs)
{
  double x = self->left;

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].x = x;
      self->columns[i].width = needs[i].width * self->size + 2 * zb_sheet_paper_cell_pad (self);
      x += self->columns[i].width;
    }
  self->right = self->n_columns > 0 ? x : self->right;
}

static guint
lines_of (ZbSheetPaper *self, ZbPaperFont *font, guint column, const char *text, double size)
{
  ZbPaperLine lines[1];
  double width = (self->columns[column].width - 2 * zb_sheet_paper_cell_pad (self)) / size + 0.01;

  return zb_paper_font_break (font, text, width, lines, 1);
}

static double
height_for (ZbSheetPaper *self, guint lines)
{
  double least = self->sheet->request->roster->row_height * ZB_MM;

  return MAX (least, MAX (ROW_HEIGHT, lines * ZB_PAPER_LEADING + ZB_PAPER_ROW_PAD) * self->size);
}

static gboolean
measure_row (ZbSheetPaper *self, guint row, double *out_height, GError **error)
{
  guint lines = 1;

  if (!zb_sheet_row (self->sheet, row, self->cells, error))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    lines = MAX (lines, lines_of (self, self->cell_font, i, zb_sheet_paper_text (self, i, self->cells[i]), self->size));
  *out_height = height_for (self, lines);
  return TRUE;
}

gboolean
zb_sheet_paper_measure (ZbSheetPaper *self, GError **error)
{
  guint n = zb_sheet_n_rows (self->sheet);
  double most = self->paper.height - ZB_PAPER_TOP - ZB_PAPER_BOTTOM - self->header_height - self->tail_height;
  double height;

  if (n > MAX_MEASURED)
    {
      for (guint row = 0; row < N_SAMPLES; row++)
        {
          if (!measure_row (self, row, &height, error))
            return FALSE;
          self->row_height = MAX (self->row_height, MIN (height, height_for (self, 2)));
        }
      return TRUE;
    }
  self->heights = g_new (float, MAX (n, 1));
  for (guint row = 0; row < n; row++)
    {
      if (!measure_row (self, row, &height, error))
        return FALSE;
      self->heights[row] = (float) MIN (height, most);
    }
  return TRUE;
}

double
zb_sheet_paper_height_of (ZbSheetPaper *self, guint row)
{
  return self->heights != NULL ? (double) self->heights[row] : self->row_height;
}

/* The title gets smaller until it stands in one line; a very long one in two. */
static void
fit_title (ZbSheetPaper *self)
{
  const char *title = zb_sheet_title (self->sheet);
  double width = zb_paper_font_width (self->title_font, title, strlen (title));
  double room = self->right - self->left;

  self->title_size = MAX (TITLE_SIZE, 1.6 * self->size);
  if (width * self->title_size > room)
    self->title_size = MAX (room / width, 0.75 * self->title_size);
}

/* A text under the table, in as many lines as it takes. @pad: beside it, in sizes of its letters */
static double
note_height (ZbSheetPaper *self, const char *text, double pad)
{
  ZbPaperLine lines[1];
  guint n;

  if (*text == '\0')
    return 0;
  n = zb_paper_font_break (self->cell_font, text, (self->right - self->left) / self->note_size - pad + 0.01, lines, 1);
  return (n * ZB_PAPER_NOTE_LEADING + 0.5) * self->note_size;
}

static void
measure_frame (ZbSheetPaper *self)
{
  ZbSheet *sheet = self->sheet;
  const char *title = zb_sheet_title (sheet);
  ZbPaperLine lines[1];
  guint n, most = 1;

  self->note_size = MAX (NOTE_SIZE, 0.9 * self->size);
  fit_title (self);
  n = zb_paper_font_break (self->title_font, title, (self->right - self->left) / self->title_size + 0.01, lines, 1);
  self->head_height = *title != '\0' ? MIN (n, 2) * self->title_size * 1.35 + 8 : 0;
  if (*zb_sheet_order_line (sheet) != '\0')
    self->head_height += self->note_size * 1.7;
  if (*zb_sheet_note_left (sheet) != '\0' || *zb_sheet_note_right (sheet) != '\0')
    self->head_height += self->note_size * 2;
  for (guint i = 0; i < self->n_columns; i++)
    most = MAX (most, lines_of (self, self->header_font, i, zb_sheet_column (sheet, i)->heading, self->size));
  self->header_height = MAX (2.8, MIN (most, HEADER_LINES) * ZB_PAPER_LEADING + 1) * self->size;
  self->total_height = note_height (self, zb_sheet_total (sheet), 1.2);
  self->legend_height = note_height (self, zb_sheet_legend (sheet), 0);
  self->tail_height = self->total_height + self->legend_height;
  if (*zb_sheet_footer (sheet) != '\0')
    self->tail_height += self->note_size * 3;
}

static void
set_paper (ZbSheetPaper *self)
{
  const ZbRosterRequest *request = self->sheet->request;
  gboolean portrait = request->portrait < 0 ? !request->roster->landscape : request->portrait > 0;
  double narrow = request->paper_a3 ? ZB_A4_HEIGHT : ZB_A4_WIDTH;
  double wide = request->paper_a3 ? ZB_A3_HEIGHT : ZB_A4_HEIGHT;

  self->paper.width = portrait ? narrow : wide;
  self->paper.height = portrait ? wide : narrow;
  self->left = SIDE;
  self->right = self->paper.width - SIDE;
  self->size = request->font_size > 0 ? CLAMP (request->font_size, 4, 36)
               : request->roster->font_size > 0 ? request->roster->font_size : CELL_SIZE;
}

gboolean
zb_sheet_paper_place (ZbSheetPaper *self, GError **error)
{
  g_autofree ZbColumnNeed *needs = g_new0 (ZbColumnNeed, MAX (self->n_columns, 1));

  set_paper (self);
  if (!sample (self, needs, error))
    return FALSE;
  if (self->sheet->blocks > 1)
    match_blocks (self, needs);
  self->paper.letters_asked = self->size;
  fit_columns (self, needs);
  self->paper.letters = self->size;
  put_columns (self, needs);
  measure_frame (self);
  self->row_height = height_for (self, 1);
  return TRUE;
}

/* Rows that begin a cell which goes on below stay together with it, where a page can hold them. */
static gboolean
mark_runs (ZbSheetPaper *self, GArray *out_runs, GError **error)
{
  guint n = zb_sheet_n_rows (self->sheet), run = 0;
  g_autofree char *before = NULL;
  int joined = -1;

  for (guint i = self->n_columns; i > 0; i--)
    if (zb_sheet_column (self->sheet, i - 1)->joined)
      joined = (int) i - 1;
  for (guint row = 0; joined >= 0 && row < n; row++)
    {
      if (!zb_sheet_row (self->sheet, row, self->cells, error))
        return FALSE;
      if (row == 0 || *self->cells[joined] == '\0' || g_strcmp0 (self->cells[joined], before) != 0)
        run = row;
      g_free (before);
      before = g_strdup (self->cells[joined]);
      g_array_append_val (out_runs, run);
    }
  return TRUE;
}

/* Where the page breaks that would have broken before @row: there, or where its run begins. */
static guint
break_before (ZbSheetPaper *self, GArray *runs, guint row, guint start)
{
  guint run = runs->len > 0 ? g_array_index (runs, guint, row) : row;
  guint end = row;
  double height = 0;

  while (runs->len > 0 && end < runs->len && g_array_index (runs, guint, end) == run)
    end++;
  for (guint i = run; i < end; i++)
    height += zb_sheet_paper_height_of (self, i);
  return run > start && height <= self->paper.height - ZB_PAPER_TOP - ZB_PAPER_BOTTOM - self->header_height - self->tail_height ? run : row;
}

gboolean
zb_sheet_paper_paginate (ZbSheetPaper *self, GError **error)
{
  guint n = zb_sheet_n_rows (self->sheet), start = 0;
  g_autoptr(GArray) runs = g_array_new (FALSE, FALSE, sizeof (guint));
  double bottom = self->paper.height - ZB_PAPER_BOTTOM;
  double y = ZB_PAPER_TOP + self->head_height + self->header_height;

  if (!mark_runs (self, runs, error))
    return FALSE;
  g_array_append_val (self->starts, start);
  for (guint row = 0; row < n; row++)
    {
      double height = zb_sheet_paper_height_of (self, row);
      /* The totals and signatures stand below the last row, never alone on a page. */
      double needed = row + 1 == n ? height + self->tail_height : height;

      if (y + needed > bottom && row > start)
        {
          start = row = break_before (self, runs, row, start);
          g_array_append_val (self->starts, start);
          y = ZB_PAPER_TOP + self->header_height;
          height = zb_sheet_paper_height_of (self, row);
        }
      y += height;
    }
  return TRUE;
}
