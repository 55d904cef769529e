/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "member-world.h"

static void
test_orders (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (700, rand);

  for (guint order = 0; order < ZB_N_ORDERS; order++)
    for (guint scope = 0; scope <= ZB_SCOPE_ALL; scope++)
      assert_same (world, &(ZbMemberQuery) { .order = (ZbMemberOrder) order, .scope = (ZbMemberScope) scope, .party_only = order % 2 });
}

/* Backwards: the known from the last to the first, then, as before, those of whom it is not known. */
static void
test_backwards (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (300, rand);
  static const ZbMemberOrder orders[] = { ZB_ORDER_JOINED, ZB_ORDER_BIRTH, ZB_ORDER_PINYIN, ZB_ORDER_OWN, ZB_ORDER_ID };

  for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
    {
      ZbMemberQuery query = { .order = orders[o], .scope = ZB_SCOPE_ALL };
      guint n, n_back, n_unknown = 0;
      g_autofree gint64 *ids = zb_member_columns_query (world->columns, &query, &n);
      g_autofree gint64 *back = NULL;

      query.descending = TRUE;
      back = zb_member_columns_query (world->columns, &query, &n_back);
      g_assert_cmpuint (n, ==, 300);
      g_assert_cmpuint (n_back, ==, 300);
      for (guint i = 0; i < 300; i++)
        {
          const ZbMemberEntry *entry = world_entry (world, i);

          n_unknown += orders[o] == ZB_ORDER_JOINED ? !zb_date_is_set (entry->standing.joined)
                       : orders[o] == ZB_ORDER_BIRTH ? !zb_date_is_set (entry->birth) : orders[o] == ZB_ORDER_OWN && entry->own_order == 0;
        }
      for (guint i = 0; i < 300 - n_unknown; i++)
        g_assert_cmpint (back[i], ==, ids[300 - n_unknown - 1 - i]);
      for (guint i = 300 - n_unknown; i < 300; i++)
        g_assert_cmpint (back[i], ==, ids[i]);
    }
}

static void
test_get (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (200, rand);

  g_assert_cmpuint (zb_member_columns_size (world->columns), ==, 200);
  g_assert_true (zb_member_columns_tree (world->columns) == world->tree);
  g_assert_cmpint (zb_date_compare (zb_member_columns_as_of (world->columns), TODAY), ==, 0);
  for (guint i = 0; i < 200; i++)
    {
      const ZbMemberEntry *put = world_entry (world, i);
      gint index = zb_member_columns_find (world->columns, put->id);
      ZbMemberEntry got;
      int age = zb_date_is_set (put->birth) ? zb_date_years_between (put->birth, TODAY) : -1;

      g_assert_cmpint (index, >=, 0);
      g_assert_cmpint (zb_member_columns_id (world->columns, (guint) index), ==, put->id);
      zb_member_columns_get (world->columns, (guint) index, &got);
      g_assert_cmpint (got.id, ==, put->id);
      g_assert_cmpstr (got.name, ==, put->name);
      g_assert_cmpstr (got.reading, ==, put->reading);
      g_assert_cmpstr (got.id_number, ==, put->id_number);
      g_assert_cmpint (got.org, ==, put->org);
      g_assert_cmpint (got.group, ==, put->group);
      g_assert_cmpint (got.state, ==, put->state);
      g_assert_cmpmem (got.codes, sizeof got.codes, put->codes, sizeof put->codes);
      g_assert_cmpint (zb_date_compare (got.birth, put->birth), ==, 0);
      g_assert_cmpint (zb_date_compare (got.standing.applied, put->standing.applied), ==, 0);
      g_assert_cmpint (zb_date_compare (got.standing.joined, put->standing.joined), ==, 0);
      g_assert_cmpint (zb_date_compare (got.standing.confirmed, put->standing.confirmed), ==, 0);
      g_assert_cmpint (got.standing.declared, ==, put->standing.declared);
      g_assert_cmpint (got.standing.correction_months, ==, put->standing.correction_months);
      g_assert_cmpuint (got.post_rank, ==, put->post_rank);
      g_assert_cmpint (got.own_order, ==, put->own_order);
      g_assert_cmpint (zb_member_columns_age (world->columns, (guint) index), ==, age);
      g_assert_cmpint (zb_member_columns_category (world->columns, (guint) index), ==, zb_standing_category (&put->standing, TODAY));
    }
  g_assert_cmpint (zb_member_columns_find (world->columns, 11), ==, -1);
  g_assert_cmpint (zb_member_columns_find (world->columns, 0), ==, -1);
}

