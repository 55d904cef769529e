/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-members.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "core/zb-id-number.h"
#include "store/zb-change-set-private.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

/* An open organisation that is a group, or that is none; @parent: below which a group must stand. */
static gboolean
check_place (ZbDb *db, gint64 org, gboolean is_group, gint64 parent, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT kind, closed_on, parent, name FROM organization WHERE id = ?1 AND withdrawn = 0",
                                         error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, org);
  if ((row = zb_db_step (db, stmt, error)) < 0)
    return FALSE;
  if (row == 0)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "no organization #%" G_GINT64_FORMAT, org);
      return FALSE;
    }
  if (zb_stmt_text (stmt, 1) != NULL)
    return zb_step_refuse (error, "closed", zb_stmt_text (stmt, 3), NULL);
  if (!is_group && strcmp (zb_stmt_text (stmt, 0), "group") == 0)
    return zb_step_refuse (error, "is-group", zb_stmt_text (stmt, 3), NULL);
  if (is_group && (strcmp (zb_stmt_text (stmt, 0), "group") != 0 || sqlite3_column_int64 (stmt, 2) != parent))
    return zb_step_refuse (error, "other-group", zb_stmt_text (stmt, 3), NULL);
  return TRUE;
}

/* Of a roster's many people in a few branches each branch is looked at once. */
static gboolean
check_places (ZbChangeSet *set, gint64 org, gint64 group, GError **error)
{
  ZbDb *db = zb_change_set_db (set);

  if (org == 0 && group == 0)
    return TRUE;
  if (zb_change_set_knows_place (set, org, group))
    return TRUE;
  if ((org != 0 && !check_place (db, org, FALSE, 0, error)) || (group != 0 && !check_place (db, group, TRUE, org, error)))
    return FALSE;
  zb_change_set_learn_place (set, org, group);
  return TRUE;
}

gboolean
zb_members_add (ZbChangeSet *set, ZbRecord *record, gint64 org, gint64 group, ZbDate started_on, const char *begun_by, GError **error)
{
  g_autoptr(ZbRecord) membership = NULL;
  g_autofree char *since = zb_date_to_text (started_on);

  if (!check_places (set, org, group, error) || !zb_change_set_insert (set, record, error))
    return FALSE;
  if (org == 0)
    return TRUE;
  membership = zb_record_new (&zb_kind_membership);
  zb_record_set_int (membership, "person", record->id);
  zb_record_set_int (membership, "org", org);
  if (group != 0)
    zb_record_set_int (membership, "group", group);
  zb_record_set (membership, "kind", "organizational");
  zb_record_set (membership, "started_on", since);
  zb_record_set (membership, "begun_by", begun_by);
  return zb_change_set_insert (set, membership, error);
}

static ZbRecord *
find_membership (ZbDb *db, gint64 person, const char *condition, const char *day, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM membership WHERE person = ?1 AND kind = 'organizational' AND withdrawn = 0 %s "
                                          "ORDER BY id DESC LIMIT 1", condition);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, person);
  if (day != NULL)
    zb_stmt_bind_text (stmt, 2, day);
  return zb_db_step (db, stmt, error) == 1 ? zb_records_get (db, &zb_kind_membership, sqlite3_column_int64 (stmt, 0), FALSE, error)
                                           : NULL;
}

ZbRecord *
zb_members_membership (ZbDb *db, gint64 person, GError **error)
{
  return find_membership (db, person, "AND ended_by IS NULL", NULL, error);
}

gboolean
zb_members_set_group (ZbChangeSet *set, gint64 person, gint64 group, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) membership = zb_members_membership (db, person, error);
  g_autoptr(ZbRecord) org = NULL;

  if (membership == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "nowhere");
      return FALSE;
    }
  if (group == 0)
    zb_record_set (membership, "group", NULL);
  else
    {
      if (!(org = zb_records_get (db, &zb_kind_organization, group, FALSE, error)))
        return FALSE;
      if (g_strcmp0 (zb_record_get (org, "kind"), "group") != 0
          || zb_record_get_int (org, "parent") != zb_record_get_int (membership, "org"))
        {
          g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "other-group|%s", zb_record_title (org));
          return FALSE;
        }
      zb_record_set_int (membership, "group", group);
    }
  return zb_change_set_update (set, membership, error);
}

GArray *
zb_members_named (ZbDb *db, const char *name, guint limit, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT id FROM person WHERE name = ?1 AND withdrawn = 0 ORDER BY id LIMIT ?2", error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int row = 0;

  if (stmt == NULL)
    return NULL;
  zb_stmt_bind_text (stmt, 1, name);
  sqlite3_bind_int64 (stmt, 2, limit);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  return row == 0 ? g_steal_pointer (&ids) : NULL;
}

