/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-row-source.h"

G_BEGIN_DECLS

/**
 * zb_people_list:
 * @columns: of the day of the list
 *
 * @out_ids: (out) (transfer full) (array length=out_n): in the order of the list
 *
 * Who is in a list of members.
 */
gboolean zb_people_list (const ZbRosterWorld *world, ZbMemberColumns *columns, gint64 **out_ids, guint *out_n, GError **error);

/**
 * zb_people_total:
 * @out_several: (out): whether they belong to several organisations
 *
 * The line under the list. Returns: (transfer full): 共 60 人，其中正式党员 52 人，预备党员 8 人；女 21 人，少数民族 3 人
 */
char *zb_people_total (const ZbRosterWorld *world, ZbMemberColumns *columns, const gint64 *ids, guint n, gboolean *out_several);

/**
 * zb_people_ranks:
 *
 * Where everybody stands in the order of the list, whether in it or not.
 *
 * Returns: (transfer full) (element-type gint64 guint): by id of the person, from 1
 */
GHashTable *zb_people_ranks (const ZbRosterWorld *world, ZbMemberColumns *columns);

G_END_DECLS
