/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "core/zb-hanzi.h"
#include "store/zb-change-check.h"
#include "store/zb-change-log.h"
#include "store/zb-change-set-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

/* From so many records on a set gets a larger page cache, given back at its end. */
#define LARGE_SET 20000
#define LARGE_CACHE "PRAGMA cache_size = -131072"
#define USUAL_CACHE "PRAGMA cache_size = -16384"

struct _ZbChangeSet
{
  ZbDb *db; /* (unowned) */
  gboolean open;
  gboolean moves;  /* an organisation stands elsewhere: the paths follow at the end */
  gboolean broken; /* something failed half-way: nothing of the set may be kept */
  gint64 id;
  char *uid;
  char *at;
  char *action;
  char *subject;
  gint64 undoes;
  gint64 stamp;
  ZbDate today;
  guint n;
  GChecksum *digest; /* (owned) */
};

static gboolean
add_device (ZbDb *db, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "INSERT INTO device (uid, name) VALUES (?1, ?2)", error);
  g_autofree char *uid = zb_uid_new ();

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, uid);
  zb_stmt_bind_text (stmt, 2, g_get_host_name ());
  if (!zb_db_done (db, stmt, error))
    return FALSE;
  db->device = sqlite3_last_insert_rowid (db->sqlite);
  return TRUE;
}

/* The desk's own row, made when it first writes into this file; looked up each time, since a restore may
 * have brought another file. */
static gboolean
find_device (ZbDb *db, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT id FROM device WHERE name = ?1 ORDER BY id DESC LIMIT 1", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, g_get_host_name ());
  if ((row = zb_db_step (db, stmt, error)) == 1)
    db->device = sqlite3_column_int64 (stmt, 0);
  return row == 1 || (row == 0 && add_device (db, error));
}

static gboolean
insert_set (ZbChangeSet *self, GError **error)
{
  static const guint8 unfinished[32];
  g_autoptr(ZbStmt) stmt = zb_db_borrow (self->db,
                                         "INSERT INTO change_set (uid, at, stamp, device, who, action, subject, undoes, hash) "
                                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", error);

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, self->uid);
  zb_stmt_bind_text (stmt, 2, self->at);
  self->stamp = zb_stamp_next (self->db);
  sqlite3_bind_int64 (stmt, 3, self->stamp);
  sqlite3_bind_int64 (stmt, 4, self->db->device);
  zb_stmt_bind_text (stmt, 5, zb_who ());
  zb_stmt_bind_text (stmt, 6, self->action);
  zb_stmt_bind_text (stmt, 7, self->subject);
  if (self->undoes != 0)
    sqlite3_bind_int64 (stmt, 8, self->undoes);
  sqlite3_bind_blob (stmt, 9, unfinished, sizeof unfinished, SQLITE_STATIC);
  if (!zb_db_done (self->db, stmt, error))
    return FALSE;
  self->id = sqlite3_last_insert_rowid (self->db->sqlite);
  return TRUE;
}

