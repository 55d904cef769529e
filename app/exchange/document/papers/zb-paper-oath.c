/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/life/zb-oath.h"
#include "exchange/document/papers/zb-papers.h"

/* 誓词大字页: to be read aloud from, one page, 二号 and larger. */

/* The lines of an own text as they were written; a long one at its marks. */
static char *
own_lines (const char *text)
{
  g_autofree char *clean = zb_clean_words (text);
  GString *out = g_string_new (NULL);

  if (strchr (clean, '\n') != NULL)
    return g_string_free (g_string_append (out, clean), FALSE);
  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, c);
      if (g_utf8_strchr ("，。；！", -1, c) != NULL && *g_utf8_next_char (p) != '\0')
        g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

ZbDocument *
zb_paper_oath (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error);
  g_autoptr(ZbRecord) ceremony = facts != NULL ? zb_meeting_ceremony (db, request->meeting, error) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *page = NULL;
  ZbDocument *document;
  gboolean is_own;

  if (ceremony == NULL)
    return NULL;
  is_own = strcmp (zb_text_words (ceremony, "text"), "own") == 0;
  if (strcmp (zb_text_words (ceremony, "text"), "none") == 0 || (is_own && zb_record_get (ceremony, "own_text") == NULL))
    return zb_paper_refuse (error, "no-oath-text");
  words = is_own ? own_lines (zb_record_get (ceremony, "own_text")) : g_strjoinv ("\n", (char **) zb_oath_lines ());
  page = g_strdup_printf ("%s\n%s\n宣誓人：" ZB_BLANK, is_own ? "誓　词" : "入党誓词", words);
  document = zb_document_new_empty (request->kind, ZB_LOOK_BARE);
  g_free (document->title);
  document->title = g_strdup_printf ("%s誓词", zb_text_words (facts->meeting, "title"));
  zb_document_add_big (document, page);
  return document;
}
