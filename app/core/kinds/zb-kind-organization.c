/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define ORGANIZATION N_("Organisation")
#define UNIT N_("Unit")
#define TERM N_("Term")
#define POST N_("Post")

/* Items 1–10 of the collection form of 2017 and what real systems add: display order, form, sector. */
static const ZbField organization_fields[] = {
  { "name", N_("Full Name"), "党组织名称", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12,
    "名称|党支部名称|支部名称|党组织全称" },
  { "short_name", N_("Short Name"), "简称", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, 0, 6, "党组织简称" },
  { "kind", N_("Kind"), "组织类别", ORGANIZATION, ZB_FIELD_CODE, "org_kind", NULL, ZB_FIELD_REQUIRED, 4, "党组织类别|类别|组织类型|党组织类型" },
  { "parent", N_("Organisation Above"), "上级党组织", ORGANIZATION, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_BY_STEP, 8,
    "上级党组织名称|隶属党组织" },
  { "number", N_("Organisation Number"), "党组织编码", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, 0, 6, "编码|党组织代码" },
  { "display_order", N_("Display Order"), "显示排序", ORGANIZATION, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, "排序" },
  { "form", N_("Form"), "组建形式", ORGANIZATION, ZB_FIELD_CODE, "org_form", NULL, 0, 5, NULL },
  { "sector", N_("Sector"), "所属领域", ORGANIZATION, ZB_FIELD_CODE, "org_sector", NULL, 0, 5, "党支部类型" },
  { "opened_on", N_("Founded"), "成立日期", ORGANIZATION, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, "成立时间" },
  { "opened_by", N_("Founding Document"), "批准成立文号", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "approved_by", N_("Approved By"), "批准成立的上级党组织", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "closed_on", N_("Closed"), "撤销日期", ORGANIZATION, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST, 5, NULL },
  { "contact", N_("Contact"), "联系人", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, NULL },
  { "phone", N_("Telephone"), "联系电话", ORGANIZATION, ZB_FIELD_PHONE, NULL, NULL, 0, 7, "电话" },
  { "unit_relation", N_("Unit"), "所在单位情况", UNIT, ZB_FIELD_CODE, "unit_relation", NULL, 0, 6, NULL },
  { "unit_name", N_("Name of the Unit"), "单位名称", UNIT, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "unit_kind", N_("Nature of the Unit"), "单位性质类别", UNIT, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "unit_number", N_("Unified Social Credit Code"), "统一社会信用代码", UNIT, ZB_FIELD_TEXT, NULL, NULL, 0, 9, NULL },
  { "region", N_("Administrative Division"), "所在行政区划", UNIT, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "term_years", N_("Term, Years"), "任期（年）", TERM, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "note", N_("Note"), "备注", ORGANIZATION, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, NULL },
};

enum { OPEN = 1 << 0, CLOSED = 1 << 1 };

static const char *const organization_states[] = { "open", "closed", NULL };

#define ON(label) { "on", label, ZB_FIELD_DATE, NULL, NULL, TRUE }
#define DOCUMENT { "document", N_("Document Number"), ZB_FIELD_TEXT, NULL, NULL, FALSE }
#define REASON { "reason", N_("Reason"), ZB_FIELD_TEXT, NULL, NULL, FALSE }

static const ZbStepField rename_fields[] = {
  ON (N_("Effective On")), { "name", N_("New Full Name"), ZB_FIELD_TEXT, NULL, NULL, TRUE },
  { "short_name", N_("New Short Name"), ZB_FIELD_TEXT, NULL, NULL, FALSE }, DOCUMENT, REASON
};
static const ZbStepField org_move_fields[] = {
  ON (N_("Effective On")), { "parent", N_("Organisation Above"), ZB_FIELD_LINK, NULL, "organization", TRUE }, DOCUMENT, REASON
};
static const ZbStepField upgrade_fields[] = {
  ON (N_("Effective On")), { "kind", N_("New Kind"), ZB_FIELD_CODE, "org_kind", NULL, TRUE },
  { "name", N_("New Full Name"), ZB_FIELD_TEXT, NULL, NULL, FALSE }, DOCUMENT, REASON
};
static const ZbStepField merge_fields[] = {
  ON (N_("Effective On")), { "into", N_("Merged Into"), ZB_FIELD_LINK, NULL, "organization", TRUE }, DOCUMENT, REASON
};
static const ZbStepField close_fields[] = { ON (N_("Effective On")), DOCUMENT, REASON };
static const ZbStepField reopen_fields[] = { ON (N_("Effective On")), DOCUMENT, REASON };

#define STEP(name, label, heading, from, event, fields) \
  { name, label, heading, from, event, NULL, NULL, fields, G_N_ELEMENTS (fields) }

static const ZbStep organization_steps[] = {
  STEP ("rename", N_("Rename"), "更名", OPEN, "renamed", rename_fields),
  STEP ("move", N_("Move Under Another"), "隶属关系变更", OPEN, "moved", org_move_fields),
  STEP ("upgrade", N_("Change Kind"), "升格（改建）", OPEN, "upgraded", upgrade_fields),
  STEP ("merge", N_("Merge Into Another"), "合并", OPEN, "merged", merge_fields),
  STEP ("close", N_("Close"), "撤销", OPEN, "closed", close_fields),
  STEP ("reopen", N_("Reopen"), "恢复", CLOSED, "reopened", reopen_fields),
};

static const char *const organization_columns[] = {
  "name", "kind", "parent", "form", "opened_on", "closed_on", "contact", "phone", NULL
};

static const ZbDateOrder organization_orders[] = { { "opened_on", "closed_on" } };

