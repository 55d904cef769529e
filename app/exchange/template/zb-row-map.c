/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-row-map.h"

ZbRowMap *
zb_row_map_new (void)
{
  ZbRowMap *self = g_new0 (ZbRowMap, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (ZbRowBlock));
  return self;
}

void
zb_row_map_free (ZbRowMap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->blocks);
  g_free (self);
}

void
zb_row_map_add (ZbRowMap *self, guint first, guint last, guint copies, guint spare)
{
  ZbRowBlock block = { first, last, MAX (copies, 1), MIN (spare, MAX (copies, 1) - 1) };

  g_array_append_val (self->blocks, block);
}

guint
zb_row_block_spare (const ZbRowBlock *block, guint place)
{
  if (block->spare == 0 || place == 0)
    return 0;
  return place < block->spare ? place : place + 1 == block->copies ? block->spare : 0;
}

static guint
height_of (const ZbRowBlock *block)
{
  return block->last - block->first + 1;
}

static guint
added_by (const ZbRowBlock *block)
{
  return (block->copies - 1 - block->spare) * height_of (block);
}

/* The last row that stays where it is. */
static guint
stays_until (const ZbRowBlock *block)
{
  return block->last + (block->spare > 1 ? block->spare - 1 : 0) * height_of (block);
}

gboolean
zb_row_map_moves (const ZbRowMap *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (g_array_index (self->blocks, ZbRowBlock, i).copies > 1)
      return TRUE;
  return FALSE;
}

const ZbRowBlock *
zb_row_map_block (const ZbRowMap *self, guint row)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ZbRowBlock *block = &g_array_index (self->blocks, ZbRowBlock, i);

      if (row >= block->first && row <= block->last)
        return block;
    }
  return NULL;
}

guint
zb_row_map_first (const ZbRowMap *self, guint row)
{
  guint out = row;

  for (guint i = 0; i < self->blocks->len; i++)
    if (stays_until (&g_array_index (self->blocks, ZbRowBlock, i)) < row)
      out += added_by (&g_array_index (self->blocks, ZbRowBlock, i));
  return out;
}

guint
zb_row_map_last (const ZbRowMap *self, guint row)
{
  const ZbRowBlock *block = zb_row_map_block (self, row);

  return zb_row_map_first (self, row) + (block != NULL ? (block->copies - 1) * height_of (block) : 0);
}
