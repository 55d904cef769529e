/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/wishes/zb-alias.h"
#include "core/wishes/zb-wish-age.h"
#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "core/zb-kind.h"

static const ZbDate today = { 2026, 11, 20 };

static void
test_alias (void)
{
  static const struct { const char *name, *sex; ZbDate birth; const char *alias; } cases[] = {
    { "张桂兰", "2", { 1941, 5, 0 }, "张奶奶" },   { "欧阳德海", "1", { 1950, 1, 1 }, "欧阳爷爷" }, { "王小云", "2", { 1980, 3, 2 }, "王女士" },
    { "王小云", "1", { 1980, 3, 2 }, "王先生" },   { "陈一", NULL, { 0, 0, 0 }, "陈某" },           { "陈一", "1", { 2012, 9, 1 }, "小陈同学" },
    { "买买提·吐尔逊", "1", { 0, 0, 0 }, "买买提先生" }, { "陈一", "2", { 1966, 11, 20 }, "陈奶奶" }, { "陈一", "2", { 1966, 11, 21 }, "陈女士" },
    { "", "1", { 0, 0, 0 }, "" },
  };
  g_autoptr(ZbRules) rules = zb_rules_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *alias = zb_alias_propose (cases[i].name, cases[i].sex, cases[i].birth, today, rules);

      g_assert_cmpstr (alias, ==, cases[i].alias);
    }
}

/* A name that was proposed never tells the name that it stands for. */
static void
test_proposal_tells_nothing (void)
{
  static const char *const names[] = { "张桂兰", "欧阳德海", "陈一", "单于明", "买买提·吐尔逊", "司马懿" };
  g_autoptr(ZbRules) rules = zb_rules_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint sex = 0; sex < 3; sex++)
      for (gint16 year = 1930; year < 2025; year += 19)
        {
          static const char *const sexes[] = { "1", "2", NULL };
          g_autofree char *alias = zb_alias_propose (names[i], sexes[sex], (ZbDate) { year, 6, 1 }, today, rules);

          g_assert_false (zb_alias_tells (alias, names[i]));
        }
}

