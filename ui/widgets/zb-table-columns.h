/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZbTableColumnFlags:
 * @ZB_TABLE_SORTABLE: its heading can be clicked
 * @ZB_TABLE_WHOLE: its texts are never cut: it grows with the longest that is shown
 * @ZB_TABLE_NAMES_ROW: its text is what a row is called, for who cannot see the table
 */
typedef enum {
  ZB_TABLE_SORTABLE = 1 << 0,
  ZB_TABLE_WHOLE = 1 << 1,
  ZB_TABLE_NAMES_ROW = 1 << 2
} ZbTableColumnFlags;

/**
 * ZbTableColumn:
 * @id: what the program calls it
 * @label: heading, in the language of the user
 * @chars: room for so many Chinese characters, where @width is 0
 * @width: in pixels, with padding
 */
typedef struct {
  const char *id;
  const char *label;
  double chars;
  int width;
  ZbTableColumnFlags flags;
} ZbTableColumn;

#define ZB_TYPE_TABLE_COLUMNS (zb_table_columns_get_type ())

/**
 * ZbTableColumns:
 *
 * The columns of one table, in the order in which they stand: shared by its header and its rows, so
 * that both put the same thing at the same place.
 *
 * Signals:
 *  - `changed`: other columns, or another order of them
 *  - `resized`: one is wider or narrower
 *  - `sorted`: the arrow stands at another heading
 */
G_DECLARE_FINAL_TYPE (ZbTableColumns, zb_table_columns, ZB, TABLE_COLUMNS, GObject)

ZbTableColumns *zb_table_columns_new (void);

/** zb_table_columns_set: other columns; copies them. A width of 0 is left for zb_table_columns_resize(). */
void zb_table_columns_set (ZbTableColumns *self, const ZbTableColumn *columns, guint n_columns);
guint zb_table_columns_size (ZbTableColumns *self);
/** zb_table_columns_at: Returns: (transfer none): the column at place @i, until the next change */
const ZbTableColumn *zb_table_columns_at (ZbTableColumns *self, guint i);
/** zb_table_columns_source: which of the columns that were set stands at place @i now. */
guint zb_table_columns_source (ZbTableColumns *self, guint i);
/** zb_table_columns_find: place of a column, or -1. */
int zb_table_columns_find (ZbTableColumns *self, const char *id);

/** zb_table_columns_x: where the column at place @i begins; of one past the last: the width of all. */
int zb_table_columns_x (ZbTableColumns *self, guint i);
int zb_table_columns_width (ZbTableColumns *self);
/** zb_table_columns_resize: never narrower than a column may be. Returns: the width it has now */
int zb_table_columns_resize (ZbTableColumns *self, guint i, int width);
/** zb_table_columns_widen: for a text that is not to be cut: the column shall be at least so wide, also later. */
void zb_table_columns_widen (ZbTableColumns *self, guint i, int width);
void zb_table_columns_move (ZbTableColumns *self, guint from, guint to);

/** zb_table_columns_sort: where the arrow stands; %NULL for nowhere. */
void zb_table_columns_sort (ZbTableColumns *self, const char *id, gboolean descending);
/** zb_table_columns_sorted: Returns: (transfer none) (nullable): the column with the arrow */
const char *zb_table_columns_sorted (ZbTableColumns *self, gboolean *out_descending);

G_END_DECLS
