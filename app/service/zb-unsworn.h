/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-member-columns.h"

G_BEGIN_DECLS

/**
 * ZbUnsworn: a probationary member who has not sworn.
 * @branch: short name
 * @days: since the admission; −1: it is not known to the day
 * @is_late: longer than is advised
 * @planned: the day of a ceremony that is planned with that person; unknown: none is
 */
typedef struct {
  gint64 person;
  char *name;
  char *branch;
  ZbDate joined;
  int days;
  gboolean is_late;
  ZbDate planned;
} ZbUnsworn;

void zb_unsworn_free (ZbUnsworn *unsworn);

/** zb_unsworn_words: since when, and what is planned. Returns: (transfer full) */
char *zb_unsworn_words (const ZbUnsworn *unsworn);

/**
 * zb_unsworn_list:
 * @org: with what stands below it, 0: everybody
 * @sworn, @planned: (element-type gint64 guint): see zb_oaths_sworn() and zb_oaths_planned()
 * @months: within which the oath is advised
 *
 * The probationary members who are here and have not sworn on the columns' day. Cost: one pass.
 *
 * Returns: (transfer full) (element-type ZbUnsworn): who waits longest first
 */
GPtrArray *zb_unsworn_list (ZbMemberColumns *columns, gint64 org, GHashTable *sworn, GHashTable *planned, int months);

G_END_DECLS
