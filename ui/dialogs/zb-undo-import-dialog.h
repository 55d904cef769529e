/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_UNDO_IMPORT_DIALOG (zb_undo_import_dialog_get_type ())

/**
 * ZbUndoImportDialog:
 *
 * An import that is taken back, be it weeks later: first it shows how much would go and what stays, by name and with
 * the reason, then it does so, with progress and a way to stop.
 */
G_DECLARE_FINAL_TYPE (ZbUndoImportDialog, zb_undo_import_dialog, ZB, UNDO_IMPORT_DIALOG, AdwWindow)

/**
 * zb_undo_import_dialog_present:
 * @parent: when its content is a toast overlay, what was done is said there, with a button that undoes it
 * @set: an import, see zb_history_is_import()
 *
 * Asks about that import; the dialog closes when it was taken back.
 */
void zb_undo_import_dialog_present (GtkWindow *parent, ZbRegistry *registry, gint64 set);

G_END_DECLS
