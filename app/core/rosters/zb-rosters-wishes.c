/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/rosters/zb-rosters.h"

#include <glib/gi18n.h>

static const ZbRosterOrder time_order[] = { { "time", N_("By day") }, { NULL, NULL } };
static const ZbRosterOrder number_order[] = { { "row", N_("By number of the wish") }, { NULL, NULL } };
static const ZbRosterOrder category_order[] = { { "category", N_("By kind of wish") }, { NULL, NULL } };

/* 公示版: what everybody may read. */
static const ZbRosterColumn public_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "number", .heading = "编号", .shown = TRUE },
  { .field = "alias", .heading = "心愿人（化名）", .width = 7, .shown = TRUE },
  { .field = "community", .heading = "所在社区", .shown = TRUE },
  { .field = "category", .heading = "类别", .shown = TRUE },
  { .field = "title", .heading = "心愿内容", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "quantity", .heading = "数量", .shown = TRUE },
  { .field = "published_on", .heading = "发布日期", .shown = TRUE },
  { .field = "branch_name", .heading = "认领党支部", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "promised_on", .heading = "承诺日期", .shown = TRUE },
  { .field = "fulfilled_on", .heading = "完成日期", .shown = TRUE },
  { .field = "state", .heading = "完成情况", .shown = TRUE },
  { .field = "org", .heading = "征集党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "estimate", .heading = "预计金额（元）" },
  { .field = "cost", .heading = "花费（元）" },
  { .field = "claimed_on", .heading = "认领日期" },
  { .field = "left", .heading = "待认领数" },
};

const ZbRoster zb_roster_wishes = {
  .name = "wishes",
  .label = N_("Wishes, for Everybody to Read"),
  .title = "%s微心愿清单（公示版）",
  .kind = "wish",
  .rows = "public-wishes",
  .time = ZB_ROSTER_IN_PERIOD,
  .columns = public_columns,
  .n_columns = G_N_ELEMENTS (public_columns),
  .orders = time_order,
  .order = "time",
  .landscape = TRUE,
  .font_size = 10.5,
  .is_public = TRUE,
};

static const ZbRosterOrder wish_orders[] = {
  { "number", N_("By number of the wish") },
  { "collected_on", N_("By day") },
  { "tree", N_("In the order of the organisations") },
  { "category", N_("By kind of wish") },
  { "state", N_("By state") },
  { NULL, NULL }
};

/* 内部版 */
static const ZbRosterColumn internal_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "number", .shown = TRUE },
  { .field = "alias", .heading = "心愿人（化名）", .shown = TRUE },
  { .field = "name", .heading = "心愿人" },
  { .field = "phone", .heading = "联系电话" },
  { .field = "address", .heading = "详细地址", .align = ZB_ROSTER_LEFT },
  { .field = "community", .heading = "所在社区", .shown = TRUE },
  { .field = "household_category", .heading = "身份类别", .shown = TRUE },
  { .field = "category", .shown = TRUE },
  { .field = "title", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "claimers", .heading = "认领人", .shown = TRUE },
  { .field = "claimed_on", .heading = "认领日期", .shown = TRUE },
  { .field = "promised_on", .heading = "承诺日期", .shown = TRUE },
  { .field = "fulfilled_on", .shown = TRUE },
  { .field = "cost", .heading = "花费（元）", .shown = TRUE },
  { .field = "hours", .heading = "服务时长（小时）" },
  { .field = "satisfaction", .shown = TRUE },
  { .field = "state", .shown = TRUE },
  { .field = "org", .heading = "征集党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
};

const ZbRoster zb_roster_wishes_internal = {
  .name = "wishes-internal",
  .label = N_("Wishes, for Inside Only"),
  .title = "%s微心愿清单（内部版）",
  .kind = "wish",
  .rows = "wishes",
  .time = ZB_ROSTER_IN_PERIOD,
  .day_field = "collected_on",
  .columns = internal_columns,
  .n_columns = G_N_ELEMENTS (internal_columns),
  .orders = wish_orders,
  .order = "number",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

/* 征集表, empty and filled. */
static const ZbRosterColumn form_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "collected_on", .heading = "征集日期", .shown = TRUE },
  { .field = "name", .heading = "心愿人", .shown = TRUE },
  { .field = "sex", .heading = "性别", .shown = TRUE },
  { .field = "age", .heading = "年龄", .shown = TRUE },
  { .field = "household_category", .heading = "身份类别", .shown = TRUE },
  { .field = "situation", .heading = "家庭情况", .shown = TRUE },
  { .field = "title", .heading = "心愿内容", .shown = TRUE },
  { .field = "category", .heading = "类别", .shown = TRUE },
  { .field = "estimate", .heading = "预计金额（元）", .shown = TRUE },
  { .field = "wanted_by", .heading = "期望完成时间", .shown = TRUE },
  { .field = "community", .heading = "所在社区", .shown = TRUE },
  { .field = "address", .heading = "详细地址", .shown = TRUE },
  { .field = "phone", .heading = "联系电话", .shown = TRUE },
  { .field = "guardian", .heading = "监护人", .shown = TRUE },
  { .field = "channel", .heading = "征集渠道", .shown = TRUE },
  { .field = "collector", .heading = "征集人", .shown = TRUE },
  { .field = "opinion", .heading = "审核意见", .shown = TRUE },
  { .field = "remark", .heading = "备注", .shown = TRUE },
};

