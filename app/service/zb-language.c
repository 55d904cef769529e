/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "core/zb-place.h"

/* The first of the variables that setlocale() asks, in its order. Returns: (nullable) */
static const char *
wished_locale (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

/* `zh_CN` of `zh_CN.UTF-8@variant`. */
static char *
language_of (const char *locale)
{
  return g_strndup (locale, strcspn (locale, ".@"));
}

/* Where the texts are: in a build folder, beside it. */
static char *
texts_folder (void)
{
  static const char own[] = "zh_CN/LC_MESSAGES/" GETTEXT_PACKAGE ".mo";
  g_autofree char *installed = g_build_filename (LOCALEDIR, own, NULL);
  g_autofree char *in_build = g_build_filename ("po", own, NULL);
  g_autofree char *found = zb_place_find (installed, in_build);

  return g_strndup (found, strlen (found) - strlen (own));
}

void
zb_language_start (void)
{
  const char *localedir = g_getenv ("ZB_LOCALEDIR");
  g_autofree char *found = texts_folder ();

  if (setlocale (LC_ALL, "") == NULL)
    {
      const char *locale = wished_locale ();
      const char *language = g_getenv ("LANGUAGE");

      if (locale != NULL && (language == NULL || *language == '\0'))
        {
          g_autofree char *known = language_of (locale);
          g_setenv ("LANGUAGE", known, TRUE);
        }
      /* In the environment too: GTK asks setlocale() once more. */
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      setlocale (LC_ALL, "");
    }
  else if (g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0)
    {
      /* LC_ALL=C would hide LC_CTYPE; it asks for nothing else than this. */
      g_setenv (g_getenv ("LC_ALL") != NULL ? "LC_ALL" : "LC_CTYPE", "C.UTF-8", TRUE);
      setlocale (LC_ALL, "");
    }

  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : found);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
