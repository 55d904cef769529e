/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/life/zb-roll.h"
#include "store/life/zb-year.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"

void
zb_study_entry_free (ZbStudyEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->title);
  g_free (entry);
}

void
zb_study_year_free (ZbStudyYear *year)
{
  if (year == NULL)
    return;
  g_free (year->name);
  g_free (year);
}

static ZbDate
date_at (ZbStmt *stmt, int column)
{
  ZbDate date = ZB_DATE_NONE;

  zb_date_parse (zb_stmt_text (stmt, column), &date, NULL);
  return date;
}

static int
days_between (ZbDate from, ZbDate to)
{
  int days = 0;

  for (ZbDate day = from; zb_date_compare (day, to) < 0 && days < 1000; day = zb_date_add_days (day, 1))
    days++;
  return days;
}

/* The part of a meeting's hours that falls into the year; several days that cross its turn are split by days. */
static int
share_of_year (int tenths, ZbDate first, ZbDate last, int year)
{
  int all, before;

  if (!zb_date_is_complete (first) || !zb_date_is_complete (last) || first.year == last.year)
    return first.year == year ? tenths : 0;
  if (year < first.year || year > last.year)
    return 0;
  all = days_between (first, last) + 1;
  before = days_between (first, (ZbDate) { last.year, 1, 1 });
  return year == last.year ? tenths - tenths * before / all : tenths * before / all;
}

/* Columns of the statement below. */
enum { MEETING, ATTENDANCE, HELD_ON, HELD_UNTIL, KIND, TITLE, MEETING_HOURS, ROW_HOURS, STATE, EXPECTED, MADE_UP_ON, MADE_UP_HOURS };

static ZbStudyEntry *
read_entry (ZbStmt *stmt, int year)
{
  ZbDate first = date_at (stmt, HELD_ON), last = date_at (stmt, HELD_UNTIL), made_up = date_at (stmt, MADE_UP_ON);
  const char *state = zb_stmt_text (stmt, STATE);
  gboolean came = g_strcmp0 (state, "present") == 0 || g_strcmp0 (state, "late") == 0;
  int hours = sqlite3_column_type (stmt, ROW_HOURS) != SQLITE_NULL ? sqlite3_column_int (stmt, ROW_HOURS) : sqlite3_column_int (stmt, MEETING_HOURS);
  ZbStudyEntry entry = { .on = first };

  if (!zb_date_is_set (last))
    last = first;
  if (came)
    entry.tenths = share_of_year (hours, first, last, year);
  else if (zb_date_is_set (made_up))
    {
      entry.made_up = TRUE;
      entry.on = made_up;
      if (made_up.year == year)
        entry.tenths = sqlite3_column_type (stmt, MADE_UP_HOURS) != SQLITE_NULL ? sqlite3_column_int (stmt, MADE_UP_HOURS) : hours;
    }
  else if (sqlite3_column_int (stmt, EXPECTED) == 1)
    entry.missed = share_of_year (hours, first, last, year);
  if (entry.tenths == 0 && entry.missed == 0)
    return NULL;
  entry.meeting = sqlite3_column_int64 (stmt, MEETING);
  entry.attendance = sqlite3_column_int64 (stmt, ATTENDANCE);
  entry.kind = (ZbMeetingKind) MAX (zb_code_index (zb_code_table_get ("meeting_kind"), zb_stmt_text (stmt, KIND)), 0);
  entry.title = g_strdup (zb_stmt_text (stmt, TITLE));
  return g_memdup2 (&entry, sizeof entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const ZbStudyEntry *left = *(ZbStudyEntry *const *) a, *right = *(ZbStudyEntry *const *) b;
  int order = zb_date_compare (left->on, right->on);

  return order != 0 ? order : left->meeting < right->meeting ? -1 : left->meeting > right->meeting;
}

GPtrArray *
zb_study_of_person (ZbDb *db, gint64 person, int year, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT m.id, a.id, m.held_on, m.held_until, m.kind, m.title, m.hours, a.hours, a.state, a.expected, a.made_up_on, a.made_up_hours "
    "FROM attendance a JOIN meeting m ON m.id = a.meeting WHERE a.person = ?1 AND a.withdrawn = 0 AND m.withdrawn = 0 "
    "AND m.held_on IS NOT NULL AND a.role = 'member'", error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_study_entry_free);
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, person);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbStudyEntry *entry = read_entry (stmt, year);

      if (entry != NULL)
        g_ptr_array_add (out, entry);
    }
  g_ptr_array_sort (out, compare_entries);
  return row == 0 ? g_steal_pointer (&out) : NULL;
}

