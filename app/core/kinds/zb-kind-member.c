/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define IDENTITY N_("Identity")
#define CONTACT N_("Contact")
#define EDUCATION N_("Education")
#define WORK N_("Work")
#define PARTY N_("Party Life")
#define STATUS N_("Status")
#define FILES N_("Files and Notes")

/* The fields follow the 16 items of the collection form of 2017 and the columns of the national
 * member library; the groups are those of a member's card. */
static const ZbField member_fields[] = {
  { "name", N_("Name"), "姓名", IDENTITY, ZB_FIELD_NAME, NULL, NULL, ZB_FIELD_REQUIRED, 4,
    "党员姓名|名字|姓名（必填）|人员姓名|成员姓名|姓名（曾用名）" },
  { "reading", N_("Reading of Name"), "姓名读音", IDENTITY, ZB_FIELD_TEXT, NULL, NULL, 0, 6, "拼音|读音" },
  { "former_name", N_("Former Name"), "曾用名", IDENTITY, ZB_FIELD_TEXT, NULL, NULL, 0, 4, NULL },
  { "sex", N_("Sex"), "性别", IDENTITY, ZB_FIELD_CODE, "sex", NULL, 0, 2.5, NULL },
  { "ethnicity", N_("Ethnic Group"), "民族", IDENTITY, ZB_FIELD_CODE, "ethnicity", NULL, 0, 4, "民族名称" },
  { "birth_date", N_("Date of Birth"), "出生日期", IDENTITY, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5,
    "出生年月|出生年月日|生日|出生时间|出生|出生年、月|出生日|出生日期年月日" },
  { "age", N_("Age"), "年龄", IDENTITY, ZB_FIELD_INTEGER, NULL, NULL, ZB_FIELD_DERIVED, 2.5, NULL },
  { "id_number", N_("ID Number"), "公民身份号码", IDENTITY, ZB_FIELD_ID_NUMBER, NULL, NULL, ZB_FIELD_PRIVATE, 10,
    "身份证|身份证号|身份证号码|公民身份证号码|公民身份证号|证件号码|居民身份证号码|身份号码|身分证|身分证号|身分证号码|居民身份证|居民身份证号|"
    "身份证件号码|证件号|公民身份号|身份证号码18位" },
  { "native_place", N_("Native Place"), "籍贯", IDENTITY, ZB_FIELD_TEXT, NULL, NULL, 0, 5, NULL },
  { "birth_place", N_("Place of Birth"), "出生地", IDENTITY, ZB_FIELD_TEXT, NULL, NULL, 0, 5, NULL },
  { "marital", N_("Marital Status"), "婚姻状况", IDENTITY, ZB_FIELD_CODE, "marital", NULL, 0, 3, "婚姻" },

  { "phone", N_("Mobile Phone"), "联系电话", CONTACT, ZB_FIELD_PHONE, NULL, NULL, ZB_FIELD_PRIVATE, 7,
    "手机|手机号|手机号码|手机长号|长号|电话|联系方式|移动电话|电话号码|联系电话（手机）|联系手机|本人电话|本人手机|联系号码|电话/手机|手机/电话|联系电话1|移动电话号码" },
  { "landline", N_("Landline"), "固定电话", CONTACT, ZB_FIELD_PHONE, NULL, NULL, ZB_FIELD_PRIVATE, 7,
    "座机|办公电话|固话|联系电话（固话）|联系电话（座机）|联系电话（固定电话）|座机号码|办公室电话|单位电话" },
  { "address", N_("Home Address"), "家庭住址", CONTACT, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_PRIVATE, 12,
    "住址|现居住地|现居住地详细地址|居住地详细地址|家庭详细地址|现居住地址详细|家庭地址|现住址|居住地址|家庭住址（详细）|现家庭住址|常住地址|通讯地址|联系地址|家庭详细住址|现居住地址|现住地|居住地" },
  { "registered_at", N_("Household Registration"), "户籍所在地", CONTACT, ZB_FIELD_TEXT, NULL, NULL,
    ZB_FIELD_PRIVATE, 12, "户口所在地|户籍地址|户籍" },

  { "education", N_("Education"), "学历", EDUCATION, ZB_FIELD_CODE, "education", NULL, 0, 5,
    "文化程度|最高学历|学历层次|学历情况|教育程度|文化|学历学位|学历/学位|学历及学位|学历、学位" },
  { "degree", N_("Degree"), "学位", EDUCATION, ZB_FIELD_CODE, "degree", NULL, 0, 4, "最高学位" },
  { "school", N_("School"), "毕业院校", EDUCATION, ZB_FIELD_TEXT, NULL, NULL, 0, 8,
    "毕业学校|毕业院校及专业|学校|毕业院校系及专业|院校" },
  { "major", N_("Major"), "专业", EDUCATION, ZB_FIELD_TEXT, NULL, NULL, 0, 6, "所学专业" },
  { "full_time_education", N_("Full-time Education"), "全日制教育", EDUCATION, ZB_FIELD_CODE, "education", NULL, 0, 5,
    "全日制学历|全日制教育学历|全日制|学历全日制" },
  { "full_time_school", N_("Full-time School and Major"), "全日制毕业院校系及专业", EDUCATION, ZB_FIELD_TEXT, NULL, NULL,
    0, 10, "全日制毕业院校|全日制教育毕业院校|全日制教育毕业院校系及专业|全日制教育毕业院校及专业|全日制毕业院校及专业|全日制教育院校" },
  { "in_service_education", N_("In-service Education"), "在职教育", EDUCATION, ZB_FIELD_CODE, "education", NULL, 0, 5,
    "在职学历|在职教育学历|在职|学历在职" },
  { "in_service_school", N_("In-service School and Major"), "在职毕业院校系及专业", EDUCATION, ZB_FIELD_TEXT, NULL, NULL,
    0, 10, "在职毕业院校|在职教育毕业院校|在职教育毕业院校系及专业|在职教育毕业院校及专业|在职毕业院校及专业|在职教育院校" },

  { "work_started_on", N_("Began Work"), "参加工作时间", WORK, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5,
    "参加工作|参加工作日期|参加工作年月|参工时间|工作时间" },
  { "work_unit", N_("Work Unit and Post"), "工作单位及职务", WORK, ZB_FIELD_TEXT, NULL, NULL, 0, 10,
    "原工作单位及职务|原工作单位|原单位及职务|工作单位及岗位|所在单位及职务|工作单位|单位|单位及职务|现工作单位及职务|单位职务|工作学习单位|工作/学习单位|工作单位和职务|所在单位|现工作单位|工作单位（学校）" },
  { "department", N_("Department"), "部门", WORK, ZB_FIELD_TEXT, NULL, NULL, 0, 6, "所在部门|科室|所在科室|部门/科室|部门/班组|科室/班组|部门科室|处室|所在处室|内设机构|班组|车间|所在车间" },
  { "duty", N_("Administrative Duty"), "行政职务", WORK, ZB_FIELD_TEXT, NULL, NULL, 0, 6, "现任职务|职务职级" },
  { "technical_title", N_("Technical Title"), "技术职称", WORK, ZB_FIELD_TEXT, NULL, NULL, 0, 6,
    "职称|从事专业技术职务|专业技术职务" },
  { "job", N_("Kind of Work"), "工作岗位", WORK, ZB_FIELD_CODE, "job", NULL, 0, 8, "岗位|岗位类型|职业" },
  { "stratum", N_("New Social Stratum"), "新社会阶层类型", WORK, ZB_FIELD_CODE, "stratum", NULL, 0, 6, "新社会阶层|新的社会阶层" },
  { "frontline", N_("Front Line"), "一线情况", WORK, ZB_FIELD_CODE, "frontline", NULL, 0, 4, NULL },
  { "migrant_worker", N_("Migrant Worker"), "是否农民工", WORK, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 3, "农民工" },

  { "category", N_("Category"), "人员类别", PARTY, ZB_FIELD_CODE, "category", NULL, 0, 4,
    "类别|发展阶段|目前阶段|当前阶段|现阶段|目前类别|现类别|党籍状态|预/正|正/预|正式/预备|政治面貌|党员类别|党籍状态（正式党员或预备党员）|预备/正式|党员类型|党员性质|正式或预备|是否预备党员|是否正式党员|是否为预备党员|"
    "是否为正式党员|是否预备|是否正式|党员身份|预备党员|正式党员" },
  { "branch", N_("Branch"), "所在党支部", PARTY, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_DERIVED, 8,
    "党支部|支部|所属党支部|所在支部|所在党组织|编入党支部|支部名称|党组织名称|党组织|党支部名称|所在党支部名称|所属支部|所在支部名称|隶属党支部|组织关系所在党支部|"
    "组织关系所在支部|所在党支部全称" },
  { "group", N_("Party Group"), "党小组", PARTY, ZB_FIELD_LINK, NULL, "organization", ZB_FIELD_DERIVED, 5,
    "所在党小组|小组|党小组名称|所属党小组|组别|党小组别|所在小组|所属小组|编入党小组" },
  { "post", N_("Party Post"), "党内职务", PARTY, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_DERIVED, 5, "支部职务|党内职务名称|党支部职务|党内任职" },
  { "applied_on", N_("Applied"), "申请入党时间", PARTY, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5,
    "申请入党日期|提交申请书时间|递交入党申请书时间|申请时间" },
  { "activist_on", N_("Named Activist"), "确定积极分子时间", PARTY, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5,
    "积极分子时间|积极分子确定时间|积极分子接收时间|确定入党积极分子日期|列为积极分子日期|确定为入党积极分子时间" },
  { "candidate_on", N_("Named Development Candidate"), "确定发展对象时间", PARTY, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5,
    "发展对象时间|发展对象确定时间|列为发展对象日期|确定为发展对象时间" },
  { "joined_on", N_("Joined the Party"), "入党时间", PARTY, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5,
    "入党日期|加入党组织日期|加入中共时间|加入党组织时间|入党年月|加入中国共产党时间|入党年月日|加入中国共产党日期|何时入党|入党的时间|加入党组织的时间|"
    "接收为预备党员时间|预备党员接收时间|预备党员时间|接收预备党员时间|成为预备党员时间|加入中共日期|入党" },
  { "confirmed_on", N_("Confirmed as Full Member"), "转正时间", PARTY, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5,
    "转正日期|转为正式党员日期|转为正式党员时间|转正年月|转正年月日|转正式党员时间|成为正式党员时间|转为正式党员的时间|转为正式|转正|转正式党员日期" },
  { "probation_until", N_("Probation Extended Until"), "延长预备期至", PARTY, ZB_FIELD_DATE, NULL, NULL, 0, 5,
    "延长预备期时间" },
  { "standing", N_("Party Standing"), "党龄", PARTY, ZB_FIELD_INTEGER, NULL, NULL, ZB_FIELD_DERIVED, 3, "党龄（年）" },
  { "standing_correction", N_("Correction of Standing, Months"), "党龄校正值（月）", PARTY, ZB_FIELD_INTEGER, NULL, NULL, ZB_FIELD_SIGNED, 4,
    "党龄校正值" },
  { "entry_kind", N_("Way of Joining"), "入党类型", PARTY, ZB_FIELD_CODE, "entry_kind", NULL, 0, 4, NULL },
  { "confirmation_kind", N_("Confirmation"), "转正情况", PARTY, ZB_FIELD_CODE, "confirmation_kind", NULL, 0, 5, NULL },
  { "joined_branch", N_("Branch When Joining"), "入党时所在支部", PARTY, ZB_FIELD_TEXT, NULL, NULL, 0, 8,
    "入党时所在党支部" },
  { "introducer1", N_("First Introducer"), "入党介绍人", PARTY, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, "介绍人|介绍人1|入党介绍人1|入党介绍人姓名" },
  { "introducer2", N_("Second Introducer"), "入党介绍人2", PARTY, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, "介绍人2" },
  { "mentors", N_("Mentors"), "培养联系人", PARTY, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 5, "入党培养人|培养人" },
  { "dues_base", N_("Dues Base"), "党费缴纳基数", PARTY, ZB_FIELD_MONEY, NULL, NULL, ZB_FIELD_PRIVATE, 5,
    "缴纳基数|交纳基数|党费交纳基数|党费基数|缴费基数|交费基数|党费计算基数|计算基数" },

  { "state", N_("Standing in the Registry"), "在册情况", STATUS, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_DERIVED, 4, NULL },
  { "floating", N_("Floating Member"), "是否流动党员", STATUS, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 3,
    "流动党员|是否为流动党员" },
  { "floating_to", N_("Floating: Where To"), "外出流向", STATUS, ZB_FIELD_TEXT, NULL, NULL, 0, 6,
    "外出地点|外出去向|流动去向|流动地点|流入地|流向|务工地点|外出务工地点|现流动地|外出地" },
  { "floating_since", N_("Floating: Since"), "外出日期", STATUS, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, "流动时间|流出时间|外出起始时间|开始外出时间" },
  { "lost", N_("Lost Contact"), "是否失联党员", STATUS, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 3,
    "失联党员|是否为失联党员" },
  { "lost_since", N_("Lost Contact: Since"), "失去联系日期", STATUS, ZB_FIELD_DATE, NULL, NULL, ZB_FIELD_PAST, 5, NULL },
  { "lost_kind", N_("Lost Contact: How"), "失联情形", STATUS, ZB_FIELD_CODE, "lost_kind", NULL, 0, 5, NULL },

  { "skills", N_("Skills"), "特长", FILES, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "awards", N_("Awards"), "奖励", FILES, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, "党内奖励|其他奖励" },
  { "discipline", N_("Discipline"), "处分", FILES, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_PRIVATE, 8, NULL },
  { "archive_place", N_("Where the File Is Kept"), "党员档案所在单位", FILES, ZB_FIELD_TEXT, NULL, NULL, 0, 8, "档案存放地" },
  { "papers", N_("Papers in the File"), "档案材料", FILES, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "own_order", N_("Own Order"), "自定顺序", FILES, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, "显示排序|排序" },
  { "note", N_("Note"), "备注", FILES, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, "备注1|备注2|备注3|说明|备注说明|其他说明" },
};

