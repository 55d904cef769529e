/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-clock.h"
#include "exchange/document/papers/zb-papers.h"
#include "store/life/zb-meetings.h"

/* 新闻稿: a draft put together from what is entered. A fact that is not there has no sentence; nothing is added. */

/* 3月5日下午 */
static char *
when_words (const ZbRecord *meeting)
{
  ZbDate day = zb_record_get_date (meeting, "held_on");
  int minutes = zb_clock_parse (zb_record_get (meeting, "started_at"));
  const char *part = minutes < 0 ? "" : minutes < 12 * 60 ? "上午" : minutes < 18 * 60 ? "下午" : "晚上";

  if (!zb_date_is_set (day))
    return g_strdup ("");
  if (!zb_date_is_complete (day))
    return zb_day_words (day);
  return g_strdup_printf ("%d月%d日%s", day.month, day.day, part);
}

static void
append_people (GString *out, ZbDb *db, const ZbMeetingFacts *facts)
{
  const ZbRecord *meeting = facts->meeting;
  const char *chair = zb_record_get (meeting, "chair"), *workers = zb_record_get (meeting, "audience_workers");
  const char *public = zb_record_get (meeting, "audience_public");
  ZbMeetingCount count = { 0 };

  if (chair != NULL)
    g_string_append_printf (out, "%s由%s主持。", strcmp (zb_meeting_verb_words (meeting), "召开") == 0 ? "会议" : "活动", chair);
  if (zb_meetings_count (db, meeting->id, &count, NULL) && count.present > 0)
    g_string_append_printf (out, "应到党员%u名，实到%u名。", count.expected, count.present);
  if (zb_record_get (meeting, "observers") != NULL)
    g_string_append_printf (out, "%s列席。", zb_record_get (meeting, "observers"));
  if (workers != NULL && public != NULL)
    g_string_append_printf (out, "职工%s人、群众%s人参加。", workers, public);
  else if (workers != NULL || public != NULL)
    g_string_append_printf (out, "%s%s人参加。", workers != NULL ? "职工" : "群众", workers != NULL ? workers : public);
}

static char *
lead_words (ZbDb *db, const ZbMeetingFacts *facts)
{
  const ZbRecord *meeting = facts->meeting;
  g_autofree char *when = when_words (meeting);
  const char *place = zb_record_get (meeting, "place"), *title = zb_text_words (meeting, "title"), *name = zb_meeting_name_words (meeting);
  GString *out = g_string_new (when);

  g_string_append_printf (out, "%s%s", out->len > 0 ? "，" : "", zb_meeting_facts_org_name (facts));
  if (place != NULL)
    g_string_append_printf (out, "在%s", place);
  g_string_append_printf (out, "%s%s", zb_meeting_verb_words (meeting), name);
  if (name != title)
    g_string_append_printf (out, "，主题为“%s”", title);
  g_string_append (out, "。");
  append_people (out, db, facts);
  return g_string_free (out, FALSE);
}

static char *
study_words (const ZbRecord *meeting)
{
  const char *lecturer = zb_record_get (meeting, "lecturer"), *role = zb_record_get (meeting, "lecturer_role");
  const char *readings = zb_record_get (meeting, "readings"), *campaign = zb_record_get (meeting, "campaign");
  GString *out = g_string_new (NULL);

  if (campaign != NULL)
    g_string_append_printf (out, "此次活动结合%s开展。", campaign);
  if (lecturer != NULL)
    g_string_append_printf (out, "主讲人为%s%s。", role != NULL ? role : "", lecturer);
  if (readings != NULL)
    g_string_append_printf (out, "学习内容：%s。", readings);
  return g_string_free (out, FALSE);
}

static char *
agenda_words (GPtrArray *agenda)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < agenda->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "；" : "议程为：", zb_text_words (g_ptr_array_index (agenda, i), "title"));
  return g_string_free (agenda->len > 0 ? g_string_append (out, "。") : out, FALSE);
}

/* Who swore, when it was a ceremony with an oath. */
static char *
oath_words (ZbDb *db, gint64 meeting)
{
  g_autoptr(ZbRecord) ceremony = zb_meeting_ceremony (db, meeting, NULL);
  g_autoptr(GPtrArray) people = ceremony != NULL ? zb_meeting_parts (db, &zb_kind_ceremony_person, "ceremony", ceremony->id, "number", NULL) : NULL;
  GString *out = g_string_new (NULL);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    if (strcmp (zb_text_words (g_ptr_array_index (people, i), "role"), "swearer") == 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", zb_text_words (g_ptr_array_index (people, i), "name"));
  if (ceremony != NULL && zb_record_get (ceremony, "leader") != NULL)
    g_string_append_printf (out, "%s%s领誓。", zb_text_words (ceremony, "leader_post"), zb_record_get (ceremony, "leader"));
  if (names->len > 0)
    g_string_append_printf (out, "%s宣誓。", names->str);
  return g_string_free (out, FALSE);
}

ZbDocument *
zb_paper_news (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error);
  g_autofree char *lead = NULL;
  g_autofree char *study = NULL;
  g_autofree char *agenda = NULL;
  g_autofree char *oath = NULL;
  g_autofree char *decisions = NULL;
  ZbDocument *document;

  if (facts == NULL)
    return NULL;
  document = zb_document_new_empty (request->kind, ZB_LOOK_OFFICIAL);
  g_free (document->title);
  document->title = g_strdup_printf ("%s新闻稿", zb_text_words (facts->meeting, "title"));
  zb_document_add_title (document, zb_text_words (facts->meeting, "title"));
  zb_document_add_note (document, "（草稿：只由已登记的内容组成，请核对、修改后使用）");
  lead = lead_words (db, facts);
  zb_document_add_text (document, lead, 0);
  study = study_words (facts->meeting);
  zb_document_add_text (document, study, 0);
  agenda = agenda_words (facts->agenda);
  zb_document_add_text (document, agenda, 0);
  oath = oath_words (db, request->meeting);
  zb_document_add_text (document, oath, 0);
  zb_document_add_text (document, zb_text_words (facts->meeting, "contents"), 0);
  if (zb_record_get (facts->meeting, "decisions") != NULL)
    decisions = g_strdup_printf ("会议决议：%s", zb_record_get (facts->meeting, "decisions"));
  zb_document_add_text (document, decisions, 0);
  return document;
}
