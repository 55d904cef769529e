/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/document/papers/zb-papers.h"
#include "store/life/zb-attachments.h"
#include "store/life/zb-meetings.h"

/* 活动纪实: the facts, what was done, and the photos with their captions. */

#define PLAIN 9.5
#define TALL 50

static char *
people_words (ZbDb *db, const ZbMeetingFacts *facts)
{
  const char *workers = zb_record_get (facts->meeting, "audience_workers"), *public = zb_record_get (facts->meeting, "audience_public");
  GString *out = g_string_new (NULL);
  ZbMeetingCount count = { 0 };

  if (zb_meetings_count (db, facts->meeting->id, &count, NULL) && count.present > 0)
    g_string_append_printf (out, "应到党员%u人，实到%u人", count.expected, count.present);
  if (count.observers > 0)
    g_string_append_printf (out, "%s列席%u人", out->len > 0 ? "，" : "", count.observers);
  if (workers != NULL)
    g_string_append_printf (out, "%s职工%s人", out->len > 0 ? "，" : "", workers);
  if (public != NULL)
    g_string_append_printf (out, "%s群众%s人", out->len > 0 ? "，" : "", public);
  return g_string_free (out, FALSE);
}

static void
add_facts (ZbDocument *document, ZbDb *db, const ZbMeetingFacts *facts)
{
  const ZbRecord *meeting = facts->meeting;
  ZbBlock *form = zb_document_add_form (document);
  g_autofree char *time = zb_meeting_time_words (meeting);
  g_autofree char *people = people_words (db, facts);
  ZbFormRow *row;

  zb_form_add (form, "组织单位", zb_meeting_facts_org_name (facts), PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "活动名称", zb_text_words (meeting, "title"), PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "活动时间", time, PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "活动地点", zb_text_words (meeting, "place"), PLAIN, ZB_ROW_WHOLE);
  row = zb_form_add_row (form, PLAIN, ZB_ROW_WHOLE);
  zb_form_add_cell (row, "主持人", zb_text_words (meeting, "chair"), 1);
  zb_form_add_cell (row, "主讲人", zb_text_words (meeting, "lecturer"), 1);
  zb_form_add (form, "参加人数", people, PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "活动内容", zb_text_words (meeting, "contents"), TALL, ZB_ROW_PROSE);
}

/* Photos in the order in which they were added. */
static gboolean
add_photos (ZbDocument *document, ZbDb *db, gint64 meeting, GError **error)
{
  g_autoptr(GPtrArray) papers = zb_meeting_parts (db, &zb_kind_attachment, "meeting", meeting, NULL, error);
  guint n = 0;

  if (papers == NULL)
    return FALSE;
  for (guint i = 0; i < papers->len; i++)
    {
      const ZbRecord *paper = g_ptr_array_index (papers, i);
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *caption = NULL;

      if (strcmp (zb_text_words (paper, "kind"), "photo") != 0)
        continue;
      if (!(bytes = zb_attachments_read (db, paper->id, FALSE, error)))
        return FALSE;
      caption = g_strdup_printf ("图%u　%s", ++n, zb_or_blank (zb_record_get (paper, "caption")));
      zb_document_add_picture (document, bytes, caption);
    }
  if (n == 0)
    zb_document_add_picture (document, NULL, NULL);
  return TRUE;
}

ZbDocument *
zb_paper_record (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error);
  g_autoptr(ZbDocument) document = NULL;

  if (facts == NULL)
    return NULL;
  document = zb_document_new_empty (request->kind, ZB_LOOK_FORM);
  g_free (document->title);
  document->title = g_strdup_printf ("%s活动纪实", zb_text_words (facts->meeting, "title"));
  zb_document_add_title (document, "活动纪实");
  add_facts (document, db, facts);
  return add_photos (document, db, request->meeting, error) ? g_steal_pointer (&document) : NULL;
}
