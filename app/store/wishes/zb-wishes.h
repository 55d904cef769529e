/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * zb_wishes_add:
 * @record: of the wish kind; household, organisation, title and day of collection are needed
 *
 * Stores a new wish as collected, with the next number of its year (2026-0001) unless one was given, one piece unless more
 * are wished, and the first line of its log.
 */
gboolean zb_wishes_add (ZbChangeSet *set, ZbRecord *record, GError **error);

/** zb_households_add: stores a new household; without a name for publication it gets the one that zb_alias_propose() makes. */
gboolean zb_households_add (ZbChangeSet *set, ZbRecord *record, GError **error);

/**
 * ZbWishLeft: what is still to be claimed.
 * @wished: pieces wished
 * @claimed: of them claimed and not given up
 * @money: 分 promised in money
 * @estimate: 分 that it is thought to cost, 0 unknown
 * @n_active: claims that are neither fulfilled nor given up
 */
typedef struct {
  gint64 wished;
  gint64 claimed;
  gint64 money;
  gint64 estimate;
  guint n_active;
} ZbWishLeft;

/** zb_wishes_left: Cost: one index range. */
gboolean zb_wishes_left (ZbDb *db, gint64 wish, ZbWishLeft *out_left, GError **error);

/** zb_wish_is_taken: whether nothing is left: all pieces claimed, or all the money promised. */
gboolean zb_wish_is_taken (const ZbWishLeft *left);

/**
 * zb_wishes_log:
 * @step: code of `wish_step`
 * @whom: (nullable): whom it is about
 * @words: (nullable)
 *
 * Adds a line to the log of a wish. @error: REFUSED (`before`) when something later stands there already.
 */
gboolean zb_wishes_log (ZbChangeSet *set, const ZbRecord *wish, const char *step, const char *on, const char *by, const char *whom,
                        const char *words, GError **error);

/** zb_wishes_parts: claims, steps, deliveries … of a wish, in the order they were entered. Returns: (transfer full) (element-type ZbRecord) */
GPtrArray *zb_wishes_parts (ZbDb *db, const ZbKind *kind, gint64 wish, GError **error);

/** zb_wishes_check_quantity: whether a wish wishes for something, and for no less than is claimed. @error: REFUSED (`no-quantity`, `fewer-than-claimed`) */
gboolean zb_wishes_check_quantity (ZbDb *db, const ZbRecord *wish, const ZbRecord *old, GError **error);

/**
 * zb_households_like:
 * @household: a household being entered; may be unsaved
 *
 * Households that may be the same: the same ID number (of 15 or 18 digits), else the same name with the same telephone,
 * address, community or date of birth.
 *
 * Returns: (transfer full) (element-type ZbRecord): without private fields
 */
GPtrArray *zb_households_like (ZbDb *db, const ZbRecord *household, GError **error);

G_END_DECLS
