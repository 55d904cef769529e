/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** ZbImportFileChosen: @user_data is the window that asked; not called when nothing was chosen. */
typedef void (*ZbImportFileChosen) (const char *path, gpointer user_data);

/** zb_import_file_choose: asks @window's user for a roster file. */
void zb_import_file_choose (GtkWindow *window, ZbImportFileChosen chosen);

/** zb_import_file_save_report: asks where the problems of the file at @source go; an existing file is asked about. */
void zb_import_file_save_report (GtkWindow *window, const char *source, ZbImportFileChosen chosen);

G_END_DECLS
