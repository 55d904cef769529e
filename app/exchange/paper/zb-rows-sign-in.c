/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-facts.h"
#include "exchange/paper/zb-meeting-words.h"
#include "store/life/zb-meetings.h"

/* 签到表: a row a person to sign in, numbered as the roll is, so that “缺 3 7 12” can be read off it afterwards. */

enum { SEAT, NAME, UNIT, REMARK };

static const ZbRowColumn columns[] = {
  [SEAT] = { "seat", "序号", 2.5, TRUE, FALSE },
  [NAME] = { "name", "姓名", 5, FALSE, FALSE },
  [UNIT] = { "unit", "职务（支部）", 8, FALSE, FALSE },
  [REMARK] = { "remark", "备注", 5, FALSE, FALSE },
};

/* Rows that stand on a page in one block, and those left empty for 列席人员. */
#define ROWS_ON_A_PAGE 23
#define BLANK_ROWS 3

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

static void
add_rows (ZbMadeRows *rows, GPtrArray *roll, guint blocks)
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
  for (guint i = 0; i < BLANK_ROWS || zb_made_rows_size (rows) % blocks != 0; i++)
    zb_made_rows_add (rows)[REMARK] = g_strdup ("列席");
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

static void
set_texts (ZbSheet *sheet, const ZbMeetingFacts *facts)
{
  g_autofree char *time = zb_meeting_time_words (facts->meeting);
  const char *place = zb_text_words (facts->meeting, "place"), *chair = zb_text_words (facts->meeting, "chair");

  sheet->subject = g_strdup (zb_text_words (facts->meeting, "title"));
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
  ZbMeetingCount count;
  guint n;

  if (facts == NULL || !zb_meetings_count (world->db, request->subject, &count, error))
    return FALSE;
  n = facts->roll->len + BLANK_ROWS;
  sheet->blocks = request->blocks > 0 ? MIN (request->blocks, 3) : n > ROWS_ON_A_PAGE ? 2 : 1;
  /* One block leaves room for the posts. */
  sheet->several = sheet->blocks == 1;
  add_rows (zb_made_rows_new (sheet, &zb_row_source_sign_in), facts->roll, sheet->blocks);
  zb_made_rows_finish (sheet->data);
  set_texts (sheet, facts);
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
