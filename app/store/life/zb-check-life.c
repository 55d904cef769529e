/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/life/zb-check-life.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-year.h"
#include "store/zb-check-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

/* Names that a finding lists before it says how many more. */
#define MAX_NAMES 5

typedef struct {
  ZbChecker *checker;
  gint64 meeting; /* only this one, 0: all */
} Scope;

/* A statement over meetings `m`, all or one. */
static ZbStmt *
borrow (const Scope *scope, const char *sql, const char *tail, GError **error)
{
  g_autofree char *text = g_strconcat (sql, scope->meeting != 0 ? " AND m.id = ?1" : "", tail, NULL);
  ZbStmt *stmt = zb_db_borrow (scope->checker->db, text, error);

  if (stmt != NULL && scope->meeting != 0)
    sqlite3_bind_int64 (stmt, 1, scope->meeting);
  return stmt;
}

static void
find_meeting (const Scope *scope, ZbFindingLevel level, const char *rule, ZbStmt *stmt, const char *rule_key, const char *first, const char *second)
{
  zb_checker_add (scope->checker, level, rule, &zb_kind_meeting, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1), rule_key, first, second, NULL);
}

/* Columns 0 and 1 are the meeting's id and title in every statement here. */

/* Service is no meeting: nobody owes a reason for not coming, and there are no minutes of it. */

/* 应到 but not there, and nobody wrote why: the names, meeting by meeting. */
static gboolean
check_absent (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT m.id, m.title, count(*), group_concat(a.name, '、') FROM meeting m JOIN attendance a ON a.meeting = m.id "
    "WHERE m.withdrawn = 0 AND m.held_on IS NOT NULL AND m.kind <> 'service' AND a.withdrawn = 0 AND a.expected = 1 AND a.reason IS NULL "
    "AND (a.state IS NULL OR a.state = 'excused' OR a.state = 'absent')", " GROUP BY m.id", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    {
      g_auto(GStrv) names = g_strsplit (zb_stmt_text (stmt, 3), "、", MAX_NAMES + 1);
      g_autofree char *some = NULL;

      if (g_strv_length (names) > MAX_NAMES)
        {
          g_free (names[MAX_NAMES]);
          names[MAX_NAMES] = g_strdup ("…");
        }
      some = g_strjoinv ("、", names);
      find_meeting (scope, ZB_FINDING_WARNING, "absent-without-reason", stmt, NULL, zb_stmt_text (stmt, 2), some);
    }
  return row == 0;
}

static gboolean
check_minutes (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT m.id, m.title, m.chair, m.recorder, m.contents, m.chair_person, m.recorder_person FROM meeting m "
    "WHERE m.withdrawn = 0 AND m.held_on IS NOT NULL AND m.kind <> 'service' AND (m.chair IS NULL OR m.recorder IS NULL OR m.contents IS NULL OR m.chair = m.recorder)",
    "", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    {
      const char *chair = zb_stmt_text (stmt, 2), *recorder = zb_stmt_text (stmt, 3);

      if (chair == NULL || recorder == NULL)
        find_meeting (scope, ZB_FINDING_WARNING, chair == NULL ? "no-chair" : "no-recorder", stmt, NULL, NULL, NULL);
      /* Two people of one name are two people. */
      else if (strcmp (chair, recorder) == 0 && sqlite3_column_int64 (stmt, 5) == sqlite3_column_int64 (stmt, 6))
        find_meeting (scope, ZB_FINDING_WARNING, "chair-is-recorder", stmt, NULL, chair, NULL);
      if (zb_stmt_text (stmt, 4) == NULL)
        find_meeting (scope, ZB_FINDING_WARNING, "no-contents", stmt, NULL, NULL, NULL);
    }
  return row == 0;
}

/* Somebody who was no full member on the day stands among the voters. */
static gboolean
check_voters (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT m.id, m.title, a.name, p.confirmed_on FROM meeting m JOIN attendance a ON a.meeting = m.id JOIN person p ON p.id = a.person "
    "WHERE m.withdrawn = 0 AND m.held_on IS NOT NULL AND a.withdrawn = 0 AND a.voter = 1 AND p.joined_on IS NOT NULL "
    "AND ((p.confirmed_on IS NULL AND p.category = 'probationary') OR p.confirmed_on > m.held_on)", "", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    find_meeting (scope, ZB_FINDING_ERROR, "probationer-votes", stmt, "resolution.majority", zb_stmt_text (stmt, 2), zb_stmt_text (stmt, 3));
  return row == 0;
}

