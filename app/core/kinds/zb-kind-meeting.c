/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define MEETING N_("Meeting")
#define PLANNED N_("Planned")
#define HELD N_("Held")
#define PEOPLE N_("People")
#define MINUTES N_("Minutes")
#define STUDY N_("Study")
#define AGENDA N_("Agenda")
#define VOTE N_("Vote")
#define ROLL N_("Attendance")

/* What minutes must hold (domain of the field: 会议名称, 次数, 计划与实际时间, 地点, 主持, 记录, 列席, 议题, 内容, 决议).
 * Numbers of people are not among it: they are counted from the attendance. */
static const ZbField meeting_fields[] = {
  { "org", N_("Organisation"), "党组织", MEETING, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED, 8, "所在党支部|党支部|支部" },
  { "kind", N_("Kind"), "会议类型", MEETING, ZB_FIELD_CODE, "meeting_kind", NULL, ZB_FIELD_REQUIRED, 6, "类型|活动类型" },
  { "title", N_("Title"), "会议名称", MEETING, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, "名称|活动名称|主题|会议主题" },
  { "number", N_("Number in the Year"), "次数", MEETING, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, "第几次|次数（第几次）" },
  { "state", N_("State"), "状态", MEETING, ZB_FIELD_CODE, "meeting_state", NULL, ZB_FIELD_REQUIRED | ZB_FIELD_BY_STEP, 4, NULL },
  { "planned_on", N_("Planned For"), "计划日期", PLANNED, ZB_FIELD_DATE, NULL, NULL, 0, 5, "计划会议时间|计划时间" },
  { "planned_at", N_("Planned Time"), "计划时间", PLANNED, ZB_FIELD_CLOCK, NULL, NULL, 0, 3, "计划时间（几点）" },
  { "plan_item", N_("Item of the Year Plan"), "年度计划", PLANNED, ZB_FIELD_LINK, NULL, "plan_item", ZB_FIELD_HIDDEN, 6, NULL },
  { "held_on", N_("Held On"), "召开日期", HELD, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, "实际会议时间|实际时间|日期|会议时间|活动时间" },
  { "held_until", N_("Held Until"), "结束日期", HELD, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "started_at", N_("Began"), "开始时间", HELD, ZB_FIELD_CLOCK, NULL, NULL, 0, 3, NULL },
  { "ended_at", N_("Ended"), "结束时间", HELD, ZB_FIELD_CLOCK, NULL, NULL, 0, 3, NULL },
  { "place", N_("Place"), "地点", HELD, ZB_FIELD_TEXT, NULL, NULL, 0, 8, "会议地点|活动地点" },
  { "venue", N_("Venue"), "场馆", HELD, ZB_FIELD_LINK, NULL, "venue", 0, 8, NULL },
  { "occasion", N_("Held Together With"), "同场会议", HELD, ZB_FIELD_LINK, NULL, "meeting", ZB_FIELD_HIDDEN, 8, NULL },
  { "chair", N_("Chair"), "主持人", PEOPLE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, "主持" },
  { "recorder", N_("Recorder"), "记录人", PEOPLE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, "记录" },
  { "lecturer", N_("Lecturer"), "主讲人", PEOPLE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, "主讲|授课人|宣讲人" },
  { "lecturer_role", N_("Who the Lecturer Is"), "主讲人身份", PEOPLE, ZB_FIELD_TEXT, NULL, NULL, 0, 5, NULL },
  { "chair_person", N_("Chair, Member"), "主持人（党员）", PEOPLE, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_HIDDEN, 4, NULL },
  { "recorder_person", N_("Recorder, Member"), "记录人（党员）", PEOPLE, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_HIDDEN, 4, NULL },
  { "lecturer_person", N_("Lecturer, Member"), "主讲人（党员）", PEOPLE, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_HIDDEN, 4, NULL },
  { "observers", N_("Observers, With Their Posts"), "列席人员", PEOPLE, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, "列席" },
  { "audience_workers", N_("Workers Who Listened"), "职工（工人）人数", PEOPLE, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, "工人" },
  { "audience_public", N_("Others Who Listened"), "群众人数", PEOPLE, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, "群众" },
  { "form", N_("Form of Study"), "学习形式", STUDY, ZB_FIELD_CODE, "study_form", NULL, 0, 5, "形式" },
  { "readings", N_("What Was Read"), "学习篇目", STUDY, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 10, "学习内容|学习材料" },
  { "hours", N_("Study Hours"), "学时", STUDY, ZB_FIELD_HOURS, NULL, NULL, 0, 3, NULL },
  { "essays", N_("Essays Handed In"), "心得上交数", STUDY, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, NULL },
  { "campaign", N_("Campaign"), "主题教育", STUDY, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "contents", N_("What Was Said and Done"), "主要内容", MINUTES, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 16, "内容|会议内容" },
  { "views", N_("Differing Views"), "不同意见", MINUTES, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, NULL },
  { "decisions", N_("Decisions"), "决议", MINUTES, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 10, "会议决议|议定事项" },
  { "cancelled_why", N_("Why Cancelled"), "取消原因", MEETING, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_BY_STEP, 8, NULL },
  { "note", N_("Note"), "备注", MEETING, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, NULL },
};

