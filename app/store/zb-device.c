/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-db-private.h"

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

gboolean
zb_device_find (ZbDb *db, GError **error)
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
