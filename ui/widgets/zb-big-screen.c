/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-big-screen.h"

#include <glib/gi18n.h>

typedef struct {
  GtkApplication *application; /* (owned) */
  guint cookie;
} Awake;

static void
sleep_again (gpointer data)
{
  Awake *awake = data;

  if (awake->cookie != 0)
    gtk_application_uninhibit (awake->application, awake->cookie);
  g_object_unref (awake->application);
  g_free (awake);
}

/* A projector is the screen that the desk's window is not on. */
static GdkMonitor *
other_monitor (GtkRoot *root)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (root));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (root));
  GdkMonitor *here = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != here)
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

void
zb_big_screen_present (GtkWindow *window, GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  g_autoptr(GdkMonitor) monitor = root != NULL ? other_monitor (root) : NULL;

  if (application != NULL)
    {
      Awake *awake = g_new0 (Awake, 1);

      gtk_window_set_application (window, application);
      awake->application = g_object_ref (application);
      awake->cookie = gtk_application_inhibit (application, window, GTK_APPLICATION_INHIBIT_IDLE, _("Something is shown on the big screen"));
      g_object_set_data_full (G_OBJECT (window), "awake", awake, sleep_again);
    }
  if (GTK_IS_WINDOW (root) && monitor == NULL)
    gtk_window_set_transient_for (window, GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (window, TRUE);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (window, monitor);
  else
    gtk_window_fullscreen (window);
  gtk_window_present (window);
}
