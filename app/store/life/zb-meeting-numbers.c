/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-meeting-numbers.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/life/zb-meetings.h"
#include "store/zb-db-private.h"
#include "store/zb-records.h"

const char *
zb_meeting_on (const ZbRecord *meeting)
{
  return zb_record_get (meeting, "held_on") != NULL ? zb_record_get (meeting, "held_on") : zb_record_get (meeting, "planned_on");
}

/* How many meetings of the kind the organisation has had or planned in the year, this one left out. */
static gboolean
count_in_year (ZbDb *db, const ZbRecord *meeting, int *out_n, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT coalesce (max (number), 0) FROM meeting WHERE org = ?1 AND kind = ?2 AND withdrawn = 0 AND id <> ?3 AND state <> 'cancelled' "
    "AND substr (coalesce (held_on, planned_on), 1, 4) = ?4", error);
  g_autofree char *year = zb_meeting_on (meeting) != NULL ? g_strndup (zb_meeting_on (meeting), 4) : g_strdup ("");

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, zb_record_get_int (meeting, "org"));
  zb_stmt_bind_text (stmt, 2, zb_record_get (meeting, "kind"));
  sqlite3_bind_int64 (stmt, 3, meeting->id);
  zb_stmt_bind_text (stmt, 4, year);
  if (zb_db_step (db, stmt, error) < 0)
    return FALSE;
  *out_n = sqlite3_column_int (stmt, 0);
  return TRUE;
}

gboolean
zb_meeting_give_number (ZbDb *db, ZbRecord *meeting, GError **error)
{
  int n;

  if (zb_record_get (meeting, "number") != NULL || zb_meeting_on (meeting) == NULL)
    return TRUE;
  if (!count_in_year (db, meeting, &n, error))
    return FALSE;
  zb_record_set_int (meeting, "number", n + 1);
  return TRUE;
}

void
zb_meeting_give_title (ZbRecord *meeting)
{
  const char *label = zb_code_label (zb_code_table_get ("meeting_kind"), zb_record_get (meeting, "kind"));
  g_autofree char *title = NULL;

  if (zb_record_get (meeting, "title") != NULL)
    return;
  if (zb_meeting_on (meeting) != NULL && zb_record_get (meeting, "number") != NULL)
    title = g_strdup_printf ("%.4s年第%s次%s", zb_meeting_on (meeting), zb_record_get (meeting, "number"), label);
  zb_record_set (meeting, "title", title != NULL ? title : label);
}

/* Whether the title is the one that is made of the number. */
static gboolean
has_made_title (const ZbRecord *meeting)
{
  g_autoptr(ZbRecord) other = zb_record_copy (meeting);

  zb_record_set (other, "title", NULL);
  zb_meeting_give_title (other);
  return g_strcmp0 (zb_record_get (other, "title"), zb_record_get (meeting, "title")) == 0;
}

static gboolean
is_taken (ZbDb *db, const ZbRecord *meeting, gboolean *out_taken, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT count (*) FROM meeting WHERE org = ?1 AND kind = ?2 AND withdrawn = 0 AND id <> ?3 AND state <> 'cancelled' "
    "AND substr (coalesce (held_on, planned_on), 1, 4) = substr (?4, 1, 4) AND number = ?5", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, zb_record_get_int (meeting, "org"));
  zb_stmt_bind_text (stmt, 2, zb_record_get (meeting, "kind"));
  sqlite3_bind_int64 (stmt, 3, meeting->id);
  zb_stmt_bind_text (stmt, 4, zb_meeting_on (meeting));
  sqlite3_bind_int64 (stmt, 5, zb_record_get_int (meeting, "number"));
  if (zb_db_step (db, stmt, error) != 1)
    return FALSE;
  *out_taken = sqlite3_column_int (stmt, 0) > 0;
  return TRUE;
}

