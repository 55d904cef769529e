/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-meeting-words.h"

#include "core/zb-codes.h"

ZbDate
zb_meeting_day (const ZbRecord *meeting)
{
  ZbDate day = zb_record_get_date (meeting, "held_on");

  return zb_date_is_set (day) ? day : zb_record_get_date (meeting, "planned_on");
}

char *
zb_day_words (ZbDate day)
{
  if (!zb_date_is_set (day))
    return g_strdup ("");
  if (day.month == 0)
    return g_strdup_printf ("%d年", day.year);
  return day.day != 0 ? g_strdup_printf ("%d年%d月%d日", day.year, day.month, day.day) : g_strdup_printf ("%d年%d月", day.year, day.month);
}

const char *
zb_weekday_words (ZbDate day)
{
  static const char *const names[] = { "", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日" };
  GDate date;

  if (!zb_date_is_complete (day))
    return "";
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day.day, (GDateMonth) day.month, (GDateYear) day.year);
  return names[g_date_get_weekday (&date)];
}

static void
append_day (GString *out, ZbDate day)
{
  g_autofree char *words = zb_day_words (day);

  g_string_append (out, words);
  if (zb_date_is_complete (day))
    g_string_append_printf (out, "（%s）", zb_weekday_words (day));
}

char *
zb_meeting_planned_words (const ZbRecord *meeting)
{
  GString *out = g_string_new (NULL);
  const char *day = zb_record_get (meeting, "planned_on") == NULL && zb_record_get (meeting, "planned_at") != NULL ? "held_on" : "planned_on";

  /* An hour says nothing without its day; entered afterwards, it is that of the day on which it was held. */
  append_day (out, zb_record_get_date (meeting, day));
  g_string_append (out, zb_text_words (meeting, "planned_at"));
  return g_string_free (out, FALSE);
}

char *
zb_meeting_time_words (const ZbRecord *meeting)
{
  ZbDate first = zb_record_get_date (meeting, "held_on"), last = zb_record_get_date (meeting, "held_until");
  const char *begin = zb_text_words (meeting, "started_at"), *end = zb_text_words (meeting, "ended_at");
  GString *out;

  if (!zb_date_is_set (first))
    return zb_meeting_planned_words (meeting);
  out = g_string_new (NULL);
  append_day (out, first);
  g_string_append (out, begin);
  if (zb_date_is_set (last) && zb_date_compare (first, last) != 0)
    {
      g_string_append (out, "至");
      append_day (out, last);
      g_string_append (out, end);
    }
  else if (*end != '\0')
    g_string_append_printf (out, "—%s", end);
  return g_string_free (out, FALSE);
}

char *
zb_hours_words (int tenths)
{
  return tenths % 10 == 0 ? g_strdup_printf ("%d", tenths / 10) : g_strdup_printf ("%d.%d", tenths / 10, tenths % 10);
}

const char *
zb_label_words (const ZbRecord *record, const char *field)
{
  return zb_code_label (zb_code_table_get (zb_kind_field (record->kind, field)->codes), zb_record_get (record, field));
}

const char *
zb_text_words (const ZbRecord *record, const char *field)
{
  const char *text = zb_record_get (record, field);

  return text != NULL ? text : "";
}
