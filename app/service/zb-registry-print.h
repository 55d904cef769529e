/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-document.h"
#include "exchange/zb-sheet.h"
#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * What was printed is noted as what was written to a file is: which list, by whom, of how many people, with which
 * private columns. On a registry that is only read nothing can be noted.
 */

/** zb_registry_note_sheet_async: notes that a list was printed; on the writer. */
void zb_registry_note_sheet_async (ZbRegistry *self, ZbSheet *sheet, GAsyncReadyCallback callback, gpointer user_data);

/** zb_registry_note_document_async: notes that a paper was printed; on the writer. */
void zb_registry_note_document_async (ZbRegistry *self, ZbDocument *document, GAsyncReadyCallback callback, gpointer user_data);

gboolean zb_registry_note_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

G_END_DECLS
