/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came to refer to the records of a set since: all of it was written, and so logged, after the set. */
#include "config.h"

#include "store/zb-undo-plan.h"

#include <string.h>

/* The log since the set is short beside all that was ever logged of a kind: it is to be read by set, hence no bare “kind”. */

/* The link fields of a kind. */
static GPtrArray *
links_of (const ZbKind *kind)
{
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    if (zb_undo_is_stored_link (&kind->fields[i]))
      g_ptr_array_add (out, (gpointer) &kind->fields[i]);
  return out;
}

/* A certificate that was issued since says what hours there were, and names only whose. */
static gboolean
keep_certified (ZbUndoPlan *plan, gint64 certificate, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (plan->db,
    "SELECT h.id FROM service_certificate c JOIN service_hours h ON h.person = c.person WHERE c.id = ?1 AND h.withdrawn = 0 "
    "AND h.\"on\" >= c.\"from\" AND h.\"on\" <= c.\"to\"", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, certificate);
  while ((row = zb_db_step (plan->db, stmt, error)) == 1)
    {
      ZbUndoEntry *entry = zb_undo_plan_find (plan, &zb_kind_service_hours, sqlite3_column_int64 (stmt, 0));

      if (entry != NULL)
        zb_undo_plan_keep (plan, &zb_kind_service_hours, entry, ZB_KEPT_REFERRED, &zb_kind_service_certificate, certificate);
    }
  return row == 0;
}

/* New in a record that was there before the set: a place in a branch stays if the person came to be used in it since,
 * what a step made stays if further steps followed. */
static gboolean
keep_new_parts (ZbUndoPlan *plan, const ZbKind *whole, gint64 id, const ZbKind *from, const ZbField *link, gint64 by, GError **error)
{
  if (whole == &zb_kind_member)
    return zb_undo_plan_keep_owned (plan, &zb_kind_membership, id, ZB_KEPT_REFERRED, from, by, error);
  if (!(link->flags & ZB_FIELD_PART_OF) || !(from->keeps & ZB_KEEPS_RECORDS))
    return TRUE;
  for (guint k = 0; k < plan->n_kinds; k++)
    {
      const ZbField *owner = zb_undo_owner (zb_kinds ()[k]);

      if (owner != NULL && (zb_kinds ()[k]->keeps & ZB_KEEPS_RECORDS) && zb_kind_get (owner->link) == whole
          && !zb_undo_plan_keep_owned (plan, zb_kinds ()[k], id, ZB_KEPT_WENT_ON, whole, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refer_to (ZbUndoPlan *plan, const ZbKind *kind, gint64 id, const ZbKind *from, const ZbField *link, gint64 by, GError **error)
{
  ZbUndoEntry *entry = zb_undo_plan_find (plan, kind, id);

  if (from == &zb_kind_service_certificate && !keep_certified (plan, by, error))
    return FALSE;
  if (entry != NULL && entry->is_new)
    {
      zb_undo_plan_keep (plan, kind, entry, ZB_KEPT_REFERRED, from, by);
      return TRUE;
    }
  if (entry != NULL)
    entry->is_touched = TRUE;
  return keep_new_parts (plan, kind, id, from, link, by, error);
}

static gboolean
refer_from (ZbUndoPlan *plan, const ZbKind *kind, GError **error)
{
  g_autoptr(GPtrArray) links = links_of (kind);
  g_autoptr(GString) sql = g_string_new ("SELECT t.id");
  g_autoptr(ZbStmt) stmt = NULL;
  int row;

  if (links->len == 0)
    return TRUE;
  for (guint i = 0; i < links->len; i++)
    g_string_append_printf (sql, ", t.\"%s\"", ((const ZbField *) links->pdata[i])->name);
  g_string_append_printf (sql, " FROM %s t WHERE t.withdrawn = 0 AND t.id IN (SELECT record FROM change WHERE set_id > ?1 AND kind || '' = ?2)",
                          kind->table);
  if (!(stmt = zb_db_borrow (plan->db, sql->str, error)))
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, plan->set);
  zb_stmt_bind_text (stmt, 2, kind->name);
  while ((row = zb_db_step (plan->db, stmt, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      /* The set's own records are weighed by themselves. */
      for (guint i = 0; zb_undo_plan_find (plan, kind, id) == NULL && i < links->len; i++)
        if (sqlite3_column_type (stmt, (int) i + 1) != SQLITE_NULL
            && !refer_to (plan, zb_kind_get (((const ZbField *) links->pdata[i])->link), sqlite3_column_int64 (stmt, (int) i + 1), kind,
                          links->pdata[i], id, error))
          return FALSE;
    }
  return row == 0;
}

gboolean
zb_undo_plan_refer (ZbUndoPlan *plan, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (plan->db, "SELECT DISTINCT kind || '' FROM change WHERE set_id > ?1", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, plan->set);
  while ((row = zb_db_step (plan->db, stmt, error)) == 1)
    {
      const ZbKind *kind = zb_kind_get (zb_stmt_text (stmt, 0));

      if (kind != NULL && !refer_from (plan, kind, error))
        return FALSE;
    }
  return row == 0;
}
