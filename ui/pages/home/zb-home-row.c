/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/home/zb-home-row.h"

#include <adwaita.h>

#include "shell/zb-page.h"
#include "widgets/zb-text.h"

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  if (id != NULL)
    zb_page_ask_for_record (GTK_WIDGET (row), g_object_get_data (G_OBJECT (row), "kind"), *id);
}

GtkWidget *
zb_home_row_new (const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", title, "use-markup", FALSE, "activatable", FALSE, NULL);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = zb_text_new (title);

  gtk_widget_add_css_class (header, "header");
  gtk_widget_add_css_class (texts, "title");
  gtk_widget_add_css_class (above, "title");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_set_margin_end (image, 6);
      gtk_box_append (GTK_BOX (header), image);
    }
  gtk_box_append (GTK_BOX (header), texts);
  gtk_box_append (GTK_BOX (texts), above);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), header);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, above, NULL, -1);
  if (subtitle != NULL)
    {
      GtkWidget *below = zb_text_new (subtitle);

      gtk_widget_add_css_class (below, "subtitle");
      gtk_box_append (GTK_BOX (texts), below);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, below, NULL, -1);
    }
  return row;
}

void
zb_home_row_lead_to (GtkWidget *row, const ZbKind *kind, gint64 id)
{
  GtkWidget *list;

  if (kind == NULL || id == 0)
    return;
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), gtk_image_new_from_icon_name ("go-next-symbolic"));
  list = gtk_widget_get_parent (row);
  if (g_signal_handler_find (list, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_row_activated, NULL) == 0)
    g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), NULL);
}
