/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/**
 * zb_export_file_async:
 * @title: suggested name of the file, without its end
 *
 * Asks for a file name (the file dialog asks before it replaces one) and writes the list.
 */
void zb_export_file_async (GtkWindow *parent, ZbRegistry *registry, const ZbRosterRequest *request, const char *title,
                           ZbSheetFormat format, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);

/** zb_export_file_finish: Returns: (transfer full) (nullable): the file; %NULL with %G_IO_ERROR_CANCELLED when the dialog was closed */
char *zb_export_file_finish (ZbRegistry *registry, GAsyncResult *result, GError **error);

/** zb_export_file_toast: says that @path was written and offers to open its folder. Returns: (transfer full) */
AdwToast *zb_export_file_toast (const char *path);

G_END_DECLS
