/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bench-times.h"

G_BEGIN_DECLS

/*
 * What the benchmarks of the window share: finding widgets, and waiting for frames.
 */

/** bench_find: the first widget of that type on the screen. Returns: (nullable) (transfer none) */
GtkWidget *bench_find (GtkWidget *widget, GType type);

/** bench_wait_for_paint: runs the main loop until a frame of @window, which is realized, is through that began after now. */
void bench_wait_for_paint (GtkWidget *window);

/** bench_settle: runs the main loop for half a second, then a frame, so that nothing is left to do. */
void bench_settle (GtkWidget *window);

G_END_DECLS
