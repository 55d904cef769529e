/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A part of a page: a heading, tools beside it, and below them what it is about.
 */

/** zb_section_new: @tools (nullable) (transfer floating): at the end of the heading's line. Returns: (transfer floating) */
GtkWidget *zb_section_new (const char *title, GtkWidget *tools);

/** zb_section_set_content: puts @content (transfer floating) in place of what stood below the heading. */
void zb_section_set_content (GtkWidget *section, GtkWidget *content);

/** zb_section_line_new: a quiet line of text, for what is not there yet. Returns: (transfer floating) */
GtkWidget *zb_section_line_new (const char *text);

G_END_DECLS
