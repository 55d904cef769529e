/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Names of persons as they are typed, kept and printed. Pure functions for any thread.
 */

/**
 * ZB_NAME_MAX_CHARS:
 *
 * Characters of the longest name that is kept.
 */
#define ZB_NAME_MAX_CHARS 60

/**
 * zb_name_normalize:
 * @raw: (nullable): a name as typed or imported
 *
 * Cleans @raw: blanks at the ends and between Chinese characters go away (张　三 becomes 张三), other
 * blanks become one space; the dots that people write in 阿不都·热合曼 become the one middle dot;
 * full-width letters become ordinary ones; characters are put in canonical form (NFC).
 * The result of a clean name is that name.
 *
 * Returns: (transfer full) (nullable): the clean name, possibly empty, or %NULL if @raw is not
 *   UTF-8 or holds control characters other than tabs and line ends
 */
char *zb_name_normalize (const char *raw);

/**
 * zb_name_check:
 * @name: (nullable): a name, usually from zb_name_normalize()
 * @error: %ZB_DATA_ERROR_BAD_NAME
 *
 * Whether @name can be kept: UTF-8, not empty or blank, at most %ZB_NAME_MAX_CHARS characters, no
 * control characters.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean zb_name_check (const char  *name,
                        GError     **error);

/**
 * zb_name_for_print:
 * @name: (nullable): a name
 *
 * The name as it stands in printed lists: one of two Chinese characters is spread with a
 * full-width space (张　三), every other is left alone. For display only, never to be kept.
 *
 * Returns: (transfer full): the name to print
 */
char *zb_name_for_print (const char *name);

G_END_DECLS
