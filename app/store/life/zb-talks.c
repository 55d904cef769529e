/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-talks.h"

#include "store/life/zb-roll.h"
#include "store/zb-db-private.h"

void
zb_talk_gap_free (ZbTalkGap *gap)
{
  if (gap == NULL)
    return;
  g_free (gap->name);
  g_free (gap->other_name);
  g_free (gap);
}

static char *
key_of (gint64 one, gint64 other)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MIN (one, other), MAX (one, other));
}

/* Who has talked with whom in the year, whichever of the two began. */
static GHashTable *
read_talks (ZbDb *db, gint64 org, int year, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT person, other FROM talk WHERE org = ?1 AND \"on\" >= ?2 AND \"on\" < ?3 AND withdrawn = 0", error);
  g_autoptr(GHashTable) talks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *from = g_strdup_printf ("%04d", year), *to = g_strdup_printf ("%04d", year + 1);
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, org);
  zb_stmt_bind_text (stmt, 2, from);
  zb_stmt_bind_text (stmt, 3, to);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    g_hash_table_add (talks, key_of (sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1)));
  return row == 0 ? g_steal_pointer (&talks) : NULL;
}

static gboolean
have_talked (GHashTable *talks, gint64 one, gint64 other)
{
  g_autofree char *key = key_of (one, other);

  return g_hash_table_contains (talks, key);
}

static const ZbRollEntry *
entry_at (GPtrArray *roll, guint i)
{
  return g_ptr_array_index (roll, i);
}

static void
add_gap (GPtrArray *out, const ZbRollEntry *officer, const ZbRollEntry *other)
{
  ZbTalkGap *gap = g_new0 (ZbTalkGap, 1);

  gap->person = officer != NULL ? officer->person : 0;
  gap->name = officer != NULL ? g_strdup (officer->name) : NULL;
  gap->other = other->person;
  gap->other_name = g_strdup (other->name);
  g_ptr_array_add (out, gap);
}

/* Those of the committee; where there is none, whoever has a post. */
static GPtrArray *
officers_of (ZbDb *db, gint64 org, ZbDate day, GPtrArray *members, GError **error)
{
  g_autoptr(GPtrArray) committee = zb_roll_compute (db, org, "committee", day, error);
  GPtrArray *out;

  if (committee == NULL)
    return NULL;
  out = g_ptr_array_new ();
  for (guint i = 0; i < members->len; i++)
    {
      ZbRollEntry *member = g_ptr_array_index (members, i);
      gboolean is_officer = committee->len == 0 && member->post != NULL;

      for (guint k = 0; k < committee->len; k++)
        is_officer = is_officer || entry_at (committee, k)->person == member->person;
      if (is_officer)
        g_ptr_array_add (out, member);
    }
  return out;
}

static gboolean
is_among (GPtrArray *officers, gint64 person)
{
  for (guint i = 0; i < officers->len; i++)
    if (entry_at (officers, i)->person == person)
      return TRUE;
  return FALSE;
}

static gboolean
has_talked_with_any (GHashTable *talks, GPtrArray *officers, gint64 person)
{
  for (guint i = 0; i < officers->len; i++)
    if (have_talked (talks, entry_at (officers, i)->person, person))
      return TRUE;
  return FALSE;
}

GPtrArray *
zb_talks_missing (ZbDb *db, gint64 org, ZbDate day, guint *out_held, GError **error)
{
  g_autoptr(GPtrArray) members = zb_roll_compute (db, org, "assembly", day, error);
  g_autoptr(GHashTable) talks = members != NULL ? read_talks (db, org, day.year, error) : NULL;
  g_autoptr(GPtrArray) officers = talks != NULL ? officers_of (db, org, day, members, error) : NULL;
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_talk_gap_free);
  guint held = 0;

  if (officers == NULL)
    return NULL;
  for (guint i = 0; i < officers->len; i++)
    for (guint k = i + 1; k < officers->len; k++)
      if (have_talked (talks, entry_at (officers, i)->person, entry_at (officers, k)->person))
        held++;
      else
        add_gap (out, entry_at (officers, i), entry_at (officers, k));
  for (guint i = 0; officers->len > 0 && i < members->len; i++)
    {
      const ZbRollEntry *member = entry_at (members, i);

      if (is_among (officers, member->person))
        continue;
      if (has_talked_with_any (talks, officers, member->person))
        held++;
      else
        add_gap (out, NULL, member);
    }
  if (out_held != NULL)
    *out_held = held;
  return g_steal_pointer (&out);
}
