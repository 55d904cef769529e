/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/rosters/zb-rosters.h"

#include <glib/gi18n.h>

static const ZbRosterColumn plan_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "branch", .heading = "党组织", .align = ZB_ROSTER_LEFT, .if_several = TRUE, .joined = TRUE },
  { .field = "month", .heading = "计划时间", .shown = TRUE },
  { .field = "kind", .heading = "类型", .shown = TRUE },
  { .field = "title", .heading = "计划内容", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "form", .heading = "形式", .shown = TRUE },
  { .field = "preparer", .heading = "责任人", .shown = TRUE },
  { .field = "done_on", .heading = "实际时间", .width = 5.5, .shown = TRUE },
  { .field = "done", .heading = "实际开展情况", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "difference", .heading = "与计划的差异", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "note", .heading = "备注", .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

static const ZbRosterOrder plan_orders[] = { { "tree", N_("In the order of the organisations") }, { NULL, NULL } };

const ZbRoster zb_roster_plan = {
  .name = "plan",
  .label = N_("Year Plan and What Was Done"),
  .title = "%s%Y年度组织生活计划及落实情况表",
  .kind = "plan_item",
  .rows = "plan",
  .time = ZB_ROSTER_IN_YEAR,
  .columns = plan_columns,
  .n_columns = G_N_ELEMENTS (plan_columns),
  .orders = plan_orders,
  .order = "tree",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn appraisal_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "person", .width = 4, .shown = TRUE },
  { .field = "org", .heading = "所在党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "self_grade", .shown = TRUE },
  { .field = "outstanding", .shown = TRUE },
  { .field = "qualified", .shown = TRUE },
  { .field = "basic", .shown = TRUE },
  { .field = "unqualified", .shown = TRUE },
  { .field = "grade", .shown = TRUE },
  { .field = "comment", .width = 10, .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

static const ZbRosterOrder appraisal_orders[] = {
  { "tree", N_("In the order of the organisations") },
  { "person", N_("By pinyin") },
  { NULL, NULL }
};

const ZbRoster zb_roster_appraisal = {
  .name = "appraisal",
  .label = N_("Results of the Appraisal"),
  .title = "%s%Y年度民主评议党员情况汇总表",
  .kind = "appraisal",
  .time = ZB_ROSTER_IN_YEAR,
  .party_only = TRUE,
  .columns = appraisal_columns,
  .n_columns = G_N_ELEMENTS (appraisal_columns),
  .orders = appraisal_orders,
  .order = "tree",
  .font_size = 10.5,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn talk_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "on", .width = 5.5, .shown = TRUE },
  { .field = "org", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "person", .shown = TRUE },
  { .field = "other", .shown = TRUE },
  { .field = "place", .shown = TRUE },
  { .field = "subject", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "contents", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "blank", .heading = "谈话人签字", .width = 5, .shown = TRUE },
};

static const ZbRosterOrder talk_orders[] = {
  { "on", N_("By day") },
  { "tree", N_("In the order of the organisations") },
  { "person", N_("By who talks") },
  { NULL, NULL }
};

const ZbRoster zb_roster_talks = {
  .name = "talks",
  .label = N_("Register of Talks"),
  .title = "%s谈心谈话登记表",
  .kind = "talk",
  .time = ZB_ROSTER_IN_PERIOD,
  .day_field = "on",
  .columns = talk_columns,
  .n_columns = G_N_ELEMENTS (talk_columns),
  .orders = talk_orders,
  .order = "on",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn swearer_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .shown = TRUE },
  { .field = "sex", .shown = TRUE },
  { .field = "birth_date", .heading = "出生年月", .width = 4.5, .shown = TRUE, .to_month = TRUE },
  { .field = "joined_on", .width = 6, .shown = TRUE },
  { .field = "introducers", .shown = TRUE },
  { .field = "branch_name", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "note", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "role" },
};

static const ZbRosterOrder swearer_orders[] = {
  { "number", N_("In their order at the ceremony") },
  { "name", N_("By pinyin") },
  { NULL, NULL }
};

const ZbRoster zb_roster_swearers = {
  .name = "swearers",
  .label = N_("Who Swears the Oath"),
  .title = "%s宣誓人名单",
  .kind = "ceremony_person",
  .rows = "swearers",
  .subject = ZB_ROSTER_OF_MEETING,
  .filter = "role=swearer",
  .columns = swearer_columns,
  .n_columns = G_N_ELEMENTS (swearer_columns),
  .orders = swearer_orders,
  .order = "number",
  .font_size = 10.5,
};

static const ZbRosterColumn birthday_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .heading = "姓名", .shown = TRUE },
  { .field = "sex", .heading = "性别", .shown = TRUE },
  { .field = "branch", .heading = "所在党支部", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "day", .heading = "政治生日", .shown = TRUE },
  { .field = "joined_on", .heading = "入党时间", .shown = TRUE },
  { .field = "years", .heading = "入党周年", .shown = TRUE },
  { .field = "standing", .heading = "党龄", .shown = TRUE },
  { .field = "note", .heading = "备注", .shown = TRUE },
  { .field = "post", .heading = "党内职务" },
};

static const ZbRosterOrder birthday_orders[] = {
  { "day", N_("By day") },
  { "post", N_("By post") },
  { "joined", N_("By date of joining") },
  { "stroke", N_("By strokes of the surname") },
  { NULL, NULL }
};

const ZbRoster zb_roster_birthdays = {
  .name = "birthdays",
  .label = N_("Political Birthdays of a Month"),
  .title = "%s政治生日名单",
  .kind = "member",
  .rows = "birthdays",
  .time = ZB_ROSTER_IN_MONTH,
  .party_only = TRUE,
  .columns = birthday_columns,
  .n_columns = G_N_ELEMENTS (birthday_columns),
  .orders = birthday_orders,
  .order = "day",
  .font_size = 10.5,
};

static const ZbRosterColumn problem_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "person", .heading = "党员", .shown = TRUE },
  { .field = "problem", .shown = TRUE, .align = ZB_ROSTER_LEFT },
  { .field = "remedy", .shown = TRUE, .align = ZB_ROSTER_LEFT },
  { .field = "responsible", .shown = TRUE },
  { .field = "due_on", .width = 5.5, .shown = TRUE },
  { .field = "done_on", .width = 5.5, .shown = TRUE },
  { .field = "result", .shown = TRUE, .align = ZB_ROSTER_LEFT },
};

static const ZbRosterOrder problem_orders[] = {
  { "number", N_("By number") },
  { "due_on", N_("By when it is due") },
  { NULL, NULL }
};

const ZbRoster zb_roster_problems = {
  .name = "life-problems",
  .label = N_("Problems and Remedies of a Meeting"),
  .title = "%s问题整改清单",
  .kind = "life_problem",
  .subject = ZB_ROSTER_OF_MEETING,
  .columns = problem_columns,
  .n_columns = G_N_ELEMENTS (problem_columns),
  .orders = problem_orders,
  .order = "number",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};