ZbChangeSet *
zb_change_set_begin_undo (ZbDb *db, const char *action, const char *subject, gint64 undoes, GError **error)
{
  g_autoptr(ZbChangeSet) self = NULL;
  gint64 stamp;

  if (db->read_only)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY, "%s", db->path);
      return NULL;
    }
  if (!zb_db_run (db, "BEGIN IMMEDIATE", error))
    return NULL;
  self = g_new0 (ZbChangeSet, 1);
  self->db = db;
  self->open = TRUE;
  self->uid = zb_uid_new ();
  self->at = zb_time_now ();
  self->action = g_strdup (action);
  self->subject = g_strdup (subject);
  self->undoes = undoes;
  self->today = zb_db_today (db);
  self->digest = zb_change_log_digest_new (ZB_CHAIN_SECOND);
  if ((stamp = zb_db_int (db, "SELECT stamp FROM change_set ORDER BY id DESC LIMIT 1", 0, error)) < 0)
    return NULL;
  db->last_stamp = MAX (db->last_stamp, stamp);
  if (!find_device (db, error) || !insert_set (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

ZbChangeSet *
zb_change_set_begin (ZbDb *db, const char *action, const char *subject, GError **error)
{
  return zb_change_set_begin_undo (db, action, subject, 0, error);
}

ZbDb *
zb_change_set_db (ZbChangeSet *self)
{
  return self->db;
}

gint64
zb_change_set_id (ZbChangeSet *self)
{
  return self->id;
}

/* After a full disk or a cancel SQLite has rolled back by itself; whatever were written then would stand alone. */
static gboolean
can_write (ZbChangeSet *self, GError **error)
{
  if (self->open && sqlite3_get_autocommit (self->db->sqlite))
    {
      self->open = FALSE;
      self->broken = TRUE;
    }
  if (self->open && !self->broken)
    return TRUE;
  g_set_error_literal (error, ZB_STORE_ERROR, ZB_STORE_ERROR_FAILED, "this change has failed before");
  return FALSE;
}

static gboolean
break_set (ZbChangeSet *self)
{
  self->broken = TRUE;
  return FALSE;
}

/* What was there before an undo or redo is put back as it was: the rules of today were not those of its day. */
static gboolean
check_record (ZbChangeSet *self, const ZbKindSql *sql, const ZbRecord *record, const ZbRecord *old, GError **error)
{
  return zb_record_check (record, error) && zb_change_check_values (sql, record, old, error)
         && (self->undoes != 0 || zb_change_check_dates (self->db, record, old, self->today, error));
}

static gboolean
log_change (ZbChangeSet *self, const ZbKind *kind, gint64 record, const char *op, const GString *before, const GString *after,
            GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (self->db,
                                         "INSERT INTO change (set_id, seq, kind, record, op, before, after) "
                                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", error);
  const char *old = before != NULL && before->len > 0 ? before->str : NULL;
  const char *new = after != NULL && after->len > 0 ? after->str : NULL;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, self->id);
  sqlite3_bind_int64 (stmt, 2, ++self->n);
  sqlite3_bind_text (stmt, 3, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 4, record);
  sqlite3_bind_text (stmt, 5, op, -1, SQLITE_STATIC);
  if (old != NULL)
    sqlite3_bind_text (stmt, 6, old, (int) before->len, SQLITE_STATIC);
  if (new != NULL)
    sqlite3_bind_text (stmt, 7, new, (int) after->len, SQLITE_STATIC);
  zb_change_log_digest (self->digest, self->n, kind->name, record, op, old, new);
  /* Names come in no order: without room for their indexes a million rows read and write each page many times. */
  if (self->n == LARGE_SET)
    zb_db_run (self->db, LARGE_CACHE, NULL);
  return zb_db_done (self->db, stmt, error);
}

static void
bind_extra (ZbStmt *stmt, const ZbRecord *record)
{
  guint8 key[ZB_HANZI_KEY_MAX];
  const char *name;

  if (record->kind == &zb_kind_organization)
    sqlite3_bind_text (stmt, 4, "", -1, SQLITE_STATIC);
  if (record->kind != &zb_kind_member || !(name = zb_record_get (record, "name")))
    return;
  sqlite3_bind_blob (stmt, 4, key, (int) zb_hanzi_pinyin_key (name, zb_record_get (record, "reading"), key, sizeof key),
                     SQLITE_TRANSIENT);
}

static gboolean
put_private (ZbChangeSet *self, const ZbKindSql *sql, const ZbRecord *record, GError **error)
{
  g_autoptr(ZbStmt) stmt = NULL;

  if (sql->n_private == 0 || !record->has_private)
    return TRUE;
  if (!(stmt = zb_db_borrow (self->db, sql->private_put, error)))
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, record->id);
  for (guint i = 0; i < sql->n_private; i++)
    zb_kind_sql_bind (stmt, 2 + (int) i, &record->kind->fields[sql->private[i]], record->values[sql->private[i]]);
  return zb_db_done (self->db, stmt, error);
}

static gboolean
log_insert (ZbChangeSet *self, const ZbRecord *record, GError **error)
{
  g_autoptr(GString) after = g_string_sized_new (512);

  for (guint i = 0; i < record->kind->n_fields; i++)
    if (record->values[i] != NULL && zb_field_is_stored (&record->kind->fields[i]))
      zb_change_log_append (after, record->kind->fields[i].name, record->values[i]);
  g_string_append_c (after, '}');
  return log_change (self, record->kind, record->id, "insert", NULL, after, error);
}

gboolean
zb_change_set_insert (ZbChangeSet *self, ZbRecord *record, GError **error)
{
  const ZbKindSql *sql = zb_kind_sql (self->db, record->kind);
  g_autofree char *uid = zb_uid_new ();
  g_autoptr(ZbStmt) stmt = NULL;

  if (!can_write (self, error) || !check_record (self, sql, record, NULL, error)
      || !(stmt = zb_db_borrow (self->db, sql->insert, error)))
    return FALSE;
  zb_stmt_bind_text (stmt, 1, uid);
  sqlite3_bind_int64 (stmt, 2, zb_stamp_next (self->db));
  sqlite3_bind_int64 (stmt, 3, self->db->device);
  bind_extra (stmt, record);
  for (guint i = 0; i < sql->n_plain; i++)
    zb_kind_sql_bind (stmt, 5 + (int) i, &record->kind->fields[sql->plain[i]], record->values[sql->plain[i]]);
  if (!zb_db_done (self->db, stmt, error))
    return FALSE;
  record->id = sqlite3_last_insert_rowid (self->db->sqlite);
  record->version = 1;
  g_free (record->uid);
  record->uid = g_steal_pointer (&uid);
  /* The row of the private table is there from the beginning, so that an update finds it. */
  if (sql->n_private > 0)
    record->has_private = TRUE;
  return (put_private (self, sql, record, error) && log_insert (self, record, error)) || break_set (self);
}

/* What differs, as the log keeps it; FALSE when nothing does. */
static gboolean
compare (const ZbRecord *old, const ZbRecord *new, GString *before, GString *after)
{
  for (guint i = 0; i < new->kind->n_fields; i++)
    {
      const ZbField *field = &new->kind->fields[i];

      if (!zb_field_is_stored (field) || ((field->flags & ZB_FIELD_PRIVATE) && !new->has_private)
          || g_strcmp0 (old->values[i], new->values[i]) == 0)
        continue;
      zb_change_log_append (before, field->name, old->values[i]);
      zb_change_log_append (after, field->name, new->values[i]);
    }
  return after->len > 0;
}

static void
close_object (GString *json)
{
  if (json->len > 0)
    g_string_append_c (json, '}');
}

gboolean
zb_change_set_update (ZbChangeSet *self, ZbRecord *record, GError **error)
{
  const ZbKindSql *sql = zb_kind_sql (self->db, record->kind);
  g_autoptr(ZbRecord) old = zb_records_get (self->db, record->kind, record->id, TRUE, error);
  g_autoptr(GString) before = g_string_new (NULL);
  g_autoptr(GString) after = g_string_new (NULL);
  g_autoptr(ZbStmt) stmt = NULL;

  if (old == NULL || !can_write (self, error))
    return FALSE;
  if (old->withdrawn)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "%s was taken back", zb_record_title (old));
      return FALSE;
    }
  if (record->version != 0 && record->version != old->version)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT, "%s was changed meanwhile", zb_record_title (old));
      return FALSE;
    }
  if (!check_record (self, sql, record, old, error))
    return FALSE;
  if (!compare (old, record, before, after))
    return TRUE;
  if (!(stmt = zb_db_borrow (self->db, sql->update, error)))
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, record->id);
  sqlite3_bind_int64 (stmt, 2, zb_stamp_next (self->db));
  sqlite3_bind_int64 (stmt, 3, self->db->device);
  if (record->kind == &zb_kind_member)
    bind_extra (stmt, record);
  for (guint i = 0; i < sql->n_plain; i++)
    zb_kind_sql_bind (stmt, 5 + (int) i, &record->kind->fields[sql->plain[i]], record->values[sql->plain[i]]);
  if (!zb_db_done (self->db, stmt, error))
    return FALSE;
  record->version = old->version + 1;
  if (record->kind == &zb_kind_organization && g_strcmp0 (zb_record_get (old, "parent"), zb_record_get (record, "parent")) != 0)
    self->moves = TRUE;
  close_object (before);
  close_object (after);
  return (put_private (self, sql, record, error) && log_change (self, record->kind, record->id, "update", before, after, error))
         || break_set (self);
}

