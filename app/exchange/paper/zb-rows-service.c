/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/service/zb-service.h"
#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-words.h"
#include "exchange/paper/zb-people-list.h"
#include "store/service/zb-service-hours.h"
#include "store/service/zb-service-list.h"
#include "store/zb-check.h"
#include "store/zb-records.h"

/* Lists of service that go by people: one member's statement, everybody's year, who reported, which certificates were issued. */

static char *
hours_cell (gint64 tenths)
{
  return tenths != 0 ? zb_service_hours_text (tenths) : NULL;
}

/* Where a person of a record belongs on the day of the list. */
static const char *
branch_of (ZbMemberColumns *everybody, GHashTable *names, gint64 person, gint64 *out_org, gint64 *out_group)
{
  int index = zb_member_columns_find (everybody, person);
  ZbMemberEntry entry = { 0 };

  if (index >= 0)
    zb_member_columns_get (everybody, (guint) index, &entry);
  *out_org = entry.org;
  *out_group = entry.group;
  return g_hash_table_lookup (names, &entry.org);
}

static gboolean
is_asked (const ZbRosterWorld *world, gint64 org, gint64 group)
{
  return world->request->org == 0 || zb_roster_world_has_org (world, org) || zb_roster_world_has_org (world, group);
}

/* One member */

enum { DAY, TIME, CONTENTS, PLACE, HOURS, SOURCE, CONFIRMED_BY, NOTE };

static const ZbRowColumn person_columns[] = {
  [DAY] = { "day", "服务日期", 5.5, FALSE, TRUE },
  [TIME] = { "time", "服务时间", 6, FALSE, FALSE },
  [CONTENTS] = { "contents", "服务内容", 12, FALSE, FALSE },
  [PLACE] = { "place", "服务地点", 8, FALSE, FALSE },
  [HOURS] = { "hours", "时长（小时）", 4, TRUE, FALSE },
  [SOURCE] = { "source", "来源", 4, FALSE, FALSE },
  [CONFIRMED_BY] = { "confirmed_by", "确认人", 4, FALSE, FALSE, NULL, TRUE },
  [NOTE] = { "note", "备注", 8, FALSE, FALSE },
};

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const ZbRecord *left = *(ZbRecord *const *) a, *right = *(ZbRecord *const *) b;
  int order = zb_date_compare (zb_record_get_date (left, "on"), zb_record_get_date (right, "on"));

  return order != 0 ? order : left->id < right->id ? -1 : left->id > right->id;
}

static void
write_hours (ZbMadeRows *rows, const ZbRecord *row)
{
  char **cells = zb_made_rows_add (rows);

  cells[DAY] = zb_date_to_print (zb_record_get_date (row, "on"));
  if (zb_record_get (row, "started_at") != NULL && zb_record_get (row, "ended_at") != NULL)
    cells[TIME] = g_strdup_printf ("%s—%s", zb_record_get (row, "started_at"), zb_record_get (row, "ended_at"));
  cells[CONTENTS] = g_strdup (zb_record_get (row, "contents"));
  cells[PLACE] = g_strdup (zb_record_get (row, "place"));
  cells[HOURS] = zb_service_hours_text (zb_record_get_int (row, "hours"));
  cells[SOURCE] = g_strdup (zb_label_words (row, "source"));
  cells[CONFIRMED_BY] = g_strdup (zb_record_get (row, "confirmed_by"));
  cells[NOTE] = g_strdup (zb_record_get (row, "why"));
}

static char *
statement_total (ZbDb *db, gint64 person, ZbDate day, gint64 year, guint times)
{
  ZbServiceStanding standing = { 0 };
  g_autofree char *hours = zb_service_hours_text (year), *all = NULL;

  zb_service_standing (db, person, day, &standing, NULL);
  all = zb_service_hours_text (standing.all);
  return g_strdup_printf ("本年服务 %u 次，%s 小时；累计 %s 小时%s%s。", times, hours, all, standing.stars > 0 ? "，星级：" : "",
                          zb_service_star_words (standing.stars));
}

