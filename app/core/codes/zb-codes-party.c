/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/codes/zb-code-tables.h"

static const ZbCode category_codes[] = {
  { "full", "正式党员", "正式|正|中共党员|党员|中共正式党员|中共党员（正式）|党员（正式）|正式党员（已转正）|已转正", NULL, 1 },
  { "probationary", "预备党员", "预备|预|中共预备党员|预备期|预备期党员|中共党员（预备）|党员（预备）|预备党员（预备期）", NULL, 2 },
  { "candidate", "发展对象", NULL, NULL, 3 },
  { "activist", "入党积极分子", "积极分子", NULL, 4 },
  { "applicant", "入党申请人", "申请人|入党申请者", NULL, 5 },
  { "none", "群众", "普通群众|共青团员|团员", NULL, 6 },
};
static const ZbCodeTable category = ZB_CODE_TABLE ("category", "全国党员管理信息系统人员类别", category_codes);

static const ZbCode entry_codes[] = {
  { "developed", "发展", "新吸收|新发展|发展党员|吸收入党", NULL, 1 }, { "restored", "恢复党籍", NULL, NULL, 2 },
  { "rejoined", "重新入党", NULL, NULL, 3 }, { "posthumous", "追认", "追认党员", NULL, 4 }, { "other", "其他", NULL, NULL, 5 },
};
static const ZbCodeTable entry_kind = ZB_CODE_TABLE ("entry_kind", "党内统计用语（待核）", entry_codes);

static const ZbCode confirmation_codes[] = {
  { "on_time", "按期转正", "按时转正|正常转正", NULL, 1 }, { "extended", "延长预备期后转正", "延期转正|延长后转正", NULL, 2 },
  { "refused", "取消预备党员资格", "取消资格", NULL, 3 }, { "not_due", "未到期", "预备期未满", NULL, 4 },
};
static const ZbCodeTable confirmation_kind = ZB_CODE_TABLE ("confirmation_kind", "党内统计用语（待核）", confirmation_codes);

static const ZbCode lost_codes[] = {
  { "1", "外出务工经商", NULL, NULL, 1 }, { "2", "单位改制或破产", NULL, NULL, 2 }, { "3", "毕业后去向不明", NULL, NULL, 3 },
  { "4", "工作单位改变", NULL, NULL, 4 }, { "5", "出国（境）", "出国|出境|出国(境)", NULL, 5 }, { "6", "居住地改变", NULL, NULL, 6 },
  { "7", "其他", NULL, NULL, 7 },
};
static const ZbCodeTable lost_kind = ZB_CODE_TABLE ("lost_kind", "失联党员情形登记用语", lost_codes);

/* In 职务序: the order in which posts stand in lists. */
/* The band says whose post it is: the committee’s, or a group’s. */
static const ZbCode post_codes[] = {
  { "secretary", "书记", "支部书记|党支部书记|支书|党委书记|总支书记|党总支书记|工委书记|党工委书记", "committee", 1 },
  { "deputy_secretary", "副书记", "支部副书记|党支部副书记|副支书|党委副书记|总支副书记|党总支副书记|常务副书记|专职副书记", "committee", 2 },
  { "discipline_secretary", "纪委书记", "纪检书记|纪工委书记", "committee", 3 },
  { "discipline_deputy_secretary", "纪委副书记", "纪检副书记", "committee", 4 },
  { "committee_member_standing", "常委", "党委常委|常务委员", "committee", 5 },
  { "organization_officer", "组织委员", "组织", "committee", 6 },
  { "publicity_officer", "宣传委员", "宣传", "committee", 7 },
  { "discipline_officer", "纪检委员", "纪检|纪律检查委员|纪律委员|纪检监察委员", "committee", 8 },
  { "united_front_officer", "统战委员", "统战", "committee", 9 },
  { "youth_officer", "青年委员", "青年", "committee", 10 },
  { "masses_officer", "群工委员", "群众工作委员|群众委员|群团委员", "committee", 11 },
  { "women_officer", "妇女委员", NULL, "committee", 12 },
  { "production_officer", "生产委员", NULL, "committee", 13 },
  { "secrecy_officer", "保密委员", NULL, "committee", 14 },
  { "culture_officer", "文体委员", "文娱委员|文艺委员", "committee", 15 },
  { "life_officer", "生活委员", "生活福利委员", "committee", 16 },
  { "officer", "委员", "支部委员|支委|支委委员|支委会委员|党委委员|总支委员|纪委委员", "committee", 17 },
  { "union_chair", "工会主席", "工会负责人", NULL, 18 },
  { "group_leader", "党小组组长", "组长|小组长|党小组长", "group", 19 },
  { "deputy_group_leader", "党小组副组长", "副组长|党小组副组长", "group", 20 },
};
static const ZbCodeTable post = ZB_CODE_TABLE ("post", "支部工作条例；职务序", post_codes);

static const ZbCode post_how_codes[] = {
  { "elected", "选举", "选举产生", NULL, 1 }, { "appointed", "指派", "任命|指定", NULL, 2 }, { "by_election", "补选", "增补|增选|补选产生", NULL, 3 },
  { "recommended", "推荐", "党员推荐", NULL, 4 },
};
static const ZbCodeTable post_how = ZB_CODE_TABLE ("post_how", "基层组织选举工作条例", post_how_codes);

static const ZbCode membership_codes[] = {
  { "organizational", "组织关系", "正式组织关系", NULL, 1 }, { "temporary", "临时党支部", "临时", NULL, 2 },
  { "functional", "功能型党支部", "功能型", NULL, 3 },
};
static const ZbCodeTable membership_kind = ZB_CODE_TABLE ("membership_kind", "支部工作条例", membership_codes);

