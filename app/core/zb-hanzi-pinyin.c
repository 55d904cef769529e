/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/zb-hanzi.h"
#include "core/zb-hanzi-private.h"

#include <string.h>

/* A surname of one or two characters; the table is sorted by the characters. */
struct _ZbSurname
{
  guint32 chars[2];            /* the second is 0 in a surname of one character */
  guint16 reading[2];
  guint16 other[2];            /* what some families say; 0 for none */
  guint16 rank[2];
};

typedef struct
{
  guint32 chars[2];
  guint16 reading[2];
} ZbWord;

#include "zb-hanzi-pinyin-table.inc"

/* A reading is a number: searched (bit 15), syllable, tone (the three lowest bits). */
enum
{
  SEARCHED = 0x8000,
  NO_READING = 0xffff
};

#define SYLLABLE(reading) (((guint) (reading) & 0x7fffu) >> 3)
#define TONE(reading) ((guint) (reading) & 7u)

static inline guint
slot_of (gunichar c)
{
  guint page = c >> 8;

  return page < G_N_ELEMENTS (pinyin_page) ? pinyin_page[page] * 256u + (c & 255) : 0;
}

/* The reading of @c in ordinary text. */
static inline guint
plain_reading (gunichar c)
{
  guint slot = slot_of (c);

  return pinyin_start[slot] < pinyin_start[slot + 1] ? pinyin_reading[pinyin_start[slot]]
                                                     : (guint) NO_READING;
}

static inline const char *
syllable_of (guint reading)
{
  return syllable_text[SYLLABLE (reading)];
}

static int
compare_chars (const guint32 *a,
               gunichar       b0,
               gunichar       b1)
{
  if (a[0] != b0)
    return a[0] < b0 ? -1 : 1;
  return a[1] == b1 ? 0 : a[1] < b1 ? -1 : 1;
}

/* The surname of both characters, else that of the first alone, which stands before its compounds. */
static const ZbSurname *
find_surname (gunichar first,
              gunichar second)
{
  const ZbSurname *low = surname_table, *single = NULL;
  const ZbSurname *end = surname_table + G_N_ELEMENTS (surname_table);

  for (gsize n = G_N_ELEMENTS (surname_table); n > 0; n /= 2)
    {
      gsize half = (n + 1) / 2;

      /* Without a branch: names come in no order, and a processor would guess wrong every other time. */
      low += low[half - 1].chars[0] < first ? half : 0;
    }
  for (; low < end && low->chars[0] == first; low++)
    {
      if (low->chars[1] == second)
        return low;
      if (low->chars[1] == 0)
        single = low;
    }
  return single;
}

