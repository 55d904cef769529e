/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-facts.h"
#include "exchange/paper/zb-meeting-words.h"
#include "store/life/zb-year.h"
#include "store/zb-records.h"
#include "store/zb-store-error.h"

/* 学习情况登记: what one person took part in during a year, and what was missed. */

enum { DAY, KIND, TITLE, FORM, LECTURER, READINGS, STATE, HOURS, NOTE };

static const ZbRowColumn columns[] = {
  [DAY] = { "day", "日期", 5.5, FALSE, TRUE },
  [KIND] = { "kind", "类型", 5, FALSE, FALSE },
  [TITLE] = { "title", "主题（会议名称）", 12, FALSE, FALSE },
  [FORM] = { "form", "学习形式", 4, FALSE, FALSE },
  [LECTURER] = { "lecturer", "主讲人", 4, FALSE, FALSE, NULL, TRUE },
  [READINGS] = { "readings", "学习内容", 10, FALSE, FALSE },
  [STATE] = { "state", "到会情况", 4, FALSE, FALSE },
  [HOURS] = { "hours", "学时", 3, TRUE, FALSE },
  [NOTE] = { "note", "补学情况", 8, FALSE, FALSE },
};

typedef struct {
  ZbRecord *row;     /* (owned) */
  ZbRecord *meeting; /* (owned) */
  ZbDate day;
} Attended;

static void
attended_free (Attended *attended)
{
  zb_record_free (attended->row);
  zb_record_free (attended->meeting);
  g_free (attended);
}

static int
compare_attended (gconstpointer a, gconstpointer b)
{
  const Attended *left = *(Attended *const *) a, *right = *(Attended *const *) b;
  int order = zb_date_compare (left->day, right->day);

  return order != 0 ? order : left->row->id < right->row->id ? -1 : 1;
}

static const ZbStudyEntry *
entry_of (GPtrArray *entries, gint64 attendance)
{
  for (guint i = 0; i < entries->len; i++)
    if (((ZbStudyEntry *) g_ptr_array_index (entries, i))->attendance == attendance)
      return g_ptr_array_index (entries, i);
  return NULL;
}

/* The meetings of the year that the person was expected at or came to, and those of earlier years made up in it. */
static gboolean
collect_attended (ZbDb *db, gint64 person, int year, GPtrArray *entries, GPtrArray *out, GError **error)
{
  g_autoptr(GPtrArray) rows = zb_meeting_parts (db, &zb_kind_attendance, "person", person, "meeting", error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      ZbRecord *row = g_ptr_array_index (rows, i);
      g_autoptr(ZbRecord) meeting = zb_records_get (db, &zb_kind_meeting, zb_record_get_int (row, "meeting"), FALSE, error);
      gboolean is_there = zb_record_get_int (row, "expected") == 1 || zb_record_get (row, "state") != NULL;
      Attended *attended;
      ZbDate day;

      if (meeting == NULL)
        return FALSE;
      day = zb_record_get_date (meeting, "held_on");
      if (meeting->withdrawn || strcmp (zb_text_words (row, "role"), "member") != 0
          || ((day.year != year || !is_there) && entry_of (entries, row->id) == NULL))
        continue;
      attended = g_new0 (Attended, 1);
      attended->row = g_steal_pointer (&rows->pdata[i]);
      attended->meeting = g_steal_pointer (&meeting);
      attended->day = day;
      g_ptr_array_add (out, attended);
    }
  g_ptr_array_sort (out, compare_attended);
  return rows != NULL;
}

static char *
made_up_words (const ZbRecord *row, const ZbStudyEntry *entry)
{
  g_autofree char *day = zb_date_to_print (zb_record_get_date (row, "made_up_on"));
  g_autofree char *hours = NULL;

  if (*day != '\0')
    return g_strdup_printf ("%s %s", day, zb_label_words (row, "made_up_how"));
  if (entry == NULL || entry->missed == 0)
    return NULL;
  hours = zb_hours_words (entry->missed);
  return g_strdup_printf ("未补学（%s学时）", hours);
}

