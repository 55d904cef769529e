/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/paper/zb-row-source.h"
#include "store/zb-export-log.h"

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
title_of (ZbSheet *sheet, const ZbOrg *org)
{
  const ZbRosterRequest *request = sheet->request;
  ZbDate from, to;

  if (request->title != NULL)
    return g_strdup (request->title);
  zb_roster_request_period (request, &from, &to);
  return zb_roster_title (request->roster, sheet->subject != NULL ? sheet->subject : org != NULL ? org->name : "", from.year);
}

static char *
day_in_words (ZbDate day)
{
  if (!zb_date_is_complete (day))
    return zb_date_to_print (day);
  return g_strdup_printf ("%d年%d月%d日", day.year, day.month, day.day);
}

/* Of which time the list is true. */
static char *
time_words (const ZbRosterRequest *request)
{
  g_autofree char *day = day_in_words (request->as_of);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  ZbDate from, to;

  zb_roster_request_period (request, &from, &to);
  if (request->roster->time == ZB_ROSTER_IN_MONTH)
    return g_strdup_printf ("%d年%d月", from.year, from.month);
  if (request->roster->time != ZB_ROSTER_IN_PERIOD)
    return g_strdup_printf ("截至日期：%s", day);
  first = day_in_words (from);
  last = day_in_words (to);
  return g_strdup_printf ("起止日期：%s至%s", first, last);
}

/* What stands at the right over the table. */
static char *
right_words (ZbSheet *sheet)
{
  if (!sheet->request->roster->tells_total)
    return g_strdup (sheet->time_words);
  return g_strdup_printf ("%s　　总数：%u 人", sheet->time_words, sheet->n_rows);
}

static const char *
order_words (const char *order)
{
  return strcmp (order, "stroke") == 0 ? "（按姓氏笔画为序）" : strcmp (order, "stroke-full") == 0 ? "（按姓名笔画为序）" : "";
}

/* A text that the rows have not brought with them. */
static void
give_text (char **text, char *words)
{
  if (**text != '\0')
    {
      g_free (words);
      return;
    }
  g_free (*text);
  *text = words;
}

/* Who made it, when, and of how many; where rows stand side by side their number says nothing. */
static char *
export_note (ZbSheet *sheet)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H:%M");
  gboolean of_people = zb_row_source_for (sheet->request->roster) == &zb_row_source_people;

  if (sheet->blocks > 1)
    return g_strdup_printf ("由%s于%s导出", zb_export_log_who (), when);
  return g_strdup_printf ("由%s于%s导出，共%u%s", zb_export_log_who (), when, sheet->n_rows, of_people ? "人" : "行");
}

static void
write_texts (ZbSheet *sheet, ZbOrgTree *tree)
{
  const ZbRosterRequest *request = sheet->request;
  const ZbOrg *org = subject_of (request, tree);
  const char *reporter = request->reporter != NULL ? request->reporter : org != NULL ? org->name : "　　　　　　　　　　";

  if (request->reporter != NULL || org != NULL)
    sheet->author = g_strdup (reporter);
  sheet->org_name = org != NULL ? g_strdup (org->name) : NULL;
  if (request->note_export)
    give_text (&sheet->export_note, export_note (sheet));
  give_text (&sheet->title, title_of (sheet, org));
  give_text (&sheet->order_line, g_strdup (request->descending || request->sequence != NULL ? "" : order_words (zb_roster_request_get_order (request))));
  give_text (&sheet->note_left, g_strdup_printf ("填报单位：%s（盖章）", reporter));
  sheet->time_words = time_words (request);
  give_text (&sheet->note_right, right_words (sheet));
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
is_shown (ZbSheet *sheet, const ZbRosterColumn *column)
{
  const ZbRosterRequest *request = sheet->request;

  return column->shown || (column->if_several && sheet->several) || (request->internal && zb_roster_column_is_private (request->roster, column->field));
}

static gboolean
add_columns (ZbSheet *sheet, GError **error)
{
  const ZbRosterRequest *request = sheet->request;
  const ZbRoster *roster = request->roster;

  for (guint i = 0; request->columns == NULL && i < roster->n_columns; i++)
    if (is_shown (sheet, &roster->columns[i])
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
    return zb_sheet_add_column (sheet, roster->rows != NULL ? roster->columns[0].field : zb_kind_get (roster->kind)->title_field,
                                NULL, error);
  return TRUE;
}

/* Widths that were chosen. */
static void
set_widths (ZbSheet *sheet)
{
  for (guint i = 0; sheet->request->widths != NULL && i < sheet->columns->len; i++)
    {
      ZbSheetColumn *column = &g_array_index (sheet->columns, ZbSheetColumn, i);
      const double *width = g_hash_table_lookup (sheet->request->widths, column->name);

      if (width != NULL)
        column->width = *width;
    }
}

/* Rows that stand side by side have the same columns each. */
static void
repeat_columns (ZbSheet *sheet)
{
  guint n = sheet->columns->len;

  for (guint i = n; i < n * sheet->blocks; i++)
    {
      ZbSheetColumn column = g_array_index (sheet->columns, ZbSheetColumn, i - n);

      column.name = g_strdup (column.name);
      column.heading = g_strdup (column.heading);
      g_array_append_val (sheet->columns, column);
    }
}

static gboolean
check_period (const ZbRosterRequest *request, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  ZbDate from, to;

  zb_roster_request_period (request, &from, &to);
  if (request->roster->time == ZB_ROSTER_ON_DAY || zb_date_compare (from, to) <= 0)
    return TRUE;
  first = zb_date_to_print (from);
  last = zb_date_to_print (to);
  g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "ends-before|%s|%s", last, first);
  return FALSE;
}

/* A list that is about one meeting or one person has to be told which. */
static gboolean
check_request (const ZbRosterRequest *request, const ZbRowSource *source, GError **error)
{
  static const char *const missing[] = { [ZB_ROSTER_OF_MEETING] = "which-meeting", [ZB_ROSTER_OF_PERSON] = "which-person" };
  const char *reason = NULL;

  if (request->subject == 0)
    reason = missing[request->roster->subject];
  if (reason == NULL && source->is_made && !source->takes_filter && request->filter != NULL && zb_filter_size (request->filter) > 0)
    reason = "no-conditions";
  if (reason == NULL)
    return check_period (request, error);
  g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, reason);
  return FALSE;
}