enum { IS_PLANNED = 1 << 0, IS_HELD = 1 << 1, IS_CANCELLED = 1 << 2 };

static const char *const meeting_states[] = { "planned", "held", "cancelled", NULL };

static const ZbStepField hold_fields[] = {
  { "on", N_("Held On"), ZB_FIELD_DATE, NULL, NULL, TRUE, "planned_on" },
  { "started_at", N_("Began"), ZB_FIELD_CLOCK, NULL, NULL, FALSE, "planned_at" },
  { "ended_at", N_("Ended"), ZB_FIELD_CLOCK, NULL, NULL, FALSE, "ended_at" },
  { "place", N_("Place"), ZB_FIELD_TEXT, NULL, NULL, FALSE, "place" },
};
static const ZbStepField cancel_fields[] = { { "reason", N_("Reason"), ZB_FIELD_TEXT, NULL, NULL, TRUE } };
static const ZbStepField reopen_fields[] = { { "reason", N_("Reason"), ZB_FIELD_TEXT, NULL, NULL, FALSE } };

#define STEP(name_, label_, heading_, from_, to_, fields_) \
  { .name = name_, .label = label_, .heading = heading_, .from = from_, .to = to_, .fields = fields_, .n_fields = G_N_ELEMENTS (fields_) }

static const ZbStep meeting_steps[] = {
  STEP ("hold", N_("Record as Held"), "召开", IS_PLANNED, "held", hold_fields),
  STEP ("cancel", N_("Cancel the Meeting"), "取消会议", IS_PLANNED, "cancelled", cancel_fields),
  STEP ("reopen", N_("Back to the Plan"), "退回计划", IS_HELD | IS_CANCELLED, "planned", reopen_fields),
};

static const char *const meeting_columns[] = {
  "held_on", "planned_on", "started_at", "org", "kind", "title", "number", "place", "chair", "recorder", "hours", "state", NULL
};

static const ZbDateOrder meeting_orders[] = { { "held_on", "held_until" } };

const ZbKind zb_kind_meeting = {
  .name = "meeting",
  .table = "meeting",
  .label = N_("Meeting"),
  .label_plural = N_("Meetings"),
  .heading = "会议",
  .title_field = "title",
  .fields = meeting_fields,
  .n_fields = G_N_ELEMENTS (meeting_fields),
  .states = meeting_states,
  .steps = meeting_steps,
  .n_steps = G_N_ELEMENTS (meeting_steps),
  .list_columns = meeting_columns,
  .orders = meeting_orders,
  .n_orders = G_N_ELEMENTS (meeting_orders),
};

/* 议题, and the steps of a ceremony's programme. */
static const ZbField agenda_fields[] = {
  { "meeting", N_("Meeting"), "会议", AGENDA, ZB_FIELD_LINK, NULL, "meeting", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "number", N_("Number"), "序号", AGENDA, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "title", N_("Item"), "议题", AGENDA, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, "议程" },
  { "kind", N_("Kind of Step"), "环节", AGENDA, ZB_FIELD_CODE, "programme_kind", NULL, 0, 6, NULL },
  { "speaker", N_("Speaker"), "汇报（发言）人", AGENDA, ZB_FIELD_TEXT, NULL, NULL, 0, 4, "汇报人|发言人" },
  { "minutes", N_("Length in Minutes"), "时长（分钟）", AGENDA, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, "时长" },
  { "text", N_("Words"), "内容", AGENDA, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 12, "主持词" },
  { "outcome", N_("Outcome"), "结果", AGENDA, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 10, NULL },
};

static const char *const agenda_columns[] = { "meeting", "number", "title", "speaker", "minutes", "outcome", NULL };

const ZbKind zb_kind_agenda_item = {
  .name = "agenda_item",
  .table = "agenda_item",
  .label = N_("Agenda Item"),
  .label_plural = N_("Agenda Items"),
  .heading = "议题",
  .title_field = "title",
  .fields = agenda_fields,
  .n_fields = G_N_ELEMENTS (agenda_fields),
  .list_columns = agenda_columns,
};

