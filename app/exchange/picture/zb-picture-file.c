/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/picture/zb-picture-file.h"

#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/picture/zb-exif.h"
#include "exchange/picture/zb-picture-wire.h"

/* Above, files grow and no eye sees more; a photo of 2048 pixels has about 0.6 MB. */
#define QUALITY "85"
/* A phone's best photo has 200 megapixels; a page scanned at 1200 dots per inch has 140. */
#define MAX_PIXELS (G_GUINT64_CONSTANT (220) * 1000 * 1000)

/* Pictures that are read, by their first bytes, and others that people have. */
static const struct { const char *bytes; gsize at; gsize size; const char *type; } signs[] = {
  { "\xff\xd8\xff", 0, 3, "jpeg" }, { "\x89PNG\r\n\x1a\n", 0, 8, "png" }, { "II*\0", 0, 4, "tiff" }, { "MM\0*", 0, 4, "tiff" }, { "BM", 0, 2, "bmp" },
  { "GIF8", 0, 4, NULL }, { "WEBP", 8, 4, NULL }, { "ftyphei", 4, 7, NULL }, { "ftypmif1", 4, 8, NULL }, { "ftypavif", 4, 8, NULL },
};

static const char *const picture_endings[] = {
  "jpg", "jpeg", "jpe", "png", "tif", "tiff", "bmp", "gif", "webp", "heic", "heif", "avif", NULL
};

/* Papers that are kept as they are: the ending, and how such a file begins. */
static const struct { const char *ending; const char *media; const char *begins; gsize size; } papers[] = {
  { "pdf", "application/pdf", "%PDF-", 5 },
  { "ofd", "application/ofd", "PK\3\4", 4 },
  { "docx", "application/vnd.ms-word.docx", "PK\3\4", 4 }, { "xlsx", "application/vnd.ms-excel.xlsx", "PK\3\4", 4 },
  { "pptx", "application/vnd.ms-powerpoint.pptx", "PK\3\4", 4 },
  { "doc", "application/msword", "\xd0\xcf\x11\xe0", 4 }, { "xls", "application/vnd.ms-excel", "\xd0\xcf\x11\xe0", 4 },
  { "ppt", "application/vnd.ms-powerpoint", "\xd0\xcf\x11\xe0", 4 },
  { "wps", "application/vnd.ms-works", "", 0 }, { "et", "application/vnd.wps-et", "", 0 }, { "txt", "text/plain", "", 0 },
};

static ZbPicture *
refuse (GError **error, ZbPictureError code, const char *message)
{
  g_set_error_literal (error, ZB_PICTURE_ERROR, (int) code, message);
  return NULL;
}

static char *
ending_of (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL ? g_ascii_strdown (dot + 1, -1) : g_strdup ("");
}

void
zb_picture_prepare (void)
{
  /* Readers are libraries: each kind is loaded once. */
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].type != NULL)
      {
        g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (signs[i].type, NULL);

        if (loader != NULL)
          gdk_pixbuf_loader_close (loader, NULL);
      }
}

/* Pictures */

typedef struct {
  gboolean can_shrink;
  gboolean is_too_large;
} Decoding;

static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Decoding *decoding = data;

  if (width < 1 || height < 1 || (guint64) width * (guint64) height > MAX_PIXELS)
    decoding->is_too_large = TRUE;
  /* Of no size, it is given up before memory is taken for its pixels. */
  if (decoding->is_too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  /* A JPEG of many pixels is decoded small, which takes a fraction of memory and time. */
  else if (decoding->can_shrink && MAX (width, height) > 2 * ZB_PICTURE_SIDE)
    {
      double share = 2.0 * ZB_PICTURE_SIDE / MAX (width, height);

      gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * share)), MAX (1, (int) (height * share)));
    }
}

/* What was cut short is filled up with grey and called good: a JPEG’s end mark must follow the picture’s data. */
static gboolean
has_jpeg_end (const guint8 *data, gsize size)
{
  gsize at = 2;

  /* Up to the first scan; a thumbnail among the segments has an end mark of its own. */
  while (size - at >= 4 && data[at] == 0xff && data[at + 1] != 0xda)
    {
      gsize length = data[at + 1] == 0xff ? 0 : ((gsize) data[at + 2] << 8 | data[at + 3]) + 1;

      if (size - at - 1 < length)
        return FALSE;
      at += 1 + length;
    }
  return memmem (data + at, size - at, "\xff\xd9", 2) != NULL;
}

