/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "core/zb-hanzi.h"
#include "store/zb-change-bulk.h"
#include "store/zb-change-check.h"
#include "store/zb-change-log.h"
#include "store/zb-change-rows.h"
#include "store/zb-change-set-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

/* Uids whose random bytes are fetched together. */
#define N_UIDS 64

#define USUAL_CACHE "PRAGMA cache_size = -16384"

/* From so many records on a set gets a larger page cache, given back at its end. */
static const struct { guint records; const char *pragma; } caches[] = {
  { 50000, "PRAGMA cache_size = -49152" },
  { 500000, "PRAGMA cache_size = -131072" },
};

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
  ZbDigest *digest; /* (owned) */
  ZbChangeRows *rows; /* (owned): of the log, not yet written */
  GPtrArray *later;   /* (owned) (nullable): see zb_change_bulk_begin() */
  guint8 random[N_UIDS][ZB_UID_RANDOM];
  guint n_random;     /* of them, those not used yet */
  GHashTable *places; /* (owned): see zb_change_set_knows_place() */
  GHashTable *numbers; /* (owned): year → number: see zb_change_set_last_number() */

  struct {            /* where the set stood: see zb_change_set_mark() */
    ZbDigest *digest; /* (owned) (nullable): %NULL while there is no mark */
    guint n;
    gboolean moves;
  } mark;
};

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
  self->rows = zb_change_rows_new (self->db, self->id);
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
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->numbers = g_hash_table_new (NULL, NULL);
  if ((stamp = zb_db_int (db, "SELECT stamp FROM change_set ORDER BY id DESC LIMIT 1", 0, error)) < 0)
    return NULL;
  db->last_stamp = MAX (db->last_stamp, stamp);
  if (!zb_device_find (db, error) || !insert_set (self, error))
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
  return zb_record_check (record, error)
         && zb_change_check (self->db, sql, record, old, self->undoes != 0 ? ZB_DATE_NONE : self->today, error);
}

