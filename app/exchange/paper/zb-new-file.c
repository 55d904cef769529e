/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/zb-store-error.h"

struct _ZbNewFile {
  char *path;   /* (owned) */
  char *folder; /* (owned) */
  char *temp;   /* (owned) (nullable): %NULL once it was renamed */
  gboolean force;
  int fd;
};

/* Names tried before a folder is thought to be full of our files. */
#define MAX_TRIES 100

void
zb_new_file_set_error (GError **error, int errnum, const char *path)
{
  ZbStoreError code;

  switch (errnum)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: code = ZB_STORE_ERROR_NO_SPACE; break;
    case EACCES:
    case EPERM:
    case EROFS: code = ZB_STORE_ERROR_READ_ONLY; break;
    case ENOENT:
    case ENOTDIR: code = ZB_STORE_ERROR_NOT_FOUND; break;
    case EEXIST:
    case EISDIR: code = ZB_STORE_ERROR_EXISTS; break;
    case ENAMETOOLONG:
    case EINVAL: code = ZB_STORE_ERROR_INVALID; break;
    default: code = ZB_STORE_ERROR_FAILED;
    }
  g_set_error (error, ZB_STORE_ERROR, code, "%s: %s", path, g_strerror (errnum));
}

/* A link is followed, so that the file it leads to is replaced and not the link. */
static char *
real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/* A registry is never what somebody wants a list written over. */
static gboolean
is_registry (const char *path)
{
  static const char beginning[] = "SQLite format 3";
  char found[sizeof beginning] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is = fd >= 0 && read (fd, found, sizeof found) == sizeof found && memcmp (found, beginning, sizeof found) == 0;

  if (fd >= 0)
    close (fd);
  return is;
}

/* Office programs put a file beside one that they have open: LibreOffice .~lock.NAME#, Excel and Word ~$NAME, Word without the
 * first two characters, WPS .~NAME. What they write later would undo what is written now. */
static gboolean
is_open_elsewhere (const ZbNewFile *file)
{
  g_autofree char *name = g_path_get_basename (file->path);
  const char *rest = g_utf8_strlen (name, -1) > 2 ? g_utf8_offset_to_pointer (name, 2) : name;
  const char *const marks[][3] = { { ".~lock.", name, "#" }, { "~$", name, "" }, { "~$", rest, "" }, { ".~", name, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *mark = g_strconcat (file->folder, "/", marks[i][0], marks[i][1], marks[i][2], NULL);

      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* Whether the name may be taken: by a new file, or with force from an ordinary one. */
static gboolean
check_name (ZbNewFile *file, GError **error)
{
  struct stat info;

  if (stat (file->path, &info) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      zb_new_file_set_error (error, errno, file->path);
      return FALSE;
    }
  if (!file->force || !S_ISREG (info.st_mode) || is_registry (file->path))
    {
      zb_new_file_set_error (error, EEXIST, file->path);
      return FALSE;
    }
  if (is_open_elsewhere (file))
    {
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_OPEN, "%s: is open in another program", file->path);
      return FALSE;
    }
  if (access (file->path, W_OK) != 0)
    {
      zb_new_file_set_error (error, errno, file->path);
      return FALSE;
    }
  return TRUE;
}

ZbNewFile *
zb_new_file_begin (const char *path, gboolean force, GError **error)
{
  g_autoptr(ZbNewFile) file = g_new0 (ZbNewFile, 1);

  file->path = real_path (path);
  file->folder = g_path_get_dirname (file->path);
  file->force = force;
  file->fd = -1;
  if (!check_name (file, error))
    return NULL;
  for (guint i = 0; i < MAX_TRIES && file->fd < 0; i++)
    {
      g_autofree char *temp = g_strdup_printf ("%s/.zhibu-%08x%08x.part", file->folder, g_random_int (), g_random_int ());

      /* Not mkstemp(): the finished file is to have the rights that any new file of this user has. */
      file->fd = g_open (temp, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
      if (file->fd >= 0)
        file->temp = g_steal_pointer (&temp);
      else if (errno != EEXIST)
        break;
    }
  if (file->fd < 0)
    {
      zb_new_file_set_error (error, errno, file->folder);
      return NULL;
    }
  return g_steal_pointer (&file);
}

void
zb_new_file_free (ZbNewFile *file)
{
  if (file == NULL)
    return;
  if (file->fd >= 0)
    close (file->fd);
  if (file->temp != NULL)
    g_unlink (file->temp);
  g_free (file->temp);
  g_free (file->folder);
  g_free (file->path);
  g_free (file);
}

int
zb_new_file_fd (ZbNewFile *file)
{
  return file->fd;
}

static gboolean
rename_to_name (ZbNewFile *file)
{
  if (file->force)
    return g_rename (file->temp, file->path) == 0;
  /* Somebody may have made the file while this one was written. */
  if (renameat2 (AT_FDCWD, file->temp, AT_FDCWD, file->path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  /* A file system that cannot refuse: look first. */
  if (g_file_test (file->path, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (file->temp, file->path) == 0;
}

/* So that the name is there after a power cut; some file systems cannot, and need not. */
static void
flush_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

gboolean
zb_new_file_write (ZbNewFile *file, const void *data, gsize size, GError **error)
{
  const char *p = data;

  while (size > 0)
    {
      gssize n = write (file->fd, p, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          zb_new_file_set_error (error, errno, file->path);
          return FALSE;
        }
      p += n;
      size -= (gsize) n;
    }
  return TRUE;
}

gboolean
zb_new_file_commit (ZbNewFile *file, GError **error)
{
  if (fsync (file->fd) != 0 || !rename_to_name (file))
    {
      zb_new_file_set_error (error, errno, file->path);
      return FALSE;
    }
  g_clear_pointer (&file->temp, g_free);
  flush_folder (file->folder);
  return TRUE;
}
