/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-stats.h"

#include <string.h>

#include "core/zb-codes.h"

/* A figure is nothing but a label and the conditions that find its people, so it always opens to them. */
typedef struct {
  const char *label;
  const char *filter;
} Figure;

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

/* What one pass over everybody counts; the conditions find the same people. */
static const struct {
  Figure figure;
  glong count; /* where it stands in ZbMemberCounts */
} summary[] = {
  { { "党员总数", PARTY }, G_STRUCT_OFFSET (ZbMemberCounts, party) },
  { { "正式党员", "category=full" }, G_STRUCT_OFFSET (ZbMemberCounts, full) },
  { { "预备党员", "category=probationary" }, G_STRUCT_OFFSET (ZbMemberCounts, probationary) },
  { { "女党员", PARTY " and sex=2" }, G_STRUCT_OFFSET (ZbMemberCounts, women) },
  { { "少数民族党员", PARTY " and ethnicity!=01" }, G_STRUCT_OFFSET (ZbMemberCounts, minority) },
  { { "35岁及以下党员", PARTY " and age<=35" }, G_STRUCT_OFFSET (ZbMemberCounts, under_35) },
  { { "61岁及以上党员", PARTY " and age>=61" }, G_STRUCT_OFFSET (ZbMemberCounts, over_60) },
  { { "大专及以上学历党员", PARTY " and 大专以上" }, G_STRUCT_OFFSET (ZbMemberCounts, college) },
  { { "流动党员", PARTY " and floating=1" }, G_STRUCT_OFFSET (ZbMemberCounts, floating) },
  { { "失联党员", PARTY " and lost=1" }, G_STRUCT_OFFSET (ZbMemberCounts, lost) },
  { { "发展对象", "category=candidate" }, G_STRUCT_OFFSET (ZbMemberCounts, candidate) },
  { { "入党积极分子", "category=activist" }, G_STRUCT_OFFSET (ZbMemberCounts, activist) },
  { { "入党申请人", "category=applicant" }, G_STRUCT_OFFSET (ZbMemberCounts, applicant) },
};

static const Figure ages[] = {
  { "30岁及以下", PARTY " and age<=30" },
  { "31至35岁", PARTY " and age=31..35" },
  { "36至40岁", PARTY " and age=36..40" },
  { "41至45岁", PARTY " and age=41..45" },
  { "46至50岁", PARTY " and age=46..50" },
  { "51至55岁", PARTY " and age=51..55" },
  { "56至60岁", PARTY " and age=56..60" },
  { "61岁及以上", PARTY " and age>=61" },
};

/* Bounds of the bulletin: October 1949, the Third Plenum of December 1978, the Congress of November 2012. */
static const Figure joined[] = {
  { "新中国成立前", PARTY " and joined_on<=1949-09-30" },
  { "新中国成立后至十一届三中全会前", PARTY " and joined_on=1949-10-01..1978-12-17" },
  { "十一届三中全会后至党的十八大前", PARTY " and joined_on=1978-12-18..2012-11-07" },
  { "党的十八大以来", PARTY " and joined_on>=2012-11-08" },
};

static const Figure standings[] = {
  { "预备期", "category=probationary" },
  { "不满10年", "category=full and standing<10" },
  { "10至19年", "category=full and standing=10..19" },
  { "20至29年", "category=full and standing=20..29" },
  { "30至39年", "category=full and standing=30..39" },
  { "40至49年", "category=full and standing=40..49" },
  { "50年及以上", "category=full and standing>=50" },
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

static void
add_figure (GPtrArray *out, ZbMemberColumns *columns, const char *label, const char *filter, const char *scope)
{
  g_autofree char *whole = within (filter, scope);
  g_autoptr(ZbFilter) parsed = zb_filter_parse (whole, zb_member_columns_tree (columns), NULL);
  ZbMemberCounts counts = { 0 };

  if (parsed == NULL)
    return;
  zb_member_columns_count (columns, parsed, &counts);
  add_stat (out, label, counts.people, g_steal_pointer (&whole));
}

static void
add_figures (GPtrArray *out, ZbMemberColumns *columns, const Figure *figures, guint n, const char *scope)
{
  for (guint i = 0; i < n; i++)
    add_figure (out, columns, figures[i].label, figures[i].filter, scope);
}

static void
add_summary (GPtrArray *out, ZbMemberColumns *columns, const char *scope)
{
  gboolean scoped = scope != NULL && *scope != '\0';
  g_autoptr(ZbFilter) parsed = scoped ? zb_filter_parse (scope, zb_member_columns_tree (columns), NULL) : NULL;
  ZbMemberCounts counts;

  if (scoped && parsed == NULL)
    return;
  zb_member_columns_count (columns, parsed, &counts);
  for (guint i = 0; i < G_N_ELEMENTS (summary); i++)
    add_stat (out, summary[i].figure.label, G_STRUCT_MEMBER (guint, &counts, summary[i].count), within (summary[i].figure.filter, scope));
}

/* One figure for each code of a table that anybody has, and one for those of whom it is not known. */
static void
add_codes (GPtrArray *out, ZbMemberColumns *columns, const char *field, const char *table_name, const char *scope)
{
  const ZbCodeTable *table = zb_code_table_get (table_name);
  g_autofree char *unknown = g_strdup_printf (PARTY " and %s=?", field);

  for (guint i = 0; table != NULL && i < table->n_codes; i++)
    {
      g_autofree char *filter = g_strdup_printf (PARTY " and %s=%s", field, table->codes[i].code);
      guint before = out->len;

      add_figure (out, columns, table->codes[i].label, filter, scope);
      if (out->len > before && ((ZbStat *) g_ptr_array_index (out, before))->count == 0)
        g_ptr_array_set_size (out, (int) before);
    }
  add_figure (out, columns, "未填", unknown, scope);
}

static void
add_bands (GPtrArray *out, ZbMemberColumns *columns, const char *scope)
{
  const ZbCodeTable *bands = zb_code_table_get ("education_band");
  const ZbCodeTable *table = zb_code_table_get ("education");

  for (guint i = 0; bands != NULL && i < bands->n_codes; i++)
    {
      g_autoptr(GString) filter = g_string_new (PARTY " and education=");
      gsize start = filter->len;

      for (guint j = 0; j < table->n_codes; j++)
        if (g_strcmp0 (table->codes[j].band, bands->codes[i].code) == 0)
          g_string_append_printf (filter, "%s%s", filter->len > start ? "|" : "", table->codes[j].code);
      if (filter->len > start)
        add_figure (out, columns, bands->codes[i].label, filter->str, scope);
    }
  add_figure (out, columns, "未填", PARTY " and education=?", scope);
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

  if (strcmp (name, "summary") == 0)
    add_summary (out, columns, scope);
  else if (strcmp (name, "age") == 0)
    add_figures (out, columns, ages, G_N_ELEMENTS (ages), scope);
  else if (strcmp (name, "joined") == 0)
    add_figures (out, columns, joined, G_N_ELEMENTS (joined), scope);
  else if (strcmp (name, "standing") == 0)
    add_figures (out, columns, standings, G_N_ELEMENTS (standings), scope);
  else if (strcmp (name, "education") == 0)
    add_bands (out, columns, scope);
  else if (strcmp (name, "orgs") == 0)
    add_orgs (out, columns, scope);
  else if (strcmp (name, "sex") == 0 || strcmp (name, "ethnicity") == 0 || strcmp (name, "job") == 0)
    add_codes (out, columns, name, name, scope);
  else
    return NULL;
  return g_steal_pointer (&out);
}
