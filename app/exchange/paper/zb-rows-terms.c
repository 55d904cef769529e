/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-record-rows.h"
#include "store/zb-check.h"
#include "store/zb-terms.h"

/* The term in which every organisation with a committee or secretary of its own was on the day; one of which no
 * term is entered has a row all the same, for that is what the list is made to find. */

typedef struct {
  ZbOrgTree *tree;   /* (owned) */
  GHashTable *heads; /* (owned) */
} Known;

static void
known_free (gpointer data)
{
  Known *self = data;

  g_clear_pointer (&self->tree, zb_org_tree_unref);
  g_clear_pointer (&self->heads, g_hash_table_unref);
  g_free (self);
}

/* The day with no more precision than @end has: what ends in a month is not over before the month is. */
static ZbDate
as_precise (ZbDate day, ZbDate end)
{
  return (ZbDate) { day.year, end.month != 0 ? day.month : 0, end.day != 0 ? day.day : 0 };
}

static gboolean
is_over (ZbDate end, ZbDate day)
{
  return zb_date_compare (end, as_precise (day, end)) < 0;
}

/* 1年2个月, 3个月, 12天; both ends known to the day for days. */
static char *
length_words (ZbDate from, ZbDate to)
{
  int months = zb_date_months_between (from, to);

  if (months >= 12 && months % 12 != 0)
    return g_strdup_printf ("%d年%d个月", months / 12, months % 12);
  if (months >= 12)
    return g_strdup_printf ("%d年", months / 12);
  if (months > 0)
    return g_strdup_printf ("%d个月", months);
  return zb_date_is_complete (from) && zb_date_is_complete (to) ? g_strdup_printf ("%d天", zb_date_days_between (from, to))
                                                                : g_strdup ("不足1个月");
}

static char *
left_words (const ZbRecord *term, ZbDate day)
{
  ZbDate end = zb_term_end (term);
  g_autofree char *length = NULL;

  if (term->id == 0)
    return g_strdup ("未登记届次");
  if (zb_term_is_held (term, day))
    return g_strdup ("已换届");
  if (!zb_date_is_set (end))
    return NULL;
  if (zb_date_compare (end, day) == 0)
    return g_strdup ("今日届满");
  length = is_over (end, day) ? length_words (end, day) : length_words (day, end);
  return g_strdup_printf ("%s%s", is_over (end, day) ? "超期" : "剩余", length);
}

static char *
cell (gpointer data, const ZbRecord *term, const char *column, ZbDate day)
{
  Known *self = data;
  gint64 id = zb_record_get_int (term, "org");
  const ZbOrg *org = zb_org_tree_get (self->tree, id);

  if (strcmp (column, "end") == 0)
    return zb_date_to_print (zb_term_end (term));
  if (strcmp (column, "left") == 0)
    return left_words (term, day);
  if (strcmp (column, "secretary") == 0)
    return g_strdup (g_hash_table_lookup (self->heads, &id));
  if (strcmp (column, "org_kind") == 0 && org != NULL)
    return g_strdup (zb_code_table_get ("org_kind")->codes[org->kind].label);
  return NULL;
}

static gboolean
has_terms (const ZbOrg *org, ZbDate day)
{
  gboolean is_closed = zb_date_is_set (org->closed) && zb_date_compare (org->closed, day) <= 0;
  gboolean is_unborn = zb_date_is_set (org->opened) && zb_date_compare (org->opened, day) > 0;

  return org->kind != ZB_ORG_GROUP && !is_closed && !is_unborn;
}

static GPtrArray *
list_records (ZbRosterWorld *world, GError **error)
{
  g_autoptr(GHashTable) terms = zb_terms_current (world->db, world->request->as_of, error);
  GPtrArray *records = terms != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free) : NULL;

  for (guint i = 0; terms != NULL && i < zb_org_tree_size (world->tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (world->tree, i);
      const ZbRecord *term = g_hash_table_lookup (terms, &org->id);
      ZbRecord *record;

      if (!has_terms (org, world->request->as_of))
        continue;
      record = term != NULL ? zb_record_copy (term) : zb_record_new (&zb_kind_term);
      zb_record_set_int (record, "org", org->id);
      g_ptr_array_add (records, record);
    }
  return records;
}

/* 共 3 个党组织，其中超期 1 个，6 个月内届满 1 个，未登记届次 1 个。 */
static char *
total_line (ZbSheet *sheet, ZbDate day, guint months)
{
  GString *out = g_string_new (NULL);
  const char *before = "，其中";
  guint over = 0, soon = 0, missing = 0;

  for (guint i = 0; i < sheet->n_rows; i++)
    {
      const ZbRecord *term = zb_record_rows_at (sheet, i);
      ZbDate end = zb_term_end (term);
      gboolean is_running = !zb_term_is_held (term, day) && zb_date_is_set (end);

      missing += term->id == 0;
      over += is_running && is_over (end, day);
      soon += is_running && !is_over (end, day) && zb_date_compare (end, zb_date_add_months (day, (int) months)) <= 0;
    }
  g_string_printf (out, "共 %u 个党组织", sheet->n_rows);
  if (over > 0)
    {
      g_string_append_printf (out, "%s超期 %u 个", before, over);
      before = "，";
    }
  if (soon > 0)
    {
      g_string_append_printf (out, "%s%u 个月内届满 %u 个", before, months, soon);
      before = "，";
    }
  if (missing > 0)
    g_string_append_printf (out, "%s未登记届次 %u 个", before, missing);
  return g_string_free (g_string_append (out, "。"), FALSE);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbDate day = world->request->as_of;
  g_autoptr(ZbRules) rules = zb_rules_load (world->db, error);
  g_autoptr(GHashTable) heads = rules != NULL ? zb_organizations_heads (world->db, day, error) : NULL;
  GPtrArray *records = heads != NULL ? list_records (world, error) : NULL;
  Known *known;

  if (records == NULL)
    return FALSE;
  known = g_new0 (Known, 1);
  known->tree = zb_org_tree_ref (world->tree);
  known->heads = g_steal_pointer (&heads);
  if (!zb_record_rows_set (sheet, world, records, "org", cell, known, known_free, error))
    return FALSE;
  g_free (sheet->total);
  sheet->total = total_line (sheet, day, (guint) zb_rules_value (rules, "term.remind_before", day));
  return TRUE;
}

static const ZbRowColumn computed[] = {
  { "org_kind", "组织类别", 4, FALSE, FALSE },
  { "secretary", "书记", 4.5, FALSE, FALSE, NULL, TRUE },
  { "end", "届满时间", 5.5, FALSE, TRUE },
  { "left", "剩余（超期）", 6, FALSE, FALSE },
};

const ZbRowSource zb_row_source_terms = {
  .name = "term",
  .columns = computed,
  .n_columns = G_N_ELEMENTS (computed),
  .list = list,
};
