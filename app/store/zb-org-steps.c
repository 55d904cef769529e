/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

/* Characters of a sibling's code in a path, in ASCII order. */
static const char path_digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static void
append_code (GString *path, guint n)
{
  char code[5] = "0000";

  for (int i = 3; i >= 0; i--, n /= 36)
    code[i] = path_digits[n % 36];
  g_string_append (path, code);
}

static gboolean
write_path (ZbDb *db, gint64 id, const char *path, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "UPDATE organization SET path = ?2 WHERE id = ?1 AND path <> ?2", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  zb_stmt_bind_text (stmt, 2, path);
  return zb_db_done (db, stmt, error);
}

gboolean
zb_organizations_rebuild_paths (ZbDb *db, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, (ZbDate) { 9999, 12, 31 }, TRUE, error);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) next = g_array_new (FALSE, TRUE, sizeof (guint));

  if (tree == NULL)
    return FALSE;
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);
      const ZbOrg *parent = org->depth > 0 ? zb_org_tree_get (tree, org->parent) : NULL;
      g_autoptr(GString) path = g_string_new (parent != NULL ? g_ptr_array_index (paths, parent->position) : "");

      /* How many siblings came before, by depth; a new parent begins anew. */
      g_array_set_size (next, org->depth + 1);
      append_code (path, g_array_index (next, guint, org->depth)++);
      if (!write_path (db, org->id, path->str, error))
        return FALSE;
      g_ptr_array_add (paths, g_string_free (g_steal_pointer (&path), FALSE));
    }
  return TRUE;
}

/* A group stands below a branch, everything else below what is no group and no branch. */
static gboolean
check_parent (ZbDb *db, const char *kind, gint64 parent, GError **error)
{
  g_autoptr(ZbRecord) above = NULL;
  gboolean is_group = g_strcmp0 (kind, "group") == 0;

  if (parent == 0)
    return !is_group || zb_step_refuse (error, "group-below-branch", NULL);
  if (!(above = zb_records_get (db, &zb_kind_organization, parent, FALSE, error)))
    return FALSE;
  if (zb_record_get (above, "closed_on") != NULL)
    return zb_step_refuse (error, "closed", zb_record_title (above), NULL);
  if (is_group != (g_strcmp0 (zb_record_get (above, "kind"), "branch") == 0) || g_strcmp0 (zb_record_get (above, "kind"), "group") == 0)
    return zb_step_refuse (error, "wrong-parent", zb_record_title (above), NULL);
  return TRUE;
}

static ZbRecord *
new_event (gint64 org, const char *kind, const char *on, const char *document, const char *reason)
{
  ZbRecord *event = zb_record_new (&zb_kind_organization_event);

  zb_record_set_int (event, "org", org);
  zb_record_set (event, "kind", kind);
  zb_record_set (event, "on", on);
  zb_record_set (event, "document", document);
  zb_record_set (event, "reason", reason);
  return event;
}

/* A new one's path: behind its siblings, without touching any other. */
static gboolean
place_last (ZbDb *db, gint64 id, gint64 parent, GError **error)
{
  g_autoptr(ZbStmt) above = zb_db_borrow (db, "SELECT path FROM organization WHERE id = ?1", error);
  g_autoptr(ZbStmt) below = zb_db_borrow (db, "SELECT path FROM organization WHERE path > ?1 AND path < ?1 || '~' ORDER BY path DESC LIMIT 1",
                                          error);
  g_autoptr(GString) path = g_string_new (NULL);
  guint n = 0;
  int row;

  if (above == NULL || below == NULL)
    return FALSE;
  sqlite3_bind_int64 (above, 1, parent);
  if ((row = zb_db_step (db, above, error)) < 0)
    return FALSE;
  if (row == 1)
    g_string_append (path, zb_stmt_text (above, 0));
  zb_stmt_bind_text (below, 1, path->str);
  if ((row = zb_db_step (db, below, error)) < 0)
    return FALSE;
  /* The last of all that stand below begins with the last sibling's code. */
  if (row == 1 && strlen (zb_stmt_text (below, 0)) >= path->len + 4)
    {
      g_autofree char *code = g_strndup (zb_stmt_text (below, 0) + path->len, 4);

      n = (guint) g_ascii_strtoull (code, NULL, 36) + 1;
    }
  append_code (path, n);
  return write_path (db, id, path->str, error);
}

