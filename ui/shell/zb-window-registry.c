/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "dialogs/import/zb-import-file.h"
#include "service/zb-words.h"
#include "shell/zb-settings.h"

/* Opening, beginning and closing the registry of a window. */

/* File dialogs. */

typedef struct {
  ZbWindow *window;
  GtkFileChooserNative *native;
  void (*chosen) (ZbWindow *self, const char *path);
} Choosing;

static void
on_file_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choosing *choosing = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL)
        choosing->chosen (choosing->window, path);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (choosing->native);
  g_object_unref (choosing->window);
  g_free (choosing);
}

void
zb_window_choose_file (ZbWindow *self, const char *title, const char *accept, GtkFileChooserAction action,
                       const char *suggested, void (*chosen) (ZbWindow *self, const char *path))
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *folder = self->path != NULL ? g_path_get_dirname (self->path) : NULL;
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->window = g_object_ref (self);
  choosing->chosen = chosen;
  choosing->native = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choosing->native), TRUE);
  gtk_file_filter_set_name (filter, _("Registries and Backups"));
  gtk_file_filter_add_pattern (filter, "*.zhibu");
  /* What a restore and a newer version of the program kept. */
  gtk_file_filter_add_pattern (filter, "*.zhibu.before-*");
  gtk_file_filter_add_pattern (filter, "*.zhibu.*.old");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (choosing->native), filter);
  if (suggested != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (choosing->native), suggested);
  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr(GFile) at = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (choosing->native), at, NULL);
    }
  g_signal_connect (choosing->native, "response", G_CALLBACK (on_file_response), choosing);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choosing->native));
}

/* Opening. */

/* The pages for what seldom comes are made when it comes. */
static void
show_status (ZbWindow *self, const char *name, const char *title, const char *description, gboolean can_retry)
{
  g_autofree char *path = g_strdup_printf ("/io/github/zhibu/Zhibu/shell/zb-window-%s.ui", name);
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (path);
  AdwStatusPage *page = ADW_STATUS_PAGE (gtk_builder_get_object (builder, "page"));
  GtkWidget *old = gtk_stack_get_child_by_name (self->stack, name);
  GtkWidget *retry = GTK_WIDGET (gtk_builder_get_object (builder, "retry_button"));
  GtkWidget *first = GTK_WIDGET (gtk_builder_get_object (builder, "first_button"));

  if (title != NULL)
    adw_status_page_set_title (page, title);
  if (description != NULL)
    adw_status_page_set_description (page, description);
  if (retry != NULL)
    gtk_widget_set_visible (retry, can_retry);
  if (old != NULL)
    gtk_stack_remove (self->stack, old);
  gtk_stack_add_named (self->stack, GTK_WIDGET (page), name);
  zb_window_show (self, name);
  zb_window_tell_waiting (self);
  gtk_widget_grab_focus (retry != NULL && can_retry ? retry : first);
}

static void
show_trouble (ZbWindow *self, const GError *error)
{
  ZbWords words = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;
  g_autofree char *text = NULL;

  zb_words_error (error, &words);
  title = g_markup_escape_text (words.title != NULL ? words.title : "", -1);
  /* The name of the file once: some sentences have it in them. */
  text = words.title != NULL && strstr (words.title, self->path) != NULL ? g_strdup (words.advice)
                                                  : g_strdup_printf ("%s\n%s", words.advice != NULL ? words.advice : "", self->path);
  advice = g_markup_escape_text (text != NULL ? text : "", -1);
  zb_window_set_registry (self, NULL);
  /* A file that is not there may come: with the stick that it lies on. */
  show_status (self, "trouble", title, advice, words.can_retry || !g_file_test (self->path, G_FILE_TEST_EXISTS));
  zb_words_clear (&words);
}

/* What was open stays open when the file that was chosen is no registry. A list, chosen here by mistake, may be taken in at once. */
static void
on_refusal_answered (ZbWindow *self, const char *response, GtkWidget *question)
{
  if (g_str_equal (response, "import"))
    {
      GFile *file = g_object_get_data (G_OBJECT (question), "zb-file");
      GSList files = { file, NULL };

      zb_window_import_files (self, &files);
    }
}

