/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_ACCESS_DIALOG (zb_access_dialog_get_type ())

/**
 * ZbAccessDialog:
 *
 * Which covered values were shown and which lists left the registry, newest first.
 *
 * Signal `open-record` (kind: pointer to the #ZbKind, id: gint64): a person is to be looked at.
 */
G_DECLARE_FINAL_TYPE (ZbAccessDialog, zb_access_dialog, ZB, ACCESS_DIALOG, AdwWindow)

GtkWindow *zb_access_dialog_new (ZbRegistry *registry);

G_END_DECLS
