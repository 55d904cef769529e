/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define MEMBERSHIP N_("Membership")
#define LEAVING N_("Leaving")

/* Where a person belongs, from when until when. One organisational membership at a time; any number
 * of temporary or functional ones. An unknown start means: since before the records begin. */
static const ZbField membership_fields[] = {
  { "person", N_("Member"), "姓名", MEMBERSHIP, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, NULL },
  { "org", N_("Branch"), "所在党支部", MEMBERSHIP, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, NULL },
  { "group", N_("Party Group"), "党小组", MEMBERSHIP, ZB_FIELD_LINK, NULL, "organization", 0, 5, NULL },
  { "kind", N_("Kind"), "种类", MEMBERSHIP, ZB_FIELD_CODE, "membership_kind", NULL, ZB_FIELD_REQUIRED, 5, NULL },
  { "started_on", N_("From"), "进入日期", MEMBERSHIP, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, "进入党支部日期|组织关系转入时间" },
  { "begun_by", N_("Began By"), "进入类型", MEMBERSHIP, ZB_FIELD_CODE, "membership_begin", NULL, 0, 5, "进入党支部类型" },
  { "from_org", N_("Transferred From"), "转出单位", MEMBERSHIP, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "ended_on", N_("Until"), "离开日期", LEAVING, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "ended_by", N_("Ended By"), "离开类型", LEAVING, ZB_FIELD_CODE, "membership_end", NULL, 0, 5, NULL },
  { "to_org", N_("Transferred To"), "转入单位", LEAVING, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "letter", N_("Number of the Introduction Letter"), "介绍信编号", LEAVING, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "valid_days", N_("Valid, Days"), "有效期（天）", LEAVING, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "dues_until", N_("Dues Paid Until"), "党费缴纳至", LEAVING, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "receipt_on", N_("Receipt Came On"), "回执日期", LEAVING, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "document", N_("Document Number"), "文号", LEAVING, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "reason", N_("Reason"), "事由", LEAVING, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};

static const char *const membership_columns[] = {
  "person", "org", "group", "kind", "started_on", "begun_by", "ended_on", "ended_by", NULL
};

static const ZbDateOrder membership_orders[] = { { "started_on", "ended_on" }, { "ended_on", "receipt_on" } };

const ZbKind zb_kind_membership = {
  .name = "membership",
  .table = "membership",
  .label = N_("Membership"),
  .label_plural = N_("Memberships"),
  .heading = "组织关系",
  .title_field = "started_on",
  .fields = membership_fields,
  .n_fields = G_N_ELEMENTS (membership_fields),
  .list_columns = membership_columns,
  .orders = membership_orders,
  .n_orders = G_N_ELEMENTS (membership_orders),
};

/* What happened to a person, with date and paper; written by the steps of a member, never changed. */
static const ZbField membership_event_fields[] = {
  { "person", N_("Member"), "姓名", MEMBERSHIP, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, NULL },
  { "kind", N_("Event"), "事项", MEMBERSHIP, ZB_FIELD_CODE, "membership_event", NULL, ZB_FIELD_REQUIRED, 6, NULL },
  { "on", N_("Date"), "日期", MEMBERSHIP, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "org", N_("Branch"), "党支部", MEMBERSHIP, ZB_FIELD_LINK, NULL, "organization", 0, 8, NULL },
  { "document", N_("Document Number"), "文号", MEMBERSHIP, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "reason", N_("Reason"), "事由", MEMBERSHIP, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "detail", N_("Details"), "详情", MEMBERSHIP, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};

static const char *const membership_event_columns[] = { "person", "kind", "on", "org", "document", "reason", NULL };

const ZbKind zb_kind_membership_event = {
  .name = "membership_event",
  .table = "membership_event",
  .label = N_("Event"),
  .label_plural = N_("Events"),
  .heading = "党籍变动",
  .title_field = "kind",
  .fields = membership_event_fields,
  .n_fields = G_N_ELEMENTS (membership_event_fields),
  .list_columns = membership_event_columns,
};
