/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-people-list.h"
#include "store/life/zb-attendance-list.h"
#include "store/zb-records.h"

/* 签到统计: how often each was expected, came, was on leave or absent, between two days; and so for every kind of
 * meeting. Conditions are on the meetings that count. */

enum { NAME, BRANCH, EXPECTED, PRESENT, LATE, EXCUSED, ABSENT, MADE_UP, EXTRA, FIRST_KIND, N_COLUMNS = FIRST_KIND + ZB_N_MEETING_KINDS };

static const ZbRowColumn columns[N_COLUMNS] = {
  [NAME] = { "name", "姓名", 4, FALSE, FALSE, NULL, TRUE },
  [BRANCH] = { "branch", "所在党支部", 7, FALSE, FALSE },
  [EXPECTED] = { "expected", "应到", 3, TRUE, FALSE },
  [PRESENT] = { "present", "实到", 3, TRUE, FALSE },
  [LATE] = { "late", "其中迟到", 3, TRUE, FALSE },
  [EXCUSED] = { "excused", "请假", 3, TRUE, FALSE },
  [ABSENT] = { "absent", "缺席", 3, TRUE, FALSE },
  [MADE_UP] = { "made_up", "补学", 3, TRUE, FALSE },
  [EXTRA] = { "extra", "不计应到而到会", 4, TRUE, FALSE },
  [FIRST_KIND + ZB_MEETING_ASSEMBLY] = { "assembly", "支部党员大会", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_COMMITTEE] = { "committee", "支部委员会", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_GROUP] = { "group", "党小组会", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_LECTURE] = { "lecture", "党课", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_THEME_DAY] = { "theme_day", "主题党日", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_LIFE] = { "life", "组织生活会", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_APPRAISAL] = { "appraisal", "民主评议党员", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_STUDY] = { "study", "学习会", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_DEMOCRATIC_LIFE] = { "democratic_life", "民主生活会", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_CEREMONY] = { "ceremony", "仪式", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_SERVICE] = { "service", "志愿服务", 4, FALSE, FALSE },
  [FIRST_KIND + ZB_MEETING_OTHER] = { "other", "其他活动", 4, FALSE, FALSE },
};

typedef struct {
  guint expected;
  guint present;
  guint late;
  guint excused;
  guint made_up;
  guint extra;
} Figures;

typedef struct {
  gint64 person;
  char *name;
  guint rank;
  Figures all;
  Figures kinds[ZB_N_MEETING_KINDS];
} Person;

typedef struct {
  ZbRosterWorld *world;
  GHashTable *meetings; /* (owned): id → whether it counts */
  GHashTable *by_id;    /* (owned): id → Person */
  GHashTable *by_name;  /* (owned): of those who are no members of the registry */
  GPtrArray *people;    /* (owned) (element-type Person) */
} Count;

static void
person_free (Person *person)
{
  g_free (person->name);
  g_free (person);
}

static gboolean
counts (Count *count, const ZbAttendanceLine *line)
{
  const ZbRosterRequest *request = count->world->request;
  g_autoptr(ZbRecord) meeting = NULL;
  gpointer known;
  gboolean does;

  if (g_hash_table_lookup_extended (count->meetings, &line->meeting, NULL, &known))
    return GPOINTER_TO_INT (known);
  does = zb_roster_world_has_org (count->world, line->org);
  if (does && request->filter != NULL)
    {
      meeting = zb_records_get (count->world->db, &zb_kind_meeting, line->meeting, FALSE, NULL);
      does = meeting != NULL && zb_filter_matches (request->filter, meeting);
    }
  g_hash_table_insert (count->meetings, g_memdup2 (&line->meeting, sizeof line->meeting), GINT_TO_POINTER (does));
  return does;
}

static Person *
person_of (Count *count, const ZbAttendanceLine *line)
{
  Person *person = line->person != 0 ? g_hash_table_lookup (count->by_id, &line->person) : g_hash_table_lookup (count->by_name, line->name);

  if (person != NULL)
    return person;
  person = g_new0 (Person, 1);
  person->person = line->person;
  person->name = g_strdup (line->name);
  g_ptr_array_add (count->people, person);
  if (line->person != 0)
    g_hash_table_insert (count->by_id, &person->person, person);
  else
    g_hash_table_insert (count->by_name, person->name, person);
  return person;
}

static void
add (Figures *figures, const ZbAttendanceLine *line)
{
  figures->expected += line->expected;
  figures->present += line->expected && line->came;
  figures->late += line->expected && line->late;
  figures->excused += line->expected && line->excused;
  figures->made_up += line->expected && !line->came && line->made_up;
  figures->extra += !line->expected && line->came;
}

