/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/life/zb-duty.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbAttendanceLine:
 * @org: the organisation that met
 * @person: 0 for somebody who is no member of the registry
 * @name: as it was on the day
 * @came: present or late
 * @excused: on leave; who was expected, did not come and is not on leave was absent
 * @made_up: whether what was missed has been made up
 * @meeting_hours: tenths of an hour that the meeting credits, 0 unknown
 *
 * One person at one meeting.
 */
typedef struct {
  gint64 meeting;
  gint64 org;
  ZbMeetingKind kind;
  gint64 attendance;
  gint64 person;
  const char *name;
  gboolean expected;
  gboolean came;
  gboolean late;
  gboolean excused;
  gboolean made_up;
  int meeting_hours;
} ZbAttendanceLine;

/** ZbAttendanceFunc: @line: good until the call ends */
typedef void (*ZbAttendanceFunc) (const ZbAttendanceLine *line, gpointer user_data);

/**
 * zb_attendance_each:
 * @from, @to: first and last day
 *
 * Everybody's attendance at every meeting that was held between two days, observers and guests left out. In order of
 * the days. Cost: an index range over the meetings, and one more for each.
 */
gboolean zb_attendance_each (ZbDb *db, ZbDate from, ZbDate to, ZbAttendanceFunc func, gpointer user_data, GError **error);

G_END_DECLS
