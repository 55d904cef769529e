/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-check-private.h"
#include "store/zb-records.h"

static int
number (ZbChecker *checker, const char *key)
{
  return (int) zb_rules_value (checker->rules, key, checker->as_of);
}

static void
check_size (ZbChecker *checker, const ZbOrg *org, const ZbMemberCounts *counts)
{
  g_autofree char *full = g_strdup_printf ("%u", counts->full);
  g_autofree char *party = g_strdup_printf ("%u", counts->party);
  g_autofree char *least = g_strdup_printf ("%d", number (checker, "branch.min_full_members"));
  g_autofree char *most = g_strdup_printf ("%d", number (checker, "branch.max_members"));

  if (org->kind != ZB_ORG_BRANCH || counts->people == 0)
    return;
  if (counts->full < (guint) number (checker, "branch.min_full_members"))
    zb_checker_add (checker, ZB_FINDING_WARNING, "branch-too-small", &zb_kind_organization, org->id, zb_org_short (org),
                    "branch.min_full_members", full, least, NULL);
  if (counts->party > (guint) number (checker, "branch.max_members"))
    zb_checker_add (checker, ZB_FINDING_WARNING, "branch-too-large", &zb_kind_organization, org->id, zb_org_short (org),
                    "branch.max_members", party, most, NULL);
}

/* Who holds what in an organisation today. */
typedef struct {
  guint secretaries;
  guint officers;
} Posts;

static gboolean
read_posts (ZbChecker *checker, GHashTable *by_org, GHashTable *probationers, GError **error)
{
  g_autofree char *day = zb_date_to_text (checker->as_of);
  g_autoptr(GPtrArray) posts = zb_records_list (checker->db, &zb_kind_post, NULL, NULL, FALSE, error);

  for (guint i = 0; posts != NULL && i < posts->len; i++)
    {
      const ZbRecord *post = g_ptr_array_index (posts, i);
      const char *ended = zb_record_get (post, "ended_on"), *started = zb_record_get (post, "started_on");
      gint64 org = zb_record_get_int (post, "org"), person = zb_record_get_int (post, "person");
      Posts *held = g_hash_table_lookup (by_org, &org);

      if ((ended != NULL && strcmp (ended, day) <= 0) || (started != NULL && strcmp (started, day) > 0))
        continue;
      if (held == NULL)
        {
          held = g_new0 (Posts, 1);
          g_hash_table_insert (by_org, g_memdup2 (&org, sizeof org), held);
        }
      held->secretaries += g_strcmp0 (zb_record_get (post, "post"), "secretary") == 0;
      held->officers += zb_post_is_of_committee (zb_record_get (post, "post"));
      if (zb_post_is_of_committee (zb_record_get (post, "post")))
        g_hash_table_insert (probationers, g_memdup2 (&person, sizeof person), (gpointer) zb_code_label (zb_code_table_get ("post"), zb_record_get (post, "post")));
    }
  return posts != NULL;
}

static void
check_committee (ZbChecker *checker, const ZbOrg *org, const ZbMemberCounts *counts, const Posts *posts)
{
  guint least = (guint) number (checker, "branch.committee_min_full_members");
  g_autofree char *full = g_strdup_printf ("%u", counts->full);
  g_autofree char *officers = g_strdup_printf ("%u", posts != NULL ? posts->officers : 0);
  g_autofree char *least_text = g_strdup_printf ("%u", least);

  if (org->kind != ZB_ORG_BRANCH)
    return;
  if (posts != NULL && posts->secretaries > 1)
    {
      g_autofree char *n = g_strdup_printf ("%u", posts->secretaries);

      zb_checker_add (checker, ZB_FINDING_ERROR, "two-secretaries", &zb_kind_organization, org->id, zb_org_short (org), NULL, n, NULL);
    }
  if (counts->full >= 3 && (posts == NULL || posts->secretaries == 0))
    zb_checker_add (checker, ZB_FINDING_WARNING, "no-secretary", &zb_kind_organization, org->id, zb_org_short (org), NULL, NULL);
  if (counts->full < least && counts->full > 0 && posts != NULL && posts->officers > 2)
    zb_checker_add (checker, ZB_FINDING_WARNING, "committee-in-small-branch", &zb_kind_organization, org->id, zb_org_short (org),
                    "branch.committee_min_full_members", full, officers, least_text, NULL);
}

/* Posts of the committee held by people who are not full members. */
static void
check_holders (ZbChecker *checker, ZbMemberColumns *columns, GHashTable *holders)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, holders);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint index = zb_member_columns_find (columns, *(gint64 *) key);
      ZbMemberEntry entry;

      if (index < 0)
        continue;
      zb_member_columns_get (columns, (guint) index, &entry);
      if (zb_member_columns_category (columns, (guint) index) == ZB_CATEGORY_PROBATIONARY)
        zb_checker_add (checker, ZB_FINDING_ERROR, "probationer-in-committee", &zb_kind_member, entry.id, entry.name, NULL, value, NULL);
      if (entry.state != ZB_MEMBER_HERE)
        zb_checker_add (checker, ZB_FINDING_ERROR, "holder-not-here", &zb_kind_member, entry.id, entry.name, NULL, value, NULL);
    }
}

static gboolean
check_terms (ZbChecker *checker, ZbOrgTree *tree, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
    "SELECT org, max(appointed_on), coalesce(extended_to, due_on), held_on FROM committee_term WHERE withdrawn = 0 GROUP BY org", error);
  g_autofree char *day = zb_date_to_text (checker->as_of);
  int row;

  if (stmt == NULL)
    return FALSE;
  while ((row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      const ZbOrg *org = zb_org_tree_get (tree, sqlite3_column_int64 (stmt, 0));
      const char *due = zb_stmt_text (stmt, 2);

      if (org != NULL && due != NULL && zb_stmt_text (stmt, 3) == NULL && strcmp (due, day) < 0)
        zb_checker_add (checker, ZB_FINDING_WARNING, "term-expired", &zb_kind_organization, org->id, zb_org_short (org), "term.years.branch",
                        due, NULL);
    }
  return row == 0;
}

/* Every path must be its parent's path and four characters more. */
static gboolean
check_paths (ZbChecker *checker, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
    "SELECT o.id, o.name FROM organization o LEFT JOIN organization p ON p.id = o.parent "
    "WHERE o.withdrawn = 0 AND (length (o.path) <> length (coalesce (p.path, '')) + 4 "
    "OR substr (o.path, 1, length (coalesce (p.path, ''))) <> coalesce (p.path, ''))", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  while ((row = zb_db_step (checker->db, stmt, error)) == 1)
    zb_checker_add (checker, ZB_FINDING_DAMAGE, "path", &zb_kind_organization, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1), NULL,
                    NULL);
  return row == 0;
}

gboolean
zb_check_organizations (ZbChecker *checker, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (checker->db, checker->as_of, FALSE, error);
  g_autoptr(ZbMemberColumns) columns = NULL;
  g_autofree ZbMemberCounts *counts = NULL;
  g_autoptr(GHashTable) posts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GHashTable) holders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (tree == NULL || !(columns = zb_member_columns_load (checker->db, tree, checker->as_of, NULL, NULL, error))
      || !read_posts (checker, posts, holders, error))
    return FALSE;
  counts = zb_member_columns_count_orgs (columns, NULL, FALSE);
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);

      check_size (checker, org, &counts[i]);
      check_committee (checker, org, &counts[i], g_hash_table_lookup (posts, &org->id));
    }
  check_holders (checker, columns, holders);
  return check_terms (checker, tree, error) && check_paths (checker, error);
}
