/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-words.h"

/* Characters of a quoted value that a sentence repeats, and of the whole sentence. */
#define LONGEST_VALUE 200
#define LONGEST_LINE 1000

#define LEFT_QUOTE 0x201c
#define RIGHT_QUOTE 0x201d
#define UNKNOWN 0xfffd

/* What a terminal would obey, or what would turn the line round: never part of a text for people. */
static gboolean
is_order (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
zb_words_tame (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (128);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (out, is_order (c) && c != '\n' && c != '\t' ? UNKNOWN : c);
    }
  return g_string_free (out, FALSE);
}

/* Leaves out the middle of a value between quotation marks: what is behind the first so many characters. */
static char *
shorten_values (const char *text)
{
  GString *out = g_string_sized_new (128);
  guint n = 0;
  gboolean is_quoted = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      is_quoted = c == LEFT_QUOTE || (is_quoted && c != RIGHT_QUOTE);
      n = c == LEFT_QUOTE ? 0 : n + 1;
      if (is_quoted && n == LONGEST_VALUE + 1)
        g_string_append (out, "…");
      if (!is_quoted || n <= LONGEST_VALUE)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

char *
zb_words_line (const char *text)
{
  g_autofree char *tame = zb_words_tame (text);
  g_autofree char *short_text = shorten_values (g_strdelimit (tame, "\n\t", ' '));
  g_autofree char *head = NULL;

  if (g_utf8_strlen (short_text, -1) <= LONGEST_LINE)
    return g_steal_pointer (&short_text);
  head = g_utf8_substring (short_text, 0, LONGEST_LINE);
  return g_strconcat (head, "…", NULL);
}
