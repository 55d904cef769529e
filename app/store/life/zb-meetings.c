/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-meetings.h"

#include <string.h>

#include "core/life/zb-study.h"
#include "core/zb-clock.h"
#include "core/zb-codes.h"
#include "store/life/zb-meeting-numbers.h"
#include "store/life/zb-roll.h"
#include "store/service/zb-service-activities.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

static ZbDate
date_of (const ZbRecord *record, const char *field)
{
  ZbDate date = ZB_DATE_NONE;

  zb_date_parse (zb_record_get (record, field), &date, NULL);
  return date;
}

gboolean
zb_meetings_has_day (const ZbRecord *meeting)
{
  return zb_meeting_on (meeting) != NULL;
}

/* Checks */

/* What was held was held on a day. Within a day; that days follow each other is declared with the kind. */
static gboolean
check_times (const ZbRecord *meeting, GError **error)
{
  int begin = zb_clock_parse (zb_record_get (meeting, "started_at")), end = zb_clock_parse (zb_record_get (meeting, "ended_at"));

  if (zb_record_get (meeting, "held_until") == NULL && begin >= 0 && end >= 0 && end < begin)
    return zb_step_refuse (error, "ends-before", zb_record_get (meeting, "ended_at"), zb_record_get (meeting, "started_at"), NULL);
  if (g_strcmp0 (zb_record_get (meeting, "state"), "held") == 0 && zb_record_get (meeting, "held_on") == NULL)
    return zb_step_refuse (error, "no-day-yet", NULL);
  return TRUE;
}

/* What follows from the rest */

/* Hours by the rule, for what was held and has a beginning and an end. */
static gboolean
give_hours (ZbDb *db, ZbRecord *meeting, GError **error)
{
  int begin = zb_clock_parse (zb_record_get (meeting, "started_at")), end = zb_clock_parse (zb_record_get (meeting, "ended_at"));
  ZbDate first = date_of (meeting, "held_on"), last = date_of (meeting, "held_until");
  g_autoptr(ZbRules) rules = NULL;
  int days = 1, tenths;

  /* Service has hours of its own. */
  if (zb_record_get (meeting, "hours") != NULL || !zb_date_is_complete (first) || g_strcmp0 (zb_record_get (meeting, "kind"), "service") == 0)
    return TRUE;
  for (ZbDate day = first; zb_date_is_complete (last) && zb_date_compare (day, last) < 0 && days < 366; day = zb_date_add_days (day, 1))
    days++;
  if (!(rules = zb_rules_load (db, error)))
    return FALSE;
  tenths = zb_study_hours (days, begin >= 0 && end >= begin ? end - begin : -1, rules, first);
  if (tenths > 0)
    zb_record_set_int (meeting, "hours", tenths);
  return TRUE;
}

gint64
zb_meetings_person_named (ZbDb *db, gint64 org, const char *name)
{
  g_autoptr(ZbStmt) here = zb_db_borrow (db,
    "SELECT min (p.id), count (DISTINCT p.id) FROM person p JOIN membership m ON m.person = p.id "
    "WHERE p.name = ?1 AND p.withdrawn = 0 AND m.withdrawn = 0 AND m.ended_by IS NULL AND (m.org = ?2 OR m.\"group\" = ?2)", NULL);
  g_autoptr(ZbStmt) anywhere = zb_db_borrow (db, "SELECT min (id), count (*) FROM person WHERE name = ?1 AND withdrawn = 0", NULL);
  ZbStmt *const statements[] = { here, anywhere };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (statements[i] == NULL)
        continue;
      zb_stmt_bind_text (statements[i], 1, name);
      if (i == 0)
        sqlite3_bind_int64 (statements[i], 2, org);
      if (zb_db_step (db, statements[i], NULL) == 1 && sqlite3_column_int (statements[i], 1) == 1)
        return sqlite3_column_int64 (statements[i], 0);
    }
  return 0;
}

gint64
zb_meetings_next (ZbDb *db, gint64 org, ZbDate day, GError **error)
{
  g_autofree char *from = zb_date_to_text (day);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT id FROM meeting WHERE withdrawn = 0 AND state = 'planned' AND planned_on >= ?1 "
                                             "AND (?2 = 0 OR org = ?2) ORDER BY planned_on, started_at, id LIMIT 1", error);

  if (stmt == NULL)
    return 0;
  zb_stmt_bind_text (stmt, 1, from);
  sqlite3_bind_int64 (stmt, 2, org);
  return zb_db_step (db, stmt, error) == 1 ? sqlite3_column_int64 (stmt, 0) : 0;
}

