/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * zb_present_over:
 * @over: a widget of the window that it is about
 *
 * Shows a dialog in front of the window of @over: modal, closed with it, and with F1 for the help. The keys of the application
 * itself do not reach dialogs, which keeps Ctrl+Q from closing a form with typed text in it.
 */
void zb_present_over (GtkWindow *dialog, GtkWidget *over);

G_END_DECLS
