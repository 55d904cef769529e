/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-life.h"

G_BEGIN_DECLS

#define ZB_TYPE_DUTY_PANEL (zb_duty_panel_get_type ())

/**
 * ZbDutyPanel:
 *
 * What stands behind a cell of the year matrix: what the rule says with its days and source, the meetings that were held or are
 * planned, and what can be done: record one, plan one, or enter the exemption.
 */
G_DECLARE_FINAL_TYPE (ZbDutyPanel, zb_duty_panel, ZB, DUTY_PANEL, GtkWidget)

GtkWidget *zb_duty_panel_new (ZbRegistry *registry);

/** zb_duty_panel_show: @row (nullable): a row of that year; %NULL: nothing is chosen */
void zb_duty_panel_show (ZbDutyPanel *self, const ZbYearRow *row, int year, guint month);

/** zb_duty_panel_open: opens the one meeting there is; with several or none goes to what can be done. */
void zb_duty_panel_open (ZbDutyPanel *self);

G_END_DECLS
