/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_IMPORT_DIALOG (zb_import_dialog_get_type ())

/**
 * ZbImportDialog:
 *
 * Lists on their way in: chosen, dropped or pasted, looked at, answered, taken, and taken back. Nothing is written before the button
 * that says so, and then all of it, a change set for each file.
 *
 * Signals:
 *  - `imported (const char *words)`: the files were taken in and the dialog closed
 *  - `stopped (const char *words)`: it was closed while they were written, and nothing was changed
 */
G_DECLARE_FINAL_TYPE (ZbImportDialog, zb_import_dialog, ZB, IMPORT_DIALOG, AdwWindow)

/**
 * zb_import_dialog_new:
 * @hint: what the rows become where the headings fit several kinds of lists
 * @path: (nullable): the file; %NULL: the dialog asks for one
 */
ZbImportDialog *zb_import_dialog_new (ZbRegistry *registry, const ZbKind *hint, const char *path);

/** zb_import_dialog_add: takes further files in. @files: (element-type GFile) */
void zb_import_dialog_add (ZbImportDialog *self, GSList *files);

G_END_DECLS
