/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZbTableFont:
 * @serial: changes whenever texts must be set anew
 * @baseline: of a line with Chinese characters and Latin letters, from its top, in Pango units
 * @height: of such a line, in pixels
 *
 * How the texts of one table are set. Its cells share it: a Pango context for each of them would cost
 * more than the texts themselves.
 */
typedef struct {
  PangoContext *context; /* (owned) */
  PangoAttrList *figures; /* (owned): tabular */
  guint serial;
  int baseline;
  int height;
  int character; /* width of a Chinese character, in pixels */
} ZbTableFont;

/** zb_table_font_new: for texts inside @widget. */
ZbTableFont *zb_table_font_new (GtkWidget *widget);
void zb_table_font_free (ZbTableFont *font);
/** zb_table_font_update: looks whether the style or the size of text changed. Returns: whether it did */
gboolean zb_table_font_update (ZbTableFont *font);

/** zb_table_font_layout: Returns: (transfer full): one line of @text, cut with dots at @width pixels. */
PangoLayout *zb_table_font_layout (const ZbTableFont *font, const char *text, int width);

/** zb_table_font_width: how wide @text is, in pixels. */
int zb_table_font_width (const ZbTableFont *font, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTableFont, zb_table_font_free)

G_END_DECLS
