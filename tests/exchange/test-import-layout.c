/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "import-fixture.h"

/* Where tables stand in a file, what their headings mean together, and what rows take from above them. */

#define CASE(path, function) \
  g_test_add ("/import-layout/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

/* Every record in full: name and the fields, | between, one a line; — for what is not known. */
static void
assert_members (ImportFixture *fixture, const char *const *fields, const char *expected)
{
  g_auto(GStrv) lines = g_strsplit (expected, "\n", -1);
  g_autoptr(GString) found = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      g_autofree char *name = g_strndup (lines[i], strcspn (lines[i], "|"));

      g_string_append (found, name);
      for (guint f = 0; fields[f] != NULL; f++)
        {
          g_autofree char *value = import_member (fixture, name, fields[f]);

          g_string_append_printf (found, "|%s", value != NULL ? value : "—");
        }
      g_string_append_c (found, '\n');
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, n);
}

static const char *const places[] = { "branch", "group", NULL };

/* The headings of a written table stand on three lines; blanks where cells are merged. */
#define STEPPED_HEAD \
  "某公司党员花名册,,,,,,,,,,\n填报单位：某公司,,,,,,,截至 2026 年 11 月,,,\n" \
  "序号,姓　名,出生,入党,,学历学位,,,,家庭住址,备注\n" \
  ",,年月,时间,介绍人,全日制教育,,在职教育,,,\n" \
  ",,,,,学历,毕业院校系及专业,学历,毕业院校系及专业,,\n"

static const char *const stepped_fields[] = {
  "birth_date", "joined_on", "introducer1", "full_time_education", "full_time_school", "in_service_education", "in_service_school", "address",
  "education", "note", NULL
};

static void
test_headings_on_three_lines (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    STEPPED_HEAD "1,张三,1985.07,2010.07,王甲,大专,云溪学院会计,本科,省委党校管理,和平路1号,好\n2,李四,1990.12,2015.06,,本科,云溪大学,,,,\n");
  g_autofree char *rules = import_rules (import);

  g_test_message ("%s", rules);
  import_expect (import, 2, 0, 0, 0, 0);
  g_assert_cmpstr (zb_import_column (import, 6)->heading, ==, "学历学位/全日制教育/毕业院校系及专业");
  import_take (import);
  assert_members (fixture, stepped_fields,
    "张三|1985-07|2010-07|王甲|30|云溪学院会计|20|省委党校管理|和平路1号|—|好\n李四|1990-12|2015-06|—|20|云溪大学|—|—|—|—|—\n");
}

/* The same with merged cells, and the groups of the headings in the first line. */
static void
test_headings_merged (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = import_sheets (fixture, "stepped.xlsx");
  g_autoptr(ZbImport) import = import_open (fixture, path);
  g_autofree char *rules = import_rules (import);

  import_expect (import, 3, 0, 0, 2, 0);
  g_assert_cmpstr (rules, ==, "0 - branch-from-title\n8 学历 two-educations\n9 - row-joined\n10 - row-total\n");
  import_take (import);
  assert_members (fixture, (const char *const[]) { "sex", "birth_date", "joined_on", "confirmed_on", "education", "phone", "work_unit", "branch", NULL },
    "张三|1|1985-07|2010-07-01|2011-07-01|20|19900000001|第一车间|云溪厂第一党支部\n"
    "李四|2|1990-12|2015-06-01|2016-06-01|30|19900000002|第一车间|云溪厂第一党支部\n"
    "王五|1|1971|1995|1996|3Q|19900000003|第二车间|云溪厂第一党支部\n");
}