/* Telephone and ID number stay apart, whichever of them is there. */
static void
test_get_numbers (void)
{
  static const struct { const char *phone, *id_number; } pairs[] = {
    { "19900000001", "990101198507011230" }, { "19900000001", NULL }, { NULL, "990101198507011230" }, { NULL, NULL },
  };
  g_autoptr(ZbOrgTree) tree = tree_new ();
  g_autoptr(ZbMemberColumns) columns = zb_member_columns_new (tree, TODAY, 4);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    zb_member_columns_add (columns, &(ZbMemberEntry) { .id = i + 1, .name = "某", .phone = pairs[i].phone,
                                                       .id_number = pairs[i].id_number, .post_rank = 0xffff });
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      ZbMemberEntry got;

      zb_member_columns_get (columns, i, &got);
      g_assert_cmpstr (got.phone, ==, pairs[i].phone);
      g_assert_cmpstr (got.id_number, ==, pairs[i].id_number);
    }
}

/* Added bare, people can be counted; with numbers and readings they are as if added whole. Who has no numbers, the
 * last among them, and numbers of nobody do no harm. */
static void
test_bare (void)
{
  static const char *const texts[] = { "张", "zhangs", "LS", "1990", "0002", "单" };
  g_autoptr(ZbOrgTree) tree = tree_new ();
  g_autoptr(ZbMemberColumns) columns = zb_member_columns_new (tree, TODAY, 2);
  g_autoptr(ZbMemberColumns) whole = zb_member_columns_new (tree, TODAY, 2);
  const ZbMemberEntry people[] = {
    { .id = 2, .name = "张三", .phone = "19900000002", .id_number = "990101198507011230", .post_rank = 0xffff },
    { .id = 3, .name = "李四", .post_rank = 0xffff },
    { .id = 5, .name = "单一", .reading = "dan yi", .phone = "19900000005", .post_rank = 0xffff },
    { .id = 8, .name = "王五", .post_rank = 0xffff },
  };
  ZbMemberCounts counts;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      zb_member_columns_add_bare (columns, &people[i]);
      zb_member_columns_add (whole, &people[i]);
    }
  zb_member_columns_count (columns, NULL, &counts);
  g_assert_cmpuint (counts.people, ==, 4);
  zb_member_columns_add_numbers (columns, 1, "19900000001", NULL);
  zb_member_columns_add_numbers (columns, 2, people[0].phone, people[0].id_number);
  zb_member_columns_add_numbers (columns, 4, "19900000004", NULL);
  zb_member_columns_add_numbers (columns, 5, people[2].phone, NULL);
  zb_member_columns_complete (columns);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      ZbMemberEntry got;

      zb_member_columns_get (columns, i, &got);
      g_assert_cmpint (got.id, ==, people[i].id);
      g_assert_cmpstr (got.name, ==, people[i].name);
      g_assert_cmpstr (got.reading, ==, people[i].reading);
      g_assert_cmpstr (got.phone, ==, people[i].phone);
      g_assert_cmpstr (got.id_number, ==, people[i].id_number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ZbMemberQuery query = { .text = texts[i], .order = ZB_ORDER_PINYIN, .scope = ZB_SCOPE_ALL };
      guint n, n_wanted;
      g_autofree gint64 *ids = zb_member_columns_query (columns, &query, &n);
      g_autofree gint64 *wanted = zb_member_columns_query (whole, &query, &n_wanted);

      g_assert_cmpuint (n_wanted, >, 0);
      g_assert_cmpmem (ids, n * sizeof *ids, wanted, n_wanted * sizeof *wanted);
    }
}

