/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "exchange/paper/zb-sheet-people.h"

/* Characters that the order by strokes cannot place are named, as many as this. */
#define MAX_UNKNOWN 12

static ZbMemberOrder
order_of (const ZbRosterRequest *request)
{
  return request->order_set ? request->order : request->roster->order;
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

/* Who is in the list, in order. */
static gboolean
list_people (const ZbRosterRequest *request, ZbMemberColumns *columns, ZbOrgTree *tree, gint64 **out_ids, guint *out_n,
             GError **error)
{
  const ZbRoster *roster = request->roster;
  g_autoptr(ZbFilter) filter = zb_filter_new ();
  ZbMemberQuery query = { .filter = filter, .order = order_of (request), .scope = ZB_SCOPE_ALL };
  gint64 *ids;

  if (request->ids == NULL)
    {
      g_autoptr(ZbFilter) own = roster->filter != NULL ? zb_filter_parse (roster->filter, tree, error) : zb_filter_new ();

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
  ids = zb_member_columns_query (columns, &query, out_n);
  if (request->ids != NULL)
    *out_n = keep_chosen (ids, *out_n, request->ids, request->n_ids);
  else if (request->org != 0 && !request->with_below)
    *out_n = keep_direct (ids, *out_n, columns, request->org);
  *out_ids = ids;
  return TRUE;
}

/* The organisation that the list is about: the one asked for, or the one that stands over all. */
static const ZbOrg *
subject_of (const ZbRosterRequest *request, ZbOrgTree *tree)
{
  const ZbOrg *top = NULL;
  guint n = zb_org_tree_size (tree);

  if (request->org != 0)
    return zb_org_tree_get (tree, request->org);
  for (guint i = 0; i < n; i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);

      if (org->depth > 0 || zb_date_is_set (org->closed))
        continue;
      if (top != NULL)
        return NULL;
      top = org;
    }
  return top;
}

static char *
title_of (const ZbRosterRequest *request, const ZbOrg *org)
{
  g_auto(GStrv) parts = NULL;

  if (request->title != NULL)
    return g_strdup (request->title);
  parts = g_strsplit (request->roster->title, "%s", 2);
  return g_strjoinv (org != NULL ? org->name : "", parts);
}

static char *
day_in_words (ZbDate day)
{
  if (!zb_date_is_complete (day))
    return zb_date_to_print (day);
  return g_strdup_printf ("%d年%d月%d日", day.year, day.month, day.day);
}

static const char *
order_words (ZbMemberOrder order)
{
  return order == ZB_ORDER_STROKE ? "（按姓氏笔画为序）" : order == ZB_ORDER_STROKE_NAME ? "（按姓名笔画为序）" : "";
}

static void
write_texts (ZbSheet *sheet, ZbOrgTree *tree)
{
  const ZbRosterRequest *request = sheet->request;
  const ZbOrg *org = subject_of (request, tree);
  g_autofree char *day = day_in_words (request->as_of);
  const char *reporter = request->reporter != NULL ? request->reporter : org != NULL ? org->name : "　　　　　　　　　　";

  g_free (sheet->title);
  sheet->title = title_of (request, org);
  g_free (sheet->order_line);
  sheet->order_line = g_strdup (order_words (order_of (request)));
  g_free (sheet->note_left);
  sheet->note_left = g_strdup_printf ("填报单位：%s（盖章）", reporter);
  g_free (sheet->note_right);
  sheet->note_right = g_strdup_printf ("截至日期：%s", day);
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

static const ZbRosterColumn *
declared_column (const ZbRoster *roster, const char *name)
{
  const ZbKind *kind = zb_kind_get (roster->kind);
  const ZbField *field = zb_kind_field_by_heading (kind, name);

  for (guint i = 0; i < roster->n_columns; i++)
    {
      const ZbRosterColumn *column = &roster->columns[i];

      if (strcmp (column->field, name) == 0 || g_strcmp0 (column->heading, name) == 0
          || (field != NULL && strcmp (column->field, field->name) == 0))
        return column;
    }
  return NULL;
}

static gboolean
is_private (const ZbRoster *roster, const char *name)
{
  const ZbField *field = zb_kind_field (zb_kind_get (roster->kind), name);

  return field != NULL && (field->flags & ZB_FIELD_PRIVATE);
}

static gboolean
is_shown (const ZbRosterRequest *request, const ZbRosterColumn *column, gboolean several)
{
  return column->shown || (column->if_several && several) || (request->internal && is_private (request->roster, column->field));
}

static gboolean
add_columns (ZbSheet *sheet, gboolean several, GError **error)
{
  const ZbRosterRequest *request = sheet->request;
  const ZbRoster *roster = request->roster;

  for (guint i = 0; request->columns == NULL && i < roster->n_columns; i++)
    if (is_shown (request, &roster->columns[i], several)
        && !zb_sheet_add_column (sheet, roster->columns[i].field, &roster->columns[i], error))
      return FALSE;
  for (guint i = 0; request->columns != NULL && request->columns[i] != NULL; i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (request->columns[i]));
      const ZbRosterColumn *declared = *name != '\0' ? declared_column (roster, name) : NULL;

      if (*name != '\0' && !zb_sheet_add_column (sheet, declared != NULL ? declared->field : name, declared, error))
        return FALSE;
    }
  if (sheet->columns->len == 0)
    return zb_sheet_add_column (sheet, "name", NULL, error);
  return TRUE;
}

/* For the export log: which private values left in full. */
static void
note_private (ZbSheet *sheet)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; sheet->request->internal && i < zb_sheet_n_columns (sheet); i++)
    {
      const ZbSheetColumn *column = zb_sheet_column (sheet, i);

      if (column->field != NULL && (column->field->flags & ZB_FIELD_PRIVATE))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", column->name);
    }
  if (names->len > 0)
    sheet->private_columns = g_string_free (g_steal_pointer (&names), FALSE);
}

