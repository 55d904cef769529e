/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-wish-list.h"

#include <string.h>

#include "core/zb-kind.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"

static void
line_clear (gpointer data)
{
  ZbWishLine *line = data;

  g_free (line->claimers);
}

ZbWishLine *
zb_wish_line_ref (ZbWishLine *line)
{
  return g_atomic_rc_box_acquire (line);
}

void
zb_wish_line_unref (ZbWishLine *line)
{
  g_atomic_rc_box_release_full (line, line_clear);
}

gboolean
zb_wish_line_has (const ZbWishLine *line, const char *text)
{
  const char *const searched[] = { line->title, line->alias, line->number, line->community };

  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    if (searched[i] != NULL && strstr (searched[i], text) != NULL)
      return TRUE;
  return FALSE;
}

/* The condition that puts the fewest wishes in front comes from the states: the wall shows the open ones. */
static char *
compose (const ZbWishQuery *query)
{
  g_autoptr(GString) sql = g_string_new (
    "SELECT w.id, w.org, w.number, w.title, w.unit, h.alias, h.community, w.state, w.category, w.quantity, coalesce (w.estimate, 0), "
    "w.collected_on, w.published_on, w.wanted_by, w.fulfilled_on "
    "FROM wish w JOIN household h ON h.id = w.household WHERE w.withdrawn = 0");

  if (query->states != 0)
    {
      const char *apart = "";

      g_string_append (sql, " AND w.state IN (");
      for (guint i = 0; zb_kind_wish.states[i] != NULL; i++)
        if (query->states & (1u << i))
          {
            g_string_append_printf (sql, "%s'%s'", apart, zb_kind_wish.states[i]);
            apart = ", ";
          }
      g_string_append_c (sql, ')');
    }
  if (query->org != 0)
    g_string_append (sql, " AND w.org IN (SELECT o.id FROM organization o, organization top WHERE top.id = ?1 AND o.path >= top.path "
                          "AND o.path < top.path || '~')");
  if (query->category != NULL)
    g_string_append (sql, " AND w.category = ?2");
  if (zb_date_is_set (query->from))
    g_string_append (sql, " AND w.collected_on >= ?3");
  if (zb_date_is_set (query->to))
    g_string_append (sql, " AND w.collected_on <= ?4");
  if (query->text != NULL && *query->text != '\0')
    g_string_append (sql, " AND (instr (w.title, ?5) OR instr (h.alias, ?5) OR instr (w.number, ?5) OR instr (coalesce (h.community, ''), ?5))");
  /* All of them are faster put in order when they are read. */
  if (query->limit > 0)
    g_string_append (sql, " ORDER BY coalesce (w.published_on, w.collected_on), w.id LIMIT ?6");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
bind (ZbStmt *stmt, const ZbWishQuery *query, const char *from, const char *to)
{
  if (query->org != 0)
    sqlite3_bind_int64 (stmt, 1, query->org);
  if (query->category != NULL)
    zb_stmt_bind_text (stmt, 2, query->category);
  if (from != NULL)
    zb_stmt_bind_text (stmt, 3, from);
  if (to != NULL)
    zb_stmt_bind_text (stmt, 4, to);
  if (query->text != NULL && *query->text != '\0')
    zb_stmt_bind_text (stmt, 5, query->text);
  if (query->limit > 0)
    sqlite3_bind_int64 (stmt, 6, query->limit);
}

static int
state_index (const char *state)
{
  for (int i = 0; zb_kind_wish.states[i] != NULL; i++)
    if (g_strcmp0 (zb_kind_wish.states[i], state) == 0)
      return i;
  return -1;
}

static ZbDate
date_at (ZbStmt *stmt, int column)
{
  const char *text = zb_stmt_text (stmt, column);
  ZbDate date = ZB_DATE_NONE;

  if (text != NULL)
    zb_date_parse (text, &date, NULL);
  return date;
}

enum { ID, ORG, NUMBER, TITLE, UNIT, ALIAS, COMMUNITY, STATE, CATEGORY, QUANTITY, ESTIMATE, COLLECTED, PUBLISHED, WANTED, FULFILLED };

/* A city's wall has tens of thousands of lines: each is one piece of memory, its texts behind it. */
static ZbWishLine *
line_new (ZbStmt *stmt)
{
  gsize sizes[COMMUNITY - NUMBER + 1], size = sizeof (ZbWishLine);
  ZbWishLine *line;
  char *at;

  for (int column = NUMBER; column <= COMMUNITY; column++)
    {
      sizes[column - NUMBER] = zb_stmt_text (stmt, column) != NULL ? (gsize) sqlite3_column_bytes (stmt, column) + 1 : 0;
      size += sizes[column - NUMBER];
    }
  line = g_atomic_rc_box_alloc0 (size);
  at = (char *) (line + 1);
  for (int column = NUMBER; column <= COMMUNITY; column++)
    {
      char **texts[] = { &line->number, &line->title, &line->unit, &line->alias, &line->community };

      if (sizes[column - NUMBER] > 0)
        *texts[column - NUMBER] = memcpy (at, zb_stmt_text (stmt, column), sizes[column - NUMBER]);
      at += sizes[column - NUMBER];
    }
  return line;
}

static ZbWishLine *
read_line (ZbStmt *stmt, const ZbCodeTable *categories)
{
  ZbWishLine *line = line_new (stmt);

  line->id = sqlite3_column_int64 (stmt, ID);
  line->org = sqlite3_column_int64 (stmt, ORG);
  line->state = state_index (zb_stmt_text (stmt, STATE));
  line->category = zb_code_index (categories, zb_stmt_text (stmt, CATEGORY));
  line->quantity = sqlite3_column_int64 (stmt, QUANTITY);
  line->estimate = sqlite3_column_int64 (stmt, ESTIMATE);
  line->collected = date_at (stmt, COLLECTED);
  line->published = date_at (stmt, PUBLISHED);
  line->wanted = date_at (stmt, WANTED);
  line->fulfilled = date_at (stmt, FULFILLED);
  line->left = line->quantity;
  return line;
}

guint
zb_wish_states_in_hand (void)
{
  static const char *const names[] = { "published", "claimed", "doing", NULL };
  guint mask = 0;

  for (guint i = 0; zb_kind_wish.states[i] != NULL; i++)
    if (g_strv_contains (names, zb_kind_wish.states[i]))
      mask |= 1u << i;
  return mask;
}

/* What is claimed of a wish and by whom: one look at its claims, where it can have some. */
static gboolean
read_claims (ZbDb *db, ZbStmt *stmt, ZbWishLine *line, GError **error)
{
  g_autoptr(GString) names = NULL;
  int row;

  sqlite3_reset (stmt);
  sqlite3_bind_int64 (stmt, 1, line->id);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbDate promised = date_at (stmt, 3);

      if (names == NULL)
        names = g_string_new (zb_stmt_text (stmt, 1));
      else
        g_string_append_printf (names, "、%s", zb_stmt_text (stmt, 1));
      line->left -= sqlite3_column_int64 (stmt, 2);
      if (strcmp (zb_stmt_text (stmt, 0), "active") == 0 && (!zb_date_is_set (line->promised) || zb_date_compare (promised, line->promised) < 0))
        line->promised = promised;
    }
  line->left = MAX (line->left, 0);
  line->claimers = names != NULL ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
  return row == 0;
}

