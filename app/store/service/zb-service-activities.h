/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-steps-private.h"

G_BEGIN_DECLS

/**
 * zb_service_activities_add:
 * @meeting: unsaved, of the meeting kind; its own kind is set here
 * @activity: unsaved; without a title it gets the meeting's, or the other way round
 * @people: (array length=n_people): who signed up
 * @everybody: whether all members of the organisation are signed up
 *
 * A service activity with the meeting it is: roll, place, photos and the attendance screen are the meeting's. Where
 * nobody is named those of its team on the day are signed up. People need a day. @error: as zb_meetings_add(); REFUSED (`no-day-yet`)
 */
gboolean zb_service_activities_add (ZbChangeSet *set, ZbRecord *meeting, ZbRecord *activity, const gint64 *people, guint n_people, gboolean everybody, GError **error);

/**
 * zb_service_activities_set_up:
 * @activity: unsaved, of a meeting that is there
 *
 * The same for a meeting that is there already and keeps its kind; its roll stays, people are added to it.
 */
gboolean zb_service_activities_set_up (ZbChangeSet *set, ZbRecord *activity, const gint64 *people, guint n_people, GError **error);

/**
 * zb_service_activities_sign_up:
 * @shift: (nullable): for which shift
 *
 * Puts members on the roll; those who are there already only get the shift, when one is given. @error: REFUSED
 * (`no-day-yet`, `meeting-cancelled`; `no-such-shift` where the activity has shifts and this is none of them)
 */
gboolean zb_service_activities_sign_up (ZbChangeSet *set, gint64 activity, const gint64 *people, guint n_people, const char *shift, GError **error);

/**
 * zb_service_activities_uncredit:
 * @why, @by: the reason, and who confirms it
 *
 * Corrects every hour that the activity credited down to nothing, each by a row of its own. @error: REFUSED (`nothing-to-correct`)
 */
gboolean zb_service_activities_uncredit (ZbChangeSet *set, gint64 activity, const char *why, const char *by, GError **error);

/**
 * zb_service_activities_check_gone:
 * @error: REFUSED (`hours-credited`) with the hours that it still credits
 *
 * Whether an activity may be taken back or cancelled: hours of what never was are corrected first, so that nobody loses
 * or keeps them unseen.
 */
gboolean zb_service_activities_check_gone (ZbDb *db, gint64 activity, GError **error);

/** zb_service_activities_of_meeting: Returns: (transfer full) (nullable): the activity that a meeting is; %NULL also without @error */
ZbRecord *zb_service_activities_of_meeting (ZbDb *db, gint64 meeting, GError **error);

/**
 * ZbServiceCredit: what is credited to each who was there.
 * @tenths: hours a day; 0: measured
 * @started_at, @ended_at: (nullable): when the service itself began and ended, without the way; %NULL: as the meeting
 * @confirmed_by: (nullable): %NULL: who is in charge, else the recorder, else the chair
 */
typedef struct {
  gint64 tenths;
  const char *started_at;
  const char *ended_at;
  const char *confirmed_by;
} ZbServiceCredit;

/**
 * zb_service_activities_credit:
 * @out_n: (out) (optional): rows written
 *
 * Credits the hours of an activity to every member who was there by its roll: a row for each day that it took, from the
 * beginning (who came late: from when he came) to the end. Who has them already gets nothing twice, so that a second
 * run adds only who is missing. @error: REFUSED (`no-day-yet`, `not-held-yet`, `meeting-cancelled`, `nobody-came`, `which-hours`, `who-confirms`)
 */
gboolean zb_service_activities_credit (ZbChangeSet *set, gint64 activity, const ZbServiceCredit *credit, guint *out_n, GError **error);

/** zb_step_apply_service_activity: the steps `enrol`, `enrol-team`, `enrol-all`, `credit` and `uncredit`. */
gboolean zb_step_apply_service_activity (ZbStepRun *run, GError **error);

G_END_DECLS
