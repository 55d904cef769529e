/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/zb-codes.h"
#include "import-fixture.h"

/* Values as offices write them, and what a careful clerk would have entered. */

#define CASE(path, function) \
  g_test_add ("/import-values/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

#define NEVER "!"   /* the row is refused */

typedef struct {
  const char *value;
  const char *expected;   /* stored text, NULL unknown, NEVER */
  const char *rule;       /* NULL: nothing to say */
} Value;

/* All the values as one list, one row each: what is stored, and what is told of it. */
static void
assert_values (ImportFixture *fixture, const char *heading, const char *field, const Value *values, guint n)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(ZbImport) import = NULL;

  zb_db_set_today (fixture->db->db, zb_test_date ("2026-11-24"));
  g_string_append_printf (text, "序号,姓名,所在党支部,%s\n", heading);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u,甲%u,第一党支部,\"%s\"\n", i + 1, i + 1, values[i].value);
  import = import_text (fixture, text->str);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbImportFound) found = zb_import_row (import, i, &error);
      GPtrArray *problems = zb_import_problems (import);
      const char *rule = NULL;

      g_assert_no_error (error);
      for (guint p = 0; p < problems->len && rule == NULL; p++)
        if (((ZbImportProblem *) g_ptr_array_index (problems, p))->line == (gint) i
            && strcmp (((ZbImportProblem *) g_ptr_array_index (problems, p))->rule, "branch-new") != 0)
          rule = ((ZbImportProblem *) g_ptr_array_index (problems, p))->rule;
      g_test_message ("%s %s", heading, values[i].value);
      g_assert_cmpstr (rule, ==, values[i].rule);
      g_assert_cmpint (found->verdict == ZB_IMPORT_ERROR, ==, g_strcmp0 (values[i].expected, NEVER) == 0);
      if (found->verdict != ZB_IMPORT_ERROR)
        g_assert_cmpstr (zb_record_get (found->record, field), ==, values[i].expected);
    }
}

#define VALUES(heading, field, ...) \
  assert_values (fixture, heading, field, (const Value[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const Value[]) { __VA_ARGS__ })))

static void
test_dates (ImportFixture *fixture, gconstpointer data)
{
  VALUES ("出生日期", "birth_date",
    { "1985.07", "1985-07" }, { "1985.7", "1985-07" }, { "1985/7/1", "1985-07-01" }, { "1985-07", "1985-07" }, { "19850701", "1985-07-01" },
    { "198507", "1985-07" }, { "1985年7月", "1985-07" }, { "1985年7月1日", "1985-07-01" }, { "1985 年 07 月 01 日", "1985-07-01" },
    { "１９８５．０７", "1985-07" }, { "1985。07", "1985-07" }, { "1985，7", "1985-07" }, { "1985、7、1", "1985-07-01" }, { "1985.7月", "1985-07" },
    { "1985年7.1", "1985-07-01" }, { "1985年07月01号", "1985-07-01" }, { "1985.07.", "1985-07" }, { "1985年", "1985" }, { "1985.07生", "1985-07" },
    { "1985-07-01 00:00:00", "1985-07-01" }, { "1985/7/1  0:00", "1985-07-01" }, { "1985-07-01T08:30:00", "1985-07-01" },
    { "一九八五年七月十二日", "1985-07-12" }, { "一九七〇年十月", "1970-10" }, { "二〇〇〇年十二月三十一日", "2000-12-31" }, { "一九六五年二十月", NEVER, "bad-date" },
    { "85.7", "1985-07", "two-digit-year" }, { "85.07.12", "1985-07-12", "two-digit-year" }, { "85年7月", "1985-07", "two-digit-year" },
    { "05.3.1", "2005-03-01", "two-digit-year" }, { "13.3", "1913-03", "two-digit-year" }, { "7/31/85", "1985-07-31", "two-digit-year" },
    { "05/7/12", NEVER, "ambiguous-day" }, { "7/8/85", NEVER, "ambiguous-day" }, { "7/8/1985", NEVER, "ambiguous-day" },
    { "7/31/1985", "1985-07-31" }, { "31/7/1985", "1985-07-31" }, { "8/8/1985", "1985-08-08" }, { "07/1985", "1985-07" },
    { "19850700", "1985-07" }, { "1985-07-00", "1985-07" }, { "198500", "1985" }, { "31229", "1985-07-01", "date-from-serial" },
    { "19857", NEVER, "bad-date" }, { "1985.02.30", NEVER, "bad-date" }, { "1985.13", NEVER, "bad-date" }, { "1985.7.32", NEVER, "bad-date" },
    { "2027.01", NEVER, "in-future" }, { "约1985年", NEVER, "bad-date" }, { "1985.7-1986.8", NEVER, "bad-date" }, { "七月", NEVER, "bad-date" },
    { "不详", NULL }, { "—", NULL }, { "/", NULL }, { "无", NULL }, { "　", NULL });
}

