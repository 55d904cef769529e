/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db-private.h"

G_BEGIN_DECLS

/**
 * zb_change_bulk_begin:
 * @people: how many new people are about to come
 * @only_new: nothing else is about to be changed
 * @out_later: (out) (transfer full) (nullable) (element-type utf8): what zb_change_bulk_end() needs; %NULL when
 *   nothing is put off
 *
 * Puts off the indexes whose order is not that in which people come, when so many come that building them anew at
 * the end is quicker. Inside the set's transaction: until it is committed nobody else misses them.
 */
gboolean zb_change_bulk_begin (ZbDb *db, guint people, gboolean only_new, GPtrArray **out_later, GError **error);

/** zb_change_bulk_end: builds them. */
gboolean zb_change_bulk_end (ZbDb *db, GPtrArray *later, GError **error);

G_END_DECLS
