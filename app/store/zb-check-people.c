/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-id-number.h"
#include "core/zb-standing.h"
#include "store/zb-check-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

/* The order in which the dates of a way into the Party come. */
static const char *const way[] = { "applied_on", "activist_on", "candidate_on", "joined_on", "confirmed_on" };

static void
check_past (ZbChecker *checker, const ZbRecord *record, const char *field)
{
  if (zb_date_compare (zb_record_get_date (record, field), checker->as_of) > 0)
    zb_checker_add (checker, ZB_FINDING_WARNING, "date-in-future", record->kind, record->id, zb_record_title (record), NULL,
                    zb_kind_field (record->kind, field)->heading, zb_record_get (record, field), NULL);
}

static void
check_way (ZbChecker *checker, const ZbRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (way); j++)
      if (zb_date_is_before (zb_record_get_date (record, way[j]), zb_record_get_date (record, way[i])))
        zb_checker_add (checker, ZB_FINDING_ERROR, "dates-out-of-order", record->kind, record->id, zb_record_title (record), NULL,
                        zb_kind_field (record->kind, way[j])->heading, zb_record_get (record, way[j]),
                        zb_kind_field (record->kind, way[i])->heading, zb_record_get (record, way[i]), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    check_past (checker, record, way[i]);
}

static void
check_ages (ZbChecker *checker, const ZbRecord *record)
{
  ZbDate birth = zb_record_get_date (record, "birth_date");
  int age = (int) zb_rules_value (checker->rules, "join.min_age", checker->as_of);
  const char *fields[] = { "applied_on", "joined_on" };

  check_past (checker, record, "birth_date");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (zb_date_is_before (zb_record_get_date (record, fields[i]), zb_date_add_months (birth, 12 * age)))
      {
        zb_checker_add (checker, ZB_FINDING_ERROR, "under-age", record->kind, record->id, zb_record_title (record), "join.min_age",
                        zb_kind_field (record->kind, fields[i])->heading, zb_record_get (record, fields[i]),
                        zb_record_get (record, "birth_date"), NULL);
        break;
      }
}

gboolean
zb_has_no_probation (ZbDate joined, const char *entry_kind)
{
  return (zb_date_compare (joined, (ZbDate) { 1969, 4, 0 }) >= 0 && zb_date_compare (joined, (ZbDate) { 1977, 8, 31 }) <= 0)
         || g_strcmp0 (entry_kind, "posthumous") == 0;
}

static void
check_probation (ZbChecker *checker, const ZbRecord *record, ZbCategory category)
{
  ZbDate joined = zb_record_get_date (record, "joined_on"), confirmed = zb_record_get_date (record, "confirmed_on");
  ZbDate extended = zb_record_get_date (record, "probation_until");
  ZbDate due = zb_date_add_months (joined, 12 * (int) zb_rules_value (checker->rules, "probation.length", checker->as_of));
  g_autofree char *due_text = NULL;

  if (zb_date_is_set (extended))
    due = extended;
  due_text = zb_date_to_text (due);
  if (category == ZB_CATEGORY_FULL && !zb_date_is_set (confirmed) && !zb_has_no_probation (joined, zb_record_get (record, "entry_kind")))
    zb_checker_add (checker, ZB_FINDING_WARNING, "full-without-confirmation", record->kind, record->id, zb_record_title (record), NULL, NULL);
  if (!zb_date_is_set (joined))
    {
      if (category >= ZB_CATEGORY_PROBATIONARY)
        zb_checker_add (checker, ZB_FINDING_WARNING, "joined-missing", record->kind, record->id, zb_record_title (record), NULL, NULL);
      return;
    }
  if (category == ZB_CATEGORY_PROBATIONARY && zb_date_compare (due, checker->as_of) < 0)
    zb_checker_add (checker, ZB_FINDING_WARNING, "probation-expired", record->kind, record->id, zb_record_title (record), "probation.length",
                    zb_record_get (record, "joined_on"), due_text, NULL);
  if (zb_date_is_set (confirmed) && zb_date_is_before (confirmed, due) && !zb_has_no_probation (joined, zb_record_get (record, "entry_kind"))
      && !zb_date_is_before (confirmed, joined))
    zb_checker_add (checker, ZB_FINDING_WARNING, "probation-short", record->kind, record->id, zb_record_title (record), "probation.length",
                    zb_record_get (record, "joined_on"), zb_record_get (record, "confirmed_on"), NULL);
}

static void
check_activist (ZbChecker *checker, const ZbRecord *record)
{
  ZbDate activist = zb_record_get_date (record, "activist_on"), candidate = zb_record_get_date (record, "candidate_on");
  int years = (int) zb_rules_value (checker->rules, "dev.activist_to_target_min", checker->as_of);

  if (zb_date_is_before (candidate, zb_date_add_months (activist, 12 * years)) && !zb_date_is_before (candidate, activist))
    zb_checker_add (checker, ZB_FINDING_WARNING, "activist-too-short", record->kind, record->id, zb_record_title (record),
                    "dev.activist_to_target_min", zb_record_get (record, "activist_on"), zb_record_get (record, "candidate_on"), NULL);
}

