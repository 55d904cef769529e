/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-stamp.h"

#define COUNTER_BITS 16

gint64
zb_stamp_next (gint64 last, gint64 now_ms)
{
  return MAX (last + 1, now_ms << COUNTER_BITS);
}

gint64
zb_stamp_ms (gint64 stamp)
{
  return stamp >> COUNTER_BITS;
}
