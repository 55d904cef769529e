/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_EXPORT_DIALOG (zb_export_dialog_get_type ())

/**
 * ZbExportDialog:
 *
 * One window for every list: which, who, order, columns, public or internal, paper, with a live
 * preview of the pages; writes xlsx, PDF, docx or CSV, or prints.
 *
 * Signal `exported (const char *path)`: a file was written.
 */
G_DECLARE_FINAL_TYPE (ZbExportDialog, zb_export_dialog, ZB, EXPORT_DIALOG, AdwWindow)

/** zb_export_dialog_new: @request: what it starts with (copied): roster, people, order. */
ZbExportDialog *zb_export_dialog_new (ZbRegistry *registry, const ZbRosterRequest *request);

/** zb_export_dialog_new_for: @occasion: (nullable): the name under which @request was remembered. */
ZbExportDialog *zb_export_dialog_new_for (ZbRegistry *registry, const ZbRosterRequest *request, const char *occasion);

G_END_DECLS
