/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/zb-error.h"
#include "import-fixture.h"
#include "store/zb-history.h"

#define CASE(path, function) \
  g_test_add ("/import/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

/* Every field that a plain roster has, as a careful clerk would have entered it. */
static void
test_plain_roster (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "序号,姓 名,性别,民族,出生年月,籍贯,学历,学位,入党时间,转正时间,人员类别,所在党支部,党小组,党内职务,身份证号码,联系电话,工作单位及职务,备注\n"
    "1,张　三,男,汉,1985.07,浙江义乌,本科,学士,2010.07.01,2011年7月1日,正式,第一党支部,第一党小组,支部书记,990101198507120018,199 0000 0001,某公司经理,2021.3转入\n"
    "2,阿不都•热合曼,女,维吾尔族,19901201,,大专,无,2024/7/1,,预备党员,第二党支部,,,,+86-19900000002,,\n");

  import_expect (import, 2, 0, 0, 0, 0);
  g_assert_cmpuint (zb_import_counts (import)->new_organizations, ==, 3);
  import_take (import);
  import_assert (fixture, "张三", "sex", "1");
  import_assert (fixture, "张三", "ethnicity", "01");
  import_assert (fixture, "张三", "birth_date", "1985-07");
  import_assert (fixture, "张三", "native_place", "浙江义乌");
  import_assert (fixture, "张三", "joined_on", "2010-07-01");
  import_assert (fixture, "张三", "confirmed_on", "2011-07-01");
  import_assert (fixture, "张三", "category", "full");
  import_assert (fixture, "张三", "branch", "第一党支部");
  import_assert (fixture, "张三", "group", "第一党小组");
  import_assert (fixture, "张三", "post", "书记");
  import_assert (fixture, "张三", "id_number", "990101198507120018");
  import_assert (fixture, "张三", "phone", "19900000001");
  import_assert (fixture, "张三", "work_unit", "某公司经理");
  import_assert (fixture, "张三", "note", "2021.3转入");
  import_assert (fixture, "阿不都·热合曼", "sex", "2");
  import_assert (fixture, "阿不都·热合曼", "ethnicity", "05");
  import_assert (fixture, "阿不都·热合曼", "birth_date", "1990-12-01");
  import_assert (fixture, "阿不都·热合曼", "joined_on", "2024-07-01");
  import_assert (fixture, "阿不都·热合曼", "confirmed_on", NULL);
  import_assert (fixture, "阿不都·热合曼", "category", "probationary");
  import_assert (fixture, "阿不都·热合曼", "phone", "19900000002");
  import_assert (fixture, "阿不都·热合曼", "note", NULL);
}

/* Titles above, totals and signatures below, and a template's own words are no people. */
static void
test_rows_that_are_no_people (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "某公司第一党支部党员花名册\n填报单位：某公司,,截至 2026 年 11 月\n\n"
    "序号,姓名,性别,入党时间\n,必填,,\n1,张三,男,2010.07\n序号,姓名,性别,入党时间\n第一党小组,,,\n2,李四,女,2011.07\n,,,\n合 计,,2人,\n填表人：王五,,,\n共2人,,,\n");

  import_expect (import, 2, 0, 0, 6, 0);
  import_take (import);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 2);
  /* Each is told, with why. */
  g_assert_true (import_has (import, 5, "row-template"));
  g_assert_true (import_has (import, 7, "row-headings"));
  g_assert_true (import_has (import, 8, "row-section"));
  g_assert_true (import_has (import, 11, "row-total"));
  g_assert_true (import_has (import, 12, "row-footer"));
  g_assert_true (import_has (import, 13, "row-total"));
}

typedef struct {
  const char *heading;
  const char *value;
  const char *rule;      /* NULL: nothing to say */
  gboolean is_error;
  const char *field;
  const char *expected;  /* stored text when the row is taken */
} Value;

