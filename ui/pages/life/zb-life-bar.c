/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-life-bar.h"

#include <glib/gi18n.h>

#include "pages/life/zb-life-lists.h"
#include "pages/life/zb-life-records.h"
#include "shell/zb-area-page.h"

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
  g_autoptr(GMenuModel) records = zb_life_records_menu ();
  g_autoptr(GMenuModel) lists = zb_life_lists_menu ();
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append_section (menu, NULL, records);
  g_menu_append_submenu (menu, _("Lists and Calendar"), lists);
  g_menu_append (menu, _("Number the Year’s Meetings in Their Order"), "life.renumber");
  return zb_area_page_more (G_MENU_MODEL (menu), _("Talks, exemptions, venues, rules and lists"));
}
