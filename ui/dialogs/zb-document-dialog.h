/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-document.h"

G_BEGIN_DECLS

#define ZB_TYPE_DOCUMENT_DIALOG (zb_document_dialog_get_type ())

/**
 * ZbDocumentDialog:
 *
 * A paper that is no list, as it will be printed: the papers of a meeting, or cards for people. Signal
 * `exported (const char *path)`.
 */
G_DECLARE_FINAL_TYPE (ZbDocumentDialog, zb_document_dialog, ZB, DOCUMENT_DIALOG, AdwWindow)

/** zb_document_dialog_new: @request: what it starts with (copied): which paper, of what. */
ZbDocumentDialog *zb_document_dialog_new (ZbRegistry *registry, const ZbDocumentRequest *request);

G_END_DECLS
