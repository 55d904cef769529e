/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-plan.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"

void
zb_plan_line_free (ZbPlanLine *line)
{
  g_clear_pointer (&line->item, zb_record_free);
  g_clear_pointer (&line->meeting, zb_meeting_line_free);
  g_free (line);
}

typedef struct {
  ZbDb *db;
  gint64 org;
  int year;
  ZbDate today;
  GPtrArray *meetings; /* (owned) (element-type ZbMeetingLine): of the organisation itself; taken ones are NULL */
  GPtrArray *out;
} Plan;

static ZbDate
month_of (ZbDate day)
{
  return (ZbDate) { day.year, day.month, 0 };
}

static gboolean
is_held (const ZbMeetingLine *meeting)
{
  return g_strcmp0 (meeting->state, "held") == 0;
}

static gboolean
read_meetings (Plan *plan, GError **error)
{
  ZbDate from = { (gint16) plan->year, 1, 0 }, to = { (gint16) (plan->year + 1), 1, 0 };
  g_autoptr(GPtrArray) all = zb_meetings_list (plan->db, plan->org, from, to, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      ZbMeetingLine *meeting = g_ptr_array_index (all, i);

      /* What stands below has a plan of its own. */
      if (meeting->org != plan->org || g_strcmp0 (meeting->state, "cancelled") == 0)
        continue;
      g_ptr_array_add (plan->meetings, meeting);
      g_ptr_array_index (all, i) = NULL;
    }
  return all != NULL;
}

static ZbMeetingLine *
take (Plan *plan, guint i)
{
  return g_steal_pointer (&g_ptr_array_index (plan->meetings, i));
}

/* The meeting that was made of an item, wherever in the years it went. */
static gboolean
find_made (Plan *plan, const ZbRecord *item, ZbMeetingLine **out_meeting, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (plan->db,
    "SELECT id FROM meeting WHERE plan_item = ?1 AND withdrawn = 0 AND state <> 'cancelled' ORDER BY id LIMIT 1", error);
  gint64 id;
  int row;

  *out_meeting = NULL;
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, item->id);
  if ((row = zb_db_step (plan->db, stmt, error)) != 1)
    return row == 0;
  id = sqlite3_column_int64 (stmt, 0);
  for (guint i = 0; i < plan->meetings->len; i++)
    if (g_ptr_array_index (plan->meetings, i) != NULL && ((ZbMeetingLine *) g_ptr_array_index (plan->meetings, i))->id == id)
      {
        *out_meeting = take (plan, i);
        return TRUE;
      }
  *out_meeting = zb_meetings_line (plan->db, id, error);
  return *out_meeting != NULL;
}

static ZbMeetingLine *
find_alike (Plan *plan, const ZbRecord *item, ZbDate month)
{
  int kind = zb_code_index (zb_code_table_get ("meeting_kind"), zb_record_get (item, "kind"));

  for (guint i = 0; i < plan->meetings->len; i++)
    {
      const ZbMeetingLine *meeting = g_ptr_array_index (plan->meetings, i);

      if (meeting != NULL && (int) meeting->kind == kind && !meeting->from_plan && zb_date_compare (month_of (meeting->day), month) == 0)
        return take (plan, i);
    }
  return NULL;
}

static ZbPlanState
judge (Plan *plan, const ZbPlanLine *line)
{
  if (line->meeting != NULL && is_held (line->meeting))
    return line->month.month == 0 || zb_date_compare (month_of (line->meeting->day), line->month) == 0 ? ZB_PLAN_DONE : ZB_PLAN_MOVED;
  if (line->meeting != NULL)
    return ZB_PLAN_ARRANGED;
  return zb_date_is_before (line->month, month_of (plan->today)) ? ZB_PLAN_MISSED : ZB_PLAN_AHEAD;
}

static gboolean
add_items (Plan *plan, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, plan->org);
  g_autoptr(GPtrArray) items = zb_records_list (plan->db, &zb_kind_plan_item, "org", id, FALSE, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      ZbRecord *item = g_ptr_array_index (items, i);
      ZbDate month = zb_record_get_date (item, "month");
      ZbPlanLine *line;

      if (month.year != plan->year)
        continue;
      line = g_new0 (ZbPlanLine, 1);
      line->item = zb_record_copy (item);
      line->month = month_of (month);
      g_ptr_array_add (plan->out, line);
      if (!find_made (plan, item, &line->meeting, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const ZbPlanLine *left = *(ZbPlanLine *const *) a, *right = *(ZbPlanLine *const *) b;
  int order = zb_date_compare (left->month, right->month);

  if (order != 0)
    return order;
  if ((left->item == NULL) != (right->item == NULL))
    return left->item == NULL ? 1 : -1;
  if (left->item != NULL)
    return left->item->id < right->item->id ? -1 : left->item->id > right->item->id;
  return zb_date_compare (left->meeting->day, right->meeting->day);
}

GPtrArray *
zb_plan_compare (ZbDb *db, gint64 org, int year, ZbDate today, GError **error)
{
  g_autoptr(GPtrArray) meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_meeting_line_free);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_plan_line_free);
  Plan plan = { db, org, year, today, meetings, out };

  if (!read_meetings (&plan, error) || !add_items (&plan, error))
    return NULL;
  /* Only after every item has what was made of it. */
  for (guint i = 0; i < out->len; i++)
    {
      ZbPlanLine *line = g_ptr_array_index (out, i);

      if (line->meeting == NULL)
        line->meeting = find_alike (&plan, line->item, line->month);
      line->state = judge (&plan, line);
    }
  for (guint i = 0; i < meetings->len; i++)
    {
      ZbMeetingLine *meeting = g_ptr_array_index (meetings, i);
      ZbPlanLine *line;

      if (meeting == NULL)
        continue;
      line = g_new0 (ZbPlanLine, 1);
      line->meeting = take (&plan, i);
      line->month = month_of (line->meeting->day);
      /* What is arranged beside the plan is no difference before it is held. */
      line->state = is_held (line->meeting) ? ZB_PLAN_EXTRA : ZB_PLAN_ARRANGED;
      g_ptr_array_add (out, line);
    }
  g_ptr_array_sort (out, compare_lines);
  return g_steal_pointer (&out);
}
