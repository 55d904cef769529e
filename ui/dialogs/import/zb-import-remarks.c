/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-remarks.h"

#include <glib/gi18n.h>

#include "dialogs/import/zb-import-row-list.h"
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
  /* Where a row of the list is meant, a click opens it. */
  gtk_list_view_set_single_click_activate (view, TRUE);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&texts)));
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  return problems->len;
}

gint
zb_import_remarks_row (ZbImport *import, guint place)
{
  GPtrArray *problems = zb_import_problems (import);

  return place < problems->len ? ((const ZbImportProblem *) g_ptr_array_index (problems, place))->line : -1;
}

/* Counts. */

/* A number that opens to what is behind it. */
static GtkWidget *
add_button (GtkWidget *facts, const char *label, guint count, const char *tooltip)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  /* Translators: %1$s is what the rows of a file are, %2$s how many they are */
  g_autofree char *name = g_strdup_printf (_("%1$s: %2$s"), label, text);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tabular");
  gtk_widget_add_css_class (button, "count");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  zb_facts_add_widget (facts, label, button);
  return button;
}

static void
add_count (GtkWidget *facts, const char *label, guint count, ZbImportFilter filter)
{
  GtkWidget *button;

  if (count == 0)
    {
      zb_facts_add (facts, label, "0");
      return;
    }
  button = add_button (facts, label, count, _("Show These Rows"));
  /* The target first: without it the name means another sort of action. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) filter);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "import.show-rows");
}

/* Their names are among the questions, for as long as something can be answered. */
static void
add_organizations (GtkWidget *facts, guint count, gboolean is_done)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  if (is_done)
    zb_facts_add (facts, _("New Organisations"), text);
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (add_button (facts, _("New Organisations"), count, _("Show Their Names"))),
                                    "import.show-questions");
}

void
zb_import_remarks_counts (GtkWidget *facts, const ZbKind *kind, const ZbImportCounts *counts, gboolean is_done)
{
  zb_facts_clear (facts);
  add_count (facts, _("Rows Read"), counts->read, ZB_IMPORT_SHOW_READ);
  add_count (facts, _("New"), counts->fresh, ZB_IMPORT_SHOW_NEW);
  add_count (facts, _("Updated"), counts->updated, ZB_IMPORT_SHOW_UPDATED);
  add_count (facts, _("Same"), counts->same, ZB_IMPORT_SHOW_SAME);
  add_count (facts, _("Skipped"), counts->skipped, ZB_IMPORT_SHOW_SKIPPED);
  add_count (facts, _("With Problems"), counts->errors, ZB_IMPORT_SHOW_REFUSED);
  /* Of a list of organisations these are the new ones above. */
  if (counts->new_organizations > 0 && kind != &zb_kind_organization)
    add_organizations (facts, counts->new_organizations, is_done);
}
