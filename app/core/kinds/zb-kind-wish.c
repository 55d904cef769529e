/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define HOUSEHOLD N_("Household")
#define PRIVATE N_("For Inside Only")
#define CONSENT N_("Consent")
#define WISH N_("Wish")
#define COLLECTED N_("Collected")
#define COURSE N_("Course")
#define OUTCOME N_("Outcome")
#define EVENT N_("Step of a Wish")
#define CLAIM N_("Claim")
#define CLAIMER N_("Claimer")
#define DELIVERY N_("Delivery")

/* 心愿人: the household behind wishes, visits and hardship lists, entered once. Whoever is shown to everybody is shown
 * under the name for publication; what the household is called and how it lives stands in the private table. */
static const ZbField household_fields[] = {
  { "alias", N_("Name for Publication"), "公示称呼", HOUSEHOLD, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PUBLIC, 5,
    "化名|心愿人（化名）|称呼" },
  { "category", N_("Kind of Household"), "身份类别", HOUSEHOLD, ZB_FIELD_CODE, "household_category", NULL, 0, 6, "人群类别|类别（身份）" },
  { "community", N_("Community"), "所在社区（村）", HOUSEHOLD, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_PUBLIC, 7, "所在社区|社区|村|网格" },
  { "org", N_("Looked After By"), "联系党组织", HOUSEHOLD, ZB_FIELD_LINK, NULL, "organization", 0, 8, "联系党支部" },
  { "person", N_("Member"), "党员", HOUSEHOLD, ZB_FIELD_LINK, NULL, "member", 0, 4, NULL },
  { "people", N_("People in the Household"), "家庭人口", HOUSEHOLD, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "name", N_("Name"), "姓名", PRIVATE, ZB_FIELD_NAME, NULL, NULL, ZB_FIELD_PRIVATE, 4, "心愿人|心愿人姓名|户主|户主姓名" },
  { "sex", N_("Sex"), "性别", PRIVATE, ZB_FIELD_CODE, "sex", NULL, ZB_FIELD_PRIVATE, 2.5, NULL },
  { "birth_date", N_("Date of Birth"), "出生年月", PRIVATE, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PRIVATE | ZB_FIELD_PAST, 5, "出生日期" },
  { "id_number", N_("ID Number"), "身份证号", PRIVATE, ZB_FIELD_ID_NUMBER, NULL, NULL, ZB_FIELD_PRIVATE, 10, "公民身份号码|身份证号码|身份证" },
  { "phone", N_("Telephone"), "联系电话", PRIVATE, ZB_FIELD_PHONE, NULL, NULL, ZB_FIELD_PRIVATE, 6, "电话|手机" },
  { "address", N_("Address"), "详细地址", PRIVATE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_PRIVATE, 12, "家庭地址|住址|地址" },
  { "situation", N_("How They Live"), "家庭情况", PRIVATE, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_PRIVATE, 12, "家庭状况|困难情况" },
  { "guardian", N_("Guardian"), "监护人", PRIVATE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_PRIVATE, 4, "监护人姓名" },
  { "guardian_phone", N_("Guardian’s Telephone"), "监护人电话", PRIVATE, ZB_FIELD_PHONE, NULL, NULL, ZB_FIELD_PRIVATE, 6, NULL },
  { "consent_on", N_("Agreed to Publication On"), "同意公示日期", CONSENT, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, "同意日期" },
  { "consent_by", N_("Who Agreed"), "同意人", CONSENT, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_PRIVATE | ZB_FIELD_OF_NAME, 4, NULL },
  { "photo_consent", N_("Photos May Be Shown"), "同意使用照片", CONSENT, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 3, NULL },
  { "note", N_("Note"), "备注", PRIVATE, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_PRIVATE, 8, NULL },
};
static const char *const household_columns[] = { "alias", "category", "community", "org", "people", "consent_on", "photo_consent", NULL };

const ZbKind zb_kind_household = {
  .name = "household",
  .table = "household",
  .private_table = "household_private",
  .label = N_("Household"),
  .label_plural = N_("Households"),
  .heading = "困难家庭",
  .title_field = "alias",
  .fields = household_fields,
  .n_fields = G_N_ELEMENTS (household_fields),
  .list_columns = household_columns,
};

