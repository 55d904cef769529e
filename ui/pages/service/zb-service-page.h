/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/zb-area-page.h"

G_BEGIN_DECLS

#define ZB_TYPE_SERVICE_PAGE (zb_service_page_get_type ())

/**
 * ZbServicePage:
 *
 * The area of volunteer service: its lists for one organisation, and before them the activity that is open, as the meeting it is.
 */
G_DECLARE_FINAL_TYPE (ZbServicePage, zb_service_page, ZB, SERVICE_PAGE, ZbAreaPage)

GtkWidget *zb_service_page_new (ZbRegistry *registry);

G_END_DECLS
