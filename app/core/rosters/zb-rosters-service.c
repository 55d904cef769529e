/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/rosters/zb-rosters.h"

#include <glib/gi18n.h>

/* Lists of service. People stand in the order of names or posts, never of their hours. */

static const ZbRosterOrder day_order[] = { { "time", N_("By day") }, { NULL, NULL } };
static const ZbRosterOrder tree_order[] = { { "tree", N_("In the order of the organisations") }, { NULL, NULL } };
static const ZbRosterOrder number_order[] = { { "number", N_("By number") }, { NULL, NULL } };

static const ZbRosterColumn person_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "day", .heading = "服务日期", .shown = TRUE },
  { .field = "time", .heading = "服务时间", .shown = TRUE },
  { .field = "contents", .heading = "服务内容", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "place", .heading = "服务地点", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "hours", .heading = "时长（小时）", .shown = TRUE },
  { .field = "source", .heading = "来源", .shown = TRUE },
  { .field = "confirmed_by", .heading = "确认人", .shown = TRUE },
  { .field = "note", .heading = "备注", .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_service_person = {
  .name = "service-person",
  .label = N_("Hours of Service of One Member"),
  .title = "%s%Y年度志愿服务时长明细表",
  .kind = "service_hours",
  .rows = "service-person",
  .subject = ZB_ROSTER_OF_PERSON,
  .time = ZB_ROSTER_IN_YEAR,
  .columns = person_columns,
  .n_columns = G_N_ELEMENTS (person_columns),
  .orders = day_order,
  .order = "time",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn hours_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .heading = "姓名", .shown = TRUE },
  { .field = "branch", .heading = "所在党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "times", .heading = "服务次数", .shown = TRUE },
  { .field = "hours", .heading = "本年时长（小时）", .shown = TRUE },
  { .field = "all", .heading = "累计时长（小时）", .shown = TRUE },
  { .field = "stars", .heading = "星级", .shown = TRUE },
  { .field = "note", .heading = "备注", .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_service_hours = {
  .name = "service-hours",
  .label = N_("Hours of Service of a Year"),
  .title = "%s%Y年度党员志愿服务时长统计表",
  .kind = "member",
  .rows = "service-hours",
  .time = ZB_ROSTER_IN_YEAR,
  .party_only = TRUE,
  .columns = hours_columns,
  .n_columns = G_N_ELEMENTS (hours_columns),
  .orders = zb_roster_member_orders,
  .order = "post",
  .font_size = 10.5,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn team_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "team", .heading = "队伍名称", .align = ZB_ROSTER_LEFT, .shown = TRUE, .joined = TRUE },
  { .field = "kind", .heading = "队伍类型", .shown = TRUE, .joined = TRUE },
  { .field = "captain", .heading = "队长", .shown = TRUE, .joined = TRUE },
  { .field = "name", .heading = "队员", .shown = TRUE },
  { .field = "role", .heading = "职责", .shown = TRUE },
  { .field = "joined_on", .heading = "入队日期", .shown = TRUE },
  { .field = "left_on", .heading = "离队日期", .shown = TRUE },
  { .field = "times", .heading = "随队服务次数", .shown = TRUE },
  { .field = "hours", .heading = "随队服务时长（小时）", .shown = TRUE },
};

const ZbRoster zb_roster_service_teams = {
  .name = "service-teams",
  .label = N_("Teams, Their Members and Hours"),
  .title = "%s%Y年度服务队人员及时长统计表",
  .kind = "team_member",
  .rows = "service-teams",
  .time = ZB_ROSTER_IN_YEAR,
  .columns = team_columns,
  .n_columns = G_N_ELEMENTS (team_columns),
  .orders = tree_order,
  .order = "tree",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn year_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "org", .heading = "党组织", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "activities", .heading = "活动场次", .shown = TRUE },
  { .field = "served", .heading = "服务对象人次", .shown = TRUE },
  { .field = "people", .heading = "参加党员人数", .shown = TRUE },
  { .field = "times", .heading = "参加人次", .shown = TRUE },
  { .field = "hours", .heading = "服务时长（小时）", .shown = TRUE },
};

const ZbRoster zb_roster_service_year = {
  .name = "service-year",
  .label = N_("Service of a Year by Organisation"),
  .title = "%s%Y年度志愿服务情况汇总表",
  .kind = "organization",
  .rows = "service-year",
  .time = ZB_ROSTER_IN_YEAR,
  .columns = year_columns,
  .n_columns = G_N_ELEMENTS (year_columns),
  .orders = tree_order,
  .order = "tree",
  .font_size = 10.5,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn activity_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "day", .heading = "活动日期", .shown = TRUE },
  { .field = "title", .heading = "活动名称", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "org", .heading = "党组织", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "place", .heading = "地点", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "team", .heading = "服务队", .shown = TRUE },
  { .field = "needed", .heading = "需要人数", .shown = TRUE },
  { .field = "signed_up", .heading = "报名人数", .shown = TRUE },
  { .field = "came", .heading = "到场人数", .shown = TRUE },
  { .field = "served", .heading = "服务人次", .shown = TRUE },
  { .field = "hours", .heading = "服务时长（小时）", .shown = TRUE },
};

