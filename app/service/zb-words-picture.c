/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/zb-picture.h"
#include "service/zb-words.h"

#define CHOOSE N_("Choose another file.")
#define SAVE_AS N_("Open it in a picture program, save it as .jpg, and choose that file.")

/* Why a photo or paper is not taken in. */
static const struct {
  ZbPictureError code;
  const char *title;
  const char *advice;
  gboolean can_retry;
} picture_words[] = {
  { ZB_PICTURE_ERROR_NOT_FOUND, N_("The file was not found."), N_("Check how it is written."), FALSE },
  { ZB_PICTURE_ERROR_NO_PERMISSION, N_("The file may not be read."), N_("Ask for the right to read it, or choose a copy."), TRUE },
  { ZB_PICTURE_ERROR_NOT_A_FILE, N_("This is a folder or a device, not a file."), CHOOSE, FALSE },
  { ZB_PICTURE_ERROR_EMPTY, N_("The file is empty."), CHOOSE, FALSE },
  { ZB_PICTURE_ERROR_TOO_LARGE, N_("The file is larger than %s MB."), N_("Save the picture or scan smaller, or divide it."), FALSE },
  { ZB_PICTURE_ERROR_TOO_MANY_PIXELS, N_("The picture is far larger than any photo."), N_("Save it smaller and choose that file."), FALSE },
  { ZB_PICTURE_ERROR_NOT_A_PICTURE, N_("This file is named like a picture, but is none."), CHOOSE, FALSE },
  { ZB_PICTURE_ERROR_OTHER_PICTURE, N_("This kind of picture is not read."), SAVE_AS, FALSE },
  { ZB_PICTURE_ERROR_DAMAGED, N_("The picture is damaged or cut short."), N_("Have it sent again, or copy it from the camera anew."), FALSE },
  { ZB_PICTURE_ERROR_NOT_A_PAPER, N_("This file is none of the papers that are kept."), N_("Choose a picture, a PDF, or a document of a word processor."), FALSE },
  { ZB_PICTURE_ERROR_STUCK, N_("Reading the file made no progress and was stopped."), CHOOSE, TRUE },
  { ZB_PICTURE_ERROR_FAILED, N_("The file could not be read."), CHOOSE, TRUE },
};

void
zb_words_picture (const GError *error, ZbWords *out_words)
{
  const char *limit = strrchr (error->message, '|');
  const char *name_end = strchr (error->message, '\n');
  g_autofree char *raw = name_end != NULL ? g_strndup (error->message, (gsize) (name_end - error->message)) : NULL;
  g_autofree char *name = raw != NULL ? g_utf8_make_valid (raw, -1) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (picture_words); i++)
    if ((int) picture_words[i].code == error->code)
      {
        g_autoptr(GString) title = g_string_new (_(picture_words[i].title));

        g_string_replace (title, "%s", limit != NULL ? limit + 1 : "—", 1);
        /* Translators: %1$s the name of a file, %2$s a sentence: what is wrong with it */
        out_words->title = name != NULL ? g_strdup_printf (_("%1$s: %2$s"), name, title->str) : g_strdup (title->str);
        out_words->advice = g_strdup (_(picture_words[i].advice));
        out_words->can_retry = picture_words[i].can_retry;
      }
}
