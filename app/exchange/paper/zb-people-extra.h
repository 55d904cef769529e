/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-row-source.h"

G_BEGIN_DECLS

/**
 * ZbPeopleExtra:
 *
 * Columns of a list of members that come from other records than theirs: when somebody swore, when somebody left and where to.
 * What no column of the sheet asks for is not read.
 */
typedef struct _ZbPeopleExtra ZbPeopleExtra;

/** zb_people_extra_has: whether @column is one of these. */
gboolean zb_people_extra_has (const char *column);

/** zb_people_extra_new: for the columns of @sheet, as of the day of the list. Returns: (transfer full) */
ZbPeopleExtra *zb_people_extra_new (ZbSheet *sheet, const ZbRosterWorld *world, GError **error);
void zb_people_extra_free (ZbPeopleExtra *extra);

/** zb_people_extra_text: Returns: (transfer full) (nullable): what stands in that column of a person's row */
char *zb_people_extra_text (const ZbPeopleExtra *extra, const char *column, gint64 person);

G_END_DECLS
