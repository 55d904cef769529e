/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-date.h"
#include "core/zb-record.h"
#include "core/zb-standing.h"

G_BEGIN_DECLS

/** ZbDemoPerson: how an invented person is to be. */
typedef struct {
  ZbCategory category;
  ZbDate today;
  gint min_age;
  gint max_age;
} ZbDemoPerson;

/**
 * zb_demo_invent:
 * @serial: makes ID number and phone differ
 *
 * Invents one person whose dates follow the rules: 18 at the application, a year and more from
 * activist to candidate, a year of probation. Every name is put together by chance; the ID number's
 * area code (9901xx) is not in use.
 *
 * Returns: (transfer full): a member record, not stored
 */
ZbRecord *zb_demo_invent (GRand *rand, const ZbDemoPerson *person, guint serial);

/** zb_demo_name: a name put together by chance. Returns: (transfer full) */
char *zb_demo_name (GRand *rand, gboolean woman);

G_END_DECLS
