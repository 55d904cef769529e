/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-picture.h"

G_BEGIN_DECLS

/*
 * What the child process that takes a picture apart says to the program: one head, then the bytes of the picture or
 * paper, then those of the preview. The program trusts none of it.
 */

/** ZB_PICTURE_HEAD: bytes of the head. */
#define ZB_PICTURE_HEAD 64

/** ZB_PICTURE_SIDE: longest side of a picture that is kept: more than a page of A4 shows at 150 dots per inch. */
#define ZB_PICTURE_SIDE 2048
/** ZB_PICTURE_PREVIEW_SIDE: of its preview. */
#define ZB_PICTURE_PREVIEW_SIDE 320
/** ZB_PICTURE_MAX_DRAWN: bytes that a picture of that size cannot exceed. */
#define ZB_PICTURE_MAX_DRAWN (16 * 1024 * 1024)

/** zb_picture_wire_write: the answer for a file that was read. @fd stays open. */
gboolean zb_picture_wire_write (int fd, const ZbPicture *picture);

/** zb_picture_wire_fail: the answer for one that was not. */
gboolean zb_picture_wire_fail (int fd, ZbPictureError code);

/** zb_picture_wire_size: how many bytes the whole answer has by its head, 0 when the head is none. @max_bytes: of a paper */
gsize zb_picture_wire_size (const guint8 head[ZB_PICTURE_HEAD], gsize max_bytes);

/** zb_picture_wire_read: the answer, whole; without a name. @error: %ZB_PICTURE_ERROR. Returns: (transfer full) */
ZbPicture *zb_picture_wire_read (const guint8 *data, gsize size, GError **error);

G_END_DECLS