/* Changing */

static void
assert_all_same (World *world)
{
  static const char *const texts[] = { NULL, "张", "晓云", "199", "123", "第三党支部" };

  for (guint order = 0; order < ZB_N_ORDERS; order++)
    assert_same (world, &(ZbMemberQuery) { .text = texts[order % G_N_ELEMENTS (texts)], .order = (ZbMemberOrder) order,
                                           .scope = ZB_SCOPE_ALL });
}

static guint
place_of (World *world, gint64 id)
{
  for (guint i = 0; i < world->people->len; i++)
    if (world_entry (world, i)->id == id)
      return i;
  return G_MAXUINT;
}

static void
put (World *world, Person *person)
{
  guint place = place_of (world, person->entry.id);

  zb_member_columns_put (world->columns, &person->entry);
  if (place != G_MAXUINT)
    g_ptr_array_remove_index (world->people, place);
  g_ptr_array_add (world->people, person);
}

static void
take_out (World *world, gint64 id)
{
  zb_member_columns_remove (world->columns, id);
  g_ptr_array_remove_index (world->people, place_of (world, id));
}

/* Orders that were made before are patched, and are then what they would be if made anew. */
static void
test_changes (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (250, rand);
  gint64 next = 100000;

  assert_all_same (world);
  for (guint round = 0; round < 60; round++)
    {
      for (guint change = 0; change < 1 + pick (rand, 6); change++)
        {
          Person *some = g_ptr_array_index (world->people, pick (rand, world->people->len));
          guint what = pick (rand, 4);

          if (what == 0)
            put (world, person_new (next++, rand));
          else if (what == 1)
            take_out (world, some->entry.id);
          else
            put (world, person_new (some->entry.id, rand));
        }
      assert_all_same (world);
    }
}

/* Undo and redo of an entry: out, and in again under its old id. */
static void
test_back_again (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (120, rand);

  assert_all_same (world);
  for (guint round = 0; round < 30; round++)
    {
      gint64 id = world_entry (world, pick (rand, world->people->len))->id;

      take_out (world, id);
      g_assert_cmpint (zb_member_columns_find (world->columns, id), ==, -1);
      if (round % 2 == 0)
        assert_all_same (world);
      put (world, person_new (id, rand));
      g_assert_cmpint (zb_member_columns_find (world->columns, id), >=, 0);
      assert_all_same (world);
    }
  zb_member_columns_remove (world->columns, 424242);
  assert_all_same (world);
}

/* Many changes at once, as an import and its undo make them. */
static void
test_many_changes (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (50, rand);

  assert_all_same (world);
  for (gint64 id = 1000; id < 1600; id++)
    put (world, person_new (id, rand));
  assert_all_same (world);
  for (gint64 id = 1000; id < 1600; id++)
    take_out (world, id);
  assert_all_same (world);
  for (gint64 id = 1599; id >= 1000; id--)
    put (world, person_new (id, rand));
  assert_all_same (world);
}

static void
test_set_tree (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (200, rand);
  g_autoptr(ZbOrgTree) other = zb_org_tree_new (TODAY);

  assert_all_same (world);
  for (guint i = 0; i < zb_org_tree_size (world->tree); i++)
    {
      ZbOrg org = *zb_org_tree_at (world->tree, i);

      org.order = -org.order + 100;
      zb_org_tree_add (other, &org);
    }
  zb_org_tree_seal (other);
  zb_member_columns_set_tree (world->columns, other);
  zb_org_tree_unref (world->tree);
  world->tree = zb_org_tree_ref (other);
  assert_all_same (world);
}

