/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/zb-paper.h"

G_BEGIN_DECLS

#define ZB_TYPE_PAPER_PANE (zb_paper_pane_get_type ())

/**
 * ZbPaperPane:
 *
 * The pages of a list or a document as they will be printed, with the buttons to turn and enlarge them; or, in their
 * place, why there are none. Actions: `paper.page-before`, `paper.page-next`, `paper.zoom-in`, `-out`, `-fit`.
 */
G_DECLARE_FINAL_TYPE (ZbPaperPane, zb_paper_pane, ZB, PAPER_PANE, GtkBox)

/** zb_paper_pane_set_paper: @paper (nullable) (unowned) must stay until another or %NULL is set. @note: (nullable): words above the page's number */
void zb_paper_pane_set_paper (ZbPaperPane *self, ZbPaper *paper, const char *note);

/** zb_paper_pane_set_busy: instead of the pages, that they are being worked out; until there is a paper or a problem. */
void zb_paper_pane_set_busy (ZbPaperPane *self);

/** zb_paper_pane_set_problem: says what went wrong in place of the pages. */
void zb_paper_pane_set_problem (ZbPaperPane *self, const GError *error);

/** zb_paper_pane_turn: @by: pages forward, or back when negative */
void zb_paper_pane_turn (ZbPaperPane *self, int by);

G_END_DECLS