static gboolean
has_end (const guint8 *data, gsize size, const char *type)
{
  if (strcmp (type, "jpeg") == 0)
    return has_jpeg_end (data, size);
  if (strcmp (type, "png") == 0)
    return memmem (data, size, "IEND", 4) != NULL;
  /* A BMP says behind its sign how long it is. */
  return strcmp (type, "bmp") != 0 || (size >= 6 && (data[2] | data[3] << 8 | data[4] << 16 | (gsize) data[5] << 24) <= size);
}

static GdkPixbuf *
decode (const guint8 *data, gsize size, const char *type, GError **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  Decoding decoding = { .can_shrink = strcmp (type, "jpeg") == 0 };
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  g_autoptr(GError) failure = NULL;
  gboolean is_good = TRUE;

  if (loader == NULL)
    return (gpointer) refuse (error, ZB_PICTURE_ERROR_OTHER_PICTURE, type);
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &decoding);
  for (gsize at = 0; is_good && !decoding.is_too_large && at < size; at += 65536)
    is_good = gdk_pixbuf_loader_write (loader, data + at, MIN (65536, size - at), &failure);
  is_good = gdk_pixbuf_loader_close (loader, is_good ? &failure : NULL) && is_good;
  if (decoding.is_too_large || g_error_matches (failure, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    return (gpointer) refuse (error, ZB_PICTURE_ERROR_TOO_MANY_PIXELS, "too many pixels");
  if (is_good && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    pixbuf = g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
  if (pixbuf == NULL || !has_end (data, size, type))
    return (gpointer) refuse (error, ZB_PICTURE_ERROR_DAMAGED, failure != NULL ? failure->message : "cut short");
  return g_steal_pointer (&pixbuf);
}

/* At most so long on its longer side; never larger than it was. */
static GdkPixbuf *
fit (GdkPixbuf *pixbuf, int side)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf), longer = MAX (width, height);

  if (longer <= side)
    return g_object_ref (pixbuf);
  return gdk_pixbuf_scale_simple (pixbuf, MAX (1, (int) ((gint64) width * side / longer)), MAX (1, (int) ((gint64) height * side / longer)),
                                  GDK_INTERP_BILINEAR);
}

/* Turned upright: what the camera noted, done. */
static GdkPixbuf *
turn (GdkPixbuf *pixbuf, guint orientation)
{
  static const struct { GdkPixbufRotation rotation; gboolean flip; } turns[] = {
    [1] = { GDK_PIXBUF_ROTATE_NONE, FALSE }, [2] = { GDK_PIXBUF_ROTATE_NONE, TRUE }, [3] = { GDK_PIXBUF_ROTATE_UPSIDEDOWN, FALSE },
    [4] = { GDK_PIXBUF_ROTATE_UPSIDEDOWN, TRUE }, [5] = { GDK_PIXBUF_ROTATE_CLOCKWISE, TRUE }, [6] = { GDK_PIXBUF_ROTATE_CLOCKWISE, FALSE },
    [7] = { GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE, TRUE }, [8] = { GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE, FALSE },
  };
  g_autoptr(GdkPixbuf) rotated = gdk_pixbuf_rotate_simple (pixbuf, turns[orientation].rotation);

  if (rotated == NULL || !turns[orientation].flip)
    return g_steal_pointer (&rotated);
  return gdk_pixbuf_flip (rotated, TRUE);
}

/* Paper is white behind what is transparent. */
static GdkPixbuf *
on_white (GdkPixbuf *pixbuf)
{
  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return g_object_ref (pixbuf);
  return gdk_pixbuf_composite_color_simple (pixbuf, gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf), GDK_INTERP_NEAREST, 255, 8,
                                            0xffffffff, 0xffffffff);
}

