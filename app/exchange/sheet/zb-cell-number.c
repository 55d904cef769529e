/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-cell-number.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#define N ZB_CELL_SHOWS_NUMBER
#define D ZB_CELL_SHOWS_DAY
#define M ZB_CELL_SHOWS_MONTH
#define T ZB_CELL_SHOWS_TIME

/* 14–22 everywhere; 27–36 and 50–58 as a Chinese Excel has them. */
static const guint8 builtin[] = {
  N, N, N, N, N, N, N, N, N, N,
  N, N, N, N, D, D, D, M, T, T,
  T, T, D, N, N, N, N, M, D, D,
  D, D, T, T, T, T, M, N, N, N,
  N, N, N, N, N, T, T, T, N, N,
  M, D, M, D, D, T, T, M, D,
};

ZbCellFormat
zb_cell_format_builtin (guint number)
{
  ZbCellFormat format = { ZB_CELL_SHOWS_NUMBER, 0, 0 };

  if (number < G_N_ELEMENTS (builtin))
    format.shows = (ZbCellShows) builtin[number];
  if (number == 2)
    format = (ZbCellFormat) { ZB_CELL_SHOWS_NUMBER, 1, 2 };
  return format;
}

/* `0000` and `0.00`, nothing else: leading zeros and decimals that are always shown. */
static gboolean
parse_zeros (const char *code, ZbCellFormat *out)
{
  gsize digits = strspn (code, "0"), decimals = 0;
  const char *rest = code + digits;

  if (*rest == '.')
    {
      decimals = strspn (rest + 1, "0");
      rest += 1 + decimals;
    }
  rest += strspn (rest, "_ )");
  if (digits == 0 || digits > 30 || decimals > 10 || (*rest != '\0' && *rest != ';'))
    return FALSE;
  *out = (ZbCellFormat) { ZB_CELL_SHOWS_NUMBER, (guint8) digits, (guint8) decimals };
  return TRUE;
}

/* The letters of the first section that mean something: without quoted, escaped and bracketed parts. */
static void
collect_letters (const char *code, GString *out)
{
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      if (*p == '"' || *p == '[')
        {
          const char *end = strchr (p + 1, *p == '"' ? '"' : ']');

          if (end == NULL)
            return;
          if (*p == '[' && strchr ("hHmMsS", p[1]) != NULL)
            g_string_append_c (out, 'h');
          p = end;
        }
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        p++;
      else if (g_ascii_strncasecmp (p, "am/pm", 5) == 0)
        p += 4;
      else
        g_string_append_c (out, g_ascii_tolower (*p));
    }
}

ZbCellFormat
zb_cell_format_parse (const char *code)
{
  g_autoptr(GString) letters = g_string_new (NULL);
  ZbCellFormat format = { ZB_CELL_SHOWS_NUMBER, 0, 0 };
  gboolean year, month, day, time;

  if (g_ascii_strncasecmp (code, "general", 7) == 0 || parse_zeros (code, &format))
    return format;
  collect_letters (code, letters);
  if (strpbrk (letters->str, "0#?@") != NULL && strpbrk (letters->str, "ydhs") == NULL)
    return format;
  time = strpbrk (letters->str, "hs") != NULL;
  year = strpbrk (letters->str, "ye") != NULL;
  day = strchr (letters->str, 'd') != NULL;
  month = strchr (letters->str, 'm') != NULL;
  if (day || (year && month && time))
    format.shows = ZB_CELL_SHOWS_DAY;
  else if (time)
    format.shows = ZB_CELL_SHOWS_TIME;
  else if (year)
    format.shows = month ? ZB_CELL_SHOWS_MONTH : ZB_CELL_SHOWS_YEAR;
  else if (month)
    format.shows = ZB_CELL_SHOWS_DAY;
  return format;
}

/* As many leading zeros and decimals as the format always shows; never fewer than the number has. */
static gsize
pad (ZbCellFormat format, char *text)
{
  g_autofree char *padded = NULL;
  const char *digits = text[0] == '-' ? text + 1 : text;
  const char *point = strchr (digits, '.');
  gsize whole = point != NULL ? (gsize) (point - digits) : strlen (digits);
  gsize decimals = point != NULL ? strlen (point + 1) : 0;
  gsize zeros = whole < format.digits ? format.digits - whole : 0;
  gsize more = decimals < format.decimals ? format.decimals - decimals : 0;
  static const char nought[] = "0000000000000000000000000000000";

  if (strchr (text, 'e') != NULL || (zeros == 0 && more == 0))
    return strlen (text);
  padded = g_strdup_printf ("%s%.*s%s%s%.*s", text[0] == '-' ? "-" : "", (int) zeros, nought, digits,
                            point == NULL && more > 0 ? "." : "", (int) more, nought);
  return MIN (g_strlcpy (text, padded, ZB_CELL_NUMBER_SIZE), ZB_CELL_NUMBER_SIZE - 1);
}