/* Which field each heading means, however it is typed; none for those that only sound alike. */
static void
test_headings_as_typed (ImportFixture *fixture, gconstpointer data)
{
  static const struct { const char *heading, *field; } headings[] = {
    { "姓 名", "name" }, { "姓　　名", "name" }, { "*姓名", "name" }, { "姓名*（必填）", "name" }, { "【必填】姓名", "name" }, { "姓名必填", "name" },
    { "（必填）姓名", "name" }, { "\"姓\n名\"", "name" }, { "1.姓名", "name" }, { "党员姓名", "name" },
    { "出生年月日", "birth_date" }, { "生日", "birth_date" }, { "出生日期（如1985.07）", "birth_date" }, { "\"出生\n年月\"", "birth_date" },
    { "身份证", "id_number" }, { "身份证号码[18位]", "id_number" }, { "公民身份号码", "id_number" }, { "身分证号码", "id_number" },
    { "入党日期", "joined_on" }, { "加入党组织日期", "joined_on" }, { "加入中国共产党时间", "joined_on" },
    { "转为正式党员日期", "confirmed_on" }, { "转正时间（年月日）", "confirmed_on" },
    { "手机", "phone" }, { "联系方式", "phone" }, { "联系电话（手机/固话）", "phone" }, { "手机号码★", "phone" },
    { "文化程度", "education" }, { "学历（最高）", "education" }, { "是否农民工 ", "migrant_worker" }, { "党内职务（没有可不填）", "post" },
    { "所在党支部名称", "branch" }, { "预/正", "category" }, { "是否预备党员", "category" }, { "党籍状态（正式党员或预备党员）", "category" },
    { "民　族", "ethnicity" }, { "现居住地", "address" }, { "QQ号", NULL }, { "配偶姓名", NULL }, { "家庭成员", NULL }, { "介绍人电话", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      gboolean is_name = g_strcmp0 (headings[i].field, "name") == 0;
      g_autofree char *text = g_strdup_printf ("%s,%s\n张三,男\n", is_name ? "性别" : "姓名", headings[i].heading);
      g_autoptr(ZbImport) import = import_text (fixture, text);
      const ZbField *field = zb_import_column (import, 1)->field;

      g_test_message ("%s", headings[i].heading);
      g_assert_cmpstr (field != NULL ? field->name : NULL, ==, headings[i].field);
    }
}

/* 姓名 below 配偶 is nobody in the list. */
static void
test_headings_of_others (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture, "序号,姓名,配偶,,党内情况,\n,,姓名,电话,入党时间,党内职务\n1,张三,王某,19900000009,2010.07,书记\n");
  g_autofree char *rules = import_rules (import);

  g_assert_cmpstr (rules, ==, "0 配偶/姓名 unknown-column\n0 配偶/电话 unknown-column\n0 - branch-missing\n0 人员类别 category-missing\n3 党内情况/党内职务 post-without-branch\n");
  import_take (import);
  assert_members (fixture, (const char *const[]) { "joined_on", "phone", NULL }, "张三|2010-07|—\n");
}

/* What stands above a template’s headings, below them, and its example. */
static void
test_template (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "填写说明,,,,\n1.姓名、性别必填；日期写成 1985.07.01,,,,\n2.身份证号码填 18 位,,,,\n\n云溪厂第二党支部党员信息采集表,,,,\n"
    "序号,姓名,性别,出生日期,备注\n,必填,必填,选填,选填\n1,2,3,4,5\n示例,张三,男,1985.07.01,\n例,李某,女,1985.07,\n1,示例,男,,\n,XXX,男,1990.01,\n"
    "1,张三,男,1985.07,样例四字是备注\n2,李四,女,1990.12,\n\n填表人：王五,,审核人：,,\n第 1 页 共 1 页,,,,\n党支部书记（签字）：,,,,2026年11月1日\n"
    "注：本表一式两份,,,,\n");
  g_autofree char *rules = import_rules (import);

  g_test_message ("%s", rules);
  import_expect (import, 1, 0, 0, 11, 0);
  g_assert_cmpstr (rules, ==,
    "7 - row-template\n8 - row-template\n9 - row-sample\n10 - row-sample\n11 - row-sample\n12 - row-sample\n13 - row-sample\n0 - branch-from-title\n"
    "16 - row-footer\n17 - row-footer\n18 - row-footer\n19 - row-footer\n");
  import_take (import);
  assert_members (fixture, places, "李四|云溪厂第二党支部|—\n");
}

