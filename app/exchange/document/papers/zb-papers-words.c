/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/document/papers/zb-papers.h"

char *
zb_count_words (guint n)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  if (n == 0 || n > 99)
    return g_strdup_printf ("%u", n);
  return g_strdup_printf ("%s%s%s", n >= 20 ? digits[n / 10] : "", n >= 10 ? "十" : "", digits[n % 10]);
}

const char *
zb_meeting_name_words (const ZbRecord *meeting)
{
  static const char *const ends[] = { "会", "会议", "党课", "课", "活动", "仪式", "主题党日", "学习", "宣讲" };
  const char *title = zb_text_words (meeting, "title");

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (title, ends[i]))
      return title;
  return zb_label_words (meeting, "kind");
}

const char *
zb_meeting_verb_words (const ZbRecord *meeting)
{
  const char *kind = zb_text_words (meeting, "kind");

  if (strcmp (kind, "ceremony") == 0)
    return "举行";
  return strcmp (kind, "theme_day") == 0 || strcmp (kind, "lecture") == 0 || strcmp (kind, "study") == 0 || strcmp (kind, "other") == 0
           ? "开展" : "召开";
}

char *
zb_agenda_words (const ZbRecord *item)
{
  const char *title = zb_text_words (item, "title"), *speaker = zb_record_get (item, "speaker");

  return speaker != NULL ? g_strdup_printf ("%s（%s）", title, speaker) : g_strdup (title);
}

static gboolean
has_state (const ZbRecord *row, const char *state)
{
  return strcmp (zb_text_words (row, "role"), "member") == 0 && zb_record_get_int (row, "expected") == 1
         && strcmp (zb_text_words (row, "state"), state) == 0;
}

gboolean
zb_row_is_excused (const ZbRecord *row)
{
  return has_state (row, "excused");
}

/* Who was not called was not seen, and counts among the absent as in the figures of the roll. */
gboolean
zb_row_is_absent (const ZbRecord *row)
{
  return has_state (row, "absent") || has_state (row, "");
}

gboolean
zb_row_is_late (const ZbRecord *row)
{
  return has_state (row, "late");
}

gboolean
zb_row_is_exempt (const ZbRecord *row)
{
  return strcmp (zb_text_words (row, "role"), "member") == 0 && zb_record_get_int (row, "expected") != 1;
}

gboolean
zb_row_is_observer (const ZbRecord *row)
{
  return strcmp (zb_text_words (row, "role"), "observer") == 0;
}

gboolean
zb_row_is_guest (const ZbRecord *row)
{
  return strcmp (zb_text_words (row, "role"), "guest") == 0;
}

char *
zb_names_words (GPtrArray *roll, gboolean (*wanted) (const ZbRecord *row), gboolean with_reason)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (roll, i);
      const char *reason = zb_record_get (row, "reason") != NULL ? zb_record_get (row, "reason") : zb_record_get (row, "note");

      if (!wanted (row))
        continue;
      g_string_append_printf (out, "%s%s", out->len > 0 ? "、" : "", zb_text_words (row, "name"));
      if (with_reason)
        g_string_append_printf (out, "（%s）", reason != NULL ? reason : "原因：" ZB_BLANK);
    }
  return g_string_free (out, FALSE);
}

/* A figure, or room to write it. */
static void
append_figure (GString *out, const char *before, int figure, const char *unit)
{
  if (figure >= 0)
    g_string_append_printf (out, "%s%d%s", before, figure, unit);
  else
    g_string_append_printf (out, "%s＿＿%s", before, unit);
}

char *
zb_vote_figures_words (const ZbVote *vote)
{
  GString *out = g_string_new (NULL);
  gboolean is_election = vote->decision == ZB_DECISION_ELECTION;

  append_figure (out, vote->in_committee ? "应到会委员" : is_election ? "应到会有选举权党员" : "应到会有表决权党员", vote->entitled, "人");
  append_figure (out, "，实到", vote->present, "人");
  if (vote->written > 0)
    append_figure (out, "，会前提交书面意见", vote->written, "份");
  append_figure (out, "；赞成", vote->votes_for, "票");
  append_figure (out, "，反对", vote->votes_against, "票");
  append_figure (out, "，弃权", vote->abstained, "票");
  return g_string_free (g_string_append (out, "。"), FALSE);
}

static void
append_sources (GString *out, ZbRules *rules, const ZbVoteResult *result, ZbDate day)
{
  const ZbRule *quorum = zb_rules_get (rules, result->quorum_rule, day), *majority = zb_rules_get (rules, result->majority_rule, day);

  g_string_append_printf (out, "（依据：%s%s%s）", quorum != NULL ? quorum->source : "", quorum != NULL && majority != NULL ? "；" : "",
                          majority != NULL ? majority->source : "");
}

char *
zb_vote_result_words (const ZbVote *vote, ZbRules *rules, ZbDate day)
{
  GString *out = g_string_new (NULL);
  ZbVoteResult result;

  zb_vote_count (vote, rules, day, &result);
  if (result.faults & ZB_VOTE_MISSING)
    return g_string_free (out, FALSE);
  g_string_append_printf (out, "到会须不少于%d人，%s；通过须赞成票不少于%d票，%s。", result.quorum_needed,
                          result.has_quorum ? "符合规定人数" : "未达到规定人数", result.needed,
                          result.passed ? "表决通过" : "表决未通过");
  append_sources (out, rules, &result, day);
  if (result.faults != 0)
    g_string_append (out, "票数与人数不符，请核对。");
  return g_string_free (out, FALSE);
}

ZbRecord *
zb_meeting_ceremony (ZbDb *db, gint64 meeting, GError **error)
{
  g_autoptr(GPtrArray) ceremonies = zb_meeting_parts (db, &zb_kind_ceremony, "meeting", meeting, NULL, error);

  if (ceremonies == NULL)
    return NULL;
  return ceremonies->len > 0 ? zb_record_copy (g_ptr_array_index (ceremonies, 0)) : zb_paper_refuse (error, "no-ceremony");
}

gpointer
zb_paper_refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, reason);
  return NULL;
}
