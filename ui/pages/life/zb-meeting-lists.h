/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialogs/zb-record-list.h"

G_BEGIN_DECLS

/*
 * What belongs to a meeting as lists of records: agenda or programme, votes, make-ups, problems and remedies.
 */

extern const ZbRecordListSpec zb_meeting_agenda;
extern const ZbRecordListSpec zb_meeting_programme;
extern const ZbRecordListSpec zb_meeting_votes;
extern const ZbRecordListSpec zb_meeting_make_ups;
extern const ZbRecordListSpec zb_meeting_problems;

G_END_DECLS
