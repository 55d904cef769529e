/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-paper-font.h"
#include "exchange/paper/zb-sheet-private.h"
#include "exchange/zb-paper.h"

G_BEGIN_DECLS

/** ZB_PAPER_MAX_LINES: lines that a cell is broken into before its letters get smaller. */
#define ZB_PAPER_MAX_LINES 64

/** ZbPaperColumn: where a column stands. */
typedef struct {
  double x;
  double width;
} ZbPaperColumn;

struct _ZbPaper {
  ZbSheet *sheet;            /* (unowned): outlives us */
  ZbPaperFont *title_font;   /* (owned) */
  ZbPaperFont *header_font;  /* (owned) */
  ZbPaperFont *cell_font;    /* (owned) */
  double width;              /* of the page, points */
  double height;
  double left;               /* where the table begins and ends */
  double right;
  double size;               /* of the cells' letters */
  double note_size;
  double title_size;
  double head_height;        /* title, order line and notes, on the first page */
  double header_height;
  double row_height;         /* the least, or that of all rows of a long list */
  double tail_height;        /* totals and signatures, on the last page */
  ZbPaperColumn *columns;    /* (owned) */
  guint n_columns;
  float *heights;            /* (owned) (nullable): %NULL when all rows have the same */
  GArray *starts;            /* (owned) (element-type guint): first row of each page */
  const char **cells;        /* (owned): texts of the row at hand */
  GString *scratch;          /* (owned): a text as paper has it */
};

/** zb_paper_text: a cell's text as paper has it: — for unknown, dates to the month, names spread; borrowed until the next call. */
const char *zb_paper_text (ZbPaper *paper, guint column, const char *text);

/** zb_paper_place: decides sizes, columns and heights. */
gboolean zb_paper_place (ZbPaper *paper, GError **error);

/** zb_paper_paginate: decides which rows stand on which page. */
void zb_paper_paginate (ZbPaper *paper);

double zb_paper_height_of (ZbPaper *paper, guint row);

/** zb_paper_cell_pad: the room beside a cell's text, one side. */
double zb_paper_cell_pad (ZbPaper *paper);

/** Distance of two lines of a cell, and the room above and below them, in sizes of the letters. */
#define ZB_PAPER_LEADING 1.25
#define ZB_PAPER_ROW_PAD 0.8
#define ZB_PAPER_TOP 40.0
#define ZB_PAPER_BOTTOM 46.0

G_END_DECLS
