/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** zb_preferences_new: the few choices that belong to the desk, not to the registry. Returns: (transfer floating) */
GtkWindow *zb_preferences_new (void);

/** zb_preferences_apply: what was chosen before, when the program starts. */
void zb_preferences_apply (void);

G_END_DECLS
