/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz-picture: damages honest pictures at random and takes them apart in this process, and what the child says in the
 * program. What is asked: no crash, no leak under a sanitizer, no warning, and whatever comes out is a JPEG of no more
 * than the size that is kept.
 *
 * By default a fixed number of inputs from a fixed seed; for longer runs ZB_FUZZ_RUNS and ZB_FUZZ_SEED, and ZB_FUZZ_KEEP
 * for the last input, as with fuzz-sheet. LLVMFuzzerTestOneInput() is what libFuzzer calls.
 */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/picture/zb-exif.h"
#include "exchange/picture/zb-picture-file.h"
#include "exchange/picture/zb-picture-wire.h"

#define DEFAULT_RUNS 400
#define LARGEST (64 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_kept (GBytes *bytes, int side)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  GdkPixbuf *pixbuf;
  ZbExif exif;

  g_assert_true (gdk_pixbuf_loader_write (loader, data, size, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  g_assert_cmpint (MAX (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf)), <=, side);
  zb_exif_read (data, size, &exif);
  g_assert_cmpuint (exif.orientation, ==, 1);
  g_assert_false (exif.has_position);
  g_assert_null (memmem (data, size, "Exif", 4));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* Its own allocation, so that a sanitizer sees a byte read behind the end. */
  g_autofree guint8 *exact = g_memdup2 (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbPicture) picture = zb_picture_bytes_read (exact, size, "photo.jpg", &error);

  g_assert_true ((picture == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == ZB_PICTURE_ERROR);
  if (picture == NULL)
    return 0;
  g_assert_true (zb_picture_is_photo (picture));
  check_kept (picture->data, ZB_PICTURE_SIDE);
  check_kept (picture->preview, ZB_PICTURE_PREVIEW_SIDE);
  return 0;
}

/* Damaging */

static void
damage_once (GRand *random, GByteArray *bytes)
{
  static const char *const words[] = {
    "\xff\xd8\xff\xe1", "\xff\xda", "\xff\xd9", "\xff\xc0", "\xff\xff\xff\xff", "Exif\0\0MM\0*", "II*\0\x08\0\0\0", "IHDR", "IDAT", "eXIf", "\x7f\xff\xff\xff",
    "\x87\x69\0\x04", "\x88\x25\0\x04", "http://ns.adobe.com/", "iTXt", "\0\0\0\0"
  };
  static const gsize sizes[] = { 4, 2, 2, 2, 4, 10, 8, 4, 4, 4, 4, 4, 4, 20, 4, 4 };
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) bytes->len) : 0;
  guint word = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (words));
  /* Most of what decides stands at the beginning. */
  guint early = bytes->len > 0 ? at % MIN (bytes->len, 300) : 0;
  g_autoptr(GByteArray) tail = g_byte_array_new ();

  switch (bytes->len == 0 ? 3 : g_rand_int_range (random, 0, 7))
    {
    case 0: bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8)); break;
    case 1: bytes->data[early] ^= (guint8) (1 << g_rand_int_range (random, 0, 8)); break;
    case 2: g_byte_array_set_size (bytes, at); break;
    case 3:
      g_byte_array_append (tail, bytes->data + early, bytes->len - early);
      g_byte_array_set_size (bytes, early);
      g_byte_array_append (bytes, (const guint8 *) words[word], (guint) sizes[word]);
      g_byte_array_append (bytes, tail->data, tail->len);
      break;
    case 4: g_byte_array_remove_range (bytes, early, (guint) g_rand_int_range (random, 0, (gint32) MIN (bytes->len - early, 20))); break;
    case 5: memcpy (bytes->data + early, words[word], MIN (sizes[word], bytes->len - early)); break;
    default: bytes->data[early] = (guint8) g_rand_int_range (random, 0, 256); break;
    }
  if (bytes->len > LARGEST)
    g_byte_array_set_size (bytes, LARGEST);
}

static GByteArray *
damage (GRand *random, const void *data, gsize size)
{
  GByteArray *bytes = g_byte_array_new ();
  gint32 times = g_rand_int_range (random, 1, 7);

  g_byte_array_append (bytes, data, (guint) size);
  while (times-- > 0)
    damage_once (random, bytes);
  return bytes;
}

/* Honest pictures */

static GBytes *
draw (const char *type)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, strcmp (type, "png") == 0, 8, 40, 30);
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0xc7000bff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, NULL, NULL));
  return g_bytes_new_take (data, size);
}

