/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/papers/zb-papers.h"

/* 议程 and 主持词: the steps of a meeting or a ceremony; the words of the host where they are entered. */

#define BLANK_ITEMS 8
#define BLANK_LINES 3

static ZbDocument *
begin (const ZbMeetingFacts *facts, const ZbDocumentRequest *request, const char *what)
{
  ZbDocument *document = zb_document_new_empty (request->kind, ZB_LOOK_OFFICIAL);
  g_autofree char *time = zb_meeting_time_words (facts->meeting);
  g_autofree char *line = g_strdup_printf ("（%s　%s）", zb_or_blank (time), zb_or_blank (zb_record_get (facts->meeting, "place")));

  g_free (document->title);
  document->title = g_strconcat (zb_text_words (facts->meeting, "title"), what, NULL);
  zb_document_add_title (document, document->title);
  zb_document_add_note (document, line);
  return document;
}

static char *
numbered (const ZbRecord *item, guint i)
{
  g_autofree char *number = zb_count_words (i + 1);
  g_autofree char *words = zb_agenda_words (item);

  return g_strdup_printf ("%s、%s", number, words);
}

static gboolean
has_times (GPtrArray *agenda)
{
  for (guint i = 0; i < agenda->len; i++)
    if (zb_record_get (g_ptr_array_index (agenda, i), "minutes") != NULL)
      return TRUE;
  return FALSE;
}

static void
add_cells (ZbFormRow *row, const char *number, const char *title, const char *speaker, const char *minutes)
{
  zb_form_add_cell (row, NULL, number, 1.2);
  zb_form_add_cell (row, NULL, title, 6);
  zb_form_add_cell (row, NULL, speaker, 2.4);
  zb_form_add_cell (row, NULL, minutes, 1.8);
}

/* Steps that are timed stand in columns. */
static void
add_timed (ZbDocument *document, GPtrArray *agenda)
{
  ZbBlock *table = zb_document_add_table (document);

  add_cells (zb_form_add_row (table, 12, ZB_ROW_WHOLE), "序号", "议程", "发言人", "分钟");
  for (guint i = 0; i < agenda->len; i++)
    {
      const ZbRecord *item = g_ptr_array_index (agenda, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_cells (zb_form_add_row (table, 12, ZB_ROW_WHOLE), number, zb_text_words (item, "title"), zb_text_words (item, "speaker"),
                 zb_text_words (item, "minutes"));
    }
}

ZbDocument *
zb_paper_programme (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error);
  g_autofree char *chair = NULL;
  ZbDocument *document;

  if (facts == NULL)
    return NULL;
  document = begin (facts, request, "议程");
  chair = g_strdup_printf ("主持人：%s", zb_or_blank (zb_record_get (facts->meeting, "chair")));
  zb_document_add_note (document, chair);
  if (has_times (facts->agenda))
    add_timed (document, facts->agenda);
  for (guint i = 0; i < facts->agenda->len && !has_times (facts->agenda); i++)
    {
      g_autofree char *line = numbered (g_ptr_array_index (facts->agenda, i), i);

      zb_document_add_text (document, line, 0);
    }
  if (facts->agenda->len == 0)
    zb_document_add_blank (document, BLANK_ITEMS);
  return document;
}

ZbDocument *
zb_paper_script (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error);
  g_autofree char *chair = NULL;
  ZbDocument *document;

  if (facts == NULL)
    return NULL;
  document = begin (facts, request, "主持词");
  chair = g_strdup_printf ("主持人　%s", zb_or_blank (zb_record_get (facts->meeting, "chair")));
  zb_document_add_note (document, chair);
  for (guint i = 0; i < facts->agenda->len; i++)
    {
      const ZbRecord *item = g_ptr_array_index (facts->agenda, i);
      g_autofree char *line = numbered (item, i);

      zb_document_add_heading (document, 1, line);
      zb_document_add_text (document, zb_record_get (item, "text"), BLANK_LINES);
    }
  if (facts->agenda->len == 0)
    zb_document_add_blank (document, BLANK_ITEMS);
  return document;
}
