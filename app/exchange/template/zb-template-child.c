/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's end of the child process that looks into forms. */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/jail/zb-jail-child.h"
#include "exchange/template/zb-template-private.h"

static gboolean
fail (GError **error, ZbTemplateError code, const char *why)
{
  g_set_error_literal (error, ZB_TEMPLATE_ERROR, (int) code, why);
  return FALSE;
}

int
zb_template_memory (GError **error)
{
  int fd = memfd_create ("zhibu", MFD_CLOEXEC);

  if (fd < 0)
    fail (error, ZB_TEMPLATE_ERROR_FAILED, g_strerror (errno));
  return fd;
}

/* Returns: −1 with @error */
static int
form_in_memory (GBytes *form, GError **error)
{
  gsize size, done = 0;
  const guint8 *data = g_bytes_get_data (form, &size);
  int fd = zb_template_memory (error);

  while (fd >= 0 && done < size)
    {
      gssize n = write (fd, data + done, size - done);

      if (n > 0)
        done += (gsize) n;
      else if (errno != EINTR)
        {
          fail (error, ZB_TEMPLATE_ERROR_FAILED, g_strerror (errno));
          close (fd);
          return -1;
        }
    }
  return fd;
}

/* What happened to the child, in the words of who fills forms. @local: (transfer full) */
static gboolean
propagate (GError **error, GError *local)
{
  static const ZbTemplateError codes[] = {
    [ZB_JAIL_ERROR_FAILED] = ZB_TEMPLATE_ERROR_FAILED, [ZB_JAIL_ERROR_LIMIT] = ZB_TEMPLATE_ERROR_TOO_BIG, [ZB_JAIL_ERROR_STUCK] = ZB_TEMPLATE_ERROR_STUCK,
  };

  if (local->domain == ZB_JAIL_ERROR)
    {
      fail (error, codes[local->code], local->message);
      g_error_free (local);
    }
  else
    g_propagate_error (error, local);
  return FALSE;
}

/* The child gets the form as its descriptor 3 and the list as 4. */
static ZbJailChild *
start (GBytes *form, int list_fd, GError **error)
{
  const char *const arguments[] = { list_fd >= 0 ? "fill" : "check", NULL };
  const int fds[] = { form_in_memory (form, error), list_fd };
  GError *local = NULL;
  ZbJailChild *child;

  if (fds[0] < 0)
    return NULL;
  child = zb_jail_child_new ("template", arguments, fds, list_fd >= 0 ? 2 : 1, &local);
  close (fds[0]);
  if (child == NULL)
    propagate (error, local);
  return child;
}

static gboolean
take_bytes (ZbJailChild *child, gpointer out, gsize size, GCancellable *cancellable, GError **error)
{
  GError *local = NULL;

  return zb_jail_child_take (child, out, size, cancellable, &local) || propagate (error, local);
}

static gboolean
set_failure (const guint8 *payload, gsize length, GError **error)
{
  g_autofree char *message = g_strndup ((const char *) payload + 1, length > 0 ? length - 1 : 0);
  g_autofree char *valid = g_utf8_make_valid (message, -1);

  return fail (error, length > 0 && payload[0] <= ZB_TEMPLATE_ERROR_FAILED ? (ZbTemplateError) payload[0] : ZB_TEMPLATE_ERROR_FAILED, valid);
}

gboolean
zb_template_child_run (GBytes *form, int list_fd, ZbTemplateFrameFunc take, gpointer user_data, char *out_kind, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbJailChild) child = start (form, list_fd, error);
  g_autofree guint8 *payload = g_malloc (ZB_TEMPLATE_MAX_FRAME);

  if (child == NULL)
    return FALSE;
  while (TRUE)
    {
      guint8 head[ZB_TEMPLATE_FRAME_HEAD];
      guint32 length;

      if (!take_bytes (child, head, sizeof head, cancellable, error))
        return FALSE;
      memcpy (&length, head + 1, sizeof length);
      length = GUINT32_FROM_LE (length);
      if (length > ZB_TEMPLATE_MAX_FRAME)
        return fail (error, ZB_TEMPLATE_ERROR_FAILED, "too much at once");
      if (!take_bytes (child, payload, length, cancellable, error))
        return FALSE;
      if (head[0] == ZB_TEMPLATE_FRAME_FAILED)
        return set_failure (payload, length, error);
      if (head[0] == ZB_TEMPLATE_FRAME_END && length == 1 && (payload[0] == 'x' || payload[0] == 'd'))
        {
          *out_kind = (char) payload[0];
          return TRUE;
        }
      if (head[0] != (list_fd >= 0 ? ZB_TEMPLATE_FRAME_DATA : ZB_TEMPLATE_FRAME_MARK))
        return fail (error, ZB_TEMPLATE_ERROR_FAILED, "another language");
      if (!take ((ZbTemplateFrame) head[0], payload, length, user_data, error))
        return FALSE;
    }
}
