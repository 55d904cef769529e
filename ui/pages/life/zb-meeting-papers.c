/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-meeting-papers.h"

#include <glib/gi18n.h>

/* Lists that only meetings of some kinds have. */
static gboolean
suits (const ZbRoster *roster, const ZbRecord *meeting)
{
  const char *kind = zb_record_get (meeting, "kind");

  if (g_str_equal (roster->kind, "ceremony_person"))
    return g_strcmp0 (kind, "ceremony") == 0;
  if (g_str_equal (roster->kind, "life_problem"))
    return g_strcmp0 (kind, "life") == 0 || g_strcmp0 (kind, "democratic_life") == 0;
  return TRUE;
}

GMenuModel *
zb_meeting_papers_menu (const ZbRecord *meeting)
{
  GMenu *menu = g_menu_new ();
  const ZbRoster *const *rosters = zb_rosters ();

  for (guint i = 0; meeting != NULL && rosters[i] != NULL; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s…", _(rosters[i]->label));
      g_autoptr(GMenuItem) item = NULL;

      if (rosters[i]->subject != ZB_ROSTER_OF_MEETING || !suits (rosters[i], meeting))
        continue;
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "meeting.paper", "s", rosters[i]->name);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

ZbRosterRequest *
zb_meeting_papers_request (ZbRegistry *registry, const ZbRecord *meeting, const char *paper)
{
  const ZbRoster *roster = zb_roster_get (paper != NULL ? paper : "sign-in");
  gboolean is_held = zb_record_get (meeting, "held_on") != NULL;
  ZbDate day = zb_record_get_date (meeting, is_held ? "held_on" : "planned_on");
  ZbRosterRequest *request;

  if (roster == NULL)
    return NULL;
  request = zb_roster_request_new (roster, zb_date_is_complete (day) ? day : zb_registry_today (registry));
  request->subject = meeting->id;
  request->org = zb_record_get_int (meeting, "org");
  request->with_below = TRUE;
  return request;
}
