/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * zb_stamp_next:
 * @last: the greatest stamp seen so far, here or from another desk; 0 for none
 * @now_ms: milliseconds since 1970 by the clock of this desk
 *
 * The next hybrid-clock stamp: 48 bits of milliseconds, 16 of a counter. Always greater than @last, so
 * order survives a clock that is put back.
 */
gint64 zb_stamp_next (gint64 last, gint64 now_ms);

/** zb_stamp_ms: the milliseconds in a stamp. */
gint64 zb_stamp_ms (gint64 stamp);

G_END_DECLS
