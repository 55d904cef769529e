/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/*
 * 第几次: the number of a meeting among those of its kind, organisation and year; what was cancelled has no part in it. It is given
 * when the meeting is planned, for the notice names it.
 */

/** zb_meeting_on: when it was held, else for when it is planned. Returns: (transfer none) (nullable) */
const char *zb_meeting_on (const ZbRecord *meeting);

/** zb_meeting_give_number: the next of its year, where it has a day and no number. */
gboolean zb_meeting_give_number (ZbDb *db, ZbRecord *meeting, GError **error);

/** zb_meeting_give_title: made of year, number and kind, where it has none. */
void zb_meeting_give_title (ZbRecord *meeting);

/**
 * zb_meeting_follow_number:
 * @old: the meeting as it is stored
 *
 * The same for a meeting that is there: moved into another year, to another organisation or kind it gets the next number there, and
 * so it does when it is planned again after it was cancelled and its number was given to another. A title that was made of the
 * number follows it. The gap that it leaves is for zb_check_numbers() to tell: minutes that were written are not numbered anew unasked.
 */
gboolean zb_meeting_follow_number (ZbDb *db, ZbRecord *meeting, const ZbRecord *old, GError **error);

G_END_DECLS
