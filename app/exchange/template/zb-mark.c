/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-mark.h"

#include <stdlib.h>
#include <string.h>

/* No label is longer; what has no end by then was not meant as a mark. */
#define MAX_LETTERS 60

static const char *const format_words[] = {
  [ZB_MARK_PLAIN] = "", [ZB_MARK_YEAR] = "年", [ZB_MARK_MONTH] = "年月", [ZB_MARK_DAY] = "年月日", [ZB_MARK_MONTH_WORDS] = "中文年月",
  [ZB_MARK_DAY_WORDS] = "中文年月日", [ZB_MARK_SIX] = "六位", [ZB_MARK_EIGHT] = "八位", [ZB_MARK_TEXT] = "文本", [ZB_MARK_SPREAD] = "间隔",
  [ZB_MARK_JOINED] = "合并",
  [ZB_MARK_NO_FORMAT] = NULL
};

static gboolean
is_open (gunichar letter)
{
  return letter == '{' || letter == 0xff5b;
}

static gboolean
is_close (gunichar letter)
{
  return letter == '}' || letter == 0xff5d;
}

static gboolean
is_space (gunichar letter)
{
  return g_unichar_isspace (letter) || letter == 0x3000 || letter == 0xa0 || letter == 0x200b || letter == 0xfeff;
}

static void
mark_clear (gpointer data)
{
  g_free (((ZbMark *) data)->label);
  g_free (((ZbMark *) data)->format_text);
}

gboolean
zb_mark_maybe (const char *text, gsize length)
{
  /* The wide brace is ef bd 9b, and so a byte of its last two is seldom. */
  return memchr (text, '{', length) != NULL || memmem (text, length, "\xef\xbd\x9b", 3) != NULL;
}

const char *const *
zb_mark_formats (void)
{
  return format_words + 1;
}

ZbMarkFormat
zb_mark_format_from_text (const char *text)
{
  for (guint i = 0; format_words[i] != NULL; i++)
    if (strcmp (format_words[i], text) == 0)
      return (ZbMarkFormat) i;
  return ZB_MARK_NO_FORMAT;
}

/* The text without spaces around it and without any inside. Returns: (transfer full) */
static char *
without_spaces (const char *text, gsize length)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!is_space (g_utf8_get_char (p)) && (guchar) *p >= 0x20)
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* Takes 姓名#2|年月 apart. */
static void
read_inside (ZbMark *mark, const char *inside, gsize length)
{
  g_autofree char *text = without_spaces (inside, length);
  g_autoptr(GString) plain = g_string_new (text);
  char *stroke, *hash;

  g_string_replace (plain, "｜", "|", 0);
  g_string_replace (plain, "＃", "#", 0);
  mark->format = ZB_MARK_PLAIN;
  if ((stroke = strchr (plain->str, '|')) != NULL)
    {
      mark->format_text = g_strdup (stroke + 1);
      mark->format = zb_mark_format_from_text (stroke + 1);
      *stroke = '\0';
    }
  if ((hash = strchr (plain->str, '#')) != NULL && hash[1] != '\0' && strspn (hash + 1, "0123456789") == strlen (hash + 1))
    {
      mark->number = (guint) MIN (strtoul (hash + 1, NULL, 10), 1000);
      *hash = '\0';
    }
  mark->label = g_strdup (plain->str);
}

