/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_LOG_DIALOG (zb_log_dialog_get_type ())

/**
 * ZbLogDialog:
 *
 * Everything that was changed, newest first: what, when, by whom; the fields of a chosen change
 * with their values before and after, and a way to take just that change back.
 *
 * Signal `open-record (const ZbKind *kind, gint64 id)`
 */
G_DECLARE_FINAL_TYPE (ZbLogDialog, zb_log_dialog, ZB, LOG_DIALOG, AdwWindow)

GtkWindow *zb_log_dialog_new (ZbRegistry *registry);

G_END_DECLS
