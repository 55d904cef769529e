/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/rosters/zb-rosters.h"

#include <glib/gi18n.h>

/* Lists of rows that are worked out have one order. */
static const ZbRosterOrder roll_order[] = { { "roll", N_("As on the roll") }, { NULL, NULL } };
static const ZbRosterOrder time_order[] = { { "time", N_("By day") }, { NULL, NULL } };
static const ZbRosterOrder tree_order[] = { { "tree", N_("In the order of the organisations") }, { NULL, NULL } };

/* High rows with room to sign; the numbers are those of the roll. */
static const ZbRosterColumn sign_in_columns[] = {
  { .field = "seat", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .heading = "姓名", .width = 4.5, .shown = TRUE },
  { .field = "unit", .heading = "职务（支部）", .width = 8, .if_several = TRUE },
  { .field = "blank", .heading = "签名", .width = 7, .shown = TRUE },
  { .field = "remark", .heading = "备注", .width = 5, .shown = TRUE },
};

const ZbRoster zb_roster_sign_in = {
  .name = "sign-in",
  .label = N_("Sign-In Sheet"),
  .title = "%s签到表",
  .kind = "attendance",
  .rows = "sign-in",
  .subject = ZB_ROSTER_OF_MEETING,
  .columns = sign_in_columns,
  .n_columns = G_N_ELEMENTS (sign_in_columns),
  .orders = roll_order,
  .order = "roll",
  .font_size = 12,
  .row_height = 9,
};

/* Where no meeting is entered: anybody, in any order. */
const ZbRoster zb_roster_sign_in_people = {
  .name = "sign-in-people",
  .label = N_("Sign-In Sheet of People"),
  .title = "%s签到表",
  .kind = "member",
  .rows = "sign-in-people",
  .party_only = TRUE,
  .columns = sign_in_columns,
  .n_columns = G_N_ELEMENTS (sign_in_columns),
  .orders = zb_roster_member_orders,
  .order = "post",
  .font_size = 12,
  .row_height = 9,
};

static const ZbRosterColumn attendance_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .heading = "姓名", .shown = TRUE },
  { .field = "branch", .heading = "所在党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "expected", .heading = "应到", .shown = TRUE },
  { .field = "present", .heading = "实到", .shown = TRUE },
  { .field = "excused", .heading = "请假", .shown = TRUE },
  { .field = "absent", .heading = "缺席", .shown = TRUE },
  { .field = "made_up", .heading = "补学", .shown = TRUE },
  { .field = "assembly", .heading = "支部党员大会", .shown = TRUE },
  { .field = "committee", .heading = "支部委员会", .shown = TRUE },
  { .field = "group", .heading = "党小组会", .shown = TRUE },
  { .field = "lecture", .heading = "党课", .shown = TRUE },
  { .field = "theme_day", .heading = "主题党日", .shown = TRUE },
  { .field = "life", .heading = "组织生活会", .shown = TRUE },
  { .field = "study", .heading = "学习会", .shown = TRUE },
  { .field = "late", .heading = "其中迟到" },
  { .field = "extra", .heading = "不计应到而到会" },
  { .field = "appraisal", .heading = "民主评议党员" },
  { .field = "democratic_life", .heading = "民主生活会" },
  { .field = "ceremony", .heading = "仪式" },
  { .field = "service", .heading = "志愿服务" },
  { .field = "other", .heading = "其他活动" },
};