static gboolean
list_person (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, world->request->subject);
  g_autoptr(GPtrArray) all = zb_records_list (world->db, &zb_kind_service_hours, "person", id, FALSE, error);
  g_autoptr(ZbRecord) member = all != NULL ? zb_records_get (world->db, &zb_kind_member, world->request->subject, FALSE, error) : NULL;
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  ZbMemberColumns *everybody = member != NULL ? zb_roster_world_columns (world, error) : NULL;
  int year = world->request->from.year;
  gint64 tenths = 0, org, group;
  const char *branch;
  guint times = 0;
  ZbMadeRows *rows;

  if (everybody == NULL)
    return FALSE;
  g_ptr_array_sort (all, compare_days);
  rows = zb_made_rows_new (sheet, &zb_row_source_service_person);
  for (guint i = 0; i < all->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (all, i);

      if (zb_record_get_date (row, "on").year != year)
        continue;
      write_hours (rows, row);
      tenths += zb_record_get_int (row, "hours");
      times += zb_record_get (row, "corrects") == NULL;
    }
  zb_made_rows_finish (rows);
  branch = branch_of (everybody, names, member->id, &org, &group);
  sheet->subject = g_strdup (zb_record_title (member));
  g_free (sheet->note_left);
  sheet->note_left = g_strdup_printf ("所在党支部：%s", branch != NULL ? branch : "＿＿＿＿＿＿＿＿");
  g_free (sheet->total);
  sheet->total = statement_total (world->db, member->id, world->request->as_of, tenths, times);
  return TRUE;
}

const ZbRowSource zb_row_source_service_person = {
  .name = "service-person",
  .is_made = TRUE,
  .columns = person_columns,
  .n_columns = G_N_ELEMENTS (person_columns),
  .list = list_person,
};

/* Everybody's year, in the order of names or posts */

enum { NAME, BRANCH, TIMES, YEAR_HOURS, ALL, STARS, YEAR_NOTE };

static const ZbRowColumn year_columns[] = {
  [NAME] = { "name", "姓名", 4, FALSE, FALSE, NULL, TRUE },
  [BRANCH] = { "branch", "所在党支部", 7, FALSE, FALSE },
  [TIMES] = { "times", "服务次数", 4, TRUE, FALSE },
  [YEAR_HOURS] = { "hours", "本年时长（小时）", 5, TRUE, FALSE },
  [ALL] = { "all", "累计时长（小时）", 5, TRUE, FALSE },
  [STARS] = { "stars", "星级", 3, FALSE, FALSE },
  [YEAR_NOTE] = { "note", "备注", 6, FALSE, FALSE },
};

static gboolean
list_year (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  ZbDate day = world->request->as_of;
  g_autoptr(GHashTable) years = everybody != NULL ? zb_service_years (world->db, (ZbDate) { world->request->from.year, 0, 0 }, day, TRUE, error) : NULL;
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autoptr(ZbRules) rules = years != NULL ? zb_rules_load (world->db, error) : NULL;
  g_autofree gint64 *ids = NULL;
  g_autofree char *sum = NULL;
  gint64 tenths = 0, first = 0;
  guint n = 0, served = 0;
  ZbMadeRows *rows;

  if (rules == NULL || !zb_people_list (world, everybody, &ids, &n, error))
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_service_hours);
  for (guint i = 0; i < n; i++)
    {
      const ZbServiceYear *year = g_hash_table_lookup (years, &ids[i]);
      int index = zb_member_columns_find (everybody, ids[i]);
      ZbMemberEntry entry = { 0 };
      char **cells = zb_made_rows_add (rows);

      zb_made_rows_of (rows, ids[i]);
      if (index >= 0)
        zb_member_columns_get (everybody, (guint) index, &entry);
      cells[NAME] = g_strdup (entry.name);
      cells[BRANCH] = g_strdup (g_hash_table_lookup (names, &entry.org));
      sheet->several = sheet->several || (first != 0 && entry.org != first);
      first = entry.org;
      if (year == NULL)
        continue;
      cells[TIMES] = g_strdup_printf ("%u", year->times);
      cells[YEAR_HOURS] = hours_cell (year->tenths);
      cells[ALL] = hours_cell (year->all);
      cells[STARS] = g_strdup (zb_service_star_words (zb_service_stars (zb_service_stars_by_year (rules, day) ? year->tenths : year->all, rules, day)));
      tenths += year->tenths;
      served += year->tenths > 0;
    }
  zb_made_rows_finish (rows);
  sum = zb_service_hours_text (tenths);
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 人，其中参加志愿服务 %u 人，服务时长 %s 小时。", n, served, sum);
  return TRUE;
}

