/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-standing.h"

static const char *const codes[] = { "none", "applicant", "activist", "candidate", "probationary", "full" };

const char *
zb_category_code (ZbCategory category)
{
  return codes[category];
}

ZbCategory
zb_category_from_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return (ZbCategory) i;
  return ZB_CATEGORY_NONE;
}

/* Known to have happened by the day. A month counts from its first day on. */
static gboolean
has_happened (ZbDate date, ZbDate as_of)
{
  return zb_date_is_set (date) && zb_date_compare (date, as_of) <= 0;
}

/* The highest category that no later date forbids: who joins next year is not a member today. */
static ZbCategory
ceiling (const ZbStanding *standing, ZbDate as_of)
{
  const struct { ZbDate date; ZbCategory below; } marks[] = {
    { standing->applied, ZB_CATEGORY_NONE },
    { standing->activist, ZB_CATEGORY_APPLICANT },
    { standing->candidate, ZB_CATEGORY_ACTIVIST },
    { standing->joined, ZB_CATEGORY_CANDIDATE },
    { standing->confirmed, ZB_CATEGORY_PROBATIONARY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (zb_date_is_set (marks[i].date) && !has_happened (marks[i].date, as_of))
      return marks[i].below;
  return ZB_CATEGORY_FULL;
}

ZbCategory
zb_standing_category (const ZbStanding *standing, ZbDate as_of)
{
  ZbCategory by_date = ZB_CATEGORY_NONE;

  if (has_happened (standing->confirmed, as_of))
    return ZB_CATEGORY_FULL;
  if (has_happened (standing->joined, as_of))
    by_date = ZB_CATEGORY_PROBATIONARY;
  else if (has_happened (standing->candidate, as_of))
    by_date = ZB_CATEGORY_CANDIDATE;
  else if (has_happened (standing->activist, as_of))
    by_date = ZB_CATEGORY_ACTIVIST;
  else if (has_happened (standing->applied, as_of))
    by_date = ZB_CATEGORY_APPLICANT;
  return MAX (by_date, MIN (standing->declared, ceiling (standing, as_of)));
}

int
zb_standing_months (const ZbStanding *standing, ZbDate as_of)
{
  if (!has_happened (standing->confirmed, as_of))
    return -1;
  return MAX (0, zb_date_months_between (standing->confirmed, as_of) + standing->correction_months);
}

char *
zb_standing_show (const ZbStanding *standing, ZbDate as_of)
{
  int months = zb_standing_months (standing, as_of);

  if (months >= 0)
    return g_strdup_printf ("%d", months / 12);
  return g_strdup (zb_standing_category (standing, as_of) == ZB_CATEGORY_PROBATIONARY ? "预备期" : "");
}
