/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * zb_big_screen_present:
 * @window: to fill a screen
 * @from: a widget of the window it is opened from
 *
 * Shows @window on the whole of a screen, the other one where there are two, and keeps the screens awake until it closes.
 */
void zb_big_screen_present (GtkWindow *window, GtkWidget *from);

G_END_DECLS