/* What every step that ends or begins a membership asks for. */
#define ON(label) { "on", label, ZB_FIELD_DATE, NULL, NULL, TRUE }
#define DOCUMENT { "document", N_("Document Number"), ZB_FIELD_TEXT, NULL, NULL, FALSE }
#define REASON(required) { "reason", N_("Reason"), ZB_FIELD_TEXT, NULL, NULL, required }

static const ZbStepField apply_fields[] = { ON (N_("Application Handed In")), REASON (FALSE) };
static const ZbStepField activist_fields[] = {
  ON (N_("Decided On")), DOCUMENT, { "mentors", N_("Mentors"), ZB_FIELD_TEXT, NULL, NULL, FALSE }
};
static const ZbStepField candidate_fields[] = { ON (N_("Filed On")), DOCUMENT };
static const ZbStepField join_fields[] = {
  ON (N_("Accepted by the Branch Assembly On")), DOCUMENT,
  { "introducer1", N_("First Introducer"), ZB_FIELD_TEXT, NULL, NULL, FALSE },
  { "introducer2", N_("Second Introducer"), ZB_FIELD_TEXT, NULL, NULL, FALSE },
  { "entry_kind", N_("Way of Joining"), ZB_FIELD_CODE, "entry_kind", NULL, FALSE },
};
static const ZbStepField confirm_fields[] = {
  ON (N_("Confirmed On")), DOCUMENT,
  { "confirmation_kind", N_("Confirmation"), ZB_FIELD_CODE, "confirmation_kind", NULL, FALSE },
};
static const ZbStepField extend_fields[] = {
  ON (N_("Decided On")), { "until", N_("Extended Until"), ZB_FIELD_DATE, NULL, NULL, TRUE }, DOCUMENT, REASON (TRUE)
};
static const ZbStepField disqualify_fields[] = { ON (N_("Decided On")), DOCUMENT, REASON (TRUE) };
static const ZbStepField move_fields[] = {
  ON (N_("From")), { "to", N_("Branch"), ZB_FIELD_LINK, NULL, "organization", TRUE }, DOCUMENT, REASON (FALSE)
};
static const ZbStepField transfer_out_fields[] = {
  ON (N_("Handled On")),
  { "to_org", N_("Transferred To"), ZB_FIELD_TEXT, NULL, NULL, TRUE },
  { "letter", N_("Number of the Introduction Letter"), ZB_FIELD_TEXT, NULL, NULL, FALSE },
  { "valid_days", N_("Valid, Days"), ZB_FIELD_INTEGER, NULL, NULL, FALSE },
  { "dues_until", N_("Dues Paid Until"), ZB_FIELD_DATE, NULL, NULL, FALSE },
  REASON (FALSE)
};
static const ZbStepField receipt_fields[] = { ON (N_("Receipt Came On")), DOCUMENT };
static const ZbStepField transfer_in_fields[] = {
  ON (N_("Handled On")), { "to", N_("Branch"), ZB_FIELD_LINK, NULL, "organization", TRUE },
  { "from_org", N_("Transferred From"), ZB_FIELD_TEXT, NULL, NULL, FALSE },
  { "letter", N_("Number of the Introduction Letter"), ZB_FIELD_TEXT, NULL, NULL, FALSE },
  REASON (FALSE)
};
static const ZbStepField suspend_fields[] = { ON (N_("Decided On")), DOCUMENT, REASON (TRUE) };
static const ZbStepField restore_fields[] = {
  ON (N_("Decided On")), { "to", N_("Branch"), ZB_FIELD_LINK, NULL, "organization", TRUE }, DOCUMENT, REASON (FALSE)
};
static const ZbStepField expel_fields[] = {
  ON (N_("Decided On")), { "kind", N_("Kind"), ZB_FIELD_CODE, "expulsion", NULL, TRUE }, DOCUMENT, REASON (FALSE)
};
static const ZbStepField decease_fields[] = { ON (N_("Died On")), REASON (FALSE) };
static const ZbStepField second_fields[] = {
  ON (N_("From")), { "to", N_("Branch"), ZB_FIELD_LINK, NULL, "organization", TRUE },
  { "kind", N_("Kind"), ZB_FIELD_CODE, "second_membership", NULL, TRUE },
  { "until", N_("Until"), ZB_FIELD_DATE, NULL, NULL, FALSE }, REASON (FALSE)
};