const ZbRoster zb_roster_wish_form = {
  .name = "wish-form",
  .label = N_("Form for Collecting Wishes, Empty"),
  .title = "%s微心愿征集表",
  .kind = "wish",
  .rows = "wish-form",
  .columns = form_columns,
  .n_columns = G_N_ELEMENTS (form_columns),
  .orders = number_order,
  .order = "row",
  .landscape = TRUE,
  .font_size = 8,
  .row_height = 12,
  .legend = "身份类别：空巢老人、独居老人、困境儿童、残疾人、低保（低边）家庭、困难党员、务工者、退役军人、其他。姓名、地址、电话、家庭情况只供内部使用，不予公示；未成年人由监护人同意。",
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn collection_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "number", .shown = TRUE },
  { .field = "collected_on", .width = 5.5, .shown = TRUE },
  { .field = "channel", .width = 4, .shown = TRUE },
  { .field = "alias", .heading = "心愿人（化名）", .shown = TRUE },
  { .field = "name", .heading = "心愿人" },
  { .field = "sex", .heading = "性别" },
  { .field = "age", .heading = "年龄" },
  { .field = "household_category", .heading = "身份类别", .shown = TRUE },
  { .field = "situation", .heading = "家庭情况", .align = ZB_ROSTER_LEFT },
  { .field = "title", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "category", .shown = TRUE },
  { .field = "estimate", .shown = TRUE },
  { .field = "wanted_by", .width = 5.5, .shown = TRUE },
  { .field = "community", .heading = "所在社区", .shown = TRUE },
  { .field = "address", .heading = "详细地址", .align = ZB_ROSTER_LEFT },
  { .field = "phone", .heading = "联系电话" },
  { .field = "guardian", .heading = "监护人" },
  { .field = "guardian_phone", .heading = "监护人电话" },
  { .field = "collector", .shown = TRUE },
  { .field = "review", .align = ZB_ROSTER_LEFT },
  { .field = "note", .align = ZB_ROSTER_LEFT },
  { .field = "org", .heading = "征集党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
};

const ZbRoster zb_roster_wish_collection = {
  .name = "wish-collection",
  .label = N_("Wishes Collected"),
  .title = "%s微心愿征集表",
  .kind = "wish",
  .rows = "wishes",
  .time = ZB_ROSTER_IN_PERIOD,
  .day_field = "collected_on",
  .columns = collection_columns,
  .n_columns = G_N_ELEMENTS (collection_columns),
  .orders = wish_orders,
  .order = "number",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

/* 认领表: room to sign. */
static const ZbRosterColumn claim_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "wish_number", .heading = "心愿编号", .shown = TRUE },
  { .field = "wish_title", .heading = "心愿摘要", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "lead", .heading = "认领人（支部、队伍、单位）", .shown = TRUE },
  { .field = "branch_name", .heading = "所在党支部", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "together", .heading = "联合认领人", .shown = TRUE },
  { .field = "phone", .heading = "联系电话" },
  { .field = "claimed_on", .width = 5.5, .shown = TRUE },
  { .field = "promised_on", .width = 5.5, .shown = TRUE },
  { .field = "given_by", .shown = TRUE },
  { .field = "share", .heading = "份额或分工", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "blank", .heading = "签名", .width = 6, .shown = TRUE },
  { .field = "alias", .heading = "心愿人（化名）" },
  { .field = "state" },
  { .field = "note", .align = ZB_ROSTER_LEFT },
};

static const ZbRosterOrder claim_orders[] = {
  { "wish_number", N_("By number of the wish") },
  { "claimed_on", N_("By day") },
  { "promised_on", N_("By promise") },
  { "name", N_("By pinyin") },
  { NULL, NULL }
};

const ZbRoster zb_roster_wish_claims = {
  .name = "wish-claims",
  .label = N_("Claims, to Be Signed"),
  .title = "%s微心愿认领表",
  .kind = "claim",
  .rows = "wish-claims",
  .time = ZB_ROSTER_IN_PERIOD,
  .day_field = "claimed_on",
  .filter = "state=active|delivered",
  .columns = claim_columns,
  .n_columns = G_N_ELEMENTS (claim_columns),
  .orders = claim_orders,
  .order = "wish_number",
  .landscape = TRUE,
  .font_size = 10.5,
  .row_height = 9,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn ledger_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "number", .shown = TRUE },
  { .field = "alias", .heading = "心愿人（化名）", .shown = TRUE },
  { .field = "name", .heading = "心愿人" },
  { .field = "phone", .heading = "联系电话" },
  { .field = "address", .heading = "详细地址", .align = ZB_ROSTER_LEFT },
  { .field = "community", .heading = "所在社区", .shown = TRUE },
  { .field = "category", .shown = TRUE },
  { .field = "title", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "claimers", .heading = "认领人", .shown = TRUE },
  { .field = "branch_name", .heading = "认领党支部", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "claimed_on", .heading = "认领日期", .shown = TRUE },
  { .field = "promised_on", .heading = "承诺日期", .shown = TRUE },
  { .field = "fulfilled_on", .shown = TRUE },
  { .field = "what", .heading = "实际物品（服务）", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "cost", .heading = "花费（元）", .shown = TRUE },
  { .field = "satisfaction", .shown = TRUE },
  { .field = "state", .shown = TRUE },
  { .field = "proof", .heading = "佐证", .shown = TRUE },
  { .field = "org", .heading = "征集党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "vouchers", .heading = "凭证号" },
  { .field = "hours", .heading = "服务时长（小时）" },
  { .field = "feedback", .align = ZB_ROSTER_LEFT },
  { .field = "note", .align = ZB_ROSTER_LEFT },
};

