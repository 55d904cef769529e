/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/zb-db-private.h"
#include "zb-migrations.h"

int
zb_db_newest_schema (void)
{
  return (int) G_N_ELEMENTS (migrations);
}

/* An empty file of a name that nobody has, not even a program that copies in the same moment. */
static char *
make_copy_file (ZbDb *db, GError **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.before-v%d-%s", db->path, zb_db_newest_schema (), time);
  int file;

  while ((file = g_open (name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600)) < 0 && errno == EEXIST)
    {
      g_autofree char *uid = zb_uid_new ();

      g_free (name);
      name = g_strdup_printf ("%s.before-v%d-%s-%.8s", db->path, zb_db_newest_schema (), time, uid + 24);
    }
  if (file < 0)
    {
      zb_db_code_error (SQLITE_CANTOPEN, errno, name, error);
      return NULL;
    }
  close (file);
  return g_steal_pointer (&name);
}

static void
remove_copy (ZbDb *db)
{
  if (db->migrated_copy != NULL)
    g_unlink (db->migrated_copy);
  g_clear_pointer (&db->migrated_copy, g_free);
}

/* Copies the older file aside before anything is changed. */
static gboolean
copy_aside (ZbDb *db, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "VACUUM INTO ?1", error);

  if (stmt == NULL || !(db->migrated_copy = make_copy_file (db, error)))
    return FALSE;
  zb_stmt_bind_text (stmt, 1, db->migrated_copy);
  if (zb_db_done (db, stmt, error))
    return TRUE;
  remove_copy (db);
  return FALSE;
}

static gboolean
bind_and_run (ZbDb *db, const char *sql, const char *first, const char *second, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, first);
  zb_stmt_bind_text (stmt, 2, second);
  return zb_db_done (db, stmt, error);
}

/* A new registry's own names: its owner and the desk that made it. */
static gboolean
give_names (ZbDb *db, GError **error)
{
  g_autofree char *owner = zb_uid_new ();
  g_autofree char *device = zb_uid_new ();

  return bind_and_run (db, "INSERT INTO owner (id, uid) VALUES (1, ?1)", owner, NULL, error)
         && bind_and_run (db, "INSERT INTO device (id, uid, name) VALUES (1, ?1, ?2)", device, g_get_host_name (), error);
}

static gboolean
has_broken_links (ZbDb *db, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "PRAGMA foreign_key_check", error);

  return stmt == NULL || zb_db_step (db, stmt, error) != 0;
}

static gboolean
apply (ZbDb *db, int step, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", step + 1);
  g_autofree char *identity = g_strdup_printf ("PRAGMA application_id = %d", ZB_APPLICATION_ID);

  if (!zb_db_run (db, migrations[step], error) || (step == 0 && !give_names (db, error)) || !zb_db_run (db, identity, error)
      || !zb_db_run (db, version, error))
    return FALSE;
  if (!has_broken_links (db, error))
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT, "records refer to others that are not there");
  return FALSE;
}

/* One step, unless another program has done it while this one waited for its turn. */
static gboolean
take_step (ZbDb *db, int step, gboolean *out_is_done, GError **error)
{
  gint64 version;

  *out_is_done = FALSE;
  if (!zb_db_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  version = zb_db_int (db, "PRAGMA user_version", 0, error);
  *out_is_done = version == step;
  if (version >= 0 && (version > step || apply (db, step, error)) && zb_db_run (db, "COMMIT", error))
    return TRUE;
  zb_db_run (db, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
zb_db_migrate (ZbDb *db, int from, GError **error)
{
  gboolean has_changed = FALSE;

  if (from > 0 && !copy_aside (db, error))
    return FALSE;
  for (int step = from; step < zb_db_newest_schema (); step++)
    {
      gboolean is_done;

      if (!take_step (db, step, &is_done, error))
        {
          /* Nothing has changed: what was copied is still there. */
          if (!has_changed)
            remove_copy (db);
          g_clear_pointer (&db->migrated_copy, g_free);
          return FALSE;
        }
      has_changed = has_changed || is_done;
    }
  /* Another program did it all, and has the copy of what it changed. */
  if (!has_changed)
    remove_copy (db);
  return TRUE;
}
