/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/life/zb-vote.h"
#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * zb_meetings_add:
 * @record: of the meeting kind; organisation and kind are needed
 *
 * Stores a new meeting and fills in what follows from the rest: the state (held when it has a day of holding), the
 * number in the year among the organisation's meetings of its kind, a title, study hours by the rule, and the members
 * whom chair, recorder and lecturer name where only one is meant. @error: MISSING, REFUSED (`in-future`, `ends-before`)
 */
gboolean zb_meetings_add (ZbChangeSet *set, ZbRecord *record, GError **error);

/**
 * zb_meetings_renumber:
 * @out_changed: (out) (optional): how many got another number
 *
 * Numbers the organisation's meetings of a kind in a year anew, in the order of their days; what was cancelled has no
 * part in it. Titles that were made of the number follow it.
 */
gboolean zb_meetings_renumber (ZbChangeSet *set, gint64 org, const char *kind, int year, guint *out_changed, GError **error);

/** zb_meetings_renumber_year: the same of every kind of meeting. */
gboolean zb_meetings_renumber_year (ZbChangeSet *set, gint64 org, int year, guint *out_changed, GError **error);

/** zb_meetings_person_named: the one Party member of the organisation, or of the registry, whom a name means; 0 none, or several. */
gint64 zb_meetings_person_named (ZbDb *db, gint64 org, const char *name);

/** zb_meetings_next: the first meeting that is planned for @day or later in the organisation, or in any when @org is 0; 0: there is none. */
gint64 zb_meetings_next (ZbDb *db, gint64 org, ZbDate day, GError **error);

/** zb_meetings_has_day: whether it is known when the meeting is or was. */
gboolean zb_meetings_has_day (const ZbRecord *meeting);

/** zb_meetings_update: corrects a meeting, with the same care; what a person gave is not replaced. */
gboolean zb_meetings_update (ZbChangeSet *set, ZbRecord *record, GError **error);

/**
 * zb_meetings_add_beside:
 * @kind: code of `meeting_kind`
 * @out_id: (out): the new meeting
 *
 * One occasion, several kinds, recorded separately: a meeting of another kind with the day, place, people and
 * attendance of @meeting, linked to it.
 */
gboolean zb_meetings_add_beside (ZbChangeSet *set, gint64 meeting, const char *kind, gint64 *out_id, GError **error);

/** zb_meetings_from_plan: makes a meeting of an item of the year plan, on @day. */
gboolean zb_meetings_from_plan (ZbChangeSet *set, gint64 plan_item, ZbDate day, gint64 *out_id, GError **error);

/**
 * zb_meetings_parts:
 * @kind: a kind whose records are parts of meetings: attendance, agenda item, resolution …
 *
 * What belongs to a meeting, by its numbers. Cost: one index range.
 *
 * Returns: (transfer full) (element-type ZbRecord)
 */
GPtrArray *zb_meetings_parts (ZbDb *db, const ZbKind *kind, gint64 meeting, GError **error);

/**
 * ZbMeetingCount: the figures of a roll.
 * @expected: 应到; always @present + @excused + @absent
 * @present: 实到, with those who came late
 * @unmarked: of the absent: nobody said why yet
 * @extra: came although not expected
 * @voters, @voters_present: who may vote, and who of them came
 */
typedef struct {
  guint expected;
  guint present;
  guint late;
  guint excused;
  guint absent;
  guint unmarked;
  guint extra;
  guint observers;
  guint guests;
  guint voters;
  guint voters_present;
} ZbMeetingCount;

/**
 * zb_meeting_count_add:
 * @role: code of `attendance_role`
 * @state: (nullable): code of `attendance_state`
 *
 * Counts one row of a roll in; the figures agree after every row.
 */
void zb_meeting_count_add (ZbMeetingCount *count, const char *role, gboolean expected, gboolean voter, const char *state);

/** zb_meetings_count: Cost: one index range. */
gboolean zb_meetings_count (ZbDb *db, gint64 meeting, ZbMeetingCount *out_count, GError **error);

/** zb_meetings_vote: the vote of a resolution, −1 where a figure is missing. */
gboolean zb_meetings_vote (ZbDb *db, const ZbRecord *resolution, ZbVote *out_vote, GError **error);

G_END_DECLS
