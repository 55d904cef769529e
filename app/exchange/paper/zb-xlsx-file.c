/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-xlsx-file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "exchange/paper/zb-new-file.h"

/* What the parts of a workbook take besides its rows: styles, names, the archive's own. */
#define OTHER_PARTS (16 * 1024)
/* Blocks that a file system may need for its own books. */
#define SPARE (256 * 1024)
#define COPY_SIZE (64 * 1024)

/* The first folder in which scratch files can be made. */
static const char *
scratch_folder (void)
{
  const char *const folders[] = { g_get_tmp_dir (), "/tmp", "/var/tmp", NULL };

  for (guint i = 0; folders[i] != NULL; i++)
    if (access (folders[i], W_OK | X_OK) == 0)
      return folders[i];
  return NULL;
}

static gboolean
fail (int number, GError **error)
{
  zb_new_file_set_error (error, number != 0 ? number : ENOSPC, g_get_tmp_dir ());
  return FALSE;
}

ZbXlsxFile *
zb_xlsx_file_new (const char *sheet_name, GError **error)
{
  g_autoptr(ZbXlsxFile) self = g_new0 (ZbXlsxFile, 1);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) scratch_folder () };
  g_autofree char *name = NULL;

  self->memory = memfd_create ("zhibu-xlsx", MFD_CLOEXEC);
  if (self->memory < 0 || options.tmpdir == NULL)
    {
      fail (self->memory < 0 ? errno : EACCES, error);
      return NULL;
    }
  name = g_strdup_printf ("/proc/self/fd/%d", self->memory);
  errno = 0;
  self->book = workbook_new_opt (name, &options);
  self->pages = g_ptr_array_new ();
  if (self->book == NULL)
    fail (errno, error);
  return self->book != NULL && zb_xlsx_file_add_page (self, sheet_name, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
zb_xlsx_file_add_page (ZbXlsxFile *self, const char *sheet_name, GError **error)
{
  lxw_worksheet *page;

  errno = 0;
  if ((page = workbook_add_worksheet (self->book, sheet_name)) == NULL)
    return fail (errno, error);
  self->page = page;
  g_ptr_array_add (self->pages, page);
  return TRUE;
}

void
zb_xlsx_file_free (ZbXlsxFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->book, lxw_workbook_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  if (self->memory >= 0)
    close (self->memory);
  g_free (self);
}

/* Whether the rows are in the scratch files, and those that the library makes of them have room too.
 * @sizes: (element-type gint64): of each page */
static gboolean
check_scratch (ZbXlsxFile *self, GArray *sizes, GError **error)
{
  struct rlimit limit;
  struct statvfs info;
  gint64 all = 0, blocks;

  for (guint i = 0; i < self->pages->len; i++)
    {
      FILE *scratch = ((lxw_worksheet *) g_ptr_array_index (self->pages, i))->optimize_tmpfile;
      gint64 size;

      errno = 0;
      if (fflush (scratch) != 0 || ferror (scratch) || (size = ftello (scratch)) < 0)
        return fail (errno, error);
      g_array_append_val (sizes, size);
      all += size;
    }
  if (getrlimit (RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY && (guint64) all + OTHER_PARTS > (guint64) limit.rlim_cur)
    return fail (EFBIG, error);
  if (fstatvfs (fileno (self->page->optimize_tmpfile), &info) != 0 || info.f_blocks == 0)
    return TRUE;
  blocks = (gint64) (geteuid () == 0 ? info.f_bfree : info.f_bavail);
  return blocks > (all + SPARE) / (gint64) info.f_frsize || fail (ENOSPC, error);
}

static guint32
little_endian (const guint8 *bytes, guint n)
{
  guint32 value = 0;

  while (n-- > 0)
    value = value << 8 | bytes[n];
  return value;
}

/* The length of a part as the archive's directory has it; 0 when it is not there. */
static gint64
packed_length (const guint8 *bytes, gsize n, const char *name)
{
  const guint8 *end = n >= 22 ? bytes + n - 22 : NULL;
  gsize at = end != NULL && memcmp (end, "PK\5\6", 4) == 0 ? little_endian (end + 16, 4) : n;

  while (at + 46 <= n && memcmp (bytes + at, "PK\1\2", 4) == 0)
    {
      const guint8 *entry = bytes + at;
      gsize length = little_endian (entry + 28, 2);

      if (length == strlen (name) && at + 46 + length <= n && memcmp (entry + 46, name, length) == 0)
        return little_endian (entry + 24, 4);
      at += 46 + length + little_endian (entry + 30, 2) + little_endian (entry + 32, 2);
    }
  return 0;
}

/* Whether the pages came into the archive whole: a scratch file that was cut short is not told by the library. */
static gboolean
is_whole (ZbXlsxFile *self, GArray *sizes)
{
  off_t size = lseek (self->memory, 0, SEEK_END);
  guint8 *bytes = size > 0 ? mmap (NULL, (gsize) size, PROT_READ, MAP_PRIVATE, self->memory, 0) : MAP_FAILED;
  gboolean whole = bytes != MAP_FAILED;

  for (guint i = 0; whole && i < sizes->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      whole = packed_length (bytes, (gsize) size, name) > g_array_index (sizes, gint64, i);
    }
  if (bytes != MAP_FAILED)
    munmap (bytes, (gsize) size);
  return whole;
}

static gboolean
write_all (int fd, const char *bytes, gsize n)
{
  while (n > 0)
    {
      gssize written = write (fd, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      bytes += written;
      n -= (gsize) written;
    }
  return TRUE;
}

static gboolean
copy_out (ZbXlsxFile *self, int fd, GError **error)
{
  g_autofree char *buffer = g_malloc (COPY_SIZE);
  off_t at = 0;
  gssize n;

  while ((n = pread (self->memory, buffer, COPY_SIZE, at)) > 0)
    {
      if (!write_all (fd, buffer, (gsize) n))
        break;
      at += n;
    }
  if (n == 0)
    return TRUE;
  zb_new_file_set_error (error, errno, "xlsx");
  return FALSE;
}

gboolean
zb_xlsx_file_finish (ZbXlsxFile *self, int fd, GError **error)
{
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!check_scratch (self, sizes, error))
    return FALSE;
  errno = 0;
  if (workbook_close (g_steal_pointer (&self->book)) != LXW_NO_ERROR)
    return fail (errno != EINVAL && errno != ENOENT ? errno : ENOSPC, error);
  return is_whole (self, sizes) ? copy_out (self, fd, error) : fail (ENOSPC, error);
}
