/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-undo-import-dialog.h"

#include <glib/gi18n.h>

#include "dialogs/zb-kept-list.h"
#include "service/zb-registry-undo.h"
#include "service/zb-words.h"
#include "widgets/zb-toast.h"

/* How long the way back stands in the toast. */
#define UNDO_SECONDS 10

struct _ZbUndoImportDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry;      /* (owned) (nullable) */
  gint64 set;
  GCancellable *cancellable; /* (owned) (nullable): of what is under way */
  gboolean is_writing;
  gboolean can_take;         /* something would go */

  AdwToastOverlay *toasts;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  GtkWidget *take_button;
  GtkStack *stack;
  AdwStatusPage *trouble_page;
  GtkLabel *words_label;
  GtkLabel *goes_label;
  GtkLabel *stays_label;
  GtkWidget *kept_frame;
  GtkListView *kept_list;
};

G_DEFINE_FINAL_TYPE (ZbUndoImportDialog, zb_undo_import_dialog, ADW_TYPE_WINDOW)

static void
update_actions (ZbUndoImportDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "undo-import.take", self->can_take && !self->is_writing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "undo-import.stop", self->is_writing);
}

static void
say_error (AdwToastOverlay *toasts, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  zb_toast_show (toasts, zb_toast_new_refusal (words));
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  ZbUndoImportDialog *self = ZB_UNDO_IMPORT_DIALOG (user_data);

  if (self->registry == NULL || !self->is_writing || total == 0)
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, MIN (1.0, (double) done / (double) total));
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  /* While something is under way this is the only thing that one can do. */
  if (!gtk_widget_is_sensitive (self->take_button) && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (self->stop_button);
}

/* The question */

/* One line for each that is not nothing. */
static char *
goes_words (const ZbHistoryRest *rest)
{
  g_autoptr(GString) out = g_string_new (NULL);

  if (rest->n_new + rest->n_changed + rest->n_along == 0)
    return g_strdup (_("Nothing of it is left to take back."));
  if (rest->n_new > 0)
    g_string_append_printf (out, ngettext ("%u entry that came with it is taken back.", "%u entries that came with it are taken back.", rest->n_new), rest->n_new);
  if (rest->n_changed > 0)
    {
      g_string_append (out, out->len > 0 ? "\n" : "");
      g_string_append_printf (out, ngettext ("%u entry that was there before gets back what it was.",
                                             "%u entries that were there before get back what they were.", rest->n_changed), rest->n_changed);
    }
  if (rest->n_along > 0)
    {
      g_string_append (out, out->len > 0 ? "\n" : "");
      g_string_append_printf (out, ngettext ("%u organisation or household that was made for it goes too.",
                                             "%u organisations and households that were made for it go too.", rest->n_along), rest->n_along);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
show_plan (ZbUndoImportDialog *self, ZbHistoryRest *rest)
{
  g_autofree char *goes = goes_words (rest);
  g_autofree char *stays = g_strdup_printf (ngettext ("%u entry was edited or used since; it is kept:",
                                                      "%u entries were edited or used since; they are kept:", rest->kept->len), rest->kept->len);

  self->can_take = rest->n_new + rest->n_changed + rest->n_along > 0 && !zb_registry_is_read_only (self->registry);
  gtk_label_set_text (self->goes_label, goes);
  gtk_label_set_text (self->stays_label, rest->kept->len > 0 ? stays : _("Nothing of it was edited or used since: all of it goes."));
  gtk_widget_set_visible (GTK_WIDGET (self->stays_label), rest->kept->len > 0 || self->can_take);
  gtk_widget_set_visible (self->kept_frame, rest->kept->len > 0);
  zb_kept_list_fill (self->kept_list, rest);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  update_actions (self);
  gtk_widget_grab_focus (self->can_take ? self->take_button : GTK_WIDGET (self->kept_list));
}

static void
show_trouble (ZbUndoImportDialog *self, const GError *error)
{
  ZbWords words = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;

  zb_words_error (error, &words);
  title = g_markup_escape_text (words.title != NULL ? words.title : "", -1);
  advice = g_markup_escape_text (words.advice != NULL ? words.advice : "", -1);
  adw_status_page_set_title (self->trouble_page, title);
  adw_status_page_set_description (self->trouble_page, advice);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
  zb_words_clear (&words);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbUndoImportDialog) self = ZB_UNDO_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  ZbHistoryRest *rest = zb_registry_plan_rest_finish (ZB_REGISTRY (source), result, &error);

  if (self->registry == NULL)
    zb_history_rest_free (rest);
  else if (rest != NULL)
    show_plan (self, rest);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_trouble (self, error);
}

static void
ask (ZbUndoImportDialog *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  zb_registry_plan_rest_async (self->registry, self->set, NULL, NULL, self->cancellable, on_planned, g_object_ref (self));
}

/* Saying what was done, where it was asked for */

static void
on_put_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(AdwToastOverlay) toasts = ADW_TOAST_OVERLAY (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    say_error (toasts, error);
  else if (words != NULL)
    zb_toast_show (toasts, zb_toast_new (words));
}

static void
on_undo_clicked (AdwToast *toast, ZbRegistry *registry)
{
  zb_registry_redo_async (registry, NULL, on_put_back, g_object_ref (g_object_get_data (G_OBJECT (toast), "zb-toasts")));
}

static AdwToastOverlay *
overlay_of (GtkWindow *window)
{
  GtkWidget *content = window == NULL ? NULL
                       : ADW_IS_WINDOW (window) ? adw_window_get_content (ADW_WINDOW (window))
                       : ADW_IS_APPLICATION_WINDOW (window) ? adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)) : NULL;

  return ADW_IS_TOAST_OVERLAY (content) ? ADW_TOAST_OVERLAY (content) : NULL;
}

