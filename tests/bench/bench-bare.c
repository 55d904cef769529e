/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-bare.h"

sqlite3 *
bench_bare_open (const char *path)
{
  sqlite3 *sqlite = NULL;

  if (sqlite3_open (path, &sqlite) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (sqlite));
  return sqlite;
}

static void
execute (sqlite3 *sqlite, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (sqlite, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", message, sql);
}

void
bench_bare_begin_filling (sqlite3 *sqlite)
{
  execute (sqlite, "PRAGMA synchronous = OFF; PRAGMA cache_size = -1048576; BEGIN");
}

void
bench_bare_end_filling (sqlite3 *sqlite)
{
  execute (sqlite, "COMMIT; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = FULL; PRAGMA cache_size = -32768");
}

void
bench_bare_run (sqlite3 *sqlite, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  execute (sqlite, sql);
}

void
bench_bare_drain (sqlite3 *sqlite, const char *format, ...)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *stmt = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  if (sqlite3_prepare_v2 (sqlite, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (sqlite), sql);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      sqlite3_column_text (stmt, i);
  sqlite3_finalize (stmt);
}
