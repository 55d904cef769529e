/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/life/zb-roll-model.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEETING_PAGE (zb_meeting_page_get_type ())

/**
 * ZbMeetingPage:
 *
 * Everything of one meeting, below each other: facts, agenda, attendance with its figures, votes, minutes, make-ups, and what only
 * its kind has; above them what the rules find, below them every change. Stands in a #ZbPage.
 *
 * Signals:
 *  - `call-roll`: the attendance screen is wanted
 *  - `gone`: the meeting was taken back
 */
G_DECLARE_FINAL_TYPE (ZbMeetingPage, zb_meeting_page, ZB, MEETING_PAGE, AdwBin)

GtkWidget *zb_meeting_page_new (ZbRegistry *registry);

/** zb_meeting_page_show: Returns: %FALSE when there is no such meeting */
gboolean zb_meeting_page_show (ZbMeetingPage *self, gint64 meeting);

/** zb_meeting_page_get_meeting: 0 for none. */
gint64 zb_meeting_page_get_meeting (ZbMeetingPage *self);

/** zb_meeting_page_get_roll: Returns: (transfer none) (nullable): %NULL while it has no day */
ZbRollModel *zb_meeting_page_get_roll (ZbMeetingPage *self);

void zb_meeting_page_edit (ZbMeetingPage *self);

/** zb_meeting_page_refresh: as it is stored. */
void zb_meeting_page_refresh (ZbMeetingPage *self);

/** zb_meeting_page_go_to: scrolls to a section: `votes`, `roll` … */
void zb_meeting_page_go_to (ZbMeetingPage *self, const char *section);

/** zb_meeting_page_make_request: the list that fits best what is shown. Returns: (transfer full) (nullable) */
ZbRosterRequest *zb_meeting_page_make_request (ZbMeetingPage *self);

G_END_DECLS