/* 微心愿. The title is what everybody may read; what was told at home stands in the private table. */
static const ZbField wish_fields[] = {
  { "number", N_("Wish Number"), "编号", WISH, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_PUBLIC, 5, "心愿编号" },
  { "title", N_("What Is Wished"), "心愿内容", WISH, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PUBLIC, 14, "心愿|微心愿|心愿摘要|微心愿内容" },
  { "household", N_("Household"), "心愿人（公示称呼）", WISH, ZB_FIELD_LINK, NULL, "household", ZB_FIELD_REQUIRED, 6, NULL },
  { "org", N_("Organisation"), "党组织", WISH, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_REQUIRED | ZB_FIELD_PUBLIC, 8,
    "征集党支部|所在党支部|党支部|负责支部|负责党支部|责任支部|责任党支部|牵头支部|牵头党支部|征集支部|支部|联系支部|所属党支部|所属支部" },
  { "category", N_("Kind of Wish"), "类别", WISH, ZB_FIELD_CODE, "wish_category", NULL, ZB_FIELD_PUBLIC, 5, "心愿类别" },
  { "quantity", N_("Quantity"), "数量", WISH, ZB_FIELD_INTEGER, NULL, NULL, ZB_FIELD_PUBLIC, 3, NULL },
  { "unit", N_("Counted In"), "单位", WISH, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_PUBLIC, 3, NULL },
  { "estimate", N_("Estimated Cost"), "预计金额（元）", WISH, ZB_FIELD_MONEY, NULL, NULL, ZB_FIELD_PUBLIC, 5, "预计金额|预算" },
  { "wanted_by", N_("Wanted By"), "期望完成时间", WISH, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PUBLIC, 5, "期望时间" },
  { "details", N_("What Was Told"), "详细说明", WISH, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_PRIVATE, 12, NULL },
  { "state", N_("State"), "状态", WISH, ZB_FIELD_CODE, "wish_state", NULL, ZB_FIELD_REQUIRED | ZB_FIELD_BY_STEP | ZB_FIELD_PUBLIC, 4, "完成情况" },
  { "collected_on", N_("Collected On"), "征集日期", COLLECTED, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PAST, 5, "征集时间" },
  { "channel", N_("Channel"), "征集渠道", COLLECTED, ZB_FIELD_CODE, "wish_channel", NULL, 0, 5, "渠道" },
  { "collector", N_("Collected By"), "征集人", COLLECTED, ZB_FIELD_TEXT, NULL, NULL, 0, 4, "收集人" },
  { "checked_on", N_("Checked at Home On"), "核实日期", COURSE, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST, 5, NULL },
  { "checked_by", N_("Checked By"), "核实人", COURSE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_OF_NAME, 4, NULL },
  { "found", N_("What Was Found"), "核实情况", COURSE, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PRIVATE, 12, NULL },
  { "reviewed_on", N_("Reviewed On"), "审核日期", COURSE, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST, 5, NULL },
  { "reviewed_by", N_("Reviewed By"), "审核人", COURSE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_OF_NAME, 4, NULL },
  { "review", N_("Review"), "审核意见", COURSE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PRIVATE, 10, NULL },
  { "published_on", N_("Published On"), "发布日期", COURSE, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST | ZB_FIELD_PUBLIC, 5, NULL },
  { "fulfilled_on", N_("Fulfilled On"), "完成日期", OUTCOME, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST | ZB_FIELD_PUBLIC, 5, NULL },
  { "confirmed_on", N_("Recipient Confirmed On"), "确认日期", OUTCOME, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST, 5, NULL },
  { "visited_on", N_("Return Visit On"), "回访日期", OUTCOME, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST, 5, NULL },
  { "visited_by", N_("Visited By"), "回访人", OUTCOME, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_OF_NAME, 4, NULL },
  { "satisfaction", N_("Satisfaction"), "满意度", OUTCOME, ZB_FIELD_CODE, "satisfaction", NULL, ZB_FIELD_BY_STEP, 4, NULL },
  { "feedback", N_("What They Said"), "评语", OUTCOME, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PRIVATE, 10, "反馈意见" },
  { "thanked_on", N_("Thanked On"), "致谢日期", OUTCOME, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST, 5, NULL },
  { "closed_on", N_("Closed On"), "终止日期", OUTCOME, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST, 5, NULL },
  { "closed_why", N_("Why"), "终止原因", OUTCOME, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PRIVATE, 8, NULL },
  { "passed_to", N_("Passed To"), "转办去向", OUTCOME, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_BY_STEP, 8, NULL },
  { "note", N_("Note"), "备注", WISH, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_PRIVATE, 8, NULL },
};

