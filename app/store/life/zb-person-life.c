/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-person-life.h"

#include "core/zb-codes.h"
#include "store/life/zb-year.h"
#include "store/zb-db-private.h"

void
zb_person_meeting_free (ZbPersonMeeting *meeting)
{
  if (meeting == NULL)
    return;
  g_free (meeting->title);
  g_free (meeting->role);
  g_free (meeting->state);
  g_free (meeting->reason);
  g_free (meeting);
}

void
zb_person_ceremony_free (ZbPersonCeremony *ceremony)
{
  if (ceremony == NULL)
    return;
  g_free (ceremony->type);
  g_free (ceremony->title);
  g_free (ceremony->role);
  g_free (ceremony);
}

static ZbDate
date_at (ZbStmt *stmt, int column)
{
  ZbDate date = ZB_DATE_NONE;

  zb_date_parse (zb_stmt_text (stmt, column), &date, NULL);
  return date;
}

static ZbPersonMeeting *
read_meeting (ZbStmt *stmt)
{
  ZbPersonMeeting *meeting = g_new0 (ZbPersonMeeting, 1);

  meeting->meeting = sqlite3_column_int64 (stmt, 0);
  meeting->attendance = sqlite3_column_int64 (stmt, 1);
  meeting->kind = (ZbMeetingKind) MAX (zb_code_index (zb_code_table_get ("meeting_kind"), zb_stmt_text (stmt, 2)), 0);
  meeting->day = date_at (stmt, 3);
  meeting->title = g_strdup (zb_stmt_text (stmt, 4));
  meeting->role = g_strdup (zb_stmt_text (stmt, 5));
  meeting->expected = sqlite3_column_int (stmt, 6) == 1;
  meeting->state = g_strdup (zb_stmt_text (stmt, 7));
  meeting->reason = g_strdup (zb_stmt_text (stmt, 8));
  meeting->made_up = date_at (stmt, 9);
  return meeting;
}

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  const ZbPersonMeeting *left = *(ZbPersonMeeting *const *) a, *right = *(ZbPersonMeeting *const *) b;
  int order = zb_date_compare (left->day, right->day);

  return order != 0 ? order : left->meeting < right->meeting ? -1 : left->meeting > right->meeting;
}

/* What the year credits for each, by the rules that count it. */
static gboolean
add_hours (ZbDb *db, gint64 person, int year, GPtrArray *meetings, GError **error)
{
  g_autoptr(GPtrArray) entries = zb_study_of_person (db, person, year, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const ZbStudyEntry *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; k < meetings->len; k++)
        {
          ZbPersonMeeting *meeting = g_ptr_array_index (meetings, k);

          if (meeting->attendance == entry->attendance)
            meeting->tenths = entry->tenths;
        }
    }
  return entries != NULL;
}

GPtrArray *
zb_person_meetings (ZbDb *db, gint64 person, int year, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT m.id, a.id, m.kind, m.held_on, m.title, a.role, a.expected, a.state, a.reason, a.made_up_on "
    "FROM attendance a JOIN meeting m ON m.id = a.meeting WHERE a.person = ?1 AND a.withdrawn = 0 AND m.withdrawn = 0 "
    "AND m.held_on >= ?2 AND m.held_on < ?3", error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_person_meeting_free);
  g_autofree char *from = g_strdup_printf ("%04d", year), *to = g_strdup_printf ("%04d", year + 1);
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, person);
  zb_stmt_bind_text (stmt, 2, from);
  zb_stmt_bind_text (stmt, 3, to);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    g_ptr_array_add (out, read_meeting (stmt));
  if (row != 0 || !add_hours (db, person, year, out, error))
    return NULL;
  g_ptr_array_sort (out, compare_meetings);
  return g_steal_pointer (&out);
}

GPtrArray *
zb_person_ceremonies (ZbDb *db, gint64 person, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT c.id, c.meeting, coalesce (m.held_on, m.planned_on), c.type, c.title, s.role, m.held_on IS NOT NULL FROM ceremony_person s "
    "JOIN ceremony c ON c.id = s.ceremony JOIN meeting m ON m.id = c.meeting WHERE s.person = ?1 AND s.withdrawn = 0 AND c.withdrawn = 0 "
    "AND m.withdrawn = 0 ORDER BY 3, 1", error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_person_ceremony_free);
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, person);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbPersonCeremony *ceremony = g_new0 (ZbPersonCeremony, 1);

      ceremony->ceremony = sqlite3_column_int64 (stmt, 0);
      ceremony->meeting = sqlite3_column_int64 (stmt, 1);
      ceremony->day = date_at (stmt, 2);
      ceremony->type = g_strdup (zb_stmt_text (stmt, 3));
      ceremony->title = g_strdup (zb_stmt_text (stmt, 4));
      ceremony->role = g_strdup (zb_stmt_text (stmt, 5));
      ceremony->is_held = sqlite3_column_int (stmt, 6) == 1;
      g_ptr_array_add (out, ceremony);
    }
  return row == 0 ? g_steal_pointer (&out) : NULL;
}
