/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/service/zb-service.h"
#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-words.h"
#include "store/service/zb-service-list.h"
#include "store/zb-records.h"

/* Lists of service that go by organisations: activities, teams with their members, a year in figures. */

static char *
number_cell (gint64 number)
{
  return number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

static char *
hours_cell (gint64 tenths)
{
  return tenths != 0 ? zb_service_hours_text (tenths) : NULL;
}

/* Activities, in the order of their days */

enum { DAY, TITLE, ORG, PLACE, TEAM, NEEDED, SIGNED_UP, CAME, SERVED, HOURS };

static const ZbRowColumn activity_columns[] = {
  [DAY] = { "day", "活动日期", 5.5, FALSE, TRUE },
  [TITLE] = { "title", "活动名称", 11, FALSE, FALSE },
  [ORG] = { "org", "党组织", 7, FALSE, FALSE },
  [PLACE] = { "place", "地点", 8, FALSE, FALSE },
  [TEAM] = { "team", "服务队", 6, FALSE, FALSE },
  [NEEDED] = { "needed", "需要人数", 3, TRUE, FALSE },
  [SIGNED_UP] = { "signed_up", "报名人数", 3, TRUE, FALSE },
  [CAME] = { "came", "到场人数", 3, TRUE, FALSE },
  [SERVED] = { "served", "服务人次", 3, TRUE, FALSE },
  [HOURS] = { "hours", "服务时长（小时）", 5, TRUE, FALSE },
};

static gboolean
list_activities (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *sum = NULL;
  gint64 tenths = 0, org = 0;
  ZbDate from, to;
  ZbMadeRows *rows;

  zb_roster_request_period (world->request, &from, &to);
  if (!(lines = zb_service_activities_list (world->db, 0, from, to, error)))
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_service_activities);
  for (guint i = lines->len; i > 0; i--)
    {
      const ZbServiceLine *line = g_ptr_array_index (lines, i - 1);
      char **cells;

      if (!zb_roster_world_has_org (world, line->org) || !zb_date_is_set (line->day))
        continue;
      cells = zb_made_rows_add (rows);
      cells[DAY] = zb_date_to_print (line->day);
      cells[TITLE] = g_strdup (line->title);
      cells[ORG] = g_strdup (g_hash_table_lookup (names, &line->org));
      cells[PLACE] = g_strdup (line->place);
      cells[TEAM] = g_strdup (line->team);
      cells[NEEDED] = number_cell (line->needed);
      cells[SIGNED_UP] = number_cell (line->signed_up);
      cells[CAME] = number_cell (line->came);
      cells[SERVED] = number_cell (line->served_people);
      cells[HOURS] = hours_cell (line->tenths);
      sheet->several = sheet->several || (org != 0 && line->org != org);
      org = line->org;
      tenths += line->tenths;
    }
  zb_made_rows_finish (rows);
  sum = zb_service_hours_text (tenths);
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 场，服务时长 %s 小时。", zb_made_rows_size (rows), sum);
  return TRUE;
}

const ZbRowSource zb_row_source_service_activities = {
  .name = "service-activities",
  .is_made = TRUE,
  .columns = activity_columns,
  .n_columns = G_N_ELEMENTS (activity_columns),
  .list = list_activities,
};

/* Teams with their members, and what each served with the team in the year */

enum { T_TEAM, T_KIND, T_CAPTAIN, T_NAME, T_ROLE, T_JOINED, T_LEFT, T_TIMES, T_HOURS };

static const ZbRowColumn team_columns[] = {
  [T_TEAM] = { "team", "队伍名称", 9, FALSE, FALSE },
  [T_KIND] = { "kind", "队伍类型", 6, FALSE, FALSE },
  [T_CAPTAIN] = { "captain", "队长", 4, FALSE, FALSE, NULL, TRUE },
  [T_NAME] = { "name", "队员", 4, FALSE, FALSE, NULL, TRUE },
  [T_ROLE] = { "role", "职责", 5, FALSE, FALSE },
  [T_JOINED] = { "joined_on", "入队日期", 5.5, FALSE, TRUE },
  [T_LEFT] = { "left_on", "离队日期", 5.5, FALSE, TRUE },
  [T_TIMES] = { "times", "随队服务次数", 4, TRUE, FALSE },
  [T_HOURS] = { "hours", "随队服务时长（小时）", 5, TRUE, FALSE },
};

typedef struct {
  guint times;
  gint64 tenths;
} Served;

