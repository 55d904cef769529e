/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/document/zb-document-paper.h"

G_BEGIN_DECLS

/**
 * ZbLayout:
 * @left, @right, @top, @bottom: what pages may be written on
 * @size, @pitch: of the letters of a paragraph, and from line to line
 * @spared: lines by which each room to write in is shortened
 * @heights: (nullable): notes the heights of the rows of forms that stand on one page, points
 * @gap: of a paper in parts: what stays white on either side of a seam
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
  GHashTable *heights;
  double gap;
  guint page;
  double begin;
  double y;
} ZbLayout;

/** Forms: the box of a label, and what stays white in every box. */
#define ZB_FORM_LABEL (26 * ZB_MM)
#define ZB_FORM_PAD (2.2 * ZB_MM)

/** Slips: white around each, inside of its frame, the stub, and sizes of letters. */
#define ZB_SLIP_COLUMNS 2
#define ZB_SLIP_ROWS 4
#define ZB_SLIP_EDGE (5 * ZB_MM)
#define ZB_SLIP_PAD (3 * ZB_MM)
#define ZB_SLIP_STUB (38 * ZB_MM)
#define ZB_SLIP_HEAD 12.0
#define ZB_SLIP_SMALL 10.0
#define ZB_SLIP_LEADING 1.4

/** Entries of a poster: the column of numbers and the smaller letters, in sizes of the letters. */
#define ZB_ENTRY_NUMBER 5.2
#define ZB_ENTRY_SMALL 0.72

/** Ballots: white around them; the title, the rows to mark, distance of lines and the smaller letters, in sizes of the letters. */
#define ZB_BALLOT_EDGE (8 * ZB_MM)
#define ZB_BALLOT_TITLE 1.35
#define ZB_BALLOT_ROW 2.1
#define ZB_BALLOT_LEADING 1.4
#define ZB_BALLOT_SMALL 0.82

/** Seats: how wide at most, how high with and without what stays white, the letters of name and place; the stage. */
#define ZB_SEAT_MOST_WIDTH (30 * ZB_MM)
#define ZB_SEAT_HEIGHT (17 * ZB_MM)
#define ZB_SEAT_ROW (23 * ZB_MM)
#define ZB_SEAT_SIZE 15.0
#define ZB_SEAT_NUMBER 8.5
#define ZB_STAGE_HEIGHT (10 * ZB_MM)

/** Papers in parts: the title, in sizes of the letters. */
#define ZB_PARTS_TITLE 1.35

/** Posters: the title and the lines under it, in sizes of the letters. */
#define ZB_POSTER_TITLE 2.0
#define ZB_POSTER_NOTE 0.75

/** Large pages: distance of the lines and size of the title, in sizes of the letters. */
#define ZB_BIG_LEADING 1.75
#define ZB_BIG_TITLE 1.25

/** Cards: white around them; distance of the lines and size of the title, in sizes of the letters. */
#define ZB_CARD_OUTSIDE (9 * ZB_MM)
#define ZB_CARD_LEADING 1.6
#define ZB_CARD_TITLE 1.7

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

/** zb_layout_begin: sizes and fonts for @document, without a page yet; free with zb_paper_free() of its paper. */
void zb_layout_begin (ZbLayout *layout, const ZbDocument *document);

/**
 * zb_document_measure:
 * @layout: (out): what zb_layout_begin() fills, with the lines that are spared on paper
 * @out_heights: (out) (transfer full) (element-type ZbFormRow double): how high rows of forms stand on paper, points; those that
 *   go on over pages are not there
 *
 * What a program that makes its own pages takes over from ours. Returns: how many pages there are
 */
guint zb_document_measure (ZbDocument *document, ZbLayout *layout, GHashTable **out_heights);

/** zb_layout_blank_lines: of @lines to write on, those that are there; zb_layout_seal_lines: what stays free over who signs. */
int zb_layout_blank_lines (const ZbLayout *layout, int lines);
int zb_layout_seal_lines (const ZbLayout *layout);

/** zb_form_is_column_of_words: in a table the words stand in the widest column, one under the other. */
gboolean zb_form_is_column_of_words (const ZbFormRow *row, const ZbFormCell *cell);

/** zb_layout_slip_size: the largest letters with which the words stand in an area. */
double zb_layout_slip_size (ZbLayout *layout, const char *words, double width, double height);

/** zb_layout_signature: the lines of who signs. Returns: (transfer full) (element-type ZbPaperLine) */
GArray *zb_layout_signature (ZbLayout *layout, const ZbBlock *block, double *out_widest);

/** zb_layout_ballot_size: the letters of a ballot. @out_per_page: how many stand on a page */
double zb_layout_ballot_size (ZbLayout *layout, const ZbBlock *block, guint *out_per_page);

/** zb_layout_big_size, zb_layout_card_size: the largest letters with which all its words stand where they should. */
double zb_layout_big_size (ZbLayout *layout, const ZbBlock *block);
double zb_layout_card_size (ZbLayout *layout, const ZbBlock *block);

/** zb_layout_form: a form or a table. */
void zb_layout_form (ZbLayout *layout, const ZbBlock *block);

void zb_layout_picture (ZbLayout *layout, const ZbBlock *block);
void zb_layout_big (ZbLayout *layout, const ZbBlock *block);

/** zb_layout_card: @place: which of the cards that follow each other, 0 … */
void zb_layout_card (ZbLayout *layout, const ZbBlock *block, guint *place);

/** zb_layout_slip: @place: which of the slips that follow each other, 0 … */
void zb_layout_slip (ZbLayout *layout, const ZbBlock *block, guint *place);

/** zb_layout_ballot, zb_layout_name_card: @place: which of those that follow each other, 0 … */
void zb_layout_ballot (ZbLayout *layout, const ZbBlock *block, guint *place);
void zb_layout_name_card (ZbLayout *layout, const ZbBlock *block, guint *place);
void zb_layout_seats (ZbLayout *layout, const ZbBlock *block);

/** zb_layout_seam: a line over the whole page, and words that stand on it. */
void zb_layout_seam (ZbLayout *layout, const ZbBlock *block);

/** zb_layout_seams: how many there are. */
guint zb_layout_seams (const ZbDocument *document);

void zb_layout_entry (ZbLayout *layout, const ZbBlock *block);

G_END_DECLS
