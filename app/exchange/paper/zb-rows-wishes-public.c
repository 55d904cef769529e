/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-wish-course.h"
#include "store/wishes/zb-wish-list.h"

/* What of wishes everybody may read, the list for the next meeting, and the empty form. None of them reads a private table. */

static gint64
asked_org (const ZbRosterWorld *world)
{
  return world->request->org;
}

static guint
state_mask (const char *const *names)
{
  guint mask = 0;

  for (guint i = 0; zb_kind_wish.states[i] != NULL; i++)
    if (g_strv_contains (names, zb_kind_wish.states[i]))
      mask |= 1u << i;
  return mask;
}

static char *
state_words (const ZbWishLine *line)
{
  return line->state >= 0 ? g_strdup (zb_code_label (zb_code_table_get ("wish_state"), zb_kind_wish.states[line->state])) : NULL;
}

static char *
quantity_words (const ZbWishLine *line)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", line->quantity, line->unit != NULL ? line->unit : "");
}

static char *
number_words (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* 公示版 */

enum { NUMBER, ALIAS, COMMUNITY, CATEGORY, TITLE, QUANTITY, ESTIMATE, PUBLISHED, BRANCHES, CLAIMED, PROMISED, FULFILLED, STATE, COST, LEFT, ORG };

static const ZbRowColumn public_columns[] = {
  [NUMBER] = { "number", "编号", 5, FALSE, FALSE, "wish.number" },
  [ALIAS] = { "alias", "心愿人（化名）", 5, FALSE, FALSE, "household.alias" },
  [COMMUNITY] = { "community", "所在社区（村）", 6, FALSE, FALSE, "household.community" },
  [CATEGORY] = { "category", "类别", 5, FALSE, FALSE, "wish.category" },
  [TITLE] = { "title", "心愿内容", 14, FALSE, FALSE, "wish.title" },
  [QUANTITY] = { "quantity", "数量", 3, FALSE, FALSE, "wish.quantity" },
  [ESTIMATE] = { "estimate", "预计金额（元）", 5, TRUE, FALSE, "wish.estimate" },
  [PUBLISHED] = { "published_on", "发布日期", 5.5, FALSE, TRUE, "wish.published_on" },
  [BRANCHES] = { "branch_name", "认领党支部", 8, FALSE, FALSE, "claim.branch_name" },
  [CLAIMED] = { "claimed_on", "认领日期", 5.5, FALSE, TRUE, "claim.claimed_on" },
  [PROMISED] = { "promised_on", "承诺日期", 5.5, FALSE, TRUE, "claim.promised_on" },
  [FULFILLED] = { "fulfilled_on", "完成日期", 5.5, FALSE, TRUE, "wish.fulfilled_on" },
  [STATE] = { "state", "完成情况", 4, FALSE, FALSE, "wish.state" },
  [COST] = { "cost", "花费（元）", 5, TRUE, FALSE, NULL },
  [LEFT] = { "left", "待认领数", 3, TRUE, FALSE, NULL },
  [ORG] = { "org", "征集党支部", 7, FALSE, FALSE, "wish.org" },
};

static void
write_public (ZbMadeRows *rows, const ZbWishLine *line, const ZbWishCourse *course, const char *org)
{
  const ZbCodeTable *categories = zb_code_table_get ("wish_category");
  char **cells = zb_made_rows_add (rows);

  cells[NUMBER] = g_strdup (line->number);
  cells[ALIAS] = g_strdup (line->alias);
  cells[COMMUNITY] = g_strdup (line->community);
  cells[CATEGORY] = line->category >= 0 ? g_strdup (categories->codes[line->category].label) : NULL;
  cells[TITLE] = g_strdup (line->title);
  cells[QUANTITY] = quantity_words (line);
  cells[ESTIMATE] = line->estimate > 0 ? zb_money_words (line->estimate) : NULL;
  cells[PUBLISHED] = zb_date_to_print (line->published);
  cells[BRANCHES] = g_strdup (course->branches);
  cells[CLAIMED] = zb_date_to_print (course->claimed_on);
  cells[PROMISED] = zb_date_to_print (course->promised_on);
  cells[FULFILLED] = zb_date_to_print (line->fulfilled);
  cells[STATE] = state_words (line);
  cells[COST] = course->n_deliveries > 0 ? zb_money_words (course->cost) : NULL;
  cells[LEFT] = number_words (line->left);
  cells[ORG] = g_strdup (org);
}

static gboolean
list_public (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  static const char *const shown[] = { "published", "claimed", "doing", "fulfilled", "confirmed", "visited", "thanked", NULL };
  ZbWishQuery query = { .org = asked_org (world), .day = world->request->as_of, .states = state_mask (shown) };
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autoptr(GPtrArray) lines = NULL;
  ZbMadeRows *rows;
  guint fulfilled = 0;
  gint64 cost = 0;

  zb_roster_request_period (world->request, &query.from, &query.to);
  if (!(lines = zb_wishes_list (world->db, &query, error)))
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_public_wishes);
  for (guint i = 0; i < lines->len; i++)
    {
      const ZbWishLine *line = g_ptr_array_index (lines, i);
      g_autoptr(ZbWishCourse) course = NULL;

      if (!zb_roster_world_has_org (world, line->org))
        continue;
      if (!(course = zb_wish_course_load (world->db, line->id, error)))
        return FALSE;
      write_public (rows, line, course, g_hash_table_lookup (names, &line->org));
      fulfilled += line->state >= 0 && zb_wish_is_fulfilled (zb_kind_wish.states[line->state]);
      cost += course->cost;
      sheet->several = sheet->several || line->org != ((ZbWishLine *) g_ptr_array_index (lines, 0))->org;
    }
  zb_made_rows_finish (rows);
  g_free (sheet->total);
  sheet->total = zb_wish_total_words (sheet->n_rows, fulfilled, cost);
  return TRUE;
}

