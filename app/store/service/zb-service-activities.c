/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/service/zb-service-activities.h"

#include <string.h>

#include "core/zb-clock.h"
#include "core/service/zb-service.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/service/zb-service-hours.h"
#include "store/service/zb-teams.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"

/* An activity of several days takes no more than a season. */
#define MOST_DAYS 100

/* Making one */

static gboolean
is_on (GPtrArray *roll, gint64 person)
{
  for (guint i = 0; i < roll->len; i++)
    if (zb_record_get_int (g_ptr_array_index (roll, i), "person") == person)
      return TRUE;
  return FALSE;
}

static gboolean
sign_up (ZbChangeSet *set, gint64 meeting, const gint64 *people, guint n_people, GError **error)
{
  g_autoptr(GPtrArray) roll = zb_meetings_parts (zb_change_set_db (set), &zb_kind_attendance, meeting, error);

  for (guint i = 0; roll != NULL && i < n_people; i++)
    {
      gboolean is_again = is_on (roll, people[i]);

      for (guint k = 0; k < i && !is_again; k++)
        is_again = people[k] == people[i];
      if (!is_again && !zb_roll_add (set, meeting, people[i], NULL, "member", NULL, error))
        return FALSE;
    }
  return roll != NULL;
}

static gboolean
give_shift (ZbChangeSet *set, gint64 meeting, const gint64 *people, guint n_people, const char *shift, GError **error)
{
  g_autoptr(GPtrArray) roll = zb_meetings_parts (zb_change_set_db (set), &zb_kind_attendance, meeting, error);

  for (guint i = 0; roll != NULL && i < roll->len; i++)
    {
      ZbRecord *row = g_ptr_array_index (roll, i);
      gboolean is_meant = FALSE;

      for (guint k = 0; k < n_people; k++)
        is_meant = is_meant || zb_record_get_int (row, "person") == people[k];
      if (!is_meant || g_strcmp0 (zb_record_get (row, "shift"), shift) == 0)
        continue;
      zb_record_set (row, "shift", shift);
      if (!zb_change_set_update (set, row, error))
        return FALSE;
    }
  return roll != NULL;
}

static gboolean
is_shift (const ZbRecord *activity, const char *shift)
{
  g_auto(GStrv) shifts = zb_service_shifts (zb_record_get (activity, "shifts"));

  return shifts[0] == NULL || g_strv_contains ((const char *const *) shifts, shift);
}

gboolean
zb_service_activities_sign_up (ZbChangeSet *set, gint64 activity, const gint64 *people, guint n_people, const char *shift, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) record = zb_records_get (db, &zb_kind_service_activity, activity, FALSE, error);
  g_autoptr(ZbRecord) meeting = record != NULL ? zb_records_get (db, &zb_kind_meeting, zb_record_get_int (record, "meeting"), FALSE, error) : NULL;

  if (meeting == NULL)
    return FALSE;
  if (g_strcmp0 (zb_record_get (meeting, "state"), "cancelled") == 0)
    return zb_step_refuse (error, "meeting-cancelled", NULL);
  if (!zb_meetings_has_day (meeting))
    return zb_step_refuse (error, "no-day-yet", NULL);
  if (shift != NULL && !is_shift (record, shift))
    return zb_step_refuse (error, "no-such-shift", shift, NULL);
  return sign_up (set, meeting->id, people, n_people, error) && (shift == NULL || give_shift (set, meeting->id, people, n_people, shift, error));
}

/* Those of the activity's team on its day. */
static gboolean
sign_up_team (ZbChangeSet *set, const ZbRecord *meeting, const ZbRecord *activity, GError **error)
{
  ZbDate day = zb_record_get_date (meeting, zb_record_get (meeting, "held_on") != NULL ? "held_on" : "planned_on");
  g_autoptr(GArray) people = NULL;

  if (zb_record_get (activity, "team") == NULL || !zb_meetings_has_day (meeting))
    return TRUE;
  people = zb_teams_people (zb_change_set_db (set), zb_record_get_int (activity, "team"), day, error);
  return people != NULL && sign_up (set, meeting->id, (const gint64 *) people->data, people->len, error);
}

