/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/life/zb-likeness.h"
#include "store/life/zb-check-life.h"
#include "store/zb-check-private.h"

/* Minutes that were not written anew: word for word those of an earlier meeting of the organisation, or nearly. */

/* Contents shorter than this are alike by chance. */
#define SHORTEST 40
/* How many earlier meetings of the organisation are remembered; a branch holds that many in ten years and more. */
#define FURTHEST 2000
/* How many of those that share most marks are compared word for word. */
#define CANDIDATES 4

typedef struct {
  ZbLikeness *likeness; /* (owned) */
  char *title;
  char *day;
} Earlier;

typedef struct {
  ZbChecker *checker;
  double most; /* the rule */
  GPtrArray *earlier;  /* (owned): of the organisation at hand; %NULL where it is too long ago */
  GHashTable *holders; /* (owned) (element-type guint GArray): mark → places of the earlier ones that have it, ascending */
  guint8 votes[FURTHEST]; /* how many marks each of those that are remembered shares, by its place */
  gint64 org;
} Copies;

static void
earlier_free (gpointer data)
{
  Earlier *earlier = data;

  if (earlier == NULL)
    return;
  g_free (earlier->likeness);
  g_free (earlier->title);
  g_free (earlier->day);
  g_free (earlier);
}

/* Columns of both statements. */
enum { ID, TITLE, CONTENTS, DAY, ORG };
#define COLUMNS "SELECT m.id, m.title, m.contents, m.held_on, m.org FROM meeting m WHERE m.withdrawn = 0 AND m.held_on IS NOT NULL "

static Earlier *
earlier_new (ZbStmt *stmt)
{
  Earlier *earlier = g_new0 (Earlier, 1);

  earlier->likeness = zb_likeness_new (zb_stmt_text (stmt, CONTENTS));
  earlier->title = g_strdup (zb_stmt_text (stmt, TITLE));
  earlier->day = g_strdup (zb_stmt_text (stmt, DAY));
  return earlier;
}

static void
find (Copies *self, gint64 meeting, const Earlier *now, const Earlier *before, double share)
{
  g_autofree char *percent = g_strdup_printf ("%d%%", (int) (share * 100 + 0.5));

  if (before->likeness->whole == now->likeness->whole)
    zb_checker_add (self->checker, ZB_FINDING_WARNING, "copied-contents", &zb_kind_meeting, meeting, now->title, NULL, before->day, before->title, NULL);
  else if (share > self->most)
    zb_checker_add (self->checker, ZB_FINDING_WARNING, "alike-contents", &zb_kind_meeting, meeting, now->title, "minutes.alike_max", before->day,
                    before->title, percent, NULL);
}

/* Of all */

/* From which place on the earlier ones are remembered. */
static guint
oldest (const Copies *self)
{
  return self->earlier->len > FURTHEST ? self->earlier->len - FURTHEST : 0;
}

/* What all minutes begin and end with is in most of them: a mark alone says little, how many of them two share says much. */
static void
count_votes (Copies *self, const ZbLikeness *likeness)
{
  memset (self->votes, 0, sizeof self->votes);
  for (guint i = 0; i < zb_likeness_marks (likeness); i++)
    {
      const GArray *holders = g_hash_table_lookup (self->holders, GUINT_TO_POINTER (likeness->groups[i]));

      for (guint k = holders != NULL ? holders->len : 0; k-- > 0 && g_array_index (holders, guint, k) >= oldest (self);)
        self->votes[g_array_index (holders, guint, k) % FURTHEST]++;
    }
}

/* The places of those that share most marks, of equals the latest, the most first. */
static guint
choose_candidates (const Copies *self, guint *places)
{
  guint n = 0;

  for (guint place = self->earlier->len; place-- > oldest (self);)
    {
      guint8 votes = self->votes[place % FURTHEST];
      guint at = n;

      if (votes == 0 || (n == CANDIDATES && votes <= self->votes[places[n - 1] % FURTHEST]))
        continue;
      n = MIN (n + 1, CANDIDATES);
      for (at = MIN (at, CANDIDATES - 1); at > 0 && votes > self->votes[places[at - 1] % FURTHEST]; at--)
        places[at] = places[at - 1];
      places[at] = place;
    }
  return n;
}

/* Word for word is more than alike in everything but figures. */
static double
compare (const Earlier *now, const Earlier *before)
{
  return before->likeness->whole == now->likeness->whole ? 2 : zb_likeness_share (now->likeness, before->likeness);
}

/* The earlier meeting that is most alike, of equals the latest. */
static const Earlier *
nearest (Copies *self, const Earlier *now, double *out_share)
{
  guint places[CANDIDATES], at = 0;
  guint n;

  count_votes (self, now->likeness);
  n = choose_candidates (self, places);
  *out_share = 0;
  for (guint i = 0; i < n; i++)
    {
      double share = compare (now, g_ptr_array_index (self->earlier, places[i]));

      if (share > *out_share || (share == *out_share && places[i] > at))
        {
          *out_share = share;
          at = places[i];
        }
    }
  return *out_share > 0 ? g_ptr_array_index (self->earlier, at) : NULL;
}