static void
show_refusal (ZbWindow *self, const GError *error)
{
  ZbWords words = { 0 };
  g_autofree char *refused = g_strdup (self->path);
  g_autofree char *before = g_steal_pointer (&self->before);
  GtkWidget *question;

  zb_words_error (error, &words);
  question = adw_message_dialog_new (GTK_WINDOW (self), words.title, NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (question), _("The registry that was open stays open. %s"),
                                  words.advice != NULL ? words.advice : "");
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "close");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "close");
  if (zb_import_file_is_list (refused))
    {
      g_object_set_data_full (G_OBJECT (question), "zb-file", g_file_new_for_path (refused), g_object_unref);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "import", _("_Import This List"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "import", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "import");
    }
  g_signal_connect_object (question, "response", G_CALLBACK (on_refusal_answered), self, G_CONNECT_SWAPPED);
  zb_window_open (self, before, ZB_START_NONE);
  gtk_window_present (GTK_WINDOW (question));
  zb_words_clear (&words);
}

static void
on_demo_filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbWindow) self = ZB_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_window_toast_error (self, error);
  else
    zb_window_toast (self, _("These people are invented. Start an empty registry from the menu when you are ready."), FALSE);
  zb_window_take_waiting (self);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbWindow) self = ZB_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRegistry) registry = zb_registry_open_finish (result, &error);
  ZbStart start = self->start;

  if (registry == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      if (self->before != NULL && g_strcmp0 (self->before, self->path) != 0)
        show_refusal (self, error);
      else
        show_trouble (self, error);
      return;
    }
  g_clear_pointer (&self->before, g_free);
  self->start = ZB_START_NONE;
  zb_settings_set_string ("last-registry", self->path);
  zb_window_set_registry (self, registry);
  if (start == ZB_START_DEMO)
    zb_registry_demo_async (registry, 60, NULL, on_demo_filled, g_object_ref (self));
  else if (self->waiting != NULL)
    zb_window_take_waiting (self);
  else if (start == ZB_START_FILE)
    zb_window_present_import (self, &zb_kind_member);
}

static void
on_old_shut_down (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  if (!zb_registry_shutdown_finish (ZB_REGISTRY (source), result, &error))
    g_debug ("Closing the registry: %s", error->message);
}

void
zb_window_open (ZbWindow *self, const char *path, ZbStart start)
{
  g_autofree char *kept = g_strdup (path);
  g_autofree char *folder = g_path_get_dirname (path);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->registry != NULL)
    {
      g_autoptr(ZbRegistry) old = g_object_ref (self->registry);

      zb_window_set_registry (self, NULL);
      zb_registry_shutdown_async (old, on_old_shut_down, NULL);
      g_free (self->before);
      self->before = g_strdup (self->path);
    }
  g_free (self->path);
  self->path = g_steal_pointer (&kept);
  self->start = start;
  if (start != ZB_START_NONE)
    g_mkdir_with_parents (folder, 0700);
  zb_window_show (self, "empty");
  zb_registry_open_async (self->path, start != ZB_START_NONE, self->cancellable, on_opened, g_object_ref (self));
}

void
zb_window_welcome (ZbWindow *self, const char *path)
{
  g_autofree char *kept = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&kept);
  adw_window_title_set_title (self->title, _("Zhibu"));
  show_status (self, "welcome", NULL, NULL, FALSE);
}

/* Closing. */

static void
on_shut_down (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbWindow) self = ZB_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GtkApplication) application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    g_object_ref (application);
  if (!zb_registry_shutdown_finish (ZB_REGISTRY (source), result, &error))
    g_debug ("Closing the registry: %s", error->message);
  gtk_window_destroy (GTK_WINDOW (self));
  if (application != NULL)
    g_application_release (G_APPLICATION (application));
}

