/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/jail/zb-jail-child.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/zb-place.h"

/* How long the child may say nothing, in milliseconds. */
#define PATIENCE (60 * 1000)

/* How long a child that has closed its pipe may take to end, in milliseconds. */
#define FAREWELL 1000

/* As the child sees the first of the files that it is given. */
#define FIRST_FD 3

struct _ZbJailChild {
  GPid pid; /* 0 once it was waited for */
  int fd;   /* of the pipe */
  int patience;
};

G_DEFINE_QUARK (zb-jail-error-quark, zb_jail_error)

static char *
find_program (const char *room)
{
  const char *folder = g_getenv ("ZB_LIBEXECDIR");
  g_autofree char *name = g_strdup_printf ("zhibu-%s", room);
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *installed = g_build_filename (LIBEXECDIR, name, NULL);
  g_autofree char *built = g_build_filename ("app", "exchange", room, name, NULL);

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return zb_place_find (installed, built);
}

ZbJailChild *
zb_jail_child_new (const char *room, const char *const *arguments, const int *fds, guint n_fds, GError **error)
{
  g_autoptr(ZbJailChild) self = g_new0 (ZbJailChild, 1);
  g_autofree char *program = find_program (room);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autofree int *targets = g_new (int, n_fds + 1);
  g_autoptr(GError) local = NULL;

  self->fd = -1;
  self->patience = PATIENCE;
  g_ptr_array_add (argv, program);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  for (guint i = 0; i < n_fds; i++)
    targets[i] = FIRST_FD + (int) i;
  if (g_spawn_async_with_pipes_and_fds (NULL, (const char *const *) argv->pdata, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
                                        NULL, NULL, -1, -1, -1, fds, targets, n_fds, &self->pid, NULL, &self->fd, NULL, &local))
    return g_steal_pointer (&self);
  self->pid = 0;
  g_set_error (error, ZB_JAIL_ERROR, ZB_JAIL_ERROR_FAILED, "cannot start %s: %s", program, local->message);
  return NULL;
}

void
zb_jail_child_free (ZbJailChild *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->pid != 0)
    {
      kill (self->pid, SIGKILL);
      while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
        ;
      g_spawn_close_pid (self->pid);
    }
  g_free (self);
}

void
zb_jail_child_set_patience (ZbJailChild *self, guint milliseconds)
{
  self->patience = (int) milliseconds;
}

/* Waits no longer than a moment: a child whose parser a file has taken over may close its pipe and stay.
 * Returns: whether it ended by itself */
static gboolean
has_ended (ZbJailChild *self, int *out_status)
{
  for (guint i = 0; i < FAREWELL; i++)
    {
      pid_t ended = waitpid (self->pid, out_status, WNOHANG);

      if (ended == self->pid)
        {
          g_spawn_close_pid (self->pid);
          self->pid = 0;
          return TRUE;
        }
      if (ended < 0 && errno != EINTR)
        return FALSE;
      g_usleep (1000);
    }
  return FALSE;
}

/* The pipe ended before the child had said that it was done: it reached a limit, or broke down. */
static void
set_ended_early (ZbJailChild *self, GError **error)
{
  int status = 0;
  int by = self->pid != 0 && has_ended (self, &status) && WIFSIGNALED (status) ? WTERMSIG (status) : 0;

  if (by == SIGXCPU || by == SIGKILL || by == SIGTRAP || by == SIGABRT)
    g_set_error (error, ZB_JAIL_ERROR, ZB_JAIL_ERROR_LIMIT, "the child reached a limit (signal %d)", by);
  else
    g_set_error (error, ZB_JAIL_ERROR, ZB_JAIL_ERROR_FAILED, "the child ended early (status %d)", status);
}

/* Waits until the pipe has something, the work is cancelled, or patience ends. */
static gboolean
wait_readable (ZbJailChild *self, GCancellable *cancellable, GError **error)
{
  struct pollfd polled[2] = { { .fd = self->fd, .events = POLLIN }, { .fd = -1, .events = POLLIN } };
  GPollFD cancel_fd;
  gboolean has_cancel = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &cancel_fd);
  int n;

  if (has_cancel)
    polled[1].fd = cancel_fd.fd;
  do
    n = poll (polled, 2, self->patience);
  while (n < 0 && errno == EINTR);
  if (has_cancel)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (n > 0)
    return TRUE;
  g_set_error_literal (error, ZB_JAIL_ERROR, ZB_JAIL_ERROR_STUCK, "the child makes no progress");
  return FALSE;
}

gsize
zb_jail_child_read (ZbJailChild *self, gpointer out, gsize size, GCancellable *cancellable, GError **error)
{
  while (wait_readable (self, cancellable, error))
    {
      gssize n = read (self->fd, out, size);

      if (n > 0)
        return (gsize) n;
      if (n < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      set_ended_early (self, error);
      break;
    }
  return 0;
}

gboolean
zb_jail_child_take (ZbJailChild *self, gpointer out, gsize size, GCancellable *cancellable, GError **error)
{
  for (gsize done = 0; done < size;)
    {
      gsize n = zb_jail_child_read (self, (guint8 *) out + done, size - done, cancellable, error);

      if (n == 0)
        return FALSE;
      done += n;
    }
  return TRUE;
}
