/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-columns-popover.h"

#include <glib/gi18n.h>

#define LIST_HEIGHT 380

static void
on_toggled (GtkCheckButton *tick, ZbMemberTable *table)
{
  const char *name = g_object_get_data (G_OBJECT (tick), "field");
  const char *const *old = zb_member_table_get_columns (table);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], name))
      g_ptr_array_add (names, g_strdup (old[i]));
  if (gtk_check_button_get_active (tick))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_add (names, NULL);
  zb_member_table_set_columns (table, (const char *const *) names->pdata);
}

static void
on_reset_clicked (GtkButton *button, GtkWidget *box)
{
  for (GtkWidget *tick = gtk_widget_get_first_child (box); tick != NULL; tick = gtk_widget_get_next_sibling (tick))
    if (GTK_IS_CHECK_BUTTON (tick))
      {
        const char *name = g_object_get_data (G_OBJECT (tick), "field");

        gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), g_strv_contains (zb_kind_member.list_columns, name));
      }
}

static void
add_group (GtkWidget *box, ZbMemberTable *table, const char *group)
{
  GtkWidget *title = gtk_label_new (_(group));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_margin_top (title, 6);
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < zb_kind_member.n_fields; i++)
    {
      const ZbField *field = &zb_kind_member.fields[i];
      GtkWidget *tick;

      if (!g_str_equal (field->group, group) || !zb_member_column_offered (field))
        continue;
      tick = gtk_check_button_new_with_label (_(field->label));
      g_object_set_data (G_OBJECT (tick), "field", (gpointer) field->name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), g_strv_contains (zb_member_table_get_columns (table), field->name));
      gtk_widget_set_sensitive (tick, (field->flags & ZB_FIELD_REQUIRED) == 0);
      g_signal_connect_object (tick, "toggled", G_CALLBACK (on_toggled), table, 0);
      gtk_box_append (GTK_BOX (box), tick);
    }
}

GtkWidget *
zb_columns_popover_new (ZbMemberTable *table)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *reset = gtk_button_new_with_mnemonic (_("_Usual Columns"));
  const char *group = NULL;

  for (guint i = 0; i < zb_kind_member.n_fields; i++)
    if (g_strcmp0 (zb_kind_member.fields[i].group, group) != 0)
      {
        group = zb_kind_member.fields[i].group;
        add_group (box, table, group);
      }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  g_signal_connect_object (reset, "clicked", G_CALLBACK (on_reset_clicked), box, 0);
  gtk_box_append (GTK_BOX (outer), scrolled);
  gtk_box_append (GTK_BOX (outer), reset);
  gtk_popover_set_child (GTK_POPOVER (popover), outer);
  return popover;
}
