/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Words that come up at the foot of a window: plain text, in full on as many lines as it needs.
 */

/** zb_toast_new: a message. Returns: (transfer full) */
AdwToast *zb_toast_new (const char *words);

/** zb_toast_new_refusal: why something was not done; stays long enough to read it twice. Returns: (transfer full) */
AdwToast *zb_toast_new_refusal (const char *words);

/**
 * zb_toast_show:
 * @toast: (transfer full)
 *
 * Shows @toast at once, in place of the one that is there: words about what was just done do not wait in a queue
 * behind those about something else.
 */
void zb_toast_show (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
