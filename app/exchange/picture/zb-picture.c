/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/zb-picture.h"

#include <string.h>

#include "exchange/jail/zb-jail-child.h"
#include "exchange/picture/zb-picture-wire.h"

/* What happened to the child, in the words of who reads pictures. @local: (transfer full) */
static void
propagate (GError **error, GError *local)
{
  /* A small file that breaks the reader is one whose picture is too large, or made to be. */
  static const ZbPictureError codes[] = {
    [ZB_JAIL_ERROR_FAILED] = ZB_PICTURE_ERROR_TOO_MANY_PIXELS, [ZB_JAIL_ERROR_LIMIT] = ZB_PICTURE_ERROR_TOO_MANY_PIXELS, [ZB_JAIL_ERROR_STUCK] = ZB_PICTURE_ERROR_STUCK,
  };

  if (local->domain == ZB_JAIL_ERROR)
    {
      g_set_error_literal (error, ZB_PICTURE_ERROR, (int) codes[local->code], local->message);
      g_error_free (local);
    }
  else
    g_propagate_error (error, local);
}

static ZbJailChild *
start (const char *path, gsize max_bytes, GError **error)
{
  /* A path that begins with a dash is still a path. */
  g_autofree char *file = g_path_is_absolute (path) ? g_strdup (path) : g_build_filename (".", path, NULL);
  g_autofree char *limit = g_strdup_printf ("%" G_GSIZE_FORMAT, max_bytes);
  const char *const arguments[] = { file, limit, NULL };
  g_autoptr(GError) local = NULL;
  ZbJailChild *child = zb_jail_child_new ("picture", arguments, NULL, 0, &local);

  if (child == NULL)
    g_set_error_literal (error, ZB_PICTURE_ERROR, ZB_PICTURE_ERROR_FAILED, local->message);
  return child;
}

static ZbPicture *
receive (ZbJailChild *child, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  guint8 head[ZB_PICTURE_HEAD];
  g_autofree guint8 *data = NULL;
  GError *local = NULL;
  gsize size;

  if (!zb_jail_child_take (child, head, sizeof head, cancellable, &local))
    {
      propagate (error, local);
      return NULL;
    }
  if ((size = zb_picture_wire_size (head, max_bytes)) < sizeof head)
    {
      g_set_error_literal (error, ZB_PICTURE_ERROR, ZB_PICTURE_ERROR_FAILED, "the reader speaks another language");
      return NULL;
    }
  data = g_malloc (size);
  memcpy (data, head, sizeof head);
  if (zb_jail_child_take (child, data + sizeof head, size - sizeof head, cancellable, &local))
    return zb_picture_wire_read (data, size, error);
  propagate (error, local);
  return NULL;
}

/* The name as people read it; what is kept of a picture is a JPEG. */
static char *
name_of (const char *path, gboolean is_photo)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  char *dot = strrchr (name, '.');

  if (!is_photo)
    return g_steal_pointer (&name);
  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_strconcat (name, ".jpg", NULL);
}

ZbPicture *
zb_picture_read (const char *path, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbJailChild) child = start (path, max_bytes, error);
  GError *local = NULL;
  ZbPicture *picture = child != NULL ? receive (child, max_bytes, cancellable, &local) : NULL;

  if (picture != NULL)
    picture->name = name_of (path, zb_picture_is_photo (picture));
  else if (g_error_matches (local, ZB_PICTURE_ERROR, ZB_PICTURE_ERROR_TOO_LARGE))
    {
      g_clear_error (&local);
      g_set_error (error, ZB_PICTURE_ERROR, ZB_PICTURE_ERROR_TOO_LARGE, "too large|%" G_GSIZE_FORMAT, max_bytes / (1024 * 1024));
    }
  else if (local != NULL)
    g_propagate_error (error, local);
  return picture;
}
