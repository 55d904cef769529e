/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/zb-db-private.h"

/* Pages copied between two looks at progress and at other writers. */
#define STEP_PAGES 1024

void
zb_backup_report_clear (ZbBackupReport *report)
{
  g_clear_pointer (&report->last_change, g_free);
}

static gboolean
count (ZbDb *db, ZbBackupReport *out, GError **error)
{
  gint64 people = zb_db_int (db, "SELECT count(*) FROM person WHERE withdrawn = 0", 0, error);
  gint64 organizations = people >= 0 ? zb_db_int (db, "SELECT count(*) FROM organization WHERE withdrawn = 0", 0, error) : -1;
  gint64 changes = organizations >= 0 ? zb_db_int (db, "SELECT count(*) FROM change_set", 0, error) : -1;
  g_autoptr(ZbStmt) last = NULL;
  gint64 records = 0;
  int row;

  if (changes < 0 || !(last = zb_db_borrow (db, "SELECT at FROM change_set ORDER BY id DESC LIMIT 1", error)))
    return FALSE;
  for (guint i = 0; zb_kinds ()[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE withdrawn = 0", zb_kinds ()[i]->table);
      gint64 n = zb_db_int (db, sql, 0, error);

      if (n < 0)
        return FALSE;
      records += n;
    }
  if ((row = zb_db_step (db, last, error)) < 0)
    return FALSE;
  *out = (ZbBackupReport) { (guint64) people, (guint64) organizations, (guint64) records, (guint64) changes,
                            row == 1 ? g_strdup (zb_stmt_text (last, 0)) : NULL };
  return TRUE;
}

/* The whole file, every page and link; @quick leaves out whether each index holds what its table does. */
static gboolean
is_sound (ZbDb *db, gboolean quick, GError **error)
{
  g_autoptr(ZbStmt) integrity = zb_db_borrow (db, quick ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)", error);
  g_autoptr(ZbStmt) links = zb_db_borrow (db, "PRAGMA foreign_key_check", error);
  int row;

  if (!zb_db_check_whole (db, error) || integrity == NULL || links == NULL || zb_db_step (db, integrity, error) < 0)
    return FALSE;
  row = zb_db_step (db, links, error);
  if (row < 0)
    return FALSE;
  if (g_strcmp0 (zb_stmt_text (integrity, 0), "ok") == 0 && row == 0)
    return TRUE;
  g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT, "%s is damaged", zb_db_path (db));
  return FALSE;
}

static gboolean
inspect (const char *path, gboolean quick, ZbBackupReport *out_report, GError **error)
{
  g_autoptr(ZbDb) db = zb_db_open (path, ZB_DB_READ, error);

  return db != NULL && is_sound (db, quick, error) && count (db, out_report, error);
}

gboolean
zb_backup_inspect (const char *path, ZbBackupReport *out_report, GError **error)
{
  return inspect (path, FALSE, out_report, error);
}

/* Copies everything of @from into @to in steps, while others go on reading and writing. */
static gboolean
copy_pages (sqlite3 *to, ZbDb *from, ZbProgressFunc progress, gpointer user_data, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from->sqlite, "main");
  int code = backup != NULL ? SQLITE_OK : sqlite3_extended_errcode (to);
  guint waits = 0;

  while (backup != NULL && (code == SQLITE_OK || ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && waits++ < 200)))
    {
      if (g_cancellable_is_cancelled (from->cancellable))
        code = SQLITE_INTERRUPT;
      if (code == SQLITE_INTERRUPT)
        break;
      if (code != SQLITE_OK)
        sqlite3_sleep (25);
      code = sqlite3_backup_step (backup, STEP_PAGES);
      if (progress != NULL)
        progress ((guint64) (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup)),
                  (guint64) sqlite3_backup_pagecount (backup), user_data);
    }
  if (backup != NULL)
    sqlite3_backup_finish (backup);
  return code == SQLITE_DONE || zb_db_code_error (code, sqlite3_system_errno (to), sqlite3_errmsg (to), error);
}

