/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the benchmarks of the window share: waiting for frames, and the middle and the tail of what was measured.
 */

/** bench_quantile: the value below which @share of the @n values lie; sorts them. */
double bench_quantile (double *values, guint n, double share);

/** bench_find: the first widget of that type on the screen. Returns: (nullable) (transfer none) */
GtkWidget *bench_find (GtkWidget *widget, GType type);

/** bench_wait_for_paint: runs the main loop until a frame of @window, which is realized, is through that began after now. */
void bench_wait_for_paint (GtkWidget *window);

/** bench_settle: runs the main loop for half a second, then a frame, so that nothing is left to do. */
void bench_settle (GtkWidget *window);

G_END_DECLS
