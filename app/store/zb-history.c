/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-history.h"

#include <string.h>

#include "store/zb-change-log.h"
#include "store/zb-change-set.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"
#include "store/zb-undo-private.h"

#define SET_COLUMNS "SELECT id, at, who, action, subject, n_records, undoes, undone_by, " \
                    "(SELECT u.action FROM change_set u WHERE u.id = change_set.undone_by) FROM change_set "
#define CHANGE_COLUMNS "SELECT c.set_id, s.at, s.who, s.action, c.kind, c.record, c.op, c.before, c.after " \
                       "FROM change c JOIN change_set s ON s.id = c.set_id "

void
zb_history_set_free (ZbHistorySet *set)
{
  g_free (set->at);
  g_free (set->who);
  g_free (set->action);
  g_free (set->subject);
  g_free (set);
}

void
zb_history_change_free (ZbHistoryChange *change)
{
  g_free (change->at);
  g_free (change->who);
  g_free (change->action);
  g_free (change->kind);
  g_free (change->op);
  g_free (change->field);
  g_free (change->title);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static ZbHistorySet *
read_set (ZbStmt *stmt)
{
  ZbHistorySet *set = g_new0 (ZbHistorySet, 1);

  set->id = sqlite3_column_int64 (stmt, 0);
  set->at = g_strdup (zb_stmt_text (stmt, 1));
  set->who = g_strdup (zb_stmt_text (stmt, 2));
  set->action = g_strdup (zb_stmt_text (stmt, 3));
  set->subject = g_strdup (zb_stmt_text (stmt, 4));
  set->n_records = (guint) sqlite3_column_int64 (stmt, 5);
  set->undoes = sqlite3_column_int64 (stmt, 6);
  set->undone_by = sqlite3_column_int64 (stmt, 7);
  set->may_stand = set->undone_by == 0 || g_str_has_prefix (zb_stmt_text (stmt, 8), ZB_UNDO_REST);
  return set;
}

GPtrArray *
zb_history_list (ZbDb *db, gint64 before_id, guint limit, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, SET_COLUMNS "WHERE id < ?1 ORDER BY id DESC LIMIT ?2", error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_history_set_free);
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, before_id > 0 ? before_id : G_MAXINT64);
  sqlite3_bind_int64 (stmt, 2, limit);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    g_ptr_array_add (out, read_set (stmt));
  return row == 0 ? g_steal_pointer (&out) : NULL;
}

/* What an entry is called: whose, what, where, when and by which paper. */

static void
add_word (GString *out, const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", word);
}

static void
add_link (ZbDb *db, const ZbRecord *record, const char *name, const ZbKind *to, GString *out)
{
  const ZbField *field = zb_kind_field (record->kind, name);
  g_autofree char *title = NULL;

  if (field == NULL || field->type != ZB_FIELD_LINK || zb_record_get (record, name) == NULL)
    return;
  title = zb_records_title (db, to, zb_record_get_int (record, name));
  add_word (out, title);
}

static void
add_field (const ZbRecord *record, const char *name, GString *out)
{
  const ZbField *field = zb_kind_field (record->kind, name);
  g_autofree char *text = field != NULL && zb_field_is_stored (field) ? zb_field_show (field, zb_record_get (record, name), TRUE) : NULL;

  add_word (out, text);
}

