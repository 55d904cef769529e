/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-wish-list.h"

#include <string.h>

#include "core/zb-kind.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"

void
zb_wish_line_free (ZbWishLine *line)
{
  g_free (line->number);
  g_free (line->title);
  g_free (line->unit);
  g_free (line->alias);
  g_free (line->community);
  g_free (line->claimers);
  g_free (line);
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

static ZbWishLine *
read_line (ZbStmt *stmt, const ZbCodeTable *categories)
{
  ZbWishLine *line = g_new0 (ZbWishLine, 1);

  line->id = sqlite3_column_int64 (stmt, 0);
  line->org = sqlite3_column_int64 (stmt, 1);
  line->number = g_strdup (zb_stmt_text (stmt, 2));
  line->title = g_strdup (zb_stmt_text (stmt, 3));
  line->unit = g_strdup (zb_stmt_text (stmt, 4));
  line->alias = g_strdup (zb_stmt_text (stmt, 5));
  line->community = g_strdup (zb_stmt_text (stmt, 6));
  line->state = state_index (zb_stmt_text (stmt, 7));
  line->category = zb_code_index (categories, zb_stmt_text (stmt, 8));
  line->quantity = sqlite3_column_int64 (stmt, 9);
  line->estimate = sqlite3_column_int64 (stmt, 10);
  line->collected = date_at (stmt, 11);
  line->published = date_at (stmt, 12);
  line->wanted = date_at (stmt, 13);
  line->fulfilled = date_at (stmt, 14);
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

static void
count_age (ZbWishLine *line, ZbDate day, ZbRules *rules)
{
  gboolean is_published = line->state >= 0 && strcmp (zb_kind_wish.states[line->state], "published") == 0;
  ZbDate since = zb_date_is_complete (line->published) ? line->published : line->collected;

  line->days = zb_date_is_complete (since) ? zb_date_days_between (since, day) : -1;
  if (line->state >= 0 && (zb_wish_states_in_hand () & (1u << line->state)))
    line->age = zb_wish_age (line->published, line->promised, is_published && line->left > 0, day, rules);
}

/* What the claims tell, then how each stands on the day. */
static gboolean
complete (ZbDb *db, GPtrArray *lines, ZbDate day, ZbRules *rules, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT state, name, pieces, promised_on FROM claim WHERE wish = ?1 AND withdrawn = 0 AND state IN ('active', 'delivered') ORDER BY id", error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      ZbWishLine *line = g_ptr_array_index (lines, i);

      if (zb_date_is_set (line->published) && !read_claims (db, stmt, line, error))
        return FALSE;
      count_age (line, day, rules);
    }
  return TRUE;
}

GPtrArray *
zb_wishes_list (ZbDb *db, const ZbWishQuery *query, GError **error)
{
  g_autofree char *sql = compose (query);
  g_autofree char *from = zb_date_to_text (query->from), *to = zb_date_to_text (query->to);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_wish_line_free);
  const ZbCodeTable *categories = zb_code_table_get ("wish_category");
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);
  g_autoptr(ZbStmt) stmt = rules != NULL ? zb_db_borrow (db, sql, error) : NULL;
  int row;

  if (stmt == NULL)
    return NULL;
  bind (stmt, query, from, to);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    g_ptr_array_add (lines, read_line (stmt, categories));
  if (row != 0 || !complete (db, lines, query->day, rules, error))
    return NULL;
  if (query->limit == 0)
    g_ptr_array_sort (lines, compare_lines);
  return g_steal_pointer (&lines);
}
