/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-sheet-private.h"

G_BEGIN_DECLS

/**
 * zb_sheet_add_people:
 * @columns: of the sheet's day; kept
 * @tree: organisations of the day, closed ones too; kept
 * @ids: (transfer full) (array length=n): the people, in order
 *
 * Lets the rows of @sheet, whose columns are there already, come from the registry.
 */
gboolean zb_sheet_add_people (ZbSheet *sheet, ZbDb *db, ZbMemberColumns *columns, ZbOrgTree *tree, gint64 *ids, guint n, GError **error);

G_END_DECLS
