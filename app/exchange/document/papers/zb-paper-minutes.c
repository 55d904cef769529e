/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/document/papers/zb-papers.h"
#include "exchange/paper/zb-exempt-words.h"
#include "store/life/zb-meetings.h"
#include "store/zb-check.h"

/* 会议记录, the box form with every item that an inspector looks for. */

/* Heights of rows, millimetres. */
#define PLAIN 9.5
#define SOME 16
#define TALL 60
#define TO_SIGN 16

/* A row of names where there are any. */
static void
add_names (ZbBlock *form, const char *label, GPtrArray *roll, gboolean (*wanted) (const ZbRecord *row))
{
  g_autofree char *names = zb_names_words (roll, wanted, FALSE);

  if (*names != '\0')
    zb_form_add (form, label, names, PLAIN, ZB_ROW_GROWS);
}

/* Who was not there, and why; 无 when the roll was called and nobody was missing, and room when it was not called. */
static void
add_missing (ZbBlock *form, const char *label, GPtrArray *roll, gboolean (*wanted) (const ZbRecord *row), gboolean is_called)
{
  g_autofree char *names = is_called ? zb_names_words (roll, wanted, TRUE) : g_strdup ("");

  zb_form_add (form, label, is_called && *names == '\0' ? "无" : names, PLAIN, ZB_ROW_GROWS);
}

/* Who was not expected, and by what. */
static gboolean
add_exempt (ZbBlock *form, ZbDb *db, const ZbMeetingFacts *facts, GError **error)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < facts->roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (facts->roll, i);
      const char *said = zb_record_get (row, "reason") != NULL ? zb_record_get (row, "reason") : zb_record_get (row, "note");
      gint64 person = zb_record_get_int (row, "person");
      g_autoptr(ZbExemptWords) words = NULL;
      g_autofree char *known = NULL;

      if (!zb_row_is_exempt (row))
        continue;
      if (person != 0 && !(words = zb_exempt_words_load (db, person, error)))
        return FALSE;
      known = words != NULL ? zb_exempt_words_reason (words, person, zb_meeting_day (facts->meeting)) : NULL;
      g_string_append_printf (out, "%s%s（%s）", out->len > 0 ? "、" : "", zb_text_words (row, "name"),
                              said != NULL ? said : known != NULL ? known : "原因：" ZB_BLANK);
    }
  if (out->len > 0)
    zb_form_add (form, "不计入应到\n人员及原因", out->str, PLAIN, ZB_ROW_GROWS);
  return TRUE;
}

static void
add_number (ZbFormRow *row, const char *label, guint n, gboolean is_known)
{
  g_autofree char *text = is_known ? g_strdup_printf ("%u人", n) : g_strdup ("　　人");

  zb_form_add_cell (row, label, text, 1);
}

static void
add_head (ZbBlock *form, const ZbMeetingFacts *facts)
{
  const ZbRecord *meeting = facts->meeting;
  g_autofree char *planned = zb_meeting_planned_words (meeting);
  g_autofree char *held = zb_date_is_set (zb_record_get_date (meeting, "held_on")) ? zb_meeting_time_words (meeting) : g_strdup ("");
  ZbDate day = zb_meeting_day (meeting);
  g_autofree char *number = NULL;
  ZbFormRow *row;

  if (zb_record_get (meeting, "number") != NULL)
    number = day.year != 0 ? g_strdup_printf ("%d年第%s次", day.year, zb_record_get (meeting, "number"))
                           : g_strdup_printf ("第%s次", zb_record_get (meeting, "number"));
  zb_form_add (form, "党组织", zb_meeting_facts_org_name (facts), PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "会议名称", zb_text_words (meeting, "title"), PLAIN, ZB_ROW_WHOLE);
  row = zb_form_add_row (form, PLAIN, ZB_ROW_WHOLE);
  zb_form_add_cell (row, "会议类型", zb_label_words (meeting, "kind"), 1);
  zb_form_add_cell (row, "次数", number, 1);
  zb_form_add (form, "计划时间", planned, PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "实际时间", held, PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "地点", zb_text_words (meeting, "place"), PLAIN, ZB_ROW_WHOLE);
  row = zb_form_add_row (form, PLAIN, ZB_ROW_WHOLE);
  zb_form_add_cell (row, "主持人", zb_text_words (meeting, "chair"), 1);
  zb_form_add_cell (row, "记录人", zb_text_words (meeting, "recorder"), 1);
}

