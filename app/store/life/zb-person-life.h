/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/life/zb-duty.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbPersonMeeting: somebody on the roll of one meeting.
 * @role: code of `attendance_role`
 * @state: (nullable): code of `attendance_state`
 * @made_up: the day it was made up, unknown when it was not
 * @tenths: hours that it credits in the year
 */
typedef struct {
  gint64 meeting;
  gint64 attendance;
  ZbMeetingKind kind;
  ZbDate day;
  char *title;
  char *role;
  gboolean expected;
  char *state;
  char *reason;
  ZbDate made_up;
  int tenths;
} ZbPersonMeeting;

void zb_person_meeting_free (ZbPersonMeeting *meeting);

/**
 * zb_person_meetings:
 *
 * The meetings of a year on whose roll somebody stands. Cost: one index range of that person's rows.
 *
 * Returns: (transfer full) (element-type ZbPersonMeeting): by day
 */
GPtrArray *zb_person_meetings (ZbDb *db, gint64 person, int year, GError **error);

/**
 * ZbPersonCeremony: somebody at a ceremony.
 * @meeting: the meeting that the ceremony is
 * @type: code of `ceremony_type`
 * @role: code of `ceremony_role`
 */
typedef struct {
  gint64 ceremony;
  gint64 meeting;
  ZbDate day;
  char *type;
  char *title;
  char *role;
  gboolean is_held;
} ZbPersonCeremony;

void zb_person_ceremony_free (ZbPersonCeremony *ceremony);

/** zb_person_ceremonies: every oath and re-affirmation of somebody. Returns: (transfer full) (element-type ZbPersonCeremony): by day */
GPtrArray *zb_person_ceremonies (ZbDb *db, gint64 person, GError **error);

G_END_DECLS
