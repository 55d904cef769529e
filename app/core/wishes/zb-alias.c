/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/wishes/zb-alias.h"

#include <string.h>

#include "core/zb-hanzi.h"

/* As many digits in a row as a number of somebody's own has at least, a telephone line in a city, are seven: one, and these. */
#define LEAST_MORE "6"

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

/* Full width, and figures in words, as digits: 一三八 is 138. */
static char *
in_digits (const char *text)
{
  static const char *const words[] = { "〇零", "一幺壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖" };
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  GString *out = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = -1;

      for (int i = 0; i < 10 && digit < 0; i++)
        if (g_utf8_strchr (words[i], -1, c) != NULL)
          digit = i;
      if (digit >= 0)
        g_string_append_c (out, (char) ('0' + digit));
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* The first of @pattern in @text, but for what is as @but (nullable). */
static char *
first_of (const char *text, const char *pattern, const char *but)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);

      if (but == NULL || !g_regex_match_simple (but, found, 0, 0))
        return g_steal_pointer (&found);
      g_match_info_next (match, NULL);
    }
  return NULL;
}

static char *
without_blanks (const char *text)
{
  g_auto(GStrv) parts = g_regex_split_simple ("\\s+", text, 0, 0);

  return g_strjoinv ("", parts);
}

char *
zb_alias_looks_private (const char *text)
{
  /* Numbers are written in groups; a day is one too. */
  static const char *const day = "^(19|20)[0-9]{2}[-. ]+(0?[1-9]|1[0-2])[-. ]+(0?[1-9]|[12][0-9]|3[01])$";
  g_autofree char *digits = text != NULL ? in_digits (text) : NULL;
  g_autofree char *found = digits != NULL ? first_of (digits, "[0-9](?:[-. ()·—–]{0,2}[0-9]){" LEAST_MORE ",}X?", day) : NULL;
  GString *out;

  if (found == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = found; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* Where somebody lives, or a part of it: a house, a stairwell, a flat, a number in a street. A lesson has units too, and so have
 * batteries and shoes numbers: only what stands as in an address is meant. */
char *
zb_alias_looks_like_address (const char *text)
{
#define N "[0-9十百]+"
  static const char *const patterns[] = {
    N "(?:号楼|号院|幢|栋)(?:" N "(?:单元|门|层|室))*[0-9]*",
    "(?<![第课测练元0-9十百])" N "单元(?![课测练试卷作考复知])" "(?:[0-9]+)?室?",
    "[0-9]{3,4}室",
    "(?:路|街|巷|弄|大道|村|庄|(?<!家)里|胡同)" N "[弄巷号](?!电池|线|字|球)(?:" N "号)?(?:[0-9]+室?)?",
    "(?:小区|花园|公寓|新村|家园|苑|大厦|社区|村)第?" N "(?:栋|幢|号|楼|期|组|队|排)(?!电池)(?:[0-9]+室?)?",
    N "[组队]" N "号", "[a-z]座[0-9]+", "[0-9]+#[0-9]{3,4}", "(?:家住|住在|住址|地址)",
  };
  /* With dashes between: 3-2-501. */
  static const char *const dashed = "(?<![0-9])[0-9]{1,3}[-–—][0-9]{1,2}[-–—][0-9]{3,4}(?![0-9])";
  g_autofree char *digits = text != NULL ? in_digits (text) : NULL;
  g_autofree char *plain = NULL;
  char *found = digits != NULL ? first_of (digits, dashed, NULL) : NULL;

  if (digits == NULL || found != NULL)
    return found;
  plain = without_blanks (digits);
  for (guint i = 0; i < G_N_ELEMENTS (patterns) && found == NULL; i++)
    found = first_of (plain, patterns[i], NULL);
  return found;
#undef N
}
