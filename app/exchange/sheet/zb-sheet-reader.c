/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-sheet-reader.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/zb-place.h"

#define BUFFER (256 * 1024)
#define HEAD 5

struct _ZbSheetReader {
  GPid pid;             /* 0 once it was waited for */
  int status;
  int fd;
  int patience;
  guint8 *data;         /* what came and was not taken yet */
  gsize size;
  gsize start;
  gsize end;
  GArray *cells;
  char *name;
  char *hash;
};

static char *
helper_path (void)
{
  const char *folder = g_getenv ("ZB_LIBEXECDIR");

  if (folder != NULL)
    return g_build_filename (folder, "zhibu-sheet", NULL);
  return zb_place_find (LIBEXECDIR "/zhibu-sheet", "app/exchange/sheet/zhibu-sheet");
}

/* A path that begins with a dash is still a path. */
static char *
plain_path (const char *path)
{
  return g_path_is_absolute (path) ? g_strdup (path) : g_build_filename (".", path, NULL);
}

ZbSheetReader *
zb_sheet_reader_new (const char *path, const char *sheet, GError **error)
{
  g_autoptr(ZbSheetReader) self = g_new0 (ZbSheetReader, 1);
  g_autofree char *helper = helper_path ();
  g_autofree char *file = plain_path (path);
  const char *argv[] = { helper, file, sheet != NULL ? "--sheet" : NULL, sheet, NULL };
  g_autoptr(GError) local = NULL;

  self->fd = -1;
  self->patience = 60 * 1000;
  self->size = BUFFER;
  self->data = g_malloc (self->size);
  self->cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  if (!g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
                                 NULL, NULL, &self->pid, NULL, &self->fd, NULL, &local))
    {
      g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_FAILED, "cannot start %s: %s", helper, local->message);
      self->pid = 0;
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
reap (ZbSheetReader *self)
{
  if (self->pid == 0)
    return;
  while (waitpid (self->pid, &self->status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (self->pid);
  self->pid = 0;
}

void
zb_sheet_reader_free (ZbSheetReader *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->pid != 0)
    kill (self->pid, SIGKILL);
  reap (self);
  g_free (self->data);
  g_array_unref (self->cells);
  g_free (self->name);
  g_free (self->hash);
  g_free (self);
}

void
zb_sheet_reader_set_patience (ZbSheetReader *self, guint milliseconds)
{
  self->patience = (int) milliseconds;
}

const char *
zb_sheet_reader_hash (ZbSheetReader *self)
{
  return self->hash;
}

static gboolean
broke_down (ZbSheetReader *self, const char *why, GError **error)
{
  if (self->pid != 0)
    kill (self->pid, SIGKILL);
  reap (self);
  g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_FAILED, why);
  return FALSE;
}

/* The pipe ended before the last frame: a limit was reached, or the child broke down. */
static gboolean
ended_early (ZbSheetReader *self, GError **error)
{
  reap (self);
  if (WIFSIGNALED (self->status) && (WTERMSIG (self->status) == SIGXCPU || WTERMSIG (self->status) == SIGKILL
                                     || WTERMSIG (self->status) == SIGTRAP || WTERMSIG (self->status) == SIGABRT))
    g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "the reader reached a limit (signal %d)", WTERMSIG (self->status));
  else
    g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_FAILED, "the reader ended early (status %d)", self->status);
  return FALSE;
}

/* Waits until the pipe has something, the work is cancelled, or patience ends. */
static gboolean
wait_readable (ZbSheetReader *self, GCancellable *cancellable, GError **error)
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
  broke_down (self, "the reader makes no progress", NULL);
  g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_STUCK, "the reader makes no progress");
  return FALSE;
}

