/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/rosters/zb-rosters.h"

#include <glib/gi18n.h>

static const ZbRosterColumn probationary_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .shown = TRUE },
  { .field = "sex", .shown = TRUE },
  { .field = "ethnicity", .shown = TRUE },
  { .field = "birth_date", .heading = "出生年月", .width = 4.5, .shown = TRUE, .to_month = TRUE },
  { .field = "education", .shown = TRUE },
  { .field = "work_unit", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "applied_on", .width = 6, .shown = TRUE },
  { .field = "activist_on", .width = 6, .shown = TRUE },
  { .field = "candidate_on", .width = 6, .shown = TRUE },
  { .field = "joined_on", .width = 6, .shown = TRUE },
  { .field = "probation_due", .heading = "预备期满日", .width = 6, .shown = TRUE },
  { .field = "introducer1", .heading = "介绍人1", .shown = TRUE },
  { .field = "introducer2", .heading = "介绍人2", .shown = TRUE },
  { .field = "sworn_on", .heading = "宣誓日期", .width = 6, .shown = TRUE },
  { .field = "branch", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "native_place" },
  { .field = "degree" },
  { .field = "id_number" },
  { .field = "phone" },
  { .field = "note", .width = 6, .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_probationary = {
  .name = "probationary",
  .label = N_("Probationary Members"),
  .title = "%s预备党员名册",
  .kind = "member",
  .filter = "category=probationary",
  .party_only = TRUE,
  .columns = probationary_columns,
  .n_columns = G_N_ELEMENTS (probationary_columns),
  .orders = zb_roster_member_orders,
  .order = "joined",
  .landscape = TRUE,
  .tells_total = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn activist_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .shown = TRUE },
  { .field = "sex", .shown = TRUE },
  { .field = "ethnicity", .shown = TRUE },
  { .field = "birth_date", .heading = "出生年月", .width = 4.5, .shown = TRUE, .to_month = TRUE },
  { .field = "education", .shown = TRUE },
  { .field = "work_unit", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "category", .width = 6.2, .shown = TRUE },
  { .field = "applied_on", .width = 6, .shown = TRUE },
  { .field = "activist_on", .width = 6, .shown = TRUE },
  { .field = "mentors", .width = 6, .shown = TRUE },
  /* Kept in no record yet: written in. */
  { .field = "blank", .heading = "培训时间", .width = 5, .shown = TRUE },
  { .field = "candidate_on", .width = 6, .shown = TRUE },
  { .field = "introducer1", .heading = "介绍人1", .shown = TRUE },
  { .field = "introducer2", .heading = "介绍人2", .shown = TRUE },
  { .field = "branch", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "native_place" },
  { .field = "id_number" },
  { .field = "phone" },
  { .field = "note", .width = 6, .align = ZB_ROSTER_LEFT, .shown = TRUE },
};

const ZbRoster zb_roster_activists = {
  .name = "activists",
  .label = N_("Activists and Development Candidates"),
  .title = "%s入党积极分子、发展对象名册",
  .kind = "member",
  .filter = "category=activist|candidate",
  .columns = activist_columns,
  .n_columns = G_N_ELEMENTS (activist_columns),
  .orders = zb_roster_member_orders,
  .order = "org",
  .landscape = TRUE,
  .tells_total = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};
