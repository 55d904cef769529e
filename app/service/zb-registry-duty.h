/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"
#include "store/life/zb-plan.h"
#include "store/life/zb-year.h"

G_BEGIN_DECLS

/*
 * What a year asks of a branch, what was planned for it and what became of that.
 */

/** zb_registry_duty_words: what the rule says to one month of a row of zb_registry_year(), @month 0 is January. Returns: (transfer full) */
char *zb_registry_duty_words (ZbRegistry *self, const ZbYearRow *row, int year, guint month);

/** zb_registry_rule: the number of a rule that must exist. */
double zb_registry_rule (ZbRegistry *self, const char *key, ZbDate day);

/** zb_registry_rule_words: a rule as its source has it, "" when there is none. Returns: (transfer full) */
char *zb_registry_rule_words (ZbRegistry *self, const char *key, ZbDate day);

/** zb_registry_plan: the year plan beside what was done, see zb_plan_compare(). Returns: (transfer full) (element-type ZbPlanLine) */
GPtrArray *zb_registry_plan (ZbRegistry *self, gint64 org, int year, GError **error);

/** zb_plan_state_words: what became of an item, in a word or two, with the days that differ. Returns: (transfer full) */
char *zb_plan_state_words (const ZbPlanLine *line);

G_END_DECLS