const ZbRoster zb_roster_attendance = {
  .name = "attendance",
  .label = N_("Attendance Figures"),
  .title = "%s签到统计表",
  .kind = "meeting",
  .rows = "attendance-figures",
  .time = ZB_ROSTER_IN_PERIOD,
  .columns = attendance_columns,
  .n_columns = G_N_ELEMENTS (attendance_columns),
  .orders = zb_roster_member_orders,
  .order = "post",
  .landscape = TRUE,
  .legend = "注：各类会议一栏为“实到次数/应到次数”，（补）为其中已补学的次数；缺席＝应到－实到－请假。",
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn study_person_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "day", .heading = "日期", .width = 5.5, .shown = TRUE },
  { .field = "kind", .heading = "类型", .shown = TRUE },
  { .field = "title", .heading = "主题（会议名称）", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "form", .heading = "学习形式", .shown = TRUE },
  { .field = "lecturer", .heading = "主讲人", .shown = TRUE },
  { .field = "readings", .heading = "学习内容", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "state", .heading = "到会情况", .shown = TRUE },
  { .field = "hours", .heading = "学时", .shown = TRUE },
  { .field = "note", .heading = "补学情况", .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_study_person = {
  .name = "study-person",
  .label = N_("Study Record of a Member"),
  .title = "%s同志%Y年度学习情况登记表",
  .kind = "attendance",
  .rows = "study-person",
  .subject = ZB_ROSTER_OF_PERSON,
  .time = ZB_ROSTER_IN_YEAR,
  .columns = study_person_columns,
  .n_columns = G_N_ELEMENTS (study_person_columns),
  .orders = time_order,
  .order = "time",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn study_hours_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .heading = "姓名", .shown = TRUE },
  { .field = "branch", .heading = "所在党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "post", .heading = "党内职务", .shown = TRUE },
  { .field = "needed", .heading = "应完成学时", .shown = TRUE },
  { .field = "done", .heading = "已完成学时", .shown = TRUE },
  { .field = "lacking", .heading = "差额", .shown = TRUE },
  { .field = "missed", .heading = "可补学学时", .shown = TRUE },
  { .field = "reached", .heading = "是否达标", .shown = TRUE },
  { .field = "note", .heading = "备注", .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_study_hours = {
  .name = "study-hours",
  .label = N_("Study Hours of a Year"),
  .title = "%s%Y年度学时达标情况表",
  .kind = "member",
  .rows = "study-hours",
  .time = ZB_ROSTER_IN_YEAR,
  .party_only = TRUE,
  .columns = study_hours_columns,
  .n_columns = G_N_ELEMENTS (study_hours_columns),
  .orders = zb_roster_member_orders,
  .order = "post",
  .font_size = 10.5,
  .footer = ZB_ROSTER_FOOTER,
};

#define MONTH(field_, heading_) { .field = field_, .heading = heading_, .width = 2.2, .shown = TRUE }

static const ZbRosterColumn meeting_year_columns[] = {
  { .field = "branch", .heading = "党支部", .shown = TRUE, .joined = TRUE },
  { .field = "kind", .heading = "类别", .shown = TRUE },
  MONTH ("m01", "1月"), MONTH ("m02", "2月"), MONTH ("m03", "3月"), MONTH ("m04", "4月"),
  MONTH ("m05", "5月"), MONTH ("m06", "6月"), MONTH ("m07", "7月"), MONTH ("m08", "8月"),
  MONTH ("m09", "9月"), MONTH ("m10", "10月"), MONTH ("m11", "11月"), MONTH ("m12", "12月"),
  { .field = "times", .heading = "合计次数", .shown = TRUE },
  { .field = "months", .heading = "按时开展月份数", .shown = TRUE },
  { .field = "rate", .heading = "完成率", .shown = TRUE },
};

const ZbRoster zb_roster_meeting_year = {
  .name = "meeting-year",
  .label = N_("Meetings of a Year by Month"),
  .title = "%s%Y年度“三会一课”情况统计表",
  .kind = "meeting",
  .rows = "meeting-year",
  .time = ZB_ROSTER_IN_YEAR,
  .columns = meeting_year_columns,
  .n_columns = G_N_ELEMENTS (meeting_year_columns),
  .orders = tree_order,
  .order = "tree",
  .landscape = TRUE,
  .legend = "注：数字为当月开展次数；“△”为应开展未开展，标在该期最后一个月；“免”为经批准免予开展；“／”为未设支部委员会或党小组，不作要求；"
            "空格为未到期，或该期内已在其他月份开展。完成率＝已开展期数÷应开展期数，每期为规定的一个月、一个季度或一年。",
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn make_up_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .shown = TRUE },
  { .field = "org", .heading = "党组织", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "day", .heading = "会议日期", .width = 5.5, .shown = TRUE },
  { .field = "meeting", .heading = "会议名称", .width = 10, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "state", .heading = "缺席情况", .width = 3.5, .shown = TRUE },
  { .field = "reason", .heading = "原因", .width = 6, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "to_make_up", .heading = "应补学时", .shown = TRUE },
  { .field = "made_up_on", .width = 5.5, .shown = TRUE },
  { .field = "made_up_how", .shown = TRUE },
  { .field = "made_up_with", .shown = TRUE },
  { .field = "made_up_hours", .shown = TRUE },
  { .field = "done", .heading = "完成情况", .shown = TRUE },
  { .field = "blank", .heading = "本人签字", .width = 5, .shown = TRUE },
  { .field = "meeting_kind", .heading = "会议类型" },
  { .field = "place_of" },
};

static const ZbRosterOrder make_up_orders[] = {
  { "day", N_("By day") },
  { "name", N_("By pinyin") },
  { NULL, NULL }
};

const ZbRoster zb_roster_make_up = {
  .name = "make-up",
  .label = N_("Studies to Make Up"),
  .title = "%s补学清单",
  .kind = "attendance",
  .rows = "make-up",
  .time = ZB_ROSTER_IN_PERIOD,
  .columns = make_up_columns,
  .n_columns = G_N_ELEMENTS (make_up_columns),
  .orders = make_up_orders,
  .order = "day",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn meeting_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "held_on", .heading = "日期", .width = 5.5, .shown = TRUE },
  { .field = "time", .heading = "时间", .width = 6.2, .shown = TRUE },
  { .field = "org", .heading = "党组织", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "kind", .heading = "类型", .width = 5, .shown = TRUE },
  { .field = "title", .width = 11, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "place", .width = 7, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "chair", .shown = TRUE },
  { .field = "recorder", .shown = TRUE },
  { .field = "expected", .heading = "应到", .shown = TRUE },
  { .field = "present", .heading = "实到", .shown = TRUE },
  { .field = "excused", .heading = "请假", .shown = TRUE },
  { .field = "absent", .heading = "缺席", .shown = TRUE },
  { .field = "decisions", .width = 10, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "number" },
  { .field = "lecturer" },
  { .field = "form" },
  { .field = "readings", .align = ZB_ROSTER_LEFT },
  { .field = "contents", .align = ZB_ROSTER_LEFT },
  { .field = "hours" },
  { .field = "campaign" },
  { .field = "observing", .heading = "列席人数" },
  { .field = "audience_workers" },
  { .field = "audience_public" },
  { .field = "note", .align = ZB_ROSTER_LEFT },
};

static const ZbRosterOrder meeting_orders[] = {
  { "held_on", N_("By day") },
  { "tree", N_("In the order of the organisations") },
  { "kind", N_("By kind") },
  { NULL, NULL }
};

const ZbRoster zb_roster_meetings = {
  .name = "meetings",
  .label = N_("Register of Meetings"),
  .title = "%s会议台账",
  .kind = "meeting",
  .rows = "meetings",
  .time = ZB_ROSTER_IN_PERIOD,
  .filter = "state=held",
  .columns = meeting_columns,
  .n_columns = G_N_ELEMENTS (meeting_columns),
  .orders = meeting_orders,
  .order = "held_on",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};
