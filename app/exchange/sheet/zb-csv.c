/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-csv.h"

#include <string.h>

#include "exchange/sheet/zb-text-file.h"

#define FULL_WIDTH_COMMA 0xff0c
#define SAMPLE_ROWS 30

/* In doubt the earlier one: nobody types tabs into a text. */
static const gunichar separators[] = { '\t', ',', ';', FULL_WIDTH_COMMA, '|' };

typedef enum {
  CELL_START,
  IN_CELL,
  IN_QUOTES,
  AFTER_QUOTE
} State;

typedef struct {
  ZbSheetStream *out;
  gunichar separator;
  State state;
  gboolean after_cr;
  GString *cell;
  guint64 row;
  guint64 quote_row;
  guint column;
} Csv;

/* Separators outside of quotes, row by row. Returns: how many rows there are. */
static guint
count_separators (const char *text, gsize length, guint counts[SAMPLE_ROWS][G_N_ELEMENTS (separators)])
{
  gboolean quoted = FALSE;
  guint row = 0;

  for (const char *p = text; p < text + length && row < SAMPLE_ROWS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"')
        quoted = !quoted;
      else if (!quoted && c == '\n')
        row++;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (separators); i++)
        counts[row < SAMPLE_ROWS ? row : 0][i] += c == separators[i];
    }
  return MIN (row + (length > 0 && text[length - 1] != '\n'), SAMPLE_ROWS);
}

gunichar
zb_csv_guess_separator (const char *text, gsize length)
{
  guint counts[SAMPLE_ROWS][G_N_ELEMENTS (separators)] = { 0 };
  guint best = 0, most_alike = 0, best_count = 0;
  guint n_rows = count_separators (text, length, counts);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    for (guint row = 0; row < SAMPLE_ROWS; row++)
      {
        guint alike = 0, count = counts[row][i];

        for (guint other = 0; count > 0 && other < SAMPLE_ROWS; other++)
          alike += counts[other][i] == count;
        /* Semicolons, full-width commas and strokes stand in sentences too. */
        if ((separators[i] == ';' && alike < 2 && n_rows > 1)
            || ((separators[i] == FULL_WIDTH_COMMA || separators[i] == '|') && alike * 2 < n_rows))
          continue;
        if (alike > most_alike || (alike == most_alike && alike > 0 && count > best_count && separators[best] != '\t'))
          {
            best = i;
            most_alike = alike;
            best_count = count;
          }
      }
  return most_alike > 0 ? separators[best] : 0;
}

static gboolean
end_cell (Csv *self, GError **error)
{
  if (self->cell->len > ZB_SHEET_MAX_CELL)
    {
      g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED,
                   "row %" G_GUINT64_FORMAT ": a cell without end; perhaps a quotation mark is missing", self->quote_row);
      return FALSE;
    }
  if (self->column >= ZB_SHEET_MAX_COLUMNS)
    {
      g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "row %" G_GUINT64_FORMAT ": too many columns", self->row);
      return FALSE;
    }
  zb_sheet_stream_cell (self->out, self->column, ZB_CELL_TEXT, self->cell->str, self->cell->len);
  g_string_truncate (self->cell, 0);
  self->column++;
  self->state = CELL_START;
  return TRUE;
}

static gboolean
end_row (Csv *self, GError **error)
{
  if (!end_cell (self, error) || !zb_sheet_stream_row (self->out, self->row, error))
    return FALSE;
  self->column = 0;
  self->row++;
  return TRUE;
}

/* Runs of ordinary characters go over in one piece. */
static gsize
plain_run (const Csv *self, const char *p, const char *end)
{
  const char *start = p;
  const char first = self->separator < 0x80 ? (char) self->separator : '\xef';

  while (p < end && *p != '"' && (self->state == IN_QUOTES || (*p != '\n' && *p != '\r' && (*p != first || self->separator == 0))))
    p++;
  return (gsize) (p - start);
}

static gboolean
take_character (Csv *self, gunichar c, GError **error)
{
  if (self->state == IN_QUOTES)
    {
      if (c == '"')
        self->state = AFTER_QUOTE;
      else
        g_string_append_unichar (self->cell, c);
      return self->cell->len <= ZB_SHEET_MAX_CELL || end_cell (self, error);
    }
  if (c == '\n' && self->after_cr)
    return TRUE;
  if (c == '\n' || c == '\r')
    return end_row (self, error);
  if (c == self->separator && c != 0)
    return end_cell (self, error);
  if (c == '"' && self->state != IN_CELL)
    {
      if (self->state == AFTER_QUOTE)
        g_string_append_c (self->cell, '"');
      else
        self->quote_row = self->row;
      self->state = IN_QUOTES;
      return TRUE;
    }
  g_string_append_unichar (self->cell, c);
  self->state = IN_CELL;
  return self->cell->len <= ZB_SHEET_MAX_CELL || end_cell (self, error);
}

static gboolean
take_text (Csv *self, const char *text, gsize length, GError **error)
{
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      gsize run = plain_run (self, p, end);
      gunichar c;

      if (run > 0)
        {
          g_string_append_len (self->cell, p, (gssize) run);
          if (self->state != IN_QUOTES)
            self->state = IN_CELL;
          self->after_cr = FALSE;
          if (self->cell->len > ZB_SHEET_MAX_CELL && !end_cell (self, error))
            return FALSE;
          p += run;
          continue;
        }
      c = g_utf8_get_char (p);
      if (!take_character (self, c, error))
        return FALSE;
      self->after_cr = c == '\r' && self->state != IN_QUOTES;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

/* The line `sep=;` that Excel writes first for itself; its end is left, so that it counts as a row. */
static gsize
take_separator_line (Csv *self, const char *text)
{
  if (strcspn (text, "\r\n") != 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0)
    return 0;
  self->separator = (gunichar) (guint8) text[4];
  return 5;
}

gboolean
zb_csv_read (int fd, ZbSheetStream *out, GError **error)
{
  g_autoptr(ZbTextFile) file = zb_text_file_open (fd, error);
  g_autoptr(GString) chunk = g_string_new (NULL);
  g_autoptr(GString) cell = g_string_new (NULL);
  Csv self = { .out = out, .cell = cell, .row = 1, .quote_row = 1 };
  gboolean first = TRUE;

  if (file == NULL)
    return FALSE;
  zb_sheet_stream_listed (out, "", FALSE);
  zb_sheet_stream_sheet (out, "", FALSE);
  while (zb_text_file_read (file, chunk, error))
    {
      gsize skip = 0;

      if (chunk->len == 0)
        {
          if (self.state == IN_QUOTES)
            {
              g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED,
                           "row %" G_GUINT64_FORMAT ": a quotation mark is never closed", self.quote_row);
              return FALSE;
            }
          return end_row (&self, error);
        }
      if (first && (skip = take_separator_line (&self, chunk->str)) == 0)
        self.separator = zb_csv_guess_separator (chunk->str, chunk->len);
      first = FALSE;
      if (!take_text (&self, chunk->str + skip, chunk->len - skip, error))
        return FALSE;
    }
  return FALSE;
}
