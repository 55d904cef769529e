/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-words.h"
#include "exchange/paper/zb-wish-course.h"
#include "store/wishes/zb-wish-list.h"
#include "store/wishes/zb-wish-year.h"

/* 微心愿年度汇总表: by category what became of the wishes that were collected in the year, and all of them together. Each
 * figure names the condition with which `list wish --where` shows its wishes, and the numbers of those wishes. */

enum { CATEGORY, COLLECTED, PUBLISHED, CLAIMED, FULFILLED, RATE, COST, HOURS, FIND, FIND_CLAIMED, FIND_FULFILLED, NUMBERS, CLAIMED_NUMBERS, FULFILLED_NUMBERS };

static const ZbRowColumn columns[] = {
  [CATEGORY] = { "category", "类别", 7, FALSE, FALSE },
  [COLLECTED] = { "collected", "征集（件）", 4, TRUE, FALSE },
  [PUBLISHED] = { "published", "发布（件）", 4, TRUE, FALSE },
  [CLAIMED] = { "claimed", "认领（件）", 4, TRUE, FALSE },
  [FULFILLED] = { "fulfilled", "圆梦（件）", 4, TRUE, FALSE },
  [RATE] = { "rate", "圆梦率", 4, FALSE, FALSE },
  [COST] = { "cost", "花费（元）", 6, TRUE, FALSE },
  [HOURS] = { "hours", "服务时长（小时）", 6, TRUE, FALSE },
  [FIND] = { "find", "征集数的查询条件", 20, FALSE, FALSE },
  [FIND_CLAIMED] = { "find_claimed", "认领数的查询条件", 20, FALSE, FALSE },
  [FIND_FULFILLED] = { "find_fulfilled", "圆梦数的查询条件", 20, FALSE, FALSE },
  [NUMBERS] = { "numbers", "征集的心愿", 20, FALSE, FALSE },
  [CLAIMED_NUMBERS] = { "claimed_numbers", "认领的心愿", 20, FALSE, FALSE },
  [FULFILLED_NUMBERS] = { "fulfilled_numbers", "圆梦的心愿", 20, FALSE, FALSE },
};

typedef struct {
  ZbMadeRows *rows;
  GPtrArray *lines; /* (nullable): the wishes of the year, where their numbers are asked for */
  ZbDate from;
  ZbDate to;
} Year;

static gboolean
is_in (const ZbWishLine *line, ZbWishFigure figure)
{
  const char *state = line->state >= 0 ? zb_kind_wish.states[line->state] : "";

  return figure == ZB_WISH_COLLECTED || zb_wish_is_fulfilled (state)
         || (figure == ZB_WISH_CLAIMED && (strcmp (state, "claimed") == 0 || strcmp (state, "doing") == 0));
}

static char *
numbers_of (const Year *year, ZbWishFigure figure, gboolean all, int category)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; year->lines != NULL && i < year->lines->len; i++)
    {
      const ZbWishLine *line = g_ptr_array_index (year->lines, i);

      if ((all || line->category == category) && is_in (line, figure) && line->number != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "、" : "", line->number);
    }
  return g_string_free (out, FALSE);
}

static void
write_row (const Year *year, const ZbWishFigures *figures, gboolean all)
{
  const ZbCodeTable *categories = zb_code_table_get ("wish_category");
  const char *category = all ? NULL : figures->category != NULL ? figures->category : "?";
  int index = zb_code_index (categories, figures->category);
  char **cells = zb_made_rows_add (year->rows);

  cells[CATEGORY] = g_strdup (all ? "合计" : index >= 0 ? categories->codes[index].label : "未分类");
  cells[COLLECTED] = g_strdup_printf ("%u", figures->collected);
  cells[PUBLISHED] = g_strdup_printf ("%u", figures->published);
  cells[CLAIMED] = g_strdup_printf ("%u", figures->claimed);
  cells[FULFILLED] = g_strdup_printf ("%u", figures->fulfilled);
  cells[RATE] = figures->collected > 0 ? g_strdup_printf ("%.1f%%", 100.0 * figures->fulfilled / figures->collected) : NULL;
  cells[COST] = zb_money_words (figures->cost);
  cells[HOURS] = zb_hours_words ((int) figures->hours);
  cells[FIND] = zb_wishes_condition (ZB_WISH_COLLECTED, category, year->from, year->to);
  cells[FIND_CLAIMED] = zb_wishes_condition (ZB_WISH_CLAIMED, category, year->from, year->to);
  cells[FIND_FULFILLED] = zb_wishes_condition (ZB_WISH_FULFILLED, category, year->from, year->to);
  cells[NUMBERS] = numbers_of (year, ZB_WISH_COLLECTED, all, index);
  cells[CLAIMED_NUMBERS] = numbers_of (year, ZB_WISH_CLAIMED, all, index);
  cells[FULFILLED_NUMBERS] = numbers_of (year, ZB_WISH_FULFILLED, all, index);
}

static void
add_up (ZbWishFigures *sum, const ZbWishFigures *figures)
{
  sum->collected += figures->collected;
  sum->published += figures->published;
  sum->claimed += figures->claimed;
  sum->fulfilled += figures->fulfilled;
  sum->cost += figures->cost;
  sum->hours += figures->hours;
}

/* In the order of the code table; wishes without a category last. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const ZbCodeTable *categories = zb_code_table_get ("wish_category");
  const ZbWishFigures *left = *(ZbWishFigures *const *) a, *right = *(ZbWishFigures *const *) b;
  guint one = (guint) zb_code_index (categories, left->category), other = (guint) zb_code_index (categories, right->category);

  return one < other ? -1 : one > other;
}

static gboolean
asks_for_numbers (const ZbRosterRequest *request)
{
  for (guint i = 0; request->columns != NULL && request->columns[i] != NULL; i++)
    if (strstr (request->columns[i], "numbers") != NULL || strstr (request->columns[i], "的心愿") != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbWishQuery query = { .org = world->request->org, .day = world->request->as_of };
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GPtrArray) figures = NULL;
  ZbWishFigures sum = { 0 };
  Year year = { 0 };

  zb_roster_request_period (world->request, &query.from, &query.to);
  year.from = query.from;
  year.to = query.to;
  /* As the figures do, with those of which only the year is known. */
  query.from = (ZbDate) { query.from.year, 0, 0 };
  if (!(figures = zb_wishes_year (world->db, query.org, year.from, year.to, error))
      || (asks_for_numbers (world->request) && !(lines = zb_wishes_list (world->db, &query, error))))
    return FALSE;
  g_ptr_array_sort (figures, compare);
  year.lines = lines;
  year.rows = zb_made_rows_new (sheet, &zb_row_source_wish_year);
  for (guint i = 0; i < figures->len; i++)
    {
      write_row (&year, g_ptr_array_index (figures, i), FALSE);
      add_up (&sum, g_ptr_array_index (figures, i));
    }
  write_row (&year, &sum, TRUE);
  zb_made_rows_finish (year.rows);
  g_free (sheet->total);
  sheet->total = zb_wish_total_words (sum.collected, sum.fulfilled, sum.cost);
  return TRUE;
}

const ZbRowSource zb_row_source_wish_year = {
  .name = "wish-year",
  .is_made = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
