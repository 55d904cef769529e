/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-wishes.h"

#include <string.h>

#include "core/wishes/zb-alias.h"
#include "core/zb-id-number.h"
#include "store/zb-change-set-private.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

/* A year's numbers have four digits; a city that needs more gets them. */
#define LEAST_DIGITS 4
#define MOST_DIGITS 9

/* The greatest number of @digits digits of a year, 0 for none. */
static gboolean
last_number (ZbDb *db, const char *year, guint digits, gint64 *out_last, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT CAST (substr (number, 6) AS INTEGER) FROM wish WHERE number >= ?1 AND number < ?2 AND length (number) = ?3 "
    "ORDER BY number DESC LIMIT 1", error);
  g_autofree char *from = g_strdup_printf ("%s-", year), *to = g_strdup_printf ("%s.", year);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, from);
  zb_stmt_bind_text (stmt, 2, to);
  sqlite3_bind_int (stmt, 3, 5 + (int) digits);
  row = zb_db_step (db, stmt, error);
  *out_last = row == 1 ? sqlite3_column_int64 (stmt, 0) : 0;
  return row >= 0;
}

/* The greatest of all, 0 for none. Text in order puts 10000 before 9999: beyond four digits thousands are passed on the way to it. */
static gboolean
find_last (ZbDb *db, const char *year, gint64 *out_last, GError **error)
{
  gint64 last = 0, full = 9999;

  for (guint digits = LEAST_DIGITS; digits <= MOST_DIGITS; digits++, full = full * 10 + 9)
    {
      gint64 found;

      if (!last_number (db, year, digits, &found, error))
        return FALSE;
      last = MAX (last, found);
      if (found < full)
        break;
    }
  *out_last = last;
  return TRUE;
}

/* Also the numbers of wishes that were taken back stay used: they may stand on a card. */
static gboolean
add_with_number (ZbChangeSet *set, ZbRecord *wish, const char *year, GError **error)
{
  g_autofree char *number = NULL;
  gint64 last = zb_change_set_last_number (set, year);

  if (last == 0 && !find_last (zb_change_set_db (set), year, &last, error))
    return FALSE;
  number = g_strdup_printf ("%s-%04" G_GINT64_FORMAT, year, last + 1);
  zb_record_set (wish, "number", number);
  if (!zb_change_set_insert (set, wish, error))
    return FALSE;
  zb_change_set_learn_number (set, year, last + 1);
  return TRUE;
}

static gboolean
add_wish (ZbChangeSet *set, ZbRecord *wish, GError **error)
{
  const char *day = zb_record_get (wish, "collected_on");
  g_autofree char *year = day != NULL ? g_strndup (day, 4) : NULL;

  if (zb_record_get (wish, "number") != NULL || year == NULL)
    return zb_change_set_insert (set, wish, error);
  return add_with_number (set, wish, year, error);
}

gboolean
zb_wishes_add (ZbChangeSet *set, ZbRecord *record, GError **error)
{
  zb_record_set (record, "state", "collected");
  if (zb_record_get (record, "quantity") == NULL)
    zb_record_set (record, "quantity", "1");
  return zb_record_check (record, error) && add_wish (set, record, error)
         && zb_wishes_log (set, record, "collect", zb_record_get (record, "collected_on"), zb_record_get (record, "collector"), NULL, NULL, error);
}

gboolean
zb_wishes_left (ZbDb *db, gint64 wish, ZbWishLeft *out_left, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT w.quantity, coalesce (w.estimate, 0), coalesce (sum (c.pieces), 0), coalesce (sum (c.money), 0), "
    "coalesce (sum (c.state = 'active'), 0) FROM wish w LEFT JOIN claim c ON c.wish = w.id AND c.withdrawn = 0 "
    "AND c.state IN ('active', 'delivered') WHERE w.id = ?1 GROUP BY w.id", error);
  int row;

  *out_left = (ZbWishLeft) { 0 };
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, wish);
  if ((row = zb_db_step (db, stmt, error)) != 1)
    return row == 0 && (g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "there is no such wish"), FALSE);
  *out_left = (ZbWishLeft) {
    .wished = sqlite3_column_int64 (stmt, 0),
    .estimate = sqlite3_column_int64 (stmt, 1),
    .claimed = sqlite3_column_int64 (stmt, 2),
    .money = sqlite3_column_int64 (stmt, 3),
    .n_active = (guint) sqlite3_column_int (stmt, 4),
  };
  return TRUE;
}

gboolean
zb_wishes_check_quantity (ZbDb *db, const ZbRecord *wish, const ZbRecord *old, GError **error)
{
  gint64 quantity = zb_record_get_int (wish, "quantity");
  g_autofree char *claimed = NULL;
  ZbWishLeft left;

  if (old != NULL && g_strcmp0 (zb_record_get (wish, "quantity"), zb_record_get (old, "quantity")) == 0)
    return TRUE;
  if (quantity < 1)
    return zb_step_refuse (error, "no-quantity", NULL);
  if (old == NULL)
    return TRUE;
  if (!zb_wishes_left (db, wish->id, &left, error))
    return FALSE;
  claimed = g_strdup_printf ("%" G_GINT64_FORMAT, left.claimed);
  return quantity >= left.claimed || zb_step_refuse (error, "fewer-than-claimed", zb_record_get (wish, "quantity"), claimed, NULL);
}

