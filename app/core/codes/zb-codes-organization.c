/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/codes/zb-code-tables.h"

/* In the order of #ZbOrgKind. */
static const ZbCode kind_codes[] = {
  { "committee", "党委", "党的基层委员会|基层党委|工委|党工委", NULL, 1 }, { "general_branch", "党总支", "党总支部|总支|总支部", NULL, 2 },
  { "branch", "党支部", "支部|党支部委员会", NULL, 3 }, { "group", "党小组", "小组", NULL, 4 },
};
static const ZbCodeTable org_kind = ZB_CODE_TABLE ("org_kind", "党章；支部工作条例", kind_codes);

static const ZbCode form_codes[] = {
  { "single", "单独组建", "独立党支部|单独", NULL, 1 }, { "joint", "联合党支部", "联合支部|联合组建|联合", NULL, 2 },
  { "temporary", "临时党支部", "临时支部|临时", NULL, 3 }, { "functional", "功能型党支部", "功能型支部|功能型", NULL, 4 },
  { "floating", "流动党员党支部", "流动党员支部|流动支部", NULL, 5 },
};
static const ZbCodeTable org_form = ZB_CODE_TABLE ("org_form", "支部工作条例", form_codes);

static const ZbCode sector_codes[] = {
  { "organ", "机关", "党政机关", NULL, 1 }, { "institution", "事业单位", NULL, NULL, 2 }, { "soe", "国有企业", "国企", NULL, 3 },
  { "private", "非公有制企业", "非公企业|两新（非公）", NULL, 4 }, { "social", "社会组织", "两新（社会组织）", NULL, 5 },
  { "village", "村", "行政村|农村", NULL, 6 }, { "community", "社区", NULL, NULL, 7 }, { "college_staff", "高校教工", "高校（教工）", NULL, 8 },
  { "college_students", "高校学生", "高校（学生）", NULL, 9 }, { "school", "中小学", NULL, NULL, 10 }, { "hospital", "医院", "公立医院", NULL, 11 },
  { "retired", "离退休", "离退休干部职工", NULL, 12 }, { "veterans", "军队转业", NULL, NULL, 13 }, { "other", "其他", NULL, NULL, 14 },
};
static const ZbCodeTable org_sector = ZB_CODE_TABLE ("org_sector", "支部工作条例各领域党支部", sector_codes);

static const ZbCode relation_codes[] = {
  { "same", "与上级党组织相同", NULL, NULL, 1 }, { "legal_person", "法人单位", NULL, NULL, 2 }, { "joint", "联合党支部", NULL, NULL, 3 },
};
static const ZbCodeTable unit_relation = ZB_CODE_TABLE ("unit_relation", "党组织基本信息采集表", relation_codes);

static const ZbCode event_codes[] = {
  { "opened", "成立", NULL, NULL, 1 }, { "renamed", "更名", NULL, NULL, 2 }, { "moved", "隶属关系变更", NULL, NULL, 3 },
  { "upgraded", "升格（改建）", NULL, NULL, 4 }, { "merged", "合并", NULL, NULL, 5 }, { "absorbed", "并入", NULL, NULL, 6 },
  { "closed", "撤销", NULL, NULL, 7 }, { "reopened", "恢复", NULL, NULL, 8 }, { "split", "拆分", "分设", NULL, 9 },
  { "elected", "换届", "换届选举", NULL, 10 }, { "extended", "延期换届", NULL, NULL, 11 },
};
static const ZbCodeTable organization_event = ZB_CODE_TABLE ("organization_event", "党组织沿革用语", event_codes);

static const ZbCode letter_codes[] = {
  { "transfer", "组织关系介绍信", "介绍信|党员组织关系介绍信", NULL, 1 }, { "proof", "党员证明信", "证明信|党员证明|党员身份证明", NULL, 2 },
};
static const ZbCodeTable letter_kind = ZB_CODE_TABLE ("letter_kind", "党员教育管理工作条例：组织关系转接", letter_codes);

const ZbCodeTable *const zb_code_tables_organization[] = {
  &org_kind, &org_form, &org_sector, &unit_relation, &organization_event, &letter_kind, NULL
};