const ZbRoster zb_roster_service_activities = {
  .name = "service-activities",
  .label = N_("Service Activities"),
  .title = "%s志愿服务活动台账",
  .kind = "service_activity",
  .rows = "service-activities",
  .time = ZB_ROSTER_IN_PERIOD,
  .columns = activity_columns,
  .n_columns = G_N_ELEMENTS (activity_columns),
  .orders = day_order,
  .order = "time",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn reported_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .heading = "姓名", .shown = TRUE },
  { .field = "branch", .heading = "所在党支部", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "community", .heading = "居住地社区", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "grid", .heading = "网格", .shown = TRUE },
  { .field = "reported_on", .heading = "报到日期", .shown = TRUE },
  { .field = "slip", .heading = "报到单编号", .shown = TRUE },
  { .field = "skills", .heading = "个人专长", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "services", .heading = "服务类别", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "contact", .heading = "社区联系人", .shown = TRUE },
  { .field = "quarters", .heading = "已反馈季度", .shown = TRUE },
};

const ZbRoster zb_roster_reported = {
  .name = "reported",
  .label = N_("Members Who Reported to Their Communities"),
  .title = "%s在职党员到社区报到一览表",
  .kind = "volunteer",
  .rows = "reported",
  .columns = reported_columns,
  .n_columns = G_N_ELEMENTS (reported_columns),
  .orders = zb_roster_member_orders,
  .order = "post",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn issued_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "number", .heading = "证明编号", .shown = TRUE },
  { .field = "name", .heading = "姓名", .shown = TRUE },
  { .field = "branch", .heading = "所在党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "period", .heading = "服务起止时间", .shown = TRUE },
  { .field = "hours", .heading = "服务时长（小时）", .shown = TRUE },
  { .field = "issuer", .heading = "出具单位", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "handler", .heading = "经办人", .shown = TRUE },
  { .field = "issued_on", .heading = "出具日期", .shown = TRUE },
  { .field = "purpose", .heading = "用途", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "blank", .heading = "领取人签字", .width = 5, .shown = TRUE },
};

const ZbRoster zb_roster_certificates_issued = {
  .name = "certificates-issued",
  .label = N_("Certificates of Service Issued"),
  .title = "%s志愿服务记录证明出具登记表",
  .kind = "service_certificate",
  .rows = "certificates-issued",
  .time = ZB_ROSTER_IN_PERIOD,
  .columns = issued_columns,
  .n_columns = G_N_ELEMENTS (issued_columns),
  .orders = number_order,
  .order = "number",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};
