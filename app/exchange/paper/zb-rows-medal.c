/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-people-list.h"
#include "exchange/paper/zb-person-cells.h"
#include "store/life/zb-ceremonies.h"
#include "store/zb-check.h"

/* 光荣在党50年: who has been a member for so many years on the day of the year that the rules name, who will be soon, and of whom it
 * cannot be said. Who was given the medal in an earlier year is only counted. */

enum { NAME, STANDING = 6, RESULT, AWARDED_ON };

static const ZbRowColumn columns[] = {
  [NAME] = { "name", "姓名", 4, FALSE, FALSE, "member.name" },
  { "sex", "性别", 2.5, FALSE, FALSE, "member.sex" },
  { "ethnicity", "民族", 4, FALSE, FALSE, "member.ethnicity" },
  { "birth_date", "出生年月", 4.5, FALSE, TRUE, "member.birth_date" },
  { "joined_on", "入党时间", 6, FALSE, TRUE, "member.joined_on" },
  { "confirmed_on", "转正时间", 6, FALSE, TRUE, "member.confirmed_on" },
  [STANDING] = { "standing", "党龄", 6, FALSE, FALSE, NULL },
  [RESULT] = { "result", "认定情况", 7, FALSE, FALSE, NULL },
  [AWARDED_ON] = { "awarded_on", "颁发时间", 6, FALSE, TRUE, NULL },
  { "correction", "党龄校正值（月）", 4, TRUE, FALSE, "member.standing_correction" },
  { "branch", "所在党支部", 7, FALSE, FALSE, "member.branch" },
  { "work_unit", "工作单位及职务", 9, FALSE, FALSE, "member.work_unit" },
  { "id_number", "公民身份号码", 10, FALSE, FALSE, "member.id_number" },
  { "phone", "联系电话", 7, FALSE, FALSE, "member.phone" },
  { "address", "家庭住址", 10, FALSE, FALSE, "member.address" },
  { "note", "备注", 6, FALSE, FALSE, "member.note" },
};

/* In the order in which they stand in the list. */
typedef enum {
  DESERVES,  /* and has no medal yet, or was given it this year */
  SOON,      /* falls a few months short */
  UNCERTAIN, /* a member for long enough, but nobody knows when confirmed */
  N_RESULTS,
  NO_MATTER
} Result;

typedef struct {
  ZbDate day;     /* on which it is counted */
  int needed;     /* months */
  int near_months;
  GHashTable *awarded; /* (owned): id of the person → day, packed */
  guint counts[N_RESULTS];
  guint n_earlier;
} Medal;

static void
medal_clear (Medal *self)
{
  g_clear_pointer (&self->awarded, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Medal, medal_clear)

static gboolean
read_rules (Medal *self, const ZbRosterWorld *world, GError **error)
{
  g_autoptr(ZbRules) rules = zb_rules_load (world->db, error);
  ZbDate from, to;

  zb_roster_request_period (world->request, &from, &to);
  if (rules == NULL)
    return FALSE;
  self->day = (ZbDate) { from.year, (guint8) zb_rules_value (rules, "medal50.month", from), (guint8) zb_rules_value (rules, "medal50.day", from) };
  self->needed = (int) (12 * zb_rules_value (rules, "medal50.years", self->day));
  self->near_months = (int) zb_rules_value (rules, "medal50.near", self->day);
  return TRUE;
}

/* Who was given the medal by the end of the year, as the ceremonies say. */
static gboolean
read_awards (Medal *self, const ZbRosterWorld *world, GError **error)
{
  g_autoptr(GPtrArray) ceremonies = zb_ceremonies_list (world->db, 0, error);

  self->awarded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; ceremonies != NULL && i < ceremonies->len; i++)
    {
      const ZbCeremonyLine *line = g_ptr_array_index (ceremonies, i);
      g_autoptr(GPtrArray) people = NULL;

      if (g_strcmp0 (line->type, "medal") != 0 || g_strcmp0 (line->state, "held") != 0 || line->day.year > self->day.year)
        continue;
      if (!(people = zb_ceremonies_people (world->db, line->ceremony, error)))
        return FALSE;
      for (guint j = 0; j < people->len; j++)
        {
          const ZbRecord *one = g_ptr_array_index (people, j);
          gint64 person = zb_record_get_int (one, "person");

          if (person != 0 && g_strcmp0 (zb_record_get (one, "role"), "honoured") == 0)
            g_hash_table_insert (self->awarded, g_memdup2 (&person, sizeof person), GUINT_TO_POINTER (zb_date_pack (line->day)));
        }
    }
  return ceremonies != NULL;
}

static ZbDate
awarded_on (const Medal *self, gint64 person)
{
  return zb_date_unpack (GPOINTER_TO_UINT (g_hash_table_lookup (self->awarded, &person)));
}

