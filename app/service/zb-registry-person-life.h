/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"
#include "store/life/zb-person-life.h"
#include "store/life/zb-talks.h"

G_BEGIN_DECLS

/*
 * One person's trace in organisational life, and the talks of a branch.
 */

/** zb_registry_person_meetings: see zb_person_meetings(). Returns: (transfer full) (element-type ZbPersonMeeting) */
GPtrArray *zb_registry_person_meetings (ZbRegistry *self, gint64 person, int year, GError **error);

/** zb_registry_person_ceremonies: see zb_person_ceremonies(). Returns: (transfer full) (element-type ZbPersonCeremony) */
GPtrArray *zb_registry_person_ceremonies (ZbRegistry *self, gint64 person, GError **error);

/**
 * zb_registry_person_hours: hours of study of a year against what the rule asks of that person, in words.
 * @meetings: (element-type ZbPersonMeeting): of the year
 *
 * Returns: (transfer full)
 */
char *zb_registry_person_hours (ZbRegistry *self, gint64 person, int year, GPtrArray *meetings);

/** zb_registry_talks_missing: see zb_talks_missing(). Returns: (transfer full) (element-type ZbTalkGap) */
GPtrArray *zb_registry_talks_missing (ZbRegistry *self, gint64 org, int year, guint *out_held, GError **error);

G_END_DECLS
