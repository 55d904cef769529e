/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-templates.h"

#include <string.h>

#include "store/zb-check-private.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"

gboolean
zb_templates_find (ZbDb *db, const char *name, ZbRecord **out_record, GError **error)
{
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_template, "name", name, FALSE, error);

  if (all == NULL)
    return FALSE;
  *out_record = all->len > 0 ? zb_record_copy (g_ptr_array_index (all, 0)) : NULL;
  return TRUE;
}

/* Bytes are kept once, by what they are, and never changed. */
static gboolean
put_bytes (ZbDb *db, const char *digest, GBytes *data, GError **error)
{
  g_autoptr(ZbStmt) look = zb_db_borrow (db, "SELECT 1 FROM template_data WHERE digest = ?1", error);
  g_autoptr(ZbStmt) stmt = NULL;
  gsize size;
  const void *bytes = g_bytes_get_data (data, &size);
  int row;

  if (look == NULL)
    return FALSE;
  zb_stmt_bind_text (look, 1, digest);
  if ((row = zb_db_step (db, look, error)) != 0)
    return row == 1;
  if (!(stmt = zb_db_borrow (db, "INSERT INTO template_data (digest, data) VALUES (?1, ?2)", error)))
    return FALSE;
  zb_stmt_bind_text (stmt, 1, digest);
  sqlite3_bind_blob64 (stmt, 2, bytes, size, SQLITE_STATIC);
  return zb_db_done (db, stmt, error);
}

gboolean
zb_templates_put (ZbDb *db, ZbRecord *record, GBytes *data, gint64 *out_set, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  g_autofree char *today = zb_date_to_text (zb_db_today (db));
  g_autoptr(ZbRecord) known = NULL;
  g_autoptr(ZbChangeSet) set = NULL;

  if (!zb_templates_find (db, zb_record_get (record, "name"), &known, error))
    return FALSE;
  if (known != NULL)
    record->id = known->id;
  zb_record_set_int (record, "size", (gint64) g_bytes_get_size (data));
  zb_record_set (record, "digest", digest);
  zb_record_set (record, "checked_on", today);
  set = zb_change_set_begin (db, known != NULL ? "template.set" : "template.add", zb_record_get (record, "name"), error);
  return set != NULL && (known != NULL ? zb_change_set_update (set, record, error) : zb_change_set_insert (set, record, error))
         && put_bytes (db, digest, data, error) && zb_change_set_commit (set, out_set, error);
}

GBytes *
zb_templates_read (ZbDb *db, const ZbRecord *record, GError **error)
{
  const char *digest = zb_record_get (record, "digest");
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT data FROM template_data WHERE digest = ?1", error);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  int row;

  if (stmt == NULL)
    return NULL;
  zb_stmt_bind_text (stmt, 1, digest);
  if ((row = zb_db_step (db, stmt, error)) < 0)
    return NULL;
  if (row == 1)
    bytes = g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
  if (bytes != NULL)
    found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (found, digest) == 0)
    return g_steal_pointer (&bytes);
  g_set_error (error, ZB_STORE_ERROR, bytes == NULL ? ZB_STORE_ERROR_NOT_FOUND : ZB_STORE_ERROR_CORRUPT, "the file of “%s”", zb_record_title (record));
  return NULL;
}

/* The bytes of every form against the checksum that the log vouches for. */
gboolean
zb_check_templates (ZbChecker *checker, GError **error)
{
  g_autoptr(GPtrArray) all = zb_records_list (checker->db, &zb_kind_template, NULL, NULL, FALSE, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, i);
      g_autoptr(GError) local = NULL;
      g_autoptr(GBytes) bytes = zb_templates_read (checker->db, record, &local);

      if (bytes == NULL)
        zb_checker_add (checker, ZB_FINDING_DAMAGE, g_error_matches (local, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND) ? "template-missing" : "template-altered",
                        &zb_kind_template, record->id, zb_record_title (record), NULL, NULL);
    }
  return all != NULL;
}
