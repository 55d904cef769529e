/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-records-dialog.h"

#include <glib/gi18n.h>

#include "service/zb-words.h"
#include "widgets/zb-toast.h"

#define UNDO_SECONDS 12

struct _ZbRecordsDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry; /* (owned) */

  AdwToastOverlay *toasts;
  GtkSearchEntry *search;
  GtkBox *box;
  AdwBin *top;
  ZbRecordList *list;
};

G_DEFINE_FINAL_TYPE (ZbRecordsDialog, zb_records_dialog, ADW_TYPE_WINDOW)

static void
on_said (ZbRecordsDialog *self, const char *words, gboolean can_undo)
{
  AdwToast *toast = zb_toast_new (words);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "records.undo");
      adw_toast_set_timeout (toast, UNDO_SECONDS);
    }
  zb_toast_show (self->toasts, toast);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbRecordsDialog) self = ZB_RECORDS_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    words = zb_words_sentence (error);
  if (self->toasts != NULL)
    zb_toast_show (self->toasts, zb_toast_new (words));
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_registry_undo_async (ZB_RECORDS_DIALOG (widget)->registry, 0, NULL, on_undone, g_object_ref (widget));
}

static void
on_search_changed (ZbRecordsDialog *self)
{
  zb_record_list_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Escape takes back what was searched, then closes. */
static void
on_stop_search (ZbRecordsDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ZB_RECORDS_DIALOG (widget)->search));
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_record_list_add (ZB_RECORDS_DIALOG (widget)->list, NULL);
}

static void
zb_records_dialog_dispose (GObject *object)
{
  ZbRecordsDialog *self = ZB_RECORDS_DIALOG (object);

  self->toasts = NULL;
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_records_dialog_parent_class)->dispose (object);
}

static void
zb_records_dialog_class_init (ZbRecordsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_records_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "records.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "records.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "records.new", NULL, add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "records.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "records.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "records.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zb_records_dialog_init (ZbRecordsDialog *self)
{
}

ZbRecordList *
zb_records_dialog_get_list (ZbRecordsDialog *self)
{
  return self->list;
}

void
zb_records_dialog_set_top (ZbRecordsDialog *self, GtkWidget *top)
{
  adw_bin_set_child (self->top, top);
}

ZbRecordsDialog *
zb_records_dialog_new (ZbRegistry *registry, const ZbRecordListSpec *spec, const char *field, gint64 id, const char *about)
{
  ZbRecordsDialog *self = g_object_new (ZB_TYPE_RECORDS_DIALOG, "title", _(spec->title), "modal", TRUE, "default-width", 760, "default-height", 640, NULL);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->registry = g_object_ref (registry);
  self->list = ZB_RECORD_LIST (zb_record_list_new (registry, spec));
  g_signal_connect_object (self->list, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (on_stop_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  self->top = ADW_BIN (adw_bin_new ());
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (self->box, GTK_WIDGET (self->search));
  gtk_box_append (self->box, GTK_WIDGET (self->top));
  gtk_box_append (self->box, GTK_WIDGET (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "life-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (_(spec->title), about));
  gtk_box_append (GTK_BOX (outer), bar);
  gtk_box_append (GTK_BOX (outer), scrolled);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, outer);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  zb_record_list_show (self->list, field, id);
  return self;
}
