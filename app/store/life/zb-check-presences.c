/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was at two meetings at one time. */
#include "config.h"

#include <string.h>

#include "store/life/zb-meetings.h"
#include "store/zb-check-private.h"

/* Names that a finding lists before it says that there are more. */
#define MAX_NAMES 5

/* Where somebody was on a day: columns of the statement below. */
enum { ID, TITLE, DAY, BEGIN, END, OCCASION, PERSON, NAME };
typedef struct {
  gint64 meeting;
  gint64 occasion;
  char *title;
  char begin[6];
  char end[8];
} Presence;

static void
presence_clear (gpointer presence)
{
  g_free (((Presence *) presence)->title);
}

/* Two meetings at one time, and who was at both. */
typedef struct {
  gint64 meetings[2];
  char *titles[2];
  GPtrArray *names; /* (owned) (element-type utf8): no more of them than are told */
  guint n;
} Clash;

static void
clash_free (gpointer data)
{
  Clash *clash = data;

  g_free (clash->titles[0]);
  g_free (clash->titles[1]);
  g_ptr_array_unref (clash->names);
  g_free (clash);
}

/* One day of presences. */
typedef struct {
  ZbChecker *checker;
  gint64 meeting;     /* only this one, 0: all */
  char *on;           /* (owned) (nullable) */
  GHashTable *people; /* (owned) (element-type gint64 GArray): where each was */
  GPtrArray *clashes; /* (owned) (element-type Clash) */
} Day;

static void
day_clear (Day *self)
{
  g_free (self->on);
  g_hash_table_unref (self->people);
  g_ptr_array_unref (self->clashes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Day, day_clear)

static Clash *
clash_of (Day *self, const Presence *first, const Presence *second)
{
  Clash *clash;

  for (guint i = 0; i < self->clashes->len; i++)
    {
      clash = g_ptr_array_index (self->clashes, i);
      if (clash->meetings[0] == first->meeting && clash->meetings[1] == second->meeting)
        return clash;
    }
  clash = g_new0 (Clash, 1);
  *clash = (Clash) { { first->meeting, second->meeting }, { g_strdup (first->title), g_strdup (second->title) }, g_ptr_array_new_with_free_func (g_free), 0 };
  g_ptr_array_add (self->clashes, clash);
  return clash;
}

static void
compare_presences (Day *self, const Presence *one, const Presence *other, const char *name)
{
  const Presence *first = one->meeting < other->meeting ? one : other, *second = first == one ? other : one;
  gint64 only = self->meeting;
  Clash *clash;

  if (one->occasion == other->occasion || strcmp (one->begin, other->end) >= 0 || strcmp (other->begin, one->end) >= 0)
    return;
  /* Told of the meeting that is looked at; of all, of the first of the two. */
  if (only != 0 && only != one->meeting && only != other->meeting)
    return;
  clash = only == second->meeting ? clash_of (self, second, first) : clash_of (self, first, second);
  if (clash->n++ < MAX_NAMES)
    g_ptr_array_add (clash->names, g_strdup (name));
}

static void
take_presence (Day *self, ZbStmt *stmt)
{
  gint64 person = sqlite3_column_int64 (stmt, PERSON);
  Presence here = { sqlite3_column_int64 (stmt, ID), sqlite3_column_int64 (stmt, OCCASION), g_strdup (zb_stmt_text (stmt, TITLE)) };
  GArray *before = g_hash_table_lookup (self->people, &person);

  g_strlcpy (here.begin, zb_stmt_text (stmt, BEGIN), sizeof here.begin);
  g_strlcpy (here.end, zb_stmt_text (stmt, END), sizeof here.end);
  if (before == NULL)
    {
      before = g_array_new (FALSE, FALSE, sizeof (Presence));
      g_array_set_clear_func (before, presence_clear);
      g_hash_table_insert (self->people, g_memdup2 (&person, sizeof person), before);
    }
  for (guint i = 0; i < before->len; i++)
    compare_presences (self, &here, &g_array_index (before, Presence, i), zb_stmt_text (stmt, NAME));
  g_array_append_val (before, here);
}

/* A whole roll entered at the wrong hour is one mistake: one finding for two meetings, however many were at both. */
static void
end_day (Day *self)
{
  for (guint i = 0; i < self->clashes->len; i++)
    {
      const Clash *clash = g_ptr_array_index (self->clashes, i);
      g_autofree char *n = clash->n > 1 ? g_strdup_printf ("%u", clash->n) : NULL;
      g_autofree char *names = NULL;

      if (clash->n > MAX_NAMES)
        g_ptr_array_add (clash->names, g_strdup ("…"));
      g_ptr_array_add (clash->names, NULL);
      names = g_strjoinv ("、", (char **) clash->names->pdata);
      zb_checker_add (self->checker, ZB_FINDING_ERROR, clash->n > 1 ? "many-in-two-places" : "two-places", &zb_kind_meeting, clash->meetings[0],
                      clash->titles[0], NULL, names, clash->titles[1], n, NULL);
    }
  g_ptr_array_set_size (self->clashes, 0);
  g_hash_table_remove_all (self->people);
}

/* One person at two meetings at once; of one occasion several kinds may be recorded. A meeting whose end nobody wrote
 * down lasts its first minute at least. Day by day, so that it costs one pass however long people have been coming. */
gboolean
zb_check_presences (ZbChecker *checker, gint64 meeting, GError **error)
{
  g_autofree char *sql = g_strconcat (
    "SELECT m.id, m.title, m.held_on, m.started_at, coalesce (m.ended_at, m.started_at || '+'), coalesce (m.occasion, m.id), a.person, a.name FROM meeting m "
    "JOIN attendance a ON a.meeting = m.id WHERE m.withdrawn = 0 AND m.held_on IS NOT NULL AND m.started_at IS NOT NULL "
    "AND a.withdrawn = 0 AND a.person IS NOT NULL AND a.state IN ('present', 'late')",
    meeting != 0 ? " AND m.held_on = (SELECT held_on FROM meeting WHERE id = ?1)" : "", " ORDER BY m.held_on", NULL);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (checker->db, sql, error);
  g_auto(Day) day = { checker, meeting, NULL, g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref),
                      g_ptr_array_new_with_free_func (clash_free) };
  int row = -1;

  if (stmt != NULL && meeting != 0)
    sqlite3_bind_int64 (stmt, 1, meeting);
  while (stmt != NULL && (row = zb_db_step (checker->db, stmt, error)) == 1)
    {
      if (g_strcmp0 (day.on, zb_stmt_text (stmt, DAY)) != 0)
        {
          end_day (&day);
          g_free (day.on);
          day.on = g_strdup (zb_stmt_text (stmt, DAY));
        }
      take_presence (&day, stmt);
    }
  end_day (&day);
  return row == 0;
}
