/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Chinese characters: strokes, readings, the orders of names that are made from them, and the
 * words of a text for searching.
 *
 * All functions are pure, read constant tables only and may be called on any thread. Text may be
 * %NULL (read as empty) or damaged UTF-8 (a bad byte stands for an unknown character); nothing
 * here fails. The tables are made at build time from data/hanzi.
 */

/**
 * ZB_HANZI_KEY_MAX:
 *
 * Bytes that no sort key needs more of: longer names are told apart by their first characters.
 */
#define ZB_HANZI_KEY_MAX 160

/**
 * ZB_HANZI_TABLE_VERSION:
 *
 * Number of the tables and of the layout of the keys. Stored keys that were made with another
 * number must be made again.
 */
#define ZB_HANZI_TABLE_VERSION 1

/**
 * ZbStrokeMode:
 * @ZB_STROKE_SURNAME: 姓氏笔画: a name of two characters counts as one with an empty middle, so
 *   田富 stands before 田大利 (Party congresses, CPPCC)
 * @ZB_STROKE_NAME: 姓名笔画: character by character, so 田大利 stands before 田富 (People's Congress)
 *
 * The two orders of names by strokes that are in use.
 */
typedef enum {
  ZB_STROKE_SURNAME,
  ZB_STROKE_NAME
} ZbStrokeMode;

/**
 * zb_hanzi_is_han:
 * @c: a character
 *
 * Whether @c is a Chinese character, known to the tables or not.
 *
 * Returns: %TRUE for a Chinese character
 */
gboolean zb_hanzi_is_han (gunichar c);

/**
 * zb_hanzi_has_strokes:
 * @c: a character
 *
 * Whether the order of @c's strokes is known. A character for which it is not should be marked
 * (未收录) in a list by strokes: it stands after the known ones of the same number of strokes,
 * or at the end if not even the number is known. Cost: one table look-up.
 *
 * Returns: %TRUE if the sequence is known
 */
gboolean zb_hanzi_has_strokes (gunichar c);

/**
 * zb_hanzi_stroke_count:
 * @c: a character
 *
 * The number of strokes of @c in its mainland form. Cost: one table look-up.
 *
 * Returns: the number, or 0 if unknown
 */
guint zb_hanzi_stroke_count (gunichar c);

/**
 * zb_hanzi_stroke_sequence:
 * @c: a character
 *
 * The strokes of @c in writing order, a digit each: 1 横 and 提, 2 竖, 3 撇, 4 点 and 捺, 5 折.
 *
 * Returns: (transfer full) (nullable): the digits, or %NULL if unknown
 */
char *zb_hanzi_stroke_sequence (gunichar c);

/**
 * zb_hanzi_stroke_key:
 * @name: (nullable): a person's name
 * @mode: which of the two orders
 * @out: (out caller-allocates): room for the key
 * @out_size: bytes of @out; %ZB_HANZI_KEY_MAX is always enough
 *
 * Makes the key by which names stand in the order of strokes when compared with memcmp(), the
 * shorter first. Spaces and the middle dot count for nothing; letters stand after all characters.
 * Shape: 16-bit numbers, highest byte first, never half a number. Cost: about 5 ns a character.
 *
 * Returns: the number of bytes written, at most @out_size
 */
gsize zb_hanzi_stroke_key (const char   *name,
                           ZbStrokeMode  mode,
                           guint8       *out,
                           gsize         out_size);

/**
 * zb_hanzi_stroke_prefix:
 * @name: (nullable): a person's name
 * @mode: which of the two orders
 *
 * The first eight bytes of zb_hanzi_stroke_key() as a number, zeros behind a shorter key. Numbers
 * compare as the keys do; equal numbers of names longer than three characters need the keys.
 *
 * Returns: the number
 */
guint64 zb_hanzi_stroke_prefix (const char   *name,
                                ZbStrokeMode  mode);

/**
 * zb_hanzi_surname_length:
 * @name: (nullable): a person's name
 *
 * How many characters at the beginning of @name are the surname: 2 for 欧阳, otherwise 1; of a name with a middle dot
 * those before the dot.
 *
 * Returns: the number, 0 for no name
 */
guint zb_hanzi_surname_length (const char *name);

