/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-year.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"

/* What is known of one organisation while the matrix is made. */
typedef struct {
  guint held[ZB_N_MEETING_KINDS][12];
  gboolean exempt[ZB_N_MEETING_KINDS][12];
  guint officers[12];
} OrgYear;

typedef struct {
  ZbDb *db;
  ZbOrgTree *tree;
  ZbRules *rules;
  int year;
  ZbDate today;
  GHashTable *orgs; /* (owned): id → OrgYear */
} Matrix;

static OrgYear *
org_year (Matrix *matrix, gint64 org)
{
  OrgYear *found = g_hash_table_lookup (matrix->orgs, &org);

  if (found == NULL)
    {
      found = g_new0 (OrgYear, 1);
      g_hash_table_insert (matrix->orgs, g_memdup2 (&org, sizeof org), found);
    }
  return found;
}

static int
kind_of (const char *code)
{
  return zb_code_index (zb_code_table_get ("meeting_kind"), code);
}

static gboolean
read_held (Matrix *matrix, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (matrix->db,
    "SELECT held_on, org, kind FROM meeting WHERE held_on >= ?1 AND held_on < ?2 AND held_on IS NOT NULL AND withdrawn = 0", error);
  g_autofree char *from = g_strdup_printf ("%04d", matrix->year), *to = g_strdup_printf ("%04d", matrix->year + 1);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, from);
  zb_stmt_bind_text (stmt, 2, to);
  while ((row = zb_db_step (matrix->db, stmt, error)) == 1)
    {
      const char *day = zb_stmt_text (stmt, 0);
      int kind = kind_of (zb_stmt_text (stmt, 2));
      int month = strlen (day) >= 7 ? (day[5] - '0') * 10 + day[6] - '0' : 0;

      if (kind >= 0 && month >= 1 && month <= 12)
        org_year (matrix, sqlite3_column_int64 (stmt, 1))->held[kind][month - 1]++;
    }
  return row == 0;
}

/* Whether a time from @from until @to (either may be unknown) covers a month of the year whole; days as stored. */
static gboolean
covers_month (const char *from, const char *to, int year, guint month)
{
  g_autofree char *first = g_strdup_printf ("%04d-%02u-01", year, month + 1);
  g_autofree char *whole = g_strndup (first, 7);
  ZbDate last = zb_date_add_days (zb_date_add_months ((ZbDate) { (gint16) year, (guint8) (month + 1), 1 }, 1), -1);
  g_autofree char *end = zb_date_to_text (last);

  return (from == NULL || strcmp (from, first) <= 0) && (to == NULL || strcmp (to, end) >= 0 || strcmp (to, whole) == 0);
}

