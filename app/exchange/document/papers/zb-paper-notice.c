/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/document/papers/zb-papers.h"
#include "store/life/zb-meetings.h"
#include "store/zb-records.h"

/* 会议通知: 时间, 地点, 参加人员, 议程, 要求, 落款. */

#define BLANK_LINES 3

/* Everybody whom the kind of meeting asks for. */
static char *
everybody (const ZbMeetingFacts *facts)
{
  const char *name = zb_meeting_facts_org_short (facts);

  return g_strdup_printf ("%s%s", name, strcmp (zb_text_words (facts->meeting, "kind"), "committee") == 0 ? "支部委员会全体委员" : "全体党员");
}

static char *
place_words (ZbDb *db, const ZbRecord *meeting)
{
  const char *place = zb_record_get (meeting, "place");
  g_autoptr(ZbRecord) venue = NULL;
  const char *address;

  if (zb_record_get (meeting, "venue") != NULL)
    venue = zb_records_get (db, &zb_kind_venue, zb_record_get_int (meeting, "venue"), FALSE, NULL);
  address = venue != NULL ? zb_record_get (venue, "address") : NULL;
  if (place == NULL && venue != NULL)
    place = zb_record_title (venue);
  return address != NULL && place != NULL ? g_strdup_printf ("%s（地址：%s）", place, address) : g_strdup (place);
}

static char *
who_words (ZbDb *db, const ZbMeetingFacts *facts)
{
  g_autofree char *all = everybody (facts);
  g_autofree char *observers = zb_names_words (facts->roll, zb_row_is_observer, FALSE);
  const char *written = zb_text_words (facts->meeting, "observers");
  GString *out = g_string_new (all);
  ZbMeetingCount count;

  if (zb_meetings_count (db, facts->meeting->id, &count, NULL) && count.expected > 0)
    g_string_append_printf (out, "（应到%u人）", count.expected);
  g_string_append (out, "。");
  if (*written != '\0' || *observers != '\0')
    g_string_append_printf (out, "\n列席人员：%s%s%s。", written, *written != '\0' && *observers != '\0' ? "、" : "", observers);
  return g_string_free (out, FALSE);
}

static void
add_agenda (ZbDocument *document, GPtrArray *agenda)
{
  for (guint i = 0; i < agenda->len; i++)
    {
      g_autofree char *words = zb_agenda_words (g_ptr_array_index (agenda, i));
      g_autofree char *number = zb_count_words (i + 1);
      g_autofree char *line = g_strdup_printf ("（%s）%s", number, words);

      zb_document_add_text (document, line, 0);
    }
  if (agenda->len == 0)
    zb_document_add_blank (document, BLANK_LINES);
}

static void
add_requirements (ZbDocument *document, const char *requirements)
{
  g_autofree char *clean = zb_clean_words (requirements);
  g_auto(GStrv) lines = g_strsplit (clean, "\n", -1);

  if (*clean == '\0')
    zb_document_add_blank (document, BLANK_LINES);
  for (guint i = 0; *clean != '\0' && lines[i] != NULL; i++)
    {
      g_autofree char *number = zb_count_words (i + 1);
      g_autofree char *line = g_strv_length (lines) > 1 ? g_strdup_printf ("（%s）%s", number, lines[i]) : g_strdup (lines[i]);

      zb_document_add_text (document, line, 0);
    }
}

/* 一、 二、 … in the order in which they are there. */
static void
add_section (ZbDocument *document, guint *number, const char *heading)
{
  g_autofree char *word = zb_count_words (++*number);
  g_autofree char *line = g_strdup_printf ("%s、%s", word, heading);

  zb_document_add_heading (document, 1, line);
}

static void
add_sections (ZbDocument *document, ZbDb *db, const ZbMeetingFacts *facts, const char *requirements)
{
  gboolean is_meeting = strcmp (zb_meeting_verb_words (facts->meeting), "召开") == 0;
  const char *title = zb_text_words (facts->meeting, "title");
  g_autofree char *planned = zb_meeting_planned_words (facts->meeting);
  g_autofree char *time = *planned != '\0' ? g_strdup (planned) : zb_meeting_time_words (facts->meeting);
  g_autofree char *place = place_words (db, facts->meeting);
  g_autofree char *who = who_words (db, facts);
  guint number = 0;

  if (zb_meeting_name_words (facts->meeting) != title)
    {
      add_section (document, &number, is_meeting ? "会议主题" : "活动主题");
      zb_document_add_text (document, title, 1);
    }
  add_section (document, &number, is_meeting ? "会议时间" : "活动时间");
  zb_document_add_text (document, time, 1);
  add_section (document, &number, is_meeting ? "会议地点" : "活动地点");
  zb_document_add_text (document, place, 1);
  add_section (document, &number, "参加人员");
  zb_document_add_text (document, who, 1);
  add_section (document, &number, is_meeting ? "会议议程" : "活动安排");
  add_agenda (document, facts->agenda);
  add_section (document, &number, "有关要求");
  add_requirements (document, requirements);
}

/* A notice is never younger than the meeting: made afterwards for the files, its day is filled in by hand. */
static char *
notice_day (const ZbRecord *meeting, ZbDate as_of)
{
  const char *field = zb_record_get (meeting, "planned_on") != NULL ? "planned_on" : "held_on";
  ZbDate day = zb_record_get_date (meeting, field);

  return zb_date_is_complete (day) && zb_date_compare (day, as_of) < 0 ? g_strdup ("　　　　年　　月　　日") : zb_day_words (as_of);
}

ZbDocument *
zb_paper_notice (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error);
  g_autofree char *addressee = NULL;
  g_autofree char *line = NULL;
  g_autofree char *opening = NULL;
  g_autofree char *day = NULL;
  ZbDocument *document;

  if (facts == NULL)
    return NULL;
  day = notice_day (facts->meeting, request->as_of);
  document = zb_document_new_empty (request->kind, ZB_LOOK_OFFICIAL);
  g_free (document->title);
  document->title = g_strdup_printf ("关于%s%s的通知", zb_meeting_verb_words (facts->meeting), zb_meeting_name_words (facts->meeting));
  zb_document_add_title (document, document->title);
  addressee = request->addressee != NULL && *request->addressee != '\0' ? g_strdup (request->addressee) : everybody (facts);
  line = g_strdup_printf ("%s：", addressee);
  zb_document_add_line (document, line);
  opening = g_strdup_printf ("现将%s%s的有关事项通知如下：", zb_meeting_verb_words (facts->meeting), zb_meeting_name_words (facts->meeting));
  zb_document_add_text (document, opening, 0);
  add_sections (document, db, facts, request->requirements);
  zb_document_add_signature (document, zb_meeting_facts_org_name (facts), day);
  return document;
}