gboolean
zb_service_activities_set_up (ZbChangeSet *set, ZbRecord *activity, const gint64 *people, guint n_people, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) meeting = zb_records_get (db, &zb_kind_meeting, zb_record_get_int (activity, "meeting"), FALSE, error);

  if (meeting == NULL)
    return FALSE;
  if (zb_record_get (activity, "title") == NULL)
    zb_record_set (activity, "title", zb_record_title (meeting));
  if (zb_record_get (activity, "responsible") == NULL)
    zb_record_set (activity, "responsible", zb_record_get (meeting, "chair"));
  return zb_record_check (activity, error) && zb_change_set_insert (set, activity, error)
         && sign_up (set, meeting->id, people, n_people, error);
}

gboolean
zb_service_activities_add (ZbChangeSet *set, ZbRecord *meeting, ZbRecord *activity, const gint64 *people, guint n_people, gboolean everybody, GError **error)
{
  zb_record_set (meeting, "kind", "service");
  if (zb_record_get (meeting, "title") == NULL)
    zb_record_set (meeting, "title", zb_record_get (activity, "title"));
  if (zb_record_get (meeting, "chair") == NULL)
    zb_record_set (meeting, "chair", zb_record_get (activity, "responsible"));
  if (!zb_meetings_add (set, meeting, error))
    return FALSE;
  zb_record_set_int (activity, "meeting", meeting->id);
  return (!everybody || zb_roll_fill_everybody (set, meeting->id, error)) && zb_service_activities_set_up (set, activity, people, n_people, error)
         && (everybody || n_people > 0 || sign_up_team (set, meeting, activity, error));
}

ZbRecord *
zb_service_activities_of_meeting (ZbDb *db, gint64 meeting, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  g_autoptr(GPtrArray) found = zb_records_list (db, &zb_kind_service_activity, "meeting", id, FALSE, error);

  return found != NULL && found->len > 0 ? zb_record_copy (g_ptr_array_index (found, 0)) : NULL;
}

/* Crediting hours */

typedef struct {
  ZbChangeSet *set;
  const ZbServiceCredit *credit;
  ZbRecord *activity; /* (owned) */
  ZbRecord *meeting;  /* (owned) */
  GPtrArray *roll;    /* (owned) */
  GPtrArray *there;   /* (owned): hours that are credited already */
  const char *begin;
  const char *end;
  const char *by;
  guint written;
} Crediting;

static void
crediting_clear (Crediting *self)
{
  g_clear_pointer (&self->activity, zb_record_free);
  g_clear_pointer (&self->meeting, zb_record_free);
  g_clear_pointer (&self->roll, g_ptr_array_unref);
  g_clear_pointer (&self->there, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Crediting, crediting_clear)

static const char *
first_of (const char *one, const char *two)
{
  return one != NULL ? one : two;
}

static gboolean
load (Crediting *self, gint64 activity, GError **error)
{
  ZbDb *db = zb_change_set_db (self->set);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, activity);

  if (!(self->activity = zb_records_get (db, &zb_kind_service_activity, activity, FALSE, error))
      || !(self->meeting = zb_records_get (db, &zb_kind_meeting, zb_record_get_int (self->activity, "meeting"), FALSE, error))
      || !(self->roll = zb_meetings_parts (db, &zb_kind_attendance, self->meeting->id, error))
      || !(self->there = zb_records_list (db, &zb_kind_service_hours, "activity", id, FALSE, error)))
    return FALSE;
  self->begin = first_of (self->credit->started_at, zb_record_get (self->meeting, "started_at"));
  self->end = first_of (self->credit->ended_at, zb_record_get (self->meeting, "ended_at"));
  self->by = first_of (first_of (self->credit->confirmed_by, zb_record_get (self->activity, "responsible")),
                       first_of (zb_record_get (self->meeting, "recorder"), zb_record_get (self->meeting, "chair")));
  return TRUE;
}

