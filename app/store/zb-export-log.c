/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-export-log.h"

#include "store/zb-db-private.h"

gboolean
zb_export_log_add (ZbDb *db, const char *roster, const char *format, guint n_rows, const char *private_columns, GError **error)
{
  g_autoptr(ZbStmt) stmt = NULL;
  g_autofree char *now = zb_time_now ();

  if (db->read_only)
    return TRUE;
  if (!(stmt = zb_db_borrow (db, "INSERT INTO export_log (at, who, roster, format, n_rows, private_columns) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                             error)))
    return FALSE;
  zb_stmt_bind_text (stmt, 1, now);
  zb_stmt_bind_text (stmt, 2, zb_who ());
  zb_stmt_bind_text (stmt, 3, roster);
  zb_stmt_bind_text (stmt, 4, format);
  sqlite3_bind_int64 (stmt, 5, n_rows);
  zb_stmt_bind_text (stmt, 6, private_columns);
  return zb_db_done (db, stmt, error);
}

const char *
zb_export_log_who (void)
{
  return zb_who ();
}
