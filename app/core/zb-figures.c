/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-figures.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-member-columns.h"

#define PARTY "category=full|probationary"

/* Of a table that was declared. */
typedef struct {
  const char *label;
  const char *words;
  const char *filter;
} Declared;

/* What one pass over everybody counts; the conditions find the same people. */
static const struct {
  Declared figure;
  glong count;
} summary[] = {
  { { "党员总数", "党员总数|党员数|党员人数|党员总人数", PARTY }, G_STRUCT_OFFSET (ZbMemberCounts, party) },
  { { "正式党员", "正式党员数|正式党员人数|正式党员总数|正式党员", "category=full" }, G_STRUCT_OFFSET (ZbMemberCounts, full) },
  { { "预备党员", "预备党员数|预备党员人数|预备党员总数|预备党员", "category=probationary" }, G_STRUCT_OFFSET (ZbMemberCounts, probationary) },
  { { "女党员", "女党员数|女党员人数|女党员", PARTY " and sex=2" }, G_STRUCT_OFFSET (ZbMemberCounts, women) },
  { { "少数民族党员", "少数民族党员数|少数民族党员人数|少数民族党员", PARTY " and ethnicity!=01" }, G_STRUCT_OFFSET (ZbMemberCounts, minority) },
  { { "35岁及以下党员", "35岁及以下党员数|35岁以下党员数|35岁及以下党员|35岁以下党员|35岁及以下人数|35岁以下人数|35岁及以下|35岁以下", PARTY " and age<=35" },
    G_STRUCT_OFFSET (ZbMemberCounts, under_35) },
  { { "61岁及以上党员", "61岁及以上党员数|61岁以上党员数|61岁及以上党员|61岁以上党员|61岁及以上人数|61岁以上人数|61岁及以上|61岁以上", PARTY " and age>=61" },
    G_STRUCT_OFFSET (ZbMemberCounts, over_60) },
  { { "大专及以上学历党员", "大专及以上党员数|大专以上党员数|大专及以上学历党员数|大专以上学历党员数|大专及以上学历党员|大专及以上人数|大专以上人数|大专及以上学历人数|大专以上学历人数|大专及以上|大专以上|大专及以上学历|大专以上学历",
      PARTY " and 大专以上" }, G_STRUCT_OFFSET (ZbMemberCounts, college) },
  { { "流动党员", "流动党员数|流动党员人数|流动党员", PARTY " and floating=1" }, G_STRUCT_OFFSET (ZbMemberCounts, floating) },
  { { "失联党员", "失联党员数|失联党员人数|失联党员", PARTY " and lost=1" }, G_STRUCT_OFFSET (ZbMemberCounts, lost) },
  { { "发展对象", "发展对象数|发展对象人数|发展对象", "category=candidate" }, G_STRUCT_OFFSET (ZbMemberCounts, candidate) },
  { { "入党积极分子", "入党积极分子数|积极分子数|入党积极分子人数|积极分子人数|入党积极分子|积极分子", "category=activist" }, G_STRUCT_OFFSET (ZbMemberCounts, activist) },
  { { "入党申请人", "入党申请人数|入党申请人总数|申请入党人数|申请人数|入党申请人", "category=applicant" }, G_STRUCT_OFFSET (ZbMemberCounts, applicant) },
};

static const Declared of_list[] = {
  { "男", "男|男性|男性数|男性人数|男人数|男数", "sex=1" },
  { "女", "女|女性|女性数|女性人数|女人数|女数", "sex=2" },
  { "少数民族", "少数民族数|少数民族人数|少数民族", "ethnicity!=01" },
};

static const Declared ages[] = {
  { "30岁及以下", "30岁及以下人数|30岁以下人数|30岁及以下|30岁以下", PARTY " and age<=30" },
  { "31至35岁", "31至35岁人数|31至35岁|31岁至35岁", PARTY " and age=31..35" },
  { "36至40岁", "36至40岁人数|36至40岁|36岁至40岁", PARTY " and age=36..40" },
  { "41至45岁", "41至45岁人数|41至45岁|41岁至45岁", PARTY " and age=41..45" },
  { "46至50岁", "46至50岁人数|46至50岁|46岁至50岁", PARTY " and age=46..50" },
  { "51至55岁", "51至55岁人数|51至55岁|51岁至55岁", PARTY " and age=51..55" },
  { "56至60岁", "56至60岁人数|56至60岁|56岁至60岁", PARTY " and age=56..60" },
  { "61岁及以上", NULL, PARTY " and age>=61" },
};

/* Bounds of the bulletin: October 1949, the Third Plenum of December 1978, the Congress of November 2012. */
static const Declared joined[] = {
  { "新中国成立前", "新中国成立前入党人数|新中国成立前入党|新中国成立前", PARTY " and joined_on<=1949-09-30" },
  { "新中国成立后至十一届三中全会前", "新中国成立后至十一届三中全会前入党人数|新中国成立后至十一届三中全会前入党|新中国成立后至十一届三中全会前", PARTY " and joined_on=1949-10-01..1978-12-17" },
  { "十一届三中全会后至党的十八大前", "十一届三中全会后至党的十八大前入党人数|十一届三中全会后至党的十八大前入党|十一届三中全会后至党的十八大前", PARTY " and joined_on=1978-12-18..2012-11-07" },
  { "党的十八大以来", "党的十八大以来入党人数|党的十八大以来入党|党的十八大以来", PARTY " and joined_on>=2012-11-08" },
};

