/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-org-tree.h"

static void
add (ZbOrgTree *tree, gint64 id, gint64 parent, ZbOrgKind kind, int order, const char *name, const char *short_name)
{
  g_autofree char *uid = g_strdup_printf ("uid-%" G_GINT64_FORMAT, id);
  g_autofree char *number = g_strdup_printf ("0579%03" G_GINT64_FORMAT, id);

  zb_org_tree_add (tree, &(ZbOrg) { .id = id, .parent = parent, .kind = kind, .order = order, .uid = uid, .number = number,
                                    .name = (char *) name, .short_name = (char *) short_name });
}

/* A committee; a general branch of two branches, the first with a group; two branches of the committee. */
static ZbOrgTree *
sample (void)
{
  ZbOrgTree *tree = zb_org_tree_new ((ZbDate) { 2026, 7, 1 });

  add (tree, 7, 3, ZB_ORG_GROUP, 1, "第一党小组", NULL);
  add (tree, 6, 1, ZB_ORG_BRANCH, 0, "中共示范集团离退休支部委员会", "离退休党支部");
  add (tree, 4, 2, ZB_ORG_BRANCH, 2, "中共示范置业公司第二支部委员会", "第二党支部");
  add (tree, 5, 1, ZB_ORG_BRANCH, 2, "中共示范集团机关支部委员会", "机关党支部");
  add (tree, 3, 2, ZB_ORG_BRANCH, 1, "中共示范置业公司第一支部委员会", "第一党支部");
  add (tree, 2, 1, ZB_ORG_GENERAL_BRANCH, 1, "中共示范置业公司总支部委员会", "置业党总支");
  add (tree, 1, 0, ZB_ORG_COMMITTEE, 0, "中共示范集团有限公司委员会", "集团党委");
  zb_org_tree_seal (tree);
  return tree;
}

static void
test_display_order (void)
{
  static const struct { gint64 id; guint below, depth; } expected[] = {
    { 1, 6, 0 }, { 2, 3, 1 }, { 3, 1, 2 }, { 7, 0, 3 }, { 4, 0, 2 }, { 5, 0, 1 }, { 6, 0, 1 },
  };
  g_autoptr(ZbOrgTree) tree = sample ();

  g_assert_cmpuint (zb_org_tree_size (tree), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);

      g_assert_cmpint (org->id, ==, expected[i].id);
      g_assert_cmpuint (org->position, ==, i);
      g_assert_cmpuint (org->below, ==, expected[i].below);
      g_assert_cmpuint (org->depth, ==, expected[i].depth);
      g_assert_true (zb_org_tree_get (tree, org->id) == org);
    }
  g_assert_null (zb_org_tree_get (tree, 99));
  g_assert_cmpint (zb_date_compare (zb_org_tree_as_of (tree), (ZbDate) { 2026, 7, 1 }), ==, 0);
}

/* Without an order of their own, siblings stand by pinyin. */
static void
test_pinyin_order (void)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_new (ZB_DATE_NONE);

  add (tree, 1, 0, ZB_ORG_BRANCH, 0, "张村支部", NULL);
  add (tree, 2, 0, ZB_ORG_BRANCH, 0, "白村支部", NULL);
  add (tree, 3, 0, ZB_ORG_BRANCH, 0, "李村支部", NULL);
  add (tree, 4, 0, ZB_ORG_BRANCH, 9, "周村支部", NULL);
  zb_org_tree_seal (tree);
  g_assert_cmpint (zb_org_tree_at (tree, 0)->id, ==, 4);
  g_assert_cmpint (zb_org_tree_at (tree, 1)->id, ==, 2);
  g_assert_cmpint (zb_org_tree_at (tree, 2)->id, ==, 3);
  g_assert_cmpint (zb_org_tree_at (tree, 3)->id, ==, 1);
}

/* Branches of a series stand by their number, in words or figures; those without one by pinyin. */
static void
test_series_order (void)
{
  static const gint64 expected[] = { 5, 4, 3, 2, 1, 7, 6, 8 };
  g_autoptr(ZbOrgTree) tree = zb_org_tree_new ((ZbDate) { 2026, 7, 1 });

  add (tree, 1, 0, ZB_ORG_BRANCH, 0, "第二十一党支部", NULL);
  add (tree, 2, 0, ZB_ORG_BRANCH, 0, "第十党支部", NULL);
  add (tree, 3, 0, ZB_ORG_BRANCH, 0, "第3党支部", NULL);
  add (tree, 4, 0, ZB_ORG_BRANCH, 0, "第二党支部", NULL);
  add (tree, 5, 0, ZB_ORG_BRANCH, 0, "第一党支部", NULL);
  add (tree, 6, 0, ZB_ORG_BRANCH, 0, "机关第十二党支部", NULL);
  add (tree, 7, 0, ZB_ORG_BRANCH, 0, "机关第二党支部", NULL);
  add (tree, 8, 0, ZB_ORG_BRANCH, 0, "离退休党支部", NULL);
  zb_org_tree_seal (tree);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (zb_org_tree_at (tree, i)->id, ==, expected[i]);
}

static void
test_below (void)
{
  g_autoptr(ZbOrgTree) tree = sample ();
  static const gint64 tops[][2] = { { 7, 1 }, { 7, 2 }, { 7, 3 }, { 4, 2 }, { 6, 1 }, { 3, 3 } };
  static const gint64 apart[][2] = { { 1, 7 }, { 5, 2 }, { 4, 3 }, { 7, 4 }, { 99, 1 }, { 1, 99 } };

  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    g_assert_true (zb_org_tree_is_below (tree, tops[i][0], tops[i][1]));
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    g_assert_false (zb_org_tree_is_below (tree, apart[i][0], apart[i][1]));
}