/* Whether the person holds a post of a committee on the day, in any organisation. */
static gboolean
is_officer (ZbDb *db, gint64 person, ZbDate day, gboolean *out_officer, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT post FROM post_holding WHERE person = ?1 AND withdrawn = 0 AND (started_on IS NULL OR started_on <= ?2) "
    "AND (ended_on IS NULL OR ended_on > ?2)", error);
  g_autofree char *text = zb_date_to_text (day);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, person);
  zb_stmt_bind_text (stmt, 2, text);
  *out_officer = FALSE;
  while ((row = zb_db_step (db, stmt, error)) == 1)
    *out_officer = *out_officer || zb_post_is_of_committee (zb_stmt_text (stmt, 0));
  return row == 0;
}

static gboolean
add_person (ZbDb *db, const ZbRollEntry *person, ZbDate day, ZbRules *rules, GPtrArray *out, GError **error)
{
  g_autoptr(GPtrArray) entries = zb_study_of_person (db, person->person, day.year, error);
  ZbStudyYear *year;
  gboolean officer;

  if (entries == NULL || !is_officer (db, person->person, day, &officer, error))
    return FALSE;
  year = g_new0 (ZbStudyYear, 1);
  year->person = person->person;
  year->name = g_strdup (person->name);
  year->officer = officer;
  year->needed = (int) (10 * zb_rules_value (rules, officer ? "study.hours_committee" : "study.hours_member", day));
  for (guint i = 0; i < entries->len; i++)
    {
      year->tenths += ((ZbStudyEntry *) g_ptr_array_index (entries, i))->tenths;
      year->missed += ((ZbStudyEntry *) g_ptr_array_index (entries, i))->missed;
    }
  g_ptr_array_add (out, year);
  return TRUE;
}

GPtrArray *
zb_study_of_org (ZbDb *db, gint64 org, ZbDate day, GError **error)
{
  g_autoptr(GPtrArray) people = zb_roll_compute (db, org, "assembly", day, error);
  g_autoptr(ZbRules) rules = people != NULL ? zb_rules_load (db, error) : NULL;
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_study_year_free);

  for (guint i = 0; rules != NULL && i < people->len; i++)
    if (!add_person (db, g_ptr_array_index (people, i), day, rules, out, error))
      return NULL;
  return rules != NULL ? g_steal_pointer (&out) : NULL;
}

/* What everybody missed */

void
zb_study_missed_free (ZbStudyMissed *missed)
{
  g_free (missed->name);
  g_free (missed);
}

GPtrArray *
zb_study_missed_by_all (ZbDb *db, ZbDate today, GError **error)
{
  /* The condition of the index attendance_open, so that it serves. */
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT a.person, min (a.name), count (*), sum (coalesce (a.hours, m.hours)), min (m.held_on) FROM meeting m "
    "JOIN attendance a ON a.meeting = m.id WHERE m.held_on >= ?1 AND m.held_on <= ?2 AND m.held_on IS NOT NULL "
    "AND m.withdrawn = 0 AND coalesce (a.hours, m.hours) > 0 AND a.person IS NOT NULL "
    "AND a.expected = 1 AND a.state IN ('excused', 'absent') AND a.made_up_on IS NULL AND a.role = 'member' AND a.withdrawn = 0 "
    "GROUP BY a.person", error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_study_missed_free);
  g_autofree char *from = g_strdup_printf ("%04d", today.year);
  g_autofree char *to = zb_date_to_text (today);
  int row;

  if (stmt == NULL)
    return NULL;
  zb_stmt_bind_text (stmt, 1, from);
  zb_stmt_bind_text (stmt, 2, to);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbStudyMissed *missed = g_new0 (ZbStudyMissed, 1);

      missed->person = sqlite3_column_int64 (stmt, 0);
      missed->name = g_strdup (zb_stmt_text (stmt, 1));
      missed->n = (guint) sqlite3_column_int (stmt, 2);
      missed->tenths = sqlite3_column_int (stmt, 3);
      zb_date_parse (zb_stmt_text (stmt, 4), &missed->first, NULL);
      g_ptr_array_add (out, missed);
    }
  return row == 0 ? g_steal_pointer (&out) : NULL;
}
