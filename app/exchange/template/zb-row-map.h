/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbRowMap:
 *
 * Where the rows of a sheet go when some of them repeat. Rows count from 1. Pure.
 */
typedef struct {
  GArray *blocks; /* (owned) (element-type ZbRowBlock): in their order */
} ZbRowMap;

/**
 * ZbRowBlock:
 * @first, @last: rows that repeat together
 * @copies: how often they are wanted, once at least
 * @spare: how many times as many rows of those that the form has prepared below them are used up, @copies − 1 at most; what is
 *   added stands above the last of them, which may close the table with a line of its own
 */
typedef struct {
  guint first;
  guint last;
  guint copies;
  guint spare;
} ZbRowBlock;

ZbRowMap *zb_row_map_new (void);
void zb_row_map_free (ZbRowMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbRowMap, zb_row_map_free)

/** zb_row_map_add: blocks come in their order. */
void zb_row_map_add (ZbRowMap *self, guint first, guint last, guint copies, guint spare);

/** zb_row_block_spare: which of the prepared rows, from 1, stands at a place, from 0; 0: the marked ones or what is added. */
guint zb_row_block_spare (const ZbRowBlock *block, guint place);

/** zb_row_map_moves: whether any row repeats. */
gboolean zb_row_map_moves (const ZbRowMap *self);

/** zb_row_map_block: Returns: (nullable): the block that a row is in. */
const ZbRowBlock *zb_row_map_block (const ZbRowMap *self, guint row);

/** zb_row_map_first, zb_row_map_last: where a row goes: of one that repeats its first or its last copy, in prepared rows too. */
guint zb_row_map_first (const ZbRowMap *self, guint row);
guint zb_row_map_last (const ZbRowMap *self, guint row);

G_END_DECLS
