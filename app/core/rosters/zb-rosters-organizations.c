/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/rosters/zb-rosters.h"

#include <glib/gi18n.h>

static const ZbRosterColumn organization_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "name", .width = 11, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "kind", .heading = "类别", .width = 3.5, .shown = TRUE },
  { .field = "parent", .width = 7, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "secretary", .heading = "书记", .width = 4.5, .shown = TRUE },
  { .field = "opened_on", .heading = "成立时间", .width = 5.5, .shown = TRUE },
  { .field = "term_appointed_on", .heading = "本届任职时间", .width = 5.5, .shown = TRUE },
  { .field = "term_due_on", .heading = "应换届时间", .width = 5.5, .shown = TRUE },
  { .field = "members", .heading = "党员数", .shown = TRUE },
  { .field = "probationary", .heading = "预备党员数", .shown = TRUE },
  { .field = "contact", .width = 4, .shown = TRUE },
  { .field = "phone", .width = 7, .shown = TRUE },
  { .field = "note", .width = 6, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "short_name", .align = ZB_ROSTER_LEFT },
  { .field = "number" },
  { .field = "form" },
  { .field = "sector" },
  { .field = "full", .heading = "正式党员数" },
  { .field = "women", .heading = "女党员数" },
  { .field = "minority", .heading = "少数民族党员数" },
  { .field = "activists", .heading = "积极分子、发展对象数" },
  { .field = "term_number", .heading = "届次" },
  { .field = "term_extended_to", .heading = "延期至" },
  { .field = "opened_by" },
  { .field = "approved_by", .align = ZB_ROSTER_LEFT },
  { .field = "unit_name", .align = ZB_ROSTER_LEFT },
  { .field = "closed_on" },
};

static const ZbRosterOrder organization_orders[] = {
  { "tree", N_("In the order of the organisations") },
  { "name", N_("By pinyin") },
  { "opened_on", N_("By date of founding") },
  { NULL, NULL }
};

const ZbRoster zb_roster_organizations = {
  .name = "organizations",
  .label = N_("List of Organisations"),
  .title = "%s党组织一览表",
  .kind = "organization",
  .columns = organization_columns,
  .n_columns = G_N_ELEMENTS (organization_columns),
  .orders = organization_orders,
  .order = "tree",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn term_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "org", .width = 9, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "number", .shown = TRUE },
  { .field = "appointed_on", .heading = "任职时间", .width = 6, .shown = TRUE },
  { .field = "due_on", .width = 6, .shown = TRUE },
  { .field = "extended_to", .width = 6, .shown = TRUE },
  { .field = "held_on", .heading = "实际换届时间", .width = 6, .shown = TRUE },
  { .field = "left", .heading = "剩余（超期）", .width = 6.5, .shown = TRUE },
  { .field = "secretary", .heading = "书记", .width = 4.5, .shown = TRUE },
  { .field = "note", .width = 6, .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "org_kind", .heading = "类别" },
  { .field = "end", .heading = "届满时间" },
  { .field = "document" },
  { .field = "extension_document" },
};

static const ZbRosterOrder term_orders[] = {
  { "end", N_("By end of the term") },
  { "tree", N_("In the order of the organisations") },
  { NULL, NULL }
};

const ZbRoster zb_roster_terms = {
  .name = "terms",
  .label = N_("Ends of Terms"),
  .title = "%s换届到期表",
  .kind = "term",
  .columns = term_columns,
  .n_columns = G_N_ELEMENTS (term_columns),
  .orders = term_orders,
  .order = "end",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};