const ZbRowSource zb_row_source_service_hours = {
  .name = "service-hours",
  .is_made = TRUE,
  .columns = year_columns,
  .n_columns = G_N_ELEMENTS (year_columns),
  .list = list_year,
};

/* 双报到: who reported to the community where he lives */

enum { R_NAME, R_BRANCH, R_COMMUNITY, R_GRID, R_ON, R_SLIP, R_SKILLS, R_SERVICES, R_CONTACT, R_QUARTERS };

static const ZbRowColumn reported_columns[] = {
  [R_NAME] = { "name", "姓名", 4, FALSE, FALSE, NULL, TRUE },
  [R_BRANCH] = { "branch", "所在党支部", 7, FALSE, FALSE },
  [R_COMMUNITY] = { "community", "居住地社区", 7, FALSE, FALSE },
  [R_GRID] = { "grid", "网格", 5, FALSE, FALSE },
  [R_ON] = { "reported_on", "报到日期", 5.5, FALSE, TRUE },
  [R_SLIP] = { "slip", "报到单编号", 6, FALSE, FALSE },
  [R_SKILLS] = { "skills", "个人专长", 7, FALSE, FALSE },
  [R_SERVICES] = { "services", "服务类别", 7, FALSE, FALSE },
  [R_CONTACT] = { "contact", "社区联系人", 5, FALSE, FALSE, NULL, TRUE },
  [R_QUARTERS] = { "quarters", "已反馈季度", 5, FALSE, FALSE },
};

/* 第1、2季度 of the year of the list. */
static char *
quarters_of (ZbDb *db, gint64 volunteer, int year)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, volunteer);
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_community_feedback, "volunteer", id, FALSE, NULL);
  g_autoptr(GString) out = g_string_new (NULL);

  for (gint64 quarter = 1; quarter <= 4; quarter++)
    for (guint i = 0; all != NULL && i < all->len; i++)
      if (zb_record_get_int (g_ptr_array_index (all, i), "year") == year && zb_record_get_int (g_ptr_array_index (all, i), "quarter") == quarter)
        g_string_append_printf (out, "%s%d", out->len > 0 ? "、" : "", (int) quarter);
  return out->len > 0 ? g_strdup_printf ("第%s季度", out->str) : NULL;
}

static void
write_reported (ZbMadeRows *rows, ZbRosterWorld *world, const ZbRecord *volunteer, const ZbMemberEntry *entry, const char *branch)
{
  static const struct { guint cell; const char *field; } same[] = {
    { R_COMMUNITY, "community" }, { R_GRID, "grid" }, { R_SLIP, "slip" }, { R_SKILLS, "skills" }, { R_SERVICES, "services" }, { R_CONTACT, "contact" },
  };
  char **cells = zb_made_rows_add (rows);

  cells[R_NAME] = g_strdup (entry->name);
  cells[R_BRANCH] = g_strdup (branch);
  cells[R_ON] = zb_date_to_print (zb_record_get_date (volunteer, "reported_on"));
  cells[R_QUARTERS] = quarters_of (world->db, volunteer->id, world->request->as_of.year);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    cells[same[i].cell] = g_strdup (zb_record_get (volunteer, same[i].field));
}

