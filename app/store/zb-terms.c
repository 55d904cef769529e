/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-terms.h"

#include "store/zb-db-private.h"
#include "store/zb-records.h"

static ZbDate
date_of (const ZbRecord *record, const char *field)
{
  ZbDate date = ZB_DATE_NONE;

  zb_date_parse (zb_record_get (record, field), &date, NULL);
  return date;
}

GHashTable *
zb_terms_current (ZbDb *db, ZbDate day, GError **error)
{
  g_autoptr(GPtrArray) terms = zb_records_list (db, &zb_kind_term, NULL, NULL, FALSE, error);
  g_autoptr(GHashTable) current = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) zb_record_free);

  if (terms == NULL)
    return NULL;
  for (guint i = 0; i < terms->len; i++)
    {
      ZbRecord *term = g_ptr_array_index (terms, i);
      gint64 org = zb_record_get_int (term, "org");
      const ZbRecord *other = g_hash_table_lookup (current, &org);
      ZbDate begun = date_of (term, "appointed_on");

      if (zb_date_compare (begun, day) <= 0
          && (other == NULL || zb_date_compare (begun, date_of (other, "appointed_on")) >= 0))
        g_hash_table_replace (current, g_memdup2 (&org, sizeof org), zb_record_copy (term));
    }
  return g_steal_pointer (&current);
}

ZbDate
zb_term_end (const ZbRecord *term)
{
  ZbDate extended = date_of (term, "extended_to");

  return zb_date_is_set (extended) ? extended : date_of (term, "due_on");
}

gboolean
zb_term_is_held (const ZbRecord *term, ZbDate day)
{
  ZbDate held = date_of (term, "held_on");

  return zb_date_is_set (held) && zb_date_compare (held, day) <= 0;
}

GHashTable *
zb_organizations_heads (ZbDb *db, ZbDate day, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT h.org, t.name FROM post_holding h JOIN person t ON t.id = h.person "
    "WHERE h.withdrawn = 0 AND t.withdrawn = 0 AND h.post IN ('secretary', 'group_leader') "
    "AND (h.started_on IS NULL OR h.started_on <= ?1) AND (h.ended_on IS NULL OR h.ended_on > ?1) ORDER BY h.id", error);
  g_autoptr(GHashTable) heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autofree char *text = zb_date_to_text (day);
  int row;

  if (stmt == NULL)
    return NULL;
  zb_stmt_bind_text (stmt, 1, text);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      gint64 org = sqlite3_column_int64 (stmt, 0);
      const char *name = zb_stmt_text (stmt, 1);
      const char *before = g_hash_table_lookup (heads, &org);

      g_hash_table_replace (heads, g_memdup2 (&org, sizeof org), before != NULL ? g_strdup_printf ("%s、%s", before, name) : g_strdup (name));
    }
  return row == 0 ? g_steal_pointer (&heads) : NULL;
}
