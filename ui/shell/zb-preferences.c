/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-preferences.h"

#include <glib/gi18n.h>

#include "shell/zb-settings.h"

/* The names kept in the settings, in the order of the row. */
static const struct {
  const char *name;
  AdwColorScheme scheme;
  const char *label;
} schemes[] = {
  { "system", ADW_COLOR_SCHEME_DEFAULT, N_("As the System") },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT, N_("Light") },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK, N_("Dark") },
};

static guint
chosen_scheme (void)
{
  g_autofree char *name = zb_settings_get_string ("color-scheme", "system");

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i].name, name))
      return i;
  return 0;
}

void
zb_preferences_apply (void)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[chosen_scheme ()].scheme);
}

static void
on_scheme_chosen (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected >= G_N_ELEMENTS (schemes))
    return;
  zb_settings_set_string ("color-scheme", schemes[selected].name);
  zb_preferences_apply ();
}

GtkWindow *
zb_preferences_new (void)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _("Preferences"), "modal", TRUE,
                                    "search-enabled", FALSE, "default-width", 520, "default-height", 320, NULL);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *colors = adw_combo_row_new ();
  GtkWidget *detail = adw_action_row_new ();
  GtkWidget *detail_switch = gtk_switch_new ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    gtk_string_list_append (names, _(schemes[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (colors), _("Colours"));
  adw_combo_row_set_model (ADW_COMBO_ROW (colors), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (colors), chosen_scheme ());
  g_signal_connect (colors, "notify::selected", G_CALLBACK (on_scheme_chosen), NULL);

  gtk_widget_set_valign (detail_switch, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (detail), _("Details Beside the Table"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (detail), _("Shows the selected member next to the table of members"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (detail), detail_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (detail), detail_switch);
  if (zb_settings_get () != NULL)
    g_settings_bind (zb_settings_get (), "members-show-detail", detail_switch, "active", G_SETTINGS_BIND_DEFAULT);
  else /* Nothing is kept, so nothing is promised. */
    gtk_widget_set_visible (detail, FALSE);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Window"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), colors);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), detail);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  return GTK_WINDOW (window);
}
