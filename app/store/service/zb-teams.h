/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/** zb_teams_fill: of a team, who the captain is, by name and as a member; of a member of one, the name as it is on the day. Asked before either is stored. */
gboolean zb_teams_fill (ZbDb *db, ZbRecord *record, GError **error);

/**
 * zb_teams_check:
 * @record: of a kind of service, about to be written
 * @error: REFUSED (`in-team-already`, `volunteer-already`, `no-quarter`, `quarter-already`)
 *
 * Nobody is in a team twice at a time, or a volunteer twice; communities speak once a quarter.
 */
gboolean zb_teams_check (ZbDb *db, const ZbRecord *record, GError **error);

/** zb_teams_people: ids of the members of the registry who are in a team on a day, in the order they were entered. Returns: (transfer full) (element-type gint64) */
GArray *zb_teams_people (ZbDb *db, gint64 team, ZbDate day, GError **error);

G_END_DECLS