static const Declared standings[] = {
  { "预备期", NULL, "category=probationary" },
  { "不满10年", "党龄不满10年人数|党龄不满10年", "category=full and standing<10" },
  { "10至19年", "党龄10至19年人数|党龄10至19年", "category=full and standing=10..19" },
  { "20至29年", "党龄20至29年人数|党龄20至29年", "category=full and standing=20..29" },
  { "30至39年", "党龄30至39年人数|党龄30至39年", "category=full and standing=30..39" },
  { "40至49年", "党龄40至49年人数|党龄40至49年", "category=full and standing=40..49" },
  { "50年及以上", "党龄50年及以上人数|党龄50年以上人数|党龄50年及以上|党龄50年以上|50年及以上党龄人数|50年以上党龄人数", "category=full and standing>=50" },
};

/* What forms call the members of a code table. */
static const struct {
  const char *table;
  const char *code;
  const char *words;
} code_words[] = {
  { "sex", "1", "男党员数|男党员人数|男党员" },
  { "education_band", "postgraduate", "研究生人数|研究生党员数|研究生学历人数|研究生" },
  { "education_band", "bachelor", "大学本科人数|本科人数|大学本科党员数|本科党员数|大学本科学历人数|本科学历人数|大学本科|本科" },
  { "education_band", "college", "大学专科人数|专科人数|大专人数|大学专科党员数|大专党员数|大学专科学历人数|大专学历人数|大学专科|大专" },
  { "education_band", "secondary", "中专人数|中专党员数|中专学历人数|中专" },
  { "education_band", "high", "高中、中技人数|高中中技人数|高中人数|高中、中技党员数|高中学历人数|高中、中技|高中中技|高中" },
  { "education_band", "junior", "初中及以下人数|初中及以下党员数|初中以下人数|初中及以下学历人数|初中及以下|初中以下" },
};

static void
figure_free (gpointer data)
{
  ZbFigure *figure = data;

  g_free (figure->label);
  g_free (figure->words);
  g_free (figure->filter);
  g_free (figure);
}

/* @filter: (transfer full) */
static ZbFigure *
add (GPtrArray *out, const char *label, const char *words, char *filter, glong count)
{
  ZbFigure *figure = g_new0 (ZbFigure, 1);

  figure->label = g_strdup (label);
  figure->words = g_strdup (words);
  figure->filter = filter;
  figure->count = count;
  g_ptr_array_add (out, figure);
  return figure;
}

static void
add_declared (GPtrArray *out, const Declared *declared, guint n)
{
  for (guint i = 0; i < n; i++)
    add (out, declared[i].label, declared[i].words, g_strdup (declared[i].filter), -1);
}

static const char *
words_of (const char *table, const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (code_words); i++)
    if (strcmp (code_words[i].table, table) == 0 && strcmp (code_words[i].code, code) == 0)
      return code_words[i].words;
  return NULL;
}

static void
add_unknown (GPtrArray *out, const char *field)
{
  add (out, "未填", NULL, g_strdup_printf (PARTY " and %s=?", field), -1);
}

/* One figure for each code of a table. */
static void
add_codes (GPtrArray *out, const char *field)
{
  const ZbCodeTable *table = zb_code_table_get (field);

  for (guint i = 0; i < table->n_codes; i++)
    {
      const ZbCode *code = &table->codes[i];
      g_autofree char *plain = strcmp (field, "job") == 0 ? g_strdup_printf ("%s人数|%s数", code->label, code->label) : NULL;

      add (out, code->label, plain != NULL ? plain : words_of (field, code->code), g_strdup_printf (PARTY " and %s=%s", field, code->code), -1)->only_if_any = TRUE;
    }
  add_unknown (out, field);
}

/* All codes of each band together. */
static void
add_bands (GPtrArray *out)
{
  const ZbCodeTable *bands = zb_code_table_get ("education_band");
  const ZbCodeTable *table = zb_code_table_get ("education");

  for (guint i = 0; i < bands->n_codes; i++)
    {
      g_autoptr(GString) filter = g_string_new (PARTY " and education=");
      gsize start = filter->len;

      for (guint j = 0; j < table->n_codes; j++)
        if (g_strcmp0 (table->codes[j].band, bands->codes[i].code) == 0)
          g_string_append_printf (filter, "%s%s", filter->len > start ? "|" : "", table->codes[j].code);
      if (filter->len > start)
        add (out, bands->codes[i].label, words_of ("education_band", bands->codes[i].code), g_strdup (filter->str), -1);
    }
  add_unknown (out, "education");
}

GPtrArray *
zb_figures_new (const char *table)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func (figure_free);

  if (strcmp (table, "summary") == 0)
    for (guint i = 0; i < G_N_ELEMENTS (summary); i++)
      add (out, summary[i].figure.label, summary[i].figure.words, g_strdup (summary[i].figure.filter), summary[i].count)->before_joining
        = summary[i].count == G_STRUCT_OFFSET (ZbMemberCounts, candidate) || summary[i].count == G_STRUCT_OFFSET (ZbMemberCounts, activist)
          || summary[i].count == G_STRUCT_OFFSET (ZbMemberCounts, applicant);
  else if (strcmp (table, "list") == 0)
    add_declared (out, of_list, G_N_ELEMENTS (of_list));
  else if (strcmp (table, "age") == 0)
    add_declared (out, ages, G_N_ELEMENTS (ages));
  else if (strcmp (table, "joined") == 0)
    add_declared (out, joined, G_N_ELEMENTS (joined));
  else if (strcmp (table, "standing") == 0)
    add_declared (out, standings, G_N_ELEMENTS (standings));
  else if (strcmp (table, "education") == 0)
    add_bands (out);
  else if (strcmp (table, "sex") == 0 || strcmp (table, "ethnicity") == 0 || strcmp (table, "job") == 0)
    add_codes (out, table);
  else
    return NULL;
  return g_steal_pointer (&out);
}
