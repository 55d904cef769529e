/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/zb-area-page.h"

G_BEGIN_DECLS

#define ZB_TYPE_LIFE_PAGE (zb_life_page_get_type ())

/**
 * ZbLifePage:
 *
 * Organisational life of one organisation in one year: the matrix of what the rules ask, the meetings, the plan beside what was
 * done; and before them the page of a meeting that was opened. A #ZbPage.
 */
G_DECLARE_FINAL_TYPE (ZbLifePage, zb_life_page, ZB, LIFE_PAGE, ZbAreaPage)

GtkWidget *zb_life_page_new (ZbRegistry *registry);

G_END_DECLS