gboolean
zb_organizations_add (ZbChangeSet *set, ZbRecord *record, gint64 parent, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) event = NULL;

  if (!check_parent (db, zb_record_get (record, "kind"), parent, error))
    return FALSE;
  if (parent != 0)
    zb_record_set_int (record, "parent", parent);
  if (!zb_change_set_insert (set, record, error))
    return FALSE;
  event = new_event (record->id, "opened", zb_record_get (record, "opened_on"), zb_record_get (record, "opened_by"), NULL);
  return zb_change_set_insert (set, event, error) && place_last (db, record->id, parent, error);
}

gboolean
zb_organizations_reorder (ZbChangeSet *set, const gint64 *ids, guint n_ids, GError **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      g_autofree char *order = g_strdup_printf ("%u", (i + 1) * 10);

      if (!zb_change_set_set (set, &zb_kind_organization, ids[i], "display_order", order, error))
        return FALSE;
    }
  return zb_organizations_rebuild_paths (zb_change_set_db (set), error);
}

/* Steps */

static gboolean
rename_it (ZbStepRun *run, ZbRecord *record, ZbRecord *event, GError **error)
{
  zb_record_set (event, "name_before", zb_record_get (record, "name"));
  zb_record_set (event, "name_after", zb_step_value (run, "name"));
  zb_record_set (event, "short_before", zb_record_get (record, "short_name"));
  zb_record_set (record, "name", zb_step_value (run, "name"));
  zb_record_set (record, "short_name", zb_step_value (run, "short_name"));
  return TRUE;
}

static gboolean
move_it (ZbStepRun *run, ZbRecord *record, ZbRecord *event, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (run->db, run->as_of, TRUE, error);
  gint64 parent = zb_step_id (run, "parent");

  if (tree == NULL || !check_parent (run->db, zb_record_get (record, "kind"), parent, error))
    return FALSE;
  if (zb_org_tree_is_below (tree, parent, record->id))
    return zb_step_refuse (error, "below-itself", NULL);
  zb_record_set (event, "parent_before", zb_record_get (record, "parent"));
  zb_record_set_int (event, "other", parent);
  zb_record_set_int (record, "parent", parent);
  return TRUE;
}

/* Below a branch stand groups, below everything else no groups. */
static gboolean
check_children (ZbStepRun *run, gint64 org, const char *kind, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, org);
  g_autoptr(GPtrArray) below = zb_records_list (run->db, &zb_kind_organization, "parent", text, FALSE, error);

  for (guint i = 0; below != NULL && i < below->len; i++)
    {
      const ZbRecord *child = g_ptr_array_index (below, i);
      gboolean is_group = g_strcmp0 (zb_record_get (child, "kind"), "group") == 0;

      if (zb_record_get (child, "closed_on") == NULL && is_group != (strcmp (kind, "branch") == 0))
        return zb_step_refuse (error, "still-below", zb_record_title (child), NULL);
    }
  return below != NULL;
}

static gboolean
upgrade_it (ZbStepRun *run, ZbRecord *record, ZbRecord *event, GError **error)
{
  const char *kind = zb_step_value (run, "kind");

  if (g_strcmp0 (zb_record_get (record, "kind"), "group") == 0 || strcmp (kind, "group") == 0)
    return zb_step_refuse (error, "group-kind", NULL);
  if (!check_parent (run->db, kind, zb_record_get_int (record, "parent"), error) || !check_children (run, record->id, kind, error))
    return FALSE;
  zb_record_set (event, "kind_before", zb_record_get (record, "kind"));
  zb_record_set (record, "kind", kind);
  if (zb_step_value (run, "name") != NULL)
    {
      zb_record_set (event, "name_before", zb_record_get (record, "name"));
      zb_record_set (event, "name_after", zb_step_value (run, "name"));
      zb_record_set (event, "short_before", zb_record_get (record, "short_name"));
      zb_record_set (record, "name", zb_step_value (run, "name"));
      zb_record_set (record, "short_name", NULL);
    }
  return TRUE;
}

