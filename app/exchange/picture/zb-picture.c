/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/zb-picture.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/zb-place.h"
#include "exchange/picture/zb-picture-wire.h"

/* How long the child may say nothing. */
#define PATIENCE (60 * 1000)

/* The child, and what came from it. */
typedef struct {
  GPid pid;
  int fd;
  guint8 *data;
  gsize have;
} Child;

static char *
helper_path (void)
{
  const char *folder = g_getenv ("ZB_LIBEXECDIR");
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, "zhibu-picture", NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return zb_place_find (LIBEXECDIR "/zhibu-picture", "app/exchange/picture/zhibu-picture");
}

static gboolean
start (const char *path, gsize max_bytes, Child *child, GError **error)
{
  g_autofree char *helper = helper_path ();
  /* A path that begins with a dash is still a path. */
  g_autofree char *file = g_path_is_absolute (path) ? g_strdup (path) : g_build_filename (".", path, NULL);
  g_autofree char *limit = g_strdup_printf ("%" G_GSIZE_FORMAT, max_bytes);
  const char *argv[] = { helper, file, limit, NULL };
  g_autoptr(GError) local = NULL;

  if (g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &child->pid, NULL,
                                &child->fd, NULL, &local))
    return TRUE;
  g_set_error (error, ZB_PICTURE_ERROR, ZB_PICTURE_ERROR_FAILED, "cannot start %s: %s", helper, local->message);
  return FALSE;
}

/* Returns: the child's status */
static int
finish (Child *child)
{
  int status = 0;

  if (child->fd >= 0)
    close (child->fd);
  if (child->pid != 0)
    {
      kill (child->pid, SIGKILL);
      while (waitpid (child->pid, &status, 0) < 0 && errno == EINTR)
        ;
      g_spawn_close_pid (child->pid);
    }
  g_free (child->data);
  return status;
}

static gboolean
wait_readable (Child *child, GCancellable *cancellable, GError **error)
{
  struct pollfd polled[2] = { { .fd = child->fd, .events = POLLIN }, { .fd = -1, .events = POLLIN } };
  GPollFD cancel_fd;
  gboolean has_cancel = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &cancel_fd);
  int n;

  if (has_cancel)
    polled[1].fd = cancel_fd.fd;
  do
    n = poll (polled, 2, PATIENCE);
  while (n < 0 && errno == EINTR);
  if (has_cancel)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (n > 0)
    return TRUE;
  g_set_error_literal (error, ZB_PICTURE_ERROR, ZB_PICTURE_ERROR_STUCK, "the reader makes no progress");
  return FALSE;
}

/* Has @size bytes, or says that the child ended before: it reached a limit, or broke down. */
static gboolean
take (Child *child, gsize size, GCancellable *cancellable, GError **error)
{
  child->data = g_realloc (child->data, size);
  while (child->have < size)
    {
      gssize n;

      if (!wait_readable (child, cancellable, error))
        return FALSE;
      n = read (child->fd, child->data + child->have, size - child->have);
      if (n < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (n <= 0)
        {
          g_set_error_literal (error, ZB_PICTURE_ERROR, ZB_PICTURE_ERROR_TOO_MANY_PIXELS, "the reader ended early");
          return FALSE;
        }
      child->have += (gsize) n;
    }
  return TRUE;
}

static ZbPicture *
receive (Child *child, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  gsize size;

  if (!take (child, ZB_PICTURE_HEAD, cancellable, error))
    return NULL;
  if ((size = zb_picture_wire_size (child->data, max_bytes)) == 0)
    {
      g_set_error_literal (error, ZB_PICTURE_ERROR, ZB_PICTURE_ERROR_FAILED, "the reader speaks another language");
      return NULL;
    }
  return take (child, size, cancellable, error) ? zb_picture_wire_read (child->data, size, error) : NULL;
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
  Child child = { .fd = -1 };
  GError *local = NULL;
  ZbPicture *picture = NULL;

  if (start (path, max_bytes, &child, error))
    picture = receive (&child, max_bytes, cancellable, &local);
  finish (&child);
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
