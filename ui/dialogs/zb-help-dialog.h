/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ZB_TYPE_HELP_DIALOG (zb_help_dialog_get_type ())

/**
 * ZbHelpDialog:
 *
 * What a secretary does with the registry, task by task, with a search. It needs no network and no other program.
 */
G_DECLARE_FINAL_TYPE (ZbHelpDialog, zb_help_dialog, ZB, HELP_DIALOG, AdwWindow)

GtkWindow *zb_help_dialog_new (void);

G_END_DECLS