/* A name that was changed no longer means who it meant before. */
static void
give_people (ZbDb *db, ZbRecord *meeting, const ZbRecord *old)
{
  static const char *const fields[][2] = {
    { "chair", "chair_person" }, { "recorder", "recorder_person" }, { "lecturer", "lecturer_person" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *name = zb_record_get (meeting, fields[i][0]);
      gint64 person;

      if (old != NULL && g_strcmp0 (name, zb_record_get (old, fields[i][0])) == 0)
        continue;
      if (old == NULL && zb_record_get (meeting, fields[i][1]) != NULL)
        continue;
      person = name != NULL ? zb_meetings_person_named (db, zb_record_get_int (meeting, "org"), name) : 0;
      if (person != 0)
        zb_record_set_int (meeting, fields[i][1], person);
      else
        zb_record_set (meeting, fields[i][1], NULL);
    }
}

gboolean
zb_meetings_add (ZbChangeSet *set, ZbRecord *record, GError **error)
{
  ZbDb *db = zb_change_set_db (set);

  if (!check_times (record, error))
    return FALSE;
  if (zb_record_get (record, "state") == NULL)
    zb_record_set (record, "state", zb_record_get (record, "held_on") != NULL ? "held" : "planned");
  if (zb_record_get (record, "org") == NULL || zb_record_get (record, "kind") == NULL)
    return zb_change_set_insert (set, record, error);
  if (!zb_meeting_give_number (db, record, error) || !give_hours (db, record, error))
    return FALSE;
  zb_meeting_give_title (record);
  give_people (db, record, NULL);
  return zb_change_set_insert (set, record, error);
}

gboolean
zb_meetings_update (ZbChangeSet *set, ZbRecord *record, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) old = zb_records_get (db, &zb_kind_meeting, record->id, FALSE, error);

  if (old == NULL || !check_times (record, error))
    return FALSE;
  if (zb_record_get (record, "held_on") != NULL && g_strcmp0 (zb_record_get (record, "state"), "planned") == 0)
    zb_record_set (record, "state", "held");
  give_people (db, record, old);
  return zb_meeting_follow_number (db, record, old, error) && give_hours (db, record, error) && zb_change_set_update (set, record, error);
}

/* What is cancelled or has yet to come credits no hours. */
static gboolean
check_hours (const ZbStepRun *run, gint64 meeting, GError **error)
{
  GError *failure = NULL;
  g_autoptr(ZbRecord) activity = zb_service_activities_of_meeting (run->db, meeting, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return activity == NULL || zb_service_activities_check_gone (run->db, activity->id, error);
}

gboolean
zb_step_finish_meeting (const ZbStepRun *run, ZbRecord *record, GError **error)
{
  if (strcmp (run->step->name, "hold") != 0 && !check_hours (run, record->id, error))
    return FALSE;
  if (strcmp (run->step->name, "hold") == 0)
    zb_record_set (record, "held_on", run->on);
  else if (strcmp (run->step->name, "cancel") == 0)
    zb_record_set (record, "cancelled_why", zb_step_value (run, "reason"));
  else
    {
      /* The day goes back to the plan. */
      if (zb_record_get (record, "planned_on") == NULL)
        zb_record_set (record, "planned_on", zb_record_get (record, "held_on"));
      zb_record_set (record, "held_on", NULL);
      zb_record_set (record, "held_until", NULL);
      zb_record_set (record, "cancelled_why", NULL);
    }
  return zb_meetings_update (run->set, record, error)
         && (strcmp (run->step->name, "cancel") == 0 || zb_meeting_on (record) == NULL || zb_roll_fill (run->set, record->id, error));
}

gboolean
zb_meetings_renumber_year (ZbChangeSet *set, gint64 org, int year, guint *out_changed, GError **error)
{
  const ZbCodeTable *kinds = zb_code_table_get ("meeting_kind");
  guint changed = 0, all = 0;

  for (guint i = 0; i < kinds->n_codes; i++, all += changed)
    if (!zb_meetings_renumber (set, org, kinds->codes[i].code, year, &changed, error))
      return FALSE;
  if (out_changed != NULL)
    *out_changed = all;
  return TRUE;
}

/* Made from others */

static void
copy_fields (const ZbRecord *from, ZbRecord *to, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    zb_record_set (to, fields[i], zb_record_get (from, fields[i]));
}

static gboolean
copy_roll (ZbChangeSet *set, gint64 from, gint64 to, GError **error)
{
  static const char *const fields[] = {
    "person", "seat", "name", "place_of", "post", "role", "why", "expected", "voter", "state", "reason", "arrived_at", NULL
  };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, from);
  g_autoptr(GPtrArray) rows = zb_records_list (zb_change_set_db (set), &zb_kind_attendance, "meeting", id, FALSE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr(ZbRecord) row = zb_record_new (&zb_kind_attendance);

      copy_fields (g_ptr_array_index (rows, i), row, fields);
      zb_record_set_int (row, "meeting", to);
      if (!zb_change_set_insert (set, row, error))
        return FALSE;
    }
  return rows != NULL;
}

