/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"

static ZbDate
read_date (ZbStmt *stmt, int column)
{
  ZbDate date = ZB_DATE_NONE;

  zb_date_parse (zb_stmt_text (stmt, column), &date, NULL);
  return date;
}

static ZbOrgKind
read_kind (const char *code)
{
  int index = zb_code_index (zb_code_table_get ("org_kind"), code);

  return index < 0 ? ZB_ORG_BRANCH : (ZbOrgKind) index;
}

static void
org_free (ZbOrg *org)
{
  g_free (org->uid);
  g_free (org->name);
  g_free (org->short_name);
  g_free (org->number);
  g_free (org);
}

#define ORGANIZATIONS \
  "SELECT id, uid, name, short_name, kind, parent, number, display_order, opened_on, closed_on FROM organization " \
  "WHERE withdrawn = 0 "

/* With borrowed texts, good until the next step. */
static ZbOrg
read_org (ZbStmt *stmt)
{
  return (ZbOrg) {
    .id = sqlite3_column_int64 (stmt, 0),
    .uid = (char *) zb_stmt_text (stmt, 1),
    .name = (char *) zb_stmt_text (stmt, 2),
    .short_name = (char *) zb_stmt_text (stmt, 3),
    .kind = read_kind (zb_stmt_text (stmt, 4)),
    .parent = sqlite3_column_int64 (stmt, 5),
    .number = (char *) zb_stmt_text (stmt, 6),
    .order = sqlite3_column_int (stmt, 7),
    .opened = read_date (stmt, 8),
    .closed = read_date (stmt, 9),
  };
}

static gboolean
is_open (const ZbOrg *org, ZbDate as_of)
{
  gboolean closed = zb_date_is_set (org->closed) && zb_date_compare (org->closed, as_of) <= 0;
  gboolean unborn = zb_date_is_set (org->opened) && zb_date_compare (org->opened, as_of) > 0;

  return !closed && !unborn;
}

static gboolean
read_all (ZbDb *db, GHashTable *orgs, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, ORGANIZATIONS "ORDER BY id", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      const ZbOrg read = read_org (stmt);
      ZbOrg *org = g_memdup2 (&read, sizeof read);

      org->uid = g_strdup (read.uid);
      org->name = g_strdup (read.name);
      org->short_name = g_strdup (read.short_name);
      org->number = g_strdup (read.number);
      g_hash_table_insert (orgs, &org->id, org);
    }
  return row == 0;
}

static void
set_text (char **text, const char *value)
{
  if (value == NULL)
    return;
  g_free (*text);
  *text = g_strdup (value);
}

/* Takes back, newest first, what changed after the day. */
static gboolean
take_events_back (ZbDb *db, ZbDate as_of, GHashTable *orgs, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT org, kind, \"on\", name_before, short_before, kind_before, parent_before FROM organization_event "
    "WHERE withdrawn = 0 AND \"on\" > ?1 ORDER BY \"on\" DESC, id DESC", error);
  g_autofree char *day = zb_date_to_text (as_of);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, day);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      ZbOrg *org = g_hash_table_lookup (orgs, &id);

      if (org == NULL)
        continue;
      if (zb_stmt_text (stmt, 3) != NULL)
        {
          set_text (&org->name, zb_stmt_text (stmt, 3));
          g_clear_pointer (&org->short_name, g_free);
          org->short_name = g_strdup (zb_stmt_text (stmt, 4));
        }
      if (zb_stmt_text (stmt, 5) != NULL)
        org->kind = read_kind (zb_stmt_text (stmt, 5));
      if (g_strcmp0 (zb_stmt_text (stmt, 1), "moved") == 0)
        org->parent = sqlite3_column_int64 (stmt, 6);
      /* It was closed from before the day on, unless an earlier event taken back says otherwise. */
      if (g_strcmp0 (zb_stmt_text (stmt, 1), "reopened") == 0)
        org->closed = as_of;
      if (g_strcmp0 (zb_stmt_text (stmt, 1), "closed") == 0 || g_strcmp0 (zb_stmt_text (stmt, 1), "merged") == 0)
        org->closed = ZB_DATE_NONE;
    }
  return row == 0;
}

ZbOrgTree *
zb_org_tree_load (ZbDb *db, ZbDate as_of, gboolean with_closed, GError **error)
{
  g_autoptr(GHashTable) orgs = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) org_free);
  g_autoptr(ZbOrgTree) tree = zb_org_tree_new (as_of);
  GHashTableIter iter;
  gpointer value;

  if (!read_all (db, orgs, error) || !take_events_back (db, as_of, orgs, error))
    return NULL;
  g_hash_table_iter_init (&iter, orgs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (with_closed || is_open (value, as_of))
        zb_org_tree_add (tree, value);
    }
  zb_org_tree_seal (tree);
  return g_steal_pointer (&tree);
}

gboolean
zb_org_as_it_was (ZbOrgTree *tree, ZbRecord *record)
{
  const ZbOrg *org = zb_org_tree_get (tree, record->id);
  g_autofree char *closed = NULL;

  if (org == NULL || (zb_date_is_set (org->opened) && zb_date_compare (org->opened, zb_org_tree_as_of (tree)) > 0))
    return FALSE;
  closed = zb_date_is_set (org->closed) && zb_date_compare (org->closed, zb_org_tree_as_of (tree)) <= 0 ? zb_date_to_text (org->closed) : NULL;
  zb_record_set (record, "name", org->name);
  zb_record_set (record, "short_name", org->short_name);
  zb_record_set (record, "kind", zb_code_table_get ("org_kind")->codes[org->kind].code);
  zb_record_set (record, "closed_on", closed);
  if (org->parent != 0)
    zb_record_set_int (record, "parent", org->parent);
  else
    zb_record_set (record, "parent", NULL);
  return TRUE;
}

/* The open organisations right below @parent, 0 for those on top, in display order. */
static ZbOrgTree *
load_below (ZbDb *db, ZbDate as_of, gint64 parent, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, ORGANIZATIONS "AND parent IS ?1", error);
  g_autoptr(ZbOrgTree) level = zb_org_tree_new (as_of);
  int row;

  if (stmt == NULL)
    return NULL;
  if (parent != 0)
    sqlite3_bind_int64 (stmt, 1, parent);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      const ZbOrg org = read_org (stmt);

      if (is_open (&org, as_of))
        zb_org_tree_add (level, &org);
    }
  zb_org_tree_seal (level);
  return row == 0 ? g_steal_pointer (&level) : NULL;
}

static gboolean
add_below (ZbDb *db, ZbOrgTree *tree, gint64 parent, guint *left, GError **error)
{
  g_autoptr(ZbOrgTree) level = load_below (db, zb_org_tree_as_of (tree), parent, error);

  for (guint i = 0; level != NULL && i < zb_org_tree_size (level) && *left > 0; i++)
    {
      const ZbOrg *org = zb_org_tree_at (level, i);

      /* A ring of parents goes round only once. */
      if (zb_org_tree_get (tree, org->id) != NULL)
        continue;
      zb_org_tree_add (tree, org);
      (*left)--;
      if (*left > 0 && !add_below (db, tree, org->id, left, error))
        return FALSE;
    }
  return level != NULL;
}

ZbOrgTree *
zb_org_tree_load_first (ZbDb *db, ZbDate as_of, guint limit, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_new (as_of);

  if (!add_below (db, tree, 0, &limit, error))
    return NULL;
  zb_org_tree_seal (tree);
  return g_steal_pointer (&tree);
}
