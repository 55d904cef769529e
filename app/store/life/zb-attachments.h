/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * zb_attachments_add:
 * @record: of the attachment kind; its size and checksum are filled in
 * @data: the bytes that are kept; never changed afterwards, another picture is another attachment
 * @preview: (nullable): a small picture of them
 *
 * Stores a photo or paper with its bytes, in the change set. The checksum stands in the record and so in the log's chain:
 * the check finds bytes that were altered. Taken back, it keeps its bytes, and gets its place again by redo.
 */
gboolean zb_attachments_add (ZbChangeSet *set, ZbRecord *record, GBytes *data, GBytes *preview, GError **error);

/**
 * zb_attachments_read:
 * @preview: whether the small picture is wanted; of what has none NOT_FOUND
 * @error: NOT_FOUND
 *
 * Returns: (transfer full): the bytes
 */
GBytes *zb_attachments_read (ZbDb *db, gint64 attachment, gboolean preview, GError **error);

G_END_DECLS
