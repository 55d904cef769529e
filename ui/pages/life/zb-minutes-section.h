/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_MINUTES_SECTION (zb_minutes_section_get_type ())

/**
 * ZbMinutesSection:
 *
 * The minutes of a meeting as text to write in: contents, differing views, decisions. What was typed is saved when one goes
 * elsewhere, with Ctrl+S, and when the page is left.
 */
G_DECLARE_FINAL_TYPE (ZbMinutesSection, zb_minutes_section, ZB, MINUTES_SECTION, AdwBin)

GtkWidget *zb_minutes_section_new (ZbRegistry *registry);

/** zb_minutes_section_show: what is being typed in the same meeting stays. */
void zb_minutes_section_show (ZbMinutesSection *self, const ZbRecord *meeting);

/** zb_minutes_section_save: what was typed and is not saved yet. */
void zb_minutes_section_save (ZbMinutesSection *self);

G_END_DECLS