/* @owner: (nullable): whose history it stands in: that need not be said again. */
static char *
describe (ZbDb *db, const ZbRecord *record, const ZbKind *owner)
{
  static const char *const days[] = { "on", "started_on", "appointed_on", NULL };
  const char *title = record->kind->title_field;
  g_autoptr(GString) out = g_string_new (NULL);

  /* What has a name of its own, copied on its day, is not named by who it links to now. */
  if (owner != &zb_kind_member && zb_kind_field (record->kind, title)->type != ZB_FIELD_NAME)
    add_link (db, record, "person", &zb_kind_member, out);
  if (!g_strv_contains (days, title))
    add_field (record, title, out);
  /* Of an event the branch says little beside what happened. */
  if (owner != &zb_kind_organization && record->kind != &zb_kind_membership_event)
    add_link (db, record, "org", &zb_kind_organization, out);
  for (guint i = 0; days[i] != NULL; i++)
    add_field (record, days[i], out);
  add_field (record, "document", out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Of what was entered, as it was entered; of what was taken or put back, as it stands. */
static char *
title_of_change (ZbDb *db, const ZbKind *kind, gint64 id, const char *after, const ZbKind *owner)
{
  g_autoptr(ZbRecord) record = after != NULL ? zb_record_new (kind) : zb_records_get (db, kind, id, FALSE, NULL);

  if (record == NULL || (after != NULL && !zb_change_log_parse (after, record, NULL)))
    return NULL;
  return describe (db, record, owner);
}

static ZbHistoryChange *
add_change (GPtrArray *out, ZbStmt *stmt, const char *field, const char *before, const char *after)
{
  ZbHistoryChange *change = g_new0 (ZbHistoryChange, 1);

  change->set_id = sqlite3_column_int64 (stmt, 0);
  change->at = g_strdup (zb_stmt_text (stmt, 1));
  change->who = g_strdup (zb_stmt_text (stmt, 2));
  change->action = g_strdup (zb_stmt_text (stmt, 3));
  change->kind = g_strdup (zb_stmt_text (stmt, 4));
  change->record = sqlite3_column_int64 (stmt, 5);
  change->op = g_strdup (zb_stmt_text (stmt, 6));
  change->field = g_strdup (field);
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (out, change);
  return change;
}

/* One entry a changed field; an insert or a withdrawal is one entry without a field. */
static void
read_change (ZbDb *db, ZbStmt *stmt, const ZbKind *owner, GPtrArray *out)
{
  const ZbKind *kind = zb_kind_get (zb_stmt_text (stmt, 4));
  const char *op = zb_stmt_text (stmt, 6);
  g_autoptr(ZbRecord) before = NULL;
  g_autoptr(ZbRecord) after = NULL;
  g_autofree gboolean *present = NULL;

  if (kind == NULL || strcmp (op, "update") != 0)
    {
      ZbHistoryChange *change = add_change (out, stmt, NULL, NULL, NULL);

      if (kind != NULL)
        change->title = title_of_change (db, kind, change->record, zb_stmt_text (stmt, 8), owner);
      return;
    }
  before = zb_record_new (kind);
  after = zb_record_new (kind);
  present = g_new0 (gboolean, kind->n_fields);
  zb_change_log_parse (zb_stmt_text (stmt, 7), before, NULL);
  zb_change_log_parse (zb_stmt_text (stmt, 8), after, present);
  for (guint i = 0; i < kind->n_fields; i++)
    if (present[i])
      add_change (out, stmt, kind->fields[i].name, before->values[i], after->values[i]);
}

static gboolean
read_changes (ZbDb *db, ZbStmt *stmt, const ZbKind *owner, GPtrArray *out, GError **error)
{
  int row;

  while ((row = zb_db_step (db, stmt, error)) == 1)
    read_change (db, stmt, owner, out);
  return row == 0;
}

static gboolean
add_record (ZbDb *db, const ZbKind *kind, gint64 id, const ZbKind *owner, GPtrArray *out, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, CHANGE_COLUMNS "WHERE c.kind = ?1 AND c.record = ?2 ORDER BY c.set_id DESC, c.seq", error);

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, kind->name);
  sqlite3_bind_int64 (stmt, 2, id);
  return read_changes (db, stmt, owner, out, error);
}

/* Records of @kind that belong to a person or an organisation. */
static gboolean
add_of_owner (ZbDb *db, const ZbKind *kind, const ZbKind *owner, gint64 id, GPtrArray *out, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr(GPtrArray) records = zb_records_list (db, kind, owner == &zb_kind_member ? "person" : "org", text, FALSE, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!add_record (db, kind, ((ZbRecord *) g_ptr_array_index (records, i))->id, owner, out, error))
      return FALSE;
  return records != NULL;
}

