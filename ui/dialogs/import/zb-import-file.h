/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** ZbImportFilesChosen: @files: (element-type GFile): with a path each; not called when nothing was chosen. @window: that asked */
typedef void (*ZbImportFilesChosen) (GSList *files, GtkWindow *window);

/** zb_import_file_is_list: whether a file has the name of a list; what it is, is told by its content. */
gboolean zb_import_file_is_list (const char *path);

/** zb_import_file_choose: asks @window's user for one or more lists. */
void zb_import_file_choose (GtkWindow *window, ZbImportFilesChosen chosen);

/** zb_import_file_save_report: asks where the rows of the file called @name go that are not taken; an existing file is asked about. @folder: (nullable): where the file is */
void zb_import_file_save_report (GtkWindow *window, const char *folder, const char *name, ZbImportFilesChosen chosen);

G_END_DECLS
