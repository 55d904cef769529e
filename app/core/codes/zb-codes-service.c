/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/codes/zb-code-tables.h"

static const ZbCode household_codes[] = {
  { "empty_nest", "空巢老人", "空巢", NULL, 1 },          { "alone", "独居老人", "独居", NULL, 2 },
  { "child", "困境儿童", "留守儿童|困境（留守）儿童", NULL, 3 }, { "disabled", "残疾人", "残疾", NULL, 4 },
  { "low_income", "低保（低边）家庭", "低保|低边|低保户", NULL, 5 }, { "member", "困难党员", "老党员", NULL, 6 },
  { "worker", "务工者", "务工人员|农民工", NULL, 7 },     { "veteran", "退役军人", "军烈属", NULL, 8 },
  { "other", "其他", NULL, NULL, 9 },
};
static const ZbCodeTable household_category = ZB_CODE_TABLE ("household_category", "各地微心愿征集表用语（待核）", household_codes);

static const ZbCode wish_codes[] = {
  { "study", "学习用品", "书包|文具|图书", NULL, 1 },  { "daily", "生活用品", "日用品|米面油", NULL, 2 },
  { "clothes", "衣物", "棉衣|鞋帽|寒冬取暖", NULL, 3 }, { "appliance", "电器", "家电", NULL, 4 },
  { "sport", "体育用品", "体育运动", NULL, 5 },         { "aid", "辅助器具", "轮椅|助听器", NULL, 6 },
  { "goods", "其他物品", "物品类|实物类|物品", NULL, 7 }, { "medical", "陪诊送医", "陪诊", NULL, 8 },
  { "haircut", "理发", NULL, NULL, 9 },                { "repair", "维修", "家电维修|修理", NULL, 10 },
  { "tutoring", "家教辅导", "家教|辅导", NULL, 11 },    { "company", "陪伴关爱", "陪伴|关心祝福", NULL, 12 },
  { "advice", "政策咨询", "咨询", NULL, 13 },           { "law", "法律援助", "法律", NULL, 14 },
  { "service", "其他服务", "服务类|服务|其他", NULL, 15 },
};
static const ZbCodeTable wish_category = ZB_CODE_TABLE ("wish_category", "各地微心愿清单用语（待核）", wish_codes);

static const ZbCode state_codes[] = {
  { "collected", "待核实", "已征集", NULL, 1 }, { "returned", "退回补充", NULL, NULL, 2 },       { "checked", "待审核", "已核实", NULL, 3 },
  { "approved", "待发布", "审核通过", NULL, 4 }, { "published", "待认领", "已发布", NULL, 5 },    { "claimed", "已认领", NULL, NULL, 6 },
  { "doing", "办理中", NULL, NULL, 7 },          { "fulfilled", "待确认", "已圆梦", NULL, 8 },    { "confirmed", "待回访", "已确认", NULL, 9 },
  { "visited", "已回访", NULL, NULL, 10 },       { "thanked", "已办结", "办结", NULL, 11 },       { "declined", "不予受理", NULL, NULL, 12 },
  { "taken_back", "心愿人撤回", "撤回", NULL, 13 }, { "passed_up", "转上级", NULL, NULL, 14 },     { "project", "转项目", NULL, NULL, 15 },
};
static const ZbCodeTable wish_state = ZB_CODE_TABLE ("wish_state", "微心愿认领销号办法用语（待核）", state_codes);

static const ZbCode channel_codes[] = {
  { "visit", "入户", "入户走访|走访", NULL, 1 }, { "wall", "心愿墙", NULL, NULL, 2 }, { "box", "心愿箱", NULL, NULL, 3 },
  { "phone", "电话", "热线", NULL, 4 },          { "online", "网络", "微信|线上", NULL, 5 }, { "other", "其他", NULL, NULL, 6 },
};
static const ZbCodeTable wish_channel = ZB_CODE_TABLE ("wish_channel", "各地微心愿征集表用语（待核）", channel_codes);

