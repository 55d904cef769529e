/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-likeness.h"

#include <string.h>

/* Characters of a group: two are alike by chance in any two minutes, four miss what a changed name splits. */
#define GROUP 3

/* A figure in Chinese is a figure. */
static gboolean
is_figure (gunichar c)
{
  static const char figures[] = "〇零一二三四五六七八九十百千两";

  return g_utf8_strchr (figures, -1, c) != NULL;
}

static guint64
hash_whole (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *p = text; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

/* Spread, so that the lowest hashes of a text are a fair sample of it. */
static guint32
hash_group (const gunichar *group)
{
  guint64 hash = 0;

  for (guint i = 0; i < GROUP; i++)
    hash = (hash ^ group[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) (hash >> 32);
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return one < other ? -1 : one > other;
}

ZbLikeness *
zb_likeness_new (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  ZbLikeness *self = g_malloc (sizeof *self + (gsize) length * sizeof self->groups[0]);
  gunichar group[GROUP];
  guint have = 0, kept = 0;

  self->whole = hash_whole (text);
  self->n = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) || c < 0x2e80 || is_figure (c))
        continue;
      if (have == GROUP)
        memmove (group, group + 1, sizeof group - sizeof group[0]);
      group[have < GROUP ? have++ : GROUP - 1] = c;
      if (have == GROUP)
        self->groups[self->n++] = hash_group (group);
    }
  qsort (self->groups, self->n, sizeof self->groups[0], compare_hashes);
  for (guint i = 0; i < self->n; i++)
    if (i == 0 || self->groups[i] != self->groups[i - 1])
      self->groups[kept++] = self->groups[i];
  self->n = kept;
  return self;
}

double
zb_likeness_share (const ZbLikeness *one, const ZbLikeness *other)
{
  guint i = 0, k = 0, both = 0;

  while (i < one->n && k < other->n)
    if (one->groups[i] == other->groups[k])
      {
        both++;
        i++;
        k++;
      }
    else if (one->groups[i] < other->groups[k])
      i++;
    else
      k++;
  return one->n + other->n > 0 ? 2.0 * both / (one->n + other->n) : 0;
}

guint
zb_likeness_marks (const ZbLikeness *self)
{
  return MIN (self->n, ZB_LIKENESS_MARKS);
}
