/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEETING_DESK (zb_meeting_desk_get_type ())

/**
 * ZbMeetingDesk:
 *
 * An open meeting inside an area's page: its own page, and before that its attendance screen when the roll is called.
 *
 * Signals:
 *  - `gone`: the meeting was taken back: there is nothing to show any more
 */
G_DECLARE_FINAL_TYPE (ZbMeetingDesk, zb_meeting_desk, ZB, MEETING_DESK, AdwBin)

GtkWidget *zb_meeting_desk_new (ZbRegistry *registry);

/** zb_meeting_desk_open: Returns: whether there is such a meeting */
gboolean zb_meeting_desk_open (ZbMeetingDesk *self, gint64 meeting);

/** zb_meeting_desk_go_back: leaves the attendance screen. Returns: whether it was open; otherwise the meeting is to be left */
gboolean zb_meeting_desk_go_back (ZbMeetingDesk *self);

/** zb_meeting_desk_find: searches in the roll. Returns: whether that is in front */
gboolean zb_meeting_desk_find (ZbMeetingDesk *self);

void zb_meeting_desk_edit (ZbMeetingDesk *self);

/** zb_meeting_desk_make_request: what is printed of the meeting. Returns: (transfer full) (nullable) */
ZbRosterRequest *zb_meeting_desk_make_request (ZbMeetingDesk *self);

G_END_DECLS
