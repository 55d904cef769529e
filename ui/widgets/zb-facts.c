/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-facts.h"

#include <glib/gi18n.h>

#include "widgets/zb-secret.h"

/* Names up to this length stay on one line, however large the letters are. */
#define WHOLE_CHARS 5

GtkWidget *
zb_facts_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  return grid;
}

static int
rows_of (GtkWidget *facts)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (facts), "rows"));
}

void
zb_facts_add_widget (GtkWidget *facts, const char *label, GtkWidget *value)
{
  GtkWidget *name = gtk_label_new (label);
  int row = rows_of (facts);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), (int) MIN (g_utf8_strlen (label, -1), WHOLE_CHARS));
  gtk_label_set_max_width_chars (GTK_LABEL (name), 18);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_set_hexpand (value, TRUE);
  gtk_grid_attach (GTK_GRID (facts), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (facts), value, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, name, NULL, -1);
  g_object_set_data (G_OBJECT (facts), "rows", GINT_TO_POINTER (row + 1));
}

void
zb_facts_add (GtkWidget *facts, const char *label, const char *value)
{
  GtkWidget *text = gtk_label_new (value != NULL && *value != '\0' ? value : "—");

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  /* One Tab stop a fact would be a long way round; the text can still be selected with the pointer. */
  gtk_widget_set_can_focus (text, FALSE);
  gtk_widget_add_css_class (text, "tabular");
  zb_facts_add_widget (facts, label, text);
}

char *
zb_facts_text (ZbRegistry *registry, const ZbRecord *record, const ZbField *field)
{
  const char *value = zb_record_get (record, field->name);

  if (field->type == ZB_FIELD_LINK && value != NULL)
    return zb_registry_title (registry, zb_kind_get (field->link), g_ascii_strtoll (value, NULL, 10));
  return zb_field_show (field, value, (field->flags & ZB_FIELD_PRIVATE) != 0);
}

gboolean
zb_facts_add_field (GtkWidget *facts, ZbRegistry *registry, const ZbRecord *member, const ZbField *field, gboolean keep_empty)
{
  g_autofree char *text = zb_facts_text (registry, member, field);
  gboolean is_empty = text == NULL || *text == '\0';

  if (is_empty && !keep_empty)
    return FALSE;
  if (!is_empty && (field->flags & ZB_FIELD_PRIVATE) != 0)
    zb_facts_add_widget (facts, _(field->label), zb_secret_new (registry, member->kind, member->id, field, text));
  else
    zb_facts_add (facts, _(field->label), text);
  return TRUE;
}

void
zb_facts_clear (GtkWidget *facts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (facts)) != NULL)
    gtk_grid_remove (GTK_GRID (facts), child);
  g_object_set_data (G_OBJECT (facts), "rows", NULL);
}
