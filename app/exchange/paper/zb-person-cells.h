/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-row-source.h"

G_BEGIN_DECLS

/**
 * ZbPersonCells:
 *
 * Fills those columns of a source whose rows are worked out that show a field of the member kind (`of` is `member.phone`):
 * as people read it on the day of the list, private ones masked unless the list is internal.
 */
typedef struct _ZbPersonCells ZbPersonCells;

/** zb_person_cells_new: @world: as long as this. Returns: (transfer full) */
ZbPersonCells *zb_person_cells_new (ZbRosterWorld *world, const ZbRowSource *source, GError **error);
void zb_person_cells_free (ZbPersonCells *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbPersonCells, zb_person_cells_free)

/**
 * zb_person_cells_fill:
 * @cells: (array): a row, one place a column of the source; what is no field of the member is left alone
 *
 * Cost: a primary-key read.
 */
gboolean zb_person_cells_fill (ZbPersonCells *self, gint64 person, char **cells, GError **error);

G_END_DECLS