static gboolean
add_people (ZbBlock *form, ZbDb *db, const ZbMeetingFacts *facts, GError **error)
{
  ZbFormRow *row = zb_form_add_row (form, PLAIN, ZB_ROW_WHOLE);
  const char *written = zb_text_words (facts->meeting, "observers");
  g_autofree char *observers = zb_names_words (facts->roll, zb_row_is_observer, FALSE);
  g_autofree char *all = g_strdup_printf ("%s%s%s", written, *written != '\0' && *observers != '\0' ? "、" : "", observers);
  ZbMeetingCount count;
  gboolean is_called;

  if (!zb_meetings_count (db, facts->meeting->id, &count, error))
    return FALSE;
  is_called = count.expected > 0 && count.unmarked < count.expected;
  add_number (row, "应到", count.expected, count.expected > 0);
  add_number (row, "实到", count.present, is_called);
  row = zb_form_add_row (form, PLAIN, ZB_ROW_WHOLE);
  add_number (row, "请假", count.excused, is_called);
  add_number (row, "缺席", count.absent, is_called);
  add_missing (form, "请假人员\n及原因", facts->roll, zb_row_is_excused, is_called);
  add_missing (form, "缺席人员\n及原因", facts->roll, zb_row_is_absent, is_called);
  add_names (form, "迟到人员", facts->roll, zb_row_is_late);
  if (!add_exempt (form, db, facts, error))
    return FALSE;
  zb_form_add (form, "列席人员", all, PLAIN, ZB_ROW_GROWS);
  add_names (form, "来宾和群众", facts->roll, zb_row_is_guest);
  return TRUE;
}

/* What only studies have. */
static void
add_study (ZbBlock *form, const ZbRecord *meeting)
{
  const char *role = zb_record_get (meeting, "lecturer_role");
  g_autofree char *lecturer = role != NULL ? g_strdup_printf ("%s（%s）", zb_text_words (meeting, "lecturer"), role)
                                           : g_strdup (zb_text_words (meeting, "lecturer"));
  g_autofree char *hours = zb_record_get (meeting, "hours") != NULL ? zb_hours_words ((int) zb_record_get_int (meeting, "hours")) : g_strdup ("");
  ZbFormRow *row;

  if (*lecturer != '\0' || zb_record_get (meeting, "form") != NULL)
    {
      row = zb_form_add_row (form, PLAIN, ZB_ROW_WHOLE);
      zb_form_add_cell (row, "主讲人", lecturer, 1);
      zb_form_add_cell (row, "学习形式", zb_label_words (meeting, "form"), 1);
    }
  if (zb_record_get (meeting, "audience_workers") != NULL || zb_record_get (meeting, "audience_public") != NULL)
    {
      row = zb_form_add_row (form, PLAIN, ZB_ROW_WHOLE);
      zb_form_add_cell (row, "职工听讲\n人数", zb_text_words (meeting, "audience_workers"), 1);
      zb_form_add_cell (row, "群众听讲\n人数", zb_text_words (meeting, "audience_public"), 1);
    }
  if (zb_record_get (meeting, "readings") != NULL)
    zb_form_add (form, "学习篇目", zb_record_get (meeting, "readings"), PLAIN, ZB_ROW_GROWS);
  if (zb_record_get (meeting, "campaign") != NULL || (*hours != '\0' && *lecturer != '\0'))
    {
      row = zb_form_add_row (form, PLAIN, ZB_ROW_WHOLE);
      zb_form_add_cell (row, "主题教育", zb_text_words (meeting, "campaign"), 1);
      zb_form_add_cell (row, "学时", hours, 1);
    }
}

static char *
agenda_words (GPtrArray *agenda)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < agenda->len; i++)
    {
      const ZbRecord *item = g_ptr_array_index (agenda, i);
      g_autofree char *words = zb_agenda_words (item);

      g_string_append_printf (out, "%s%u．%s", i > 0 ? "\n" : "", i + 1, words);
      if (zb_record_get (item, "outcome") != NULL)
        g_string_append_printf (out, "　结果：%s", zb_record_get (item, "outcome"));
    }
  return g_string_free (out, FALSE);
}