/* Numbers are those of an organisation, a kind and a year. */
static gboolean
is_elsewhere (const ZbRecord *meeting, const ZbRecord *old)
{
  const char *day = zb_meeting_on (meeting), *before = zb_meeting_on (old);

  return zb_record_get_int (meeting, "org") != zb_record_get_int (old, "org")
         || g_strcmp0 (zb_record_get (meeting, "kind"), zb_record_get (old, "kind")) != 0 || (before != NULL && strncmp (day, before, 4) != 0);
}

gboolean
zb_meeting_follow_number (ZbDb *db, ZbRecord *meeting, const ZbRecord *old, GError **error)
{
  gboolean is_back = g_strcmp0 (zb_record_get (old, "state"), "cancelled") == 0 && g_strcmp0 (zb_record_get (meeting, "state"), "cancelled") != 0;
  gboolean must_go, is_made = has_made_title (old) && g_strcmp0 (zb_record_get (meeting, "title"), zb_record_get (old, "title")) == 0;

  /* What a person gave with this change stays. */
  if (zb_record_get (meeting, "number") == NULL || zb_meeting_on (meeting) == NULL
      || zb_record_get_int (meeting, "number") != zb_record_get_int (old, "number"))
    return zb_meeting_give_number (db, meeting, error);
  must_go = is_elsewhere (meeting, old);
  if (!must_go && is_back && !is_taken (db, meeting, &must_go, error))
    return FALSE;
  if (!must_go)
    return TRUE;
  zb_record_set (meeting, "number", NULL);
  if (!zb_meeting_give_number (db, meeting, error))
    return FALSE;
  if (is_made)
    zb_record_set (meeting, "title", NULL);
  zb_meeting_give_title (meeting);
  return TRUE;
}

/* In the order of the days */

static int
compare_clocks (const ZbRecord *left, const ZbRecord *right)
{
  const char *one = zb_record_get (left, zb_record_get (left, "held_on") != NULL ? "started_at" : "planned_at");
  const char *other = zb_record_get (right, zb_record_get (right, "held_on") != NULL ? "started_at" : "planned_at");
  int order = g_strcmp0 (one, other);

  return order != 0 ? order : left->id < right->id ? -1 : 1;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const ZbRecord *left = *(ZbRecord *const *) a, *right = *(ZbRecord *const *) b;
  int order = strcmp (zb_meeting_on (left), zb_meeting_on (right));

  return order != 0 ? order : compare_clocks (left, right);
}

static gboolean
is_numbered (const ZbRecord *meeting, const char *kind, const char *year)
{
  return !meeting->withdrawn && g_strcmp0 (zb_record_get (meeting, "kind"), kind) == 0 && g_strcmp0 (zb_record_get (meeting, "state"), "cancelled") != 0
         && zb_meeting_on (meeting) != NULL && strncmp (zb_meeting_on (meeting), year, 4) == 0;
}

static gboolean
set_number (ZbChangeSet *set, ZbRecord *meeting, guint number, guint *changed, GError **error)
{
  gboolean is_made = has_made_title (meeting);

  if (zb_record_get_int (meeting, "number") == (gint64) number)
    return TRUE;
  zb_record_set_int (meeting, "number", number);
  if (is_made)
    zb_record_set (meeting, "title", NULL);
  zb_meeting_give_title (meeting);
  (*changed)++;
  return zb_change_set_update (set, meeting, error);
}

gboolean
zb_meetings_renumber (ZbChangeSet *set, gint64 org, const char *kind, int year, guint *out_changed, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, org), *year_text = g_strdup_printf ("%04d", year);
  g_autoptr(GPtrArray) all = zb_records_list (zb_change_set_db (set), &zb_kind_meeting, "org", id, FALSE, error);
  g_autoptr(GPtrArray) numbered = g_ptr_array_new ();
  guint changed = 0;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_numbered (g_ptr_array_index (all, i), kind, year_text))
      g_ptr_array_add (numbered, g_ptr_array_index (all, i));
  g_ptr_array_sort (numbered, compare_days);
  for (guint i = 0; i < numbered->len; i++)
    if (!set_number (set, g_ptr_array_index (numbered, i), i + 1, &changed, error))
      return FALSE;
  if (out_changed != NULL)
    *out_changed = changed;
  return all != NULL;
}
