/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-wish-year.h"

#include "store/zb-db-private.h"

#define FULFILLED "'fulfilled', 'confirmed', 'visited', 'thanked'"

/* The same states as conditions have them. */
static const char *const conditions[ZB_N_WISH_FIGURES] = {
  [ZB_WISH_PUBLISHED] = "published_on!=?",
  [ZB_WISH_CLAIMED] = "state=claimed|doing|fulfilled|confirmed|visited|thanked",
  [ZB_WISH_FULFILLED] = "state=fulfilled|confirmed|visited|thanked",
};

/* Hours hang on claims, given up ones too: what somebody did before is not undone. */
#define SQL(only_)                                                                                                                    \
  "SELECT category, count (*), sum (published), sum (claimed), sum (fulfilled), sum (cost), sum (hours) FROM (SELECT w.category, "    \
  "w.published_on IS NOT NULL AS published, w.state IN ('claimed', 'doing', " FULFILLED ") AS claimed, "                              \
  "w.state IN (" FULFILLED ") AS fulfilled, "                                                                                         \
  "(SELECT coalesce (sum (d.cost), 0) FROM delivery d WHERE d.wish = w.id AND d.withdrawn = 0) AS cost, "                             \
  "(SELECT coalesce (sum (s.hours), 0) FROM claim c JOIN service_hours s ON s.claim = c.id WHERE c.wish = w.id AND s.withdrawn = 0) " \
  "AS hours FROM wish w WHERE w.withdrawn = 0 AND w.collected_on >= ?1 AND w.collected_on <= ?2" only_ ") GROUP BY category"

#define BELOW " AND w.org IN (SELECT o.id FROM organization o, organization top WHERE top.id = ?3 AND o.path >= top.path AND o.path < top.path || '~')"

void
zb_wish_figures_free (ZbWishFigures *figures)
{
  g_free (figures->category);
  g_free (figures);
}

/* A wish of which only the year of collection is known belongs to the year. */
static char *
first_text (ZbDate day)
{
  if (day.month <= 1 && day.day <= 1)
    day = (ZbDate) { day.year, 0, 0 };
  return zb_date_to_text (day);
}

GPtrArray *
zb_wishes_year (ZbDb *db, gint64 org, ZbDate from, ZbDate to, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_wish_figures_free);
  g_autofree char *first = first_text (from), *last = zb_date_to_text (to);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, org != 0 ? SQL (BELOW) : SQL (""), error);
  int row;

  if (stmt == NULL)
    return NULL;
  zb_stmt_bind_text (stmt, 1, first);
  zb_stmt_bind_text (stmt, 2, last);
  if (org != 0)
    sqlite3_bind_int64 (stmt, 3, org);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbWishFigures *figures = g_new0 (ZbWishFigures, 1);

      figures->category = g_strdup (zb_stmt_text (stmt, 0));
      figures->collected = (guint) sqlite3_column_int (stmt, 1);
      figures->published = (guint) sqlite3_column_int (stmt, 2);
      figures->claimed = (guint) sqlite3_column_int (stmt, 3);
      figures->fulfilled = (guint) sqlite3_column_int (stmt, 4);
      figures->cost = sqlite3_column_int64 (stmt, 5);
      figures->hours = sqlite3_column_int64 (stmt, 6);
      g_ptr_array_add (out, figures);
    }
  return row == 0 ? g_steal_pointer (&out) : NULL;
}

char *
zb_wishes_condition (ZbWishFigure figure, const char *category, ZbDate from, ZbDate to)
{
  g_autofree char *first = first_text (from), *last = zb_date_to_text (to);
  GString *out = g_string_new (NULL);

  g_string_printf (out, "collected_on>=%s,collected_on<=%s", first, last);
  if (category != NULL)
    g_string_append_printf (out, ",category=%s", category);
  if (conditions[figure] != NULL)
    g_string_append_printf (out, ",%s", conditions[figure]);
  return g_string_free (out, FALSE);
}
