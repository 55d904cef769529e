/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-wishes.h"

G_BEGIN_DECLS

#define ZB_TYPE_WISH_WALL (zb_wish_wall_get_type ())

/**
 * ZbWishWall:
 *
 * The open wishes in columns, from collection to thanks. The arrows go from card to card and from column to column, Return
 * opens a wish, Ctrl+Right takes the next step; a card can be dragged into the column that a step leads to.
 */
G_DECLARE_FINAL_TYPE (ZbWishWall, zb_wish_wall, ZB, WISH_WALL, AdwBin)

GtkWidget *zb_wish_wall_new (ZbRegistry *registry);

/** zb_wish_wall_show: @lines: (element-type ZbWishLine): of all columns, in the order in which they are shown */
void zb_wish_wall_show (ZbWishWall *self, GPtrArray *lines);

/** zb_wish_wall_get_wish: the card with the focus, 0 for none. */
gint64 zb_wish_wall_get_wish (ZbWishWall *self);

/** zb_wish_wall_key: what an arrow does. Returns: whether it does something */
gboolean zb_wish_wall_key (ZbWishWall *self, guint key, GdkModifierType state);

G_END_DECLS
