/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-choice.h"

/* From how many rows on a list can be searched. */
#define SEARCH_FROM 13
/* Two figure spaces: a level of the tree. */
#define INDENT "\342\200\207\342\200\207"

static GtkWidget *
find_inside (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

/* Return takes the first that was found; with nothing typed, what is chosen already. */
static void
on_search_activated (GtkWidget *entry, GtkListView *list)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));

  if (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 0)
    return;
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_single_selection_set_selected (selection, 0);
  gtk_widget_activate_action (GTK_WIDGET (list), "list.activate-item", "u", gtk_single_selection_get_selected (selection));
}

static void
on_search_stopped (GtkWidget *entry)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER)));
}

static gboolean
take_keys (gpointer data)
{
  if (gtk_widget_get_mapped (data))
    gtk_widget_grab_focus (data);
  return G_SOURCE_REMOVE;
}

/* GTK gives the keys to the rows when it has opened the list; whoever types then types into nothing. */
static void
on_dropped (GtkWidget *popover, GtkWidget *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_idle_add_full (G_PRIORITY_DEFAULT, take_keys, g_object_ref (entry), g_object_unref);
}

/* GTK’s own search finds only beginnings, never what stands deeper in a tree, and answers neither Return nor Escape. */
static void
make_searchable (GtkDropDown *choice)
{
  GtkListView *list = GTK_LIST_VIEW (find_inside (GTK_WIDGET (choice), GTK_TYPE_LIST_VIEW));
  GtkWidget *entry = find_inside (GTK_WIDGET (choice), GTK_TYPE_SEARCH_ENTRY);
  GListModel *found = gtk_single_selection_get_model (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)));
  GtkFilter *filter = gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (found));

  gtk_drop_down_set_enable_search (choice, TRUE);
  gtk_string_filter_set_match_mode (GTK_STRING_FILTER (filter), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_search_activated), list, 0);
  g_signal_connect (entry, "stop-search", G_CALLBACK (on_search_stopped), NULL);
  g_signal_connect_object (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER), "map", G_CALLBACK (on_dropped), entry, G_CONNECT_AFTER);
}

static GtkWidget *
choice_new (char **labels, GPtrArray *values)
{
  GtkStringList *strings = gtk_string_list_new ((const char *const *) labels);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (strings), expression);

  if (values->len >= SEARCH_FROM)
    make_searchable (GTK_DROP_DOWN (choice));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (choice), "values", g_ptr_array_ref (values), (GDestroyNotify) g_ptr_array_unref);
  return choice;
}

static void
take (GPtrArray *labels, GPtrArray *values, char *label, const char *value)
{
  g_ptr_array_add (labels, label);
  g_ptr_array_add (values, g_strdup (value));
}

GtkWidget *
zb_choice_new_codes (const ZbCodeTable *table, const char *unknown)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  if (unknown != NULL)
    take (labels, values, g_strdup (unknown), NULL);
  for (guint i = 0; i < table->n_codes; i++)
    take (labels, values, g_strdup (table->codes[i].label), table->codes[i].code);
  g_ptr_array_add (labels, NULL);
  return choice_new ((char **) labels->pdata, values);
}

GtkWidget *
zb_choice_new_orgs (ZbOrgTree *tree, guint kinds, gint64 within, const char *unknown)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  if (unknown != NULL)
    take (labels, values, g_strdup (unknown), NULL);
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, org->id);
      g_autoptr(GString) label = g_string_new (NULL);

      if ((kinds & (1u << org->kind)) == 0 || (within != 0 && !zb_org_tree_is_below (tree, org->id, within)))
        continue;
      for (guint j = 0; within == 0 && j < org->depth; j++)
        g_string_append (label, INDENT);
      g_string_append (label, zb_org_short (org));
      take (labels, values, g_string_free (g_steal_pointer (&label), FALSE), id);
    }
  g_ptr_array_add (labels, NULL);
  return choice_new ((char **) labels->pdata, values);
}

GtkWidget *
zb_choice_new_names (const char *const *labels, const char *const *values)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; labels[i] != NULL; i++)
    g_ptr_array_add (kept, g_strdup (values[i]));
  return choice_new ((char **) labels, kept);
}

void
zb_choice_drop (GtkWidget *choice, const char *value)
{
  GPtrArray *values = g_object_get_data (G_OBJECT (choice), "values");
  GtkStringList *strings = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (choice)));

  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (values, i), value) == 0)
      {
        g_ptr_array_remove_index (values, i);
        gtk_string_list_remove (strings, i);
        return;
      }
}

const char *
zb_choice_get_value (GtkWidget *choice)
{
  GPtrArray *values = g_object_get_data (G_OBJECT (choice), "values");
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  return selected < values->len ? g_ptr_array_index (values, selected) : NULL;
}

void
zb_choice_set_value (GtkWidget *choice, const char *value)
{
  GPtrArray *values = g_object_get_data (G_OBJECT (choice), "values");

  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (values, i), value) == 0)
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
        return;
      }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
}
