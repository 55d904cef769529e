/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/codes/zb-code-tables.h"

static const ZbCode sex_codes[] = {
  { "1", "男", "男性|M|male|1男|男_1", NULL, 1 },
  { "2", "女", "女性|F|female|2女|女_2", NULL, 2 },
  { "0", "未知的性别", "未知", NULL, 3 },
  { "9", "未说明的性别", "未说明", NULL, 4 },
};
static const ZbCodeTable sex = ZB_CODE_TABLE ("sex", "GB/T 2261.1", sex_codes);

/* Numbers and names of GB/T 3304; the words are the short forms and misspellings that rosters have. */
static const ZbCode ethnicity_codes[] = {
  { "01", "汉族", "汉|HA", NULL, 1 }, { "02", "蒙古族", "蒙古|蒙|蒙族|MG", NULL, 2 }, { "03", "回族", "回|HU", NULL, 3 },
  { "04", "藏族", "藏|ZA", NULL, 4 }, { "05", "维吾尔族", "维吾尔|维|维族|UG", NULL, 5 }, { "06", "苗族", "苗|MH", NULL, 6 },
  { "07", "彝族", "彝|YI", NULL, 7 }, { "08", "壮族", "壮|ZH", NULL, 8 }, { "09", "布依族", "布依|BY", NULL, 9 },
  { "10", "朝鲜族", "朝鲜|鲜族|CS", NULL, 10 }, { "11", "满族", "满|MA", NULL, 11 }, { "12", "侗族", "侗|DO", NULL, 12 },
  { "13", "瑶族", "瑶|YA", NULL, 13 }, { "14", "白族", "白|BA", NULL, 14 }, { "15", "土家族", "土家|TJ", NULL, 15 },
  { "16", "哈尼族", "哈尼|HN", NULL, 16 }, { "17", "哈萨克族", "哈萨克|哈族|KZ", NULL, 17 }, { "18", "傣族", "傣|DA", NULL, 18 },
  { "19", "黎族", "黎|LI", NULL, 19 }, { "20", "傈僳族", "傈僳|LS", NULL, 20 }, { "21", "佤族", "佤|VA", NULL, 21 },
  { "22", "畲族", "畲|SH", NULL, 22 }, { "23", "高山族", "高山|GS", NULL, 23 }, { "24", "拉祜族", "拉祜|LH", NULL, 24 },
  { "25", "水族", "水|SU", NULL, 25 }, { "26", "东乡族", "东乡|DX", NULL, 26 }, { "27", "纳西族", "纳西|NX", NULL, 27 },
  { "28", "景颇族", "景颇|JP", NULL, 28 }, { "29", "柯尔克孜族", "柯尔克孜|柯族|KG", NULL, 29 }, { "30", "土族", "土|TU", NULL, 30 },
  { "31", "达斡尔族", "达斡尔|DU", NULL, 31 }, { "32", "仫佬族", "仫佬|ML", NULL, 32 }, { "33", "羌族", "羌|QI", NULL, 33 },
  { "34", "布朗族", "布朗|BL", NULL, 34 }, { "35", "撒拉族", "撒拉|SL", NULL, 35 }, { "36", "毛南族", "毛南|MN", NULL, 36 },
  { "37", "仡佬族", "仡佬|GL", NULL, 37 }, { "38", "锡伯族", "锡伯|XB", NULL, 38 }, { "39", "阿昌族", "阿昌|AC", NULL, 39 },
  { "40", "普米族", "普米|PM", NULL, 40 }, { "41", "塔吉克族", "塔吉克|塔族|TA", NULL, 41 }, { "42", "怒族", "怒|NU", NULL, 42 },
  { "43", "乌孜别克族", "乌孜别克|乌兹别克族|乌兹别克|UZ", NULL, 43 }, { "44", "俄罗斯族", "俄罗斯|RS", NULL, 44 },
  { "45", "鄂温克族", "鄂温克|EW", NULL, 45 }, { "46", "德昂族", "德昂|DE", NULL, 46 }, { "47", "保安族", "保安|BN", NULL, 47 },
  { "48", "裕固族", "裕固|YG", NULL, 48 }, { "49", "京族", "京|GI", NULL, 49 }, { "50", "塔塔尔族", "塔塔尔|TT", NULL, 50 },
  { "51", "独龙族", "独龙|DR", NULL, 51 }, { "52", "鄂伦春族", "鄂伦春|OR", NULL, 52 }, { "53", "赫哲族", "赫哲|HZ", NULL, 53 },
  { "54", "门巴族", "门巴|MB", NULL, 54 }, { "55", "珞巴族", "珞巴|LB", NULL, 55 }, { "56", "基诺族", "基诺|JN", NULL, 56 },
  { "97", "其他", "其他族|其它|未识别民族|未识别", NULL, 97 }, { "98", "外国血统中国籍人士", "外国血统中国籍|外国血统|入籍", NULL, 98 },
};
static const ZbCodeTable ethnicity = ZB_CODE_TABLE ("ethnicity", "GB/T 3304", ethnicity_codes);

