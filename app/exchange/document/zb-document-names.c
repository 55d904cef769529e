/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-name.h"
#include "exchange/document/zb-document-layout.h"

#include <string.h>

/* Name cards: each is folded over a table, so its name stands twice, once upside down. Seats: as the hall sees them. */

/* Of the face, how much the name may take; and the blank between the characters of a short one, in sizes. */
#define FACE_WIDTH 0.86
#define FACE_HEIGHT 0.56
#define BETWEEN_TWO 0.9
#define BETWEEN_THREE 0.18

static void
draw_box (ZbLayout *layout, double x, double y, double width, double height)
{
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, y, x + width, y, 0.6, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, y + height, x + width, y + height, 0.6, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, y, x, y + height, 0.6, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x + width, y, x + width, y + height, 0.6, FALSE);
}

/* In the middle of a face of @width by @height, as large as fits. */
static void
put_name (ZbLayout *layout, const char *name, double x, double y, double width, double height, gboolean is_turned)
{
  double natural = zb_paper_font_width (zb_document_paper_font (layout->paper, ZB_FACE_HEADING), name, strlen (name));
  glong n = g_utf8_strlen (name, -1);
  double spacing = n == 2 ? BETWEEN_TWO : n == 3 ? BETWEEN_THREE : 0, all = natural + spacing * (double) (n - 1);
  double size = MIN (height * FACE_HEIGHT, all > 0 ? width * FACE_WIDTH / all : height), left = x + (width - all * size) / 2;
  double baseline = y + height / 2 + ZB_PAPER_BASELINE * size;

  if (is_turned)
    {
      left = x + width - (width - all * size) / 2;
      baseline = y + height / 2 - ZB_PAPER_BASELINE * size;
    }
  zb_document_paper_add_text (layout->paper, layout->page, ZB_FACE_HEADING, ZB_INK_BLACK, name, strlen (name), size, left, baseline, spacing * size);
  if (is_turned)
    zb_document_paper_turn (layout->paper, layout->page);
}

void
zb_layout_name_card (ZbLayout *layout, const ZbBlock *block, guint *place)
{
  guint per_page = (guint) MAX (block->level, 1), columns = per_page >= 4 ? 2 : 1, rows = per_page >= 2 ? 2 : 1, at = *place % per_page;
  double page_width = layout->paper->paper.width, page_height = layout->paper->paper.height;
  double width = page_width / columns, height = page_height / rows, x = width * (at % columns), y = height * (at / columns);
  const char *name = zb_document_paper_keep (layout->paper, block->text);

  if (at == 0 && *place > 0)
    zb_layout_new_page (layout);
  if (at == 0 && rows > 1)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, 0, height, page_width, height, 0.4, FALSE);
  if (at == 0 && columns > 1)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, width, 0, width, page_height, 0.4, FALSE);
  /* The fold. */
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, y + height / 2, x + width, y + height / 2, 0.4, TRUE);
  put_name (layout, name, x, y, width, height / 2, TRUE);
  put_name (layout, name, x, y + height / 2, width, height / 2, FALSE);
  layout->y = layout->bottom;
  (*place)++;
}

static void
show_middle (ZbLayout *layout, ZbPaperFace face, const char *text, double size, double x, double room, double middle)
{
  const char *kept = zb_document_paper_keep (layout->paper, text);
  double width = zb_paper_font_width (zb_document_paper_font (layout->paper, face), kept, strlen (kept));
  double own = width * size > room ? room / width : size;

  zb_layout_show (layout, face, ZB_INK_BLACK, &(ZbPaperLine) { kept, strlen (kept), width }, own, ZB_TEXT_CENTER, x, room, middle);
}

static void
put_row (ZbLayout *layout, const ZbFormRow *row, double width)
{
  double x = (layout->left + layout->right) / 2 - row->cells->len * width / 2, gap = width * 0.06;

  for (guint i = 0; i < row->cells->len; i++, x += width)
    {
      const ZbFormCell *cell = g_ptr_array_index (row->cells, i);
      g_autofree char *name = zb_name_for_print (cell->text);

      draw_box (layout, x + gap / 2, layout->y, width - gap, ZB_SEAT_HEIGHT);
      show_middle (layout, ZB_FACE_HEADING, zb_document_paper_keep (layout->paper, name), ZB_SEAT_SIZE, x + gap, width - 2 * gap, layout->y + ZB_SEAT_HEIGHT * 0.42);
      show_middle (layout, ZB_FACE_CELL, cell->label, ZB_SEAT_NUMBER, x + gap, width - 2 * gap, layout->y + ZB_SEAT_HEIGHT * 0.82);
    }
  layout->y += ZB_SEAT_ROW;
}

/* The last row stands at the top: the first is nearest to those who look. */
void
zb_layout_seats (ZbLayout *layout, const ZbBlock *block)
{
  double room = layout->right - layout->left, width = ZB_SEAT_MOST_WIDTH;
  guint most = 1, n = block->rows->len;

  for (guint i = 0; i < n; i++)
    most = MAX (most, ((ZbFormRow *) g_ptr_array_index (block->rows, i))->cells->len);
  width = MIN (width, room / most);
  for (guint i = n; i > 0; i--)
    {
      if (ZB_SEAT_ROW > zb_layout_room (layout) && !zb_layout_is_fresh (layout))
        zb_layout_new_page (layout);
      put_row (layout, g_ptr_array_index (block->rows, i - 1), width);
    }
  if (ZB_STAGE_HEIGHT + 2 * layout->pitch > zb_layout_room (layout) && !zb_layout_is_fresh (layout))
    zb_layout_new_page (layout);
  draw_box (layout, layout->left + room / 4, layout->y, room / 2, ZB_STAGE_HEIGHT);
  show_middle (layout, ZB_FACE_HEADING, block->text, layout->size, layout->left, room, layout->y + ZB_STAGE_HEIGHT / 2);
  layout->y += ZB_STAGE_HEIGHT + layout->pitch / 2;
  show_middle (layout, ZB_FACE_SUBHEADING, block->more, layout->size, layout->left, room, layout->y + layout->pitch / 2);
  layout->y += layout->pitch;
}