static void
test_days_of_joining (ImportFixture *fixture, gconstpointer data)
{
  VALUES ("入党时间", "joined_on",
    { "23.7", "2023-07", "two-digit-year" }, { "98.7.1", "1998-07-01", "two-digit-year" }, { "26.11", "2026-11", "two-digit-year" },
    { "27.1", "1927-01", "two-digit-year" }, { "2010年7月1日上午", NEVER, "bad-date" });
}

static void
test_people (ImportFixture *fixture, gconstpointer data)
{
  VALUES ("性别", "sex", { "男", "1" }, { "女", "2" }, { " 男 ", "1" }, { "男性", "1" }, { "F", "2" }, { "m", "1" }, { "1", "1" }, { "２", "2" },
    { "男_1", "1" }, { "女士", NEVER, "unknown-code" }, { "/", NULL });
  VALUES ("是否预备党员", "category", { "是", "probationary" }, { "否", "full" }, { "√", "probationary" }, { "预备党员", "probationary" }, { "？", NEVER, "unknown-code" });
  VALUES ("是否正式党员", "category", { "是", "full" }, { "否", "probationary" });
  VALUES ("预/正", "category", { "正", "full" }, { "预", "probationary" }, { "正式", "full" }, { "预备", "probationary" }, { "中共党员", "full" },
    { "中共预备党员", "probationary" }, { "入党积极分子", "activist" }, { "发展对象", "candidate" }, { "群众", "none" }, { "正常", NULL });
  VALUES ("备注", "note", { "2021.3转入", "2021.3转入" }, { "  退休；在杭州打工　", "退休；在杭州打工" }, { "（1）甲\n（2）乙", "（1）甲\n（2）乙" },
    { "ＡＢＣ　１２３", "ＡＢＣ　１２３" }, { "无", "无" }, { "同上级谈话", "同上级谈话" });
}

static void
test_education (ImportFixture *fixture, gconstpointer data)
{
  VALUES ("学历", "education",
    { "大学", "20" }, { "本科", "20" }, { "大学本科", "20" }, { "本", "20" }, { "大本", "20" }, { "全日制大学", "20" }, { "在职本科", "20" }, { "函授本科", "20" },
    { "本科学历", "20" }, { "大学本科学历", "20" }, { "本科生", "20" }, { "大专", "30" }, { "专科", "30" }, { "自考大专", "30" }, { "大专毕业", "31" },
    { "研究生", "10" }, { "硕士研究生", "14" }, { "硕士", "14" }, { "博士", "11" }, { "中专", "41" }, { "中技", "47" }, { "技校", "47" }, { "职高", "44" },
    { "高中", "60" }, { "高中文化", "60" }, { "初中", "70" }, { "小学", "80" }, { "小学文化程度", "80" }, { "中央党校大学", "2P" }, { "省委党校研究生", "1Q" },
    { "本科/学士", "20", "part-taken" }, { "大学本科（理学学士）", "20", "part-taken" }, { "研究生、硕士", "10", "part-taken" },
    { "幼儿园", NEVER, "unknown-code" }, { "不详", NULL });
}

/* All the names of the table with and without 族, and what people write for some. */
static void
test_ethnicity (ImportFixture *fixture, gconstpointer data)
{
  const ZbCodeTable *table = zb_code_table_get ("ethnicity");
  g_autoptr(GArray) values = g_array_new (FALSE, TRUE, sizeof (Value));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 56; i++)
    {
      const char *label = table->codes[i].label;
      char *bare = g_strndup (label, strlen (label) - strlen ("族"));

      g_ptr_array_add (texts, bare);
      g_assert_true (g_str_has_suffix (label, "族"));
      g_array_append_val (values, ((Value) { label, table->codes[i].code, NULL }));
      g_array_append_val (values, ((Value) { bare, table->codes[i].code, NULL }));
    }
  assert_values (fixture, "民族", "ethnicity", (const Value *) (gpointer) values->data, values->len);
  VALUES ("民族", "ethnicity", { "维", "05" }, { "蒙", "02" }, { "哈族", "17" }, { "乌兹别克族", "43" }, { "汉 族", "01" }, { "火星", NEVER, "unknown-code" });
}