/* Bits of ZbStep.from: the states below, in their order. */
enum {
  NOBODY = 1 << 0, APPLICANT = 1 << 1, ACTIVIST = 1 << 2, CANDIDATE = 1 << 3, PROBATIONARY = 1 << 4,
  FULL = 1 << 5, TRANSFERRED = 1 << 6, SUSPENDED = 1 << 7, EXPELLED = 1 << 8, DISQUALIFIED = 1 << 9,
  DECEASED = 1 << 10,
  HERE = NOBODY | APPLICANT | ACTIVIST | CANDIDATE | PROBATIONARY | FULL,
  IN_PARTY = PROBATIONARY | FULL
};

static const char *const member_states[] = {
  "none", "applicant", "activist", "candidate", "probationary", "full",
  "transferred", "suspended", "expelled", "disqualified", "deceased", NULL
};

#define STEP(name, label, heading, from, event, ends, begins, fields) \
  { name, label, heading, from, event, ends, begins, fields, G_N_ELEMENTS (fields) }

static const ZbStep member_steps[] = {
  STEP ("apply", N_("Record Application"), "递交入党申请书", NOBODY | APPLICANT, "applied", NULL, NULL, apply_fields),
  STEP ("name-activist", N_("Name as Activist"), "确定为入党积极分子", NOBODY | APPLICANT, "activist", NULL, NULL,
        activist_fields),
  STEP ("name-candidate", N_("Name as Development Candidate"), "确定为发展对象", ACTIVIST, "candidate", NULL, NULL,
        candidate_fields),
  STEP ("join", N_("Accept as Probationary Member"), "接收为预备党员",
        NOBODY | APPLICANT | ACTIVIST | CANDIDATE, "joined", NULL, NULL, join_fields),
  STEP ("confirm", N_("Confirm as Full Member"), "转正", PROBATIONARY, "confirmed", NULL, NULL, confirm_fields),
  STEP ("extend", N_("Extend Probation"), "延长预备期", PROBATIONARY, "extended", NULL, NULL, extend_fields),
  STEP ("disqualify", N_("Disqualify Probationer"), "取消预备党员资格", PROBATIONARY, "disqualified", "disqualified", NULL,
        disqualify_fields),
  STEP ("move", N_("Move to Another Branch"), "支部间调整", HERE, "moved", "moved", "moved", move_fields),
  STEP ("transfer-out", N_("Transfer Out"), "转出组织关系", HERE, "transferred_out", "transferred_out", NULL,
        transfer_out_fields),
  STEP ("receipt", N_("Record Receipt"), "收到回执", TRANSFERRED, "receipt", NULL, NULL, receipt_fields),
  STEP ("transfer-in", N_("Transfer In"), "转入组织关系", TRANSFERRED | NOBODY | APPLICANT | ACTIVIST | CANDIDATE | IN_PARTY,
        "transferred_in", NULL, "transferred_in", transfer_in_fields),
  STEP ("suspend", N_("Suspend Membership"), "停止党籍", IN_PARTY, "suspended", "suspended", NULL, suspend_fields),
  STEP ("restore", N_("Restore Membership"), "恢复党籍", SUSPENDED | EXPELLED | DISQUALIFIED, "restored", NULL, "restored",
        restore_fields),
  STEP ("expel", N_("Expel or Remove"), "出党", IN_PARTY | SUSPENDED, "expelled", "expelled", NULL, expel_fields),
  STEP ("decease", N_("Record Death"), "去世", HERE | SUSPENDED, "deceased", "deceased", NULL, decease_fields),
  STEP ("second", N_("Add Temporary or Functional Membership"), "编入临时（功能型）党支部", HERE, "second", NULL, "second",
        second_fields),
};

static const char *const member_columns[] = {
  "name", "sex", "ethnicity", "birth_date", "education", "joined_on", "confirmed_on", "standing",
  "category", "branch", "post", "phone", NULL
};

const ZbKind zb_kind_member = {
  .name = "member",
  .table = "person",
  .private_table = "person_private",
  .label = N_("Member"),
  .label_plural = N_("Members"),
  .heading = "党员",
  .title_field = "name",
  .fields = member_fields,
  .n_fields = G_N_ELEMENTS (member_fields),
  .states = member_states,
  .steps = member_steps,
  .n_steps = G_N_ELEMENTS (member_steps),
  .list_columns = member_columns,
};
