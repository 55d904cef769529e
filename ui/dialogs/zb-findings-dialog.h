/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_FINDINGS_DIALOG (zb_findings_dialog_get_type ())

/**
 * ZbFindingsDialog:
 *
 * Checks the whole registry and says what it found, each in words, with a way to the record.
 *
 * Signal `open-record (const ZbKind *kind, gint64 id)`
 */
G_DECLARE_FINAL_TYPE (ZbFindingsDialog, zb_findings_dialog, ZB, FINDINGS_DIALOG, AdwWindow)

GtkWindow *zb_findings_dialog_new (ZbRegistry *registry);

G_END_DECLS
