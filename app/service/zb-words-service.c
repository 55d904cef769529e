/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-words-service.h"

#include <glib/gi18n.h>

char *
zb_words_service (const ZbServiceStanding *standing)
{
  g_autofree char *all = zb_service_hours_text (standing->all), *year = zb_service_hours_text (standing->year);

  if (standing->stars == 0)
    /* Translators: %1$s hours of service ever, %2$s of this year */
    return g_strdup_printf (_("%1$s hours, %2$s of them this year"), all, year);
  if (standing->by_year)
    /* Translators: as before; %3$s a Chinese term like 三星 */
    return g_strdup_printf (_("%1$s hours, %2$s of them this year; %3$s this year"), all, year, zb_service_star_words (standing->stars));
  return g_strdup_printf (_("%1$s hours, %2$s of them this year; %3$s"), all, year, zb_service_star_words (standing->stars));
}
