/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-import-log.h"

#include "store/zb-change-set-private.h"
#include "store/zb-db-private.h"

gboolean
zb_import_log_add (ZbChangeSet *set, const char *file_name, const char *file_hash, const char *sheet, guint n_rows, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "INSERT INTO import_batch (set_id, file_name, file_hash, sheet, n_rows) "
                                             "VALUES (?1, ?2, ?3, ?4, ?5)", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, zb_change_set_id (set));
  zb_stmt_bind_text (stmt, 2, file_name);
  zb_stmt_bind_text (stmt, 3, file_hash);
  zb_stmt_bind_text (stmt, 4, sheet);
  sqlite3_bind_int64 (stmt, 5, n_rows);
  return zb_db_done (db, stmt, error);
}