static const ZbCode band_codes[] = {
  { "postgraduate", "研究生", NULL, NULL, 60 }, { "bachelor", "大学本科", NULL, NULL, 50 },
  { "college", "大学专科", NULL, NULL, 40 },    { "secondary", "中专", NULL, NULL, 30 },
  { "high", "高中、中技", NULL, NULL, 20 },     { "junior", "初中及以下", NULL, NULL, 10 },
};
static const ZbCodeTable education_band = ZB_CODE_TABLE ("education_band", "党内统计学历档次", band_codes);

/* Two digits are GB/T 4658-2006; P, Q and R stand for what only the Party's forms name. Entries of one
 * level have one rank: 本科以上 takes in every kind of 本科. The first of a level is the plain word. */
static const ZbCode education_codes[] = {
  { "11", "博士研究生", "博士|博士研究生毕业|博士毕业|研究生（博士）|博士学历", "postgraduate", 62 },
  { "12", "博士研究生结业", "博士结业", "postgraduate", 62 },
  { "13", "博士研究生肄业", "博士肄业", "postgraduate", 62 },
  { "10", "研究生", "研究生教育|研究生学历|研究生毕业", "postgraduate", 60 },
  { "14", "硕士研究生", "硕士|硕士研究生毕业|硕士毕业|研究生（硕士）|硕士学历", "postgraduate", 60 },
  { "15", "硕士研究生结业", "硕士结业", "postgraduate", 60 },
  { "16", "硕士研究生肄业", "硕士肄业", "postgraduate", 60 },
  { "17", "硕士生班", "研究生班|研究生班毕业", "postgraduate", 60 },
  { "18", "研究生班结业", NULL, "postgraduate", 60 },
  { "19", "研究生班肄业", NULL, "postgraduate", 60 },
  { "1P", "中央党校研究生", NULL, "postgraduate", 60 },
  { "1Q", "省（区、市）委党校研究生", "省委党校研究生|省党校研究生|市委党校研究生|党校研究生", "postgraduate", 60 },
  { "20", "大学本科", "本科|大学|大本|本|大学本科教育|本科学历|大学（本科）|全日制本科", "bachelor", 50 },
  { "21", "大学本科毕业", "本科毕业|大学毕业", "bachelor", 50 },
  { "22", "大学本科结业", "本科结业", "bachelor", 50 },
  { "23", "大学本科肄业", "本科肄业|大学肄业", "bachelor", 50 },
  { "28", "大学普通班", "大学普通班毕业|大普", "bachelor", 50 },
  { "2P", "中央党校大学", "中央党校本科|中央党校大学本科", "bachelor", 50 },
  { "2Q", "省（区、市）委党校大学", "省委党校大学|省委党校本科|省党校本科|市委党校本科|党校本科|党校大学", "bachelor", 50 },
  { "2R", "第二学士学位班", "第二学士学位|双学士班", "bachelor", 50 },
  { "30", "大学专科", "大专|专科|大学专科教育|大专学历|专|大学（专科）|高职|全日制大专", "college", 40 },
  { "31", "大学专科毕业", "大专毕业|专科毕业", "college", 40 },
  { "32", "大学专科结业", "大专结业|专科结业", "college", 40 },
  { "33", "大学专科肄业", "大专肄业|专科肄业", "college", 40 },
  { "3P", "中央党校大专", "中央党校专科", "college", 40 },
  { "3Q", "省（区、市）委党校大专", "省委党校大专|省党校大专|市委党校大专|党校大专|党校专科", "college", 40 },
  { "40", "中等职业教育", "中职", "secondary", 30 },
  { "41", "中等专科", "中专|中等专业学校|中专毕业|中等专科毕业|中师", "secondary", 30 },
  { "42", "中等专科结业", "中专结业", "secondary", 30 },
  { "43", "中等专科肄业", "中专肄业", "secondary", 30 },
  { "44", "职业高中", "职高|职业高中毕业", "high", 20 },
  { "45", "职业高中结业", NULL, "high", 20 },
  { "46", "职业高中肄业", NULL, "high", 20 },
  { "47", "技工学校", "技校|中技|技工学校毕业|技工|技校毕业", "high", 20 },
  { "48", "技工学校结业", NULL, "high", 20 },
  { "49", "技工学校肄业", NULL, "high", 20 },
  { "60", "普通高中", "高中|普高|高中学历|高级中学", "high", 20 },
  { "61", "普通高中毕业", "高中毕业", "high", 20 },
  { "62", "普通高中结业", "高中结业", "high", 20 },
  { "63", "普通高中肄业", "高中肄业", "high", 20 },
  { "70", "初中", "初级中学|初中学历", "junior", 12 },
  { "71", "初中毕业", NULL, "junior", 12 },
  { "73", "初中肄业", NULL, "junior", 12 },
  { "80", "小学", "小学学历|高小|完小|初小|小学文化", "junior", 11 },
  { "81", "小学毕业", NULL, "junior", 11 },
  { "83", "小学肄业", NULL, "junior", 11 },
  { "90", "其他", "其它|文盲|半文盲", "junior", 10 },
};
static const ZbCodeTable education = ZB_CODE_TABLE ("education", "GB/T 4658-2006；党员登记用语（P、Q、R）", education_codes);

