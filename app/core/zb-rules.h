/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/zb-date.h"

G_BEGIN_DECLS

/**
 * ZbRule:
 * @key: `branch.min_full_members`, `term.years.branch` …
 * @value: the number
 * @unit: `people`, `months`, `years`, `days`, `share` …
 * @source: where the number stands, in Chinese
 * @from: day from which it holds; unknown: always
 *
 * One number of the Party's rules, as data. An office may override one with a reason (kind `rule`).
 */
typedef struct {
  char *key;
  double value;
  char *unit;
  char *source;
  char *reason;
  ZbDate from;
  ZbDate to;
} ZbRule;

/** ZbRules: the rules in force, defaults and overrides together; immutable once loaded. */
typedef struct _ZbRules ZbRules;

/**
 * zb_rules_new:
 * @error: %ZB_DATA_ERROR_BAD_VALUE when the bundled table is damaged
 *
 * The defaults, from the table compiled in from `data/rules.tsv`.
 */
ZbRules *zb_rules_new (GError **error);
void zb_rules_free (ZbRules *rules);

/** zb_rules_override: adds an office's own value; later ones win. */
void zb_rules_override (ZbRules *rules, const ZbRule *rule);

/** zb_rules_get: Returns: (nullable): the rule that holds on @day (unknown @day: the latest). */
const ZbRule *zb_rules_get (ZbRules *rules, const char *key, ZbDate day);

/** zb_rules_each: the rules of the bundled table, in its order. Returns: (transfer container) (element-type ZbRule): as long as @rules is there */
GPtrArray *zb_rules_each (ZbRules *rules);

/** zb_rules_value: the number of a rule that must exist. */
double zb_rules_value (ZbRules *rules, const char *key, ZbDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbRules, zb_rules_free)

G_END_DECLS