gboolean
zb_meetings_add_beside (ZbChangeSet *set, gint64 meeting, const char *kind, gint64 *out_id, GError **error)
{
  static const char *const fields[] = {
    "org", "planned_on", "planned_at", "held_on", "held_until", "place", "venue", "chair", "recorder", "observers", "campaign", NULL
  };
  g_autoptr(ZbRecord) first = zb_records_get (zb_change_set_db (set), &zb_kind_meeting, meeting, FALSE, error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);

  if (first == NULL)
    return FALSE;
  copy_fields (first, record, fields);
  zb_record_set (record, "kind", kind);
  zb_record_set_int (record, "occasion", zb_record_get (first, "occasion") != NULL ? zb_record_get_int (first, "occasion") : meeting);
  if (!zb_meetings_add (set, record, error))
    return FALSE;
  *out_id = record->id;
  /* A committee's meeting has another roll than the assembly it is held beside. */
  if (strcmp (kind, "committee") == 0 || strcmp (zb_record_get (first, "kind"), "committee") == 0)
    return zb_meeting_on (record) == NULL || zb_roll_fill (set, record->id, error);
  return copy_roll (set, meeting, record->id, error);
}

gboolean
zb_meetings_from_plan (ZbChangeSet *set, gint64 plan_item, ZbDate day, gint64 *out_id, GError **error)
{
  static const char *const fields[] = { "org", "kind", "title", "form", NULL };
  g_autoptr(ZbRecord) item = zb_records_get (zb_change_set_db (set), &zb_kind_plan_item, plan_item, FALSE, error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);
  g_autofree char *text = zb_date_to_text (day);

  if (item == NULL)
    return FALSE;
  copy_fields (item, record, fields);
  zb_record_set_int (record, "plan_item", plan_item);
  zb_record_set (record, "planned_on", text);
  if (!zb_meetings_add (set, record, error))
    return FALSE;
  *out_id = record->id;
  return zb_roll_fill (set, record->id, error);
}

/* Parts */

static gint64
number_of (const ZbRecord *part)
{
  return zb_kind_field (part->kind, "seat") != NULL ? zb_record_get_int (part, "seat")
         : zb_kind_field (part->kind, "number") != NULL ? zb_record_get_int (part, "number") : 0;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const ZbRecord *left = *(ZbRecord *const *) a, *right = *(ZbRecord *const *) b;
  gint64 one = number_of (left), two = number_of (right);

  return one != two ? (one < two ? -1 : 1) : left->id < right->id ? -1 : left->id > right->id;
}

GPtrArray *
zb_meetings_parts (ZbDb *db, const ZbKind *kind, gint64 meeting, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  GPtrArray *parts = zb_records_list (db, kind, "meeting", id, FALSE, error);

  if (parts != NULL)
    g_ptr_array_sort (parts, compare_parts);
  return parts;
}

/* Figures */

void
zb_meeting_count_add (ZbMeetingCount *count, const char *role, gboolean expected, gboolean voter, const char *state)
{
  gboolean came = g_strcmp0 (state, "present") == 0 || g_strcmp0 (state, "late") == 0;
  gboolean is_excused = g_strcmp0 (state, "excused") == 0;

  if (strcmp (role, "member") != 0)
    {
      count->observers += strcmp (role, "observer") == 0;
      count->guests += strcmp (role, "guest") == 0;
      return;
    }
  count->voters += voter;
  count->voters_present += came && voter;
  if (!expected)
    {
      count->extra += came;
      return;
    }
  count->expected++;
  count->present += came;
  count->late += g_strcmp0 (state, "late") == 0;
  count->excused += is_excused;
  count->absent += !came && !is_excused;
  count->unmarked += state == NULL;
}

gboolean
zb_meetings_count (ZbDb *db, gint64 meeting, ZbMeetingCount *out, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT role, expected, voter, state FROM attendance WHERE meeting = ?1 AND withdrawn = 0", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  *out = (ZbMeetingCount) { 0 };
  sqlite3_bind_int64 (stmt, 1, meeting);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    zb_meeting_count_add (out, zb_stmt_text (stmt, 0), sqlite3_column_int (stmt, 1) == 1, sqlite3_column_int (stmt, 2) == 1, zb_stmt_text (stmt, 3));
  return row == 0;
}

static int
figure (const ZbRecord *record, const char *field)
{
  return zb_record_get (record, field) != NULL ? (int) zb_record_get_int (record, field) : -1;
}

gboolean
zb_meetings_vote (ZbDb *db, const ZbRecord *resolution, ZbVote *out, GError **error)
{
  g_autoptr(ZbRecord) meeting = zb_records_get (db, &zb_kind_meeting, zb_record_get_int (resolution, "meeting"), FALSE, error);
  int kind = zb_code_index (zb_code_table_get ("decision_kind"), zb_record_get (resolution, "kind"));

  if (meeting == NULL)
    return FALSE;
  *out = (ZbVote) {
    .decision = kind >= 0 ? (ZbDecision) kind : ZB_DECISION_MATTER,
    .in_committee = g_strcmp0 (zb_record_get (meeting, "kind"), "committee") == 0,
    .entitled = figure (resolution, "entitled"),
    .present = figure (resolution, "present"),
    .written = figure (resolution, "written"),
    .votes_for = figure (resolution, "votes_for"),
    .votes_against = figure (resolution, "votes_against"),
    .abstained = figure (resolution, "abstained"),
  };
  return TRUE;
}
