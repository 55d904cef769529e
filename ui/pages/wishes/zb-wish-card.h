/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-wishes.h"

G_BEGIN_DECLS

#define ZB_TYPE_WISH_CARD (zb_wish_card_get_type ())

/**
 * ZbWishCard:
 *
 * A wish on the wall: its number, what is wished, for whom and where, how long it has waited, what was promised. Nothing on
 * it is private.
 */
G_DECLARE_FINAL_TYPE (ZbWishCard, zb_wish_card, ZB, WISH_CARD, GtkWidget)

GtkWidget *zb_wish_card_new (void);

/** zb_wish_card_show: @line (nullable): stays as long as it is shown */
void zb_wish_card_show (ZbWishCard *self, const ZbWishLine *line);

const ZbWishLine *zb_wish_card_get_line (ZbWishCard *self);

/** zb_wish_card_age_words: what its age says, and to whom it is; %NULL when there is nothing to say. Returns: (transfer full) (nullable) */
char *zb_wish_card_age_words (const ZbWishLine *line);

G_END_DECLS
