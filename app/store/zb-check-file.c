/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/zb-change-log.h"
#include "store/zb-check-private.h"
#include "store/zb-records.h"

#define PROGRESS_EVERY 5000

gboolean
zb_check_file (ZbChecker *checker, GError **error)
{
  ZbDb *db = checker->db;
  g_autoptr(ZbStmt) integrity = zb_db_borrow (db, "PRAGMA integrity_check(10)", error);
  g_autoptr(ZbStmt) links = zb_db_borrow (db, "PRAGMA foreign_key_check", error);
  int row;

  if (integrity == NULL || links == NULL)
    return FALSE;
  while ((row = zb_db_step (db, integrity, error)) == 1)
    {
      gboolean is_ok = strcmp (zb_stmt_text (integrity, 0), "ok") == 0;

      if (!is_ok || !zb_db_check_whole (db, NULL))
        zb_checker_add (checker, ZB_FINDING_DAMAGE, "integrity", NULL, 0, NULL, NULL,
                        is_ok ? "cut short" : zb_stmt_text (integrity, 0), NULL);
    }
  if (row < 0)
    return FALSE;
  while ((row = zb_db_step (db, links, error)) == 1)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (links, 1));

      zb_checker_add (checker, ZB_FINDING_DAMAGE, "foreign-key", NULL, 0, NULL, NULL, zb_stmt_text (links, 0), id, NULL);
    }
  return row == 0;
}

/* The chain: every set's hash over its rows and the hash before. */

static gboolean
digest_changes (ZbChecker *checker, gint64 set_id, ZbDigest *digest, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
                                         "SELECT seq, kind, record, op, before, after FROM change WHERE set_id = ?1 ORDER BY seq", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, set_id);
  while ((row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      zb_change_log_digest (digest, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1), sqlite3_column_int64 (stmt, 2),
                            zb_stmt_text (stmt, 3), zb_stmt_text (stmt, 4), zb_stmt_text (stmt, 5));
    }
  return row == 0;
}

/* Whether the set that @stmt stands at has the hash that it must have in that form. Returns: -1 with @error */
static int
has_hash (ZbChecker *checker, ZbStmt *stmt, ZbChainForm form, const guint8 previous[32], GError **error)
{
  g_autoptr(ZbDigest) digest = zb_change_log_digest_new (form);
  ZbChainSet set = {
    .uid = zb_stmt_text (stmt, 1), .at = zb_stmt_text (stmt, 2), .who = zb_stmt_text (stmt, 3), .action = zb_stmt_text (stmt, 4),
    .subject = zb_stmt_text (stmt, 5), .n_records = sqlite3_column_int64 (stmt, 6), .undoes = sqlite3_column_int64 (stmt, 7),
    .stamp = sqlite3_column_int64 (stmt, 9), .device = zb_stmt_text (stmt, 10),
  };
  guint8 hash[32];

  if (!digest_changes (checker, sqlite3_column_int64 (stmt, 0), digest, error))
    return -1;
  zb_change_log_digest_set (digest, form, &set, previous, hash);
  return sqlite3_column_bytes (stmt, 8) == sizeof hash && memcmp (hash, sqlite3_column_blob (stmt, 8), sizeof hash) == 0;
}

/* Sets of the first form stand at the beginning only; who finds the second form later has left it behind. */
static int
is_in_chain (ZbChecker *checker, ZbStmt *stmt, ZbChainForm *form, const guint8 previous[32], GError **error)
{
  int found = has_hash (checker, stmt, *form, previous, error);

  if (found == 0 && *form == ZB_CHAIN_FIRST && (found = has_hash (checker, stmt, ZB_CHAIN_SECOND, previous, error)) == 1)
    *form = ZB_CHAIN_SECOND;
  return found;
}

