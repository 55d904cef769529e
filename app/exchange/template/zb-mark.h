/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in a form between two pairs of braces: {{姓名}}, {{出生日期|年月}}, {{姓名#2}}. Pure functions. */

/**
 * ZbMarkFormat:
 * @ZB_MARK_PLAIN: as the cell shows it: a date or a number where the cell is made for one, else text
 * @ZB_MARK_YEAR: 年: 1985
 * @ZB_MARK_MONTH: 年月: 1985.07
 * @ZB_MARK_DAY: 年月日: 1985.07.12
 * @ZB_MARK_MONTH_WORDS: 中文年月: 1985年7月
 * @ZB_MARK_DAY_WORDS: 中文年月日: 1985年7月12日
 * @ZB_MARK_SIX: 六位: 198507
 * @ZB_MARK_EIGHT: 八位: 19850712
 * @ZB_MARK_TEXT: 文本: as text, also where the cell is made for a date or a number
 * @ZB_MARK_SPREAD: 间隔: a name of two characters as wide as one of three: 张　三
 * @ZB_MARK_JOINED: 合并: everybody in one place, with 、 between: its row does not repeat
 * @ZB_MARK_NO_FORMAT: something else, which nobody knows
 */
typedef enum {
  ZB_MARK_PLAIN,
  ZB_MARK_YEAR,
  ZB_MARK_MONTH,
  ZB_MARK_DAY,
  ZB_MARK_MONTH_WORDS,
  ZB_MARK_DAY_WORDS,
  ZB_MARK_SIX,
  ZB_MARK_EIGHT,
  ZB_MARK_TEXT,
  ZB_MARK_SPREAD,
  ZB_MARK_JOINED,
  ZB_MARK_NO_FORMAT
} ZbMarkFormat;

/**
 * ZbMark:
 * @start, @end: the bytes it takes of the text, braces included
 * @label_at: the first byte of the label
 * @label: what is asked for, without spaces around it
 * @format_text: (nullable): what follows the stroke, as it stands
 * @number: the how-manieth person of the row, from 1; 0: not told
 * @is_closed: whether both pairs of braces are there
 */
typedef struct {
  gsize start;
  gsize end;
  gsize label_at;
  char *label;       /* (owned) */
  char *format_text; /* (owned) (nullable) */
  ZbMarkFormat format;
  guint number;
  gboolean is_closed;
} ZbMark;

/** zb_marks_find: braces, # and | may be wide ones, and spaces stand where they like. Returns: (transfer full) (element-type ZbMark): in their order */
GArray *zb_marks_find (const char *text);

/** zb_mark_maybe: whether a look at the text is worth it. */
gboolean zb_mark_maybe (const char *text, gsize length);

/** zb_mark_format_from_text: %ZB_MARK_NO_FORMAT for what is none. */
ZbMarkFormat zb_mark_format_from_text (const char *text);

/** zb_mark_formats: (array zero-terminated=1): the words for formats. */
const char *const *zb_mark_formats (void);

/**
 * zb_mark_date:
 * @date: `1985`, `1985.07` or `1985.07.12`
 *
 * Returns: (transfer full): the date in that format, no more precise than it is known; what is no date as it is
 */
char *zb_mark_date (const char *date, ZbMarkFormat format);

/** zb_mark_spread: Returns: (transfer full): a name of two Chinese characters with a wide space between, others as they are */
char *zb_mark_spread (const char *name);

G_END_DECLS
