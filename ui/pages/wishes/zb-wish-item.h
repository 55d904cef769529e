/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry-wishes.h"

G_BEGIN_DECLS

#define ZB_TYPE_WISH_ITEM (zb_wish_item_get_type ())

/**
 * ZbWishItem:
 *
 * A line of the wall as an item of a list model.
 */
G_DECLARE_FINAL_TYPE (ZbWishItem, zb_wish_item, ZB, WISH_ITEM, GObject)

/** zb_wish_item_new: @lines stays as long as the item does. */
ZbWishItem *zb_wish_item_new (GPtrArray *lines, guint index);

const ZbWishLine *zb_wish_item_get_line (ZbWishItem *self);

G_END_DECLS