static const Value values[] = {
  { "出生日期", "1985.13", "bad-date", TRUE, NULL, NULL },
  { "出生日期", "2023-02-29", "bad-date", TRUE, NULL, NULL },
  { "出生日期", "去年", "bad-date", TRUE, NULL, NULL },
  { "出生日期", "不详", NULL, FALSE, "birth_date", NULL },
  { "出生日期", "—", NULL, FALSE, "birth_date", NULL },
  { "出生日期", "1985年7月12日", NULL, FALSE, "birth_date", "1985-07-12" },
  { "出生日期", "2019/2/3  14:30", NULL, FALSE, "birth_date", "2019-02-03" },
  { "出生日期", "198507", NULL, FALSE, "birth_date", "1985-07" },
  { "出生日期", "1985", NULL, FALSE, "birth_date", "1985" },
  { "身份证号", "12345", "bad-id-number", TRUE, NULL, NULL },
  { "身份证号", "9.90101E+17", "id-lost-digits", TRUE, NULL, NULL },
  { "身份证号", "990101198507120000", "id-lost-digits", TRUE, NULL, NULL },
  { "身份证号", "990101198507120019", "id-check-digit", FALSE, "id_number", "990101198507120019" },
  { "身份证号", "990101198513120013", "id-birth", FALSE, "id_number", "990101198513120013" },
  { "身份证号", "'99010119551231004x", "from-id-number", FALSE, "id_number", "99010119551231004X" },
  { "身份证号", "9901 0119 8507 1200 18", "from-id-number", FALSE, "birth_date", "1985-07-12" },
  { "身份证号", "９９０１０１１９８５０７１２００１８", "from-id-number", FALSE, "id_number", "990101198507120018" },
  { "身份证号", "990101850712001", "from-id-number", FALSE, "id_number", "990101850712001" },
  { "身份证号", "990101********0018", "masked-value", FALSE, "id_number", NULL },
  { "身份证号", "99010119551231004х", "from-id-number", FALSE, "id_number", "99010119551231004X" },
  { "身份证号", "\u200b990101198507120018\ufeff", "from-id-number", FALSE, "id_number", "990101198507120018" },
  { "联系电话", "1.99E+10", "bad-phone", TRUE, NULL, NULL },
  { "联系电话", "没有", "bad-phone", TRUE, NULL, NULL },
  { "联系电话", "无", NULL, FALSE, "phone", NULL },
  { "联系电话", "199****0001", "masked-value", FALSE, "phone", NULL },
  { "联系电话", "19900000001/0579-85550001", "phones-split", FALSE, "phone", "19900000001" },
  /* A landline has a field of its own. */
  { "联系电话", "0579-85550001 / 199 0000 0001", "phones-split", FALSE, "landline", "0579-85550001" },
  { "民族", "火星族", "unknown-code", TRUE, NULL, NULL },
  { "民族", "蒙", NULL, FALSE, "ethnicity", "02" },
  { "性别", "M", NULL, FALSE, "sex", "1" },
  { "性别", "2", NULL, FALSE, "sex", "2" },
  { "性别", "不男不女", "unknown-code", TRUE, NULL, NULL },
  { "人员类别", "预", NULL, FALSE, "category", "probationary" },
  { "是否流动党员", "也许", "bad-boolean", TRUE, NULL, NULL },
  { "是否流动党员", "是", NULL, FALSE, "floating", "1" },
  { "党龄校正值（月）", "三", "bad-number", TRUE, NULL, NULL },
  { "党龄校正值（月）", "-6", NULL, FALSE, "standing_correction", "-6" },
  { "党费缴纳基数", "多", "bad-number", TRUE, NULL, NULL },
  { "党费缴纳基数", "\"5,000.50\"", NULL, FALSE, "dues_base", "500050" },
  { "籍贯", "'=1+1", NULL, FALSE, "native_place", "=1+1" },
  { "籍贯", "'-@x", NULL, FALSE, "native_place", "-@x" },
  { "籍贯", "\"=\"\"0123\"\"\"", NULL, FALSE, "native_place", "0123" },
  { "籍贯", "　浙江\u00a0义乌 ", NULL, FALSE, "native_place", "浙江 义乌" },
  { "籍贯", "\"浙江\n义乌\"", NULL, FALSE, "native_place", "浙江义乌" },
  { "籍贯", "无", NULL, FALSE, "native_place", NULL },
  { "籍贯", "a\001b", "bad-value", TRUE, NULL, NULL },
  { "备注", "\"第一行\n第二行\"", NULL, FALSE, "note", "第一行\n第二行" },
  { "备注", "无", NULL, FALSE, "note", "无" },
  { "介绍人", "王五、赵六", NULL, FALSE, "introducer2", "赵六" },
  { "党内职务", "宇航委员", "unknown-post", FALSE, "post", NULL },
  { "党内职务", "普通党员", NULL, FALSE, "post", NULL },
};

