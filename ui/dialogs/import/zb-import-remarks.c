/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-remarks.h"

#include <glib/gi18n.h>

#include "service/zb-words.h"
#include "widgets/zb-facts.h"

/* More nobody reads in a list; the workbook of what is left out has all. */
#define MOST_PROBLEMS 1000

/* Problems. */

static void
on_problem_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

/* The first character of the text says which icon: an error keeps the row out, a hint does not. */
static void
on_problem_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_image_set_from_icon_name (GTK_IMAGE (image), *text == '!' ? "dialog-error-symbolic" : "dialog-information-symbolic");
  gtk_widget_set_tooltip_text (image, *text == '!' ? _("Keeps the row out") : _("To be looked at; the row is taken"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (image), -1);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (image)), text + 1);
}

guint
zb_import_remarks_fill (GtkListView *view, ZbImport *import)
{
  GPtrArray *problems = zb_import_problems (import);
  g_autoptr(GtkStringList) texts = gtk_string_list_new (NULL);
  g_autoptr(GtkNoSelection) selection = NULL;

  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *words = zb_words_import_problem (problem);
      g_autofree char *text = g_strconcat (problem->is_error ? "!" : " ", words, NULL);

      gtk_string_list_append (texts, text);
    }
  if (gtk_list_view_get_factory (view) == NULL)
    {
      g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (on_problem_setup), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_problem_bind), NULL);
      gtk_list_view_set_factory (view, factory);
    }
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&texts)));
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  return problems->len;
}

/* Counts. */

static void
add_count (GtkWidget *facts, const char *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  zb_facts_add (facts, label, text);
}

void
zb_import_remarks_counts (GtkWidget *facts, const ZbKind *kind, const ZbImportCounts *counts)
{
  zb_facts_clear (facts);
  add_count (facts, _("Rows Read"), counts->read);
  add_count (facts, _("New"), counts->fresh);
  add_count (facts, _("Updated"), counts->updated);
  add_count (facts, _("Same"), counts->same);
  add_count (facts, _("Skipped"), counts->skipped);
  add_count (facts, _("With Problems"), counts->errors);
  /* Of a list of organisations these are the new ones above. */
  if (counts->new_organizations > 0 && kind != &zb_kind_organization)
    add_count (facts, _("New Organisations"), counts->new_organizations);
}
