/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/life/zb-roll-model.h"

G_BEGIN_DECLS

#define ZB_TYPE_ROLL_SCREEN (zb_roll_screen_get_type ())

/**
 * ZbRollScreen:
 *
 * The attendance of a meeting, faster than paper: the roll as a list for keys, an entry for orders like 缺 3 7 12 that says
 * beforehand what it will do, figures that are always there, somebody else added in place, and the roll call for the projector.
 * Every mark is written at once and can be undone.
 */
G_DECLARE_FINAL_TYPE (ZbRollScreen, zb_roll_screen, ZB, ROLL_SCREEN, AdwBin)

GtkWidget *zb_roll_screen_new (ZbRegistry *registry);

void zb_roll_screen_show (ZbRollScreen *self, ZbRollModel *model, const ZbRecord *meeting);

/** zb_roll_screen_find: to the entry for orders. */
void zb_roll_screen_find (ZbRollScreen *self);

G_END_DECLS
