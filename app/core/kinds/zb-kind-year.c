/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define PLAN N_("Year Plan")
#define EXEMPTION N_("Exemption")
#define APPRAISAL N_("Appraisal")
#define TALK N_("Talk")
#define PROBLEM N_("Problem and Remedy")
#define CAMPAIGN N_("Campaign")

/* Of everything here that holds for a time. */
static const ZbDateOrder time_orders[] = { { "started_on", "ended_on" } };

/* One line of a branch's year plan; a meeting that is made from it links to it. */
static const ZbField plan_fields[] = {
  { "org", N_("Organisation"), "党组织", PLAN, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, NULL },
  { "month", N_("Month"), "月份", PLAN, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED, 4, "计划月份|时间" },
  { "kind", N_("Kind"), "会议类型", PLAN, ZB_FIELD_CODE, "meeting_kind", NULL, ZB_FIELD_REQUIRED, 6, "类型" },
  { "title", N_("Subject"), "主题", PLAN, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, "内容|主要内容" },
  { "form", N_("Form of Study"), "学习形式", PLAN, ZB_FIELD_CODE, "study_form", NULL, 0, 5, NULL },
  { "preparer", N_("Who Prepares"), "责任人", PLAN, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, "准备人|主讲人" },
  { "note", N_("Note"), "备注", PLAN, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};
static const char *const plan_columns[] = { "org", "month", "kind", "title", "preparer", NULL };

const ZbKind zb_kind_plan_item = {
  .name = "plan_item",
  .table = "plan_item",
  .label = N_("Item of the Year Plan"),
  .label_plural = N_("Year Plan"),
  .heading = "年度计划",
  .title_field = "title",
  .fields = plan_fields,
  .n_fields = G_N_ELEMENTS (plan_fields),
  .list_columns = plan_columns,
};

/* Why somebody is not expected for a time: a record with reason and end, not a hole in a counter. */
static const ZbField exemption_fields[] = {
  { "person", N_("Member"), "姓名", EXEMPTION, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, NULL },
  { "kind", N_("Kind"), "情形", EXEMPTION, ZB_FIELD_CODE, "exemption_kind", NULL, ZB_FIELD_REQUIRED, 5, NULL },
  { "started_on", N_("From"), "起始日期", EXEMPTION, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED, 5, NULL },
  { "ended_on", N_("Until"), "截止日期", EXEMPTION, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "attends", N_("Still Expected at Meetings"), "仍计入应到", EXEMPTION, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 4, NULL },
  { "votes", N_("Still Counted Among Voters"), "仍计入应到有表决权人数", EXEMPTION, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 5, NULL },
  { "reason", N_("Reason"), "事由", EXEMPTION, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 8, NULL },
  { "document", N_("Approval"), "批准文号", EXEMPTION, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
};
static const char *const exemption_columns[] = { "person", "kind", "started_on", "ended_on", "reason", NULL };

const ZbKind zb_kind_exemption = {
  .name = "exemption",
  .table = "exemption",
  .label = N_("Exemption From Meetings"),
  .label_plural = N_("Exemptions From Meetings"),
  .heading = "免于参会",
  .title_field = "kind",
  .fields = exemption_fields,
  .n_fields = G_N_ELEMENTS (exemption_fields),
  .list_columns = exemption_columns,
  .orders = time_orders,
  .n_orders = G_N_ELEMENTS (time_orders),
};

/* Why a branch need not hold a kind of meeting for a time. */
static const ZbField duty_exemption_fields[] = {
  { "org", N_("Organisation"), "党组织", EXEMPTION, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, NULL },
  { "kind", N_("Kind of Meeting"), "会议类型", EXEMPTION, ZB_FIELD_CODE, "meeting_kind", NULL, ZB_FIELD_REQUIRED, 6, NULL },
  { "started_on", N_("From"), "起始日期", EXEMPTION, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED, 5, NULL },
  { "ended_on", N_("Until"), "截止日期", EXEMPTION, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "reason", N_("Reason"), "事由", EXEMPTION, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 8, NULL },
  { "document", N_("Approval"), "批准文号", EXEMPTION, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
};
static const char *const duty_exemption_columns[] = { "org", "kind", "started_on", "ended_on", "reason", NULL };

const ZbKind zb_kind_duty_exemption = {
  .name = "duty_exemption",
  .table = "duty_exemption",
  .label = N_("Exemption of a Branch"),
  .label_plural = N_("Exemptions of Branches"),
  .heading = "支部免开情形",
  .title_field = "reason",
  .fields = duty_exemption_fields,
  .n_fields = G_N_ELEMENTS (duty_exemption_fields),
  .list_columns = duty_exemption_columns,
  .orders = time_orders,
  .n_orders = G_N_ELEMENTS (time_orders),
};

/* 民主评议: one row a person and year. */
static const ZbField appraisal_fields[] = {
  { "meeting", N_("Meeting"), "会议", APPRAISAL, ZB_FIELD_LINK, NULL, "meeting", ZB_FIELD_PART_OF, 8, NULL },
  { "org", N_("Branch"), "党支部", APPRAISAL, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, NULL },
  { "person", N_("Member"), "姓名", APPRAISAL, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, NULL },
  { "year", N_("Year"), "年度", APPRAISAL, ZB_FIELD_INTEGER, NULL, NULL, ZB_FIELD_REQUIRED, 3, NULL },
  { "self_grade", N_("Own Judgement"), "自评", APPRAISAL, ZB_FIELD_CODE, "appraisal_grade", NULL, 0, 4, NULL },
  { "outstanding", N_("Votes: Outstanding"), "优秀票", APPRAISAL, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "qualified", N_("Votes: Qualified"), "合格票", APPRAISAL, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "basic", N_("Votes: Basically Qualified"), "基本合格票", APPRAISAL, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "unqualified", N_("Votes: Unqualified"), "不合格票", APPRAISAL, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "grade", N_("Grade"), "评议等次", APPRAISAL, ZB_FIELD_CODE, "appraisal_grade", NULL, 0, 4, "评议结果|考核结果|等次" },
  { "comment", N_("Comment of the Branch"), "支部评价意见", APPRAISAL, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 10, "评价意见" },
};
static const char *const appraisal_columns[] = { "org", "person", "year", "self_grade", "grade", NULL };

const ZbKind zb_kind_appraisal = {
  .name = "appraisal",
  .table = "appraisal",
  .label = N_("Appraisal"),
  .label_plural = N_("Appraisals"),
  .heading = "民主评议",
  .title_field = "year",
  .fields = appraisal_fields,
  .n_fields = G_N_ELEMENTS (appraisal_fields),
  .list_columns = appraisal_columns,
};

/* 谈心谈话: two people, one talk. */
static const ZbField talk_fields[] = {
  { "org", N_("Branch"), "党支部", TALK, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, NULL },
  { "on", N_("Date"), "谈话日期", TALK, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PAST, 5, "日期|时间" },
  { "person", N_("Who Talks"), "谈话人", TALK, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, NULL },
  { "other", N_("With Whom"), "谈话对象", TALK, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, NULL },
  { "place", N_("Place"), "地点", TALK, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "subject", N_("Subject"), "谈话主题", TALK, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "contents", N_("What Was Talked About"), "谈话内容", TALK, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 12, NULL },
};
static const char *const talk_columns[] = { "on", "org", "person", "other", "subject", NULL };

const ZbKind zb_kind_talk = {
  .name = "talk",
  .table = "talk",
  .label = N_("Talk"),
  .label_plural = N_("Talks"),
  .heading = "谈心谈话",
  .title_field = "on",
  .fields = talk_fields,
  .n_fields = G_N_ELEMENTS (talk_fields),
  .list_columns = talk_columns,
};

/* A problem named at an 组织生活会, and its remedy. */
static const ZbField life_problem_fields[] = {
  { "meeting", N_("Meeting"), "会议", PROBLEM, ZB_FIELD_LINK, NULL, "meeting", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "number", N_("Number"), "序号", PROBLEM, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "person", N_("Member"), "党员", PROBLEM, ZB_FIELD_LINK, NULL, "member", 0, 4, NULL },
  { "problem", N_("Problem Found"), "查摆问题", PROBLEM, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 14, "问题" },
  { "remedy", N_("Remedy"), "整改措施", PROBLEM, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 14, "措施" },
  { "responsible", N_("Responsible"), "责任人", PROBLEM, ZB_FIELD_TEXT, NULL, NULL, 0, 4, NULL },
  { "due_on", N_("To Be Remedied By"), "整改时限", PROBLEM, ZB_FIELD_DATE, NULL, NULL, 0, 5, "完成时限" },
  { "done_on", N_("Remedied On"), "完成日期", PROBLEM, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "result", N_("Result"), "整改结果", PROBLEM, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};
static const char *const life_problem_columns[] = { "meeting", "number", "person", "problem", "remedy", "due_on", "done_on", NULL };

const ZbKind zb_kind_life_problem = {
  .name = "life_problem",
  .table = "life_problem",
  .label = N_("Problem and Remedy"),
  .label_plural = N_("Problems and Remedies"),
  .heading = "问题整改",
  .title_field = "problem",
  .fields = life_problem_fields,
  .n_fields = G_N_ELEMENTS (life_problem_fields),
  .list_columns = life_problem_columns,
};

/* An office's own campaigns, beside those of data/campaigns.tsv. */
static const ZbField campaign_fields[] = {
  { "name", N_("Name of the Campaign"), "名称", CAMPAIGN, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, NULL },
  { "started_on", N_("From"), "起始日期", CAMPAIGN, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "ended_on", N_("Until"), "截止日期", CAMPAIGN, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "note", N_("Note"), "备注", CAMPAIGN, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};
static const char *const campaign_columns[] = { "name", "started_on", "ended_on", NULL };

const ZbKind zb_kind_campaign = {
  .name = "campaign",
  .table = "campaign",
  .label = N_("Campaign"),
  .label_plural = N_("Campaigns"),
  .heading = "主题教育",
  .title_field = "name",
  .fields = campaign_fields,
  .n_fields = G_N_ELEMENTS (campaign_fields),
  .list_columns = campaign_columns,
  .orders = time_orders,
  .n_orders = G_N_ELEMENTS (time_orders),
};
