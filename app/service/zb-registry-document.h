/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-document.h"
#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * Papers that are no lists: notices, minutes, cards. For preview and printer on the main thread's connection; files are
 * written by the worker, which notes them.
 */

/** zb_registry_document: writes a paper from what is entered. Returns: (transfer full) */
ZbDocument *zb_registry_document (ZbRegistry *self, const ZbDocumentRequest *request, GError **error);

void zb_registry_write_document_async (ZbRegistry *self, const ZbDocumentRequest *request, ZbDocumentFormat format, const char *path, gboolean force, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean zb_registry_write_document_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

G_END_DECLS
