/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/picture/zb-picture-wire.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The head: 4 bytes of sign, 1 of outcome, 1 of error code, 1 whether there was a position, 1 unused, 12 of the day as
 * text, 36 of the kind of file as text, then the two lengths of 4 bytes, little endian. */
static const char sign[4] = "ZhP1";
enum { AT_OUTCOME = 4, AT_CODE = 5, AT_POSITION = 6, AT_DAY = 8, AT_MEDIA = 20, AT_LENGTH = 56, AT_PREVIEW = 60 };
enum { OUTCOME_READ, OUTCOME_FAILED };
#define DAY_SIZE (AT_MEDIA - AT_DAY)
#define MEDIA_SIZE (AT_LENGTH - AT_MEDIA)

G_DEFINE_QUARK (zb-picture-error-quark, zb_picture_error)

void
zb_picture_free (ZbPicture *picture)
{
  if (picture == NULL)
    return;
  g_free (picture->name);
  g_free (picture->media);
  g_clear_pointer (&picture->data, g_bytes_unref);
  g_clear_pointer (&picture->preview, g_bytes_unref);
  g_free (picture);
}

gboolean
zb_picture_is_photo (const ZbPicture *picture)
{
  return g_strcmp0 (picture->media, "image/jpeg") == 0;
}

static gboolean
write_all (int fd, const void *data, gsize size)
{
  const guint8 *p = data;

  while (size > 0)
    {
      gssize n = write (fd, p, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      p += n;
      size -= (gsize) n;
    }
  return TRUE;
}

static void
put_length (guint8 *at, gsize length)
{
  guint32 value = GUINT32_TO_LE ((guint32) length);

  memcpy (at, &value, sizeof value);
}

static gsize
get_length (const guint8 *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

gboolean
zb_picture_wire_write (int fd, const ZbPicture *picture)
{
  guint8 head[ZB_PICTURE_HEAD] = { 0 };
  gsize size, preview_size = 0;
  const void *data = g_bytes_get_data (picture->data, &size);
  const void *preview = picture->preview != NULL ? g_bytes_get_data (picture->preview, &preview_size) : NULL;
  g_autofree char *day = zb_date_to_text (picture->taken_on);

  memcpy (head, sign, sizeof sign);
  head[AT_OUTCOME] = OUTCOME_READ;
  head[AT_POSITION] = picture->had_position;
  if (day != NULL)
    g_strlcpy ((char *) head + AT_DAY, day, DAY_SIZE);
  g_strlcpy ((char *) head + AT_MEDIA, picture->media, MEDIA_SIZE);
  put_length (head + AT_LENGTH, size);
  put_length (head + AT_PREVIEW, preview_size);
  return write_all (fd, head, sizeof head) && write_all (fd, data, size) && write_all (fd, preview, preview_size);
}

gboolean
zb_picture_wire_fail (int fd, ZbPictureError code)
{
  guint8 head[ZB_PICTURE_HEAD] = { 0 };

  memcpy (head, sign, sizeof sign);
  head[AT_OUTCOME] = OUTCOME_FAILED;
  head[AT_CODE] = (guint8) code;
  return write_all (fd, head, sizeof head);
}

gsize
zb_picture_wire_size (const guint8 head[ZB_PICTURE_HEAD], gsize max_bytes)
{
  gsize size = get_length (head + AT_LENGTH), preview = get_length (head + AT_PREVIEW);

  if (memcmp (head, sign, sizeof sign) != 0 || size > MAX (max_bytes, ZB_PICTURE_MAX_DRAWN) || preview > ZB_PICTURE_MAX_DRAWN)
    return 0;
  return ZB_PICTURE_HEAD + size + preview;
}

/* A text of the head that ends inside its place and holds nothing odd. */
static gboolean
is_plain (const guint8 *at, gsize room)
{
  gsize length = strnlen ((const char *) at, room);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (at[i]))
      return FALSE;
  return length < room;
}

static ZbPicture *
refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, ZB_PICTURE_ERROR, code, message);
  return NULL;
}

ZbPicture *
zb_picture_wire_read (const guint8 *data, gsize size, GError **error)
{
  g_autoptr(ZbPicture) picture = NULL;
  gsize length, preview;

  if (size < ZB_PICTURE_HEAD || zb_picture_wire_size (data, G_MAXUINT32) != size || !is_plain (data + AT_DAY, DAY_SIZE)
      || !is_plain (data + AT_MEDIA, MEDIA_SIZE))
    return refuse (error, ZB_PICTURE_ERROR_FAILED, "the reader speaks another language");
  if (data[AT_OUTCOME] != OUTCOME_READ)
    return refuse (error, data[AT_CODE] <= ZB_PICTURE_ERROR_FAILED ? data[AT_CODE] : ZB_PICTURE_ERROR_FAILED, "the reader refused the file");
  length = get_length (data + AT_LENGTH);
  preview = get_length (data + AT_PREVIEW);
  picture = g_new0 (ZbPicture, 1);
  picture->media = g_strdup ((const char *) data + AT_MEDIA);
  picture->had_position = data[AT_POSITION] != 0;
  zb_date_parse ((const char *) data + AT_DAY, &picture->taken_on, NULL);
  picture->data = g_bytes_new (data + ZB_PICTURE_HEAD, length);
  if (preview > 0)
    picture->preview = g_bytes_new (data + ZB_PICTURE_HEAD + length, preview);
  if (length < 4 || (zb_picture_is_photo (picture) && memcmp (data + ZB_PICTURE_HEAD, "\xff\xd8\xff", 3) != 0))
    return refuse (error, ZB_PICTURE_ERROR_FAILED, "the reader gave a picture that is none");
  return g_steal_pointer (&picture);
}
