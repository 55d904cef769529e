/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-meeting-papers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "service/zb-registry-life.h"

/* Lists of the people of a meeting's roll. */
static gboolean
is_of_people (const ZbRoster *roster)
{
  return strcmp (roster->kind, "member") == 0 && strcmp (roster->name, "members") == 0;
}

/* Lists of the records that belong to a meeting. */
static gboolean
is_of_meeting (const ZbRoster *roster)
{
  const ZbKind *kind = zb_kind_get (roster->kind);
  const ZbField *field = kind != NULL ? zb_kind_field (kind, "meeting") : NULL;

  return kind == &zb_kind_meeting || (field != NULL && (field->flags & ZB_FIELD_PART_OF) != 0);
}

GMenuModel *
zb_meeting_papers_menu (const ZbRecord *meeting)
{
  GMenu *menu = g_menu_new ();
  const ZbRoster *const *rosters = zb_rosters ();

  for (guint i = 0; rosters[i] != NULL; i++)
    {
      g_autoptr(GMenuItem) item = NULL;

      if (!is_of_meeting (rosters[i]) && !is_of_people (rosters[i]))
        continue;
      item = g_menu_item_new (is_of_people (rosters[i]) ? _("List of Those Expected…") : _(rosters[i]->label), NULL);
      g_menu_item_set_action_and_target (item, "meeting.paper", "s", rosters[i]->name);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* The people called to it, in the order of the roll. */
static void
take_people (ZbRegistry *registry, const ZbRecord *meeting, ZbRosterRequest *request)
{
  g_autoptr(GPtrArray) roll = zb_registry_roll (registry, meeting->id, NULL);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; roll != NULL && i < roll->len; i++)
    {
      gint64 person = zb_record_get_int (g_ptr_array_index (roll, i), "person");

      if (person != 0 && zb_record_get_int (g_ptr_array_index (roll, i), "expected") == 1)
        g_array_append_val (ids, person);
    }
  request->n_ids = ids->len;
  request->ids = (gint64 *) g_array_free (g_steal_pointer (&ids), FALSE);
}

static void
take_parts (ZbRegistry *registry, const ZbRecord *meeting, const ZbKind *kind, ZbRosterRequest *request)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting->id);
  g_autoptr(GPtrArray) parts = zb_registry_list (registry, kind, "meeting", id, NULL);

  request->n_ids = parts != NULL ? parts->len : 0;
  request->ids = g_new (gint64, MAX (request->n_ids, 1));
  for (guint i = 0; i < request->n_ids; i++)
    request->ids[i] = ((ZbRecord *) g_ptr_array_index (parts, i))->id;
}

ZbRosterRequest *
zb_meeting_papers_request (ZbRegistry *registry, const ZbRecord *meeting, const char *paper)
{
  const ZbRoster *roster = zb_roster_get (paper != NULL ? paper : "members");
  gboolean is_held = zb_record_get (meeting, "held_on") != NULL;
  ZbDate day = zb_record_get_date (meeting, is_held ? "held_on" : "planned_on");
  ZbRosterRequest *request;

  if (roster == NULL)
    return NULL;
  request = zb_roster_request_new (roster, zb_date_is_complete (day) ? day : zb_registry_today (registry));
  request->org = zb_record_get_int (meeting, "org");
  request->with_below = TRUE;
  if (strcmp (roster->kind, "member") == 0)
    take_people (registry, meeting, request);
  else if (strcmp (roster->kind, "meeting") == 0)
    {
      request->ids = g_memdup2 (&meeting->id, sizeof meeting->id);
      request->n_ids = 1;
    }
  else
    take_parts (registry, meeting, zb_kind_get (roster->kind), request);
  return request;
}
