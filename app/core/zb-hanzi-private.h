/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers in a key that are greater than the rank of any character. */
enum
{
  ZB_KEY_LETTER = 0xfffd,      /* one number follows: the letter */
  ZB_KEY_UNKNOWN = 0xfffe      /* two numbers follow: an unknown character */
};

/* A sort key in the making; what does not fit any more is dropped. */
typedef struct
{
  guint8 *out;                 /* (unowned) */
  gsize   size;
  gsize   used;
} ZbKeyWriter;

static inline void
zb_key_writer_put (ZbKeyWriter *self,
                   guint        number)
{
  if (self->size - self->used < 2)
    {
      self->size = self->used;
      return;
    }
  self->out[self->used++] = (guint8) (number >> 8);
  self->out[self->used++] = (guint8) number;
}

static inline gboolean
zb_key_writer_is_full (const ZbKeyWriter *self)
{
  return self->size - self->used < 2;
}

/* The character at *p, which is moved behind it; 0 at the end, U+FFFD for a bad byte. */
static inline gunichar
zb_hanzi_next (const char **p)
{
  const guchar *s = (const guchar *) *p;
  gunichar c;

  if (s[0] < 0x80)
    {
      *p += s[0] != 0;
      return s[0];
    }
  if ((s[0] & 0xf0) == 0xe0 && (s[1] & 0xc0) == 0x80 && (s[2] & 0xc0) == 0x80)
    {
      c = (gunichar) (s[0] & 0x0f) << 12 | (gunichar) (s[1] & 0x3f) << 6 | (s[2] & 0x3f);
      if (c >= 0x800 && (c < 0xd800 || c > 0xdfff))
        {
          *p += 3;
          return c;
        }
    }
  c = g_utf8_get_char_validated (*p, -1);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *p += 1;
      return 0xfffd;
    }
  *p = g_utf8_next_char (*p);
  return c;
}

gboolean zb_hanzi_is_blank (gunichar c);
gboolean zb_hanzi_is_middle_dot (gunichar c);

/* The next character that counts in a name: neither blank nor a middle dot. */
static inline gunichar
zb_hanzi_next_in_name (const char **p)
{
  gunichar c;

  do
    c = zb_hanzi_next (p);
  while (c != 0 && (c < 0x3400 || c == 0xfeff || c == 0xff65) &&
         (zb_hanzi_is_blank (c) || zb_hanzi_is_middle_dot (c)));
  return c;
}

/* Puts what stands for a character that has no rank. */
static inline void
zb_key_writer_put_other (ZbKeyWriter *self,
                         gunichar     c,
                         gboolean     is_han)
{
  if (is_han || c > 0xffff)
    {
      zb_key_writer_put (self, ZB_KEY_UNKNOWN);
      zb_key_writer_put (self, c >> 16);
      zb_key_writer_put (self, c & 0xffff);
    }
  else
    {
      zb_key_writer_put (self, ZB_KEY_LETTER);
      zb_key_writer_put (self, g_unichar_tolower (c) & 0xffff);
    }
}

/* Readings that a person gave; zb-hanzi-given.c. */

enum { ZB_MAX_GIVEN = 64 };

/* The number of the syllable that is exactly these letters, -1 if it is none; zb-hanzi-pinyin.c. */
int zb_hanzi_find_syllable (const char *letters,
                            gsize       length);

/* The letters of one of the numbers that zb_hanzi_parse_given() gives; zb-hanzi-pinyin.c. */
const char *zb_hanzi_given_syllable (guint given);

/*
 * Understands a reading, syllables with or without tones and spaces. Each of @given, room for
 * ZB_MAX_GIVEN, is the number of a syllable, then the tone in the three lowest bits, 0 if not told.
 * Returns how many there are, 0 if the reading cannot be understood.
 */
guint zb_hanzi_parse_given (const char *reading,
                            guint16    *given);

/* The readings of a name, character by character; zb-hanzi-pinyin.c. */

enum { ZB_NAME_MAX_OPTIONS = 4 };

typedef struct _ZbSurname ZbSurname;

typedef struct
{
  const char      *p;          /* (unowned): what is not yet read */
  const ZbSurname *surname;    /* (unowned) (nullable): if it is read in a way of its own */
  guint            position;   /* characters already read */
} ZbNameReader;

void zb_name_reader_init (ZbNameReader *self,
                          const char   *name);

gunichar zb_name_reader_next (ZbNameReader *self);

/*
 * The readings of @c, the character just read, that are searched, the likeliest first; with
 * @is_plain only the one in ordinary text. @options holds ZB_NAME_MAX_OPTIONS; returns how many.
 */
guint zb_name_reader_options (const ZbNameReader  *self,
                              gunichar             c,
                              gboolean             is_plain,
                              const char         **options);

G_END_DECLS
