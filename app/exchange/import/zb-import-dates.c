/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as rosters have them. What could mean two days is refused; no day is ever made of another. */
#include "config.h"

#include <string.h>

#include "exchange/sheet/zb-cell-number.h"
#include "exchange/import/zb-import-private.h"

/* Nobody who is younger is on a list: decides the century of a birth year of two digits. */
#define YOUNGEST 14

static ZbImportValue
good (char *value, const char *rule)
{
  return (ZbImportValue) { value, rule, FALSE };
}

static ZbImportValue
bad (const char *rule)
{
  return (ZbImportValue) { NULL, rule, TRUE };
}

/* A date with its time: only the date is taken. */
static char *
without_time (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *end = colon;

  while (end != NULL && end > text && g_ascii_isdigit (end[-1]))
    end--;
  if (colon == NULL || end == text || (end[-1] != ' ' && end[-1] != 'T'))
    return g_strdup (text);
  return g_strchomp (g_strndup (text, (gsize) (end - 1 - text)));
}

static ZbImportValue
read_serial (const char *text, gboolean from_1904)
{
  char date[ZB_CELL_NUMBER_SIZE];

  if (zb_cell_date_text (g_ascii_strtod (text, NULL), from_1904, ZB_CELL_SHOWS_DAY, date) > 0)
    return good (g_strdup (date), "date-from-serial");
  return bad (NULL);
}

gboolean
zb_import_lacks_nought (const char *text)
{
  return strspn (text, "0123456789") == 4 && strcmp (text + 4, ".1") == 0;
}

/* A number in a column of dates: 1985.07 is a month, 31229 the day that a spreadsheet means by it. */
static ZbImportValue
read_number (ZbImport *self, const char *text)
{
  const char *point = strchr (text, '.');
  gsize whole = point != NULL ? (gsize) (point - text) : strlen (text);

  if (zb_import_lacks_nought (text))
    return good (g_strndup (text, 4), "ambiguous-date");
  return point == NULL && whole == 5 ? read_serial (text, self->from_1904) : bad (NULL);
}

