/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_HOME_PAGE (zb_home_page_get_type ())

/**
 * ZbHomePage:
 *
 * What a secretary looks at in the morning: how many members there are (each figure opens to the
 * names), what is due and why, what should be looked at, and what was changed last. A #ZbPage.
 */
G_DECLARE_FINAL_TYPE (ZbHomePage, zb_home_page, ZB, HOME_PAGE, GtkWidget)

GtkWidget *zb_home_page_new (ZbRegistry *registry);

G_END_DECLS