gboolean
zb_change_set_set (ZbChangeSet *self, const ZbKind *kind, gint64 id, const char *field, const char *value, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (self->db, kind, id, TRUE, error);
  const ZbField *declared = zb_kind_field (kind, field);

  if (record == NULL)
    return FALSE;
  if (declared == NULL || !zb_field_is_stored (declared))
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FIELD, "“%s” is not a field that can be set", field);
      return FALSE;
    }
  zb_record_set (record, field, value);
  return zb_change_set_update (self, record, error);
}

static gboolean
set_withdrawn (ZbChangeSet *self, const ZbKind *kind, gint64 id, gboolean withdrawn, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET withdrawn = ?4, row_version = row_version + 1, stamp = ?2, device = ?3 "
                                          "WHERE id = ?1 AND withdrawn <> ?4", kind->table);
  g_autoptr(ZbStmt) stmt = can_write (self, error) ? zb_db_borrow (self->db, sql, error) : NULL;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  sqlite3_bind_int64 (stmt, 2, zb_stamp_next (self->db));
  sqlite3_bind_int64 (stmt, 3, self->db->device);
  sqlite3_bind_int (stmt, 4, withdrawn);
  if (!zb_db_done (self->db, stmt, error))
    return FALSE;
  if (sqlite3_changes (self->db->sqlite) == 0)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT, "%s #%" G_GINT64_FORMAT " was changed meanwhile", kind->name, id);
      return FALSE;
    }
  return log_change (self, kind, id, withdrawn ? "withdraw" : "revive", NULL, NULL, error) || break_set (self);
}

