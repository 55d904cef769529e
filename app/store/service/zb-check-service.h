/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-check.h"

G_BEGIN_DECLS

/**
 * zb_check_hours:
 * @person: whose hours
 * @on: (nullable): the day, as stored; %NULL: of every day
 *
 * What is to be looked at again in somebody's hours, for the form while they are entered: too many on a day, times
 * that overlap, corrections of what is no longer there.
 *
 * Returns: (transfer full) (element-type ZbFinding): empty when all is well
 */
GPtrArray *zb_check_hours (ZbDb *db, gint64 person, const char *on, ZbDate as_of, GError **error);

/** zb_check_activity: the same for one activity and the hours that it credited, for its page. Returns: (transfer full) (element-type ZbFinding) */
GPtrArray *zb_check_activity (ZbDb *db, gint64 activity, ZbDate as_of, GError **error);

G_END_DECLS
