/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-error.h"

void
zb_words_clear (ZbWords *words)
{
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->advice, g_free);
}

static void
set (ZbWords *out, const char *title, const char *advice, gboolean can_retry)
{
  out->title = g_strdup (title);
  out->advice = g_strdup (advice);
  out->can_retry = can_retry;
}

/* The part of a log message that is a name, a value or a term and may be shown: what stands in “ ”. */
static char *
quoted (const char *message)
{
  const char *begin = strstr (message, "“");
  const char *end = begin != NULL ? strstr (begin, "”") : NULL;
  g_autofree char *text = NULL;

  if (end == NULL)
    return NULL;
  begin += strlen ("“");
  text = g_strndup (begin, (gsize) (end - begin));
  /* A value of ten thousand characters is not repeated. */
  if (g_utf8_strlen (text, -1) > 40)
    {
      g_autofree char *head = g_utf8_substring (text, 0, 40);

      return g_strconcat (head, "…", NULL);
    }
  return g_steal_pointer (&text);
}

/* A file's name, or what else the message begins with, without SQLite's own words behind it. */
static char *
leading (const char *message)
{
  const char *end = strstr (message, " is ");

  if (end == NULL)
    end = strstr (message, ": ");
  return end != NULL ? g_strndup (message, (gsize) (end - message)) : g_strdup (message);
}

static void
about (ZbWords *out, const char *format, const char *what, const char *advice, gboolean can_retry)
{
  g_autoptr(GString) title = g_string_new (format);

  g_string_replace (title, "%s", what, 1);
  out->title = g_string_free (g_steal_pointer (&title), FALSE);
  out->advice = g_strdup (advice);
  out->can_retry = can_retry;
}

/* What can be wrong with a file, by code. */
static const struct {
  ZbStoreError code;
  const char *title;
  const char *advice;
  gboolean can_retry;
} file_words[] = {
  { ZB_STORE_ERROR_CORRUPT, N_("“%s” is not a registry, or it is damaged."), N_("Choose another file, or restore a backup."), FALSE },
  { ZB_STORE_ERROR_TOO_NEW, N_("“%s” was written by a newer Zhibu; nothing was touched."),
    N_("Install the newer version, then open it again."), FALSE },
  { ZB_STORE_ERROR_EXISTS, N_("“%s” is there already."),
    N_("Choose another name; on the command line --force replaces it where that is allowed."), FALSE },
  { ZB_STORE_ERROR_READ_ONLY, N_("“%s” may only be read, not written."), N_("Choose another folder, or ask for the right to write."), TRUE },
  { ZB_STORE_ERROR_NOT_FOUND, N_("“%s” was not found."), N_("Check how it is written."), FALSE },
};

static void
store_file_words (const GError *error, ZbWords *out)
{
  g_autofree char *file = leading (error->message);

  for (guint i = 0; i < G_N_ELEMENTS (file_words); i++)
    if ((int) file_words[i].code == error->code)
      about (out, _(file_words[i].title), file, _(file_words[i].advice), file_words[i].can_retry);
}

static void
store_words (const GError *error, ZbWords *out)
{
  g_autofree char *subject = leading (error->message);
  const char *candidates = strstr (error->message, ": ");

  switch ((ZbStoreError) error->code)
    {
    case ZB_STORE_ERROR_CORRUPT:
    case ZB_STORE_ERROR_TOO_NEW:
    case ZB_STORE_ERROR_EXISTS:
    case ZB_STORE_ERROR_READ_ONLY:
    case ZB_STORE_ERROR_NOT_FOUND:
      store_file_words (error, out);
      break;
    case ZB_STORE_ERROR_BUSY:
      set (out, _("Another program is writing into the registry right now."), _("Wait a moment and try again."), TRUE);
      break;
    case ZB_STORE_ERROR_NO_SPACE:
      set (out, _("The disk is full; nothing of this was kept."), _("Make room on the disk and try again."), TRUE);
      break;
    case ZB_STORE_ERROR_DUPLICATE:
      set (out, _("That is there already."), _("Look at the record that is there."), FALSE);
      break;
    case ZB_STORE_ERROR_IN_USE:
      set (out, _("Other records still refer to this."), _("Change those first."), FALSE);
      break;
    case ZB_STORE_ERROR_INVALID:
      set (out, _("The registry does not take this value."), _("Correct the value."), FALSE);
      break;
    case ZB_STORE_ERROR_CONFLICT:
      g_free (subject);
      subject = g_strndup (error->message, strcspn (error->message, " "));
      about (out, _("“%s” was changed meanwhile."), subject, _("Look at it again, then repeat your change."), FALSE);
      break;
    case ZB_STORE_ERROR_AMBIGUOUS:
      about (out, _("Several are meant: %s"), candidates != NULL ? candidates + 2 : subject, _("Name one by its uid, or a member as name@branch."), FALSE);
      break;
    case ZB_STORE_ERROR_NOTHING:
      set (out, _("There is nothing to take back."), NULL, FALSE);
      break;
    case ZB_STORE_ERROR_FAILED:
      set (out, _("The registry could not do this."), _("Try again; if it happens again, check the registry."), TRUE);
      break;
    }
}

