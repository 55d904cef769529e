/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * zb_oath_lines:
 *
 * 入党誓词 in the lines in which it is printed: 80 characters in 12 clauses. Source: 党章第六条
 *
 * Returns: (array zero-terminated=1)
 */
const char *const *zb_oath_lines (void);

/**
 * zb_oath_clauses:
 * @text: (nullable): another oath; %NULL: 入党誓词
 *
 * An oath in the clauses in which it is read out and repeated, each with the mark that ends it.
 *
 * Returns: (transfer full) (array zero-terminated=1)
 */
char **zb_oath_clauses (const char *text);

G_END_DECLS
