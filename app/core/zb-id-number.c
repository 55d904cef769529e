/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-id-number.h"

#include <string.h>

#include "core/zb-error.h"

/* Weights and check characters of GB 11643-1999. */
static const int weights[17] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
static const char check_characters[] = "10X98765432";

static gboolean
is_shape (const char *number, gsize length)
{
  if (length != 15 && length != 18)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (number[i]) && !(length == 18 && i == 17 && number[i] == 'X'))
      return FALSE;
  return TRUE;
}

static char
check_character (const char *number)
{
  int sum = 0;

  for (int i = 0; i < 17; i++)
    sum += (number[i] - '0') * weights[i];
  return check_characters[sum % 11];
}

char *
zb_id_number_normalize (const char *text, GError **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *folded = text != NULL && g_utf8_validate (text, -1, NULL) && strlen (text) < 200
                              ? g_utf8_normalize (text, -1, G_NORMALIZE_NFKC) : NULL;

  for (const char *p = folded; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A spreadsheet's mark for text, and characters that nobody sees. */
      if (g_unichar_isspace (c) || (c == '\'' && out->len == 0) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      /* Lower case, and the Cyrillic and Greek letters that look like it. */
      if (c == 'x' || c == 0x0445 || c == 0x0425 || c == 0x03c7 || c == 0x03a7)
        c = 'X';
      g_string_append_unichar (out, c);
    }
  if (!is_shape (out->str, out->len))
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_ID_NUMBER, "“%s” is not an ID number", folded != NULL ? folded : "");
      return NULL;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static int
two_digits (const char *at)
{
  return (at[0] - '0') * 10 + at[1] - '0';
}

ZbDate
zb_id_number_birth (const char *number)
{
  gsize length = number != NULL ? strlen (number) : 0;

  if (!is_shape (number, length))
    return ZB_DATE_NONE;
  if (length == 18)
    return zb_date_of (two_digits (number + 6) * 100 + two_digits (number + 8), two_digits (number + 10), two_digits (number + 12));
  return zb_date_of (1900 + two_digits (number + 6), two_digits (number + 8), two_digits (number + 10));
}

const char *
zb_id_number_sex (const char *number)
{
  gsize length = number != NULL ? strlen (number) : 0;

  if (!is_shape (number, length))
    return NULL;
  return (number[length == 18 ? 16 : 14] - '0') % 2 == 1 ? "1" : "2";
}

char *
zb_id_number_eighteen (const char *number)
{
  gsize length = number != NULL ? strlen (number) : 0;
  char out[19];

  if (length != 15 || !is_shape (number, length))
    return g_strdup (number);
  g_snprintf (out, sizeof out, "%.6s19%.9s", number, number + 6);
  out[17] = check_character (out);
  out[18] = '\0';
  return g_strdup (out);
}

/* Whether the two contradict each other as far as both are known: 1985.07 agrees with 1985-07-12. */
static gboolean
dates_differ (ZbDate a, ZbDate b)
{
  if (a.year == 0 || b.year == 0)
    return FALSE;
  if (a.year != b.year)
    return TRUE;
  if (a.month == 0 || b.month == 0)
    return FALSE;
  return a.month != b.month || (a.day != 0 && b.day != 0 && a.day != b.day);
}

ZbIdNumberFlags
zb_id_number_check (const char *number, ZbDate birth, const char *sex)
{
  gsize length = number != NULL ? strlen (number) : 0;
  ZbIdNumberFlags flags = ZB_ID_NUMBER_OK;
  ZbDate own_birth = zb_id_number_birth (number);

  if (!is_shape (number, length))
    return ZB_ID_NUMBER_BAD_CHECK;
  if (length == 15)
    flags |= ZB_ID_NUMBER_FIFTEEN;
  else if (check_character (number) != number[17])
    flags |= ZB_ID_NUMBER_BAD_CHECK | (g_str_has_suffix (number, "000") ? ZB_ID_NUMBER_LOST_DIGITS : 0);
  if (!zb_date_is_set (own_birth))
    flags |= ZB_ID_NUMBER_BAD_BIRTH;
  else if (dates_differ (own_birth, birth))
    flags |= ZB_ID_NUMBER_BIRTH_DIFFERS;
  if ((g_strcmp0 (sex, "1") == 0 || g_strcmp0 (sex, "2") == 0) && strcmp (sex, zb_id_number_sex (number)) != 0)
    flags |= ZB_ID_NUMBER_SEX_DIFFERS;
  return flags;
}

char *
zb_id_number_mask (const char *number)
{
  gsize length = number != NULL ? strlen (number) : 0;

  if (!is_shape (number, length))
    return zb_text_mask (number);
  return g_strdup_printf ("%.6s%.*s%s", number, (int) MIN (length - 10, 12), "************", number + length - 4);
}

char *
zb_phone_mask (const char *phone)
{
  g_auto(GStrv) parts = phone != NULL ? g_strsplit (phone, "/", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      gboolean is_mobile = strlen (parts[i]) == 11 && strspn (parts[i], "0123456789") == 11;
      char *masked = is_mobile ? g_strdup_printf ("%.3s****%s", parts[i], parts[i] + 7) : zb_text_mask (parts[i]);

      g_free (parts[i]);
      parts[i] = masked;
    }
  return parts != NULL ? g_strjoinv ("/", parts) : NULL;
}

char *
zb_text_mask (const char *text)
{
  if (text == NULL)
    return NULL;
  if (*text == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%.*s****", (int) (g_utf8_next_char (text) - text), text);
}

/* One number: no blanks, no +86 before a mobile number. */
static void
append_phone (GString *out, const char *part)
{
  g_autoptr(GString) one = g_string_new (NULL);
  const char *start;

  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (one, g_utf8_get_char (p));
  start = one->str;
  if (g_str_has_prefix (start, "+86"))
    start += 3;
  else if (g_str_has_prefix (start, "0086"))
    start += 4;
  start += start != one->str && *start == '-';
  if (*start == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '/');
  /* 199-0000-0001 and 199 0000 0001 are the same mobile number; 0579-123 keeps its hyphen. */
  if (start[0] == '1' && strlen (start) == 13 && start[3] == '-' && start[8] == '-')
    g_string_append_printf (out, "%.3s%.4s%s", start, start + 4, start + 9);
  else
    g_string_append (out, start);
}

/* Letters of a telephone number: only Chinese notes such as 转8001 or （家）. 1.99E+10 is refused: a
 * spreadsheet has lost digits. */
static gboolean
is_phone_character (gunichar c)
{
  if (g_unichar_isalpha (c))
    return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
  return !g_unichar_iscntrl (c) || c == '\n' || c == '\t' || c == '\r';
}

/* Blanks part two numbers when both are whole ones: 19900000001 19900000002, but not 199 0000 0001. */
static gboolean
is_whole_number (const char *start, const char *end)
{
  int n_digits = 0;

  for (; start < end; start++)
    n_digits += g_ascii_isdigit (*start);
  return n_digits >= 7;
}

static void
mark_joints (char *text)
{
  char *start = text;

  for (char *p = text; *p != '\0'; p++)
    {
      char *next = p + strspn (p, " \t\r\n");

      if (strchr ("/,;", *p) != NULL)
        start = p + 1;
      else if (next > p && is_whole_number (start, p) && is_whole_number (next, next + strcspn (next, " \t\r\n/,;")))
        {
          *p = '/';
          start = p + 1;
        }
    }
}

char *
zb_phone_normalize (const char *text, GError **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *folded = text != NULL && g_utf8_validate (text, -1, NULL) ? g_utf8_normalize (text, -1, G_NORMALIZE_NFKC) : NULL;
  g_autoptr(GString) joined = g_string_new (folded);
  g_auto(GStrv) parts = NULL;
  gsize n_digits = 0;
  gboolean good = folded != NULL && strlen (folded) <= 100;

  for (const char *p = folded; good && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_digits += c >= '0' && c <= '9';
      good = is_phone_character (c);
    }
  if (!good || n_digits < 3 || strchr (folded, '.') != NULL)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "“%s” is not a telephone number", folded != NULL ? folded : "…");
      return NULL;
    }
  g_string_replace (joined, "、", "/", 0);
  mark_joints (joined->str);
  parts = g_strsplit_set (joined->str, "/,;", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    append_phone (out, parts[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
