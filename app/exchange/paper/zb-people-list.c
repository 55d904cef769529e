/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-people-list.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"

/* Characters that the order by strokes cannot place are named, as many as this. */
#define MAX_UNKNOWN 12

static ZbMemberOrder
order_of (const ZbRosterRequest *request)
{
  ZbMemberOrder order = ZB_ORDER_POST;

  zb_member_order_from_name (zb_roster_request_get_order (request), &order);
  return order;
}

/* A condition of the roster and one of the user hold together. */
static void
add_conditions (ZbFilter *filter, ZbFilter *more)
{
  for (guint i = 0; more != NULL && i < zb_filter_size (more); i++)
    {
      const ZbCondition *condition = zb_filter_at (more, i);

      zb_filter_add (filter, condition->field, condition->op, (const char *const *) condition->values);
    }
}

/* Keeps those ids that a set holds, in their order. */
static guint
keep_chosen (gint64 *ids, guint n, const gint64 *chosen, guint n_chosen)
{
  g_autoptr(GHashTable) set = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint kept = 0;

  for (guint i = 0; i < n_chosen; i++)
    g_hash_table_add (set, (gpointer) &chosen[i]);
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (set, &ids[i]))
      ids[kept++] = ids[i];
  return kept;
}

/* Keeps those who belong to the organisation itself. */
static guint
keep_direct (gint64 *ids, guint n, ZbMemberColumns *columns, gint64 org)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      int index = zb_member_columns_find (columns, ids[i]);
      ZbMemberEntry entry;

      if (index < 0)
        continue;
      zb_member_columns_get (columns, (guint) index, &entry);
      if (entry.org == org || entry.group == org)
        ids[kept++] = ids[i];
    }
  return kept;
}

/* Those who were put in an order by hand stand first, the others after them as they stood. */
static void
put_in_sequence (gint64 *ids, guint n, const ZbRosterRequest *request)
{
  g_autoptr(GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *placed = g_new0 (gint64, request->n_sequence + 1);
  g_autofree gint64 *others = g_new (gint64, n + 1);
  guint n_others = 0, at = 0;

  for (guint i = 0; i < request->n_sequence; i++)
    g_hash_table_insert (places, &request->sequence[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &ids[i]));

      if (place > 0)
        placed[place - 1] = ids[i];
      else
        others[n_others++] = ids[i];
    }
  for (guint i = 0; i < request->n_sequence; i++)
    if (placed[i] != 0)
      ids[at++] = placed[i];
  memcpy (ids + at, others, n_others * sizeof *others);
}

gboolean
zb_people_list (const ZbRosterWorld *world, ZbMemberColumns *columns, gint64 **out_ids, guint *out_n, GError **error)
{
  const ZbRosterRequest *request = world->request;
  const ZbRoster *roster = request->roster;
  g_autoptr(ZbFilter) filter = zb_filter_new ();
  ZbMemberQuery query = { .filter = filter, .order = order_of (request), .descending = request->descending, .scope = ZB_SCOPE_ALL };
  gint64 *ids;

  if (request->ids == NULL)
    {
      g_autoptr(ZbFilter) own = roster->filter != NULL ? zb_filter_parse (roster->filter, world->tree, error) : zb_filter_new ();

      if (own == NULL)
        return FALSE;
      add_conditions (filter, own);
      add_conditions (filter, request->filter);
      if (request->org != 0)
        {
          g_autofree char *org = g_strdup_printf ("%" G_GINT64_FORMAT, request->org);

          zb_filter_add (filter, "org", ZB_FILTER_EQUAL, (const char *const[]) { org, NULL });
        }
      query.text = request->text;
      query.party_only = roster->party_only;
      query.scope = request->scope == ZB_SCOPE_HERE ? roster->scope : request->scope;
    }
  if (!zb_member_columns_rank (world->db, columns, query.order, error))
    return FALSE;
  ids = zb_member_columns_query (columns, &query, out_n);
  if (request->ids != NULL)
    *out_n = keep_chosen (ids, *out_n, request->ids, request->n_ids);
  else if (request->org != 0 && !request->with_below)
    *out_n = keep_direct (ids, *out_n, columns, request->org);
  if (request->sequence != NULL)
    put_in_sequence (ids, *out_n, request);
  *out_ids = ids;
  return TRUE;
}

