/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bench_glyphs_draw:
 * @texts: (element-type utf8): row by row
 * @n_columns: cells of a row
 * @rows_a_page: as the list that it is held against
 *
 * Draws texts on the pages of a PDF and nothing more: one face, every character looked up once, a call of
 * cairo_show_text_glyphs() for each cell, so that it can be searched, and the lines of a page as one path.
 */
void bench_glyphs_draw (GPtrArray *texts, guint n_columns, guint rows_a_page, const char *path);

G_END_DECLS