static gboolean
may_credit (Crediting *self, GError **error)
{
  const char *held = zb_record_get (self->meeting, "held_on"), *planned = zb_record_get (self->meeting, "planned_on");

  if (g_strcmp0 (zb_record_get (self->meeting, "state"), "cancelled") == 0)
    return zb_step_refuse (error, "meeting-cancelled", NULL);
  if (held == NULL)
    return planned != NULL ? zb_step_refuse (error, "not-done-yet", planned, NULL) : zb_step_refuse (error, "no-day-yet", NULL);
  if (self->begin != NULL && self->end != NULL && zb_clock_parse (self->end) <= zb_clock_parse (self->begin))
    return zb_step_refuse (error, "ends-before", self->end, self->begin, NULL);
  if (self->credit->tenths < 0)
    return zb_step_refuse (error, "hours-not-positive", NULL);
  if (self->credit->tenths == 0 && zb_service_measured (self->begin, self->end) == 0)
    return zb_step_refuse (error, "which-hours", NULL);
  return self->by != NULL || zb_step_refuse (error, "who-confirms", NULL);
}

static gboolean
has_hours (Crediting *self, gint64 person, const char *on)
{
  for (guint i = 0; i < self->there->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (self->there, i);

      if (zb_record_get_int (row, "person") == person && zb_record_get (row, "corrects") == NULL && g_strcmp0 (zb_record_get (row, "on"), on) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
came (const ZbRecord *row)
{
  const char *state = zb_record_get (row, "state");

  return zb_record_get (row, "person") != NULL && (g_strcmp0 (state, "present") == 0 || g_strcmp0 (state, "late") == 0);
}

/* Who came late served from then on; the clock of the roll is that of the first day. */
static const char *
begin_of (Crediting *self, const ZbRecord *row, gboolean is_first_day)
{
  const char *arrived = zb_record_get (row, "arrived_at");
  gboolean is_late = is_first_day && g_strcmp0 (zb_record_get (row, "state"), "late") == 0 && arrived != NULL && self->begin != NULL;

  return is_late && strcmp (arrived, self->begin) > 0 ? arrived : self->begin;
}

static gboolean
write_hours (Crediting *self, const ZbRecord *row, const char *on, gboolean is_first_day, GError **error)
{
  const char *begin = begin_of (self, row, is_first_day);
  gint64 tenths = self->credit->tenths > 0 ? self->credit->tenths : zb_service_measured (begin, self->end);
  g_autoptr(ZbRecord) hours = zb_record_new (&zb_kind_service_hours);

  /* Came when it was over. */
  if (tenths <= 0)
    return TRUE;
  zb_record_set_int (hours, "person", zb_record_get_int (row, "person"));
  zb_record_set (hours, "on", on);
  zb_record_set_int (hours, "hours", tenths);
  zb_record_set (hours, "contents", zb_record_title (self->activity));
  zb_record_set (hours, "place", zb_record_get (self->meeting, "place"));
  zb_record_set (hours, "source", "measured");
  if (begin != NULL && self->end != NULL && strcmp (begin, self->end) < 0)
    {
      zb_record_set (hours, "started_at", begin);
      zb_record_set (hours, "ended_at", self->end);
    }
  zb_record_set (hours, "confirmed_by", self->by);
  zb_record_set_int (hours, "activity", self->activity->id);
  self->written++;
  return zb_change_set_insert (self->set, hours, error);
}

static gboolean
credit_day (Crediting *self, ZbDate day, gboolean is_first_day, GError **error)
{
  g_autofree char *on = zb_date_to_text (day);

  for (guint i = 0; i < self->roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (self->roll, i);

      if (came (row) && !has_hours (self, zb_record_get_int (row, "person"), on) && !write_hours (self, row, on, is_first_day, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
zb_service_activities_credit (ZbChangeSet *set, gint64 activity, const ZbServiceCredit *credit, guint *out_n, GError **error)
{
  g_auto(Crediting) self = { .set = set, .credit = credit };
  gboolean somebody = FALSE;
  ZbDate first, last;

  if (!load (&self, activity, error) || !may_credit (&self, error))
    return FALSE;
  for (guint i = 0; i < self.roll->len; i++)
    somebody = somebody || came (g_ptr_array_index (self.roll, i));
  if (!somebody)
    return zb_step_refuse (error, "nobody-came", NULL);
  first = zb_record_get_date (self.meeting, "held_on");
  last = zb_record_get_date (self.meeting, "held_until");
  if (!zb_date_is_complete (first) || !zb_date_is_complete (last))
    last = first;
  if (!credit_day (&self, first, TRUE, error))
    return FALSE;
  for (guint i = 1; i < MOST_DAYS && zb_date_compare (zb_date_add_days (first, (int) i - 1), last) < 0; i++)
    if (!credit_day (&self, zb_date_add_days (first, (int) i), FALSE, error))
      return FALSE;
  if (out_n != NULL)
    *out_n = self.written;
  return TRUE;
}

/* Taking them back */

gboolean
zb_service_activities_uncredit (ZbChangeSet *set, gint64 activity, const char *why, const char *by, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, activity);
  g_autoptr(GPtrArray) rows = zb_records_list (db, &zb_kind_service_hours, "activity", id, FALSE, error);
  guint n = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (rows, i);
      gint64 left = 0;

      if (zb_record_get (row, "corrects") != NULL)
        continue;
      if (!zb_service_hours_left (db, row->id, &left, error) || (left > 0 && !zb_service_hours_correct (set, row->id, 0, why, by, NULL, error)))
        return FALSE;
      n += left > 0;
    }
  return rows != NULL && (n > 0 || zb_step_refuse (error, "nothing-to-correct", NULL));
}

gboolean
zb_service_activities_check_gone (ZbDb *db, gint64 activity, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT coalesce (sum (hours), 0) FROM service_hours WHERE activity = ?1 AND withdrawn = 0", error);
  g_autofree char *hours = NULL;
  gint64 tenths;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, activity);
  if (zb_db_step (db, stmt, error) != 1)
    return FALSE;
  tenths = sqlite3_column_int64 (stmt, 0);
  hours = zb_service_hours_text (tenths);
  return tenths <= 0 || zb_step_refuse (error, "hours-credited", hours, NULL);
}

/* Signs up the team, or everybody of the organisation. */
static gboolean
enrol (ZbStepRun *run, gboolean everybody, GError **error)
{
  g_autoptr(ZbRecord) activity = zb_records_get (run->db, &zb_kind_service_activity, run->id, FALSE, error);
  g_autoptr(ZbRecord) meeting = activity != NULL ? zb_records_get (run->db, &zb_kind_meeting, zb_record_get_int (activity, "meeting"), FALSE, error) : NULL;

  if (meeting == NULL)
    return FALSE;
  if (everybody)
    return zb_roll_fill_everybody (run->set, meeting->id, error);
  if (zb_record_get (activity, "team") == NULL)
    return zb_step_refuse (error, "no-team", NULL);
  return (zb_meetings_has_day (meeting) || zb_step_refuse (error, "no-day-yet", NULL)) && sign_up_team (run->set, meeting, activity, error);
}

gboolean
zb_step_apply_service_activity (ZbStepRun *run, GError **error)
{
  ZbServiceCredit credit = { zb_step_id (run, "hours"), zb_step_value (run, "started_at"), zb_step_value (run, "ended_at"), zb_step_value (run, "by") };

  gint64 person = zb_step_id (run, "person");

  if (strcmp (run->step->name, "enrol") == 0)
    return zb_service_activities_sign_up (run->set, run->id, &person, 1, zb_step_value (run, "shift"), error);
  if (strcmp (run->step->name, "uncredit") == 0)
    return zb_service_activities_uncredit (run->set, run->id, zb_step_value (run, "why"), zb_step_value (run, "by"), error);
  if (strcmp (run->step->name, "credit") != 0)
    return enrol (run, strcmp (run->step->name, "enrol-all") == 0, error);
  return zb_service_activities_credit (run->set, run->id, &credit, NULL, error);
}