/* TRUE: the window stays until the writer's queue is empty and the file is closed. */
gboolean
zb_window_close_registry (ZbWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr(ZbRegistry) registry = NULL;

  if (self->is_closing)
    return TRUE;
  g_cancellable_cancel (self->cancellable);
  if (self->registry == NULL)
    return FALSE;
  self->is_closing = TRUE;
  registry = g_object_ref (self->registry);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (application != NULL)
    g_application_hold (G_APPLICATION (application));
  zb_window_set_registry (self, NULL);
  zb_registry_shutdown_async (registry, on_shut_down, g_object_ref (self));
  return TRUE;
}

/* Actions. */

static void
on_open_chosen (ZbWindow *self, const char *path)
{
  zb_window_open (self, path, ZB_START_NONE);
}

static void
choose_registry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_window_choose_file (ZB_WINDOW (widget), _("Open a Registry"), _("_Open"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                         on_open_chosen);
}

static void
on_create_chosen (ZbWindow *self, const char *path)
{
  g_autofree char *full = g_str_has_suffix (path, ".zhibu") ? g_strdup (path) : g_strconcat (path, ".zhibu", NULL);

  if (g_file_test (full, G_FILE_TEST_EXISTS))
    zb_window_toast (self, _("There is a file of that name. Choose another name, or open that registry."), FALSE);
  else
    zb_window_open (self, full, ZB_START_EMPTY);
}

static void
create_registry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = g_strdup_printf ("%s.zhibu", _("New Registry"));

  zb_window_choose_file (ZB_WINDOW (widget), _("New Registry"), _("_Create"), GTK_FILE_CHOOSER_ACTION_SAVE, name,
                         on_create_chosen);
}

static void
retry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWindow *self = ZB_WINDOW (widget);

  if (self->path != NULL)
    zb_window_open (self, self->path, self->start);
}

static void
begin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWindow *self = ZB_WINDOW (widget);

  if (self->path != NULL)
    zb_window_open (self, self->path, g_str_equal (action, "win.start-file") ? ZB_START_FILE
                                      : g_str_equal (action, "win.start-demo") ? ZB_START_DEMO
                                                                              : ZB_START_EMPTY);
}

/* Restoring. */

typedef struct {
  ZbWindow *window; /* (owned) */
  char *from;
} Restoring;

static Restoring *
restoring_new (ZbWindow *window, const char *from)
{
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->window = g_object_ref (window);
  restoring->from = g_strdup (from);
  return restoring;
}

static void
say_restored (Restoring *restoring, const char *words, const GError *error)
{
  g_autofree char *why = words == NULL ? zb_words_not_restored (error, restoring->from) : NULL;

  zb_window_toast (restoring->window, words != NULL ? words : why, FALSE);
  g_object_unref (restoring->window);
  g_free (restoring->from);
  g_free (restoring);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  zb_registry_restore_finish (ZB_REGISTRY (source), result, &words, &error);
  say_restored (user_data, words, error);
}

/* In the place of a damaged registry, or of none: it is opened when it is there. */
static void
on_restored_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (zb_restore_finish (result, &words, &error) && restoring->window->path != NULL)
    zb_window_open (restoring->window, restoring->window->path, ZB_START_NONE);
  say_restored (restoring, words, error);
}

static void
on_restore_chosen (ZbWindow *self, const char *from)
{
  if (self->registry != NULL)
    zb_registry_restore_async (self->registry, from, NULL, on_restored, restoring_new (self, from));
  else if (self->path != NULL)
    zb_restore_async (self->path, from, on_restored_closed, restoring_new (self, from));
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_window_choose_file (ZB_WINDOW (widget), _("Restore a Backup"), _("_Restore"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                         on_restore_chosen);
}

void
zb_window_install_registry_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, choose_registry);
  gtk_widget_class_install_action (widget_class, "win.create", NULL, create_registry);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, retry);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore);
  gtk_widget_class_install_action (widget_class, "win.start-empty", NULL, begin);
  gtk_widget_class_install_action (widget_class, "win.start-file", NULL, begin);
  gtk_widget_class_install_action (widget_class, "win.start-demo", NULL, begin);
}
