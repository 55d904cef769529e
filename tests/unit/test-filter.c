/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "core/zb-filter.h"

static ZbOrgTree *
sample_tree (void)
{
  ZbOrgTree *tree = zb_org_tree_new ((ZbDate) { 2026, 7, 1 });

  zb_org_tree_add (tree, &(ZbOrg) { .id = 1, .kind = ZB_ORG_COMMITTEE, .uid = (char *) "u-committee", .name = (char *) "集团党委" });
  zb_org_tree_add (tree, &(ZbOrg) { .id = 2, .parent = 1, .order = 1, .kind = ZB_ORG_BRANCH, .uid = (char *) "u-first",
                                    .name = (char *) "中共示范公司第一支部委员会", .short_name = (char *) "第一党支部" });
  zb_org_tree_add (tree, &(ZbOrg) { .id = 3, .parent = 1, .order = 2, .kind = ZB_ORG_BRANCH, .uid = (char *) "u-second",
                                    .name = (char *) "中共示范公司第二支部委员会", .short_name = (char *) "第二党支部" });
  zb_org_tree_add (tree, &(ZbOrg) { .id = 4, .parent = 2, .kind = ZB_ORG_GROUP, .uid = (char *) "u-group", .name = (char *) "青山党小组" });
  zb_org_tree_seal (tree);
  return tree;
}

static ZbFilter *
parse (const char *text, ZbOrgTree *tree)
{
  g_autoptr(GError) error = NULL;
  ZbFilter *filter = zb_filter_parse (text, tree, &error);

  if (filter == NULL)
    g_error ("“%s”: %s", text, error->message);
  return filter;
}

static void
assert_condition (const ZbFilter *filter, guint i, const char *field, ZbFilterOp op, const char *values)
{
  const ZbCondition *condition = zb_filter_at (filter, i);
  g_autofree char *joined = g_strjoinv ("|", condition->values);

  g_assert_cmpstr (condition->field, ==, field);
  g_assert_cmpint (condition->op, ==, op);
  g_assert_cmpstr (joined, ==, values);
}

static void
test_phrases (void)
{
  static const struct { const char *text, *field; ZbFilterOp op; const char *values; } phrases[] = {
    { "女", "sex", ZB_FILTER_EQUAL, "2" },
    { "男", "sex", ZB_FILTER_EQUAL, "1" },
    { "少数民族", "ethnicity", ZB_FILTER_NOT, "01" },
    { "回族", "ethnicity", ZB_FILTER_EQUAL, "03" },
    { "正式党员", "category", ZB_FILTER_EQUAL, "full" },
    { "预备党员", "category", ZB_FILTER_EQUAL, "probationary" },
    { "积极分子", "category", ZB_FILTER_EQUAL, "activist" },
    { "45岁以下", "age", ZB_FILTER_AT_MOST, "45" },
    { "35岁及以下", "age", ZB_FILTER_AT_MOST, "35" },
    { "60岁以上", "age", ZB_FILTER_AT_LEAST, "60" },
    { "61周岁及以上", "age", ZB_FILTER_AT_LEAST, "61" },
    { "30-45岁", "age", ZB_FILTER_BETWEEN, "30|45" },
    { "30至45岁", "age", ZB_FILTER_BETWEEN, "30|45" },
    { "30—45岁", "age", ZB_FILTER_BETWEEN, "30|45" },
    { "30~45岁", "age", ZB_FILTER_BETWEEN, "30|45" },
    { "30～45岁", "age", ZB_FILTER_BETWEEN, "30|45" },
    { "本科以上", "education", ZB_FILTER_AT_LEAST, "20" },
    { "大专及以下", "education", ZB_FILTER_AT_MOST, "30" },
    { "４５岁以下", "age", ZB_FILTER_AT_MOST, "45" },
    { "党龄50年以上", "standing", ZB_FILTER_AT_LEAST, "50" },
    { "党龄10-20年", "standing", ZB_FILTER_BETWEEN, "10|20" },
    { "2020年入党", "joined_on", ZB_FILTER_BETWEEN, "2020|2020-12-31" },
    { "2015-2020年入党", "joined_on", ZB_FILTER_BETWEEN, "2015|2020-12-31" },
    { "2012年以后入党", "joined_on", ZB_FILTER_AT_LEAST, "2012" },
    { "1949年以前入党", "joined_on", ZB_FILTER_LESS, "1949" },
    { "2021年转正", "confirmed_on", ZB_FILTER_BETWEEN, "2021|2021-12-31" },
    { "流动党员", "floating", ZB_FILTER_EQUAL, "1" },
    { "失联党员", "lost", ZB_FILTER_EQUAL, "1" },
    { "书记", "post", ZB_FILTER_EQUAL, "secretary" },
    { "组织委员", "post", ZB_FILTER_EQUAL, "organization_officer" },
    { "一支部", "org", ZB_FILTER_EQUAL, "2" },
    { "第二党支部", "org", ZB_FILTER_EQUAL, "3" },
    { "集团党委", "org", ZB_FILTER_EQUAL, "1" },
    { "青山党小组", "group", ZB_FILTER_EQUAL, "4" },
  };
  g_autoptr(ZbOrgTree) tree = sample_tree ();

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr(ZbFilter) filter = parse (phrases[i].text, tree);

      g_assert_cmpuint (zb_filter_size (filter), ==, 1);
      assert_condition (filter, 0, phrases[i].field, phrases[i].op, phrases[i].values);
    }
}

