/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define TEAM N_("Team")
#define MEMBER N_("Member of a Team")
#define VOLUNTEER N_("Volunteer")
#define REPORT N_("Report to the Community")
#define FEEDBACK N_("Word From the Community")
#define ACTIVITY N_("Activity")
#define NEEDED N_("People Needed")
#define HOURS N_("Hours of Service")
#define CERTIFICATE N_("Certificate")

/* 志愿服务队、突击队、宣讲队. A task force is bound to a task with a beginning and an end. */
static const ZbField team_fields[] = {
  { "name", N_("Name of the Team"), "队伍名称", TEAM, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 9, "队名|服务队" },
  { "kind", N_("Kind"), "队伍类型", TEAM, ZB_FIELD_CODE, "team_kind", NULL, ZB_FIELD_REQUIRED, 6, "类型" },
  { "org", N_("Organisation"), "所属党组织", TEAM, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, "所属党支部|党支部" },
  { "captain", N_("Captain"), "队长", TEAM, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, NULL },
  { "captain_person", N_("Captain, Member"), "队长（党员）", TEAM, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_HIDDEN, 4, NULL },
  { "founded_on", N_("Founded On"), "成立日期", TEAM, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, "成立时间" },
  { "flag_on", N_("Flag Given On"), "授旗日期", TEAM, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, "授旗时间" },
  { "task", N_("Tasks"), "任务清单", TEAM, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 10, "任务" },
  { "aim", N_("Aim"), "目标", TEAM, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "started_on", N_("Task Begins"), "任务开始", TEAM, ZB_FIELD_DATE, NULL, NULL, 0, 5, "开始日期" },
  { "ended_on", N_("Task Ends"), "任务结束", TEAM, ZB_FIELD_DATE, NULL, NULL, 0, 5, "结束日期" },
  { "results", N_("Results"), "战果", TEAM, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 10, "完成情况|成果" },
  { "closed_on", N_("Dissolved On"), "撤销日期", TEAM, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "note", N_("Note"), "备注", TEAM, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, NULL },
};
static const char *const team_columns[] = { "name", "kind", "org", "captain", "founded_on", "task", NULL };
static const ZbDateOrder team_orders[] = { { "started_on", "ended_on" }, { "founded_on", "closed_on" } };

const ZbKind zb_kind_team = {
  .name = "team",
  .table = "team",
  .label = N_("Team"),
  .label_plural = N_("Teams"),
  .heading = "服务队",
  .title_field = "name",
  .fields = team_fields,
  .n_fields = G_N_ELEMENTS (team_fields),
  .list_columns = team_columns,
  .orders = team_orders,
  .n_orders = G_N_ELEMENTS (team_orders),
};