static gboolean
read_exemptions (Matrix *matrix, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (matrix->db, "SELECT org, kind, started_on, ended_on FROM duty_exemption WHERE withdrawn = 0", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  while ((row = zb_db_step (matrix->db, stmt, error)) == 1)
    {
      int kind = kind_of (zb_stmt_text (stmt, 1));

      for (guint month = 0; kind >= 0 && month < 12; month++)
        if (covers_month (zb_stmt_text (stmt, 2), zb_stmt_text (stmt, 3), matrix->year, month))
          org_year (matrix, sqlite3_column_int64 (stmt, 0))->exempt[kind][month] = TRUE;
    }
  return row == 0;
}

/* How many people hold a post of the committee at the end of each month; one with two posts counts once. */
static gboolean
read_officers (Matrix *matrix, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (matrix->db,
    "SELECT org, person, post, started_on, ended_on FROM post_holding WHERE withdrawn = 0 ORDER BY org, person", error);
  g_autofree char *year_end = g_strdup_printf ("%04d-12-31", matrix->year), *year_begin = g_strdup_printf ("%04d-01", matrix->year);
  gint64 org = 0, person = 0;
  gboolean counted[12] = { FALSE };
  int row;

  if (stmt == NULL)
    return FALSE;
  while ((row = zb_db_step (matrix->db, stmt, error)) == 1)
    {
      const char *from = zb_stmt_text (stmt, 3), *to = zb_stmt_text (stmt, 4);

      if (sqlite3_column_int64 (stmt, 0) != org || sqlite3_column_int64 (stmt, 1) != person)
        memset (counted, 0, sizeof counted);
      org = sqlite3_column_int64 (stmt, 0);
      person = sqlite3_column_int64 (stmt, 1);
      if (!zb_post_is_of_committee (zb_stmt_text (stmt, 2)) || (from != NULL && strcmp (from, year_end) > 0)
          || (to != NULL && strcmp (to, year_begin) < 0))
        continue;
      for (guint month = 0; month < 12; month++)
        {
          g_autofree char *end = g_strdup_printf ("%04d-%02u-31", matrix->year, month + 1);

          if (counted[month] || (from != NULL && strcmp (from, end) > 0) || (to != NULL && strcmp (to, end) <= 0))
            continue;
          counted[month] = TRUE;
          org_year (matrix, org)->officers[month]++;
        }
    }
  return row == 0;
}

static gboolean
was_open (const ZbOrg *org, int year, guint month)
{
  ZbDate first = { (gint16) year, (guint8) (month + 1), 1 };
  ZbDate next = zb_date_add_months (first, 1);

  return (!zb_date_is_set (org->opened) || zb_date_compare (org->opened, next) < 0)
         && (!zb_date_is_set (org->closed) || zb_date_compare (org->closed, first) > 0);
}

/* A branch's group meetings: a month is fulfilled when each group has met, or the branch recorded one for all. */
static void
know_groups (Matrix *matrix, const ZbOrg *branch, ZbDutyYear *known)
{
  for (guint month = 0; month < 12; month++)
    {
      guint least = G_MAXUINT;

      for (guint i = 1; i <= branch->below; i++)
        {
          const ZbOrg *group = zb_org_tree_at (matrix->tree, branch->position + i);
          OrgYear *year = g_hash_table_lookup (matrix->orgs, &group->id);

          if (group->kind != ZB_ORG_GROUP || !was_open (group, matrix->year, month))
            continue;
          known->has_body[month] = TRUE;
          least = MIN (least, year != NULL ? year->held[ZB_MEETING_GROUP][month] : 0);
        }
      if (least != G_MAXUINT)
        known->held[month] += least;
    }
}

static void
know (Matrix *matrix, const ZbOrg *org, ZbMeetingKind kind, ZbDutyYear *known)
{
  static const OrgYear nothing = { 0 };
  const OrgYear *year = g_hash_table_lookup (matrix->orgs, &org->id);
  guint least = (guint) zb_rules_value (matrix->rules, "branch.committee_size_min", (ZbDate) { (gint16) matrix->year, 1, 1 });

  if (year == NULL)
    year = &nothing;
  *known = (ZbDutyYear) { .opened = org->opened, .closed = org->closed };
  memcpy (known->held, year->held[kind], sizeof known->held);
  memcpy (known->exempt, year->exempt[kind], sizeof known->exempt);
  for (guint month = 0; month < 12; month++)
    known->has_body[month] = kind == ZB_MEETING_COMMITTEE ? year->officers[month] >= least : kind != ZB_MEETING_GROUP;
  if (kind == ZB_MEETING_GROUP && org->kind == ZB_ORG_BRANCH)
    know_groups (matrix, org, known);
}

static gboolean
was_held (const ZbDutyYear *known)
{
  for (guint month = 0; month < 12; month++)
    if (known->held[month] > 0)
      return TRUE;
  return FALSE;
}

static void
add_rows (Matrix *matrix, const ZbOrg *org, GPtrArray *out)
{
  for (ZbMeetingKind kind = 0; kind < ZB_N_MEETING_KINDS; kind++)
    {
      ZbYearRow *row = g_new0 (ZbYearRow, 1);

      row->org = org->id;
      row->kind = kind;
      know (matrix, org, kind, &row->known);
      row->period = zb_duty_judge (kind, &row->known, matrix->year, matrix->today, matrix->rules, row->cells);
      if (org->kind != ZB_ORG_BRANCH)
        {
          row->period = 0;
          for (guint month = 0; month < 12; month++)
            row->cells[month] = row->known.held[month] > 0 ? ZB_DUTY_HELD : ZB_DUTY_NONE;
        }
      if (row->period > 0 || was_held (&row->known))
        g_ptr_array_add (out, row);
      else
        g_free (row);
    }
}

GPtrArray *
zb_year_matrix (ZbDb *db, gint64 org, int year, ZbDate today, GError **error)
{
  ZbDate end = { (gint16) year, 12, 31 };
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, zb_date_compare (end, today) < 0 ? end : today, TRUE, error);
  g_autoptr(ZbRules) rules = tree != NULL ? zb_rules_load (db, error) : NULL;
  g_autoptr(GHashTable) orgs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func (g_free);
  Matrix matrix = { db, tree, rules, year, today, orgs };

  if (rules == NULL || !read_held (&matrix, error) || !read_exemptions (&matrix, error) || !read_officers (&matrix, error))
    return NULL;
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *each = zb_org_tree_at (tree, i);
      gboolean was_there = FALSE;

      for (guint month = 0; month < 12; month++)
        was_there = was_there || was_open (each, year, month);
      if (was_there && each->kind != ZB_ORG_GROUP && (org == 0 || zb_org_tree_is_below (tree, each->id, org)))
        add_rows (&matrix, each, out);
    }
  return g_steal_pointer (&out);
}

void
zb_year_row_rate (const ZbYearRow *row, guint *out_done, guint *out_demanded)
{
  *out_done = *out_demanded = 0;
  for (guint month = 0; row->period > 0 && month < 12; month += row->period)
    {
      *out_done += row->cells[month] == ZB_DUTY_HELD;
      *out_demanded += row->cells[month] == ZB_DUTY_HELD || row->cells[month] == ZB_DUTY_GAP;
    }
}
