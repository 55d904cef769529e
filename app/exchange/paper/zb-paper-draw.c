/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange/paper/zb-paper-private.h"

#define LINE_WIDTH 0.5
#define PAGE_NUMBER_SIZE 9.0
/* Where the line of a Chinese character stands below its middle, in sizes. */
#define BASELINE 0.37
/* A text that does not fit is set in these parts of its size before it is cut. */
static const double smaller[] = { 1, 0.88, 0.76, 0.66, 0.58 };

typedef struct {
  ZbPaper *paper; /* (unowned) */
  cairo_t *cr;    /* (unowned) */
  ZbPaperPen pen;
  double y;
} ZbPage;

static double
align_x (ZbRosterAlign align, double x, double room, double width)
{
  switch (align)
    {
    case ZB_ROSTER_LEFT: return x;
    case ZB_ROSTER_RIGHT: return x + room - width;
    case ZB_ROSTER_CENTER:
    default: return x + (room - width) / 2;
    }
}

/* One line of text, its middle at @middle. */
static void
show_line (ZbPage *page, ZbPaperFont *font, const char *text, gsize length, double width, double size, ZbRosterAlign align,
           double x, double room, double middle)
{
  zb_paper_font_show (font, &page->pen, text, length, size, align_x (align, x, room, width * size), middle + BASELINE * size);
}

/* The last line that there is room for, when there are more. */
static void
show_cut (ZbPage *page, ZbPaperFont *font, ZbPaperLine *line, double size, ZbRosterAlign align, double x, double room, double middle)
{
  g_autofree char *text = NULL;
  const char *end = line->text + line->length;
  double dots = zb_paper_font_width (font, "…", strlen ("…"));

  while (end > line->text && (zb_paper_font_width (font, line->text, (gsize) (end - line->text)) + dots) * size > room)
    end = g_utf8_find_prev_char (line->text, end);
  text = g_strdup_printf ("%.*s…", (int) (end - line->text), line->text);
  show_line (page, font, text, strlen (text), zb_paper_font_width (font, text, strlen (text)), size, align, x, room, middle);
}

/* Lets the lines of a text in the middle be about equally long, instead of leaving one character alone. */
static void
balance (ZbPaperFont *font, const char *text, double width, ZbPaperLine *lines, guint n)
{
  ZbPaperLine even[ZB_PAPER_MAX_LINES];
  double all = 0;

  for (guint i = 0; i < n; i++)
    all += lines[i].width;
  for (double narrow = ceil (all / n); narrow < width; narrow += 0.5)
    if (zb_paper_font_break (font, text, narrow, even, ZB_PAPER_MAX_LINES) == n)
      {
        memcpy (lines, even, n * sizeof *lines);
        return;
      }
}

/* A text in a box: broken into lines, smaller when there are too many, cut only at the very end. */
static void
show_text (ZbPage *page, ZbPaperFont *font, const char *text, double size, ZbRosterAlign align, double x, double room, double y,
           double height)
{
  ZbPaperLine lines[ZB_PAPER_MAX_LINES];
  guint n = 1, shown = 1;
  double own = size;

  if (*text == '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    {
      own = size * smaller[i];
      n = zb_paper_font_break (font, text, room / own + 0.01, lines, ZB_PAPER_MAX_LINES);
      shown = (guint) MAX (1, floor ((height - 0.3 * own) / (ZB_PAPER_LEADING * own) + 0.01));
      if (n <= shown)
        break;
    }
  if (align == ZB_ROSTER_CENTER && n > 1 && n <= MIN (shown, ZB_PAPER_MAX_LINES))
    balance (font, text, room / own, lines, n);
  shown = MIN (MIN (n, shown), ZB_PAPER_MAX_LINES);
  for (guint i = 0; i < shown; i++)
    {
      double middle = y + height / 2 + (i - (shown - 1) / 2.0) * ZB_PAPER_LEADING * own;

      if (i + 1 == shown && shown < n)
        show_cut (page, font, &lines[i], own, align, x, room, middle);
      else
        show_line (page, font, lines[i].text, lines[i].length, lines[i].width, own, align, x, room, middle);
    }
}

/* A line beside another one: smaller until it fits its room. */
static void
show_note (ZbPage *page, const char *text, ZbRosterAlign align, double x, double room, double y, double height)
{
  ZbPaper *paper = page->paper;
  double width = zb_paper_font_width (paper->cell_font, text, strlen (text));
  double size = MIN (paper->note_size, width > 0 ? room / width : paper->note_size);

  show_line (page, paper->cell_font, text, strlen (text), width, size, align, x, room, y + height / 2);
}

static void
draw_head (ZbPage *page)
{
  ZbPaper *paper = page->paper;
  ZbSheet *sheet = paper->sheet;
  double room = paper->right - paper->left;
  double notes = paper->note_size * 2, y = page->y;
  double order = *zb_sheet_order_line (sheet) != '\0' ? paper->note_size * 1.7 : 0;
  gboolean has_notes = *zb_sheet_note_left (sheet) != '\0' || *zb_sheet_note_right (sheet) != '\0';
  double title = paper->head_height - order - (has_notes ? notes : 0);
  double left = zb_paper_font_width (paper->cell_font, zb_sheet_note_left (sheet), strlen (zb_sheet_note_left (sheet)));
  double right = zb_paper_font_width (paper->cell_font, zb_sheet_note_right (sheet), strlen (zb_sheet_note_right (sheet)));
  double split = room * left / MAX (left + right, 1);

  show_text (page, paper->title_font, zb_sheet_title (sheet), paper->title_size, ZB_ROSTER_CENTER, paper->left, room, y, title);
  y += title;
  show_note (page, zb_sheet_order_line (sheet), ZB_ROSTER_CENTER, paper->left, room, y - 3, order);
  y += order;
  if (has_notes)
    {
      show_note (page, zb_sheet_note_left (sheet), ZB_ROSTER_LEFT, paper->left, split, y, notes);
      show_note (page, zb_sheet_note_right (sheet), ZB_ROSTER_RIGHT, paper->left + split, room - split, y, notes);
    }
  page->y += paper->head_height;
}

