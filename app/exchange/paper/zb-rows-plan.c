/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-words.h"
#include "store/life/zb-meeting-list.h"
#include "store/zb-records.h"

/* 年度计划: what was planned, what was done of it, and in what the two differ. A meeting belongs to the item that it was
 * made from, else to one of its kind that stands in its month; what belongs to none was not planned. */

enum { BRANCH, MONTH, KIND, TITLE, FORM, PREPARER, DONE_ON, DONE, DIFFERENCE, NOTE };

static const ZbRowColumn columns[] = {
  [BRANCH] = { "branch", "党组织", 7, FALSE, FALSE },
  [MONTH] = { "month", "计划时间", 4.5, FALSE, TRUE },
  [KIND] = { "kind", "类型", 5, FALSE, FALSE },
  [TITLE] = { "title", "计划内容", 11, FALSE, FALSE },
  [FORM] = { "form", "形式", 4, FALSE, FALSE },
  [PREPARER] = { "preparer", "责任人", 4, FALSE, FALSE },
  [DONE_ON] = { "done_on", "实际时间", 5.5, FALSE, TRUE },
  [DONE] = { "done", "实际开展情况", 11, FALSE, FALSE },
  [DIFFERENCE] = { "difference", "与计划的差异", 7, FALSE, FALSE },
  [NOTE] = { "note", "备注", 6, FALSE, FALSE },
};

/* An item of the plan with the meeting that fulfilled it, or either alone. */
typedef struct {
  ZbRecord *item;    /* (owned) (nullable) */
  ZbRecord *meeting; /* (owned) (nullable) */
  gint64 org;
  ZbDate day;
} Pair;

static void
pair_free (Pair *pair)
{
  g_clear_pointer (&pair->item, zb_record_free);
  g_clear_pointer (&pair->meeting, zb_record_free);
  g_free (pair);
}

static Pair *
pair_new (ZbRecord *item, ZbRecord *meeting)
{
  Pair *pair = g_new0 (Pair, 1);

  pair->item = item;
  pair->meeting = meeting;
  pair->org = zb_record_get_int (item != NULL ? item : meeting, "org");
  pair->day = item != NULL ? zb_record_get_date (item, "month") : zb_meeting_day (meeting);
  return pair;
}

static gboolean
add_items (ZbRosterWorld *world, GPtrArray *pairs, GError **error)
{
  g_autoptr(GPtrArray) items = zb_records_list (world->db, &zb_kind_plan_item, NULL, NULL, FALSE, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const ZbRecord *item = g_ptr_array_index (items, i);

      if (zb_record_get_date (item, "month").year == world->request->from.year
          && zb_roster_world_has_org (world, zb_record_get_int (item, "org")))
        g_ptr_array_add (pairs, pair_new (g_steal_pointer (&items->pdata[i]), NULL));
    }
  return items != NULL;
}

/* Meetings of the year, and those made from its plan whenever they are or were. Returns: (transfer full) (nullable) */
static GPtrArray *
load_meetings (ZbRosterWorld *world, GError **error)
{
  const ZbRosterRequest *request = world->request;
  g_autoptr(GPtrArray) lines = zb_meetings_list (world->db, request->org, request->from, (ZbDate) { request->from.year + 2, 1, 1 }, error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const ZbMeetingLine *line = g_ptr_array_index (lines, i);
      ZbRecord *meeting = zb_roster_world_has_org (world, line->org) ? zb_records_get (world->db, &zb_kind_meeting, line->id, FALSE, error) : NULL;

      if (meeting != NULL)
        g_ptr_array_add (out, meeting);
    }
  return lines != NULL ? g_steal_pointer (&out) : NULL;
}

static Pair *
planned_as (GPtrArray *pairs, guint n_items, gint64 plan_item)
{
  for (guint i = 0; i < n_items; i++)
    {
      Pair *pair = g_ptr_array_index (pairs, i);

      if (pair->item->id == plan_item && pair->meeting == NULL)
        return pair;
    }
  return NULL;
}

static Pair *
planned_like (GPtrArray *pairs, guint n_items, const ZbRecord *meeting)
{
  ZbDate day = zb_meeting_day (meeting);

  for (guint i = 0; i < n_items; i++)
    {
      Pair *pair = g_ptr_array_index (pairs, i);

      if (pair->meeting == NULL && pair->org == zb_record_get_int (meeting, "org") && pair->day.month == day.month
          && g_strcmp0 (zb_record_get (pair->item, "kind"), zb_record_get (meeting, "kind")) == 0)
        return pair;
    }
  return NULL;
}

static gboolean
has_plan (GPtrArray *pairs, guint n_items, gint64 org)
{
  for (guint i = 0; i < n_items; i++)
    if (((Pair *) g_ptr_array_index (pairs, i))->org == org)
      return TRUE;
  return FALSE;
}

/* First those made from an item, so that none of them is taken for another's; then by kind and month. */
static void
match (GPtrArray *pairs, GPtrArray *meetings, int year)
{
  guint n_items = pairs->len;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < meetings->len; i++)
      {
        ZbRecord *meeting = g_ptr_array_index (meetings, i);
        gint64 plan_item = meeting != NULL ? zb_record_get_int (meeting, "plan_item") : 0;
        gboolean is_of_year = meeting != NULL && zb_meeting_day (meeting).year == year;
        Pair *pair;

        if (meeting == NULL || (pass == 0 && plan_item == 0) || (pass == 1 && !is_of_year))
          continue;
        pair = pass == 0 ? planned_as (pairs, n_items, plan_item) : planned_like (pairs, n_items, meeting);
        if (pair != NULL)
          pair->meeting = g_steal_pointer (&meetings->pdata[i]);
        else if (pass == 1 && has_plan (pairs, n_items, zb_record_get_int (meeting, "org"))
                 && g_strcmp0 (zb_record_get (meeting, "state"), "held") == 0)
          g_ptr_array_add (pairs, pair_new (NULL, g_steal_pointer (&meetings->pdata[i])));
      }
}

