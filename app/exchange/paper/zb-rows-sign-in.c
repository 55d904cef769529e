/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-facts.h"
#include "exchange/paper/zb-meeting-words.h"
#include "exchange/paper/zb-people-list.h"
#include "store/life/zb-meetings.h"
#include "store/zb-member-reader.h"

/* 签到表: a row a person to sign in, numbered as the roll is, so that “缺 3 7 12” can be read off it afterwards. Of a meeting, or,
 * where none is entered, of any list of people. */

enum { SEAT, NAME, UNIT, REMARK };

static const ZbRowColumn columns[] = {
  [SEAT] = { "seat", "序号", 2.5, TRUE, FALSE },
  [NAME] = { "name", "姓名", 5, FALSE, FALSE, NULL, TRUE },
  [UNIT] = { "unit", "职务（支部）", 8, FALSE, FALSE },
  [REMARK] = { "remark", "备注", 5, FALSE, FALSE },
};

/* Rows that stand on a page in one block. */
#define ROWS_ON_A_PAGE 22
#define MOST_BLOCKS 3

/* What is known before anybody signs, or was marked since. */
static char *
remark_of (const ZbRecord *row)
{
  const char *role = zb_text_words (row, "role"), *state = zb_text_words (row, "state"), *reason = zb_record_get (row, "reason");
  gboolean is_member = strcmp (role, "member") == 0;

  if (strcmp (state, "present") != 0 && *state != '\0')
    return reason != NULL ? g_strdup_printf ("%s：%s", zb_label_words (row, "state"), reason) : g_strdup (zb_label_words (row, "state"));
  if (!is_member)
    return g_strdup (strcmp (role, "observer") == 0 ? "列席" : "来宾");
  return g_strdup (zb_record_get_int (row, "expected") == 1 ? zb_text_words (row, "note") : "免于应到");
}

static gboolean
several_places (GPtrArray *roll)
{
  for (guint i = 1; i < roll->len; i++)
    if (g_strcmp0 (zb_record_get (g_ptr_array_index (roll, i), "place_of"), zb_record_get (g_ptr_array_index (roll, 0), "place_of")) != 0)
      return TRUE;
  return FALSE;
}

static char *
unit_of (const ZbRecord *row, gboolean with_place)
{
  const char *post = zb_text_words (row, "post"), *place = with_place ? zb_text_words (row, "place_of") : "";

  if (*post != '\0' && *place != '\0')
    return g_strdup_printf ("%s（%s）", post, place);
  return g_strdup (*post != '\0' ? post : place);
}

/* In how many blocks, when there are as many people. */
static void
set_blocks (ZbSheet *sheet, guint n_people)
{
  const ZbRosterRequest *request = sheet->request;
  guint n = n_people + zb_roster_request_blank_rows (request);

  sheet->blocks = request->blocks > 0 ? MIN (request->blocks, MOST_BLOCKS) : n > ROWS_ON_A_PAGE ? 2 : 1;
  /* One block leaves room for the posts. */
  sheet->several = sheet->blocks == 1;
}

/* Rows for those who come without being expected, and as many as fill the last line of blocks. */
static void
add_blank_rows (ZbSheet *sheet, ZbMadeRows *rows)
{
  guint n = zb_roster_request_blank_rows (sheet->request);

  for (guint i = 0; i < n || (n > 0 && zb_made_rows_size (rows) % sheet->blocks != 0); i++)
    zb_made_rows_add (rows)[REMARK] = g_strdup ("列席");
}

static void
add_rows (ZbMadeRows *rows, GPtrArray *roll)
{
  gboolean with_place = several_places (roll);

  for (guint i = 0; i < roll->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (roll, i);
      char **cells = zb_made_rows_add (rows);

      cells[SEAT] = g_strdup (zb_record_get (record, "seat"));
      cells[NAME] = g_strdup (zb_record_get (record, "name"));
      cells[UNIT] = unit_of (record, with_place);
      cells[REMARK] = remark_of (record);
    }
}

/* Figures once somebody was called; until then there is room to write them. */
static char *
figures (const ZbMeetingCount *count)
{
  if (count->expected == 0)
    return g_strdup ("应到＿＿＿＿人　　实到＿＿＿＿人　　请假＿＿＿＿人　　缺席＿＿＿＿人");
  if (count->unmarked > 0)
    return g_strdup_printf ("应到 %u 人　　实到＿＿＿＿人　　请假＿＿＿＿人　　缺席＿＿＿＿人", count->expected);
  return g_strdup_printf ("应到 %u 人　　实到 %u 人　　请假 %u 人　　缺席 %u 人", count->expected, count->present, count->excused, count->absent);
}

