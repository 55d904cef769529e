/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-areas.h"

#include <glib/gi18n.h>

#include "pages/ceremonies/zb-ceremonies-page.h"
#include "pages/home/zb-home-page.h"
#include "pages/life/zb-life-page.h"
#include "pages/members/zb-members-page.h"
#include "pages/organizations/zb-organizations-page.h"
#include "pages/service/zb-service-page.h"
#include "pages/wishes/zb-wishes-page.h"

static const char *const organization_kinds[] = { "organization", NULL };
static const char *const member_kinds[] = { "member", "letter", NULL };
static const char *const life_kinds[] = {
  "meeting", "agenda_item", "resolution", "attendance", "life_problem", "appraisal", "attachment", "plan_item", "exemption",
  "duty_exemption", "talk", "venue", "campaign", NULL
};

static const char *const wish_kinds[] = { "wish", "household", "claim", "delivery", "wish_event", NULL };
static const char *const service_kinds[] = {
  "service_activity", "team", "team_member", "volunteer", "community_feedback", "service_hours", "service_certificate", NULL
};
static const char *const ceremony_kinds[] = { "ceremony", "ceremony_person", NULL };

static const ZbArea areas[] = {
  { "home", N_("Overview"), "user-home-symbolic", NULL, zb_home_page_new },
  { "organizations", N_("Organisations"), "view-list-symbolic", organization_kinds, zb_organizations_page_new },
  { "members", N_("Members"), "system-users-symbolic", member_kinds, zb_members_page_new },
  { "life", N_("Organisational Life"), "x-office-calendar-symbolic", life_kinds, zb_life_page_new },
  { "ceremonies", N_("Oaths and Ceremonies"), "starred-symbolic", ceremony_kinds, zb_ceremonies_page_new },
  { "wishes", N_("Small Wishes"), "emblem-favorite-symbolic", wish_kinds, zb_wishes_page_new },
  { "service", N_("Volunteer Service"), "face-smile-symbolic", service_kinds, zb_service_page_new },
};

const ZbArea *
zb_areas (guint *out_n)
{
  *out_n = G_N_ELEMENTS (areas);
  return areas;
}

int
zb_area_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_strcmp0 (areas[i].name, name) == 0)
      return (int) i;
  return -1;
}

int
zb_area_for_kind (const ZbKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (areas[i].kinds != NULL && g_strv_contains (areas[i].kinds, kind->name))
      return (int) i;
  return -1;
}
