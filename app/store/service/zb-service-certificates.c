/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/service/zb-service-certificates.h"

#include "core/service/zb-service.h"
#include "core/zb-error.h"
#include "store/service/zb-service-hours.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

/* Also a number that was taken back stays used: it may stand on a paper. */
static gboolean
give_number (ZbDb *db, ZbRecord *record, GError **error)
{
  g_autoptr(ZbStmt) stmt = NULL;
  g_autofree char *year = g_strndup (zb_record_get (record, "issued_on"), 4);
  g_autofree char *like = g_strdup_printf ("%s-[0-9]*", year), *number = NULL;

  if (zb_record_get (record, "number") != NULL)
    return TRUE;
  if (!(stmt = zb_db_borrow (db, "SELECT coalesce (max (CAST (substr (number, 6) AS INTEGER)), 0) FROM service_certificate WHERE number GLOB ?1", error)))
    return FALSE;
  zb_stmt_bind_text (stmt, 1, like);
  if (zb_db_step (db, stmt, error) != 1)
    return FALSE;
  number = g_strdup_printf ("%s-%04" G_GINT64_FORMAT, year, (gint64) sqlite3_column_int64 (stmt, 0) + 1);
  zb_record_set (record, "number", number);
  return TRUE;
}

static gboolean
check_number (ZbDb *db, const ZbRecord *record, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT 1 FROM service_certificate WHERE number = ?1", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, zb_record_get (record, "number"));
  if ((row = zb_db_step (db, stmt, error)) < 0)
    return FALSE;
  return row == 0 || zb_step_refuse (error, "number-issued", zb_record_get (record, "number"), NULL);
}

/* Name and branch as they are on the day of the paper. */
static gboolean
give_identity (ZbDb *db, ZbRecord *record, GError **error)
{
  g_autoptr(ZbRecord) member = zb_records_get (db, &zb_kind_member, zb_record_get_int (record, "person"), FALSE, error);
  g_autofree char *branch = NULL;

  if (member == NULL || !zb_members_derive (db, member, zb_record_get_date (record, "issued_on"), error))
    return FALSE;
  zb_record_set (record, "name", zb_record_title (member));
  if (zb_record_get (record, "issuer") != NULL || zb_record_get (member, "branch") == NULL)
    return TRUE;
  branch = zb_records_title (db, &zb_kind_organization, zb_record_get_int (member, "branch"));
  zb_record_set (record, "issuer", *branch != '\0' ? branch : NULL);
  return TRUE;
}

/* 社区清洁（3次，7.5小时）；…: what was done in the period, in the order of its first days. */
static gboolean
give_contents (ZbDb *db, ZbRecord *record, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT contents, sum (corrects IS NULL), sum (hours) FROM service_hours WHERE person = ?1 AND withdrawn = 0 AND \"on\" >= ?2 AND \"on\" <= ?3 "
    "GROUP BY contents HAVING sum (hours) > 0 ORDER BY min (\"on\"), min (id)", error);
  g_autoptr(GString) out = g_string_new (NULL);
  gint64 all = 0;
  g_autofree char *total = NULL;
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, zb_record_get_int (record, "person"));
  zb_stmt_bind_text (stmt, 2, zb_record_get (record, "from"));
  zb_stmt_bind_text (stmt, 3, zb_record_get (record, "to"));
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      g_autofree char *hours = zb_service_hours_text (sqlite3_column_int64 (stmt, 2));

      g_string_append_printf (out, "%s%s（%d次，%s小时）", out->len > 0 ? "；" : "", zb_stmt_text (stmt, 0), sqlite3_column_int (stmt, 1), hours);
      all += sqlite3_column_int64 (stmt, 2);
    }
  if (row < 0)
    return FALSE;
  if (all <= 0)
    return zb_step_refuse (error, "no-hours-to-certify", zb_record_get (record, "name"), zb_record_get (record, "from"), zb_record_get (record, "to"), NULL);
  zb_record_set_int (record, "hours", all);
  zb_record_set (record, "contents", out->str);
  return TRUE;
}

static gboolean
has_period (const ZbRecord *record, GError **error)
{
  static const char *const needed[] = { "person", "from", "to" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (zb_record_get (record, needed[i]) == NULL)
      {
        g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_MISSING, "“%s” is missing", needed[i]);
        return FALSE;
      }
  return TRUE;
}

gboolean
zb_service_certify (ZbChangeSet *set, ZbRecord *record, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autofree char *today = zb_date_to_text (zb_db_today (db));

  if (!has_period (record, error))
    return FALSE;
  if (zb_record_get (record, "issued_on") == NULL)
    zb_record_set (record, "issued_on", today);
  return give_number (db, record, error) && check_number (db, record, error) && give_identity (db, record, error)
         && give_contents (db, record, error) && zb_record_check (record, error) && zb_change_set_insert (set, record, error);
}

gboolean
zb_step_apply_certify (ZbStepRun *run, GError **error)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_service_certificate);

  zb_record_set_int (record, "person", run->id);
  for (guint i = 0; i < run->step->n_fields; i++)
    zb_record_set (record, run->step->fields[i].name, zb_step_value (run, run->step->fields[i].name));
  return zb_service_certify (run->set, record, error);
}
