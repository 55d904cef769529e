/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

#define TODAY "2026-01-01"

/* A committee with a general branch and a branch; the general branch has two branches, the first a group. */
typedef struct {
  gint64 committee;
  gint64 general;
  gint64 first;
  gint64 second;
  gint64 group;
  gint64 apart;
} House;

static House
build (ZbDb *db)
{
  House house;

  house.committee = zb_test_organization (db, "committee", "云溪党委", 0);
  house.general = zb_test_organization (db, "general_branch", "云溪总支", house.committee);
  house.first = zb_test_organization (db, "branch", "第一党支部", house.general);
  house.second = zb_test_organization (db, "branch", "第二党支部", house.general);
  house.group = zb_test_organization (db, "group", "第一党小组", house.first);
  house.apart = zb_test_organization (db, "branch", "机关党支部", house.committee);
  return house;
}

static ZbOrgTree *
tree_of (ZbDb *db, const char *day, gboolean with_closed)
{
  g_autoptr(GError) error = NULL;
  ZbOrgTree *tree = zb_org_tree_load (db, zb_test_date (day), with_closed, &error);

  g_assert_no_error (error);
  return tree;
}

static gboolean
step (ZbDb *db, gint64 org, const char *name, const char *on, const char *field, const char *value)
{
  g_autoptr(GError) error = NULL;
  gboolean done = zb_test_do (db, &zb_kind_organization, org, name, TODAY, &error, "on", on, field, value, NULL);

  if (!done)
    g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  return done;
}

/* Each path is that of the organisation above and four characters more, and none comes twice. */
static void
assert_paths (ZbTestDb *test)
{
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM organization o LEFT JOIN organization p ON p.id = o.parent"
                                            " WHERE o.withdrawn = 0 AND (length (o.path) <> length (coalesce (p.path, '')) + 4"
                                            " OR substr (o.path, 1, length (o.path) - 4) <> coalesce (p.path, ''))"), ==, 0);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) - count(DISTINCT path) FROM organization WHERE withdrawn = 0"), ==, 0);
}

static void
assert_below (ZbTestDb *test, gint64 top, guint expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM organization o JOIN organization t ON o.path >= t.path AND o.path < t.path || '~'"
                                          " WHERE o.withdrawn = 0 AND t.id = %" G_GINT64_FORMAT, top);

  g_assert_cmpint (zb_test_db_number (test, sql), ==, expected);
}

static void
test_tree (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  g_autoptr(ZbOrgTree) tree = tree_of (test->db, TODAY, FALSE);
  const ZbOrg *top = zb_org_tree_get (tree, house.committee);

  g_assert_cmpuint (zb_org_tree_size (tree), ==, 6);
  g_assert_cmpuint (top->below, ==, 5);
  g_assert_cmpint (zb_org_tree_get (tree, house.group)->parent, ==, house.first);
  g_assert_cmpuint (zb_org_tree_get (tree, house.group)->depth, ==, 3);
  g_assert_cmpint (zb_org_tree_get (tree, house.group)->kind, ==, ZB_ORG_GROUP);
  g_assert_true (zb_org_tree_is_below (tree, house.group, house.general));
  g_assert_false (zb_org_tree_is_below (tree, house.apart, house.general));
  assert_paths (test);
  assert_below (test, house.committee, 6);
  assert_below (test, house.general, 4);
  assert_below (test, house.group, 1);
}

