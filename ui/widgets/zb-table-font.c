/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table-font.h"

/* A line as high as any other that the tables show. */
#define SAMPLE "国gÅ1"

ZbTableFont *
zb_table_font_new (GtkWidget *widget)
{
  ZbTableFont *font = g_new0 (ZbTableFont, 1);

  font->context = g_object_ref (gtk_widget_get_pango_context (widget));
  font->figures = pango_attr_list_new ();
  pango_attr_list_insert (font->figures, pango_attr_font_features_new ("tnum=1"));
  zb_table_font_update (font);
  return font;
}

void
zb_table_font_free (ZbTableFont *font)
{
  if (font == NULL)
    return;
  pango_attr_list_unref (font->figures);
  g_object_unref (font->context);
  g_free (font);
}

gboolean
zb_table_font_update (ZbTableFont *font)
{
  g_autoptr(PangoLayout) layout = NULL;

  if (font->serial == pango_context_get_serial (font->context))
    return FALSE;
  font->serial = pango_context_get_serial (font->context);
  layout = zb_table_font_layout (font, SAMPLE, -1);
  pango_layout_get_pixel_size (layout, NULL, &font->height);
  font->baseline = pango_layout_get_baseline (layout);
  font->character = MAX (zb_table_font_width (font, "国"), 8);
  return TRUE;
}

PangoLayout *
zb_table_font_layout (const ZbTableFont *font, const char *text, int width)
{
  PangoLayout *layout = pango_layout_new (font->context);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_attributes (layout, font->figures);
  pango_layout_set_text (layout, text, -1);
  if (width >= 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, width * PANGO_SCALE);
    }
  return layout;
}

int
zb_table_font_width (const ZbTableFont *font, const char *text)
{
  g_autoptr(PangoLayout) layout = zb_table_font_layout (font, text, -1);
  int width;

  /* Upwards: a text is cut when a fraction of a pixel is missing. */
  pango_layout_get_size (layout, &width, NULL);
  return PANGO_PIXELS_CEIL (width);
}
