/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-change-bulk.h"

/* While indexes are made. */
#define SORTING_CACHE "PRAGMA cache_size = -4096"

/* Fewer people than this are entered as they come. */
#define FEWEST 20000

/* Names and numbers come in no order: at each person three pages from all over these are read and written. */
static const char *const scattered[] = { "person_by_name", "person_by_name_key", "person_private_by_id_number", NULL };

/* Whoever comes anew belongs nowhere yet, so nobody is looked for in these. */
static const char *const of_members[] = { "membership_by_person", "membership_by_org", "membership_by_open", NULL };

/* Takes one index away and remembers how it is made. */
static gboolean
put_off (ZbDb *db, const char *name, GPtrArray *later, GError **error)
{
  g_autofree char *drop = g_strdup_printf ("DROP INDEX %s", name);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, name);
  if ((row = zb_db_step (db, stmt, error)) <= 0)
    return row == 0;
  g_ptr_array_add (later, g_strdup (zb_stmt_text (stmt, 0)));
  sqlite3_reset (stmt);
  return zb_db_run (db, drop, error);
}

static gboolean
put_off_all (ZbDb *db, const char *const *names, GPtrArray *later, GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (!put_off (db, names[i], later, error))
      return FALSE;
  return TRUE;
}

gboolean
zb_change_bulk_begin (ZbDb *db, guint people, gboolean only_new, GPtrArray **out_later, GError **error)
{
  g_autoptr(GPtrArray) later = g_ptr_array_new_with_free_func (g_free);
  gint64 there = people >= FEWEST ? zb_db_int (db, "SELECT count(*) FROM person", 0, error) : 0;

  *out_later = NULL;
  if (there < 0)
    return FALSE;
  if (people < FEWEST || people < there)
    return TRUE;
  /* These are appended to, which costs little more than building them anew; where many are there already, less. */
  if (!put_off_all (db, scattered, later, error) || (only_new && there < people / 4 && !put_off_all (db, of_members, later, error)))
    return FALSE;
  *out_later = g_steal_pointer (&later);
  return TRUE;
}

gboolean
zb_change_bulk_end (ZbDb *db, GPtrArray *later, GError **error)
{
  /* What is sorted may fill as much memory as the page cache, beside it. */
  if (!zb_db_run (db, SORTING_CACHE, error))
    return FALSE;
  for (guint i = 0; i < later->len; i++)
    if (!zb_db_run (db, g_ptr_array_index (later, i), error))
      return FALSE;
  return TRUE;
}
