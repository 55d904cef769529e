/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/zb-row-map.h"

G_BEGIN_DECLS

/* References in the formulas of a workbook, and in its lists of cells. Pure functions. */

/**
 * ZbCellRef:
 * @column, @row: from 1
 */
typedef struct {
  guint column;
  guint row;
  gboolean column_fixed;
  gboolean row_fixed;
} ZbCellRef;

/** zb_cell_ref_parse: `$B$12`. Returns: bytes taken, 0 when it is none */
gsize zb_cell_ref_parse (const char *text, ZbCellRef *out);
void zb_cell_ref_append (GString *out, const ZbCellRef *ref);

/**
 * ZbFormulaWidens: where a single cell of a row that repeats becomes all of its copies.
 * @ZB_WIDENS_IN_SUMS: inside SUM and its like
 * @ZB_WIDENS_EVERYWHERE: in charts, which draw all of them
 */
typedef enum {
  ZB_WIDENS_NOT,
  ZB_WIDENS_IN_SUMS,
  ZB_WIDENS_EVERYWHERE
} ZbFormulaWidens;

/**
 * ZbFormulaMove:
 * @map: rows of the sheet that the formula stands on
 * @other: (nullable): rows of another sheet by its name; %NULL where none of them move
 * @block: (nullable): the block whose copy the formula stands in
 * @copy: which one, from 0
 */
typedef struct {
  const ZbRowMap *map;
  const ZbRowMap *(*other) (const char *sheet, gpointer user_data);
  gpointer user_data;
  const ZbRowBlock *block;
  guint copy;
  ZbFormulaWidens widens;
} ZbFormulaMove;

/**
 * zb_formula_move:
 *
 * A range keeps what it held, with the copies of rows that repeat. In a copy, references to its own row follow it,
 * as when a row is copied downwards. Returns: (transfer full)
 */
char *zb_formula_move (const char *formula, const ZbFormulaMove *move);

/** zb_formula_offset: the formula as it reads some rows and columns further. Returns: (transfer full) */
char *zb_formula_offset (const char *formula, int rows, int columns);

/**
 * zb_cell_ranges_move:
 * @text: `A1:B2 C3`, as lists of cells are written
 * @repeats: a range inside a block that repeats comes once for each copy; otherwise it reaches over all of them
 *
 * Returns: (transfer full)
 */
char *zb_cell_ranges_move (const char *text, const ZbRowMap *map, gboolean repeats);

G_END_DECLS
