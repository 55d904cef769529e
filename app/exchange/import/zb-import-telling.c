/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row is that is no record, by its words. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"

/* With these a row begins that is no record. */
static const char *const totals[] = { "合计", "小计", "总计", "共计", "累计", "本页小计", "本页合计", "合　计", "其中:", "其中女", "其中男", "其中正式", "其中预备", "汇总", "总数", "总人数", "平均", NULL };

/* With these one ends: 第一党支部 汇总, as spreadsheets write subtotals, 第二党支部小计：1人. */
static const char *const total_ends[] = { "小计", "合计", "总计", "汇总", "计数", NULL };
static const char *const footers[] = {
  "填表", "制表", "审核", "审批", "填报", "截至", "截止", "备注:", "注:", "注1", "说明:", "填写说明", "填表说明", "打印日期", "打印时间", "制表日期", "负责人:",
  "单位负责人", "支部书记签", "党支部书记签", "党支部书记:", "书记签", "支部书记:", "书记:", "联系人:", "联系电话:", "经办人", "复核", "日期:", "(盖章)", "盖章", "签字", "签名", "党支部盖章",
  "党委盖章", "填写人", "报送人", "报送日期", "统计人", "统计时间", "党支部(盖章)", NULL
};

/* What templates write under their headings. */
static const char *const template_words[] = {
  "必填", "选填", "必填项", "选填项", "非必填", "(必填)", "(选填)", "下拉选择", "下拉", "可填", "可不填", "文本", "文本格式", "日期", "日期格式", "自动生成",
  "必录", "选录", "字符", "数字", NULL
};

static const char *const sample_words[] = { "示例", "样例", "样表", "例", "例:", "例如", "如", "例子", "范例", "示范", "(例)", "(示例)", "(样例)", "填写示例",
                                            "模板", "举例", NULL };
static const char *const sample_names[] = { "xxx", "xx", "×××", "××", "某某", "某某某", "张某某", "李某某", "***", "**", "某人", "姓名示例", NULL };

/* All of these rows begin with one of these characters; others need not be looked at. */
static gboolean
may_begin (const char *text)
{
  static const char first[] = "合小总共累本其汇平填制审截备注说打负单支书联经复日盖签党报统(（第";

  return g_utf8_strchr (first, -1, g_utf8_get_char (text)) != NULL;
}

/* Whether a word of @total_ends may stand in it: all of them have this character. */
static gboolean
may_end (const char *text)
{
  return strstr (text, "计") != NULL || strstr (text, "汇总") != NULL;
}

gboolean
zb_import_is_ditto (const char *text)
{
  static const char *const words[] = {
    "〃", "″", "\"", "“", "”", "〞", "〝", "''", "′′", "’’", "‘’", "“”", "\"\"", "同上", "同 上", "＂", "''.", "——〃——", "〃〃", "″″", "(同上)", "（同上）",
    NULL
  };
  guchar first = (guchar) text[0];

  /* Nearly every cell is told by its first byte. */
  if (first != '"' && first != '\'' && first != '(' && first != 0xe2 && first != 0xe3 && first != 0xe5 && first != 0xef)
    return FALSE;
  return strlen (text) <= 12 && g_strv_contains (words, text);
}

/* Half width, without blanks and 一、 before it. */
static char *
fold (const char *text)
{
  g_autofree char *folded = zb_import_fold_org (text);
  const char *at = folded;
  const char *digits = at + (*at == '(' ? 1 : 0), *end = digits;

  while (*end != '\0' && g_utf8_strchr ("一二三四五六七八九十0123456789", -1, g_utf8_get_char (end)) != NULL)
    end = g_utf8_next_char (end);
  if (end > digits && g_utf8_strchr ("、.,:)。", -1, g_utf8_get_char (end)) != NULL && *end != '\0')
    {
      at = g_utf8_next_char (end);
      while (*at != '\0' && g_utf8_strchr ("、.,:)。", -1, g_utf8_get_char (at)) != NULL)
        at = g_utf8_next_char (at);
    }
  return g_strdup (at);
}

static gboolean
cut_end (char *text, const char *end)
{
  if (!g_str_has_suffix (text, end) || strlen (text) <= strlen (end))
    return FALSE;
  text[strlen (text) - strlen (end)] = '\0';
  return TRUE;
}

/* A number of people at the end: （12 人）, 共12人, 12名. */
static void
cut_count (char *text)
{
  char *open = g_str_has_suffix (text, ")") ? strrchr (text, '(') : NULL;
  char *end;

  if (open != NULL && open > text && strpbrk (open, "0123456789") != NULL)
    *open = '\0';
  if (g_str_has_suffix (text, "人") || g_str_has_suffix (text, "名"))
    {
      end = text + strlen (text) - strlen ("人");
      while (end > text && g_ascii_isdigit (end[-1]))
        end--;
      if (g_ascii_isdigit (*end) && end > text)
        *end = '\0';
    }
  if (!cut_end (text, "共计"))
    cut_end (text, "共");
  while (cut_end (text, ":") || cut_end (text, ",") || cut_end (text, "-"))
    ;
}

