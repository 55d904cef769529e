/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/zb-document-layout.h"

#include <string.h>

/* Where the parts of a paper are torn apart. The words stand on the line, so that either part keeps half of them and of the seal. */

/* White between the line and the words, in sizes. */
#define SEAM_SPACE 1.0
#define SEAM_WIDTH 0.6

guint
zb_layout_seams (const ZbDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    n += ((const ZbBlock *) g_ptr_array_index (document->blocks, i))->type == ZB_BLOCK_SEAM;
  return n;
}

static void
draw_dashes (ZbLayout *layout, double from, double to, double y)
{
  if (to > from)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, from, y, to, y, SEAM_WIDTH, TRUE);
}

void
zb_layout_seam (ZbLayout *layout, const ZbBlock *block)
{
  const char *words = zb_document_paper_keep (layout->paper, block->text);
  double width = zb_paper_font_width (zb_document_paper_font (layout->paper, ZB_FACE_HEADING), words, strlen (words));
  double room = layout->right - layout->left, size = MIN (layout->size, width > 0 ? room / width : layout->size);
  double all = layout->paper->paper.width, half = width * size / 2 + (*words != '\0' ? SEAM_SPACE * size : 0), middle;

  if (2 * layout->pitch > zb_layout_room (layout) && !zb_layout_is_fresh (layout))
    zb_layout_new_page (layout);
  layout->y += layout->gap;
  middle = layout->y + layout->pitch;
  draw_dashes (layout, 0, all / 2 - half, middle);
  draw_dashes (layout, all / 2 + half, all, middle);
  zb_layout_show (layout, ZB_FACE_HEADING, ZB_INK_BLACK, &(ZbPaperLine) { words, strlen (words), width }, size, ZB_TEXT_CENTER, layout->left, room, middle);
  layout->y += 2 * layout->pitch + layout->gap;
}
