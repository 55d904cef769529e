/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_SERVICE_SECTION (zb_service_section_get_type ())

/**
 * ZbServiceSection:
 *
 * What a meeting of service has beyond a meeting: what is done for whom, who is in charge; signing up, and crediting the hours.
 */
G_DECLARE_FINAL_TYPE (ZbServiceSection, zb_service_section, ZB, SERVICE_SECTION, AdwBin)

GtkWidget *zb_service_section_new (ZbRegistry *registry);

/** zb_service_section_show: Returns: whether the meeting is a service activity */
gboolean zb_service_section_show (ZbServiceSection *self, const ZbRecord *meeting);

G_END_DECLS