static void
test_unit_of_the_list (ImportFixture *fixture, gconstpointer data)
{
  static const struct { const char *line, *branch; } lines[] = {
    { "填报单位：云溪厂第一党支部（盖章）", "云溪厂第一党支部" }, { "填报单位：,云溪厂第一党支部", "云溪厂第一党支部" },
    { "党支部名称：机关第二支部委员会,截至2026年11月", "机关第二支部委员会" }, { "2026年度云溪厂第一党支部党员花名册", "云溪厂第一党支部" },
    { "中共云溪厂第三支部委员会党员名册（2026年）", "中共云溪厂第三支部委员会" }, { "填报单位：云溪厂", NULL }, { "党支部党员花名册", NULL },
    { "各党支部党员名册", NULL }, { "关于支部换届的说明", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n姓名,性别\n甲%c,男\n", lines[i].line, 'A' + (int) i);
      g_autofree char *name = g_strdup_printf ("甲%c", 'A' + (int) i);
      g_autoptr(ZbImport) import = import_text (fixture, text);
      g_autofree char *branch = NULL;

      g_test_message ("%s", lines[i].line);
      g_assert_true (import_has (import, 0, lines[i].branch != NULL ? "branch-from-title" : "branch-missing"));
      import_take (import);
      branch = import_member (fixture, name, "branch");
      g_assert_cmpstr (branch, ==, lines[i].branch);
    }
}

/* A title names the branch with its unit before it; the registry has it without. */
static void
test_unit_that_is_there (ImportFixture *fixture, gconstpointer data)
{
  gint64 above = zb_test_organization (fixture->db->db, "committee", "云溪厂党委", 0);
  g_autoptr(ZbImport) import = NULL;

  zb_test_organization (fixture->db->db, "branch", "第一党支部", above);
  zb_test_organization (fixture->db->db, "branch", "第十一党支部", above);
  import = import_text (fixture, "中共云溪厂第一支部委员会党员花名册\n姓名,性别\n张三,男\n");
  g_assert_cmpuint (zb_import_counts (import)->new_organizations, ==, 0);
  import_take (import);
  import = (zb_import_free (import), import_text (fixture, "云溪厂第十一党支部党员花名册\n姓名,性别\n李四,男\n"));
  import_take (import);
  import = (zb_import_free (import), import_text (fixture, "云溪厂第二十一党支部党员花名册\n姓名,性别\n王五,男\n"));
  g_assert_cmpuint (zb_import_counts (import)->new_organizations, ==, 1);
  import_take (import);
  assert_members (fixture, places, "张三|第一党支部|—\n李四|第十一党支部|—\n王五|云溪厂第二十一党支部|—\n");
}

/* Rows that are said of those below them, with numbers before and counts behind. */
static void
test_sections (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "云溪厂党委党员花名册,,\n序号,姓名,性别\n一、第一党支部,,\n第一党小组,,\n1,张三,男\n2,李四,女\n第二党小组（1 人）,,\n3,王五,男\n小计,,3人\n"
    "（二）第二党支部（2 人）：,,\n4,赵六,女\n,,\n5,钱七,男\n三、第三党支部党员名单,,1人\n二、预备党员,,\n6,孙八,男\n合计,,6人\n");
  g_autofree char *rules = import_rules (import);

  import_expect (import, 6, 0, 0, 8, 0);
  g_assert_cmpstr (rules, ==, "3 - row-section\n4 - row-section\n7 - row-section\n9 - row-total\n10 - row-section\n14 - row-section\n15 - row-section\n"
                              "17 - row-total\n");
  import_take (import);
  assert_members (fixture, (const char *const[]) { "branch", "group", "category", NULL },
    "张三|第一党支部|第一党小组|none\n李四|第一党支部|第一党小组|none\n王五|第一党支部|第二党小组|none\n赵六|第二党支部|—|none\n"
    "钱七|第二党支部|—|none\n"
    "孙八|第三党支部|—|probationary\n");
}