/* The open memberships of an organisation go over into another, dated. */
static gboolean
move_people (ZbStepRun *run, gint64 from, gint64 to, GError **error)
{
  g_autofree char *org = g_strdup_printf ("%" G_GINT64_FORMAT, from);
  g_autoptr(GPtrArray) memberships = zb_records_list (run->db, &zb_kind_membership, "org", org, FALSE, error);

  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    {
      ZbRecord *old = g_ptr_array_index (memberships, i);
      g_autoptr(ZbRecord) new = NULL;

      if (zb_record_get (old, "ended_by") != NULL)
        continue;
      new = zb_record_new (&zb_kind_membership);
      zb_record_set (new, "person", zb_record_get (old, "person"));
      zb_record_set_int (new, "org", to);
      zb_record_set (new, "kind", zb_record_get (old, "kind"));
      zb_record_set (new, "started_on", run->on);
      zb_record_set (new, "begun_by", "merged");
      zb_record_set (old, "ended_on", run->on);
      zb_record_set (old, "ended_by", "merged");
      zb_record_set (old, "document", zb_step_value (run, "document"));
      if (!zb_change_set_update (run->set, old, error) || !zb_change_set_insert (run->set, new, error))
        return FALSE;
    }
  return memberships != NULL;
}

/* Posts of an organisation that ends, end. */
static gboolean
end_posts (ZbStepRun *run, gint64 org, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, org);
  g_autoptr(GPtrArray) posts = zb_records_list (run->db, &zb_kind_post, "org", text, FALSE, error);

  for (guint i = 0; posts != NULL && i < posts->len; i++)
    if (zb_record_get (g_ptr_array_index (posts, i), "ended_on") == NULL
        && !zb_change_set_set (run->set, &zb_kind_post, ((ZbRecord *) g_ptr_array_index (posts, i))->id, "ended_on", run->on, error))
      return FALSE;
  return posts != NULL;
}

/* What stands below: a branch's groups end with it; anything else must have been moved before. */
static gboolean
close_below (ZbStepRun *run, gint64 org, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, org);
  g_autoptr(GPtrArray) below = zb_records_list (run->db, &zb_kind_organization, "parent", text, FALSE, error);

  for (guint i = 0; below != NULL && i < below->len; i++)
    {
      ZbRecord *child = g_ptr_array_index (below, i);

      if (zb_record_get (child, "closed_on") != NULL)
        continue;
      if (g_strcmp0 (zb_record_get (child, "kind"), "group") != 0)
        return zb_step_refuse (error, "still-below", zb_record_title (child), NULL);
      zb_record_set (child, "closed_on", run->on);
      if (!end_posts (run, child->id, error) || !zb_change_set_update (run->set, child, error))
        return FALSE;
    }
  return below != NULL;
}

static gboolean
merge_it (ZbStepRun *run, ZbRecord *record, ZbRecord *event, GError **error)
{
  gint64 into = zb_step_id (run, "into");
  g_autoptr(ZbRecord) other = zb_records_get (run->db, &zb_kind_organization, into, FALSE, error);
  g_autoptr(ZbRecord) absorbed = NULL;

  if (other == NULL)
    return FALSE;
  if (into == record->id || g_strcmp0 (zb_record_get (other, "kind"), zb_record_get (record, "kind")) != 0
      || zb_record_get (other, "closed_on") != NULL)
    return zb_step_refuse (error, "cannot-absorb", zb_record_title (other), NULL);
  if (g_strcmp0 (zb_record_get (record, "kind"), "group") == 0)
    return zb_step_refuse (error, "groups-not-merged", NULL);
  absorbed = new_event (into, "absorbed", run->on, zb_step_value (run, "document"), zb_step_value (run, "reason"));
  zb_record_set_int (absorbed, "other", record->id);
  zb_record_set_int (event, "other", into);
  zb_record_set (record, "closed_on", run->on);
  return zb_change_set_insert (run->set, absorbed, error) && move_people (run, record->id, into, error)
         && close_below (run, record->id, error) && end_posts (run, record->id, error);
}

