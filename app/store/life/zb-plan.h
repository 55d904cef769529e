/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "store/life/zb-meeting-list.h"

G_BEGIN_DECLS

/**
 * ZbPlanState: what became of an item of the year plan.
 * @ZB_PLAN_AHEAD: its month is not over
 * @ZB_PLAN_ARRANGED: a meeting is planned for it, or without it
 * @ZB_PLAN_DONE: held in its month
 * @ZB_PLAN_MOVED: held in another month
 * @ZB_PLAN_MISSED: its month is over and nothing was held
 * @ZB_PLAN_EXTRA: held, although no item asks for it
 */
typedef enum {
  ZB_PLAN_AHEAD,
  ZB_PLAN_ARRANGED,
  ZB_PLAN_DONE,
  ZB_PLAN_MOVED,
  ZB_PLAN_MISSED,
  ZB_PLAN_EXTRA
} ZbPlanState;

/**
 * ZbPlanLine: an item of the plan beside what was done.
 * @item: (nullable): the item; %NULL for what was held without one
 * @meeting: (nullable): the meeting that was made of it, else the first of its kind in its month
 * @month: of the item, else of the meeting
 */
typedef struct {
  ZbRecord *item;
  ZbMeetingLine *meeting;
  ZbDate month;
  ZbPlanState state;
} ZbPlanLine;

void zb_plan_line_free (ZbPlanLine *line);

/**
 * zb_plan_compare:
 * @org: the organisation whose plan it is
 * @today: months that end later are not over
 *
 * The plan of a year and what was done, side by side. A meeting that was not made of an item stands beside the item of
 * its kind and month that has none yet. Meetings that were cancelled are not looked at.
 *
 * Returns: (transfer full) (element-type ZbPlanLine): by month, then day
 */
GPtrArray *zb_plan_compare (ZbDb *db, gint64 org, int year, ZbDate today, GError **error);

G_END_DECLS
