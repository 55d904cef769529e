/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-sheet-file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/sheet/zb-csv.h"
#include "exchange/sheet/zb-xlsx.h"

#define HEAD 4096

/* Compound files (OLE 2): .xls, .doc, and workbooks with a password. */
static const char compound_magic[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

static gboolean
refuse (GError **error, ZbSheetError code, const char *why)
{
  g_set_error_literal (error, ZB_SHEET_ERROR, (int) code, why);
  return FALSE;
}

/* The directory of a compound file names its streams in UTF-16; a locked workbook has EncryptedPackage. */
static gboolean
has_stream (int fd, const char *name)
{
  g_autofree char *chunk = g_malloc (1024 * 1024);
  g_autoptr(GString) wide = g_string_new (NULL);
  gsize overlap = 0;
  gssize n;

  for (const char *p = name; *p != '\0'; p++)
    {
      g_string_append_c (wide, *p);
      g_string_append_c (wide, '\0');
    }
  if (lseek (fd, 0, SEEK_SET) != 0)
    return FALSE;
  while ((n = read (fd, chunk + overlap, 1024 * 1024 - overlap)) > 0)
    {
      gsize length = overlap + (gsize) n;

      if (memmem (chunk, length, wide->str, wide->len) != NULL)
        return TRUE;
      overlap = MIN (length, wide->len);
      memmove (chunk, chunk + length - overlap, overlap);
    }
  return FALSE;
}

/* Pages and XML that spreadsheets of old saved under the name of a workbook. */
static gboolean
is_markup (const char *head, gsize length)
{
  const char *p = head;
  gsize left = length;

  if (left >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    {
      p += 3;
      left -= 3;
    }
  for (; left > 0 && g_ascii_isspace (*p); left--)
    p++;
  return left > 1 && *p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '?' || p[1] == '!');
}

static gboolean
refuse_by_magic (int fd, const char *head, gsize length, GError **error)
{
  static const char *const magics[] = {
    "%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8", "SQLite format 3", "Rar!", "7z\xbc\xaf", "\x1f\x8b", "\x7f" "ELF", "{\\rtf"
  };

  if (length >= 8 && memcmp (head, compound_magic, 8) == 0)
    return has_stream (fd, "EncryptedPackage") ? refuse (error, ZB_SHEET_ERROR_PASSWORD, "an encrypted workbook")
           : has_stream (fd, "WordDocument") ? refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "a document of a word processor")
           : refuse (error, ZB_SHEET_ERROR_OLD_FORMAT, "a compound file");
  if (is_markup (head, length))
    return refuse (error, ZB_SHEET_ERROR_OLD_FORMAT, "HTML or XML");
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= strlen (magics[i]) && memcmp (head, magics[i], strlen (magics[i])) == 0)
      return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "another kind of file");
  return TRUE;
}

gboolean
zb_sheet_file_read (int fd, const char *sheet, ZbSheetStream *out, GError **error)
{
  char head[HEAD];
  gssize n = pread (fd, head, sizeof head, 0);

  if (n < 0)
    return refuse (error, ZB_SHEET_ERROR_DAMAGED, "cannot be read");
  if (n == 0)
    return refuse (error, ZB_SHEET_ERROR_EMPTY, "no bytes");
  if (n >= 4 && memcmp (head, "PK\x03\x04", 4) == 0)
    {
      if (!zb_xlsx_read (fd, sheet, out, error))
        return FALSE;
    }
  else if (n >= 4 && memcmp (head, "PK\x05\x06", 4) == 0)
    return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "an empty zip container");
  else if (!refuse_by_magic (fd, head, (gsize) n, error))
    return FALSE;
  else if (sheet != NULL && sheet[0] != '\0')
    return refuse (error, ZB_SHEET_ERROR_NO_SHEET, "text has no sheets");
  else if (!zb_csv_read (fd, out, error))
    return FALSE;
  if (zb_sheet_stream_n_rows (out) == 0)
    return refuse (error, ZB_SHEET_ERROR_EMPTY, "no rows");
  return TRUE;
}
