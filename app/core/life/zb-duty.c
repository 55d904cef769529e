/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-duty.h"

const char *
zb_duty_rule (ZbMeetingKind kind)
{
  switch (kind)
    {
    case ZB_MEETING_ASSEMBLY: return "freq.assembly";
    case ZB_MEETING_COMMITTEE: return "freq.committee";
    case ZB_MEETING_GROUP: return "freq.group";
    case ZB_MEETING_LECTURE: return "freq.lecture";
    case ZB_MEETING_THEME_DAY: return "freq.theme_day";
    case ZB_MEETING_LIFE: return "freq.life_meeting";
    case ZB_MEETING_APPRAISAL: return "freq.appraisal";
    case ZB_MEETING_STUDY:
    case ZB_MEETING_DEMOCRATIC_LIFE:
    case ZB_MEETING_CEREMONY:
    case ZB_MEETING_SERVICE:
    case ZB_MEETING_OTHER:
    case ZB_N_MEETING_KINDS:
      break;
    }
  return NULL;
}

/* Whether the organisation was there from the first day of the period to its last. */
static gboolean
was_there (const ZbDutyYear *known, ZbDate first, ZbDate last)
{
  return (!zb_date_is_set (known->opened) || zb_date_compare (known->opened, first) <= 0)
         && (!zb_date_is_set (known->closed) || zb_date_compare (known->closed, last) > 0);
}

static ZbDutyCell
judge_period (const ZbDutyYear *known, guint from, guint to, ZbDate first, ZbDate last, ZbDate today)
{
  gboolean exempt = TRUE, has_body = FALSE;
  guint held = 0;

  for (guint month = from; month < to; month++)
    {
      held += known->held[month];
      exempt = exempt && known->exempt[month];
      has_body = has_body || known->has_body[month];
    }
  if (held > 0)
    return ZB_DUTY_HELD;
  if (zb_date_compare (first, today) > 0 || !was_there (known, first, last))
    return ZB_DUTY_NONE;
  if (exempt)
    return ZB_DUTY_EXEMPT;
  if (!has_body)
    return ZB_DUTY_NO_BODY;
  return zb_date_compare (last, today) < 0 ? ZB_DUTY_GAP : ZB_DUTY_OPEN;
}

guint
zb_duty_judge (ZbMeetingKind kind, const ZbDutyYear *known, int year, ZbDate today, ZbRules *rules, ZbDutyCell out_cells[12])
{
  ZbDate january = { (gint16) year, 1, 1 };
  const char *key = zb_duty_rule (kind);
  const ZbRule *rule = key != NULL ? zb_rules_get (rules, key, january) : NULL;
  guint length = rule != NULL ? CLAMP ((guint) rule->value, 1, 12) : 1;

  for (guint from = 0; from < 12; from += length)
    {
      guint to = MIN (from + length, 12);
      ZbDate first = { (gint16) year, (guint8) (from + 1), 1 };
      ZbDate last = zb_date_add_days (zb_date_add_months (first, (int) (to - from)), -1);
      ZbDutyCell cell = judge_period (known, from, to, first, last, today);

      if (rule == NULL && cell != ZB_DUTY_HELD)
        cell = ZB_DUTY_NONE;
      for (guint month = from; month < to; month++)
        out_cells[month] = cell;
    }
  return rule != NULL ? length : 0;
}
