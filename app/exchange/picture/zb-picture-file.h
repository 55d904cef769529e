/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-picture.h"

G_BEGIN_DECLS

/** zb_picture_prepare: has everything at hand that reading needs: afterwards no file can be opened any more. */
void zb_picture_prepare (void);

/**
 * zb_picture_file_read:
 * @fd: a regular file
 * @name: its name, whose ending says what it should be
 *
 * Takes a file apart that came from outside: in the helper and in its tests, never in the program itself. A picture is
 * recognised by its first bytes, whatever its name; a paper must be what its name says.
 *
 * Returns: (transfer full): without a name
 */
ZbPicture *zb_picture_file_read (int fd, const char *name, gsize max_bytes, GError **error);

/** zb_picture_bytes_read: the same for bytes. */
ZbPicture *zb_picture_bytes_read (const guint8 *data, gsize size, const char *name, GError **error);

G_END_DECLS
