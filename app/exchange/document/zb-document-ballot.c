/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-name.h"
#include "exchange/document/zb-document-layout.h"

#include <string.h>

/* Ballots to be cut apart: a title, the table to mark, how it is marked, and room for the seal; in letters as large as fit. */

#define EDGE ZB_BALLOT_EDGE
#define MOST 15.0
#define LEAST 6.0
/* Of one that has a page of its own: nothing is left out, however many stand. */
#define SMALLEST 2.5
#define TITLE ZB_BALLOT_TITLE
#define ROW ZB_BALLOT_ROW
#define LEADING ZB_BALLOT_LEADING
#define SMALL ZB_BALLOT_SMALL
#define LINE 0.6

typedef struct {
  double x, y, width, height;
} Area;

static Area
area_of (const ZbLayout *layout, guint per_page, guint place)
{
  guint columns = per_page >= 4 ? 2 : 1, rows = per_page >= 2 ? 2 : 1;
  double width = layout->paper->paper.width / columns, height = layout->paper->paper.height / rows;

  return (Area) { width * (place % columns) + EDGE, height * (place / columns) + EDGE, width - 2 * EDGE, height - 2 * EDGE };
}

static void
draw_cuts (ZbLayout *layout, guint per_page)
{
  double width = layout->paper->paper.width, height = layout->paper->paper.height;

  if (per_page >= 2)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, 0, height / 2, width, height / 2, 0.4, TRUE);
  if (per_page >= 4)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, width / 2, 0, width / 2, height, 0.4, TRUE);
}

/* Every line of @text, broken; @out_lines: how many come of it. Returns: (transfer full) (element-type GArray) */
static GPtrArray *
break_lines (ZbLayout *layout, ZbPaperFace face, const char *text, double size, double room, gboolean evenly, guint *out_lines)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      GArray *broken = zb_layout_break (layout, face, zb_document_paper_keep (layout->paper, lines[i]), size, room, evenly);

      *out_lines += broken->len;
      g_ptr_array_add (out, broken);
    }
  return out;
}

static double
height_of (ZbLayout *layout, const ZbBlock *block, double size, double room)
{
  g_auto(GStrv) head = g_strsplit (block->text, "\n", 2);
  guint n_title = 0, n_notes = 0, n_words = 0;
  g_autoptr(GPtrArray) title = break_lines (layout, ZB_FACE_TITLE, head[0] != NULL ? head[0] : "", size * TITLE, room, TRUE, &n_title);
  g_autoptr(GPtrArray) notes = head[0] != NULL && head[1] != NULL ? break_lines (layout, ZB_FACE_SUBHEADING, head[1], size, room, TRUE, &n_notes) : NULL;
  g_autoptr(GPtrArray) words = break_lines (layout, ZB_FACE_CELL, block->more, size * SMALL, room, FALSE, &n_words);

  return n_title * size * TITLE * LEADING + n_notes * size * LEADING + block->rows->len * size * ROW + (n_words + 1) * size * SMALL * LEADING
         + 3 * size * LEADING;
}

static double
fit (ZbLayout *layout, const ZbBlock *block, const Area *area, guint per_page)
{
  double size = MOST, least = per_page > 1 ? LEAST : SMALLEST;

  while (size > least && height_of (layout, block, size, area->width) > area->height)
    size -= 0.25;
  return size;
}

/* As many on a page as were asked for, or fewer where they would run over. */
static guint
fit_on_page (ZbLayout *layout, const ZbBlock *block)
{
  guint per_page = (guint) MAX (block->level, 1);

  while (per_page > 1)
    {
      Area area = area_of (layout, per_page, 0);

      if (height_of (layout, block, LEAST, area.width) <= area.height)
        return per_page;
      per_page /= 2;
    }
  return 1;
}

double
zb_layout_ballot_size (ZbLayout *layout, const ZbBlock *block, guint *out_per_page)
{
  Area area;

  *out_per_page = fit_on_page (layout, block);
  area = area_of (layout, *out_per_page, 0);
  return fit (layout, block, &area, *out_per_page);
}

