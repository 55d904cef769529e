/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "exchange/document/papers/zb-papers.h"

/* Every paper that is no list; a new one is a function of the facts and a line here. */

typedef ZbDocument *(*ZbPaperFunc) (ZbDb *db, const ZbDocumentRequest *request, GError **error);

#define N_PAPERS 20

static const ZbDocumentKind kinds[N_PAPERS] = {
  { "notice", N_("Notice of a Meeting"), ZB_DOCUMENT_OF_MEETING },
  { "programme", N_("Programme"), ZB_DOCUMENT_OF_MEETING },
  { "script", N_("Words of the Host"), ZB_DOCUMENT_OF_MEETING },
  { "minutes", N_("Minutes"), ZB_DOCUMENT_OF_MEETING },
  { "resolution", N_("Resolutions"), ZB_DOCUMENT_OF_MEETING },
  { "news", N_("Draft of a News Note"), ZB_DOCUMENT_OF_MEETING },
  { "record", N_("Record With Photos"), ZB_DOCUMENT_OF_MEETING },
  { "oath", N_("Oath in Large Letters"), ZB_DOCUMENT_OF_CEREMONY },
  { "birthday-cards", N_("Cards for Political Birthdays"), ZB_DOCUMENT_OF_PEOPLE },
  { "certificates", N_("Certificates of Joining the Party"), ZB_DOCUMENT_OF_PEOPLE },
  { "wish-cards", N_("Wish Cards"), ZB_DOCUMENT_OF_WISHES },
  { "wish-poster", N_("Poster of Wishes"), ZB_DOCUMENT_OF_WISHES },
  { "thanks-letter", N_("Letter of Thanks"), ZB_DOCUMENT_OF_WISH },
  { "feedback-card", N_("Feedback Card"), ZB_DOCUMENT_OF_WISH },
  { "service-certificate", N_("Certificate of Service"), ZB_DOCUMENT_OF_CERTIFICATE },
  { "ballot", N_("Ballot"), ZB_DOCUMENT_OF_NAMES },
  { "tally", N_("Tally Sheet"), ZB_DOCUMENT_OF_NAMES },
  { "name-cards", N_("Name Cards"), ZB_DOCUMENT_OF_NAMES },
  { "seats", N_("Plan of Seats"), ZB_DOCUMENT_OF_NAMES },
  { "letter", N_("Letter of Introduction or Proof"), ZB_DOCUMENT_OF_LETTER },
};

static const ZbPaperFunc papers[N_PAPERS] = {
  zb_paper_notice, zb_paper_programme, zb_paper_script, zb_paper_minutes, zb_paper_resolution, zb_paper_news, zb_paper_record, zb_paper_oath,
  zb_paper_birthday_cards, zb_paper_certificates, zb_paper_wish_cards, zb_paper_wish_poster, zb_paper_thanks_letter, zb_paper_feedback_card,
  zb_paper_service_certificate, zb_paper_ballot, zb_paper_tally, zb_paper_name_cards, zb_paper_seats, zb_paper_letter,
};

static const ZbDocumentKind *const listed[N_PAPERS + 1] = {
  &kinds[0], &kinds[1], &kinds[2], &kinds[3], &kinds[4], &kinds[5], &kinds[6], &kinds[7], &kinds[8], &kinds[9], &kinds[10], &kinds[11],
  &kinds[12], &kinds[13], &kinds[14], &kinds[15], &kinds[16], &kinds[17], &kinds[18], &kinds[19], NULL
};

G_DEFINE_BOXED_TYPE (ZbDocumentRequest, zb_document_request, zb_document_request_copy, zb_document_request_free)

const ZbDocumentKind *const *
zb_document_kinds (void)
{
  return listed;
}

const ZbDocumentKind *
zb_document_kind_get (const char *name)
{
  for (guint i = 0; i < N_PAPERS; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

ZbDocumentRequest *
zb_document_request_new (const ZbDocumentKind *kind, ZbDate as_of)
{
  ZbDocumentRequest *request = g_new0 (ZbDocumentRequest, 1);

  request->kind = kind;
  request->as_of = as_of;
  request->blank_rows = -1;
  return request;
}

ZbDocumentRequest *
zb_document_request_copy (const ZbDocumentRequest *request)
{
  ZbDocumentRequest *copy = g_new (ZbDocumentRequest, 1);

  *copy = *request;
  copy->addressee = g_strdup (request->addressee);
  copy->requirements = g_strdup (request->requirements);
  copy->title = g_strdup (request->title);
  copy->names = g_strdupv (request->names);
  copy->people = request->people != NULL ? zb_roster_request_copy (request->people) : NULL;
  return copy;
}

void
zb_document_request_free (ZbDocumentRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->addressee);
  g_free (request->requirements);
  g_free (request->title);
  g_strfreev (request->names);
  g_clear_pointer (&request->people, zb_roster_request_free);
  g_free (request);
}

ZbDocument *
zb_document_new (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  ZbDocumentSubject subject = request->kind->subject;

  if (request->certificate == 0 && subject == ZB_DOCUMENT_OF_CERTIFICATE)
    return zb_paper_refuse (error, "which-certificate");
  if (request->letter == 0 && subject == ZB_DOCUMENT_OF_LETTER)
    return zb_paper_refuse (error, "which-letter");
  if (request->meeting == 0 && (subject == ZB_DOCUMENT_OF_MEETING || subject == ZB_DOCUMENT_OF_CEREMONY))
    return zb_paper_refuse (error, "which-meeting");
  if (request->wish == 0 && subject == ZB_DOCUMENT_OF_WISH)
    return zb_paper_refuse (error, "which-wish");
  return papers[request->kind - kinds] (db, request, error);
}