/* The branch once for all who are in it; signs for “as above”. */
static void
test_ditto (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "所在党支部,姓名,民族,学历,联系电话\n第一党支部,张三,汉,本科,19900000001\n〃,李四,\"\"\"\",同上,19900000002\n同上,王五,″,〃,\n第二党支部,赵六,回,大专,\n,钱七,〃,,\n,孙八,,,\n");
  g_autofree char *rules = import_rules (import);
  g_autoptr(ZbImport) named = NULL;

  /* Four rows have a branch and two have none: those two may be in none. */
  g_assert_cmpstr (rules, ==, "6 所在党支部 branch-missing\n7 所在党支部 branch-missing\n");
  import_take (import);
  assert_members (fixture, (const char *const[]) { "branch", "ethnicity", "education", NULL },
    "张三|第一党支部|01|20\n李四|第一党支部|01|20\n王五|第一党支部|01|20\n赵六|第二党支部|03|30\n钱七|—|03|—\n孙八|—|—|—\n");
  named = import_text (fixture, "姓名,性别,身份证号\n周一,男,990101198507120018\n吴二,男,〃\n〃,女,\n");
  import_expect (named, 1, 0, 0, 0, 2);
}

static void
test_branch_once (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "所在党支部,姓名\n第一党支部,张三\n,李四\n,王五\n第二党支部,赵六\n,钱七\n,孙八\n");
  g_autofree char *rules = import_rules (import);

  g_assert_cmpstr (rules, ==, "3 所在党支部 branch-from-above\n4 所在党支部 branch-from-above\n6 所在党支部 branch-from-above\n7 所在党支部 branch-from-above\n");
  import_take (import);
  assert_members (fixture, places, "张三|第一党支部|—\n李四|第一党支部|—\n王五|第一党支部|—\n赵六|第二党支部|—\n钱七|第二党支部|—\n孙八|第二党支部|—\n");
}

/* Cells merged down: the branch, the group and the unit of several people, and a note across the table. */
static void
test_merged_down (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = import_sheets (fixture, "down.xlsx");
  g_autoptr(ZbImport) import = import_open (fixture, path);
  g_autofree char *rules = import_rules (import);

  import_expect (import, 5, 0, 0, 0, 0);
  g_assert_cmpstr (rules, ==, "6 支部名称 branch-missing\n");
  import_take (import);
  assert_members (fixture, (const char *const[]) { "branch", "group", "work_unit", "phone", NULL },
    "张三|第一党支部|一组|云溪厂|19900000001\n李四|第一党支部|一组|云溪厂|—\n王五|第一党支部|二组|溪南厂|—\n赵六|第二党支部|—|溪南厂|—\n钱七|—|—|—|—\n");
}

/* A sheet for each branch; an empty one, a tally and those who left beside them. */
static void
test_a_sheet_each (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = import_sheets (fixture, "branches.xlsx");
  g_autoptr(ZbImport) import = import_open (fixture, path);
  g_autofree char *rules = import_rules (import);
  g_autoptr(ZbImport) one = NULL;
  GPtrArray *problems = zb_import_problems (import);
  const ZbImportProblem *bad = g_ptr_array_index (problems, problems->len - 1);
  g_autoptr(GPtrArray) rows = zb_import_preview (import, 10);

  import_expect (import, 4, 0, 0, 1, 1);
  g_assert_cmpstr (rules, ==, "0 - sheet-not-taken\n0 - sheet-not-taken\n0 - sheet-not-taken\n0 - branch-from-sheet\n0 - branch-from-sheet\n4 - row-total\n"
                              "0 - branch-from-sheet\n3 出生日期 bad-date!\n");
  g_assert_cmpstr (bad->sheet, ==, "三支部");
  g_assert_true (bad->is_of_several);
  g_assert_cmpstr (((ZbImportRow *) g_ptr_array_index (rows, 2))->sheet, ==, "第二党支部");
  g_assert_cmpuint (g_strv_length ((char **) zb_import_sheets (import)), ==, 7);
  g_assert_true (zb_import_commit (import, TRUE, NULL, NULL, NULL, NULL, NULL));
  assert_members (fixture, (const char *const[]) { "branch", "birth_date", "phone", NULL },
    "张三|第一党支部|1985-07|—\n李四|第一党支部|1990-12|—\n王五|第二党支部|1971|19900000003\n赵六|三支部|1988-08|—\n");
  one = zb_import_new (fixture->db->db, &zb_kind_member, path, "转出", NULL, NULL, NULL, NULL);
  g_assert_true (zb_import_check (one, NULL, NULL, NULL, NULL));
  import_expect (one, 1, 0, 0, 0, 0);
}

