/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/wishes/zb-alias.h"

#include <string.h>

#include "core/zb-hanzi.h"

/* As many digits in a row as a number of somebody's own has at least: a telephone line in a city. */
#define MIN_NUMBER 7

/* A compound surname is one that is read as one: 欧阳. */
static char *
surname_of (const char *name)
{
  g_autofree char *bare = g_strstrip (g_strdup (name));
  guint n = zb_hanzi_surname_length (bare);
  const char *end = bare;

  for (guint i = 0; i < MAX (n, 1) && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strndup (bare, (gsize) (end - bare));
}

char *
zb_alias_propose (const char *name, const char *sex, ZbDate birth, ZbDate day, ZbRules *rules)
{
  g_autofree char *surname = NULL;
  int age = zb_date_is_set (birth) ? zb_date_years_between (birth, day) : -1;
  gboolean is_woman = g_strcmp0 (sex, "2") == 0, is_known = is_woman || g_strcmp0 (sex, "1") == 0;

  if (name == NULL || *name == '\0')
    return g_strdup ("");
  surname = surname_of (name);
  if (age >= 0 && age < (int) zb_rules_value (rules, "alias.child_below", day))
    return g_strconcat ("小", surname, "同学", NULL);
  if (is_known && age >= (int) zb_rules_value (rules, "alias.elder_from", day))
    return g_strconcat (surname, is_woman ? "奶奶" : "爷爷", NULL);
  if (is_known)
    return g_strconcat (surname, is_woman ? "女士" : "先生", NULL);
  return g_strconcat (surname, "某", NULL);
}

/* What is written, without what may stand between. */
static char *
bare (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  GString *out = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || zb_hanzi_is_han (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_string_free (out, FALSE);
}

gboolean
zb_alias_tells (const char *text, const char *secret)
{
  g_autofree char *plain = text != NULL ? bare (text) : NULL;
  g_autofree char *hidden = secret != NULL ? bare (secret) : NULL;

  return plain != NULL && hidden != NULL && g_utf8_strlen (hidden, -1) >= 2 && strstr (plain, hidden) != NULL;
}

char *
zb_alias_looks_private (const char *text)
{
  g_autofree char *normal = text != NULL ? g_utf8_normalize (text, -1, G_NORMALIZE_NFKC) : NULL;
  g_autoptr(GString) run = g_string_new (NULL);

  for (const char *p = normal; p != NULL; p++)
    {
      if (g_ascii_isdigit (*p) || (run->len >= 17 && g_ascii_toupper (*p) == 'X'))
        {
          g_string_append_c (run, *p);
          continue;
        }
      /* Numbers are written in groups. */
      if ((*p == ' ' || *p == '-') && run->len > 0 && g_ascii_isdigit (p[1]))
        continue;
      if (run->len >= MIN_NUMBER)
        return g_string_free (g_steal_pointer (&run), FALSE);
      g_string_set_size (run, 0);
      if (*p == '\0')
        break;
    }
  return NULL;
}
