/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZbDrawing:
 * @renderer: (nullable): GSK_RENDERER, %NULL: not set
 * @debug: (nullable): GDK_DEBUG
 *
 * How GTK is told to draw: what the environment has of it.
 */
typedef struct {
  char *renderer;
  char *debug;
} ZbDrawing;

void zb_drawing_free (ZbDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDrawing, zb_drawing_free)

/**
 * zb_drawing_choose:
 * @devices: folder of the graphics devices, `/dev/dri`
 * @said: what the user's environment says
 *
 * Where there is no graphics processor, and for who asked for cairo anyway, OpenGL would be computed by the
 * processor: its libraries would be loaded for nothing (62 MB, 50 ms). Whatever else @said says stays.
 *
 * Returns: (transfer full): what the environment should say
 */
ZbDrawing *zb_drawing_choose (const char *devices, const ZbDrawing *said);

/**
 * zb_drawing_start:
 *
 * Lets GTK draw as zb_drawing_choose() says. To be called before GTK starts and before there are threads.
 *
 * Returns: (transfer full): what the environment said before
 */
ZbDrawing *zb_drawing_start (void);

/**
 * zb_drawing_restore_later:
 * @said: (transfer full): what the environment said before zb_drawing_start()
 *
 * Puts it back as soon as a window of @application is there, by when GTK has read it: programs that are
 * started from this one (a viewer of the help, the preview of the printer) are to choose for themselves.
 */
void zb_drawing_restore_later (GtkApplication *application, ZbDrawing *said);

G_END_DECLS
