/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-roll.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "core/zb-standing.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"

/* A line of a roll being made, and what orders it. */
typedef struct {
  ZbRollEntry entry;
  int rank; /* of the highest post; people without one come last */
  gsize key_size;
  guint8 key[ZB_HANZI_KEY_MAX];
} Line;

typedef struct {
  ZbDb *db;
  ZbDate day;
  const char *text;  /* the day as stored */
  GHashTable *lines; /* (owned): person → Line */
} Roll;

void
zb_roll_entry_free (ZbRollEntry *entry)
{
  g_free (entry->name);
  g_free (entry->place_of);
  g_free (entry->post);
  g_free (entry);
}

/* Who is a Party member on the day; nobody else is expected. The columns stand as in PERSON_COLUMNS. */
#define PERSON_COLUMNS "p.id, p.name, p.category, p.applied_on, p.activist_on, p.candidate_on, p.joined_on, p.confirmed_on"

static ZbCategory
category_of (ZbStmt *stmt, ZbDate day)
{
  ZbStanding standing = { .declared = zb_category_from_code (zb_stmt_text (stmt, 2)) };
  ZbDate *const dates[] = { &standing.applied, &standing.activist, &standing.candidate, &standing.joined, &standing.confirmed };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    zb_date_parse (zb_stmt_text (stmt, 3 + (int) i), dates[i], NULL);
  return zb_standing_category (&standing, day);
}

static void
add_line (Roll *roll, ZbStmt *stmt, const char *place_of, const char *why, gboolean may_vote)
{
  gint64 person = sqlite3_column_int64 (stmt, 0);
  ZbCategory category = category_of (stmt, roll->day);
  Line *line;

  if (category < ZB_CATEGORY_PROBATIONARY || g_hash_table_contains (roll->lines, &person))
    return;
  line = g_new0 (Line, 1);
  line->rank = G_MAXINT;
  line->entry.person = person;
  line->entry.name = g_strdup (zb_stmt_text (stmt, 1));
  line->entry.place_of = g_strdup (place_of);
  line->entry.why = why;
  line->entry.expected = TRUE;
  line->entry.voter = may_vote && category == ZB_CATEGORY_FULL;
  line->key_size = zb_hanzi_stroke_key (line->entry.name, ZB_STROKE_SURNAME, line->key, sizeof line->key);
  g_hash_table_insert (roll->lines, g_memdup2 (&person, sizeof person), line);
}

/* Members of one organisation, or of one group, on the day; of second memberships only when those are asked for. */
static gboolean
add_members (Roll *roll, const ZbOrg *org, const char *column, gboolean second, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT " PERSON_COLUMNS " FROM membership m JOIN person p ON p.id = m.person "
    "WHERE m.%s = ?1 AND m.withdrawn = 0 AND p.withdrawn = 0 AND m.kind %s 'organizational' "
    "AND (m.started_on IS NULL OR m.started_on <= ?2) AND (m.ended_by IS NULL OR m.ended_on > ?2)", column, second ? "<>" : "=");
  g_autoptr(ZbStmt) stmt = zb_db_borrow (roll->db, sql, error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, org->id);
  zb_stmt_bind_text (stmt, 2, roll->text);
  while ((row = zb_db_step (roll->db, stmt, error)) == 1)
    add_line (roll, stmt, zb_org_short (org), second ? "second" : org->kind == ZB_ORG_GROUP ? "group" : "branch", !second);
  return row == 0;
}

static gboolean
add_subtree (Roll *roll, ZbOrgTree *tree, const ZbOrg *top, GError **error)
{
  for (guint second = 0; second < 2; second++)
    for (guint i = 0; i <= top->below; i++)
      {
        const ZbOrg *org = zb_org_tree_at (tree, top->position + i);

        if (org->kind != ZB_ORG_GROUP && !add_members (roll, org, "org", second == 1, error))
          return FALSE;
      }
  return TRUE;
}

