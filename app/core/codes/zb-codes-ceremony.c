/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/codes/zb-code-tables.h"

static const ZbCode type_codes[] = {
  { "oath", "入党宣誓", "宣誓", NULL, 1 }, { "reaffirm", "重温入党誓词", "重温誓词", NULL, 2 }, { "birthday", "政治生日", NULL, NULL, 3 },
  { "medal", "光荣在党50年纪念章颁发", "纪念章颁发", NULL, 4 }, { "flag", "突击队授旗", "授旗", NULL, 5 }, { "other", "其他仪式", "其他", NULL, 6 },
};
static const ZbCodeTable ceremony_type = ZB_CODE_TABLE ("ceremony_type", "党章第六条；党内仪式用语", type_codes);

static const ZbCode role_codes[] = {
  { "swearer", "宣誓人", "重温誓词人员", NULL, 1 }, { "honoured", "受颁人员", "过政治生日的党员", NULL, 2 }, { "team", "受旗队员", "队员", NULL, 3 },
  { "speaker", "发言代表", "代表", NULL, 4 },
};
static const ZbCodeTable ceremony_role = ZB_CODE_TABLE ("ceremony_role", "党内仪式用语", role_codes);

static const ZbCode programme_codes[] = {
  { "opening", "宣布开始", NULL, NULL, 1 }, { "names", "宣读宣誓人名单", "宣读名单", NULL, 2 },
  { "internationale", "奏（唱）《国际歌》", "奏唱《国际歌》|国际歌", NULL, 3 }, { "address", "党组织负责人致词", "致词", NULL, 4 },
  { "oath", "宣誓", NULL, NULL, 5 }, { "badge", "佩戴党徽、赠《党章》", "佩戴党徽", NULL, 6 }, { "statement", "新党员代表表态", "表态", NULL, 7 },
  { "speech", "代表发言", "发言", NULL, 8 }, { "remarks", "党组织负责人讲话", "讲话", NULL, 9 }, { "handover", "授旗（颁章）", "授旗|颁章", NULL, 10 },
  { "anthem", "奏（唱）国歌", "奏唱国歌|国歌", NULL, 11 }, { "photo", "合影", NULL, NULL, 12 }, { "closing", "宣布结束", NULL, NULL, 13 },
  { "other", "其他议程", "其他", NULL, 14 },
};
static const ZbCodeTable programme_kind = ZB_CODE_TABLE ("programme_kind", "入党宣誓仪式议程用语", programme_codes);

static const ZbCode text_codes[] = {
  { "constitution", "入党誓词（党章）", "入党誓词", NULL, 1 }, { "own", "自定誓词", NULL, NULL, 2 }, { "none", "不宣誓", NULL, NULL, 3 },
};
static const ZbCodeTable oath_text = ZB_CODE_TABLE ("oath_text", "党章第六条", text_codes);

const ZbCodeTable *const zb_code_tables_ceremony[] = { &ceremony_type, &ceremony_role, &programme_kind, &oath_text, NULL };