static char *
votes_words (ZbDb *db, const ZbMeetingFacts *facts, GError **error)
{
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);
  g_autoptr(GString) out = g_string_new (NULL);
  ZbDate day = zb_meeting_day (facts->meeting);

  for (guint i = 0; rules != NULL && i < facts->resolutions->len; i++)
    {
      const ZbRecord *resolution = g_ptr_array_index (facts->resolutions, i);
      const char *method = zb_label_words (resolution, "method");
      g_autofree char *figures = NULL;
      g_autofree char *result = NULL;
      ZbVote vote;

      if (!zb_meetings_vote (db, resolution, &vote, error))
        return NULL;
      figures = zb_vote_figures_words (&vote);
      result = zb_vote_result_words (&vote, rules, day);
      g_string_append_printf (out, "%s%u．%s%s%s%s：%s%s", i > 0 ? "\n" : "", i + 1, zb_text_words (resolution, "subject"),
                              *method != '\0' ? "（" : "", method, *method != '\0' ? "）" : "", figures, result);
      if (zb_record_get (resolution, "text") != NULL)
        g_string_append_printf (out, "\n决议：%s", zb_record_get (resolution, "text"));
    }
  return rules != NULL ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* 照片3份、签到表1份 */
static char *
papers_words (ZbDb *db, gint64 meeting, GError **error)
{
  const ZbCodeTable *kinds = zb_code_table_get ("attachment_kind");
  g_autoptr(GPtrArray) papers = zb_meeting_parts (db, &zb_kind_attachment, "meeting", meeting, NULL, error);
  GString *out;

  if (papers == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (guint kind = 0; kind < kinds->n_codes; kind++)
    {
      guint n = 0;

      for (guint i = 0; i < papers->len; i++)
        n += strcmp (zb_text_words (g_ptr_array_index (papers, i), "kind"), kinds->codes[kind].code) == 0;
      if (n > 0)
        g_string_append_printf (out, "%s%s%u份", out->len > 0 ? "、" : "", kinds->codes[kind].label, n);
    }
  return g_string_free (out, FALSE);
}

static gboolean
add_contents (ZbBlock *form, ZbDb *db, const ZbMeetingFacts *facts, GError **error)
{
  const ZbRecord *meeting = facts->meeting;
  g_autofree char *agenda = agenda_words (facts->agenda);
  g_autofree char *votes = votes_words (db, facts, error);
  g_autofree char *papers = votes != NULL ? papers_words (db, meeting->id, error) : NULL;
  ZbFormRow *row;

  if (papers == NULL)
    return FALSE;
  zb_form_add (form, "议题", agenda, SOME, ZB_ROW_GROWS);
  /* Room to write by hand only where nothing is entered. */
  zb_form_add (form, "主要内容", zb_text_words (meeting, "contents"), zb_record_get (meeting, "contents") != NULL ? SOME : TALL, ZB_ROW_PROSE);
  zb_form_add (form, "不同意见", zb_text_words (meeting, "views"), SOME, ZB_ROW_PROSE);
  zb_form_add (form, "决议", zb_text_words (meeting, "decisions"), SOME, ZB_ROW_PROSE);
  zb_form_add (form, "表决情况", votes, SOME, ZB_ROW_GROWS);
  zb_form_add (form, "附件", papers, PLAIN, ZB_ROW_GROWS);
  row = zb_form_add_row (form, TO_SIGN, ZB_ROW_WHOLE);
  zb_form_add_cell (row, "主持人签字", NULL, 1);
  zb_form_add_cell (row, "记录人签字", NULL, 1);
  return TRUE;
}

ZbDocument *
zb_paper_minutes (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error);
  g_autoptr(ZbDocument) document = NULL;
  ZbBlock *form;

  if (facts == NULL)
    return NULL;
  document = zb_document_new_empty (request->kind, ZB_LOOK_FORM);
  g_free (document->title);
  document->title = g_strdup_printf ("%s会议记录", zb_text_words (facts->meeting, "title"));
  zb_document_add_title (document, "会议记录");
  form = zb_document_add_form (document);
  add_head (form, facts);
  if (!add_people (form, db, facts, error))
    return NULL;
  add_study (form, facts->meeting);
  return add_contents (form, db, facts, error) ? g_steal_pointer (&document) : NULL;
}
