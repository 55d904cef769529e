/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mark that nobody knows was meant to be. */
#include "config.h"

#include <string.h>

#include "exchange/template/zb-template-private.h"

/* How many are proposed. */
#define N_SUGGESTIONS 3

/* Half of the letters at least are the same; a little more where another word is known to mean it. */
#define FARTHEST 85
#define FARTHEST_BESIDE 60

/* What people call a thing that no list calls so, with | between, and what lists call it, the likeliest first. Only proposed:
 * 日期 may be the day of the list or that of a signature. */
static const struct {
  const char *words;
  const char *known;
} synonyms[] = {
  { "支部名|支部名字|本支部名称|组织|组织名|组织名称|所在组织|所属组织|所属党组织|党组织关系所在地", "所在党支部|党组织" },
  { "党委|党委名|党委名称|上级|上级党委|上级组织|上级党组织|所属党委", "党组织|所在党支部" },
  { "姓氏|姓名字|人名|同志|党员|何人", "姓名" },
  { "男女|男/女", "性别" },
  { "男同志|男同志数|男同志人数", "男" },
  { "女同志|女同志数|女同志人数|妇女|妇女人数", "女" },
  { "族别|民族成份|民族成分", "民族" },
  { "生辰|诞辰|出生年份|何时出生", "出生日期|出生年月" },
  { "岁数|年纪|周岁|年岁|岁", "年龄" },
  { "祖籍|原籍|老家", "籍贯" },
  { "文凭|教育水平|文化水平", "学历" },
  { "手机电话|联络电话|联络方式|通讯方式|本人联系方式|手提电话|短号", "联系电话" },
  { "宅电|住宅电话|家庭电话|办公电话号码", "固定电话|联系电话" },
  { "证件|证号|身份证件|身份证明号码", "公民身份号码" },
  { "地址|住处|家庭居住地|居住地点|详细地址", "家庭住址" },
  { "户口|户口地|户籍地", "户籍所在地" },
  { "单位名称|所在公司|公司|企业", "工作单位及职务|党组织" },
  { "职务|职位|任职|岗位职务|担任职务", "党内职务|行政职务|工作单位及职务" },
  { "党务|党务工作|党内岗位", "党内职务" },
  { "身份|人员类型|人员性质|党员分类|党员状态", "人员类别" },
  { "政治生日|入党纪念日|加入时间|入党年份|何时加入", "入党时间" },
  { "期满时间|期满日期|预备期满|预备期满时间|预备期满日期|应转正时间|应转正日期|转正期限", "预备期满日" },
  { "党籍年限|党内年限|入党年限|入党几年", "党龄" },
  { "介绍人一|第一介绍人", "入党介绍人" },
  { "介绍人二|第二介绍人", "入党介绍人2" },
  { "联系人|培养人一|培养人员|培养联系", "培养联系人" },
  { "递交申请书|申请书时间|写申请时间|提交申请时间", "申请入党时间" },
  { "宣誓时间|何时宣誓", "宣誓日期" },
  { "日期|落款日期|落款时间|制表时间|导出日期|年月日|当天|今日", "今天|截至日期" },
  { "统计时间|数据时间|截至", "截至日期" },
  { "统计人|录入人|填写人", "填表人" },
  { "名称|表头|表格标题|抬头", "标题" },
  { "编号|序列|顺序|顺序号|行号|排号|工号|号", "序号" },
  { "总计|总共|小计|人数合计|共", "合计|共几人" },
  { "签收|签名处|签字处|签名栏|领取人签字|本人签字", "签名" },
  { "附注|其他|补充说明", "备注" },
  { "会场|开会地点|会议地点|活动场所", "地点" },
  { "主持|会议主持", "主持人" },
  { "会议主题|会议内容|主题", "会议名称|议题" },
};

/* How many letters have to be changed, put in or taken out. */
static guint
distance (const gunichar *a, glong n, const gunichar *b, glong m)
{
  g_autofree guint *row = g_new (guint, (gsize) m + 1);

  for (glong j = 0; j <= m; j++)
    row[j] = (guint) j;
  for (glong i = 1; i <= n; i++)
    {
      guint before = row[0];

      row[0] = (guint) i;
      for (glong j = 1; j <= m; j++)
        {
          guint here = row[j];

          row[j] = MIN (MIN (row[j] + 1, row[j - 1] + 1), before + (a[i - 1] != b[j - 1]));
          before = here;
        }
    }
  return row[m];
}

/* Smaller is nearer; %G_MAXUINT for what has nothing in common. */
static guint
nearness (const char *label, const char *known)
{
  glong n, m;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (label, -1, &n);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (known, -1, &m);
  guint least = (guint) MIN (n, m), most = (guint) MAX (n, m), far;
  gboolean is_inside = strstr (known, label) != NULL || strstr (label, known) != NULL;

  /* That 日 stands in 生日 says nothing. */
  if (least < 2 || most > 60)
    return G_MAXUINT;
  far = distance (a, n, b, m);
  return far < most ? far * 100 / most + (is_inside ? 10 : 20) : G_MAXUINT;
}

static gboolean
is_among (const char *words, const char *word)
{
  g_auto(GStrv) all = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) all, word);
}

static void
propose (GPtrArray *out, const char *means)
{
  if (out->len < N_SUGGESTIONS && !g_ptr_array_find_with_equal_func (out, means, g_str_equal, NULL))
    g_ptr_array_add (out, g_strdup (means));
}

/* What another word stands for comes before what only looks like it. */
static void
propose_synonyms (GPtrArray *out, const char *label, const char *const *known, const char *const *means)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      g_auto(GStrv) called = is_among (synonyms[i].words, label) ? g_strsplit (synonyms[i].known, "|", -1) : NULL;

      for (guint j = 0; called != NULL && called[j] != NULL; j++)
        for (guint k = 0; known[k] != NULL; k++)
          if (strcmp (known[k], called[j]) == 0 || strcmp (means[k], called[j]) == 0)
            propose (out, means[k]);
    }
}

char **
zb_template_suggest (const char *label, const char *const *known, const char *const *means)
{
  GPtrArray *out = g_ptr_array_new ();
  guint n = g_strv_length ((char **) known);
  g_autofree guint *far = g_new (guint, n + 1);
  guint farthest;

  propose_synonyms (out, label, known, means);
  farthest = out->len > 0 ? FARTHEST_BESIDE : FARTHEST;
  for (guint i = 0; i < n; i++)
    far[i] = nearness (label, known[i]);
  for (guint reach = 0; reach <= farthest && out->len < N_SUGGESTIONS; reach++)
    for (guint i = 0; i < n; i++)
      if (far[i] == reach)
        propose (out, means[i]);
  g_ptr_array_add (out, NULL);
  return (char **) g_ptr_array_free (out, FALSE);
}
