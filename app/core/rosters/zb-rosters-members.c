/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/rosters/zb-rosters.h"

#include <glib/gi18n.h>

const ZbRosterOrder zb_roster_member_orders[] = {
  { "post", N_("By post") },
  { "stroke", N_("By strokes of the surname") },
  { "stroke-full", N_("By strokes of the name") },
  { "pinyin", N_("By pinyin") },
  { "joined", N_("By date of joining") },
  { "standing", N_("By Party standing") },
  { "own", N_("Own order") },
  { "birth", N_("By date of birth") },
  { "org", N_("By organisation") },
  { NULL, NULL }
};

/* The usual form: name, work and dates; numbers that are private only when they are asked for. */
static const ZbRosterColumn member_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .shown = TRUE },
  { .field = "sex", .shown = TRUE },
  { .field = "ethnicity", .shown = TRUE },
  { .field = "birth_date", .heading = "出生年月", .width = 4.5, .shown = TRUE, .to_month = TRUE },
  { .field = "native_place", .shown = TRUE },
  { .field = "education", .shown = TRUE },
  { .field = "degree", .shown = TRUE },
  { .field = "work_started_on", .width = 4.5, .shown = TRUE, .to_month = TRUE },
  { .field = "joined_on", .width = 6, .shown = TRUE },
  { .field = "confirmed_on", .width = 6, .shown = TRUE },
  { .field = "branch", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "group" },
  { .field = "post", .shown = TRUE },
  { .field = "work_unit", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "category" },
  { .field = "standing" },
  { .field = "age" },
  { .field = "id_number" },
  { .field = "phone" },
  { .field = "note", .width = 6, .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_members = {
  .name = "members",
  .label = N_("Member Roster"),
  .title = "%s党员花名册",
  .kind = "member",
  .party_only = TRUE,
  .columns = member_columns,
  .n_columns = G_N_ELEMENTS (member_columns),
  .orders = zb_roster_member_orders,
  .order = "post",
  .landscape = TRUE,
  .tells_total = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

/* Nobody is taken out of the registry: who is not here any more stands in this one. */
static const ZbRosterColumn former_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .shown = TRUE },
  { .field = "sex", .shown = TRUE },
  { .field = "ethnicity", .shown = TRUE },
  { .field = "birth_date", .heading = "出生年月", .width = 4.5, .shown = TRUE, .to_month = TRUE },
  { .field = "native_place", .shown = TRUE },
  { .field = "education", .shown = TRUE },
  { .field = "joined_on", .width = 6, .shown = TRUE },
  { .field = "confirmed_on", .width = 6, .shown = TRUE },
  { .field = "branch", .heading = "原所在党支部", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "state", .width = 5, .shown = TRUE },
  { .field = "left_on", .heading = "离开日期", .width = 6, .shown = TRUE },
  { .field = "left_to", .heading = "去向（原因）", .width = 8, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "work_unit", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "category" },
  { .field = "id_number" },
  { .field = "phone" },
  { .field = "note", .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_former = {
  .name = "former",
  .label = N_("Former Members"),
  .title = "%s历史党员名册",
  .kind = "member",
  .columns = former_columns,
  .n_columns = G_N_ELEMENTS (former_columns),
  .orders = zb_roster_member_orders,
  .order = "stroke",
  .landscape = TRUE,
  .tells_total = TRUE,
  .footer = ZB_ROSTER_FOOTER,
  .scope = ZB_SCOPE_LEFT,
};