/* 一九八五 → 1985, 十二 → 12; other characters stay. */
static char *
with_digits (const char *text)
{
  static const char numerals[] = "〇一二三四五六七八九";
  g_autoptr(GString) out = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0')
    {
      const char *end = p;
      guint n = 0;

      for (; *end != '\0' && (g_utf8_strchr (numerals, -1, g_utf8_get_char (end)) != NULL || g_str_has_prefix (end, "十")
                              || g_str_has_prefix (end, "零") || g_str_has_prefix (end, "○")); end = g_utf8_next_char (end), n++)
        ;
      if (n == 0)
        {
          end = g_utf8_next_char (p);
          g_string_append_len (out, p, end - p);
          p = end;
          continue;
        }
      for (const char *at = p; at < end; at = g_utf8_next_char (at))
        {
          const char *digit = g_utf8_strchr (numerals, -1, g_utf8_get_char (at));

          if (digit != NULL)
            g_string_append_c (out, (char) ('0' + g_utf8_pointer_to_offset (numerals, digit)));
          else if (!g_str_has_prefix (at, "十"))
            g_string_append_c (out, '0');
          else if (at == p)
            g_string_append (out, g_utf8_next_char (at) == end ? "10" : "1");
          else if (g_utf8_next_char (at) == end)
            g_string_append_c (out, '0');
        }
      p = end;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct {
  int numbers[3];
  guint lengths[3];
  guint n;
  gboolean has_slash;
} Parts;

/* Up to three numbers with whatever people put between them. */
static gboolean
split (const char *text, Parts *out)
{
  static const char apart[] = ".-/\\年月日号,、。·— '";
  const char *p = text;

  *out = (Parts) { 0 };
  while (*p != '\0')
    {
      if (g_ascii_isdigit (*p) && out->n < 3)
        {
          for (; g_ascii_isdigit (*p) && out->lengths[out->n] < 9; p++, out->lengths[out->n]++)
            out->numbers[out->n] = out->numbers[out->n] * 10 + (*p - '0');
          out->n++;
        }
      else if (g_utf8_strchr (apart, -1, g_utf8_get_char (p)) != NULL && out->n > 0)
        {
          out->has_slash = out->has_slash || *p == '/' || *p == '-';
          p = g_utf8_next_char (p);
        }
      else
        return FALSE;
    }
  return out->n > 0;
}

/* The stored form; NULL for what is no date. Nothing (0) at the end means that it is not known. */
static char *
compose (int year, int month, int day)
{
  ZbDate date = { (gint16) year, (guint8) month, (guint8) day };

  if (year < 1000 || month < 0 || month > 12 || day < 0 || day > 31 || (month == 0 && day != 0))
    return NULL;
  if (day != 0 && !zb_date_is_set (zb_date_of (year, month, day)))
    return NULL;
  return zb_date_to_text (date);
}

/* The century that a year of two digits can mean: the last one that is not to come, and for a birth not too young. */
static int
full_year (ZbImport *self, const ZbField *field, int year)
{
  int latest = self->today.year + (field->flags & ZB_FIELD_PAST ? 0 : 30);

  if (strcmp (field->name, "birth_date") == 0)
    latest -= YOUNGEST;
  return 2000 + year <= latest ? 2000 + year : 1900 + year;
}

static ZbImportValue
or_bad (char *value, const char *rule)
{
  return value != NULL ? good (value, rule) : bad ("bad-date");
}

/* Day and month before the year: only where it cannot be the other way round. */
static ZbImportValue
read_year_last (const Parts *parts, int year, const char *rule)
{
  int a = parts->numbers[0], b = parts->numbers[1];

  if (a > 12 || b > 12 || a == b)
    return or_bad (compose (year, a > 12 ? b : a, a > 12 ? a : b), rule);
  return bad ("ambiguous-day");
}

static ZbImportValue
read_three (ZbImport *self, const ZbField *field, const Parts *parts)
{
  const int *n = parts->numbers;

  if (parts->lengths[0] == 4)
    return or_bad (compose (n[0], n[1], n[2]), NULL);
  if (parts->lengths[2] == 4 && parts->lengths[0] <= 2)
    return read_year_last (parts, n[2], NULL);
  if (parts->lengths[0] != 2 && parts->lengths[2] != 2)
    return bad ("bad-date");
  if (parts->lengths[2] == 2 && n[2] > 31 && n[0] <= 31)
    return read_year_last (parts, full_year (self, field, n[2]), "two-digit-year");
  /* 05/7/12 may begin with the year or end with it; 05.7.12 begins with it. */
  if (n[0] <= 31 && parts->has_slash)
    return bad ("ambiguous-day");
  return parts->lengths[0] == 2 ? or_bad (compose (full_year (self, field, n[0]), n[1], n[2]), "two-digit-year") : bad ("bad-date");
}

static ZbImportValue
read_two (ZbImport *self, const ZbField *field, const Parts *parts)
{
  const int *n = parts->numbers;

  if (parts->lengths[0] == 4)
    return or_bad (compose (n[0], n[1], 0), NULL);
  if (parts->lengths[1] == 4 && parts->lengths[0] <= 2 && n[0] > 0)
    return or_bad (compose (n[1], n[0], 0), NULL);
  if (parts->lengths[0] == 2 && parts->lengths[1] <= 2 && n[1] > 0)
    return or_bad (compose (full_year (self, field, n[0]), n[1], 0), "two-digit-year");
  return bad ("bad-date");
}

/* 19850700: zeros where nothing is known; 31229: the day number of a spreadsheet, unless it begins as a year does. */
static ZbImportValue
read_one (ZbImport *self, const Parts *parts, const char *text)
{
  int n = parts->numbers[0];

  if (parts->lengths[0] == 8 && n % 100 == 0)
    return or_bad (compose (n / 10000, n / 100 % 100, 0), NULL);
  if (parts->lengths[0] == 6 && n % 100 == 0)
    return or_bad (compose (n / 100, 0, 0), NULL);
  if (parts->lengths[0] == 5 && n >= 10000 && n < 60000 && n / 1000 != 19 && n / 1000 != 20)
    return read_serial (text, FALSE);
  return bad ("bad-date");
}

/* 1968.02（58岁）: the age beside the birth is computed. */
static void
cut_age (char *text)
{
  char *open = g_str_has_suffix (text, "岁)") ? strrchr (text, '(') : NULL;

  if (open != NULL && open > text && strspn (open + 1, "0123456789") == strlen (open + 1) - strlen ("岁)"))
    *open = '\0';
}

/* 1998年7月入党 below 入党时间: the heading's word behind the date once more, 于 before it. Another heading's word is another date. */
static void
cut_words (const ZbField *field, char *text)
{
  static const struct { const char *field, *word; } words[] = {
    { "birth_date", "出生" }, { "birth_date", "生" }, { "joined_on", "加入中国共产党" }, { "joined_on", "加入党组织" }, { "joined_on", "加入" },
    { "joined_on", "入党" }, { "confirmed_on", "按期转正" }, { "confirmed_on", "转正" }, { "applied_on", "申请入党" }, { "applied_on", "申请" },
    { "work_started_on", "参加工作" }, { "work_started_on", "工作" },
  };

  if (g_str_has_prefix (text, "于"))
    memmove (text, text + strlen ("于"), strlen (text + strlen ("于")) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].field, field->name) == 0 && g_str_has_suffix (text, words[i].word))
      {
        text[strlen (text) - strlen (words[i].word)] = '\0';
        return;
      }
}

