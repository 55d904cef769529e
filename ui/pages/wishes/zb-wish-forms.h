/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-wishes.h"

G_BEGIN_DECLS

/*
 * The forms in which wishes and the households behind them are entered. @widget stands in a page, which says what was done.
 */

/** zb_wish_form_new: a new wish of @org; @household 0: chosen in the form, or entered first where there is none yet. */
void zb_wish_form_new (GtkWidget *widget, ZbRegistry *registry, gint64 org, gint64 household);

/** zb_wish_form_new_household: a new household; its wish is asked for afterwards. */
void zb_wish_form_new_household (GtkWidget *widget, ZbRegistry *registry, gint64 org);

void zb_wish_form_wish (GtkWidget *widget, ZbRegistry *registry, gint64 wish);
void zb_wish_form_household (GtkWidget *widget, ZbRegistry *registry, gint64 household);

G_END_DECLS
