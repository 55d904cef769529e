/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/life/zb-roll-model.h"

G_BEGIN_DECLS

#define ZB_TYPE_ROLL_SECTION (zb_roll_section_get_type ())

/**
 * ZbRollSection:
 *
 * The figures of a roll: expected, present, excused, absent and the others. Each opens to its names; a name says why that person
 * is expected or not.
 */
G_DECLARE_FINAL_TYPE (ZbRollSection, zb_roll_section, ZB, ROLL_SECTION, AdwBin)

GtkWidget *zb_roll_section_new (ZbRegistry *registry);

/** zb_roll_section_show: @model (nullable): %NULL for a meeting without a day, which has no roll yet */
void zb_roll_section_show (ZbRollSection *self, ZbRollModel *model, const ZbRecord *meeting);

G_END_DECLS
