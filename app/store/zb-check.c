/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "store/zb-check-private.h"
#include "store/zb-records.h"

void
zb_finding_free (ZbFinding *finding)
{
  g_free (finding->rule);
  g_free (finding->title);
  g_strfreev (finding->values);
  g_free (finding->source);
  g_free (finding);
}

void
zb_checker_add (ZbChecker *checker, ZbFindingLevel level, const char *rule, const ZbKind *kind, gint64 record, const char *title,
                const char *rule_key, ...)
{
  const ZbRule *source = rule_key != NULL && checker->rules != NULL ? zb_rules_get (checker->rules, rule_key, checker->as_of) : NULL;
  g_autoptr(GStrvBuilder) values = g_strv_builder_new ();
  ZbFinding *finding = g_new0 (ZbFinding, 1);
  const char *value;
  va_list args;

  va_start (args, rule_key);
  while ((value = va_arg (args, const char *)) != NULL)
    g_strv_builder_add (values, value);
  va_end (args);
  finding->level = level;
  finding->rule = g_strdup (rule);
  finding->kind = kind;
  finding->record = record;
  finding->title = g_strdup (title);
  finding->values = g_strv_builder_end (values);
  finding->source = source != NULL ? g_strdup (source->source) : NULL;
  g_ptr_array_add (checker->out, finding);
}

ZbRules *
zb_rules_load (ZbDb *db, GError **error)
{
  g_autoptr(ZbRules) rules = zb_rules_new (error);
  g_autoptr(GPtrArray) overrides = rules != NULL ? zb_records_list (db, &zb_kind_rule, NULL, NULL, FALSE, error) : NULL;

  if (overrides == NULL)
    return NULL;
  for (guint i = 0; i < overrides->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (overrides, i);
      const ZbRule *own = zb_rules_get (rules, zb_record_get (record, "key"), ZB_DATE_NONE);
      ZbRule rule = {
        .key = (char *) zb_record_get (record, "key"),
        .value = g_ascii_strtod (zb_record_get (record, "value"), NULL),
        .unit = own != NULL ? own->unit : NULL,
        .source = (char *) (zb_record_get (record, "source") != NULL ? zb_record_get (record, "source") : zb_record_get (record, "reason")),
        .reason = (char *) zb_record_get (record, "reason"),
      };

      zb_date_parse (zb_record_get (record, "started_on"), &rule.from, NULL);
      zb_date_parse (zb_record_get (record, "ended_on"), &rule.to, NULL);
      if (own != NULL)
        zb_rules_override (rules, &rule);
    }
  return g_steal_pointer (&rules);
}

GPtrArray *
zb_check_run (ZbDb *db, ZbDate as_of, gboolean quick, ZbProgressFunc progress, gpointer user_data, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_finding_free);
  g_autoptr(ZbRules) rules = NULL;
  ZbChecker checker = { db, as_of, NULL, out, progress, user_data };

  if (!quick && !zb_check_file (&checker, error))
    return NULL;
  /* A damaged file cannot be read further with any sense. */
  if (out->len > 0)
    return g_steal_pointer (&out);
  if (!(rules = zb_rules_load (db, error)))
    return NULL;
  checker.rules = rules;
  if ((!quick && (!zb_check_log (&checker, error) || !zb_check_attachments (&checker, error) || !zb_check_templates (&checker, error))) || !zb_check_people (&checker, error) || !zb_check_organizations (&checker, error)
      || !zb_check_life (&checker, error) || !zb_check_service (&checker, error))
    return NULL;
  return g_steal_pointer (&out);
}

GPtrArray *
zb_check_member (ZbDb *db, const ZbRecord *record, ZbDate as_of, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_finding_free);
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);
  ZbChecker checker = { db, as_of, rules, out, NULL, NULL };

  if (rules == NULL)
    return NULL;
  zb_check_one_person (&checker, record);
  return g_steal_pointer (&out);
}
