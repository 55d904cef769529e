/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * zb_place_find:
 * @installed: where the file, or the folder, is once the program is installed
 * @in_build: where it is below the build folder
 *
 * A program that is run from its build folder finds there what is not installed. The folders above the
 * program's own are looked at, no further than the build folder can be.
 *
 * Returns: (transfer full): the first that is there; @installed when none is
 */
char *zb_place_find (const char *installed, const char *in_build);

G_END_DECLS
