/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-filter-private.h"

G_DEFINE_BOXED_TYPE (ZbFilter, zb_filter, zb_filter_ref, zb_filter_unref)

static void
condition_free (ZbCondition *condition)
{
  g_free (condition->field);
  g_strfreev (condition->values);
  g_free (condition);
}

ZbFilter *
zb_filter_new (void)
{
  ZbFilter *filter = g_new0 (ZbFilter, 1);

  g_atomic_ref_count_init (&filter->refs);
  filter->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) condition_free);
  return filter;
}

ZbFilter *
zb_filter_ref (ZbFilter *filter)
{
  g_atomic_ref_count_inc (&filter->refs);
  return filter;
}

void
zb_filter_unref (ZbFilter *filter)
{
  if (filter == NULL || !g_atomic_ref_count_dec (&filter->refs))
    return;
  g_ptr_array_unref (filter->conditions);
  g_free (filter);
}

void
zb_filter_add (ZbFilter *filter, const char *field, ZbFilterOp op, const char *const *values)
{
  ZbCondition *condition = g_new0 (ZbCondition, 1);
  static const char *const none[] = { NULL };

  condition->field = g_strdup (field);
  condition->op = op;
  condition->values = g_strdupv ((char **) (values != NULL ? values : none));
  g_ptr_array_add (filter->conditions, condition);
}

guint
zb_filter_size (const ZbFilter *filter)
{
  return filter != NULL ? filter->conditions->len : 0;
}

const ZbCondition *
zb_filter_at (const ZbFilter *filter, guint i)
{
  return g_ptr_array_index (filter->conditions, i);
}
