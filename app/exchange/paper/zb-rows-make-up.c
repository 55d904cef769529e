/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-meeting-words.h"
#include "exchange/paper/zb-record-rows.h"
#include "store/life/zb-attendance-list.h"
#include "store/zb-records.h"

/* 补学清单: who missed a study and has made it up or still has to. A meeting counts that credits hours, or is one of
 * study by its kind; who only missed a committee's meeting has nothing to make up. */

typedef struct {
  ZbRosterWorld *world;
  GArray *rows; /* (owned) (element-type gint64): ids of the attendance */
} Missed;

/* Attendance does not say where it belongs and when it was: its meeting does. */
typedef struct {
  GHashTable *meetings;  /* (owned): id → ZbRecord */
  GHashTable *org_names; /* (owned) */
  ZbOrgTree *tree;       /* (owned) */
} Known;

static void
known_free (gpointer data)
{
  Known *self = data;

  g_clear_pointer (&self->meetings, g_hash_table_unref);
  g_clear_pointer (&self->org_names, g_hash_table_unref);
  g_clear_pointer (&self->tree, zb_org_tree_unref);
  g_free (self);
}

static gboolean
is_study (const ZbAttendanceLine *line)
{
  switch (line->kind)
    {
    case ZB_MEETING_LECTURE:
    case ZB_MEETING_THEME_DAY:
    case ZB_MEETING_STUDY: return TRUE;
    /* Service is no study, however long it was. */
    case ZB_MEETING_SERVICE:
    case ZB_MEETING_COMMITTEE: return FALSE;
    case ZB_MEETING_ASSEMBLY:
    case ZB_MEETING_GROUP:
    case ZB_MEETING_LIFE:
    case ZB_MEETING_APPRAISAL:
    case ZB_MEETING_DEMOCRATIC_LIFE:
    case ZB_MEETING_CEREMONY:
    case ZB_MEETING_OTHER:
    case ZB_N_MEETING_KINDS:
    default: return line->meeting_hours > 0;
    }
}

static void
on_line (const ZbAttendanceLine *line, gpointer user_data)
{
  Missed *missed = user_data;

  if (line->expected && !line->came && (line->made_up || is_study (line)) && zb_roster_world_has_org (missed->world, line->org))
    g_array_append_val (missed->rows, line->attendance);
}

static char *
cell (gpointer data, const ZbRecord *row, const char *column, ZbDate day)
{
  Known *self = data;
  gint64 id = zb_record_get_int (row, "meeting");
  const ZbRecord *meeting = g_hash_table_lookup (self->meetings, &id);
  gint64 org = zb_record_get_int (meeting, "org");

  if (strcmp (column, "day") == 0)
    return zb_date_to_print (zb_record_get_date (meeting, "held_on"));
  if (strcmp (column, "meeting_kind") == 0)
    return g_strdup (zb_label_words (meeting, "kind"));
  if (strcmp (column, "org") == 0)
    return g_strdup (g_hash_table_lookup (self->org_names, &org));
  if (strcmp (column, "to_make_up") == 0)
    {
      const char *hours = zb_record_get (row, "hours") != NULL ? zb_record_get (row, "hours") : zb_record_get (meeting, "hours");

      return hours != NULL ? zb_hours_words ((int) g_ascii_strtoll (hours, NULL, 10)) : NULL;
    }
  if (strcmp (column, "done") == 0)
    return g_strdup (zb_record_get (row, "made_up_on") != NULL ? "已补学" : "未补学");
  return NULL;
}

/* Loads the rows and their meetings. Returns: (transfer full) (nullable): the rows */
static GPtrArray *
load (ZbDb *db, GArray *ids, GHashTable *meetings, GError **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);

  for (guint i = 0; i < ids->len; i++)
    {
      ZbRecord *row = zb_records_get (db, &zb_kind_attendance, g_array_index (ids, gint64, i), FALSE, error);
      ZbRecord *meeting;
      gint64 id;

      if (row == NULL)
        return NULL;
      g_ptr_array_add (records, row);
      id = zb_record_get_int (row, "meeting");
      if (g_hash_table_contains (meetings, &id))
        continue;
      if (!(meeting = zb_records_get (db, &zb_kind_meeting, id, FALSE, error)))
        return NULL;
      g_hash_table_insert (meetings, &meeting->id, meeting);
    }
  return g_steal_pointer (&records);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Missed missed = { world, ids };
  GPtrArray *records;
  ZbDate from, to;
  guint open = 0;
  Known *known;

  zb_roster_request_period (world->request, &from, &to);
  if (!zb_attendance_each (world->db, from, to, on_line, &missed, error))
    return FALSE;
  known = g_new0 (Known, 1);
  known->meetings = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) zb_record_free);
  known->tree = zb_org_tree_ref (world->tree);
  known->org_names = zb_roster_world_org_names (world);
  if (!(records = load (world->db, ids, known->meetings, error)))
    {
      known_free (known);
      return FALSE;
    }
  if (!zb_record_rows_set (sheet, world, records, NULL, cell, known, known_free, error))
    return FALSE;
  for (guint i = 0; i < sheet->n_rows; i++)
    open += zb_record_get (zb_record_rows_at (sheet, i), "made_up_on") == NULL;
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 人次，已补学 %u 人次，未补学 %u 人次。", sheet->n_rows, sheet->n_rows - open, open);
  return TRUE;
}

static const ZbRowColumn computed[] = {
  { "day", "会议日期", 5.5, FALSE, TRUE },
  { "meeting_kind", "会议类型", 5, FALSE, FALSE },
  { "org", "党支部", 7, FALSE, FALSE },
  { "to_make_up", "应补学时", 3.5, TRUE, FALSE },
  { "done", "完成情况", 4, FALSE, FALSE },
};

const ZbRowSource zb_row_source_make_up = {
  .name = "make-up",
  .columns = computed,
  .n_columns = G_N_ELEMENTS (computed),
  .list = list,
};
