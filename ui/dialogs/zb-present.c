/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-present.h"

#include "dialogs/zb-help-dialog.h"

static gboolean
show_help (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  zb_present_over (zb_help_dialog_new (), widget);
  return TRUE;
}

void
zb_present_over (GtkWindow *dialog, GtkWidget *over)
{
  GtkRoot *root = gtk_widget_get_root (over);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (dialog, GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (dialog, TRUE);
  gtk_window_set_modal (dialog, TRUE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                                                          gtk_callback_action_new (show_help, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
  gtk_window_present (dialog);
}
