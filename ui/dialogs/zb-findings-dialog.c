/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-findings-dialog.h"

#include <glib/gi18n.h>

#include "service/zb-words.h"

/* More would not be read one by one; the count says how many there are. */
#define MAX_SHOWN 200

struct _ZbFindingsDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable; /* (owned) */
  GPtrArray *findings;       /* (owned) (nullable) */

  GtkStack *stack;
  AdwStatusPage *status;
  AdwPreferencesPage *page;
};

static guint open_record_signal;

G_DEFINE_FINAL_TYPE (ZbFindingsDialog, zb_findings_dialog, ADW_TYPE_WINDOW)

static void
on_row_activated (ZbFindingsDialog *self, GtkWidget *row)
{
  const ZbFinding *finding = g_object_get_data (G_OBJECT (row), "finding");

  g_signal_emit (self, open_record_signal, 0, (gpointer) finding->kind, finding->record);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
finding_row (ZbFindingsDialog *self, ZbFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = zb_words_finding (finding);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (finding->level == ZB_FINDING_WARNING ? "dialog-information-symbolic"
                                                                                                : "dialog-warning-symbolic"));
  if (finding->kind != NULL && finding->record != 0)
    {
      g_object_set_data (G_OBJECT (row), "finding", finding);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
    }
  return row;
}

static void
show_findings (ZbFindingsDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u thing found", "%u things found", self->findings->len), self->findings->len);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (self->findings->len > MAX_SHOWN)
    {
      g_autofree char *rest = g_strdup_printf (_("The first %u are shown. Put them right and check again."), MAX_SHOWN);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), rest);
    }
  for (guint i = 0; i < MIN (self->findings->len, MAX_SHOWN); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), finding_row (self, g_ptr_array_index (self->findings, i)));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbFindingsDialog) self = ZB_FINDINGS_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = zb_registry_check_finish (ZB_REGISTRY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (findings == NULL)
    {
      g_autofree char *words = zb_words_sentence (error);
      g_autofree char *markup = g_markup_escape_text (words, -1);

      adw_status_page_set_icon_name (self->status, "dialog-warning-symbolic");
      adw_status_page_set_title (self->status, _("The Check Did Not Finish"));
      adw_status_page_set_description (self->status, markup);
    }
  else if (findings->len == 0)
    {
      adw_status_page_set_icon_name (self->status, "object-select-symbolic");
      adw_status_page_set_title (self->status, _("All Is Well"));
      adw_status_page_set_description (self->status, _("The file is whole, the log agrees with the records, and no rule is broken."));
    }
  else
    {
      self->findings = g_steal_pointer (&findings);
      show_findings (self);
      return;
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->status));
}

static gboolean
on_close_request (GtkWindow *window)
{
  g_cancellable_cancel (ZB_FINDINGS_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (zb_findings_dialog_parent_class)->close_request (window);
}

static void
zb_findings_dialog_finalize (GObject *object)
{
  ZbFindingsDialog *self = ZB_FINDINGS_DIALOG (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (zb_findings_dialog_parent_class)->finalize (object);
}

static void
zb_findings_dialog_class_init (ZbFindingsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_findings_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  open_record_signal = g_signal_new ("open-record", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT64);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zb_findings_dialog_init (ZbFindingsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Checking…"), -1);
  gtk_stack_add_child (self->stack, spinner);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->status));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->page));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Check of the Registry"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 520);
}

GtkWindow *
zb_findings_dialog_new (ZbRegistry *registry)
{
  ZbFindingsDialog *self = g_object_new (ZB_TYPE_FINDINGS_DIALOG, NULL);

  zb_registry_check_async (registry, FALSE, self->cancellable, on_checked, g_object_ref (self));
  return GTK_WINDOW (self);
}
