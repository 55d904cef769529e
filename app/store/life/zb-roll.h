/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * ZbRollEntry:
 * @person: id of the member
 * @place_of: short name of the branch of that day
 * @post: (nullable): posts held that day, 、 between several
 * @expected: whether the person counts among 应到
 * @voter: whether among 应到有表决权
 * @why: code of `roll_reason`
 * @exemption: id of the exemption that holds that day, 0
 */
typedef struct {
  gint64 person;
  char *name;
  char *place_of;
  char *post;
  gboolean expected;
  gboolean voter;
  const char *why;
  gint64 exemption;
} ZbRollEntry;

void zb_roll_entry_free (ZbRollEntry *entry);

/**
 * zb_roll_compute:
 * @org: the organisation that meets; a group for its own meeting
 * @kind: code of `meeting_kind`
 * @day: the day of the meeting
 *
 * Who is expected on a day: the Party members who belong to the organisation or to what stands below it, for a committee
 * meeting those who hold a post of the committee, each as of @day; exemptions with their record. Probationary members
 * are expected and have no vote; nor has a temporary or functional membership.
 *
 * Returns: (transfer full) (element-type ZbRollEntry): in order of posts, then names
 */
GPtrArray *zb_roll_compute (ZbDb *db, gint64 org, const char *kind, ZbDate day, GError **error);

/**
 * zb_roll_fill:
 * @meeting: with the day it is planned for or was held on
 *
 * Writes the roll of a meeting as attendance rows: new people are added, rows that nobody has marked follow the day,
 * rows that carry a mark stay as they are. Frozen from then on: later moves of people change nothing. On the roll of a
 * service activity stand those who signed up, and it stays as it is.
 */
gboolean zb_roll_fill (ZbChangeSet *set, gint64 meeting, GError **error);

/** zb_roll_fill_everybody: the same, also for a service activity: everybody is signed up. */
gboolean zb_roll_fill_everybody (ZbChangeSet *set, gint64 meeting, GError **error);

/** zb_roll_add: adds somebody in place: a member as of the day (@person), or a guest (@name). Returns: id of the row in @out_id */
gboolean zb_roll_add (ZbChangeSet *set, gint64 meeting, gint64 person, const char *name, const char *role, gint64 *out_id, GError **error);

/**
 * zb_roll_mark:
 * @rows: (array length=n_rows): attendance rows; none: all expected ones that are not marked
 * @state: (nullable): code of `attendance_state`, %NULL takes the mark away
 * @reason: (nullable): for those who are not there
 * @error: REFUSED (`not-held-yet`) for a meeting whose day has not come
 */
gboolean zb_roll_mark (ZbChangeSet *set, gint64 meeting, const gint64 *rows, guint n_rows, const char *state, const char *reason, GError **error);

/**
 * zb_roll_check_row:
 * @old: (nullable): the row as it is stored
 * @error: REFUSED (`not-held-yet`, `meeting-cancelled`, `no-day-yet`, `made-up-before`, `made-up-was-there`)
 *
 * Nobody has attended what has not been held yet, or never will be; and only who missed a meeting makes it up, after
 * it. Asked of every row that is written.
 */
gboolean zb_roll_check_row (ZbDb *db, const ZbRecord *row, const ZbRecord *old, GError **error);

/** zb_roll_command: does what is typed after the numbers of the printed sheet, see zb_roll_command_parse(). */
gboolean zb_roll_command (ZbChangeSet *set, gint64 meeting, const char *text, GError **error);

G_END_DECLS
