/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-party-flag.h"
#include "zb-test-widgets.h"

/* Ten pixels a square of the 制法说明: 36 by 24 squares. */
#define SQUARE 10
#define WIDTH (36 * SQUARE)
#define HEIGHT (24 * SQUARE)

static cairo_surface_t *
flag_new (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  zb_party_flag_draw (cr, WIDTH);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Gold has green in it, the red of the cloth hardly any. */
static gboolean
is_gold (cairo_surface_t *surface, int x, int y)
{
  const guint32 *line = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

  return ((line[x] >> 8) & 0xff) > 0x84;
}

/* The emblem touches all four sides of its square, and nothing of it is outside. */
static void
test_place (void)
{
  cairo_surface_t *surface = flag_new ();
  int left = WIDTH, right = -1, top = HEIGHT, bottom = -1;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (is_gold (surface, x, y))
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = MAX (bottom, y);
        }
  g_assert_cmpint (left, ==, 4 * SQUARE);
  g_assert_cmpint (right, ==, 12 * SQUARE - 1);
  g_assert_cmpint (top, ==, 3 * SQUARE);
  g_assert_cmpint (bottom, ==, 11 * SQUARE - 1);
  cairo_surface_destroy (surface);
}

/* Points of the drawing, in the emblem's own 32 squares with lines from 1 to 33: what is gold there, and what is not. */
static void
test_shape (void)
{
  static const struct { double x, y; gboolean gold; } points[] = {
    { 12, 11, TRUE },   /* head of the hammer */
    { 17, 6.5, TRUE },  /* its upper end */
    { 13.5, 4, FALSE }, /* hollowed */
    { 24, 24, TRUE },   /* handle */
    { 30.5, 30.5, TRUE }, { 32.5, 32.5, FALSE }, /* its end */
    { 31, 24, TRUE },   /* blade at the right */
    { 17, 30, TRUE },   /* blade below */
    { 21, 2.3, TRUE },  /* point of the blade */
    { 22, 14, FALSE },  /* inside the blade */
    { 13, 24, FALSE },
    { 3.5, 30.5, TRUE }, /* knob */
    { 5.5, 28.5, TRUE }, /* grip */
    { 4, 24, TRUE },    /* end of the blade */
    { 3, 20, FALSE }, { 2, 2, FALSE }, { 30, 3, FALSE }, { 31.5, 17, TRUE },
  };
  cairo_surface_t *surface = flag_new ();

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      int x = 4 * SQUARE + (int) ((points[i].x - 1) * 8 * SQUARE / 32), y = 3 * SQUARE + (int) ((points[i].y - 1) * 8 * SQUARE / 32);

      g_test_message ("%g, %g", points[i].x, points[i].y);
      g_assert_cmpint (is_gold (surface, x, y), ==, points[i].gold);
    }
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  zb_test_widgets_init (&argc, &argv);
  g_test_add_func ("/party-flag/place", test_place);
  g_test_add_func ("/party-flag/shape", test_shape);
  return g_test_run ();
}
