/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-occasions.h"

#include <glib/gi18n.h>

#include "service/zb-words.h"

#define LIST_HEIGHT 320

struct _ZbExportOccasions
{
  GtkPopover parent_instance;

  ZbRegistry *registry;     /* (owned) */
  ZbRosterRequest *current; /* (owned) (nullable) */

  GtkWidget *scrolled;
  GtkWidget *list;
  GtkWidget *empty_label;
  GtkWidget *name_entry;
  GtkWidget *save_button;
};

enum {
  CHOSEN,
  NAMING,
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbExportOccasions, zb_export_occasions, GTK_TYPE_POPOVER)

static void
say_error (ZbExportOccasions *self, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  g_signal_emit (self, signals[TOAST], 0, words, FALSE);
}

static void
on_chosen (ZbExportOccasions *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, *id, g_object_get_data (G_OBJECT (row), "name"));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbExportOccasions) self = ZB_EXPORT_OCCASIONS (user_data);
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
  g_autoptr(ZbExportOccasions) self = ZB_EXPORT_OCCASIONS (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (zb_registry_save_finish (ZB_REGISTRY (source), result, &words, &error) == 0)
    say_error (self, error);
  else if (words != NULL)
    {
      /* Translators: %s is the name that a list was given */
      g_autofree char *said = g_strdup_printf (_("Remembered: %s. It is here and on the overview now."), gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));

      g_signal_emit (self, signals[TOAST], 0, said, TRUE);
    }
}

static void
on_remove_clicked (GtkButton *button, ZbExportOccasions *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  gtk_popover_popdown (GTK_POPOVER (self));
  zb_registry_withdraw_async (self->registry, &zb_kind_occasion, *id, NULL, on_written, g_object_ref (self));
}

/* One of the same name is written over: that is how a list that is wanted again is changed. */
static void
on_save (ZbExportOccasions *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry))));
  g_autoptr(ZbRecord) record = NULL;
  g_autoptr(GError) error = NULL;

  g_signal_emit (self, signals[NAMING], 0);
  if (*name == '\0' || self->current == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  record = zb_registry_occasion_record (self->registry, name, self->current, &error);
  if (record == NULL)
    say_error (self, error);
  else
    zb_registry_save_async (self->registry, record, 0, 0, NULL, on_saved, g_object_ref (self));
}

static void
on_name_changed (ZbExportOccasions *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry))));

  gtk_widget_set_sensitive (self->save_button, *name != '\0' && !zb_registry_is_read_only (self->registry));
}

static void
add_row (ZbExportOccasions *self, const ZbRecord *record, gboolean can_write)
{
  const ZbRoster *roster = zb_roster_get (zb_record_get (record, "roster"));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (zb_record_title (record)), *kind = gtk_label_new (roster != NULL ? _(roster->label) : "");
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the name of a list that was remembered */
  g_autofree char *tooltip = g_strdup_printf (_("Forget the list: %s"), zb_record_title (record));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 24);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), kind);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, can_write);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&record->id, sizeof record->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked), self);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, zb_record_title (record), -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&record->id, sizeof record->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (zb_record_title (record)), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Read anew whenever it opens: a handful of records. */
static void
on_shown (ZbExportOccasions *self)
{
  g_autoptr(GPtrArray) records = zb_registry_occasions (self->registry);
  gboolean can_write = !zb_registry_is_read_only (self->registry);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < records->len; i++)
    add_row (self, g_ptr_array_index (records, i), can_write);
  gtk_widget_set_visible (self->scrolled, records->len > 0);
  gtk_widget_set_visible (self->empty_label, records->len == 0);
  gtk_widget_set_sensitive (self->name_entry, can_write);
  on_name_changed (self);
  /* The popover has looked for the first place to type before the rows were there. */
  gtk_widget_grab_focus (records->len > 0 ? gtk_widget_get_first_child (self->list) : self->name_entry);
}

void
zb_export_occasions_set_current (ZbExportOccasions *self, const ZbRosterRequest *request, const char *name)
{
  g_clear_pointer (&self->current, zb_roster_request_free);
  self->current = zb_roster_request_copy (request);
  if (name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name_entry), name);
}

static void
zb_export_occasions_dispose (GObject *object)
{
  ZbExportOccasions *self = ZB_EXPORT_OCCASIONS (object);

  g_clear_pointer (&self->current, zb_roster_request_free);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_export_occasions_parent_class)->dispose (object);
}

static void
zb_export_occasions_class_init (ZbExportOccasionsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_export_occasions_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[NAMING] = g_signal_new ("naming", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOAST] = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static GtkWidget *
make_list (ZbExportOccasions *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Usual Lists"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_focusable (self->scrolled, FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_chosen), self);
  return self->scrolled;
}

static GtkWidget *
make_line (ZbExportOccasions *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->name_entry), _("Name, such as “July meeting, sign-in”"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name for the list as it is chosen now"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name_entry), 22);
  gtk_widget_set_hexpand (self->name_entry, TRUE);
  self->save_button = gtk_button_new_with_mnemonic (_("_Remember"));
  gtk_widget_set_tooltip_text (self->save_button, _("Remember this list with all that is chosen for it; one of the same name is written over"));
  g_signal_connect_swapped (self->name_entry, "activate", G_CALLBACK (on_save), self);
  g_signal_connect_swapped (self->name_entry, "changed", G_CALLBACK (on_name_changed), self);
  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (on_save), self);
  gtk_box_append (GTK_BOX (line), self->name_entry);
  gtk_box_append (GTK_BOX (line), self->save_button);
  return line;
}

static void
zb_export_occasions_init (ZbExportOccasions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->empty_label = gtk_label_new (_("No list has been remembered yet. Choose what it shall be, and give it a name."));
  gtk_label_set_wrap (GTK_LABEL (self->empty_label), TRUE);
  /* As wide as it wants to be: a popover is as high as its words are at that width. */
  gtk_label_set_width_chars (GTK_LABEL (self->empty_label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (self->empty_label), 30);
  gtk_widget_add_css_class (self->empty_label, "dim-label");
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), self->empty_label);
  gtk_box_append (GTK_BOX (box), make_line (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (on_shown), NULL);
}

GtkWidget *
zb_export_occasions_new (ZbRegistry *registry)
{
  ZbExportOccasions *self = g_object_new (ZB_TYPE_EXPORT_OCCASIONS, NULL);

  self->registry = g_object_ref (registry);
  return GTK_WIDGET (self);
}
