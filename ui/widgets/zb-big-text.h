/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZB_TYPE_BIG_TEXT (zb_big_text_get_type ())

/**
 * ZbBigText:
 *
 * A text as large as its place allows, on as many lines as that takes: for what is read from the other end of a hall.
 */
G_DECLARE_FINAL_TYPE (ZbBigText, zb_big_text, ZB, BIG_TEXT, GtkWidget)

/** zb_big_text_new: @share: how much of the height a single line takes at most, 0–1 */
GtkWidget *zb_big_text_new (double share);

void zb_big_text_set_text (ZbBigText *self, const char *text);
const char *zb_big_text_get_text (ZbBigText *self);

/**
 * zb_big_text_keep_together:
 *
 * The text with U+2060 within the terms of the field and within short brackets, so that no line ends there: 中国／共产党
 * is not torn. Returns: (transfer full)
 */
char *zb_big_text_keep_together (const char *text);

/** zb_big_text_get_size: pixels of the letters as they were last drawn. */
int zb_big_text_get_size (ZbBigText *self);

G_END_DECLS
