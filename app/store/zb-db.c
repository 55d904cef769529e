/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

#include "store/zb-db-private.h"

/* How long one program waits for another's write. */
#define BUSY_MS 5000
/* Steps between two looks at the cancellable. */
#define PROGRESS_STEPS 4000

static void
finalize (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static gboolean
set_pragma (ZbDb *db, const char *set, const char *get, const char *wanted, GError **error)
{
  g_autoptr(ZbStmt) stmt = NULL;

  if (!zb_db_run (db, set, error) || !(stmt = zb_db_borrow (db, get, error)))
    return FALSE;
  if (zb_db_step (db, stmt, error) != 1)
    return FALSE;
  if (g_strcmp0 (zb_stmt_text (stmt, 0), wanted) == 0)
    return TRUE;
  g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_FAILED, "%s is “%s”, not “%s”", get, zb_stmt_text (stmt, 0), wanted);
  return FALSE;
}

/* Where a folder can hold no WAL, the old journal with its folder synchronised loses nothing either. */
static gboolean
set_journal (ZbDb *db, GError **error)
{
  g_autoptr(ZbStmt) stmt = NULL;

  if (db->read_only)
    return TRUE;
  if (!(stmt = zb_db_borrow (db, "PRAGMA journal_mode = WAL", error)) || zb_db_step (db, stmt, error) != 1)
    return FALSE;
  if (g_strcmp0 (zb_stmt_text (stmt, 0), "wal") == 0)
    return set_pragma (db, "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2", error);
  sqlite3_reset (stmt);
  return set_pragma (db, "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete", error)
         && set_pragma (db, "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3", error);
}

/* Who only reads looks at a few pages, or at all of them once: what it keeps of them the system keeps already. */
static gboolean
set_cache (ZbDb *db, GError **error)
{
  if (db->read_only)
    return set_pragma (db, "PRAGMA cache_size = -2048", "PRAGMA cache_size", "-2048", error);
  return set_pragma (db, "PRAGMA cache_size = -16384", "PRAGMA cache_size", "-16384", error);
}

static gboolean
set_pragmas (ZbDb *db, GError **error)
{
  sqlite3_db_config (db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return set_pragma (db, "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1", error)
         && set_pragma (db, "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0", error)
         && set_cache (db, error)
         && set_journal (db, error);
}

/* Whether the file is ours, read through SQLite itself. */
static gboolean
check_identity (ZbDb *db, int *out_version, GError **error)
{
  gint64 id, version;

  if ((id = zb_db_int (db, "PRAGMA application_id", 0, error)) < 0
      || (version = zb_db_int (db, "PRAGMA user_version", 0, error)) < 0)
    return FALSE;
  if (id != ZB_APPLICATION_ID || version < 1)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT, "%s is not a registry", db->path);
      return FALSE;
    }
  if (version > zb_db_newest_schema ())
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_TOO_NEW, "%s is of version %d", db->path, (int) version);
      return FALSE;
    }
  *out_version = (int) version;
  return TRUE;
}

/* Whether files may be made beside @path: a WAL needs that. */
static gboolean
is_folder_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK) == 0;
}

static gboolean
is_writable (const char *path)
{
  return g_access (path, W_OK) == 0 && is_folder_writable (path);
}

static gboolean
check_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (is_folder_writable (path))
    return TRUE;
  g_set_error (error, ZB_STORE_ERROR, g_file_test (folder, G_FILE_TEST_IS_DIR) ? ZB_STORE_ERROR_READ_ONLY : ZB_STORE_ERROR_NOT_FOUND,
               "%s", folder);
  return FALSE;
}

static gboolean
check_file (const char *path, ZbDbMode mode, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      gboolean is_hidden = errno == EACCES;

      /* A link that leads nowhere is somebody's all the same. */
      if (mode == ZB_DB_CREATE && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        return check_folder (path, error);
      if (is_hidden)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s", path);
      else
        g_set_error (error, ZB_STORE_ERROR, mode == ZB_DB_CREATE ? ZB_STORE_ERROR_EXISTS : ZB_STORE_ERROR_NOT_FOUND, "%s", path);
      return FALSE;
    }
  if (mode == ZB_DB_CREATE)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_EXISTS, "%s", path);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode) || info.st_size == 0)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT, "%s is not a registry", path);
      return FALSE;
    }
  if (g_access (path, R_OK) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s", path);
      return FALSE;
    }
  if (mode == ZB_DB_WRITE && !is_writable (path))
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY, "%s", path);
      return FALSE;
    }
  return TRUE;
}

