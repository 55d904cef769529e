/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-oaths.h"

#include "store/zb-db-private.h"

GHashTable *
zb_oaths_sworn (ZbDb *db, ZbDate day, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT s.person, m.held_on FROM ceremony c JOIN meeting m ON m.id = c.meeting JOIN ceremony_person s ON s.ceremony = c.id "
    "WHERE c.type = 'oath' AND c.withdrawn = 0 AND m.withdrawn = 0 AND m.held_on <= ?1 AND s.withdrawn = 0 AND s.role = 'swearer' "
    "AND s.person IS NOT NULL", error);
  g_autoptr(GHashTable) sworn = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *text = zb_date_to_text (day);
  int row;

  if (stmt == NULL)
    return NULL;
  zb_stmt_bind_text (stmt, 1, text);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 person = sqlite3_column_int64 (stmt, 0);
      ZbDate on = ZB_DATE_NONE;

      zb_date_parse (zb_stmt_text (stmt, 1), &on, NULL);
      g_hash_table_replace (sworn, g_memdup2 (&person, sizeof person), GUINT_TO_POINTER (zb_date_pack (on)));
    }
  return row == 0 ? g_steal_pointer (&sworn) : NULL;
}
