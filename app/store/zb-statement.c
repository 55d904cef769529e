/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>

#include "store/zb-db-private.h"

G_DEFINE_QUARK (zb-store-error-quark, zb_store_error)

/* What the system said of a failed read, write or opening. A file-size limit or a quota shows as a failed write. */
static ZbStoreError
system_code (int code, int number)
{
  if (number == ENOSPC || number == EDQUOT || number == EFBIG || code == SQLITE_IOERR_SHMSIZE
      || (code == SQLITE_IOERR_WRITE && number == 0))
    return ZB_STORE_ERROR_NO_SPACE;
  if (number == ENOENT || number == ENOTDIR)
    return ZB_STORE_ERROR_NOT_FOUND;
  if (number == EACCES || number == EPERM || number == EROFS)
    return ZB_STORE_ERROR_READ_ONLY;
  if (code == SQLITE_IOERR_SHORT_READ)
    return ZB_STORE_ERROR_CORRUPT;
  return (code & 0xff) == SQLITE_CANTOPEN ? ZB_STORE_ERROR_READ_ONLY : ZB_STORE_ERROR_FAILED;
}

static ZbStoreError
store_code (int code, int number)
{
  switch (code)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY: return ZB_STORE_ERROR_DUPLICATE;
    case SQLITE_CONSTRAINT_FOREIGNKEY: return ZB_STORE_ERROR_IN_USE;
    default: break;
    }
  switch (code & 0xff)
    {
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG: return ZB_STORE_ERROR_INVALID;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ZB_STORE_ERROR_BUSY;
    case SQLITE_FULL: return ZB_STORE_ERROR_NO_SPACE;
    case SQLITE_READONLY:
    case SQLITE_PERM: return ZB_STORE_ERROR_READ_ONLY;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return system_code (code, number);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ZB_STORE_ERROR_CORRUPT;
    default: return ZB_STORE_ERROR_FAILED;
    }
}

gboolean
zb_db_code_error (int code, int number, const char *message, GError **error)
{
  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else
    g_set_error (error, ZB_STORE_ERROR, store_code (code, number), "%s (%d)", message, code);
  return FALSE;
}

gboolean
zb_db_take_error (ZbDb *db, GError **error)
{
  int code = sqlite3_errcode (db->sqlite) & 0xff;

  /* A damaged file is named, so that people know which. */
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    {
      g_debug ("%s: %s", db->path, sqlite3_errmsg (db->sqlite));
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT, "%s is damaged", db->path);
      return FALSE;
    }
  return zb_db_code_error (sqlite3_extended_errcode (db->sqlite), sqlite3_system_errno (db->sqlite),
                           sqlite3_errmsg (db->sqlite), error);
}

/* The text of a long insert takes longer to hash than to compare with the one that was asked for last from
 * the same place. An address that means another text now is noticed by comparing. */
static ZbStmt **
recent_place (ZbDb *db, const char *sql)
{
  return &db->recent[(GPOINTER_TO_SIZE (sql) >> 3) % ZB_N_RECENT];
}

ZbStmt *
zb_db_borrow (ZbDb *db, const char *sql, GError **error)
{
  ZbStmt **recent = recent_place (db, sql);
  sqlite3_stmt *stmt = *recent;

  if (stmt != NULL && !sqlite3_stmt_busy (stmt) && strcmp (sqlite3_sql (stmt), sql) == 0)
    return stmt;
  stmt = g_hash_table_lookup (db->statements, sql);
  if (stmt != NULL)
    *recent = stmt;
  if (stmt != NULL && !sqlite3_stmt_busy (stmt))
    return stmt;
  if (stmt != NULL)
    {
      /* In use further up the stack: the outer one goes on, this one lives beside it under a name of its own. */
      g_autofree char *other = g_strconcat (sql, " ", NULL);

      return zb_db_borrow (db, other, error);
    }
  if (sqlite3_prepare_v3 (db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    {
      zb_db_take_error (db, error);
      return NULL;
    }
  g_hash_table_insert (db->statements, g_strdup (sql), stmt);
  return stmt;
}

void
zb_db_forget (ZbDb *db, const char *sql)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (db->statements, sql);

  if (stmt == NULL || sqlite3_stmt_busy (stmt))
    return;
  for (guint i = 0; i < ZB_N_RECENT; i++)
    if (db->recent[i] == stmt)
      db->recent[i] = NULL;
  g_hash_table_remove (db->statements, sql);
}

void
zb_stmt_release (ZbStmt *stmt)
{
  if (stmt == NULL)
    return;
  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
}

int
zb_db_step (ZbDb *db, ZbStmt *stmt, GError **error)
{
  int code = sqlite3_step (stmt);

  if (code == SQLITE_ROW)
    return 1;
  if (code == SQLITE_DONE)
    return 0;
  zb_db_take_error (db, error);
  return -1;
}

gboolean
zb_db_done (ZbDb *db, ZbStmt *stmt, GError **error)
{
  return zb_db_step (db, stmt, error) == 0;
}

gboolean
zb_db_run (ZbDb *db, const char *sql, GError **error)
{
  return sqlite3_exec (db->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK || zb_db_take_error (db, error);
}

gint64
zb_db_int (ZbDb *db, const char *sql, gint64 fallback, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);
  int row = stmt != NULL ? zb_db_step (db, stmt, error) : -1;

  if (row < 0)
    return -1;
  return row == 0 || sqlite3_column_type (stmt, 0) == SQLITE_NULL ? fallback : sqlite3_column_int64 (stmt, 0);
}

const char *
zb_stmt_text (ZbStmt *stmt, int column)
{
  return (const char *) sqlite3_column_text (stmt, column);
}

void
zb_stmt_bind_text (ZbStmt *stmt, int at, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (stmt, at);
  else
    sqlite3_bind_text (stmt, at, text, -1, SQLITE_TRANSIENT);
}
