/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/zb-sheet-error.h"

G_BEGIN_DECLS

/**
 * ZbZip:
 *
 * One part at a time out of a zip container, inflated as it is read, with a guard against parts that
 * grow out of proportion. Runs in the child process only.
 */
typedef struct _ZbZip ZbZip;

/** zb_zip_new: @fd: a file that can be read at any place; not closed */
ZbZip *zb_zip_new (int fd);
void zb_zip_free (ZbZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbZip, zb_zip_free)

/**
 * zb_zip_open:
 * @part: name inside the container; letters' case and a leading slash do not matter
 * @out_found: (out): whether there is such a part; not an error otherwise
 * @error: DAMAGED, PASSWORD
 */
gboolean zb_zip_open (ZbZip *self, const char *part, gboolean *out_found, GError **error);

/** zb_zip_read: more of the open part. Returns: bytes read, 0 at its end (checksum compared), −1 with @error: DAMAGED, TOO_BIG */
gssize zb_zip_read (ZbZip *self, void *buffer, gsize size, GError **error);

/** zb_zip_resolve: the part that a relation's @target means, seen from the part @from. Returns: (transfer full) */
char *zb_zip_resolve (const char *from, const char *target);

G_END_DECLS
