/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/service/zb-service.h"

#include "core/zb-clock.h"

static const char *const star_rules[ZB_MOST_STARS] = {
  "volunteer.star1", "volunteer.star2", "volunteer.star3", "volunteer.star4", "volunteer.star5"
};

guint
zb_service_stars (gint64 tenths, ZbRules *rules, ZbDate day)
{
  guint stars = 0;

  /* An office may have given a higher star a lower threshold by mistake: the highest that is reached counts. */
  for (guint i = 0; i < ZB_MOST_STARS; i++)
    if (tenths > 0 && tenths >= (gint64) (zb_rules_value (rules, star_rules[i], day) * 10 + 0.5))
      stars = i + 1;
  return stars;
}

gboolean
zb_service_stars_by_year (ZbRules *rules, ZbDate day)
{
  return zb_rules_value (rules, "volunteer.star_by_year", day) >= 1;
}

const char *
zb_service_star_words (guint stars)
{
  static const char *const words[ZB_MOST_STARS + 1] = { "", "一星", "二星", "三星", "四星", "五星" };

  return words[MIN (stars, ZB_MOST_STARS)];
}

gint64
zb_service_measured (const char *started_at, const char *ended_at)
{
  int begin = zb_clock_parse (started_at), end = zb_clock_parse (ended_at);

  return begin >= 0 && end > begin ? (end - begin + 3) / 6 : 0;
}

char *
zb_service_hours_text (gint64 tenths)
{
  const char *sign = tenths < 0 ? "-" : "";
  gint64 size = ABS (tenths);

  return size % 10 == 0 ? g_strdup_printf ("%s%" G_GINT64_FORMAT, sign, size / 10)
                        : g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d", sign, size / 10, (int) (size % 10));
}

char **
zb_service_shifts (const char *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text != NULL ? text : "", "\n;；", -1);
  g_autoptr(GStrvBuilder) out = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (out, lines[i]);
  return g_strv_builder_end (out);
}
