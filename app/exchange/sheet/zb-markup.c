/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-markup.h"

#include <string.h>

#include "exchange/sheet/zb-ods.h"

typedef gboolean (*Read) (ZbTextFile *file, const char *sheet, ZbSheetStream *out, GError **error);

/* By words that stand at the beginning of each kind. */
static Read
reader_of (const char *head)
{
  static const struct { const char *word; Read read; } kinds[] = {
    { "urn:schemas-microsoft-com:office:spreadsheet", zb_xml_workbook_read },
    { "urn:oasis:names:tc:opendocument:xmlns:office", zb_ods_read_flat },
    { "<table", zb_html_read },
    { "<!doctype html", zb_html_read },
    { "<body", zb_html_read },
    { "<style", zb_html_read },
    { "<meta", zb_html_read },
  };
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *html = strstr (lower, "<html");

  /* A page of Excel names the namespace of its workbooks too, and is a page; a workbook may have html:B in its cells. */
  if (html != NULL && html[strlen ("<html")] != ':')
    return zb_html_read;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (lower, kinds[i].word) != NULL)
      return kinds[i].read;
  return NULL;
}

gboolean
zb_markup_read (int fd, const char *sheet, ZbSheetStream *out, GError **error)
{
  g_autoptr(ZbTextFile) first = zb_text_file_open (fd, error);
  g_autoptr(ZbTextFile) file = NULL;
  g_autoptr(GString) head = g_string_new (NULL);
  Read read;

  if (first == NULL || !zb_text_file_read (first, head, error))
    return FALSE;
  if (head->len > 8192)
    g_string_truncate (head, 8192);
  if (!(read = reader_of (head->str)))
    {
      g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NOT_A_SHEET, "markup without a table");
      return FALSE;
    }
  return (file = zb_text_file_open (fd, error)) != NULL && read (file, sheet, out, error);
}
