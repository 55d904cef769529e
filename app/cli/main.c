/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>

#include "cli/zb-cli.h"
#include "service/zb-language.h"

/* The words as the program has them all: UTF-8, whatever the terminal's encoding. The name of a file that is there
 * stays as it is. Returns: (transfer full): what was put into @argv */
static GPtrArray *
read_words (int argc, char **argv)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  if (g_get_charset (NULL))
    return words;
  /* Also what would be UTF-8 as it is: 女 in GB 18030 are the bytes of Ů. */
  for (int i = 1; i < argc; i++)
    if (!g_file_test (argv[i], G_FILE_TEST_EXISTS))
      {
        char *word = g_locale_to_utf8 (argv[i], -1, NULL, NULL, NULL);

        if (word == NULL)
          continue;
        g_ptr_array_add (words, word);
        argv[i] = word;
      }
  return words;
}

int
main (int argc, char **argv)
{
  g_autoptr(GPtrArray) words = NULL;

  zb_language_start ();
  words = read_words (argc, argv);
  umask (077);
  return zb_cli_run (argc, argv);
}