/* Posts of the day: those of the committee make the roll of its meeting; all of them order the rows. */
static gboolean
read_posts (Roll *roll, const ZbOrg *top, gboolean adds, GError **error)
{
  const ZbCodeTable *table = zb_code_table_get ("post");
  g_autoptr(ZbStmt) stmt = zb_db_borrow (roll->db,
    "SELECT " PERSON_COLUMNS ", h.post FROM post_holding h JOIN person p ON p.id = h.person "
    "WHERE h.org = ?1 AND h.withdrawn = 0 AND p.withdrawn = 0 AND (h.started_on IS NULL OR h.started_on <= ?2) "
    "AND (h.ended_on IS NULL OR h.ended_on > ?2) ORDER BY h.id", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, top->id);
  zb_stmt_bind_text (stmt, 2, roll->text);
  while ((row = zb_db_step (roll->db, stmt, error)) == 1)
    {
      gint64 person = sqlite3_column_int64 (stmt, 0);
      const ZbCode *post = zb_code_get (table, zb_stmt_text (stmt, 8));
      Line *line;

      if (post == NULL)
        continue;
      if (adds && zb_post_is_of_committee (post->code))
        add_line (roll, stmt, zb_org_short (top), "committee", TRUE);
      if ((line = g_hash_table_lookup (roll->lines, &person)) == NULL)
        continue;
      line->rank = MIN (line->rank, post->rank);
      if (line->entry.post == NULL)
        line->entry.post = g_strdup (post->label);
      else
        {
          g_autofree char *old = line->entry.post;

          line->entry.post = g_strdup_printf ("%s、%s", old, post->label);
        }
    }
  return row == 0;
}

/* What frees somebody from being expected or counted that day. */
static gboolean
read_exemption (Roll *roll, Line *line, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (roll->db,
    "SELECT id, kind, attends, votes FROM exemption WHERE person = ?1 AND withdrawn = 0 AND started_on <= ?2 "
    "AND (ended_on IS NULL OR ended_on >= ?2 OR ?2 GLOB ended_on || '*')", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, line->entry.person);
  zb_stmt_bind_text (stmt, 2, roll->text);
  while ((row = zb_db_step (roll->db, stmt, error)) == 1)
    {
      line->entry.exemption = sqlite3_column_int64 (stmt, 0);
      if (sqlite3_column_int (stmt, 2) == 0)
        {
          line->entry.expected = FALSE;
          line->entry.why = "exempt";
        }
      if (sqlite3_column_int (stmt, 3) == 0 || strcmp (zb_stmt_text (stmt, 1), "restricted") == 0)
        line->entry.voter = FALSE;
    }
  return row == 0;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = *(Line *const *) a, *right = *(Line *const *) b;
  int order = memcmp (left->key, right->key, MIN (left->key_size, right->key_size));

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (order != 0)
    return order;
  if (left->key_size != right->key_size)
    return left->key_size < right->key_size ? -1 : 1;
  return left->entry.person < right->entry.person ? -1 : left->entry.person > right->entry.person;
}

static gboolean
collect (Roll *roll, ZbOrgTree *tree, const ZbOrg *top, const char *kind, GError **error)
{
  GHashTableIter iter;
  gpointer line;

  if (strcmp (kind, "committee") == 0)
    {
      if (!read_posts (roll, top, TRUE, error))
        return FALSE;
    }
  else if (!(top->kind == ZB_ORG_GROUP ? add_members (roll, top, "\"group\"", FALSE, error) : add_subtree (roll, tree, top, error))
           || !read_posts (roll, top, FALSE, error))
    return FALSE;
  g_hash_table_iter_init (&iter, roll->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    if (!read_exemption (roll, line, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
zb_roll_compute (ZbDb *db, gint64 org, const char *kind, ZbDate day, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, day, TRUE, error);
  g_autoptr(GHashTable) lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_roll_entry_free);
  g_autofree char *text = zb_date_to_text (day);
  Roll roll = { db, day, text, lines };
  const ZbOrg *top = tree != NULL ? zb_org_tree_get (tree, org) : NULL;
  GHashTableIter iter;
  gpointer value;

  if (tree == NULL)
    return NULL;
  if (top == NULL)
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "no organization #%" G_GINT64_FORMAT, org);
      return NULL;
    }
  if (!collect (&roll, tree, top, kind, error))
    return NULL;
  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (sorted, value);
  g_ptr_array_sort (sorted, compare_lines);
  for (guint i = 0; i < sorted->len; i++)
    {
      Line *line = g_ptr_array_index (sorted, i);

      g_ptr_array_add (out, g_memdup2 (&line->entry, sizeof line->entry));
    }
  return g_steal_pointer (&out);
}
