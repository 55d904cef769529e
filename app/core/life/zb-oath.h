/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * zb_oath_lines:
 *
 * 入党誓词 in the lines in which it is read: 80 characters in 12 clauses. Source: 党章第六条
 *
 * Returns: (array zero-terminated=1)
 */
const char *const *zb_oath_lines (void);

G_END_DECLS
