/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "store/zb-access-log.h"
#include "store/zb-export-log.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

static ZbMemberColumns *
load (ZbDb *db, const char *day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, zb_test_date (day), TRUE, &error);
  ZbMemberColumns *columns;

  g_assert_no_error (error);
  columns = zb_member_columns_load (db, tree, zb_test_date (day), NULL, NULL, &error);
  g_assert_no_error (error);
  return columns;
}

static ZbMemberEntry
entry_of (ZbMemberColumns *columns, gint64 id)
{
  gint index = zb_member_columns_find (columns, id);
  ZbMemberEntry entry;

  g_assert_cmpint (index, >=, 0);
  zb_member_columns_get (columns, (guint) index, &entry);
  return entry;
}

static guint
count_scope (ZbMemberColumns *columns, ZbMemberScope scope)
{
  ZbMemberQuery query = { .order = ZB_ORDER_ID, .scope = scope };
  guint n;
  g_autofree gint64 *ids = zb_member_columns_query (columns, &query, &n);

  return n;
}

static void
test_add (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 group = zb_test_organization (test->db, "group", "第一党小组", branch);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "member.add", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autoptr(ZbRecord) membership = NULL;
  g_autoptr(GError) error = NULL;

  zb_record_set (record, "name", "张三");
  g_assert_true (zb_members_add (set, record, branch, group, zb_test_date ("2020-05"), "transferred_in", &error));
  g_assert_true (zb_change_set_commit (set, NULL, &error));
  membership = zb_members_membership (test->db, record->id, &error);
  g_assert_cmpint (zb_record_get_int (membership, "org"), ==, branch);
  g_assert_cmpint (zb_record_get_int (membership, "group"), ==, group);
  g_assert_cmpstr (zb_record_get (membership, "kind"), ==, "organizational");
  g_assert_cmpstr (zb_record_get (membership, "started_on"), ==, "2020-05");
  g_assert_cmpstr (zb_record_get (membership, "begun_by"), ==, "transferred_in");
}

static void
assert_add_refused (ZbTestDb *test, gint64 org, gint64 group)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "member.add", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autoptr(GError) error = NULL;

  zb_record_set (record, "name", "张三");
  g_assert_false (zb_members_add (set, record, org, group, ZB_DATE_NONE, "imported", &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
}

static void
test_add_in_wrong_place (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 other = zb_test_organization (test->db, "branch", "第二党支部", 0);
  gint64 closed = zb_test_organization (test->db, "branch", "第三党支部", 0);
  gint64 group = zb_test_organization (test->db, "group", "第一党小组", other);

  g_assert_true (zb_test_do (test->db, &zb_kind_organization, closed, "close", "2026-01-01", NULL, "on", "2025-01-01", NULL));
  assert_add_refused (test, group, 0);
  assert_add_refused (test, branch, group);
  assert_add_refused (test, closed, 0);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 0);
}

static gboolean
set_group (ZbTestDb *test, gint64 person, gint64 group, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "member.group", NULL, NULL);

  return zb_members_set_group (set, person, group, error) && zb_change_set_commit (set, NULL, error);
}