/* Bits of ZbStep.from: the states below, in their order. */
enum {
  COLLECTED_ = 1 << 0,
  RETURNED = 1 << 1,
  CHECKED = 1 << 2,
  APPROVED = 1 << 3,
  PUBLISHED = 1 << 4,
  CLAIMED = 1 << 5,
  DOING = 1 << 6,
  FULFILLED = 1 << 7,
  CONFIRMED = 1 << 8,
  VISITED = 1 << 9,
  OPEN = (1 << 8) - 1
};

static const char *const wish_states[] = {
  "collected", "returned", "checked", "approved", "published", "claimed", "doing", "fulfilled", "confirmed", "visited", "thanked",
  "declined", "taken_back", "passed_up", "project", NULL
};

#define ON { "on", N_("Date"), ZB_FIELD_DATE, NULL, NULL, TRUE, NULL }
#define BY(needed_) { "by", N_("By Whom"), ZB_FIELD_TEXT, NULL, NULL, needed_, NULL }
#define WORDS(needed_) { "words", N_("In Words"), ZB_FIELD_LONG_TEXT, NULL, NULL, needed_, NULL }
#define REASON { "words", N_("Reason"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL }

static const ZbStepField check_fields[] = { ON, BY (TRUE), { "words", N_("What Was Found"), ZB_FIELD_LONG_TEXT, NULL, NULL, TRUE, NULL } };
static const ZbStepField refuse_fields[] = { ON, BY (FALSE), REASON };
static const ZbStepField approve_fields[] = { ON, BY (TRUE), WORDS (FALSE) };
static const ZbStepField publish_fields[] = {
  ON, BY (FALSE), { "looked", N_("Looked Through: It Tells No Address"), ZB_FIELD_BOOLEAN, NULL, NULL, FALSE, NULL }
};
static const ZbStepField claim_fields[] = {
  ON,
  { "person", N_("Member"), ZB_FIELD_LINK, NULL, "member", FALSE, NULL },
  { "team", N_("Team"), ZB_FIELD_LINK, NULL, "team", FALSE, NULL },
  { "org", N_("Organisation"), ZB_FIELD_LINK, NULL, "organization", FALSE, NULL },
  { "partner", N_("Partner"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "together", N_("Together With"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "promised_on", N_("Promised For"), ZB_FIELD_DATE, NULL, NULL, TRUE, "wanted_by" },
  { "pieces", N_("How Many Pieces"), ZB_FIELD_INTEGER, NULL, NULL, FALSE, NULL },
  { "given_by", N_("Gives"), ZB_FIELD_CODE, "claim_given_by", NULL, FALSE, NULL },
  { "money", N_("Share in Money"), ZB_FIELD_MONEY, NULL, NULL, FALSE, NULL },
  { "task", N_("Task"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
};
static const ZbStepField start_fields[] = { ON, BY (FALSE), WORDS (FALSE) };
static const ZbStepField confirm_fields[] = { ON, { "by", N_("Confirmed By"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL }, WORDS (FALSE) };
static const ZbStepField visit_fields[] = {
  ON, { "by", N_("Visited By"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL },
  { "satisfaction", N_("Satisfaction"), ZB_FIELD_CODE, "satisfaction", NULL, TRUE, NULL },
  { "words", N_("What They Said"), ZB_FIELD_LONG_TEXT, NULL, NULL, FALSE, NULL },
};
static const ZbStepField thank_fields[] = { ON, BY (FALSE), WORDS (FALSE) };
static const ZbStepField pass_fields[] = { ON, BY (FALSE), { "passed_to", N_("Passed To"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL }, REASON };
static const ZbStepField project_fields[] = { ON, BY (FALSE), { "passed_to", N_("Project"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL }, REASON };

#define STEP(name_, label_, heading_, from_, to_, fields_) \
  { .name = name_, .label = label_, .heading = heading_, .from = from_, .to = to_, .fields = fields_, .n_fields = G_N_ELEMENTS (fields_) }

/* “claim” and “start” lead on only when nothing is left to claim; what is delivered is a step of each claim. */
static const ZbStep wish_steps[] = {
  STEP ("check", N_("Checked at Home"), "入户核实", COLLECTED_ | RETURNED, "checked", check_fields),
  STEP ("send-back", N_("Send Back"), "退回补充", COLLECTED_ | CHECKED, "returned", refuse_fields),
  STEP ("decline", N_("Decline"), "不予受理", COLLECTED_ | RETURNED | CHECKED, "declined", refuse_fields),
  STEP ("approve", N_("Approve"), "审核通过", CHECKED, "approved", approve_fields),
  STEP ("publish", N_("Publish"), "发布", APPROVED, "published", publish_fields),
  STEP ("claim", N_("Claim"), "认领", PUBLISHED, "claimed", claim_fields),
  STEP ("start", N_("Begin"), "开始办理", CLAIMED, "doing", start_fields),
  STEP ("confirm", N_("Confirmed by the Recipient"), "心愿人确认", FULFILLED, "confirmed", confirm_fields),
  STEP ("visit", N_("Return Visit"), "回访", CONFIRMED, "visited", visit_fields),
  STEP ("thank", N_("Thank"), "致谢办结", CONFIRMED | VISITED, "thanked", thank_fields),
  STEP ("take-back", N_("Taken Back by the Wisher"), "心愿人撤回", OPEN, "taken_back", refuse_fields),
  STEP ("pass-up", N_("Hand to the Upper Level"), "转上级办理", OPEN, "passed_up", pass_fields),
  STEP ("make-project", N_("Make It a Project"), "转为项目", OPEN, "project", project_fields),
};

static const char *const wish_columns[] = {
  "number", "household", "title", "category", "quantity", "org", "collected_on", "published_on", "fulfilled_on", "state", NULL
};

static const ZbDateOrder wish_orders[] = {
  { "collected_on", "checked_on" },   { "checked_on", "reviewed_on" },    { "reviewed_on", "published_on" },
  { "published_on", "fulfilled_on" }, { "fulfilled_on", "confirmed_on" }, { "confirmed_on", "visited_on" },
  { "confirmed_on", "thanked_on" },   { "collected_on", "closed_on" },
};

const ZbKind zb_kind_wish = {
  .name = "wish",
  .table = "wish",
  .private_table = "wish_private",
  .label = N_("Wish"),
  .label_plural = N_("Wishes"),
  .heading = "微心愿",
  .title_field = "title",
  .fields = wish_fields,
  .n_fields = G_N_ELEMENTS (wish_fields),
  .states = wish_states,
  .steps = wish_steps,
  .n_steps = G_N_ELEMENTS (wish_steps),
  .list_columns = wish_columns,
  .orders = wish_orders,
  .n_orders = G_N_ELEMENTS (wish_orders),
};

/* What happened to a wish, line by line; it is only added to. */
static const ZbField event_fields[] = {
  { "wish", N_("Wish"), "心愿", EVENT, ZB_FIELD_LINK, NULL, "wish", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "on", N_("Date"), "日期", EVENT, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PAST, 5, NULL },
  { "step", N_("Step"), "步骤", EVENT, ZB_FIELD_CODE, "wish_step", NULL, ZB_FIELD_REQUIRED, 5, NULL },
  { "state", N_("State After It"), "之后状态", EVENT, ZB_FIELD_CODE, "wish_state", NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "by", N_("By Whom"), "经手人", EVENT, ZB_FIELD_TEXT, NULL, NULL, 0, 4, NULL },
  { "whom", N_("Whom It Is About"), "对象", EVENT, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "words", N_("In Words"), "说明", EVENT, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_PRIVATE, 12, NULL },
};
static const char *const event_columns[] = { "wish", "on", "step", "state", "by", "whom", NULL };

const ZbKind zb_kind_wish_event = {
  .name = "wish_event",
  .table = "wish_event",
  .keeps = ZB_KEEPS_VALUES | ZB_KEEPS_RECORDS,
  .private_table = "wish_event_private",
  .label = N_("Step of a Wish"),
  .label_plural = N_("Steps of Wishes"),
  .heading = "心愿办理记录",
  .title_field = "step",
  .fields = event_fields,
  .n_fields = G_N_ELEMENTS (event_fields),
  .list_columns = event_columns,
};

/* Who took a wish on, or a part of it. The name is kept as it was on the day. */
static const ZbField claim_fields_[] = {
  { "wish", N_("Wish"), "心愿", CLAIM, ZB_FIELD_LINK, NULL, "wish", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, "心愿编号" },
  { "kind", N_("Kind of Claimer"), "认领方", CLAIM, ZB_FIELD_CODE, "claimer_kind", NULL, ZB_FIELD_REQUIRED | ZB_FIELD_BY_STEP, 4, NULL },
  { "name", N_("Claimed By"), "认领人", CLAIM, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_BY_STEP, 6, "认领党员|认领单位" },
  { "branch_name", N_("Branch"), "认领党支部", CLAIM, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PUBLIC, 8,
    "认领支部|认领党组织|认领人所在党支部|认领人所在支部" },
  { "person", N_("Member"), "党员", CLAIM, ZB_FIELD_LINK, NULL, "member", ZB_FIELD_HIDDEN | ZB_FIELD_BY_STEP, 4, NULL },
  { "team", N_("Team"), "服务队", CLAIM, ZB_FIELD_LINK, NULL, "team", ZB_FIELD_HIDDEN | ZB_FIELD_BY_STEP, 6, NULL },
  { "org", N_("Organisation"), "党组织", CLAIM, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_HIDDEN | ZB_FIELD_BY_STEP, 8, NULL },
  { "state", N_("State"), "状态", CLAIM, ZB_FIELD_CODE, "claim_state", NULL, ZB_FIELD_REQUIRED | ZB_FIELD_BY_STEP, 4, NULL },
  { "claimed_on", N_("Claimed On"), "认领日期", CLAIM, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PAST | ZB_FIELD_BY_STEP | ZB_FIELD_PUBLIC, 5, "认领时间" },
  { "promised_on", N_("Promised For"), "承诺完成日期", CLAIM, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PUBLIC, 5, "承诺日期|承诺时间" },
  { "pieces", N_("Pieces"), "认领数量", CLAIM, ZB_FIELD_INTEGER, NULL, NULL, ZB_FIELD_BY_STEP, 3, "份额" },
  { "given_by", N_("Gives"), "认领方式", CLAIM, ZB_FIELD_CODE, "claim_given_by", NULL, 0, 4, NULL },
  { "money", N_("Share in Money"), "认领金额（元）", CLAIM, ZB_FIELD_MONEY, NULL, NULL, 0, 5, "认领金额" },
  { "task", N_("Task"), "分工", CLAIM, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "ended_on", N_("Ended On"), "终止日期", CLAIM, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_BY_STEP | ZB_FIELD_PAST, 5, NULL },
  { "note", N_("Note"), "备注", CLAIM, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};

enum { ACTIVE = 1 << 0 };

static const char *const claim_states[] = { "active", "delivered", "withdrawn", "released", "reassigned", NULL };

static const ZbStepField give_up_fields[] = { ON, BY (FALSE), REASON };
static const ZbStepField reassign_fields[] = {
  ON,
  { "person", N_("Member"), ZB_FIELD_LINK, NULL, "member", FALSE, NULL },
  { "team", N_("Team"), ZB_FIELD_LINK, NULL, "team", FALSE, NULL },
  { "org", N_("Organisation"), ZB_FIELD_LINK, NULL, "organization", FALSE, NULL },
  { "partner", N_("Partner"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "together", N_("Together With"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "promised_on", N_("Promised For"), ZB_FIELD_DATE, NULL, NULL, TRUE, "promised_on" },
  REASON,
};
static const ZbStepField deliver_fields[] = {
  ON,
  { "what", N_("What Was Bought or Done"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL },
  { "cost", N_("Cost"), ZB_FIELD_MONEY, NULL, NULL, FALSE, "money" },
  { "voucher", N_("Voucher Number"), ZB_FIELD_TEXT, NULL, NULL, FALSE, NULL },
  { "witness1", N_("First Witness"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL },
  { "witness2", N_("Second Witness"), ZB_FIELD_TEXT, NULL, NULL, TRUE, NULL },
  { "receipt", N_("Receipt Is Signed"), ZB_FIELD_BOOLEAN, NULL, NULL, FALSE, NULL },
  { "hours", N_("Hours of Service"), ZB_FIELD_HOURS, NULL, NULL, FALSE, NULL },
  { "hours_rule", N_("How Hours Are Credited"), ZB_FIELD_CODE, "hours_rule", NULL, FALSE, NULL },
};

static const ZbStep claim_steps[] = {
  STEP ("deliver", N_("Delivered"), "圆梦", ACTIVE, "delivered", deliver_fields),
  STEP ("withdraw", N_("Withdraw the Claim"), "放弃认领", ACTIVE, "withdrawn", give_up_fields),
  STEP ("release", N_("Release What Is Overdue"), "超期释放", ACTIVE, "released", give_up_fields),
  STEP ("reassign", N_("Give to Somebody Else"), "改派", ACTIVE, "reassigned", reassign_fields),
};

static const char *const claim_columns[] = { "wish", "name", "branch_name", "kind", "pieces", "claimed_on", "promised_on", "given_by", "state", NULL };

const ZbKind zb_kind_claim = {
  .name = "claim",
  .table = "claim",
  .keeps = ZB_KEEPS_RECORDS,
  .label = N_("Claim"),
  .label_plural = N_("Claims"),
  .heading = "认领",
  .title_field = "name",
  .fields = claim_fields_,
  .n_fields = G_N_ELEMENTS (claim_fields_),
  .states = claim_states,
  .steps = claim_steps,
  .n_steps = G_N_ELEMENTS (claim_steps),
  .list_columns = claim_columns,
};

/* The people of a claim, one by one: the one who signs first. Hours of service are credited to them. */
static const ZbField claimer_fields[] = {
  { "claim", N_("Claim"), "认领", CLAIMER, ZB_FIELD_LINK, NULL, "claim", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 6, NULL },
  { "person", N_("Member"), "党员", CLAIMER, ZB_FIELD_LINK, NULL, "member", 0, 4, NULL },
  { "number", N_("Number"), "序号", CLAIMER, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "name", N_("Name"), "姓名", CLAIMER, ZB_FIELD_NAME, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "branch_name", N_("Branch"), "所在党支部", CLAIMER, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};
static const char *const claimer_columns[] = { "claim", "number", "name", "branch_name", NULL };

const ZbKind zb_kind_claimer = {
  .name = "claimer",
  .table = "claimer",
  .keeps = ZB_KEEPS_RECORDS,
  .label = N_("Claimer"),
  .label_plural = N_("Claimers"),
  .heading = "认领人员",
  .title_field = "name",
  .fields = claimer_fields,
  .n_fields = G_N_ELEMENTS (claimer_fields),
  .list_columns = claimer_columns,
};

/* What was brought or done, and who saw it. */
static const ZbField delivery_fields[] = {
  { "wish", N_("Wish"), "心愿", DELIVERY, ZB_FIELD_LINK, NULL, "wish", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "claim", N_("Claim"), "认领", DELIVERY, ZB_FIELD_LINK, NULL, "claim", ZB_FIELD_HIDDEN, 6, NULL },
  { "on", N_("Date"), "完成日期", DELIVERY, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_PAST, 5, NULL },
  { "what", N_("What Was Bought or Done"), "实际物品（服务）", DELIVERY, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 10, "实际物品|实际服务" },
  { "cost", N_("Cost"), "花费（元）", DELIVERY, ZB_FIELD_MONEY, NULL, NULL, 0, 5, "花费|金额" },
  { "voucher", N_("Voucher Number"), "凭证号", DELIVERY, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "witness1", N_("First Witness"), "见证人一", DELIVERY, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "witness2", N_("Second Witness"), "见证人二", DELIVERY, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "receipt", N_("Receipt Is Signed"), "心愿人已签收", DELIVERY, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 3, "签收" },
  { "hours", N_("Hours of Service"), "服务时长（小时）", DELIVERY, ZB_FIELD_HOURS, NULL, NULL, 0, 4, "服务时长" },
  { "hours_rule", N_("How Hours Are Credited"), "时长计入方式", DELIVERY, ZB_FIELD_CODE, "hours_rule", NULL, 0, 5, NULL },
  { "note", N_("Note"), "备注", DELIVERY, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};
static const char *const delivery_columns[] = { "wish", "on", "what", "cost", "voucher", "witness1", "witness2", "receipt", "hours", NULL };

const ZbKind zb_kind_delivery = {
  .name = "delivery",
  .table = "delivery",
  .keeps = ZB_KEEPS_RECORDS,
  .label = N_("Delivery"),
  .label_plural = N_("Deliveries"),
  .heading = "圆梦记录",
  .title_field = "what",
  .fields = delivery_fields,
  .n_fields = G_N_ELEMENTS (delivery_fields),
  .list_columns = delivery_columns,
};
