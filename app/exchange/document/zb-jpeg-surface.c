/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/zb-jpeg-surface.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

typedef struct {
  int width;
  int height;
} ZbSize;

static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, ZbSize *size)
{
  size->width = width;
  size->height = height;
  /* Nothing of it is needed. */
  gdk_pixbuf_loader_set_size (loader, 1, 1);
}

/* Pictures in the registry are JPEGs that the program drew itself; nothing else is taken apart here. */
static GdkPixbufLoader *
loader_new (void)
{
  return gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
}

gboolean
zb_jpeg_size (GBytes *jpeg, int *out_width, int *out_height)
{
  g_autoptr(GdkPixbufLoader) loader = loader_new ();
  gsize n, step = 4096;
  const guchar *bytes = g_bytes_get_data (jpeg, &n);
  ZbSize size = { 0, 0 };
  gboolean more = TRUE;

  *out_width = *out_height = 0;
  if (loader == NULL)
    return FALSE;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &size);
  for (gsize at = 0; more && at < n && size.width == 0; at += step)
    more = gdk_pixbuf_loader_write (loader, bytes + at, MIN (step, n - at), NULL);
  gdk_pixbuf_loader_close (loader, NULL);
  *out_width = size.width;
  *out_height = size.height;
  return size.width > 0 && size.height > 0;
}

static GdkPixbuf *
load (GBytes *jpeg)
{
  g_autoptr(GdkPixbufLoader) loader = loader_new ();
  gboolean good = loader != NULL && gdk_pixbuf_loader_write_bytes (loader, jpeg, NULL);

  if (loader == NULL || !gdk_pixbuf_loader_close (loader, NULL) || !good || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static void
copy_pixels (GdkPixbuf *pixbuf, cairo_surface_t *surface)
{
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf), width = gdk_pixbuf_get_width (pixbuf);
  guchar *to = cairo_image_surface_get_data (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    {
      const guchar *pixel = from + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *out = (guint32 *) (gpointer) (to + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, pixel += channels)
        out[x] = 0xff000000u | (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];
    }
  cairo_surface_mark_dirty (surface);
}

cairo_surface_t *
zb_jpeg_surface (GBytes *jpeg)
{
  g_autoptr(GdkPixbuf) pixbuf = load (jpeg);
  cairo_surface_t *surface;
  gsize n;
  const guchar *data = g_bytes_get_data (jpeg, &n);

  if (pixbuf == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  copy_pixels (pixbuf, surface);
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, n, (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (jpeg));
  return surface;
}