const ZbKind zb_kind_organization = {
  .name = "organization",
  .table = "organization",
  .label = N_("Organisation"),
  .label_plural = N_("Organisations"),
  .heading = "党组织",
  .title_field = "name",
  .fields = organization_fields,
  .n_fields = G_N_ELEMENTS (organization_fields),
  .states = organization_states,
  .steps = organization_steps,
  .n_steps = G_N_ELEMENTS (organization_steps),
  .list_columns = organization_columns,
  .orders = organization_orders,
  .n_orders = G_N_ELEMENTS (organization_orders),
};

/* A change of an organisation, with what it was before: an old list prints the name of its day. */
static const ZbField organization_event_fields[] = {
  { "org", N_("Organisation"), "党组织", ORGANIZATION, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, NULL },
  { "kind", N_("Event"), "事项", ORGANIZATION, ZB_FIELD_CODE, "organization_event", NULL, ZB_FIELD_REQUIRED, 5, NULL },
  { "on", N_("Date"), "日期", ORGANIZATION, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "document", N_("Document Number"), "文号", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "reason", N_("Reason"), "事由", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "name_before", N_("Name Before"), "原名称", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "name_after", N_("Name After"), "新名称", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "short_before", N_("Short Name Before"), "原简称", ORGANIZATION, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "kind_before", N_("Kind Before"), "原类别", ORGANIZATION, ZB_FIELD_CODE, "org_kind", NULL, 0, 4, NULL },
  { "parent_before", N_("Above Before"), "原上级党组织", ORGANIZATION, ZB_FIELD_LINK, NULL, "organization", 0, 8, NULL },
  { "other", N_("Other Organisation"), "去向", ORGANIZATION, ZB_FIELD_LINK, NULL, "organization", 0, 8, NULL },
};

static const char *const organization_event_columns[] = { "org", "kind", "on", "document", "name_before", "name_after", NULL };

const ZbKind zb_kind_organization_event = {
  .name = "organization_event",
  .table = "organization_event",
  .label = N_("Organisation Event"),
  .label_plural = N_("Organisation Events"),
  .heading = "组织沿革",
  .title_field = "kind",
  .fields = organization_event_fields,
  .n_fields = G_N_ELEMENTS (organization_event_fields),
  .list_columns = organization_event_columns,
};

/* 届次: appointed, due and really held, the three dates that real systems keep, and the extension. */
static const ZbField term_fields[] = {
  { "org", N_("Organisation"), "党组织", TERM, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, NULL },
  { "number", N_("Term Number"), "届次", TERM, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "appointed_on", N_("Appointed"), "任命时间", TERM, ZB_FIELD_DATE, NULL, NULL, 0, 5, "本届起始时间" },
  { "due_on", N_("Election Due"), "应换届时间", TERM, ZB_FIELD_DATE, NULL, NULL, 0, 5, "届满时间" },
  { "held_on", N_("Election Held"), "实际换届时间", TERM, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "document", N_("Approval"), "批复文号", TERM, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "extended_to", N_("Extended To"), "延期至", TERM, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "extension_document", N_("Approval of the Extension"), "延期批复", TERM, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "note", N_("Note"), "备注", TERM, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};

static const char *const term_columns[] = { "org", "number", "appointed_on", "due_on", "held_on", "extended_to", NULL };

/* A term may be cut short or drawn out, but nothing of it comes before it began. */
static const ZbDateOrder term_orders[] = {
  { "appointed_on", "due_on" }, { "appointed_on", "held_on" }, { "appointed_on", "extended_to" }, { "due_on", "extended_to" },
};

const ZbKind zb_kind_term = {
  .name = "term",
  .table = "committee_term",
  .label = N_("Term"),
  .label_plural = N_("Terms"),
  .heading = "届次",
  .title_field = "number",
  .fields = term_fields,
  .n_fields = G_N_ELEMENTS (term_fields),
  .list_columns = term_columns,
  .orders = term_orders,
  .n_orders = G_N_ELEMENTS (term_orders),
};

static const ZbField post_fields[] = {
  { "org", N_("Organisation"), "党组织", POST, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, "所在党支部|党支部|支部|所属党支部|党支部名称|党组织名称|支部名称|所在支部|所属支部|所在党组织" },
  { "person", N_("Member"), "姓名", POST, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, NULL },
  { "post", N_("Post"), "职务", POST, ZB_FIELD_CODE, "post", NULL, ZB_FIELD_REQUIRED, 5, "党内职务" },
  { "term", N_("Term"), "届次", POST, ZB_FIELD_LINK, NULL, "term", 0, 3, NULL },
  { "started_on", N_("From"), "任职日期", POST, ZB_FIELD_DATE, NULL, NULL, 0, 5, "任职时间" },
  { "ended_on", N_("Until"), "免职日期", POST, ZB_FIELD_DATE, NULL, NULL, 0, 5, "免职时间" },
  { "document", N_("Document Number"), "任职文号", POST, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "how", N_("How"), "产生方式", POST, ZB_FIELD_CODE, "post_how", NULL, 0, 4, NULL },
  { "work", N_("Division of Work"), "分工", POST, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};

static const char *const post_columns[] = { "org", "person", "post", "started_on", "ended_on", "how", "document", NULL };

static const ZbDateOrder post_orders[] = { { "started_on", "ended_on" } };

const ZbKind zb_kind_post = {
  .name = "post",
  .table = "post_holding",
  .label = N_("Post"),
  .label_plural = N_("Posts"),
  .heading = "党内任职",
  .title_field = "post",
  .fields = post_fields,
  .n_fields = G_N_ELEMENTS (post_fields),
  .list_columns = post_columns,
  .orders = post_orders,
  .n_orders = G_N_ELEMENTS (post_orders),
};