static void
remove_file (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

/* The copy is one plain file: no WAL beside it that could be forgotten on the way. */
static gboolean
write_copy (ZbDb *db, const char *path, ZbProgressFunc progress, gpointer user_data, GError **error)
{
  sqlite3 *copy = NULL;
  int code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  gboolean good = code == SQLITE_OK || zb_db_code_error (code, sqlite3_system_errno (copy), sqlite3_errmsg (copy), error);

  good = good && copy_pages (copy, db, progress, user_data, error);
  if (good && (code = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL)) != SQLITE_OK)
    good = zb_db_code_error (code, sqlite3_system_errno (copy), sqlite3_errmsg (copy), error);
  sqlite3_close_v2 (copy);
  g_chmod (path, 0600);
  return good;
}

static void
sync_path (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
check_target (const char *to, gboolean force, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (g_file_test (to, G_FILE_TEST_IS_DIR) || (!force && g_file_test (to, G_FILE_TEST_EXISTS)))
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_EXISTS, "%s", to);
      return FALSE;
    }
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "%s", folder);
      return FALSE;
    }
  if (g_access (folder, W_OK) != 0)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY, "%s", folder);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf left, right;

  return g_stat (a, &left) == 0 && g_stat (b, &right) == 0 && left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

gboolean
zb_backup_make (ZbDb *db, const char *to, gboolean force, ZbProgressFunc progress, gpointer user_data, ZbBackupReport *out_report,
                GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);
  g_autofree char *uid = zb_uid_new ();
  g_autofree char *temporary = g_strdup_printf ("%s/.zhibu-%s", folder, uid);
  g_autoptr(GError) failure = NULL;

  if (is_same_file (to, zb_db_path (db)))
    force = FALSE;
  if (!check_target (to, force, error))
    return FALSE;
  if (!zb_db_check_whole (db, &failure) || !write_copy (db, temporary, progress, user_data, &failure)
      || !inspect (temporary, TRUE, out_report, &failure))
    {
      remove_file (temporary);
      /* The copy is no worse than what it was made of. */
      if (g_error_matches (failure, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT))
        g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT, "%s is damaged", zb_db_path (db));
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  sync_path (temporary);
  if (g_rename (temporary, to) != 0)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY, "%s: %s", to, g_strerror (errno));
      remove_file (temporary);
      zb_backup_report_clear (out_report);
      return FALSE;
    }
  sync_path (folder);
  return TRUE;
}

static char *
name_to_keep (const char *registry)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  char *name = g_strdup_printf ("%s.before-restore-%s", registry, time);

  for (guint n = 2; g_file_test (name, G_FILE_TEST_EXISTS); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-restore-%s-%u", registry, time, n);
    }
  return name;
}

/* A file that cannot be opened as a registry, with what lies beside it, under another name. */
static gboolean
put_aside (const char *from, const char *to, GError **error)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *old = g_strconcat (from, ends[i], NULL);
      g_autofree char *new = g_strconcat (to, ends[i], NULL);

      if (g_rename (old, new) != 0 && errno != ENOENT)
        {
          g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY, "%s: %s", old, g_strerror (errno));
          return FALSE;
        }
    }
  return TRUE;
}

