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
  const ZbOrg *org = zb_org_tree_get (finder->tree, row->org);
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

gboolean
zb_due_load_life (ZbDueFinder *finder, GError **error)
{
  return find_duties (finder, error) && (finder->facts->sworn = zb_oaths_sworn (finder->db, finder->today, error)) != NULL
         && (finder->facts->missed = zb_study_missed_by_all (finder->db, finder->today, error)) != NULL;
}

static void
find_oath (ZbDueFinder *finder, const ZbMemberEntry *entry)
{
  ZbDate on = zb_date_add_months (entry->standing.joined, (int) zb_rules_value (finder->rules, "dev.oath_advice", finder->today));

  if (zb_date_is_before (on, finder->today) && !g_hash_table_contains (finder->facts->sworn, &entry->id))
    zb_due_add (finder, ZB_DUE_OATH, &zb_kind_member, entry->id, entry->name, entry->standing.joined, on, "dev.oath_advice");
}

/* Hours count for their calendar year; who left makes up nothing any more. */
static void
find_make_up (ZbDueFinder *finder, const ZbMemberEntry *entry)
{
  const ZbStudyMissed *missed = g_hash_table_lookup (finder->facts->missed, &entry->id);
  ZbDate end = { finder->today.year, 12, 31 };
  ZbDue *due;

  if (missed == NULL)
    return;
  due = zb_due_add (finder, ZB_DUE_MAKE_UP, &zb_kind_member, entry->id, entry->name, missed->first, end, "study.hours_member");
  due->count = missed->n;
  due->tenths = missed->tenths;
}

static void
find_birthday (ZbDueFinder *finder, const ZbMemberEntry *entry)
{
  ZbDate joined = entry->standing.joined;
  ZbDue *due;

  if (joined.month != finder->today.month || joined.year > finder->today.year)
    return;
  due = zb_due_add (finder, ZB_DUE_BIRTHDAY, &zb_kind_member, entry->id, entry->name, joined, (ZbDate) { finder->today.year, joined.month, joined.day }, "");
  due->count = (guint) (finder->today.year - joined.year);
}

void
zb_due_find_life (ZbDueFinder *finder)
{
  for (guint i = 0; i < zb_member_columns_size (finder->columns); i++)
    {
      ZbCategory category = zb_member_columns_category (finder->columns, i);
      ZbMemberEntry entry;

      zb_member_columns_get (finder->columns, i, &entry);
      if (entry.state != ZB_MEMBER_HERE)
        continue;
      if (category == ZB_CATEGORY_PROBATIONARY)
        find_oath (finder, &entry);
      find_make_up (finder, &entry);
      if (category == ZB_CATEGORY_PROBATIONARY || category == ZB_CATEGORY_FULL)
        find_birthday (finder, &entry);
    }
}
