/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-file.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWindow *window;
  GtkFileChooserNative *native;
  ZbImportFilesChosen chosen;
} Choosing;

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choosing *choosing = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) all = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      GSList *files = NULL;

      for (guint i = g_list_model_get_n_items (all); i-- > 0;)
        {
          GFile *file = g_list_model_get_item (all, i);

          if (g_file_peek_path (file) != NULL)
            files = g_slist_prepend (files, file);
          else
            g_object_unref (file);
        }
      if (files != NULL)
        choosing->chosen (files, choosing->window);
      g_slist_free_full (files, g_object_unref);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (choosing->native);
  g_object_unref (choosing->window);
  g_free (choosing);
}

static GtkFileChooser *
ask (GtkWindow *window, const char *title, GtkFileChooserAction action, const char *accept, ZbImportFilesChosen chosen)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->window = g_object_ref (window);
  choosing->chosen = chosen;
  choosing->native = gtk_file_chooser_native_new (title, window, action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choosing->native), TRUE);
  g_signal_connect (choosing->native, "response", G_CALLBACK (on_response), choosing);
  return GTK_FILE_CHOOSER (choosing->native);
}

/* What a file is, is told by its content; these are the names that lists come under. Those of the last three are not read, and whoever
 * chooses them is told what to do. */
static const char *const suffixes[] = { "xlsx", "xlsm", "xls", "et", "ods", "fods", "csv", "tsv", "txt", "htm", "html", "xml", "docx", "odt",
                                        "doc", "wps", "rtf" };

gboolean
zb_import_file_is_list (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_ascii_strcasecmp (dot + 1, suffixes[i]) == 0)
      return TRUE;
  return FALSE;
}

void
zb_import_file_choose (GtkWindow *window, ZbImportFilesChosen chosen)
{
  GtkFileChooser *chooser = ask (window, _("Choose Files"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), chosen);
  g_autoptr(GtkFileFilter) sheets = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) everything = gtk_file_filter_new ();

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  gtk_file_filter_set_name (sheets, _("Spreadsheets and Tables"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (sheets, suffixes[i]);
  gtk_file_filter_set_name (everything, _("All Files"));
  gtk_file_filter_add_pattern (everything, "*");
  gtk_file_chooser_add_filter (chooser, sheets);
  gtk_file_chooser_add_filter (chooser, everything);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
zb_import_file_save_report (GtkWindow *window, const char *folder, const char *name, ZbImportFilesChosen chosen)
{
  GtkFileChooser *chooser = ask (window, _("Save the Rows Left Out"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), chosen);
  const char *dot = g_strrstr (name, ".");
  g_autofree char *stem = dot != NULL ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
  /* Translators: name of a file; %s is the name of the file that was read */
  g_autofree char *proposed = g_strdup_printf (_("%s-left-out.xlsx"), stem);

  if (folder != NULL)
    {
      g_autoptr(GFile) at = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (chooser, at, NULL);
    }
  gtk_file_chooser_set_current_name (chooser, proposed);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