GHashTable *
zb_people_ranks (const ZbRosterWorld *world, ZbMemberColumns *columns)
{
  ZbMemberQuery query = { .order = order_of (world->request), .scope = ZB_SCOPE_ALL };
  GHashTable *ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n;
  g_autofree gint64 *ids = zb_member_columns_query (columns, &query, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (ranks, g_memdup2 (&ids[i], sizeof *ids), GUINT_TO_POINTER (i + 1));
  return ranks;
}

/* What is counted of the rows. */
typedef struct {
  guint categories[ZB_CATEGORY_FULL + 1];
  guint women;
  guint minority;
  gboolean several;
  GString *unknown; /* characters whose strokes nobody has written down */
} ZbTotals;

static void
add_unknown (ZbTotals *totals, const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (zb_hanzi_is_han (c) && !zb_hanzi_has_strokes (c) && g_utf8_strlen (totals->unknown->str, -1) < MAX_UNKNOWN
          && g_utf8_strchr (totals->unknown->str, -1, c) == NULL)
        g_string_append_unichar (totals->unknown, c);
    }
}

static void
count_rows (ZbMemberColumns *columns, const gint64 *ids, guint n, gboolean by_strokes, ZbTotals *totals)
{
  guint8 woman = (guint8) (zb_code_index (zb_code_table_get ("sex"), "2") + 1);
  guint8 han = (guint8) (zb_code_index (zb_code_table_get ("ethnicity"), "01") + 1);
  gint64 org = 0;

  for (guint i = 0; i < n; i++)
    {
      int index = zb_member_columns_find (columns, ids[i]);
      ZbMemberEntry entry;

      if (index < 0)
        continue;
      zb_member_columns_get (columns, (guint) index, &entry);
      totals->categories[zb_member_columns_category (columns, (guint) index)]++;
      totals->women += entry.codes[ZB_MEMBER_SEX] == woman;
      totals->minority += entry.codes[ZB_MEMBER_ETHNICITY] != 0 && entry.codes[ZB_MEMBER_ETHNICITY] != han;
      totals->several = totals->several || (org != 0 && entry.org != org);
      org = entry.org;
      if (by_strokes)
        add_unknown (totals, entry.name);
    }
}

/* 共 60 人，其中正式党员 52 人，预备党员 8 人；女 21 人，少数民族 3 人 */
static char *
total_line (const ZbTotals *totals, guint n)
{
  const ZbCodeTable *table = zb_code_table_get ("category");
  GString *out = g_string_new (NULL);
  const char *before = "，其中";

  g_string_printf (out, "共 %u 人", n);
  for (int category = ZB_CATEGORY_FULL; category > ZB_CATEGORY_NONE; category--)
    if (totals->categories[category] > 0)
      {
        g_string_append_printf (out, "%s%s %u 人", before, zb_code_label (table, zb_category_code ((ZbCategory) category)),
                                totals->categories[category]);
        before = "，";
      }
  g_string_append_printf (out, "；女 %u 人，少数民族 %u 人。", totals->women, totals->minority);
  if (totals->unknown->len > 0)
    g_string_append_printf (out, "笔顺未收录、按总笔画排列的字：%s。", totals->unknown->str);
  return g_string_free (out, FALSE);
}

char *
zb_people_total (const ZbRosterWorld *world, ZbMemberColumns *columns, const gint64 *ids, guint n, gboolean *out_several)
{
  g_autoptr(GString) unknown = g_string_new (NULL);
  ZbTotals totals = { .unknown = unknown };
  ZbMemberOrder order = order_of (world->request);

  count_rows (columns, ids, n, order == ZB_ORDER_STROKE || order == ZB_ORDER_STROKE_NAME, &totals);
  *out_several = totals.several;
  return total_line (&totals, n);
}
