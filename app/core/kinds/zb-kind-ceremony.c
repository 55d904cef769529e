/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define CEREMONY N_("Ceremony")
#define SWEARERS N_("Who Swears")

/* What a ceremony has beyond a meeting; day, place, chair, attendance, programme and photos are the meeting's. */
static const ZbField ceremony_fields[] = {
  { "meeting", N_("Meeting"), "会议", CEREMONY, ZB_FIELD_LINK, NULL, "meeting", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "type", N_("Type"), "仪式类型", CEREMONY, ZB_FIELD_CODE, "ceremony_type", NULL, ZB_FIELD_REQUIRED, 6, "类型" },
  { "title", N_("Title"), "仪式名称", CEREMONY, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, "名称|主题" },
  { "organiser", N_("Organised By"), "组织单位", CEREMONY, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "leader", N_("Leader of the Oath"), "领誓人", CEREMONY, ZB_FIELD_TEXT, NULL, NULL, 0, 4, NULL },
  { "leader_post", N_("Post of the Leader"), "领誓人职务", CEREMONY, ZB_FIELD_TEXT, NULL, NULL, 0, 5, NULL },
  { "representative", N_("From the Committee Above"), "上级党组织代表", CEREMONY, ZB_FIELD_TEXT, NULL, NULL, 0, 5, "上级代表" },
  { "witnesses", N_("Witnesses"), "监誓人", CEREMONY, ZB_FIELD_TEXT, NULL, NULL, 0, 6, "监誓" },
  { "text", N_("Oath"), "誓词", CEREMONY, ZB_FIELD_CODE, "oath_text", NULL, ZB_FIELD_REQUIRED, 5, NULL },
  { "own_text", N_("Own Text"), "自定誓词内容", CEREMONY, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 10, NULL },
  { "flag", N_("Party Flag Is There"), "悬挂党旗", CEREMONY, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 3, NULL },
  { "flag_size", N_("Size of the Flag"), "党旗规格", CEREMONY, ZB_FIELD_TEXT, NULL, NULL, 0, 5, NULL },
  { "team", N_("Team That Gets the Flag"), "受旗队伍", CEREMONY, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
  { "wish", N_("Good Wishes for the Card"), "寄语", CEREMONY, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 8, NULL },
  { "news", N_("News Note"), "新闻稿", CEREMONY, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 10, NULL },
};
static const char *const ceremony_columns[] = { "meeting", "type", "title", "leader", "representative", "text", NULL };

const ZbKind zb_kind_ceremony = {
  .name = "ceremony",
  .table = "ceremony",
  .label = N_("Ceremony"),
  .label_plural = N_("Ceremonies"),
  .heading = "仪式",
  .title_field = "title",
  .fields = ceremony_fields,
  .n_fields = G_N_ELEMENTS (ceremony_fields),
  .list_columns = ceremony_columns,
};

/* Who swore, in their order, with what was true on the day. */
static const ZbField ceremony_person_fields[] = {
  { "ceremony", N_("Ceremony"), "仪式", SWEARERS, ZB_FIELD_LINK, NULL, "ceremony", ZB_FIELD_REQUIRED | ZB_FIELD_PART_OF, 8, NULL },
  { "person", N_("Member"), "党员", SWEARERS, ZB_FIELD_LINK, NULL, "member", 0, 4, NULL },
  { "number", N_("Number"), "序号", SWEARERS, ZB_FIELD_INTEGER, NULL, NULL, 0, 3, NULL },
  { "role", N_("Role"), "身份", SWEARERS, ZB_FIELD_CODE, "ceremony_role", NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "name", N_("Name"), "姓名", SWEARERS, ZB_FIELD_NAME, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "sex", N_("Sex"), "性别", SWEARERS, ZB_FIELD_CODE, "sex", NULL, 0, 2.5, NULL },
  { "birth_date", N_("Date of Birth"), "出生年月", SWEARERS, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "joined_on", N_("Joined the Party"), "入党时间", SWEARERS, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "introducers", N_("Introducers"), "入党介绍人", SWEARERS, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 6, "介绍人" },
  { "branch_name", N_("Branch"), "所在党支部", SWEARERS, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
  { "note", N_("Note"), "备注", SWEARERS, ZB_FIELD_TEXT, NULL, NULL, 0, 6, NULL },
};
static const char *const ceremony_person_columns[] = { "ceremony", "number", "name", "role", "joined_on", "introducers", "branch_name", NULL };

const ZbKind zb_kind_ceremony_person = {
  .name = "ceremony_person",
  .table = "ceremony_person",
  .label = N_("Person of a Ceremony"),
  .label_plural = N_("People of Ceremonies"),
  .heading = "仪式人员",
  .title_field = "name",
  .fields = ceremony_person_fields,
  .n_fields = G_N_ELEMENTS (ceremony_person_fields),
  .list_columns = ceremony_person_columns,
};