const ZbRowSource zb_row_source_public_wishes = {
  .name = "public-wishes",
  .is_made = TRUE,
  .columns = public_columns,
  .n_columns = G_N_ELEMENTS (public_columns),
  .list = list_public,
};

/* 逾期与未认领清单 */

enum { O_HOW, O_NUMBER, O_TITLE, O_ALIAS, O_COMMUNITY, O_ORG, O_PUBLISHED, O_LEFT, O_CLAIMERS, O_PROMISED, O_DAYS };

static const ZbRowColumn open_columns[] = {
  [O_HOW] = { "how", "情形", 5, FALSE, FALSE },
  [O_NUMBER] = { "number", "编号", 5, FALSE, FALSE, "wish.number" },
  [O_TITLE] = { "title", "心愿内容", 12, FALSE, FALSE, "wish.title" },
  [O_ALIAS] = { "alias", "心愿人（化名）", 5, FALSE, FALSE, "household.alias" },
  [O_COMMUNITY] = { "community", "所在社区（村）", 6, FALSE, FALSE, "household.community" },
  [O_ORG] = { "org", "党支部", 7, FALSE, FALSE, "wish.org" },
  [O_PUBLISHED] = { "published_on", "发布日期", 5.5, FALSE, TRUE, "wish.published_on" },
  [O_LEFT] = { "left", "待认领数", 3.5, FALSE, FALSE },
  [O_CLAIMERS] = { "claimers", "认领人", 7, FALSE, FALSE, "claim.name" },
  [O_PROMISED] = { "promised_on", "承诺日期", 5.5, FALSE, TRUE, "claim.promised_on" },
  [O_DAYS] = { "days", "已过天数", 4, TRUE, FALSE },
};

