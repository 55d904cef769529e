/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/zb-document-layout.h"

#include <string.h>

/* Slips: eight on a page; on the left what is wished and by whom, on the right a stub that the claimer leaves behind. */
#define SLIP_MOST 20.0
#define SLIP_LEAST 3.0

/* Entries of a poster: the number on the left, and under the words in smaller letters whose wish it is. */
#define ENTRY_SPACE 0.5

typedef struct {
  double x;
  double y;
  double width;
  double height;
} Area;

static void
show_words (ZbLayout *layout, ZbPaperFace face, ZbMarkInk ink, const char *text, double size, ZbTextAlign align, double x, double room, double middle)
{
  double width = zb_paper_font_width (zb_document_paper_font (layout->paper, face), text, strlen (text));
  double own = width * size > room ? room / width : size;

  zb_layout_show (layout, face, ink, &(ZbPaperLine) { text, strlen (text), width }, own, align, x, room, middle);
}

static void
draw_frame (ZbLayout *layout, const Area *area)
{
  double right = area->x + area->width, bottom = area->y + area->height;

  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, area->x, area->y, right, area->y, 0.8, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, area->x, bottom, right, bottom, 0.8, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, area->x, area->y, area->x, bottom, 0.8, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, right, area->y, right, bottom, 0.8, FALSE);
}

/* Where to cut: between the cards, from edge to edge. */
static void
draw_cuts (ZbLayout *layout)
{
  double width = layout->paper->paper.width, height = layout->paper->paper.height;

  for (guint i = 1; i < ZB_SLIP_COLUMNS; i++)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, width * i / ZB_SLIP_COLUMNS, 0, width * i / ZB_SLIP_COLUMNS, height, 0.4, TRUE);
  for (guint i = 1; i < ZB_SLIP_ROWS; i++)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, 0, height * i / ZB_SLIP_ROWS, width, height * i / ZB_SLIP_ROWS, 0.4, TRUE);
}

double
zb_layout_slip_size (ZbLayout *layout, const char *words, double width, double height)
{
  for (double size = SLIP_MOST; size > SLIP_LEAST; size -= 0.5)
    {
      g_autoptr(GArray) lines = zb_layout_break (layout, ZB_FACE_HEADING, words, size, width, TRUE);

      if (lines->len * size * ZB_SLIP_LEADING <= height)
        return size;
    }
  return SLIP_LEAST;
}

/* The words as large as they can stand in the area, in its middle. */
static void
put_large (ZbLayout *layout, const char *words, const Area *area)
{
  double size = zb_layout_slip_size (layout, words, area->width, area->height), y;
  g_autoptr(GArray) lines = zb_layout_break (layout, ZB_FACE_HEADING, words, size, area->width, TRUE);

  y = area->y + (area->height - lines->len * size * ZB_SLIP_LEADING) / 2;
  for (guint i = 0; i < lines->len; i++)
    zb_layout_show (layout, ZB_FACE_HEADING, ZB_INK_BLACK, &g_array_index (lines, ZbPaperLine, i), size, ZB_TEXT_CENTER, area->x, area->width,
                    y + (i + 0.5) * size * ZB_SLIP_LEADING);
}

static void
put_wish (ZbLayout *layout, const ZbBlock *block, const Area *area)
{
  double x = area->x + ZB_SLIP_PAD, room = area->width - 2 * ZB_SLIP_PAD, top = area->y + ZB_SLIP_PAD, head = ZB_SLIP_HEAD * ZB_SLIP_LEADING;
  g_auto(GStrv) from = g_strsplit (block->more, "\n", -1);
  guint n = g_strv_length (from);
  double below = n * ZB_SLIP_SMALL * ZB_SLIP_LEADING, foot = area->y + area->height - ZB_SLIP_PAD - below;

  draw_frame (layout, area);
  show_words (layout, ZB_FACE_TITLE, ZB_INK_RED, "微心愿", ZB_SLIP_HEAD, ZB_TEXT_LEFT, x, room / 2, top + head / 2);
  show_words (layout, ZB_FACE_CELL, ZB_INK_BLACK, block->last, ZB_SLIP_SMALL, ZB_TEXT_RIGHT, x + room / 2, room / 2, top + head / 2);
  put_large (layout, block->text, &(Area) { x, top + head, room, foot - top - head - ZB_SLIP_PAD / 2 });
  for (guint i = 0; i < n; i++)
    show_words (layout, ZB_FACE_CELL, ZB_INK_BLACK, zb_document_paper_keep (layout->paper, from[i]), ZB_SLIP_SMALL, ZB_TEXT_LEFT, x, room,
                foot + (i + 0.5) * ZB_SLIP_SMALL * ZB_SLIP_LEADING);
}

