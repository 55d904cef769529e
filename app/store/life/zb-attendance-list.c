/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-attendance-list.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-db-private.h"

/* Columns of the statement below. */
enum { MEETING, ORG, KIND, HOURS, ATTENDANCE, PERSON, NAME, EXPECTED, STATE, MADE_UP_ON };

static void
read_line (ZbStmt *stmt, const ZbCodeTable *kinds, ZbAttendanceLine *out)
{
  const char *state = zb_stmt_text (stmt, STATE);

  *out = (ZbAttendanceLine) {
    .meeting = sqlite3_column_int64 (stmt, MEETING),
    .org = sqlite3_column_int64 (stmt, ORG),
    .kind = (ZbMeetingKind) MAX (zb_code_index (kinds, zb_stmt_text (stmt, KIND)), 0),
    .attendance = sqlite3_column_int64 (stmt, ATTENDANCE),
    .person = sqlite3_column_int64 (stmt, PERSON),
    .name = zb_stmt_text (stmt, NAME),
    .expected = sqlite3_column_int (stmt, EXPECTED) == 1,
    .late = g_strcmp0 (state, "late") == 0,
    .excused = g_strcmp0 (state, "excused") == 0,
    .made_up = zb_stmt_text (stmt, MADE_UP_ON) != NULL,
    .meeting_hours = sqlite3_column_int (stmt, HOURS),
  };
  out->came = out->late || g_strcmp0 (state, "present") == 0;
}

/* What is known to the month or the year only belongs to a time that holds the whole of it. */
static char *
lower_bound (ZbDate from)
{
  if (from.month == 1 && from.day == 1)
    return g_strdup_printf ("%04d", from.year);
  return from.day == 1 ? g_strdup_printf ("%04d-%02d", from.year, from.month) : zb_date_to_text (from);
}

gboolean
zb_attendance_each (ZbDb *db, ZbDate from, ZbDate to, ZbAttendanceFunc func, gpointer user_data, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT m.id, m.org, m.kind, m.hours, a.id, a.person, a.name, a.expected, a.state, a.made_up_on "
    "FROM meeting m JOIN attendance a ON a.meeting = m.id "
    "WHERE m.held_on >= ?1 AND m.held_on <= ?2 AND m.held_on IS NOT NULL AND m.withdrawn = 0 AND a.withdrawn = 0 AND a.role = 'member' "
    "ORDER BY m.held_on", error);
  const ZbCodeTable *kinds = zb_code_table_get ("meeting_kind");
  g_autofree char *first = lower_bound (from);
  g_autofree char *last = zb_date_to_text (to);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, first);
  zb_stmt_bind_text (stmt, 2, last);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbAttendanceLine line;

      read_line (stmt, kinds, &line);
      func (&line, user_data);
    }
  return row == 0;
}
