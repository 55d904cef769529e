/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/zb-area-page.h"

G_BEGIN_DECLS

#define ZB_TYPE_CEREMONIES_PAGE (zb_ceremonies_page_get_type ())

/**
 * ZbCeremoniesPage:
 *
 * 宣誓: who has not sworn yet, the political birthdays of a month, and the ceremonies that were held or are planned; one of them
 * opens before the lists.
 */
G_DECLARE_FINAL_TYPE (ZbCeremoniesPage, zb_ceremonies_page, ZB, CEREMONIES_PAGE, ZbAreaPage)

GtkWidget *zb_ceremonies_page_new (ZbRegistry *registry);

G_END_DECLS