/* Columns for the day of the list: those that are there, if they are of that day. */
static ZbMemberColumns *
columns_for (ZbDb *db, ZbMemberColumns *columns, ZbDate as_of, GError **error)
{
  g_autoptr(ZbOrgTree) tree = NULL;

  if (columns != NULL && zb_date_compare (zb_member_columns_as_of (columns), as_of) == 0)
    return zb_member_columns_ref (columns);
  tree = zb_org_tree_load (db, as_of, TRUE, error);
  return tree != NULL ? zb_member_columns_load (db, tree, as_of, NULL, NULL, error) : NULL;
}

ZbSheet *
zb_sheet_new (ZbDb *db, ZbMemberColumns *columns, const ZbRosterRequest *request, GError **error)
{
  g_autoptr(ZbMemberColumns) own = columns_for (db, columns, request->as_of, error);
  g_autoptr(ZbOrgTree) tree = own != NULL ? zb_org_tree_load (db, request->as_of, TRUE, error) : NULL;
  g_autoptr(ZbSheet) sheet = zb_sheet_new_empty (request);
  g_autoptr(GString) unknown = g_string_new (NULL);
  ZbTotals totals = { .unknown = unknown };
  ZbMemberOrder order = order_of (request);
  g_autofree gint64 *ids = NULL;
  guint n = 0;

  if (tree == NULL || !list_people (request, own, tree, &ids, &n, error))
    return NULL;
  count_rows (own, ids, n, order == ZB_ORDER_STROKE || order == ZB_ORDER_STROKE_NAME, &totals);
  if (!add_columns (sheet, totals.several, error) || !zb_sheet_add_people (sheet, db, own, tree, g_steal_pointer (&ids), n, error))
    return NULL;
  write_texts (sheet, tree);
  g_free (sheet->total);
  sheet->total = total_line (&totals, n);
  note_private (sheet);
  return g_steal_pointer (&sheet);
}
