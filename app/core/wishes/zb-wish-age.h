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
 * zb_wish_age:
 * @published: when it was published; unknown: not yet
 * @promised: the earliest promise that is still open; unknown: none
 * @has_left: whether something is still to be claimed
 *
 * How a wish stands on a day. Computed, never stored; the days are the rules `wish.unclaimed_days` and `wish.remind_days`.
 */
ZbWishAge zb_wish_age (ZbDate published, ZbDate promised, gboolean has_left, ZbDate day, ZbRules *rules);

/** zb_wish_split_hours: the share of the @index-th of @n people in @tenths, so that the shares add up to the whole; the first get what does not divide. */
int zb_wish_split_hours (int tenths, guint n, guint index);

G_END_DECLS