static void
write_attended (ZbMadeRows *rows, const Attended *attended, const ZbStudyEntry *entry)
{
  char **cells = zb_made_rows_add (rows);

  cells[DAY] = zb_date_to_print (attended->day);
  cells[KIND] = g_strdup (zb_label_words (attended->meeting, "kind"));
  cells[TITLE] = g_strdup (zb_record_get (attended->meeting, "title"));
  cells[FORM] = g_strdup (zb_label_words (attended->meeting, "form"));
  cells[LECTURER] = g_strdup (zb_record_get (attended->meeting, "lecturer"));
  cells[READINGS] = g_strdup (zb_record_get (attended->meeting, "readings"));
  cells[STATE] = g_strdup (zb_label_words (attended->row, "state"));
  cells[HOURS] = zb_hours_words (entry != NULL ? entry->tenths : 0);
  cells[NOTE] = made_up_words (attended->row, entry);
}

/* Hours done, needed and lacking, as the year's table of the branch has them. */
static char *
person_total (ZbRosterWorld *world, const ZbMemberEntry *member, GPtrArray *entries)
{
  g_autoptr(GPtrArray) years = member->org != 0 ? zb_study_of_org (world->db, member->org, world->request->as_of, NULL) : NULL;
  int done = 0, missed = 0, needed = -1;
  g_autofree char *done_text = NULL;
  g_autofree char *missed_text = NULL;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      done += ((ZbStudyEntry *) g_ptr_array_index (entries, i))->tenths;
      missed += ((ZbStudyEntry *) g_ptr_array_index (entries, i))->missed;
    }
  for (guint i = 0; years != NULL && i < years->len; i++)
    if (((ZbStudyYear *) g_ptr_array_index (years, i))->person == member->id)
      needed = ((ZbStudyYear *) g_ptr_array_index (years, i))->needed;
  done_text = zb_hours_words (done);
  missed_text = zb_hours_words (missed);
  g_string_printf (out, "本年已完成 %s 学时", done_text);
  if (needed >= 0)
    {
      g_autofree char *needed_text = zb_hours_words (needed);
      g_autofree char *lacking = zb_hours_words (MAX (needed - done, 0));

      g_string_append_printf (out, "，应完成 %s 学时，差额 %s 学时", needed_text, lacking);
    }
  g_string_append_printf (out, "；未补学 %s 学时。", missed_text);
  return g_string_free (out, FALSE);
}

static void
set_person (ZbSheet *sheet, ZbRosterWorld *world, const ZbMemberEntry *member, GPtrArray *entries)
{
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  const char *branch = g_hash_table_lookup (names, &member->org);

  sheet->subject = g_strdup (member->name);
  g_free (sheet->note_left);
  sheet->note_left = g_strdup_printf ("所在党支部：%s", branch != NULL ? branch : "＿＿＿＿＿＿＿＿");
  g_free (sheet->total);
  sheet->total = person_total (world, member, entries);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  int year = world->request->from.year;
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_autoptr(GPtrArray) entries = everybody != NULL ? zb_study_of_person (world->db, world->request->subject, year, error) : NULL;
  g_autoptr(GPtrArray) attended = g_ptr_array_new_with_free_func ((GDestroyNotify) attended_free);
  ZbMemberEntry member = { 0 };
  ZbMadeRows *rows;
  int index;

  if (entries == NULL || !collect_attended (world->db, world->request->subject, year, entries, attended, error))
    return FALSE;
  index = zb_member_columns_find (everybody, world->request->subject);
  if (index < 0)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "no member #%" G_GINT64_FORMAT, world->request->subject);
      return FALSE;
    }
  zb_member_columns_get (everybody, (guint) index, &member);
  rows = zb_made_rows_new (sheet, &zb_row_source_study_person);
  for (guint i = 0; i < attended->len; i++)
    {
      const Attended *one = g_ptr_array_index (attended, i);

      write_attended (rows, one, entry_of (entries, one->row->id));
    }
  zb_made_rows_finish (rows);
  set_person (sheet, world, &member, entries);
  return TRUE;
}

const ZbRowSource zb_row_source_study_person = {
  .name = "study-person",
  .is_made = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