static void
test_group (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 other = zb_test_organization (test->db, "branch", "第二党支部", 0);
  gint64 group = zb_test_organization (test->db, "group", "第一党小组", branch);
  gint64 elsewhere = zb_test_organization (test->db, "group", "第一党小组", other);
  gint64 person = zb_test_member (test->db, "张三", branch, NULL);
  gint64 nobody = zb_test_member (test->db, "李四", 0, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (set_group (test, person, group, NULL));
  g_assert_false (set_group (test, person, elsewhere, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (set_group (test, person, other, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (set_group (test, nobody, group, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  {
    g_autoptr(ZbMemberColumns) columns = load (test->db, "2026-01-01");

    g_assert_cmpint (entry_of (columns, person).group, ==, group);
  }
  g_assert_true (set_group (test, person, 0, NULL));
  {
    g_autoptr(ZbRecord) membership = zb_members_membership (test->db, person, NULL);

    g_assert_null (zb_record_get (membership, "group"));
  }
}

static void
test_columns_hold_the_record (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 person = zb_test_member (test->db, "单晓云", branch, "reading", "shan xiao yun", "sex", "2", "ethnicity", "08",
                                  "birth_date", "1985-07", "joined_on", "2010-07-01", "confirmed_on", "2011-07-01",
                                  "standing_correction", "-3", "floating", "1", "lost", "0", "own_order", "12",
                                  "phone", "19900000001", "id_number", "99010119850712002X", NULL);
  g_autoptr(ZbMemberColumns) columns = NULL;
  ZbMemberEntry entry;

  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (branch), "person", zb_test_id (person), "post", "publicity_officer",
                  "started_on", "2020-01-01", NULL);
  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (branch), "person", zb_test_id (person), "post", "secretary",
                  "started_on", "2015-01-01", "ended_on", "2020-01-01", NULL);
  columns = load (test->db, "2026-01-01");
  entry = entry_of (columns, person);
  g_assert_cmpstr (entry.name, ==, "单晓云");
  g_assert_cmpstr (entry.reading, ==, "shan xiao yun");
  g_assert_true (g_str_has_prefix (entry.phone, "19900000001"));
  g_assert_cmpstr (entry.id_number, ==, "99010119850712002X");
  g_assert_cmpint (entry.org, ==, branch);
  g_assert_cmpint (entry.state, ==, ZB_MEMBER_HERE);
  g_assert_cmpint (entry.codes[ZB_MEMBER_ETHNICITY], ==, 8);
  g_assert_cmpint (entry.codes[ZB_MEMBER_FLOATING], ==, 2);
  g_assert_cmpint (entry.codes[ZB_MEMBER_LOST], ==, 1);
  g_assert_cmpint (entry.codes[ZB_MEMBER_MIGRANT_WORKER], ==, 0);
  g_assert_cmpint (zb_date_compare (entry.birth, zb_test_date ("1985-07")), ==, 0);
  g_assert_cmpint (zb_date_compare (entry.standing.confirmed, zb_test_date ("2011-07-01")), ==, 0);
  g_assert_cmpint (entry.standing.correction_months, ==, -3);
  g_assert_cmpint (entry.own_order, ==, 12);
  g_assert_cmpint (entry.post_rank, !=, 0xffff);
  g_assert_cmpint (zb_member_columns_category (columns, 0), ==, ZB_CATEGORY_FULL);
  {
    g_autoptr(ZbMemberColumns) earlier = load (test->db, "2019-06-01");

    /* The secretary of that year stands before an officer. */
    g_assert_cmpint (entry_of (earlier, person).post_rank, <, entry.post_rank);
  }
}

/* One person's way: in a branch, moved, out and in again; each day has its own answer. */
static void
test_columns_of_a_day (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 one = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 two = zb_test_organization (test->db, "branch", "第二党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", one, "category", "full", NULL);
  const struct { const char *day; gint64 org; ZbMemberState state; } days[] = {
    { "2010-01-01", one, ZB_MEMBER_HERE }, { "2021-02-28", one, ZB_MEMBER_HERE }, { "2021-03-01", two, ZB_MEMBER_HERE },
    { "2022-05-31", two, ZB_MEMBER_HERE }, { "2022-06-01", two, ZB_MEMBER_TRANSFERRED },
    { "2023-09-30", two, ZB_MEMBER_TRANSFERRED }, { "2023-10-01", one, ZB_MEMBER_HERE }, { "2025-01-01", one, ZB_MEMBER_DECEASED },
  };

  g_assert_true (zb_test_do (test->db, &zb_kind_member, person, "move", "2026-01-01", NULL, "on", "2021-03-01", "to", zb_test_id (two), NULL));
  g_assert_true (zb_test_do (test->db, &zb_kind_member, person, "transfer-out", "2026-01-01", NULL, "on", "2022-06-01", "to_org",
                             "中共白渡市委员会", NULL));
  g_assert_true (zb_test_do (test->db, &zb_kind_member, person, "transfer-in", "2026-01-01", NULL, "on", "2023-10-01", "to",
                             zb_test_id (one), NULL));
  g_assert_true (zb_test_do (test->db, &zb_kind_member, person, "decease", "2026-01-01", NULL, "on", "2025-01-01", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(ZbMemberColumns) columns = load (test->db, days[i].day);
      ZbMemberEntry entry = entry_of (columns, person);
      g_autoptr(ZbRecord) record = zb_records_get (test->db, &zb_kind_member, person, FALSE, NULL);

      g_test_message ("%s", days[i].day);
      g_assert_cmpint (entry.state, ==, days[i].state);
      if (days[i].state == ZB_MEMBER_HERE)
        g_assert_cmpint (entry.org, ==, days[i].org);
      g_assert_cmpuint (count_scope (columns, ZB_SCOPE_HERE), ==, days[i].state == ZB_MEMBER_HERE);
      g_assert_cmpuint (count_scope (columns, ZB_SCOPE_LEFT), ==, days[i].state != ZB_MEMBER_HERE);
      g_assert_true (zb_members_derive (test->db, record, zb_test_date (days[i].day), NULL));
      g_assert_cmpint (zb_record_get_int (record, "branch"), ==, days[i].org);
    }
}

/* Who comes next year is neither here today nor gone. */
static void
test_not_yet_here (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "member.add", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autofree gint64 *page = NULL;
  guint n;

  zb_record_set (record, "name", "张三");
  g_assert_true (zb_members_add (set, record, branch, 0, zb_test_date ("2025-03-01"), "transferred_in", NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  {
    g_autoptr(ZbMemberColumns) before = load (test->db, "2024-12-31");
    g_autoptr(ZbMemberColumns) after = load (test->db, "2025-03-01");

    g_assert_cmpuint (count_scope (before, ZB_SCOPE_ALL), ==, 0);
    g_assert_cmpuint (count_scope (after, ZB_SCOPE_HERE), ==, 1);
  }
  page = zb_test_first_page (test->db, zb_test_date ("2024-12-31"), 10, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
count_people (ZbMemberColumns *columns, gpointer out_count)
{
  *(guint *) out_count = count_scope (columns, ZB_SCOPE_HERE);
}

/* People can be counted in the middle of the load; afterwards each has the numbers that are theirs. */
static void
test_counted (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 with = zb_test_member (test->db, "张三", 0, "phone", "19900000001", "id_number", "990101198507011230", NULL);
  gint64 without = zb_test_member (test->db, "李四", 0, NULL);
  gint64 last = zb_test_member (test->db, "王五", 0, "phone", "19900000003", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (test->db, zb_test_date ("2026-06-01"), TRUE, &error);
  g_autoptr(ZbMemberColumns) columns = NULL;
  guint count = 0;

  columns = zb_member_columns_load (test->db, tree, zb_test_date ("2026-06-01"), count_people, &count, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpstr (entry_of (columns, with).phone, ==, "19900000001");
  g_assert_cmpstr (entry_of (columns, with).id_number, ==, "990101198507011230");
  g_assert_cmpstr (entry_of (columns, without).phone, ==, NULL);
  g_assert_cmpstr (entry_of (columns, last).phone, ==, "19900000003");
  g_assert_cmpstr (entry_of (columns, last).id_number, ==, NULL);
  /* Nothing stays open that would keep others from writing. */
  g_assert_cmpint (zb_test_db_number (test, "PRAGMA wal_checkpoint(TRUNCATE)"), ==, 0);
}

static void
test_reload (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 one = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 two = zb_test_organization (test->db, "branch", "第二党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", one, NULL);
  g_autoptr(ZbMemberColumns) columns = load (test->db, "2026-01-01");
  gint64 added = zb_test_member (test->db, "李四", one, NULL);
  gint64 ids[2];
  g_autoptr(ZbChangeSet) set = NULL;

  zb_test_set (test->db, &zb_kind_member, person, "phone", "19900000007");
  g_assert_true (zb_test_do (test->db, &zb_kind_member, person, "move", "2026-01-01", NULL, "on", "2025-01-01", "to", zb_test_id (two), NULL));
  ids[0] = person;
  ids[1] = added;
  g_assert_true (zb_member_columns_reload (test->db, columns, ids, 2, NULL));
  g_assert_cmpint (entry_of (columns, person).org, ==, two);
  g_assert_true (g_str_has_prefix (entry_of (columns, person).phone, "19900000007"));
  g_assert_cmpint (entry_of (columns, added).org, ==, one);
  set = zb_change_set_begin (test->db, "test", NULL, NULL);
  g_assert_true (zb_change_set_withdraw (set, &zb_kind_member, person, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  g_assert_true (zb_member_columns_reload (test->db, columns, ids, 1, NULL));
  g_assert_cmpint (zb_member_columns_find (columns, person), ==, -1);
}

static void
test_first_page (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 wang = zb_test_member (test->db, "王五", branch, NULL);
  gint64 an = zb_test_member (test->db, "安一", branch, NULL);
  gint64 li = zb_test_member (test->db, "李四", 0, NULL);
  gint64 gone = zb_test_member (test->db, "白七", branch, NULL);
  g_autofree gint64 *ids = NULL;
  guint n;

  g_assert_true (zb_test_do (test->db, &zb_kind_member, gone, "decease", "2026-01-01", NULL, "on", "2025-01-01", NULL));
  ids = zb_test_first_page (test->db, zb_test_date ("2026-01-01"), 10, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (ids[0], ==, an);
  g_assert_cmpint (ids[1], ==, li);
  g_assert_cmpint (ids[2], ==, wang);
  g_free (g_steal_pointer (&ids));
  ids = zb_test_first_page (test->db, zb_test_date ("2026-01-01"), 1, &n);
  g_assert_cmpuint (n, ==, 1);
}

/* Puts people with these values, in the order in which they should stand, into the registry backwards. */
static void
assert_field_order (const char *field, const char *const *values)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  guint n = g_strv_length ((char **) values), n_found;
  g_autofree gint64 *people = g_new0 (gint64, n + 1);
  g_autofree gint64 *ids = NULL;
  g_autofree gint64 *back = NULL;
  g_autoptr(ZbMemberColumns) columns = NULL;
  g_autoptr(GError) error = NULL;
  ZbMemberQuery query = { 0 };

  people[n] = zb_test_member (test->db, "安", branch, NULL);
  for (guint i = n; i > 0; i--)
    people[i - 1] = zb_test_member (test->db, "王", branch, field, values[i - 1], NULL);
  columns = load (test->db, "2026-01-01");
  g_assert_true (zb_member_order_from_name (field, &query.order));
  g_assert_true (zb_member_columns_rank (test->db, columns, query.order, &error));
  g_assert_no_error (error);
  ids = zb_member_columns_query (columns, &query, &n_found);
  g_assert_cmpuint (n_found, ==, n + 1);
  g_assert_cmpmem (ids, (n + 1) * sizeof *ids, people, (n + 1) * sizeof *people);
  query.descending = TRUE;
  back = zb_member_columns_query (columns, &query, &n_found);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (back[i], ==, people[n - 1 - i]);
  g_assert_cmpint (back[n], ==, people[n]);
}

/* As a person expects it; whose value is not known stands last, forwards and backwards. */
static void
test_rank (void)
{
  static const struct { const char *field; const char *values[7]; } orders[] = {
    { "phone", { "19900000001", "19900000002", "19900000010" } },
    { "id_number", { "990101198001010018", "990101198001010026", "990102197001010016" } },
    { "address", { "2号楼", "10号楼", "安平路 3 号", "安平路 20 号", "重庆路", "中山路", "b区" } },
    { "work_unit", { "第2车间", "第10车间", "甲厂", "乙厂", "ABB", "abc" } },
    { "introducer1", { "李样本", "单样本", "王样本" } },
    { "work_started_on", { "1999", "1999-07", "1999-07-02", "2003-01" } },
    { "probation_until", { "2026-05-01", "2027-01-01" } },
    { "dues_base", { "900000", "1200000" } },
    { "standing_correction", { "-12", "-3", "6", "24" } },
    { "full_time_education", { NULL } },
    { "migrant_worker", { "0", "1" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_member, orders[i].field);
      const ZbCodeTable *table = field->codes != NULL ? zb_code_table_get (field->codes) : NULL;
      const char *values[8] = { NULL };

      for (guint j = 0; j < G_N_ELEMENTS (orders[i].values); j++)
        values[j] = table == NULL ? orders[i].values[j] : j < 3 ? table->codes[j].code : NULL;
      assert_field_order (orders[i].field, values);
    }
}

/* A changed value makes them old. */
static void
test_rank_again (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 first = zb_test_member (test->db, "张三", branch, "school", "甲大学", NULL);
  gint64 second = zb_test_member (test->db, "李四", branch, "school", "乙大学", NULL);
  g_autoptr(ZbMemberColumns) columns = load (test->db, "2026-01-01");
  ZbMemberQuery query = { 0 };

  g_assert_true (zb_member_order_from_name ("school", &query.order));
  for (guint round = 0; round < 2; round++)
    {
      guint n;
      g_autofree gint64 *ids = NULL;

      g_assert_true (zb_member_columns_lack_ranks (columns, query.order));
      g_assert_true (zb_member_columns_rank (test->db, columns, query.order, NULL));
      g_assert_false (zb_member_columns_lack_ranks (columns, query.order));
      ids = zb_member_columns_query (columns, &query, &n);
      g_assert_cmpint (ids[0], ==, round == 0 ? first : second);
      zb_test_set (test->db, &zb_kind_member, first, "school", "中大学");
      g_assert_true (zb_member_columns_reload (test->db, columns, &first, 1, NULL));
    }
}

/* The page is what the whole would begin with, in the orders that it knows. */
static void
assert_begins (ZbDb *db, ZbMemberColumns *all, ZbMemberOrder order, gboolean party_only, guint limit)
{
  ZbMemberQuery query = { .order = order, .party_only = party_only };
  guint n, n_all;
  g_autofree gint64 *page = zb_members_first_page (db, zb_member_columns_as_of (all), &query, limit, &n, NULL);
  g_autofree gint64 *whole = zb_member_columns_query (all, &query, &n_all);

  g_assert_nonnull (page);
  g_assert_cmpmem (page, n * sizeof *page, whole, MIN (limit, n_all) * sizeof *whole);
}

static void
test_first_page_of_orders (void)
{
  static const char *const names[] = { "王五", "安一", "李四", "白七", "陈二", "欧阳三", "丁八", "孔九" };
  static const ZbMemberOrder orders[] = { ZB_ORDER_POST, ZB_ORDER_ORG, ZB_ORDER_PINYIN };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 committee = zb_test_organization (test->db, "committee", "某局党委", 0);
  gint64 branches[4], people[40];
  g_autoptr(ZbMemberColumns) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (branches); i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u党支部", 4 - i);

      branches[i] = zb_test_organization (test->db, "branch", name, committee);
    }
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = zb_test_member (test->db, names[i * 5 % 8], i % 9 == 8 ? 0 : branches[i % 4], "category", i % 3 == 0 ? "activist" : "full", NULL);
  /* Somebody of the first organisation is in the last by now, somebody is gone, somebody holds a post. */
  g_assert_true (zb_test_do (test->db, &zb_kind_member, people[3], "move", "2026-01-01", NULL, "on", "2025-01-01", "to", zb_test_id (branches[0]), NULL));
  g_assert_true (zb_test_do (test->db, &zb_kind_member, people[7], "decease", "2026-01-01", NULL, "on", "2025-01-01", NULL));
  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (branches[3]), "person", zb_test_id (people[11]), "post", "secretary", NULL);
  all = load (test->db, "2026-01-01");
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    for (guint limit = 1; limit <= G_N_ELEMENTS (people) + 1; limit++)
      {
        assert_begins (test->db, all, orders[i], FALSE, limit);
        assert_begins (test->db, all, orders[i], TRUE, limit);
      }
}

/* The beginning of the tree, level by level, is that of the whole. */
static void
test_first_organizations (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  ZbDate day = zb_test_date ("2026-01-01");
  gint64 tops[2] = { zb_test_organization (test->db, "committee", "乙党委", 0), zb_test_organization (test->db, "committee", "甲党委", 0) };
  g_autoptr(ZbOrgTree) whole = NULL;
  gint64 closed;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u党总支", 12 - i);
      gint64 general = zb_test_organization (test->db, "general_branch", name, tops[i % 2]);

      zb_test_organization (test->db, "branch", "第二党支部", general);
      zb_test_organization (test->db, "branch", "第一党支部", general);
    }
  closed = zb_test_organization (test->db, "branch", "第三党支部", tops[0]);
  g_assert_true (zb_test_do (test->db, &zb_kind_organization, closed, "close", "2026-01-01", NULL, "on", "2025-04-01", NULL));
  whole = zb_org_tree_load (test->db, day, FALSE, NULL);
  for (guint limit = 0; limit <= zb_org_tree_size (whole) + 1; limit++)
    {
      g_autoptr(ZbOrgTree) first = zb_org_tree_load_first (test->db, day, limit, NULL);

      g_assert_cmpuint (zb_org_tree_size (first), ==, MIN (limit, zb_org_tree_size (whole)));
      for (guint i = 0; i < zb_org_tree_size (first); i++)
        g_assert_cmpint (zb_org_tree_at (first, i)->id, ==, zb_org_tree_at (whole, i)->id);
    }
}

static void
test_derive (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", branch, "birth_date", "1980-06-15", "joined_on", "2004-07-01", "confirmed_on",
                                  "2005-07-01", "standing_correction", "6", NULL);
  g_autoptr(ZbRecord) record = zb_records_get (test->db, &zb_kind_member, person, FALSE, NULL);

  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (branch), "person", zb_test_id (person), "post", "organization_officer", NULL);
  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (branch), "person", zb_test_id (person), "post", "secretary", NULL);
  g_assert_true (zb_members_derive (test->db, record, zb_test_date ("2026-06-14"), NULL));
  g_assert_cmpstr (zb_record_get (record, "age"), ==, "45");
  g_assert_cmpstr (zb_record_get (record, "category"), ==, "full");
  g_assert_cmpstr (zb_record_get (record, "post"), ==, "书记、组织委员");
  /* 20 years and 11 months, and 6 months of correction. */
  g_assert_cmpstr (zb_record_get (record, "standing"), ==, "21");
  g_assert_cmpint (zb_record_get_int (record, "branch"), ==, branch);
  g_assert_true (zb_members_derive (test->db, record, zb_test_date ("2005-01-01"), NULL));
  g_assert_cmpstr (zb_record_get (record, "category"), ==, "probationary");
  g_assert_cmpstr (zb_record_get (record, "standing"), ==, "预备期");
}

static void
test_id_numbers (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  /* GB 11643's own example, and its form of 15 digits. */
  gint64 long_form = zb_test_member (test->db, "张三", 0, "id_number", "11010519491231002X", NULL);
  gint64 short_form = zb_test_member (test->db, "李四", 0, "id_number", "110105491231002", NULL);
  /* Born a hundred years later: another person, whatever the 15 digits look like. */
  gint64 later = zb_test_member (test->db, "王五", 0, "id_number", "110105204912310026", NULL);
  static const char *const forms[] = { "11010519491231002X", "110105491231002" };
  g_autofree gint64 *ids = NULL;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree gint64 *both = zb_members_find_id_number (test->db, forms[i], &n, NULL);

      g_assert_cmpuint (n, ==, 2);
      g_assert_cmpint (both[0], ==, long_form);
      g_assert_cmpint (both[1], ==, short_form);
    }
  ids = zb_members_find_id_number (test->db, "990101200005010019", &n, NULL);
  g_assert_nonnull (ids);
  g_assert_cmpuint (n, ==, 0);
  g_free (g_steal_pointer (&ids));
  ids = zb_members_find_id_number (test->db, "110105204912310026", &n, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (ids[0], ==, later);
}

static void
test_reveal (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, "phone", "19900000001", NULL);
  g_autoptr(GPtrArray) log = NULL;

  g_assert_true (zb_access_log_reveal (test->db, &zb_kind_member, person, "phone", NULL));
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM reveal_log WHERE kind = 'member' AND field = 'phone' AND who <> ''"), ==, 1);
  g_assert_cmpint (zb_test_db_number (test, "SELECT record FROM reveal_log"), ==, person);
  g_assert_true (zb_export_log_add (test->db, "members", "xlsx", 60, "id_number,phone", NULL));
  log = zb_access_log_list (test->db, 10, NULL);
  g_assert_cmpuint (log->len, ==, 2);
  for (guint i = 0; i < log->len; i++)
    {
      const ZbAccess *access = g_ptr_array_index (log, i);

      g_assert_cmpstr (access->what, ==, access->record != 0 ? "phone" : "members");
      g_assert_cmpstr (access->name, ==, access->record != 0 ? "张三" : NULL);
      g_assert_cmpuint (access->n_rows, ==, access->record != 0 ? 1 : 60);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/members/rank", test_rank);
  g_test_add_func ("/members/rank-again", test_rank_again);
  g_test_add_func ("/members/add", test_add);
  g_test_add_func ("/members/add-in-wrong-place", test_add_in_wrong_place);
  g_test_add_func ("/members/group", test_group);
  g_test_add_func ("/members/columns-hold-the-record", test_columns_hold_the_record);
  g_test_add_func ("/members/columns-of-a-day", test_columns_of_a_day);
  g_test_add_func ("/members/not-yet-here", test_not_yet_here);
  g_test_add_func ("/members/counted", test_counted);
  g_test_add_func ("/members/reload", test_reload);
  g_test_add_func ("/members/first-page", test_first_page);
  g_test_add_func ("/members/first-organizations", test_first_organizations);
  g_test_add_func ("/members/first-page-of-orders", test_first_page_of_orders);
  g_test_add_func ("/members/derive", test_derive);
  g_test_add_func ("/members/id-numbers", test_id_numbers);
  g_test_add_func ("/members/reveal", test_reveal);
  return g_test_run ();
}
