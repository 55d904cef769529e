/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "member-world.h"

static void
test_search (void)
{
  static const char *const texts[] = { "张", "晓云", "张晓云", "欧阳", "云", "第一党支部", "置业", "支部", "甲小组", "张 第二", "富 集团",
    "买买提", "没有此人", "199", "1990000", "0001", "990101", "9901011985", "123", "00X", "张 1990001", "  张   王 ", "·" };
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (1500, rand);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      assert_same (world, &(ZbMemberQuery) { .text = texts[i], .order = ZB_ORDER_PINYIN });
      assert_same (world, &(ZbMemberQuery) { .text = texts[i], .order = ZB_ORDER_JOINED, .scope = ZB_SCOPE_ALL });
      assert_same (world, &(ZbMemberQuery) { .text = texts[i], .order = ZB_ORDER_POST, .scope = ZB_SCOPE_LEFT, .party_only = TRUE });
    }
}

static guint
add_person (ZbMemberColumns *columns, gint64 id, const char *name, const char *reading)
{
  ZbMemberEntry entry = { .id = id, .name = name, .reading = reading, .phone = "19900001234", .id_number = "990101198507011230",
                          .org = 3, .state = ZB_MEMBER_HERE, .post_rank = 0xffff };

  zb_member_columns_add (columns, &entry);
  return zb_member_columns_size (columns);
}

static void
assert_hits (ZbMemberColumns *columns, const char *text, const char *expected)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint n;
  g_autofree gint64 *ids = zb_member_columns_query (columns, &(ZbMemberQuery) { .text = text, .order = ZB_ORDER_ID }, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", ids[i]);
  if (strcmp (out->str, expected) != 0)
    g_error ("“%s” finds %s, not %s", text, out->str, expected);
}

static ZbMemberColumns *
some_people (ZbOrgTree *tree)
{
  ZbMemberColumns *columns = zb_member_columns_new (tree, TODAY, 10);

  add_person (columns, 1, "张三", NULL);
  add_person (columns, 2, "单晓云", NULL);
  add_person (columns, 3, "欧阳少东", NULL);
  add_person (columns, 4, "曾丽", NULL);
  add_person (columns, 5, "李安安", NULL);
  add_person (columns, 6, "覃明", "tan ming");
  return columns;
}

static void
test_readings (void)
{
  g_autoptr(ZbOrgTree) tree = tree_new ();
  g_autoptr(ZbMemberColumns) columns = some_people (tree);

  assert_hits (columns, "zs", "1");
  assert_hits (columns, "zhangsan", "1");
  assert_hits (columns, "zhang", "1");
  assert_hits (columns, "ZhangS", "1");
  assert_hits (columns, "sxy", "2");
  assert_hits (columns, "dxy", "2");
  assert_hits (columns, "shanxiaoyun", "2");
  assert_hits (columns, "danxiaoyun", "2");
  assert_hits (columns, "xiaoyun", "2");
  assert_hits (columns, "oysd", "3");
  assert_hits (columns, "ouyang", "3");
  assert_hits (columns, "shaodong", "3");
  assert_hits (columns, "zengli", "4");
  assert_hits (columns, "liaa", "");
  assert_hits (columns, "laa", "5");
  assert_hits (columns, "lianan", "5");
  assert_hits (columns, "tanming", "6");
  assert_hits (columns, "tm", "6");
  /* From the beginning of any syllable, and only from there. */
  assert_hits (columns, "li", "4 5");
  assert_hits (columns, "an", "5");
  assert_hits (columns, "anan", "5");
  assert_hits (columns, "san", "1");
  assert_hits (columns, "hang", "");
  assert_hits (columns, "ang", "");
  assert_hits (columns, "ouy", "3");
  assert_hits (columns, "uyang", "");
  assert_hits (columns, "xiaoy", "2");
  assert_hits (columns, "danx", "2");
  assert_hits (columns, "yun", "2");
  assert_hits (columns, "un", "");
  assert_hits (columns, "ming", "6");
  assert_hits (columns, "张 zs", "1");
  assert_hits (columns, "zs 1234", "1");
  assert_hits (columns, "zs 9999", "");
}

static void
test_numbers (void)
{
  g_autoptr(ZbOrgTree) tree = tree_new ();
  g_autoptr(ZbMemberColumns) columns = zb_member_columns_new (tree, TODAY, 4);
  const ZbMemberEntry one = { .id = 1, .name = "甲", .phone = "19900001234", .id_number = "99010119850701123X", .post_rank = 0xffff };
  const ZbMemberEntry two = { .id = 2, .name = "乙", .phone = "0579-85520000/19900009876", .post_rank = 0xffff };
  const ZbMemberEntry three = { .id = 3, .name = "丙", .id_number = "990101700228456", .post_rank = 0xffff };

  zb_member_columns_add (columns, &one);
  zb_member_columns_add (columns, &two);
  zb_member_columns_add (columns, &three);
  assert_hits (columns, "19900001234", "1");
  assert_hits (columns, "1234", "1");
  assert_hits (columns, "9900", "1 2");
  assert_hits (columns, "8552", "2");
  assert_hits (columns, "9876", "2");
  assert_hits (columns, "123X", "1");
  assert_hits (columns, "123x", "1");
  assert_hits (columns, "１２３Ｘ", "1");
  assert_hits (columns, "990101", "1 3");
  assert_hits (columns, "456", "3");
  assert_hits (columns, "0701", "");
  assert_hits (columns, "85520000", "2");
}

static void
test_bad_text (void)
{
  g_autoptr(ZbOrgTree) tree = tree_new ();
  g_autoptr(ZbMemberColumns) columns = some_people (tree);
  g_autofree char *longest = g_strnfill (20000, 'z');

  assert_hits (columns, longest, "");
  assert_hits (columns, "  ", "1 2 3 4 5 6");
  assert_hits (columns, "", "1 2 3 4 5 6");
  assert_hits (columns, "%", "");
  assert_hits (columns, "张|三", "1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/member-search/search", test_search);
  g_test_add_func ("/member-search/readings", test_readings);
  g_test_add_func ("/member-search/numbers", test_numbers);
  g_test_add_func ("/member-search/bad-text", test_bad_text);
  return g_test_run ();
}
