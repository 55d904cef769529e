/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-wishes.h"

G_BEGIN_DECLS

#define ZB_TYPE_WISH_CLAIM_BAR (zb_wish_claim_bar_get_type ())

/**
 * ZbWishClaimBar:
 *
 * Claims on the spot, at the wall: the number on the card, the member by name or initials, the day promised, Return; and the
 * next.
 */
G_DECLARE_FINAL_TYPE (ZbWishClaimBar, zb_wish_claim_bar, ZB, WISH_CLAIM_BAR, AdwBin)

GtkWidget *zb_wish_claim_bar_new (ZbRegistry *registry);

G_END_DECLS
