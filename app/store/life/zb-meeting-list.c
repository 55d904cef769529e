/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-meeting-list.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"

void
zb_meeting_line_free (ZbMeetingLine *line)
{
  if (line == NULL)
    return;
  g_free (line->started_at);
  g_free (line->title);
  g_free (line->place);
  g_free (line->state);
  g_free (line);
}

#define LINE_COLUMNS \
  "SELECT id, org, kind, coalesce (held_on, planned_on), coalesce (started_at, planned_at), title, place, state, plan_item IS NOT NULL " \
  "FROM meeting WHERE "

static ZbMeetingLine *
read_line (ZbStmt *stmt)
{
  ZbMeetingLine *line = g_new0 (ZbMeetingLine, 1);

  line->id = sqlite3_column_int64 (stmt, 0);
  line->org = sqlite3_column_int64 (stmt, 1);
  line->kind = (ZbMeetingKind) MAX (zb_code_index (zb_code_table_get ("meeting_kind"), zb_stmt_text (stmt, 2)), 0);
  zb_date_parse (zb_stmt_text (stmt, 3), &line->day, NULL);
  line->started_at = g_strdup (zb_stmt_text (stmt, 4));
  line->title = g_strdup (zb_stmt_text (stmt, 5));
  line->place = g_strdup (zb_stmt_text (stmt, 6));
  line->state = g_strdup (zb_stmt_text (stmt, 7));
  line->from_plan = sqlite3_column_int (stmt, 8) == 1;
  return line;
}

static gboolean
add_lines (ZbDb *db, const char *sql, const char *from, const char *to, ZbOrgTree *tree, gint64 org, GPtrArray *out, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);
  int row;

  if (stmt == NULL)
    return FALSE;
  if (from != NULL)
    {
      zb_stmt_bind_text (stmt, 1, from);
      zb_stmt_bind_text (stmt, 2, to);
    }
  while ((row = zb_db_step (db, stmt, error)) == 1)
    if (org == 0 || zb_org_tree_is_below (tree, sqlite3_column_int64 (stmt, 1), org))
      g_ptr_array_add (out, read_line (stmt));
  return row == 0;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const ZbMeetingLine *left = *(ZbMeetingLine *const *) a, *right = *(ZbMeetingLine *const *) b;
  int order = zb_date_compare (left->day, right->day);

  if (order == 0)
    order = g_strcmp0 (left->started_at, right->started_at);
  return order != 0 ? order : left->id < right->id ? -1 : left->id > right->id;
}

GPtrArray *
zb_meetings_list (ZbDb *db, gint64 org, ZbDate from, ZbDate to, GError **error)
{
  g_autoptr(ZbOrgTree) tree = org != 0 ? zb_org_tree_load (db, (ZbDate) { 9999, 12, 31 }, TRUE, error) : NULL;
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_meeting_line_free);
  g_autofree char *first = zb_date_is_set (from) ? zb_date_to_text (from) : g_strdup ("0000");
  g_autofree char *end = zb_date_is_set (to) ? zb_date_to_text (to) : g_strdup ("9999~");
  gboolean bounded = zb_date_is_set (from) || zb_date_is_set (to);

  if ((org != 0 && tree == NULL)
      || !add_lines (db, LINE_COLUMNS "held_on >= ?1 AND held_on < ?2 AND held_on IS NOT NULL AND withdrawn = 0", first, end, tree, org, out, error)
      || !add_lines (db, LINE_COLUMNS "planned_on >= ?1 AND planned_on < ?2 AND held_on IS NULL AND withdrawn = 0", first, end, tree, org, out, error)
      || (!bounded && !add_lines (db, LINE_COLUMNS "held_on IS NULL AND planned_on IS NULL AND withdrawn = 0", NULL, NULL, tree, org, out, error)))
    return NULL;
  g_ptr_array_sort (out, compare_lines);
  return g_steal_pointer (&out);
}

ZbMeetingLine *
zb_meetings_line (ZbDb *db, gint64 meeting, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, LINE_COLUMNS "id = ?1", error);
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, meeting);
  row = zb_db_step (db, stmt, error);
  if (row == 0)
    g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "no meeting #%" G_GINT64_FORMAT, meeting);
  return row == 1 ? read_line (stmt) : NULL;
}
