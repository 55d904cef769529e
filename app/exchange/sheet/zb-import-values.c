/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "core/zb-id-number.h"
#include "core/zb-name.h"
#include "exchange/sheet/zb-cell-number.h"
#include "exchange/sheet/zb-import-private.h"

/* Values that repeat are read once; a column of all different ones stops filling its cache here. */
#define MAX_CACHE 20000

/* Longest one-line text of a record, in characters, as zb_field_read() has it. */
#define MAX_TEXT 1000

/* What people write where nothing is known. */
static const char *const blanks[] = {
  "无", "—", "——", "－", "-", "--", "/", "\\", "不详", "未知", "空", "暂无", "N/A", "n/a", "NULL", "null", "*", "／", "〇", NULL
};

/* Whether a text can stay as it is: nothing invisible, no blanks at the ends, no sign at its beginning. */
static gboolean
is_plain (const char *text)
{
  const guchar *p = (const guchar *) text;

  if (*p == '\'' || *p == '=' || *p == ' ')
    return FALSE;
  for (; *p != '\0'; p++)
    if (*p < 0x20 || (*p == 0xc2 && (p[1] == 0xa0 || p[1] == 0xad)) || (*p == 0xe2 && (p[1] == 0x80 || p[1] == 0x81))
        || (*p == 0xe3 && p[1] == 0x80 && p[2] == 0x80) || (*p == 0xef && p[1] == 0xbb && p[2] == 0xbf))
      return FALSE;
  return p == (const guchar *) text || p[-1] != ' ';
}

static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff || c == 0xad;
}

/* A line break in a narrow cell: nothing between Chinese characters, a blank between words. */
static void
append_break (GString *out, const char *next)
{
  gunichar before = out->len > 0 ? g_utf8_get_char (g_utf8_prev_char (out->str + out->len)) : 0;
  gunichar after = g_utf8_get_char (next);

  if (before != 0 && before < 0x2e80 && after != 0 && after < 0x2e80 && before != ' ')
    g_string_append_c (out, ' ');
}

static void
trim_ends (GString *text)
{
  const char *start = text->str;

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  g_string_erase (text, 0, start - text->str);
  while (text->len > 0 && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text->str + text->len))))
    g_string_truncate (text, (gsize) (g_utf8_prev_char (text->str + text->len) - text->str));
}

/* What is put before a text so that a spreadsheet leaves it alone: '=1+1, ="0123". */
static void
remove_guards (GString *text)
{
  if (text->len > 3 && g_str_has_prefix (text->str, "=\"") && text->str[text->len - 1] == '"')
    {
      g_string_truncate (text, text->len - 1);
      g_string_erase (text, 0, 2);
    }
  if (text->str[0] == '\'' && text->str[1] != '\0' && (strchr ("=+-@", text->str[1]) != NULL || g_ascii_isdigit (text->str[1])))
    g_string_erase (text, 0, 1);
}

const char *
zb_import_plain_text (ZbImport *self, const char *text, gboolean keep_lines)
{
  GString *out = self->scratch;

  if (is_plain (text))
    return text;
  g_string_truncate (out, 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || (c == '\r' && p[1] == '\n'))
        continue;
      if ((c == '\n' || c == '\r') && keep_lines)
        g_string_append_c (out, '\n');
      else if (c == '\n' || c == '\r' || c == '\v')
        append_break (out, g_utf8_next_char (p));
      else
        g_string_append_unichar (out, c == '\t' || c == 0xa0 ? ' ' : c);
    }
  trim_ends (out);
  remove_guards (out);
  return out->str;
}

static ZbImportValue
good (char *value)
{
  return (ZbImportValue) { value, NULL, FALSE };
}

static ZbImportValue
bad (const char *rule)
{
  return (ZbImportValue) { NULL, rule, TRUE };
}

static ZbImportValue
warned (char *value, const char *rule)
{
  return (ZbImportValue) { value, rule, FALSE };
}

static gboolean
is_blank (const char *text)
{
  return g_strv_contains (blanks, text);
}

/* The forms that nearly all numbers and names have already, and in which they are kept: a million of
 * them need not be folded and taken apart. */
