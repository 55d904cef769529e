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
  request->portrait = -1;
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
  g_strfreev (request->columns);
  g_free (request->title);
  g_free (request->reporter);
  g_free (request);
}

gboolean
zb_roster_request_set_order (ZbRosterRequest *request, const char *order)
{
  ZbMemberOrder member;

  if (strcmp (request->roster->kind, zb_kind_member.name) == 0 ? !zb_member_order_from_name (order, &member)
                                                              : !zb_record_rows_can_order (request->roster->kind, order))
    return FALSE;
  g_free (request->order);
  request->order = g_strdup (order);
  return TRUE;
}

const char *
zb_roster_request_get_order (const ZbRosterRequest *request)
{
  return request->order != NULL ? request->order : request->roster->order;
}