/* Has at least @need bytes in the buffer. */
static gboolean
fill (ZbSheetReader *self, gsize need, GCancellable *cancellable, GError **error)
{
  while (self->end - self->start < need)
    {
      gssize n;

      if (self->start > 0)
        {
          memmove (self->data, self->data + self->start, self->end - self->start);
          self->end -= self->start;
          self->start = 0;
        }
      if (need > self->size)
        {
          self->size = need;
          self->data = g_realloc (self->data, self->size);
        }
      if (!wait_readable (self, cancellable, error))
        return FALSE;
      n = read (self->fd, self->data + self->end, self->size - self->end);
      if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
        return ended_early (self, error);
      self->end += n > 0 ? (gsize) n : 0;
    }
  return TRUE;
}

static gboolean
take_named (ZbSheetReader *self, ZbSheetEvent *event, guint8 *out_flag, GError **error)
{
  if (event->length < 1 || !g_utf8_validate ((const char *) event->payload + 1, (gssize) event->length - 1, NULL))
    return broke_down (self, "the reader gave a name that is none", error);
  *out_flag = event->payload[0];
  g_free (self->name);
  self->name = g_strndup ((const char *) event->payload + 1, event->length - 1);
  event->name = self->name;
  return TRUE;
}

static gboolean
take_end (ZbSheetReader *self, ZbSheetEvent *event, GError **error)
{
  reap (self);
  g_free (self->hash);
  self->hash = g_strndup ((const char *) event->payload, event->length);
  if (strspn (self->hash, "0123456789abcdef") == 64 && event->length == 64)
    return TRUE;
  return broke_down (self, "the reader gave a checksum that is none", error);
}

static gboolean
take_failure (ZbSheetReader *self, ZbSheetEvent *event, GError **error)
{
  guint8 code = 0;

  if (!take_named (self, event, &code, error))
    return FALSE;
  g_set_error_literal (error, ZB_SHEET_ERROR, code <= ZB_SHEET_ERROR_FAILED ? code : ZB_SHEET_ERROR_FAILED, event->name);
  return FALSE;
}

gboolean
zb_sheet_reader_next (ZbSheetReader *self, ZbSheetEvent *out_event, GCancellable *cancellable, GError **error)
{
  ZbSheetEvent event = { 0 };
  guint8 flag = 0;
  guint32 length;

  if (!fill (self, HEAD, cancellable, error))
    return FALSE;
  memcpy (&length, self->data + self->start + 1, sizeof length);
  event.length = GUINT32_FROM_LE (length);
  if (event.length > ZB_SHEET_MAX_FRAME)
    return broke_down (self, "the reader gave too much at once", error);
  if (!fill (self, HEAD + event.length, cancellable, error))
    return FALSE;
  event.kind = (ZbSheetFrame) self->data[self->start];
  event.payload = self->data + self->start + HEAD;
  self->start += HEAD + event.length;
  switch (event.kind)
    {
    case ZB_SHEET_FRAME_ROW:
      if (!zb_sheet_row_decode (event.payload, event.length, self->cells, &event.row))
        return broke_down (self, "the reader gave a row that is none", error);
      event.cells = (const ZbSheetCell *) (gpointer) self->cells->data;
      event.n_cells = self->cells->len;
      break;
    case ZB_SHEET_FRAME_MERGED:
      if (!zb_sheet_merged_decode (event.payload, event.length, &event.merged))
        return broke_down (self, "the reader gave merged cells that are none", error);
      break;
    case ZB_SHEET_FRAME_LISTED:
    case ZB_SHEET_FRAME_SHEET:
      if (!take_named (self, &event, &flag, error))
        return FALSE;
      event.is_hidden = event.kind == ZB_SHEET_FRAME_LISTED && flag != 0;
      event.from_1904 = event.kind == ZB_SHEET_FRAME_SHEET && flag != 0;
      break;
    case ZB_SHEET_FRAME_END:
      if (!take_end (self, &event, error))
        return FALSE;
      break;
    case ZB_SHEET_FRAME_FAILED:
      return take_failure (self, &event, error);
    default:
      return broke_down (self, "the reader speaks another language", error);
    }
  *out_event = event;
  return TRUE;
}
