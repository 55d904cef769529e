/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "core/zb-filter-private.h"

/* One value of a field in its stored form. Returns: (transfer full) (nullable) */
static char *
read_value (const ZbField *field, const char *text, ZbOrgTree *tree)
{
  char *value = NULL;

  if (field->type == ZB_FIELD_LINK)
    {
      const ZbOrg *org = tree != NULL && strcmp (field->link, "organization") == 0 ? zb_org_tree_find (tree, text, NULL) : NULL;

      return org != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, org->id) : NULL;
    }
  return zb_field_read (field, text, &value, NULL) ? value : NULL;
}

static gboolean
parse_word (ZbFilter *filter, const ZbKind *kind, const char *word, ZbOrgTree *tree)
{
  g_autofree char *name = NULL;
  g_auto(GStrv) parts = NULL;
  const ZbField *field;
  const char *text;
  ZbFilterOp op;

  if (!zb_filter_split (word, &name, &op, &text))
    return FALSE;
  field = zb_kind_field (kind, name) != NULL ? zb_kind_field (kind, name) : zb_kind_field_by_heading (kind, name);
  if (field == NULL || !zb_field_is_stored (field))
    return FALSE;
  if (strcmp (text, "?") == 0 && (op == ZB_FILTER_EQUAL || op == ZB_FILTER_NOT))
    {
      zb_filter_add (filter, field->name, op == ZB_FILTER_EQUAL ? ZB_FILTER_UNKNOWN : ZB_FILTER_KNOWN, NULL);
      return TRUE;
    }
  parts = g_strsplit (text, "|", -1);
  if (parts[0] == NULL || (parts[1] != NULL && op != ZB_FILTER_EQUAL && op != ZB_FILTER_NOT))
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = read_value (field, g_strstrip (parts[i]), tree);

      g_free (parts[i]);
      parts[i] = value;
      if (value == NULL)
        {
          /* What stands behind the gap would not be freed with the array. */
          for (char **rest = &parts[i + 1]; *rest != NULL; rest++)
            g_free (*rest);
          return FALSE;
        }
    }
  zb_filter_add (filter, field->name, op, (const char *const *) parts);
  return TRUE;
}

ZbFilter *
zb_filter_parse_fields (const ZbKind *kind, const char *text, ZbOrgTree *tree, GError **error)
{
  g_autoptr(ZbFilter) filter = zb_filter_new ();
  g_autofree char *tidied = text != NULL && g_utf8_validate (text, -1, NULL) ? zb_filter_tidy (text) : NULL;
  g_auto(GStrv) words = g_strsplit (tidied != NULL ? tidied : "", "\n", -1);

  if (text != NULL && tidied == NULL)
    {
      g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FILTER, "condition is not UTF-8");
      return NULL;
    }
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !parse_word (filter, kind, words[i], tree))
      {
        g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FILTER, "“%s” is not a condition", words[i]);
        return NULL;
      }
  return g_steal_pointer (&filter);
}

/* Numbers by their size; dates and texts as they are stored, where a month stands before its days. */
static int
compare (const ZbField *field, const char *a, const char *b)
{
  gint64 one = g_ascii_strtoll (a, NULL, 10), other = g_ascii_strtoll (b, NULL, 10);

  if (field->type == ZB_FIELD_INTEGER || field->type == ZB_FIELD_MONEY || field->type == ZB_FIELD_HOURS)
    return one < other ? -1 : one > other;
  return strcmp (a, b);
}

static gboolean
meets (const ZbCondition *condition, const ZbField *field, const char *value)
{
  const char *first = condition->values[0];

  switch (condition->op)
    {
    case ZB_FILTER_KNOWN: return value != NULL;
    case ZB_FILTER_UNKNOWN: return value == NULL;
    case ZB_FILTER_EQUAL:
    case ZB_FILTER_IN: return value != NULL && g_strv_contains ((const char *const *) condition->values, value);
    case ZB_FILTER_NOT: return value != NULL && !g_strv_contains ((const char *const *) condition->values, value);
    case ZB_FILTER_LESS: return value != NULL && compare (field, value, first) < 0;
    case ZB_FILTER_AT_MOST: return value != NULL && compare (field, value, first) <= 0;
    case ZB_FILTER_AT_LEAST: return value != NULL && compare (field, value, first) >= 0;
    case ZB_FILTER_MORE: return value != NULL && compare (field, value, first) > 0;
    case ZB_FILTER_BETWEEN:
      return value != NULL && compare (field, value, first) >= 0 && compare (field, value, condition->values[1]) <= 0;
    default: g_return_val_if_reached (FALSE);
    }
}

gboolean
zb_filter_matches (const ZbFilter *filter, const ZbRecord *record)
{
  for (guint i = 0; i < zb_filter_size (filter); i++)
    {
      const ZbCondition *condition = zb_filter_at (filter, i);
      int at = zb_kind_field_index (record->kind, condition->field);

      if (at < 0 || !meets (condition, &record->kind->fields[at], record->values[at]))
        return FALSE;
    }
  return TRUE;
}
