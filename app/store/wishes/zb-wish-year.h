/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-date.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbWishFigures:
 * @category: code of `wish_category`; %NULL for wishes without one
 * @collected: wishes that were collected in the time
 * @published: of them those that were published
 * @claimed: of them those that are claimed as a whole
 * @fulfilled: of them those for which everything was brought
 * @cost: 分, of their deliveries
 * @hours: tenths, credited to those who fulfilled them, with what was corrected
 *
 * What became of the wishes of a time, of one category.
 */
typedef struct {
  char *category;
  guint collected;
  guint published;
  guint claimed;
  guint fulfilled;
  gint64 cost;
  gint64 hours;
} ZbWishFigures;

void zb_wish_figures_free (ZbWishFigures *figures);

/**
 * zb_wishes_year:
 * @org: with everything below it; 0 all
 * @from, @to: of the day of collection
 *
 * Reads no private table. Cost: one index range of wishes, and for each the ranges of its claims and deliveries.
 *
 * Returns: (transfer full) (element-type ZbWishFigures): those categories that have wishes
 */
GPtrArray *zb_wishes_year (ZbDb *db, gint64 org, ZbDate from, ZbDate to, GError **error);

/**
 * ZbWishFigure: which of the figures. Each is the wishes in some of the states of the wish kind.
 */
typedef enum {
  ZB_WISH_COLLECTED,
  ZB_WISH_PUBLISHED,
  ZB_WISH_CLAIMED,
  ZB_WISH_FULFILLED,
  ZB_N_WISH_FIGURES
} ZbWishFigure;

/**
 * zb_wishes_condition:
 * @category: (nullable): of the figure; %NULL: of all
 *
 * The condition that finds exactly the wishes behind a figure, as zb_filter_parse_fields() reads it. Returns: (transfer full)
 */
char *zb_wishes_condition (ZbWishFigure figure, const char *category, ZbDate from, ZbDate to);

G_END_DECLS
