/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-roster.h"

#include "core/rosters/zb-rosters.h"

static const ZbRoster *const rosters[] = {
  &zb_roster_members,
  &zb_roster_probationary,
  &zb_roster_activists,
  &zb_roster_former,
  &zb_roster_organizations,
  &zb_roster_terms,
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
