/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-meeting-facts.h"

#include "exchange/paper/zb-meeting-words.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

static int
compare_parts (gconstpointer a, gconstpointer b, gpointer order)
{
  const ZbRecord *left = *(ZbRecord *const *) a, *right = *(ZbRecord *const *) b;
  gint64 one = 0, two = 0;

  if (order != NULL)
    {
      one = zb_record_get (left, order) != NULL ? zb_record_get_int (left, order) : G_MAXINT64;
      two = zb_record_get (right, order) != NULL ? zb_record_get_int (right, order) : G_MAXINT64;
    }
  return one != two ? (one < two ? -1 : 1) : left->id < right->id ? -1 : left->id > right->id;
}

GPtrArray *
zb_meeting_parts (ZbDb *db, const ZbKind *kind, const char *link, gint64 id, const char *order, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  GPtrArray *parts = zb_records_list (db, kind, link, text, FALSE, error);

  if (parts != NULL)
    g_ptr_array_sort_with_data (parts, compare_parts, (gpointer) order);
  return parts;
}

ZbMeetingFacts *
zb_meeting_facts_load (ZbDb *db, gint64 meeting, ZbDate today, GError **error)
{
  g_autoptr(ZbMeetingFacts) self = g_new0 (ZbMeetingFacts, 1);
  ZbDate day;

  if (!(self->meeting = zb_records_get (db, &zb_kind_meeting, meeting, FALSE, error)))
    return NULL;
  if (self->meeting->withdrawn)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "meeting #%" G_GINT64_FORMAT " was taken back", meeting);
      return NULL;
    }
  day = zb_meeting_day (self->meeting);
  if (!(self->tree = zb_org_tree_load (db, zb_date_is_set (day) ? day : today, TRUE, error))
      || !(self->roll = zb_meeting_parts (db, &zb_kind_attendance, "meeting", meeting, "seat", error))
      || !(self->agenda = zb_meeting_parts (db, &zb_kind_agenda_item, "meeting", meeting, "number", error))
      || !(self->resolutions = zb_meeting_parts (db, &zb_kind_resolution, "meeting", meeting, "number", error)))
    return NULL;
  self->org = zb_org_tree_get (self->tree, zb_record_get_int (self->meeting, "org"));
  return g_steal_pointer (&self);
}

void
zb_meeting_facts_free (ZbMeetingFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->meeting, zb_record_free);
  g_clear_pointer (&self->tree, zb_org_tree_unref);
  g_clear_pointer (&self->roll, g_ptr_array_unref);
  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  g_clear_pointer (&self->resolutions, g_ptr_array_unref);
  g_free (self);
}

const char *
zb_meeting_facts_org_name (const ZbMeetingFacts *self)
{
  return self->org != NULL ? self->org->name : "";
}

const char *
zb_meeting_facts_org_short (const ZbMeetingFacts *self)
{
  return self->org != NULL ? zb_org_short (self->org) : "";
}

void
zb_meeting_facts_head (const ZbMeetingFacts *self, ZbSheet *sheet)
{
  const char *reporter = sheet->request->reporter != NULL ? sheet->request->reporter : zb_meeting_facts_org_name (self);
  g_autofree char *day = zb_day_words (zb_meeting_day (self->meeting));

  g_free (sheet->subject);
  sheet->subject = g_strdup (zb_text_words (self->meeting, "title"));
  g_free (sheet->note_left);
  sheet->note_left = g_strdup_printf ("填报单位：%s（盖章）", reporter);
  g_free (sheet->note_right);
  sheet->note_right = g_strdup_printf ("时间：%s", *day != '\0' ? day : "　　　　年　　月　　日");
}
