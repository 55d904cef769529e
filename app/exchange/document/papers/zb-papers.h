/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/life/zb-vote.h"
#include "exchange/document/zb-document-blocks.h"
#include "exchange/paper/zb-meeting-facts.h"
#include "exchange/paper/zb-meeting-words.h"

G_BEGIN_DECLS

/* Each paper is a function of the facts. Returns: (transfer full): the document, or %NULL with @error set */
ZbDocument *zb_paper_notice (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_minutes (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_resolution (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_news (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_record (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_programme (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_script (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_oath (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_birthday_cards (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_service_certificate (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_certificates (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_wish_cards (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_wish_poster (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_thanks_letter (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_ballot (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_tally (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_name_cards (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_seats (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_letter (ZbDb *db, const ZbDocumentRequest *request, GError **error);
ZbDocument *zb_paper_feedback_card (ZbDb *db, const ZbDocumentRequest *request, GError **error);

/* Words that several of them need; all Chinese. */

/** zb_count_words: 一, 十, 二十一 … Returns: (transfer full) */
char *zb_count_words (guint n);

/** zb_meeting_name_words: the meeting’s title where it names a meeting (…会, …活动), otherwise its kind. */
const char *zb_meeting_name_words (const ZbRecord *meeting);

/** zb_meeting_verb_words: 召开, 开展 or 举行. */
const char *zb_meeting_verb_words (const ZbRecord *meeting);

/** zb_agenda_words: the title of an item, who speaks in brackets. Returns: (transfer full) */
char *zb_agenda_words (const ZbRecord *item);

/** zb_names_words: names of the rows of a roll that @wanted accepts, 、 between; with the reasons where @with_reason. Returns: (transfer full) */
char *zb_names_words (GPtrArray *roll, gboolean (*wanted) (const ZbRecord *row), gboolean with_reason);

gboolean zb_row_is_excused (const ZbRecord *row);
gboolean zb_row_is_absent (const ZbRecord *row);
gboolean zb_row_is_late (const ZbRecord *row);
gboolean zb_row_is_exempt (const ZbRecord *row);
gboolean zb_row_is_observer (const ZbRecord *row);
gboolean zb_row_is_guest (const ZbRecord *row);

/** zb_vote_figures_words: 应到会有表决权党员 8 人，实到 6 人 … Returns: (transfer full) */
char *zb_vote_figures_words (const ZbVote *vote);

/**
 * zb_vote_result_words:
 *
 * Whether the meeting was valid and the vote passed, with the rules and their sources; "" when a figure is missing.
 *
 * Returns: (transfer full)
 */
char *zb_vote_result_words (const ZbVote *vote, ZbRules *rules, ZbDate day);

/** zb_meeting_ceremony: Returns: (transfer full) (nullable): the ceremony of a meeting; %NULL with @error `no-ceremony` */
ZbRecord *zb_meeting_ceremony (ZbDb *db, gint64 meeting, GError **error);

/** zb_paper_refuse: Returns: %NULL, with @error set: %ZB_DATA_ERROR_REFUSED */
gpointer zb_paper_refuse (GError **error, const char *reason);

G_END_DECLS
