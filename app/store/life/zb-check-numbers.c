/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/life/zb-check-life.h"
#include "store/zb-check-private.h"

/* 第几次: the meetings of a kind are numbered through the year in the order in which they were held. */

/* Columns of the statements; where a day is known to the month only nobody can tell what came first. */
enum { ID, TITLE, NUMBER, DAY, BEGIN, ORG, KIND };
#define HELD "m.withdrawn = 0 AND m.state = 'held' AND m.number IS NOT NULL AND length(m.held_on) = 10"
#define COLUMNS "SELECT m.id, m.title, m.number, m.held_on, coalesce (m.started_at, ''), m.org, m.kind"
#define OF_ITS_YEAR "m.org = ?1 AND m.kind = ?2 AND m.held_on BETWEEN substr (?3, 1, 4) || '-01-01' AND substr (?3, 1, 4) || '-12-31'"

typedef struct {
  gint64 org;
  char *kind;
  char *day;
  char *title;
  int number;
} Before;

static void
before_clear (Before *before)
{
  g_free (before->kind);
  g_free (before->day);
  g_free (before->title);
  *before = (Before) { 0 };
}

static void
before_take (Before *before, ZbStmt *stmt)
{
  before_clear (before);
  *before = (Before) { sqlite3_column_int64 (stmt, ORG), g_strdup (zb_stmt_text (stmt, KIND)), g_strdup (zb_stmt_text (stmt, DAY)),
                       g_strdup (zb_stmt_text (stmt, TITLE)), sqlite3_column_int (stmt, NUMBER) };
}

static gboolean
is_of_one_year (const Before *before, ZbStmt *stmt)
{
  return before->kind != NULL && before->org == sqlite3_column_int64 (stmt, ORG) && g_str_equal (before->kind, zb_stmt_text (stmt, KIND))
         && strncmp (before->day, zb_stmt_text (stmt, DAY), 4) == 0;
}

/* Whether a meeting that is planned, or whose day is not quite known, has one of the numbers between. */
static gboolean
is_taken (ZbChecker *checker, ZbStmt *stmt, int after, int until, gboolean *out_taken, GError **error)
{
  g_autoptr(ZbStmt) other = zb_db_borrow (checker->db,
    "SELECT count (DISTINCT number) FROM (SELECT number FROM meeting WHERE org = ?1 AND kind = ?2 AND withdrawn = 0 AND state <> 'cancelled' "
    "AND held_on >= substr (?3, 1, 4) AND held_on <= substr (?3, 1, 4) || '-12-31' UNION ALL SELECT number FROM meeting WHERE org = ?1 AND kind = ?2 "
    "AND withdrawn = 0 AND state <> 'cancelled' AND held_on IS NULL AND substr (planned_on, 1, 4) = substr (?3, 1, 4)) WHERE number > ?4 AND number < ?5", error);

  if (other == NULL)
    return FALSE;
  sqlite3_bind_int64 (other, 1, sqlite3_column_int64 (stmt, ORG));
  zb_stmt_bind_text (other, 2, zb_stmt_text (stmt, KIND));
  zb_stmt_bind_text (other, 3, zb_stmt_text (stmt, DAY));
  sqlite3_bind_int (other, 4, after);
  sqlite3_bind_int (other, 5, until);
  if (zb_db_step (checker->db, other, error) != 1)
    return FALSE;
  *out_taken = sqlite3_column_int (other, 0) == until - after - 1;
  return TRUE;
}

/* The meeting of the statement beside the one of its kind that was held before it. */
static gboolean
compare (ZbChecker *checker, ZbStmt *stmt, const Before *before, GError **error)
{
  int number = sqlite3_column_int (stmt, NUMBER);
  g_autofree char *own = g_strdup_printf ("%d", number), *other = g_strdup_printf ("%d", before->number);
  const char *rule = number == before->number ? "number-twice" : number < before->number ? "number-out-of-order" : "number-left-out";
  gboolean taken = FALSE;

  if (number == before->number + 1)
    return TRUE;
  if (number > before->number && !is_taken (checker, stmt, before->number, number, &taken, error))
    return FALSE;
  if (!taken)
    zb_checker_add (checker, ZB_FINDING_WARNING, rule, &zb_kind_meeting, sqlite3_column_int64 (stmt, ID), zb_stmt_text (stmt, TITLE), NULL, own, before->day,
                    before->title, other, NULL);
  return TRUE;
}

/* Whether the year is likely to have begun with another: there were meetings of the kind before, or one of the year was cancelled. */
static gboolean
has_begun (ZbChecker *checker, ZbStmt *stmt, gboolean *out_begun, GError **error)
{
  g_autoptr(ZbStmt) other = zb_db_borrow (checker->db,
    "SELECT count (*) FROM meeting WHERE org = ?1 AND kind = ?2 AND withdrawn = 0 AND ((state = 'held' AND held_on < substr (?3, 1, 4)) "
    "OR (state = 'cancelled' AND substr (planned_on, 1, 4) = substr (?3, 1, 4) AND number < ?4))", error);

  if (other == NULL)
    return FALSE;
  sqlite3_bind_int64 (other, 1, sqlite3_column_int64 (stmt, ORG));
  zb_stmt_bind_text (other, 2, zb_stmt_text (stmt, KIND));
  zb_stmt_bind_text (other, 3, zb_stmt_text (stmt, DAY));
  sqlite3_bind_int (other, 4, sqlite3_column_int (stmt, NUMBER));
  if (zb_db_step (checker->db, other, error) != 1)
    return FALSE;
  *out_begun = sqlite3_column_int (other, 0) > 0;
  return TRUE;
}