static void
test_comparisons (void)
{
  static const struct { const char *text, *field; ZbFilterOp op; const char *values; } comparisons[] = {
    { "age<=45", "age", ZB_FILTER_AT_MOST, "45" },
    { "age <= 45", "age", ZB_FILTER_AT_MOST, "45" },
    { "age ≥ 60", "age", ZB_FILTER_AT_LEAST, "60" },
    { "年龄>60", "age", ZB_FILTER_MORE, "60" },
    { "年龄＜３０", "age", ZB_FILTER_LESS, "30" },
    { "age=30..45", "age", ZB_FILTER_BETWEEN, "30|45" },
    { "age!=40", "age", ZB_FILTER_NOT, "40" },
    { "sex=女", "sex", ZB_FILTER_EQUAL, "2" },
    { "性别=女", "sex", ZB_FILTER_EQUAL, "2" },
    { "性别 = 2", "sex", ZB_FILTER_EQUAL, "2" },
    { "ethnicity!=汉族", "ethnicity", ZB_FILTER_NOT, "01" },
    { "education=21|31", "education", ZB_FILTER_IN, "21|31" },
    { "学历=本科|大专", "education", ZB_FILTER_IN, "20|30" },
    { "joined_on>=2015", "joined_on", ZB_FILTER_AT_LEAST, "2015" },
    { "入党时间<1985.07", "joined_on", ZB_FILTER_LESS, "1985-07" },
    { "joined_on=1985.07..1990.6.30", "joined_on", ZB_FILTER_BETWEEN, "1985-07|1990-06-30" },
    { "birth_date=1970", "birth_date", ZB_FILTER_EQUAL, "1970" },
    { "confirmed_on=?", "confirmed_on", ZB_FILTER_UNKNOWN, "" },
    { "转正时间!=?", "confirmed_on", ZB_FILTER_KNOWN, "" },
    { "floating=是", "floating", ZB_FILTER_EQUAL, "1" },
    { "org=u-second", "org", ZB_FILTER_EQUAL, "3" },
    { "branch=一支部", "org", ZB_FILTER_EQUAL, "2" },
    { "所在党支部=第一党支部|第二党支部", "org", ZB_FILTER_IN, "2|3" },
    { "category=正式", "category", ZB_FILTER_EQUAL, "full" },
    { "post=书记", "post", ZB_FILTER_EQUAL, "secretary" },
    { "党龄>=50", "standing", ZB_FILTER_AT_LEAST, "50" },
    { "state=已转出|去世", "state", ZB_FILTER_IN, "transferred|deceased" },
    { "degree=硕士", "degree", ZB_FILTER_EQUAL, "3" },
  };
  g_autoptr(ZbOrgTree) tree = sample_tree ();

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      g_autoptr(ZbFilter) filter = parse (comparisons[i].text, tree);

      g_assert_cmpuint (zb_filter_size (filter), ==, 1);
      assert_condition (filter, 0, comparisons[i].field, comparisons[i].op, comparisons[i].values);
    }
}

