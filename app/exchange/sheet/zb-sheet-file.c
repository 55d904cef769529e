/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-sheet-file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/sheet/zb-csv.h"
#include "exchange/sheet/zb-docx.h"
#include "exchange/sheet/zb-markup.h"
#include "exchange/sheet/zb-ods.h"
#include "exchange/sheet/zb-odt.h"
#include "exchange/sheet/zb-package.h"
#include "exchange/sheet/zb-xls.h"
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

/* Pages and XML that other programs save under the name of a workbook; perhaps in UTF-16. */
static gboolean
is_markup (const char *head, gsize length)
{
  char plain[64];
  gsize n = 0, at = 0;

  for (gsize i = 0; i < length && n < sizeof plain; i++)
    if (head[i] != '\0' && (guint8) head[i] < 0x80)
      plain[n++] = head[i];
    else if (n > 0 && head[i] != '\0')
      break;
  while (at < n && g_ascii_isspace (plain[at]))
    at++;
  return n - at > 1 && plain[at] == '<' && (g_ascii_isalpha (plain[at + 1]) || plain[at + 1] == '?' || plain[at + 1] == '!');
}

static gboolean
refuse_by_magic (const char *head, gsize length, GError **error)
{
  static const char *const magics[] = {
    "%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8", "SQLite format 3", "\x7f" "ELF", "MZ"
  };
  static const char *const packed[] = { "Rar!", "7z\xbc\xaf", "\x1f\x8b", "BZh", "\xfd" "7zXZ" };
  /* “Single file web page” of Excel and WPS: a page with its pictures in one; and tables of old programs, SYLK and DIF. */
  static const char *const others[] = { "MIME-Version:", "From: <Saved by", "Content-Type: multipart/", "ID;P", "TABLE\r\n0,1", "TABLE\n0,1" };

  for (guint i = 0; i < G_N_ELEMENTS (packed); i++)
    if (length >= strlen (packed[i]) && memcmp (head, packed[i], strlen (packed[i])) == 0)
      return refuse (error, ZB_SHEET_ERROR_PACKED, "packed files");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (length >= strlen (others[i]) && memcmp (head, others[i], strlen (others[i])) == 0)
      return refuse (error, ZB_SHEET_ERROR_OLD_FORMAT, "a table of another kind");
  if (length >= 5 && memcmp (head, "{\\rtf", 5) == 0)
    return refuse (error, ZB_SHEET_ERROR_OLD_DOCUMENT, "rich text");
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= strlen (magics[i]) && memcmp (head, magics[i], strlen (magics[i])) == 0)
      return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "another kind of file");
  return TRUE;
}

/* Office Open XML says it by the first element of its main part. */
static gboolean
read_package (ZbZip *zip, const char *sheet, ZbSheetStream *out, GError **error)
{
  g_autofree char *part = zb_package_main (zip, error);
  g_autofree char *root = part != NULL ? zb_package_root (zip, part, error) : NULL;

  if (root == NULL)
    return FALSE;
  if (strcmp (root, "workbook") == 0)
    return zb_xlsx_read (zip, part, sheet, out, error);
  if (strcmp (root, "document") == 0)
    return zb_docx_read (zip, part, sheet, out, error);
  return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "an office document of another kind");
}

/* OpenDocument says first what it is. */
static gboolean
read_container (int fd, const char *sheet, ZbSheetStream *out, GError **error)
{
  g_autoptr(ZbZip) zip = zb_zip_new (fd);
  char type[128] = "";
  gboolean found = FALSE;
  gssize n;

  if (!zb_zip_open (zip, "mimetype", &found, error))
    return FALSE;
  if (!found)
    return read_package (zip, sheet, out, error);
  if ((n = zb_zip_read (zip, type, sizeof type - 1, error)) < 0)
    return FALSE;
  if (g_str_has_prefix (type, "application/vnd.oasis.opendocument.spreadsheet"))
    return zb_ods_read (zip, sheet, out, error);
  if (g_str_has_prefix (type, "application/vnd.oasis.opendocument.text"))
    return zb_odt_read (zip, sheet, out, error);
  return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "an OpenDocument file of another kind");
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
      if (!read_container (fd, sheet, out, error))
        return FALSE;
    }
  else if (n >= 8 && memcmp (head, compound_magic, 8) == 0)
    {
      if (!zb_xls_read (fd, sheet, out, error))
        return FALSE;
    }
  else if (is_markup (head, (gsize) n))
    {
      if (!zb_markup_read (fd, sheet, out, error))
        return FALSE;
    }
  else if (n >= 4 && memcmp (head, "PK\x05\x06", 4) == 0)
    return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "an empty zip container");
  else if (!refuse_by_magic (head, (gsize) n, error))
    return FALSE;
  else if (sheet != NULL && sheet[0] != '\0')
    return refuse (error, ZB_SHEET_ERROR_NO_SHEET, "text has no sheets");
  else if (!zb_csv_read (fd, out, error))
    return FALSE;
  if (zb_sheet_stream_n_rows (out) == 0)
    return refuse (error, ZB_SHEET_ERROR_EMPTY, "no rows");
  return TRUE;
}