static void
on_line (const ZbAttendanceLine *line, gpointer user_data)
{
  Count *count = user_data;
  Person *person;

  if ((!line->expected && !line->came) || !counts (count, line))
    return;
  person = person_of (count, line);
  add (&person->all, line);
  add (&person->kinds[line->kind], line);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const Person *left = *(Person *const *) a, *right = *(Person *const *) b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  return strcmp (left->name, right->name);
}

static void
sort (Count *count, ZbMemberColumns *everybody)
{
  g_autoptr(GHashTable) ranks = zb_people_ranks (count->world, everybody);

  for (guint i = 0; i < count->people->len; i++)
    {
      Person *person = g_ptr_array_index (count->people, i);

      person->rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, &person->person)) - 1;
    }
  g_ptr_array_sort (count->people, compare_people);
}

/* 3/4, and what was made up of the rest: 3/4（补1）. */
static char *
kind_text (const Figures *figures)
{
  if (figures->expected == 0)
    return figures->extra > 0 ? g_strdup_printf ("%u/0", figures->extra) : NULL;
  return figures->made_up > 0 ? g_strdup_printf ("%u/%u（补%u）", figures->present, figures->expected, figures->made_up)
                              : g_strdup_printf ("%u/%u", figures->present, figures->expected);
}

static void
add_row (ZbMadeRows *rows, const Person *person, const char *branch)
{
  const struct { int column; guint n; } numbers[] = {
    { EXPECTED, person->all.expected }, { PRESENT, person->all.present }, { LATE, person->all.late },
    { EXCUSED, person->all.excused }, { ABSENT, person->all.expected - person->all.present - person->all.excused },
    { MADE_UP, person->all.made_up }, { EXTRA, person->all.extra },
  };
  char **cells = zb_made_rows_add (rows);

  cells[NAME] = g_strdup (person->name);
  cells[BRANCH] = g_strdup (branch);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    cells[numbers[i].column] = g_strdup_printf ("%u", numbers[i].n);
  for (guint kind = 0; kind < ZB_N_MEETING_KINDS; kind++)
    cells[FIRST_KIND + kind] = kind_text (&person->kinds[kind]);
}

static guint
count_meetings (Count *count)
{
  GHashTableIter iter;
  gpointer does;
  guint n = 0;

  g_hash_table_iter_init (&iter, count->meetings);
  while (g_hash_table_iter_next (&iter, NULL, &does))
    n += GPOINTER_TO_INT (does);
  return n;
}

static char *
total_line (Count *count)
{
  Figures all = { 0 };
  g_autofree char *rate = NULL;

  for (guint i = 0; i < count->people->len; i++)
    {
      const Person *person = g_ptr_array_index (count->people, i);

      all.expected += person->all.expected;
      all.present += person->all.present;
      all.excused += person->all.excused;
      all.made_up += person->all.made_up;
    }
  if (all.expected > 0)
    rate = g_strdup_printf ("（到会率 %.1f%%）", 100.0 * all.present / all.expected);
  return g_strdup_printf ("共 %u 次会议、%u 人；应到 %u 人次，实到 %u 人次%s，请假 %u 人次，缺席 %u 人次，补学 %u 人次。", count_meetings (count),
                          count->people->len, all.expected, all.present, rate != NULL ? rate : "", all.excused,
                          all.expected - all.present - all.excused, all.made_up);
}

static void
write_rows (ZbSheet *sheet, Count *count, ZbMemberColumns *everybody)
{
  g_autoptr(GHashTable) names = zb_roster_world_org_names (count->world);
  ZbMadeRows *rows = zb_made_rows_new (sheet, &zb_row_source_attendance);
  gint64 first = 0;

  for (guint i = 0; i < count->people->len; i++)
    {
      const Person *person = g_ptr_array_index (count->people, i);
      int index = zb_member_columns_find (everybody, person->person);
      ZbMemberEntry entry = { 0 };

      if (index >= 0)
        zb_member_columns_get (everybody, (guint) index, &entry);
      add_row (rows, person, g_hash_table_lookup (names, &entry.org));
      sheet->several = sheet->several || (first != 0 && entry.org != first);
      first = entry.org;
    }
  zb_made_rows_finish (rows);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autoptr(GHashTable) meetings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  Count count = { world, meetings, by_id, by_name, people };
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  ZbDate from, to;

  zb_roster_request_period (world->request, &from, &to);
  if (everybody == NULL || !zb_attendance_each (world->db, from, to, on_line, &count, error))
    return FALSE;
  sort (&count, everybody);
  write_rows (sheet, &count, everybody);
  g_free (sheet->total);
  sheet->total = total_line (&count);
  return TRUE;
}

const ZbRowSource zb_row_source_attendance = {
  .name = "attendance-figures",
  .is_made = TRUE,
  .takes_filter = TRUE,
  .columns = columns,
  .n_columns = N_COLUMNS,
  .list = list,
};