static void
test_numbers (ImportFixture *fixture, gconstpointer data)
{
  VALUES ("手机", "phone",
    { "19900000001", "19900000001" }, { "199 0000 0001", "19900000001" }, { "199-0000-0001", "19900000001" }, { "+8619900000001", "19900000001" },
    { "１９９００００００１１", "19900000011" }, { "1.99E+10", NEVER, "bad-phone" }, { "5798555001", "5798555001", "phone-lost-zero" },
    { "57985550001", "57985550001", "phone-lost-zero" }, { "0579-85550001", "0579-85550001" }, { "85550001", "85550001" }, { "4008000000", "4008000000" },
    { "199000000011", "199000000011", "phone-odd" }, { "1990000001", "1990000001", "phone-odd" }, { "663456", "663456" },
    { "19900000001/0579-85550001", "19900000001", "phones-split" }, { "19900000001、19900000002", "19900000001/19900000002", "phones-split" },
    { "199****0001", NULL, "masked-value" }, { "无", NULL });
  VALUES ("身份证", "id_number",
    { "990101198507120018", "990101198507120018" }, { "'990101198507120026", "990101198507120026" }, { "990101850712003", "990101850712003" },
    { "99010119551231004х", "99010119551231004X" }, { "９９０１０１１９９００１０１００３５", "990101199001010035" }, { "9.90101E+17", NEVER, "id-lost-digits" }, { "990101198507120000", NEVER, "id-lost-digits" },
    { "99010119850712", NEVER, "bad-id-number" }, { "990101********0018", NULL, "masked-value" }, { "同上", NEVER, "bad-id-number" });
}

typedef struct {
  const char *name;
  const char *expected;    /* name|sex|ethnicity|category|post|note */
  const char *rule;
} Beside;

/* What stands beside a name goes where it belongs; what cannot be placed goes to the notes, all of it. */
static void
test_beside_names (ImportFixture *fixture, gconstpointer data)
{
  static const Beside names[] = {
    { "张　三", "张三|—|—|—|—|—", NULL }, { "欧阳 娜娜", "欧阳娜娜|—|—|—|—|—", NULL }, { "买买提•吐尔逊", "买买提·吐尔逊|—|—|—|—|—", NULL },
    { "阿依古丽．艾山", "阿依古丽·艾山|—|—|—|—|—", NULL }, { "ＬｉＭｉｎｇ", "LiMing|—|—|—|—|—", NULL },
    { "李四（书记）", "李四|—|—|—|书记|—", "name-fact" }, { "李五(女)", "李五|2|—|—|—|—", "name-fact" }, { "李六（女，回族）", "李六|2|03|—|—|—", "name-fact" },
    { "李七（预备）", "李七|—|—|probationary|—|—", "name-fact" }, { "李八（满、组织委员）", "李八|—|11|—|组织委员|—", "name-fact" },
    { "李九（女，已退休）", "李九|2|—|—|—|女，已退休", "name-note" }, { "★王一", "王一|—|—|—|—|★", "name-note" }, { "王二★", "王二|—|—|—|—|★", "name-note" },
    { "王三（退休）", "王三|—|—|—|—|退休", "name-note" }, { "王四【副书记】", "王四|—|—|—|副书记|—", "name-fact" }, { "王五 书记", "王五|—|—|—|书记|—", "name-fact" },
    { "王六　组长", "王六|—|—|—|党小组组长|—", "name-fact" }, { "\"王七\n（女）\"", "王七|2|—|—|—|—", "name-fact" },
  };
  g_autoptr(GString) text = g_string_new ("序号,姓名,所在党支部\n");
  g_autoptr(ZbImport) import = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "%u,%s,第一党支部\n", i + 1, names[i].name);
  import = import_text (fixture, text->str);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      static const char *const fields[] = { "name", "sex", "ethnicity", "category", "post", "note" };
      g_autoptr(ZbImportFound) found = zb_import_row (import, i, NULL);
      g_autoptr(GString) read = g_string_new (NULL);

      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        {
          const char *value = zb_record_get (found->record, fields[f]);

          g_string_append_printf (read, "%s%s", f > 0 ? "|" : "", value != NULL ? value : "—");
        }
      g_assert_cmpstr (read->str, ==, names[i].expected);
      g_assert_true (names[i].rule == NULL || import_has (import, i + 2, names[i].rule));
    }
}

/* The row says it otherwise: what stands beside the name is kept in the notes. */
static void
test_beside_contradicts (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,性别,所在党支部,党内职务\n张三（女）,男,第一党支部,\n李四（书记）,男,第一党支部,组织委员\n");
  g_autofree char *note = NULL;
  g_autofree char *post = NULL;

  import_take (import);
  note = import_member (fixture, "张三", "note");
  post = import_member (fixture, "李四", "post");
  g_assert_cmpstr (note, ==, "女");
  g_assert_cmpstr (post, ==, "书记、组织委员");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("dates", test_dates);
  CASE ("days-of-joining", test_days_of_joining);
  CASE ("people", test_people);
  CASE ("education", test_education);
  CASE ("ethnicity", test_ethnicity);
  CASE ("numbers", test_numbers);
  CASE ("beside-names", test_beside_names);
  CASE ("beside-contradicts", test_beside_contradicts);
  return g_test_run ();
}
