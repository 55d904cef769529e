/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-wishes.h"

G_BEGIN_DECLS

#define ZB_TYPE_WISH_PAGE (zb_wish_page_get_type ())

/**
 * ZbWishPage:
 *
 * A #ZbDesk for wishes: what can be done with it, what is known of it and of the household, who has it in hand, what was brought, and every
 * step that it took.
 */
G_DECLARE_FINAL_TYPE (ZbWishPage, zb_wish_page, ZB, WISH_PAGE, AdwBin)

GtkWidget *zb_wish_page_new (ZbRegistry *registry);

G_END_DECLS