static void
test_tells (void)
{
  static const struct { const char *text, *secret; gboolean tells; } cases[] = {
    { "给张桂兰买棉衣", "张桂兰", TRUE }, { "给张 桂·兰", "张桂兰", TRUE },     { "张奶奶的棉衣", "张桂兰", FALSE }, { "云溪路 1 号", "云溪路1号", TRUE },
    { "云溪社区", "云溪路1号", FALSE },   { "ＡＢ１２", "ab12", TRUE },         { "一件棉衣", "一", FALSE },         { "一件棉衣", NULL, FALSE },
    { NULL, "张桂兰", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (zb_alias_tells (cases[i].text, cases[i].secret), ==, cases[i].tells);
}

static void
test_numbers (void)
{
  static const struct { const char *text, *number; } cases[] = {
    { "电话19900000011。", "19900000011" }, { "199-0000 0011", "19900000011" },  { "身份证99010119410501002x", "99010119410501002x" },
    { "２０２６年１１月", NULL },             { "8888元，3件", NULL },              { "0571-88880000", "057188880000" },
    { NULL, NULL },                          { "2026.11.20", NULL },
    { "2026-11-24前送到", NULL },            { "电话一九九零零零零零零一一", "19900000011" }, { "(0571)8888 0000", "057188880000" },
    { "199.0000.0011", "19900000011" },      { "幺九九〇〇〇〇〇〇幺幺", "19900000011" },      { "一二三年级", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = zb_alias_looks_private (cases[i].text);

      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

/* Where somebody lives, in part; what only sounds like it is none. */
static void
test_addresses (void)
{
  static const char *const addresses[] = {
    "送到3 号楼 2 单元 501", "某小区 5 栋张奶奶", "幸福路17号的老人", "云溪村三组12号", "青石家园十二幢", "住在二单元", "3-2-501的轮椅", "A座1203",
    "12#502", "三号楼二单元五〇一室", "501室需要一盏灯", "解放街８弄３号", "幸福里6号", "家住河边",
  };
  static const char *const others[] = {
    "一件棉衣", "四节5号电池", "一双40号棉鞋", "英语第三单元练习册", "第12单元测试卷", "两座书架", "3层书架", "家里2号电池用完了", "一台电风扇", "100元话费",
    "坐3号线去医院", "2026-11-24前送到", "一套小学五年级图书", "给社区10座书架", "8-10岁的童装", "周一至周五陪诊", "修一修三楼的灯",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *found = zb_alias_looks_like_address (addresses[i]);

      g_test_message ("%s: %s", addresses[i], found);
      g_assert_nonnull (found);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *found = zb_alias_looks_like_address (others[i]);

      if (found != NULL)
        g_error ("“%s” in “%s”", found, others[i]);
    }
  g_assert_null (zb_alias_looks_like_address (NULL));
}

/* By the days of the bundled rules: 30 days unclaimed, 7 days before a promise. */
static void
test_age (void)
{
  static const struct { ZbDate published, promised; gboolean left; ZbWishAge age; } cases[] = {
    { { 2026, 11, 19 }, { 0, 0, 0 }, TRUE, ZB_WISH_ON_TIME },     { { 2026, 10, 21 }, { 0, 0, 0 }, TRUE, ZB_WISH_UNCLAIMED },
    { { 2026, 10, 22 }, { 0, 0, 0 }, TRUE, ZB_WISH_ON_TIME },     { { 2026, 10, 1 }, { 2026, 12, 31 }, FALSE, ZB_WISH_ON_TIME },
    { { 2026, 10, 1 }, { 2026, 11, 27 }, FALSE, ZB_WISH_DUE_SOON }, { { 2026, 10, 1 }, { 2026, 11, 28 }, FALSE, ZB_WISH_ON_TIME },
    { { 2026, 10, 1 }, { 2026, 11, 20 }, FALSE, ZB_WISH_DUE_SOON }, { { 2026, 10, 1 }, { 2026, 11, 19 }, TRUE, ZB_WISH_OVERDUE },
  };
  g_autoptr(ZbRules) rules = zb_rules_new (NULL);
  ZbWishLimits limits = zb_wish_limits (rules, today);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (zb_wish_age (cases[i].published, cases[i].promised, cases[i].left, &limits), ==, cases[i].age);
}

static void
test_split (void)
{
  for (int tenths = 0; tenths < 100; tenths++)
    for (guint n = 1; n < 12; n++)
      {
        int sum = 0, most = 0, least = tenths;

        for (guint i = 0; i < n; i++)
          {
            int share = zb_wish_split_hours (tenths, n, i);

            sum += share;
            most = MAX (most, share);
            least = MIN (least, share);
          }
        g_assert_cmpint (sum, ==, tenths);
        g_assert_cmpint (most - least, <=, 1);
      }
}

/* What everybody may read is never private; every step and state has its word. */
static void
test_declared (void)
{
  const ZbCodeTable *states = zb_code_table_get ("wish_state"), *steps = zb_code_table_get ("wish_step");
  const ZbKind *const kinds[] = { &zb_kind_wish, &zb_kind_claim };

  for (guint k = 0; zb_kinds ()[k] != NULL; k++)
    for (guint i = 0; i < zb_kinds ()[k]->n_fields; i++)
      g_assert_cmpint (zb_kinds ()[k]->fields[i].flags & (ZB_FIELD_PUBLIC | ZB_FIELD_PRIVATE), !=, ZB_FIELD_PUBLIC | ZB_FIELD_PRIVATE);
  for (guint i = 0; zb_kind_wish.states[i] != NULL; i++)
    g_assert_cmpstr (states->codes[i].code, ==, zb_kind_wish.states[i]);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < kinds[k]->n_steps; i++)
      g_assert_nonnull (zb_code_get (steps, kinds[k]->steps[i].name));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wishes/alias", test_alias);
  g_test_add_func ("/wishes/proposal-tells-nothing", test_proposal_tells_nothing);
  g_test_add_func ("/wishes/tells", test_tells);
  g_test_add_func ("/wishes/numbers", test_numbers);
  g_test_add_func ("/wishes/addresses", test_addresses);
  g_test_add_func ("/wishes/age", test_age);
  g_test_add_func ("/wishes/split", test_split);
  g_test_add_func ("/wishes/declared", test_declared);
  return g_test_run ();
}