/* The first of its kind in a year. Where a registry begins in the midst of a year the first has any number. */
static gboolean
check_first (ZbChecker *checker, ZbStmt *stmt, GError **error)
{
  int number = sqlite3_column_int (stmt, NUMBER);
  g_autofree char *own = g_strdup_printf ("%d", number);
  gboolean taken = FALSE, begun = FALSE;

  if (number == 1)
    return TRUE;
  if (!is_taken (checker, stmt, 0, number, &taken, error) || (!taken && !has_begun (checker, stmt, &begun, error)))
    return FALSE;
  if (begun)
    zb_checker_add (checker, ZB_FINDING_WARNING, "number-first", &zb_kind_meeting, sqlite3_column_int64 (stmt, ID), zb_stmt_text (stmt, TITLE), NULL, own, NULL);
  return TRUE;
}

/* What is planned has its number before it is held; another of the year may have been given it by hand. */
static gboolean
check_planned (ZbChecker *checker, gint64 meeting, GError **error)
{
  g_autofree char *sql = g_strconcat (
    "SELECT m.id, m.title, m.number, coalesce (o.held_on, o.planned_on), o.title FROM meeting m JOIN meeting o ON o.org = m.org AND o.kind = m.kind "
    "AND o.number = m.number AND o.id <> m.id AND o.withdrawn = 0 AND substr (coalesce (o.held_on, o.planned_on), 1, 4) = substr (m.planned_on, 1, 4) "
    "AND (o.state = 'held' OR (o.state = 'planned' AND o.id < m.id)) WHERE m.withdrawn = 0 AND m.held_on IS NULL AND m.state = 'planned'",
    meeting != 0 ? " AND m.id = ?1" : "", " GROUP BY m.id", NULL);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db, sql, error);
  int row = -1;

  if (stmt != NULL && meeting != 0)
    sqlite3_bind_int64 (stmt, 1, meeting);
  while (stmt != NULL && (row = zb_db_step (checker->db, stmt, error)) == 1)
    zb_checker_add (checker, ZB_FINDING_WARNING, "number-twice", &zb_kind_meeting, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1), NULL,
                    zb_stmt_text (stmt, 2), zb_stmt_text (stmt, 3), zb_stmt_text (stmt, 4), zb_stmt_text (stmt, 2), NULL);
  return row == 0;
}

static gboolean
check_all (ZbChecker *checker, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
    COLUMNS " FROM meeting m WHERE " HELD " ORDER BY m.org, m.kind, m.held_on, m.started_at, m.number, m.id", error);
  Before before = { 0 };
  gboolean good = TRUE;
  int row = -1;

  while (good && stmt != NULL && (row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      good = is_of_one_year (&before, stmt) ? compare (checker, stmt, &before, error) : check_first (checker, stmt, error);
      before_take (&before, stmt);
    }
  before_clear (&before);
  return good && row == 0;
}

static gboolean
check_one (ZbChecker *checker, gint64 meeting, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db, COLUMNS " FROM meeting m WHERE " HELD " AND m.id = ?1", error);
  g_autoptr(ZbStmt) last = zb_db_borrow (checker->db,
    COLUMNS " FROM meeting m WHERE " HELD " AND " OF_ITS_YEAR " AND (m.held_on, coalesce (m.started_at, ''), m.number, m.id) < (?3, ?4, ?5, ?6) "
    "ORDER BY m.held_on DESC, m.started_at DESC, m.number DESC, m.id DESC LIMIT 1", error);
  Before before = { 0 };
  gboolean good;
  int row;

  if (stmt == NULL || last == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, meeting);
  if ((row = zb_db_step (checker->db, stmt, error)) != 1)
    return row == 0;
  sqlite3_bind_int64 (last, 1, sqlite3_column_int64 (stmt, ORG));
  zb_stmt_bind_text (last, 2, zb_stmt_text (stmt, KIND));
  zb_stmt_bind_text (last, 3, zb_stmt_text (stmt, DAY));
  zb_stmt_bind_text (last, 4, zb_stmt_text (stmt, BEGIN));
  sqlite3_bind_int (last, 5, sqlite3_column_int (stmt, NUMBER));
  sqlite3_bind_int64 (last, 6, meeting);
  if ((row = zb_db_step (checker->db, last, error)) != 1)
    return row == 0 && check_first (checker, stmt, error);
  before_take (&before, last);
  good = compare (checker, stmt, &before, error);
  before_clear (&before);
  return good;
}

gboolean
zb_check_numbers (ZbChecker *checker, gint64 meeting, GError **error)
{
  return (meeting != 0 ? check_one (checker, meeting, error) : check_all (checker, error)) && check_planned (checker, meeting, error);
}