static gboolean
close_it (ZbStepRun *run, ZbRecord *record, ZbRecord *event, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM membership WHERE %s = %" G_GINT64_FORMAT
                                          " AND ended_by IS NULL AND withdrawn = 0",
                                          g_strcmp0 (zb_record_get (record, "kind"), "group") == 0 ? "\"group\"" : "org", record->id);
  gint64 people = zb_db_int (run->db, sql, 0, error);

  if (people < 0)
    return FALSE;
  if (people > 0)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, people);

      return zb_step_refuse (error, "people-in-it", n, NULL);
    }
  zb_record_set (record, "closed_on", run->on);
  return close_below (run, record->id, error) && end_posts (run, record->id, error);
}

static gboolean
reopen_it (ZbStepRun *run, ZbRecord *record, ZbRecord *event, GError **error)
{
  if (!check_parent (run->db, zb_record_get (record, "kind"), zb_record_get_int (record, "parent"), error))
    return FALSE;
  zb_record_set (record, "closed_on", NULL);
  return TRUE;
}

/* An organisation's steps are recorded in the order of their days: each keeps what was before it. A name and a place
 * in the tree change apart from each other; founding and ending bound them all. */
static gboolean
must_be_latest (ZbStepRun *run, const ZbRecord *record, GError **error)
{
  g_autoptr(ZbStmt) later = zb_db_borrow (run->db,
    "SELECT kind, \"on\" FROM organization_event WHERE org = ?1 AND withdrawn = 0 AND \"on\" > ?2 AND (kind = ?3 "
    "OR kind IN ('closed', 'merged', 'reopened') OR ?3 IN ('closed', 'merged', 'reopened') "
    "OR (kind IN ('renamed', 'upgraded') AND ?3 IN ('renamed', 'upgraded'))) ORDER BY \"on\" DESC LIMIT 1", error);
  const ZbField *opened = zb_kind_field (record->kind, "opened_on");
  int row;

  if (later == NULL)
    return FALSE;
  if (zb_date_is_before (run->day, zb_record_get_date (record, opened->name)))
    return zb_step_refuse (error, "before", run->on, opened->heading, zb_record_get (record, opened->name), NULL);
  sqlite3_bind_int64 (later, 1, run->id);
  zb_stmt_bind_text (later, 2, run->on);
  zb_stmt_bind_text (later, 3, run->step->event);
  if ((row = zb_db_step (run->db, later, error)) < 0)
    return FALSE;
  return row == 0 || zb_step_refuse (error, "before", run->on,
                                     zb_code_label (zb_code_table_get ("organization_event"), zb_stmt_text (later, 0)),
                                     zb_stmt_text (later, 1), NULL);
}

gboolean
zb_step_apply_organization (ZbStepRun *run, GError **error)
{
  static const struct { const char *name; gboolean (*apply) (ZbStepRun *, ZbRecord *, ZbRecord *, GError **); } steps[] = {
    { "rename", rename_it }, { "move", move_it }, { "upgrade", upgrade_it }, { "merge", merge_it }, { "close", close_it },
    { "reopen", reopen_it },
  };
  g_autoptr(ZbRecord) record = zb_records_get (run->db, &zb_kind_organization, run->id, FALSE, error);
  g_autoptr(ZbRecord) event = new_event (run->id, run->step->event, run->on, zb_step_value (run, "document"), zb_step_value (run, "reason"));

  if (record == NULL || !must_be_latest (run, record, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (strcmp (steps[i].name, run->step->name) == 0)
      return steps[i].apply (run, record, event, error) && zb_change_set_update (run->set, record, error)
             && zb_change_set_insert (run->set, event, error) && zb_organizations_rebuild_paths (run->db, error);
  return zb_step_refuse (error, "not-now", run->step->heading, NULL);
}
