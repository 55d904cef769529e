/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/life/zb-duty.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbMeetingLine: a meeting as lists and the calendar show it.
 * @day: held on, else planned for; may be unknown
 * @from_plan: made of an item of the year plan
 */
typedef struct {
  gint64 id;
  gint64 org;
  ZbMeetingKind kind;
  ZbDate day;
  char *started_at;
  char *title;
  char *place;
  char *state;
  gboolean from_plan;
} ZbMeetingLine;

void zb_meeting_line_free (ZbMeetingLine *line);

/**
 * zb_meetings_list:
 * @org: with what stands below it, 0: of the whole registry
 * @from, @to: days, @to not included; %ZB_DATE_NONE: no bound. Meetings without any day come only without bounds
 *
 * Cost: two index ranges, of the days held and of the days planned.
 *
 * Returns: (transfer full) (element-type ZbMeetingLine): by day, then time
 */
GPtrArray *zb_meetings_list (ZbDb *db, gint64 org, ZbDate from, ZbDate to, GError **error);

/** zb_meetings_line: one meeting; @error: NOT_FOUND. Returns: (transfer full) */
ZbMeetingLine *zb_meetings_line (ZbDb *db, gint64 meeting, GError **error);

G_END_DECLS
