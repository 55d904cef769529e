/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZB_TYPE_TEXT (zb_text_get_type ())

/**
 * ZbText:
 *
 * A sentence that goes on in a second line where the first is full. A GtkLabel that wraps sets its text
 * some thirty times, also with a single character in each line, to know how large it may be; this one
 * twice. For places with many sentences that are not selected or clicked.
 */
G_DECLARE_FINAL_TYPE (ZbText, zb_text, ZB, TEXT, GtkWidget)

GtkWidget *zb_text_new (const char *text);
const char *zb_text_get_text (ZbText *self);

G_END_DECLS