const ZbRoster zb_roster_wish_ledger = {
  .name = "wish-ledger",
  .label = N_("Ledger of Wishes"),
  .title = "%s微心愿台账",
  .kind = "wish",
  .rows = "wishes",
  .time = ZB_ROSTER_IN_PERIOD,
  .day_field = "collected_on",
  .columns = ledger_columns,
  .n_columns = G_N_ELEMENTS (ledger_columns),
  .orders = wish_orders,
  .order = "number",
  .landscape = TRUE,
  .footer = ZB_ROSTER_FOOTER,
};

static const ZbRosterColumn open_columns[] = {
  { .field = "row", .heading = "序号", .width = 2.5, .shown = TRUE },
  { .field = "how", .heading = "情形", .shown = TRUE, .joined = TRUE },
  { .field = "number", .heading = "编号", .shown = TRUE },
  { .field = "title", .heading = "心愿内容", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "alias", .heading = "心愿人（化名）", .shown = TRUE },
  { .field = "community", .heading = "所在社区", .shown = TRUE },
  { .field = "published_on", .heading = "发布日期", .shown = TRUE },
  { .field = "claimers", .heading = "认领人", .shown = TRUE },
  { .field = "promised_on", .heading = "承诺日期", .shown = TRUE },
  { .field = "left", .heading = "待认领数", .shown = TRUE },
  { .field = "days", .heading = "已过天数", .shown = TRUE },
  { .field = "org", .heading = "征集党支部", .align = ZB_ROSTER_LEFT, .if_several = TRUE },
  { .field = "blank", .heading = "处理意见", .width = 8, .shown = TRUE },
};

const ZbRoster zb_roster_wish_open = {
  .name = "wish-open",
  .label = N_("Wishes Overdue or Unclaimed"),
  .title = "%s微心愿逾期与未认领清单",
  .kind = "wish",
  .rows = "wish-open",
  .columns = open_columns,
  .n_columns = G_N_ELEMENTS (open_columns),
  .orders = time_order,
  .order = "time",
  .landscape = TRUE,
  .font_size = 10.5,
};

static const ZbRosterColumn year_columns[] = {
  { .field = "category", .heading = "类别", .shown = TRUE },
  { .field = "collected", .heading = "征集（件）", .shown = TRUE },
  { .field = "published", .heading = "发布（件）", .shown = TRUE },
  { .field = "claimed", .heading = "认领（件）", .shown = TRUE },
  { .field = "fulfilled", .heading = "圆梦（件）", .shown = TRUE },
  { .field = "rate", .heading = "圆梦率", .shown = TRUE },
  { .field = "cost", .heading = "花费（元）", .shown = TRUE },
  { .field = "hours", .heading = "服务时长（小时）", .shown = TRUE },
  { .field = "find", .heading = "征集数的查询条件", .align = ZB_ROSTER_LEFT },
  { .field = "find_claimed", .heading = "认领数的查询条件", .align = ZB_ROSTER_LEFT },
  { .field = "find_fulfilled", .heading = "圆梦数的查询条件", .align = ZB_ROSTER_LEFT },
  { .field = "numbers", .heading = "征集的心愿", .align = ZB_ROSTER_LEFT },
  { .field = "claimed_numbers", .heading = "认领的心愿", .align = ZB_ROSTER_LEFT },
  { .field = "fulfilled_numbers", .heading = "圆梦的心愿", .align = ZB_ROSTER_LEFT },
};

const ZbRoster zb_roster_wish_year = {
  .name = "wish-year",
  .label = N_("Wishes of the Year"),
  .title = "%s%Y年度微心愿汇总表",
  .kind = "wish",
  .rows = "wish-year",
  .time = ZB_ROSTER_IN_YEAR,
  .columns = year_columns,
  .n_columns = G_N_ELEMENTS (year_columns),
  .orders = category_order,
  .order = "category",
  .font_size = 10.5,
  .row_height = 8,
  .legend = "征集：征集日期在本年度的心愿；发布、认领、圆梦：其中已发布、已全部认领、已全部圆梦的；圆梦率＝圆梦÷征集；花费、服务时长：这些心愿的实际支出和已计入的时长。各数所计的心愿见《微心愿台账》。",
  .footer = ZB_ROSTER_FOOTER,
};