static GBytes *
encode (GdkPixbuf *pixbuf)
{
  char *data = NULL;
  gsize size;

  return pixbuf != NULL && gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", NULL, "quality", QUALITY, NULL) ? g_bytes_new_take (data, size)
                                                                                                                  : NULL;
}

static ZbPicture *
read_picture (const guint8 *data, gsize size, const char *type, GError **error)
{
  g_autoptr(ZbPicture) picture = g_new0 (ZbPicture, 1);
  g_autoptr(GdkPixbuf) raw = NULL;
  g_autoptr(GdkPixbuf) small = NULL;
  g_autoptr(GdkPixbuf) plain = NULL;
  g_autoptr(GdkPixbuf) upright = NULL;
  g_autoptr(GdkPixbuf) preview = NULL;
  ZbExif exif;

  zb_exif_read (data, size, &exif);
  if (!(raw = decode (data, size, type, error)))
    return NULL;
  small = fit (raw, ZB_PICTURE_SIDE);
  plain = small != NULL ? on_white (small) : NULL;
  upright = plain != NULL ? turn (plain, exif.orientation) : NULL;
  preview = upright != NULL ? fit (upright, ZB_PICTURE_PREVIEW_SIDE) : NULL;
  picture->data = encode (upright);
  picture->preview = encode (preview);
  if (picture->data == NULL || picture->preview == NULL)
    return refuse (error, ZB_PICTURE_ERROR_TOO_MANY_PIXELS, "no memory for the picture");
  picture->media = g_strdup ("image/jpeg");
  picture->taken_on = exif.taken_on;
  picture->had_position = exif.has_position;
  return g_steal_pointer (&picture);
}

/* Papers */

static ZbPicture *
read_paper (const guint8 *data, gsize size, const char *ending, GError **error)
{
  ZbPicture *picture;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (strcmp (papers[i].ending, ending) != 0)
        continue;
      if (size < papers[i].size || memcmp (data, papers[i].begins, papers[i].size) != 0)
        return refuse (error, ZB_PICTURE_ERROR_NOT_A_PAPER, "not what its name says");
      picture = g_new0 (ZbPicture, 1);
      picture->media = g_strdup (papers[i].media);
      picture->data = g_bytes_new (data, size);
      return picture;
    }
  return refuse (error, ZB_PICTURE_ERROR_NOT_A_PAPER, "of no kind that is kept");
}

ZbPicture *
zb_picture_bytes_read (const guint8 *data, gsize size, const char *name, GError **error)
{
  g_autofree char *ending = ending_of (name);

  if (size == 0)
    return refuse (error, ZB_PICTURE_ERROR_EMPTY, "no bytes");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (size >= signs[i].at + signs[i].size && memcmp (data + signs[i].at, signs[i].bytes, signs[i].size) == 0)
      return signs[i].type != NULL ? read_picture (data, size, signs[i].type, error)
                                   : refuse (error, ZB_PICTURE_ERROR_OTHER_PICTURE, "a picture of another kind");
  if (g_strv_contains (picture_endings, ending))
    return refuse (error, ZB_PICTURE_ERROR_NOT_A_PICTURE, "named like a picture");
  return read_paper (data, size, ending, error);
}

ZbPicture *
zb_picture_file_read (int fd, const char *name, gsize max_bytes, GError **error)
{
  g_autofree guint8 *data = NULL;
  gsize size, have = 0;
  struct stat status;

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    return refuse (error, ZB_PICTURE_ERROR_NOT_A_FILE, "a folder or a device");
  if (status.st_size == 0)
    return refuse (error, ZB_PICTURE_ERROR_EMPTY, "no bytes");
  if ((guint64) status.st_size > max_bytes)
    return refuse (error, ZB_PICTURE_ERROR_TOO_LARGE, "too large");
  size = (gsize) status.st_size;
  if (!(data = g_try_malloc (size)))
    return refuse (error, ZB_PICTURE_ERROR_TOO_LARGE, "no memory for the file");
  while (have < size)
    {
      gssize n = read (fd, data + have, size - have);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return refuse (error, ZB_PICTURE_ERROR_DAMAGED, "the file could not be read to its end");
      have += (gsize) n;
    }
  return zb_picture_bytes_read (data, size, name, error);
}
