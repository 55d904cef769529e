/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/wishes/zb-wish-list.h"

G_BEGIN_DECLS

/**
 * ZbWishFinder:
 *
 * Keeps the wishes that were asked for last, so that a search in them, key by key, reads nothing: a city's open ones take a
 * hundred milliseconds to read and two to look through. For one connection, on its thread.
 */
typedef struct _ZbWishFinder ZbWishFinder;

ZbWishFinder *zb_wish_finder_new (void);
void zb_wish_finder_free (ZbWishFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbWishFinder, zb_wish_finder_free)

/**
 * zb_wish_finder_list:
 * @db: the same each time, and nothing is written through it
 *
 * As zb_wishes_list(). What other connections write is seen. Cost: that of zb_wishes_list() without the text when something was
 * written or something else than the text is asked for, otherwise one pass over the lines in memory.
 *
 * Returns: (transfer full) (element-type ZbWishLine)
 */
GPtrArray *zb_wish_finder_list (ZbWishFinder *self, ZbDb *db, const ZbWishQuery *query, GError **error);

G_END_DECLS
