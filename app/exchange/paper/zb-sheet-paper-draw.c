/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange/paper/zb-sheet-paper-private.h"

#define LINE_WIDTH 0.5
#define PAGE_NUMBER_SIZE 9.0
#define EXPORT_NOTE_SIZE 8.0
/* A text that does not fit is set in these parts of its size before it is cut. */
static const double smaller[] = { 1, 0.88, 0.76, 0.66, 0.58 };

typedef struct {
  ZbSheetPaper *paper; /* (unowned) */
  cairo_t *cr;    /* (unowned) */
  ZbPaperPen pen;
  double y;
  guint from; /* its rows */
  guint to;
  guint *spans; /* (owned) (nullable): row by row, how many rows each cell takes; 0: it belongs to the one above */
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
  zb_paper_font_show (font, &page->pen, text, length, size, align_x (align, x, room, width * size), middle + ZB_PAPER_BASELINE * size);
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
    zb_paper_font_break_evenly (font, text, room / own + 0.01, lines, n);
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
  ZbSheetPaper *paper = page->paper;
  double width = zb_paper_font_width (paper->cell_font, text, strlen (text));
  double size = MIN (paper->note_size, width > 0 ? room / width : paper->note_size);

  show_line (page, paper->cell_font, text, strlen (text), width, size, align, x, room, y + height / 2);
}

static void
draw_head (ZbPage *page)
{
  ZbSheetPaper *paper = page->paper;
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
  ZbSheetPaper *paper = page->paper;
  double pad = zb_sheet_paper_cell_pad (paper);

  for (guint i = 0; i < paper->n_columns; i++)
    {
      const ZbPaperColumn *column = &paper->columns[i];

      show_text (page, paper->header_font, zb_sheet_column (paper->sheet, i)->heading, paper->size, ZB_ROSTER_CENTER,
                 column->x + pad, column->width - 2 * pad, page->y, paper->header_height);
    }
  page->y += paper->header_height;
}

static guint
span_of (const ZbPage *page, guint row, guint column)
{
  return page->spans != NULL ? page->spans[(row - page->from) * page->paper->n_columns + column] : 1;
}

/* Lets equal cells of a column that is joined stand as one, as far as those of the joined columns before it do: the third term of
 * one branch is not that of the next. @apart: rows between which a line was drawn already; those of this column are added. */
static void
join_column (ZbPage *page, guint column, GPtrArray *texts, gboolean *apart)
{
  guint n_columns = page->paper->n_columns, first = 0;

  for (guint i = 1; i < texts->len; i++)
    if (!apart[i] && *(const char *) g_ptr_array_index (texts, i) != '\0'
        && strcmp (g_ptr_array_index (texts, i), g_ptr_array_index (texts, first)) == 0)
      {
        page->spans[first * n_columns + column]++;
        page->spans[i * n_columns + column] = 0;
      }
    else
      {
        first = i;
        apart[i] = TRUE;
      }
}

static gboolean
has_joined (const ZbSheetPaper *paper)
{
  for (guint i = 0; i < paper->n_columns; i++)
    if (zb_sheet_column (paper->sheet, i)->joined)
      return TRUE;
  return FALSE;
}

static gboolean
join_cells (ZbPage *page, GError **error)
{
  ZbSheetPaper *paper = page->paper;
  guint n = page->to - page->from;
  g_autofree gboolean *apart = g_new0 (gboolean, n + 1);

  if (!has_joined (paper))
    return TRUE;
  page->spans = g_new (guint, n * paper->n_columns + 1);
  for (guint i = 0; i < n * paper->n_columns; i++)
    page->spans[i] = 1;
  for (guint column = 0; column < paper->n_columns; column++)
    {
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      if (!zb_sheet_column (paper->sheet, column)->joined)
        continue;
      for (guint i = 0; i < n; i++)
        {
          if (!zb_sheet_row (paper->sheet, page->from + i, paper->cells, error))
            return FALSE;
          g_ptr_array_add (texts, g_strdup (paper->cells[column]));
        }
      join_column (page, column, texts, apart);
    }
  return TRUE;
}

static gboolean
draw_row (ZbPage *page, guint row, GError **error)
{
  ZbSheetPaper *paper = page->paper;
  double pad = zb_sheet_paper_cell_pad (paper);

  if (!zb_sheet_row (paper->sheet, row, paper->cells, error))
    return FALSE;
  for (guint i = 0; i < paper->n_columns; i++)
    {
      const ZbSheetColumn *column = zb_sheet_column (paper->sheet, i);
      const char *text = zb_sheet_paper_text (paper, i, paper->cells[i]);
      /* A dash stands in the middle whatever the column does. */
      ZbRosterAlign align = *paper->cells[i] == '\0' ? ZB_ROSTER_CENTER : column->align;
      double height = 0;

      for (guint span = 0; span < span_of (page, row, i); span++)
        height += zb_sheet_paper_height_of (paper, row + span);
      if (height > 0)
        show_text (page, paper->cell_font, text, paper->size, align, paper->columns[i].x + pad, paper->columns[i].width - 2 * pad,
                   page->y, height);
    }
  page->y += zb_sheet_paper_height_of (paper, row);
  return TRUE;
}

static void
add_horizontal (ZbPage *page, double y)
{
  cairo_move_to (page->cr, page->paper->left, y);
  cairo_line_to (page->cr, page->paper->right, y);
}

/* The line over a row, which does not cross the cells that go on. */
static void
add_line_over (ZbPage *page, guint row, double y)
{
  const ZbSheetPaper *paper = page->paper;

  for (guint i = 0; page->spans != NULL && i < paper->n_columns; i++)
    if (span_of (page, row, i) > 0)
      {
        cairo_move_to (page->cr, paper->columns[i].x, y);
        cairo_line_to (page->cr, paper->columns[i].x + paper->columns[i].width, y);
      }
  if (page->spans == NULL)
    add_horizontal (page, y);
}