/* One vote: on a person, one by one, or on a matter. Passed or not is computed from the figures, never stored. */
static const ZbField resolution_fields[] = {
  { "meeting", N_("Meeting"), "会议", VOTE, ZB_FIELD_LINK, NULL, "meeting", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "number", N_("Number"), "序号", VOTE, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "kind", N_("Kind of Decision"), "事项类别", VOTE, ZB_FIELD_CODE, "decision_kind", NULL, ZB_FIELD_REQUIRED, 6, NULL },
  { "subject", N_("On What"), "表决事项", VOTE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, NULL },
  { "person", N_("On Whom"), "对象", VOTE, ZB_FIELD_LINK, NULL, "member", 0, 4, NULL },
  { "method", N_("Method"), "表决方式", VOTE, ZB_FIELD_CODE, "vote_method", NULL, 0, 4, "票决方式" },
  { "entitled", N_("Entitled to Vote"), "应到有表决权人数", VOTE, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, "应到有表决权" },
  { "present", N_("Voters Present"), "实到有表决权人数", VOTE, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, "实到有表决权" },
  { "written", N_("Written Opinions"), "书面意见数", VOTE, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, "书面意见" },
  { "votes_for", N_("For"), "赞成", VOTE, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, "赞成票" },
  { "votes_against", N_("Against"), "反对", VOTE, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, "反对票" },
  { "abstained", N_("Abstained"), "弃权", VOTE, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, "弃权票" },
  { "text", N_("Decision"), "决议", VOTE, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 12, NULL },
};

static const char *const resolution_columns[] = {
  "meeting", "kind", "subject", "entitled", "present", "written", "votes_for", "votes_against", "abstained", NULL
};

const ZbKind zb_kind_resolution = {
  .name = "resolution",
  .table = "resolution",
  .label = N_("Resolution"),
  .label_plural = N_("Resolutions"),
  .heading = "决议",
  .title_field = "subject",
  .fields = resolution_fields,
  .n_fields = G_N_ELEMENTS (resolution_fields),
  .list_columns = resolution_columns,
};

/* One row a person. What was true on the day is copied: a roll that was signed does not change with the registry. */
static const ZbField attendance_fields[] = {
  { "meeting", N_("Meeting"), "会议", ROLL, ZB_FIELD_LINK, NULL, "meeting", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "person", N_("Member"), "党员", ROLL, ZB_FIELD_LINK, NULL, "member", 0, 4, NULL },
  { "seat", N_("Number on the Sheet"), "序号", ROLL, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "name", N_("Name"), "姓名", ROLL, ZB_FIELD_NAME, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "place_of", N_("Branch or Unit"), "所在支部（单位）", ROLL, ZB_FIELD_TEXT, NULL, NULL, 0, 8, "单位|所在支部" },
  { "post", N_("Post"), "职务", ROLL, ZB_FIELD_TEXT, NULL, NULL, 0, 5, NULL },
  { "role", N_("Role"), "参会身份", ROLL, ZB_FIELD_CODE, "attendance_role", NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "why", N_("Why Expected"), "应到依据", ROLL, ZB_FIELD_CODE, "roll_reason", NULL, 0, 5, NULL },
  { "expected", N_("Expected"), "应到", ROLL, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 2, NULL },
  { "voter", N_("May Vote"), "有表决权", ROLL, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 3, NULL },
  { "state", N_("Present or Not"), "到会情况", ROLL, ZB_FIELD_CODE, "attendance_state", NULL, 0, 4, "签到|到会" },
  { "reason", N_("Reason of Absence"), "请假（缺席）原因", ROLL, ZB_FIELD_TEXT, NULL, NULL, 0, 8, "原因" },
  { "arrived_at", N_("Came At"), "签到时间", ROLL, ZB_FIELD_CLOCK, NULL, NULL, 0, 3, NULL },
  { "hours", N_("Study Hours"), "学时", ROLL, ZB_FIELD_HOURS, NULL, NULL, 0, 3, NULL },
  { "made_up_on", N_("Made Up On"), "补学日期", ROLL, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "made_up_how", N_("Made Up How"), "补学方式", ROLL, ZB_FIELD_CODE, "made_up_how", NULL, 0, 5, NULL },
  { "made_up_with", N_("Made Up With"), "补学联系人", ROLL, ZB_FIELD_TEXT, NULL, NULL, 0, 4, NULL },
  { "made_up_hours", N_("Hours Made Up"), "补学学时", ROLL, ZB_FIELD_HOURS, NULL, NULL, 0, 3, NULL },
  { "shift", N_("Shift"), "班次", ROLL, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "note", N_("Note"), "备注", ROLL, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};

static const char *const attendance_columns[] = { "meeting", "seat", "name", "role", "expected", "state", "reason", "hours", "made_up_on", NULL };

const ZbKind zb_kind_attendance = {
  .name = "attendance",
  .table = "attendance",
  .label = N_("Attendance"),
  .label_plural = N_("Attendance"),
  .heading = "签到",
  .title_field = "name",
  .fields = attendance_fields,
  .n_fields = G_N_ELEMENTS (attendance_fields),
  .list_columns = attendance_columns,
};
