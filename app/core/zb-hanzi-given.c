/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/zb-hanzi.h"
#include "core/zb-hanzi-private.h"

#include <string.h>

/*
 * Cuts letters without tones into syllables, long ones first; FALSE if they cannot be cut.
 * @dead has a bit for each length of a rest that is known to be uncuttable.
 */
static gboolean
cut_syllables (const char *letters,
               gsize       length,
               guint16    *given,
               guint      *n_given,
               guint64    *dead)
{
  guint before = *n_given;

  if (length == 0)
    return TRUE;
  if (before >= ZB_MAX_GIVEN || (*dead >> length & 1) != 0)
    return FALSE;
  for (gsize n = MIN (length, 6); n > 0; n--)
    {
      int syllable = zb_hanzi_find_syllable (letters, n);

      if (syllable < 0)
        continue;
      given[before] = (guint16) (syllable << 3);
      *n_given = before + 1;
      if (cut_syllables (letters + n, length - n, given, n_given, dead))
        return TRUE;
    }
  *n_given = before;
  *dead |= G_GUINT64_CONSTANT (1) << length;
  return FALSE;
}

/* The tone that a combining mark writes, 0 if it is none. */
static guint
tone_of_mark (gunichar c)
{
  switch (c)
    {
    case 0x0304: return 1;
    case 0x0301: return 2;
    case 0x030c: return 3;
    case 0x0300: return 4;
    default: return 0;
    }
}

/* Ends a word of a given reading: its letters become syllables, the tone goes to the last one. */
static gboolean
end_given_word (GString *letters,
                guint    tone,
                guint16 *given,
                guint   *n_given)
{
  gsize length = letters->len;
  guint64 dead = 0;

  if (length > 63 || !cut_syllables (letters->str, length, given, n_given, &dead))
    return FALSE;
  if (length > 0 && tone != 0)
    given[*n_given - 1] |= (guint16) tone;
  g_string_truncate (letters, 0);
  return TRUE;
}

guint
zb_hanzi_parse_given (const char *reading,
                      guint16    *given)
{
  g_autofree char *split = NULL;
  g_autoptr(GString) letters = NULL;
  guint n_given = 0, tone = 0;
  const char *p;
  gunichar c;

  if (reading == NULL || *reading == '\0' || strlen (reading) > 1024 ||
      !g_utf8_validate (reading, -1, NULL))
    return 0;
  split = g_utf8_normalize (reading, -1, G_NORMALIZE_NFD);

  letters = g_string_new (NULL);
  p = split;
  do
    {
      c = g_unichar_tolower (zb_hanzi_next (&p));
      if (c >= 'a' && c <= 'z')
        {
          if (tone >= 8)
            {
              if (!end_given_word (letters, tone & 7, given, &n_given))
                return 0;
              tone = 0;
            }
          g_string_append_c (letters, (char) c);
        }
      else if (c == 0x0308 && letters->len > 0 && letters->str[letters->len - 1] == 'u')
        letters->str[letters->len - 1] = 'v';
      else if (tone_of_mark (c) != 0)
        tone = tone_of_mark (c);
      else if (c >= '1' && c <= '5')
        tone = 8 | (c - '0');                /* a digit also ends the syllable */
      else if (c == 0 || zb_hanzi_is_blank (c) || c == '\'' || c == 0x2019 || c == '-')
        {
          if (!end_given_word (letters, tone & 7, given, &n_given))
            return 0;
          tone = 0;
        }
      else
        return 0;
    }
  while (c != 0);
  return n_given;
}
