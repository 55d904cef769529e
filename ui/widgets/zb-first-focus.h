/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * zb_widget_class_set_first_focus:
 *
 * For class_init: @grab_focus answers a widget of @klass, or of a class derived from it, that is given the focus, by giving
 * it to the child where one goes on.  Tab is not answered so: GTK offers the focus to the widget itself when Tab leaves its
 * last child, and would thus go round inside it for ever.
 */
void zb_widget_class_set_first_focus (GtkWidgetClass *klass, gboolean (*grab_focus) (GtkWidget *widget));

G_END_DECLS