static void
data_words (const GError *error, ZbWords *out)
{
  g_autofree char *value = quoted (error->message);
  const char *what = value != NULL ? value : "";

  switch ((ZbDataError) error->code)
    {
    case ZB_DATA_ERROR_BAD_DATE:
      about (out, _("“%s” is not a date."), what, _("Write it like 1985.07 or 1985.07.01."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_AMOUNT:
      about (out, _("“%s” is not a number."), what, _("Write digits only."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_NAME:
      set (out, _("This is not a name: it is empty, too long, or holds characters that cannot be printed."), _("Write the name as on the ID card."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_ID_NUMBER:
      about (out, _("“%s” is not an ID number."), what, _("It has 18 digits, the last of which may be X (or 15 in the old form)."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_CODE:
      about (out, _("“%s” is not one of the words for this field."), what, strstr (error->message, ": ") != NULL ? strstr (error->message, ": ") + 2 : NULL, FALSE);
      break;
    case ZB_DATA_ERROR_BAD_FIELD:
      about (out, _("“%s” is not a field that can be set like this."), what, NULL, FALSE);
      break;
    case ZB_DATA_ERROR_BAD_CSV:
      set (out, _("This file cannot be read as a table."), _("Save it from the spreadsheet program as .xlsx or .csv and try again."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_FILTER:
      about (out, _("“%s” was not understood as a condition."), what, _("Write for example: 女 且 45岁以下 且 本科以上"), FALSE);
      break;
    case ZB_DATA_ERROR_MISSING:
      about (out, _("“%s” is missing."), what, _("Fill it in."), FALSE);
      break;
    case ZB_DATA_ERROR_REFUSED:
      zb_words_refused (error->message, out);
      break;
    case ZB_DATA_ERROR_BAD_VALUE:
      set (out, _("This value cannot be kept: it is too long, or holds characters that cannot be printed."), _("Correct it."), FALSE);
      break;
    }
}

static void
io_words (const GError *error, ZbWords *out)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set (out, _("Cancelled; nothing was changed."), NULL, FALSE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    set (out, _("The disk is full; nothing of this was kept."), _("Make room on the disk and try again."), TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    set (out, _("The file was not found."), _("Check how it is written."), FALSE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_EXIST))
    set (out, _("A file of that name is there already."), _("Choose another name."), FALSE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    set (out, _("The file or folder may not be written or read."), _("Choose another folder, or ask for the right to it."), TRUE);
  else
    set (out, _("The file could not be read or written."), _("Try again, or choose another place."), TRUE);
}

void
zb_words_error (const GError *error, ZbWords *out_words)
{
  *out_words = (ZbWords) { 0 };
  if (error == NULL)
    set (out_words, _("Something went wrong."), NULL, TRUE);
  else if (error->domain == ZB_STORE_ERROR)
    store_words (error, out_words);
  else if (error->domain == ZB_DATA_ERROR)
    data_words (error, out_words);
  else
    io_words (error, out_words);
}

char *
zb_words_sentence (const GError *error)
{
  ZbWords words;
  char *sentence;

  zb_words_error (error, &words);
  /* Translators: %1$s is what is wrong, %2$s what to do; both are whole sentences */
  sentence = words.advice != NULL ? g_strdup_printf (_("%1$s %2$s"), words.title, words.advice) : g_strdup (words.title);
  zb_words_clear (&words);
  return g_strdelimit (sentence, "\r\n\t", ' ');
}
