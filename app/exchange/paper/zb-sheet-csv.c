/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "exchange/paper/zb-new-file.h"
#include "exchange/paper/zb-sheet-private.h"

#define BUFFER_SIZE (256 * 1024)

/* @is_gb18030: whether the buffer is turned into that on its way out: it can say everything that Unicode can */
typedef struct {
  int fd;
  gboolean is_gb18030;
  GString *buffer;
} ZbCsv;

static gboolean
flush (ZbCsv *csv, GError **error)
{
  g_autofree char *converted = NULL;
  const char *data = csv->buffer->str;
  gsize left = csv->buffer->len;

  if (csv->is_gb18030)
    {
      if (!(converted = g_convert (data, (gssize) left, "GB18030", "UTF-8", NULL, &left, error)))
        return FALSE;
      data = converted;
    }
  while (left > 0)
    {
      gssize n = write (csv->fd, data, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          zb_new_file_set_error (error, errno, "csv");
          return FALSE;
        }
      data += n;
      left -= (gsize) n;
    }
  g_string_truncate (csv->buffer, 0);
  return TRUE;
}

/* Whether a spreadsheet would take the text for a formula. */
static gboolean
needs_apostrophe (const char *text)
{
  return (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL) || zb_sheet_needs_guard (text);
}

static void
append_cell (GString *out, const ZbSheetColumn *column, const char *text)
{
  gboolean neutral = !column->is_number && needs_apostrophe (text);
  gboolean quoted = strpbrk (text, ",\"\r\n\t;") != NULL || *text == ' ';

  if (quoted)
    g_string_append_c (out, '"');
  if (neutral)
    g_string_append_c (out, '\'');
  if (!quoted)
    g_string_append (out, text);
  else
    for (const char *p = text; *p != '\0'; p++)
      {
        if (*p == '"')
          g_string_append_c (out, '"');
        g_string_append_c (out, *p);
      }
  if (quoted)
    g_string_append_c (out, '"');
}

gboolean
zb_sheet_write_csv (ZbSheet *sheet, gboolean is_gb18030, int fd, const ZbWriteProgress *progress, GError **error)
{
  guint n_columns = zb_sheet_n_columns (sheet);
  guint n_rows = zb_sheet_n_rows (sheet);
  g_autofree const char **cells = g_new0 (const char *, n_columns + 1);
  g_autoptr(GString) buffer = g_string_sized_new (BUFFER_SIZE + 4096);
  ZbCsv csv = { fd, is_gb18030, buffer };

  if (!is_gb18030)
    g_string_append (buffer, "\xef\xbb\xbf");
  for (guint row = 0; row <= n_rows; row++)
    {
      if (row > 0 && !zb_sheet_row (sheet, row - 1, cells, error))
        return FALSE;
      for (guint i = 0; i < n_columns; i++)
        {
          const ZbSheetColumn *column = zb_sheet_column (sheet, i);

          if (i > 0)
            g_string_append_c (buffer, ',');
          append_cell (buffer, column, row == 0 ? column->heading : cells[i]);
        }
      g_string_append (buffer, "\r\n");
      if (buffer->len >= BUFFER_SIZE && !flush (&csv, error))
        return FALSE;
      if (!zb_write_progress_step (progress, row, n_rows, error))
        return FALSE;
    }
  return flush (&csv, error);
}
