/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_CEREMONIES_VIEW (zb_ceremonies_view_get_type ())

/**
 * ZbCeremoniesView:
 *
 * The lists of the ceremonies' page, of one organisation with what stands below it. Rows open the person or the ceremony. Its
 * buttons are the actions `ceremonies.*` around it.
 */
G_DECLARE_FINAL_TYPE (ZbCeremoniesView, zb_ceremonies_view, ZB, CEREMONIES_VIEW, AdwBin)

GtkWidget *zb_ceremonies_view_new (ZbRegistry *registry);

/** zb_ceremonies_view_show: reads anew; @month: of the birthdays */
void zb_ceremonies_view_show (ZbCeremoniesView *self, gint64 org, ZbDate month);

void zb_ceremonies_view_find (ZbCeremoniesView *self);

G_END_DECLS
