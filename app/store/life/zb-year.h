/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/life/zb-duty.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbYearRow: one kind of meeting of one organisation in a year.
 * @org: the organisation; a branch's row of 党小组会 speaks for all its groups
 * @period: months of a period of the rule, 0 when no rule demands the kind
 * @known: how often it was held in each month, and what excuses
 * @cells: what the rule says to each month
 */
typedef struct {
  gint64 org;
  ZbMeetingKind kind;
  guint period;
  ZbDutyYear known;
  ZbDutyCell cells[12];
} ZbYearRow;

/**
 * zb_year_matrix:
 * @org: organisation with what stands below it, 0 for the whole registry
 * @today: periods that end later are still open
 *
 * The year of every branch: kind by month, with gaps explained by the rule. Kinds that no rule demands and organisations
 * that are no branches have rows only where something was held. Cost: one covering-index range over the year.
 *
 * Returns: (transfer full) (element-type ZbYearRow): in display order of the organisations, then by kind
 */
GPtrArray *zb_year_matrix (ZbDb *db, gint64 org, int year, ZbDate today, GError **error);

/** zb_year_row_held: months held and months demanded of a row, for 按时开展月份数 and 完成率. */
void zb_year_row_rate (const ZbYearRow *row, guint *out_done, guint *out_demanded);

/**
 * ZbStudyEntry: what one meeting credits to one person.
 * @meeting: its id
 * @on: the day that counts: of the meeting, or of making up
 * @tenths: hours credited in the year
 * @made_up: whether it was made up
 * @missed: expected, not there and not made up: hours that could still be made up
 */
typedef struct {
  gint64 meeting;
  gint64 attendance;
  ZbDate on;
  ZbMeetingKind kind;
  char *title;
  int tenths;
  int missed;
  gboolean made_up;
} ZbStudyEntry;

void zb_study_entry_free (ZbStudyEntry *entry);

/** zb_study_of_person: everything that counts in the year, in order of days; hours over the turn of a year are split by days. Returns: (transfer full) (element-type ZbStudyEntry) */
GPtrArray *zb_study_of_person (ZbDb *db, gint64 person, int year, GError **error);

/**
 * ZbStudyYear: a person's hours in a year against what the rule asks.
 * @tenths: credited
 * @needed: asked for, by whether the person held a post of a committee at the year's end
 * @missed: could still be made up
 */
typedef struct {
  gint64 person;
  char *name;
  gboolean officer;
  int tenths;
  int needed;
  int missed;
} ZbStudyYear;

void zb_study_year_free (ZbStudyYear *year);

/** zb_study_of_org: every Party member of the organisation and what stands below it on @day, for its year. Returns: (transfer full) (element-type ZbStudyYear) */
GPtrArray *zb_study_of_org (ZbDb *db, gint64 org, ZbDate day, GError **error);

/**
 * ZbStudyMissed: what somebody missed in a year and has not made up.
 * @n: how many meetings
 * @tenths: their hours
 * @first: day of the first of them
 */
typedef struct {
  gint64 person;
  guint n;
  int tenths;
  ZbDate first;
} ZbStudyMissed;

/**
 * zb_study_missed_by_all:
 * @today: meetings of its year until then
 *
 * Who was called and was not there, at meetings that have hours, and has not made up for them yet. Cost: the index of
 * open absences, meeting by meeting of the year.
 *
 * Returns: (transfer full) (element-type gint64 ZbStudyMissed): by the person, who is a member of the value
 */
GHashTable *zb_study_missed_by_all (ZbDb *db, ZbDate today, GError **error);

G_END_DECLS
