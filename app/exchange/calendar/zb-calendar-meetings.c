/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/zb-calendar.h"

#include <string.h>

#include "core/zb-clock.h"
#include "core/zb-codes.h"
#include "exchange/paper/zb-new-file.h"
#include "store/life/zb-meeting-list.h"
#include "store/life/zb-meetings.h"
#include "store/zb-export-log.h"
#include "store/zb-records.h"

static void
describe (GString *out, const ZbKind *kind, const char *field, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, "%s%s：%s", out->len > 0 ? "\n" : "", zb_kind_field (kind, field)->heading, text);
}

/* What a person wants to know of the meeting in the calendar; no contents, no names of those who came. */
static char *
description_of (ZbDb *db, const ZbRecord *meeting)
{
  static const char *const fields[] = { "chair", "lecturer", "observers", "readings", "cancelled_why" };
  g_autoptr(GPtrArray) agenda = zb_meetings_parts (db, &zb_kind_agenda_item, meeting->id, NULL);
  g_autofree char *org = zb_records_title (db, &zb_kind_organization, zb_record_get_int (meeting, "org"));
  GString *out = g_string_new (NULL);

  describe (out, meeting->kind, "org", org);
  describe (out, meeting->kind, "kind", zb_code_label (zb_code_table_get ("meeting_kind"), zb_record_get (meeting, "kind")));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    describe (out, meeting->kind, fields[i], zb_record_get (meeting, fields[i]));
  for (guint i = 0; agenda != NULL && i < agenda->len; i++)
    describe (out, &zb_kind_agenda_item, "title", zb_record_title (g_ptr_array_index (agenda, i)));
  return g_string_free (out, FALSE);
}

/* The place as it was written, and the address of a venue. */
static char *
location_of (ZbDb *db, const ZbRecord *meeting)
{
  const char *place = zb_record_get (meeting, "place");
  g_autoptr(ZbRecord) venue = zb_record_get (meeting, "venue") != NULL
    ? zb_records_get (db, &zb_kind_venue, zb_record_get_int (meeting, "venue"), FALSE, NULL) : NULL;
  const char *address = venue != NULL ? zb_record_get (venue, "address") : NULL;

  if (place == NULL && venue != NULL)
    place = zb_record_title (venue);
  return address != NULL ? g_strdup_printf ("%s（%s）", place, address) : g_strdup (place);
}

static ZbCalendarEvent *
event_of (ZbDb *db, const ZbRecord *meeting)
{
  gboolean is_held = zb_record_get (meeting, "held_on") != NULL;
  ZbCalendarEvent *event = g_new0 (ZbCalendarEvent, 1);

  event->uid = g_strdup (meeting->uid);
  event->version = meeting->version;
  event->first = zb_record_get_date (meeting, is_held ? "held_on" : "planned_on");
  event->last = is_held ? zb_record_get_date (meeting, "held_until") : ZB_DATE_NONE;
  event->begin = zb_clock_parse (zb_record_get (meeting, zb_record_get (meeting, "started_at") != NULL ? "started_at" : "planned_at"));
  event->end = zb_clock_parse (zb_record_get (meeting, "ended_at"));
  event->summary = g_strdup (zb_record_title (meeting));
  event->location = location_of (db, meeting);
  event->description = description_of (db, meeting);
  event->category = g_strdup (zb_code_label (zb_code_table_get ("meeting_kind"), zb_record_get (meeting, "kind")));
  event->is_cancelled = g_strcmp0 (zb_record_get (meeting, "state"), "cancelled") == 0;
  return event;
}

GPtrArray *
zb_calendar_meetings (ZbDb *db, gint64 org, ZbDate from, ZbDate to, GError **error)
{
  g_autoptr(GPtrArray) lines = zb_meetings_list (db, org, from, to, error);
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_calendar_event_free);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const ZbMeetingLine *line = g_ptr_array_index (lines, i);
      g_autoptr(ZbRecord) meeting = NULL;

      if (!zb_date_is_complete (line->day))
        continue;
      if (!(meeting = zb_records_get (db, &zb_kind_meeting, line->id, FALSE, error)))
        return NULL;
      g_ptr_array_add (events, event_of (db, meeting));
    }
  return lines != NULL ? g_steal_pointer (&events) : NULL;
}

gboolean
zb_calendar_write (ZbDb *db, gint64 org, ZbDate from, ZbDate to, const char *path, gboolean force, guint *out_n, GError **error)
{
  g_autoptr(GPtrArray) events = zb_calendar_meetings (db, org, from, to, error);
  g_autofree char *org_name = org != 0 ? zb_records_title (db, &zb_kind_organization, org) : NULL;
  g_autofree char *name = g_strdup_printf ("%s会议", org_name != NULL ? org_name : "");
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *text = events != NULL ? zb_calendar_text (events, name, stamp) : NULL;
  g_autoptr(ZbNewFile) file = text != NULL ? zb_new_file_begin (path, force, error) : NULL;

  if (file == NULL || !zb_new_file_write (file, text, strlen (text), error) || !zb_new_file_commit (file, error))
    return FALSE;
  /* The file is there; a registry that cannot note it (read-only, full) does not take it back. */
  if (!zb_db_is_read_only (db))
    zb_export_log_add (db, "calendar", "ics", events->len, NULL, NULL);
  if (out_n != NULL)
    *out_n = events->len;
  return TRUE;
}
