/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/zb-org-tree.h"

G_BEGIN_DECLS

/*
 * A row that chooses one organisation of a tree, those below indented, or none.
 */

/** zb_org_row_fill: @none: label of the first row, for no organisation; @chosen: id, 0 for none */
void zb_org_row_fill (AdwComboRow *row, ZbOrgTree *tree, const char *none, gint64 chosen);

/** zb_org_row_get: id of the organisation chosen, 0 for none. */
gint64 zb_org_row_get (AdwComboRow *row);

G_END_DECLS
