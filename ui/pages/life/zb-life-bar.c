/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-life-bar.h"

#include <glib/gi18n.h>

#include "pages/life/zb-life-lists.h"
#include "pages/life/zb-life-records.h"

static GtkWidget *
icon_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

GtkWidget *
zb_life_bar_years (GtkLabel *year)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (GTK_WIDGET (year), "tabular");
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (year));
  gtk_widget_set_tooltip_text (button, _("Back to this year"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "life.this-year");
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), icon_button ("go-previous-symbolic", _("The Year Before (Ctrl+Page Up)"), "life.previous-year"));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), icon_button ("go-next-symbolic", _("The Next Year (Ctrl+Page Down)"), "life.next-year"));
  return box;
}

GtkWidget *
zb_life_bar_views (GtkStack *views)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), views);
  gtk_widget_set_hexpand (switcher, TRUE);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  return switcher;
}

GtkWidget *
zb_life_bar_new_meeting (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_New Meeting…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "life.new");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_tooltip_text (button, _("Plan or record a meeting (Ctrl+N)"));
  return button;
}

GtkWidget *
zb_life_bar_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenuModel) records = zb_life_records_menu ();
  g_autoptr(GMenuModel) lists = zb_life_lists_menu ();
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append_section (menu, NULL, records);
  g_menu_append_submenu (menu, _("Lists and Calendar"), lists);
  g_menu_append (menu, _("Number the Year’s Meetings in Their Order"), "life.renumber");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Talks, exemptions, venues, rules and lists"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Talks, exemptions, venues, rules and lists"), -1);
  return button;
}
