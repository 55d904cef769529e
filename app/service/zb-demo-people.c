/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-demo-people.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-id-number.h"

/* Frequent surnames come more often; some that are read or ordered in a special way are among them. */
static const char *const surnames[] = {
  "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "王", "李", "张", "刘", "陈", "徐", "孙", "马", "朱",
  "胡", "郭", "何", "林", "罗", "高", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "萧",
  "田", "董", "潘", "袁", "蔡", "蒋", "余", "于", "杜", "叶", "程", "魏", "苏", "吕", "丁", "任", "卢", "姚", "沈",
  "钟", "姜", "崔", "谭", "陆", "汪", "范", "廖", "石", "金", "韦", "贾", "夏", "付", "方", "邹", "熊", "白", "孟",
  "秦", "邱", "侯", "江", "尹", "薛", "闫", "段", "雷", "龙", "黎", "史", "陶", "贺", "毛", "郝", "顾", "龚", "邵",
  "万", "覃", "武", "钱", "戴", "严", "莫", "孔", "向", "常", "骆", "楼", "鲍", "俞", "施", "傅", "童", "古", "左",
  "厉", "文", "单", "解", "仇", "区", "查", "乐", "盖", "欧阳", "尉迟", "万俟", "上官", "司马", "诸葛", "欧", "洪",
};
static const char men[] = "伟强磊军勇杰涛明超刚平辉健林峰波斌宇浩然志建国文华光荣海洋龙飞鹏程东山成德胜利永恒立春庆祥瑞安康泰远航";
static const char women[] = "芳娜敏静丽艳娟霞秀英华慧巧美淑惠珠翠雅芝玉萍红玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞佳嘉琼";
static const char both[] = "一小晓子云文思雨欣怡宁安雪清新乐天然月阳晨明亦可若如心念初";

static const char *const places[] = {
  "浙江云溪", "浙江青岩", "江苏白渡", "安徽石桥", "江西松阳", "福建南屿", "湖南沙洲", "湖北枫岭", "山东柳泉", "河南槐店",
};
static const char *const units[] = { "综合办公室", "党群工作部", "计划财务部", "投资发展部", "工程建设部", "安全质量部",
  "资产经营部", "物业服务公司", "市政公司", "商贸公司", "审计法务部", "信息中心" };
static const char *const duties[] = { "职员", "主管", "专员", "工程师", "会计", "项目经理", "副经理", "经理" };
static const char *const majors[] = { "土木工程", "会计学", "法学", "汉语言文学", "工商管理", "计算机科学与技术",
  "给排水工程", "金融学" };

#define PICK(rand, list) ((list)[g_rand_int_range ((rand), 0, (gint32) G_N_ELEMENTS (list))])

static void
append_character (GString *name, GRand *rand, const char *characters)
{
  const char *p = g_utf8_offset_to_pointer (characters,
                                            g_rand_int_range (rand, 0, (gint32) g_utf8_strlen (characters, -1)));

  g_string_append_unichar (name, g_utf8_get_char (p));
}

char *
zb_demo_name (GRand *rand, gboolean woman)
{
  GString *name = g_string_new (PICK (rand, surnames));

  if (g_rand_int_range (rand, 0, 100) < 75)
    append_character (name, rand, g_rand_boolean (rand) ? both : woman ? women : men);
  append_character (name, rand, woman ? women : men);
  return g_string_free (name, FALSE);
}

static void
set_date (ZbRecord *record, const char *field, ZbDate date)
{
  g_autofree char *text = zb_date_to_text (date);

  zb_record_set (record, field, text);
}

/* 6 digits of an area that is not in use (99 is no province), the birth date, 3 digits by serial and sex, the check digit. */
static void
set_id_number (ZbRecord *record, ZbDate birth, gboolean woman, guint serial)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  guint sequence = (serial / 9900 % 499) * 2 + (woman ? 2 : 1);
  g_autofree char *digits = g_strdup_printf ("99%04u%04d%02d%02d%03u", serial % 9900 + 100, birth.year, birth.month,
                                             birth.day, sequence);
  g_autofree char *number = NULL;
  int sum = 0;

  for (int i = 0; i < 17; i++)
    sum += (digits[i] - '0') * weights[i];
  number = g_strdup_printf ("%s%c", digits, "10X98765432"[sum % 11]);
  zb_record_set (record, "id_number", number);
}

static void
invent_contact (ZbRecord *record, GRand *rand, guint serial)
{
  g_autofree char *phone = g_strdup_printf ("1990000%04u", serial % 10000);
  g_autofree char *address = g_strdup_printf ("云溪市青石街道和平路%d号%d幢%d室", g_rand_int_range (rand, 1, 300),
                                              g_rand_int_range (rand, 1, 30), g_rand_int_range (rand, 101, 1802));

  zb_record_set (record, "phone", phone);
  zb_record_set (record, "address", address);
}

static void
invent_education (ZbRecord *record, GRand *rand, int age)
{
  static const char *const levels[] = { "研究生", "大学本科", "大学本科", "大学本科", "大学专科", "大学专科", "高中", "初中" };
  int level = g_rand_int_range (rand, age > 60 ? 3 : 0, age > 50 ? 8 : 6);
  const ZbCode *education = zb_code_read (zb_code_table_get ("education"), levels[level], NULL);
  const ZbCode *degree = zb_code_read (zb_code_table_get ("degree"), level == 0 ? "硕士" : "学士", NULL);

  if (education != NULL)
    zb_record_set (record, "education", education->code);
  if (level < 4 && degree != NULL)
    zb_record_set (record, "degree", degree->code);
  if (level < 6)
    {
      zb_record_set (record, "school", "云溪大学");
      zb_record_set (record, "major", PICK (rand, majors));
    }
}