/* Who leads a group: 第一党小组（组长：张三）, 第二党小组  组长：王五. */
static void
cut_leader (char *text)
{
  static const char *const inside[] = { "(组长", "(小组长", "(负责人", "(书记", "(联系人" }, *const behind[] = { "组长", "负责人" };

  for (guint i = 0; i < G_N_ELEMENTS (inside) && g_str_has_suffix (text, ")"); i++)
    {
      char *open = strstr (text, inside[i]);

      if (open != NULL && open > text)
        *open = '\0';
    }
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    {
      char *at = strstr (text, behind[i]);
      g_autofree char *stem = at != NULL ? g_strndup (text, (gsize) (at - text)) : NULL;

      while (stem != NULL && (cut_end (stem, ":") || cut_end (stem, ",") || cut_end (stem, "(") || cut_end (stem, "-")))
        ;
      if (stem != NULL && zb_import_kind_of_name (stem) == ZB_ORG_GROUP)
        text[strlen (stem)] = '\0';
    }
}

char *
zb_import_section_name (const char *text)
{
  static const char *const lists[] = { "党员花名册", "党员名册", "党员名单", "成员名单", "人员名单", "花名册", "名册", "名单", "全体党员", "党员", "成员" };
  g_autofree char *name = NULL;

  if (strlen (text) > 150)
    return NULL;
  name = fold (text);
  cut_count (name);
  cut_leader (name);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *stem = g_strdup (name);

      if (cut_end (stem, lists[i]) && zb_import_kind_of_name (stem) >= 0)
        {
          cut_end (name, lists[i]);
          break;
        }
    }
  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

static gboolean
begins_with_any (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  return FALSE;
}

/* 共 12 人, 第 1 页 共 3 页, 12人. */
static gboolean
is_count (const char *folded)
{
  const char *at = folded;
  gboolean has_digit = FALSE;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      has_digit = has_digit || g_ascii_isdigit (*at);
      if (!g_ascii_isdigit (*at) && g_utf8_strchr ("第共页计人名/,:()、", -1, g_utf8_get_char (at)) == NULL)
        return FALSE;
    }
  return has_digit;
}

static gboolean
ends_as_total (const char *folded)
{
  for (guint i = 0; total_ends[i] != NULL; i++)
    {
      const char *end = g_strrstr (folded, total_ends[i]);

      end = end != NULL ? end + strlen (total_ends[i]) : NULL;
      if (end != NULL && (*end == '\0' || is_count (end + (*end == ':'))))
        return TRUE;
    }
  return FALSE;
}

/* 2026年11月20日, 二〇二六年十一月: the day at the foot, below the seal. */
static gboolean
is_day (const char *folded)
{
  const char *year = strstr (folded, "年");

  if (year == NULL || strstr (year, "月") == NULL || !(g_str_has_suffix (folded, "日") || g_str_has_suffix (folded, "月")))
    return FALSE;
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_ascii_isdigit (*p) && g_utf8_strchr ("二〇零○一三四五六七八九十年月日", -1, g_utf8_get_char (p)) == NULL)
      return FALSE;
  return TRUE;
}

ZbImportSkip
zb_import_tell_text (const char *text)
{
  g_autofree char *folded = NULL;

  if (strlen (text) > 400 || !(may_begin (text) || may_end (text) || g_str_has_prefix (text, "20") || g_str_has_prefix (text, "二")))
    return ZB_IMPORT_IS_RECORD;
  folded = zb_import_fold_org (text);
  if (is_day (folded))
    return ZB_IMPORT_IS_FOOTER;
  if (ends_as_total (folded))
    return ZB_IMPORT_IS_TOTAL;
  if (begins_with_any (folded, totals))
    return ZB_IMPORT_IS_TOTAL;
  if (begins_with_any (folded, footers))
    return ZB_IMPORT_IS_FOOTER;
  if (g_str_has_prefix (folded, "共") && g_ascii_isdigit (folded[strlen ("共")]))
    return strstr (folded, "页") != NULL && is_count (folded) ? ZB_IMPORT_IS_FOOTER : ZB_IMPORT_IS_TOTAL;
  if ((g_str_has_prefix (folded, "共") || g_str_has_prefix (folded, "第")) && is_count (folded))
    return strstr (folded, "页") != NULL ? ZB_IMPORT_IS_FOOTER : ZB_IMPORT_IS_TOTAL;
  return ZB_IMPORT_IS_RECORD;
}

