/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * zb_export_folder_propose:
 *
 * Lets a file dialog begin where the last list or paper was written, else among the documents: the lists of a month go
 * where those of the last month are.
 */
void zb_export_folder_propose (GtkFileChooserNative *chooser);

/** zb_export_folder_keep: remembers the folder of @path for the next time. */
void zb_export_folder_keep (const char *path);

G_END_DECLS
