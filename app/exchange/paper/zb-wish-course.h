/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-date.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbWishCourse:
 * @names: who has it in hand or fulfilled it, in one line; for papers of the house
 * @branches: whose members they are, in one line; whoever is of no branch as a kind: 共建单位
 * @claimed_on: when it was claimed first
 * @promised_on: for when the last promise is
 * @what: what was bought or done
 * @vouchers: their numbers
 * @cost: 分
 * @hours: tenths
 * @n_deliveries: how often something was brought; without one there is no cost
 * @n_receipts: of them signed by the recipient
 * @n_photos: pictures and scans kept with the wish
 *
 * What came of a wish: its claims that are not given up, and its deliveries. Reads no private table.
 */
typedef struct {
  char *names;
  char *branches;
  char *what;
  char *vouchers;
  ZbDate claimed_on;
  ZbDate promised_on;
  gint64 cost;
  gint64 hours;
  guint n_deliveries;
  guint n_receipts;
  guint n_photos;
} ZbWishCourse;

/** zb_wish_course_load: Cost: three index ranges. Returns: (transfer full) */
ZbWishCourse *zb_wish_course_load (ZbDb *db, gint64 wish, GError **error);
void zb_wish_course_free (ZbWishCourse *course);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbWishCourse, zb_wish_course_free)

/** zb_money_words: 199.90 of 分. Returns: (transfer full) */
char *zb_money_words (gint64 fen);

/** zb_wish_is_fulfilled: whether a state of the wish kind comes after something was brought for all of it. */
gboolean zb_wish_is_fulfilled (const char *state);

/** zb_wish_total_words: 共 60 件，已圆梦 52 件，花费 5100.00 元。 Returns: (transfer full) */
char *zb_wish_total_words (guint n, guint fulfilled, gint64 cost);

G_END_DECLS
