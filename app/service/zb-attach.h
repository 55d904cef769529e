/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-picture.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * zb_attach_read:
 * @paths: (array zero-terminated=1): files
 *
 * Reads photos and papers, each in a process of its own; all or none. No larger than the rule `attachment.max_mb` has it.
 *
 * Returns: (transfer full) (element-type ZbPicture)
 */
GPtrArray *zb_attach_read (ZbDb *db, const char *const *paths, GCancellable *cancellable, GError **error);

/**
 * zb_attach_write:
 * @pictures: (element-type ZbPicture)
 * @kind: (nullable): code of `attachment_kind`; %NULL: photos are photos, everything else is other material
 * @caption: (nullable)
 * @out_set: (out) (optional): the change set
 * @error: REFUSED (`not-a-photo`)
 *
 * Adds them to a meeting in one change set; the camera's day is proposed as the day taken.
 */
gboolean zb_attach_write (ZbDb *db, gint64 meeting, GPtrArray *pictures, const char *kind, const char *caption, gint64 *out_set, GError **error);

/** zb_attach_note: what the person is told beside: that the place of photos was taken out. Returns: (transfer full) (nullable) */
char *zb_attach_note (GPtrArray *pictures);

G_END_DECLS
