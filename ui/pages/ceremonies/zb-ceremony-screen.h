/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-ceremony.h"

G_BEGIN_DECLS

#define ZB_TYPE_CEREMONY_SCREEN (zb_ceremony_screen_get_type ())

/**
 * ZbCeremonyScreen:
 *
 * A ceremony on a screen of its own, for the hall: the Party flag, and the programme step by step, the oath clause by clause. Space,
 * Return, the right arrow, Page Down, a clicker or the pointer go on; Backspace, the left arrow and Page Up go back; O goes to the
 * oath, B makes it dark, Escape leaves.
 */
G_DECLARE_FINAL_TYPE (ZbCeremonyScreen, zb_ceremony_screen, ZB, CEREMONY_SCREEN, GtkWindow)

/** zb_ceremony_screen_present: @from: a widget of the window it is opened from. Returns: (transfer none) (nullable): %NULL when @meeting is no ceremony */
GtkWindow *zb_ceremony_screen_present (GtkWidget *from, ZbRegistry *registry, gint64 meeting);

/** zb_ceremony_screen_key: what a key does here. Returns: whether it does something */
gboolean zb_ceremony_screen_key (ZbCeremonyScreen *self, guint key);

G_END_DECLS
