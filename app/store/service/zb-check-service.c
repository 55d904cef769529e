/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/service/zb-service.h"
#include "store/service/zb-check-service.h"
#include "store/zb-check-private.h"

/* Which hours are looked at: of everybody, of a person, of a person's day, or of those of one activity. */
typedef struct {
  ZbChecker *checker;
  gint64 person;
  const char *on;
  gint64 activity;
} Scope;

#define OF_PERSON " AND h.person = ?1"
#define OF_DAY " AND h.\"on\" = ?2"
/* The days of the people whom the activity credited. */
#define OF_ACTIVITY " AND (h.person, h.\"on\") IN (SELECT person, \"on\" FROM service_hours WHERE activity = ?1 AND withdrawn = 0)"

static ZbStmt *
borrow (const Scope *scope, const char *sql, const char *tail, GError **error)
{
  g_autofree char *text = g_strconcat (sql, scope->activity != 0 ? OF_ACTIVITY : scope->person != 0 ? OF_PERSON : "", scope->on != NULL ? OF_DAY : "",
                                       tail, NULL);
  ZbStmt *stmt = zb_db_borrow (scope->checker->db, text, error);

  if (stmt != NULL && (scope->activity != 0 || scope->person != 0))
    sqlite3_bind_int64 (stmt, 1, scope->activity != 0 ? scope->activity : scope->person);
  if (stmt != NULL && scope->on != NULL)
    zb_stmt_bind_text (stmt, 2, scope->on);
  return stmt;
}

/* More in a day than a day has for it. */
static gboolean
check_days (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT h.\"on\", h.person, sum (h.hours), (SELECT name FROM person WHERE id = h.person), max (h.id) FROM service_hours h "
    "WHERE h.withdrawn = 0 AND length (h.\"on\") = 10", " GROUP BY h.\"on\", h.person HAVING sum (h.hours) > 10", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    {
      gint64 tenths = sqlite3_column_int64 (stmt, 2);
      ZbDate day = ZB_DATE_NONE;
      double most;

      zb_date_parse (zb_stmt_text (stmt, 0), &day, NULL);
      most = zb_rules_value (scope->checker->rules, "volunteer.max_hours_day", day);
      if (tenths > (gint64) (most * 10 + 0.5))
        {
          g_autofree char *hours = zb_service_hours_text (tenths), *limit = zb_service_hours_text ((gint64) (most * 10 + 0.5));

          zb_checker_add (scope->checker, ZB_FINDING_WARNING, "too-many-hours", &zb_kind_service_hours, sqlite3_column_int64 (stmt, 4),
                          zb_stmt_text (stmt, 3), "volunteer.max_hours_day", zb_stmt_text (stmt, 0), hours, limit, NULL);
        }
    }
  return row == 0;
}

/* One person at two services at once. What was corrected to nothing took no time. */
static gboolean
check_overlaps (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT h.id, h.person, h.\"on\", h.started_at, h.ended_at, h.contents, (SELECT name FROM person WHERE id = h.person) FROM service_hours h "
    "WHERE h.withdrawn = 0 AND h.corrects IS NULL AND h.started_at IS NOT NULL AND h.ended_at IS NOT NULL AND length (h.\"on\") = 10 "
    "AND h.hours + coalesce ((SELECT sum (c.hours) FROM service_hours c WHERE c.corrects = h.id AND c.withdrawn = 0), 0) > 0",
    " ORDER BY h.person, h.\"on\", h.started_at, h.id", error);
  g_autofree char *on = NULL, *until = NULL, *contents = NULL;
  gint64 person = 0;
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    {
      gboolean is_same = person == sqlite3_column_int64 (stmt, 1) && g_strcmp0 (on, zb_stmt_text (stmt, 2)) == 0;

      if (is_same && strcmp (zb_stmt_text (stmt, 3), until) < 0)
        zb_checker_add (scope->checker, ZB_FINDING_ERROR, "hours-overlap", &zb_kind_service_hours, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 6),
                        NULL, zb_stmt_text (stmt, 2), zb_stmt_text (stmt, 5), contents, until, NULL);
      if (is_same && strcmp (zb_stmt_text (stmt, 4), until) <= 0)
        continue;
      person = sqlite3_column_int64 (stmt, 1);
      g_free (on);
      on = g_strdup (zb_stmt_text (stmt, 2));
      g_free (until);
      until = g_strdup (zb_stmt_text (stmt, 4));
      g_free (contents);
      contents = g_strdup (zb_stmt_text (stmt, 5));
    }
  return row == 0;
}

