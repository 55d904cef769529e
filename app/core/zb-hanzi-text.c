/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/zb-hanzi.h"
#include "core/zb-hanzi-private.h"

gboolean
zb_hanzi_is_blank (gunichar c)
{
  /* g_unichar_isspace() knows the full-width space and the no-break space, not the widthless. */
  return g_unichar_isspace (c) || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff ||
         c == 0x00ad;
}

gboolean
zb_hanzi_is_middle_dot (gunichar c)
{
  switch (c)
    {
    case 0x00b7:      /* · the one that is right */
    case 0x0387:
    case 0x2022:
    case 0x2027:
    case 0x2219:
    case 0x22c5:
    case 0x30fb:
    case 0xff65:
      return TRUE;
    default:
      return FALSE;
    }
}

static gunichar
narrow (gunichar c)
{
  return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
}

char **
zb_hanzi_tokens (const char *text)
{
  g_autoptr(GPtrArray) tokens = g_ptr_array_new ();
  g_autoptr(GString) word = g_string_new (NULL);
  const char *p = text != NULL ? text : "";
  gunichar c;

  do
    {
      gboolean is_han;

      c = narrow (zb_hanzi_next (&p));
      is_han = zb_hanzi_is_han (c);
      if (!is_han && c != 0 && (g_unichar_isalnum (c) || (word->len > 0 && g_unichar_ismark (c))))
        {
          g_string_append_unichar (word, g_unichar_tolower (c));
          continue;
        }
      if (word->len > 0)
        {
          g_ptr_array_add (tokens, g_strndup (word->str, word->len));
          g_string_truncate (word, 0);
        }
      if (is_han)
        {
          char bytes[7] = { 0 };

          g_unichar_to_utf8 (c, bytes);
          g_ptr_array_add (tokens, g_strdup (bytes));
        }
    }
  while (c != 0);

  g_ptr_array_add (tokens, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&tokens), FALSE);
}

char *
zb_hanzi_initials (const char *pinyin)
{
  g_autoptr(GString) initials = g_string_new (NULL);
  const char *p = pinyin != NULL ? pinyin : "";
  gboolean is_start = TRUE;
  gunichar c;

  while ((c = zb_hanzi_next (&p)) != 0)
    {
      gboolean is_between = zb_hanzi_is_blank (c) || c == '\'';

      if (is_start && !is_between)
        g_string_append_unichar (initials, g_unichar_tolower (c));
      is_start = is_between;
    }
  return g_string_free (g_steal_pointer (&initials), FALSE);
}
