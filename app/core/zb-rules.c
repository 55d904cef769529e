/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-rules.h"

#include "core/zb-error.h"
#include "zb-rules-table.h"

struct _ZbRules
{
  guint n_bundled;
  GPtrArray *rules; /* (owned) (element-type ZbRule): defaults first, overrides behind them */
};

static void
rule_free (ZbRule *rule)
{
  g_free (rule->key);
  g_free (rule->unit);
  g_free (rule->source);
  g_free (rule->reason);
  g_free (rule);
}

static gboolean
read_day (const char *text, ZbDate *out_day)
{
  *out_day = ZB_DATE_NONE;
  return *text == '\0' || zb_date_parse (text, out_day, NULL);
}

static gboolean
add_line (ZbRules *rules, const char *line, GError **error)
{
  g_auto(GStrv) cells = g_strsplit (line, "\t", -1);
  ZbRule rule = { 0 };
  char *end = NULL;

  if (*line == '\0' || *line == '#')
    return TRUE;
  if (g_strv_length (cells) == 6)
    rule.value = g_ascii_strtod (cells[1], &end);
  if (end == NULL || *end != '\0' || end == cells[1] || !read_day (cells[3], &rule.from) || !read_day (cells[4], &rule.to))
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "damaged line in the rule table: %s", line);
      return FALSE;
    }
  rule.key = cells[0];
  rule.unit = cells[2];
  rule.source = cells[5];
  zb_rules_override (rules, &rule);
  return TRUE;
}

ZbRules *
zb_rules_new (GError **error)
{
  g_autoptr(ZbRules) rules = g_new0 (ZbRules, 1);
  g_auto(GStrv) lines = g_strsplit (zb_rules_table, "\n", -1);

  rules->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_free);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!add_line (rules, lines[i], error))
      return NULL;
  rules->n_bundled = rules->rules->len;
  return g_steal_pointer (&rules);
}

void
zb_rules_free (ZbRules *rules)
{
  if (rules == NULL)
    return;
  g_ptr_array_unref (rules->rules);
  g_free (rules);
}

void
zb_rules_override (ZbRules *rules, const ZbRule *rule)
{
  ZbRule *copy = g_memdup2 (rule, sizeof *rule);

  copy->key = g_strdup (rule->key);
  copy->unit = g_strdup (rule->unit != NULL ? rule->unit : "");
  copy->source = g_strdup (rule->source != NULL ? rule->source : "");
  copy->reason = g_strdup (rule->reason);
  g_ptr_array_add (rules->rules, copy);
}

/* A limit of which only the month or the year is known holds to its end. */
static ZbDate
last_day (ZbDate date)
{
  return (ZbDate) { date.year, date.month != 0 ? date.month : 12, date.day != 0 ? date.day : 31 };
}

static gboolean
holds (const ZbRule *rule, ZbDate day)
{
  if (!zb_date_is_set (day))
    return TRUE;
  return (!zb_date_is_set (rule->from) || zb_date_compare (rule->from, day) <= 0)
         && (!zb_date_is_set (rule->to) || zb_date_compare (day, last_day (rule->to)) <= 0);
}

const ZbRule *
zb_rules_get (ZbRules *rules, const char *key, ZbDate day)
{
  for (guint i = rules->rules->len; i > 0; i--)
    {
      const ZbRule *rule = g_ptr_array_index (rules->rules, i - 1);

      if (g_strcmp0 (rule->key, key) == 0 && holds (rule, day))
        return rule;
    }
  return NULL;
}

GPtrArray *
zb_rules_each (ZbRules *rules)
{
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; i < rules->n_bundled; i++)
    g_ptr_array_add (out, g_ptr_array_index (rules->rules, i));
  return out;
}

double
zb_rules_value (ZbRules *rules, const char *key, ZbDate day)
{
  const ZbRule *rule = zb_rules_get (rules, key, day);

  g_return_val_if_fail (rule != NULL, 0);
  return rule->value;
}
