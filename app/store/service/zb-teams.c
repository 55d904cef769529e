/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/service/zb-teams.h"

#include "store/life/zb-meetings.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

gboolean
zb_teams_fill (ZbDb *db, ZbRecord *record, GError **error)
{
  gboolean is_team = record->kind == &zb_kind_team;
  const char *person = is_team ? "captain_person" : "person", *name = is_team ? "captain" : "name";
  g_autofree char *title = NULL;
  gint64 found;

  if (record->kind != &zb_kind_team && record->kind != &zb_kind_team_member)
    return TRUE;
  if (zb_record_get (record, person) != NULL && zb_record_get (record, name) == NULL)
    {
      title = zb_records_title (db, &zb_kind_member, zb_record_get_int (record, person));
      zb_record_set (record, name, *title != '\0' ? title : NULL);
    }
  /* A helper from outside may have a member's name: only the captain is looked for. */
  else if (is_team && zb_record_get (record, person) == NULL && zb_record_get (record, name) != NULL
           && (found = zb_meetings_person_named (db, zb_record_get_int (record, "org"), zb_record_get (record, name))) != 0)
    zb_record_set_int (record, person, found);
  return zb_record_check (record, error);
}

/* Whether another living row of the same two is there. */
static gboolean
has_other (ZbDb *db, const char *sql, const ZbRecord *record, const char *first, const char *second, gboolean *out_has, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, record->id);
  sqlite3_bind_int64 (stmt, 2, zb_record_get_int (record, first));
  if (second != NULL)
    sqlite3_bind_int64 (stmt, 3, zb_record_get_int (record, second));
  if (record->kind == &zb_kind_team_member)
    {
      zb_stmt_bind_text (stmt, 4, zb_record_get (record, "joined_on"));
      zb_stmt_bind_text (stmt, 5, zb_record_get (record, "left_on"));
    }
  if (record->kind == &zb_kind_community_feedback)
    sqlite3_bind_int64 (stmt, 4, zb_record_get_int (record, "quarter"));
  row = zb_db_step (db, stmt, error);
  *out_has = row == 1;
  return row >= 0;
}

static gboolean
check_member (ZbDb *db, const ZbRecord *record, GError **error)
{
  gboolean has = FALSE;

  if (zb_record_get (record, "person") == NULL)
    return TRUE;
  return has_other (db, "SELECT 1 FROM team_member WHERE id <> ?1 AND team = ?2 AND person = ?3 AND withdrawn = 0 "
                        "AND (left_on IS NULL OR ?4 IS NULL OR left_on > ?4) AND (joined_on IS NULL OR ?5 IS NULL OR joined_on < ?5)",
                    record, "team", "person", &has, error)
         && (!has || zb_step_refuse (error, "in-team-already", zb_record_title (record), NULL));
}

static gboolean
check_volunteer (ZbDb *db, const ZbRecord *record, GError **error)
{
  g_autofree char *name = NULL;
  gboolean has = FALSE;

  if (!has_other (db, "SELECT 1 FROM volunteer WHERE id <> ?1 AND person = ?2 AND withdrawn = 0", record, "person", NULL, &has, error))
    return FALSE;
  name = has ? zb_records_title (db, &zb_kind_member, zb_record_get_int (record, "person")) : NULL;
  return !has || zb_step_refuse (error, "volunteer-already", name, NULL);
}

static gboolean
check_feedback (ZbDb *db, const ZbRecord *record, GError **error)
{
  gint64 quarter = zb_record_get_int (record, "quarter");
  gboolean has = FALSE;

  if (quarter < 1 || quarter > 4)
    return zb_step_refuse (error, "no-quarter", zb_record_get (record, "quarter"), NULL);
  return has_other (db, "SELECT 1 FROM community_feedback WHERE id <> ?1 AND volunteer = ?2 AND year = ?3 AND quarter = ?4 AND withdrawn = 0",
                    record, "volunteer", "year", &has, error)
         && (!has || zb_step_refuse (error, "quarter-already", zb_record_get (record, "year"), zb_record_get (record, "quarter"), NULL));
}

gboolean
zb_teams_check (ZbDb *db, const ZbRecord *record, GError **error)
{
  if (record->kind == &zb_kind_team_member)
    return check_member (db, record, error);
  if (record->kind == &zb_kind_volunteer)
    return check_volunteer (db, record, error);
  return record->kind != &zb_kind_community_feedback || check_feedback (db, record, error);
}

GArray *
zb_teams_people (ZbDb *db, gint64 team, ZbDate day, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT DISTINCT t.person FROM team_member t JOIN person p ON p.id = t.person WHERE t.team = ?1 AND t.withdrawn = 0 AND p.withdrawn = 0 "
    "AND (t.joined_on IS NULL OR t.joined_on <= ?2) AND (t.left_on IS NULL OR t.left_on > ?2) ORDER BY t.id", error);
  g_autoptr(GArray) out = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *on = zb_date_to_text (day);
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, team);
  zb_stmt_bind_text (stmt, 2, on);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 person = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (out, person);
    }
  return row == 0 ? g_steal_pointer (&out) : NULL;
}