static void
draw_header (ZbPage *page)
{
  ZbPaper *paper = page->paper;
  double pad = 0.15 * paper->size;

  for (guint i = 0; i < paper->n_columns; i++)
    {
      const ZbPaperColumn *column = &paper->columns[i];

      show_text (page, paper->header_font, zb_sheet_column (paper->sheet, i)->heading, paper->size, ZB_ROSTER_CENTER,
                 column->x + pad, column->width - 2 * pad, page->y, paper->header_height);
    }
  page->y += paper->header_height;
}

static gboolean
draw_row (ZbPage *page, guint row, GError **error)
{
  ZbPaper *paper = page->paper;
  double height = zb_paper_height_of (paper, row);
  double pad = zb_paper_cell_pad (paper);

  if (!zb_sheet_row (paper->sheet, row, paper->cells, error))
    return FALSE;
  for (guint i = 0; i < paper->n_columns; i++)
    {
      const ZbSheetColumn *column = zb_sheet_column (paper->sheet, i);
      const char *text = zb_paper_text (paper, i, paper->cells[i]);
      /* A dash stands in the middle whatever the column does. */
      ZbRosterAlign align = *paper->cells[i] == '\0' ? ZB_ROSTER_CENTER : column->align;

      show_text (page, paper->cell_font, text, paper->size, align, paper->columns[i].x + pad, paper->columns[i].width - 2 * pad,
                 page->y, height);
    }
  page->y += height;
  return TRUE;
}

static void
add_horizontal (ZbPage *page, double y)
{
  cairo_move_to (page->cr, page->paper->left, y);
  cairo_line_to (page->cr, page->paper->right, y);
}

static void
add_vertical (ZbPage *page, double x, double from, double to)
{
  cairo_move_to (page->cr, x, from);
  cairo_line_to (page->cr, x, to);
}

/* All lines of a page as one path: header, rows @from to @to, and the line of totals below the last. */
static void
draw_grid (ZbPage *page, double top, guint from, guint to, double total)
{
  ZbPaper *paper = page->paper;
  double y = top + paper->header_height;

  add_horizontal (page, top);
  add_horizontal (page, y);
  for (guint row = from; row < to; row++)
    add_horizontal (page, y += zb_paper_height_of (paper, row));
  for (guint i = 0; i < paper->n_columns; i++)
    add_vertical (page, paper->columns[i].x, top, i == 0 ? y + total : y);
  add_vertical (page, paper->right, top, y + total);
  if (total > 0)
    add_horizontal (page, y + total);
  cairo_set_line_width (page->cr, LINE_WIDTH);
  cairo_stroke (page->cr);
}

static void
draw_tail (ZbPage *page)
{
  ZbPaper *paper = page->paper;
  double room = paper->right - paper->left, pad = 0.6 * paper->note_size;
  double total = *zb_sheet_total (paper->sheet) != '\0' ? paper->note_size * 2 : 0;

  show_note (page, zb_sheet_total (paper->sheet), ZB_ROSTER_LEFT, paper->left + pad, room - 2 * pad, page->y, total);
  page->y += total;
  show_note (page, zb_sheet_footer (paper->sheet), ZB_ROSTER_LEFT, paper->left, room, page->y, paper->note_size * 3);
}

static void
draw_page_number (ZbPage *page, guint number, guint n_pages)
{
  ZbPaper *paper = page->paper;
  g_autofree char *text = g_strdup_printf ("第 %u 页　共 %u 页", number, n_pages);
  double width = zb_paper_font_width (paper->cell_font, text, strlen (text));

  show_line (page, paper->cell_font, text, strlen (text), width, PAGE_NUMBER_SIZE, ZB_ROSTER_CENTER, paper->left,
             paper->right - paper->left, paper->height - ZB_PAPER_BOTTOM / 2 - 2);
}

gboolean
zb_paper_draw (ZbPaper *self, cairo_t *cr, guint number, GError **error)
{
  ZbPage page = { .paper = self, .cr = cr, .pen = { .cr = cr }, .y = ZB_PAPER_TOP };
  gboolean is_last = number + 1 == self->starts->len;
  guint from, to;
  double top;

  g_return_val_if_fail (number < self->starts->len, FALSE);
  from = g_array_index (self->starts, guint, number);
  to = is_last ? zb_sheet_n_rows (self->sheet) : g_array_index (self->starts, guint, number + 1);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (number == 0)
    draw_head (&page);
  top = page.y;
  draw_header (&page);
  for (guint row = from; row < to; row++)
    if (!draw_row (&page, row, error))
      {
        cairo_restore (cr);
        return FALSE;
      }
  draw_grid (&page, top, from, to, is_last && *zb_sheet_total (self->sheet) != '\0' ? self->note_size * 2 : 0);
  if (is_last)
    draw_tail (&page);
  draw_page_number (&page, number + 1, self->starts->len);
  cairo_restore (cr);
  return TRUE;
}