static void
test_empty (void)
{
  g_autoptr(ZbOrgTree) tree = tree_new ();
  g_autoptr(ZbMemberColumns) columns = zb_member_columns_new (tree, TODAY, 0);
  g_autoptr(ZbFilter) filter = zb_filter_parse ("女 且 45岁以下", NULL, NULL);
  ZbMemberCounts counts;
  guint n = 7;

  g_free (zb_member_columns_query (columns, &(ZbMemberQuery) { .text = "张", .filter = filter, .order = ZB_ORDER_POST }, &n));
  g_assert_cmpuint (n, ==, 0);
  zb_member_columns_count (columns, filter, &counts);
  g_assert_cmpuint (counts.people, ==, 0);
  g_free (zb_member_columns_alike (columns, "张三", NULL, &n));
  g_assert_cmpuint (n, ==, 0);
  zb_member_columns_remove (columns, 1);
  g_assert_cmpint (zb_member_columns_find (columns, 1), ==, -1);
  zb_member_columns_unref (NULL);
}

static void
test_names_of_orders (void)
{
  static const char *const promised[] = { "stroke", "stroke-full", "pinyin", "post", "joined", "own" };
  ZbMemberOrder order;

  for (guint i = 0; i < ZB_N_ORDERS; i++)
    {
      g_assert_true (zb_member_order_from_name (zb_member_order_name ((ZbMemberOrder) i), &order));
      g_assert_cmpint (order, ==, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (promised); i++)
    g_assert_true (zb_member_order_from_name (promised[i], &order));
  g_assert_false (zb_member_order_from_name ("nothing", &order));
  g_assert_false (zb_member_order_from_name (NULL, &order));
}

/* Every field that a table can show has an order, under its own name or that of the order it is. */
static void
test_orders_of_fields (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (20, rand);

  for (guint i = 0; i < zb_kind_member.n_fields; i++)
    {
      const ZbField *field = &zb_kind_member.fields[i];
      ZbMemberOrder order, again;
      guint n;

      g_assert_true (zb_member_order_from_name (field->name, &order));
      g_assert_cmpint (order, ==, zb_member_order_by (field));
      g_assert_true (zb_member_order_from_name (zb_member_order_name (order), &again));
      g_assert_cmpint (again, ==, order);
      g_free (zb_member_columns_query (world->columns, &(ZbMemberQuery) { .order = order, .scope = ZB_SCOPE_ALL }, &n));
      g_assert_cmpuint (n, ==, 20);
    }
  g_assert_null (zb_member_order_field (ZB_ORDER_ID));
}

static char *
ids_in (ZbMemberColumns *columns, ZbMemberOrder order, gboolean descending)
{
  guint n;
  g_autofree gint64 *ids = zb_member_columns_query (columns, &(ZbMemberQuery) { .order = order, .descending = descending }, &n);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", ids[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_ids(columns, order, descending, expected)              \
  G_STMT_START                                                        \
    {                                                                 \
      g_autofree char *ids_ = ids_in (columns, order, descending);    \
      g_assert_cmpstr (ids_, ==, expected);                           \
    }                                                                 \
  G_STMT_END

static ZbMemberRanks *
ranks_new (ZbMemberOrder order, const gint64 *ids, const guint32 *ranks, guint n)
{
  ZbMemberRanks *self = g_new0 (ZbMemberRanks, 1);

  *self = (ZbMemberRanks) { order, g_memdup2 (ids, n * sizeof *ids), g_memdup2 (ranks, n * sizeof *ranks), n };
  return self;
}

static ZbMemberOrder
order_named (const char *name)
{
  ZbMemberOrder order;

  g_assert_true (zb_member_order_from_name (name, &order));
  return order;
}

/* Equal ones by pinyin, the unknown last both ways; who comes or changes makes the ranks old, and grows with them. */
static void
test_ranks (void)
{
  g_autoptr(ZbOrgTree) tree = tree_new ();
  g_autoptr(ZbMemberColumns) columns = zb_member_columns_new (tree, TODAY, 2);
  ZbMemberOrder phone = order_named ("phone");
  g_autoptr(ZbMemberRanks) ranks = ranks_new (phone, (gint64[]) { 1, 3, 4, 9 }, (guint32[]) { 2, 1, 2, 3 }, 4);
  static const char *const names[] = { "王一", "李二", "张三", "陈四" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    zb_member_columns_add (columns, &(ZbMemberEntry) { .id = i + 1, .name = names[i], .post_rank = 0xffff });
  g_assert_true (zb_member_columns_lack_ranks (columns, phone));
  assert_ids (columns, phone, FALSE, "4 2 1 3 ");
  zb_member_columns_set_ranks (columns, ranks);
  g_assert_false (zb_member_columns_lack_ranks (columns, phone));
  assert_ids (columns, phone, FALSE, "3 4 1 2 ");
  assert_ids (columns, phone, TRUE, "1 4 3 2 ");
  for (guint i = 5; i < 200; i++)
    zb_member_columns_put (columns, &(ZbMemberEntry) { .id = i, .name = "周", .post_rank = 0xffff });
  g_assert_true (zb_member_columns_lack_ranks (columns, phone));
  zb_member_columns_set_ranks (columns, ranks);
  {
    g_autofree char *ids = ids_in (columns, phone, FALSE);

    g_assert_true (g_str_has_prefix (ids, "3 4 1 9 2 5 6 7 8 10 "));
  }
}

/* What the columns hold themselves needs no ranks. */
static void
test_held_fields (void)
{
  g_autoptr(ZbOrgTree) tree = tree_new ();
  g_autoptr(ZbMemberColumns) columns = zb_member_columns_new (tree, TODAY, 2);
  ZbMemberEntry people[] = {
    { .id = 1, .name = "王一", .birth = { 1980, 1, 1 }, .standing = { .declared = ZB_CATEGORY_FULL, .joined = { 1999, 7, 1 }, .confirmed = { 2000, 7, 1 } } },
    { .id = 2, .name = "李二", .birth = { 1990, 1, 1 }, .standing = { .declared = ZB_CATEGORY_FULL, .joined = { 2009, 7, 1 }, .confirmed = { 2010, 7, 1 }, .correction_months = 240 } },
    { .id = 3, .name = "张三", .state = ZB_MEMBER_UNPLACED },
  };

  people[0].codes[ZB_MEMBER_LOST] = 2;
  people[2].codes[ZB_MEMBER_LOST] = 1;
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    zb_member_columns_add (columns, &people[i]);
  g_assert_false (zb_member_columns_lack_ranks (columns, order_named ("lost")));
  assert_ids (columns, order_named ("age"), FALSE, "2 1 3 ");
  assert_ids (columns, order_named ("age"), TRUE, "1 2 3 ");
  /* The longest first: 2010 corrected by twenty years is before 2000. */
  assert_ids (columns, order_named ("standing"), FALSE, "2 1 3 ");
  assert_ids (columns, order_named ("standing"), TRUE, "1 2 3 ");
  assert_ids (columns, order_named ("state"), TRUE, "3 1 2 ");
  assert_ids (columns, order_named ("lost"), FALSE, "3 1 2 ");
  assert_ids (columns, order_named ("lost"), TRUE, "1 3 2 ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/member-columns/orders", test_orders);
  g_test_add_func ("/member-columns/backwards", test_backwards);
  g_test_add_func ("/member-columns/orders-of-fields", test_orders_of_fields);
  g_test_add_func ("/member-columns/ranks", test_ranks);
  g_test_add_func ("/member-columns/held-fields", test_held_fields);
  g_test_add_func ("/member-columns/get", test_get);
  g_test_add_func ("/member-columns/get-numbers", test_get_numbers);
  g_test_add_func ("/member-columns/bare", test_bare);
  g_test_add_func ("/member-columns/changes", test_changes);
  g_test_add_func ("/member-columns/back-again", test_back_again);
  g_test_add_func ("/member-columns/many-changes", test_many_changes);
  g_test_add_func ("/member-columns/set-tree", test_set_tree);
  g_test_add_func ("/member-columns/empty", test_empty);
  g_test_add_func ("/member-columns/names-of-orders", test_names_of_orders);
  return g_test_run ();
}
