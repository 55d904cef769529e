/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/service/zb-service-list.h"

#include "core/zb-org-tree.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"

void
zb_service_line_free (ZbServiceLine *line)
{
  if (line == NULL)
    return;
  g_free (line->title);
  g_free (line->place);
  g_free (line->team);
  g_free (line->state);
  g_free (line);
}

static ZbServiceLine *
read_line (ZbStmt *stmt)
{
  ZbServiceLine *line = g_new0 (ZbServiceLine, 1);

  line->activity = sqlite3_column_int64 (stmt, 0);
  line->meeting = sqlite3_column_int64 (stmt, 1);
  line->org = sqlite3_column_int64 (stmt, 2);
  line->title = g_strdup (zb_stmt_text (stmt, 3));
  zb_date_parse (zb_stmt_text (stmt, 4), &line->day, NULL);
  line->place = g_strdup (zb_stmt_text (stmt, 5));
  line->team = g_strdup (zb_stmt_text (stmt, 6));
  line->state = g_strdup (zb_stmt_text (stmt, 7));
  line->needed = sqlite3_column_int64 (stmt, 8);
  line->served_people = sqlite3_column_int64 (stmt, 9);
  line->signed_up = (guint) sqlite3_column_int (stmt, 10);
  line->came = (guint) sqlite3_column_int (stmt, 11);
  line->tenths = sqlite3_column_int64 (stmt, 12);
  return line;
}

static void
bind_period (ZbStmt *stmt, ZbDate from, ZbDate to)
{
  g_autofree char *first = zb_date_is_set (from) ? zb_date_to_text (from) : g_strdup ("");
  g_autofree char *last = zb_date_is_set (to) ? zb_date_to_text (to) : g_strdup ("9999-99-99");

  zb_stmt_bind_text (stmt, 1, first);
  zb_stmt_bind_text (stmt, 2, last);
}

GPtrArray *
zb_service_activities_list (ZbDb *db, gint64 org, ZbDate from, ZbDate to, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT a.id, a.meeting, m.org, a.title, coalesce (m.held_on, m.planned_on) AS day, m.place, t.name, m.state, a.needed, a.served_people, "
    "(SELECT count (*) FROM attendance r WHERE r.meeting = m.id AND r.withdrawn = 0), "
    "(SELECT count (*) FROM attendance r WHERE r.meeting = m.id AND r.withdrawn = 0 AND r.state IN ('present', 'late')), "
    "(SELECT sum (h.hours) FROM service_hours h WHERE h.activity = a.id AND h.withdrawn = 0) "
    "FROM service_activity a JOIN meeting m ON m.id = a.meeting LEFT JOIN team t ON t.id = a.team "
    "WHERE a.withdrawn = 0 AND m.withdrawn = 0 AND coalesce (m.held_on, m.planned_on, ?2) BETWEEN ?1 AND ?2 ORDER BY day DESC, a.id DESC", error);
  g_autoptr(ZbOrgTree) tree = org != 0 ? zb_org_tree_load (db, (ZbDate) { 9999, 12, 31 }, TRUE, error) : NULL;
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_service_line_free);
  int row;

  if (stmt == NULL || (org != 0 && tree == NULL))
    return NULL;
  bind_period (stmt, from, to);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    if (org == 0 || zb_org_tree_is_below (tree, sqlite3_column_int64 (stmt, 2), org))
      g_ptr_array_add (out, read_line (stmt));
  return row == 0 ? g_steal_pointer (&out) : NULL;
}

/* What those of the period served before it, for what they served ever. */
static gboolean
add_earlier (ZbDb *db, ZbDate to, GHashTable *years, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT person, sum (hours) FROM service_hours INDEXED BY service_hours_by_person WHERE withdrawn = 0 AND \"on\" BETWEEN ?1 AND ?2 GROUP BY person", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  bind_period (stmt, ZB_DATE_NONE, to);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 person = sqlite3_column_int64 (stmt, 0);
      ZbServiceYear *year = g_hash_table_lookup (years, &person);

      if (year != NULL)
        year->all = sqlite3_column_int64 (stmt, 1);
    }
  return row == 0;
}

GHashTable *
zb_service_years (ZbDb *db, ZbDate from, ZbDate to, gboolean with_all, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT person, sum (corrects IS NULL), sum (hours) FROM service_hours INDEXED BY service_hours_by_day WHERE withdrawn = 0 AND \"on\" BETWEEN ?1 AND ?2 GROUP BY person", error);
  g_autoptr(GHashTable) out = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  int row;

  if (stmt == NULL)
    return NULL;
  bind_period (stmt, from, to);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbServiceYear *year = g_new0 (ZbServiceYear, 1);

      year->person = sqlite3_column_int64 (stmt, 0);
      year->times = (guint) sqlite3_column_int (stmt, 1);
      year->tenths = year->all = sqlite3_column_int64 (stmt, 2);
      g_hash_table_insert (out, &year->person, year);
    }
  return row == 0 && (!with_all || add_earlier (db, to, out, error)) ? g_steal_pointer (&out) : NULL;
}
