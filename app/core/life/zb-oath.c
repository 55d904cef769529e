/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-oath.h"

#include <string.h>

static const char *const lines[] = {
  "我志愿加入中国共产党，",
  "拥护党的纲领，遵守党的章程，",
  "履行党员义务，执行党的决定，",
  "严守党的纪律，保守党的秘密，",
  "对党忠诚，积极工作，",
  "为共产主义奋斗终身，",
  "随时准备为党和人民牺牲一切，",
  "永不叛党。",
  NULL
};

const char *const *
zb_oath_lines (void)
{
  return lines;
}

static gboolean
ends_clause (gunichar c)
{
  static const gunichar marks[] = { 0xff0c, 0x3002, 0xff1b, 0xff01, 0xff1f, ',', ';', '!', '?', '\n' };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (c == marks[i])
      return TRUE;
  return FALSE;
}

/* What stands between two ends; a line that is empty, or marks alone, is none. */
static void
add_clause (GStrvBuilder *builder, const char *from, const char *end)
{
  g_autofree char *text = g_strstrip (g_strndup (from, (gsize) (end - from)));

  if (*text != '\0' && !ends_clause (g_utf8_get_char (text)))
    g_strv_builder_add (builder, text);
}

char **
zb_oath_clauses (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *whole = text != NULL ? g_strdup (text) : g_strjoinv (NULL, (char **) lines);
  const char *from = whole;

  for (const char *at = whole; *at != '\0';)
    {
      gboolean is_end = ends_clause (g_utf8_get_char (at));

      at = g_utf8_next_char (at);
      if (!is_end)
        continue;
      add_clause (builder, from, at);
      from = at;
    }
  add_clause (builder, from, from + strlen (from));
  return g_strv_builder_end (builder);
}
