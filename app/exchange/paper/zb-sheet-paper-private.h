/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-paper-private.h"
#include "exchange/paper/zb-sheet-private.h"

G_BEGIN_DECLS

/** ZB_PAPER_MAX_LINES: lines that a cell is broken into before its letters get smaller. */
#define ZB_PAPER_MAX_LINES 64

/** ZbPaperColumn: where a column stands. */
typedef struct {
  double x;
  double width;
} ZbPaperColumn;

/** ZbSheetPaper: a list laid out. */
typedef struct {
  ZbPaper paper;
  ZbSheet *sheet;            /* (unowned): outlives us */
  ZbPaperFont *title_font;   /* (owned) */
  ZbPaperFont *header_font;  /* (owned) */
  ZbPaperFont *cell_font;    /* (owned) */
  double left;               /* where the table begins and ends */
  double right;
  double play;               /* how much wider than here words may be drawn */
  double size;               /* of the cells' letters */
  double note_size;
  double title_size;
  double head_height;        /* title, order line and notes, on the first page */
  double header_height;
  double row_height;         /* the least, or that of all rows of a long list */
  double total_height;       /* of the line of totals */
  double legend_height;      /* of what the marks mean */
  double tail_height;        /* both of these and the signatures, on the last page */
  ZbPaperColumn *columns;    /* (owned) */
  guint n_columns;
  float *heights;            /* (owned) (nullable): %NULL when all rows have the same */
  GArray *starts;            /* (owned) (element-type guint): first row of each page */
  const char **cells;        /* (owned): texts of the row at hand */
  GString *scratch;          /* (owned): a text as paper has it */
} ZbSheetPaper;

/** zb_sheet_paper_text: a cell's text as paper has it: — for unknown, dates to the month, names spread; borrowed until the next call. */
const char *zb_sheet_paper_text (ZbSheetPaper *paper, guint column, const char *text);

/**
 * zb_sheet_paper_new_unpaged:
 * @play: how much wider than here numbers and Latin words may be drawn; 1: not at all
 *
 * Sizes and columns alone, for a program that makes its own pages, with typefaces of its own. Cost: the first rows
 */
ZbPaper *zb_sheet_paper_new_unpaged (ZbSheet *sheet, double play, GError **error);

/** zb_sheet_paper_place: decides sizes and columns. */
gboolean zb_sheet_paper_place (ZbSheetPaper *paper, GError **error);

/** zb_sheet_paper_measure: decides the heights of the rows. */
gboolean zb_sheet_paper_measure (ZbSheetPaper *paper, GError **error);

/** zb_sheet_paper_paginate: decides which rows stand on which page. */
gboolean zb_sheet_paper_paginate (ZbSheetPaper *paper, GError **error);

double zb_sheet_paper_height_of (ZbSheetPaper *paper, guint row);

/** zb_sheet_paper_cell_pad: the room beside a cell's text, one side. */
double zb_sheet_paper_cell_pad (ZbSheetPaper *paper);

/** zb_sheet_paper_outline: the sections of the list; the title alone where there are none. */
GArray *zb_sheet_paper_outline (ZbPaper *paper, GError **error);

/** zb_sheet_paper_draw: see zb_paper_draw(). */
gboolean zb_sheet_paper_draw (ZbPaper *paper, cairo_t *cr, guint page, GError **error);

/** Distance of two lines of a cell, and the room above and below them, in sizes of the letters. */
#define ZB_PAPER_LEADING 1.25
#define ZB_PAPER_ROW_PAD 0.8
#define ZB_PAPER_NOTE_LEADING 1.5
#define ZB_PAPER_TOP 40.0
#define ZB_PAPER_BOTTOM 46.0

G_END_DECLS
