/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_SIGN_UP_DIALOG (zb_sign_up_dialog_get_type ())

/**
 * ZbSignUpDialog:
 *
 * Who signs up for a service activity: the members of its organisation to choose from, and for which shift where the activity
 * has any. Whoever is on the roll already says so; chosen again, only the shift changes.
 *
 * Signal `done (const char *words)`
 */
G_DECLARE_FINAL_TYPE (ZbSignUpDialog, zb_sign_up_dialog, ZB, SIGN_UP_DIALOG, AdwWindow)

GtkWindow *zb_sign_up_dialog_new (ZbRegistry *registry, gint64 activity);

G_END_DECLS
