/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "core/zb-member-columns-private.h"

/* What a typed word looks for. */
typedef enum {
  WORD_NAME,    /* Chinese characters: names and organisations */
  WORD_READING, /* letters: pinyin and initials */
  WORD_NUMBER   /* digits, perhaps with an X at the end: telephone and ID number */
} WordKind;

typedef gboolean (*Confirm) (const char *text, const char *hit, gsize length);

static WordKind
kind_of (const char *word)
{
  gboolean letters = FALSE, digits = FALSE;

  for (const char *p = word; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x80)
        return WORD_NAME;
      letters = letters || (g_ascii_isalpha (*p) && !((*p == 'x' || *p == 'X') && p[1] == '\0' && digits));
      digits = digits || g_ascii_isdigit (*p);
    }
  return digits && !letters ? WORD_NUMBER : WORD_READING;
}

/* Short words must begin a reading or stand in the initials; from three letters on they may begin at
 * any letter: so “an” does not find every 单, and “yun” finds 单晓云. */
static gboolean
confirm_reading (const char *text, const char *hit, gsize length)
{
  guint bars = 0;

  if (length >= 3 || hit == text || hit[-1] == '|')
    return TRUE;
  for (const char *p = text; p < hit; p++)
    bars += *p == '|';
  return bars % 2 == 1;
}

/* A telephone number anywhere; an ID number at its end or from its beginning. */
static gboolean
confirm_number (const char *text, const char *hit, gsize length)
{
  const char *id_number = text + strlen (text) + 1;

  if (hit < id_number)
    return TRUE;
  return hit == id_number || hit[length] == '\0';
}

/* As memmem(), for short words in long texts: sixteen places at a time are asked whether the word's first
 * and last byte stand there (three times as fast as memmem() of glibc 2.36 with Chinese characters). */
static const char *
find (const char *text, const char *end, const char *word, gsize length)
{
#ifdef __SSE2__
  const __m128i first = _mm_set1_epi8 (word[0]);
  const __m128i last = _mm_set1_epi8 (word[length - 1]);

  for (; end - text >= (gssize) (length + 15); text += 16)
    {
      __m128i at_first = _mm_loadu_si128 ((const __m128i *) text);
      __m128i at_last = _mm_loadu_si128 ((const __m128i *) (text + length - 1));
      guint hits = (guint) _mm_movemask_epi8 (_mm_and_si128 (_mm_cmpeq_epi8 (at_first, first), _mm_cmpeq_epi8 (at_last, last)));

      for (; hits != 0; hits &= hits - 1)
        {
          const char *place = text + __builtin_ctz (hits);

          if (memcmp (place, word, length) == 0)
            return place;
        }
    }
#endif
  return text < end ? memmem (text, (gsize) (end - text), word, length) : NULL;
}

/* Marks in @out the rows of a pool where @word stands. The pool is scanned as one text: the rows come
 * in its order, so the row of a hit is found by walking on from the last. */
static void
scan (ZbMemberColumns *self, const ZbTextPool *pool, const char *word, Confirm confirm, guint64 *out)
{
  const char *begin = (const char *) pool->bytes->data;
  const char *end = begin + (self->n > 0 ? pool->at[self->n] : 0);
  const char *hit = begin;
  gsize length = strlen (word);
  guint row = 0;

  while (hit < end && (hit = find (hit, end, word, length)) != NULL)
    {
      guint32 at = (guint32) (hit - begin);

      /* Gallop: hits may lie far apart. */
      for (guint step = 1; row + step < self->n && pool->at[row + step] <= at; step *= 2)
        row += step;
      while (row + 1 < self->n && pool->at[row + 1] <= at)
        row++;
      if (confirm == NULL || confirm (begin + pool->at[row], hit, length))
        {
          zb_member_set_bit (out, row);
          hit = begin + pool->at[row + 1];
        }
      else
        hit++;
    }
}

static gboolean
text_matches (const char *text, gsize n_text, const char *word, Confirm confirm)
{
  const char *end = text + n_text;
  gsize length = strlen (word);

  for (const char *hit = text; (hit = memmem (hit, (gsize) (end - hit), word, length)) != NULL; hit++)
    if (confirm == NULL || confirm (text, hit, length))
      return TRUE;
  return FALSE;
}

static void
scan_moved (ZbMemberColumns *self, WordKind kind, const char *word, Confirm confirm, guint64 *out)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->moved);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const ZbMovedTexts *moved = value;
      const char *text = kind == WORD_NAME ? moved->name : kind == WORD_READING ? moved->readings : moved->numbers;
      gsize n_text = strlen (text);

      if (kind == WORD_NUMBER)
        n_text += 1 + strlen (text + n_text + 1);
      if (text_matches (text, n_text, word, confirm))
        zb_member_set_bit (out, GPOINTER_TO_UINT (key));
    }
}

/* People of the organisations and groups whose name holds the word. */
static void
scan_organizations (ZbMemberColumns *self, const char *word, guint64 *out)
{
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < zb_org_tree_size (self->tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (self->tree, i);

      if (strstr (org->name, word) != NULL || (org->short_name != NULL && strstr (org->short_name, word) != NULL))
        for (guint j = i; j <= i + org->below; j++)
          g_hash_table_add (found, GUINT_TO_POINTER ((guint) zb_org_tree_at (self->tree, j)->id));
    }
  if (g_hash_table_size (found) == 0)
    return;
  for (guint i = 0; i < self->n; i++)
    if (g_hash_table_contains (found, GUINT_TO_POINTER (self->org[i])) || g_hash_table_contains (found, GUINT_TO_POINTER (self->group[i])))
      zb_member_set_bit (out, i);
}

static void
search_word (ZbMemberColumns *self, const char *typed, guint64 *bits)
{
  WordKind kind = kind_of (typed);
  g_autofree char *word = kind == WORD_NUMBER ? g_ascii_strup (typed, -1) : kind == WORD_READING ? g_ascii_strdown (typed, -1)
                                                                                               : g_strdup (typed);
  const ZbTextPool *pool = kind == WORD_NAME ? &self->names : kind == WORD_READING ? &self->readings : &self->numbers;
  Confirm confirm = kind == WORD_NAME ? NULL : kind == WORD_READING ? confirm_reading : confirm_number;
  g_autofree guint64 *out = g_new0 (guint64, ZB_MEMBER_BIT_WORDS (self->n) + 1);

  scan (self, pool, word, confirm, out);
  if (g_hash_table_size (self->moved) > 0)
    scan_moved (self, kind, word, confirm, out);
  if (kind == WORD_NAME)
    scan_organizations (self, word, out);
  for (guint i = 0; i < ZB_MEMBER_BIT_WORDS (self->n); i++)
    bits[i] &= out[i];
}

void
zb_member_columns_search (ZbMemberColumns *self, const char *text, guint64 *bits)
{
  g_autofree char *normal = g_utf8_validate (text, -1, NULL) ? g_utf8_normalize (text, -1, G_NORMALIZE_NFKC) : g_strdup ("");
  g_auto(GStrv) words = g_strsplit_set (normal, " \t\n|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      search_word (self, words[i], bits);
}
