/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/zb-name.h"

#include "core/zb-error.h"
#include "core/zb-hanzi-private.h"
#include "core/zb-hanzi.h"

#include <string.h>

enum
{
  MIDDLE_DOT = 0x00b7,
  FULL_WIDTH_SPACE = 0x3000
};

static gboolean
is_refused (gunichar c)
{
  return g_unichar_iscntrl (c) && c != '\t' && c != '\n' && c != '\r';
}

/* One character in the form that is kept: no full-width letters, no radicals as characters. */
static gunichar
plain_form (gunichar c)
{
  gunichar whole;

  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xfee0;
  if (c >= 0x2e80 && c <= 0x2fdf && g_unichar_fully_decompose (c, TRUE, &whole, 1) == 1)
    return whole;
  return c;
}

/* A full stop that somebody typed for the middle dot, between Chinese characters. */
static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == 0x3002 || c == 0xff0e || c == 0xff61 || c == 0xfe52;
}

/*
 * Joins the characters again: blanks between two Chinese characters and around a middle dot go
 * away, others become one space.
 */
static char *
join (const gunichar *chars,
      guint           n)
{
  g_autoptr(GString) name = g_string_new (NULL);
  gunichar last = 0;
  gboolean is_spaced = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gunichar c = chars[i];
      gboolean is_close;

      if (zb_hanzi_is_blank (c))
        {
          is_spaced = TRUE;
          continue;
        }
      is_close = last == 0 || last == MIDDLE_DOT || c == MIDDLE_DOT ||
                 (zb_hanzi_is_han (last) && zb_hanzi_is_han (c));
      if (is_spaced && !is_close)
        g_string_append_c (name, ' ');
      if (!(c == MIDDLE_DOT && last == MIDDLE_DOT))
        g_string_append_unichar (name, c);
      last = c;
      is_spaced = FALSE;
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* The nearest character before or behind position @i that is not blank, 0 if there is none. */
static gunichar
neighbour (const gunichar *chars,
           guint           n,
           guint           i,
           gint            step)
{
  gint64 at = (gint64) i + step;

  while (at >= 0 && at < n && zb_hanzi_is_blank (chars[at]))
    at += step;
  return at >= 0 && at < n ? chars[at] : 0;
}

char *
zb_name_normalize (const char *raw)
{
  g_autofree char *composed = NULL;
  g_autofree gunichar *chars = NULL;
  glong n = 0;

  if (raw == NULL)
    return g_strdup ("");
  if (!g_utf8_validate (raw, -1, NULL))
    return NULL;
  composed = g_utf8_normalize (raw, -1, G_NORMALIZE_NFC);

  chars = g_utf8_to_ucs4_fast (composed, -1, &n);
  for (glong i = 0; i < n; i++)
    {
      if (is_refused (chars[i]))
        return NULL;
      chars[i] = plain_form (chars[i]);
      if (zb_hanzi_is_middle_dot (chars[i]))
        chars[i] = MIDDLE_DOT;
    }
  for (glong i = 0; i < n; i++)
    if (is_stop (chars[i]) &&
        zb_hanzi_is_han (neighbour (chars, (guint) n, (guint) i, -1)) &&
        zb_hanzi_is_han (neighbour (chars, (guint) n, (guint) i, 1)))
      chars[i] = MIDDLE_DOT;
  return join (chars, (guint) n);
}

gboolean
zb_name_check (const char  *name,
               GError     **error)
{
  const char *p = name != NULL ? name : "";
  gboolean is_blank = TRUE;
  gunichar c;

  if (!g_utf8_validate (p, -1, NULL))
    {
      g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_NAME, "Name is not UTF-8 text");
      return FALSE;
    }
  if (g_utf8_strlen (p, -1) > ZB_NAME_MAX_CHARS)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_NAME,
                   "Name is longer than %d characters", ZB_NAME_MAX_CHARS);
      return FALSE;
    }
  while ((c = zb_hanzi_next (&p)) != 0)
    {
      if (g_unichar_iscntrl (c))
        {
          g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_NAME,
                       "Name holds the control character U+%04X", c);
          return FALSE;
        }
      is_blank = is_blank && zb_hanzi_is_blank (c);
    }
  if (is_blank)
    {
      g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_NAME, "Name is empty");
      return FALSE;
    }
  return TRUE;
}

char *
zb_name_for_print (const char *name)
{
  const char *p = name != NULL ? name : "";
  const char *start = p;
  const char *middle;
  gunichar first = zb_hanzi_next (&p), second;
  g_autoptr(GString) spread = NULL;

  middle = p;
  second = zb_hanzi_next (&p);
  if (second == 0 || *p != '\0' || !zb_hanzi_is_han (first) || !zb_hanzi_is_han (second))
    return g_strdup (start);

  spread = g_string_new_len (start, middle - start);
  g_string_append_unichar (spread, FULL_WIDTH_SPACE);
  g_string_append (spread, middle);
  return g_string_free (g_steal_pointer (&spread), FALSE);
}