/* Twice the same headings in a row. */
static void
test_side_by_side (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "云溪厂第一党支部党员名单,,,,,,\n序号,姓名,性别,,序号,姓名,性别\n1,张三,男,,4,赵六,女\n2,李四,女,,5,钱七,男\n3,王五,男,,,,\n");

  import_expect (import, 5, 0, 0, 0, 0);
  g_assert_cmpuint (zb_import_n_columns (import), ==, 3);
  import_take (import);
  assert_members (fixture, (const char *const[]) { "sex", "branch", NULL },
    "张三|1|云溪厂第一党支部\n李四|2|云溪厂第一党支部\n王五|1|云溪厂第一党支部\n赵六|2|云溪厂第一党支部\n钱七|1|云溪厂第一党支部\n");
}

/* One list below the other, each with its title and its headings again. */
static void
test_below_each_other (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "第一党支部党员花名册,,\n序号,姓名,性别\n1,张三,男\n\n第二党支部党员花名册,,\n序号,姓名,性别\n1,李四,女\n");

  import_expect (import, 2, 0, 0, 2, 0);
  import_take (import);
  assert_members (fixture, places, "张三|第一党支部|—\n李四|第二党支部|—\n");
}

/* The templates that offices hand out, with people in them: every record in full. */
static void
test_wide_template (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = import_sheets (fixture, "template.xlsx");
  g_autoptr(ZbImport) import = import_open (fixture, path);
  g_autofree char *rules = import_rules (import);

  import_expect (import, 3, 0, 0, 3, 0);
  g_assert_cmpstr (rules, ==,
    "0 学工号 unknown-column\n0 二级党委名称 unknown-column\n0 编码 unknown-column\n0 编码 unknown-column\n0 转正时所在党支部 unknown-column\n"
    "0 来源 unknown-column\n0 性别 from-id-number\n0 出生日期 from-id-number\n3 加入党组织日期 under-age\n5 - row-footer\n6 - row-footer\n8 - row-skipped\n");
  import_take (import);
  assert_members (fixture,
    (const char *const[]) { "id_number", "branch", "category", "applied_on", "activist_on", "candidate_on", "introducer1", "introducer2", "joined_on",
                            "joined_branch", "confirmed_on", "post", "awards", "note", NULL },
    "张三|990101198507120018|第一党支部|full|2008-01-03|2008-09|2009-10|王甲|王乙|2010-07-01|学生支部|2011-07-01|书记|优秀党员；先进工作者|甲；丙\n"
    "李四|990101198507120026|第一党支部|full|—|—|—|—|—|1982-10-23|—|—|—|—|—\n"
    "王五|990101199001010035|第二党支部|probationary|—|—|—|赵丙|—|2026-06|—|—|组织委员|—|乙\n");
}