gsize
zb_cell_number_text (const char *value, gsize length, ZbCellFormat format, char out[ZB_CELL_NUMBER_SIZE])
{
  char copy[ZB_CELL_NUMBER_SIZE];
  char *end;
  double number;

  if (length == 0 || length >= sizeof copy)
    return 0;
  memcpy (copy, value, length);
  copy[length] = '\0';
  if (strspn (copy, "0123456789") == length && copy[0] != '0')
    {
      memcpy (out, copy, length + 1);
      return pad (format, out);
    }
  number = g_ascii_strtod (copy, &end);
  if (end == copy || *end != '\0' || !isfinite (number))
    return 0;
  if (number == floor (number) && fabs (number) < 1e21)
    g_snprintf (out, ZB_CELL_NUMBER_SIZE, "%.0f", number == 0 ? 0.0 : number);
  else
    for (int digits = 15; digits <= 17; digits++)
      {
        char pattern[8];

        g_snprintf (pattern, sizeof pattern, "%%.%dg", digits);
        g_ascii_formatd (out, ZB_CELL_NUMBER_SIZE, pattern, number);
        if (g_ascii_strtod (out, NULL) == number)
          break;
      }
  return pad (format, out);
}

/* Day number to civil date; days since 1970-01-01, Gregorian, by eras of 400 years. */
static void
civil (gint64 days, int *out_year, int *out_month, int *out_day)
{
  gint64 shifted = days + 719468, era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  gint64 of_era = shifted - era * 146097;
  gint64 year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  gint64 of_year = of_era - (365 * year + year / 4 - year / 100);
  gint64 part = (5 * of_year + 2) / 153;

  *out_day = (int) (of_year - (153 * part + 2) / 5 + 1);
  *out_month = (int) (part < 10 ? part + 3 : part - 9);
  *out_year = (int) (year + era * 400 + (*out_month <= 2));
}

gsize
zb_cell_date_text (double serial, gboolean from_1904, ZbCellShows shows, char out[ZB_CELL_NUMBER_SIZE])
{
  /* Serial numbers of 1970-01-01. */
  const gint64 epoch = from_1904 ? 24107 : 25569;
  gint64 days, seconds;
  int year, month, day;

  if (!isfinite (serial) || serial < 0 || serial >= 2958466)
    return 0;
  days = (gint64) floor (serial);
  seconds = (gint64) floor ((serial - (double) days) * 86400 + 0.5);
  if (seconds == 86400)
    {
      days++;
      seconds = 0;
    }
  if (shows == ZB_CELL_SHOWS_TIME && days == 0)
    return (gsize) g_snprintf (out, ZB_CELL_NUMBER_SIZE, "%02d:%02d:%02d", (int) (seconds / 3600),
                               (int) (seconds / 60 % 60), (int) (seconds % 60));
  if (!from_1904 && (days == 0 || days == 60))
    return 0;
  /* Before the 29 February 1900 that never was, the count is one behind. */
  civil (days - epoch + (!from_1904 && days < 60), &year, &month, &day);
  if (seconds != 0)
    return (gsize) g_snprintf (out, ZB_CELL_NUMBER_SIZE, "%04d-%02d-%02d %02d:%02d:%02d", year, month, day,
                               (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));
  if (shows == ZB_CELL_SHOWS_YEAR && month == 1 && day == 1)
    return (gsize) g_snprintf (out, ZB_CELL_NUMBER_SIZE, "%04d", year);
  if ((shows == ZB_CELL_SHOWS_MONTH || shows == ZB_CELL_SHOWS_YEAR) && day == 1)
    return (gsize) g_snprintf (out, ZB_CELL_NUMBER_SIZE, "%04d-%02d", year, month);
  return (gsize) g_snprintf (out, ZB_CELL_NUMBER_SIZE, "%04d-%02d-%02d", year, month, day);
}

gsize
zb_cell_text (const char *value, gsize length, ZbCellFormat format, gboolean from_1904, ZbCellKind *out_kind, char out[ZB_CELL_NUMBER_SIZE])
{
  gsize n = 0;

  if (format.shows != ZB_CELL_SHOWS_NUMBER && length < ZB_CELL_NUMBER_SIZE)
    {
      char copy[ZB_CELL_NUMBER_SIZE];

      memcpy (copy, value, length);
      copy[length] = '\0';
      n = zb_cell_date_text (g_ascii_strtod (copy, NULL), from_1904, format.shows, out);
    }
  *out_kind = n == 0 ? ZB_CELL_NUMBER : format.shows == ZB_CELL_SHOWS_TIME && out[2] == ':' ? ZB_CELL_TEXT : ZB_CELL_DATE;
  return n > 0 ? n : zb_cell_number_text (value, length, format, out);
}
