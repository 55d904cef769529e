/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-place.h"

/* `app/cli` and `tests/store` are the deepest folders with programs. */
#define MOST_FOLDERS 2

char *
zb_place_find (const char *installed, const char *in_build)
{
  g_autofree char *folder = NULL;

  if (g_file_test (installed, G_FILE_TEST_EXISTS) || !(folder = g_file_read_link ("/proc/self/exe", NULL)))
    return g_strdup (installed);
  for (guint i = 0; i <= MOST_FOLDERS; i++)
    {
      g_autofree char *own = g_steal_pointer (&folder);
      g_autofree char *place = NULL;

      folder = g_path_get_dirname (own);
      place = g_build_filename (folder, in_build, NULL);
      if (g_file_test (place, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&place);
    }
  return g_strdup (installed);
}
