/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_CEREMONY_SECTION (zb_ceremony_section_get_type ())

/**
 * ZbCeremonySection:
 *
 * On a meeting's page, what makes it a ceremony: type, leader, witnesses, flag; the oath as it will be read; and who swears, is
 * honoured or speaks, in their order, as they were on the day. Its buttons are the actions `meeting.*` around it.
 */
G_DECLARE_FINAL_TYPE (ZbCeremonySection, zb_ceremony_section, ZB, CEREMONY_SECTION, AdwBin)

GtkWidget *zb_ceremony_section_new (ZbRegistry *registry);

/** zb_ceremony_section_show: Returns: whether the meeting is a ceremony, or is meant to be one */
gboolean zb_ceremony_section_show (ZbCeremonySection *self, const ZbRecord *meeting);

G_END_DECLS