static void
assert_add_refused (ZbDb *db, const char *kind, gint64 parent)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "organization.add", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);
  g_autoptr(GError) error = NULL;

  zb_record_set (record, "kind", kind);
  zb_record_set (record, "name", "不行");
  g_assert_false (zb_organizations_add (set, record, parent, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
}

static void
test_what_stands_where (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  assert_add_refused (test->db, "group", 0);
  assert_add_refused (test->db, "group", house.committee);
  assert_add_refused (test->db, "branch", house.first);
  assert_add_refused (test->db, "branch", house.group);
  assert_add_refused (test->db, "group", house.group);
  g_assert_true (step (test->db, house.apart, "close", "2025-01-01", "document", "云组1号"));
  assert_add_refused (test->db, "group", house.apart);
}

static void
test_founding_event (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "organization.add", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);
  g_autoptr(GPtrArray) events = NULL;

  zb_record_set (record, "kind", "branch");
  zb_record_set (record, "name", "第一党支部");
  zb_record_set (record, "opened_on", "2012-03");
  zb_record_set (record, "opened_by", "云组〔2012〕1号");
  g_assert_true (zb_organizations_add (set, record, 0, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  events = zb_records_list (test->db, &zb_kind_organization_event, "org", zb_test_id (record->id), FALSE, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (zb_record_get (events->pdata[0], "kind"), ==, "opened");
  g_assert_cmpstr (zb_record_get (events->pdata[0], "on"), ==, "2012-03");
  g_assert_cmpstr (zb_record_get (events->pdata[0], "document"), ==, "云组〔2012〕1号");
}

static void
test_rename (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  const struct { const char *day; const char *name; } days[] = {
    { "2020-01-01", "第一党支部" }, { "2021-06-30", "第一党支部" }, { "2021-07-01", "设备党支部" },
    { "2023-12-31", "设备党支部" }, { "2024-01-01", "机电党支部" }, { TODAY, "机电党支部" },
  };

  zb_test_set (test->db, &zb_kind_organization, house.first, "short_name", "一支部");
  g_assert_true (step (test->db, house.first, "rename", "2021-07-01", "name", "设备党支部"));
  g_assert_true (step (test->db, house.first, "rename", "2024-01-01", "name", "机电党支部"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(ZbOrgTree) tree = tree_of (test->db, days[i].day, FALSE);

      g_assert_cmpstr (zb_org_tree_get (tree, house.first)->name, ==, days[i].name);
      if (i < 2)
        g_assert_cmpstr (zb_org_tree_get (tree, house.first)->short_name, ==, "一支部");
    }
}

static void
test_move (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  g_assert_true (step (test->db, house.first, "move", "2024-05-01", "parent", zb_test_id (house.committee)));
  assert_paths (test);
  assert_below (test, house.general, 2);
  assert_below (test, house.first, 2);
  {
    g_autoptr(ZbOrgTree) before = tree_of (test->db, "2024-04-30", FALSE);
    g_autoptr(ZbOrgTree) after = tree_of (test->db, "2024-05-01", FALSE);

    g_assert_cmpint (zb_org_tree_get (before, house.first)->parent, ==, house.general);
    g_assert_cmpint (zb_org_tree_get (after, house.first)->parent, ==, house.committee);
  }
  g_assert_false (step (test->db, house.general, "move", "2024-05-01", "parent", zb_test_id (house.general)));
  g_assert_false (step (test->db, house.committee, "move", "2024-05-01", "parent", zb_test_id (house.general)));
  g_assert_false (step (test->db, house.first, "move", "2024-05-01", "parent", zb_test_id (house.apart)));
  g_assert_false (step (test->db, house.group, "move", "2024-05-01", "parent", zb_test_id (house.committee)));
  g_assert_false (step (test->db, house.first, "move", "2024-05-01", "parent", zb_test_id (house.group)));
  g_assert_true (step (test->db, house.group, "move", "2024-05-01", "parent", zb_test_id (house.apart)));
  assert_paths (test);
}

static void
test_upgrade (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  g_assert_true (step (test->db, house.apart, "upgrade", "2024-05-01", "kind", "general_branch"));
  {
    g_autoptr(ZbOrgTree) before = tree_of (test->db, "2024-04-30", FALSE);
    g_autoptr(ZbOrgTree) after = tree_of (test->db, TODAY, FALSE);

    g_assert_cmpint (zb_org_tree_get (before, house.apart)->kind, ==, ZB_ORG_BRANCH);
    g_assert_cmpint (zb_org_tree_get (after, house.apart)->kind, ==, ZB_ORG_GENERAL_BRANCH);
  }
  /* What would leave a group outside a branch, or branches below one. */
  g_assert_false (step (test->db, house.first, "upgrade", "2024-05-01", "kind", "general_branch"));
  g_assert_false (step (test->db, house.general, "upgrade", "2024-05-01", "kind", "branch"));
  g_assert_false (step (test->db, house.group, "upgrade", "2024-05-01", "kind", "branch"));
}

static void
test_close_and_reopen (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  const struct { const char *day; gboolean is_open; } days[] = {
    { "2019-01-01", TRUE }, { "2022-12-31", TRUE }, { "2023-01-01", FALSE }, { "2023-12-31", FALSE }, { "2024-06-01", TRUE },
    { TODAY, TRUE },
  };

  g_assert_true (step (test->db, house.apart, "close", "2023-01-01", "document", "云组〔2023〕1号"));
  zb_test_assert_value (test->db, &zb_kind_organization, house.apart, "closed_on", "2023-01-01");
  g_assert_false (step (test->db, house.apart, "close", "2023-01-01", "document", "x"));
  g_assert_true (step (test->db, house.apart, "reopen", "2024-06-01", "document", "云组〔2024〕2号"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(ZbOrgTree) tree = tree_of (test->db, days[i].day, FALSE);

      g_test_message ("%s", days[i].day);
      g_assert_cmpint (zb_org_tree_get (tree, house.apart) != NULL, ==, days[i].is_open);
    }
}

static void
test_close_is_refused (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);

  zb_test_member (test->db, "张三", house.second, NULL);
  g_assert_false (step (test->db, house.second, "close", "2025-01-01", "document", NULL));
  g_assert_false (step (test->db, house.general, "close", "2025-01-01", "document", NULL));
  g_assert_true (step (test->db, house.first, "close", "2025-01-01", "document", NULL));
  /* The branch took its group with it. */
  zb_test_assert_value (test->db, &zb_kind_organization, house.group, "closed_on", "2025-01-01");
}

static void
test_merge (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  gint64 person = zb_test_member (test->db, "张三", house.first, NULL);
  gint64 post = zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (house.first), "person", zb_test_id (person), "post",
                                "secretary", "started_on", "2020-01-01", NULL);
  gint64 leader = zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (house.group), "person", zb_test_id (person), "post",
                                  "group_leader", "started_on", "2020-01-01", NULL);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "member.group", NULL, NULL);
  g_autoptr(ZbRecord) membership = NULL;
  g_autoptr(GPtrArray) events = NULL;

  g_assert_true (zb_members_set_group (set, person, house.group, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  g_assert_false (step (test->db, house.first, "merge", "2025-01-01", "into", zb_test_id (house.first)));
  g_assert_false (step (test->db, house.first, "merge", "2025-01-01", "into", zb_test_id (house.committee)));
  g_assert_true (step (test->db, house.first, "merge", "2025-01-01", "into", zb_test_id (house.second)));
  membership = zb_members_membership (test->db, person, NULL);
  g_assert_cmpint (zb_record_get_int (membership, "org"), ==, house.second);
  g_assert_null (zb_record_get (membership, "group"));
  g_assert_cmpstr (zb_record_get (membership, "started_on"), ==, "2025-01-01");
  g_assert_cmpstr (zb_record_get (membership, "begun_by"), ==, "merged");
  zb_test_assert_value (test->db, &zb_kind_organization, house.first, "closed_on", "2025-01-01");
  zb_test_assert_value (test->db, &zb_kind_organization, house.group, "closed_on", "2025-01-01");
  zb_test_assert_value (test->db, &zb_kind_post, post, "ended_on", "2025-01-01");
  zb_test_assert_value (test->db, &zb_kind_post, leader, "ended_on", "2025-01-01");
  events = zb_records_list (test->db, &zb_kind_organization_event, "org", zb_test_id (house.second), FALSE, NULL);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpstr (zb_record_get (events->pdata[1], "kind"), ==, "absorbed");
  g_assert_cmpint (zb_record_get_int (events->pdata[1], "other"), ==, house.first);
}

static void
test_reorder (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = build (test->db);
  const gint64 order[] = { house.second, house.first };
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "organization.reorder", NULL, NULL);
  g_autoptr(ZbOrgTree) tree = NULL;

  g_assert_true (zb_organizations_reorder (set, order, 2, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  zb_test_assert_value (test->db, &zb_kind_organization, house.second, "display_order", "10");
  zb_test_assert_value (test->db, &zb_kind_organization, house.first, "display_order", "20");
  tree = tree_of (test->db, TODAY, FALSE);
  g_assert_cmpuint (zb_org_tree_get (tree, house.second)->position, <, zb_org_tree_get (tree, house.first)->position);
  assert_paths (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/organizations/tree", test_tree);
  g_test_add_func ("/organizations/what-stands-where", test_what_stands_where);
  g_test_add_func ("/organizations/founding-event", test_founding_event);
  g_test_add_func ("/organizations/rename", test_rename);
  g_test_add_func ("/organizations/move", test_move);
  g_test_add_func ("/organizations/upgrade", test_upgrade);
  g_test_add_func ("/organizations/close-and-reopen", test_close_and_reopen);
  g_test_add_func ("/organizations/close-is-refused", test_close_is_refused);
  g_test_add_func ("/organizations/merge", test_merge);
  g_test_add_func ("/organizations/reorder", test_reorder);
  return g_test_run ();
}