/* All ways to join conditions give the same four. */
static void
test_joined (void)
{
  static const char *const texts[] = {
    "女 且 45岁以下 且 预备党员 且 一支部", "女且45岁以下且预备党员且一支部",      "女，45岁以下，预备党员，一支部",
    "女,45岁以下,预备党员,一支部",         "女 45岁以下 预备党员 一支部",         "女 and 45岁以下 AND 预备党员 & 一支部",
    "女　45岁以下　预备党员　一支部",       "sex=女 and age <= 45 and 预备党员 and org=u-first", "  女、45岁以下、预备党员、一支部，",
    "女 并且 45岁以下 && 预备党员；一支部",
  };
  g_autoptr(ZbOrgTree) tree = sample_tree ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(ZbFilter) filter = parse (texts[i], tree);

      if (zb_filter_size (filter) != 4)
        g_error ("“%s” makes %u conditions", texts[i], zb_filter_size (filter));
      assert_condition (filter, 0, "sex", ZB_FILTER_EQUAL, "2");
      assert_condition (filter, 1, "age", ZB_FILTER_AT_MOST, "45");
      assert_condition (filter, 2, "category", ZB_FILTER_EQUAL, "probationary");
      assert_condition (filter, 3, "org", ZB_FILTER_EQUAL, "2");
    }
}

static void
test_empty (void)
{
  static const char *const texts[] = { NULL, "", "  ", "且", " , ，" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(ZbFilter) filter = parse (texts[i], NULL);
      g_autofree char *text = zb_filter_to_text (filter, NULL);

      g_assert_cmpuint (zb_filter_size (filter), ==, 0);
      g_assert_cmpstr (text, ==, "");
    }
  g_assert_cmpuint (zb_filter_size (NULL), ==, 0);
  zb_filter_unref (NULL);
}

static void
test_refused (void)
{
  static const char *const texts[] = { "飞天", "女 且 飞天", "age=x", "age>", "age=30..", "nothing=1", "name=张三", "sex=3",
    "joined_on=2023-02-30", "入党时间>昨天", "age<30|40", "三支部", "=5", "45", "以下", "岁以下", "45岁以", "2020年毕业", "其他", "无", "sex=", "org=", "99999岁以下" };
  g_autoptr(ZbOrgTree) tree = sample_tree ();
  g_autofree char *longest = g_strnfill (20000, '5');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbFilter) filter = zb_filter_parse (texts[i], tree, &error);

      if (filter != NULL)
        g_error ("“%s” was taken for a condition", texts[i]);
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FILTER);
    }
  g_assert_null (zb_filter_parse (longest, tree, NULL));
  g_assert_null (zb_filter_parse ("\xff", tree, NULL));
  /* The message holds the word that was not understood. */
  {
    g_autoptr(GError) error = NULL;

    g_assert_null (zb_filter_parse ("女 且 飞天 且 45岁以下", tree, &error));
    g_assert_nonnull (strstr (error->message, "飞天"));
    g_assert_null (strstr (error->message, "45岁"));
  }
}

/* The written form is read back to the same conditions. */
static void
test_written (void)
{
  static const char *const texts[] = { "女 且 45岁以下 且 本科以上 且 一支部", "少数民族", "30-45岁", "学历=本科|大专", "confirmed_on=?",
    "转正时间!=?", "2015-2020年入党", "党龄50年以上", "org=u-first|u-second", "青山党小组", "大专以下", "age!=40", "floating=否",
    "age<30 and age>20", "1949年以前入党" };
  g_autoptr(ZbOrgTree) tree = sample_tree ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(ZbFilter) filter = parse (texts[i], tree);
      g_autofree char *text = zb_filter_to_text (filter, tree);
      g_autoptr(ZbFilter) again = parse (text, tree);
      g_autofree char *text_again = zb_filter_to_text (again, tree);

      g_assert_cmpstr (text, ==, text_again);
      g_assert_cmpuint (zb_filter_size (again), ==, zb_filter_size (filter));
      for (guint c = 0; c < zb_filter_size (filter); c++)
        {
          g_autofree char *values = g_strjoinv ("|", zb_filter_at (filter, c)->values);

          assert_condition (again, c, zb_filter_at (filter, c)->field, zb_filter_at (filter, c)->op, values);
        }
    }
  {
    g_autoptr(ZbFilter) filter = parse ("一支部", tree);
    g_autofree char *text = zb_filter_to_text (filter, tree);

    g_assert_cmpstr (text, ==, "org=u-first");
  }
}

