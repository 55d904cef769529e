/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/rosters/zb-rosters.h"

#include <glib/gi18n.h>

static const ZbRosterOrder tree_order[] = { { "tree", N_("In the order of the organisations") }, { NULL, NULL } };

/* The members of each group, who leads it first. */
static const ZbRosterColumn group_columns[] = {
  { .field = "branch", .width = 6.5, .if_several = TRUE, .joined = TRUE },
  { .field = "group", .shown = TRUE, .joined = TRUE },
  { .field = "leader", .heading = "组长", .shown = TRUE, .joined = TRUE },
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "role", .heading = "组内职务", .shown = TRUE },
  { .field = "name", .shown = TRUE },
  { .field = "sex", .shown = TRUE },
  { .field = "ethnicity", .shown = TRUE },
  { .field = "birth_date", .shown = TRUE, .to_month = TRUE },
  { .field = "education", .shown = TRUE },
  { .field = "category", .shown = TRUE },
  { .field = "joined_on", .shown = TRUE },
  { .field = "work_unit", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "post" },
  { .field = "phone" },
  { .field = "note", .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_groups = {
  .name = "groups",
  .label = N_("Roster of Party Groups"),
  .title = "%s党小组名册",
  .kind = "member",
  .rows = "groups",
  .party_only = TRUE,
  .columns = group_columns,
  .n_columns = G_N_ELEMENTS (group_columns),
  .orders = zb_roster_member_orders,
  .order = "post",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn committee_columns[] = {
  { .field = "org", .if_several = TRUE, .joined = TRUE },
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "post", .shown = TRUE },
  { .field = "name", .heading = "姓名", .shown = TRUE },
  { .field = "work", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "started_on", .shown = TRUE },
  { .field = "term", .shown = TRUE, .joined = TRUE },
  { .field = "period", .heading = "任期", .shown = TRUE, .joined = TRUE },
  { .field = "landline", .heading = "办公电话" },
  { .field = "phone", .heading = "手机号" },
  { .field = "how" },
  { .field = "document" },
  { .field = "sex", .heading = "性别" },
  { .field = "birth_date", .heading = "出生年月", .to_month = TRUE },
  { .field = "education", .heading = "学历" },
  { .field = "work_unit", .heading = "工作单位及职务", .align = ZB_ROSTER_LEFT },
};

const ZbRoster zb_roster_committee = {
  .name = "committee",
  .label = N_("Division of Work in the Committee"),
  .title = "%s委员分工表",
  .kind = "post",
  .rows = "committee",
  .columns = committee_columns,
  .n_columns = G_N_ELEMENTS (committee_columns),
  .orders = tree_order,
  .order = "tree",
  .font_size = 10.5,
  .row_height = 9,
  .footer = ZB_ROSTER_FOOTER,
};

/* Telephones and addresses are private: in full, because without them it is no list of contacts; left out of one that is for
 * everybody, masked where they are asked for by name. */
static const ZbRosterColumn contact_columns[] = {
  { .field = "branch", .if_several = TRUE, .joined = TRUE },
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .shown = TRUE },
  { .field = "sex", .shown = TRUE },
  { .field = "post", .shown = TRUE },
  { .field = "work_unit", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "phone", .heading = "手机", .width = 7 },
  { .field = "landline", .heading = "办公电话", .width = 7 },
  { .field = "group" },
  { .field = "department", .align = ZB_ROSTER_LEFT },
  { .field = "category" },
  { .field = "address", .align = ZB_ROSTER_LEFT },
  { .field = "note", .width = 6, .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_contacts = {
  .name = "contacts",
  .label = N_("Contact List"),
  .title = "%s党员通讯录",
  .kind = "member",
  .party_only = TRUE,
  .is_internal = TRUE,
  .columns = contact_columns,
  .n_columns = G_N_ELEMENTS (contact_columns),
  .orders = zb_roster_member_orders,
  .order = "post",
  .font_size = 10.5,
};

static const ZbRosterColumn medal_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .shown = TRUE },
  { .field = "sex", .shown = TRUE },
  { .field = "ethnicity", .shown = TRUE },
  { .field = "birth_date", .shown = TRUE, .to_month = TRUE },
  { .field = "joined_on", .shown = TRUE },
  { .field = "confirmed_on", .shown = TRUE },
  { .field = "correction", .heading = "党龄校正值（月）" },
  { .field = "standing", .shown = TRUE },
  { .field = "branch", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "work_unit", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "result", .heading = "认定情况", .shown = TRUE },
  { .field = "awarded_on", .heading = "颁发时间", .shown = TRUE },
  { .field = "id_number" },
  { .field = "phone" },
  { .field = "address", .align = ZB_ROSTER_LEFT },
  { .field = "note", .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_medal50 = {
  .name = "medal50",
  .label = N_("Candidates for the Medal for 50 Years"),
  .title = "%s%Y年“光荣在党50年”纪念章颁发对象名册",
  .kind = "member",
  .rows = "medal50",
  .time = ZB_ROSTER_IN_YEAR,
  .party_only = TRUE,
  .columns = medal_columns,
  .n_columns = G_N_ELEMENTS (medal_columns),
  .orders = zb_roster_member_orders,
  .order = "standing",
  .landscape = TRUE,
  .legend = "注：党龄从转正之日起连续计算，含校正值，不含预备期；去世、出党和停止党籍的不列入。是否受过党纪处分由党组织审核。",
  .footer = ZB_ROSTER_FOOTER,
};

/* 介绍信、证明信登记簿: what was issued, until when it holds, and whether the receipt came. */
static const ZbRosterColumn letter_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "number", .heading = "编号", .width = 5.5, .shown = TRUE },
  { .field = "kind", .heading = "类别", .width = 6.5, .shown = TRUE },
  { .field = "name", .heading = "姓名", .shown = TRUE },
  { .field = "from_org", .heading = "转出党支部", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "to_org", .heading = "转入单位（去向）", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "issued_on", .heading = "开具日期", .width = 5.5, .shown = TRUE },
  { .field = "valid_days", .heading = "有效期（天）", .shown = TRUE },
  { .field = "expires_on", .heading = "有效期至", .shown = TRUE },
  { .field = "dues_until", .heading = "党费缴纳至", .shown = TRUE },
  { .field = "receipt_on", .heading = "回执日期", .shown = TRUE },
  { .field = "result", .heading = "办理情况", .shown = TRUE },
  { .field = "handler", .heading = "经办人", .shown = TRUE },
  { .field = "blank", .heading = "领取人签字", .width = 5, .shown = TRUE },
  { .field = "addressee" },
  { .field = "purpose", .align = ZB_ROSTER_LEFT },
  { .field = "issuer", .align = ZB_ROSTER_LEFT },
};

static const ZbRosterOrder letter_orders[] = {
  { "issued_on", N_("By day") },
  { "number", N_("By number") },
  { "name", N_("By pinyin") },
  { NULL, NULL }
};

const ZbRoster zb_roster_letters = {
  .name = "letters",
  .label = N_("Register of Letters"),
  .title = "%s组织关系介绍信、党员证明信登记簿",
  .kind = "letter",
  .time = ZB_ROSTER_IN_PERIOD,
  .day_field = "issued_on",
  .columns = letter_columns,
  .n_columns = G_N_ELEMENTS (letter_columns),
  .orders = letter_orders,
  .order = "issued_on",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};
