/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-date.h"

#include <string.h>

#include "core/zb-error.h"

static gboolean
fail (GError **error, const char *text)
{
  g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_DATE, "“%s” is not a date", text != NULL ? text : "");
  return FALSE;
}

/* GLib's own asks three times whether year and month are valid; this is called for every date that is read. */
static int
days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

/* Whether the known parts make a date: the year at least, no day without a month, the day in its month. */
static gboolean
is_possible (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || (month == 0 && day != 0))
    return FALSE;
  return day == 0 || day <= days_in_month (year, month);
}

static int
digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

gboolean
zb_date_parse (const char *text, ZbDate *out_date, GError **error)
{
  gsize length = text != NULL ? strlen (text) : 0;
  int year, month = 0, day = 0;

  if (length != 4 && length != 7 && length != 10)
    return fail (error, text);
  year = digits (text, 4);
  if (length >= 7)
    month = text[4] == '-' ? digits (text + 5, 2) : -1;
  if (length == 10)
    day = text[7] == '-' ? digits (text + 8, 2) : -1;
  if ((length >= 7 && month == 0) || (length == 10 && day == 0) || !is_possible (year, month, day))
    return fail (error, text);
  *out_date = (ZbDate) { (gint16) year, (guint8) month, (guint8) day };
  return TRUE;
}

/* The separators that people put between year, month and day; the first of a row stands for all of it. */
static gunichar
separator_of (gunichar c)
{
  switch (c)
    {
    case '.':
    case 0x3002: /* 。 of a Chinese keyboard */
    case 0x00b7:
      return '.';
    case '-':
    case 0x2010:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    case '/':
    case '\\':
      return '/';
    default:
      return 0;
    }
}