static void
test_values (ImportFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const Value *value = &values[i];
      g_autofree char *name = g_strdup_printf ("张%c", 'A' + (int) i);
      g_autofree char *text = g_strdup_printf ("姓名,所在党支部,%s\n%s,第一党支部,%s\n", value->heading, name, value->value);
      g_autoptr(ZbImport) import = import_text (fixture, text);
      g_autofree char *rules = import_rules (import);

      g_test_message ("%s %s: %s", value->heading, value->value, rules);
      g_assert_cmpuint (zb_import_counts (import)->errors, ==, value->is_error);
      if (value->rule == NULL)
        g_assert_cmpstr (rules, ==, "");
      else
        g_assert_true (import_has (import, 2, value->rule) || import_has (import, 0, value->rule));
      if (value->is_error)
        continue;
      import_take (import);
      import_assert (fixture, name, value->field, value->expected);
      g_assert_true (zb_history_undo (fixture->db->db, 0, NULL, NULL));
    }
}

static void
test_names (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *much = g_strnfill (10000, 'x');
  g_autofree char *text = g_strdup_printf ("姓名,性别,备注\n张三（书记）,男,\n李四★,女,退休\n%s,男,\n,女,有人\na\001b,男,\n", much);
  g_autoptr(ZbImport) import = import_text (fixture, text);
  g_autoptr(GError) error = NULL;

  import_expect (import, 2, 0, 0, 0, 3);
  g_assert_true (import_has (import, 2, "name-note"));
  g_assert_true (import_has (import, 4, "too-long"));
  g_assert_true (import_has (import, 5, "name-missing"));
  g_assert_true (import_has (import, 6, "bad-name"));
  g_assert_false (zb_import_commit (import, FALSE, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 0);
  g_assert_true (zb_import_commit (import, TRUE, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 2);
  import_assert (fixture, "张三", "note", "书记");
  import_assert (fixture, "李四", "note", "退休；★");
}

static void
test_too_long (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *much = g_strnfill (2000, 'x');
  g_autofree char *text = g_strdup_printf ("姓名,籍贯\n张三,%s\n", much);
  g_autoptr(ZbImport) import = import_text (fixture, text);

  g_assert_true (import_has (import, 2, "too-long"));
}

static void
test_number_and_facts_contradict (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "姓名,性别,出生日期,身份证号\n张三,女,1985-07-12,990101198507120018\n李四,女,1985-07-13,990101198507120026\n王五,,,990101199001010035\n");
  g_autofree char *rules = import_rules (import);

  import_expect (import, 3, 0, 0, 0, 0);
  g_assert_cmpstr (rules, ==, "0 - branch-missing\n2 性别 sex-differs\n3 出生日期 birth-differs\n"
                              "4 性别 from-id-number\n4 出生日期 from-id-number\n");
  import_take (import);
  import_assert (fixture, "张三", "sex", "2");
  import_assert (fixture, "李四", "birth_date", "1985-07-13");
  import_assert (fixture, "王五", "sex", "1");
  import_assert (fixture, "王五", "birth_date", "1990-01-01");
}

static void
test_columns (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture,
    "序 号,姓名,出生日期（必填）,手机,电话,QQ号,年龄,空列,\n1,张三,1985.07,19900000001,19900000002,12345,41,,多余\n");
  g_autofree char *rules = import_rules (import);

  g_assert_cmpuint (zb_import_n_columns (import), ==, 9);
  g_assert_cmpstr (zb_import_column (import, 2)->field->name, ==, "birth_date");
  g_assert_cmpstr (zb_import_column (import, 3)->field->name, ==, "phone");
  g_assert_null (zb_import_column (import, 4)->field);
  g_assert_cmpstr (zb_import_column (import, 5)->sample, ==, "12345");
  g_assert_cmpstr (rules, ==, "0 电话 column-twice\n0 QQ号 unknown-column\n0 年龄 column-computed\n0 I unknown-column\n0 - branch-missing\n");
  zb_import_map (import, 4, zb_kind_field (&zb_kind_member, "landline"));
  zb_import_map (import, 5, zb_kind_field (&zb_kind_member, "note"));
  g_assert_true (zb_import_check (import, NULL, NULL, NULL, NULL));
  import_take (import);
  import_assert (fixture, "张三", "landline", "19900000002");
  import_assert (fixture, "张三", "note", "12345");
}

