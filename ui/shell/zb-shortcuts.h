/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** zb_shortcuts_window_new: every key of the program, from the table in `zb-actions.h`. Returns: (transfer floating) */
GtkWindow *zb_shortcuts_window_new (void);

G_END_DECLS