/* What people served with a team in a year: person → Served. */
static GHashTable *
served_with (ZbDb *db, gint64 team, int year, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, team);
  g_autoptr(GPtrArray) activities = zb_records_list (db, &zb_kind_service_activity, "team", id, FALSE, error);
  g_autoptr(GHashTable) out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      g_autofree char *activity = g_strdup_printf ("%" G_GINT64_FORMAT, ((ZbRecord *) g_ptr_array_index (activities, i))->id);
      g_autoptr(GPtrArray) hours = zb_records_list (db, &zb_kind_service_hours, "activity", activity, FALSE, error);

      for (guint k = 0; hours != NULL && k < hours->len; k++)
        {
          const ZbRecord *row = g_ptr_array_index (hours, k);
          gint64 person = zb_record_get_int (row, "person");
          Served *served = g_hash_table_lookup (out, &person);

          if (zb_record_get_date (row, "on").year != year)
            continue;
          if (served == NULL)
            g_hash_table_insert (out, g_memdup2 (&person, sizeof person), served = g_new0 (Served, 1));
          served->times += zb_record_get (row, "corrects") == NULL;
          served->tenths += zb_record_get_int (row, "hours");
        }
      if (hours == NULL)
        return NULL;
    }
  return activities != NULL ? g_steal_pointer (&out) : NULL;
}

/* Whether the team was there, and somebody in it, in the year. */
static gboolean
is_of_year (const ZbRecord *record, const char *from, const char *to, int year)
{
  ZbDate begin = zb_record_get_date (record, from), end = zb_record_get_date (record, to);

  return (!zb_date_is_set (begin) || begin.year <= year) && (!zb_date_is_set (end) || end.year >= year);
}

static void
write_team_head (char **cells, const ZbRecord *team)
{
  cells[T_TEAM] = g_strdup (zb_record_title (team));
  cells[T_KIND] = g_strdup (zb_label_words (team, "kind"));
  cells[T_CAPTAIN] = g_strdup (zb_record_get (team, "captain"));
}

static gboolean
add_team (ZbMadeRows *rows, ZbRosterWorld *world, const ZbRecord *team, gint64 *tenths, GError **error)
{
  int year = world->request->from.year;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, team->id);
  g_autoptr(GPtrArray) members = zb_records_list (world->db, &zb_kind_team_member, "team", id, FALSE, error);
  g_autoptr(GHashTable) served = members != NULL ? served_with (world->db, team->id, year, error) : NULL;
  gboolean is_empty = TRUE;

  for (guint i = 0; served != NULL && i < members->len; i++)
    {
      const ZbRecord *member = g_ptr_array_index (members, i);
      gint64 person = zb_record_get_int (member, "person");
      const Served *his = g_hash_table_lookup (served, &person);
      char **cells;

      if (!is_of_year (member, "joined_on", "left_on", year))
        continue;
      is_empty = FALSE;
      cells = zb_made_rows_add (rows);
      write_team_head (cells, team);
      cells[T_NAME] = g_strdup (zb_record_get (member, "name"));
      cells[T_ROLE] = g_strdup (zb_record_get (member, "role"));
      cells[T_JOINED] = zb_date_to_print (zb_record_get_date (member, "joined_on"));
      cells[T_LEFT] = zb_date_to_print (zb_record_get_date (member, "left_on"));
      cells[T_TIMES] = his != NULL ? number_cell (his->times) : NULL;
      cells[T_HOURS] = his != NULL ? hours_cell (his->tenths) : NULL;
      *tenths += his != NULL ? his->tenths : 0;
    }
  if (served != NULL && is_empty)
    write_team_head (zb_made_rows_add (rows), team);
  return served != NULL;
}

static gboolean
list_teams (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autoptr(GPtrArray) teams = zb_records_list (world->db, &zb_kind_team, NULL, NULL, FALSE, error);
  g_autofree char *sum = NULL;
  gint64 tenths = 0;
  guint n = 0;
  ZbMadeRows *rows;

  if (teams == NULL)
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_service_teams);
  for (guint at = 0; at < zb_org_tree_size (world->tree); at++)
    for (guint i = 0; i < teams->len; i++)
      {
        const ZbRecord *team = g_ptr_array_index (teams, i);
        gint64 org = zb_record_get_int (team, "org");

        if (org != zb_org_tree_at (world->tree, at)->id || !zb_roster_world_has_org (world, org)
            || !is_of_year (team, "founded_on", "closed_on", world->request->from.year))
          continue;
        n++;
        if (!add_team (rows, world, team, &tenths, error))
          return FALSE;
      }
  zb_made_rows_finish (rows);
  sum = zb_service_hours_text (tenths);
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 支队伍，队员随队服务 %s 小时。", n, sum);
  return TRUE;
}

