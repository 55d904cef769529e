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

/* What credits hours: the meetings of the year, those that reach into it, and what was made up in it of earlier ones. */
enum { MEETING, ATTENDANCE, HELD_ON, HELD_UNTIL, KIND, TITLE, MEETING_HOURS, ROW_HOURS, STATE, EXPECTED, MADE_UP_ON, MADE_UP_HOURS, PERSON };
#define COLUMNS "SELECT m.id, a.id, m.held_on, m.held_until, m.kind, m.title, m.hours, a.hours, a.state, a.expected, a.made_up_on, a.made_up_hours, a.person "
#define COUNTS "a.withdrawn = 0 AND m.withdrawn = 0 AND a.role = 'member' AND m.held_on IS NOT NULL AND m.kind <> 'service' "
/* ?1 the year, ?2 the next one, ?3 the one before */
#define IN_YEAR COUNTS "AND m.held_on >= ?3 AND m.held_on < ?2 AND (m.held_on >= ?1 OR m.held_until >= ?1)"
#define MADE_UP_IN_YEAR COUNTS "AND a.made_up_on >= ?1 AND a.made_up_on < ?2 AND m.held_on < ?1 AND (m.held_until IS NULL OR m.held_until < ?1)"

/* The rows of other years are passed over by their meetings, without being read. */
#define PERSONS_YEAR COLUMNS "FROM attendance x JOIN meeting m ON m.id = x.meeting JOIN attendance a ON a.id = x.id WHERE x.person = ?4 AND " IN_YEAR
#define PERSONS_MADE_UP COLUMNS "FROM attendance a JOIN meeting m ON m.id = a.meeting WHERE a.person = ?4 AND " MADE_UP_IN_YEAR
#define EVERYBODYS_YEAR COLUMNS "FROM meeting m JOIN attendance a ON a.meeting = m.id WHERE " IN_YEAR

/* What one row credits in the year. Returns: whether anything */
static gboolean
read_credit (ZbStmt *stmt, int year, ZbStudyEntry *out)
{
  ZbDate first = date_at (stmt, HELD_ON), last = date_at (stmt, HELD_UNTIL), made_up = date_at (stmt, MADE_UP_ON);
  const char *state = zb_stmt_text (stmt, STATE);
  gboolean came = g_strcmp0 (state, "present") == 0 || g_strcmp0 (state, "late") == 0;
  int hours = sqlite3_column_type (stmt, ROW_HOURS) != SQLITE_NULL ? sqlite3_column_int (stmt, ROW_HOURS) : sqlite3_column_int (stmt, MEETING_HOURS);

  *out = (ZbStudyEntry) { .on = first };
  if (!zb_date_is_set (last))
    last = first;
  if (came)
    out->tenths = share_of_year (hours, first, last, year);
  else if (zb_date_is_set (made_up))
    {
      out->made_up = TRUE;
      out->on = made_up;
      if (made_up.year == year)
        out->tenths = sqlite3_column_type (stmt, MADE_UP_HOURS) != SQLITE_NULL ? sqlite3_column_int (stmt, MADE_UP_HOURS) : hours;
    }
  else if (sqlite3_column_int (stmt, EXPECTED) == 1)
    out->missed = share_of_year (hours, first, last, year);
  return out->tenths != 0 || out->missed != 0;
}

typedef void (*TakeFunc) (ZbStmt *stmt, const ZbStudyEntry *credit, gpointer data);

/* Hands every row of the statement that credits something in the year to @take. @person: 0: of everybody */
static gboolean
read_credits (ZbDb *db, const char *sql, gint64 person, int year, TakeFunc take, gpointer data, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);
  g_autofree char *before = g_strdup_printf ("%04d", year - 1), *from = g_strdup_printf ("%04d", year), *to = g_strdup_printf ("%04d", year + 1);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, from);
  zb_stmt_bind_text (stmt, 2, to);
  zb_stmt_bind_text (stmt, 3, before);
  if (person != 0)
    sqlite3_bind_int64 (stmt, 4, person);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbStudyEntry credit;

      if (read_credit (stmt, year, &credit))
        take (stmt, &credit, data);
    }
  return row == 0;
}

static void
take_entry (ZbStmt *stmt, const ZbStudyEntry *credit, gpointer out)
{
  ZbStudyEntry *entry = g_memdup2 (credit, sizeof *credit);

  entry->meeting = sqlite3_column_int64 (stmt, MEETING);
  entry->attendance = sqlite3_column_int64 (stmt, ATTENDANCE);
  entry->kind = (ZbMeetingKind) MAX (zb_code_index (zb_code_table_get ("meeting_kind"), zb_stmt_text (stmt, KIND)), 0);
  entry->title = g_strdup (zb_stmt_text (stmt, TITLE));
  g_ptr_array_add (out, entry);
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
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_study_entry_free);

  if (!read_credits (db, PERSONS_YEAR, person, year, take_entry, out, error)
      || !read_credits (db, PERSONS_MADE_UP, person, year, take_entry, out, error))
    return NULL;
  g_ptr_array_sort (out, compare_entries);
  return g_steal_pointer (&out);
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

