/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * What organisational life rests on: venues, campaigns, talks, exemptions of members and of branches, rules. Each opens in a window
 * of its own.
 */

/** zb_life_records_menu: items of the action `life.records (s)`. Returns: (transfer full) */
GMenuModel *zb_life_records_menu (void);

/** zb_life_records_open: @name: of an item of the menu; @org, @year: of the page it is opened from */
void zb_life_records_open (GtkWidget *widget, ZbRegistry *registry, const char *name, gint64 org, int year);

G_END_DECLS
