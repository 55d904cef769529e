/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "exchange/zb-sheet.h"

G_BEGIN_DECLS

/**
 * ZbPaper:
 *
 * A list or a document laid out on pages: the very drawing that the preview shows, the printer prints and the PDF holds.
 */
typedef struct _ZbPaper ZbPaper;

/** zb_paper_new: lays @sheet (which must outlive it) out on the paper of its request. Cost: linear in the rows only where cells wrap. */
ZbPaper *zb_paper_new (ZbSheet *sheet, GError **error);
void zb_paper_free (ZbPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbPaper, zb_paper_free)

guint zb_paper_n_pages (ZbPaper *paper);

/** zb_paper_size: in points. */
void zb_paper_size (ZbPaper *paper, double *out_width, double *out_height);

/**
 * zb_paper_letter_size:
 * @out_asked: (out): points that were asked for
 *
 * Returns: points of the letters in the cells of a list, less than @out_asked where the columns would not fit otherwise; 0 of a document
 */
double zb_paper_letter_size (ZbPaper *paper, double *out_asked);

/** zb_paper_draw: draws page @page (0 …) at the origin, in points. Cost: about 2 ms a page. */
gboolean zb_paper_draw (ZbPaper *paper, cairo_t *cr, guint page, GError **error);

G_END_DECLS
