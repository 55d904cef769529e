/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * The sheets and lists of a meeting: one place for its menu.
 */

/** zb_meeting_papers_menu: items of the action `meeting.paper (s)`. Returns: (transfer full) */
GMenuModel *zb_meeting_papers_menu (const ZbRecord *meeting);

/** zb_meeting_papers_request: what to print for an item of the menu; @paper (nullable): what fits best. Returns: (transfer full) (nullable) */
ZbRosterRequest *zb_meeting_papers_request (ZbRegistry *registry, const ZbRecord *meeting, const char *paper);

G_END_DECLS