/* 未转正: that it has not happened is said, and no date. */
static gboolean
has_not_happened (const ZbField *field, const char *text)
{
  static const char *const joined[] = { "未入党", "尚未入党", NULL };
  static const char *const confirmed[] = { "未转正", "尚未转正", "未到期", "预备期", "预备期内", "待转正", "预备", NULL };

  return (strcmp (field->name, "joined_on") == 0 && g_strv_contains (joined, text)) || (strcmp (field->name, "confirmed_on") == 0 && g_strv_contains (confirmed, text));
}

/* What is no date in the plain forms. */
static ZbImportValue
read_leniently (ZbImport *self, const ZbField *field, const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *digits = normal != NULL && strlen (normal) <= 60 ? with_digits (normal) : NULL;
  Parts parts;

  if (digits == NULL)
    return bad ("bad-date");
  if (has_not_happened (field, g_strstrip (digits)))
    return good (NULL, NULL);
  cut_words (field, digits);
  cut_age (digits);
  if (!split (g_strstrip (digits), &parts))
    return bad ("bad-date");
  return parts.n == 3 ? read_three (self, field, &parts) : parts.n == 2 ? read_two (self, field, &parts) : read_one (self, &parts, digits);
}

ZbImportValue
zb_import_read_date (ZbImport *self, const ZbField *field, ZbCellKind kind, const char *text)
{
  g_autofree char *day = without_time (text);
  ZbImportValue value = bad (NULL);

  if (kind == ZB_CELL_NUMBER)
    value = read_number (self, text);
  if (value.value == NULL && zb_field_read (field, day, &value.value, NULL))
    value = good (value.value, NULL);
  else if (value.value == NULL && zb_import_is_blank (text))
    return good (NULL, NULL);
  else if (value.value == NULL)
    value = read_leniently (self, field, day);
  /* A day that has not come cannot have been one of the past. */
  if (value.value == NULL || zb_field_check_day (field, value.value, self->today, NULL))
    return value;
  g_free (value.value);
  return bad ("in-future");
}
