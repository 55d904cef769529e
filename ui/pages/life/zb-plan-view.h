/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-life.h"

G_BEGIN_DECLS

#define ZB_TYPE_PLAN_VIEW (zb_plan_view_get_type ())

/**
 * ZbPlanView:
 *
 * The year plan of an organisation beside what was done, with the differences. Return opens the meeting that was made of an
 * item, or makes it.
 */
G_DECLARE_FINAL_TYPE (ZbPlanView, zb_plan_view, ZB, PLAN_VIEW, GtkWidget)

GtkWidget *zb_plan_view_new (ZbRegistry *registry);

void zb_plan_view_show (ZbPlanView *self, gint64 org, int year);

/** zb_plan_view_add: opens the form of a new item. */
void zb_plan_view_add (ZbPlanView *self);

G_END_DECLS