static gboolean
is_kept_id_number (const char *text)
{
  return strspn (text, "0123456789") >= 17 && strlen (text) == 18 && (g_ascii_isdigit (text[17]) || text[17] == 'X');
}

static gboolean
is_kept_phone (const char *text)
{
  return text[0] == '1' && strspn (text, "0123456789") == 11 && text[11] == '\0';
}

/* Up to ten of the common Chinese characters, U+4E00–U+9FFF: three bytes each, canonical as they are. */
static gboolean
is_kept_name (const char *text)
{
  const guchar *p = (const guchar *) text;

  while (*p >= 0xe4 && *p <= 0xe9 && (*p > 0xe4 || p[1] >= 0xb8))
    p += 3;
  return *p == '\0' && p > (const guchar *) text && p - (const guchar *) text <= 30;
}

static gboolean
is_rounded (const char *text)
{
  const char *e = strpbrk (text, "eE");

  return e != NULL && e > text && g_ascii_isdigit (e[-1]) && (e[1] == '+' || g_ascii_isdigit (e[1]))
         && strspn (text, "0123456789.") == (gsize) (e - text);
}

static gboolean
is_masked (const char *text)
{
  return strstr (text, "***") != NULL;
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

/* A number in a column of dates: 1985.07 is a month, 31229 the day that a spreadsheet means by it. */
static ZbImportValue
read_date_number (ZbImport *self, const char *text)
{
  const char *point = strchr (text, '.');
  gsize whole = point != NULL ? (gsize) (point - text) : strlen (text);
  char date[ZB_CELL_NUMBER_SIZE];

  if (point != NULL && whole == 4 && strcmp (point, ".1") == 0)
    return warned (g_strndup (text, 4), "ambiguous-date");
  if (point == NULL && whole == 5 && zb_cell_date_text (g_ascii_strtod (text, NULL), self->from_1904, ZB_CELL_SHOWS_DAY, date) > 0)
    return warned (g_strdup (date), "date-from-serial");
  return bad (NULL);
}

/* A day that has not come cannot have been one of the past. */
static ZbImportValue
unless_future (ZbImport *self, const ZbField *field, ZbImportValue value)
{
  if (value.value == NULL || zb_field_check_day (field, value.value, self->today, NULL))
    return value;
  g_free (value.value);
  return bad ("in-future");
}

static ZbImportValue
read_date (ZbImport *self, const ZbField *field, ZbCellKind kind, const char *text)
{
  g_autofree char *day = without_time (text);
  ZbImportValue value = bad (NULL);

  if (kind == ZB_CELL_NUMBER)
    value = read_date_number (self, text);
  if (value.value != NULL || zb_field_read (field, day, &value.value, NULL))
    return unless_future (self, field, (ZbImportValue) { value.value, value.rule, FALSE });
  return is_blank (text) ? good (NULL) : bad ("bad-date");
}

static ZbImportValue
read_id_number (const ZbField *field, ZbCellKind kind, const char *text)
{
  char *value = NULL;

  if (kind == ZB_CELL_TEXT && is_kept_id_number (text))
    return good (g_strdup (text));
  if (is_rounded (text) || (kind == ZB_CELL_NUMBER && strlen (text) > 15))
    return bad ("id-lost-digits");
  if (is_masked (text))
    return warned (NULL, "masked-value");
  if (zb_field_read (field, text, &value, NULL))
    return good (value);
  return is_blank (text) ? good (NULL) : bad ("bad-id-number");
}

static ZbImportValue
read_phone (const ZbField *field, const char *text)
{
  char *value = NULL;

  if (is_kept_phone (text))
    return good (g_strdup (text));
  if (is_masked (text))
    return warned (NULL, "masked-value");
  if (!is_rounded (text) && zb_field_read (field, text, &value, NULL))
    return good (value);
  return is_blank (text) ? good (NULL) : bad ("bad-phone");
}

static ZbImportValue
read_name (const char *text)
{
  g_autofree char *name = NULL;

  if (is_kept_name (text))
    return good (g_strdup (text));
  name = zb_name_normalize (text);
  if (name != NULL && g_utf8_strlen (name, -1) > ZB_NAME_MAX_CHARS)
    return bad ("too-long");
  if (!zb_name_check (name, NULL) || zb_import_is_ditto (text))
    return bad ("bad-name");
  return good (g_steal_pointer (&name));
}

static ZbImportValue
read_text (const ZbField *field, const char *text)
{
  gboolean is_long = field->type == ZB_FIELD_LONG_TEXT;
  char *value = NULL;

  if ((field->flags & ZB_FIELD_PRIVATE) && is_masked (text))
    return warned (NULL, "masked-value");
  if (is_blank (text) && (!is_long || strcmp (text, "无") != 0))
    return good (NULL);
  if (!is_long && strlen (text) > MAX_TEXT && g_utf8_strlen (text, -1) > MAX_TEXT)
    return bad ("too-long");
  if (zb_field_read (field, text, &value, NULL))
    return good (value);
  return bad (is_long && g_utf8_strlen (text, -1) > MAX_TEXT * 10 ? "too-long" : "bad-value");
}

static ZbImportValue
read_other (const ZbField *field, const char *text, const char *rule)
{
  char *value = NULL;

  if ((field->flags & ZB_FIELD_PRIVATE) && is_masked (text))
    return warned (NULL, "masked-value");
  if (strlen (text) <= MAX_TEXT && zb_field_read (field, text, &value, NULL))
    return good (value);
  return is_blank (text) ? good (NULL) : bad (rule);
}

static ZbImportValue
read_by_type (ZbImport *self, const ZbField *field, ZbCellKind kind, const char *text)
{
  if (self->way->as_words != NULL && g_strv_contains (self->way->as_words, field->name))
    return strlen (text) > MAX_TEXT ? bad ("too-long") : good (is_blank (text) ? NULL : g_strdup (text));
  switch (field->type)
    {
    case ZB_FIELD_NAME: return read_name (text);
    case ZB_FIELD_DATE: return read_date (self, field, kind, text);
    case ZB_FIELD_ID_NUMBER: return read_id_number (field, kind, text);
    case ZB_FIELD_PHONE: return read_phone (field, text);
    case ZB_FIELD_CODE: return read_other (field, text, "unknown-code");
    case ZB_FIELD_BOOLEAN: return read_other (field, text, "bad-boolean");
    case ZB_FIELD_INTEGER:
    case ZB_FIELD_MONEY:
    case ZB_FIELD_HOURS: return read_other (field, text, "bad-number");
    case ZB_FIELD_CLOCK: return read_other (field, text, "bad-clock");
    case ZB_FIELD_TEXT:
    case ZB_FIELD_LONG_TEXT: return read_text (field, text);
    /* The words for an organisation; what they mean is told elsewhere. */
    case ZB_FIELD_LINK: return strlen (text) > MAX_TEXT ? bad ("too-long") : good (is_blank (text) ? NULL : g_strdup (text));
    }
  g_assert_not_reached ();
}

static gboolean
repeats (const ZbField *field)
{
  return field->type == ZB_FIELD_CODE || field->type == ZB_FIELD_DATE || field->type == ZB_FIELD_BOOLEAN;
}

ZbImportValue
zb_import_read_value (ZbImport *self, ZbImportColumnState *column, const ZbSheetCell *cell)
{
  const ZbField *field = column->shown.field;
  gboolean is_cached = repeats (field) && cell->kind != ZB_CELL_NUMBER;
  const char *text;
  gpointer known;
  ZbImportValue value;

  if (cell->kind == ZB_CELL_ERROR)
    return bad ("error-value");
  if (cell->kind == ZB_CELL_FORMULA)
    return warned (NULL, "formula-without-value");
  if (is_cached && column->cache != NULL && (known = g_hash_table_lookup (column->cache, cell->text)) != NULL)
    return good (g_strdup (known));
  text = zb_import_plain_text (self, cell->text, field->type == ZB_FIELD_LONG_TEXT);
  if (*text == '\0')
    return good (NULL);
  value = read_by_type (self, field, cell->kind, text);
  if (!is_cached || value.value == NULL || value.rule != NULL)
    return value;
  if (column->cache == NULL)
    column->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_size (column->cache) < MAX_CACHE)
    g_hash_table_insert (column->cache, g_strdup (cell->text), g_strdup (value.value));
  return value;
}