static void
test_town_template (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "所属党支部,姓名,性别,出生日期,民族,学历,身份证号码,联系电话,入党时间,党籍状态,户籍所在派出所,工作/学习单位,现居住地,籍贯,原服役部队,退役时间,是否自主择业,"
    "组织关系落实时间,编入党支部\n"
    "云溪村党支部,张三,男,1985.07,汉,高中,990101198507120018,19900000001,2005.06,正式党员,云溪所, ,云溪村1号,浙江义乌,某部,2006.12,否,2007.01, \n"
    "云溪村党支部,李四, , , , ,990101198507120026, , ,正常, , , , , , , , , \n");
  g_autofree char *rules = import_rules (import);

  g_assert_cmpstr (rules, ==,
    "0 户籍所在派出所 unknown-column\n0 原服役部队 unknown-column\n0 退役时间 unknown-column\n0 是否自主择业 unknown-column\n"
    "0 组织关系落实时间 unknown-column\n3 性别 from-id-number\n3 出生日期 from-id-number\n");
  import_take (import);
  assert_members (fixture, (const char *const[]) { "sex", "birth_date", "education", "phone", "joined_on", "category", "address", "work_unit", "branch", NULL },
    "张三|1|1985-07|60|19900000001|2005-06|full|云溪村1号|—|云溪村党支部\n李四|2|1985-07-12|—|—|—|none|—|—|云溪村党支部\n");
}

static void
test_short_template (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "姓名,身份证号,性别,籍贯,出生年月,学历,工作地,工作单位,预/正,手机号码,QQ号,微信号,入党时间,历史党费缴至,转正时间,介绍人1,介绍人2,备注\n"
    "张三,,男,义乌,85.7,大学,杭州,某公司,正,19900000001,12345,,2010.07,2025.12,2011.07,王甲,王乙,在杭州打工\n"
    "李四,,女,东阳,1999.12,本科/学士,义乌,,预,19900000002,,,2026.06,,,赵丙,,\n");

  import_take (import);
  assert_members (fixture,
    (const char *const[]) { "sex", "native_place", "birth_date", "education", "degree", "category", "joined_on", "confirmed_on", "introducer1",
                            "introducer2", "note", NULL },
    "张三|1|义乌|1985-07|20|—|full|2010-07|2011-07|王甲|王乙|在杭州打工\n李四|2|东阳|1999-12|20|4|probationary|2026-06|—|赵丙|—|—\n");
}

/* 职务 is a post of the Party or any other duty: the values tell. */
static void
test_duty (ImportFixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "post", "duty", NULL };
  g_autoptr(ZbImport) posts = import_text (fixture, "姓名,所在党支部,职务\n张三,第一党支部,书记\n李四,第一党支部,组织委员\n王五,第一党支部,\n");
  g_autoptr(ZbImport) duties = NULL;

  g_assert_true (import_has (posts, 0, "column-post"));
  import_take (posts);
  duties = import_text (fixture, "姓名,所在党支部,职　务\n赵六,第一党支部,车间主任\n钱七,第一党支部,会计\n孙八,第一党支部,书记\n");
  g_assert_true (import_has (duties, 0, "column-duty"));
  import_take (duties);
  assert_members (fixture, fields, "张三|书记|—\n李四|组织委员|—\n王五|—|—\n赵六|—|车间主任\n钱七|—|会计\n孙八|—|书记\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("headings-on-three-lines", test_headings_on_three_lines);
  CASE ("headings-merged", test_headings_merged);
  CASE ("headings-as-typed", test_headings_as_typed);
  CASE ("headings-of-others", test_headings_of_others);
  CASE ("template", test_template);
  CASE ("unit-of-the-list", test_unit_of_the_list);
  CASE ("unit-that-is-there", test_unit_that_is_there);
  CASE ("sections", test_sections);
  CASE ("ditto", test_ditto);
  CASE ("branch-once", test_branch_once);
  CASE ("merged-down", test_merged_down);
  CASE ("a-sheet-each", test_a_sheet_each);
  CASE ("side-by-side", test_side_by_side);
  CASE ("below-each-other", test_below_each_other);
  CASE ("wide-template", test_wide_template);
  CASE ("town-template", test_town_template);
  CASE ("short-template", test_short_template);
  CASE ("duty", test_duty);
  return g_test_run ();
}