/* What a correction corrects was taken back: the rest is no figure of anything. */
static gboolean
check_corrections (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT h.id, (SELECT name FROM person WHERE id = h.person), h.\"on\" FROM service_hours h JOIN service_hours w ON w.id = h.corrects "
    "WHERE h.withdrawn = 0 AND w.withdrawn = 1", "", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    zb_checker_add (scope->checker, ZB_FINDING_ERROR, "correction-alone", &zb_kind_service_hours, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1),
                    NULL, zb_stmt_text (stmt, 2), NULL);
  return row == 0;
}

/* Hours of an activity that is no more, or at which the roll says that somebody was not. */
static gboolean
check_activities (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT h.id, (SELECT name FROM person WHERE id = h.person), h.\"on\", a.title, "
    "h.hours + coalesce ((SELECT sum (c.hours) FROM service_hours c WHERE c.corrects = h.id AND c.withdrawn = 0), 0) AS rest, "
    "a.withdrawn = 1 OR m.withdrawn = 1 OR m.state = 'cancelled' AS gone FROM service_hours h JOIN service_activity a ON a.id = h.activity "
    "JOIN meeting m ON m.id = a.meeting WHERE h.withdrawn = 0 AND h.corrects IS NULL AND rest > 0 AND (gone OR EXISTS "
    "(SELECT 1 FROM attendance r WHERE r.meeting = m.id AND r.person = h.person AND r.withdrawn = 0 AND coalesce (r.state, '') NOT IN ('present', 'late')))", "", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    {
      g_autofree char *hours = zb_service_hours_text (sqlite3_column_int64 (stmt, 4));

      zb_checker_add (scope->checker, ZB_FINDING_ERROR, sqlite3_column_int (stmt, 5) ? "hours-of-nothing" : "hours-though-absent",
                      &zb_kind_service_hours, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1), NULL, zb_stmt_text (stmt, 2), hours,
                      zb_stmt_text (stmt, 3), NULL);
    }
  return row == 0;
}

static gboolean
check_responsible (const Scope *scope, GError **error)
{
  g_autofree char *sql = g_strconcat (
    "SELECT a.id, a.title FROM service_activity a JOIN meeting m ON m.id = a.meeting "
    "WHERE a.withdrawn = 0 AND m.withdrawn = 0 AND m.state <> 'cancelled' AND a.responsible IS NULL", scope->activity != 0 ? " AND a.id = ?1" : "", NULL);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (scope->checker->db, sql, error);
  int row = -1;

  if (stmt != NULL && scope->activity != 0)
    sqlite3_bind_int64 (stmt, 1, scope->activity);
  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    zb_checker_add (scope->checker, ZB_FINDING_WARNING, "nobody-in-charge", &zb_kind_service_activity, sqlite3_column_int64 (stmt, 0),
                    zb_stmt_text (stmt, 1), NULL, NULL);
  return row == 0;
}

gboolean
zb_check_service (ZbChecker *checker, GError **error)
{
  Scope scope = { .checker = checker };

  return check_days (&scope, error) && check_overlaps (&scope, error) && check_corrections (&scope, error) && check_activities (&scope, error)
         && check_responsible (&scope, error);
}

static GPtrArray *
check_some (ZbDb *db, ZbDate as_of, gint64 person, const char *on, gint64 activity, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_finding_free);
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);
  ZbChecker checker = { db, as_of, rules, out, NULL, NULL };
  Scope scope = { &checker, person, on, activity };

  if (rules == NULL || (activity != 0 && !check_responsible (&scope, error)) || !check_days (&scope, error) || !check_overlaps (&scope, error)
      || !check_corrections (&scope, error) || !check_activities (&scope, error))
    return NULL;
  return g_steal_pointer (&out);
}

GPtrArray *
zb_check_hours (ZbDb *db, gint64 person, const char *on, ZbDate as_of, GError **error)
{
  return check_some (db, as_of, person, on, 0, error);
}

GPtrArray *
zb_check_activity (ZbDb *db, gint64 activity, ZbDate as_of, GError **error)
{
  return check_some (db, as_of, 0, NULL, activity, error);
}