gboolean
zb_import_is_sample (const char *first, const char *name, const char *note)
{
  g_autofree char *folded = NULL;

  if (first != NULL && !g_ascii_isdigit (*first) && strlen (first) < 30)
    {
      folded = zb_import_fold_org (first);
      if (g_strv_contains (sample_words, folded) || (strlen (folded) <= 9 && begins_with_any (folded, (const char *const[]) { "例", "示例", "样例", NULL })))
        return TRUE;
    }
  if (note != NULL && (strstr (note, "示例") != NULL || strstr (note, "样例") != NULL) && strlen (note) < 90)
    return TRUE;
  if (name == NULL)
    return FALSE;
  if (strstr (name, "示例") != NULL || strstr (name, "样例") != NULL || g_str_has_suffix (name, "（例）") || g_str_has_suffix (name, "(例)"))
    return TRUE;
  if ((guchar) *name >= 0xe4 && strstr (name, "某") == NULL)
    return FALSE;
  g_free (folded);
  folded = zb_import_fold_org (name);
  for (char *p = folded; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  return g_strv_contains (sample_names, folded);
}

gboolean
zb_import_is_template_word (const char *text)
{
  g_autofree char *folded = NULL;

  /* All of them begin so. */
  if (strlen (text) > 30 || g_utf8_strchr ("必选非(（下可文日自字数", -1, g_utf8_get_char (text)) == NULL)
    return FALSE;
  folded = zb_import_fold_org (text);
  return g_strv_contains (template_words, folded);
}

gboolean
zb_import_is_number_of_people (const char *text)
{
  g_autofree char *folded = zb_import_fold_org (text);

  return is_count (folded);
}

/* 办公室（2人）: a part of the office with the number of its people, where no branch is named. Returns: (nullable) */
static char *
department_of (const char *text, const char *name)
{
  static const char *const ends[] = { "科", "室", "部", "处", "办", "领导", "车间", "班", "组", "中心", "院", "系", "队", "站", "所", "公司", "厂", "库", "店" };
  g_autofree char *folded = fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (ends) && strlen (name) <= 45 && strlen (folded) > strlen (name); i++)
    if (g_str_has_suffix (name, ends[i]))
      return g_strdup (name);
  return NULL;
}

/* What the people below a line are besides: 流动党员, 失联党员. Returns: (nullable): the field that says it */
static const char *
flag_of (const char *name)
{
  static const struct { const char *word, *field; } flags[] = {
    { "流动党员", "floating" }, { "外出流动党员", "floating" }, { "流出党员", "floating" }, { "失联党员", "lost" }, { "失去联系党员", "lost" },
  };
  const char *start = name + (g_str_has_prefix (name, "以下为") ? strlen ("以下为") : 0);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (g_str_has_prefix (start, flags[i].word) && (start[strlen (flags[i].word)] == '\0' || strcmp (start + strlen (flags[i].word), "名单") == 0))
      return flags[i].field;
  return NULL;
}

/* 在册党员, after those who left. */
static gboolean
is_of_present (const char *name)
{
  static const char *const words[] = { "在册", "在册党员", "现有党员", "现有", "在籍党员", "正常党员", "以下为在册党员", "以下为转入党员", "转入党员", "新转入党员", NULL };

  return g_strv_contains (words, name);
}

/* A branch, a group, a part of the office or a category. */
static gboolean
read_place (ZbImport *self, const char *text, const char *given, ZbImportSection *section)
{
  g_autofree char *name = g_strdup (given);
  const ZbCode *code;
  int kind;

  if ((code = zb_code_read (zb_code_table_get ("category"), name, NULL)) != NULL && g_utf8_strlen (name, -1) > 2)
    {
      section->category = code->code;
      return TRUE;
    }
  if ((kind = zb_import_kind_of_name (name)) < 0)
    {
      g_autofree char *unit = zb_import_unit_of_text (name);

      if (unit == NULL && self->kind == &zb_kind_member)
        {
          g_autofree char *department = department_of (text, name);

          section->department = department != NULL ? g_string_chunk_insert_const (self->words, department) : NULL;
          return department != NULL;
        }
      if (unit == NULL)
        return FALSE;
      g_free (name);
      name = g_steal_pointer (&unit);
      kind = ZB_ORG_BRANCH;
    }
  section->group = kind == ZB_ORG_GROUP ? g_string_chunk_insert_const (self->words, name) : NULL;
  if (kind != ZB_ORG_GROUP)
    section->branch = kind == ZB_ORG_COMMITTEE ? NULL : g_string_chunk_insert_const (self->words, name);
  if (kind != ZB_ORG_GROUP)
    section->above = section->department = NULL;
  return TRUE;
}

gboolean
zb_import_read_section (ZbImport *self, const char *text, ZbImportSection *section)
{
  g_autofree char *name = zb_import_section_name (text);
  const char *leaving, *flag;

  if (name == NULL || strlen (name) > 120)
    return FALSE;
  leaving = self->kind == &zb_kind_member ? zb_import_leaving_of_line (text) : NULL;
  flag = self->kind == &zb_kind_member ? flag_of (name) : NULL;
  if (leaving != NULL || flag != NULL || (self->kind == &zb_kind_member && is_of_present (name)))
    {
      section->leaving = leaving;
      section->flag = flag;
      return TRUE;
    }
  if (!read_place (self, text, name, section))
    return FALSE;
  section->leaving = section->flag = NULL;
  return TRUE;
}
