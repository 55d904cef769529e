/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-life.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEETINGS_VIEW (zb_meetings_view_get_type ())

/**
 * ZbMeetingsView:
 *
 * The meetings of a year as a table: month, day, kind, title, organisation, place, figures, state; with a search. Return or a
 * double click opens one.
 */
G_DECLARE_FINAL_TYPE (ZbMeetingsView, zb_meetings_view, ZB, MEETINGS_VIEW, GtkWidget)

GtkWidget *zb_meetings_view_new (ZbRegistry *registry);

/** zb_meetings_view_show: @org: with what stands below it, 0: the whole registry */
void zb_meetings_view_show (ZbMeetingsView *self, gint64 org, int year);

/** zb_meetings_view_find: puts the focus where one searches. */
void zb_meetings_view_find (ZbMeetingsView *self);

G_END_DECLS
