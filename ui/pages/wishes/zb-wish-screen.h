/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-wishes.h"

G_BEGIN_DECLS

#define ZB_TYPE_WISH_SCREEN (zb_wish_screen_get_type ())

/**
 * ZbWishScreen:
 *
 * The wishes that can be claimed, for the screen of a hall: number, wish, for whom and where, how many are left; six at a time.
 * Space goes on, Backspace back, Escape leaves. It knows nothing private.
 */
G_DECLARE_FINAL_TYPE (ZbWishScreen, zb_wish_screen, ZB, WISH_SCREEN, GtkWindow)

/** zb_wish_screen_present: @lines (element-type ZbWishLine): of the wall; those to be claimed are shown. Returns: (transfer none): the window */
GtkWindow *zb_wish_screen_present (GtkWidget *from, GPtrArray *lines);

/** zb_wish_screen_key: what a key does. Returns: whether it does something */
gboolean zb_wish_screen_key (ZbWishScreen *self, guint key);

G_END_DECLS
