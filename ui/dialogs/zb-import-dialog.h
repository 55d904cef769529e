/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_IMPORT_DIALOG (zb_import_dialog_get_type ())

/**
 * ZbImportDialog:
 *
 * A roster file on its way in: read, looked at, mapped, taken. Nothing is written before the button
 * that says so, and then all of it in one change set that can be taken back.
 *
 * Signals:
 *  - `imported (const char *words)`: the file was taken in; the dialog closes
 *  - `stopped (const char *words)`: it was closed while the file was written, and nothing was changed
 */
G_DECLARE_FINAL_TYPE (ZbImportDialog, zb_import_dialog, ZB, IMPORT_DIALOG, AdwWindow)

/**
 * zb_import_dialog_new:
 * @kind: what the rows become: members or organisations
 * @path: (nullable): the file; %NULL: the dialog asks for one
 */
ZbImportDialog *zb_import_dialog_new (ZbRegistry *registry, const ZbKind *kind, const char *path);

G_END_DECLS