gint64 *
zb_members_find_id_number (ZbDb *db, const char *number, guint *out_n, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT p.person_id FROM person_private p JOIN person t ON t.id = p.person_id "
    "WHERE p.id_number IN (?1, ?2) AND p.id_number IS NOT NULL AND t.withdrawn = 0 ORDER BY p.person_id", error);
  g_autofree char *eighteen = zb_id_number_eighteen (number);
  /* The old form was given to people born in the twentieth century only. */
  g_autofree char *fifteen = strlen (eighteen) == 18 && strncmp (eighteen + 6, "19", 2) == 0 ? g_strdup_printf ("%.6s%.9s", eighteen, eighteen + 8) : NULL;
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), 1); /* so that nobody is not NULL */
  int row = 0;

  if (stmt != NULL)
    {
      zb_stmt_bind_text (stmt, 1, eighteen);
      zb_stmt_bind_text (stmt, 2, fifteen);
    }
  while (stmt != NULL && (row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  *out_n = ids->len;
  if (stmt == NULL || row < 0)
    {
      g_array_unref (ids);
      return NULL;
    }
  return (gint64 *) g_array_free (ids, FALSE);
}

/* Deriving */

static void
set_derived (ZbRecord *record, const char *field, char *owned)
{
  zb_record_set (record, field, owned);
  g_free (owned);
}

/* The membership that holds on the day, else the last that ended before it. */
static gboolean
derive_place (ZbDb *db, ZbRecord *record, const char *day, GError **error)
{
  GError *failure = NULL;
  g_autoptr(ZbRecord) membership = find_membership (db, record->id,
    "AND (started_on IS NULL OR started_on <= ?2) AND (ended_by IS NULL OR ended_on > ?2)", day, &failure);
  const char *ended_by;

  if (membership != NULL)
    {
      zb_record_set (record, "branch", zb_record_get (membership, "org"));
      zb_record_set (record, "group", zb_record_get (membership, "group"));
      zb_record_set (record, "state", "在册");
      return TRUE;
    }
  if (failure == NULL)
    membership = find_membership (db, record->id, "AND (started_on IS NULL OR started_on <= ?2)", day, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  zb_record_set (record, "group", NULL);
  if (membership == NULL)
    {
      zb_record_set (record, "branch", NULL);
      zb_record_set (record, "state", "未编入党支部");
      return TRUE;
    }
  ended_by = zb_record_get (membership, "ended_by");
  zb_record_set (record, "branch", zb_record_get (membership, "org"));
  zb_record_set (record, "state", zb_code_label (zb_code_table_get ("membership_end"), ended_by));
  return TRUE;
}

/* All posts of the day in 职务序, with 、 between. */
static gboolean
derive_posts (ZbDb *db, ZbRecord *record, const char *day, GError **error)
{
  const ZbCodeTable *table = zb_code_table_get ("post");
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT post FROM post_holding WHERE person = ?1 AND withdrawn = 0 AND (started_on IS NULL OR started_on <= ?2) "
    "AND (ended_on IS NULL OR ended_on > ?2)", error);
  g_autoptr(GString) out = g_string_new (NULL);
  gboolean held[256] = { FALSE };
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, record->id);
  zb_stmt_bind_text (stmt, 2, day);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      int index = zb_code_index (table, zb_stmt_text (stmt, 0));

      if (index >= 0)
        held[index] = TRUE;
    }
  for (guint i = 0; i < table->n_codes; i++)
    if (held[i])
      g_string_append_printf (out, "%s%s", out->len > 0 ? "、" : "", table->codes[i].label);
  zb_record_set (record, "post", out->len > 0 ? out->str : NULL);
  return row == 0;
}

gboolean
zb_members_derive (ZbDb *db, ZbRecord *record, ZbDate as_of, GError **error)
{
  g_autofree char *day = zb_date_to_text (as_of);
  ZbDate birth = zb_record_get_date (record, "birth_date");
  ZbStanding standing = {
    .declared = zb_category_from_code (zb_record_get (record, "category")),
    .applied = zb_record_get_date (record, "applied_on"),
    .activist = zb_record_get_date (record, "activist_on"),
    .candidate = zb_record_get_date (record, "candidate_on"),
    .joined = zb_record_get_date (record, "joined_on"),
    .confirmed = zb_record_get_date (record, "confirmed_on"),
    .correction_months = (int) zb_record_get_int (record, "standing_correction"),
  };
  g_autofree char *years = zb_standing_show (&standing, as_of);

  if (!derive_place (db, record, day, error) || !derive_posts (db, record, day, error))
    return FALSE;
  set_derived (record, "age", zb_date_is_set (birth) ? g_strdup_printf ("%d", zb_date_years_between (birth, as_of)) : NULL);
  zb_record_set (record, "category", zb_category_code (zb_standing_category (&standing, as_of)));
  zb_record_set (record, "standing", *years != '\0' ? years : NULL);
  return TRUE;
}
