/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define LETTER N_("Letter")
#define CONTENTS N_("What It Says")

/* 组织关系介绍信、党员证明信: what stood on the paper, in the register of those issued. Its number runs within the year, the
 * kind and the organisation that issues it. */
static const ZbField letter_fields[] = {
  { "number", N_("Letter Number"), "编号", LETTER, ZB_FIELD_TEXT, NULL, NULL, 0, 6, "介绍信编号" },
  { "kind", N_("Kind"), "类别", LETTER, ZB_FIELD_CODE, "letter_kind", NULL, ZB_FIELD_REQUIRED, 6, NULL },
  { "person", N_("Member"), "党员", LETTER, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, NULL },
  { "name", N_("Name"), "姓名", LETTER, ZB_FIELD_NAME, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "org", N_("Issuing Organisation"), "开具党组织", LETTER, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, NULL },
  { "issuer", N_("Issued By"), "开具单位", LETTER, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 8, NULL },
  { "membership", N_("Transfer"), "组织关系", LETTER, ZB_FIELD_LINK, NULL, "membership", ZB_FIELD_HIDDEN, 5, NULL },
  { "from_org", N_("Transferred From"), "转出党支部", CONTENTS, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "to_org", N_("Transferred To"), "转入单位（去向）", CONTENTS, ZB_FIELD_TEXT, NULL, NULL, 0, 9, NULL },
  { "addressee", N_("Addressee"), "抬头", CONTENTS, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "purpose", N_("What For"), "事由", CONTENTS, ZB_FIELD_TEXT, NULL, NULL, 0, 7, NULL },
  { "valid_days", N_("Valid, Days"), "有效期（天）", CONTENTS, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "dues_until", N_("Dues Paid Until"), "党费缴纳至", CONTENTS, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "handler", N_("Handled By"), "经办人", LETTER, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, NULL },
  { "phone", N_("Telephone"), "联系电话", LETTER, ZB_FIELD_PHONE, NULL, NULL, 0, 6, NULL },
  { "issued_on", N_("Issued On"), "开具日期", LETTER, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PAST, 5.5, NULL },
};
static const char *const letter_columns[] = { "number", "kind", "name", "to_org", "valid_days", "dues_until", "issuer", "issued_on", NULL };

const ZbKind zb_kind_letter = {
  .name = "letter",
  .table = "party_letter",
  .keeps = ZB_KEEPS_VALUES | ZB_KEEPS_RECORDS,
  .label = N_("Letter"),
  .label_plural = N_("Letters"),
  .heading = "介绍信、证明信",
  .title_field = "number",
  .fields = letter_fields,
  .n_fields = G_N_ELEMENTS (letter_fields),
  .list_columns = letter_columns,
};

static const ZbStepField step_fields[] = {
  { "kind", N_("Kind"), ZB_FIELD_CODE, "letter_kind", NULL, TRUE, NULL },
  { "to_org", N_("Transferred To"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "addressee", N_("Addressee"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "purpose", N_("What For"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "valid_days", N_("Valid, Days"), ZB_FIELD_INTEGER, NULL, NULL, FALSE, NULL },
  { "dues_until", N_("Dues Paid Until"), ZB_FIELD_DATE, NULL, NULL, FALSE, NULL },
  { "handler", N_("Handled By"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "phone", N_("Telephone"), ZB_FIELD_PHONE, NULL, NULL, FALSE, NULL },
  { "issued_on", N_("Issued On"), ZB_FIELD_DATE, NULL, NULL, FALSE, NULL },
  { "number", N_("Letter Number"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
};

const ZbStep zb_step_issue_letter = {
  "issue-letter", N_("Issue a Letter"), "开具介绍信（证明信）", ~0u, NULL, NULL, NULL, step_fields, G_N_ELEMENTS (step_fields), NULL
};