static void
say_done (ZbUndoImportDialog *self, const ZbHistoryRest *rest)
{
  AdwToastOverlay *toasts = overlay_of (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *words = zb_words_rest (rest);
  AdwToast *toast;

  if (toasts == NULL)
    return;
  toast = zb_toast_new (words);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "zb-toasts", g_object_ref (toasts), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked), self->registry, 0);
  zb_toast_show (toasts, toast);
}

/* Doing it */

static void
on_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbUndoImportDialog) self = ZB_UNDO_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbHistoryRest) rest = zb_registry_undo_rest_finish (ZB_REGISTRY (source), result, &error);

  self->is_writing = FALSE;
  if (self->registry == NULL)
    return;
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  update_actions (self);
  if (rest != NULL)
    {
      say_done (self, rest);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_grab_focus (self->take_button);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_error (self->toasts, error);
  else
    zb_toast_show (self->toasts, zb_toast_new (_("Stopped. Nothing was changed.")));
}

static void
take (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbUndoImportDialog *self = ZB_UNDO_IMPORT_DIALOG (widget);

  self->is_writing = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  update_actions (self);
  zb_registry_undo_rest_async (self->registry, self->set, on_progress, self, self->cancellable, on_taken, g_object_ref (self));
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (ZB_UNDO_IMPORT_DIALOG (widget)->cancellable);
}

/* What is being written is stopped first: then the dialog says that nothing was changed. */
static gboolean
on_close_request (GtkWindow *window)
{
  ZbUndoImportDialog *self = ZB_UNDO_IMPORT_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  return self->is_writing || GTK_WINDOW_CLASS (zb_undo_import_dialog_parent_class)->close_request (window);
}

static void
zb_undo_import_dialog_dispose (GObject *object)
{
  ZbUndoImportDialog *self = ZB_UNDO_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->registry);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_UNDO_IMPORT_DIALOG);
  G_OBJECT_CLASS (zb_undo_import_dialog_parent_class)->dispose (object);
}

static void
zb_undo_import_dialog_class_init (ZbUndoImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_undo_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/zb-undo-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, take_button);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, words_label);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, goes_label);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, stays_label);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, kept_frame);
  gtk_widget_class_bind_template_child (widget_class, ZbUndoImportDialog, kept_list);
  gtk_widget_class_install_action (widget_class, "undo-import.take", NULL, take);
  gtk_widget_class_install_action (widget_class, "undo-import.stop", NULL, stop);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zb_undo_import_dialog_init (ZbUndoImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

void
zb_undo_import_dialog_present (GtkWindow *parent, ZbRegistry *registry, gint64 set)
{
  ZbUndoImportDialog *self = g_object_new (ZB_TYPE_UNDO_IMPORT_DIALOG, "transient-for", parent, NULL);
  ZbHistorySet *about = zb_registry_set (registry, set);
  g_autofree char *words = about != NULL ? zb_words_action (about->action, about->subject, about->n_records) : NULL;

  g_clear_pointer (&about, zb_history_set_free);
  self->registry = g_object_ref (registry);
  self->set = set;
  gtk_label_set_text (self->words_label, words != NULL ? words : "");
  gtk_window_set_default_widget (GTK_WINDOW (self), self->take_button);
  ask (self);
  gtk_window_present (GTK_WINDOW (self));
}