/* Label, then a line to write on, or what is known already. */
static void
put_stub_line (ZbLayout *layout, const char *label, const char *known, double x, double y, double room)
{
  double width = zb_paper_font_width (zb_document_paper_font (layout->paper, ZB_FACE_CELL), label, strlen (label)) * ZB_SLIP_SMALL + 2;

  show_words (layout, ZB_FACE_CELL, ZB_INK_BLACK, label, ZB_SLIP_SMALL, ZB_TEXT_LEFT, x, room, y);
  if (known != NULL)
    show_words (layout, ZB_FACE_CELL, ZB_INK_BLACK, known, ZB_SLIP_SMALL, ZB_TEXT_LEFT, x + width, room - width, y);
  else
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x + width, y + ZB_SLIP_SMALL * 0.6, x + room, y + ZB_SLIP_SMALL * 0.6, 0.4, FALSE);
}

static void
put_stub (ZbLayout *layout, const ZbBlock *block, const Area *area)
{
  const struct { const char *label; const char *known; } lines[] = { { "编号", block->last }, { "认领人", NULL }, { "电话", NULL }, { "承诺日期", NULL } };
  double x = area->x + ZB_SLIP_PAD, room = area->width - ZB_SLIP_PAD, head = ZB_SLIP_HEAD * 1.8, each = (area->height - head) / G_N_ELEMENTS (lines);

  show_words (layout, ZB_FACE_TITLE, ZB_INK_RED, "认领存根", ZB_SLIP_HEAD, ZB_TEXT_CENTER, x, room, area->y + head / 2);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    put_stub_line (layout, lines[i].label, lines[i].known, x, area->y + head + (i + 0.5) * each, room);
}

void
zb_layout_slip (ZbLayout *layout, const ZbBlock *block, guint *place)
{
  guint on_page = *place % (ZB_SLIP_COLUMNS * ZB_SLIP_ROWS);
  double width = layout->paper->paper.width / ZB_SLIP_COLUMNS, height = layout->paper->paper.height / ZB_SLIP_ROWS;
  double x = width * (on_page % ZB_SLIP_COLUMNS), y = height * (on_page / ZB_SLIP_COLUMNS), tear = x + width - ZB_SLIP_EDGE - ZB_SLIP_STUB;

  if (on_page == 0)
    {
      if (*place > 0)
        zb_layout_new_page (layout);
      draw_cuts (layout);
    }
  put_wish (layout, block, &(Area) { x + ZB_SLIP_EDGE, y + ZB_SLIP_EDGE, tear - x - ZB_SLIP_EDGE - ZB_SLIP_PAD, height - 2 * ZB_SLIP_EDGE });
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, tear, y + ZB_SLIP_EDGE, tear, y + height - ZB_SLIP_EDGE, 0.5, TRUE);
  put_stub (layout, block, &(Area) { tear, y + ZB_SLIP_EDGE, ZB_SLIP_STUB, height - 2 * ZB_SLIP_EDGE });
  layout->y = layout->bottom;
  (*place)++;
}

void
zb_layout_entry (ZbLayout *layout, const ZbBlock *block)
{
  double size = layout->size, small = size * ZB_ENTRY_SMALL, pitch = layout->pitch, x = layout->left + ZB_ENTRY_NUMBER * size, room = layout->right - x;
  g_autoptr(GArray) lines = zb_layout_break (layout, ZB_FACE_HEADING, block->text, size, room, TRUE);
  double height = lines->len * pitch + small * 1.5 + ENTRY_SPACE * size;

  if (height > zb_layout_room (layout) + 0.01 && !zb_layout_is_fresh (layout))
    zb_layout_new_page (layout);
  show_words (layout, ZB_FACE_CELL, ZB_INK_RED, block->last, small, ZB_TEXT_LEFT, layout->left, (ZB_ENTRY_NUMBER - 0.4) * size, layout->y + pitch / 2);
  for (guint i = 0; i < lines->len; i++, layout->y += pitch)
    zb_layout_show (layout, ZB_FACE_HEADING, ZB_INK_BLACK, &g_array_index (lines, ZbPaperLine, i), size, ZB_TEXT_LEFT, x, room, layout->y + pitch / 2);
  show_words (layout, ZB_FACE_BODY, ZB_INK_BLACK, block->more, small, ZB_TEXT_LEFT, x, room, layout->y + small * 0.6);
  layout->y += small * 1.5;
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, layout->left, layout->y, layout->right, layout->y, 0.5, FALSE);
  layout->y += ENTRY_SPACE * size;
}
