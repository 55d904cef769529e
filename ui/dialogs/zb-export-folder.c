/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-folder.h"

#include "shell/zb-settings.h"

#define KEY "export-folder"

void
zb_export_folder_propose (GtkFileChooserNative *chooser)
{
  g_autofree char *kept = zb_settings_get_string (KEY, "");
  const char *folder = g_file_test (kept, G_FILE_TEST_IS_DIR) ? kept : g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) at = NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    folder = g_get_home_dir ();
  at = g_file_new_for_path (folder);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), at, NULL);
}

void
zb_export_folder_keep (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  zb_settings_set_string (KEY, folder);
}
