/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/zb-hanzi.h"
#include "core/zb-hanzi-private.h"

#include <string.h>

/* A name has at most sixty characters, a syllable at most six letters, one of another script four bytes. */
enum { MAX_VARIANTS = 8, MAX_READING = 512 };

/* Letters in the making; what does not fit any more is dropped. Hundreds of thousands of names are read in a row:
 * memory of its own for each reading costs more than the reading. */
typedef struct
{
  char  text[MAX_READING];
  guint length;
} ZbLetters;

/* The readings of a name while they grow. */
typedef struct
{
  ZbLetters whole[MAX_VARIANTS];
  ZbLetters initials[MAX_VARIANTS];
  guint     n;
} ZbVariants;

static void
letters_put (ZbLetters  *self,
             const char *letters,
             gsize       length)
{
  if (length >= sizeof self->text - self->length)
    return;
  memcpy (self->text + self->length, letters, length);
  self->length += (guint) length;
  self->text[self->length] = '\0';
}

static void
letters_put_char (ZbLetters *self,
                  gunichar   c)
{
  char bytes[6];

  letters_put (self, bytes, (gsize) g_unichar_to_utf8 (c, bytes));
}

static void
letters_copy (ZbLetters       *self,
              const ZbLetters *other)
{
  memcpy (self->text, other->text, other->length + 1);
  self->length = other->length;
}

/* A syllable begins with a capital letter. */
static void
put_syllable (ZbLetters  *whole,
              ZbLetters  *initials,
              const char *syllable)
{
  char capital = g_ascii_toupper (syllable[0]);

  letters_put (whole, &capital, 1);
  letters_put (whole, syllable + 1, strlen (syllable + 1));
  letters_put (initials, &capital, 1);
}

/* Doubles the readings for every further way to read a character, as long as there is room. */
static void
variants_append (ZbVariants  *self,
                 const char **options,
                 guint        n_options)
{
  guint before = self->n;

  for (guint o = 1; o < n_options && self->n + before <= MAX_VARIANTS; o++)
    for (guint i = 0; i < before; i++)
      {
        letters_copy (&self->whole[self->n], &self->whole[i]);
        letters_copy (&self->initials[self->n], &self->initials[i]);
        put_syllable (&self->whole[self->n], &self->initials[self->n], options[o]);
        self->n++;
      }
  for (guint i = 0; i < before; i++)
    put_syllable (&self->whole[i], &self->initials[i], options[0]);
}

/* Letters of another script are the same in all readings; the first of a word is an initial. */
static void
variants_append_letter (ZbVariants *self,
                        gunichar    c,
                        gboolean    is_first)
{
  for (guint i = 0; i < self->n; i++)
    {
      letters_put_char (&self->whole[i], is_first ? g_unichar_toupper (c) : c);
      if (is_first)
        letters_put_char (&self->initials[i], g_unichar_toupper (c));
    }
}

static void
variants_start (ZbVariants *self)
{
  self->whole[0].text[0] = self->initials[0].text[0] = '\0';
  self->whole[0].length = self->initials[0].length = 0;
  self->n = 1;
}

static void
read_name (ZbVariants *variants,
           const char *name,
           gboolean    is_plain)
{
  const char *options[ZB_NAME_MAX_OPTIONS];
  const char *end = NULL;      /* behind the last letter */
  ZbNameReader reader;
  gunichar c;

  variants_start (variants);
  zb_name_reader_init (&reader, name);
  while ((c = zb_name_reader_next (&reader)) != 0)
    {
      guint n_options = zb_name_reader_options (&reader, c, is_plain, options);

      if (n_options > 0)
        variants_append (variants, options, n_options);
      else if (g_unichar_isalnum (c) && !zb_hanzi_is_han (c))
        {
          char bytes[7];
          gint length = g_unichar_to_utf8 (c, bytes);

          variants_append_letter (variants, g_unichar_tolower (c), end != reader.p - length);
          end = reader.p;
        }
    }
}

/* Adds @word to the list unless it is there already or has nothing to find. */
static void
add_word (GString    *list,
          const char *word,
          gsize       length)
{
  if (length == 0)
    return;
  for (const char *p = list->str; (p = strstr (p, word)) != NULL; p++)
    if ((p == list->str || p[-1] == '|') && (p[length] == '|' || p[length] == '\0'))
      return;
  if (list->len > 0)
    g_string_append_c (list, '|');
  g_string_append_len (list, word, (gssize) length);
}

/* A reading that is no row of syllables: its words as they were given, without accents. */
static void
add_given_words (GString    *list,
                 const char *reading)
{
  g_autofree char *valid = g_utf8_make_valid (reading, -1);
  g_autofree char *split = g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);
  g_autoptr(GString) whole = g_string_new (NULL);
  g_autoptr(GString) initials = g_string_new (NULL);
  gboolean in_word = FALSE;
  const char *p = split;
  gunichar c;

  while ((c = g_unichar_tolower (zb_hanzi_next (&p))) != 0)
    {
      if (g_unichar_isalpha (c) && !in_word)
        {
          g_string_append_unichar (whole, g_unichar_toupper (c));
          g_string_append_unichar (initials, g_unichar_toupper (c));
        }
      else if (g_unichar_isalpha (c))
        g_string_append_unichar (whole, c);
      if (!g_unichar_ismark (c))
        in_word = g_unichar_isalpha (c);
    }
  add_word (list, whole->str, whole->len);
  add_word (list, initials->str, initials->len);
}

static void
add_given (GString    *list,
           const char *reading)
{
  ZbLetters whole = { .length = 0 }, initials = { .length = 0 };
  guint16 given[ZB_MAX_GIVEN];
  guint n_given = zb_hanzi_parse_given (reading, given);

  if (n_given == 0)
    {
      add_given_words (list, reading);
      return;
    }
  for (guint i = 0; i < n_given; i++)
    put_syllable (&whole, &initials, zb_hanzi_given_syllable (given[i]));
  add_word (list, whole.text, whole.length);
  add_word (list, initials.text, initials.length);
}

void
zb_hanzi_put_marked_readings (GString    *out,
                              const char *name,
                              const char *reading)
{
  ZbVariants variants;
  gboolean is_given = reading != NULL && *reading != '\0';

  g_string_truncate (out, 0);
  if (is_given)
    add_given (out, reading);
  read_name (&variants, name, is_given);
  for (guint i = 0; i < variants.n; i++)
    {
      add_word (out, variants.whole[i].text, variants.whole[i].length);
      add_word (out, variants.initials[i].text, variants.initials[i].length);
    }
}

char *
zb_hanzi_marked_readings (const char *name,
                          const char *reading)
{
  GString *list = g_string_sized_new (48);

  zb_hanzi_put_marked_readings (list, name, reading);
  return g_string_free (list, FALSE);
}

char *
zb_hanzi_search_readings (const char *name,
                          const char *reading)
{
  g_autofree char *marked = zb_hanzi_marked_readings (name, reading);
  g_autofree char *lower = g_utf8_strdown (marked, -1);
  g_auto(GStrv) words = g_strsplit (lower, "|", -1);
  g_autoptr(GString) list = g_string_sized_new (48);

  for (guint i = 0; words[i] != NULL; i++)
    add_word (list, words[i], strlen (words[i]));
  return g_string_free (g_steal_pointer (&list), FALSE);
}