gboolean
zb_change_set_withdraw (ZbChangeSet *self, const ZbKind *kind, gint64 id, GError **error)
{
  return set_withdrawn (self, kind, id, TRUE, error);
}

gboolean
zb_change_set_revive (ZbChangeSet *self, const ZbKind *kind, gint64 id, GError **error)
{
  return set_withdrawn (self, kind, id, FALSE, error);
}

void
zb_change_set_subject (ZbChangeSet *self, const char *subject)
{
  g_free (self->subject);
  self->subject = g_strdup (subject);
}

guint
zb_change_set_size (ZbChangeSet *self)
{
  return self->n;
}

/* The hash over everything in the set and the one before. */
static gboolean
digest_set (ZbChangeSet *self, guint8 hash[32], GError **error)
{
  guint8 previous[32] = { 0 };
  g_autoptr(ZbStmt) before = zb_db_borrow (self->db, "SELECT hash FROM change_set WHERE id < ?1 ORDER BY id DESC LIMIT 1", error);
  g_autoptr(ZbStmt) device = zb_db_borrow (self->db, "SELECT uid FROM device WHERE id = ?1", error);
  ZbChainSet set = { self->uid, self->at, zb_who (), self->action, self->subject, self->n, self->undoes, self->stamp, NULL };
  int row;

  if (before == NULL || device == NULL)
    return FALSE;
  sqlite3_bind_int64 (before, 1, self->id);
  sqlite3_bind_int64 (device, 1, self->db->device);
  if ((row = zb_db_step (self->db, before, error)) < 0 || zb_db_step (self->db, device, error) < 0)
    return FALSE;
  if (row == 1 && sqlite3_column_bytes (before, 0) == sizeof previous)
    memcpy (previous, sqlite3_column_blob (before, 0), sizeof previous);
  set.device = zb_stmt_text (device, 0);
  zb_change_log_digest_set (self->digest, ZB_CHAIN_SECOND, &set, previous, hash);
  return TRUE;
}

/* The finished set: subject, size and hash. */
static gboolean
finish_set (ZbChangeSet *self, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (self->db, "UPDATE change_set SET subject = ?2, n_records = ?3, hash = ?4 WHERE id = ?1", error);
  guint8 hash[32];

  if (stmt == NULL || !digest_set (self, hash, error))
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, self->id);
  zb_stmt_bind_text (stmt, 2, self->subject);
  sqlite3_bind_int64 (stmt, 3, self->n);
  sqlite3_bind_blob (stmt, 4, hash, sizeof hash, SQLITE_TRANSIENT);
  return zb_db_done (self->db, stmt, error);
}

gboolean
zb_change_set_commit (ZbChangeSet *self, gint64 *out_id, GError **error)
{
  if (!can_write (self, error))
    return FALSE;
  if (self->n == 0)
    {
      self->open = FALSE;
      if (out_id != NULL)
        *out_id = 0;
      return zb_db_run (self->db, "ROLLBACK", error);
    }
  if ((self->moves && !zb_organizations_rebuild_paths (self->db, error)) || !finish_set (self, error) || !zb_db_run (self->db, "COMMIT", error))
    return FALSE;
  self->open = FALSE;
  if (out_id != NULL)
    *out_id = self->id;
  return TRUE;
}

void
zb_change_set_free (ZbChangeSet *self)
{
  if (self == NULL)
    return;
  /* After some failures SQLite has rolled back by itself. */
  if (self->open && !sqlite3_get_autocommit (self->db->sqlite))
    zb_db_run (self->db, "ROLLBACK", NULL);
  if (self->n >= LARGE_SET && zb_db_run (self->db, USUAL_CACHE, NULL))
    sqlite3_db_release_memory (self->db->sqlite);
  g_checksum_free (self->digest);
  g_free (self->uid);
  g_free (self->at);
  g_free (self->action);
  g_free (self->subject);
  g_free (self);
}