static const ZbCode second_codes[] = {
  { "temporary", "临时党支部", "临时", NULL, 1 }, { "functional", "功能型党支部", "功能型", NULL, 2 },
};
static const ZbCodeTable second_membership = ZB_CODE_TABLE ("second_membership", "支部工作条例", second_codes);

static const ZbCode begin_codes[] = {
  { "imported", "原在册", "导入", NULL, 1 }, { "developed", "发展党员", NULL, NULL, 2 },
  { "transferred_in", "转入组织关系", "转入", NULL, 3 }, { "restored", "恢复党籍", NULL, NULL, 4 },
  { "moved", "支部间调整", NULL, NULL, 5 }, { "merged", "党组织合并", "整建制转入", NULL, 6 }, { "second", "编入", NULL, NULL, 7 },
  { "rejoined", "重新入党", NULL, NULL, 8 }, { "founded", "党组织成立", "新建党组织", NULL, 9 },
};
static const ZbCodeTable membership_begin = ZB_CODE_TABLE ("membership_begin", "党内统计第一表增加项", begin_codes);

static const ZbCode end_codes[] = {
  { "transferred_out", "转出组织关系", "转出", NULL, 1 }, { "expelled", "开除党籍", "开除", NULL, 2 },
  { "removed_self", "自行脱党除名", "自行脱党", NULL, 3 }, { "persuaded", "劝退", "劝退除名", NULL, 4 },
  { "withdrew", "要求退党除名", "要求退党", NULL, 5 }, { "disqualified", "取消预备党员资格", NULL, NULL, 6 },
  { "suspended", "停止党籍", NULL, NULL, 7 }, { "deceased", "去世", "死亡|病故|逝世", NULL, 8 }, { "moved", "支部间调整", NULL, NULL, 9 },
  { "merged", "党组织合并", "整建制转出", NULL, 10 }, { "ended", "期满", "任务完成", NULL, 11 },
  { "removed", "除名", "不合格党员除名", NULL, 12 }, { "removed_lost", "停止党籍满两年除名", "失联除名", NULL, 13 },
  { "closed", "党组织撤销", NULL, NULL, 14 },
};
static const ZbCodeTable membership_end = ZB_CODE_TABLE ("membership_end", "党内统计第一表减少项", end_codes);

static const ZbCode expulsion_codes[] = {
  { "expelled", "开除党籍", "开除", NULL, 1 }, { "removed_self", "自行脱党除名", "自行脱党", NULL, 2 },
  { "persuaded", "劝退", "劝退除名", NULL, 3 }, { "withdrew", "要求退党除名", "要求退党", NULL, 4 },
  { "removed", "除名", "不合格党员除名", NULL, 5 }, { "removed_lost", "停止党籍满两年除名", "失联除名", NULL, 6 },
};
static const ZbCodeTable expulsion = ZB_CODE_TABLE ("expulsion", "党章；处置不合格党员有关规定", expulsion_codes);

static const ZbCode event_codes[] = {
  { "applied", "递交入党申请书", NULL, NULL, 1 }, { "activist", "确定为入党积极分子", NULL, NULL, 2 },
  { "candidate", "确定为发展对象", NULL, NULL, 3 }, { "joined", "接收为预备党员", NULL, NULL, 4 }, { "confirmed", "转正", NULL, NULL, 5 },
  { "extended", "延长预备期", NULL, NULL, 6 }, { "disqualified", "取消预备党员资格", NULL, NULL, 7 }, { "moved", "支部间调整", NULL, NULL, 8 },
  { "transferred_out", "转出组织关系", NULL, NULL, 9 }, { "receipt", "收到回执", NULL, NULL, 10 },
  { "transferred_in", "转入组织关系", NULL, NULL, 11 }, { "suspended", "停止党籍", NULL, NULL, 12 }, { "restored", "恢复党籍", NULL, NULL, 13 },
  { "expelled", "出党", NULL, NULL, 14 }, { "deceased", "去世", NULL, NULL, 15 }, { "second", "编入临时（功能型）党支部", NULL, NULL, 16 },
  { "talk", "入党谈话", "谈话", NULL, 17 }, { "rejoined", "重新入党", NULL, NULL, 18 }, { "warned", "警告", NULL, NULL, 19 },
  { "warned_seriously", "严重警告", NULL, NULL, 20 }, { "removed_from_post", "撤销党内职务", NULL, NULL, 21 },
  { "on_probation", "留党察看", NULL, NULL, 22 },
};
static const ZbCodeTable membership_event = ZB_CODE_TABLE ("membership_event", "发展党员工作细则；党内统计", event_codes);

/* In the order of #ZbMemberState. */
static const ZbCode state_codes[] = {
  { "here", "在册", "正常", NULL, 1 }, { "unplaced", "未编入支部", NULL, NULL, 2 }, { "transferred", "已转出", "转出", NULL, 3 },
  { "suspended", "停止党籍", NULL, NULL, 4 }, { "expelled", "出党", NULL, NULL, 5 },
  { "disqualified", "取消预备党员资格", NULL, NULL, 6 }, { "deceased", "去世", "死亡", NULL, 7 },
};
static const ZbCodeTable member_state = ZB_CODE_TABLE ("member_state", "全国党员管理信息系统党籍状态与离开类型", state_codes);

const ZbCodeTable *const zb_code_tables_party[] = {
  &category, &entry_kind, &confirmation_kind, &lost_kind, &post, &post_how, &membership_kind, &second_membership,
  &membership_begin, &membership_end, &expulsion, &membership_event, &member_state, NULL
};
