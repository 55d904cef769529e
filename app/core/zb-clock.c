/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-clock.h"

#include <string.h>

#include "core/zb-error.h"

#define MINUTES_OF_DAY (24 * 60)

/* Takes a word off the front. */
static gboolean
take (const char **p, const char *word)
{
  if (!g_str_has_prefix (*p, word))
    return FALSE;
  *p += strlen (word);
  return TRUE;
}

/* At most @max digits. Returns: how many there were */
static int
take_digits (const char **p, int max, int *out)
{
  int n = 0;

  *out = 0;
  for (; n < max && g_ascii_isdigit (**p); n++, (*p)++)
    *out = *out * 10 + (**p - '0');
  return n;
}

/* The part of the day that is said before the hour: hours up to 11 after it are in the afternoon. */
static gboolean
take_part_of_day (const char **p)
{
  static const char *const mornings[] = { "上午", "早上", "凌晨", "中午" };
  static const char *const afternoons[] = { "下午", "晚上", "傍晚" };

  for (guint i = 0; i < G_N_ELEMENTS (mornings); i++)
    if (take (p, mornings[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (afternoons); i++)
    if (take (p, afternoons[i]))
      return TRUE;
  return FALSE;
}

/* What stands behind the hour: `:30`, `时30分`, `点半`, `点`. */
static gboolean
take_minutes (const char **p, int *out_minute)
{
  *out_minute = 0;
  if (take (p, ":"))
    return take_digits (p, 2, out_minute) == 2;
  if (!take (p, "时") && !take (p, "点"))
    return FALSE;
  if (take (p, "半"))
    *out_minute = 30;
  else if (take_digits (p, 2, out_minute) > 0)
    take (p, "分");
  else
    take (p, "整");
  return TRUE;
}

static gboolean
read_folded (const char *p, int *out_minutes)
{
  gboolean afternoon = take_part_of_day (&p);
  int hour, minute = 0, n = take_digits (&p, 4, &hour);

  if (n == 4)
    {
      minute = hour % 100;
      hour /= 100;
    }
  else if (n < 1 || n > 2 || !take_minutes (&p, &minute))
    return FALSE;
  /* Tables of real systems write seconds too. */
  if (*p == ':' && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]))
    p += 3;
  if (afternoon && hour < 12)
    hour += 12;
  *out_minutes = hour * 60 + minute;
  return *p == '\0' && hour < 24 && minute < 60;
}

gboolean
zb_clock_read (const char *text, int *out_minutes, GError **error)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr(GString) folded = g_string_new (NULL);
  int minutes;

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
  if (normal == NULL || folded->len > 40 || !read_folded (folded->str, &minutes))
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "“%s” is not a time of day", normal != NULL ? text : "…");
      return FALSE;
    }
  *out_minutes = minutes;
  return TRUE;
}

int
zb_clock_parse (const char *text)
{
  int minutes;

  if (text == NULL || strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1])
      || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return -1;
  minutes = ((text[0] - '0') * 10 + text[1] - '0') * 60;
  if (minutes >= MINUTES_OF_DAY || text[3] > '5')
    return -1;
  return minutes + (text[3] - '0') * 10 + text[4] - '0';
}

char *
zb_clock_to_text (int minutes)
{
  g_return_val_if_fail (minutes >= 0 && minutes < MINUTES_OF_DAY, NULL);

  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}
