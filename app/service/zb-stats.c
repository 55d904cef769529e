/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-stats.h"

#include <string.h>

#include "core/zb-figures.h"

#define PARTY "category=full|probationary"

static const ZbStatTable tables[] = {
  { "summary", "党员队伍概况" },
  { "sex", "性别" },
  { "ethnicity", "民族" },
  { "age", "年龄结构" },
  { "education", "学历结构" },
  { "joined", "入党时间" },
  { "standing", "党龄" },
  { "job", "工作岗位" },
  { "orgs", "各党组织党员数" },
};

const ZbStatTable *
zb_stat_tables (guint *out_n)
{
  *out_n = G_N_ELEMENTS (tables);
  return tables;
}

void
zb_stat_free (ZbStat *stat)
{
  g_free (stat->label);
  g_free (stat->filter);
  g_free (stat);
}

/* @filter is taken over. */
static void
add_stat (GPtrArray *out, const char *label, guint count, char *filter)
{
  ZbStat *stat = g_new0 (ZbStat, 1);

  stat->label = g_strdup (label);
  stat->count = count;
  stat->filter = filter;
  g_ptr_array_add (out, stat);
}

/* The filter of a figure within a scope. Returns: (transfer full) */
static char *
within (const char *filter, const char *scope)
{
  return scope != NULL && *scope != '\0' ? g_strdup_printf ("%s and %s", filter, scope) : g_strdup (filter);
}

/* One pass for all that stand in the counts of everybody; the others are counted by their conditions. */
static void
add_figures (GPtrArray *out, ZbMemberColumns *columns, GPtrArray *figures, const char *scope)
{
  gboolean scoped = scope != NULL && *scope != '\0';
  g_autoptr(ZbFilter) whole = scoped ? zb_filter_parse (scope, zb_member_columns_tree (columns), NULL) : NULL;
  gboolean is_counted = FALSE;
  ZbMemberCounts all;

  if (scoped && whole == NULL)
    return;
  for (guint i = 0; i < figures->len; i++)
    {
      const ZbFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *filter = within (figure->filter, scope);
      g_autoptr(ZbFilter) parsed = figure->count < 0 ? zb_filter_parse (filter, zb_member_columns_tree (columns), NULL) : NULL;
      ZbMemberCounts counts = { 0 };

      if (figure->count >= 0 && !is_counted)
        zb_member_columns_count (columns, whole, &all);
      is_counted = is_counted || figure->count >= 0;
      if (parsed != NULL)
        zb_member_columns_count (columns, parsed, &counts);
      else if (figure->count < 0)
        continue;
      if (figure->count >= 0)
        counts.people = G_STRUCT_MEMBER (guint, &all, figure->count);
      if (counts.people > 0 || !figure->only_if_any)
        add_stat (out, figure->label, counts.people, g_steal_pointer (&filter));
    }
}

static void
add_orgs (GPtrArray *out, ZbMemberColumns *columns, const char *scope)
{
  ZbOrgTree *tree = zb_member_columns_tree (columns);
  gboolean scoped = scope != NULL && *scope != '\0';
  g_autoptr(ZbFilter) parsed = scoped ? zb_filter_parse (scope, tree, NULL) : NULL;
  g_autofree ZbMemberCounts *counts = zb_member_columns_count_orgs (columns, parsed, TRUE);

  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);

      if (org->kind != ZB_ORG_GROUP && (parsed != NULL || !scoped))
        add_stat (out, zb_org_short (org), counts[i].party,
                  g_strdup_printf (PARTY " and org=%s%s%s", org->uid, scoped ? " and " : "", scoped ? scope : ""));
    }
}

GPtrArray *
zb_stats_compute (ZbMemberColumns *columns, const char *name, const char *scope)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_stat_free);
  g_autoptr(GPtrArray) figures = NULL;
  gboolean is_table = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    is_table = is_table || strcmp (tables[i].name, name) == 0;
  if (!is_table)
    return NULL;
  if (strcmp (name, "orgs") == 0)
    add_orgs (out, columns, scope);
  else if ((figures = zb_figures_new (name)) != NULL)
    add_figures (out, columns, figures, scope);
  return g_steal_pointer (&out);
}