/* The text of a log entry, %NULL for none. Returns: (transfer full) */
static char *
finish_json (GString *json)
{
  if (json == NULL || json->len == 0)
    {
      if (json != NULL)
        g_string_free (json, TRUE);
      return NULL;
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/* @before, @after: (transfer full) (nullable): objects that are still open */
static gboolean
log_change (ZbChangeSet *self, const ZbKind *kind, gint64 record, const char *op, GString *before, GString *after, GError **error)
{
  char *old = finish_json (before);
  char *new = finish_json (after);

  self->n++;
  zb_change_log_digest (self->digest, self->n, kind->name, record, op, old, new);
  if (kind == &zb_kind_organization)
    g_hash_table_remove_all (self->places);
  /* Names come in no order: without room for their indexes many rows read and write each page many times. */
  for (guint i = 0; i < G_N_ELEMENTS (caches); i++)
    if (self->n == caches[i].records && self->later == NULL)
      zb_db_run (self->db, caches[i].pragma, NULL);
  return zb_change_rows_add (self->rows, self->n, kind->name, record, op, old, new, error);
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

/* A record's own uid. Returns: (transfer full) */
static char *
next_uid (ZbChangeSet *self)
{
  if (self->n_random == 0)
    {
      /* Most sets need one or two. */
      self->n_random = self->n < N_UIDS ? 1 : N_UIDS;
      zb_uid_fill (self->random[0], self->n_random * sizeof self->random[0]);
    }
  return zb_uid_new_from (self->random[--self->n_random]);
}

static gboolean
put_private (ZbChangeSet *self, const ZbKindSql *sql, const char *put, const ZbRecord *record, GError **error)
{
  g_autoptr(ZbStmt) stmt = NULL;

  if (sql->n_private == 0 || !record->has_private)
    return TRUE;
  if (!(stmt = zb_db_borrow (self->db, put, error)))
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, record->id);
  for (guint i = 0; i < sql->n_private; i++)
    zb_kind_sql_bind (stmt, 2 + (int) i, &record->kind->fields[sql->private[i]], record->values[sql->private[i]]);
  return zb_db_done (self->db, stmt, error);
}

/* Somebody else gave a wish its number: which is the greatest has to be looked for again. */
static void
forget_numbers (ZbChangeSet *self, const ZbRecord *old, const ZbRecord *record)
{
  if (record->kind == &zb_kind_wish && g_strcmp0 (old != NULL ? zb_record_get (old, "number") : NULL, zb_record_get (record, "number")) != 0)
    g_hash_table_remove_all (self->numbers);
}

static gboolean
log_insert (ZbChangeSet *self, const ZbRecord *record, GError **error)
{
  GString *after = g_string_sized_new (512);

  for (guint i = 0; i < record->kind->n_fields; i++)
    if (record->values[i] != NULL && zb_field_is_stored (&record->kind->fields[i]))
      zb_change_log_append (after, record->kind->fields[i].name, record->values[i]);
  return log_change (self, record->kind, record->id, "insert", NULL, after, error);
}

gboolean
zb_change_set_insert (ZbChangeSet *self, ZbRecord *record, GError **error)
{
  const ZbKindSql *sql = zb_kind_sql_for_insert (self->db, record);
  g_autofree char *uid = next_uid (self);
  g_autoptr(ZbStmt) stmt = NULL;

  if (!can_write (self, error) || !check_record (self, sql, record, NULL, error)
      || !(stmt = zb_db_borrow (self->db, sql->insert, error)))
    return FALSE;
  zb_stmt_bind_text (stmt, 1, uid);
  sqlite3_bind_int64 (stmt, 2, zb_stamp_next (self->db));
  sqlite3_bind_int64 (stmt, 3, self->db->device);
  bind_extra (stmt, record);
  for (guint i = 0; i < sql->n_given; i++)
    zb_kind_sql_bind (stmt, 5 + (int) i, &record->kind->fields[sql->given[i]], record->values[sql->given[i]]);
  if (!zb_db_done (self->db, stmt, error))
    return FALSE;
  forget_numbers (self, NULL, record);
  record->id = sqlite3_last_insert_rowid (self->db->sqlite);
  record->version = 1;
  g_free (record->uid);
  record->uid = g_steal_pointer (&uid);
  /* The row of the private table is there from the beginning, so that an update finds it. */
  if (sql->n_private > 0)
    record->has_private = TRUE;
  return (put_private (self, sql, sql->private_insert, record, error) && log_insert (self, record, error)) || break_set (self);
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
  if (self->undoes == 0 && (record->kind->keeps & ZB_KEEPS_VALUES))
    return zb_step_refuse (error, "keeps-values", NULL);
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
  forget_numbers (self, old, record);
  record->version = old->version + 1;
  if (record->kind == &zb_kind_organization && g_strcmp0 (zb_record_get (old, "parent"), zb_record_get (record, "parent")) != 0)
    self->moves = TRUE;
  return (put_private (self, sql, sql->private_put, record, error) && log_change (self, record->kind, record->id, "update", g_steal_pointer (&before), g_steal_pointer (&after), error))
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

gboolean
zb_change_set_mark (ZbChangeSet *self, GError **error)
{
  g_return_val_if_fail (self->mark.digest == NULL && self->later == NULL, FALSE);

  /* The rows of the log that wait belong to what stays. */
  if (!can_write (self, error) || !zb_change_set_flush (self, error) || !zb_db_run (self->db, "SAVEPOINT mark", error))
    return FALSE;
  self->mark.digest = zb_digest_copy (self->digest);
  self->mark.n = self->n;
  self->mark.moves = self->moves;
  return TRUE;
}

/* Rows of the log that were not yet written go with what they tell of. */
static gboolean
return_to_mark (ZbChangeSet *self, GError **error)
{
  if (!zb_db_run (self->db, "ROLLBACK TO mark", error))
    return FALSE;
  zb_change_rows_free (self->rows);
  self->rows = zb_change_rows_new (self->db, self->id);
  zb_digest_free (self->digest);
  self->digest = g_steal_pointer (&self->mark.digest);
  self->n = self->mark.n;
  self->moves = self->mark.moves;
  self->broken = FALSE;
  g_hash_table_remove_all (self->places);
  g_hash_table_remove_all (self->numbers);
  return TRUE;
}

gboolean
zb_change_set_unmark (ZbChangeSet *self, gboolean keep, GError **error)
{
  gboolean good;

  g_return_val_if_fail (self->mark.digest != NULL, FALSE);

  if (!keep && self->open && !sqlite3_get_autocommit (self->db->sqlite))
    good = return_to_mark (self, error);
  else
    good = can_write (self, error) && zb_change_set_flush (self, error);
  g_clear_pointer (&self->mark.digest, zb_digest_free);
  return (good && zb_db_run (self->db, "RELEASE mark", error)) || break_set (self);
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

gboolean
zb_change_set_flush (ZbChangeSet *self, GError **error)
{
  return zb_change_rows_flush (self->rows, error) || break_set (self);
}

/* Handles are small: two make one key, and those that do not fit are looked at each time. */
static gint64
key_of_place (gint64 org, gint64 group)
{
  return org > 0 && org <= G_MAXINT32 && group >= 0 && group <= G_MAXUINT32 ? org << 32 | group : 0;
}

gboolean
zb_change_set_knows_place (ZbChangeSet *self, gint64 org, gint64 group)
{
  gint64 key = key_of_place (org, group);

  return key != 0 && g_hash_table_contains (self->places, &key);
}

void
zb_change_set_learn_place (ZbChangeSet *self, gint64 org, gint64 group)
{
  gint64 key = key_of_place (org, group);

  if (key != 0)
    g_hash_table_add (self->places, g_memdup2 (&key, sizeof key));
}

static gpointer
key_of_year (const char *year)
{
  return GINT_TO_POINTER ((int) g_ascii_strtoll (year, NULL, 10));
}

gint64
zb_change_set_last_number (ZbChangeSet *self, const char *year)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, key_of_year (year)));
}

void
zb_change_set_learn_number (ZbChangeSet *self, const char *year, gint64 last)
{
  g_hash_table_insert (self->numbers, key_of_year (year), GINT_TO_POINTER ((int) last));
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
zb_change_set_expect (ZbChangeSet *self, guint people, gboolean only_new, GError **error)
{
  if (!can_write (self, error))
    return FALSE;
  return self->later != NULL || zb_change_bulk_begin (self->db, people, only_new, &self->later, error) || break_set (self);
}

/* What was put off until the end. */
static gboolean
finish_records (ZbChangeSet *self, GError **error)
{
  return (!self->moves || zb_organizations_rebuild_paths (self->db, error))
         && (self->later == NULL || zb_change_bulk_end (self->db, self->later, error)) && zb_change_set_flush (self, error);
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
  if (!finish_records (self, error) || !finish_set (self, error) || !zb_db_run (self->db, "COMMIT", error))
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
  if ((self->n >= caches[0].records || self->later != NULL) && zb_db_run (self->db, USUAL_CACHE, NULL))
    sqlite3_db_release_memory (self->db->sqlite);
  zb_digest_free (self->digest);
  g_clear_pointer (&self->mark.digest, zb_digest_free);
  zb_change_rows_free (self->rows);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->numbers);
  g_clear_pointer (&self->later, g_ptr_array_unref);
  g_free (self->uid);
  g_free (self->at);
  g_free (self->action);
  g_free (self->subject);
  g_free (self);
}
