/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/wishes/zb-wish-age.h"

ZbWishLimits
zb_wish_limits (ZbRules *rules, ZbDate day)
{
  return (ZbWishLimits) {
    .day = day,
    .remind_until = zb_date_add_days (day, (int) zb_rules_value (rules, "wish.remind_days", day)),
    .unclaimed_since = zb_date_add_days (day, -(int) zb_rules_value (rules, "wish.unclaimed_days", day)),
  };
}

ZbWishAge
zb_wish_age (ZbDate published, ZbDate promised, gboolean has_left, const ZbWishLimits *limits)
{
  if (zb_date_is_set (promised) && zb_date_compare (promised, limits->day) < 0)
    return ZB_WISH_OVERDUE;
  if (zb_date_is_set (promised) && zb_date_compare (promised, limits->remind_until) <= 0)
    return ZB_WISH_DUE_SOON;
  if (has_left && zb_date_is_complete (published) && zb_date_compare (published, limits->unclaimed_since) <= 0)
    return ZB_WISH_UNCLAIMED;
  return ZB_WISH_ON_TIME;
}

int
zb_wish_split_hours (int tenths, guint n, guint index)
{
  int share = tenths / (int) MAX (n, 1), rest = tenths % (int) MAX (n, 1);

  return share + ((int) index < rest ? 1 : 0);
}
