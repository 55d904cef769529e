/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-life.h"

G_BEGIN_DECLS

#define ZB_TYPE_YEAR_VIEW (zb_year_view_get_type ())

/**
 * ZbYearView:
 *
 * The year of one branch or many: kinds of meetings by months, each cell with what became of what the rule asks. Arrow keys go
 * from cell to cell, what stands behind one is shown below; Return opens it.
 */
G_DECLARE_FINAL_TYPE (ZbYearView, zb_year_view, ZB, YEAR_VIEW, GtkWidget)

GtkWidget *zb_year_view_new (ZbRegistry *registry);

/** zb_year_view_show: @org: with what stands below it, 0: the whole registry. The cell chosen stays chosen. */
void zb_year_view_show (ZbYearView *self, gint64 org, int year);

/** zb_year_view_choose: goes to a cell. Returns: whether there is one */
gboolean zb_year_view_choose (ZbYearView *self, gint64 org, ZbMeetingKind kind, guint month);

/** zb_year_view_is_ready: whether what was asked for is shown. */
gboolean zb_year_view_is_ready (ZbYearView *self);

G_END_DECLS