/* The longest waiting first: since it was published, else since it was collected. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const ZbWishLine *left = *(ZbWishLine *const *) a, *right = *(ZbWishLine *const *) b;
  int order = zb_date_compare (zb_date_is_set (left->published) ? left->published : left->collected,
                               zb_date_is_set (right->published) ? right->published : right->collected);

  return order != 0 ? order : left->id < right->id ? -1 : left->id > right->id;
}

/* What is the same for every line of a list. */
typedef struct {
  const ZbCodeTable *categories;
  ZbWishLimits limits;
  guint in_hand;
  int published;
} Reading;

static void
count_age (const Reading *reading, ZbWishLine *line)
{
  ZbDate since = zb_date_is_complete (line->published) ? line->published : line->collected;

  line->days = zb_date_is_complete (since) ? zb_date_days_between (since, reading->limits.day) : -1;
  if (line->state >= 0 && (reading->in_hand & (1u << line->state)))
    line->age = zb_wish_age (line->published, line->promised, line->state == reading->published && line->left > 0, &reading->limits);
}

/* Claims are looked up while the list is open: one look at the registry for all of it, not one for each wish. */
static gboolean
read_lines (ZbDb *db, ZbStmt *stmt, const Reading *reading, GPtrArray *lines, GError **error)
{
  g_autoptr(ZbStmt) claims = zb_db_borrow (db,
    "SELECT state, name, pieces, promised_on FROM claim WHERE wish = ?1 AND withdrawn = 0 AND state IN ('active', 'delivered') ORDER BY id", error);
  int row = -1;

  while (claims != NULL && (row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbWishLine *line = read_line (stmt, reading->categories);

      g_ptr_array_add (lines, line);
      if (zb_date_is_set (line->published) && !read_claims (db, claims, line, error))
        return FALSE;
      count_age (reading, line);
    }
  return row == 0;
}

GPtrArray *
zb_wishes_list (ZbDb *db, const ZbWishQuery *query, GError **error)
{
  g_autofree char *sql = compose (query);
  g_autofree char *from = zb_date_to_text (query->from), *to = zb_date_to_text (query->to);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_wish_line_unref);
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);
  g_autoptr(ZbStmt) stmt = rules != NULL ? zb_db_borrow (db, sql, error) : NULL;

  Reading reading = { .categories = zb_code_table_get ("wish_category"), .in_hand = zb_wish_states_in_hand (), .published = state_index ("published") };

  if (stmt == NULL)
    return NULL;
  bind (stmt, query, from, to);
  reading.limits = zb_wish_limits (rules, query->day);
  if (!read_lines (db, stmt, &reading, lines, error))
    return NULL;
  if (query->limit == 0)
    g_ptr_array_sort (lines, compare_lines);
  return g_steal_pointer (&lines);
}
