/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-db-guard.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The bytes that SQLite locks for as long as a file is open: of the registry to read, of its index to be there. */
#define SHARED_FIRST 0x40000002
#define SHARED_SIZE 510
#define INDEX_OPEN 128

struct _ZbDbGuard
{
  int file;
  int index;
};

/* A lock of the open file and not of the process: on systems without them there is none. */
static gboolean
set_lock (int fd, short type, off_t start, off_t length)
{
#ifdef F_OFD_SETLK
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
#else
  return FALSE;
#endif
}

ZbDbGuard *
zb_db_guard_new (const char *path)
{
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  ZbDbGuard *self = g_new0 (ZbDbGuard, 1);

  self->file = g_open (path, O_RDONLY | O_CLOEXEC);
  self->index = g_open (index, O_RDONLY | O_CLOEXEC);
  if (self->file >= 0)
    set_lock (self->file, F_RDLCK, SHARED_FIRST, SHARED_SIZE);
  if (self->index >= 0)
    set_lock (self->index, F_RDLCK, INDEX_OPEN, 1);
  return self;
}

void
zb_db_guard_release (ZbDbGuard *self)
{
  if (self == NULL)
    return;
  if (self->file >= 0)
    set_lock (self->file, F_UNLCK, SHARED_FIRST, SHARED_SIZE);
  if (self->index >= 0)
    set_lock (self->index, F_UNLCK, INDEX_OPEN, 1);
}

void
zb_db_guard_free (ZbDbGuard *self)
{
  if (self == NULL)
    return;
  if (self->file >= 0)
    close (self->file);
  if (self->index >= 0)
    close (self->index);
  g_free (self);
}