/* Keeps what is there now under a name with the time, damaged or not; nothing when there is nothing. */
static gboolean
keep_present (const char *registry, char **out_kept, GError **error)
{
  g_autofree char *name = name_to_keep (registry);
  g_autoptr(GError) failure = NULL;
  g_autoptr(ZbDb) db = NULL;
  ZbBackupReport report = { 0 };

  if (!g_file_test (registry, G_FILE_TEST_EXISTS))
    return TRUE;
  db = zb_db_open (registry, ZB_DB_WRITE, &failure);
  if (db != NULL && zb_backup_make (db, name, FALSE, NULL, NULL, &report, &failure))
    zb_backup_report_clear (&report);
  else
    {
      if (!g_error_matches (failure, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_clear_pointer (&db, zb_db_close);
      if (!put_aside (registry, name, error))
        return FALSE;
    }
  *out_kept = g_steal_pointer (&name);
  return TRUE;
}

/* A copy of an older version is brought up to date in a file of its own: what is restored may be open elsewhere.
 * @out_newer: (transfer full) (nullable): that file; %NULL when @from is of this version */
static gboolean
bring_up_to_date (const char *registry, const char *from, char **out_newer, GError **error)
{
  g_autofree char *uid = zb_uid_new ();
  g_autofree char *folder = g_path_get_dirname (registry);
  g_autofree char *name = g_strdup_printf ("%s/.zhibu-%s", folder, uid);
  g_autoptr(ZbDb) db = NULL;
  g_autoptr(ZbDb) newer = NULL;
  int version;

  if (!(db = zb_db_open_any (from, &version, error)))
    return FALSE;
  if (version == zb_db_newest_schema ())
    return TRUE;
  if (is_sound (db, FALSE, error) && write_copy (db, name, NULL, NULL, error) && (newer = zb_db_open (name, ZB_DB_WRITE, error)))
    {
      g_unlink (zb_db_migrated_copy (newer));
      *out_newer = g_steal_pointer (&name);
      return TRUE;
    }
  remove_file (name);
  return FALSE;
}

static gboolean
copy_over (const char *registry, const char *from, GError **error)
{
  g_autoptr(ZbDb) source = zb_db_open (from, ZB_DB_READ, error);
  sqlite3 *target = NULL;
  gboolean is_new = !g_file_test (registry, G_FILE_TEST_EXISTS), good;
  int code;

  if (source == NULL)
    return FALSE;
  code = sqlite3_open_v2 (registry, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  sqlite3_busy_timeout (target, 5000);
  good = (code == SQLITE_OK || zb_db_code_error (code, sqlite3_system_errno (target), sqlite3_errmsg (target), error))
         && copy_pages (target, source, NULL, NULL, error);
  if (good && (code = sqlite3_exec (target, "PRAGMA journal_mode = WAL", NULL, NULL, NULL)) != SQLITE_OK)
    good = zb_db_code_error (code, sqlite3_system_errno (target), sqlite3_errmsg (target), error);
  sqlite3_close_v2 (target);
  if (is_new && !good)
    remove_file (registry);
  return good;
}

static gboolean
restore (const char *registry, const char *from, char **out_kept, ZbBackupReport *out_report, GError **error)
{
  ZbBackupReport report = { 0 };

  if (!zb_backup_inspect (from, &report, error))
    return FALSE;
  zb_backup_report_clear (&report);
  return keep_present (registry, out_kept, error) && copy_over (registry, from, error) && zb_backup_inspect (registry, out_report, error);
}

/* A folder is no place for a registry, nor is a link that leads nowhere. */
static gboolean
check_place (const char *registry, GError **error)
{
  gboolean is_folder = g_file_test (registry, G_FILE_TEST_IS_DIR);

  if (!is_folder && (g_file_test (registry, G_FILE_TEST_EXISTS) || !g_file_test (registry, G_FILE_TEST_IS_SYMLINK)))
    return TRUE;
  g_set_error (error, ZB_STORE_ERROR, is_folder ? ZB_STORE_ERROR_EXISTS : ZB_STORE_ERROR_NOT_FOUND, "%s", registry);
  return FALSE;
}

gboolean
zb_backup_restore (const char *registry, const char *from, char **out_kept, ZbBackupReport *out_report, GError **error)
{
  g_autofree char *kept = NULL;
  g_autofree char *newer = NULL;
  gboolean done;

  if (is_same_file (registry, from))
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_EXISTS, "%s", from);
      return FALSE;
    }
  if (!check_place (registry, error) || !bring_up_to_date (registry, from, &newer, error))
    return FALSE;
  done = restore (registry, newer != NULL ? newer : from, &kept, out_report, error);
  if (newer != NULL)
    remove_file (newer);
  if (done && out_kept != NULL)
    *out_kept = g_steal_pointer (&kept);
  return done;
}
