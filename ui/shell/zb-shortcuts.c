/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-shortcuts.h"

#include <adwaita.h>

#include "zb-actions.h"

static GtkWidget *
row_new (const ZbAction *action)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto(GStrv) keys = g_strsplit (action->keys, " ", -1);
  GtkWidget *label = gtk_shortcut_label_new (keys[0]);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(action->label));
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

GtkWindow *
zb_shortcuts_window_new (void)
{
  static const ZbAction actions[] = { ZB_ACTIONS (ZB_ACTION_ROW) ZB_ACTIONS_LOCAL (ZB_ACTION_ROW) };
  static const char *const groups[] = { ZB_ACTIONS_GENERAL, ZB_ACTIONS_AREAS, ZB_ACTIONS_RECORDS, ZB_ACTIONS_TABLE, ZB_ACTIONS_PAPERS };
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _("Keyboard Shortcuts"), "modal", TRUE,
                                    "default-width", 560, "default-height", 600, NULL);
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(groups[i]));
      for (guint j = 0; j < G_N_ELEMENTS (actions); j++)
        if (g_str_equal (actions[j].group, groups[i]))
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (&actions[j]));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  return GTK_WINDOW (window);
}
