/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-section.h"

#include "widgets/zb-flow.h"

GtkWidget *
zb_section_new (const char *title, GtkWidget *tools)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = zb_flow_new (12);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  zb_flow_append (ZB_FLOW (line), label);
  if (tools != NULL)
    zb_flow_append (ZB_FLOW (line), tools);
  gtk_widget_set_margin_top (section, 12);
  gtk_box_append (GTK_BOX (section), line);
  return section;
}

void
zb_section_set_content (GtkWidget *section, GtkWidget *content)
{
  GtkWidget *line = gtk_widget_get_first_child (section);
  GtkWidget *old = gtk_widget_get_next_sibling (line);

  if (old != NULL)
    gtk_box_remove (GTK_BOX (section), old);
  gtk_box_append (GTK_BOX (section), content);
}

GtkWidget *
zb_section_line_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}