/* Records that are a part of this one: agenda, votes, attendance, photos of a meeting. */
static gboolean
add_parts (ZbDb *db, const ZbKind *whole, gint64 id, GPtrArray *out, GError **error)
{
  for (guint k = 0; zb_kinds ()[k] != NULL; k++)
    for (guint i = 0; i < zb_kinds ()[k]->n_fields; i++)
      {
        const ZbField *field = &zb_kinds ()[k]->fields[i];
        g_autoptr(ZbStmt) stmt = NULL;
        g_autofree char *sql = NULL;
        int row;

        if (!(field->flags & ZB_FIELD_PART_OF) || zb_kind_get (field->link) != whole)
          continue;
        sql = g_strdup_printf (CHANGE_COLUMNS "WHERE c.kind = ?1 AND c.record IN (SELECT id FROM %s WHERE \"%s\" = ?2) "
                               "ORDER BY c.set_id DESC, c.seq", zb_kinds ()[k]->table, field->name);
        if (!(stmt = zb_db_borrow (db, sql, error)))
          return FALSE;
        zb_stmt_bind_text (stmt, 1, zb_kinds ()[k]->name);
        sqlite3_bind_int64 (stmt, 2, id);
        while ((row = zb_db_step (db, stmt, error)) == 1)
          read_change (db, stmt, whole, out);
        if (row != 0)
          return FALSE;
      }
  return TRUE;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const ZbHistoryChange *left = *(ZbHistoryChange *const *) a;
  const ZbHistoryChange *right = *(ZbHistoryChange *const *) b;

  return left->set_id > right->set_id ? -1 : left->set_id < right->set_id;
}

GPtrArray *
zb_history_of_record (ZbDb *db, const ZbKind *kind, gint64 id, GError **error)
{
  static const ZbKind *const of_member[] = { &zb_kind_membership, &zb_kind_membership_event, &zb_kind_post, NULL };
  static const ZbKind *const of_organization[] = { &zb_kind_organization_event, &zb_kind_term, &zb_kind_post, NULL };
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_history_change_free);
  const ZbKind *const *owned = kind == &zb_kind_member ? of_member : kind == &zb_kind_organization ? of_organization : NULL;

  if (!add_record (db, kind, id, kind, out, error) || !add_parts (db, kind, id, out, error))
    return NULL;
  for (guint i = 0; owned != NULL && owned[i] != NULL; i++)
    if (!add_of_owner (db, owned[i], kind, id, out, error))
      return NULL;
  g_ptr_array_sort (out, compare_newest);
  return g_steal_pointer (&out);
}

GPtrArray *
zb_history_changes (ZbDb *db, gint64 set_id, guint limit, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, CHANGE_COLUMNS "WHERE c.set_id = ?1 ORDER BY c.seq LIMIT ?2", error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_history_change_free);

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, set_id);
  sqlite3_bind_int64 (stmt, 2, limit);
  return read_changes (db, stmt, NULL, out, error) ? g_steal_pointer (&out) : NULL;
}

GPtrArray *
zb_history_kinds (ZbDb *db, gint64 set_id, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT DISTINCT kind FROM change WHERE set_id = ?1", error);
  g_autoptr(GPtrArray) out = g_ptr_array_new ();
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, set_id);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    if (zb_kind_get (zb_stmt_text (stmt, 0)) != NULL)
      g_ptr_array_add (out, (gpointer) zb_kind_get (zb_stmt_text (stmt, 0)));
  return row == 0 ? g_steal_pointer (&out) : NULL;
}

static ZbHistorySet *
first_set (ZbDb *db, const char *sql, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);

  return stmt != NULL && zb_db_step (db, stmt, error) == 1 ? read_set (stmt) : NULL;
}

ZbHistorySet *
zb_history_next_undo (ZbDb *db, GError **error)
{
  return first_set (db, SET_COLUMNS "WHERE undoes IS NULL AND undone_by IS NULL ORDER BY id DESC LIMIT 1", error);
}

/* The newest undo that still stands and after which nothing new was done. */
ZbHistorySet *
zb_history_next_redo (ZbDb *db, GError **error)
{
  return first_set (db, SET_COLUMNS "WHERE undoes IN (SELECT id FROM change_set WHERE undoes IS NULL) AND undone_by IS NULL "
                                    "AND id > (SELECT max(id) FROM change_set WHERE undoes IS NULL) ORDER BY id DESC LIMIT 1", error);
}

gboolean
zb_history_restore_value (ZbDb *db, const ZbKind *kind, gint64 id, const char *field, const char *value, GError **error)
{
  g_autofree char *title = zb_records_title (db, kind, id);
  const ZbField *declared = zb_kind_field (kind, field);
  g_autoptr(ZbChangeSet) set = NULL;

  /* What a step did with events and memberships is taken back as a whole, not by a value. */
  if (declared != NULL && (declared->flags & ZB_FIELD_BY_STEP))
    return zb_step_refuse (error, "not-now", declared->heading, NULL);
  set = zb_change_set_begin (db, "restore-value", title, error);
  return set != NULL && zb_change_set_set (set, kind, id, field, value, error) && zb_change_set_commit (set, NULL, error);
}
