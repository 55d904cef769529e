/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * What an organisation's year gives away: lists for paper and files, and the meetings for a calendar.
 */

/** zb_life_lists_menu: items of the actions `life.list (s)` and `life.calendar`. Returns: (transfer full) */
GMenuModel *zb_life_lists_menu (void);

/** zb_life_lists_request: @roster: name of a list that is about an organisation. Returns: (transfer full) (nullable) */
ZbRosterRequest *zb_life_lists_request (ZbRegistry *registry, const char *roster, gint64 org, int year);

/** zb_life_lists_save_calendar: asks for a file and writes the year's meetings into it. */
void zb_life_lists_save_calendar (GtkWidget *widget, ZbRegistry *registry, gint64 org, int year);

/** zb_life_lists_write_calendar: the same into a file that has been chosen. @force: it may be replaced */
void zb_life_lists_write_calendar (GtkWidget *widget, ZbRegistry *registry, gint64 org, int year, const char *path, gboolean force);

G_END_DECLS
