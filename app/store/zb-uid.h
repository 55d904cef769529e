/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ZB_UID_LENGTH: characters of an identifier, without the end mark. */
#define ZB_UID_LENGTH 36

/**
 * ZbUidMaker:
 * @last: the identifier given last
 *
 * Makes identifiers that ascend. All zeros is a new maker.
 */
typedef struct {
  guint8 last[16];
} ZbUidMaker;

/**
 * zb_uid_make:
 * @now_ms: milliseconds since 1970
 * @out: (out caller-allocates): room for %ZB_UID_LENGTH characters and the end mark
 *
 * Writes a UUID of version 7 in lower case: time first, then chance; each of one maker is greater than the
 * one before it, also within one millisecond and when the clock goes back.   [RFC 9562 §5.7, §6.2]
 */
void zb_uid_make (ZbUidMaker *maker, gint64 now_ms, char out[ZB_UID_LENGTH + 1]);

G_END_DECLS