static const ZbWord *
find_word (gunichar first,
           gunichar second)
{
  guint low = 0, high = G_N_ELEMENTS (word_table);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = compare_chars (word_table[middle].chars, first, second);

      if (order == 0)
        return &word_table[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static gboolean
has_middle_dot (const char *p)
{
  gunichar c;

  while ((c = zb_hanzi_next (&p)) != 0)
    if (zb_hanzi_is_middle_dot (c))
      return TRUE;
  return FALSE;
}

/* The surname that @name begins with, if it is read in a way of its own. */
static const ZbSurname *
surname_of_name (const char *name)
{
  const char *p = name;
  gunichar first = zb_hanzi_next_in_name (&p);
  gunichar second = first != 0 ? zb_hanzi_next_in_name (&p) : 0;
  const ZbSurname *surname;

  if (second == 0)
    return NULL;
  surname = find_surname (first, second);
  return surname != NULL && !has_middle_dot (name) ? surname : NULL;
}

guint
zb_hanzi_surname_length (const char *name)
{
  const ZbSurname *surname = name != NULL ? surname_of_name (name) : NULL;
  guint n = 0;
  gunichar c;

  if (name == NULL || *name == '\0')
    return 0;
  if (!has_middle_dot (name))
    return surname != NULL && surname->chars[1] != 0 ? 2 : 1;
  while ((c = zb_hanzi_next (&name)) != 0 && !zb_hanzi_is_middle_dot (c))
    n++;
  return n;
}

void
zb_name_reader_init (ZbNameReader *self,
                     const char   *name)
{
  self->p = name != NULL ? name : "";
  self->surname = surname_of_name (self->p);
  self->position = 0;
}

gunichar
zb_name_reader_next (ZbNameReader *self)
{
  gunichar c = zb_hanzi_next_in_name (&self->p);

  self->position += c != 0;
  return c;
}

/* Whether the character just read belongs to a surname with a reading of its own. */
static inline gboolean
name_reader_is_in_surname (const ZbNameReader *self)
{
  return self->surname != NULL && self->position >= 1 && self->position <= 2 &&
         self->surname->chars[self->position - 1] != 0;
}

static inline guint
name_reader_reading (const ZbNameReader *self,
                     gunichar            c)
{
  return name_reader_is_in_surname (self) ? self->surname->reading[self->position - 1]
                                          : plain_reading (c);
}

static guint
add_option (const char **options,
            guint        n_options,
            const char  *syllable)
{
  for (guint i = 0; i < n_options; i++)
    if (options[i] == syllable)
      return n_options;
  if (n_options < ZB_NAME_MAX_OPTIONS)
    options[n_options++] = syllable;
  return n_options;
}

guint
zb_name_reader_options (const ZbNameReader  *self,
                        gunichar             c,
                        gboolean             is_plain,
                        const char         **options)
{
  guint slot = slot_of (c);
  guint reading = plain_reading (c);
  guint n = 0;

  if (!is_plain && name_reader_is_in_surname (self))
    {
      guint other = self->surname->other[self->position - 1];

      n = add_option (options, n, syllable_of (name_reader_reading (self, c)));
      if (other != 0)
        n = add_option (options, n, syllable_of (other));
    }
  if (reading != NO_READING)
    n = add_option (options, n, syllable_of (reading));
  for (guint i = pinyin_start[slot]; !is_plain && i < pinyin_start[slot + 1]; i++)
    if ((pinyin_reading[i] & SEARCHED) != 0)
      n = add_option (options, n, syllable_of (pinyin_reading[i]));
  return n;
}

/* Appends the next piece of a reading: a syllable, a character without one, or a letter. */
static void
append_piece (GString  *out,
              gunichar  c,
              guint     reading,
              gboolean *in_word)
{
  gboolean is_han = reading != NO_READING || zb_hanzi_is_han (c);

  if (!is_han && !g_unichar_isalnum (c) && !(*in_word && g_unichar_ismark (c)))
    {
      *in_word = FALSE;
      return;
    }
  if (out->len > 0 && !(*in_word && !is_han))
    g_string_append_c (out, ' ');
  if (reading != NO_READING)
    g_string_append (out, syllable_of (reading));
  else
    g_string_append_unichar (out, g_unichar_tolower (c));
  *in_word = !is_han;
}

char *
zb_hanzi_pinyin (const char *name)
{
  g_autoptr(GString) out = g_string_sized_new (32);
  gboolean in_word = FALSE;
  ZbNameReader reader;
  gunichar c;

  zb_name_reader_init (&reader, name);
  while ((c = zb_hanzi_next (&reader.p)) != 0)
    {
      if (!zb_hanzi_is_blank (c) && !zb_hanzi_is_middle_dot (c))
        reader.position++;
      append_piece (out, c, name_reader_reading (&reader, c), &in_word);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
zb_hanzi_pinyin_text (const char *text)
{
  g_autoptr(GString) out = g_string_sized_new (64);
  const char *p = text != NULL ? text : "";
  gboolean in_word = FALSE;
  gunichar c = zb_hanzi_next (&p);

  while (c != 0)
    {
      gunichar next = zb_hanzi_next (&p);
      const ZbWord *word = find_word (c, next);

      append_piece (out, c, word != NULL ? word->reading[0] : plain_reading (c), &in_word);
      if (word != NULL)
        {
          append_piece (out, next, word->reading[1], &in_word);
          next = zb_hanzi_next (&p);
        }
      c = next;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

int
zb_hanzi_find_syllable (const char *letters,
                        gsize       length)
{
  guint low = 0, high = G_N_ELEMENTS (syllable_text);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const char *syllable = syllable_text[middle];
      int order = strncmp (syllable, letters, length);

      if (order == 0 && syllable[length] == '\0')
        return (int) middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

const char *
zb_hanzi_given_syllable (guint given)
{
  return syllable_of (given);
}

/* The place of @c when it is read as @reading; 0 if it is never read so. */
static guint
rank_of_reading (gunichar c,
                 guint    reading)
{
  guint slot = slot_of (c);

  for (guint i = pinyin_start[slot]; i < pinyin_start[slot + 1]; i++)
    if (SYLLABLE (pinyin_reading[i]) == SYLLABLE (reading) &&
        (TONE (reading) == 0 || TONE (reading) == TONE (pinyin_reading[i])))
      return pinyin_rank[i];
  return 0;
}

static guint
count_in_name (const char *p)
{
  guint n = 0;

  while (n <= ZB_MAX_GIVEN && zb_hanzi_next_in_name (&p) != 0)
    n++;
  return n;
}

static void
put_given (ZbKeyWriter *key,
           gunichar     c,
           guint        reading)
{
  guint rank = rank_of_reading (c, reading);

  if (rank == 0)
    rank = rank_of_reading (c, reading & ~7u);
  zb_key_writer_put (key, rank != 0 ? rank : syllable_rank[SYLLABLE (reading)]);
  if (rank == 0)
    zb_key_writer_put_other (key, c, TRUE);
}

gsize
zb_hanzi_pinyin_key (const char *name,
                     const char *reading,
                     guint8     *out,
                     gsize       out_size)
{
  ZbKeyWriter key = { out, MIN (out_size, ZB_HANZI_KEY_MAX), 0 };
  guint16 given[ZB_MAX_GIVEN];
  ZbNameReader reader;
  guint n_given;
  gunichar c;

  g_return_val_if_fail (out != NULL || out_size == 0, 0);

  n_given = zb_hanzi_parse_given (reading, given);
  if (n_given > 0 && count_in_name (name != NULL ? name : "") != n_given)
    n_given = 0;

  zb_name_reader_init (&reader, name);
  while (!zb_key_writer_is_full (&key) && (c = zb_name_reader_next (&reader)) != 0)
    {
      guint slot = slot_of (c);

      if (reader.position <= n_given && zb_hanzi_is_han (c))
        {
          guint told = given[reader.position - 1];
          gboolean is_same = name_reader_is_in_surname (&reader) && TONE (told) == 0 &&
                             SYLLABLE (told) == SYLLABLE (name_reader_reading (&reader, c));

          if (is_same)
            zb_key_writer_put (&key, reader.surname->rank[reader.position - 1]);
          else
            put_given (&key, c, told);
        }
      else if (name_reader_is_in_surname (&reader))
        zb_key_writer_put (&key, reader.surname->rank[reader.position - 1]);
      else if (pinyin_start[slot] < pinyin_start[slot + 1])
        zb_key_writer_put (&key, pinyin_rank[pinyin_start[slot]]);
      else
        zb_key_writer_put_other (&key, c, zb_hanzi_is_han (c));
    }
  return key.used;
}

guint64
zb_hanzi_pinyin_prefix (const char *name,
                        const char *reading)
{
  guint8 bytes[8] = { 0 };
  guint64 number;

  zb_hanzi_pinyin_key (name, reading, bytes, sizeof bytes);
  memcpy (&number, bytes, sizeof number);
  return GUINT64_FROM_BE (number);
}