static const char *
skip_blanks (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* What stands behind part @n of a date: 年 月 日 (or 号), or the same separator each time. */
static gboolean
take_mark (const char **p, int n, gunichar *style)
{
  static const gunichar han[3] = { 0x5e74, 0x6708, 0x65e5 };
  gunichar c = g_utf8_get_char (*p);
  gunichar mark = separator_of (c);

  if (c == han[n - 1] || (n == 3 && c == 0x53f7))
    mark = han[0];
  if (mark == 0 || (*style != 0 && mark != *style) || (n == 3 && mark != han[0]))
    return FALSE;
  *style = mark;
  *p = skip_blanks (g_utf8_next_char (*p));
  return TRUE;
}

/* A time of day behind a date, as spreadsheets and databases write it, says nothing about the day. */
static gboolean
is_time (const char *p)
{
  int n_colons = 0;

  for (; *p != '\0'; p++)
    {
      n_colons += *p == ':';
      if (!g_ascii_isdigit (*p) && *p != ':' && *p != '.')
        return FALSE;
    }
  return n_colons >= 1 && n_colons <= 2;
}

/* Up to three numbers with marks between them. */
static gboolean
split_numbers (const char *p, int numbers[3], int lengths[3], int *out_n)
{
  gunichar style = 0;
  int n = 0;

  while (g_ascii_isdigit (*p) && n < 3)
    {
      for (; g_ascii_isdigit (*p) && lengths[n] < 9; p++, lengths[n]++)
        numbers[n] = numbers[n] * 10 + (*p - '0');
      n++;
      if (g_unichar_isspace (g_utf8_get_char (p)) && is_time (skip_blanks (p)))
        p = "";
      else
        p = skip_blanks (p);
      if (*p == '\0' || !take_mark (&p, n, &style))
        break;
    }
  *out_n = n;
  return n > 0 && (*p == '\0' || is_time (p));
}

gboolean
zb_date_read (const char *text, ZbDate *out_date, GError **error)
{
  g_autofree char *folded = NULL;
  int numbers[3] = { 0, 0, 0 }, lengths[3] = { 0, 0, 0 };
  int n = 0;

  if (text == NULL || strlen (text) > 100 || !g_utf8_validate (text, -1, NULL))
    return fail (error, "…");
  folded = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_strstrip (folded);
  if (!split_numbers (skip_blanks (folded), numbers, lengths, &n))
    return fail (error, text);
  if (n == 1 && (lengths[0] == 6 || lengths[0] == 8))
    {
      int whole = lengths[0] == 8 ? numbers[0] : numbers[0] * 100;

      numbers[2] = whole % 100;
      numbers[1] = whole / 100 % 100;
      numbers[0] = whole / 10000;
      if (numbers[1] == 0 || (lengths[0] == 8 && numbers[2] == 0))
        return fail (error, text);
    }
  else if (lengths[0] != 4 || (n >= 2 && (lengths[1] > 2 || numbers[1] == 0)) || (n == 3 && (lengths[2] > 2 || numbers[2] == 0)))
    return fail (error, text);
  if (!is_possible (numbers[0], numbers[1], numbers[2]) || numbers[0] < 1000)
    return fail (error, text);
  *out_date = (ZbDate) { (gint16) numbers[0], (guint8) numbers[1], (guint8) numbers[2] };
  return TRUE;
}

ZbDate
zb_date_of (int year, int month, int day)
{
  if (month < 1 || day < 1 || !is_possible (year, month, day))
    return ZB_DATE_NONE;
  return (ZbDate) { (gint16) year, (guint8) month, (guint8) day };
}

gboolean
zb_date_is_set (ZbDate date)
{
  return date.year != 0;
}

gboolean
zb_date_is_complete (ZbDate date)
{
  return date.day != 0;
}

static char *
format (ZbDate date, char separator)
{
  if (date.day != 0)
    return g_strdup_printf ("%04d%c%02d%c%02d", date.year, separator, date.month, separator, date.day);
  if (date.month != 0)
    return g_strdup_printf ("%04d%c%02d", date.year, separator, date.month);
  return g_strdup_printf ("%04d", date.year);
}

char *
zb_date_to_text (ZbDate date)
{
  return date.year == 0 ? NULL : format (date, '-');
}

char *
zb_date_to_print (ZbDate date)
{
  return date.year == 0 ? g_strdup ("") : format (date, '.');
}

int
zb_date_compare (ZbDate a, ZbDate b)
{
  guint32 left = zb_date_pack (a), right = zb_date_pack (b);

  return left < right ? -1 : left > right;
}

gboolean
zb_date_is_before (ZbDate a, ZbDate b)
{
  if (!zb_date_is_set (a) || !zb_date_is_set (b))
    return FALSE;
  if (a.month == 0 || b.month == 0)
    return a.year < b.year;
  if (a.day == 0 || b.day == 0)
    a.day = b.day = 0;
  return zb_date_compare (a, b) < 0;
}

ZbDate
zb_date_add_months (ZbDate date, int months)
{
  int total;

  if (date.year == 0)
    return date;
  if (date.month == 0)
    {
      date.year = (gint16) CLAMP (date.year + months / 12, 1, 9999);
      return date;
    }
  total = CLAMP (date.year * 12 + date.month - 1 + months, 12, 9999 * 12 + 11);
  date.year = (gint16) (total / 12);
  date.month = (guint8) (total % 12 + 1);
  date.day = MIN (date.day, (guint8) days_in_month (date.year, date.month));
  return date;
}

ZbDate
zb_date_add_days (ZbDate date, int days)
{
  GDate moved;
  gint64 julian;

  if (date.day == 0)
    return date;
  g_date_clear (&moved, 1);
  g_date_set_dmy (&moved, date.day, (GDateMonth) date.month, (GDateYear) date.year);
  julian = (gint64) g_date_get_julian (&moved) + days;
  g_date_set_julian (&moved, (guint32) CLAMP (julian, 1, 3652059));
  return (ZbDate) { (gint16) g_date_get_year (&moved), (guint8) g_date_get_month (&moved), (guint8) g_date_get_day (&moved) };
}

static guint32
julian (ZbDate date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, (GDateMonth) date.month, (GDateYear) date.year);
  return g_date_get_julian (&day);
}

int
zb_date_days_between (ZbDate from, ZbDate to)
{
  return from.day == 0 || to.day == 0 ? 0 : (int) ((gint64) julian (to) - (gint64) julian (from));
}

static int
months_floor (ZbDate from, ZbDate to)
{
  int from_month = MAX (from.month, 1), to_month = MAX (to.month, 1);
  int months = (to.year - from.year) * 12 + to_month - from_month;
  ZbDate reached = zb_date_add_months ((ZbDate) { from.year, (guint8) from_month, MAX (from.day, 1) }, months);

  return MAX (to.day, 1) < reached.day ? months - 1 : months;
}

int
zb_date_months_between (ZbDate from, ZbDate to)
{
  return from.year == 0 || to.year == 0 ? 0 : months_floor (from, to);
}

int
zb_date_years_between (ZbDate from, ZbDate to)
{
  int months = zb_date_months_between (from, to);

  return months >= 0 ? months / 12 : -((11 - months) / 12);
}

guint32
zb_date_pack (ZbDate date)
{
  return (guint32) date.year << 9 | (guint32) date.month << 5 | date.day;
}

ZbDate
zb_date_unpack (guint32 packed)
{
  return (ZbDate) { (gint16) (packed >> 9), (guint8) (packed >> 5 & 15), (guint8) (packed & 31) };
}
