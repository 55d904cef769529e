/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define RULE N_("Rule")

/* An office's own value in place of a number of the bundled rule table, with the reason for it. */
static const ZbField rule_fields[] = {
  { "key", N_("Rule"), "规则", RULE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 8, NULL },
  { "value", N_("Value"), "数值", RULE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "started_on", N_("From"), "起始日期", RULE, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "ended_on", N_("Until"), "截止日期", RULE, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "source", N_("Source"), "依据", RULE, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "reason", N_("Reason"), "理由", RULE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 8, NULL },
};

static const char *const rule_columns[] = { "key", "value", "started_on", "ended_on", "reason", NULL };

static const ZbDateOrder rule_orders[] = { { "started_on", "ended_on" } };

const ZbKind zb_kind_rule = {
  .name = "rule",
  .table = "rule",
  .label = N_("Rule"),
  .label_plural = N_("Rules"),
  .heading = "规则",
  .title_field = "key",
  .fields = rule_fields,
  .n_fields = G_N_ELEMENTS (rule_fields),
  .list_columns = rule_columns,
  .orders = rule_orders,
  .n_orders = G_N_ELEMENTS (rule_orders),
};
