/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/zb-area-page.h"

G_BEGIN_DECLS

#define ZB_TYPE_WISHES_PAGE (zb_wishes_page_get_type ())

/**
 * ZbWishesPage:
 *
 * 微心愿: the wall of an organisation's open wishes, claims on the spot, and a wish before it when one is open.
 */
G_DECLARE_FINAL_TYPE (ZbWishesPage, zb_wishes_page, ZB, WISHES_PAGE, ZbAreaPage)

GtkWidget *zb_wishes_page_new (ZbRegistry *registry);

G_END_DECLS
