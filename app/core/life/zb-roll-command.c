/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-roll-command.h"

#include <string.h>

#include "core/zb-error.h"

/* Longer words first: 请假 is not 请 with a reason. */
static const struct {
  const char *word;
  const char *state;
  gboolean everybody;
} words[] = {
  { "全部到会", "present", TRUE }, { "全部到", "present", TRUE }, { "全到", "present", TRUE }, { "到会", "present", FALSE }, { "出席", "present", FALSE },
  { "实到", "present", FALSE }, { "到", "present", FALSE }, { "迟到", "late", FALSE }, { "迟", "late", FALSE }, { "请假", "excused", FALSE },
  { "假", "excused", FALSE }, { "缺席", "absent", FALSE }, { "缺", "absent", FALSE }, { "未到", "absent", FALSE },
};

void
zb_roll_mark_free (ZbRollMark *mark)
{
  g_free (mark->seats);
  g_free (mark->reason);
  g_free (mark);
}

static gboolean
complain (GError **error, const char *what)
{
  g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "“%s” is not an order of the roll", what);
  return FALSE;
}

/* Blanks and the marks that people put between numbers. */
static const char *
skip_marks (const char *p)
{
  static const char *const marks[] = { " ", "\t", "　", ",", "，", "、", ":", "号", "." };
  gboolean more = TRUE;

  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if (g_str_has_prefix (p, marks[i]))
          {
            p += strlen (marks[i]);
            more = TRUE;
          }
    }
  return p;
}

/* The mark of a run between two numbers. Returns: what stands behind it, or NULL */
static const char *
skip_run (const char *p)
{
  static const char *const runs[] = { "-", "~", "—", "–", "至", "到" };

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    if (g_str_has_prefix (p, runs[i]) && g_ascii_isdigit (p[strlen (runs[i])]))
      return p + strlen (runs[i]);
  return NULL;
}

static gboolean
read_seat (const char **p, guint max_seat, guint *out_seat, GError **error)
{
  const char *begin = *p;
  guint64 number = 0;

  while (g_ascii_isdigit (**p) && number <= G_MAXUINT16)
    number = number * 10 + (guint64) (*(*p)++ - '0');
  if (number >= 1 && number <= max_seat)
    {
      *out_seat = (guint) number;
      return TRUE;
    }
  {
    g_autofree char *text = g_strndup (begin, (gsize) (*p - begin));

    g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "“%s” is not a number of the sheet", text);
  }
  return FALSE;
}

static gboolean
read_seats (const char **p, guint max_seat, GArray *seats, GError **error)
{
  for (*p = skip_marks (*p); g_ascii_isdigit (**p); *p = skip_marks (*p))
    {
      guint first, last;
      const char *behind;

      if (!read_seat (p, max_seat, &first, error))
        return FALSE;
      last = first;
      if ((behind = skip_run (*p)) != NULL)
        {
          *p = behind;
          if (!read_seat (p, max_seat, &last, error))
            return FALSE;
        }
      for (guint seat = MIN (first, last); seat <= MAX (first, last); seat++)
        g_array_append_val (seats, seat);
    }
  return TRUE;
}

/* Which word of an order stands here, by its place in the table; or -1 */
static int
word_at (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (p, words[i].word))
      return (int) i;
  return -1;
}

/* Whether another order begins here: a word with its numbers, or 全到 and nothing behind it. 到 is said in reasons too
 * (去外地，到 5 日), and begins no order there. */
static gboolean
begins_order (const char *p, gboolean in_reason)
{
  int word = word_at (p);
  const char *behind;

  if (word < 0 || (in_reason && strcmp (words[word].word, "到") == 0))
    return FALSE;
  behind = skip_marks (p + strlen (words[word].word));
  return words[word].everybody ? *behind == '\0' || word_at (behind) >= 0 : g_ascii_isdigit (*behind);
}

/* Where the reason ends: at the end of the line, or where, behind a blank or a mark, the next order begins. */
static const char *
reason_end (const char *p)
{
  const char *begin = p;

  if (begins_order (p, FALSE))
    return p;
  while (*p != '\0')
    {
      const char *next = skip_marks (p);

      if (next != p && next != begin && begins_order (next, TRUE))
        return p;
      p = next != p ? next : g_utf8_next_char (p);
    }
  return p;
}

static gboolean
read_order (const char **order, guint max_seat, GPtrArray *out, GError **error)
{
  const char *p = skip_marks (*order), *end;
  g_autoptr(GArray) seats = g_array_new (FALSE, FALSE, sizeof (guint));
  ZbRollMark *mark;
  int word = word_at (p);

  if (word < 0)
    return complain (error, *order);
  p += strlen (words[word].word);
  if (!read_seats (&p, max_seat, seats, error))
    return FALSE;
  if (words[word].everybody != (seats->len == 0))
    return complain (error, *order);
  end = reason_end (p);
  mark = g_new0 (ZbRollMark, 1);
  mark->state = words[word].state;
  mark->n_seats = seats->len;
  mark->seats = (guint *) g_array_free (g_steal_pointer (&seats), FALSE);
  mark->reason = end > p ? g_strstrip (g_strndup (p, (gsize) (end - p))) : NULL;
  g_ptr_array_add (out, mark);
  *order = skip_marks (end);
  return TRUE;
}

GPtrArray *
zb_roll_command_parse (const char *text, guint max_seat, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_roll_mark_free);
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_auto(GStrv) orders = normal != NULL ? g_strsplit_set (normal, ";\n", -1) : NULL;

  for (guint i = 0; orders != NULL && orders[i] != NULL; i++)
    for (const char *order = g_strstrip (orders[i]); *order != '\0';)
      if (!read_order (&order, max_seat, out, error))
        return NULL;
  if (out->len == 0)
    {
      complain (error, normal != NULL ? normal : "…");
      return NULL;
    }
  return g_steal_pointer (&out);
}
