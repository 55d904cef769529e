/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-study.h"

static int
tenths (ZbRules *rules, const char *key, ZbDate day)
{
  return (int) (zb_rules_value (rules, key, day) * 10 + 0.5);
}

int
zb_study_hours (int days, int minutes, ZbRules *rules, ZbDate day)
{
  int halves;

  if (days > 1)
    return days * tenths (rules, "study.hours_per_day", day);
  if (minutes <= 0)
    return 0;
  if (minutes >= zb_rules_value (rules, "study.day_from", day) * 60)
    return tenths (rules, "study.hours_per_day", day);
  if (minutes >= zb_rules_value (rules, "study.half_day_from", day) * 60)
    return tenths (rules, "study.hours_per_half_day", day);
  /* To the nearest half hour, but no study counts nothing. */
  halves = MAX (1, (minutes + 15) / 30);
  return halves * tenths (rules, "study.hours_per_hour", day) / 2;
}
