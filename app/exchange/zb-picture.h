/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/zb-date.h"

G_BEGIN_DECLS

/**
 * ZbPictureError:
 * @ZB_PICTURE_ERROR_NOT_FOUND: no such file
 * @ZB_PICTURE_ERROR_NO_PERMISSION: the file may not be read
 * @ZB_PICTURE_ERROR_NOT_A_FILE: a folder or a device
 * @ZB_PICTURE_ERROR_EMPTY: no bytes
 * @ZB_PICTURE_ERROR_TOO_LARGE: more bytes than are kept of one file
 * @ZB_PICTURE_ERROR_TOO_MANY_PIXELS: needs more memory than any honest photo
 * @ZB_PICTURE_ERROR_NOT_A_PICTURE: named like a picture, and is none
 * @ZB_PICTURE_ERROR_OTHER_PICTURE: a kind of picture that is not read: save it as .jpg or .png
 * @ZB_PICTURE_ERROR_DAMAGED: cut short or broken inside
 * @ZB_PICTURE_ERROR_NOT_A_PAPER: neither a picture nor a kind of paper that is kept, or named as another one
 * @ZB_PICTURE_ERROR_STUCK: reading made no progress for a minute
 * @ZB_PICTURE_ERROR_FAILED: the reader could not be started, or broke down over the file
 *
 * Why a file is not taken in. Nothing was kept in any of these cases.
 */
typedef enum {
  ZB_PICTURE_ERROR_NOT_FOUND,
  ZB_PICTURE_ERROR_NO_PERMISSION,
  ZB_PICTURE_ERROR_NOT_A_FILE,
  ZB_PICTURE_ERROR_EMPTY,
  ZB_PICTURE_ERROR_TOO_LARGE,
  ZB_PICTURE_ERROR_TOO_MANY_PIXELS,
  ZB_PICTURE_ERROR_NOT_A_PICTURE,
  ZB_PICTURE_ERROR_OTHER_PICTURE,
  ZB_PICTURE_ERROR_DAMAGED,
  ZB_PICTURE_ERROR_NOT_A_PAPER,
  ZB_PICTURE_ERROR_STUCK,
  ZB_PICTURE_ERROR_FAILED
} ZbPictureError;

#define ZB_PICTURE_ERROR (zb_picture_error_quark ())

GQuark zb_picture_error_quark (void);

/**
 * ZbPicture:
 * @name: the file's name, of a picture with the ending .jpg
 * @media: `image/jpeg` for every picture, `application/pdf` …
 * @data: what is kept
 * @preview: (nullable): a small picture
 * @taken_on: day of the photo as the camera has it; unknown for papers
 * @had_position: whether the file told where it was taken; what is kept does not
 *
 * A photo or paper as it is kept: a photo is drawn anew upright and in a size for paper and screen, with nothing of what
 * the camera wrote beside it; a paper is kept byte by byte.
 */
typedef struct {
  char *name;
  char *media;
  GBytes *data;
  GBytes *preview;
  ZbDate taken_on;
  gboolean had_position;
} ZbPicture;

void zb_picture_free (ZbPicture *picture);

/** zb_picture_is_photo: whether the kept bytes are a picture. */
gboolean zb_picture_is_photo (const ZbPicture *picture);

/**
 * zb_picture_read:
 * @path: file name; never opened by this process
 * @max_bytes: larger files are refused
 * @error: of %ZB_PICTURE_ERROR; TOO_LARGE carries the limit in the message as `…|megabytes`
 *
 * Reads a photo or paper in a process of its own with limits. Cost: a third of a second for a photo of 12 megapixels.
 *
 * Returns: (transfer full)
 */
ZbPicture *zb_picture_read (const char *path, gsize max_bytes, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbPicture, zb_picture_free)

G_END_DECLS
