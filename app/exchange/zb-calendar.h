/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbCalendarEvent:
 * @uid: stays the same when the event is written again
 * @version: higher each time it was changed
 * @first, @last: its days; both complete, @last unknown: the same day
 * @begin, @end: minutes since midnight; −1 unknown: with @begin unknown it is of the whole day
 * @summary, @location, @description, @category: (nullable): texts, lines parted by `\n`
 * @is_cancelled: it was to be, and is not
 *
 * One event of a calendar, in Chinese time.
 */
typedef struct {
  char *uid;
  gint64 version;
  ZbDate first;
  ZbDate last;
  int begin;
  int end;
  char *summary;
  char *location;
  char *description;
  char *category;
  gboolean is_cancelled;
} ZbCalendarEvent;

void zb_calendar_event_free (ZbCalendarEvent *event);

/**
 * zb_calendar_text:
 * @events: (element-type ZbCalendarEvent)
 * @name: of the calendar
 * @stamp: when it is written, UTC, `YYYYMMDDTHHMMSSZ`
 *
 * The events as other calendars read them. Source: RFC 5545. Returns: (transfer full)
 */
char *zb_calendar_text (GPtrArray *events, const char *name, const char *stamp);

/**
 * zb_calendar_meetings:
 * @org: with what stands below it, 0: of the whole registry
 * @from, @to: days, @to not included; %ZB_DATE_NONE: no bound
 *
 * Meetings held, planned and cancelled, as far as their day is known.
 *
 * Returns: (transfer full) (element-type ZbCalendarEvent): by day
 */
GPtrArray *zb_calendar_meetings (ZbDb *db, gint64 org, ZbDate from, ZbDate to, GError **error);

/**
 * zb_calendar_write:
 * @path: file name; ends in .ics
 * @force: replace a file that has the name
 * @out_n: (out) (optional): how many meetings are in it
 * @error: EXISTS and other errors of files; nothing is left behind
 *
 * Writes the calendar of meetings into a file, whole or not at all, and notes it in the log of exports.
 */
gboolean zb_calendar_write (ZbDb *db, gint64 org, ZbDate from, ZbDate to, const char *path, gboolean force, guint *out_n, GError **error);

G_END_DECLS
