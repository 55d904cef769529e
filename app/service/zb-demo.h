/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-members.h"

G_BEGIN_DECLS

/**
 * zb_demo_fill:
 * @members: how many people, 1 … 1,000,000
 * @seed: the same seed gives the same people, and the same meetings
 * @meetings: whether large ones have meetings, too; small ones always have
 *
 * Fills an empty registry with believable invented organisations, members, terms, posts and history,
 * in one change set, and below 5,000 members with the organisational life of twelve months. ID numbers carry an area
 * code that is not in use; phones 199 0000 xxxx. Cost: about 100 s a million people, 3 ms a meeting.
 */
gboolean zb_demo_fill (ZbDb *db, guint members, guint32 seed, ZbDate today, gboolean meetings, ZbProgressFunc progress, gpointer user_data,
                       GError **error);

G_END_DECLS
