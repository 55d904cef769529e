/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-words.h"
#include "store/life/zb-plan.h"
#include "store/zb-records.h"

/* 年度计划: what was planned, what was done of it, and in what the two differ. */

enum { BRANCH, MONTH, KIND, TITLE, FORM, PREPARER, DONE_ON, DONE, DIFFERENCE, NOTE };

static const ZbRowColumn columns[] = {
  [BRANCH] = { "branch", "党组织", 7, FALSE, FALSE },
  [MONTH] = { "month", "计划时间", 4.5, FALSE, TRUE },
  [KIND] = { "kind", "类型", 5, FALSE, FALSE },
  [TITLE] = { "title", "计划内容", 11, FALSE, FALSE },
  [FORM] = { "form", "形式", 4, FALSE, FALSE },
  [PREPARER] = { "preparer", "责任人", 4, FALSE, FALSE, NULL, TRUE },
  [DONE_ON] = { "done_on", "实际时间", 5.5, FALSE, TRUE },
  [DONE] = { "done", "实际开展情况", 11, FALSE, FALSE },
  [DIFFERENCE] = { "difference", "与计划的差异", 7, FALSE, FALSE },
  [NOTE] = { "note", "备注", 6, FALSE, FALSE },
};

typedef struct {
  ZbRosterWorld *world;
  GHashTable *names; /* (owned): words for the organisations */
  ZbMadeRows *rows;  /* (unowned): the sheet's */
  guint planned;
  guint done;
  guint different;
  guint missing;
  guint unplanned;
} Plan;

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
differences_of_done (Plan *plan, const ZbPlanLine *line)
{
  const ZbRecord *item = line->item;
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(ZbRecord) meeting = zb_records_get (plan->world->db, &zb_kind_meeting, line->meeting->id, FALSE, NULL);
  ZbDate month = zb_record_get_date (item, "month");
  int late = month.month != 0 && line->meeting->day.month != 0 ? months_of (line->meeting->day) - months_of (month) : 0;

  if (late != 0)
    {
      g_autofree char *word = g_strdup_printf ("%s%d个月", late > 0 ? "推迟" : "提前", ABS (late));

      add_word (out, word);
    }
  if (meeting != NULL && g_strcmp0 (zb_record_get (item, "kind"), zb_record_get (meeting, "kind")) != 0)
    add_word (out, "类型不同");
  if (meeting != NULL && zb_record_get (item, "form") != NULL && g_strcmp0 (zb_record_get (item, "form"), zb_record_get (meeting, "form")) != 0)
    add_word (out, "形式不同");
  if (g_strcmp0 (zb_record_get (item, "title"), line->meeting->title) != 0)
    add_word (out, "主题不同");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
difference (Plan *plan, const ZbPlanLine *line)
{
  ZbDate month = line->item != NULL ? zb_record_get_date (line->item, "month") : ZB_DATE_NONE;

  switch (line->state)
    {
    case ZB_PLAN_EXTRA: return g_strdup ("计划外");
    case ZB_PLAN_MISSED: return g_strdup ("未开展");
    case ZB_PLAN_DONE:
    case ZB_PLAN_MOVED: return differences_of_done (plan, line);
    case ZB_PLAN_ARRANGED:
      /* A meeting that was arranged for it and has not been recorded as held. */
      month.day = 0;
      return g_strdup (zb_date_is_before (month, plan->world->today) ? "未开展" : "");
    case ZB_PLAN_AHEAD:
    default: return g_strdup ("");
    }
}

static gboolean
is_held (const ZbPlanLine *line)
{
  return line->meeting != NULL && g_strcmp0 (line->meeting->state, "held") == 0;
}

static void
add_row (Plan *plan, gint64 org, const ZbPlanLine *line)
{
  char **cells = zb_made_rows_add (plan->rows);

  cells[BRANCH] = g_strdup (g_hash_table_lookup (plan->names, &org));
  cells[DIFFERENCE] = difference (plan, line);
  if (line->item != NULL)
    {
      cells[MONTH] = zb_date_to_print (zb_record_get_date (line->item, "month"));
      cells[KIND] = g_strdup (zb_label_words (line->item, "kind"));
      cells[TITLE] = g_strdup (zb_record_get (line->item, "title"));
      cells[FORM] = g_strdup (zb_label_words (line->item, "form"));
      cells[PREPARER] = g_strdup (zb_record_get (line->item, "preparer"));
      cells[NOTE] = g_strdup (zb_record_get (line->item, "note"));
    }
  else
    cells[KIND] = g_strdup (zb_code_table_get ("meeting_kind")->codes[line->meeting->kind].label);
  if (is_held (line))
    {
      cells[DONE_ON] = zb_date_to_print (line->meeting->day);
      cells[DONE] = g_strdup (line->meeting->title);
    }
  plan->planned += line->item != NULL;
  plan->done += line->item != NULL && is_held (line);
  plan->different += line->item != NULL && is_held (line) && *cells[DIFFERENCE] != '\0';
  plan->missing += strcmp (cells[DIFFERENCE], "未开展") == 0;
  plan->unplanned += line->item == NULL;
}

/* The organisations of the list that have a plan for the year. Returns: (transfer full) (nullable): a set of ids */
static GHashTable *
find_planning (Plan *plan, GError **error)
{
  g_autoptr(GPtrArray) items = zb_records_list (plan->world->db, &zb_kind_plan_item, NULL, NULL, FALSE, error);
  GHashTable *orgs;

  if (items == NULL)
    return NULL;
  orgs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const ZbRecord *item = g_ptr_array_index (items, i);
      gint64 org = zb_record_get_int (item, "org");

      if (zb_record_get_date (item, "month").year == plan->world->request->from.year && zb_roster_world_has_org (plan->world, org))
        g_hash_table_add (orgs, g_memdup2 (&org, sizeof org));
    }
  return orgs;
}

static gboolean
add_org (Plan *plan, gint64 org, GError **error)
{
  g_autoptr(GPtrArray) lines = zb_plan_compare (plan->world->db, org, plan->world->request->from.year, plan->world->today, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const ZbPlanLine *line = g_ptr_array_index (lines, i);

      /* What is arranged beyond the plan is no difference before it is held. */
      if (line->item != NULL || is_held (line))
        add_row (plan, org, line);
    }
  return lines != NULL;
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  Plan plan = { .world = world, .names = names };
  g_autoptr(GHashTable) orgs = find_planning (&plan, error);

  if (orgs == NULL)
    return FALSE;
  plan.rows = zb_made_rows_new (sheet, &zb_row_source_plan);
  for (guint i = 0; i < zb_org_tree_size (world->tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (world->tree, i);

      if (g_hash_table_contains (orgs, &org->id) && !add_org (&plan, org->id, error))
        return FALSE;
    }
  zb_made_rows_finish (plan.rows);
  sheet->several = g_hash_table_size (orgs) > 1;
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("计划 %u 项，已开展 %u 项（其中与计划有差异 %u 项），到期未开展 %u 项；计划外 %u 项。", plan.planned, plan.done,
                                  plan.different, plan.missing, plan.unplanned);
  return TRUE;
}

const ZbRowSource zb_row_source_plan = {
  .name = "plan",
  .is_made = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