/* 管理学硕士 says discipline and level; the level is kept, the discipline stands in the field for the major. */
#define DISCIPLINES(level)                                                                                             \
  "哲学" level "|经济学" level "|法学" level "|教育学" level "|文学" level "|历史学" level "|理学" level "|工学" level \
  "|农学" level "|医学" level "|军事学" level "|管理学" level "|艺术学" level "|" level "学位"

static const ZbCode degree_codes[] = {
  { "1", "名誉博士", "名誉博士学位", NULL, 50 },
  { "2", "博士", DISCIPLINES ("博士") "|工程博士|教育博士|双博士", NULL, 40 },
  { "3", "硕士",
    DISCIPLINES ("硕士") "|双硕士|工程硕士|教育硕士|法律硕士|会计硕士|金融硕士|工商管理硕士|公共管理硕士|工程管理硕士|MBA|MPA|EMBA|MEM",
    NULL, 30 },
  { "4", "学士", DISCIPLINES ("学士") "|双学士", NULL, 20 },
  { "0", "无", "无学位|没有", NULL, 10 },
};
static const ZbCodeTable degree = ZB_CODE_TABLE ("degree", "GB/T 6864 的层级；党员登记用语", degree_codes);

static const ZbCode marital_codes[] = {
  { "10", "未婚", NULL, NULL, 1 }, { "20", "已婚", "初婚|再婚|复婚", NULL, 2 }, { "30", "丧偶", NULL, NULL, 3 },
  { "40", "离婚", "离异", NULL, 4 }, { "90", "未说明的婚姻状况", "未说明", NULL, 5 },
};
static const ZbCodeTable marital = ZB_CODE_TABLE ("marital", "GB/T 2261.2（待核）", marital_codes);

const ZbCodeTable *const zb_code_tables_person[] = { &sex, &ethnicity, &education_band, &education, &degree, &marital, NULL };