/* A JPEG with what a camera writes: turned, dated, placed. */
static GBytes *
photograph (void)
{
  static const guint8 segment[] = {
    0xff, 0xe1, 0x00, 0x54, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, '*', 0, 0, 0, 8, 0, 3,
    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x01, 0x32, 0, 2, 0, 0, 0, 10, 0, 0, 0, 64, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 50, 0, 0, 0, 0,
    0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 64, '2', '0', '2', '6', ':', '0', '4', ':', '1', '5', 0, 0,
  };
  g_autoptr(GBytes) plain = draw ("jpeg");
  GByteArray *out = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (plain, &size);

  g_byte_array_append (out, data, 2);
  g_byte_array_append (out, segment, sizeof segment);
  g_byte_array_append (out, data + 2, (guint) size - 2);
  return g_byte_array_free_to_bytes (out);
}

/* Running */

static void
try_many (GBytes *honest, guint times)
{
  const char *runs = g_getenv ("ZB_FUZZ_RUNS"), *seed = g_getenv ("ZB_FUZZ_SEED"), *keep = g_getenv ("ZB_FUZZ_KEEP");
  GRand *random = g_rand_new_with_seed (seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : 20261124);
  guint n = runs != NULL ? (guint) g_ascii_strtoull (runs, NULL, 10) : DEFAULT_RUNS * times;
  gsize size;
  const guint8 *data = g_bytes_get_data (honest, &size);

  LLVMFuzzerTestOneInput (data, size);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GByteArray) bytes = damage (random, data, size);

      if (keep != NULL)
        g_file_set_contents (keep, (const char *) bytes->data, (gssize) bytes->len, NULL);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  g_rand_free (random);
}

static void
test_pictures (gconstpointer type)
{
  g_autoptr(GBytes) honest = draw (type);

  try_many (honest, 1);
}

static void
test_photos (void)
{
  g_autoptr(GBytes) honest = photograph ();
  gsize size;
  const guint8 *data = g_bytes_get_data (honest, &size);
  ZbExif exif;

  zb_exif_read (data, size, &exif);
  g_assert_cmpuint (exif.orientation, ==, 6);
  g_assert_true (exif.has_position);
  g_assert_cmpint (exif.taken_on.day, ==, 15);
  try_many (honest, 2);
}

/* What a child that has been taken over could send. */
static void
test_answers (void)
{
  GRand *random = g_rand_new_with_seed (20261124);
  g_autoptr(GBytes) drawn = draw ("jpeg");
  ZbPicture honest = { .media = (char *) "image/jpeg", .data = drawn, .preview = drawn, .taken_on = { 2026, 4, 15 }, .had_position = TRUE };
  int fd = memfd_create ("answer", MFD_CLOEXEC);
  gsize size;
  g_autofree guint8 *answer = NULL;
  g_autoptr(ZbPicture) whole = NULL;

  g_assert_true (zb_picture_wire_write (fd, &honest));
  size = (gsize) lseek (fd, 0, SEEK_END);
  answer = g_malloc (size);
  g_assert_cmpint (pread (fd, answer, size, 0), ==, (gssize) size);
  close (fd);
  whole = zb_picture_wire_read (answer, size, NULL);
  g_assert_nonnull (whole);
  g_assert_true (g_bytes_equal (whole->data, drawn) && g_bytes_equal (whole->preview, drawn) && whole->had_position);
  g_assert_cmpint (zb_date_compare (whole->taken_on, honest.taken_on), ==, 0);
  for (guint i = 0; i < DEFAULT_RUNS * 20; i++)
    {
      g_autoptr(GByteArray) bytes = damage (random, answer, size);
      g_autofree guint8 *exact = g_memdup2 (bytes->data, bytes->len);
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbPicture) picture = NULL;

      if (bytes->len >= ZB_PICTURE_HEAD)
        g_assert_cmpuint (zb_picture_wire_size (exact, 1000), <=, ZB_PICTURE_HEAD + 2 * ZB_PICTURE_MAX_DRAWN);
      picture = zb_picture_wire_read (exact, bytes->len, &error);
      g_assert_true ((picture == NULL) == (error != NULL));
      g_assert_true (picture == NULL || g_utf8_validate (picture->media, -1, NULL));
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  zb_picture_prepare ();
  g_test_add_data_func ("/fuzz-picture/jpeg", "jpeg", test_pictures);
  g_test_add_data_func ("/fuzz-picture/png", "png", test_pictures);
  g_test_add_data_func ("/fuzz-picture/tiff", "tiff", test_pictures);
  g_test_add_data_func ("/fuzz-picture/bmp", "bmp", test_pictures);
  g_test_add_func ("/fuzz-picture/photos", test_photos);
  g_test_add_func ("/fuzz-picture/answers", test_answers);
  return g_test_run ();
}