static Result
result_of (Medal *self, const ZbMemberEntry *entry)
{
  ZbDate given = awarded_on (self, entry->id);
  int months = zb_standing_months (&entry->standing, self->day);

  if (zb_date_is_set (given) && given.year < self->day.year)
    {
      self->n_earlier++;
      return NO_MATTER;
    }
  if (zb_date_is_set (given) || months >= self->needed)
    return DESERVES;
  if (months >= 0)
    return self->needed - months <= self->near_months ? SOON : NO_MATTER;
  return zb_standing_category (&entry->standing, self->day) == ZB_CATEGORY_FULL && !zb_date_is_set (entry->standing.confirmed)
             && zb_date_is_set (entry->standing.joined) && zb_date_months_between (entry->standing.joined, self->day) >= self->needed
           ? UNCERTAIN : NO_MATTER;
}

/* 50年3个月 */
static char *
length_words (int months)
{
  if (months % 12 == 0)
    return g_strdup_printf ("%d年", months / 12);
  return months < 12 ? g_strdup_printf ("%d个月", months) : g_strdup_printf ("%d年%d个月", months / 12, months % 12);
}

static gboolean
add_row (const Medal *self, ZbMadeRows *rows, ZbPersonCells *cells, const ZbMemberEntry *entry, Result result, GError **error)
{
  int months = zb_standing_months (&entry->standing, self->day);
  ZbDate given = awarded_on (self, entry->id);
  g_autofree char *missing = length_words (MAX (self->needed - months, 0));
  char **row = zb_made_rows_add (rows);

  row[STANDING] = months >= 0 ? length_words (months) : NULL;
  row[AWARDED_ON] = zb_date_to_print (given);
  if (result == SOON)
    row[RESULT] = g_strdup_printf ("差%s", missing);
  else
    row[RESULT] = g_strdup (result == UNCERTAIN ? "转正时间不详，待核" : zb_date_is_set (given) ? "已颁发" : "符合");
  zb_made_rows_of (rows, entry->id);
  return zb_person_cells_fill (cells, entry->id, row, error);
}

/* Those of one result, in the order of the list. */
static gboolean
add_rows (Medal *self, ZbSheet *sheet, ZbRosterWorld *world, const gint64 *ids, const guint8 *results, guint n, GError **error)
{
  g_autoptr(ZbPersonCells) cells = zb_person_cells_new (world, &zb_row_source_medal, error);
  ZbMadeRows *rows = zb_made_rows_new (sheet, &zb_row_source_medal);
  gint64 org = 0;

  for (guint result = 0; cells != NULL && result < N_RESULTS; result++)
    for (guint i = 0; i < n; i++)
      {
        ZbMemberEntry entry;

        if (results[i] != result)
          continue;
        zb_member_columns_get (world->columns, (guint) zb_member_columns_find (world->columns, ids[i]), &entry);
        if (!add_row (self, rows, cells, &entry, (Result) result, error))
          return FALSE;
        self->counts[result]++;
        sheet->several = sheet->several || (org != 0 && entry.org != org);
        org = entry.org;
      }
  zb_made_rows_finish (rows);
  return cells != NULL;
}

static char *
total_line (const Medal *self)
{
  GString *out = g_string_new (NULL);

  g_string_printf (out, "符合条件 %u 人，差 %d 个月以内 %u 人", self->counts[DESERVES], self->near_months, self->counts[SOON]);
  if (self->counts[UNCERTAIN] > 0)
    g_string_append_printf (out, "，转正时间不详待核 %u 人", self->counts[UNCERTAIN]);
  g_string_append (out, "。");
  if (self->n_earlier > 0)
    g_string_append_printf (out, "往年已颁发 %u 人，未列入。", self->n_earlier);
  return g_string_free (out, FALSE);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_auto(Medal) self = { 0 };
  g_autofree gint64 *ids = NULL;
  g_autofree guint8 *results = NULL;
  guint n;

  if (everybody == NULL || !read_rules (&self, world, error) || !read_awards (&self, world, error)
      || !zb_people_list (world, everybody, &ids, &n, error))
    return FALSE;
  results = g_new (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    {
      int index = zb_member_columns_find (everybody, ids[i]);
      ZbMemberEntry entry = { 0 };

      if (index >= 0)
        zb_member_columns_get (everybody, (guint) index, &entry);
      results[i] = (guint8) (index >= 0 ? result_of (&self, &entry) : NO_MATTER);
    }
  if (!add_rows (&self, sheet, world, ids, results, n, error))
    return FALSE;
  g_free (sheet->total);
  sheet->total = total_line (&self);
  g_free (sheet->note_right);
  sheet->note_right = g_strdup_printf ("党龄计算至：%d年%d月%d日", self.day.year, self.day.month, self.day.day);
  return TRUE;
}

const ZbRowSource zb_row_source_medal = {
  .name = "medal50",
  .is_made = TRUE,
  .takes_filter = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
