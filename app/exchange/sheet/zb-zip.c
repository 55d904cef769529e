/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Honest workbooks have a few dozen parts, or hundreds with pictures. */
#define MAX_PARTS 20000

/* A part may be this much larger than its whole container (sheets of numbers reach 30) once it is not small. */
#define MAX_RATIO 100
#define SMALL (64 * 1024 * 1024)

struct _ZbZip {
  int fd;
  gint64 file_size;
  struct archive *archive;
  guint64 read;
};

ZbZip *
zb_zip_new (int fd)
{
  ZbZip *self = g_new0 (ZbZip, 1);
  struct stat status;

  self->fd = fd;
  self->file_size = fstat (fd, &status) == 0 ? status.st_size : 0;
  return self;
}

static void
close_archive (ZbZip *self)
{
  if (self->archive != NULL)
    archive_read_free (self->archive);
  self->archive = NULL;
}

void
zb_zip_free (ZbZip *self)
{
  if (self == NULL)
    return;
  close_archive (self);
  g_free (self);
}

static void
set_damaged (ZbZip *self, GError **error)
{
  const char *why = archive_error_string (self->archive);

  g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "zip: %s", why != NULL ? why : "damaged");
}

static gboolean
is_part (const char *entry, const char *part)
{
  g_autofree char *name = NULL;

  if (entry == NULL)
    return FALSE;
  name = g_strdelimit (g_strdup (entry), "\\", '/');
  return g_ascii_strcasecmp (name[0] == '/' ? name + 1 : name, part[0] == '/' ? part + 1 : part) == 0;
}

gboolean
zb_zip_open (ZbZip *self, const char *part, gboolean *out_found, GError **error)
{
  struct archive_entry *entry;
  guint n = 0;
  int status;

  close_archive (self);
  self->read = 0;
  self->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (self->archive);
  if (lseek (self->fd, 0, SEEK_SET) != 0 || archive_read_open_fd (self->archive, self->fd, 64 * 1024) != ARCHIVE_OK)
    {
      set_damaged (self, error);
      return FALSE;
    }
  while ((status = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      if (++n > MAX_PARTS)
        {
          g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "more than %d parts", MAX_PARTS);
          return FALSE;
        }
      if (!is_part (archive_entry_pathname (entry), part))
        continue;
      if (archive_entry_is_encrypted (entry))
        {
          g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_PASSWORD, "part %s is encrypted", part);
          return FALSE;
        }
      *out_found = TRUE;
      return TRUE;
    }
  if (status != ARCHIVE_EOF)
    {
      set_damaged (self, error);
      return FALSE;
    }
  *out_found = FALSE;
  return TRUE;
}

gssize
zb_zip_read (ZbZip *self, void *buffer, gsize size, GError **error)
{
  la_ssize_t n = archive_read_data (self->archive, buffer, size);

  if (n < 0)
    {
      set_damaged (self, error);
      return -1;
    }
  self->read += (guint64) n;
  if (self->read > SMALL && self->read / MAX_RATIO > (guint64) self->file_size)
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "a part grows out of proportion");
      return -1;
    }
  return (gssize) n;
}

char *
zb_zip_resolve (const char *from, const char *target)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_auto(GStrv) steps = NULL;
  const char *slash = strrchr (from, '/');

  if (target[0] == '/' || slash == NULL)
    joined = g_strdup (target);
  else
    joined = g_strdup_printf ("%.*s/%s", (int) (slash - from), from, target);
  g_strdelimit (joined, "\\", '/');
  steps = g_strsplit (joined, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (strcmp (steps[i], "..") == 0)
        g_ptr_array_set_size (out, MAX ((int) out->len - 1, 0));
      else if (steps[i][0] != '\0' && strcmp (steps[i], ".") != 0)
        g_ptr_array_add (out, steps[i]);
    }
  g_ptr_array_add (out, NULL);
  return g_strjoinv ("/", (char **) out->pdata);
}
