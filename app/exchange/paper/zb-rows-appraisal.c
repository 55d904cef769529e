/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-people-list.h"
#include "exchange/paper/zb-record-rows.h"
#include "store/zb-check.h"
#include "store/zb-records.h"

/* 民主评议汇总: everybody's votes and grade in a year, how many there are of each, and who has none. */

static void
append_grades (GString *out, ZbSheet *sheet, double most)
{
  const ZbCodeTable *table = zb_code_table_get ("appraisal_grade");
  g_autofree guint *grades = g_new0 (guint, table->n_codes);
  const char *before = "：";
  guint graded = 0;

  for (guint i = 0; i < sheet->n_rows; i++)
    {
      int grade = zb_code_index (table, zb_record_get (zb_record_rows_at (sheet, i), "grade"));

      if (grade >= 0)
        grades[grade]++;
      graded += grade >= 0;
    }
  g_string_append_printf (out, "共 %u 人，已评定 %u 人", sheet->n_rows, graded);
  for (guint i = 0; i < table->n_codes; i++)
    if (grades[i] > 0)
      {
        g_string_append_printf (out, "%s%s %u 人", before, table->codes[i].label, grades[i]);
        before = "，";
      }
  /* The rule's number is a rounded share: a third of thirty are ten. */
  if (graded > 0)
    g_string_append_printf (out, "；优秀占 %.1f%%，%s规定的 %.1f%%", 100.0 * grades[0] / graded,
                            grades[0] > graded * most + 0.01 ? "超过" : "不超过", 100 * most);
  g_string_append (out, "。");
}

/* Party members of the list's organisations who were not appraised. */
static gboolean
append_missing (GString *out, ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree gint64 *ids = NULL;
  g_autoptr(GString) names = g_string_new (NULL);
  guint n, missing = 0;

  if (everybody == NULL || !zb_people_list (world, everybody, &ids, &n, error))
    return FALSE;
  for (guint i = 0; i < sheet->n_rows; i++)
    {
      gint64 person = zb_record_get_int (zb_record_rows_at (sheet, i), "person");

      g_hash_table_add (found, g_memdup2 (&person, sizeof person));
    }
  for (guint i = 0; i < n; i++)
    {
      int index = zb_member_columns_find (everybody, ids[i]);
      ZbMemberEntry entry;

      if (g_hash_table_contains (found, &ids[i]) || index < 0)
        continue;
      zb_member_columns_get (everybody, (guint) index, &entry);
      g_string_append_printf (names, "%s%s", missing > 0 ? "、" : "", entry.name);
      missing++;
    }
  if (missing > 0)
    g_string_append_printf (out, "未参加评议 %u 人：%s。", missing, names->str);
  return TRUE;
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autofree char *year = g_strdup_printf ("%d", world->request->from.year);
  g_autoptr(ZbRules) rules = zb_rules_load (world->db, error);
  GPtrArray *records = rules != NULL ? zb_records_list (world->db, &zb_kind_appraisal, "year", year, FALSE, error) : NULL;
  GString *total;
  gboolean is_whole;

  if (records == NULL || !zb_record_rows_set (sheet, world, records, "org", NULL, NULL, NULL, error))
    return FALSE;
  total = g_string_new (NULL);
  append_grades (total, sheet, zb_rules_value (rules, "appraisal.outstanding_max", world->request->as_of));
  /* Who is missing can be said of the whole list only. */
  is_whole = world->request->ids == NULL && (world->request->filter == NULL || zb_filter_size (world->request->filter) == 0);
  g_free (sheet->total);
  if (is_whole && !append_missing (total, sheet, world, error))
    {
      sheet->total = g_string_free (total, FALSE);
      return FALSE;
    }
  sheet->total = g_string_free (total, FALSE);
  return TRUE;
}

const ZbRowSource zb_row_source_appraisal = {
  .name = "appraisal",
  .list = list,
};
