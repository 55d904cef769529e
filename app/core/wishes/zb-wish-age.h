/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-rules.h"

G_BEGIN_DECLS

/**
 * ZbWishAge:
 * @ZB_WISH_ON_TIME: nothing to do now
 * @ZB_WISH_UNCLAIMED: published long ago, and nobody has taken it
 * @ZB_WISH_DUE_SOON: promised for one of the next days
 * @ZB_WISH_OVERDUE: promised for a day that has passed
 */
typedef enum {
  ZB_WISH_ON_TIME,
  ZB_WISH_UNCLAIMED,
  ZB_WISH_DUE_SOON,
  ZB_WISH_OVERDUE
} ZbWishAge;

/**
 * ZbWishLimits:
 * @day: the day for which ages are counted
 * @remind_until: what is promised until then is reminded of
 * @unclaimed_since: what was published by then has waited long
 *
 * The days of the rules `wish.remind_days` and `wish.unclaimed_days`, worked out once for many wishes.
 */
typedef struct {
  ZbDate day;
  ZbDate remind_until;
  ZbDate unclaimed_since;
} ZbWishLimits;

/** zb_wish_limits: @day: complete */
ZbWishLimits zb_wish_limits (ZbRules *rules, ZbDate day);

/**
 * zb_wish_age:
 * @published: when it was published; unknown: not yet
 * @promised: the earliest promise that is still open; unknown: none
 * @has_left: whether something is still to be claimed
 *
 * How a wish stands on a day. Computed, never stored.
 */
ZbWishAge zb_wish_age (ZbDate published, ZbDate promised, gboolean has_left, const ZbWishLimits *limits);

/** zb_wish_split_hours: the share of the @index-th of @n people in @tenths, so that the shares add up to the whole; the first get what does not divide. */
int zb_wish_split_hours (int tenths, guint n, guint index);

G_END_DECLS