static gboolean
check_chain (ZbChecker *checker, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
    "SELECT s.id, s.uid, s.at, s.who, s.action, s.subject, s.n_records, s.undoes, s.hash, s.stamp, d.uid FROM change_set s "
    "LEFT JOIN device d ON d.id = s.device ORDER BY s.id", error);
  ZbChainForm form = ZB_CHAIN_FIRST;
  guint8 previous[32] = { 0 };
  int row;

  if (stmt == NULL)
    return FALSE;
  while ((row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      int found = is_in_chain (checker, stmt, &form, previous, error);

      if (found < 0)
        return FALSE;
      if (found == 0)
        {
          g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (stmt, 0));

          zb_checker_add (checker, ZB_FINDING_DAMAGE, "log-chain", NULL, 0, NULL, NULL, text, zb_stmt_text (stmt, 2), NULL);
        }
      /* The stored hash goes on, so that one forged set is named and not all that follow. */
      if (sqlite3_column_bytes (stmt, 8) == sizeof previous)
        memcpy (previous, sqlite3_column_blob (stmt, 8), sizeof previous);
    }
  return row == 0;
}

/* The last image: what the log says of a record against its row. */

static gboolean
compare_image (ZbChecker *checker, const ZbRecord *image, gboolean withdrawn, GError **error)
{
  GError *failure = NULL;
  g_autoptr(ZbRecord) row = zb_records_get (checker->db, image->kind, image->id, TRUE, &failure);

  if (row == NULL)
    {
      if (!g_error_matches (failure, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      g_clear_error (&failure);
      zb_checker_add (checker, ZB_FINDING_DAMAGE, "log-row-missing", image->kind, image->id, zb_record_title (image), NULL, NULL);
      return TRUE;
    }
  if (row->withdrawn != withdrawn)
    zb_checker_add (checker, ZB_FINDING_DAMAGE, "log-row", image->kind, image->id, zb_record_title (row), NULL, "withdrawn", NULL);
  for (guint i = 0; i < image->kind->n_fields; i++)
    if (zb_field_is_stored (&image->kind->fields[i]) && g_strcmp0 (row->values[i], image->values[i]) != 0)
      zb_checker_add (checker, ZB_FINDING_DAMAGE, "log-row", image->kind, image->id, zb_record_title (row), NULL,
                      image->kind->fields[i].name, NULL);
  return TRUE;
}

/* Records entered behind the log: rows of a kind without any change. */
static gboolean
check_unlogged (ZbChecker *checker, const ZbKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.kind = ?1 "
                                          "AND c.record = t.id) LIMIT 20", kind->table);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db, sql, error);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, kind->name);
  while ((row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      g_autofree char *title = zb_records_title (checker->db, kind, id);

      zb_checker_add (checker, ZB_FINDING_DAMAGE, "log-missing", kind, id, title, NULL, NULL);
    }
  return row == 0;
}

static gboolean
check_images (ZbChecker *checker, const ZbKind *kind, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
    "SELECT record, op, after FROM change WHERE kind = ?1 ORDER BY record, set_id, seq", error);
  g_autoptr(ZbRecord) image = NULL;
  gboolean withdrawn = FALSE;
  guint64 done = 0;
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, kind->name);
  while ((row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      const char *op = zb_stmt_text (stmt, 1);

      if (image == NULL || image->id != id)
        {
          if (image != NULL && !compare_image (checker, image, withdrawn, error))
            return FALSE;
          zb_record_free (image);
          image = zb_record_new (kind);
          image->id = id;
        }
      withdrawn = strcmp (op, "withdraw") == 0 || (withdrawn && strcmp (op, "update") == 0);
      if (!zb_change_log_parse (zb_stmt_text (stmt, 2), image, NULL))
        zb_checker_add (checker, ZB_FINDING_DAMAGE, "log-row", kind, id, zb_record_title (image), NULL, "after", NULL);
      if (++done % PROGRESS_EVERY == 0 && checker->progress != NULL)
        checker->progress (done, 0, checker->user_data);
    }
  return row == 0 && (image == NULL || compare_image (checker, image, withdrawn, error));
}

gboolean
zb_check_log (ZbChecker *checker, GError **error)
{
  if (!check_chain (checker, error))
    return FALSE;
  for (guint i = 0; zb_kinds ()[i] != NULL; i++)
    if (!check_images (checker, zb_kinds ()[i], error) || !check_unlogged (checker, zb_kinds ()[i], error))
      return FALSE;
  return TRUE;
}
