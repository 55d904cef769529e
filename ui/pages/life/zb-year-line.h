/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-life.h"

G_BEGIN_DECLS

#define ZB_TYPE_YEAR_LINE (zb_year_line_get_type ())

/**
 * ZbYearLine:
 *
 * A line of the year matrix: a name, twelve cells, and how many of those demanded are done. All lines divide their width alike,
 * so that months stand below each other. A cell says what it is by a mark and a word.
 *
 * Signal `chosen (guint month)`: a cell was pressed
 */
G_DECLARE_FINAL_TYPE (ZbYearLine, zb_year_line, ZB, YEAR_LINE, GtkWidget)

GtkWidget *zb_year_line_new (void);

/** zb_year_line_show_months: the head of the matrix. */
void zb_year_line_show_months (ZbYearLine *self);

/** zb_year_line_show_title: only a name, over the whole line. */
void zb_year_line_show_title (ZbYearLine *self, const char *title);

/**
 * zb_year_line_show_row:
 * @planned: (array fixed-size=12): meetings that are planned in each month and were not held yet
 * @now: the first month that is not over, 12 for a year that is
 */
void zb_year_line_show_row (ZbYearLine *self, const ZbYearRow *row, const guint planned[12], guint now);

/** zb_year_line_get_cell: the button of a month; the one that takes the focus is made so by its owner. */
GtkWidget *zb_year_line_get_cell (ZbYearLine *self, guint month);

G_END_DECLS