static void
write_open (ZbMadeRows *rows, const ZbWishLine *line, const char *org, ZbDate day)
{
  gboolean is_overdue = line->age == ZB_WISH_OVERDUE;
  char **cells = zb_made_rows_add (rows);

  cells[O_HOW] = g_strdup (is_overdue ? "承诺已过期" : "久无人认领");
  cells[O_NUMBER] = g_strdup (line->number);
  cells[O_TITLE] = g_strdup (line->title);
  cells[O_ALIAS] = g_strdup (line->alias);
  cells[O_COMMUNITY] = g_strdup (line->community);
  cells[O_ORG] = g_strdup (org);
  cells[O_PUBLISHED] = zb_date_to_print (line->published);
  cells[O_LEFT] = line->left > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "%s", line->left, line->unit != NULL ? line->unit : "") : NULL;
  cells[O_CLAIMERS] = g_strdup (line->claimers);
  cells[O_PROMISED] = zb_date_to_print (line->promised);
  cells[O_DAYS] = g_strdup_printf ("%d", is_overdue ? zb_date_days_between (line->promised, day) : line->days);
}

/* What is overdue first: it waits for somebody who is known. */
static gboolean
list_open (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  static const char *const shown[] = { "published", "claimed", "doing", NULL };
  static const ZbWishAge ages[] = { ZB_WISH_OVERDUE, ZB_WISH_UNCLAIMED };
  ZbWishQuery query = { .org = asked_org (world), .day = world->request->as_of, .states = state_mask (shown) };
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autoptr(GPtrArray) lines = zb_wishes_list (world->db, &query, error);
  guint count[G_N_ELEMENTS (ages)] = { 0 };
  gint64 first = 0;
  ZbMadeRows *rows;

  if (lines == NULL)
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_wish_open);
  for (guint k = 0; k < G_N_ELEMENTS (ages); k++)
    for (guint i = 0; i < lines->len; i++)
      {
        const ZbWishLine *line = g_ptr_array_index (lines, i);

        if (line->age != ages[k] || !zb_roster_world_has_org (world, line->org))
          continue;
        write_open (rows, line, g_hash_table_lookup (names, &line->org), query.day);
        sheet->several = sheet->several || (first != 0 && line->org != first);
        first = line->org;
        count[k]++;
      }
  zb_made_rows_finish (rows);
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("承诺已过期 %u 件，久无人认领 %u 件。", count[0], count[1]);
  return TRUE;
}

const ZbRowSource zb_row_source_wish_open = {
  .name = "wish-open",
  .is_made = TRUE,
  .columns = open_columns,
  .n_columns = G_N_ELEMENTS (open_columns),
  .list = list_open,
};

/* 征集表, to be filled in by hand */

#define FORM_LINES 20

static const ZbRowColumn form_columns[] = {
  { "collected_on", "征集日期", 4, FALSE, FALSE }, { "name", "心愿人", 4, FALSE, FALSE },      { "sex", "性别", 2, FALSE, FALSE },
  { "age", "年龄", 2, FALSE, FALSE },              { "household_category", "身份类别", 4, FALSE, FALSE }, { "situation", "家庭情况", 8, FALSE, FALSE },
  { "title", "心愿内容", 10, FALSE, FALSE },       { "category", "类别", 4, FALSE, FALSE },   { "estimate", "预计金额（元）", 4, FALSE, FALSE },
  { "wanted_by", "期望完成时间", 4.5, FALSE, FALSE }, { "community", "所在社区（村）", 5, FALSE, FALSE }, { "address", "详细地址", 8, FALSE, FALSE },
  { "phone", "联系电话", 6, FALSE, FALSE },        { "guardian", "监护人", 4, FALSE, FALSE }, { "channel", "征集渠道", 4, FALSE, FALSE },
  { "collector", "征集人", 4, FALSE, FALSE },      { "opinion", "审核意见", 5, FALSE, FALSE }, { "remark", "备注", 4, FALSE, FALSE },
};

static gboolean
list_form (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMadeRows *rows = zb_made_rows_new (sheet, &zb_row_source_wish_form);

  for (guint i = 0; i < FORM_LINES; i++)
    zb_made_rows_add (rows);
  zb_made_rows_finish (rows);
  g_free (sheet->note_right);
  sheet->note_right = g_strdup ("征集日期：　　　　年　　月");
  return TRUE;
}

const ZbRowSource zb_row_source_wish_form = {
  .name = "wish-form",
  .is_made = TRUE,
  .columns = form_columns,
  .n_columns = G_N_ELEMENTS (form_columns),
  .list = list_form,
};