/* Where the label begins: behind the braces and spaces. */
static gsize
label_at (const char *text, const char *inside)
{
  const char *p = inside;

  while (*p != '\0' && is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return (gsize) (p - text);
}

/* The mark whose opening braces end at @inside. Returns: what follows it, or %NULL when the braces open nothing */
static const char *
read_mark (const char *text, const char *begin, const char *inside, GArray *marks)
{
  ZbMark mark = { .start = (gsize) (begin - text) };
  const char *p = inside;
  guint n = 0;

  while (*p != '\0' && *p != '\n' && !is_close (g_utf8_get_char (p)) && !is_open (g_utf8_get_char (p)) && n++ < MAX_LETTERS)
    p = g_utf8_next_char (p);
  mark.label_at = label_at (text, inside);
  read_inside (&mark, inside, (gsize) (p - inside));
  mark.end = (gsize) (p - text);
  if (is_close (g_utf8_get_char (p)) && is_close (g_utf8_get_char (g_utf8_next_char (p))))
    {
      mark.is_closed = TRUE;
      mark.end = (gsize) (g_utf8_next_char (g_utf8_next_char (p)) - text);
    }
  g_array_append_val (marks, mark);
  return text + mark.end;
}

GArray *
zb_marks_find (const char *text)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (ZbMark));
  const char *p = text;

  g_array_set_clear_func (marks, mark_clear);
  while (*p != '\0')
    {
      const char *second = g_utf8_next_char (p), *inside;

      if (!is_open (g_utf8_get_char (p)) || !is_open (g_utf8_get_char (second)))
        {
          p = second;
          continue;
        }
      /* Of many braces the last two belong to the mark. */
      while (is_open (g_utf8_get_char (g_utf8_next_char (second))))
        {
          p = second;
          second = g_utf8_next_char (second);
        }
      inside = g_utf8_next_char (second);
      p = read_mark (text, p, inside, marks);
    }
  return marks;
}

/* The three parts of a date, "" for what is not known. Returns: how many there are, 0 when it is no date */
static guint
split_date (const char *date, char parts[3][5])
{
  static const gsize lengths[] = { 4, 2, 2 };
  const char *p = date;

  for (guint i = 0; i < 3; i++)
    {
      if (strspn (p, "0123456789") != lengths[i])
        return 0;
      memcpy (parts[i], p, lengths[i]);
      parts[i][lengths[i]] = '\0';
      p += lengths[i];
      if (*p == '\0')
        return i + 1;
      if (*p++ != '.')
        return 0;
    }
  return 0;
}

char *
zb_mark_date (const char *date, ZbMarkFormat format)
{
  char parts[3][5] = { "", "", "" };
  guint known = split_date (date, parts), wanted;
  gboolean in_words = format == ZB_MARK_MONTH_WORDS || format == ZB_MARK_DAY_WORDS;
  GString *out;

  switch ((int) format)
    {
    case ZB_MARK_YEAR: wanted = 1; break;
    case ZB_MARK_MONTH:
    case ZB_MARK_MONTH_WORDS:
    case ZB_MARK_SIX: wanted = 2; break;
    case ZB_MARK_DAY:
    case ZB_MARK_DAY_WORDS:
    case ZB_MARK_EIGHT: wanted = 3; break;
    default: return g_strdup (date);
    }
  if (known == 0)
    return g_strdup (date);
  out = g_string_new (NULL);
  for (guint i = 0; i < MIN (known, wanted); i++)
    {
      static const char *const units[] = { "年", "月", "日" };

      if (in_words)
        g_string_append_printf (out, "%d%s", atoi (parts[i]), units[i]);
      else
        g_string_append_printf (out, "%s%s", i > 0 && (format == ZB_MARK_MONTH || format == ZB_MARK_DAY) ? "." : "", parts[i]);
    }
  return g_string_free (out, FALSE);
}

char *
zb_mark_spread (const char *name)
{
  gunichar first, second;

  if (g_utf8_strlen (name, -1) != 2)
    return g_strdup (name);
  first = g_utf8_get_char (name);
  second = g_utf8_get_char (g_utf8_next_char (name));
  if (g_unichar_get_script (first) != G_UNICODE_SCRIPT_HAN || g_unichar_get_script (second) != G_UNICODE_SCRIPT_HAN)
    return g_strdup (name);
  return g_strdup_printf ("%.*s　%s", (int) (g_utf8_next_char (name) - name), name, g_utf8_next_char (name));
}