/* Damaged trees are shown whole: orphans and rings stand at the top level, after the sound ones. */
static void
test_damaged (void)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_new (ZB_DATE_NONE);
  guint seen = 0;

  add (tree, 1, 0, ZB_ORG_COMMITTEE, 1, "党委", NULL);
  add (tree, 2, 3, ZB_ORG_BRANCH, 1, "环一", NULL);
  add (tree, 3, 2, ZB_ORG_BRANCH, 1, "环二", NULL);
  add (tree, 4, 4, ZB_ORG_BRANCH, 1, "自环", NULL);
  add (tree, 5, 77, ZB_ORG_BRANCH, 1, "孤支部", NULL);
  add (tree, 6, 5, ZB_ORG_GROUP, 1, "孤小组", NULL);
  zb_org_tree_seal (tree);
  g_assert_cmpuint (zb_org_tree_size (tree), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      seen |= 1u << zb_org_tree_at (tree, i)->id;
      g_assert_cmpuint (zb_org_tree_at (tree, i)->position, ==, i);
    }
  g_assert_cmpuint (seen, ==, 0x7e);
  g_assert_cmpuint (zb_org_tree_get (tree, 5)->depth, ==, 0);
  g_assert_cmpuint (zb_org_tree_get (tree, 6)->depth, ==, 1);
  g_assert_cmpuint (zb_org_tree_get (tree, 1)->position, ==, 0);
  g_assert_cmpuint (zb_org_tree_get (tree, 2)->depth + zb_org_tree_get (tree, 3)->depth, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_new (ZB_DATE_NONE);
  guint n = 7;

  zb_org_tree_seal (tree);
  g_assert_cmpuint (zb_org_tree_size (tree), ==, 0);
  g_assert_null (zb_org_tree_find (tree, "一支部", &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
assert_finds (ZbOrgTree *tree, const char *text, gint64 id, guint n)
{
  guint found_n;
  const ZbOrg *found = zb_org_tree_find (tree, text, &found_n);

  if ((found != NULL ? found->id : 0) != id || found_n != n)
    g_error ("“%s” finds %" G_GINT64_FORMAT " of %u", text, found != NULL ? found->id : 0, found_n);
}

static void
test_find (void)
{
  g_autoptr(ZbOrgTree) tree = sample ();

  assert_finds (tree, "uid-4", 4, 1);
  assert_finds (tree, "0579004", 4, 1);
  assert_finds (tree, "中共示范置业公司第一支部委员会", 3, 1);
  assert_finds (tree, "第一党支部", 3, 1);
  assert_finds (tree, "机关党支部", 5, 1);
  assert_finds (tree, "一支部", 3, 1);
  assert_finds (tree, "第一支部", 3, 1);
  assert_finds (tree, "机关支部", 5, 1);
  assert_finds (tree, "离退休", 6, 1);
  assert_finds (tree, "第一党小组", 7, 1);
  assert_finds (tree, "没有的支部", 0, 0);
  assert_finds (tree, "", 0, 0);
  assert_finds (tree, "党支部", 0, 4);
  g_assert_true (zb_org_tree_find (tree, "一支部", NULL) == zb_org_tree_get (tree, 3));
}

/* As people say and type the names of branches. */
static void
test_find_spoken (void)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_new (ZB_DATE_NONE);

  add (tree, 1, 0, ZB_ORG_BRANCH, 1, "中共示范（集团）公司第一支部委员会", "第一党支部");
  add (tree, 2, 0, ZB_ORG_BRANCH, 2, "中共示范（集团）公司第十一支部委员会", "第十一党支部");
  add (tree, 3, 0, ZB_ORG_BRANCH, 3, "中共示范（集团）公司第21支部委员会", "第21党支部");
  add (tree, 4, 0, ZB_ORG_BRANCH, 4, "中共示范 Alpha 公司支部", NULL);
  zb_org_tree_seal (tree);
  assert_finds (tree, "一支部", 1, 1);
  assert_finds (tree, "第一支部", 1, 1);
  assert_finds (tree, "1支部", 1, 1);
  assert_finds (tree, "第１党支部", 1, 1);
  assert_finds (tree, "第一支部委员会", 1, 1);
  assert_finds (tree, "十一支部", 2, 1);
  assert_finds (tree, "11支部", 2, 1);
  assert_finds (tree, "二十一支部", 3, 1);
  assert_finds (tree, "21支部", 3, 1);
  assert_finds (tree, "中共示范(集团)公司第一支部委员会", 1, 1);
  assert_finds (tree, "中共示范Alpha公司支部", 4, 1);
  assert_finds (tree, "二支部", 0, 0);
}

static void
test_short (void)
{
  g_assert_cmpstr (zb_org_short (&(ZbOrg) { .name = (char *) "全称", .short_name = (char *) "简称" }), ==, "简称");
  g_assert_cmpstr (zb_org_short (&(ZbOrg) { .name = (char *) "全称", .short_name = (char *) "" }), ==, "全称");
  g_assert_cmpstr (zb_org_short (&(ZbOrg) { .name = (char *) "全称" }), ==, "全称");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/org-tree/display-order", test_display_order);
  g_test_add_func ("/org-tree/pinyin-order", test_pinyin_order);
  g_test_add_func ("/org-tree/series-order", test_series_order);
  g_test_add_func ("/org-tree/below", test_below);
  g_test_add_func ("/org-tree/damaged", test_damaged);
  g_test_add_func ("/org-tree/empty", test_empty);
  g_test_add_func ("/org-tree/find", test_find);
  g_test_add_func ("/org-tree/find-spoken", test_find_spoken);
  g_test_add_func ("/org-tree/short", test_short);
  return g_test_run ();
}