/* Nobody can tell whether who is not in the registry may vote. */
static gboolean
check_unknown_voters (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT m.id, m.title, a.name FROM meeting m JOIN attendance a ON a.meeting = m.id "
    "WHERE m.withdrawn = 0 AND m.held_on IS NOT NULL AND a.withdrawn = 0 AND a.voter = 1 AND a.person IS NULL", "", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    find_meeting (scope, ZB_FINDING_WARNING, "voter-unknown", stmt, "resolution.majority", zb_stmt_text (stmt, 2), NULL);
  return row == 0;
}

/* An assembly decides on the confirmation when the probation is over, or the extension; the committee may look before. */
static gboolean
check_confirmations (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT m.id, m.title, p.name, m.held_on, p.joined_on, p.probation_until, p.entry_kind FROM meeting m JOIN resolution r ON r.meeting = m.id "
    "JOIN person p ON p.id = r.person WHERE m.withdrawn = 0 AND m.held_on IS NOT NULL AND m.kind = 'assembly' AND r.withdrawn = 0 "
    "AND r.kind = 'confirmation' AND p.joined_on IS NOT NULL", "", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    {
      ZbDate held = ZB_DATE_NONE, joined = ZB_DATE_NONE, due = ZB_DATE_NONE;
      g_autofree char *text = NULL;

      zb_date_parse (zb_stmt_text (stmt, 3), &held, NULL);
      zb_date_parse (zb_stmt_text (stmt, 4), &joined, NULL);
      if (!zb_date_parse (zb_stmt_text (stmt, 5), &due, NULL))
        due = zb_date_add_months (joined, 12 * (int) zb_rules_value (scope->checker->rules, "probation.length", held));
      text = zb_date_to_text (due);
      if (zb_date_is_before (held, due) && !zb_has_no_probation (joined, zb_stmt_text (stmt, 6)))
        zb_checker_add (scope->checker, ZB_FINDING_ERROR, "confirmed-too-early", &zb_kind_meeting, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1),
                        "probation.length", zb_stmt_text (stmt, 2), zb_stmt_text (stmt, 3), zb_stmt_text (stmt, 4), text, NULL);
    }
  return row == 0;
}

static void
find_figures (const Scope *scope, const char *rule, ZbStmt *stmt, guint given, guint counted)
{
  g_autofree char *given_text = g_strdup_printf ("%u", given);
  g_autofree char *counted_text = g_strdup_printf ("%u", counted);

  find_meeting (scope, ZB_FINDING_WARNING, rule, stmt, NULL, given_text, counted_text);
}

/* Of these each person is voted on alone; an election and an award may be of many, and have their list in the subject. */
static gboolean
is_about_somebody (ZbDecision decision)
{
  return decision == ZB_DECISION_ADMISSION || decision == ZB_DECISION_CONFIRMATION || decision == ZB_DECISION_EXTENSION
         || decision == ZB_DECISION_DISQUALIFICATION;
}

static gboolean
check_one_vote (const Scope *scope, ZbStmt *stmt, const ZbRecord *resolution, GError **error)
{
  static const struct { ZbVoteFault fault; const char *rule; } faults[] = {
    { ZB_VOTE_MISSING, "vote-without-figures" }, { ZB_VOTE_MORE_PRESENT, "more-voters-than-entitled" }, { ZB_VOTE_MORE_VOTES, "more-votes-than-voters" },
    { ZB_VOTE_FEWER_VOTES, "votes-missing" }, { ZB_VOTE_WRITTEN, "written-in-election" },
  };
  ZbDate day = ZB_DATE_NONE;
  ZbMeetingCount count;
  ZbVoteResult result;
  ZbVote vote;

  zb_date_parse (zb_stmt_text (stmt, 3), &day, NULL);
  if (!zb_meetings_vote (scope->checker->db, resolution, &vote, error) || !zb_meetings_count (scope->checker->db, sqlite3_column_int64 (stmt, 0), &count, error))
    return FALSE;
  zb_vote_count (&vote, scope->checker->rules, day, &result);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (result.faults & faults[i].fault)
      find_meeting (scope, faults[i].fault == ZB_VOTE_MISSING || faults[i].fault == ZB_VOTE_FEWER_VOTES ? ZB_FINDING_WARNING : ZB_FINDING_ERROR,
                    faults[i].rule, stmt, result.majority_rule, zb_record_title (resolution), NULL);
  if (count.voters > 0 && vote.entitled >= 0 && (guint) vote.entitled != count.voters)
    find_figures (scope, "voters-differ", stmt, (guint) vote.entitled, count.voters);
  /* Fewer may vote than came: somebody left before. More only when the roll was not called to its end. */
  if (count.voters > 0 && count.unmarked == 0 && vote.present > (int) count.voters_present)
    find_figures (scope, "voters-present-differ", stmt, (guint) vote.present, count.voters_present);
  if (is_about_somebody (vote.decision) && zb_record_get (resolution, "person") == NULL)
    find_meeting (scope, ZB_FINDING_WARNING, "vote-without-person", stmt, result.majority_rule, zb_record_title (resolution), NULL);
  return TRUE;
}