static int
months_of (ZbDate day)
{
  return day.year * 12 + day.month;
}

static void
add_word (GString *out, const char *word)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? "，" : "", word);
}

static char *
difference (const Pair *pair, ZbDate today)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const char *state = pair->meeting != NULL ? zb_text_words (pair->meeting, "state") : "";
  ZbDate held = pair->meeting != NULL ? zb_record_get_date (pair->meeting, "held_on") : ZB_DATE_NONE;
  ZbDate end = pair->day;
  int late;

  if (pair->item == NULL)
    return g_strdup ("计划外");
  if (strcmp (state, "cancelled") == 0)
    return g_strdup ("已取消");
  if (!zb_date_is_set (held))
    {
      /* Of a month, or a year, that is not over nothing can be said yet. */
      end.day = 0;
      return zb_date_is_before (end, today) ? g_strdup ("未开展") : g_strdup ("");
    }
  late = pair->day.month != 0 && held.month != 0 ? months_of (held) - months_of (pair->day) : 0;
  if (late != 0)
    {
      g_autofree char *word = g_strdup_printf ("%s%d个月", late > 0 ? "推迟" : "提前", ABS (late));

      add_word (out, word);
    }
  if (g_strcmp0 (zb_record_get (pair->item, "kind"), zb_record_get (pair->meeting, "kind")) != 0)
    add_word (out, "类型不同");
  if (zb_record_get (pair->item, "form") != NULL && g_strcmp0 (zb_record_get (pair->item, "form"), zb_record_get (pair->meeting, "form")) != 0)
    add_word (out, "形式不同");
  if (g_strcmp0 (zb_record_get (pair->item, "title"), zb_record_get (pair->meeting, "title")) != 0)
    add_word (out, "主题不同");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Pair *left = *(Pair *const *) a, *right = *(Pair *const *) b;
  const ZbOrg *one = zb_org_tree_get (data, left->org), *two = zb_org_tree_get (data, right->org);
  int order = left->org == right->org || one == NULL || two == NULL ? 0 : (int) one->position - (int) two->position;

  if (order == 0)
    order = zb_date_compare (left->day, right->day);
  if (order == 0)
    order = (left->item == NULL) - (right->item == NULL);
  if (order == 0 && left->item != NULL && right->item != NULL)
    order = left->item->id < right->item->id ? -1 : 1;
  return order;
}

static void
add_row (ZbMadeRows *rows, const Pair *pair, GHashTable *names, ZbDate today)
{
  char **cells = zb_made_rows_add (rows);

  cells[BRANCH] = g_strdup (g_hash_table_lookup (names, &pair->org));
  cells[KIND] = g_strdup (zb_label_words (pair->item != NULL ? pair->item : pair->meeting, "kind"));
  cells[DIFFERENCE] = difference (pair, today);
  if (pair->item != NULL)
    {
      cells[MONTH] = zb_date_to_print (pair->day);
      cells[TITLE] = g_strdup (zb_record_get (pair->item, "title"));
      cells[FORM] = g_strdup (zb_label_words (pair->item, "form"));
      cells[PREPARER] = g_strdup (zb_record_get (pair->item, "preparer"));
      cells[NOTE] = g_strdup (zb_record_get (pair->item, "note"));
    }
  if (pair->meeting != NULL && zb_record_get (pair->meeting, "held_on") != NULL)
    {
      cells[DONE_ON] = zb_date_to_print (zb_record_get_date (pair->meeting, "held_on"));
      cells[DONE] = g_strdup (zb_record_get (pair->meeting, "title"));
    }
}

static void
write_rows (ZbSheet *sheet, ZbRosterWorld *world, GPtrArray *pairs)
{
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  ZbMadeRows *rows = zb_made_rows_new (sheet, &zb_row_source_plan);
  guint planned = 0, done = 0, different = 0, unplanned = 0, missing = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = g_ptr_array_index (pairs, i);
      gboolean is_held = pair->meeting != NULL && zb_record_get (pair->meeting, "held_on") != NULL;
      const char *words;

      add_row (rows, pair, names, world->today);
      words = zb_made_rows_at (rows, i, DIFFERENCE);
      planned += pair->item != NULL;
      done += pair->item != NULL && is_held;
      different += pair->item != NULL && is_held && *words != '\0';
      missing += pair->item != NULL && strcmp (words, "未开展") == 0;
      unplanned += pair->item == NULL;
      sheet->several = sheet->several || pair->org != ((Pair *) g_ptr_array_index (pairs, 0))->org;
    }
  zb_made_rows_finish (rows);
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("计划 %u 项，已开展 %u 项（其中与计划有差异 %u 项），到期未开展 %u 项；计划外 %u 项。", planned, done, different,
                                  missing, unplanned);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) pair_free);
  g_autoptr(GPtrArray) meetings = load_meetings (world, error);

  if (meetings == NULL || !add_items (world, pairs, error))
    return FALSE;
  match (pairs, meetings, world->request->from.year);
  g_ptr_array_sort_with_data (pairs, compare_pairs, world->tree);
  write_rows (sheet, world, pairs);
  return TRUE;
}

const ZbRowSource zb_row_source_plan = {
  .name = "plan",
  .is_made = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