static const ZbField team_member_fields[] = {
  { "team", N_("Team"), "队伍", MEMBER, ZB_FIELD_LINK, NULL, "team", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "person", N_("Member"), "党员", MEMBER, ZB_FIELD_LINK, NULL, "member", 0, 4, NULL },
  { "name", N_("Name"), "姓名", MEMBER, ZB_FIELD_NAME, NULL, NULL, ZB_FIELD_REQUIRED, 4, "队员" },
  { "role", N_("Duty in the Team"), "职责", MEMBER, ZB_FIELD_TEXT, NULL, NULL, 0, 5, NULL },
  { "joined_on", N_("Joined On"), "入队日期", MEMBER, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "left_on", N_("Left On"), "离队日期", MEMBER, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
};
static const char *const team_member_columns[] = { "team", "name", "role", "joined_on", "left_on", NULL };
static const ZbDateOrder team_member_orders[] = { { "joined_on", "left_on" } };

const ZbKind zb_kind_team_member = {
  .name = "team_member",
  .table = "team_member",
  .label = N_("Member of a Team"),
  .label_plural = N_("Members of Teams"),
  .heading = "队员",
  .title_field = "name",
  .fields = team_member_fields,
  .n_fields = G_N_ELEMENTS (team_member_fields),
  .list_columns = team_member_columns,
  .orders = team_member_orders,
  .n_orders = G_N_ELEMENTS (team_member_orders),
};

/* What a member can do for others, and where he reported for duty (在职党员到社区报到). */
static const ZbField volunteer_fields[] = {
  { "person", N_("Member"), "党员", VOLUNTEER, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, "姓名" },
  { "number", N_("Volunteer Number"), "志愿者编号", VOLUNTEER, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "registered_on", N_("Registered On"), "注册日期", VOLUNTEER, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "skills", N_("Skills"), "专业技能", VOLUNTEER, ZB_FIELD_TEXT, NULL, NULL, 0, 8, "个人专长|特长" },
  { "services", N_("Kinds of Service"), "服务类别", VOLUNTEER, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "training", N_("Training"), "培训情况", VOLUNTEER, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, NULL },
  { "awards", N_("Awards"), "表彰奖励", VOLUNTEER, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, NULL },
  { "community", N_("Community Reported To"), "报到社区", REPORT, ZB_FIELD_TEXT, NULL, NULL, 0, 8, "居住地社区|社区" },
  { "grid", N_("Grid"), "网格", REPORT, ZB_FIELD_TEXT, NULL, NULL, 0, 5, NULL },
  { "reported_on", N_("Reported On"), "报到日期", REPORT, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, "报到时间" },
  { "slip", N_("Number of the Slip"), "报到单编号", REPORT, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "contact", N_("Contact There"), "社区联系人", REPORT, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 5, "联系人" },
  { "contact_phone", N_("Telephone There"), "社区联系电话", REPORT, ZB_FIELD_PHONE, NULL, NULL, 0, 6, NULL },
  { "note", N_("Note"), "备注", VOLUNTEER, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, NULL },
};
static const char *const volunteer_columns[] = { "person", "skills", "services", "community", "reported_on", "slip", NULL };

const ZbKind zb_kind_volunteer = {
  .name = "volunteer",
  .table = "volunteer",
  .label = N_("Volunteer"),
  .label_plural = N_("Volunteers"),
  .heading = "志愿者",
  .title_field = "person",
  .fields = volunteer_fields,
  .n_fields = G_N_ELEMENTS (volunteer_fields),
  .list_columns = volunteer_columns,
};

static const ZbField feedback_fields[] = {
  { "volunteer", N_("Volunteer"), "志愿者", FEEDBACK, ZB_FIELD_LINK, NULL, "volunteer", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 6, NULL },
  { "year", N_("Year"), "年度", FEEDBACK, ZB_FIELD_INTEGER, NULL, NULL, ZB_FIELD_REQUIRED, 3, NULL },
  { "quarter", N_("Quarter"), "季度", FEEDBACK, ZB_FIELD_INTEGER, NULL, NULL, ZB_FIELD_REQUIRED, 3, NULL },
  { "received_on", N_("Received On"), "反馈日期", FEEDBACK, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "times", N_("Times Served"), "参加次数", FEEDBACK, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "words", N_("What the Community Says"), "社区评价", FEEDBACK, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 12, "反馈意见" },
};
static const char *const feedback_columns[] = { "volunteer", "year", "quarter", "received_on", "times", "words", NULL };

const ZbKind zb_kind_community_feedback = {
  .name = "community_feedback",
  .table = "community_feedback",
  .label = N_("Word From the Community"),
  .label_plural = N_("Words From Communities"),
  .heading = "社区反馈",
  .title_field = "words",
  .fields = feedback_fields,
  .n_fields = G_N_ELEMENTS (feedback_fields),
  .list_columns = feedback_columns,
};

/* What a service activity has beyond a meeting: day, place, chair, roll and photos are the meeting's. */
static const ZbField activity_fields[] = {
  { "meeting", N_("Meeting"), "活动", ACTIVITY, ZB_FIELD_LINK, NULL, "meeting", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "title", N_("Title"), "活动名称", ACTIVITY, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, "名称|主题" },
  { "contents", N_("What Is Done"), "服务内容", ACTIVITY, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 12, "内容" },
  { "served", N_("For Whom"), "服务对象", ACTIVITY, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "served_people", N_("People Served"), "服务人次", ACTIVITY, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, NULL },
  { "team", N_("Team"), "服务队", ACTIVITY, ZB_FIELD_LINK, NULL, "team", 0, 8, NULL },
  { "responsible", N_("In Charge"), "活动负责人", ACTIVITY, ZB_FIELD_TEXT, NULL, NULL, 0, 4, "负责人" },
  { "needed", N_("People Needed"), "需要人数", NEEDED, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, NULL },
  { "shifts", N_("Shifts"), "班次", NEEDED, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, NULL },
  { "quality", N_("How It Went"), "质量评价", ACTIVITY, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
};
/* Steps that change no state: they are done again when somebody was forgotten. */
static const ZbStepField credit_fields[] = {
  { "hours", N_("Hours a Day, if Not Measured"), ZB_FIELD_HOURS, NULL, NULL, FALSE, NULL },
  { "started_at", N_("Service Began"), ZB_FIELD_CLOCK, NULL, NULL, FALSE, NULL },
  { "ended_at", N_("Service Ended"), ZB_FIELD_CLOCK, NULL, NULL, FALSE, NULL },
  { "by", N_("Confirmed By"), ZB_FIELD_TEXT, NULL, NULL, FALSE, "responsible" },
};
static const ZbStepField enrol_fields[] = {
  { "person", N_("Member"), ZB_FIELD_LINK, NULL, "member", TRUE, NULL },
  { "shift", N_("Shift"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
};
static const ZbStepField uncredit_fields[] = {
  { "why", N_("Why"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL },
  { "by", N_("Confirmed By"), ZB_FIELD_TEXT, NULL, NULL, TRUE, "responsible" },
};
static const ZbStep activity_steps[] = {
  { "enrol", N_("Sign Up Somebody"), "报名", 1, NULL, NULL, NULL, enrol_fields, G_N_ELEMENTS (enrol_fields), NULL },
  { "enrol-team", N_("Sign Up the Team"), "服务队报名", 1, NULL, NULL, NULL, NULL, 0, NULL },
  { "enrol-all", N_("Sign Up Everybody"), "全体报名", 1, NULL, NULL, NULL, NULL, 0, NULL },
  { "credit", N_("Credit Hours"), "计入时长", 1, NULL, NULL, NULL, credit_fields, G_N_ELEMENTS (credit_fields), NULL },
  { "uncredit", N_("Take Hours Back"), "冲销时长", 1, NULL, NULL, NULL, uncredit_fields, G_N_ELEMENTS (uncredit_fields), NULL },
};
static const char *const activity_columns[] = { "meeting", "title", "served", "served_people", "team", "needed", NULL };

const ZbKind zb_kind_service_activity = {
  .name = "service_activity",
  .table = "service_activity",
  .label = N_("Service Activity"),
  .label_plural = N_("Service Activities"),
  .heading = "志愿服务活动",
  .title_field = "title",
  .fields = activity_fields,
  .n_fields = G_N_ELEMENTS (activity_fields),
  .steps = activity_steps,
  .n_steps = G_N_ELEMENTS (activity_steps),
  .list_columns = activity_columns,
};

/* Hours, each with where it comes from and who confirmed it. What was wrong is set right by another row, never by an edit. */
static const ZbField hours_fields[] = {
  { "person", N_("Member"), "党员", HOURS, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, "姓名" },
  { "on", N_("Date"), "服务日期", HOURS, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PAST, 5, "日期" },
  { "hours", N_("Hours"), "服务时长（小时）", HOURS, ZB_FIELD_HOURS, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_SIGNED, 4, "服务时间|时长" },
  { "contents", N_("What Was Done"), "服务内容", HOURS, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 10, "内容" },
  { "place", N_("Place"), "服务地点", HOURS, ZB_FIELD_TEXT, NULL, NULL, 0, 8, "地点" },
  { "source", N_("Where It Comes From"), "来源", HOURS, ZB_FIELD_CODE, "hours_source", NULL, ZB_FIELD_REQUIRED, 5, NULL },
  { "started_at", N_("Began"), "开始时间", HOURS, ZB_FIELD_CLOCK, NULL, NULL, 0, 3, NULL },
  { "ended_at", N_("Ended"), "结束时间", HOURS, ZB_FIELD_CLOCK, NULL, NULL, 0, 3, NULL },
  { "confirmed_by", N_("Confirmed By"), "确认人", HOURS, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_OF_NAME, 4, "记录人" },
  { "activity", N_("Activity"), "志愿服务活动", HOURS, ZB_FIELD_LINK, NULL, "service_activity", 0, 8, NULL },
  { "claim", N_("Claim"), "认领", HOURS, ZB_FIELD_LINK, NULL, "claim", ZB_FIELD_HIDDEN, 6, NULL },
  { "corrects", N_("Corrects"), "更正", HOURS, ZB_FIELD_LINK, NULL, "service_hours", ZB_FIELD_HIDDEN, 6, NULL },
  { "why", N_("Why"), "更正原因", HOURS, ZB_FIELD_TEXT, NULL, NULL, 0, 8, "原因" },
};
static const ZbStepField correct_fields[] = {
  { "hours", N_("Hours as They Should Be"), ZB_FIELD_HOURS, NULL, NULL, TRUE, NULL },
  { "why", N_("Why"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL },
  { "by", N_("Confirmed By"), ZB_FIELD_TEXT, NULL, NULL, TRUE, "confirmed_by" },
};
static const ZbStep hours_steps[] = {
  { "correct", N_("Correct"), "更正时长", 1, NULL, NULL, NULL, correct_fields, G_N_ELEMENTS (correct_fields), NULL },
};
static const char *const hours_columns[] = { "person", "on", "hours", "contents", "source", "confirmed_by", "why", NULL };

const ZbKind zb_kind_service_hours = {
  .name = "service_hours",
  .table = "service_hours",
  .keeps = ZB_KEEPS_VALUES | ZB_KEEPS_RECORDS,
  .label = N_("Hours of Service"),
  .label_plural = N_("Hours of Service"),
  .heading = "服务时长",
  .title_field = "contents",
  .fields = hours_fields,
  .n_fields = G_N_ELEMENTS (hours_fields),
  .steps = hours_steps,
  .n_steps = G_N_ELEMENTS (hours_steps),
  .list_columns = hours_columns,
};

/* 志愿服务记录证明 (民政部令第67号): what stood on the paper, in the register of those issued. */
static const ZbField certificate_fields[] = {
  { "number", N_("Certificate Number"), "证明编号", CERTIFICATE, ZB_FIELD_TEXT, NULL, NULL, 0, 6, "编号" },
  { "person", N_("Member"), "党员", CERTIFICATE, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_REQUIRED, 4, NULL },
  { "name", N_("Name"), "姓名", CERTIFICATE, ZB_FIELD_NAME, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "from", N_("From"), "起始日期", CERTIFICATE, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED, 5, NULL },
  { "to", N_("To"), "截止日期", CERTIFICATE, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PAST, 5, NULL },
  { "hours", N_("Hours"), "服务时长（小时）", CERTIFICATE, ZB_FIELD_HOURS, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "contents", N_("What Was Done"), "服务内容", CERTIFICATE, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, NULL },
  { "issuer", N_("Issued By"), "出具单位", CERTIFICATE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 8, NULL },
  { "responsible", N_("In Charge"), "单位负责人", CERTIFICATE, ZB_FIELD_TEXT, NULL, NULL, 0, 4, NULL },
  { "handler", N_("Handled By"), "经办人", CERTIFICATE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_OF_NAME, 4, NULL },
  { "phone", N_("Telephone"), "联系电话", CERTIFICATE, ZB_FIELD_PHONE, NULL, NULL, 0, 6, NULL },
  { "issued_on", N_("Issued On"), "出具日期", CERTIFICATE, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PAST, 5, NULL },
  { "purpose", N_("What For"), "用途", CERTIFICATE, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
};
static const char *const certificate_columns[] = { "number", "name", "from", "to", "hours", "issuer", "handler", "issued_on", NULL };
static const ZbDateOrder certificate_orders[] = { { "from", "to" }, { "to", "issued_on" } };

const ZbKind zb_kind_service_certificate = {
  .name = "service_certificate",
  .table = "service_certificate",
  .keeps = ZB_KEEPS_VALUES | ZB_KEEPS_RECORDS,
  .label = N_("Service Certificate"),
  .label_plural = N_("Service Certificates"),
  .heading = "志愿服务证明",
  .title_field = "number",
  .fields = certificate_fields,
  .n_fields = G_N_ELEMENTS (certificate_fields),
  .list_columns = certificate_columns,
  .orders = certificate_orders,
  .n_orders = G_N_ELEMENTS (certificate_orders),
};

static const ZbStepField certify_fields[] = {
  { "from", N_("From"), ZB_FIELD_DATE, NULL, NULL, TRUE, NULL },
  { "to", N_("To"), ZB_FIELD_DATE, NULL, NULL, TRUE, NULL },
  { "handler", N_("Handled By"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL },
  { "responsible", N_("In Charge"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "phone", N_("Telephone"), ZB_FIELD_PHONE, NULL, NULL, FALSE, NULL },
  { "issuer", N_("Issued By"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "issued_on", N_("Issued On"), ZB_FIELD_DATE, NULL, NULL, FALSE, NULL },
  { "number", N_("Certificate Number"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "purpose", N_("What For"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
};

const ZbStep zb_step_certify = {
  "certify", N_("Issue a Certificate of Service"), "出具志愿服务记录证明", ~0u, NULL, NULL, NULL, certify_fields, G_N_ELEMENTS (certify_fields), NULL
};
