/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-wishes.h"

G_BEGIN_DECLS

/**
 * ZbWishColumn: a column of the wall.
 * @states: mask of states of the wish kind
 */
typedef struct {
  const char *name;
  const char *title;
  guint states;
} ZbWishColumn;

/** zb_wish_columns: from collection to thanks. Returns: (array length=out_n) */
const ZbWishColumn *zb_wish_columns (guint *out_n);

/** zb_wish_column_of: the column in which wishes of that state stand, -1 for none: what is done with. */
int zb_wish_column_of (int state);

/**
 * zb_wish_move:
 * @widget: from which it is asked
 * @column: where the wish is to stand, -1: the next one
 *
 * Asks what the step into that column needs, and does it: the wish's own step, or delivery and withdrawal of its one open claim.
 * Where there is no such step, or more than one claim is open, says so and opens the wish.
 */
void zb_wish_move (GtkWidget *widget, ZbRegistry *registry, gint64 wish, int column);

/** zb_wish_onward: the wish's own step that leads on from its state, as most wishes go. Returns: (nullable): %NULL where the claims lead on, and of what is done with */
const ZbStep *zb_wish_onward (const ZbRecord *wish);

/** zb_wish_step: asks what a step of a wish or claim needs, and does it. */
void zb_wish_step (GtkWidget *widget, ZbRegistry *registry, const ZbKind *kind, gint64 id, const ZbStep *step);

G_END_DECLS
