/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-access-log.h"

#include <string.h>

#include "store/zb-db-private.h"
#include "store/zb-records.h"

void
zb_access_free (ZbAccess *access)
{
  if (access == NULL)
    return;
  g_free (access->at);
  g_free (access->who);
  g_free (access->name);
  g_free (access->what);
  g_free (access->format);
  g_free (access->private_columns);
  g_free (access);
}

/* Both statements give their columns in the order of the struct. */
static gboolean
read_all (ZbDb *db, const char *sql, guint limit, GPtrArray *out, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, limit);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbAccess *access = g_new0 (ZbAccess, 1);

      access->at = g_strdup (zb_stmt_text (stmt, 0));
      access->who = g_strdup (zb_stmt_text (stmt, 1));
      access->kind = zb_kind_get (zb_stmt_text (stmt, 3));
      access->record = sqlite3_column_int64 (stmt, 2);
      access->what = g_strdup (zb_stmt_text (stmt, 4));
      access->format = g_strdup (zb_stmt_text (stmt, 5));
      access->n_rows = (guint) sqlite3_column_int64 (stmt, 6);
      access->private_columns = g_strdup (zb_stmt_text (stmt, 7));
      g_ptr_array_add (out, access);
    }
  return row == 0;
}

/* Within one moment the order of reading stays: g_ptr_array_sort() is stable. */
static int
newer_first (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(ZbAccess *const *) b)->at, (*(ZbAccess *const *) a)->at);
}

GPtrArray *
zb_access_log_list (ZbDb *db, guint limit, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_access_free);

  if (!read_all (db, "SELECT at, who, record, kind, field, NULL, 1, NULL FROM reveal_log ORDER BY id DESC LIMIT ?1", limit, out, error)
      || !read_all (db, "SELECT at, who, 0, NULL, roster, format, n_rows, private_columns FROM export_log "
                        "ORDER BY id DESC LIMIT ?1", limit, out, error))
    return NULL;
  g_ptr_array_sort (out, newer_first);
  if (out->len > limit)
    g_ptr_array_set_size (out, (int) limit);
  for (guint i = 0; i < out->len; i++)
    {
      ZbAccess *access = g_ptr_array_index (out, i);

      if (access->kind != NULL)
        access->name = zb_records_title (db, access->kind, access->record);
    }
  return g_steal_pointer (&out);
}

gboolean
zb_access_log_reveal (ZbDb *db, const ZbKind *kind, gint64 record, const char *field, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "INSERT INTO reveal_log (at, who, kind, record, field) VALUES (?1, ?2, ?3, ?4, ?5)", error);
  g_autofree char *now = zb_time_now ();

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, now);
  zb_stmt_bind_text (stmt, 2, zb_who ());
  zb_stmt_bind_text (stmt, 3, kind->name);
  sqlite3_bind_int64 (stmt, 4, record);
  zb_stmt_bind_text (stmt, 5, field);
  return zb_db_done (db, stmt, error);
}
