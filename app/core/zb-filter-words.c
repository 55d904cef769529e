/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-filter-private.h"

static char *
org_text (const char *id, ZbOrgTree *tree, gboolean as_words)
{
  const ZbOrg *org = tree != NULL ? zb_org_tree_get (tree, g_ascii_strtoll (id, NULL, 10)) : NULL;

  return g_strdup (org == NULL ? id : as_words ? zb_org_short (org) : org->uid);
}

static const char *
op_text (ZbFilterOp op)
{
  switch (op)
    {
    case ZB_FILTER_NOT: return "!=";
    case ZB_FILTER_LESS: return "<";
    case ZB_FILTER_AT_MOST: return "<=";
    case ZB_FILTER_AT_LEAST: return ">=";
    case ZB_FILTER_MORE: return ">";
    case ZB_FILTER_KNOWN: return "!=?";
    case ZB_FILTER_UNKNOWN: return "=?";
    case ZB_FILTER_EQUAL:
    case ZB_FILTER_BETWEEN:
    case ZB_FILTER_IN:
      break;
    }
  return "=";
}

char *
zb_filter_to_text (const ZbFilter *filter, ZbOrgTree *tree)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < zb_filter_size (filter); i++)
    {
      const ZbCondition *condition = zb_filter_at (filter, i);
      gboolean is_org = zb_filter_shape (condition->field, NULL) == ZB_FILTER_SHAPE_ORG;

      g_string_append_printf (out, "%s%s%s", i > 0 ? " and " : "", condition->field, op_text (condition->op));
      for (guint j = 0; condition->values[j] != NULL; j++)
        {
          g_autofree char *value = is_org ? org_text (condition->values[j], tree, FALSE) : g_strdup (condition->values[j]);

          g_string_append_printf (out, "%s%s", j == 0 ? "" : condition->op == ZB_FILTER_BETWEEN ? ".." : "|", value);
        }
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The values of one condition as people read them. */
static char *
values_words (const ZbCondition *condition, ZbOrgTree *tree)
{
  const char *codes;
  ZbFilterShape shape = zb_filter_shape (condition->field, &codes);
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      const char *value = condition->values[i];
      g_autofree char *text = NULL;
      ZbDate date;

      if (shape == ZB_FILTER_SHAPE_CODE)
        text = g_strdup (zb_code_label (zb_code_table_get (codes), value));
      else if (shape == ZB_FILTER_SHAPE_BOOLEAN)
        text = g_strdup (strcmp (value, "1") == 0 ? "是" : "否");
      else if (shape == ZB_FILTER_SHAPE_DATE && zb_date_parse (value, &date, NULL))
        text = zb_date_to_print (date);
      else if (shape == ZB_FILTER_SHAPE_ORG)
        text = org_text (value, tree, TRUE);
      else
        text = g_strdup (value);
      g_string_append_printf (out, "%s%s", i == 0 ? "" : condition->op == ZB_FILTER_BETWEEN ? "至" : "、", text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
bound_words (const ZbCondition *condition, const char *values)
{
  const char *heading = zb_filter_heading (condition->field);
  gboolean is_age = strcmp (condition->field, "age") == 0;
  gboolean is_date = zb_filter_shape (condition->field, NULL) == ZB_FILTER_SHAPE_DATE;
  const char *unit = is_age ? "岁" : strcmp (condition->field, "standing") == 0 ? "年" : "";

  /* 45岁及以下 and 大学本科及以上 say themselves what they are said of. */
  if (is_age || strcmp (condition->field, "education") == 0)
    heading = "";
  switch (condition->op)
    {
    case ZB_FILTER_AT_MOST: return g_strdup_printf ("%s%s%s%s", heading, values, unit, is_date ? "及以前" : "及以下");
    case ZB_FILTER_AT_LEAST: return g_strdup_printf ("%s%s%s%s", heading, values, unit, is_date ? "及以后" : "及以上");
    case ZB_FILTER_LESS: return g_strdup_printf (is_date ? "%s%s%s以前" : "%s不到%s%s", heading, values, unit);
    case ZB_FILTER_MORE: return g_strdup_printf (is_date ? "%s%s%s以后" : "%s超过%s%s", heading, values, unit);
    case ZB_FILTER_NOT: return g_strdup_printf ("%s不是%s", zb_filter_heading (condition->field), values);
    case ZB_FILTER_KNOWN: return g_strdup_printf ("%s已填", zb_filter_heading (condition->field));
    case ZB_FILTER_UNKNOWN: return g_strdup_printf ("%s未填", zb_filter_heading (condition->field));
    case ZB_FILTER_EQUAL:
    case ZB_FILTER_BETWEEN:
    case ZB_FILTER_IN:
      break;
    }
  return g_strdup_printf ("%s%s%s", heading, values, unit);
}

static char *
condition_words (const ZbCondition *condition, ZbOrgTree *tree)
{
  static const char *const plain[] = { "sex", "category", "org", "group", "ethnicity", "education", "degree", "post", "state", NULL };
  g_autofree char *values = values_words (condition, tree);

  if (strcmp (condition->field, "ethnicity") == 0 && condition->op == ZB_FILTER_NOT && g_strcmp0 (condition->values[0], "01") == 0)
    return g_strdup ("少数民族");
  if ((condition->op == ZB_FILTER_EQUAL || condition->op == ZB_FILTER_IN) && g_strv_contains (plain, condition->field))
    return g_steal_pointer (&values);
  if (zb_filter_shape (condition->field, NULL) == ZB_FILTER_SHAPE_BOOLEAN && condition->op == ZB_FILTER_EQUAL)
    return g_strdup_printf ("%s：%s", zb_filter_heading (condition->field), values);
  return bound_words (condition, values);
}

char *
zb_filter_to_words (const ZbFilter *filter, ZbOrgTree *tree)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < zb_filter_size (filter); i++)
    {
      g_autofree char *words = condition_words (zb_filter_at (filter, i), tree);

      g_string_append_printf (out, "%s%s", i > 0 ? " 且 " : "", words);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
