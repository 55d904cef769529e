/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-date.h"

G_BEGIN_DECLS

/**
 * ZbExif:
 * @orientation: 1–8 as in the EXIF standard; 1 is upright, also when nothing is said
 * @taken_on: day the picture was taken
 * @has_position: whether the place is told
 */
typedef struct {
  guint orientation;
  ZbDate taken_on;
  gboolean has_position;
} ZbExif;

/**
 * zb_exif_read:
 * @data: (array length=size): a JPEG, PNG or TIFF file, whole
 *
 * What the camera wrote beside the picture. Broken parts are passed over. Cost: a walk over the file's segments.
 */
void zb_exif_read (const guint8 *data, gsize size, ZbExif *out);

G_END_DECLS
