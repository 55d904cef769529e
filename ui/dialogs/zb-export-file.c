/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-file.h"

#include <glib/gi18n.h>

#include "dialogs/zb-export-folder.h"

typedef struct {
  ZbRosterRequest *request;
  ZbSheetFormat format;
  ZbRegistryProgress progress;
  gpointer progress_data;
  GtkFileChooserNative *chooser; /* (owned): must live until it has answered */
  char *path;
} Export;

static void
export_free (Export *export)
{
  zb_roster_request_free (export->request);
  g_clear_object (&export->chooser);
  g_free (export->path);
  g_free (export);
}

static const char *
ending (ZbSheetFormat format)
{
  static const char *const endings[] = {
    [ZB_SHEET_XLSX] = ".xlsx", [ZB_SHEET_PDF] = ".pdf", [ZB_SHEET_CSV] = ".csv", [ZB_SHEET_CSV_GB18030] = ".csv", [ZB_SHEET_DOCX] = ".docx"
  };

  return endings[format];
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data);
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  if (zb_registry_export_finish (ZB_REGISTRY (source), result, &error))
    g_task_return_pointer (task, g_strdup (export->path), g_free);
  else
    g_task_return_error (task, error);
}

/* The file dialog has asked already whether a file of that name may be replaced; one whose ending
 * was added here has not been seen by it and is never replaced. */
static void
on_chosen (GtkFileChooserNative *chooser, int response, GTask *owned)
{
  g_autoptr(GTask) task = owned;
  Export *export = g_task_get_task_data (task);
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  gboolean complete;

  /* Before the file is written: the dialog shows its folder, and in GTK 4.8 loses memory for each file that is removed
   * from it, as that under its temporary name is. */
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_clear_object (&export->chooser);
  if (file == NULL || g_file_peek_path (file) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");
      return;
    }
  complete = g_str_has_suffix (g_file_peek_path (file), ending (export->format));
  export->path = complete ? g_file_get_path (file) : g_strconcat (g_file_peek_path (file), ending (export->format), NULL);
  zb_export_folder_keep (export->path);
  zb_registry_export_async (g_task_get_source_object (task), export->request, export->format, export->path, complete,
                            export->progress, export->progress_data, g_task_get_cancellable (task), on_exported,
                            g_object_ref (task));
}

void
zb_export_file_async (GtkWindow *parent, ZbRegistry *registry, const ZbRosterRequest *request, const char *title,
                      ZbSheetFormat format, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (registry, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = g_strconcat (title, ending (format), NULL);

  export->request = zb_roster_request_copy (request);
  export->format = format;
  export->progress = progress;
  export->progress_data = progress_data;
  export->chooser = gtk_file_chooser_native_new (_("Write the List"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  g_task_set_source_tag (task, zb_export_file_async);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (export->chooser), TRUE);
  zb_export_folder_propose (export->chooser);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (export->chooser), g_strdelimit (name, "/", '-'));
  g_signal_connect (export->chooser, "response", G_CALLBACK (on_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (export->chooser));
}

char *
zb_export_file_finish (ZbRegistry *registry, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_open_clicked (AdwToast *toast)
{
  g_autoptr(GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (toast), "zb-path"));
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

static void
on_folder_clicked (GtkButton *button, AdwToast *toast)
{
  g_autoptr(GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (toast), "zb-path"));
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

AdwToast *
zb_export_file_toast (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is a file's name */
  g_autofree char *text = g_strdup_printf (_("Written: %s"), name);
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (text);
  GtkWidget *folder = gtk_button_new_with_label (_("Open Folder"));

  /* A toast has one button of its own; the folder is beside the words. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (folder, "flat");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), folder);
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_timeout (toast, 8);
  g_object_set_data_full (G_OBJECT (toast), "zb-path", g_strdup (path), g_free);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (on_open_clicked), NULL);
  g_signal_connect_object (folder, "clicked", G_CALLBACK (on_folder_clicked), toast, 0);
  return toast;
}
