/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/zb-hanzi.h"
#include "core/zb-hanzi-private.h"

#include <string.h>

#include "zb-hanzi-strokes-table.inc"

enum
{
  COUNT_MASK = 0x7f,
  NO_SEQUENCE = 0x80           /* beside a count: only the number of strokes is known */
};

/* Where @c stands in the arrays of the table; page 0 is empty, so are all its slots. */
static inline guint
slot_of (gunichar c)
{
  guint page = c >> 8;

  return page < G_N_ELEMENTS (stroke_page) ? stroke_page[page] * 256u + (c & 255) : 0;
}

gboolean
zb_hanzi_is_han (gunichar c)
{
  if (c < 0x2e80)
    return FALSE;
  return stroke_rank[slot_of (c)] != 0 || g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

gboolean
zb_hanzi_has_strokes (gunichar c)
{
  guint count = stroke_count[slot_of (c)];

  return count != 0 && (count & NO_SEQUENCE) == 0;
}

guint
zb_hanzi_stroke_count (gunichar c)
{
  return stroke_count[slot_of (c)] & COUNT_MASK;
}

char *
zb_hanzi_stroke_sequence (gunichar c)
{
  guint slot = slot_of (c);
  guint count = stroke_count[slot];
  guint at = stroke_block[slot / STROKE_BLOCK];
  char *sequence;

  if (!zb_hanzi_has_strokes (c))
    return NULL;

  for (guint i = slot - slot % STROKE_BLOCK; i < slot; i++)
    if ((stroke_count[i] & NO_SEQUENCE) == 0)
      at += (stroke_count[i] + 1u) / 2;

  sequence = g_malloc (count + 1);
  for (guint i = 0; i < count; i++)
    {
      guint pair = stroke_packed[at + i / 2];

      sequence[i] = (char) ('0' + (i % 2 == 0 ? pair >> 4 : pair & 15));
    }
  sequence[count] = '\0';
  return sequence;
}

static void
put_character (ZbKeyWriter *key,
               gunichar     c)
{
  guint slot = slot_of (c);

  if (stroke_rank[slot] == 0)
    {
      zb_key_writer_put_other (key, c, zb_hanzi_is_han (c));
      return;
    }
  zb_key_writer_put (key, stroke_rank[slot]);
  if (stroke_second[slot] != 0)
    zb_key_writer_put (key, stroke_second[slot]);
}

/* Whether @p, what follows the first character of a name, holds exactly one more. */
static gboolean
is_one_more (const char *p)
{
  return zb_hanzi_next_in_name (&p) != 0 && zb_hanzi_next_in_name (&p) == 0;
}

gsize
zb_hanzi_stroke_key (const char   *name,
                     ZbStrokeMode  mode,
                     guint8       *out,
                     gsize         out_size)
{
  ZbKeyWriter key = { out, MIN (out_size, ZB_HANZI_KEY_MAX), 0 };
  const char *p = name != NULL ? name : "";
  gunichar c;

  g_return_val_if_fail (out != NULL || out_size == 0, 0);

  c = zb_hanzi_next_in_name (&p);
  if (c == 0)
    return 0;
  put_character (&key, c);
  if (mode == ZB_STROKE_SURNAME && zb_hanzi_is_han (c) && is_one_more (p))
    zb_key_writer_put (&key, 0);
  while (!zb_key_writer_is_full (&key) && (c = zb_hanzi_next_in_name (&p)) != 0)
    put_character (&key, c);
  return key.used;
}

guint64
zb_hanzi_stroke_prefix (const char   *name,
                        ZbStrokeMode  mode)
{
  guint8 bytes[8] = { 0 };
  guint64 number;

  zb_hanzi_stroke_key (name, mode, bytes, sizeof bytes);
  memcpy (&number, bytes, sizeof number);
  return GUINT64_FROM_BE (number);
}