gboolean
zb_wish_is_taken (const ZbWishLeft *left)
{
  return left->claimed >= left->wished || (left->estimate > 0 && left->money >= left->estimate);
}

/* Steps follow each other in time as they do on paper. */
static gboolean
check_follows (ZbDb *db, const ZbRecord *wish, const char *on, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT \"on\", step FROM wish_event WHERE wish = ?1 AND withdrawn = 0 AND \"on\" > ?2 ORDER BY \"on\" DESC, id DESC LIMIT 1", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, wish->id);
  zb_stmt_bind_text (stmt, 2, on);
  if ((row = zb_db_step (db, stmt, error)) != 1)
    return row == 0;
  return zb_step_refuse (error, "before", on, zb_code_label (zb_code_table_get ("wish_step"), zb_stmt_text (stmt, 1)), zb_stmt_text (stmt, 0), NULL);
}

gboolean
zb_wishes_log (ZbChangeSet *set, const ZbRecord *wish, const char *step, const char *on, const char *by, const char *whom,
               const char *words, GError **error)
{
  g_autoptr(ZbRecord) event = zb_record_new (&zb_kind_wish_event);

  zb_record_set_int (event, "wish", wish->id);
  zb_record_set (event, "on", on);
  zb_record_set (event, "step", step);
  zb_record_set (event, "state", zb_record_get (wish, "state"));
  zb_record_set (event, "by", by);
  zb_record_set (event, "whom", whom);
  zb_record_set (event, "words", words);
  return check_follows (zb_change_set_db (set), wish, on, error) && zb_change_set_insert (set, event, error);
}

GPtrArray *
zb_wishes_parts (ZbDb *db, const ZbKind *kind, gint64 wish, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, wish);

  return zb_records_list (db, kind, "wish", id, kind->private_table != NULL, error);
}

/* Households */

gboolean
zb_households_add (ZbChangeSet *set, ZbRecord *record, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRules) rules = NULL;
  g_autofree char *alias = NULL;

  if (zb_record_get (record, "alias") == NULL)
    {
      if (!(rules = zb_rules_load (db, error)))
        return FALSE;
      alias = zb_alias_propose (zb_record_get (record, "name"), zb_record_get (record, "sex"), zb_record_get_date (record, "birth_date"),
                                zb_db_today (db), rules);
      zb_record_set (record, "alias", *alias != '\0' ? alias : NULL);
    }
  return zb_record_check (record, error) && zb_change_set_insert (set, record, error);
}

static gboolean
add_found (ZbDb *db, ZbStmt *stmt, const ZbRecord *household, GPtrArray *out, GError **error)
{
  int row;

  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      gboolean known = id == household->id;
      ZbRecord *found;

      for (guint i = 0; i < out->len && !known; i++)
        known = ((ZbRecord *) g_ptr_array_index (out, i))->id == id;
      if (known)
        continue;
      if (!(found = zb_records_get (db, &zb_kind_household, id, FALSE, error)))
        return FALSE;
      g_ptr_array_add (out, found);
    }
  return row == 0;
}

static gboolean
add_same_number (ZbDb *db, const ZbRecord *household, GPtrArray *out, GError **error)
{
  const char *number = zb_record_get (household, "id_number");
  g_autofree char *eighteen = number != NULL ? zb_id_number_eighteen (number) : NULL;
  g_autofree char *fifteen = eighteen != NULL && strlen (eighteen) == 18 ? g_strdup_printf ("%.6s%.9s", eighteen, eighteen + 8) : NULL;
  const char *const forms[] = { eighteen, fifteen };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(ZbStmt) stmt = NULL;

      if (forms[i] == NULL)
        continue;
      stmt = zb_db_borrow (db,
        "SELECT h.id FROM household_private p JOIN household h ON h.id = p.household_id WHERE p.id_number = ?1 AND h.withdrawn = 0 ORDER BY h.id", error);
      if (stmt == NULL)
        return FALSE;
      zb_stmt_bind_text (stmt, 1, forms[i]);
      if (!add_found (db, stmt, household, out, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_same_name (ZbDb *db, const ZbRecord *household, GPtrArray *out, GError **error)
{
  g_autoptr(ZbStmt) stmt = NULL;

  if (zb_record_get (household, "name") == NULL)
    return TRUE;
  stmt = zb_db_borrow (db,
    "SELECT h.id FROM household_private p JOIN household h ON h.id = p.household_id WHERE p.name = ?1 AND h.withdrawn = 0 "
    "AND (p.phone = ?2 OR p.address = ?3 OR p.birth_date = ?4 OR h.community = ?5 OR coalesce (?2, ?3, ?4, ?5) IS NULL) ORDER BY h.id", error);
  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, zb_record_get (household, "name"));
  zb_stmt_bind_text (stmt, 2, zb_record_get (household, "phone"));
  zb_stmt_bind_text (stmt, 3, zb_record_get (household, "address"));
  zb_stmt_bind_text (stmt, 4, zb_record_get (household, "birth_date"));
  zb_stmt_bind_text (stmt, 5, zb_record_get (household, "community"));
  return add_found (db, stmt, household, out, error);
}

GPtrArray *
zb_households_like (ZbDb *db, const ZbRecord *household, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);

  return add_same_number (db, household, out, error) && add_same_name (db, household, out, error) ? g_steal_pointer (&out) : NULL;
}
