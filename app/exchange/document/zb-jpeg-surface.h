/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/** zb_jpeg_size: of a picture in pixels; %FALSE when it cannot be read. Cost: the picture's head. */
gboolean zb_jpeg_size (GBytes *jpeg, int *out_width, int *out_height);

/** zb_jpeg_surface: the picture for drawing; a PDF takes its own bytes. Returns: (transfer full) (nullable): %NULL when it cannot be read */
cairo_surface_t *zb_jpeg_surface (GBytes *jpeg);

G_END_DECLS
