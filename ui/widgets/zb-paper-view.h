/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_PAPER_VIEW (zb_paper_view_get_type ())

/**
 * ZbPaperView:
 *
 * One page of a #ZbPaper on a grey desk, as it will be printed, with zoom. Properties: `page`
 * (0 …), `zoom` (0: fitted to the width).
 */
G_DECLARE_FINAL_TYPE (ZbPaperView, zb_paper_view, ZB, PAPER_VIEW, GtkWidget)

GtkWidget *zb_paper_view_new (void);

/** zb_paper_view_set_paper: @paper (nullable) (unowned) must stay until another or %NULL is set. */
void zb_paper_view_set_paper (ZbPaperView *self, ZbPaper *paper);

void zb_paper_view_set_page (ZbPaperView *self, guint page);
guint zb_paper_view_get_page (ZbPaperView *self);
void zb_paper_view_set_zoom (ZbPaperView *self, double zoom);
double zb_paper_view_get_zoom (ZbPaperView *self);

/** zb_paper_view_get_scale: pixels for a point, as the page is drawn now, fitted or not. */
double zb_paper_view_get_scale (ZbPaperView *self);

G_END_DECLS