static void
invent_work (ZbRecord *record, GRand *rand, int age)
{
  g_autofree char *unit = g_strdup_printf ("%s%s", PICK (rand, units), PICK (rand, duties));
  const ZbCode *job = zb_code_read (zb_code_table_get ("job"), "退休人员", NULL);

  zb_record_set (record, "work_unit", unit);
  if (age > 60 && job != NULL)
    {
      zb_record_set (record, "job", job->code);
      zb_record_set (record, "work_unit", "退休");
    }
}

/* The way into the Party, backwards from a day that fits the category. Old members know only the month. */
static void
invent_standing (ZbRecord *record, GRand *rand, const ZbDemoPerson *person, ZbDate birth, ZbDate *out_applied)
{
  int age = zb_date_years_between (birth, person->today);
  ZbDate joined = ZB_DATE_NONE, confirmed = ZB_DATE_NONE, candidate = ZB_DATE_NONE, activist, applied;

  if (person->category == ZB_CATEGORY_FULL)
    {
      int at = g_rand_int_range (rand, 22, MAX (MIN (age - 2, 46), 23));

      /* Up to a year later joined, another year later confirmed: that must lie behind. */
      at = MIN (at, age - 2);
      joined = zb_date_add_months (birth, at * 12 + g_rand_int_range (rand, 0, 11));
      joined.day = (guint8) g_rand_int_range (rand, 1, 29);
      confirmed = zb_date_add_months (joined, 12);
    }
  else if (person->category == ZB_CATEGORY_PROBATIONARY)
    joined = zb_date_add_days (person->today, -g_rand_int_range (rand, 20, 360));
  candidate = joined.year != 0 ? zb_date_add_months (joined, -g_rand_int_range (rand, 3, 9))
                               : zb_date_add_days (person->today, -g_rand_int_range (rand, 10, 200));
  activist = person->category == ZB_CATEGORY_ACTIVIST ? zb_date_add_days (person->today, -g_rand_int_range (rand, 30, 500))
                                                      : zb_date_add_months (candidate, -g_rand_int_range (rand, 12, 20));
  applied = person->category == ZB_CATEGORY_APPLICANT ? zb_date_add_days (person->today, -g_rand_int_range (rand, 5, 300))
                                                      : zb_date_add_months (activist, -g_rand_int_range (rand, 3, 7));
  if (joined.year != 0 && joined.year < 1995)
    {
      joined.day = 0;
      confirmed.day = 0;
    }
  set_date (record, "applied_on", joined.year != 0 && joined.year < 1995 ? ZB_DATE_NONE : applied);
  if (person->category >= ZB_CATEGORY_ACTIVIST && (joined.year == 0 || joined.year >= 1995))
    set_date (record, "activist_on", activist);
  if (person->category >= ZB_CATEGORY_CANDIDATE && (joined.year == 0 || joined.year >= 1995))
    set_date (record, "candidate_on", candidate);
  set_date (record, "joined_on", joined);
  set_date (record, "confirmed_on", confirmed);
  zb_record_set (record, "category", zb_category_code (person->category));
  *out_applied = applied;
}

ZbRecord *
zb_demo_invent (GRand *rand, const ZbDemoPerson *person, guint serial)
{
  ZbRecord *record = zb_record_new (&zb_kind_member);
  gboolean woman = g_rand_int_range (rand, 0, 100) < 33;
  g_autofree char *name = zb_demo_name (rand, woman);
  int age = g_rand_int_range (rand, person->min_age, person->max_age + 1);
  ZbDate birth = { (gint16) (person->today.year - age), (guint8) g_rand_int_range (rand, 1, 13),
                   (guint8) g_rand_int_range (rand, 1, 29) };
  const ZbCodeTable *ethnicities = zb_code_table_get ("ethnicity");
  gboolean minority = g_rand_int_range (rand, 0, 100) < 8;
  ZbDate applied;
  int worked_at;

  record->has_private = TRUE;
  zb_record_set (record, "name", name);
  zb_record_set (record, "sex", woman ? "2" : "1");
  zb_record_set (record, "ethnicity",
                 minority ? ethnicities->codes[g_rand_int_range (rand, 1, 20)].code : ethnicities->codes[0].code);
  zb_record_set (record, "native_place", PICK (rand, places));
  set_date (record, "birth_date", birth);
  set_id_number (record, birth, woman, serial);
  invent_contact (record, rand, serial);
  age = zb_date_years_between (birth, person->today);
  invent_education (record, rand, age);
  invent_work (record, rand, age);
  invent_standing (record, rand, person, birth, &applied);
  worked_at = g_rand_int_range (rand, 18, 24);
  set_date (record, "work_started_on", zb_date_add_months (birth, 12 * MIN (worked_at, age)));
  if (person->category >= ZB_CATEGORY_PROBATIONARY)
    {
      g_autofree char *first = zb_demo_name (rand, FALSE);
      g_autofree char *second = zb_demo_name (rand, TRUE);

      zb_record_set (record, "introducer1", first);
      zb_record_set (record, "introducer2", second);
    }
  return record;
}
