/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/zb-calendar.h"

/* Octets of a line without its end (RFC 5545, 3.1). */
#define LINE_OCTETS 75

void
zb_calendar_event_free (ZbCalendarEvent *event)
{
  g_free (event->uid);
  g_free (event->summary);
  g_free (event->location);
  g_free (event->description);
  g_free (event->category);
  g_free (event);
}

/* One content line, folded between characters. */
static void
add_line (GString *out, const char *line)
{
  gsize octets = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      if (octets + length > LINE_OCTETS)
        {
          g_string_append (out, "\r\n ");
          octets = 1;
        }
      g_string_append_len (out, p, (gssize) length);
      octets += length;
    }
  g_string_append (out, "\r\n");
}

static void
add (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GString *out, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  add_line (out, line);
}

/* A text value: what means something to calendars is escaped, what cannot be printed is left out. */
static void
add_text (GString *out, const char *name, const char *text)
{
  g_autoptr(GString) line = NULL;

  if (text == NULL || *text == '\0')
    return;
  line = g_string_new (name);
  g_string_append_c (line, ':');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (*p)
      {
      case '\\': g_string_append (line, "\\\\"); break;
      case ';': g_string_append (line, "\\;"); break;
      case ',': g_string_append (line, "\\,"); break;
      case '\n': g_string_append (line, "\\n"); break;
      default:
        if (*p == '\t' || !g_unichar_iscntrl (g_utf8_get_char (p)))
          g_string_append_unichar (line, g_utf8_get_char (p));
      }
  add_line (out, line->str);
}

static void
add_day (GString *out, const char *name, ZbDate day)
{
  add (out, "%s;VALUE=DATE:%04d%02d%02d", name, day.year, day.month, day.day);
}

static void
add_moment (GString *out, const char *name, ZbDate day, int minutes)
{
  add (out, "%s;TZID=Asia/Shanghai:%04d%02d%02dT%02d%02d00", name, day.year, day.month, day.day, minutes / 60, minutes % 60);
}

/* When it begins and ends. An end that is not known is left out: none is invented. */
static void
add_times (GString *out, const ZbCalendarEvent *event)
{
  ZbDate last = zb_date_is_complete (event->last) ? event->last : event->first;
  gboolean several = zb_date_compare (last, event->first) > 0;

  if (event->begin < 0 || (several && event->end < 0))
    {
      /* The day behind the last one: ends are not part of an event. */
      add_day (out, "DTSTART", event->first);
      add_day (out, "DTEND", zb_date_add_days (last, 1));
      return;
    }
  add_moment (out, "DTSTART", event->first, event->begin);
  if (several || event->end > event->begin)
    add_moment (out, "DTEND", last, event->end);
}

static void
add_event (GString *out, const ZbCalendarEvent *event, const char *stamp)
{
  add (out, "BEGIN:VEVENT");
  add (out, "UID:%s", event->uid);
  add (out, "DTSTAMP:%s", stamp);
  add (out, "SEQUENCE:%" G_GINT64_FORMAT, MAX (event->version - 1, 0));
  add_times (out, event);
  add_text (out, "SUMMARY", event->summary);
  add_text (out, "LOCATION", event->location);
  add_text (out, "DESCRIPTION", event->description);
  add_text (out, "CATEGORIES", event->category);
  add (out, "STATUS:%s", event->is_cancelled ? "CANCELLED" : "CONFIRMED");
  add (out, "END:VEVENT");
}

char *
zb_calendar_text (GPtrArray *events, const char *name, const char *stamp)
{
  /* China keeps one time, without summer time since 1991. */
  static const char *const zone[] = {
    "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19920101T000000", "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST",
    "END:STANDARD", "END:VTIMEZONE",
  };
  GString *out = g_string_new (NULL);

  add (out, "BEGIN:VCALENDAR");
  add (out, "VERSION:2.0");
  add (out, "PRODID:-//Zhibu//Zhibu %s//ZH", PACKAGE_VERSION);
  add (out, "CALSCALE:GREGORIAN");
  add (out, "METHOD:PUBLISH");
  add_text (out, "X-WR-CALNAME", name);
  for (guint i = 0; i < G_N_ELEMENTS (zone); i++)
    add_line (out, zone[i]);
  for (guint i = 0; i < events->len; i++)
    add_event (out, g_ptr_array_index (events, i), stamp);
  add (out, "END:VCALENDAR");
  return g_string_free (out, FALSE);
}
