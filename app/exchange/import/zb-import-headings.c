/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings in further spellings: 列为入党积极分子日期 is 确定积极分子时间, 性別 is 性别, 本人手机号 is 手机号. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"

/* Longer ones are no headings. */
#define LONGEST 120

/* Characters of headings as they are written elsewhere, and here. */
static const char elsewhere[] = "別號碼貫學歷黨備註電話聯繫單職務時間轉類證業專績組織關係幹員稱現齡從經傳無費應繳徵認領諾與";
static const char here[] = "别号码贯学历党备注电话联系单职务时间转类证业专绩组织关系干员称现龄从经传无费应缴征认领诺与";

/* What one word of a heading may stand for; applied in this order, each once. An empty @to drops the word. */
static const struct { const char *from, *to; } words[] = {
  { "被列为", "确定" }, { "被确定为", "确定" }, { "列为", "确定" }, { "列入", "确定" }, { "确定为", "确定" }, { "确认为", "确定" }, { "定为", "确定" },
  { "成为", "确定" }, { "吸收为", "接收" }, { "接收为", "接收" }, { "入党积极分子", "积极分子" }, { "党员发展对象", "发展对象" }, { "重点发展对象", "发展对象" },
  { "书面", "" }, { "提交入党申请书", "申请入党" }, { "递交入党申请书", "申请入党" }, { "递交申请书", "申请入党" }, { "提交申请书", "申请入党" },
  { "写入党申请书", "申请入党" }, { "入党申请书", "申请入党" }, { "提出入党申请", "申请入党" }, { "入党申请", "申请入党" }, { "提出申请", "申请入党" },
  { "加入中国共产党", "入党" }, { "加入党组织", "入党" }, { "加入中共", "入党" },
  { "转为中共正式党员", "转正" }, { "转为正式党员", "转正" }, { "转正式党员", "转正" },
  { "组织关系所在", "所在" }, { "中共", "" },
};

static const char *const begins[] = { "党员本人", "党员", "本人", "个人", "现在", "现", "具体", "原始" };
static const char *const ends[] = { "名称", "全称", "号码", "号", "情况", "信息", "详细", "地址", "姓名", "的" };

/* Ends of the headings of dates; all of them mean the same. */
static const char *const times[] = { "年月日", "年月", "日期", "时间", "时候", "年份", "日" };

/* Half width, of one spelling, without blanks, signs and what stands in brackets. */
static char *
fold (const char *heading)
{
  g_autofree char *normal = g_utf8_normalize (heading, -1, G_NORMALIZE_NFKC);
  g_autoptr(GString) out = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *other = g_utf8_strchr (elsewhere, -1, c);

      depth += c == '(' || c == '[' || c == 0x3010;
      if (depth == 0 && g_unichar_isalnum (c))
        g_string_append_unichar (out, other != NULL ? g_utf8_get_char (g_utf8_offset_to_pointer (here, g_utf8_pointer_to_offset (elsewhere, other))) : c);
      depth -= depth > 0 && (c == ')' || c == ']' || c == 0x3011);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* 姓名 Name, 性别Gender: the Chinese part of a heading in two languages. Returns: (nullable): %NULL for one language */
static char *
without_letters (const char *folded)
{
  g_autoptr(GString) out = g_string_new (NULL);
  gsize n_letters = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isalpha (*p))
      n_letters++;
    else
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  return n_letters >= 2 && out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* 生源地（籍贯）: what stands in brackets. Returns: (nullable) */
static char *
in_brackets (const char *heading)
{
  g_autofree char *normal = g_utf8_normalize (heading, -1, G_NORMALIZE_NFKC);
  const char *open = normal != NULL ? strchr (normal, '(') : NULL, *close = open != NULL ? strchr (open, ')') : NULL;

  return close != NULL && open > normal && close[1] == '\0' && !g_str_has_suffix (normal, "字)") ? g_strndup (open + 1, (gsize) (close - open - 1)) : NULL;
}

static const ZbField *
find (ZbImport *self, const char *heading)
{
  const ZbField *field = *heading != '\0' ? zb_kind_field_by_heading (self->kind, heading) : NULL;

  return field == NULL && *heading != '\0' && self->way->also_field != NULL ? self->way->also_field (heading) : field;
}

/* 时间 and 日期 are the same at the end of the heading of a date. */
static const ZbField *
find_date (ZbImport *self, const char *heading)
{
  const ZbField *field = find (self, heading);

  for (guint i = 0; field == NULL && i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *stem = g_str_has_suffix (heading, times[i]) ? g_strndup (heading, strlen (heading) - strlen (times[i])) : NULL;

      for (guint k = 0; stem != NULL && *stem != '\0' && field == NULL && k < G_N_ELEMENTS (times); k++)
        {
          g_autofree char *other = g_strconcat (stem, times[k], NULL);

          field = find (self, other);
          if (field != NULL && field->type != ZB_FIELD_DATE)
            field = NULL;
        }
      if (stem != NULL)
        break;
    }
  return field;
}

/* Without a word at the beginning or at the end that says nothing. */
static const ZbField *
find_bare (ZbImport *self, const char *heading)
{
  const ZbField *field = find_date (self, heading);
  const char *start = heading;

  for (guint i = 0; field == NULL && i < G_N_ELEMENTS (begins); i++)
    if (start == heading && g_str_has_prefix (heading, begins[i]))
      {
        start = heading + strlen (begins[i]);
        field = g_utf8_strlen (start, -1) >= 2 ? find_date (self, start) : NULL;
      }
  for (guint i = 0; field == NULL && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (start, ends[i]))
      {
        g_autofree char *stem = g_strndup (start, strlen (start) - strlen (ends[i]));

        field = g_utf8_strlen (stem, -1) >= 2 ? find_date (self, stem) : NULL;
      }
  return field;
}

static const ZbField *
find_folded (ZbImport *self, const char *folded)
{
  const ZbField *field = find_bare (self, folded);
  g_autoptr(GString) even = g_string_new (folded);

  for (guint i = 0; field == NULL && i < G_N_ELEMENTS (words); i++)
    if (g_string_replace (even, words[i].from, words[i].to, 1) > 0)
      field = find_bare (self, even->str);
  return field;
}

const ZbField *
zb_import_field_of_heading (ZbImport *self, const char *heading)
{
  const ZbField *field = find (self, heading);
  g_autofree char *folded = NULL, *chinese = NULL, *inside = NULL;

  if (field != NULL || strlen (heading) > LONGEST)
    return field;
  folded = fold (heading);
  /* ④出生年月, *7 联系电话: its number in the list. */
  if (g_ascii_isdigit (*folded) && (guchar) folded[strspn (folded, "0123456789")] >= 0x80)
    memmove (folded, folded + strspn (folded, "0123456789"), strlen (folded + strspn (folded, "0123456789")) + 1);
  if ((field = find_folded (self, folded)) == NULL && (chinese = without_letters (folded)) != NULL)
    field = find_folded (self, chinese);
  /* Only what is a heading as it stands, and never the name of the record. */
  if (field == NULL && (inside = in_brackets (heading)) != NULL && (field = find (self, inside)) == zb_import_title (self))
    field = NULL;
  return field;
}
