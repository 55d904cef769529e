/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/life/zb-roll-model.h"

G_BEGIN_DECLS

#define ZB_TYPE_ROLL_CALL (zb_roll_call_get_type ())

/**
 * ZbRollCall:
 *
 * The roll call on a screen of its own: one name at a time in very large type, its number and the figures so far. Space, Return,
 * D or F: present; C: late; J: excused; Q: absent; the arrows go without marking, Backspace takes the last mark away, Escape
 * leaves. The letters are those of 到, 迟, 假, 缺.
 */
G_DECLARE_FINAL_TYPE (ZbRollCall, zb_roll_call, ZB, ROLL_CALL, GtkWindow)

/** zb_roll_call_present: @from: a widget of the window it is opened from; @position: whom to begin with */
GtkWindow *zb_roll_call_present (GtkWidget *from, ZbRollModel *model, guint position, const char *title);

/** zb_roll_call_key: what a key does here. Returns: whether it does something */
gboolean zb_roll_call_key (ZbRollCall *self, guint key);

G_END_DECLS