static gboolean
check_votes (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT m.id, m.title, r.id, m.held_on FROM meeting m JOIN resolution r ON r.meeting = m.id "
    "WHERE m.withdrawn = 0 AND m.held_on IS NOT NULL AND r.withdrawn = 0", "", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    {
      g_autoptr(ZbRecord) resolution = zb_records_get (scope->checker->db, &zb_kind_resolution, sqlite3_column_int64 (stmt, 2), FALSE, error);

      if (resolution == NULL || !check_one_vote (scope, stmt, resolution, error))
        return FALSE;
    }
  return row == 0;
}

/* 支委会 proposes, 小组 discusses, 大会 decides: what comes first deals with the same person only after what follows it
 * did. A group keeps its meetings under its own name, below the branch. */
static gboolean
check_flow (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT m.id, m.title, m.kind, r.subject, c.held_on FROM meeting m JOIN resolution r ON r.meeting = m.id JOIN organization o ON o.id = m.org "
    "JOIN resolution q ON q.person = r.person AND q.kind = r.kind AND q.id <> r.id JOIN meeting c ON c.id = q.meeting JOIN organization p ON p.id = c.org "
    "WHERE m.withdrawn = 0 AND m.held_on IS NOT NULL AND r.withdrawn = 0 AND r.person IS NOT NULL AND q.withdrawn = 0 AND c.withdrawn = 0 "
    "AND ((m.kind = 'assembly' AND c.kind IN ('committee', 'group')) OR (m.kind = 'group' AND c.kind = 'committee')) AND c.held_on > m.held_on "
    "AND CASE o.kind WHEN 'group' THEN o.parent ELSE o.id END = CASE p.kind WHEN 'group' THEN p.parent ELSE p.id END", "", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    find_meeting (scope, ZB_FINDING_WARNING, strcmp (zb_stmt_text (stmt, 2), "group") == 0 ? "group-before-committee" : "assembly-before-committee", stmt,
                  NULL, zb_stmt_text (stmt, 3), zb_stmt_text (stmt, 4));
  return row == 0;
}

/* Who swears was accepted before, and is not confirmed yet; only 入党宣誓 asks for that. */
static gboolean
check_oaths (const Scope *scope, GError **error)
{
  g_autoptr(ZbStmt) stmt = borrow (scope,
    "SELECT m.id, m.title, s.name, p.joined_on, p.confirmed_on, coalesce(m.held_on, m.planned_on) FROM meeting m JOIN ceremony c ON c.meeting = m.id "
    "JOIN ceremony_person s ON s.ceremony = c.id JOIN person p ON p.id = s.person WHERE m.withdrawn = 0 AND c.withdrawn = 0 AND c.type = 'oath' "
    "AND s.withdrawn = 0 AND s.role = 'swearer' AND (p.joined_on IS NULL OR p.joined_on > coalesce(m.held_on, m.planned_on) "
    "OR p.confirmed_on <= coalesce(m.held_on, m.planned_on))", "", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (scope->checker->db, stmt, error)) == 1)
    {
      const char *joined = zb_stmt_text (stmt, 3), *on = zb_stmt_text (stmt, 5);
      gboolean early = joined == NULL || g_strcmp0 (joined, on) > 0;

      find_meeting (scope, early ? ZB_FINDING_ERROR : ZB_FINDING_WARNING, early ? "oath-before-admission" : "oath-after-confirmation", stmt, NULL,
                    zb_stmt_text (stmt, 2), early ? joined != NULL ? joined : "—" : zb_stmt_text (stmt, 4));
    }
  return row == 0;
}