static void
add_vertical (ZbPage *page, double x, double from, double to)
{
  cairo_move_to (page->cr, x, from);
  cairo_line_to (page->cr, x, to);
}

/* All lines of a page as one path: header, rows, and the line of totals below the last. */
static void
draw_grid (ZbPage *page, double top, double total)
{
  ZbSheetPaper *paper = page->paper;
  double y = top + paper->header_height;

  add_horizontal (page, top);
  add_horizontal (page, y);
  for (guint row = page->from; row < page->to; row++)
    {
      if (row > page->from)
        add_line_over (page, row, y);
      y += zb_sheet_paper_height_of (paper, row);
    }
  add_horizontal (page, y);
  for (guint i = 0; i < paper->n_columns; i++)
    add_vertical (page, paper->columns[i].x, top, i == 0 ? y + total : y);
  add_vertical (page, paper->right, top, y + total);
  if (total > 0)
    add_horizontal (page, y + total);
  cairo_set_line_width (page->cr, LINE_WIDTH);
  cairo_stroke (page->cr);
}

/* A text in as many lines as it takes, see note_height() of the layout. */
static void
show_paragraph (ZbPage *page, const char *text, double pad, double height)
{
  ZbSheetPaper *paper = page->paper;
  double size = paper->note_size, width = (paper->right - paper->left) / size - 2 * pad;
  guint n = MAX (1, (guint) (height / (ZB_PAPER_NOTE_LEADING * size)));
  g_autofree ZbPaperLine *lines = g_new0 (ZbPaperLine, n);

  if (*text == '\0')
    return;
  n = MIN (n, zb_paper_font_break (paper->cell_font, text, width + 0.01, lines, n));
  for (guint i = 0; i < n; i++)
    show_line (page, paper->cell_font, lines[i].text, lines[i].length, lines[i].width, size, ZB_ROSTER_LEFT, paper->left + pad * size, 0,
               page->y + height / 2 + (i - (n - 1) / 2.0) * ZB_PAPER_NOTE_LEADING * size);
}

static void
draw_tail (ZbPage *page)
{
  ZbSheetPaper *paper = page->paper;

  show_paragraph (page, zb_sheet_total (paper->sheet), 0.6, paper->total_height);
  page->y += paper->total_height;
  show_paragraph (page, zb_sheet_legend (paper->sheet), 0, paper->legend_height);
  page->y += paper->legend_height;
  show_note (page, zb_sheet_footer (paper->sheet), ZB_ROSTER_LEFT, paper->left, paper->right - paper->left, page->y, paper->note_size * 3);
}

static void
draw_page_number (ZbPage *page, guint number, guint n_pages)
{
  ZbSheetPaper *paper = page->paper;
  g_autofree char *text = g_strdup_printf ("第 %u 页　共 %u 页", number, n_pages);
  double width = zb_paper_font_width (paper->cell_font, text, strlen (text));

  show_line (page, paper->cell_font, text, strlen (text), width, PAGE_NUMBER_SIZE, ZB_ROSTER_CENTER, paper->left,
             paper->right - paper->left, paper->paper.height - ZB_PAPER_BOTTOM / 2 - 2);
}

/* On the left of the number, so small that it does not reach it. */
static void
draw_export_note (ZbPage *page)
{
  ZbSheetPaper *paper = page->paper;
  const char *text = zb_sheet_export_note (paper->sheet);
  double width = zb_paper_font_width (paper->cell_font, text, strlen (text)), room = (paper->right - paper->left) / 2 - 5 * PAGE_NUMBER_SIZE;
  double size = width > 0 ? MIN (EXPORT_NOTE_SIZE, room / width) : EXPORT_NOTE_SIZE;

  if (*text != '\0')
    show_line (page, paper->cell_font, text, strlen (text), width, size, ZB_ROSTER_LEFT, paper->left, room, paper->paper.height - ZB_PAPER_BOTTOM / 2 - 2);
}

static gboolean
draw_rows (ZbPage *page, GError **error)
{
  if (!join_cells (page, error))
    return FALSE;
  for (guint row = page->from; row < page->to; row++)
    if (!draw_row (page, row, error))
      return FALSE;
  return TRUE;
}

gboolean
zb_sheet_paper_draw (ZbPaper *paper, cairo_t *cr, guint number, GError **error)
{
  ZbSheetPaper *self = (ZbSheetPaper *) paper;
  gboolean is_last = number + 1 == self->starts->len, done;
  ZbPage page = {
    .paper = self,
    .cr = cr,
    .pen = { .cr = cr, .gathers = TRUE },
    .y = ZB_PAPER_TOP,
    .from = g_array_index (self->starts, guint, number),
    .to = is_last ? zb_sheet_n_rows (self->sheet) : g_array_index (self->starts, guint, number + 1),
  };
  double top;

  if (number == 0)
    draw_head (&page);
  top = page.y;
  draw_header (&page);
  done = draw_rows (&page, error);
  if (done)
    {
      draw_grid (&page, top, is_last ? self->total_height : 0);
      if (is_last)
        draw_tail (&page);
      draw_page_number (&page, number + 1, self->starts->len);
      draw_export_note (&page);
    }
  zb_paper_font_finish (self->title_font, &page.pen);
  zb_paper_font_finish (self->header_font, &page.pen);
  zb_paper_font_finish (self->cell_font, &page.pen);
  g_free (page.spans);
  return done;
}
