/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEETING_DESK (zb_meeting_desk_get_type ())

/**
 * ZbMeetingDesk:
 *
 * A #ZbDesk for meetings: the meeting's own page, and before that its attendance screen when the roll is called.
 */
G_DECLARE_FINAL_TYPE (ZbMeetingDesk, zb_meeting_desk, ZB, MEETING_DESK, AdwBin)

GtkWidget *zb_meeting_desk_new (ZbRegistry *registry);

G_END_DECLS