const ZbRowSource zb_row_source_service_teams = {
  .name = "service-teams",
  .is_made = TRUE,
  .columns = team_columns,
  .n_columns = G_N_ELEMENTS (team_columns),
  .list = list_teams,
};

/* A year in figures, by the organisations that people belong to on the day of the list and that held the activities */

enum { Y_ORG, Y_ACTIVITIES, Y_SERVED, Y_PEOPLE, Y_TIMES, Y_HOURS };

static const ZbRowColumn year_columns[] = {
  [Y_ORG] = { "org", "党组织", 9, FALSE, FALSE },
  [Y_ACTIVITIES] = { "activities", "活动场次", 4, TRUE, FALSE },
  [Y_SERVED] = { "served", "服务对象人次", 4, TRUE, FALSE },
  [Y_PEOPLE] = { "people", "参加党员人数", 4, TRUE, FALSE },
  [Y_TIMES] = { "times", "参加人次", 4, TRUE, FALSE },
  [Y_HOURS] = { "hours", "服务时长（小时）", 5, TRUE, FALSE },
};

typedef struct {
  gint64 activities;
  gint64 served;
  gint64 people;
  gint64 times;
  gint64 tenths;
} Figures;

static Figures *
figures_of (GHashTable *all, gint64 org)
{
  Figures *found = g_hash_table_lookup (all, &org);

  if (found == NULL)
    g_hash_table_insert (all, g_memdup2 (&org, sizeof org), found = g_new0 (Figures, 1));
  return found;
}

static gboolean
count_year (ZbRosterWorld *world, GHashTable *all, GError **error)
{
  ZbDate from = { world->request->from.year, 0, 0 }, to = world->request->as_of;
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_autoptr(GHashTable) years = everybody != NULL ? zb_service_years (world->db, from, to, FALSE, error) : NULL;
  g_autoptr(GPtrArray) lines = years != NULL ? zb_service_activities_list (world->db, 0, from, to, error) : NULL;
  GHashTableIter iter;
  gpointer value;

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const ZbServiceLine *line = g_ptr_array_index (lines, i);

      if (g_strcmp0 (line->state, "held") == 0)
        {
          figures_of (all, line->org)->activities++;
          figures_of (all, line->org)->served += line->served_people;
        }
    }
  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const ZbServiceYear *year = value;
      int index = zb_member_columns_find (everybody, year->person);
      ZbMemberEntry entry = { 0 };
      Figures *figures;

      if (index >= 0)
        zb_member_columns_get (everybody, (guint) index, &entry);
      figures = figures_of (all, entry.org);
      figures->people += year->tenths > 0;
      figures->times += year->times;
      figures->tenths += year->tenths;
    }
  return TRUE;
}

static gboolean
list_orgs (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autofree char *hours = NULL;
  Figures sum = { 0 };
  ZbMadeRows *rows;

  if (!count_year (world, all, error))
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_service_year);
  for (guint at = 0; at < zb_org_tree_size (world->tree); at++)
    {
      const ZbOrg *org = zb_org_tree_at (world->tree, at);
      const Figures *figures = g_hash_table_lookup (all, &org->id);
      char **cells;

      if (figures == NULL || !zb_roster_world_has_org (world, org->id))
        continue;
      cells = zb_made_rows_add (rows);
      cells[Y_ORG] = g_strdup (g_hash_table_lookup (names, &org->id));
      cells[Y_ACTIVITIES] = number_cell (figures->activities);
      cells[Y_SERVED] = number_cell (figures->served);
      cells[Y_PEOPLE] = number_cell (figures->people);
      cells[Y_TIMES] = number_cell (figures->times);
      cells[Y_HOURS] = hours_cell (figures->tenths);
      sum.activities += figures->activities;
      sum.people += figures->people;
      sum.tenths += figures->tenths;
    }
  zb_made_rows_finish (rows);
  hours = zb_service_hours_text (sum.tenths);
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("合计：活动 %" G_GINT64_FORMAT " 场，参加党员 %" G_GINT64_FORMAT " 人，服务时长 %s 小时。", sum.activities, sum.people, hours);
  return TRUE;
}

const ZbRowSource zb_row_source_service_year = {
  .name = "service-year",
  .is_made = TRUE,
  .columns = year_columns,
  .n_columns = G_N_ELEMENTS (year_columns),
  .list = list_orgs,
};
