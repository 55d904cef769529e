/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-glyphs.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define WIDTH 841.89
#define HEIGHT 595.276
#define EDGE 34.0
#define SIZE 9.0
#define MAX_TEXT 256

typedef struct {
  cairo_t *cr;
  cairo_scaled_font_t *font; /* (unowned): the context's */
  GHashTable *indexes;       /* (owned): character → glyph */
  GHashTable *advances;      /* (owned): character → thousandth of its width */
} Bare;

static cairo_font_face_t *
find_face (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_from_string ("宋体,SimSun,Noto Serif CJK SC,serif 10");
  g_autoptr(PangoFont) font = pango_context_load_font (context, description);
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));

  pango_font_description_free (description);
  g_object_unref (context);
  return cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
}

static gulong
glyph_of (Bare *bare, gunichar c, double *out_advance)
{
  gpointer index, advance;
  char text[8] = { 0 };
  cairo_glyph_t *glyphs = NULL;
  cairo_text_extents_t extents;
  int n = 0;

  if (g_hash_table_lookup_extended (bare->indexes, GUINT_TO_POINTER (c), NULL, &index))
    {
      advance = g_hash_table_lookup (bare->advances, GUINT_TO_POINTER (c));
      *out_advance = GPOINTER_TO_UINT (advance) / 1000.0;
      return GPOINTER_TO_UINT (index);
    }
  g_unichar_to_utf8 (c, text);
  cairo_scaled_font_text_to_glyphs (bare->font, 0, 0, text, -1, &glyphs, &n, NULL, NULL, NULL);
  cairo_scaled_font_glyph_extents (bare->font, glyphs, 1, &extents);
  g_hash_table_insert (bare->indexes, GUINT_TO_POINTER (c), GUINT_TO_POINTER ((guint) glyphs[0].index));
  g_hash_table_insert (bare->advances, GUINT_TO_POINTER (c), GUINT_TO_POINTER ((guint) (extents.x_advance * 1000)));
  cairo_glyph_free (glyphs);
  return glyph_of (bare, c, out_advance);
}

static void
show (Bare *bare, const char *text, double x, double y)
{
  cairo_glyph_t glyphs[MAX_TEXT];
  cairo_text_cluster_t clusters[MAX_TEXT];
  int n = 0;

  for (const char *p = text; *p != '\0' && n < MAX_TEXT; p = g_utf8_next_char (p), n++)
    {
      double advance;

      glyphs[n] = (cairo_glyph_t) { glyph_of (bare, g_utf8_get_char (p), &advance), x, y };
      clusters[n] = (cairo_text_cluster_t) { (int) (g_utf8_next_char (p) - p), 1 };
      x += advance;
    }
  if (n > 0)
    cairo_show_text_glyphs (bare->cr, text, (int) strlen (text), glyphs, n, clusters, n, 0);
}

static void
draw_lines (Bare *bare, guint n_rows, guint n_columns, double height)
{
  double width = (WIDTH - 2 * EDGE) / n_columns;

  for (guint i = 0; i <= n_rows; i++)
    {
      cairo_move_to (bare->cr, EDGE, EDGE + i * height);
      cairo_line_to (bare->cr, WIDTH - EDGE, EDGE + i * height);
    }
  for (guint i = 0; i <= n_columns; i++)
    {
      cairo_move_to (bare->cr, EDGE + i * width, EDGE);
      cairo_line_to (bare->cr, EDGE + i * width, EDGE + n_rows * height);
    }
  cairo_set_line_width (bare->cr, 0.5);
  cairo_stroke (bare->cr);
}

void
bench_glyphs_draw (GPtrArray *texts, guint n_columns, guint rows_a_page, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
  cairo_font_face_t *face = find_face ();
  Bare bare = { .cr = cairo_create (surface), .indexes = g_hash_table_new (NULL, NULL), .advances = g_hash_table_new (NULL, NULL) };
  guint n_rows = texts->len / n_columns;
  double width = (WIDTH - 2 * EDGE) / n_columns, height = (HEIGHT - 2 * EDGE) / rows_a_page;

  cairo_set_font_face (bare.cr, face);
  cairo_set_font_size (bare.cr, SIZE);
  bare.font = cairo_get_scaled_font (bare.cr);
  for (guint from = 0; from < n_rows; from += rows_a_page)
    {
      guint n = MIN (rows_a_page, n_rows - from);

      for (guint i = 0; i < n * n_columns; i++)
        show (&bare, g_ptr_array_index (texts, from * n_columns + i), EDGE + i % n_columns * width + 2, EDGE + (i / n_columns + 0.7) * height);
      draw_lines (&bare, n, n_columns, height);
      cairo_show_page (bare.cr);
    }
  cairo_destroy (bare.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  cairo_font_face_destroy (face);
  g_hash_table_unref (bare.indexes);
  g_hash_table_unref (bare.advances);
}
