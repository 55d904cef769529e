/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/life/zb-roll-model.h"

G_BEGIN_DECLS

#define ZB_TYPE_ROLL_LIST (zb_roll_list_get_type ())

/**
 * ZbRollList:
 *
 * A roll to be called by keyboard. Arrows, Page and Home/End go through it; a number goes to that number of the sheet, letters
 * to the next name with those initials; Space and Return mark somebody as present and go on, F6 late, F7 excused, F8 absent,
 * Delete takes the mark away.
 *
 * Signals:
 *  - `typed (const char *text, gboolean found)`: a number or letters are being typed; "" when they are done with
 *  - `ask-reason (const char *state)`: somebody is to be marked so, with a reason
 *  - `moved`: another row is the current one
 */
G_DECLARE_FINAL_TYPE (ZbRollList, zb_roll_list, ZB, ROLL_LIST, GtkWidget)

GtkWidget *zb_roll_list_new (void);

/** zb_roll_list_set_model: begins at the first who has no mark. */
void zb_roll_list_set_model (ZbRollList *self, ZbRollModel *model);

/** zb_roll_list_get_position: of the current row. */
guint zb_roll_list_get_position (ZbRollList *self);
void zb_roll_list_go_to (ZbRollList *self, guint position);

/** zb_roll_list_mark: the current row; then the next one is current. */
void zb_roll_list_mark (ZbRollList *self, const char *state, const char *reason);

/** zb_roll_list_key: what a key does here, without any window. Returns: whether it does something */
gboolean zb_roll_list_key (ZbRollList *self, guint key, GdkModifierType state);

G_END_DECLS
