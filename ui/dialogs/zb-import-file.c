/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-import-file.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWindow *window;
  GtkFileChooserNative *native;
  ZbImportFileChosen chosen;
} Choosing;

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choosing *choosing = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL)
        choosing->chosen (path, choosing->window);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (choosing->native);
  g_object_unref (choosing->window);
  g_free (choosing);
}

static GtkFileChooser *
ask (GtkWindow *window, const char *title, GtkFileChooserAction action, const char *accept, ZbImportFileChosen chosen)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->window = g_object_ref (window);
  choosing->chosen = chosen;
  choosing->native = gtk_file_chooser_native_new (title, window, action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choosing->native), TRUE);
  g_signal_connect (choosing->native, "response", G_CALLBACK (on_response), choosing);
  return GTK_FILE_CHOOSER (choosing->native);
}

void
zb_import_file_choose (GtkWindow *window, ZbImportFileChosen chosen)
{
  /* What a file is, is told by its content; these are the names that lists come under. */
  static const char *const suffixes[] = { "xlsx", "xlsm", "xls", "et", "ods", "fods", "csv", "tsv", "txt", "htm", "html", "xml" };
  GtkFileChooser *chooser = ask (window, _("Choose a File"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), chosen);
  g_autoptr(GtkFileFilter) sheets = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) everything = gtk_file_filter_new ();

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
zb_import_file_save_report (GtkWindow *window, const char *source, ZbImportFileChosen chosen)
{
  GtkFileChooser *chooser = ask (window, _("Save the List of Problems"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), chosen);
  g_autofree char *folder = g_path_get_dirname (source);
  g_autofree char *base = g_path_get_basename (source);
  char *dot = g_strrstr (base, ".");
  g_autofree char *stem = dot != NULL ? g_strndup (base, (gsize) (dot - base)) : g_strdup (base);
  /* Translators: name of a file; %s is the name of the file that was read */
  g_autofree char *name = g_strdup_printf (_("%s-problems.xlsx"), stem);
  g_autoptr(GFile) at = g_file_new_for_path (folder);

  gtk_file_chooser_set_current_folder (chooser, at, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
