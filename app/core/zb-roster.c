/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-roster.h"

#include "core/rosters/zb-rosters.h"

static const ZbRoster *const rosters[] = {
  &zb_roster_members,
  &zb_roster_probationary,
  &zb_roster_activists,
  &zb_roster_former,
  &zb_roster_groups,
  &zb_roster_committee,
  &zb_roster_contacts,
  &zb_roster_medal50,
  &zb_roster_letters,
  &zb_roster_organizations,
  &zb_roster_terms,
  &zb_roster_sign_in,
  &zb_roster_sign_in_people,
  &zb_roster_attendance,
  &zb_roster_meetings,
  &zb_roster_meeting_year,
  &zb_roster_plan,
  &zb_roster_study_hours,
  &zb_roster_study_person,
  &zb_roster_make_up,
  &zb_roster_appraisal,
  &zb_roster_talks,
  &zb_roster_problems,
  &zb_roster_swearers,
  &zb_roster_birthdays,
  &zb_roster_wishes,
  &zb_roster_wishes_internal,
  &zb_roster_wish_form,
  &zb_roster_wish_collection,
  &zb_roster_wish_claims,
  &zb_roster_wish_ledger,
  &zb_roster_wish_open,
  &zb_roster_wish_year,
  &zb_roster_service_person,
  &zb_roster_service_hours,
  &zb_roster_service_teams,
  &zb_roster_service_year,
  &zb_roster_service_activities,
  &zb_roster_reported,
  &zb_roster_certificates_issued,
  NULL
};

const ZbRoster *const *
zb_rosters (void)
{
  return rosters;
}

const ZbRoster *
zb_roster_get (const char *name)
{
  for (guint i = 0; rosters[i] != NULL; i++)
    if (g_strcmp0 (rosters[i]->name, name) == 0)
      return rosters[i];
  return NULL;
}

char *
zb_roster_title (const ZbRoster *roster, const char *name, int year)
{
  GString *out = g_string_new (roster->title);
  g_autofree char *digits = g_strdup_printf ("%d", year);

  /* The year first: a name may hold anything. */
  g_string_replace (out, "%Y", digits, 1);
  g_string_replace (out, "%s", name, 1);
  return g_string_free (out, FALSE);
}
