/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists and parts of lists whose people are not there any more: 以下为转出党员, 去世党员, 历史党员. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"

/* Longer ones are sentences, in bytes. */
#define LONGEST 150

/* What became of people, in the words of lists, and as the registry calls it; longer words before those they begin with. */
static const struct { const char *word, *state; } ways[] = {
  { "取消预备党员资格", "取消预备党员资格" }, { "停止党籍", "停止党籍" }, { "停止", "停止党籍" }, { "开除党籍", "出党" }, { "开除", "出党" }, { "出党", "出党" },
  { "除名", "出党" }, { "劝退", "出党" }, { "自行脱党", "出党" }, { "脱党", "出党" }, { "退党", "出党" }, { "转出", "已转出" }, { "转走", "已转出" },
  { "迁出", "已转出" }, { "去世", "去世" }, { "死亡", "去世" }, { "病故", "去世" }, { "逝世", "去世" }, { "已故", "去世" }, { "亡故", "去世" }, { "历史", "历史党员" },
};

/* What stands before and behind these words and says nothing more. */
static const char *const before[] = { "以下人员为", "以下是", "以下为", "以下", "附", "其中", "其他", "本年度", "年度", "度", "当年", "历年", "近年", "组织关系", "党组织关系", "党员", "已经", "已", "曾", NULL };
static const char *const behind[] = { "党员", "人员", "同志", "名单", "名册", "花名册", "台账", "台帐", "登记表", "情况", "信息", "明细", "汇总", "统计", "一览", "组织关系",
                                      "党籍", "本支部", "的", "者", "表", "处置", NULL };
static const char *const between[] = { "及", "和", "或", "与", "以及", NULL };

static const char *
skip_any (const char *at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (at, words[i]))
      return at + strlen (words[i]);
  return NULL;
}

/* 2025年度, 2025.3: when it was does not matter here. Signs between words do not either. */
static const char *
skip_signs (const char *at)
{
  for (;; at = g_utf8_next_char (at))
    if (*at == '\0' || (!g_ascii_isdigit (*at) && g_unichar_isalnum (g_utf8_get_char (at)) && !g_str_has_prefix (at, "年") && !g_str_has_prefix (at, "月")))
      return at;
}

/* The way that stands at @at. */
static const char *
skip_way (const char *at, const char **out_state)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_has_prefix (at, ways[i].word))
      {
        *out_state = ways[i].state;
        return at + strlen (ways[i].word);
      }
  return NULL;
}

const char *
zb_import_leaving_of_line (const char *text)
{
  g_autofree char *folded = strlen (text) <= LONGEST ? zb_import_section_name (text) : NULL;
  const char *state = NULL;

  for (const char *at = folded != NULL ? skip_signs (folded) : ""; *at != '\0'; at = skip_signs (at))
    {
      const char *own = NULL, *next = skip_way (at, &own);

      if (next != NULL)
        state = state == NULL || strcmp (state, own) == 0 ? own : "历史党员";
      else if ((next = skip_any (at, state != NULL ? behind : before)) == NULL && (next = skip_any (at, between)) == NULL)
        return NULL;
      at = next;
    }
  return state;
}

/* A title speaks of its list; what it has besides those who left is told by these. */
static gboolean
speaks_of_others (const char *folded)
{
  static const char *const others[] = { "转入", "接收", "转正", "新增", "调入", "现有", "在册", "含", "包括", "请", ":", "不", "未" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (folded, others[i]) != NULL)
      return TRUE;
  return FALSE;
}

const char *
zb_import_leaving_of_title (const char *text)
{
  g_autofree char *folded = strlen (text) <= LONGEST ? zb_import_fold_org (text) : NULL;

  if (folded == NULL || speaks_of_others (folded))
    return NULL;
  /* 云溪厂第一党支部转出党员名册: from the word on it is such a line; not 流动、转出党员名册. */
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *state = NULL, *last = at > folded ? g_utf8_prev_char (at) : "";

      if (*last != '\0' && g_utf8_strchr ("、/及和与", -1, g_utf8_get_char (last)) != NULL)
        continue;
      if (skip_way (at, &state) != NULL && (at == folded || strstr (at, "党员") != NULL || strstr (at, "人员") != NULL || strstr (at, "关系") != NULL)
          && (state = zb_import_leaving_of_line (at)) != NULL)
        return state;
    }
  return NULL;
}

gboolean
zb_import_is_gone (const char *state)
{
  /* Who is suspended stands on the roster, and who went to another branch of the same office on that of another one. */
  static const char *const stay[] = { "here", "unplaced", "suspended", "moved", "merged", "ended", "closed", NULL };
  static const char *const tables[] = { "member_state", "membership_end", "expulsion" };
  const char *leaving;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const ZbCode *code = zb_code_read (zb_code_table_get (tables[i]), state, NULL);

      if (code != NULL)
        return !g_strv_contains (stay, code->code);
    }
  leaving = zb_import_leaving_of_line (state);
  return leaving != NULL && strcmp (leaving, "停止党籍") != 0;
}

/* A remark that begins, after a date, with what became of somebody: 2025.3转出至东山县; not 父亲2020年去世, nor 从东山县转出. */
static gboolean
is_of_leaving (const char *clause)
{
  static const char *const first[] = { "已经", "已", "于", "因病", "因公", "本人", "组织关系", "党组织关系", NULL };
  const char *at = skip_signs (clause), *next, *state;

  while ((next = skip_any (at, first)) != NULL)
    at = skip_signs (next);
  return (skip_way (at, &state) != NULL && !g_str_has_prefix (at, "历史") && !g_str_has_prefix (at, "停止")) || g_str_has_prefix (at, "停止党籍");
}

gboolean
zb_import_tells_leaving (const char *note)
{
  static const char *const any[] = { "转出", "转走", "迁出", "去世", "死亡", "病故", "逝世", "亡故", "已故", "除名", "开除", "出党", "退党", "脱党", "劝退", "停止党籍" };
  g_auto(GStrv) clauses = NULL;
  gboolean may = FALSE;

  for (guint i = 0; !may && i < G_N_ELEMENTS (any); i++)
    may = strstr (note, any[i]) != NULL;
  clauses = may ? g_regex_split_simple ("[,，;；。、\\n(（]", note, 0, 0) : NULL;
  for (guint i = 0; clauses != NULL && clauses[i] != NULL; i++)
    {
      g_autofree char *folded = zb_import_fold_org (clauses[i]);

      if (is_of_leaving (folded))
        return TRUE;
    }
  return FALSE;
}
