/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/zb-change-check.h"
#include "store/zb-change-log.h"
#include "store/zb-change-set-private.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"
#include "store/zb-undo-plan.h"
#include "store/zb-undo-private.h"

static gboolean
conflict (const char *title, GError **error)
{
  g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT, "%s was changed later", title);
  return FALSE;
}

/* Its name may have been given to another meanwhile: of two of one name nobody could tell which is which, and the one that
 * comes back is the one to get a number. */
static gboolean
tell_apart (ZbChangeSet *set, const ZbKind *kind, gint64 id, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) record = kind->known_by != NULL ? zb_records_get (db, kind, id, TRUE, error) : NULL;
  g_autofree char *name = record != NULL ? g_strdup (zb_record_get (record, kind->known_by[0])) : NULL;
  gboolean is_taken = FALSE;

  if (kind->known_by == NULL)
    return TRUE;
  if (record == NULL || !zb_change_is_taken (db, record, &is_taken, error))
    return FALSE;
  if (!is_taken)
    return TRUE;
  for (guint number = 2; is_taken; number++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s（%u）", name, number);

      zb_record_set (record, kind->known_by[0], numbered);
      if (!zb_change_is_taken (db, record, &is_taken, error))
        return FALSE;
    }
  return zb_change_set_update (set, record, error);
}

/* Writes the values of before back, if the record still has those of after. */
static gboolean
take_update_back (ZbChangeSet *set, const ZbKind *kind, gint64 id, const char *before, const char *after, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (zb_change_set_db (set), kind, id, TRUE, error);
  g_autoptr(ZbRecord) expected = zb_record_new (kind);
  g_autofree gboolean *present = g_new0 (gboolean, kind->n_fields);

  if (record == NULL)
    return FALSE;
  if (record->withdrawn || !zb_change_log_parse (after, expected, present))
    return conflict (zb_record_title (record), error);
  for (guint i = 0; i < kind->n_fields; i++)
    if (present[i] && g_strcmp0 (record->values[i], expected->values[i]) != 0)
      return conflict (zb_record_title (record), error);
  return zb_change_log_parse (before, record, NULL) && zb_change_set_update (set, record, error) && tell_apart (set, kind, id, error);
}

static gboolean
take_back (ZbChangeSet *set, const ZbKind *kind, gint64 id, const char *op, const char *before, const char *after, GError **error)
{
  if (strcmp (op, "update") == 0)
    return take_update_back (set, kind, id, before, after, error);
  if (strcmp (op, "withdraw") == 0)
    return zb_change_set_revive (set, kind, id, error) && tell_apart (set, kind, id, error);
  return zb_change_set_withdraw (set, kind, id, error);
}

/* An entered record that was changed later by another set cannot simply vanish. */
static gboolean
check_untouched (ZbDb *db, gint64 set_id, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT c.kind, c.record FROM change c WHERE c.set_id = ?1 AND EXISTS ("
    "SELECT 1 FROM change l JOIN change_set s ON s.id = l.set_id WHERE l.kind = c.kind AND l.record = c.record AND l.set_id > ?1 "
    "AND " ZB_LATER_STANDS ") LIMIT 1", error);
  g_autofree char *title = NULL;
  const ZbKind *kind;
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, set_id);
  if ((row = zb_db_step (db, stmt, error)) <= 0)
    return row == 0;
  kind = zb_kind_get (zb_stmt_text (stmt, 0));
  title = kind != NULL ? zb_records_title (db, kind, sqlite3_column_int64 (stmt, 1)) : g_strdup ("");
  return conflict (title, error);
}

static gboolean
take_all_back (ZbChangeSet *set, gint64 set_id, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT kind, record, op, before, after FROM change WHERE set_id = ?1 ORDER BY seq DESC", error);
  gboolean organizations = FALSE;
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, set_id);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      const ZbKind *kind = zb_kind_get (zb_stmt_text (stmt, 0));

      if (kind == NULL)
        return conflict (zb_stmt_text (stmt, 0), error);
      organizations = organizations || kind == &zb_kind_organization;
      if (!take_back (set, kind, sqlite3_column_int64 (stmt, 1), zb_stmt_text (stmt, 2), zb_stmt_text (stmt, 3),
                      zb_stmt_text (stmt, 4), error))
        return FALSE;
    }
  return row == 0 && (!organizations || zb_organizations_rebuild_paths (db, error));
}

/* A living record that links to one that is not there any more. */
static gboolean
check_link (ZbDb *db, const ZbKind *from, const ZbField *field, gint64 record, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE \"%s\" = ?1 AND withdrawn = 0 LIMIT 1", from->table, field->name);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);
  g_autofree char *title = NULL;
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, record);
  if ((row = zb_db_step (db, stmt, error)) <= 0)
    return row == 0;
  title = zb_records_title (db, from, sqlite3_column_int64 (stmt, 0));
  return conflict (title, error);
}