static void
check_number (ZbChecker *checker, const ZbRecord *record)
{
  static const struct { ZbIdNumberFlags flag; const char *rule; } rules[] = {
    { ZB_ID_NUMBER_BAD_CHECK, "id-check-digit" }, { ZB_ID_NUMBER_BAD_BIRTH, "id-bad-birth" },
    { ZB_ID_NUMBER_BIRTH_DIFFERS, "birth-differs" }, { ZB_ID_NUMBER_SEX_DIFFERS, "sex-differs" },
  };
  const char *number = zb_record_get (record, "id_number");
  ZbIdNumberFlags flags;
  g_autofree char *masked = zb_id_number_mask (number);

  if (number == NULL)
    return;
  flags = zb_id_number_check (number, zb_record_get_date (record, "birth_date"), zb_record_get (record, "sex"));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (flags & rules[i].flag)
      zb_checker_add (checker, ZB_FINDING_WARNING, rules[i].rule, record->kind, record->id, zb_record_title (record), NULL, masked,
                      zb_record_get (record, "birth_date") != NULL ? zb_record_get (record, "birth_date") : "—", NULL);
}

void
zb_check_one_person (ZbChecker *checker, const ZbRecord *record)
{
  ZbStanding standing = {
    .declared = zb_category_from_code (zb_record_get (record, "category")),
    .applied = zb_record_get_date (record, "applied_on"),
    .activist = zb_record_get_date (record, "activist_on"),
    .candidate = zb_record_get_date (record, "candidate_on"),
    .joined = zb_record_get_date (record, "joined_on"),
    .confirmed = zb_record_get_date (record, "confirmed_on"),
  };

  check_way (checker, record);
  check_ages (checker, record);
  check_probation (checker, record, zb_standing_category (&standing, checker->as_of));
  check_activist (checker, record);
  check_number (checker, record);
}

/* Two living people with one ID number. */
static gboolean
check_doubles (ZbChecker *checker, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
    "SELECT min(t.id), p.id_number, count(*) FROM person_private p JOIN person t ON t.id = p.person_id "
    "WHERE p.id_number IS NOT NULL AND t.withdrawn = 0 GROUP BY p.id_number HAVING count(*) > 1", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  while ((row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      g_autofree char *title = zb_records_title (checker->db, &zb_kind_member, sqlite3_column_int64 (stmt, 0));
      g_autofree char *masked = zb_id_number_mask (zb_stmt_text (stmt, 1));
      g_autofree char *n = g_strdup_printf ("%d", sqlite3_column_int (stmt, 2));

      zb_checker_add (checker, ZB_FINDING_ERROR, "id-number-twice", &zb_kind_member, sqlite3_column_int64 (stmt, 0), title, NULL, masked, n,
                      NULL);
    }
  return row == 0;
}

/* A number in its old form of 15 digits that somebody else has in the new one. */
static gboolean
check_old_doubles (ZbChecker *checker, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db,
    "SELECT t.id, t.name, p.id_number FROM person_private p JOIN person t ON t.id = p.person_id "
    "WHERE length (p.id_number) = 15 AND t.withdrawn = 0", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      const char *number = zb_stmt_text (stmt, 2);
      guint n;
      g_autofree gint64 *same = zb_members_find_id_number (checker->db, number, &n, error);
      g_autofree char *masked = zb_id_number_mask (number);
      g_autofree char *text = NULL;

      if (same == NULL)
        return FALSE;
      if (n < 2)
        continue;
      text = g_strdup_printf ("%u", n);
      zb_checker_add (checker, ZB_FINDING_ERROR, "id-number-twice", &zb_kind_member, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1),
                      NULL, masked, text, NULL);
    }
  return row == 0;
}

gboolean
zb_check_people (ZbChecker *checker, GError **error)
{
  const ZbKindSql *sql = zb_kind_sql (checker->db, &zb_kind_member);
  /* Who has left is history: its findings help nobody. */
  g_autofree char *text = g_strdup_printf ("%s AND (EXISTS (SELECT 1 FROM membership m WHERE m.person = t.id AND m.withdrawn = 0 "
                                           "AND m.ended_by IS NULL) OR NOT EXISTS (SELECT 1 FROM membership m WHERE m.person = t.id "
                                           "AND m.withdrawn = 0)) ORDER BY t.id", sql->select_all);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db, text, error);
  int row;

  if (stmt == NULL)
    return FALSE;
  while ((row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      g_autoptr(ZbRecord) record = zb_kind_sql_read (sql, &zb_kind_member, stmt, TRUE);

      zb_check_one_person (checker, record);
    }
  return row == 0 && check_doubles (checker, error) && check_old_doubles (checker, error);
}
