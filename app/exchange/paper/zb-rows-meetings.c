/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-meeting-words.h"
#include "exchange/paper/zb-record-rows.h"
#include "store/life/zb-meeting-list.h"
#include "store/life/zb-meetings.h"
#include "store/zb-records.h"

/* 会议台账: what was held, with the figures of the roll. */

static char *
time_words (const ZbRecord *meeting)
{
  const char *begin = zb_text_words (meeting, "started_at"), *end = zb_text_words (meeting, "ended_at");

  if (*begin != '\0' && *end != '\0')
    return g_strdup_printf ("%s—%s", begin, end);
  return g_strdup (*begin != '\0' ? begin : end);
}

static char *
cell (gpointer data, const ZbRecord *meeting, const char *column, ZbDate day)
{
  ZbDb *db = data;
  ZbMeetingCount count;

  if (strcmp (column, "time") == 0)
    return time_words (meeting);
  if (!zb_meetings_count (db, meeting->id, &count, NULL))
    return NULL;
  /* A meeting without a roll says nothing about people. */
  if (strcmp (column, "observing") == 0)
    return count.observers > 0 ? g_strdup_printf ("%u", count.observers) : NULL;
  if (count.expected == 0)
    return NULL;
  if (strcmp (column, "expected") == 0)
    return g_strdup_printf ("%u", count.expected);
  if (strcmp (column, "present") == 0)
    return g_strdup_printf ("%u", count.present);
  if (strcmp (column, "excused") == 0)
    return g_strdup_printf ("%u", count.excused);
  return strcmp (column, "absent") == 0 ? g_strdup_printf ("%u", count.absent) : NULL;
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_autoptr(GPtrArray) lines = NULL;
  ZbDate from, to;

  zb_roster_request_period (world->request, &from, &to);
  lines = zb_meetings_list (world->db, world->request->org, from, zb_date_add_days (to, 1), error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      ZbRecord *record = zb_records_get (world->db, &zb_kind_meeting, ((ZbMeetingLine *) g_ptr_array_index (lines, i))->id, FALSE, error);

      if (record == NULL)
        g_clear_pointer (&lines, g_ptr_array_unref);
      else
        g_ptr_array_add (records, record);
    }
  if (lines == NULL)
    {
      g_ptr_array_unref (records);
      return FALSE;
    }
  if (!zb_record_rows_set (sheet, world, records, "org", cell, world->db, NULL, error))
    return FALSE;
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 次。", sheet->n_rows);
  return TRUE;
}

static const ZbRowColumn computed[] = {
  { "time", "时间", 5.5, FALSE, FALSE },
  { "expected", "应到", 2.5, TRUE, FALSE },
  { "present", "实到", 2.5, TRUE, FALSE },
  { "excused", "请假", 2.5, TRUE, FALSE },
  { "absent", "缺席", 2.5, TRUE, FALSE },
  { "observing", "列席人数", 3, TRUE, FALSE },
};

const ZbRowSource zb_row_source_meetings = {
  .name = "meetings",
  .columns = computed,
  .n_columns = G_N_ELEMENTS (computed),
  .list = list,
};
