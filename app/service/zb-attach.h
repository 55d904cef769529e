/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-kind.h"
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
 * @of: the meeting, wish or delivery kind
 * @id: the record of that kind
 * @pictures: (element-type ZbPicture)
 * @kind: (nullable): code of `attachment_kind`; %NULL: photos are photos, everything else is other material
 * @caption: (nullable)
 * @out_set: (out) (optional): the change set
 * @error: REFUSED (`not-a-photo`)
 *
 * Adds them in one change set; the camera's day is proposed as the day taken. What belongs to a delivery belongs to its
 * wish; a receipt says of the delivery that it was signed for.
 */
gboolean zb_attach_write (ZbDb *db, const ZbKind *of, gint64 id, GPtrArray *pictures, const char *kind, const char *caption, gint64 *out_set, GError **error);

/** zb_attach_words: what was done, for the person. Returns: (transfer full) */
char *zb_attach_words (ZbDb *db, const ZbKind *of, gint64 id, guint n);

/**
 * zb_attach_note:
 * @kind: (nullable): as with zb_attach_write()
 *
 * What the person is told beside: that the place of photos was taken out, and that a household has not agreed to its photos
 * being shown.
 *
 * Returns: (transfer full) (nullable)
 */
char *zb_attach_note (ZbDb *db, const ZbKind *of, gint64 id, const char *kind, GPtrArray *pictures);

/** zb_attach_consent: whether photos of a wish may be shown, in words for its page. Returns: (transfer full): "" when they may */
char *zb_attach_consent (ZbDb *db, gint64 wish);

G_END_DECLS
