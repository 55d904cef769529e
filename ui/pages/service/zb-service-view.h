/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_SERVICE_VIEW (zb_service_view_get_type ())

/**
 * ZbServiceView:
 *
 * Service of an organisation: its activities, teams and volunteers, the hours of a year by person in the order of names, and
 * the certificates issued. A row opens what it stands for.
 */
G_DECLARE_FINAL_TYPE (ZbServiceView, zb_service_view, ZB, SERVICE_VIEW, AdwBin)

GtkWidget *zb_service_view_new (ZbRegistry *registry);

void zb_service_view_show (ZbServiceView *self, gint64 org, int year);

/** zb_service_view_find: to the search of activities. */
void zb_service_view_find (ZbServiceView *self);

G_END_DECLS
