/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * zb_clock_read:
 * @text: a time of day as people write it: `9:30`, `09：30`, `0930`, `9时30分`, `9点半`, `下午2:30`
 * @out_minutes: (out): minutes since midnight, 0–1439; set on success only
 * @error: %ZB_DATA_ERROR_BAD_VALUE
 *
 * Reads a time of day. `24:00` is refused: a meeting that ends at midnight ends at 23:59.
 */
gboolean zb_clock_read (const char *text, int *out_minutes, GError **error);

/** zb_clock_parse: the stored form `HH:MM`, strictly. Returns: minutes since midnight, -1 for anything else, %NULL too */
int zb_clock_parse (const char *text);

/** zb_clock_to_text: the stored form, which is also the printed one. Returns: (transfer full) */
char *zb_clock_to_text (int minutes);

G_END_DECLS
