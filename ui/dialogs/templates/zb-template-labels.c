/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/templates/zb-template-labels.h"

#include <glib/gi18n.h>

/* {{姓名}}　{{性别}} … */
static char *
in_one_text (char **labels)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; labels[i] != NULL; i++)
    g_string_append_printf (out, "%s{{%s}}", i > 0 ? "　" : "", labels[i]);
  return g_string_free (out, FALSE);
}

static void
add_group (AdwPreferencesPage *page, const ZbRoster *roster, ZbTemplateLabelGroup which, const char *title, const char *description)
{
  g_auto(GStrv) labels = zb_template_labels_of (roster, which);
  g_autofree char *text = in_one_text (labels);
  GtkWidget *group = adw_preferences_group_new (), *label = gtk_label_new (text);

  g_object_ref_sink (group);
  if (*text != '\0')
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
    }
  else
    g_object_ref_sink (label), g_object_unref (label);
  g_object_unref (group);
}

GtkWindow *
zb_template_labels_window_new (const ZbRoster *roster)
{
  AdwWindow *window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "default-width", 560, "default-height", 560, "title", _("Marks That Forms May Use"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = adw_header_bar_new (), *page = adw_preferences_page_new ();
  GtkWidget *close = gtk_button_new_with_mnemonic (_("_Close"));
  GtkWidget *title = adw_window_title_new (_("Marks That Forms May Use"), _(roster->label));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), close);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  add_group (ADW_PREFERENCES_PAGE (page), roster, ZB_TEMPLATE_OF_PERSON, _("Of Every Row"), _("A row with one of them repeats for everybody in the list."));
  add_group (ADW_PREFERENCES_PAGE (page), roster, ZB_TEMPLATE_OF_LIST, _("Of the Whole List"), NULL);
  add_group (ADW_PREFERENCES_PAGE (page), roster, ZB_TEMPLATE_COUNTED, _("Counted"),
             _("How many of the people in the list there are; for a list that is not one of people, of those in its organisation."));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (window, box);
  gtk_window_set_focus (GTK_WINDOW (window), close);
  return GTK_WINDOW (window);
}
