/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's end of the child process that looks into forms. */
#include "config.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/zb-place.h"
#include "exchange/template/zb-template-private.h"

/* How long the child may say nothing. */
#define PATIENCE (60 * 1000)

/* As the child sees the files that it is given. */
enum { FORM_FD = 3, LIST_FD = 4 };

typedef struct {
  GPid pid;
  int fd;
  int status;
  guint8 *frame; /* (owned) */
} Child;

static gboolean
fail (GError **error, ZbTemplateError code, const char *why)
{
  g_set_error_literal (error, ZB_TEMPLATE_ERROR, (int) code, why);
  return FALSE;
}

static char *
helper_path (void)
{
  const char *folder = g_getenv ("ZB_LIBEXECDIR");
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, "zhibu-template", NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return zb_place_find (LIBEXECDIR "/zhibu-template", "app/exchange/template/zhibu-template");
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

static gboolean
start (Child *child, int form_fd, int list_fd, GError **error)
{
  g_autofree char *helper = helper_path ();
  const char *argv[] = { helper, list_fd >= 0 ? "fill" : "check", NULL };
  const int sources[] = { form_fd, list_fd }, targets[] = { FORM_FD, LIST_FD };
  g_autoptr(GError) local = NULL;

  if (g_spawn_async_with_pipes_and_fds (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, -1, -1, -1, sources, targets,
                                        list_fd >= 0 ? 2 : 1, &child->pid, NULL, &child->fd, NULL, &local))
    return TRUE;
  g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_FAILED, "cannot start %s: %s", helper, local->message);
  return FALSE;
}

static void
child_clear (Child *child)
{
  if (child->fd >= 0)
    close (child->fd);
  child->fd = -1;
  if (child->pid != 0)
    {
      kill (child->pid, SIGKILL);
      while (waitpid (child->pid, &child->status, 0) < 0 && errno == EINTR)
        ;
      g_spawn_close_pid (child->pid);
    }
  child->pid = 0;
  g_clear_pointer (&child->frame, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Child, child_clear)

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
  return n > 0 || fail (error, ZB_TEMPLATE_ERROR_STUCK, "no progress");
}

/* The pipe ended before the last frame: a limit was reached, or the child broke down. */
static gboolean
ended_early (Child *child, GError **error)
{
  int signal_number;

  close (child->fd);
  child->fd = -1;
  while (waitpid (child->pid, &child->status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (child->pid);
  child->pid = 0;
  signal_number = WIFSIGNALED (child->status) ? WTERMSIG (child->status) : 0;
  if (signal_number == SIGXCPU || signal_number == SIGKILL || signal_number == SIGTRAP || signal_number == SIGABRT)
    return fail (error, ZB_TEMPLATE_ERROR_TOO_BIG, "a limit was reached");
  g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_FAILED, "the child ended early (status %d)", child->status);
  return FALSE;
}

static gboolean
take_bytes (Child *child, guint8 *out, gsize size, GCancellable *cancellable, GError **error)
{
  while (size > 0)
    {
      gssize n;

      if (!wait_readable (child, cancellable, error))
        return FALSE;
      n = read (child->fd, out, size);
      if (n < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (n <= 0)
        return ended_early (child, error);
      out += n;
      size -= (gsize) n;
    }
  return TRUE;
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
  g_auto(Child) child = { .fd = -1 };
  int form_fd = form_in_memory (form, error);
  gboolean started = form_fd >= 0 && start (&child, form_fd, list_fd, error);

  if (form_fd >= 0)
    close (form_fd);
  if (!started)
    return FALSE;
  child.frame = g_malloc (ZB_TEMPLATE_MAX_FRAME);
  while (TRUE)
    {
      guint8 head[ZB_TEMPLATE_FRAME_HEAD];
      guint32 length;

      if (!take_bytes (&child, head, sizeof head, cancellable, error))
        return FALSE;
      memcpy (&length, head + 1, sizeof length);
      length = GUINT32_FROM_LE (length);
      if (length > ZB_TEMPLATE_MAX_FRAME)
        return fail (error, ZB_TEMPLATE_ERROR_FAILED, "too much at once");
      if (!take_bytes (&child, child.frame, length, cancellable, error))
        return FALSE;
      if (head[0] == ZB_TEMPLATE_FRAME_FAILED)
        return set_failure (child.frame, length, error);
      if (head[0] == ZB_TEMPLATE_FRAME_END && length == 1 && (child.frame[0] == 'x' || child.frame[0] == 'd'))
        {
          *out_kind = (char) child.frame[0];
          return TRUE;
        }
      if (head[0] != (list_fd >= 0 ? ZB_TEMPLATE_FRAME_DATA : ZB_TEMPLATE_FRAME_MARK))
        return fail (error, ZB_TEMPLATE_ERROR_FAILED, "another language");
      if (!take ((ZbTemplateFrame) head[0], child.frame, length, user_data, error))
        return FALSE;
    }
}
