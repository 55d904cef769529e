/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/zb-sheet.h"

#include <string.h>

#include "exchange/paper/zb-record-rows.h"

G_DEFINE_BOXED_TYPE (ZbRosterRequest, zb_roster_request, zb_roster_request_copy, zb_roster_request_free)

ZbRosterRequest *
zb_roster_request_new (const ZbRoster *roster, ZbDate as_of)
{
  ZbRosterRequest *request = g_new0 (ZbRosterRequest, 1);

  request->roster = roster;
  request->as_of = as_of;
  request->with_below = TRUE;
  request->scope = roster != NULL ? roster->scope : ZB_SCOPE_HERE;
  request->internal = roster != NULL && roster->is_internal;
  request->portrait = -1;
  request->blank_rows = -1;
  return request;
}

ZbRosterRequest *
zb_roster_request_copy (const ZbRosterRequest *request)
{
  ZbRosterRequest *copy = g_new (ZbRosterRequest, 1);

  *copy = *request;
  copy->ids = g_memdup2 (request->ids, request->n_ids * sizeof *request->ids);
  if (copy->filter != NULL)
    zb_filter_ref (copy->filter);
  copy->text = g_strdup (request->text);
  copy->order = g_strdup (request->order);
  copy->sequence = g_memdup2 (request->sequence, request->n_sequence * sizeof *request->sequence);
  if (copy->widths != NULL)
    g_hash_table_ref (copy->widths);
  copy->columns = g_strdupv (request->columns);
  copy->title = g_strdup (request->title);
  copy->reporter = g_strdup (request->reporter);
  return copy;
}

void
zb_roster_request_free (ZbRosterRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->ids);
  g_clear_pointer (&request->filter, zb_filter_unref);
  g_free (request->text);
  g_free (request->order);
  g_free (request->sequence);
  g_clear_pointer (&request->widths, g_hash_table_unref);
  g_strfreev (request->columns);
  g_free (request->title);
  g_free (request->reporter);
  g_free (request);
}

static gboolean
is_last_of_month (ZbDate day)
{
  return zb_date_add_days (day, 1).month != day.month;
}

static ZbDate
last_of_month (ZbDate month)
{
  ZbDate day = { month.year, month.month, 28 };

  while (!is_last_of_month (day))
    day = zb_date_add_days (day, 1);
  return day;
}

/* A date of which only the month or the year is known stands for its first and its last day. */
static ZbDate
first_day (ZbDate date)
{
  return (ZbDate) { date.year, MAX (date.month, 1), MAX (date.day, 1) };
}

static ZbDate
last_day (ZbDate date)
{
  return date.day != 0 ? date : date.month != 0 ? last_of_month (date) : (ZbDate) { date.year, 12, 31 };
}

void
zb_roster_request_period (const ZbRosterRequest *request, ZbDate *out_from, ZbDate *out_to)
{
  ZbDate day = request->as_of, from = request->from, to = request->to;
  gboolean in_month = request->roster->time == ZB_ROSTER_IN_MONTH, in_year = request->roster->time == ZB_ROSTER_IN_YEAR;

  if (!zb_date_is_set (from))
    from = zb_date_is_set (to) ? (ZbDate) { to.year, in_month ? to.month : 0, 0 } : (ZbDate) { day.year, in_month ? day.month : 0, 0 };
  if (in_year)
    from = to = (ZbDate) { from.year, 0, 0 };
  else if (!zb_date_is_set (to))
    to = in_month ? (ZbDate) { from.year, from.month, 0 } : from.year == day.year ? day : (ZbDate) { from.year, 0, 0 };
  *out_from = first_day (from);
  *out_to = last_day (to);
}

/* Rows of a kind stand in any order that the kind knows; those that a list makes itself in the orders that it offers. */
static gboolean
has_order (const ZbRoster *roster, const char *order)
{
  ZbMemberOrder member;

  if (zb_row_source_for (roster)->is_made)
    {
      for (guint i = 0; roster->orders[i].name != NULL; i++)
        if (strcmp (roster->orders[i].name, order) == 0)
          return TRUE;
      return FALSE;
    }
  return strcmp (roster->kind, zb_kind_member.name) == 0 ? zb_member_order_from_name (order, &member)
                                                         : zb_record_rows_can_order (roster, order);
}

/* Guests of an ordinary meeting. */
#define BLANK_ROWS 3

gboolean
zb_roster_request_takes_guests (const ZbRoster *roster)
{
  return g_str_has_prefix (roster->name, "sign-in");
}

guint
zb_roster_request_blank_rows (const ZbRosterRequest *request)
{
  return request->blank_rows >= 0 ? (guint) request->blank_rows : BLANK_ROWS;
}

gboolean
zb_roster_request_can_descend (const ZbRoster *roster)
{
  return strcmp (roster->kind, zb_kind_member.name) == 0 && !zb_row_source_for (roster)->is_made;
}

gboolean
zb_roster_request_set_order (ZbRosterRequest *request, const char *order)
{
  if (!has_order (request->roster, order))
    return FALSE;
  g_free (request->order);
  request->order = g_strdup (order);
  g_clear_pointer (&request->sequence, g_free);
  request->n_sequence = 0;
  return TRUE;
}

void
zb_roster_request_set_sequence (ZbRosterRequest *request, const gint64 *people, guint n_people)
{
  gint64 *sequence = g_new (gint64, n_people + 1);

  if (n_people > 0)
    memcpy (sequence, people, n_people * sizeof *people);
  g_free (request->sequence);
  request->sequence = sequence;
  request->n_sequence = n_people;
  request->descending = FALSE;
}

gboolean
zb_roster_request_takes_sequence (const ZbRoster *roster)
{
  return strcmp (roster->kind, zb_kind_member.name) == 0 && !zb_row_source_for (roster)->is_made;
}

/* Requests that were copied share the widths: they get others of their own. */
void
zb_roster_request_set_width (ZbRosterRequest *request, const char *column, double width)
{
  GHashTable *widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, before;

  if (request->widths != NULL)
    for (g_hash_table_iter_init (&iter, request->widths); g_hash_table_iter_next (&iter, &name, &before);)
      g_hash_table_insert (widths, g_strdup (name), g_memdup2 (before, sizeof (double)));
  if (width > 0)
    g_hash_table_insert (widths, g_strdup (column), g_memdup2 (&width, sizeof width));
  else
    g_hash_table_remove (widths, column);
  g_clear_pointer (&request->widths, g_hash_table_unref);
  request->widths = widths;
}

const char *
zb_roster_request_get_order (const ZbRosterRequest *request)
{
  return request->order != NULL ? request->order : request->roster->order;
}