/* The steps of wishes and claims, as the log of a wish names them. */
static const ZbCode step_codes[] = {
  { "collect", "征集", NULL, NULL, 1 },       { "check", "入户核实", NULL, NULL, 2 },    { "send-back", "退回补充", NULL, NULL, 3 },
  { "decline", "不予受理", NULL, NULL, 4 },   { "approve", "审核通过", NULL, NULL, 5 },  { "publish", "发布", NULL, NULL, 6 },
  { "claim", "认领", NULL, NULL, 7 },         { "start", "开始办理", NULL, NULL, 8 },    { "deliver", "圆梦", NULL, NULL, 9 },
  { "confirm", "心愿人确认", NULL, NULL, 10 }, { "visit", "回访", NULL, NULL, 11 },       { "thank", "致谢办结", NULL, NULL, 12 },
  { "withdraw", "放弃认领", NULL, NULL, 13 }, { "release", "超期释放", NULL, NULL, 14 }, { "reassign", "改派", NULL, NULL, 15 },
  { "take-back", "心愿人撤回", NULL, NULL, 16 }, { "pass-up", "转上级办理", NULL, NULL, 17 }, { "make-project", "转为项目", NULL, NULL, 18 },
};
static const ZbCodeTable wish_step = ZB_CODE_TABLE ("wish_step", "微心愿认领销号办法用语（待核）", step_codes);

static const ZbCode satisfaction_codes[] = {
  { "satisfied", "满意", NULL, NULL, 1 }, { "fair", "基本满意", NULL, NULL, 2 }, { "unsatisfied", "不满意", NULL, NULL, 3 },
};
static const ZbCodeTable satisfaction = ZB_CODE_TABLE ("satisfaction", "回访评价用语", satisfaction_codes);

static const ZbCode claimer_codes[] = {
  { "member", "党员", "个人", NULL, 1 }, { "together", "党员联合", "联合认领", NULL, 2 }, { "team", "服务队", NULL, NULL, 3 },
  { "org", "党支部", "党组织", NULL, 4 }, { "partner", "共建单位", "爱心企业|单位", NULL, 5 },
};
static const ZbCodeTable claimer_kind = ZB_CODE_TABLE ("claimer_kind", "各地微心愿认领表用语（待核）", claimer_codes);

static const ZbCode claim_codes[] = {
  { "active", "办理中", NULL, NULL, 1 }, { "delivered", "已圆梦", NULL, NULL, 2 }, { "withdrawn", "已放弃", NULL, NULL, 3 },
  { "released", "已释放", NULL, NULL, 4 }, { "reassigned", "已改派", NULL, NULL, 5 },
};
static const ZbCodeTable claim_state = ZB_CODE_TABLE ("claim_state", "微心愿认领销号办法用语（待核）", claim_codes);

static const ZbCode given_codes[] = { { "money", "出资", NULL, NULL, 1 }, { "work", "出力", NULL, NULL, 2 }, { "both", "出资出力", NULL, NULL, 3 } };
static const ZbCodeTable claim_given_by = ZB_CODE_TABLE ("claim_given_by", "各地微心愿认领表用语（待核）", given_codes);

static const ZbCode rule_codes[] = { { "split", "平均分配", "平分", NULL, 1 }, { "each", "每人计入", "各计", NULL, 2 } };
static const ZbCodeTable hours_rule = ZB_CODE_TABLE ("hours_rule", "志愿服务时长计入的通行做法（待核）", rule_codes);

static const ZbCode source_codes[] = {
  { "measured", "实测", "活动签到", NULL, 1 }, { "sheet", "登记表", "记录表", NULL, 2 }, { "wish", "微心愿", NULL, NULL, 3 },
  { "added", "补录", NULL, NULL, 4 },          { "correction", "更正", NULL, NULL, 5 },
};
static const ZbCodeTable hours_source = ZB_CODE_TABLE ("hours_source", "志愿服务记录与证明出具办法（民政部令第67号）", source_codes);

static const ZbCode team_codes[] = {
  { "volunteer", "志愿服务队", "服务队", NULL, 1 },          { "business", "党员招商突击队", "招商突击队", NULL, 2 },
  { "service", "党员服务突击队", "服务突击队|突击队", NULL, 3 }, { "lecture", "宣讲队", "宣讲团", NULL, 4 },
  { "emergency", "应急队", "应急突击队", NULL, 5 },          { "other", "其他队伍", "其他", NULL, 6 },
};
static const ZbCodeTable team_kind = ZB_CODE_TABLE ("team_kind", "党员服务队伍用语", team_codes);

const ZbCodeTable *const zb_code_tables_service[] = {
  &household_category, &wish_category, &wish_state, &wish_channel, &wish_step, &satisfaction, &claimer_kind, &claim_state, &claim_given_by,
  &hours_rule, &hours_source, &team_kind, NULL
};