/* For the export log: which private values left in full. */
static void
note_private (ZbSheet *sheet)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; sheet->request->internal && i < zb_sheet_n_columns (sheet); i++)
    {
      const ZbSheetColumn *column = zb_sheet_column (sheet, i);

      if (zb_roster_column_is_private (sheet->request->roster, column->name))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", column->name);
    }
  if (names->len > 0)
    sheet->private_columns = g_string_free (g_steal_pointer (&names), FALSE);
}

static void
world_clear (ZbRosterWorld *world)
{
  g_clear_pointer (&world->tree, zb_org_tree_unref);
  g_clear_pointer (&world->columns, zb_member_columns_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbRosterWorld, world_clear)

/* People, posts and organisations are those of the end of a time that is over. */
static void
set_day (ZbRosterRequest *request)
{
  ZbDate from, to;

  if (request->roster->time == ZB_ROSTER_ON_DAY)
    return;
  zb_roster_request_period (request, &from, &to);
  request->from = from;
  request->to = to;
  if (zb_date_compare (to, request->as_of) < 0)
    request->as_of = to;
}

ZbSheet *
zb_sheet_new (ZbDb *db, ZbMemberColumns *columns, const ZbRosterRequest *request, GError **error)
{
  const ZbRowSource *source = zb_row_source_for (request->roster);
  g_autoptr(ZbSheet) sheet = zb_sheet_new_empty (request);
  g_auto(ZbRosterWorld) world = { .db = db, .request = sheet->request, .today = request->as_of };

  if (!check_request (request, source, error))
    return NULL;
  sheet->request->internal = request->internal && !request->roster->is_public;
  set_day (sheet->request);
  if (!(world.tree = zb_org_tree_load (db, sheet->request->as_of, TRUE, error)))
    return NULL;
  /* Columns that are there are good if they are of that day. */
  if (columns != NULL && zb_date_compare (zb_member_columns_as_of (columns), sheet->request->as_of) == 0)
    world.columns = zb_member_columns_ref (columns);
  if (!source->list (sheet, &world, error) || !add_columns (sheet, error))
    return NULL;
  set_widths (sheet);
  repeat_columns (sheet);
  if (source->prepare != NULL && !source->prepare (sheet, &world, error))
    return NULL;
  write_texts (sheet, world.tree);
  note_private (sheet);
  return g_steal_pointer (&sheet);
}

gboolean
zb_sheet_column_is_private (const ZbRoster *roster, const char *name)
{
  return zb_roster_column_is_private (roster, name);
}

gboolean
zb_sheet_can_be_internal (const ZbRoster *roster)
{
  gboolean has_private = zb_kind_get (roster->kind)->private_table != NULL && !zb_row_source_for (roster)->is_made;

  for (guint i = 0; i < roster->n_columns && !has_private; i++)
    has_private = zb_roster_column_is_private (roster, roster->columns[i].field);
  return has_private && !roster->is_public;
}