static gboolean
list_reported (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_autoptr(GPtrArray) all = everybody != NULL ? zb_records_list (world->db, &zb_kind_volunteer, NULL, NULL, FALSE, error) : NULL;
  g_autoptr(GHashTable) by_person = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autofree gint64 *ids = NULL;
  guint n = 0, reported = 0;
  ZbMadeRows *rows;

  if (all == NULL || !zb_people_list (world, everybody, &ids, &n, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      gint64 person = zb_record_get_int (g_ptr_array_index (all, i), "person");

      g_hash_table_insert (by_person, g_memdup2 (&person, sizeof person), g_ptr_array_index (all, i));
    }
  rows = zb_made_rows_new (sheet, &zb_row_source_reported);
  for (guint i = 0; i < n; i++)
    {
      const ZbRecord *volunteer = g_hash_table_lookup (by_person, &ids[i]);
      int index = zb_member_columns_find (everybody, ids[i]);
      ZbMemberEntry entry;

      if (volunteer == NULL || index < 0 || (zb_record_get (volunteer, "community") == NULL && zb_record_get (volunteer, "reported_on") == NULL))
        continue;
      zb_member_columns_get (everybody, (guint) index, &entry);
      write_reported (rows, world, volunteer, &entry, g_hash_table_lookup (names, &entry.org));
      reported += zb_record_get (volunteer, "reported_on") != NULL;
    }
  zb_made_rows_finish (rows);
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 人，其中已报到 %u 人。", zb_made_rows_size (rows), reported);
  return TRUE;
}

const ZbRowSource zb_row_source_reported = {
  .name = "reported",
  .is_made = TRUE,
  .columns = reported_columns,
  .n_columns = G_N_ELEMENTS (reported_columns),
  .list = list_reported,
};

/* Certificates issued, in the order of their numbers */

enum { C_NUMBER, C_NAME, C_BRANCH, C_PERIOD, C_HOURS, C_ISSUER, C_HANDLER, C_ON, C_PURPOSE };

static const ZbRowColumn issued_columns[] = {
  [C_NUMBER] = { "number", "证明编号", 6, FALSE, FALSE },
  [C_NAME] = { "name", "姓名", 4, FALSE, FALSE, NULL, TRUE },
  [C_BRANCH] = { "branch", "所在党支部", 7, FALSE, FALSE },
  [C_PERIOD] = { "period", "服务起止时间", 10, FALSE, FALSE },
  [C_HOURS] = { "hours", "服务时长（小时）", 5, TRUE, FALSE },
  [C_ISSUER] = { "issuer", "出具单位", 9, FALSE, FALSE },
  [C_HANDLER] = { "handler", "经办人", 4, FALSE, FALSE, NULL, TRUE },
  [C_ON] = { "issued_on", "出具日期", 5.5, FALSE, TRUE },
  [C_PURPOSE] = { "purpose", "用途", 6, FALSE, FALSE },
};

static void
write_issued (ZbMadeRows *rows, const ZbRecord *certificate, const char *branch)
{
  g_autofree char *from = zb_date_to_print (zb_record_get_date (certificate, "from")), *to = zb_date_to_print (zb_record_get_date (certificate, "to"));
  char **cells = zb_made_rows_add (rows);

  cells[C_NUMBER] = g_strdup (zb_record_get (certificate, "number"));
  cells[C_NAME] = g_strdup (zb_record_get (certificate, "name"));
  cells[C_BRANCH] = g_strdup (branch);
  cells[C_PERIOD] = g_strdup_printf ("%s—%s", from, to);
  cells[C_HOURS] = zb_service_hours_text (zb_record_get_int (certificate, "hours"));
  cells[C_ISSUER] = g_strdup (zb_record_get (certificate, "issuer"));
  cells[C_HANDLER] = g_strdup (zb_record_get (certificate, "handler"));
  cells[C_ON] = zb_date_to_print (zb_record_get_date (certificate, "issued_on"));
  cells[C_PURPOSE] = g_strdup (zb_record_get (certificate, "purpose"));
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const ZbRecord *left = *(ZbRecord *const *) a, *right = *(ZbRecord *const *) b;
  int order = g_strcmp0 (zb_record_get (left, "number"), zb_record_get (right, "number"));

  return order != 0 ? order : left->id < right->id ? -1 : left->id > right->id;
}

static gboolean
list_issued (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_autoptr(GPtrArray) all = everybody != NULL ? zb_records_list (world->db, &zb_kind_service_certificate, NULL, NULL, FALSE, error) : NULL;
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  ZbDate from, to;
  ZbMadeRows *rows;

  if (all == NULL)
    return FALSE;
  zb_roster_request_period (world->request, &from, &to);
  g_ptr_array_sort (all, compare_numbers);
  rows = zb_made_rows_new (sheet, &zb_row_source_certificates_issued);
  for (guint i = 0; i < all->len; i++)
    {
      const ZbRecord *certificate = g_ptr_array_index (all, i);
      ZbDate day = zb_record_get_date (certificate, "issued_on");
      gint64 org, group;
      const char *branch = branch_of (everybody, names, zb_record_get_int (certificate, "person"), &org, &group);

      if (!zb_date_is_before (day, from) && !zb_date_is_before (to, day) && is_asked (world, org, group))
        write_issued (rows, certificate, branch);
    }
  zb_made_rows_finish (rows);
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 份。", zb_made_rows_size (rows));
  return TRUE;
}

const ZbRowSource zb_row_source_certificates_issued = {
  .name = "certificates-issued",
  .is_made = TRUE,
  .columns = issued_columns,
  .n_columns = G_N_ELEMENTS (issued_columns),
  .list = list_issued,
};
