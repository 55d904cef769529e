/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/picture/zb-exif.h"

#include <string.h>

/* Tags and sizes: Exif 2.32 (CIPA DC-008), TIFF 6.0. */
#define TAG_ORIENTATION 0x0112
#define TAG_CHANGED 0x0132
#define TAG_EXIF 0x8769
#define TAG_GPS 0x8825
#define TAG_TAKEN 0x9003
#define GPS_LATITUDE 2
#define GPS_LONGITUDE 4
#define ENTRY_SIZE 12

/* A part of the file that nothing is read outside of. */
typedef struct {
  const guint8 *data;
  gsize size;
  gboolean big; /* big-endian */
} Block;

static guint32
number (const Block *block, gsize at, guint bytes)
{
  guint32 value = 0;

  if (at > block->size || block->size - at < bytes)
    return 0;
  for (guint i = 0; i < bytes; i++)
    value = value << 8 | block->data[at + (block->big ? i : bytes - 1 - i)];
  return value;
}

/* `2026:03:15 14:02:33`, at least its day. */
static void
read_day (const Block *block, gsize entry, ZbDate *out)
{
  guint32 length = number (block, entry + 4, 4), at = number (block, entry + 8, 4);
  char text[11] = { 0 };

  if (length < 10 || at > block->size || block->size - at < 10)
    return;
  memcpy (text, block->data + at, 10);
  if (text[4] != ':' || text[7] != ':')
    return;
  text[4] = text[7] = '-';
  zb_date_parse (text, out, NULL);
}

/* Where the entry of a tag stands in the directory at @at; 0 when there is none. */
static gsize
find_entry (const Block *block, gsize at, guint tag)
{
  guint n = number (block, at, 2);

  for (guint i = 0; i < n; i++)
    {
      gsize entry = at + 2 + (gsize) i * ENTRY_SIZE;

      if (entry > block->size || block->size - entry < ENTRY_SIZE)
        return 0;
      if (number (block, entry, 2) == tag)
        return entry;
    }
  return 0;
}

/* A directory that another one leads to. */
static gsize
find_below (const Block *block, gsize at, guint tag)
{
  gsize entry = find_entry (block, at, tag);

  return entry != 0 ? number (block, entry + 8, 4) : 0;
}

static void
read_tiff (const guint8 *data, gsize size, ZbExif *out)
{
  Block block = { data, size, size > 1 && data[0] == 'M' };
  gsize first, entry, exif, gps;

  if (size < 8 || (memcmp (data, "II*\0", 4) != 0 && memcmp (data, "MM\0*", 4) != 0))
    return;
  first = number (&block, 4, 4);
  if ((entry = find_entry (&block, first, TAG_ORIENTATION)) != 0 && number (&block, entry + 8, 2) >= 1 && number (&block, entry + 8, 2) <= 8)
    out->orientation = number (&block, entry + 8, 2);
  if ((entry = find_entry (&block, first, TAG_CHANGED)) != 0)
    read_day (&block, entry, &out->taken_on);
  exif = find_below (&block, first, TAG_EXIF);
  if (exif != 0 && (entry = find_entry (&block, exif, TAG_TAKEN)) != 0)
    read_day (&block, entry, &out->taken_on);
  gps = find_below (&block, first, TAG_GPS);
  if (gps != 0 && (find_entry (&block, gps, GPS_LATITUDE) != 0 || find_entry (&block, gps, GPS_LONGITUDE) != 0))
    out->has_position = TRUE;
}

/* Adobe's XMP tells the place in text. */
static void
read_xmp (const guint8 *data, gsize size, ZbExif *out)
{
  static const char latitude[] = "GPSLatitude";

  if (memmem (data, size, latitude, strlen (latitude)) != NULL)
    out->has_position = TRUE;
}

static void
read_segment (const guint8 *data, gsize size, ZbExif *out)
{
  static const char exif[6] = "Exif\0", xmp[] = "http://ns.adobe.com/";

  if (size > sizeof exif && memcmp (data, exif, sizeof exif) == 0)
    read_tiff (data + sizeof exif, size - sizeof exif, out);
  else if (size > strlen (xmp) && memcmp (data, xmp, strlen (xmp)) == 0)
    read_xmp (data, size, out);
}

/* Segments up to the picture itself. */
static void
read_jpeg (const guint8 *data, gsize size, ZbExif *out)
{
  gsize at = 2;

  while (size - at >= 4 && data[at] == 0xff && data[at + 1] != 0xda)
    {
      gsize length = (gsize) data[at + 2] << 8 | data[at + 3];

      if (data[at + 1] == 0xff)
        {
          at++;
          continue;
        }
      if (length < 2 || size - at - 2 < length)
        return;
      if (data[at + 1] == 0xe1)
        read_segment (data + at + 4, length - 2, out);
      at += 2 + length;
    }
}

static void
read_png (const guint8 *data, gsize size, ZbExif *out)
{
  Block block = { data, size, TRUE };

  for (gsize at = 8; size - at >= 12;)
    {
      gsize length = number (&block, at, 4);

      if (length > size - at - 12)
        return;
      if (memcmp (data + at + 4, "eXIf", 4) == 0)
        read_tiff (data + at + 8, length, out);
      else if (memcmp (data + at + 4, "iTXt", 4) == 0)
        read_xmp (data + at + 8, length, out);
      at += 12 + length;
    }
}

void
zb_exif_read (const guint8 *data, gsize size, ZbExif *out)
{
  *out = (ZbExif) { .orientation = 1 };
  if (size < 12)
    return;
  if (data[0] == 0xff && data[1] == 0xd8)
    read_jpeg (data, size, out);
  else if (memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    read_png (data, size, out);
  else
    read_tiff (data, size, out);
}