/* What stands over the table; what is not known is written in by hand. */
static void
set_head (ZbSheet *sheet, const char *time, const char *place, const char *chair)
{
  g_free (sheet->note_left);
  sheet->note_left = g_strdup_printf ("时间：%s　　地点：%s", *time != '\0' ? time : "＿＿＿＿＿＿＿＿＿＿", *place != '\0' ? place : "＿＿＿＿＿＿＿＿");
  g_free (sheet->note_right);
  sheet->note_right = g_strdup_printf ("主持人：%s", *chair != '\0' ? chair : "＿＿＿＿＿＿");
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  const ZbRosterRequest *request = world->request;
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (world->db, request->subject, request->as_of, error);
  g_autofree char *time = NULL;
  ZbMeetingCount count;
  ZbMadeRows *rows;

  if (facts == NULL || !zb_meetings_count (world->db, request->subject, &count, error))
    return FALSE;
  time = zb_meeting_time_words (facts->meeting);
  set_blocks (sheet, facts->roll->len);
  rows = zb_made_rows_new (sheet, &zb_row_source_sign_in);
  add_rows (rows, facts->roll);
  add_blank_rows (sheet, rows);
  zb_made_rows_finish (rows);
  sheet->subject = g_strdup (zb_text_words (facts->meeting, "title"));
  set_head (sheet, time, zb_text_words (facts->meeting, "place"), zb_text_words (facts->meeting, "chair"));
  g_free (sheet->total);
  sheet->total = figures (&count);
  return TRUE;
}

const ZbRowSource zb_row_source_sign_in = {
  .name = "sign-in",
  .is_made = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};

/* 书记（第一党支部）, the branch only where there are several. */
static char *
member_unit (const char *post, const char *branch)
{
  if (post != NULL && branch != NULL)
    return g_strdup_printf ("%s（%s）", post, branch);
  return g_strdup (post != NULL ? post : branch);
}

static gboolean
are_of_several (ZbMemberColumns *everybody, const gint64 *ids, guint n)
{
  ZbMemberEntry first = { 0 }, entry;

  for (guint i = 0; i < n; i++)
    {
      zb_member_columns_get (everybody, (guint) zb_member_columns_find (everybody, ids[i]), &entry);
      if (i == 0)
        first = entry;
      else if (entry.org != first.org)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_people (ZbMadeRows *rows, ZbRosterWorld *world, const gint64 *ids, guint n, GError **error)
{
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autoptr(GHashTable) posts = zb_members_posts (world->db, world->request->as_of, error);
  gboolean with_branch = are_of_several (world->columns, ids, n);

  for (guint i = 0; posts != NULL && i < n; i++)
    {
      char **cells = zb_made_rows_add (rows);
      ZbMemberEntry entry;

      zb_made_rows_of (rows, ids[i]);
      zb_member_columns_get (world->columns, (guint) zb_member_columns_find (world->columns, ids[i]), &entry);
      cells[SEAT] = g_strdup_printf ("%u", i + 1);
      cells[NAME] = g_strdup (entry.name);
      cells[UNIT] = member_unit (g_hash_table_lookup (posts, &entry.id), with_branch ? g_hash_table_lookup (names, &entry.org) : NULL);
    }
  return posts != NULL;
}

static gboolean
list_people (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_autofree gint64 *ids = NULL;
  ZbMadeRows *rows;
  guint n;

  if (everybody == NULL || !zb_people_list (world, everybody, &ids, &n, error))
    return FALSE;
  set_blocks (sheet, n);
  rows = zb_made_rows_new (sheet, &zb_row_source_sign_in_people);
  if (!add_people (rows, world, ids, n, error))
    return FALSE;
  add_blank_rows (sheet, rows);
  zb_made_rows_finish (rows);
  set_head (sheet, "", "", "");
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("应到 %u 人　　实到＿＿＿＿人　　请假＿＿＿＿人　　缺席＿＿＿＿人", n);
  return TRUE;
}

const ZbRowSource zb_row_source_sign_in_people = {
  .name = "sign-in-people",
  .is_made = TRUE,
  .takes_filter = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list_people,
};
