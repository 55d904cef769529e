/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/codes/zb-code-tables.h"

/* In the order of #ZbMeetingKind. */
static const ZbCode kind_codes[] = {
  { "assembly", "支部党员大会", "党员大会|支部大会|大会", NULL, 1 }, { "committee", "支部委员会", "支委会|支部委员会会议|支委会议", NULL, 2 },
  { "group", "党小组会", "小组会|党小组会议", NULL, 3 }, { "lecture", "党课", "上党课|专题党课", NULL, 4 },
  { "theme_day", "主题党日", "主题党日活动|支部主题党日", NULL, 5 }, { "life", "组织生活会", "专题组织生活会", NULL, 6 },
  { "appraisal", "民主评议党员", "民主评议", NULL, 7 }, { "study", "学习会", "集中学习|专题学习|理论学习|政治学习", NULL, 8 },
  { "democratic_life", "民主生活会", NULL, NULL, 9 }, { "ceremony", "仪式", "仪式活动|宣誓仪式", NULL, 10 },
  { "service", "志愿服务活动", "志愿服务|志愿活动", NULL, 11 }, { "other", "其他活动", "其他", NULL, 12 },
};
static const ZbCodeTable meeting_kind = ZB_CODE_TABLE ("meeting_kind", "支部工作条例第四章", kind_codes);

static const ZbCode state_codes[] = {
  { "planned", "计划", "未开|待召开", NULL, 1 }, { "held", "已召开", "已开|已开展", NULL, 2 }, { "cancelled", "取消", "已取消", NULL, 3 },
};
static const ZbCodeTable meeting_state = ZB_CODE_TABLE ("meeting_state", "本程序", state_codes);

static const ZbCode form_codes[] = {
  { "collective", "集中学习", "集中", NULL, 1 }, { "lecture", "专题党课", "党课", NULL, 2 }, { "talk", "宣讲", "党史宣讲", NULL, 3 },
  { "on_site", "现场教学", "现场学习|红色教育基地现场教学", NULL, 4 }, { "film", "观影", "观看影片|观看专题片", NULL, 5 },
  { "self", "自学", "个人自学", NULL, 6 }, { "seminar", "讲座", "专题讲座|报告会", NULL, 7 }, { "discussion", "研讨交流", "研讨|交流发言", NULL, 8 },
  { "training", "集中培训", "培训", NULL, 9 }, { "online", "网络学习", "线上学习", NULL, 10 },
};
static const ZbCodeTable study_form = ZB_CODE_TABLE ("study_form", "党员教育培训工作用语", form_codes);

static const ZbCode attendance_codes[] = {
  { "present", "到会", "出席|实到|到|√", NULL, 1 }, { "late", "迟到", NULL, NULL, 2 }, { "excused", "请假", "假", NULL, 3 },
  { "absent", "缺席", "缺|×", NULL, 4 },
};
static const ZbCodeTable attendance_state = ZB_CODE_TABLE ("attendance_state", "会议记录用语", attendance_codes);

static const ZbCode role_codes[] = {
  { "member", "应到人员", "参会人员", NULL, 1 }, { "observer", "列席人员", "列席", NULL, 2 }, { "guest", "来宾和群众", "群众|来宾|工人", NULL, 3 },
};
static const ZbCodeTable attendance_role = ZB_CODE_TABLE ("attendance_role", "会议记录用语", role_codes);

/* Why somebody is expected, or is not; in the order of #ZbRollReason. */
static const ZbCode why_codes[] = {
  { "branch", "本支部党员", NULL, NULL, 1 }, { "group", "本党小组党员", NULL, NULL, 2 }, { "committee", "支部委员会成员", NULL, NULL, 3 },
  { "second", "临时（功能型）支部党员", NULL, NULL, 4 }, { "added", "另行通知参加", NULL, NULL, 5 }, { "exempt", "免于应到", NULL, NULL, 6 },
  { "left", "会议当天已不在本组织", NULL, NULL, 7 },
};
static const ZbCodeTable roll_reason = ZB_CODE_TABLE ("roll_reason", "支部工作条例第四章", why_codes);

