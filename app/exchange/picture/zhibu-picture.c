/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "exchange/picture/zb-picture-file.h"
#include "exchange/picture/zb-picture-wire.h"
#include "exchange/jail/zb-jail.h"

/*
 * zhibu-picture FILE MAX-BYTES: takes apart a photo or paper that came from outside and writes what is kept of it to
 * standard output, see zb-picture-wire.h. A process of its own with limits, so that a hostile or broken file can cost
 * nothing but an error. Started by the program, not by people.
 */

static int
open_file (const char *path, ZbPictureError *out_code)
{
  /* Not waiting: a named pipe would wait for ever. */
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0)
    *out_code = errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG || errno == ELOOP ? ZB_PICTURE_ERROR_NOT_FOUND
                : errno == EACCES || errno == EPERM ? ZB_PICTURE_ERROR_NO_PERMISSION
                : ZB_PICTURE_ERROR_NOT_A_FILE;
  return fd;
}

int
main (int argc, char **argv)
{
  g_autoptr(ZbPicture) picture = NULL;
  g_autoptr(GError) error = NULL;
  ZbPictureError code;
  int fd;

  if (argc != 3)
    return 2;
  if ((fd = open_file (argv[1], &code)) < 0)
    return zb_picture_wire_fail (STDOUT_FILENO, code) ? 1 : 2;
  zb_picture_prepare ();
  zb_jail_enter ();
  picture = zb_picture_file_read (fd, argv[1], (gsize) g_ascii_strtoull (argv[2], NULL, 10), &error);
  if (picture == NULL)
    return zb_picture_wire_fail (STDOUT_FILENO, (ZbPictureError) error->code) ? 1 : 2;
  return zb_picture_wire_write (STDOUT_FILENO, picture) ? 0 : 2;
}
