/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-made-rows.h"
#include "store/life/zb-year.h"

/* 三会一课年度统计: what a rule demands of every branch, month by month, against what was held. */

enum { BRANCH, KIND, JANUARY, TIMES = JANUARY + 12, MONTHS, RATE, N_COLUMNS };

static const ZbRowColumn columns[N_COLUMNS] = {
  [BRANCH] = { "branch", "党支部", 8, FALSE, FALSE },
  [KIND] = { "kind", "类别", 6, FALSE, FALSE },
  { "m01", "1月", 2.2, FALSE, FALSE },
  { "m02", "2月", 2.2, FALSE, FALSE },
  { "m03", "3月", 2.2, FALSE, FALSE },
  { "m04", "4月", 2.2, FALSE, FALSE },
  { "m05", "5月", 2.2, FALSE, FALSE },
  { "m06", "6月", 2.2, FALSE, FALSE },
  { "m07", "7月", 2.2, FALSE, FALSE },
  { "m08", "8月", 2.2, FALSE, FALSE },
  { "m09", "9月", 2.2, FALSE, FALSE },
  { "m10", "10月", 2.2, FALSE, FALSE },
  { "m11", "11月", 2.2, FALSE, FALSE },
  { "m12", "12月", 2.2, FALSE, FALSE },
  [TIMES] = { "times", "合计次数", 3, TRUE, FALSE },
  [MONTHS] = { "months", "按时开展月份数", 4, TRUE, FALSE },
  [RATE] = { "rate", "完成率", 4, FALSE, FALSE },
};

typedef struct {
  guint branches;
  guint done;
  guint demanded;
  guint gaps;
} Totals;

/* A mark stands in the last month of the time in which something was due. */
static char *
month_text (const ZbYearRow *row, guint month)
{
  gboolean is_last = row->period > 0 && (month + 1) % row->period == 0;

  if (row->known.held[month] > 0)
    return g_strdup_printf ("%u", row->known.held[month]);
  if (!is_last)
    return NULL;
  switch (row->cells[month])
    {
    case ZB_DUTY_GAP: return g_strdup ("△");
    case ZB_DUTY_EXEMPT: return g_strdup ("免");
    case ZB_DUTY_NO_BODY: return g_strdup ("／");
    case ZB_DUTY_NONE:
    case ZB_DUTY_HELD:
    case ZB_DUTY_OPEN:
    default: return NULL;
    }
}

static void
add_row (ZbMadeRows *rows, const ZbYearRow *row, const char *branch, Totals *totals)
{
  char **cells = zb_made_rows_add (rows);
  guint done, demanded, times = 0, months = 0;

  zb_year_row_rate (row, &done, &demanded);
  cells[BRANCH] = g_strdup (branch);
  cells[KIND] = g_strdup (zb_code_table_get ("meeting_kind")->codes[row->kind].label);
  for (guint month = 0; month < 12; month++)
    {
      cells[JANUARY + month] = month_text (row, month);
      times += row->known.held[month];
      months += row->known.held[month] > 0;
    }
  cells[TIMES] = g_strdup_printf ("%u", times);
  cells[MONTHS] = g_strdup_printf ("%u", months);
  cells[RATE] = demanded > 0 ? g_strdup_printf ("%.0f%%", 100.0 * done / demanded) : NULL;
  totals->done += done;
  totals->demanded += demanded;
  totals->gaps += demanded - done;
}

static char *
total_line (const Totals *totals)
{
  if (totals->demanded == 0)
    return g_strdup_printf ("共 %u 个党组织。", totals->branches);
  return g_strdup_printf ("共 %u 个党组织；应开展 %u 期，已开展 %u 期，未开展 %u 期，完成率 %.1f%%。", totals->branches, totals->demanded,
                          totals->done, totals->gaps, 100.0 * totals->done / totals->demanded);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  const ZbRosterRequest *request = world->request;
  g_autoptr(GPtrArray) years = zb_year_matrix (world->db, request->org, request->from.year, world->today, error);
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  Totals totals = { 0 };
  gint64 last = 0;
  ZbMadeRows *rows;

  if (years == NULL)
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_meeting_year);
  for (guint i = 0; i < years->len; i++)
    {
      const ZbYearRow *row = g_ptr_array_index (years, i);

      if (zb_duty_rule (row->kind) == NULL || !zb_roster_world_has_org (world, row->org))
        continue;
      totals.branches += row->org != last;
      last = row->org;
      add_row (rows, row, g_hash_table_lookup (names, &row->org), &totals);
    }
  zb_made_rows_finish (rows);
  g_free (sheet->total);
  sheet->total = total_line (&totals);
  return TRUE;
}

const ZbRowSource zb_row_source_meeting_year = {
  .name = "meeting-year",
  .is_made = TRUE,
  .columns = columns,
  .n_columns = N_COLUMNS,
  .list = list,
};