static const ZbCode made_up_codes[] = {
  { "self", "自学", NULL, NULL, 1 }, { "visit", "送学上门", NULL, NULL, 2 }, { "class", "补课", "集中补课", NULL, 3 },
  { "online", "网络学习", NULL, NULL, 4 }, { "minutes", "传阅会议记录", "阅读会议记录", NULL, 5 },
};
static const ZbCodeTable made_up_how = ZB_CODE_TABLE ("made_up_how", "补学工作用语", made_up_codes);

/* In the order of #ZbDecision: the rule of the vote hangs on it. */
static const ZbCode decision_codes[] = {
  { "admission", "接收预备党员", "接收|发展预备党员", NULL, 1 }, { "confirmation", "预备党员转正", "转正", NULL, 2 },
  { "extension", "延长预备期", NULL, NULL, 3 }, { "disqualification", "取消预备党员资格", NULL, NULL, 4 },
  { "election", "选举", "换届选举|补选", NULL, 5 }, { "discipline", "党纪处分", "处分", NULL, 6 },
  { "handling", "不合格党员处置", "除名|限期改正|劝退", NULL, 7 }, { "award", "评先评优", "评优|推优", NULL, 8 },
  { "candidate", "确定发展对象", "发展对象", NULL, 9 }, { "activist", "确定入党积极分子", "入党积极分子|积极分子", NULL, 10 },
  { "matter", "其他事项", "其他|一般事项", NULL, 11 },
};
static const ZbCodeTable decision_kind = ZB_CODE_TABLE ("decision_kind", "发展党员工作细则；支部工作条例", decision_codes);

static const ZbCode method_codes[] = {
  { "secret", "无记名投票", "票决", NULL, 1 }, { "open", "举手表决", "举手", NULL, 2 }, { "named", "记名投票", NULL, NULL, 3 },
};
static const ZbCodeTable vote_method = ZB_CODE_TABLE ("vote_method", "基层组织选举工作条例", method_codes);

static const ZbCode exemption_codes[] = {
  { "leave", "长期请假", NULL, NULL, 1 }, { "illness", "因病", "病休", NULL, 2 }, { "floating", "外出流动", "流动党员", NULL, 3 },
  { "elderly", "年老体弱", NULL, NULL, 4 }, { "abroad", "出国（境）", "出国|出境", NULL, 5 }, { "lost", "失去联系", "失联", NULL, 6 },
  { "restricted", "党员权利受限", "留党察看|留置", NULL, 7 }, { "other", "其他", NULL, NULL, 8 },
};
static const ZbCodeTable exemption_kind = ZB_CODE_TABLE ("exemption_kind", "支部工作条例；基层组织选举工作条例", exemption_codes);

static const ZbCode grade_codes[] = {
  { "outstanding", "优秀", NULL, NULL, 1 }, { "qualified", "合格", NULL, NULL, 2 }, { "basic", "基本合格", NULL, NULL, 3 },
  { "unqualified", "不合格", NULL, NULL, 4 }, { "ungraded", "不评定等次", "不定等次|未评", NULL, 5 },
};
static const ZbCodeTable appraisal_grade = ZB_CODE_TABLE ("appraisal_grade", "支部工作条例第二十条（待核）", grade_codes);

static const ZbCode attachment_codes[] = {
  { "photo", "照片", NULL, NULL, 1 }, { "sign_in", "签到表", NULL, NULL, 2 }, { "minutes", "会议记录", NULL, NULL, 3 },
  { "speech", "讲稿", NULL, NULL, 4 }, { "ballot", "选票", NULL, NULL, 5 }, { "notice", "通知", NULL, NULL, 6 },
  { "essay", "心得体会", NULL, NULL, 7 }, { "receipt", "签收单", "签收", NULL, 8 }, { "other", "其他材料", "其他", NULL, 9 },
};
static const ZbCodeTable attachment_kind = ZB_CODE_TABLE ("attachment_kind", "会议档案用语", attachment_codes);

const ZbCodeTable *const zb_code_tables_life[] = {
  &meeting_kind, &meeting_state, &study_form, &attendance_state, &attendance_role, &roll_reason, &made_up_how, &decision_kind,
  &vote_method, &exemption_kind, &appraisal_grade, &attachment_kind, NULL
};
