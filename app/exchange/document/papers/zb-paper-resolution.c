/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/document/papers/zb-papers.h"
#include "store/life/zb-meetings.h"
#include "store/zb-check.h"

/* 决议: one for each vote, with its figures and the rule, and room for the seal. */

/* 关于…的决议, whichever part of it the subject brings along. */
static char *
title_words (const char *subject)
{
  return g_strdup_printf ("%s%s%s", g_str_has_prefix (subject, "关于") ? "" : "关于", subject, g_str_has_suffix (subject, "决议") ? "" : "的决议");
}

static char *
occasion_words (const ZbMeetingFacts *facts, const ZbRecord *resolution)
{
  g_autofree char *day = zb_day_words (zb_meeting_day (facts->meeting));
  const char *method = zb_text_words (resolution, "method");

  return g_strdup_printf ("%s，%s%s%s，就“%s”%s进行表决。", zb_or_blank (day), zb_meeting_facts_org_name (facts),
                          zb_meeting_verb_words (facts->meeting), zb_label_words (facts->meeting, "kind"), zb_text_words (resolution, "subject"),
                          strcmp (method, "secret") == 0 ? "以无记名投票方式" : strcmp (method, "named") == 0 ? "以记名投票方式"
                          : strcmp (method, "open") == 0 ? "以举手方式" : "");
}

static gboolean
add_resolution (ZbDocument *document, ZbDb *db, ZbRules *rules, const ZbMeetingFacts *facts, const ZbRecord *resolution, GError **error)
{
  ZbDate day = zb_meeting_day (facts->meeting);
  g_autofree char *title = title_words (zb_text_words (resolution, "subject"));
  g_autofree char *occasion = occasion_words (facts, resolution);
  g_autofree char *signed_on = zb_day_words (day);
  g_autofree char *who = g_strdup_printf ("%s（盖章）", zb_meeting_facts_org_name (facts));
  g_autofree char *figures = NULL;
  g_autofree char *result = NULL;
  ZbVote vote;

  if (!zb_meetings_vote (db, resolution, &vote, error))
    return FALSE;
  figures = zb_vote_figures_words (&vote);
  result = zb_vote_result_words (&vote, rules, day);
  zb_document_add_title (document, title);
  zb_document_add_text (document, occasion, 0);
  zb_document_add_text (document, figures, 0);
  zb_document_add_text (document, result, 2);
  zb_document_add_text (document, zb_text_words (resolution, "text"), 0);
  zb_document_add_signature (document, who, *signed_on != '\0' ? signed_on : "　　　　年　　月　　日");
  return TRUE;
}

ZbDocument *
zb_paper_resolution (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error);
  g_autoptr(ZbRules) rules = facts != NULL ? zb_rules_load (db, error) : NULL;
  g_autoptr(ZbDocument) document = NULL;

  if (rules == NULL)
    return NULL;
  if (facts->resolutions->len == 0)
    return zb_paper_refuse (error, "no-resolution");
  document = zb_document_new_empty (request->kind, ZB_LOOK_OFFICIAL);
  g_free (document->title);
  document->title = g_strdup_printf ("%s决议", zb_text_words (facts->meeting, "title"));
  for (guint i = 0; i < facts->resolutions->len; i++)
    {
      if (i > 0)
        zb_document_add_page (document);
      if (!add_resolution (document, db, rules, facts, g_ptr_array_index (facts->resolutions, i), error))
        return NULL;
    }
  return g_steal_pointer (&document);
}
