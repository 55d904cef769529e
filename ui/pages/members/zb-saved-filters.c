/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-saved-filters.h"

#include <glib/gi18n.h>

#include "service/zb-words.h"

#define LIST_HEIGHT 260

struct _ZbSavedFilters
{
  GtkPopover parent_instance;

  ZbRegistry *registry; /* (owned) */
  ZbFilter *current;    /* (owned) (nullable) */

  GtkWidget *scrolled;
  GtkWidget *list;
  GtkWidget *empty_label;
  GtkWidget *name_entry;
  GtkWidget *save_button;
};

enum {
  CHOSEN,
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbSavedFilters, zb_saved_filters, GTK_TYPE_POPOVER)

static void
say_error (ZbSavedFilters *self, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  g_signal_emit (self, signals[TOAST], 0, words, FALSE);
}

static void
on_chosen (ZbSavedFilters *self, GtkListBoxRow *row)
{
  const char *conditions = g_object_get_data (G_OBJECT (row), "conditions");
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbFilter) filter = zb_filter_parse (conditions, zb_registry_tree (self->registry), &error);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (filter == NULL)
    say_error (self, error);
  else
    g_signal_emit (self, signals[CHOSEN], 0, filter);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbSavedFilters) self = ZB_SAVED_FILTERS (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    say_error (self, error);
  else if (words != NULL)
    g_signal_emit (self, signals[TOAST], 0, words, TRUE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbSavedFilters) self = ZB_SAVED_FILTERS (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (zb_registry_save_finish (ZB_REGISTRY (source), result, &words, &error) == 0)
    say_error (self, error);
  else if (words != NULL)
    g_signal_emit (self, signals[TOAST], 0, words, TRUE);
}

static void
on_remove_clicked (GtkButton *button, ZbSavedFilters *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  gtk_popover_popdown (GTK_POPOVER (self));
  zb_registry_withdraw_async (self->registry, &zb_kind_saved_filter, *id, NULL, on_written, g_object_ref (self));
}

static void
on_save (ZbSavedFilters *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry))));
  g_autoptr(ZbRecord) record = NULL;
  g_autofree char *conditions = NULL;

  if (*name == '\0' || zb_filter_size (self->current) == 0)
    return;
  record = zb_record_new (&zb_kind_saved_filter);
  conditions = zb_filter_to_text (self->current, zb_registry_tree (self->registry));
  zb_record_set (record, "name", name);
  zb_record_set (record, "kind", "member");
  zb_record_set (record, "conditions", conditions);
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), "");
  gtk_popover_popdown (GTK_POPOVER (self));
  zb_registry_save_async (self->registry, record, 0, 0, NULL, on_saved, g_object_ref (self));
}

static void
add_row (ZbSavedFilters *self, const ZbRecord *record, gboolean can_write)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (zb_record_title (record));
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the name of a saved filter */
  g_autofree char *tooltip = g_strdup_printf (_("Remove the saved filter: %s"), zb_record_title (record));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, can_write);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&record->id, sizeof record->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, zb_record_title (record), -1);
  g_object_set_data_full (G_OBJECT (row), "conditions", g_strdup (zb_record_get (record, "conditions")), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Read anew whenever it opens: a handful of records. */
static void
on_shown (ZbSavedFilters *self)
{
  g_autoptr(GPtrArray) records = zb_registry_list (self->registry, &zb_kind_saved_filter, NULL, NULL, NULL);
  gboolean can_write = !zb_registry_is_read_only (self->registry);
  gboolean has_some = FALSE;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (zb_record_get (record, "kind"), "member") != 0)
        continue;
      add_row (self, record, can_write);
      has_some = TRUE;
    }
  gtk_widget_set_visible (self->scrolled, has_some);
  gtk_widget_set_visible (self->empty_label, !has_some);
  gtk_widget_set_sensitive (self->name_entry, can_write && zb_filter_size (self->current) > 0);
  gtk_widget_set_sensitive (self->save_button, can_write && zb_filter_size (self->current) > 0);
  /* The popover has looked for the first place to type before the rows were there. */
  gtk_widget_grab_focus (has_some ? gtk_widget_get_first_child (self->list) : self->name_entry);
}

void
zb_saved_filters_set_current (ZbSavedFilters *self, ZbFilter *filter)
{
  zb_filter_ref (filter);
  g_clear_pointer (&self->current, zb_filter_unref);
  self->current = filter;
}

static void
zb_saved_filters_dispose (GObject *object)
{
  ZbSavedFilters *self = ZB_SAVED_FILTERS (object);

  g_clear_pointer (&self->current, zb_filter_unref);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_saved_filters_parent_class)->dispose (object);
}

static void
zb_saved_filters_class_init (ZbSavedFiltersClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_saved_filters_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ZB_TYPE_FILTER);
  signals[TOAST] = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
zb_saved_filters_init (ZbSavedFilters *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->scrolled = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saved Filters"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_focusable (self->scrolled, FALSE);
  self->empty_label = gtk_label_new (_("No filter has been saved yet"));
  gtk_widget_add_css_class (self->empty_label, "dim-label");
  self->name_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->name_entry), _("Name for the present conditions"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name_entry), 18);
  gtk_widget_set_hexpand (self->name_entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name for the present conditions"), -1);
  self->save_button = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_box_append (GTK_BOX (line), self->name_entry);
  gtk_box_append (GTK_BOX (line), self->save_button);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), self->empty_label);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), line);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->name_entry, "activate", G_CALLBACK (on_save), self);
  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (on_save), self);
  g_signal_connect (self, "show", G_CALLBACK (on_shown), NULL);
}

GtkWidget *
zb_saved_filters_new (ZbRegistry *registry)
{
  ZbSavedFilters *self = g_object_new (ZB_TYPE_SAVED_FILTERS, NULL);

  self->registry = g_object_ref (registry);
  return GTK_WIDGET (self);
}
