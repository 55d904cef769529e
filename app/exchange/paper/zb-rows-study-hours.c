/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-exempt-words.h"
#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-words.h"
#include "exchange/paper/zb-people-list.h"
#include "store/life/zb-year.h"
#include "store/zb-member-reader.h"

/* 学时达标表: everybody's hours of the year against what the rule asks. */

enum { NAME, BRANCH, POST, NEEDED, DONE, LACKING, MISSED, REACHED, NOTE };

static const ZbRowColumn columns[] = {
  [NAME] = { "name", "姓名", 4, FALSE, FALSE, NULL, TRUE },
  [BRANCH] = { "branch", "所在党支部", 7, FALSE, FALSE },
  [POST] = { "post", "党内职务", 6, FALSE, FALSE },
  [NEEDED] = { "needed", "应完成学时", 4, TRUE, FALSE },
  [DONE] = { "done", "已完成学时", 4, TRUE, FALSE },
  [LACKING] = { "lacking", "差额", 4, TRUE, FALSE },
  [MISSED] = { "missed", "可补学学时", 4, TRUE, FALSE },
  [REACHED] = { "reached", "是否达标", 3.5, FALSE, FALSE },
  [NOTE] = { "note", "备注", 7, FALSE, FALSE },
};

typedef struct {
  ZbStudyYear *year; /* (owned) */
  char *exempt;      /* (owned) (nullable): what freed the person in the year */
  gint64 org;
  guint rank;
} Line;

static void
line_free (Line *line)
{
  zb_study_year_free (line->year);
  g_free (line->exempt);
  g_free (line);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = *(Line *const *) a, *right = *(Line *const *) b;

  return left->rank < right->rank ? -1 : left->rank > right->rank;
}

/* Those of one organisation who belong to the list by their organisational membership. */
static gboolean
add_org (ZbRosterWorld *world, ZbMemberColumns *everybody, GHashTable *ranks, gint64 org, GPtrArray *out, GError **error)
{
  g_autoptr(GPtrArray) years = zb_study_of_org (world->db, org, world->request->as_of, error);

  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      ZbStudyYear *year = g_ptr_array_index (years, i);
      int index = zb_member_columns_find (everybody, year->person);
      ZbMemberEntry entry = { 0 };
      Line *line;

      if (index >= 0)
        zb_member_columns_get (everybody, (guint) index, &entry);
      if (index < 0 || !(zb_roster_world_has_org (world, entry.org) || zb_roster_world_has_org (world, entry.group)))
        continue;
      line = g_new0 (Line, 1);
      line->year = g_steal_pointer (&years->pdata[i]);
      line->org = entry.org;
      line->rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, &line->year->person));
      g_ptr_array_add (out, line);
    }
  return years != NULL;
}

static gboolean
collect_lines (ZbRosterWorld *world, ZbMemberColumns *everybody, GPtrArray *out, GError **error)
{
  g_autoptr(GHashTable) ranks = zb_people_ranks (world, everybody);

  if (world->request->org != 0)
    {
      if (!add_org (world, everybody, ranks, world->request->org, out, error))
        return FALSE;
    }
  else
    for (guint i = 0; i < zb_org_tree_size (world->tree); i++)
      if (zb_org_tree_at (world->tree, i)->depth == 0
          && !add_org (world, everybody, ranks, zb_org_tree_at (world->tree, i)->id, out, error))
        return FALSE;
  g_ptr_array_sort (out, compare_lines);
  return TRUE;
}

static gboolean
is_reached (const Line *line)
{
  return line->year->tenths >= line->year->needed;
}

static void
write_line (ZbMadeRows *rows, const Line *line, GHashTable *names, GHashTable *posts)
{
  const ZbStudyYear *year = line->year;
  char **cells = zb_made_rows_add (rows);

  zb_made_rows_of (rows, year->person);
  cells[NAME] = g_strdup (year->name);
  cells[BRANCH] = g_strdup (g_hash_table_lookup (names, &line->org));
  cells[POST] = g_strdup (g_hash_table_lookup (posts, &year->person));
  cells[NEEDED] = zb_hours_words (year->needed);
  cells[DONE] = zb_hours_words (year->tenths);
  cells[LACKING] = zb_hours_words (MAX (year->needed - year->tenths, 0));
  cells[MISSED] = zb_hours_words (year->missed);
  cells[REACHED] = g_strdup (is_reached (line) ? "达标" : "未达标");
  cells[NOTE] = g_strdup (line->exempt);
}

/* 共 9 人，达标 0 人，未达标 9 人（其中本年曾免于参会 1 人）。 */
static char *
total_words (GPtrArray *lines)
{
  g_autofree char *free_words = NULL;
  guint reached = 0, exempt = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);

      reached += is_reached (line);
      exempt += !is_reached (line) && line->exempt != NULL;
    }
  free_words = exempt > 0 ? g_strdup_printf ("（其中本年有免于参会情形 %u 人）", exempt) : g_strdup ("");
  return g_strdup_printf ("共 %u 人，达标 %u 人，未达标 %u 人%s。", lines->len, reached, lines->len - reached, free_words);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autoptr(ZbExemptWords) exempt = zb_exempt_words_load (world->db, 0, error);
  g_autoptr(GHashTable) posts = NULL;
  ZbDate day = world->request->as_of;
  ZbMadeRows *rows;

  if (exempt == NULL || everybody == NULL || !collect_lines (world, everybody, lines, error)
      || !(posts = zb_members_posts (world->db, world->request->as_of, error)))
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_study_hours);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = g_ptr_array_index (lines, i);

      line->exempt = zb_exempt_words_time (exempt, line->year->person, (ZbDate) { day.year, 1, 1 }, day);
      write_line (rows, line, names, posts);
      sheet->several = sheet->several || line->org != ((Line *) g_ptr_array_index (lines, 0))->org;
    }
  zb_made_rows_finish (rows);
  g_free (sheet->total);
  sheet->total = total_words (lines);
  return TRUE;
}

const ZbRowSource zb_row_source_study_hours = {
  .name = "study-hours",
  .is_made = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