static gboolean
check_links_to (ZbDb *db, const ZbKind *kind, gint64 record, GError **error)
{
  for (guint k = 0; zb_kinds ()[k] != NULL; k++)
    for (guint i = 0; i < zb_kinds ()[k]->n_fields; i++)
      {
        const ZbField *field = &zb_kinds ()[k]->fields[i];

        if (field->type == ZB_FIELD_LINK && zb_field_is_stored (field) && zb_kind_get (field->link) == kind
            && !check_link (db, zb_kinds ()[k], field, record, error))
          return FALSE;
      }
  return TRUE;
}

/* What came to depend on the set's records, without changing them, keeps them from vanishing. */
static gboolean
check_depending (ZbDb *db, gint64 set_id, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT kind, record FROM change WHERE set_id = ?1 AND op = 'withdraw' ORDER BY seq", error);
  int row = -1;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, set_id);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    if (!check_links_to (db, zb_kind_get (zb_stmt_text (stmt, 0)), sqlite3_column_int64 (stmt, 1), error))
      return FALSE;
  return row == 0;
}

static gboolean
mark (ZbDb *db, const char *sql, gint64 id, gint64 by, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  sqlite3_bind_int64 (stmt, 2, by);
  return zb_db_done (db, stmt, error);
}

gboolean
zb_undo_mark (ZbDb *db, gint64 set, gint64 by, GError **error)
{
  return mark (db, "UPDATE change_set SET undone_by = ?2 WHERE id = ?1", set, by, error);
}

/* The set @id holds once more, but for what another undo took back of it. */
static gboolean
unmark (ZbDb *db, gint64 id, GError **error)
{
  return mark (db, "UPDATE change_set SET undone_by = (SELECT max (u.id) FROM change_set u WHERE u.undoes = ?1 AND u.undone_by IS NULL) "
                   "WHERE id = ?1 AND ?2 = 0", id, 0, error);
}

/* The set itself, if it can be taken back now. */
static ZbHistorySet *
find_set (ZbDb *db, gint64 set_id, GError **error)
{
  g_autoptr(GPtrArray) found = zb_history_list (db, set_id + 1, 1, error);
  ZbHistorySet *set = found != NULL && found->len == 1 ? g_ptr_array_index (found, 0) : NULL;

  if (found == NULL)
    return NULL;
  if (set == NULL || set->id != set_id || set->undone_by != 0 || set->undoes != 0)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOTHING, "set %" G_GINT64_FORMAT " cannot be undone", set_id);
      return NULL;
    }
  return g_ptr_array_steal_index (found, 0);
}

static gboolean
invert (ZbDb *db, const ZbHistorySet *target, const char *verb, gint64 *out_new, GError **error)
{
  g_autofree char *action = g_strdup_printf ("%s:%s", verb, strchr (target->action, ':') != NULL ? strchr (target->action, ':') + 1
                                                                                               : target->action);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin_undo (db, action, target->subject, target->id, error);
  gint64 id;

  if (set == NULL || !take_all_back (set, target->id, error))
    return FALSE;
  id = zb_change_set_id (set);
  if (!zb_change_set_flush (set, error) || !check_depending (db, id, error) || !zb_undo_mark (db, target->id, id, error))
    return FALSE;
  /* Doing again makes the set underneath hold once more. */
  if (target->undoes != 0 && !unmark (db, target->undoes, error))
    return FALSE;
  if (!zb_change_set_commit (set, NULL, error))
    return FALSE;
  if (out_new != NULL)
    *out_new = id;
  return TRUE;
}

gboolean
zb_history_undo (ZbDb *db, gint64 set_id, gint64 *out_new, GError **error)
{
  ZbHistorySet *target = set_id != 0 ? find_set (db, set_id, error) : zb_history_next_undo (db, error);
  gboolean done;

  if (target == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOTHING, "nothing to undo");
      return FALSE;
    }
  done = (set_id == 0 || check_untouched (db, set_id, error)) && invert (db, target, "undo", out_new, error);
  zb_history_set_free (target);
  return done;
}

gboolean
zb_history_redo (ZbDb *db, gint64 *out_new, GError **error)
{
  ZbHistorySet *target = zb_history_next_redo (db, error);
  gboolean done;

  if (target == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOTHING, "nothing to do again");
      return FALSE;
    }
  done = invert (db, target, "redo", out_new, error);
  zb_history_set_free (target);
  return done;
}