/* A name for SQLite. Where the reader may not write, and nothing waits in a WAL, the file is read as one that never
 * changes: SQLite could make no shared memory there, or would leave files that keep the registry's owner from writing. */
static char *
name_for_sqlite (ZbDb *db)
{
  g_autofree char *full = g_canonicalize_filename (db->path, NULL);
  g_autofree char *wal = g_strconcat (db->path, "-wal", NULL);
  g_autofree char *uri = NULL;

  db->frozen = db->read_only && !is_writable (db->path) && !g_file_test (wal, G_FILE_TEST_EXISTS)
               && (uri = g_filename_to_uri (full, NULL, NULL)) != NULL && g_stat (db->path, &db->seen) == 0;
  return db->frozen ? g_strconcat (uri, "?immutable=1", NULL) : g_steal_pointer (&full);
}

/* A file-size limit shall come back as an error, not end the program. */
static void
ignore_size_signal (void)
{
  struct sigaction present;

  if (sigaction (SIGXFSZ, NULL, &present) == 0 && present.sa_handler == SIG_DFL)
    signal (SIGXFSZ, SIG_IGN);
}

static gboolean
open_sqlite (ZbDb *db, int flags, GError **error)
{
  g_autofree char *name = name_for_sqlite (db);
  int code;

  /* Readers of a WAL file need its shared memory too, so they open for writing where they may. */
  flags |= db->read_only && !is_writable (db->path) ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
  code = sqlite3_open_v2 (name, &db->sqlite, flags, NULL);
  if (code != SQLITE_OK)
    return zb_db_code_error (code, db->sqlite != NULL ? sqlite3_system_errno (db->sqlite) : 0,
                             db->sqlite != NULL ? sqlite3_errmsg (db->sqlite) : "out of memory", error);
  sqlite3_busy_timeout (db->sqlite, BUSY_MS);
  return TRUE;
}

static ZbDb *
connect_file (const char *path, ZbDbMode mode, GError **error)
{
  g_autoptr(ZbDb) db = g_new0 (ZbDb, 1);

  ignore_size_signal ();
  db->path = g_strdup (path);
  db->read_only = mode == ZB_DB_READ;
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  db->kind_sql = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) zb_kind_sql_free);
  return open_sqlite (db, mode == ZB_DB_CREATE ? SQLITE_OPEN_CREATE : 0, error) ? g_steal_pointer (&db) : NULL;
}

