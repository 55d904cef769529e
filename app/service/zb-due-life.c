/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-codes.h"
#include "service/zb-due-private.h"
#include "store/life/zb-oaths.h"
#include "store/life/zb-year.h"
#include "store/zb-records.h"

/* The period of a rule that today lies in, when nothing was held in it yet. */
static void
find_duty (ZbDueFinder *finder, const ZbYearRow *row)
{
  const ZbOrg *org = zb_org_tree_get (zb_member_columns_tree (finder->columns), row->org);
  guint month = finder->today.month - 1u, first = row->period > 0 ? month / row->period * row->period : 0;
  ZbDate since = { finder->today.year, (guint8) (first + 1), 1 };
  ZbDate end = zb_date_add_days (zb_date_add_months (since, (int) row->period), -1);
  ZbDue *due;

  if (org == NULL || row->period == 0 || row->cells[month] != ZB_DUTY_OPEN)
    return;
  due = zb_due_add (finder, ZB_DUE_MEETING, &zb_kind_organization, org->id, zb_org_short (org), since, end, zb_duty_rule (row->kind));
  due->what = zb_code_table_get ("meeting_kind")->codes[row->kind].label;
}

/* A registry that keeps no meetings is not told that they are missing. */
static gboolean
find_duties (ZbDueFinder *finder, GError **error)
{
  gint64 n = zb_records_count (finder->db, &zb_kind_meeting, error);
  g_autoptr(GPtrArray) rows = n > 0 ? zb_year_matrix (finder->db, 0, finder->today.year, finder->today, error) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    find_duty (finder, g_ptr_array_index (rows, i));
  return n == 0 || rows != NULL;
}

static gboolean
find_oaths (ZbDueFinder *finder, GError **error)
{
  g_autoptr(GHashTable) sworn = zb_oaths_sworn (finder->db, finder->today, error);
  int months = (int) zb_rules_value (finder->rules, "dev.oath_advice", finder->today);

  for (guint i = 0; sworn != NULL && i < zb_member_columns_size (finder->columns); i++)
    {
      ZbMemberEntry entry;
      ZbDate on;

      if (zb_member_columns_category (finder->columns, i) != ZB_CATEGORY_PROBATIONARY)
        continue;
      zb_member_columns_get (finder->columns, i, &entry);
      on = zb_date_add_months (entry.standing.joined, months);
      if (entry.state == ZB_MEMBER_HERE && zb_date_is_before (on, finder->today) && !g_hash_table_contains (sworn, &entry.id))
        zb_due_add (finder, ZB_DUE_OATH, &zb_kind_member, entry.id, entry.name, entry.standing.joined, on, "dev.oath_advice");
    }
  return sworn != NULL;
}

/* Hours count for their calendar year; who left makes up nothing any more. */
static gboolean
find_make_ups (ZbDueFinder *finder, GError **error)
{
  g_autoptr(GHashTable) all = zb_study_missed_by_all (finder->db, finder->today, error);
  ZbDate end = { finder->today.year, 12, 31 };
  guint n = all != NULL && g_hash_table_size (all) > 0 ? zb_member_columns_size (finder->columns) : 0;

  for (guint i = 0; i < n; i++)
    {
      const ZbStudyMissed *missed;
      ZbMemberEntry entry;
      ZbDue *due;

      zb_member_columns_get (finder->columns, i, &entry);
      if (entry.state != ZB_MEMBER_HERE || !(missed = g_hash_table_lookup (all, &entry.id)))
        continue;
      due = zb_due_add (finder, ZB_DUE_MAKE_UP, &zb_kind_member, entry.id, entry.name, missed->first, end, "study.hours_member");
      due->count = missed->n;
      due->tenths = missed->tenths;
    }
  return all != NULL;
}

gboolean
zb_due_find_life (ZbDueFinder *finder, GError **error)
{
  return find_duties (finder, error) && find_oaths (finder, error) && find_make_ups (finder, error);
}
