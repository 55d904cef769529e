/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry-ceremony.h"

G_BEGIN_DECLS

/**
 * ZbCandidate: somebody who may stand in a ceremony.
 * @detail: why, in words
 * @is_meant: whether such ceremonies are held for just these people
 */
typedef struct {
  gint64 person;
  char *name;
  char *detail;
  gboolean is_meant;
} ZbCandidate;

/** ZB_CANDIDATES_MAX: more than so many are not picked from a list; one more than these says that there are more. */
#define ZB_CANDIDATES_MAX 2000

void zb_candidate_free (ZbCandidate *candidate);

/**
 * zb_ceremony_candidates:
 * @type: (nullable): code of `ceremony_type`
 * @org: with what stands below it, 0: everybody
 * @day: of the ceremony; unknown: today
 * @unsworn: (nullable) (element-type ZbUnsworn): of zb_registry_ceremonies_finish()
 *
 * Who may stand in a ceremony of that type: for an oath those who have not sworn, for a political birthday those who have it in the
 * month, for the medal those who are in the Party long enough on 1 July; for others every member, none of them meant before the
 * rest, and at most one more than %ZB_CANDIDATES_MAX. Empty until the people are loaded.
 *
 * Returns: (transfer full) (element-type ZbCandidate)
 */
GPtrArray *zb_ceremony_candidates (ZbRegistry *registry, const char *type, gint64 org, ZbDate day, GPtrArray *unsworn);

G_END_DECLS