static void
test_nothing_written_when_cancelled (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,所在党支部\n张三,第一党支部\n李四,第一党支部\n");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *before = zb_test_db_state (fixture->db->db);
  g_autofree char *after = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (zb_import_commit (import, FALSE, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = zb_test_db_state (fixture->db->db);
  g_assert_cmpstr (before, ==, after);
  g_clear_error (&error);
  g_assert_false (zb_import_check (import, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  import_take (import);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 2);
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  if (done >= 256)
    g_cancellable_cancel (user_data);
}

/* Cancelled in the middle of the writing, after hundreds of people. */
static void
test_cancelled_in_the_middle (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(GString) text = g_string_new ("姓名,所在党支部,出生日期\n");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbImport) import = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "某%u,第%u党支部,1980-01-01\n", i, i % 7);
  import = import_text (fixture, text->str);
  g_assert_false (zb_import_commit (import, FALSE, NULL, on_progress, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 0);
  g_assert_cmpint (import_count (fixture, &zb_kind_organization), ==, 0);
  import_take (import);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 1000);
  g_assert_cmpint (import_count (fixture, &zb_kind_organization), ==, 7);
}

static void
test_undo_and_redo (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,所在党支部,党小组\n张三,第一党支部,一组\n李四,第二党支部,\n");
  g_autofree char *before = zb_test_db_state (fixture->db->db);
  g_autofree char *done = NULL, *undone = NULL, *redone = NULL;
  g_autoptr(GError) error = NULL;
  ZbHistorySet *next;
  gint64 set = import_take (import);

  done = zb_test_db_state (fixture->db->db);
  next = zb_history_next_undo (fixture->db->db, &error);
  g_assert_cmpint (next->id, ==, set);
  g_assert_cmpstr (next->action, ==, "import.member");
  g_assert_cmpstr (next->subject, ==, "roster.csv（新增 2 人）");
  zb_history_set_free (next);
  zb_test_db_reopen (fixture->db);
  g_assert_true (zb_history_undo (fixture->db->db, 0, NULL, &error));
  undone = zb_test_db_state (fixture->db->db);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (zb_history_redo (fixture->db->db, NULL, &error));
  redone = zb_test_db_state (fixture->db->db);
  g_assert_cmpstr (redone, ==, done);
  g_assert_cmpint (zb_test_db_number (fixture->db, "SELECT n_rows FROM import_batch WHERE length (file_hash) = 64 AND file_name = 'roster.csv'"), ==, 2);
}

/* The registry changed after the check: what was found is found anew. */
static void
test_registry_changed_after_the_check (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,身份证号\n张三,990101198507120018\n");

  import_expect (import, 1, 0, 0, 0, 0);
  zb_test_member (fixture->db->db, "张三", 0, "id_number", "990101198507120018", "sex", "1", "birth_date", "1985-07-12", NULL);
  import_take (import);
  import_expect (import, 0, 0, 1, 0, 0);
  g_assert_cmpint (import_count (fixture, &zb_kind_member), ==, 1);
}

static void
test_preview (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr(ZbImport) import = import_text (fixture, "姓名,性别\n张三,男\n,女\n李四,\n");
  g_autoptr(GPtrArray) rows = zb_import_preview (import, 2);
  const ZbImportRow *row;

  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (row->row, ==, 2);
  g_assert_cmpint (row->verdict, ==, ZB_IMPORT_NEW);
  g_assert_cmpstr (row->cells[0], ==, "张三");
  g_assert_cmpstr (row->cells[1], ==, "男");
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpint (row->verdict, ==, ZB_IMPORT_SKIP);
  g_assert_cmpstr (row->cells[0], ==, "");
}

static void
test_other_kinds_are_refused (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = import_file (fixture, "a.csv", "姓名\n张三\n", -1);
  g_autoptr(GError) error = NULL;

  g_assert_null (zb_import_new (fixture->db->db, &zb_kind_rule, path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("plain-roster", test_plain_roster);
  CASE ("rows-that-are-no-people", test_rows_that_are_no_people);
  CASE ("values", test_values);
  CASE ("names", test_names);
  CASE ("too-long", test_too_long);
  CASE ("number-and-facts-contradict", test_number_and_facts_contradict);
  CASE ("columns", test_columns);
  CASE ("nothing-written-when-cancelled", test_nothing_written_when_cancelled);
  CASE ("cancelled-in-the-middle", test_cancelled_in_the_middle);
  CASE ("undo-and-redo", test_undo_and_redo);
  CASE ("registry-changed-after-the-check", test_registry_changed_after_the_check);
  CASE ("preview", test_preview);
  CASE ("other-kinds-are-refused", test_other_kinds_are_refused);
  return g_test_run ();
}