/* What a roster's 统计口径 line prints. */
static void
test_words (void)
{
  static const struct { const char *text, *words; } cases[] = {
    { "女 且 45岁以下 且 本科以上 且 一支部", "女 且 45岁及以下 且 大学本科及以上 且 第一党支部" },
    { "少数民族", "少数民族" },
    { "30-45岁", "30至45岁" },
    { "党龄50年以上", "党龄50年及以上" },
    { "入党时间>=1985.07", "入党时间1985.07及以后" },
    { "入党时间<=1985.07", "入党时间1985.07及以前" },
    { "入党时间<1985.07", "入党时间1985.07以前" },
    { "confirmed_on=?", "转正时间未填" },
    { "大专以下", "大学专科及以下" },
    { "floating=是", "是否流动党员：是" },
    { "正式党员", "正式党员" },
    { "", "" },
  };
  g_autoptr(ZbOrgTree) tree = sample_tree ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZbFilter) filter = parse (cases[i].text, tree);
      g_autofree char *words = zb_filter_to_words (filter, tree);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_made_by_hand (void)
{
  g_autoptr(ZbFilter) filter = zb_filter_new ();
  g_autoptr(ZbFilter) held = zb_filter_ref (filter);
  const char *values[] = { "30", "40", NULL };

  zb_filter_add (filter, "age", ZB_FILTER_BETWEEN, values);
  values[0] = "99";
  zb_filter_add (filter, "joined_on", ZB_FILTER_UNKNOWN, NULL);
  g_assert_cmpuint (zb_filter_size (held), ==, 2);
  assert_condition (held, 0, "age", ZB_FILTER_BETWEEN, "30|40");
  assert_condition (held, 1, "joined_on", ZB_FILTER_UNKNOWN, "");
}

/* Conditions on any kind's own fields. */
static void
test_fields (void)
{
  static const struct { const char *text; gboolean meets; } cases[] = {
    { "", TRUE }, { "组织类别=党支部", TRUE }, { "kind=branch|group 且 任期（年）>2", TRUE }, { "kind!=branch|group", FALSE },
    { "opened_on>=2012", TRUE }, { "成立日期<2012.03", FALSE }, { "opened_on<=2012.03", TRUE }, { "term_years<10", TRUE },
    /* The unknown meets no comparison. */
    { "form=?", TRUE }, { "form!=?", FALSE }, { "form!=single", FALSE }, { "note=?", TRUE }, { "parent=集团党委", TRUE },
    { "上级党组织!=第二党支部", TRUE },
  };
  static const char *const refused[] = { "女", "no_such=1", "kind=不是一种", "opened_on=昨天", "parent=没有的", "kind<a|b", "=x" };
  g_autoptr(ZbOrgTree) tree = sample_tree ();
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);

  zb_record_set (record, "kind", "branch");
  zb_record_set (record, "opened_on", "2012-03");
  zb_record_set (record, "term_years", "3");
  zb_record_set (record, "parent", "1");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbFilter) filter = zb_filter_parse_fields (&zb_kind_organization, cases[i].text, tree, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      g_assert_cmpint (zb_filter_matches (filter, record), ==, cases[i].meets);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_null (zb_filter_parse_fields (&zb_kind_organization, refused[i], tree, &error));
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FILTER);
    }
  g_assert_true (zb_filter_matches (NULL, record));
}

/* Hours are kept in tenths: 1.5 is fewer than 4, and 16 are more. */
static void
test_hours (void)
{
  g_autoptr(ZbFilter) filter = zb_filter_parse_fields (&zb_kind_meeting, "学时>=4", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);

  g_assert_nonnull (filter);
  zb_record_set (record, "hours", "15");
  g_assert_false (zb_filter_matches (filter, record));
  zb_record_set (record, "hours", "160");
  g_assert_true (zb_filter_matches (filter, record));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/phrases", test_phrases);
  g_test_add_func ("/filter/comparisons", test_comparisons);
  g_test_add_func ("/filter/joined", test_joined);
  g_test_add_func ("/filter/empty", test_empty);
  g_test_add_func ("/filter/refused", test_refused);
  g_test_add_func ("/filter/written", test_written);
  g_test_add_func ("/filter/words", test_words);
  g_test_add_func ("/filter/made-by-hand", test_made_by_hand);
  g_test_add_func ("/filter/fields", test_fields);
  g_test_add_func ("/filter/hours", test_hours);
  return g_test_run ();
}
