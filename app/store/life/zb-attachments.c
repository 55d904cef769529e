/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-attachments.h"

#include <string.h>

#include "store/zb-check-private.h"
#include "store/zb-db-private.h"

static gboolean
put_bytes (ZbDb *db, gint64 id, GBytes *data, GBytes *preview, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "INSERT INTO attachment_data (attachment_id, data, preview) VALUES (?1, ?2, ?3)", error);
  gsize size;
  const void *bytes = g_bytes_get_data (data, &size);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  sqlite3_bind_blob64 (stmt, 2, bytes, size, SQLITE_STATIC);
  if (preview != NULL)
    {
      bytes = g_bytes_get_data (preview, &size);
      sqlite3_bind_blob64 (stmt, 3, bytes, size, SQLITE_STATIC);
    }
  return zb_db_done (db, stmt, error);
}

gboolean
zb_attachments_add (ZbChangeSet *set, ZbRecord *record, GBytes *data, GBytes *preview, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);

  zb_record_set_int (record, "size", (gint64) g_bytes_get_size (data));
  zb_record_set (record, "digest", digest);
  return zb_change_set_insert (set, record, error) && put_bytes (zb_change_set_db (set), record->id, data, preview, error);
}

GBytes *
zb_attachments_read (ZbDb *db, gint64 attachment, gboolean preview, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, preview ? "SELECT preview FROM attachment_data WHERE attachment_id = ?1"
                                                     : "SELECT data FROM attachment_data WHERE attachment_id = ?1", error);
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, attachment);
  if ((row = zb_db_step (db, stmt, error)) < 0)
    return NULL;
  if (row == 1 && sqlite3_column_type (stmt, 0) == SQLITE_BLOB)
    return g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
  g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "no attachment #%" G_GINT64_FORMAT, attachment);
  return NULL;
}

/* The bytes of every photo and paper against the checksum that the log vouches for. */
gboolean
zb_check_attachments (ZbChecker *checker, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
    "SELECT a.id, a.name, a.digest, d.data FROM attachment a LEFT JOIN attachment_data d ON d.attachment_id = a.id", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, sqlite3_column_blob (stmt, 3), (gsize) sqlite3_column_bytes (stmt, 3));

      if (g_strcmp0 (digest, zb_stmt_text (stmt, 2)) != 0)
        zb_checker_add (checker, ZB_FINDING_DAMAGE, sqlite3_column_type (stmt, 3) == SQLITE_BLOB ? "attachment-altered" : "attachment-missing",
                        &zb_kind_attachment, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1), NULL, NULL);
    }
  return row == 0;
}
