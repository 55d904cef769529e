/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-clock.h"
#include "service/zb-demo-life.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/zb-records.h"

#define PICK(rand, list) ((list)[g_rand_int_range ((rand), 0, (gint32) G_N_ELEMENTS (list))])

/* Of a hundred people so many are in time, come late, are excused; the others are missing. */
enum { IN_TIME = 87, LATE = 90, EXCUSED = 98 };
/* Of a hundred absences so many are made up. */
#define MADE_UP 70

ZbDate
zb_demo_weekday (ZbDate day)
{
  GDate date;

  g_date_set_dmy (&date, day.day, (GDateMonth) day.month, (GDateYear) day.year);
  while (g_date_get_weekday (&date) >= G_DATE_SATURDAY)
    g_date_add_days (&date, 1);
  return (ZbDate) { (gint16) g_date_get_year (&date), (guint8) g_date_get_month (&date), (guint8) g_date_get_day (&date) };
}

gint64
zb_demo_record (ZbDemoLife *life, const ZbKind *kind, GError **error, ...)
{
  g_autoptr(ZbRecord) record = zb_record_new (kind);
  const char *field;
  va_list args;

  va_start (args, error);
  while ((field = va_arg (args, const char *)) != NULL)
    zb_record_set (record, field, va_arg (args, const char *));
  va_end (args);
  return zb_change_set_insert (life->set, record, error) ? record->id : 0;
}

static void
set_date (ZbRecord *record, const char *field, ZbDate day)
{
  g_autofree char *text = zb_date_to_text (day);

  zb_record_set (record, field, text);
}

/* Somebody who was not there: why, and mostly how he made up for it. */
static void
excuse (ZbDemoLife *life, const ZbRecord *meeting, ZbRecord *row, ZbDate day)
{
  static const char *const reasons[] = { "出差", "因病", "项目现场值班", "探亲", "参加上级培训", "孩子生病" };
  static const char *const ways[] = { "self", "visit", "class", "minutes" };
  ZbDate made_up = zb_date_add_days (day, g_rand_int_range (life->rand, 3, 15));

  zb_record_set (row, "reason", PICK (life->rand, reasons));
  if (zb_record_get (meeting, "hours") == NULL || zb_date_compare (made_up, life->today) > 0 || g_rand_int_range (life->rand, 0, 100) >= MADE_UP)
    return;
  set_date (row, "made_up_on", made_up);
  zb_record_set (row, "made_up_how", PICK (life->rand, ways));
  zb_record_set (row, "made_up_with", zb_record_get (meeting, "recorder"));
  zb_record_set (row, "made_up_hours", zb_record_get (meeting, "hours"));
}

static void
mark (ZbDemoLife *life, const ZbRecord *meeting, ZbRecord *row, ZbDate day, gboolean is_needed)
{
  int chance = is_needed ? 0 : g_rand_int_range (life->rand, 0, 100);

  zb_record_set (row, "state", chance < IN_TIME ? "present" : chance < LATE ? "late" : chance < EXCUSED ? "excused" : "absent");
  if (chance >= IN_TIME && chance < LATE)
    {
      g_autofree char *came = zb_clock_to_text (zb_clock_parse (zb_record_get (meeting, "started_at")) + g_rand_int_range (life->rand, 5, 20));

      zb_record_set (row, "arrived_at", came);
    }
  else if (chance >= LATE)
    excuse (life, meeting, row, day);
}

/* Chair and recorder are the first two of the roll, and there. */
static gboolean
hold (ZbDemoLife *life, ZbRecord *meeting, const ZbDemoMeeting *wanted, GError **error)
{
  static const char *const names[][2] = { { "chair", "chair_person" }, { "recorder", "recorder_person" } };
  g_autoptr(GPtrArray) rows = zb_meetings_parts (zb_change_set_db (life->set), &zb_kind_attendance, meeting->id, error);
  guint n = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      ZbRecord *row = g_ptr_array_index (rows, i);
      gboolean is_needed = n < G_N_ELEMENTS (names);

      if (zb_record_get_int (row, "expected") != 1)
        continue;
      if (is_needed)
        {
          zb_record_set (meeting, names[n][0], zb_record_get (row, "name"));
          zb_record_set (meeting, names[n][1], zb_record_get (row, "person"));
        }
      n++;
      mark (life, meeting, row, wanted->day, is_needed);
      if (!zb_change_set_update (life->set, row, error))
        return FALSE;
    }
  zb_record_set (meeting, "contents", wanted->contents);
  zb_record_set (meeting, "decisions", wanted->decisions);
  zb_record_set (meeting, "readings", wanted->readings);
  return rows != NULL && zb_change_set_update (life->set, meeting, error);
}

gint64
zb_demo_meet (ZbDemoLife *life, const ZbDemoMeeting *wanted, GError **error)
{
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  gboolean is_held = zb_date_compare (wanted->day, life->today) < 0;

  zb_record_set_int (meeting, "org", wanted->org);
  zb_record_set (meeting, "kind", wanted->kind);
  zb_record_set (meeting, "title", wanted->title);
  zb_record_set (meeting, "place", wanted->place);
  zb_record_set (meeting, "form", wanted->form);
  zb_record_set (meeting, "lecturer", wanted->lecturer);
  if (wanted->venue != 0)
    zb_record_set_int (meeting, "venue", wanted->venue);
  if (wanted->plan_item != 0)
    zb_record_set_int (meeting, "plan_item", wanted->plan_item);
  set_date (meeting, "planned_on", wanted->day);
  zb_record_set (meeting, "planned_at", wanted->begin);
  if (is_held)
    {
      set_date (meeting, "held_on", wanted->day);
      zb_record_set (meeting, "started_at", wanted->begin);
      zb_record_set (meeting, "ended_at", wanted->end);
    }
  if (!zb_meetings_add (life->set, meeting, error) || !zb_roll_fill (life->set, meeting->id, error) || (is_held && !hold (life, meeting, wanted, error)))
    return 0;
  return meeting->id;
}

gboolean
zb_demo_decide (ZbDemoLife *life, gint64 meeting, const char *kind, const char *subject, gint64 person, GError **error)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_resolution);
  gboolean abstains = g_rand_int_range (life->rand, 0, 4) == 0;
  ZbMeetingCount count;

  if (!zb_meetings_count (zb_change_set_db (life->set), meeting, &count, error))
    return FALSE;
  abstains = abstains && count.voters_present > count.voters / 2 + 1;
  zb_record_set_int (record, "meeting", meeting);
  zb_record_set (record, "number", "1");
  zb_record_set (record, "kind", kind);
  zb_record_set (record, "subject", subject);
  zb_record_set_int (record, "person", person);
  zb_record_set (record, "method", "secret");
  zb_record_set_int (record, "entitled", count.voters);
  zb_record_set_int (record, "present", count.voters_present);
  zb_record_set (record, "written", "0");
  zb_record_set_int (record, "votes_for", count.voters_present - abstains);
  zb_record_set (record, "votes_against", "0");
  zb_record_set (record, "abstained", abstains ? "1" : "0");
  return zb_change_set_insert (life->set, record, error);
}
