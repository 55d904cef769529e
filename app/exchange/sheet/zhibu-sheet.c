/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/zb-digest.h"
#include "exchange/sheet/zb-sheet-file.h"
#include "exchange/jail/zb-jail.h"

/*
 * zhibu-sheet FILE [--sheet NAME]: parses a file that came from outside and writes what it holds to
 * standard output, see zb-sheet-stream.h. A process of its own with limits, so that a hostile or broken
 * file can cost nothing but an error. Started by the program, not by people.
 */

static int
open_file (const char *path, GError **error)
{
  /* Not waiting: a named pipe would wait for ever. */
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat status;

  if (fd < 0)
    {
      int code = errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG || errno == ELOOP ? ZB_SHEET_ERROR_NOT_FOUND
                 : errno == EACCES || errno == EPERM ? ZB_SHEET_ERROR_NO_PERMISSION
                 : ZB_SHEET_ERROR_NOT_A_FILE;

      g_set_error_literal (error, ZB_SHEET_ERROR, code, g_strerror (errno));
      return -1;
    }
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    return fd;
  close (fd);
  g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NOT_A_FILE, "a folder or a device");
  return -1;
}

static char *
hash_file (int fd)
{
  g_autoptr(ZbDigest) digest = zb_digest_new ();
  g_autofree guchar *buffer = g_malloc (256 * 1024);
  gssize n;

  lseek (fd, 0, SEEK_SET);
  while ((n = read (fd, buffer, 256 * 1024)) > 0)
    zb_digest_add (digest, buffer, (gsize) n);
  return zb_digest_finish_text (digest);
}

/* Converters are libraries: they must be there before no file can be opened any more. */
static void
load_converters (void)
{
  static const char *const encodings[] = { "GB18030", "UTF-16LE", "UTF-16BE", "BIG5", "CP1252" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      /* Kept open: closing the last one of a kind would unload it. */
      GIConv converter = g_iconv_open ("UTF-8", encodings[i]);

      if (converter == (GIConv) -1)
        continue;
    }
}

int
main (int argc, char **argv)
{
  g_autoptr(ZbSheetStream) out = zb_sheet_stream_new (STDOUT_FILENO);
  g_autoptr(GError) error = NULL;
  g_autofree char *hash = NULL;
  const char *sheet = NULL;
  int fd;

  if (argc != 2 && !(argc == 4 && strcmp (argv[2], "--sheet") == 0))
    return 2;
  sheet = argc == 4 ? argv[3] : NULL;
  if ((fd = open_file (argv[1], &error)) >= 0)
    {
      load_converters ();
      zb_jail_enter ();
      if (zb_sheet_file_read (fd, sheet, out, &error))
        hash = hash_file (fd);
    }
  zb_sheet_stream_finish (out, hash, error);
  return error == NULL ? 0 : 1;
}
