/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How commands are used, in lines that a terminal holds. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli.h"

/* Columns that a line may have: the width of a terminal that nobody made wider. */
#define WIDTH 79
/* What continues a command stands below it, indented. */
#define INDENT 8

/* The end of what belongs together at @at: a word, or everything up to the bracket that closes, if a line holds it. */
static const char *
end_of_piece (const char *at)
{
  const char *word = strchr (at, ' '), *end = at;
  int depth = 0;

  for (; *end != '\0' && (depth > 0 || *end != ' '); end++)
    depth += (*end == '[') - (*end == ']');
  return word != NULL && g_utf8_strlen (at, end - at) > WIDTH - INDENT ? word : end;
}

static int
brackets (const char *at, const char *end)
{
  int open = 0;

  for (; at < end; at++)
    open += (*at == '[') - (*at == ']');
  return open;
}

void
zb_cli_say_usage (const char *prefix, const char *usage)
{
  g_autoptr(GString) line = g_string_new (prefix);
  gboolean is_fresh = TRUE;
  int depth = 0;

  for (const char *at = usage, *end; *at != '\0'; at = *end == ' ' ? end + 1 : end)
    {
      /* Another way to use it begins a line of its own. */
      gboolean is_other_way = depth == 0 && g_str_has_prefix (at, "| ");

      end = end_of_piece (at);
      if (!is_fresh && (is_other_way || g_utf8_strlen (line->str, -1) + 1 + g_utf8_strlen (at, end - at) > WIDTH))
        {
          zb_cli_say ("%s", line->str);
          g_string_printf (line, "%*s", is_other_way ? INDENT - 2 : INDENT, "");
        }
      else
        g_string_append_c (line, ' ');
      g_string_append_len (line, at, end - at);
      is_fresh = FALSE;
      depth += brackets (at, end);
    }
  zb_cli_say ("%s", line->str);
}

void
zb_cli_say_command (const ZbCliCommand *command)
{
  g_autofree char *prefix = g_strdup_printf ("  %s", command->name);

  zb_cli_say_usage (prefix, command->usage);
  zb_cli_say ("      %s", _(command->about));
}

gboolean
zb_cli_asks_for_help (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return TRUE;
  return FALSE;
}
