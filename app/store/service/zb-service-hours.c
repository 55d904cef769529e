/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/service/zb-service-hours.h"

#include "core/zb-clock.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"

/* Sums */

gboolean
zb_service_hours_left (ZbDb *db, gint64 hours, gint64 *out_tenths, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT coalesce (sum (hours), 0) FROM (SELECT hours FROM service_hours WHERE id = ?1 AND withdrawn = 0 "
    "UNION ALL SELECT hours FROM service_hours WHERE corrects = ?1 AND withdrawn = 0)", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, hours);
  if (zb_db_step (db, stmt, error) != 1)
    return FALSE;
  *out_tenths = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

gboolean
zb_service_sum (ZbDb *db, gint64 person, ZbDate from, ZbDate to, gint64 *out_tenths, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT coalesce (sum (hours), 0) FROM service_hours WHERE person = ?1 AND withdrawn = 0 AND \"on\" >= ?2 AND \"on\" <= ?3", error);
  g_autofree char *first = zb_date_is_set (from) ? zb_date_to_text (from) : g_strdup ("");
  g_autofree char *last = zb_date_is_set (to) ? zb_date_to_text (to) : g_strdup ("9999-99-99");

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, person);
  zb_stmt_bind_text (stmt, 2, first);
  zb_stmt_bind_text (stmt, 3, last);
  if (zb_db_step (db, stmt, error) != 1)
    return FALSE;
  *out_tenths = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

gboolean
zb_service_standing (ZbDb *db, gint64 person, ZbDate day, ZbServiceStanding *out, GError **error)
{
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);
  /* What is known of the year alone stands before its first day. */
  ZbDate year = { day.year, 0, 0 };

  *out = (ZbServiceStanding) { 0 };
  if (rules == NULL || !zb_service_sum (db, person, ZB_DATE_NONE, day, &out->all, error) || !zb_service_sum (db, person, year, day, &out->year, error))
    return FALSE;
  out->by_year = zb_service_stars_by_year (rules, day);
  out->stars = zb_service_stars (out->by_year ? out->year : out->all, rules, day);
  return TRUE;
}

/* Checks */

static gboolean
check_correction (ZbDb *db, const ZbRecord *record, gint64 corrects, gint64 hours, GError **error)
{
  g_autoptr(ZbRecord) wrong = zb_records_get (db, &zb_kind_service_hours, corrects, FALSE, error);
  g_autofree char *there = NULL;
  gint64 left;

  if (wrong == NULL)
    return FALSE;
  if (wrong->withdrawn)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "the hours were taken back");
      return FALSE;
    }
  if (zb_record_get (wrong, "corrects") != NULL)
    return zb_step_refuse (error, "corrects-correction", NULL);
  if (zb_record_get_int (wrong, "person") != zb_record_get_int (record, "person"))
    {
      g_autofree char *name = zb_records_title (db, &zb_kind_member, zb_record_get_int (wrong, "person"));

      return zb_step_refuse (error, "corrects-another", name, NULL);
    }
  if (g_strcmp0 (zb_record_get (wrong, "on"), zb_record_get (record, "on")) != 0)
    return zb_step_refuse (error, "corrects-other-day", zb_record_get (wrong, "on"), NULL);
  if (zb_record_get (record, "why") == NULL)
    return zb_step_refuse (error, "why-corrected", NULL);
  if (hours == 0)
    return zb_step_refuse (error, "nothing-to-correct", NULL);
  if (!zb_service_hours_left (db, corrects, &left, error))
    return FALSE;
  there = zb_service_hours_text (left);
  return left + hours >= 0 || zb_step_refuse (error, "hours-below-nothing", there, NULL);
}

gboolean
zb_service_hours_check (ZbDb *db, const ZbRecord *record, GError **error)
{
  int begin = zb_clock_parse (zb_record_get (record, "started_at")), end = zb_clock_parse (zb_record_get (record, "ended_at"));
  gint64 corrects = zb_record_get_int (record, "corrects"), hours = zb_record_get_int (record, "hours");

  if (begin >= 0 && end >= 0 && end <= begin)
    return zb_step_refuse (error, "ends-before", zb_record_get (record, "ended_at"), zb_record_get (record, "started_at"), NULL);
  if (corrects != 0)
    return check_correction (db, record, corrects, hours, error);
  return hours > 0 || zb_step_refuse (error, "hours-not-positive", NULL);
}

/* Corrections */

gboolean
zb_service_hours_correct (ZbChangeSet *set, gint64 hours, gint64 right, const char *why, const char *by, gint64 *out_id, GError **error)
{
  static const char *const same[] = { "person", "on", "contents", "place", "activity", "claim" };
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) wrong = zb_records_get (db, &zb_kind_service_hours, hours, FALSE, error);
  g_autoptr(ZbRecord) row = zb_record_new (&zb_kind_service_hours);
  gint64 left;

  if (wrong == NULL || !zb_service_hours_left (db, hours, &left, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    zb_record_set (row, same[i], zb_record_get (wrong, same[i]));
  zb_record_set_int (row, "hours", right - left);
  zb_record_set (row, "source", "correction");
  zb_record_set_int (row, "corrects", hours);
  zb_record_set (row, "why", why);
  zb_record_set (row, "confirmed_by", by);
  if (!zb_record_check (row, error) || !zb_change_set_insert (set, row, error))
    return FALSE;
  if (out_id != NULL)
    *out_id = row->id;
  return TRUE;
}

gboolean
zb_step_apply_service_hours (ZbStepRun *run, GError **error)
{
  return zb_service_hours_correct (run->set, run->id, zb_step_id (run, "hours"), zb_step_value (run, "why"), zb_step_value (run, "by"), NULL, error);
}
