/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-rules.h"

G_BEGIN_DECLS

/**
 * ZbMeetingKind:
 *
 * Kinds of meetings, in the order of the code table `meeting_kind`.
 */
typedef enum {
  ZB_MEETING_ASSEMBLY,
  ZB_MEETING_COMMITTEE,
  ZB_MEETING_GROUP,
  ZB_MEETING_LECTURE,
  ZB_MEETING_THEME_DAY,
  ZB_MEETING_LIFE,
  ZB_MEETING_APPRAISAL,
  ZB_MEETING_STUDY,
  ZB_MEETING_DEMOCRATIC_LIFE,
  ZB_MEETING_CEREMONY,
  ZB_MEETING_SERVICE,
  ZB_MEETING_OTHER,
  ZB_N_MEETING_KINDS
} ZbMeetingKind;

/** zb_duty_rule: key of the rule that says how often a kind is held; %NULL for a kind that no rule demands. */
const char *zb_duty_rule (ZbMeetingKind kind);

/**
 * ZbDutyCell:
 * @ZB_DUTY_NONE: nothing is demanded: not yet founded, closed, in the future, or no rule
 * @ZB_DUTY_HELD: held in the period
 * @ZB_DUTY_OPEN: the period is not over and nothing was held yet
 * @ZB_DUTY_GAP: the period is over and nothing was held
 * @ZB_DUTY_EXEMPT: an exemption covers the period
 * @ZB_DUTY_NO_BODY: there is no committee, or there are no groups, that could meet
 */
typedef enum {
  ZB_DUTY_NONE,
  ZB_DUTY_HELD,
  ZB_DUTY_OPEN,
  ZB_DUTY_GAP,
  ZB_DUTY_EXEMPT,
  ZB_DUTY_NO_BODY
} ZbDutyCell;

/**
 * ZbDutyYear:
 * @held: how often it was held in each month
 * @exempt: months that an exemption covers
 * @has_body: months at whose end there is somebody who could meet
 * @opened, @closed: of the organisation; unknown: always there
 *
 * What is known of one kind of meeting of one organisation in one year.
 */
typedef struct {
  guint held[12];
  gboolean exempt[12];
  gboolean has_body[12];
  ZbDate opened;
  ZbDate closed;
} ZbDutyYear;

/**
 * zb_duty_judge:
 * @kind: of the meeting
 * @year: the year
 * @today: periods that end later are open
 * @out_cells: (array fixed-size=12): one for each month; those of one period are alike
 *
 * Lays the rule over a year: periods of as many months as the rule says, from January; a period is fulfilled by one
 * meeting in it. A period in which the organisation was founded or closed is not demanded.
 *
 * Returns: months of a period, 0 when no rule demands the kind
 */
guint zb_duty_judge (ZbMeetingKind kind, const ZbDutyYear *known, int year, ZbDate today, ZbRules *rules, ZbDutyCell out_cells[12]);

G_END_DECLS
