/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbHouseholdName: what a household is looked for by.
 * @alias: name for publication
 * @community: (nullable)
 * @name: (nullable): the name itself; to be found by, not to be shown
 * @readings: of both names, as zb_hanzi_search_readings() gives them, a `|` before each
 */
typedef struct {
  gint64 id;
  char *alias;
  char *community;
  char *name;
  char *readings;
} ZbHouseholdName;

void zb_household_name_free (ZbHouseholdName *household);

/** zb_households_names: all that are there, by the order of entry. Cost: one pass over both tables. Returns: (transfer full) (element-type ZbHouseholdName) */
GPtrArray *zb_households_names (ZbDb *db, GError **error);

/** zb_household_name_matches: whether every word of @typed stands in a name or the community, or begins a reading. */
gboolean zb_household_name_matches (const ZbHouseholdName *household, const char *typed);

G_END_DECLS
