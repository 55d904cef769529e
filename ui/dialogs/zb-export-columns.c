/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-columns.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/zb-kind.h"

static const char *
heading (const ZbRoster *roster, const ZbRosterColumn *column)
{
  const ZbField *field = zb_kind_field (zb_kind_get (roster->kind), column->field);

  return column->heading != NULL ? column->heading : field != NULL ? field->heading : "序号";
}

static void
move_row (GtkButton *button, int step)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (row));
  int to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step;

  if (to < 0 || gtk_list_box_get_row_at_index (list, to) == NULL)
    return;
  g_object_ref (row);
  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, to);
  g_object_unref (row);
  gtk_widget_grab_focus (GTK_WIDGET (button));
}

static void
on_up_clicked (GtkButton *button)
{
  move_row (button, -1);
}

static void
on_down_clicked (GtkButton *button)
{
  move_row (button, 1);
}

static GtkWidget *
arrow (const char *icon, const char *label, GCallback move, GCallback changed, gpointer user_data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", move, NULL);
  g_signal_connect_swapped (button, "clicked", changed, user_data);
  return button;
}

static void
add_column (GtkListBox *list, const ZbRoster *roster, const ZbRosterColumn *column, gboolean shown, GCallback changed, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading (roster, column));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, heading (roster, column), -1);
  g_signal_connect_swapped (check, "notify::active", changed, user_data);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow ("go-up-symbolic", _("Move Up"), G_CALLBACK (on_up_clicked), changed, user_data));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow ("go-down-symbolic", _("Move Down"), G_CALLBACK (on_down_clicked), changed, user_data));
  g_object_set_data (G_OBJECT (row), "zb-column", (gpointer) column->field);
  g_object_set_data (G_OBJECT (row), "zb-check", check);
  gtk_list_box_append (list, row);
}

static const ZbRosterColumn *
find_column (const ZbRoster *roster, const char *name)
{
  for (guint i = 0; i < roster->n_columns; i++)
    if (g_strcmp0 (roster->columns[i].field, name) == 0)
      return &roster->columns[i];
  return NULL;
}

void
zb_export_columns_fill (GtkListBox *list, const ZbRoster *roster, const char *const *chosen, GCallback changed, gpointer user_data)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    {
      const ZbRosterColumn *column = find_column (roster, chosen[i]);

      if (column != NULL)
        add_column (list, roster, column, TRUE, changed, user_data);
    }
  for (guint i = 0; i < roster->n_columns; i++)
    if (chosen == NULL || !g_strv_contains (chosen, roster->columns[i].field))
      add_column (list, roster, &roster->columns[i], chosen == NULL && roster->columns[i].shown, changed, user_data);
}

char **
zb_export_columns_get (GtkListBox *list)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (g_object_get_data (G_OBJECT (row), "zb-check")))
      g_strv_builder_add (names, g_object_get_data (G_OBJECT (row), "zb-column"));
  return g_strv_builder_end (names);
}