/* What a failed making left is removed: nobody else has seen it. */
static void
remove_unborn (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

static ZbDb *
create (const char *path, GError **error)
{
  g_autoptr(ZbDb) db = connect_file (path, ZB_DB_CREATE, error);

  if (db == NULL)
    return NULL;
  if (set_pragmas (db, error) && zb_db_migrate (db, 0, error))
    return g_steal_pointer (&db);
  g_clear_pointer (&db, zb_db_close);
  remove_unborn (path);
  return NULL;
}

static ZbDb *
open_file (const char *path, ZbDbMode mode, int *out_version, GError **error)
{
  g_autoptr(ZbDb) db = NULL;

  if (!check_file (path, mode, error) || !(db = connect_file (path, mode, error)) || !check_identity (db, out_version, error)
      || !set_pragmas (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

gboolean
zb_db_check_whole (ZbDb *db, GError **error)
{
  gint64 pages = zb_db_int (db, "PRAGMA page_count", 0, error);
  gint64 page = pages >= 0 ? zb_db_int (db, "PRAGMA page_size", 0, error) : -1;
  g_autofree char *wal = g_strconcat (db->path, "-wal", NULL);
  GStatBuf file, waiting;

  if (page < 0)
    return FALSE;
  /* What waits in the WAL belongs to the file too. */
  if ((g_stat (wal, &waiting) == 0 && waiting.st_size > 0) || g_stat (db->path, &file) != 0 || file.st_size >= pages * page)
    return TRUE;
  g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT, "%s is damaged", db->path);
  return FALSE;
}

ZbDb *
zb_db_open_any (const char *path, int *out_version, GError **error)
{
  return open_file (path, ZB_DB_READ, out_version, error);
}

ZbDb *
zb_db_open (const char *path, ZbDbMode mode, GError **error)
{
  g_autoptr(ZbDb) db = NULL;
  int version = 0;

  if (mode == ZB_DB_CREATE)
    return check_file (path, mode, error) ? create (path, error) : NULL;
  if (!(db = open_file (path, mode, &version, error)) || (mode == ZB_DB_WRITE && !zb_db_check_whole (db, error)))
    return NULL;
  if (version < zb_db_newest_schema () && mode == ZB_DB_READ)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY, "%s is of an older version", path);
      return NULL;
    }
  if (version < zb_db_newest_schema () && !zb_db_migrate (db, version, error))
    return NULL;
  /* A file cut short keeps a sound header: the tables must be there too. */
  if (zb_db_int (db, "SELECT count(*) FROM meta", 0, error) < 0)
    return NULL;
  return g_steal_pointer (&db);
}

void
zb_db_close (ZbDb *db)
{
  if (db == NULL)
    return;
  if (db->sqlite != NULL && !db->read_only)
    sqlite3_exec (db->sqlite, "PRAGMA optimize", NULL, NULL, NULL);
  g_hash_table_unref (db->statements);
  g_hash_table_unref (db->kind_sql);
  sqlite3_close_v2 (db->sqlite);
  g_clear_object (&db->cancellable);
  g_free (db->path);
  g_free (db->migrated_copy);
  g_free (db);
}

const char *
zb_db_path (ZbDb *db)
{
  return db->path;
}

gboolean
zb_db_is_read_only (ZbDb *db)
{
  return db->read_only;
}

const char *
zb_db_migrated_copy (ZbDb *db)
{
  return db->migrated_copy;
}

ZbDate
zb_db_today (ZbDb *db)
{
  g_autoptr(GDateTime) now = NULL;

  if (zb_date_is_set (db->today))
    return db->today;
  now = g_date_time_new_now_local ();
  return (ZbDate) { (gint16) g_date_time_get_year (now), (guint8) g_date_time_get_month (now),
                    (guint8) g_date_time_get_day_of_month (now) };
}

void
zb_db_set_today (ZbDb *db, ZbDate day)
{
  db->today = day;
}

static int
on_progress (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

void
zb_db_set_cancellable (ZbDb *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
  sqlite3_progress_handler (db->sqlite, cancellable != NULL ? PROGRESS_STEPS : 0, cancellable != NULL ? on_progress : NULL, cancellable);
}

static void
drop_statements (ZbDb *db)
{
  memset (db->recent, 0, sizeof db->recent);
  g_hash_table_remove_all (db->statements);
}

static gboolean
has_changed (ZbDb *db)
{
  g_autofree char *wal = g_strconcat (db->path, "-wal", NULL);
  GStatBuf now;

  /* What another program has written waits there as long as it runs. */
  if (g_file_test (wal, G_FILE_TEST_EXISTS))
    return TRUE;
  return g_stat (db->path, &now) == 0
         && (now.st_ino != db->seen.st_ino || now.st_size != db->seen.st_size || now.st_mtim.tv_sec != db->seen.st_mtim.tv_sec
             || now.st_mtim.tv_nsec != db->seen.st_mtim.tv_nsec);
}

gboolean
zb_db_renew (ZbDb *db)
{
  sqlite3 *old = db->sqlite;
  GStatBuf seen = db->seen;

  if (!db->frozen || !has_changed (db))
    return FALSE;
  drop_statements (db);
  if (open_sqlite (db, 0, NULL) && set_pragmas (db, NULL))
    {
      sqlite3_close_v2 (old);
      return TRUE;
    }
  drop_statements (db);
  sqlite3_close_v2 (db->sqlite);
  db->sqlite = old;
  db->frozen = TRUE;
  db->seen = seen;
  return FALSE;
}

gint64
zb_db_data_version (ZbDb *db)
{
  return zb_db_int (db, "PRAGMA data_version", 0, NULL);
}
