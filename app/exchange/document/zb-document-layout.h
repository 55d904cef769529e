/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/document/zb-document-paper.h"

G_BEGIN_DECLS

/**
 * ZbLayout:
 * @left, @right, @top, @bottom: what pages may be written on
 * @size, @pitch: of the letters of a paragraph, and from line to line
 * @spared: lines by which each room to write in is shortened
 * @page: being filled; @begin: where its first block begins; @y: where it is empty from
 *
 * A document on its way to pages.
 */
typedef struct {
  ZbDocumentPaper *paper; /* (owned by the caller) */
  const ZbDocument *document;
  double left;
  double right;
  double top;
  double bottom;
  double size;
  double pitch;
  int spared;
  guint page;
  double begin;
  double y;
} ZbLayout;

/** ZbTextAlign: how lines stand in their room. */
typedef enum {
  ZB_TEXT_LEFT,
  ZB_TEXT_CENTER,
  ZB_TEXT_RIGHT,
  ZB_TEXT_FULL /* every line but a paragraph's last from edge to edge */
} ZbTextAlign;

/** zb_layout_break: into lines of @room points. Returns: (transfer full) (element-type ZbPaperLine): at least one */
GArray *zb_layout_break (ZbLayout *layout, ZbPaperFace face, const char *text, double size, double room, gboolean evenly);

/** zb_layout_show: one line with its middle at @middle. */
void zb_layout_show (ZbLayout *layout, ZbPaperFace face, ZbMarkInk ink, const ZbPaperLine *line, double size, ZbTextAlign align, double x, double room, double middle);

void zb_layout_new_page (ZbLayout *layout);

/** zb_layout_is_fresh: whether nothing stands on the page yet. */
gboolean zb_layout_is_fresh (const ZbLayout *layout);

/** zb_layout_room: what is left of the page. */
double zb_layout_room (const ZbLayout *layout);

/** zb_layout_form: a form or a table. */
void zb_layout_form (ZbLayout *layout, const ZbBlock *block);

void zb_layout_picture (ZbLayout *layout, const ZbBlock *block);
void zb_layout_big (ZbLayout *layout, const ZbBlock *block);

/** zb_layout_card: @place: which of the cards that follow each other, 0 … */
void zb_layout_card (ZbLayout *layout, const ZbBlock *block, guint *place);

/** zb_layout_slip: @place: which of the slips that follow each other, 0 … */
void zb_layout_slip (ZbLayout *layout, const ZbBlock *block, guint *place);

void zb_layout_entry (ZbLayout *layout, const ZbBlock *block);

G_END_DECLS