static void
remember (Copies *self, Earlier *now)
{
  guint place = self->earlier->len;

  g_ptr_array_add (self->earlier, now);
  if (place >= FURTHEST)
    g_clear_pointer (&self->earlier->pdata[place - FURTHEST], earlier_free);
  for (guint i = 0; i < zb_likeness_marks (now->likeness); i++)
    {
      gpointer mark = GUINT_TO_POINTER (now->likeness->groups[i]);
      GArray *holders = g_hash_table_lookup (self->holders, mark);

      if (holders == NULL)
        g_hash_table_insert (self->holders, mark, holders = g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val (holders, place);
    }
}

static void
begin_org (Copies *self, gint64 org)
{
  self->org = org;
  g_ptr_array_set_size (self->earlier, 0);
  g_hash_table_remove_all (self->holders);
}

/*
 * Each organisation's meetings in their order, each compared word for word with a few: the cost grows with the meetings, not
 * with their pairs.
 */
static gboolean
check_all (Copies *self, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (self->checker->db,
    COLUMNS "AND length(m.contents) >= " G_STRINGIFY (SHORTEST) " ORDER BY m.org, m.held_on, m.id", error);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (self->checker->db, stmt, error)) == 1)
    {
      Earlier *now = earlier_new (stmt);
      const Earlier *before;
      double share;

      if (sqlite3_column_int64 (stmt, ORG) != self->org)
        begin_org (self, sqlite3_column_int64 (stmt, ORG));
      if ((before = nearest (self, now, &share)) != NULL)
        find (self, sqlite3_column_int64 (stmt, ID), now, before, share);
      remember (self, now);
    }
  return row == 0;
}

/* Of one */

static Earlier *
read_one (ZbDb *db, gint64 meeting, gint64 *out_org, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, COLUMNS "AND m.id = ?1 AND length(m.contents) >= " G_STRINGIFY (SHORTEST), error);

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, meeting);
  if (zb_db_step (db, stmt, error) != 1)
    return NULL;
  *out_org = sqlite3_column_int64 (stmt, ORG);
  return earlier_new (stmt);
}

/* Against every earlier one of the organisation that is of such a length that it can be alike. */
static gboolean
check_one (Copies *self, gint64 meeting, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (self->checker->db,
    COLUMNS "AND m.org = ?1 AND (m.held_on < ?2 OR (m.held_on = ?2 AND m.id < ?3)) AND length(m.contents) BETWEEN ?4 AND ?5 "
    "ORDER BY m.held_on DESC, m.id DESC LIMIT " G_STRINGIFY (FURTHEST), error);
  GError *failure = NULL;
  Earlier *now = stmt != NULL ? read_one (self->checker->db, meeting, &self->org, &failure) : NULL;
  Earlier *nearest_one = NULL;
  /* Two texts are no more alike than twice the shorter by both. */
  double shortest = self->most / (2 - MIN (self->most, 1)), best = 0, length;
  int row = -1;

  if (now == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      return stmt != NULL && failure == NULL;
    }
  length = now->likeness->n + 2;
  sqlite3_bind_int64 (stmt, 1, self->org);
  zb_stmt_bind_text (stmt, 2, now->day);
  sqlite3_bind_int64 (stmt, 3, meeting);
  /* Figures and punctuation are passed over, and may make a text half as long again. */
  sqlite3_bind_double (stmt, 4, MAX (SHORTEST, length * shortest));
  sqlite3_bind_double (stmt, 5, MAX (SHORTEST, length / MAX (shortest, 0.1) * 2));
  while ((row = zb_db_step (self->checker->db, stmt, error)) == 1)
    {
      Earlier *before = earlier_new (stmt);
      double share = compare (now, before);

      if (share > best)
        {
          earlier_free (nearest_one);
          nearest_one = before;
          best = share;
        }
      else
        earlier_free (before);
    }
  if (row == 0 && nearest_one != NULL)
    find (self, meeting, now, nearest_one, best);
  earlier_free (nearest_one);
  earlier_free (now);
  return row == 0;
}

gboolean
zb_check_copies (ZbChecker *checker, gint64 meeting, GError **error)
{
  g_autoptr(GPtrArray) earlier = g_ptr_array_new_with_free_func (earlier_free);
  g_autoptr(GHashTable) holders = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_array_unref);
  Copies self = {
    .checker = checker, .most = zb_rules_value (checker->rules, "minutes.alike_max", checker->as_of), .earlier = earlier, .holders = holders,
  };

  return meeting != 0 ? check_one (&self, meeting, error) : check_all (&self, error);
}