/**
 * zb_hanzi_pinyin:
 * @name: (nullable): a person's name
 *
 * Reads @name aloud as a name: compound surnames first, then single ones, as surnames are read
 * (单 shan, 万俟 mo qi); a name with a middle dot is read character by character.
 * Shape: lower-case syllables without tones, one space between, ü as v; letters stay as words; a
 * character without a known reading stands for itself. Cost: 0.2 µs.
 *
 * Returns: (transfer full): the reading, possibly empty
 */
char *zb_hanzi_pinyin (const char *name);

/**
 * zb_hanzi_pinyin_text:
 * @text: (nullable): ordinary text, such as a branch's name
 *
 * Reads @text aloud as ordinary text, in the shape of zb_hanzi_pinyin(). Punctuation separates.
 *
 * Returns: (transfer full): the reading, possibly empty
 */
char *zb_hanzi_pinyin_text (const char *text);

/**
 * zb_hanzi_initials:
 * @pinyin: (nullable): a reading in the shape of zb_hanzi_pinyin()
 *
 * The first letter of every syllable: `ou yang shao dong` gives `oysd`.
 *
 * Returns: (transfer full): the letters, possibly empty
 */
char *zb_hanzi_initials (const char *pinyin);

/**
 * zb_hanzi_search_readings:
 * @name: (nullable): a person's name
 * @reading: (nullable): the reading that a person gave; empty is like %NULL
 *
 * Everything somebody might type on a keyboard to find @name: whole readings without spaces and
 * their initials, the likeliest first, none twice: 单晓 gives `shanxiao|sx|danxiao|dx`.
 * A given @reading takes the place of the guesses; after it comes only the reading of the
 * characters in ordinary text. At most eight readings.
 *
 * Returns: (transfer full): the readings, separated by `|`, possibly empty
 */
char *zb_hanzi_search_readings (const char *name,
                                const char *reading);

/**
 * zb_hanzi_marked_readings:
 * @name: (nullable): a person's name
 * @reading: (nullable): as for zb_hanzi_search_readings()
 *
 * As zb_hanzi_search_readings(), each syllable beginning with a capital letter, so that a search can
 * tell where one begins: 单晓 gives `ShanXiao|SX|DanXiao|DX`.
 *
 * Returns: (transfer full): the readings, separated by `|`, possibly empty
 */
char *zb_hanzi_marked_readings (const char *name,
                                const char *reading);

/**
 * zb_hanzi_put_marked_readings:
 * @out: what it held is replaced
 *
 * zb_hanzi_marked_readings() into memory that is there already, for many names in a row.
 */
void zb_hanzi_put_marked_readings (GString    *out,
                                   const char *name,
                                   const char *reading);

/**
 * zb_hanzi_pinyin_key:
 * @name: (nullable): a person's name
 * @reading: (nullable): the reading that a person gave, syllables with or without tones; ignored
 *   if it does not have a syllable for each character
 * @out: (out caller-allocates): room for the key
 * @out_size: bytes of @out; %ZB_HANZI_KEY_MAX is always enough
 *
 * Makes the key by which names stand in the order of their readings when compared with memcmp():
 * character by character by syllable, tone and strokes; a surname among the characters that sound
 * alike. Spaces and the middle dot count for nothing; letters stand after all characters.
 * Shape and cost as zb_hanzi_stroke_key().
 *
 * Returns: the number of bytes written, at most @out_size
 */
gsize zb_hanzi_pinyin_key (const char *name,
                           const char *reading,
                           guint8     *out,
                           gsize       out_size);

/**
 * zb_hanzi_pinyin_prefix:
 * @name: (nullable): a person's name
 * @reading: (nullable): as for zb_hanzi_pinyin_key()
 *
 * The first eight bytes of zb_hanzi_pinyin_key() as a number, zeros behind a shorter key.
 *
 * Returns: the number
 */
guint64 zb_hanzi_pinyin_prefix (const char *name,
                                const char *reading);

/**
 * zb_hanzi_tokens:
 * @text: (nullable): any text
 *
 * The words of @text for full-text search: every Chinese character by itself; letters and digits
 * that stand together as one word, lower-case, full-width forms as ordinary ones.
 *
 * Returns: (transfer full) (array zero-terminated=1): the words in order; free with g_strfreev()
 */
char **zb_hanzi_tokens (const char *text);

G_END_DECLS