/* From so many people on the whole year is read once instead of each one’s years. */
#define MANY_PEOPLE 200

static void
take_sum (ZbStmt *stmt, const ZbStudyEntry *credit, gpointer data)
{
  GHashTable *by_person = data;
  gint64 person = sqlite3_column_int64 (stmt, PERSON);
  ZbStudyYear *year = g_hash_table_lookup (by_person, &person);

  if (year == NULL)
    return;
  year->tenths += credit->tenths;
  year->missed += credit->missed;
}

static ZbStudyYear *
add_person (ZbDb *db, const ZbRollEntry *person, ZbDate day, ZbRules *rules, GPtrArray *out, GError **error)
{
  ZbStudyYear *year;
  gboolean officer;

  if (!is_officer (db, person->person, day, &officer, error))
    return NULL;
  year = g_new0 (ZbStudyYear, 1);
  year->person = person->person;
  year->name = g_strdup (person->name);
  year->officer = officer;
  year->needed = (int) (10 * zb_rules_value (rules, officer ? "study.hours_committee" : "study.hours_member", day));
  g_ptr_array_add (out, year);
  return year;
}

GPtrArray *
zb_study_of_org (ZbDb *db, gint64 org, ZbDate day, GError **error)
{
  g_autoptr(GPtrArray) people = zb_roll_compute (db, org, "assembly", day, error);
  g_autoptr(ZbRules) rules = people != NULL ? zb_rules_load (db, error) : NULL;
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_study_year_free);
  g_autoptr(GHashTable) by_person = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean many = people != NULL && people->len >= MANY_PEOPLE;

  if (rules == NULL)
    return NULL;
  for (guint i = 0; i < people->len; i++)
    {
      ZbStudyYear *year = add_person (db, g_ptr_array_index (people, i), day, rules, out, error);

      if (year == NULL)
        return NULL;
      g_hash_table_insert (by_person, &year->person, year);
      if ((!many && !read_credits (db, PERSONS_YEAR, year->person, day.year, take_sum, by_person, error))
          || !read_credits (db, PERSONS_MADE_UP, year->person, day.year, take_sum, by_person, error))
        return NULL;
    }
  if (many && !read_credits (db, EVERYBODYS_YEAR, 0, day.year, take_sum, by_person, error))
    return NULL;
  return g_steal_pointer (&out);
}

/* What everybody missed */

static void
add_missed (GHashTable *out, ZbStmt *stmt)
{
  gint64 person = sqlite3_column_int64 (stmt, 0);
  ZbStudyMissed *missed = g_hash_table_lookup (out, &person);
  ZbDate on = date_at (stmt, 2);

  if (missed == NULL)
    {
      missed = g_new0 (ZbStudyMissed, 1);
      missed->person = person;
      missed->first = on;
      g_hash_table_insert (out, &missed->person, missed);
    }
  missed->n++;
  missed->tenths += sqlite3_column_int (stmt, 1);
  if (zb_date_compare (on, missed->first) < 0)
    missed->first = on;
}

GHashTable *
zb_study_missed_by_all (ZbDb *db, ZbDate today, GError **error)
{
  /* The condition of the index attendance_open word for word, so that it serves. */
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT a.person, coalesce (a.hours, m.hours), m.held_on FROM meeting m JOIN attendance a ON a.meeting = m.id "
    "WHERE m.held_on >= ?1 AND m.held_on <= ?2 AND m.held_on IS NOT NULL AND m.withdrawn = 0 AND coalesce (a.hours, m.hours) > 0 "
    "AND a.person IS NOT NULL "
    "AND a.expected = 1 AND a.state IN ('excused', 'absent') AND a.made_up_on IS NULL AND a.role = 'member' AND a.withdrawn = 0", error);
  g_autoptr(GHashTable) out = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autofree char *from = g_strdup_printf ("%04d", today.year);
  g_autofree char *to = zb_date_to_text (today);
  int row;

  if (stmt == NULL)
    return NULL;
  zb_stmt_bind_text (stmt, 1, from);
  zb_stmt_bind_text (stmt, 2, to);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    add_missed (out, stmt);
  return row == 0 ? g_steal_pointer (&out) : NULL;
}
