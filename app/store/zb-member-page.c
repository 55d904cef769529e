/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-db-private.h"
#include "store/zb-members.h"

/*
 * The first people of a table while everybody is still being loaded: a few are loaded of whom it is known
 * that the first must be among them, and the query is asked of these alone.
 */

/* Looked through at most: a page comes at once or not at all. */
#define MOST 2000
/* So many organisations are looked through first; when they are too small, four times as many. */
#define FIRST_ORGS 32

static gboolean
add_candidates (ZbDb *db, ZbMemberColumns *columns, ZbStmt *stmt, GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int row;

  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  return row == 0 && zb_member_columns_reload (db, columns, (const gint64 *) ids->data, ids->len, error);
}

static gboolean
add_organization (ZbDb *db, ZbMemberColumns *columns, gint64 org, const char *day, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT person FROM membership WHERE org = ?1 AND withdrawn = 0 AND kind = 'organizational' "
    "AND (ended_on IS NULL OR ended_on > ?2)", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, org);
  zb_stmt_bind_text (stmt, 2, day);
  return add_candidates (db, columns, stmt, error);
}

static gboolean
add_by_pinyin (ZbDb *db, ZbMemberColumns *columns, guint limit, guint skip, const char *day, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT t.id FROM person t WHERE t.withdrawn = 0 AND (NOT EXISTS (SELECT 1 FROM membership m WHERE m.person = t.id "
    "AND m.kind = 'organizational' AND m.withdrawn = 0) OR EXISTS (SELECT 1 FROM membership m WHERE m.person = t.id "
    "AND m.kind = 'organizational' AND m.withdrawn = 0 AND (m.started_on IS NULL OR m.started_on <= ?3) "
    "AND (m.ended_by IS NULL OR m.ended_on > ?3))) ORDER BY t.name_key, t.id LIMIT ?1 OFFSET ?2", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, limit);
  sqlite3_bind_int64 (stmt, 2, skip);
  zb_stmt_bind_text (stmt, 3, day);
  return add_candidates (db, columns, stmt, error);
}

/* The people of the first @n organisations, where the order begins. Returns: %NULL too when these are not enough */
static gint64 *
first_of_organizations (ZbDb *db, ZbDate today, const ZbMemberQuery *query, guint n, guint limit, guint *out_n, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load_first (db, today, n, error);
  g_autoptr(ZbMemberColumns) columns = NULL;
  g_autofree char *day = zb_date_to_text (today);

  if (tree == NULL)
    return NULL;
  columns = zb_member_columns_new (tree, today, limit);
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      g_autofree gint64 *ids = NULL;
      ZbMemberEntry last;
      const ZbOrg *org;

      if (!add_organization (db, columns, zb_org_tree_at (tree, i)->id, day, error))
        return NULL;
      if (zb_member_columns_size (columns) < limit)
        continue;
      ids = zb_member_columns_query (columns, query, out_n);
      if (*out_n < limit)
        continue;
      /* Who was looked up in one organisation and is in a later one by now has no claim yet. */
      zb_member_columns_get (columns, (guint) zb_member_columns_find (columns, ids[limit - 1]), &last);
      org = zb_org_tree_get (tree, last.org);
      if (org != NULL && org->position <= i)
        return g_steal_pointer (&ids);
    }
  if (zb_org_tree_size (tree) == n)
    return NULL;
  /* Behind all organisations come those who are in none. */
  return add_by_pinyin (db, columns, MOST, 0, day, error) ? zb_member_columns_query (columns, query, out_n) : NULL;
}

static gint64 *
first_by_pinyin (ZbDb *db, ZbDate today, const ZbMemberQuery *query, guint limit, guint *out_n, GError **error)
{
  g_autoptr(ZbOrgTree) nowhere = zb_org_tree_new (today);
  g_autoptr(ZbMemberColumns) columns = zb_member_columns_new (nowhere, today, limit);
  g_autofree char *day = zb_date_to_text (today);
  ZbMemberQuery by_pinyin = *query;
  gint64 *ids = NULL;

  by_pinyin.order = ZB_ORDER_PINYIN;
  by_pinyin.descending = FALSE;
  for (guint n = limit, skip = 0; skip < MOST; skip += n, n *= 4)
    {
      guint before = zb_member_columns_size (columns);

      g_free (ids);
      ids = NULL;
      if (!add_by_pinyin (db, columns, n, skip, day, error))
        return NULL;
      ids = zb_member_columns_query (columns, &by_pinyin, out_n);
      if (*out_n >= limit || zb_member_columns_size (columns) < before + n)
        break;
    }
  return ids;
}

gint64 *
zb_members_first_page (ZbDb *db, ZbDate today, const ZbMemberQuery *query, guint limit, guint *out_n, GError **error)
{
  gboolean by_organization = (query->order == ZB_ORDER_POST || query->order == ZB_ORDER_ORG) && !query->descending;
  gint64 *ids = NULL;

  for (guint n = FIRST_ORGS; by_organization && ids == NULL && n <= MOST; n *= 4)
    {
      g_autoptr(GError) problem = NULL;

      ids = first_of_organizations (db, today, query, n, limit, out_n, &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }
  if (ids == NULL)
    ids = first_by_pinyin (db, today, query, limit, out_n, error);
  if (ids != NULL)
    *out_n = MIN (*out_n, limit);
  return ids;
}
