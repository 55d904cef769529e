/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-oaths.h"

#include "store/zb-db-private.h"

#define SWEARERS \
  "FROM ceremony c JOIN meeting m ON m.id = c.meeting JOIN ceremony_person s ON s.ceremony = c.id WHERE c.type = 'oath' AND c.withdrawn = 0 " \
  "AND m.withdrawn = 0 AND s.withdrawn = 0 AND s.role = 'swearer' AND s.person IS NOT NULL "

static GHashTable *
read_days (ZbDb *db, ZbStmt *stmt, GError **error)
{
  g_autoptr(GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  int row;

  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 person = sqlite3_column_int64 (stmt, 0);
      ZbDate on = ZB_DATE_NONE;

      zb_date_parse (zb_stmt_text (stmt, 1), &on, NULL);
      g_hash_table_replace (days, g_memdup2 (&person, sizeof person), GUINT_TO_POINTER (zb_date_pack (on)));
    }
  return row == 0 ? g_steal_pointer (&days) : NULL;
}

GHashTable *
zb_oaths_sworn (ZbDb *db, ZbDate day, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT s.person, m.held_on " SWEARERS "AND m.held_on <= ?1", error);
  g_autofree char *text = zb_date_to_text (day);

  if (stmt == NULL)
    return NULL;
  zb_stmt_bind_text (stmt, 1, text);
  return read_days (db, stmt, error);
}

GHashTable *
zb_oaths_planned (ZbDb *db, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT s.person, m.planned_on " SWEARERS "AND m.held_on IS NULL AND m.planned_on IS NOT NULL AND m.state = 'planned'", error);

  return stmt != NULL ? read_days (db, stmt, error) : NULL;
}