/* Not of one meeting */

/* 优秀 at most a third of those appraised in a branch and year. */
static gboolean
check_appraisals (ZbChecker *checker, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
    "SELECT a.org, a.year, sum(a.grade = 'outstanding'), count(a.grade), o.name FROM appraisal a JOIN organization o ON o.id = a.org "
    "WHERE a.withdrawn = 0 GROUP BY a.org, a.year", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      ZbDate day = { (gint16) sqlite3_column_int (stmt, 1), 12, 31 };
      int best = sqlite3_column_int (stmt, 2), all = sqlite3_column_int (stmt, 3);
      g_autofree char *best_text = g_strdup_printf ("%d", best), *all_text = g_strdup_printf ("%d", all);
      g_autofree char *year = g_strdup_printf ("%d", day.year);

      /* The share stands in the table with four digits: a third of 30 is 10. */
      if (all > 0 && best > all * zb_rules_value (checker->rules, "appraisal.outstanding_max", day) + 0.01)
        zb_checker_add (checker, ZB_FINDING_WARNING, "too-many-outstanding", &zb_kind_organization, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 4),
                        "appraisal.outstanding_max", year, best_text, all_text, NULL);
    }
  return row == 0;
}

/* The months of a gap as people read them: 3月, 1—3月. */
static char *
gaps_of (const ZbYearRow *row)
{
  GString *out = g_string_new (NULL);

  for (guint month = 0; month < 12; month += row->period)
    {
      if (row->cells[month] != ZB_DUTY_GAP)
        continue;
      if (row->period == 1)
        g_string_append_printf (out, "%s%u月", out->len > 0 ? "、" : "", month + 1);
      else
        g_string_append_printf (out, "%s%u—%u月", out->len > 0 ? "、" : "", month + 1, month + row->period);
    }
  return g_string_free (out, FALSE);
}

static gboolean
check_gaps (ZbChecker *checker, GError **error)
{
  g_autoptr(GPtrArray) rows = zb_year_matrix (checker->db, 0, checker->as_of.year, checker->as_of, error);
  g_autofree char *year = g_strdup_printf ("%d", checker->as_of.year);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ZbYearRow *row = g_ptr_array_index (rows, i);
      const ZbCodeTable *kinds = zb_code_table_get ("meeting_kind");
      g_autofree char *gaps = row->period > 0 ? gaps_of (row) : g_strdup ("");
      g_autofree char *title = NULL;

      if (*gaps == '\0')
        continue;
      title = zb_records_title (checker->db, &zb_kind_organization, row->org);
      zb_checker_add (checker, ZB_FINDING_WARNING, "meeting-missing", &zb_kind_organization, row->org, title, zb_duty_rule (row->kind),
                      kinds->codes[row->kind].label, year, gaps, NULL);
    }
  return rows != NULL;
}

static gboolean
check_meetings (const Scope *scope, GError **error)
{
  return check_absent (scope, error) && check_minutes (scope, error) && zb_check_copies (scope->checker, scope->meeting, error) && zb_check_presences (scope->checker, scope->meeting, error)
         && check_voters (scope, error) && check_unknown_voters (scope, error) && check_votes (scope, error) && check_confirmations (scope, error) && check_flow (scope, error)
         && zb_check_numbers (scope->checker, scope->meeting, error) && check_oaths (scope, error);
}

/* A registry that keeps no meetings yet is not told that they are missing. */
static gboolean
keeps_meetings (ZbDb *db, GError **error)
{
  return zb_db_int (db, "SELECT 1 FROM meeting WHERE withdrawn = 0 LIMIT 1", 0, error) == 1;
}

gboolean
zb_check_life (ZbChecker *checker, GError **error)
{
  Scope scope = { checker, 0 };
  GError *failure = NULL;

  if (!keeps_meetings (checker->db, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      return failure == NULL;
    }
  return check_meetings (&scope, error) && check_appraisals (checker, error) && check_gaps (checker, error);
}

GPtrArray *
zb_check_meeting (ZbDb *db, gint64 meeting, ZbDate as_of, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_finding_free);
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);
  ZbChecker checker = { db, as_of, rules, out, NULL, NULL };
  Scope scope = { &checker, meeting };

  return rules != NULL && check_meetings (&scope, error) ? g_steal_pointer (&out) : NULL;
}