/* Shows lines one under the other. Returns: where they end */
static double
show_lines (ZbLayout *layout, ZbPaperFace face, const char *text, double size, ZbTextAlign align, const Area *area, double y)
{
  guint n = 0;
  g_autoptr(GPtrArray) broken = break_lines (layout, face, text, size, area->width, align == ZB_TEXT_CENTER, &n);

  for (guint i = 0; i < broken->len; i++)
    {
      const GArray *lines = g_ptr_array_index (broken, i);

      for (guint j = 0; j < lines->len; j++, y += size * LEADING)
        zb_layout_show (layout, face, ZB_INK_BLACK, &g_array_index (lines, ZbPaperLine, j), size, align, area->x, area->width, y + size * LEADING / 2);
    }
  return y;
}

static void
show_cell (ZbLayout *layout, ZbPaperFace face, const char *text, double size, double x, double room, double middle)
{
  const char *kept = zb_document_paper_keep (layout->paper, text);
  double width = zb_paper_font_width (zb_document_paper_font (layout->paper, face), kept, strlen (kept));
  double own = width * size > room * 0.94 ? room * 0.94 / width : size;

  zb_layout_show (layout, face, ZB_INK_BLACK, &(ZbPaperLine) { kept, strlen (kept), width }, own, ZB_TEXT_CENTER, x, room, middle);
}

static double
show_table (ZbLayout *layout, const ZbBlock *block, double size, const Area *area, double y)
{
  double row_height = size * ROW, top = y, right = area->x + area->width;

  for (guint i = 0; i < block->rows->len; i++, y += row_height)
    {
      const ZbFormRow *row = g_ptr_array_index (block->rows, i);
      double all = 0, x = area->x;

      for (guint j = 0; j < row->cells->len; j++)
        all += ((ZbFormCell *) g_ptr_array_index (row->cells, j))->weight;
      for (guint j = 0; j < row->cells->len; j++)
        {
          const ZbFormCell *cell = g_ptr_array_index (row->cells, j);
          double width = area->width * cell->weight / all;
          /* Names of two characters are as wide as those of three. */
          g_autofree char *name = i > 0 && j == 1 ? zb_name_for_print (cell->text) : NULL;
          const char *text = name != NULL ? zb_document_paper_keep (layout->paper, name) : cell->text;

          show_cell (layout, i == 0 ? ZB_FACE_HEADING : ZB_FACE_CELL, text, size, x, width, y + row_height / 2);
          zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, y, x, y + row_height, LINE, FALSE);
          x += width;
        }
      zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, area->x, y, right, y, LINE, FALSE);
    }
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, area->x, y, right, y, LINE, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, right, top, right, y, LINE, FALSE);
  return y;
}

void
zb_layout_ballot (ZbLayout *layout, const ZbBlock *block, guint *place)
{
  guint per_page = fit_on_page (layout, block);
  g_auto(GStrv) head = g_strsplit (block->text, "\n", 2);
  Area area = area_of (layout, per_page, *place % per_page);
  double size = fit (layout, block, &area, per_page), y = area.y, end = area.y + area.height;

  if (*place % per_page == 0)
    {
      if (*place > 0)
        zb_layout_new_page (layout);
      draw_cuts (layout, per_page);
    }
  y = show_lines (layout, ZB_FACE_TITLE, head[0] != NULL ? head[0] : "", size * TITLE, ZB_TEXT_CENTER, &area, y);
  if (head[0] != NULL && head[1] != NULL)
    y = show_lines (layout, ZB_FACE_SUBHEADING, head[1], size, ZB_TEXT_CENTER, &area, y);
  y = show_table (layout, block, size, &area, y + size * SMALL * LEADING / 2);
  y = show_lines (layout, ZB_FACE_CELL, block->more, size * SMALL, ZB_TEXT_LEFT, &area, y + size * SMALL * LEADING / 2);
  /* The seal stands over the day, in what is left. */
  show_lines (layout, ZB_FACE_BODY, block->last, size, ZB_TEXT_RIGHT, &area, MAX (y, end - 2.2 * size * LEADING));
  layout->y = layout->bottom;
  (*place)++;
}
