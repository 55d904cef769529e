/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-duty.h"

#include <glib/gi18n.h>

#include "service/zb-registry-private.h"
#include "service/zb-words-duty.h"

char *
zb_registry_duty_words (ZbRegistry *self, const ZbYearRow *row, int year, guint month)
{
  return zb_words_duty (self->db, row, year, month);
}

double
zb_registry_rule (ZbRegistry *self, const char *key, ZbDate day)
{
  g_autoptr(ZbRules) rules = zb_rules_load (self->db, NULL);

  return rules != NULL ? zb_rules_value (rules, key, day) : 0;
}

char *
zb_registry_rule_words (ZbRegistry *self, const char *key, ZbDate day)
{
  return zb_words_rule (self->db, key, day);
}

GPtrArray *
zb_registry_plan (ZbRegistry *self, gint64 org, int year, GError **error)
{
  return zb_plan_compare (self->db, org, year, self->today, error);
}

char *
zb_plan_state_words (const ZbPlanLine *line)
{
  g_autofree char *day = line->meeting != NULL ? zb_date_to_print (line->meeting->day) : NULL;

  switch (line->state)
    {
    case ZB_PLAN_AHEAD: return g_strdup (_("Not arranged yet"));
    /* Translators: %s is a day */
    case ZB_PLAN_ARRANGED: return g_strdup_printf (_("Planned for %s"), day);
    case ZB_PLAN_DONE: return g_strdup_printf (_("Held on %s"), day);
    case ZB_PLAN_MOVED: return g_strdup_printf (_("Held in another month: %s"), day);
    case ZB_PLAN_MISSED: return g_strdup (_("Its month is over and it was not held"));
    case ZB_PLAN_EXTRA: return g_strdup (_("Held without standing in the plan"));
    }
  g_assert_not_reached ();
}
